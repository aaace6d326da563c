"""RELAX NG, XML syntax -> compact syntax, which is all that Emacs reads.

Knows what `odd.relaxng` writes and nothing more. (RELAX NG Compact Syntax, OASIS Committee Specification, 2002.)
"""

from __future__ import annotations

import re

from lxml import etree

from odd.model import OddError
from odd.relaxng import DOC, RNG
from odd.xmltree import NOTICE

_KEYWORDS = frozenset(
    "attribute default datatypes div element empty external grammar include inherit list mixed namespace notAllowed "
    "parent start string text token".split()
)
_SUFFIXES = {"optional": "?", "zeroOrMore": "*", "oneOrMore": "+"}
_INDENT = "  "
_CLASS_OR_QUERY = re.compile(r"(\[(?:[^\]\\]|\\.)*\])|\\\?")


def build(grammar: etree._Element) -> bytes:
    """Return a grammar in compact syntax; lines end with a line feed."""
    lines = [f"# {NOTICE.strip()}", "", f"default namespace = {_literal(grammar.get('ns', ''))}", ""]
    for child in grammar:
        name = "start" if _local(child) == "start" else _identifier(child.get("name", ""))
        lines.append(f"{name} =\n{_INDENT}{_content(child, 1)}")
    return ("\n".join(lines) + "\n").encode()


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _identifier(name: str) -> str:
    return f"\\{name}" if name in _KEYWORDS else name


def _literal(text: str) -> str:
    """Return a string between quotation marks that it does not hold itself."""
    quote = next((mark for mark in ('"', "'", '"""') if mark not in text), None)
    if quote is None or "\n" in text or "\\x{" in text or text.endswith(quote[0]):
        raise OddError(f"compact syntax: {text!r} cannot be quoted")
    return f"{quote}{text}{quote}"


def _content(parent: etree._Element, level: int) -> str:
    """Return what an element holds, its parts joined: two and more are a group."""
    parts = [child for child in parent if child.tag != f"{{{DOC}}}documentation"]
    return f",\n{_INDENT * level}".join(_pattern(part, level, alone=len(parts) == 1) for part in parts)


def _pattern(element: etree._Element, level: int, alone: bool = False) -> str:
    """Return one pattern; in parentheses where it is not alone and could be read with its neighbours."""
    if element.prefix is not None or not str(element.tag).startswith(f"{{{RNG}}}"):
        raise OddError(f"compact syntax: {element.tag!r} is not known here")
    match _local(element):
        case "ref":
            return _identifier(element.get("name", ""))
        case "text" | "empty" as keyword:
            return keyword
        case "value":
            return f"xsd:{element.get('type')} {_literal(element.text or '')}"
        case "data":
            return f"xsd:{element.get('type')}{_parameters(element)}"
        case "element" | "attribute" as keyword:
            return _named(keyword, element, level)
        case "list":
            return f"list {{ {_content(element, level + 1)} }}"
        case "optional" | "zeroOrMore" | "oneOrMore" as quantifier:
            return _quantified(element, level) + _SUFFIXES[quantifier]
        case "group":
            return f"({_content(element, level + 1)})"
        case "choice":
            made = f"\n{_INDENT * level}| ".join(_pattern(child, level + 1) for child in element)
            return made if alone else f"({made})"
        case other:
            raise OddError(f"compact syntax: {other} is not known here")


def _named(keyword: str, element: etree._Element, level: int) -> str:
    """Return the pattern of an element or attribute, its description before it."""
    indent = _INDENT * (level + 1)
    described = (" ".join((note.text or "").split()) for note in element.iterchildren(f"{{{DOC}}}documentation"))
    notes = "".join(f"## {words}\n{_INDENT * level}" for words in described)
    return f"{notes}{keyword} {element.get('name')} {{\n{indent}{_content(element, level + 1)}\n{_INDENT * level}}}"


def _quantified(element: etree._Element, level: int) -> str:
    """Return the one pattern that is repeated. A description before it would be one of the whole, so the pattern that
    bears one stands in parentheses."""
    made = _content(element, level + 1)
    single = len(element) == 1 and _local(element[0]) in ("ref", "text", "group", "list")
    return made if single else f"({made})"


def _parameters(element: etree._Element) -> str:
    given = " ".join(f"{each.get('name')} = {_literal(_plain(each.text or ''))}" for each in element)
    return f" {{ {given} }}" if given else ""


def _plain(expression: str) -> str:
    """Return a regular expression without an escape that Emacs (28.2, xsd-regexp.el) does not know: that of `?`."""
    return _CLASS_OR_QUERY.sub(lambda match: match[1] or "[?]", expression)
