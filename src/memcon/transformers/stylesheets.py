"""The XSLT style sheets: ours, compiled once, and a user's, which may import ours and nothing else.

A style sheet can ask for files and addresses in three ways: `xsl:import` and `xsl:include`, which a resolver
answers; `document()` and the extension elements that write, which libxslt's access control refuses; and a DTD,
which our parser refuses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from threading import Lock
from typing import TYPE_CHECKING

from lxml import etree

from memcon.diagnostics import Diagnostic, Location, Outcome, in_order
from memcon.rules import rule
from memcon.tei.names import TEI_NS
from memcon.tei.parsing import Tree, parse

if TYPE_CHECKING:
    from lxml.etree._docloader import _InputDocument

_XSL = "{http://www.w3.org/1999/XSL/Transform}"
_SCHEME = "memcon:"
_IMPORTABLE = (f"{_SCHEME}html.xsl", f"{_SCHEME}text.xsl")
_EMPTY = '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>'
_ELEMENTS = frozenset(
    "apply-imports apply-templates attribute attribute-set call-template choose comment copy copy-of decimal-format "
    "document element fallback for-each if import include key message namespace-alias number otherwise output param "
    "preserve-space processing-instruction sort strip-space stylesheet template text transform value-of variable when "
    "with-param".split()
)
"""XSLT 1.0, and xsl:document, which is denied. libxslt passes over what it does not know, and its content with it."""
_UNRENDERABLE = re.compile(r"\s*memcon:unrenderable\s+((?:/\*\[\d+\])+)\s*")
_DENIED = re.compile(r"(?:read|write) rights for (?:string://__STRING__XSLT__/)?(.*) denied")
_ADVICE = f"import {_IMPORTABLE[0]} or {_IMPORTABLE[1]}; everything else belongs into the style sheet itself"
_VAGUE = ("unknown error", "XPath evaluation returned no result", "runtime error", "compilation error", _SCHEME)
"""How entries of libxslt's log begin that do not say what is wrong."""


@dataclass(frozen=True)
class Sheet:
    """A compiled style sheet.

    lxml keeps one log of messages for each of them, so one run has to end before the next one begins:
    that is what the lock is for. Processes, not threads, make rendering faster.
    """

    path: str
    transform: etree.XSLT
    lock: Lock = field(default_factory=Lock, repr=False, compare=False)


class UserSheet(Sheet):
    """A style sheet that somebody other than us wrote."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of libxslt's log; `line` is one of the style sheet."""

    line: int
    message: str


class _Resolver(etree.Resolver):
    """Answers for our own style sheets from the package, and for nothing else."""

    def __init__(self) -> None:
        self.refused: list[str] = []

    def resolve(self, system_url: str | None, public_id: str | None, context: object) -> _InputDocument | None:
        """The style sheet asked for, or an empty one: the default would be to read the file."""
        url = system_url or ""
        name = url.removeprefix(_SCHEME)
        if name in _bundled():
            return self.resolve_string(_source(name).decode(), context, base_url=_SCHEME + name)
        self.refused.append(url)
        return self.resolve_string(_EMPTY, context, base_url=url)


@cache
def _bundled() -> frozenset[str]:
    return frozenset(item.name for item in files(__package__).iterdir() if item.name.endswith(".xsl"))


def _source(name: str) -> bytes:
    return files(__package__).joinpath(name).read_bytes()


def css() -> str:
    """The text of memcon.css, which every page links to."""
    return _source("memcon.css").decode()


@cache
def bundled(name: str) -> Sheet:
    """Our style sheet of that name (`html.xsl`, `text.xsl`, `diplomatic.xsl`), compiled when it is first asked for."""
    path = _SCHEME + name
    tree = parse(_source(name), path).value
    assert tree is not None, f"{name} is not well-formed"
    return Sheet(path, _compile(tree, _Resolver()))


def compile_user(data: bytes, path: str) -> Outcome[UserSheet]:
    """Compile a user's style sheet.

    It may import `memcon:html.xsl` or `memcon:text.xsl`. Diagnostics: MC401, MC402 where it is no safe XML, MC603
    for each import or include of anything else, MC602 where XSLT cannot make sense of it.
    """
    parsed = parse(data, path)
    if parsed.value is None:
        return Outcome(None, parsed.diagnostics)
    root = parsed.value.getroot()
    if root.tag not in (f"{_XSL}stylesheet", f"{_XSL}transform"):
        message = f"the root element is {etree.QName(root).localname}, not xsl:stylesheet"
        return Outcome(None, (Diagnostic(rule("MC602"), message, Location(path, root.sourceline or 1)),))
    if refused := _refused_imports(root, path) + _misspelt(root, path):
        return Outcome(None, refused)
    resolver = _Resolver()
    try:
        transform = _compile(parsed.value, resolver)
    except etree.XSLTParseError as error:
        return Outcome(None, _failures(_entries(error.error_log), path, str(error)))
    assert not resolver.refused, "an import was not seen before compiling"
    return Outcome(UserSheet(path, transform))


