"""Generated TEI-like documents for property tests: mixed content, comments, instructions, additions, odd characters."""

from __future__ import annotations

from hypothesis import strategies as st
from lxml import etree

from memcon.tei.names import XML_ID, tei

CHARACTERS = st.one_of(
    st.sampled_from("ab \n\t\r\u00a0\u0085\u2028\u200b\ufeff\u0301é𝒳<>&\"']"),
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
)
TEXTS = st.text(CHARACTERS, max_size=12)
NAMES = st.sampled_from(["p", "hi", "choice", "sic", "corr", "note", "text", "TEI", "div"])
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["resp", "n", "type", XML_ID]),
    st.one_of(TEXTS, st.sampled_from(["#edition", "#a #edition", "a"])),
    max_size=2,
)
COMMENTS = TEXTS.filter(lambda text: "--" not in text and not text.endswith("-") and "\r" not in text)
INSTRUCTIONS = TEXTS.map(str.strip).filter(lambda text: "?>" not in text and "\r" not in text)


@st.composite
def nodes(draw: st.DrawFn, depth: int = 4) -> etree._Element:
    """An element, a comment or an instruction, each with a tail."""
    kind = draw(st.sampled_from(["element"] * 6 + ["comment", "pi"]))
    made: etree._Element
    if kind == "comment":
        made = etree.Comment(draw(COMMENTS))
    elif kind == "pi":
        made = etree.ProcessingInstruction("x", draw(INSTRUCTIONS))
    else:
        made = etree.Element(tei(draw(NAMES)), draw(ATTRIBUTES), nsmap={None: "http://www.tei-c.org/ns/1.0"})
        made.text = draw(TEXTS) or None
        if depth:
            for child in draw(st.lists(nodes(depth - 1), max_size=3)):
                made.append(child)
    made.tail = draw(TEXTS) or None
    return made


@st.composite
def documents(draw: st.DrawFn) -> etree._ElementTree:
    """A TEI element with anything in it, and comments and instructions round it."""
    root = etree.Element(tei("TEI"), nsmap={None: "http://www.tei-c.org/ns/1.0"})
    root.text = draw(TEXTS) or None
    for child in draw(st.lists(nodes(), min_size=1, max_size=4)):
        root.append(child)
    for text in draw(st.lists(COMMENTS, max_size=2)):
        root.addprevious(etree.Comment(text))
    for text in draw(st.lists(INSTRUCTIONS, max_size=2)):
        root.addprevious(etree.ProcessingInstruction("before", text))
    for text in draw(st.lists(COMMENTS, max_size=2)):
        root.addnext(etree.Comment(text))
    return root.getroottree()
