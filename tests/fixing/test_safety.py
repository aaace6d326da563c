"""Whatever is given: a second time changes nothing, what is printed stays, what is refused is said, order is told."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from harness import TALK
from memcon.conversion import convert
from memcon.diagnostics import Outcome
from memcon.fidelity import printed_text
from memcon.fixing import REPAIRS, Around, Repair, fix
from memcon.fixing import files as pipeline
from memcon.fixing.drafts import Draft
from memcon.tei.names import tei
from memcon.tei.parsing import parse_tei
from memcon.tei.serialising import is_pristine, serialise
from trees import nodes

MADE = convert(TALK.encode(), "talk.txt").value
assert MADE is not None
SOUND = MADE[0].data.decode()

_DAMAGES = (
    (r"<TEI ", "<TEI  "), (r"\n", "  \n"), (r"\n", "\r\n"), (r" ", "\t \n"), (r'xml:id="t(\d)"', r"xml:id='t\1'"),
    (r'xml:id="t(\d)"', r'xml:id="u\1"'), (r' xml:id="t(\d)"', ""), (r"</p>", "</p><!-- x  \n -->"), (r"<p>", "<p >"),
    (r"<\?xml-model[^>]*>\n", ""), (r' when="[^"]*"', ""), (r"\.", "&#46;"), (r'encoding="UTF-8"', 'encoding="latin1"'),
    (r"<\?memcon[^>]*>\n", ""), (r"</body>", '<p corresp="#t2 talk.xml#t1 #t9">x</p></body>'),
    (r"Bell", "<![CDATA[ Bell  \n]]>"),
    (r"<p>", '<p xml:space="preserve"> '), (r"</sp>", "</sp><sp><p>y</p></sp>"), (r'"', "'"),
    (r"</TEI>", "</TEI><!-- end -->"),
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A memorandum damaged at several places in ways that leave it well-formed, mostly."""
    text = SOUND
    for pattern, by in draw(st.lists(st.sampled_from(_DAMAGES), min_size=1, max_size=6)):
        found = list(re.finditer(pattern, text))
        if found:
            at = found[draw(st.integers(0, len(found) - 1))]
            text = text[: at.start()] + at.expand(by.replace("\\n", "\n")) + text[at.end() :]
    return text


def print_of(data: bytes) -> str:
    tree = parse_tei(data, "talk.xml").value
    assert tree is not None
    return re.sub(r"[ \t\r\n]+", " ", "".join(printed_text(tree)))


def check(data: bytes) -> None:
    around = Around(schemas="schemas")
    first = fix(data, "talk.xml", around)
    if first.value is None:
        assert first.diagnostics
        return
    assert print_of(first.value.data) == print_of(data)
    second = fix(first.value.data, "talk.xml", around)
    assert second.value is not None
    assert second.value.data == first.value.data
    assert second.value.codes == ()
    assert second.diagnostics == first.diagnostics


@settings(max_examples=150, deadline=None)
@given(damaged())
def test_a_second_time_changes_nothing_and_print_stays(text: str) -> None:
    check(text.encode())
    check(b"\xef\xbb\xbf" + text.encode())


@settings(max_examples=100, deadline=None)
@given(nodes())
def test_so_it_is_of_any_document(node: etree._Element) -> None:
    root = etree.Element(tei("TEI"), nsmap={None: "http://www.tei-c.org/ns/1.0"})
    root.append(node)
    check(serialise(root.getroottree()))
    check(etree.tostring(root, encoding="UTF-16"))
    check(etree.tostring(root, encoding="US-ASCII"))


def test_what_is_left_of_an_edited_file_is_told_as_edited() -> None:
    chance = random.Random(7)
    found = [match.span() for match in re.finditer(r"(?<=>)\w+ \w+", SOUND[SOUND.index("<text>") :])]
    for start, end in chance.sample(found, min(len(found), 5)):
        at = SOUND.index("<text>")
        edited = SOUND[: at + start] + "Other words" + SOUND[at + end :].replace("</p>", "</p >")
        made = fix(edited.encode(), "talk.xml").value
        assert made is not None
        assert made.codes == ("MC580",)
        tree = parse_tei(made.data, "").value
        assert tree is not None
        assert not is_pristine(tree)


def test_a_repair_that_would_change_print_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def bad(draft: Draft, _around: Around) -> Outcome[str]:
        return Outcome(draft.text.replace("agree", "disagree"))

    table = {**REPAIRS, "MC580": Repair("MC580", True, bad)}
    monkeypatch.setattr(pipeline, "REPAIRS", table)
    outcome = fix(SOUND.replace("</sp>\n", "</sp> \n").encode(), "talk.xml")
    assert [d.rule.code for d in outcome.diagnostics] == ["MC593"]
    assert "MC580 would change what is printed" in outcome.diagnostics[0].message
    assert outcome.value is not None
    assert outcome.value.data.decode() == SOUND, "the others are made all the same"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "MC401"), (b"<TEI>", "MC401"), (b"<TEI/>", "MC403"), (b"\x00\x01", "MC401"),
        (SOUND.encode()[:-5], "MC401"), (b"<!DOCTYPE TEI>" + SOUND.encode(), "MC402"),
        (b"<a>" * 300 + b"</a>" * 300, "MC407"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_diagnostic(data: bytes, code: str) -> None:
    outcome = fix(data, "talk.xml")
    assert outcome.value is None
    assert [d.rule.code for d in outcome.diagnostics] == [code]


def test_an_encoding_that_cannot_be_written_back_is_said() -> None:
    data = SOUND.replace('"UTF-8"', '"ARMSCII-8"', 1).encode("ascii")
    assert parse_tei(data, "talk.xml").value is not None  # libxml2 knows encodings that Python does not
    outcome = fix(data, "talk.xml")
    assert [d.rule.code for d in outcome.diagnostics] == ["MC593"]
    assert outcome.value is None