def run(sheet: Sheet, tree: Tree, path: str, **parameters: str) -> Outcome[Tree]:
    """Transform a TEI tree; what the style sheet has no template for is reported (MC601).

    A style sheet that fails gives no tree, but MC602, or MC603 where it asked for what it may not have.
    """
    values = {name.replace("_", "-"): etree.XSLT.strparam(value) for name, value in parameters.items()}
    with sheet.lock:
        try:
            result = sheet.transform(tree, profile_run=False, **values)
        except etree.XSLTApplyError as error:
            return Outcome(None, _failures(_entries(sheet.transform.error_log), sheet.path, str(error)))
        messages = [entry.message for entry in sheet.transform.error_log]
    return Outcome(result, in_order(_unrenderable(messages, tree, path)))


def _compile(tree: Tree, resolver: _Resolver) -> etree.XSLT:
    assert tree.parser is not None, "a parsed tree has its parser"
    tree.parser.resolvers.add(resolver)
    return etree.XSLT(tree, access_control=etree.XSLTAccessControl.DENY_ALL)


def _refused_imports(root: etree._Element, path: str) -> tuple[Diagnostic, ...]:
    found = []
    for element in root.iter(f"{_XSL}import", f"{_XSL}include"):
        href = element.get("href", "")
        if href not in _IMPORTABLE:
            message = f"{etree.QName(element).localname} of {href!r} is not allowed"
            found.append(Diagnostic(rule("MC603"), message, Location(path, element.sourceline or 1), hint=_ADVICE))
    return tuple(found)


def _misspelt(root: etree._Element, path: str) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(rule("MC602"), f"xsl:{name} is no element of XSLT 1.0", Location(path, element.sourceline or 1))
        for element in root.iter(f"{_XSL}*")
        if (name := etree.QName(element).localname) not in _ELEMENTS
    )


def _entries(log: etree._ListErrorLog) -> list[_Entry]:
    """The log, with the line of the last entry that had one: libxslt gives place and message one after the other."""
    entries: list[_Entry] = []
    line = 0
    for entry in log:
        line = entry.line or line
        entries.append(_Entry(line, entry.message.strip()))
    return entries


def _failures(entries: list[_Entry], path: str, otherwise: str) -> tuple[Diagnostic, ...]:
    """The log of a style sheet that failed, as diagnostics: denied access, else the first entry that says what."""
    denied = [(match[1], entry) for entry in entries if (match := _DENIED.search(entry.message))]
    if denied:
        return in_order(
            Diagnostic(rule("MC603"), f"access to {what!r} is denied", Location(path, entry.line), hint=_ADVICE)
            for what, entry in denied
        )
    telling = [entry for entry in entries if not entry.message.startswith(_VAGUE)]
    first = telling[0] if telling else _Entry(entries[-1].line if entries else 0, otherwise)
    # What is wrong may be said before the place is: then the next line of the log has it.
    line = first.line or next((entry.line for entry in entries if entry.line), 0)
    return (Diagnostic(rule("MC602"), first.message.splitlines()[0], Location(path, line)),)


def _unrenderable(messages: list[str], tree: Tree, path: str) -> list[Diagnostic]:
    """An MC601 for each message of the catch-all template, which says where in the tree the element stands."""
    found = []
    for message in messages:
        match = _UNRENDERABLE.fullmatch(message)
        if match is None:
            continue  # a message of a user's style sheet
        element = _at(tree, match[1])
        name = etree.QName(element)
        shown = name.localname if name.namespace == TEI_NS else f"{name.localname} ({name.namespace or 'no namespace'})"
        place = Location(path, element.sourceline or 0, xpath=_xpath(tree, element))
        hint = "write a template for it in a style sheet of your own, or use an element the schema knows"
        found.append(Diagnostic(rule("MC601"), f"there is no template for {shown}; its text is kept", place, hint=hint))
    return found


def _at(tree: Tree, position: str) -> etree._Element:
    """The element at a path of child positions such as `/*[1]/*[2]`."""
    element = tree.getroot()
    for step in re.findall(r"\d+", position)[1:]:
        element = next(child for i, child in enumerate(element.iterchildren("*"), 1) if i == int(step))
    return element


def _xpath(tree: Tree, element: etree._Element) -> str:
    """The element's XPath, with the prefix `t` of `memcon.tei.names.NSMAP`."""
    return "/t:TEI/" + tree.getelementpath(element).replace(f"{{{TEI_NS}}}", "t:")
