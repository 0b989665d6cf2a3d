"""Take the screenshots of the README: five main pages, desktop and phone, Vietnamese and English.

Starts a demo of its own in a scratch folder on free ports; changes nothing of yours.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.run_tests import find_chromium
from scripts.small_png import shrink
from scripts.with_postgres import free_port

ROOT = Path(__file__).resolve().parent.parent
INTO = ROOT / "docs" / "screenshots"
SIZES = {"desktop": (1440, 900), "phone": (390, 844)}
LANGUAGES = ("vi", "en")
LARGEST = 150_000
READY_WITHIN_S = 120
CHROMIUM_FLAGS = [
    *("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-quic", "--no-first-run", "--font-render-hinting=none"),
]


class NotReady(Exception):
    """The demo did not come so far that there is something to show; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One page to show: its name, where it is, and who looks at it (nobody: a reader)."""

    name: str
    path: str
    user: str


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310  loopback, made here
            return int(answer.status) == 200  # noqa: PLR2004  OK
    except (urllib.error.URLError, OSError):
        return False


def wait_for(what: str, until: Callable[[], bool], seconds: float = READY_WITHIN_S) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if until():
            return
        time.sleep(0.5)
    raise NotReady(f"{what} within {seconds:.0f} s.")


@contextlib.contextmanager
def demo(home: Path) -> Iterator[str]:
    """Run `haidang demo` in a scratch folder and yield its address."""
    port, sites = free_port(), free_port()
    command = [sys.executable, "-m", "haidang", "demo", "--port", str(port), "--sites-port", str(sites)]
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("HAIDANG_", "DJANGO_"))}
    with (home / "log").open("wb") as log:
        child = subprocess.Popen(
            [*command, "--home", str(home)], stdout=log, stderr=log, cwd=ROOT, env=environment
        )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"The demo did not answer (see {home / 'log'})", lambda: answers(f"{address}/"))
        yield address
    finally:
        child.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(timeout=20)
        child.kill()


def open_database(home: Path) -> None:
    """Look into the demo's database beside the running demo, to know which case is where."""
    os.environ |= {
        "HAIDANG_HOME": str(home),
        "HAIDANG_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "haidang.settings.dev",
    }
    os.environ.pop("HAIDANG_DATABASE", None)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # playwright keeps an event loop in this thread
    import django

    django.setup()


def number_in(*states: str) -> str:
    """Return the number of the newest case in one of the states, the first state preferred."""
    from haidang.information.verify.models import Case

    for state in states:
        found = Case.objects.filter(state=state).order_by("-id").first()
        if found is not None:
            return found.number
    raise NotReady(f"The demo has no case that is {' or '.join(states)}.")


def shots() -> list[Shot]:
    from haidang.information.verify.models import Case

    rumour = Case.objects.filter(state="triage", claim__folded__contains="cay duoc")
    wait_for("The rumour about the bridge did not reach the queue", rumour.exists)
    return [
        Shot("queue", f"/desk/queue/{rumour.latest('id').number}/", "lan"),
        Shot("case", f"/desk/cases/{number_in('investigating', 'drafted', 'assigned')}/", "minh"),
        Shot("signing", f"/desk/cases/{number_in('approval')}/", "hoa"),
        Shot("notice", f"/notices/{number_in('monitoring', 'published')}/", ""),
        Shot("home", "/", ""),
    ]


def sign_in(page: Page, address: str, user: str) -> None:
    from haidang.commands.demo_office import DEMO_PASSWORD

    page.goto(f"{address}/accounts/login/")
    page.fill("input[name=login]", user)
    page.fill("input[name=password]", DEMO_PASSWORD)
    page.locator("form:has(input[name=password]) button").first.click()
    page.wait_for_url("**/desk/**")


def take(browser: Browser, address: str, shot: Shot, *, language: str, size: str) -> Path:
    """Take one picture; returns the file."""
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    context.add_cookies([{"name": "django_language", "value": language, "url": address}])
    page = context.new_page()
    if shot.user:
        sign_in(page, address, shot.user)
    prefix = "/en" if language == "en" and not shot.path.startswith("/desk/") else ""
    answer = page.goto(f"{address}{prefix}{shot.path}")
    if answer is None or not answer.ok:
        raise NotReady(f"{prefix}{shot.path} answered {answer.status if answer else 'nothing'}.")
    page.evaluate("document.fonts.ready")
    path = INTO / f"{shot.name}-{size}-{language}.png"
    page.screenshot(path=str(path))
    context.close()
    return path


def main() -> int:
    chromium = find_chromium()
    if not chromium:
        print("make screenshots needs Chromium: sudo apt-get install -y chromium")
        return 2
    INTO.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="haidang-screenshots-") as folder, demo(Path(folder)) as address:
        open_database(Path(folder))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
            for shot in shots():
                for size in SIZES:
                    for language in LANGUAGES:
                        path = take(browser, address, shot, language=language, size=size)
                        length = shrink(path)
                        note = "" if length <= LARGEST else "  larger than 150 kB"
                        print(f"  {path.relative_to(ROOT)}  {length // 1000} kB{note}")
            browser.close()
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except NotReady as missing:
        print(missing, file=sys.stderr)
        sys.exit(1)
