"""Check what no linter checks: hashed locks without addresses, and no trace of a machine in tracked files."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
LOCKED = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*(\[[a-z0-9,._-]+\])?)==\S+")
ADDRESS = re.compile(
    r"://|^\s*-{1,2}(?:index-url|extra-index-url|find-links|i|f)\b|\s@\s|\bfile:", re.MULTILINE
)
MACHINE_PATH = re.compile(r"(?<![\w.-])/(?:home|Users|root|work|mnt|media)/[\w.-]+")
REGISTRY = re.compile(r"\b(?:pypi\.org|pythonhosted\.org|files\.pythonhosted|test\.pypi)\b")
BINARY = frozenset(
    {".png", ".jpg", ".woff2", ".woff", ".ttf", ".otf", ".mo", ".ico", ".xz", ".gz", ".zip", ".pdf"}
)


def lock_problems(name: str, text: str) -> Iterator[str]:
    """Yield one sentence for each thing a lock file may not have."""
    for found in ADDRESS.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield f"{name}:{line} names an address; make it anew with 'make lock'."
    entries = re.sub(r"\\\n\s*", " ", text).splitlines()
    for entry in entries:
        if not entry.strip() or entry.startswith("#"):
            continue
        if not LOCKED.match(entry):
            yield f"{name} has a line that pins nothing: {entry[:60]}"
        elif "--hash=sha256:" not in entry:
            yield f"{name} pins {entry.split()[0]} without a hash; make it anew with 'make lock'."


def text_problems(name: str, text: str) -> Iterator[str]:
    """Yield one sentence for each trace of a machine or registry in a text."""
    for pattern, what in ((MACHINE_PATH, "a path of one machine"), (REGISTRY, "a package registry")):
        for found in pattern.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            yield f"{name}:{line} names {what}: {found.group()}"


def tracked_files(root: Path) -> list[str]:
    """Return what is or would be committed: tracked files and new ones that git does not ignore."""
    git = [
        "git",
        "-c",
        f"safe.directory={root}",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    listed = subprocess.run(git, check=False, capture_output=True, cwd=root)
    if listed.returncode != 0:  # a release without its history: everything below src and docs
        return [
            str(p.relative_to(root)) for top in ("src", "docs", "scripts") for p in (root / top).rglob("*.*")
        ]
    return [name for name in listed.stdout.decode().split("\0") if name]


def problems(root: Path) -> Iterator[str]:
    for name in LOCKS:
        yield from lock_problems(name, (root / name).read_text(encoding="utf-8"))
    for name in tracked_files(root):
        path = root / name
        own = name in {
            "scripts/house_rules.py",
            "tests/test_house.py",
        }  # the patterns and what they are tried on
        if own or path.suffix in BINARY or not path.is_file():
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # hostile fixtures are bytes on purpose
        yield from text_problems(name, text)


def main() -> int:
    found = list(problems(ROOT))
    for sentence in found:
        print(f"  NOT {sentence}")
    if not found:
        print("  ok  lock files are hashed and name no address; no tracked file names a machine")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
