"""Check that imports run one way: ``python -m tests.imports``. Exit status 1 and a line for each
that does not.

Between rooms every import counts, wherever it stands. Within the whole, modules must not import one
another in a circle as they are loaded: what a function imports when it is called is free to.
"""

import ast
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

# Each room, and the rooms that it may import besides itself.
ROOMS: dict[str, tuple[str, ...]] = {
    "index": (),
    "qa": ("index",),
    "eval": ("index", "qa"),
    "ui": ("index", "qa", "eval"),
    "tests": ("index", "qa", "eval", "ui"),
}
Import = ast.Import | ast.ImportFrom


def problems(root: Path) -> list[str]:
    """What is wrong with the imports of the rooms under ``root``, in order of file and line."""
    trees = {path: ast.parse(path.read_bytes()) for path in _files(root)}
    crossing = [
        f"{path.relative_to(root)}:{node.lineno}: {room} must not import {target}"
        for path, tree in trees.items()
        for room in [path.relative_to(root).parts[0]]
        for node in ast.walk(tree)
        if isinstance(node, Import)
        for target in _named(node, _module(path, root), path)
        if _is_foreign(room, target)
    ]
    modules = {_module(path, root): tree for path, tree in trees.items()}
    paths = {_module(path, root): path for path in trees}
    graph = {
        name: {
            loaded
            for node in _at_loading(tree)
            for target in _named(node, name, paths[name])
            for loaded in _loaded(target, name, set(modules))
        }
        for name, tree in modules.items()
    }
    return crossing + _circle(graph)


def _files(root: Path) -> list[Path]:
    return sorted(path for room in ROOMS for path in (root / room).rglob("*.py"))


def _module(path: Path, root: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _named(node: Import, module: str, path: Path) -> list[str]:
    """The full names that the statement imports; ``from a import b`` names ``a.b``."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    source = node.module or ""
    if node.level:
        package = module if path.name == "__init__.py" else module.rpartition(".")[0]
        above = package.split(".")[: len(package.split(".")) - node.level + 1]
        source = ".".join([*above, *([node.module] if node.module else [])])
    return [f"{source}.{alias.name}" for alias in node.names]


def _is_foreign(room: str, target: str) -> bool:
    imported = target.split(".", maxsplit=1)[0]
    return imported in ROOMS and imported != room and imported not in ROOMS[room]


def _at_loading(node: ast.AST) -> Iterator[Import]:
    """The imports that run when the module is loaded: in no function, and not for types alone."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Import):
            yield child
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            for otherwise in child.orelse:
                yield from _at_loading(ast.Module([otherwise], []))
        elif not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from _at_loading(child)


def _loaded(target: str, module: str, modules: set[str]) -> Iterator[str]:
    """The modules that importing the name loads: its own, and the packages above that.

    A package above the importing module is being loaded already, and is no circle.
    """
    parts = target.split(".")
    for length in range(1, len(parts) + 1):
        name = ".".join(parts[:length])
        if name in modules and not f"{module}.".startswith(f"{name}."):
            yield name


def _circle(graph: dict[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return ["a circle of imports: " + " <- ".join(error.args[1])]
    return []


def main() -> None:
    """Print what is wrong, and exit with status 1 if anything is."""
    found = problems(Path(__file__).parents[1])
    print("\n".join(found) or "Imports run one way.")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
