"""Checksums of the mark-up: all of the tree is in them, and nothing of how it is written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from conftest import GOLD, encoded
from memcon.tei.markupsums import beginning, divided, markupsums, pieces
from memcon.tei.names import tei
from memcon.tei.parsing import Tree, parse
from memcon.tei.serialising import canonical_form, markup_signature
from trees import documents

IDENTIFIERS = [fact["id"] for fact in GOLD]
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">{}</TEI>'


def parsed(data: bytes) -> Tree:
    outcome = parse(data, "x.xml")
    assert outcome.value is not None
    return outcome.value


def sums(source: str) -> list[str]:
    return divided(markupsums(canonical_form(parsed(source.encode()))))


@pytest.mark.parametrize("identifier", IDENTIFIERS)
def test_each_piece_begins_with_its_element_and_has_its_sum(identifier: str) -> None:
    tree = encoded(identifier).tree
    found, elements = pieces(canonical_form(tree)), beginning(tree.getroot())
    names = [each[1:].split(b" ")[0].split(b">")[0].decode() for each in found]
    assert names == [etree.QName(each).localname for each in elements]
    carried = markup_signature(tree)
    assert carried == markupsums(canonical_form(tree))
    assert len(divided(carried or "")) == len(elements)
    assert elements[0].tag == tei("TEI")


@given(documents())
def test_in_any_document_pieces_and_elements_are_as_many(tree: etree._ElementTree) -> None:
    assert len(pieces(canonical_form(tree))) == len(beginning(tree.getroot()))


SAME = {
    "lines": ("<p>a b</p><p>c</p>", "<p>a\n  b</p>\n <p>\nc\n</p>"),
    "comments": ("<p>a b</p>", "<p>a<!-- <p>seen</p> --> b</p><!-- x -->"),
    "instructions": ("<p>a b</p>", "<?x <p/> ?><p>a b</p>"),
    "empty elements": ("<p>a<pb/>b</p>", "<p>a<pb></pb>b</p>"),
    "the order of attributes": ('<sp n="1" who="#a"/>', '<sp who="#a" n="1"/>'),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_how_it_is_written_is_in_no_sum(one: str, other: str) -> None:
    assert sums(TEI.format(one)) == sums(TEI.format(other))


def test_prefixes_are_in_no_sum() -> None:
    plain = TEI.format("<text><p>a<hi>b</hi></p></text>")
    other = re.sub(r"<(/?)(?=\w)", r"<\1t:", plain).replace("xmlns=", "xmlns:t=")
    assert sums(plain) == sums(other)
    root = parsed(other.encode()).getroot()
    assert len(beginning(root)) == len(sums(other))


OTHER = {
    "a word": ("<p>a b</p>", "<p>a c</p>"),
    "a blank": ("<p>a b</p>", "<p>a  b</p>"),
    "an attribute": ("<p>a</p>", '<p n="1">a</p>'),
    "an element in the line": ("<p>a b</p>", "<p>a <hi>b</hi></p>"),
    "where such an element ends": ("<p><hi>a b</hi> c</p>", "<p><hi>a</hi> b c</p>"),
    "a break": ("<p>a b</p>", "<p>a <pb/>b</p>"),
    "what stands in what": ("<sp><p>a</p><p>b</p></sp>", "<sp><p>a</p></sp><p>b</p>"),
    "the order": ("<p>a</p><p>b</p>", "<p>b</p><p>a</p>"),
    "what ends where": ("<list><item>a</item></list><p/>", "<list><item>a</item><p/></list>"),
    "words behind an element": ("<p>a <note>n</note> b</p>", "<p>a <note>n b</note></p>"),
}


@pytest.mark.parametrize(("one", "other"), OTHER.values(), ids=OTHER)
def test_what_it_says_is_in_them(one: str, other: str) -> None:
    assert sums(TEI.format(one)) != sums(TEI.format(other))


@given(st.lists(st.sampled_from(["<p>a</p>", "<p>b</p>", "<sp><p>c</p></sp>"]), min_size=1, max_size=6), st.data())
def test_what_came_changes_no_sum_of_others(inner: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(inner)))
    more = [*inner[:at], "<ab>x</ab>", *inner[at:]]
    before, after = (sums(TEI.format("".join([*each, "<p>z</p>"]))) for each in (inner, more))
    new = [each for each in after if each not in before]
    assert len(new) == 1
    assert [each for each in after if each not in new] == before
