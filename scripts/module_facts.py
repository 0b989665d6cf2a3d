"""Read one Python file into the few facts that the tree's goals are about."""

import ast
from dataclasses import dataclass
from pathlib import Path

DATA_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class FunctionFacts:
    """One function: where it is, how long, and whether it says what it returns."""

    name: str
    line: int
    lines: int
    typed: bool


@dataclass(frozen=True, slots=True)
class ModuleFacts:
    """One module of the package."""

    name: str
    path: Path
    lines: int
    docstring: str
    is_data_table: bool
    is_package: bool
    is_empty: bool
    functions: tuple[FunctionFacts, ...]
    imports: frozenset[str]


def module_name(path: Path, src: Path) -> str:
    """`src/haidang/base/net/__init__.py` -> `haidang.base.net`."""
    parts = path.relative_to(src).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


def _imports(tree: ast.AST, name: str, is_package: bool, modules: frozenset[str]) -> set[str]:
    """Every module of ours that this one imports, lazily or not; imports for type checking do not count."""
    found: set[str] = set()
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if _is_type_checking(node):
            assert isinstance(node, ast.If)
            waiting.extend(node.orelse)
            continue
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.update(_import_from(node, name, is_package, modules))
        waiting.extend(ast.iter_child_nodes(node))
    return {target for target in found if target in modules and target != name}


def _import_from(node: ast.ImportFrom, name: str, is_package: bool, modules: frozenset[str]) -> set[str]:
    base = node.module or ""
    if node.level:
        parents = name.split(".")
        parents = parents[: len(parents) - node.level + (1 if is_package else 0)]
        base = ".".join([*parents, base]) if base else ".".join(parents)
    # `from haidang.base import net` means the module haidang.base.net, not a name inside haidang.base.
    return {full if (full := f"{base}.{alias.name}") in modules else base for alias in node.names}


def _functions(tree: ast.AST) -> tuple[FunctionFacts, ...]:
    return tuple(
        FunctionFacts(
            name=node.name,
            line=node.lineno,
            lines=(node.end_lineno or node.lineno) - node.lineno + 1,
            typed=node.returns is not None,
        )
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def _is_literal(node: ast.stmt) -> bool:
    """Say whether a statement is a table of constants (a list, dict, tuple or text written out)."""
    if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
        return False
    allowed = (
        *(ast.Constant, ast.List, ast.Tuple, ast.Dict, ast.Set, ast.Call, ast.Name, ast.Attribute, ast.Load),
        *(ast.keyword, ast.UnaryOp, ast.USub, ast.Starred),
    )
    return all(isinstance(part, allowed) for part in ast.walk(node.value))


def read_module(path: Path, src: Path, modules: frozenset[str]) -> ModuleFacts:
    """Read one file; `modules` are the names of all modules of the package."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    name, is_package = module_name(path, src), path.name == "__init__.py"
    lines = len(text.splitlines())
    table = sum((n.end_lineno or n.lineno) - n.lineno + 1 for n in tree.body if _is_literal(n))
    return ModuleFacts(
        name=name,
        path=path,
        lines=lines,
        docstring=(ast.get_docstring(tree) or "").split("\n")[0],
        is_data_table=lines > 0 and table / lines >= DATA_SHARE,
        is_package=is_package,
        is_empty=len(tree.body) <= 1,
        functions=_functions(tree),
        imports=frozenset(_imports(tree, name, is_package, modules)),
    )
