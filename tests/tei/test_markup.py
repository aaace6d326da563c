"""The mark-up of a file as text agrees with what the parser sees; edits say the same in lines and columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from memcon.tei.coding import decode
from memcon.tei.markup import Markup
from memcon.tei.names import tei
from memcon.tei.parsing import parse
from trees import nodes


def text_of(node: etree._Element) -> str:
    """A document that holds the node."""
    root = etree.Element(tei("TEI"), nsmap={None: "http://www.tei-c.org/ns/1.0"})
    root.append(node)
    return etree.tostring(root, encoding="unicode")


def root_of(text: str) -> etree._Element:
    tree = parse(text.encode(), "").value
    assert tree is not None
    return tree.getroot()


@given(nodes())
def test_there_is_a_start_tag_for_each_element_with_its_attributes(node: etree._Element) -> None:
    text = text_of(node)
    elements = list(root_of(text).iter(etree.Element))
    tags = Markup(text).tags
    assert [text[tag.start : tag.end].split(">")[0].split("/")[0].split()[0] for tag in tags] == [
        f"<{etree.QName(element).localname}" for element in elements
    ]
    for tag, element in zip(tags, elements, strict=True):
        named = [name for name, *_ in tag.attributes if not name.startswith("xmlns")]
        assert [name.removeprefix("xml:") for name in named] == [etree.QName(name).localname for name in element.attrib]


@given(nodes(), st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8), st.data())
def test_an_attribute_is_set_and_nothing_else_changed(node: etree._Element, value: str, data: st.DataObject) -> None:
    text = text_of(node)
    markup = Markup(text)
    number = data.draw(st.integers(0, len(markup.tags) - 1))
    value = value.replace("\ufffe", "").replace("\uffff", "")
    made = root_of(markup.changed([markup.with_attribute(number, "n", value)]))
    expected = root_of(text)
    list(expected.iter(etree.Element))[number].set("n", value)
    assert etree.tostring(made, method="c14n") == etree.tostring(expected, method="c14n")


@given(st.text("ab \n\r\t", max_size=30), st.data())
def test_edits_in_lines_and_columns_are_the_changes(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    changes = [(cuts[0], cuts[1], "x"), (cuts[2], cuts[3], "y\n")]
    markup = Markup(text)
    split = any(text[at - 1 : at + 1] == "\r\n" for at in cuts)  # no column stands between the two
    if not split:
        assert markup.edited(map(markup.edit, changes)) == markup.changed(changes)


def test_lines_are_counted_as_the_parser_counts_them() -> None:
    markup = Markup("a\r\nb\rc\n\nd")
    assert [markup.line(number) for number in range(1, 6)] == ["a", "b", "c", "", "d"]
    assert [markup.place(at) for at in (0, 3, 5, 7, 8)] == [(1, 1), (2, 1), (3, 1), (4, 1), (5, 1)]


def test_the_line_end_is_the_one_used_most() -> None:
    assert [Markup(text).line_end for text in ("", "a\nb\r\nc\r\n", "a\rb", "a\n\r\n")] == ["\n", "\r\n", "\r", "\n"]


def test_an_encoding_is_told_by_mark_declaration_or_neither() -> None:
    for data, name in (
        (b"<a/>", "utf-8"), (b"\xef\xbb\xbf<a/>", "utf-8"), ("<a/>".encode("utf-16"), "utf-16-le"),
        (b"<?xml version='1.0' encoding='KOI8-R'?><a>\xc1</a>", "koi8-r"),
        ("\ufeff<a/>".encode("utf-16-be"), "utf-16-be"),
    ):  # fmt: skip
        tree = parse(data, "").value
        assert tree is not None
        decoded = decode(data, tree)
        assert decoded is not None
        text, coding = decoded
        assert text.endswith(">")
        assert text.startswith("<")
        assert coding.name == name
        assert coding.encode(text) == data


def test_what_the_encoding_has_not_becomes_a_reference() -> None:
    data = b"<?xml version='1.0' encoding='ISO-8859-1'?><a/>"
    tree = parse(data, "").value
    assert tree is not None
    decoded = decode(data, tree)
    assert decoded is not None
    assert decoded[1].encode("\u2014\xe9") == b"&#8212;\xe9"
