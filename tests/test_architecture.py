"""The house: who may import whom, how large a room may grow, and what may stand nowhere."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

SOURCE = ROOT / "src" / "memcon"

# Rooms in order: each may import from those before it and from itself. Rooms on one level do not see each other.
LEVELS: tuple[frozenset[str], ...] = (
    frozenset({"__init__", "version", "resources", "batch", "caching", "charsets", "interchange", "spilling"}),
    frozenset({"diagnostics", "vocabularies"}),
    frozenset({"rules"}),
    frozenset({"transcript", "tables", "remembering"}),
    frozenset({"readers", "model", "decisions"}),
    frozenset({"converters", "tei", "findings"}),
    frozenset({"fidelity", "identifiers", "settings"}),
    frozenset({"validation", "verification"}),
    frozenset({"conversion", "fixing"}),
    frozenset({"transformers", "people", "redactions", "editions", "writing", "reporters", "inspection", "remaking"}),
    frozenset({"checking"}),
    frozenset({"api", "reference"}),
    frozenset({"cli"}),
    frozenset({"__main__"}),
)
# Floors of the converters in order, on the same terms; what stands on no floor stands on the roof and sees them all.
FLOORS = ("words", "release", "dating", "pages", "lines", "talks", "labels", "heads", "persons", "turns", "facts")
MODULES = sorted(SOURCE.rglob("*.py"))
CONVERTERS = sorted((SOURCE / "converters").glob("*/*.py"))


def room(path: Path) -> str:
    """The room a module belongs to: its folder, or its own name."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return parts[0]


def imported(path: Path) -> set[str]:
    """The rooms a module imports from, imports within functions and for type checking included."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "memcon":
            parts = (node.module or "").split(".")
            found |= {parts[1]} if len(parts) > 1 else {_named(alias.name) for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("memcon.")}
    return found


def _named(name: str) -> str:
    return name if (SOURCE / name).is_dir() or (SOURCE / f"{name}.py").is_file() else "__init__"


def level(name: str) -> int:
    return next(n for n, rooms in enumerate(LEVELS) if name in rooms)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_go_one_way(path: Path) -> None:
    if path == SOURCE / "__init__.py":  # it hands on the API, and imports it only when asked
        return
    here = room(path)
    for other in imported(path) - {here}:
        assert level(other) < level(here), f"{here} imports {other}"


@pytest.mark.parametrize("path", CONVERTERS, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_floors_of_the_converters_stand_on_those_below(path: Path) -> None:
    here = FLOORS.index(path.parent.name)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("memcon.converters"):
            floor = (node.module or "").split(".")[2]
            assert FLOORS.index(floor) <= here, f"{path.parent.name} imports {floor}"


def test_floors_of_the_converters_are_listed_in_their_room() -> None:
    listed = (SOURCE / "converters" / "__init__.py").read_text("utf-8")
    assert ", ".join(FLOORS) in " ".join(listed.split())
    assert {path.parent.name for path in CONVERTERS} == set(FLOORS)


def test_converters_and_tei_do_not_see_each_other_nor_transformers_the_model() -> None:
    for path in MODULES:
        if room(path) == "converters":
            assert "tei" not in imported(path), path
        if room(path) == "transformers":
            assert "model" not in imported(path), path


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_rooms_stay_small(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert len(path.read_text("utf-8").splitlines()) <= 450, "one file has one subject"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 60, f"{node.name} has {length} lines"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_what_may_stand_nowhere(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            name = ast.unparse(node.type) if node.type is not None else "everything"
            assert name not in ("Exception", "BaseException", "everything"), f"line {node.lineno} catches {name}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and room(path) != "cli":
            assert node.func.id not in ("print", "exit", "input"), f"line {node.lineno}"
        if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv"):
            assert room(path) == "cli", "only the command line reads the environment"


def test_public_functions_are_documented() -> None:
    for path in MODULES:
        tree = ast.parse(path.read_text("utf-8"))
        assert ast.get_docstring(tree), path
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                assert ast.get_docstring(node), f"{path.name}: {node.name}"


def test_nothing_in_the_sources_knows_a_person_of_the_gold() -> None:
    """A generaliser, not a memoriser: no speaker of the edition is named in the code."""
    from conftest import GOLD

    names = {speaker for fact in GOLD for speaker in fact["speakers"]} - {"major"}  # a rank, too
    for path in MODULES:
        code = _without_docstrings(path)
        for name in names:
            assert not re.search(rf"\b{name}\b", code.lower()), f"{path.name} knows {name}"


def _without_docstrings(path: Path) -> str:
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node):
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(tree)


def test_version_imports_neither_lxml_nor_xmlschema() -> None:
    code = (
        "import sys; from memcon.cli import main\n"
        "try: main(['--version'])\n"
        "except SystemExit: pass\n"
        "print(sorted(m for m in ('lxml', 'xmlschema', 'charset_normalizer', 'memcon.conversion') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
