"""Hold the tree to its goals: no import cycle, small modules, short typed functions, mirrored tests."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from scripts.module_facts import ModuleFacts, module_name, read_module

ROOT = Path(__file__).resolve().parent.parent
LARGEST_MODULE = 600
LONGEST_FUNCTION = 80
MIRRORED_FROM_LINES = 20
MIRRORED_SHARE = 90


@dataclass(frozen=True, slots=True)
class Goal:
    """One line of the table."""

    name: str
    goal: str
    found: str
    met: bool
    culprits: tuple[str, ...] = ()


def read_tree(src: Path) -> list[ModuleFacts]:
    """Read every module below `src`, migrations left out."""
    paths = sorted(path for path in src.rglob("*.py") if "migrations" not in path.parts)
    names = frozenset(module_name(path, src) for path in paths)
    return [read_module(path, src, names) for path in paths]


def rings(imports: Mapping[str, frozenset[str]]) -> list[list[str]]:
    """Return every set of more than one name that reach each other (Tarjan, without recursion)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []
    for root in imports:
        if root in order:
            continue
        work = [(root, iter(sorted(imports[root])))]
        order[root] = low[root] = len(order)
        stack.append(root)
        while work:
            node, targets = work[-1]
            target = next(targets, None)
            if target is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == order[node]:
                    cut = stack.index(node)
                    found.append(sorted(stack[cut:]))
                    del stack[cut:]
            elif target not in order:
                order[target] = low[target] = len(order)
                stack.append(target)
                work.append((target, iter(sorted(imports.get(target, frozenset())))))
            elif target in stack:
                low[node] = min(low[node], order[target])
    return [ring for ring in found if len(ring) > 1]


def part_of(name: str) -> str:
    """Return the floor a module stands on: `haidang.base`, `haidang.information.verify`."""
    parts = name.split(".")
    in_a_wing = len(parts) > 1 and parts[1] in {"information", "office"}
    return ".".join(parts[:3] if in_a_wing else parts[:2])


def part_imports(modules: Sequence[ModuleFacts]) -> dict[str, frozenset[str]]:
    parts: dict[str, set[str]] = {}
    for module in modules:
        here = parts.setdefault(part_of(module.name), set())
        here.update(part_of(target) for target in module.imports if part_of(target) != part_of(module.name))
    return {part: frozenset(targets) for part, targets in parts.items()}


def p90(values: Sequence[int]) -> int:
    """Return the smallest value that nine in ten do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * 9 // 10) - 1)] if ordered else 0


def mirrors(module: ModuleFacts) -> tuple[str, ...]:
    """Return the places below tests/ where this module's tests may stand."""
    *folders, name = module.name.split(".")[1:] or [""]
    here = "/".join(folders)
    name = name.lstrip("_")
    forms = (f"test_{name}.py", f"test_{name}_*.py", f"{name}/test_*.py")
    return tuple(f"{here}/{form}".lstrip("/") for form in forms)


def mirrored_goal(modules: Sequence[ModuleFacts], tests: Path) -> Goal:
    large = [m for m in modules if m.lines >= MIRRORED_FROM_LINES and not m.is_empty and not m.is_data_table]
    bare = [m.name for m in large if not any(any(tests.glob(form)) for form in mirrors(m))]
    share = 100 * (len(large) - len(bare)) / len(large) if large else 100.0
    goal = f">= {MIRRORED_SHARE} %"
    return Goal("modules mirrored by a test", goal, f"{share:.0f} %", share >= MIRRORED_SHARE, tuple(bare))


def most(name: str, limit: int, found: float, culprits: Sequence[str] = ()) -> Goal:
    return Goal(name, f"<= {limit}", f"{found:g}", found <= limit, tuple(culprits))


def none_of(name: str, culprits: Sequence[str]) -> Goal:
    return Goal(name, "none", str(len(culprits)), not culprits, tuple(culprits))


def size_goals(modules: Sequence[ModuleFacts]) -> list[Goal]:
    lines = [m.lines for m in modules if not m.is_empty and not m.is_data_table]
    functions = [(m, f) for m in modules for f in m.functions]
    long_modules = [
        f"{m.name} ({m.lines})" for m in modules if m.lines > LARGEST_MODULE and not m.is_data_table
    ]
    long_functions = [
        f"{m.name}:{f.line} {f.name} ({f.lines})" for m, f in functions if f.lines > LONGEST_FUNCTION
    ]
    untyped = [f"{m.name}:{f.line} {f.name}" for m, f in functions if not f.typed]
    silent = [m.name for m in modules if not m.docstring]
    return [
        most("module lines, median", 120, median(lines or [0])),
        most("module lines, p90", 350, p90(lines)),
        most("module lines, largest", LARGEST_MODULE, max(lines, default=0), long_modules),
        most("function lines, p90", 25, p90([f.lines for _, f in functions])),
        most(
            "function lines, longest",
            LONGEST_FUNCTION,
            max((f.lines for _, f in functions), default=0),
            long_functions,
        ),
        none_of("functions without a typed return", untyped),
        none_of("modules that do not say what they are for", silent),
    ]


def goals(modules: Sequence[ModuleFacts], tests: Path) -> list[Goal]:
    """Measure the tree against every goal."""
    circles = [" <-> ".join(ring) for ring in rings({m.name: m.imports for m in modules})]
    part_circles = [" <-> ".join(ring) for ring in rings(part_imports(modules))]
    return [
        none_of("import cycles between modules", circles),
        none_of("import cycles between parts", part_circles),
        *size_goals(modules),
        mirrored_goal(modules, tests),
    ]


def main() -> int:
    modules = read_tree(ROOT / "src")
    measured = goals(modules, ROOT / "tests")
    print(f"Tree of {len(modules)} modules, {sum(m.lines for m in modules)} lines (migrations left out)")
    for goal in measured:
        print(f"  {'ok ' if goal.met else 'NOT'} {goal.name:<44} {goal.goal:>8}   found {goal.found}")
        if not goal.met or goal.name.startswith("modules mirrored"):
            for culprit in goal.culprits:
                print(f"        {culprit}")
    return 0 if all(goal.met for goal in measured) else 1


if __name__ == "__main__":
    sys.exit(main())
