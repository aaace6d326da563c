"""Where an element stands: what the line tells at once is what expat counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from conftest import TEI
from memcon.tei.parsing import parse
from memcon.validation.places import Source


def held_against_each_other(data: bytes) -> int:
    """How many of the elements are seen at once; each stands where expat says."""
    tree = parse(data, "a.xml").value
    assert tree is not None
    source, seen = Source(tree, data, "a.xml"), 0
    for element in tree.iter(etree.Element):
        place = source._seen(element)
        assert place in (None, source._counted(element)), etree.tostring(element)
        seen += place is not None
    return seen


@pytest.mark.parametrize("path", sorted(TEI.glob("*.xml")), ids=lambda path: str(path.stem))
def test_in_the_edition(path: Path) -> None:
    assert held_against_each_other(path.read_bytes()) > 50


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("<a><b/><c/></a>", 3),
        ("<a>\n  <b/> <b/>\n</a>", 1),
        ("<a\n x='1'><a/></a>", 0),
        ("<a\n x='>'><b/><a/></a>", 0),
        ("<a>\n<b\n/>\n<b/></a>", 2),
        ("<a><!-- <b> --><b/></a>", 1),
        ("<a><!--\n<b> --><c/></a>", 2),
        ("<a><![CDATA[<b>]]><c/></a>", 2),
        ("<p:a xmlns:p='p' xmlns:q='p'><q:a/><p:b/></p:a>", 3),
        ("<a>\r<b/>\r\n<c/></a>", 0),
        ("<a>\u2028<b/>\x85<c/>\u00e4<d/></a>", 4),
        ("<a>x > y <b/></a>", 2),
        ("<a>\nx > y <b/></a>", 1),
        ("<ab><a/><a.b/></ab>", 3),
    ],
)
def test_in_places_that_mislead(text: str, seen: int) -> None:
    assert held_against_each_other(text.encode()) == seen
    held_against_each_other(text.encode("utf-16"))
    declared = f'<?xml version="1.0" encoding="iso-8859-1"?>{text}'
    held_against_each_other(declared.encode("iso-8859-1", "xmlcharrefreplace"))


_TEXT = ("a", "b", "\n", "\r", "> ")
_MARKUP = ("<b/>", "<b\n/>", "<b x='>'\n>", "</b>", "<!--", "-->", "<![CDATA[", "]]>", "<?p", "?>")
PIECES = st.sampled_from((*_TEXT, *_MARKUP))


@settings(deadline=None, max_examples=300)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_wherever_it_stands(inside: str) -> None:
    data = f"<a>{inside}</a>".encode()
    if parse(data, "a.xml").value is not None:
        held_against_each_other(data)


def test_beyond_the_lines_that_are_counted() -> None:
    assert held_against_each_other(b"<a>" + b"\n" * 0x10000 + b"<b/><c/></a>") == 1


def test_a_numbered_element_is_the_one_of_its_line() -> None:
    data = b"<a>\n<!-- no element -->\n<b/>\n<c/></a>"
    tree = parse(data, "a.xml").value
    assert tree is not None
    source, (a, b, c) = Source(tree, data, "a.xml"), tree.iter(etree.Element)
    assert [source.numbered(number, line) for number, line in ((0, 1), (1, 3), (2, 4))] == [a, b, c]
    assert source.numbered(0, 9) is a
    assert source.numbered(1, 4) is None
    assert source.numbered(3, 4) is None
