"""Places of printed characters: expat's view of what is print agrees with the tree's, character by character."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from lxml import etree

from conftest import GOLD, encoded
from memcon.fidelity import printed_text
from memcon.tei.parsing import parse_tei
from memcon.tei.places import element_places, printed_places
from memcon.tei.serialising import serialise
from trees import documents


def characters_at(source: str, places: list[tuple[int, int]]) -> str:
    """What stands in the file at the places."""
    lines = source.split("\n")
    return "".join(lines[line - 1][column - 1] for line, column in places)


def squeezed(text: str) -> str:
    return "".join(text.split())


def tei(text: str) -> str:
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>{text}</TEI>'


@pytest.mark.parametrize("identifier", [fact["id"] for fact in GOLD])
def test_every_printed_character_of_the_edition_has_its_place(identifier: str) -> None:
    file = encoded(identifier)
    found = characters_at(file.data.decode(), printed_places(file.data))
    expected = squeezed("".join(printed_text(file.tree)))
    assert [(a, b) for a, b in zip(found, expected, strict=True) if a != b] in ([], [("&", "&")])


@settings(max_examples=150, deadline=None, derandomize=True)
@given(documents())
def test_places_agree_with_what_the_proof_calls_print(tree: etree._ElementTree) -> None:
    data = serialise(tree)
    parsed = parse_tei(data, "x.xml").value
    assert parsed is not None
    printed = squeezed("".join(printed_text(parsed)))
    places = printed_places(data)
    assert len(places) == len(printed)
    for here, wanted in zip(characters_at(data.decode(), places), printed, strict=True):
        assert here == wanted or here == "&"  # a reference stands for its character
    assert len(element_places(data)) == sum(1 for _ in parsed.iter(etree.Element))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("<text>a<!-- b -->c<?d e?>f</text>", "acf"),
        ("<text>a<note resp='#edition'>b<corr>c</corr>d<note resp='#edition'>e</note>f</note>g</text>", "ag"),
        ("<text>a<corr>b<p>c</p>d</corr>e</text>", "ae"),
        ("<text>a<p resp='#edition'/>b<p resp='#editor #edition'>c</p>d<p resp='#editor'>e</p></text>", "abde"),
        ("<text><![CDATA[<a>]]>&lt;&#x1D4B3;</text>", "<a>&&"),
        ("<text>a<text>b</text></text><text>c</text>", "ab"),
        ("<teiHeader><text>a</text></teiHeader>", ""),
        ("<text resp='#edition'>a</text>b", ""),
        ("<text>a<corr/>b</text>", "ab"),
    ],
)
def test_what_is_print(text: str, printed: str) -> None:
    source = tei(text)
    tree = parse_tei(source.encode(), "x.xml").value
    assert tree is not None
    places = printed_places(source.encode())
    assert characters_at(source, places) == printed
    assert len(squeezed("".join(printed_text(tree)))) == len(printed)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252", "iso-8859-15", "shift_jis"]
)
def test_places_in_other_encodings(encoding: str) -> None:
    """Columns count characters, whatever the bytes are."""
    body = "<text>é b</text>" if encoding != "shift_jis" else "<text>日 b</text>"
    declared = encoding.removesuffix("-sig")
    source = f'<?xml version="1.0" encoding="{declared}"?>\n{tei(body)}'
    data = source.encode(encoding)
    assert parse_tei(data, "x.xml").value is not None
    assert characters_at(source, printed_places(data)) == body[6] + "b"


@pytest.mark.parametrize("source", [tei("<text><𝒳/>a</text>"), "<a", ""])
def test_what_expat_cannot_read_has_no_places_and_no_traceback(source: str) -> None:
    assert printed_places(source.encode()) == []
    assert element_places(source.encode()) == []


def test_long_lines_and_line_ends_do_not_move_places() -> None:
    source = tei(f"<text>{'é' * 70_000}\n\n b<hi>\nc</hi></text>")
    places = printed_places(source.encode())
    assert characters_at(source, places) == "é" * 70_000 + "bc"
