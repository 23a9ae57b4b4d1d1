"""The house keeps its rooms apart, and small."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "graph_builder"
ROOMS = {"read", "registers", "extract", "resolve", "corrections", "graph", "view"}
SHARED = {"model", "decisions", "vocabulary", "names", "resources", "errors", "__init__", "__version__"}
JOINING = {"cli", "notebook", "pipeline", "serve", "settings", "sure", "voices", "workers"}
BELONGS = {  # library: the parts of the house that may know it
    "spacy": {"extract"},
    "onnxruntime": {"extract"},
    "tokenizers": {"extract"},
    "rdflib": {"graph", "vocabulary"},
    "pyoxigraph": {"graph", "vocabulary", "registers"},
    "pyshacl": {"graph"},
    "networkx": {"view", "graph"},  # graph/ writes GraphML and GEXF with it
    "pyvis": {"view"},
    "jinja2": {"view", "serve"},
    "trafilatura": {"read"},
    "pypdf": {"read"},
    "docx": {"read"},
    "httpx": {"graph"},
    "openai": {"extract"},
    "starlette": {"serve"},
    "uvicorn": {"serve"},
    "pandas": {"notebook"},
    "typer": {"cli"},
    "prompt_toolkit": {"cli"},
    "rich": {"cli"},
    "distributed": {"workers"},
    "dask": {"workers"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))
CODE = ("graph_builder", "tests", "benchmarks")
FILES = sorted(path for folder in CODE for path in (ROOT / folder).rglob("*.py"))


def part(path: Path) -> str:
    """The room or shared module that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Full names of the modules that a file imports, wherever in it."""
    place = ("graph_builder", *path.relative_to(PACKAGE).parts[:-1])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = place[: len(place) - node.level + 1] if node.level else ()
            start = ".".join(filter(None, (*above, node.module)))
            yield from (f"{start}.{alias.name}" for alias in node.names)


def own(path: Path) -> set[str]:
    """The parts of the house that a file imports."""
    names = (name.split(".") for name in imports(path))
    return {name[1] for name in names if name[0] == "graph_builder" and len(name) > 1}


def libraries(path: Path) -> set[str]:
    """The third-party libraries that a file imports."""
    tops = {name.split(".")[0] for name in imports(path)}
    return tops - {"graph_builder"} - set(sys.stdlib_module_names)


def declared() -> set[str]:
    """The distributions that the package says it needs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(d for extra in project["optional-dependencies"].values() for d in extra)]
    return {re.split(r"[<>=!~ \[]", line)[0].replace("_", "-").lower() for line in wanted}


def by_name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", [p for p in MODULES if part(p) in ROOMS], ids=by_name)
def test_a_room_imports_no_other_room(path):
    assert own(path) - SHARED <= {part(path)}


@pytest.mark.parametrize("path", [p for p in MODULES if part(p) in SHARED], ids=by_name)
def test_what_is_shared_imports_only_what_is_shared(path):
    door = {"notebook"} if part(path) == "__init__" else set()  # what `from graph_builder import build` opens
    assert own(path) <= SHARED | door


@pytest.mark.parametrize("path", MODULES, ids=by_name)
def test_a_library_is_known_only_where_it_belongs(path):
    strangers = {name for name in libraries(path) if name in BELONGS and part(path) not in BELONGS[name]}
    assert not strangers


def test_every_part_of_the_house_is_a_room_or_is_shared_or_joins():
    assert {part(p) for p in MODULES} <= ROOMS | SHARED | JOINING


def test_every_library_that_is_imported_is_declared():
    made_by = packages_distributions()
    used = {name for path in MODULES for name in libraries(path)}
    makers = {name: {d.replace("_", "-").lower() for d in made_by.get(name, [name])} for name in used}
    assert not {name for name in used if not makers[name] & declared()}


def test_only_the_command_line_prints_or_exits():
    calls = {
        f"{by_name(path)}: {node.func.id}"
        for path in MODULES
        if part(path) != "cli"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"print", "exit", "quit"}
    }
    assert not calls


@pytest.mark.parametrize("path", FILES, ids=by_name)
def test_no_file_is_longer_than_300_lines(path):
    length = path.read_text(encoding="utf-8").count("\n")
    assert length <= 300


def longer_than(path: Path, most: int) -> list[str]:
    """The functions of a file that have more lines of code than that, without their docstrings and comments above."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))
    bodies = ((f.name, f.body[1:] if ast.get_docstring(f) else f.body) for f in functions)
    return [name for name, body in bodies if body and (body[-1].end_lineno or 0) - body[0].lineno >= most]


@pytest.mark.parametrize("path", FILES, ids=by_name)
def test_no_function_is_longer_than_40_lines(path):
    assert not longer_than(path, 40)


def test_no_module_is_named_after_nothing():
    assert not {p.stem for p in MODULES} & {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc"}
