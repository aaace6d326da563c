"""The schema: libxml2's XSD decides, and only what it rejects is walked by the xmlschema package, which explains.

Each is compiled once per process, and the second only when something is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.resources import schema_file
from memcon.tei.names import TEI_NS
from memcon.tei.parsing import Tree
from memcon.validation.places import Source

if TYPE_CHECKING:
    import xmlschema

_NAMED = 8  # elements of a content model
_MOST = 25  # findings per file: behind an early fault later ones are often its consequence


@cache
def _decider() -> etree.XMLSchema:
    with _as_file() as path:
        return etree.XMLSchema(etree.parse(path))


@cache
def _explainer() -> xmlschema.XMLSchema10:
    import xmlschema

    with _as_file() as path:
        return xmlschema.XMLSchema10(path, allow="local", defuse="always")


@contextmanager
def _as_file() -> Iterator[str]:
    """The path of the schema, with that of xml.xsd beside it."""
    found, beside = schema_file("memcon.xsd"), schema_file("xml.xsd")
    if isinstance(found, Path):
        yield str(found)
        return
    from importlib.resources import as_file  # it takes long to load, and is needed where the package is no folder

    with as_file(found) as path, as_file(beside):
        yield str(path)


def compile_schema() -> None:
    """Compile the schema now, not when it is first needed."""
    _decider()


def check_schema(source: Source) -> tuple[Diagnostic, ...]:
    """MC404 for each place where the document does not follow the schema; nothing where it does."""
    decider = _decider()
    if decider.validate(source.tree):
        return ()
    explained = tuple(_explained(source))
    if explained:
        return explained
    first = decider.error_log[0]
    element = _at_line(source.tree, first.line)
    return (source.finding("MC404", _plain(first.message), element),)


def _at_line(tree: Tree, line: int) -> etree._Element:
    return next((e for e in tree.iter(etree.Element) if (e.sourceline or 0) >= line), tree.getroot())


def _explained(source: Source) -> list[Diagnostic]:
    from xmlschema.validators.exceptions import XMLSchemaChildrenValidationError

    found: list[Diagnostic] = []
    root: Any = source.tree.getroot()  # an lxml tree is supported, though not by the package's annotations
    for error in _explainer().iter_errors(root):
        element = error.elem if isinstance(error.elem, etree._Element) else root
        hint = ""
        if isinstance(error, XMLSchemaChildrenValidationError):
            message, hint = _children(error)
            if isinstance(error.invalid_child, etree._Element):
                element = error.invalid_child
        else:
            message = _plain(error.reason or error.message)
        found.append(source.finding("MC404", message, element, hint))
        if len(found) >= _MOST:
            break
    return found


def _children(error: Any) -> tuple[str, str]:
    """What stands where it may not, or what is missing, and what was expected."""
    parent = _local(getattr(getattr(error, "elem", None), "tag", ""))
    expected = [_local(getattr(each, "name", None) or str(each)) for each in getattr(error, "expected", None) or ()]
    expected = list(dict.fromkeys(name for name in expected if name))
    child = getattr(error, "invalid_tag", None)
    message = f"{_local(child)} is not allowed here in {parent}" if child else f"{parent} is not complete"
    if expected:
        return message, f"expected: {_listed(expected)}"
    allowed = [_local(each.name) for each in error.validator.iter_elements()]
    return message, f"{parent} may hold {_listed(list(dict.fromkeys(filter(None, allowed))))}" if allowed else ""


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")


def _local(name: object) -> str:
    return str(name or "").rpartition("}")[2]


def _plain(message: str) -> str:
    """A message of a schema processor without namespaces."""
    return " ".join(message.replace(f"{{{TEI_NS}}}", "").split())
