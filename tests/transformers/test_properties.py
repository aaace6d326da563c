"""Whatever a TEI file holds: every printed character is in each output, and none is taken for mark-up."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st
from lxml import etree

from memcon.tei.names import XML_ID, tei
from memcon.tei.parsing import Tree
from memcon.transformers.html import to_html
from memcon.transformers.text import to_diplomatic, to_text
from transformers import samples

LAYOUT = str.maketrans("", "", " \t\r\n")
BLOCKS = "p sp list quote stage note fw head div opener ellipsis trailer floatingText item".split()
LINES = (
    "hi supplied sic choice corr del gap desc metamark persName ref date note stage fw q pc lb pb list label stamp seg "
    "unknown table speaker certainty".split()
)
EMPTY = ("lb", "pb", "certainty")
ATTRIBUTES = st.dictionaries(
    st.sampled_from("type resp n rend reason ana function target ref break force cert who".split()),
    st.sampled_from(
        [
            "#a #edition",
            *'#edition #t1 javascript:x a"b<c>& no weak fields portionMark omission redacted low bold'.split(),
        ]
    ),
    max_size=3,
)
# Characters that an HTML parser would not give back as they are (controls, noncharacters) aside.
LETTERS = st.characters(min_codepoint=0xA1, max_codepoint=0xD7FF)
TEXT = st.text(st.one_of(st.sampled_from("<>&\"' \n]abc…“éß\u0301\u00a0海ש😀"), LETTERS), max_size=12)


@st.composite
def elements(draw: st.DrawFn, names: list[str], depth: int) -> etree._Element:
    element = etree.Element(tei(draw(st.sampled_from(names))), draw(ATTRIBUTES))
    if etree.QName(element).localname in EMPTY:
        return element
    element.text = draw(TEXT)
    if depth:
        below = BLOCKS + LINES if etree.QName(element).localname in ("div", "sp", "floatingText") else LINES
        for child in draw(st.lists(elements(below, depth - 1), max_size=3)):
            child.tail = draw(TEXT)
            element.append(child)
    return element


@st.composite
def documents(draw: st.DrawFn) -> Tree:
    made = samples.small("<div/>")
    body = next(made.getroot().iter(tei("body")))
    for child in draw(st.lists(elements(BLOCKS, 3), max_size=4)):
        child.tail = draw(TEXT)
        body.append(child)
    note(etree.tostring(body, encoding="unicode"))
    return made


def characters(element: etree._Element, additions: bool) -> Iterator[str]:
    """The text nodes of a TEI element, with or without what the edition adds: told without XSLT."""
    name = etree.QName(element).localname
    adds = name in ("corr", "reg", "expan") or "#edition" in element.get("resp", "").split()
    if not adds or additions:
        yield element.text or ""
        for child in element:
            yield from characters(child, additions)
            yield child.tail or ""


def printed(made: Tree, *, additions: bool) -> str:
    text = next(made.getroot().iter(tei("text")))
    return "".join(characters(text, additions)).translate(LAYOUT)


@given(documents())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_diplomatic_text_is_the_printed_text(made: Tree) -> None:
    outcome = to_diplomatic(made)
    assert outcome.diagnostics == ()
    assert (outcome.value or "").translate(LAYOUT) == printed(made, additions=False)


@given(documents())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_page_has_every_character_in_order(made: Tree) -> None:
    outcome = to_html(made)
    assert all(d.rule.code == "MC601" for d in outcome.diagnostics)
    section = samples.first(samples.parsed(outcome.value or ""), "//section[@class='text']")
    heading = section[0]
    own = section.xpath(".//*[@class='vh' or @class='added' or @class='who' or @class='permalink']")
    assert isinstance(own, list)
    for element in own:
        assert isinstance(element, etree._Element)
        if element is not heading:
            element.text = None
            for child in list(element):
                element.remove(child)
    heading.text = None
    shown = "".join(str(text) for text in section.itertext()).translate(LAYOUT)
    # A correction stands in brackets that the page adds: compare without brackets.
    brackets = str.maketrans("", "", "[]")
    assert shown.translate(brackets) == printed(made, additions=True).translate(brackets)


@given(documents(), st.integers(20, 90))
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_reading_text_has_every_character_in_order(made: Tree, width: int) -> None:
    text = iter((to_text(made, width=width).value or "").translate(LAYOUT))
    for hyphen in made.getroot().iter(tei("pc")):
        if hyphen.get("force") == "weak":  # joined, as are the two halves of the word
            hyphen.text = None
            for child in list(hyphen):
                hyphen.remove(child)
    assert all(character in text for character in printed(made, additions=True) if character not in "[]^")


@given(TEXT, TEXT)
def test_text_is_never_mark_up(one: str, two: str) -> None:
    made = samples.small('<div><p/><sp xml:id="t1"><speaker/><p/></sp></div>')
    for paragraph in made.getroot().iter(tei("p"), tei("speaker")):
        paragraph.text = one + "<b>&amp;</b>" + two
    root = samples.parsed(to_html(made).value or "")
    assert root.findall(".//b") == []
    assert samples.shown(samples.first(root, "//section[@class='text']//p")) == " ".join(
        f"{one}<b>&amp;</b>{two}".split()
    )


def test_two_elements_of_one_identifier_give_one_id() -> None:
    made = samples.small("<p/><p/>")
    for paragraph in made.getroot().iter(tei("p")):
        paragraph.set(XML_ID, "x")
    assert samples.values(samples.parsed(to_html(made).value or ""), "//@id[.='x']") == ["x"]
