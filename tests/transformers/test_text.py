"""Plain text: what stands for each sign, and how lines are wrapped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from memcon.tables import columns
from memcon.transformers.layout import lay_out
from memcon.transformers.text import to_diplomatic, to_text
from transformers import samples

CALLED = '<p>a<ref type="noteMark" target="#n1">[1]</ref></p><note xml:id="n1"><label>[1]</label> One.</note>'


def body_of(body: str, width: int = 80) -> str:
    """The text of a small document, without its facts and its citation."""
    outcome = to_text(samples.small(body), path="in.xml", width=width)
    assert outcome.diagnostics == ()
    return (outcome.value or "").split("-\n\n", 1)[1].rsplit("\n\n---", 1)[0]


def printed(body: str) -> str:
    return (to_diplomatic(samples.small(body)).value or "").rstrip("\n")


def laid_out(page: str, width: int | None = 40) -> str:
    return lay_out(etree.fromstring(f"<page>{page}</page>").getroottree(), width)


@pytest.mark.parametrize(
    ("tei", "text"),
    [
        ("<sp><speaker>GORBACHEV:</speaker><p>Yes.</p><p>And no.</p></sp>", "GORBACHEV: Yes.\n\nAnd no."),
        ("<sp><speaker>A:</speaker>\n<stage>(interrupts):</stage>\n<p>Yes.</p></sp>", "A: (interrupts): Yes."),
        ('<p>x <metamark function="portionMark"><del>(C)</del></metamark></p>', "x [struck: (C)]"),
        ('<p>x <metamark function="portionMark">(U)</metamark></p>', "x (U)"),
        ("<p><choice><sic>Mitterand.</sic><corr>Mitterrand.</corr></choice> x</p>", "Mitterand. [recte Mitterrand.] x"),
        ("<p><supplied>[Evgeny]</supplied> x</p>", "[Evgeny] x"),
        ("<p><supplied>Evgeny</supplied> x</p>", "[Evgeny] x"),
        ('<p>a <gap reason="redacted"><desc>[name not given]</desc></gap></p>', "a [name not given]"),
        ('<p>a <gap reason="redacted" unit="line" quantity="3"/></p>', "a [3 lines redacted]"),
        ("<p>That <fw><stamp>A<lb/>B</stamp></fw><pb/> is</p>", "That {A / B} is"),
        ('<p>a <fw type="pageNum">6</fw> b</p>', "a {page number 6} b"),
        ("<div><p>a</p><fw>SECRET</fw></div>", "a\n\n{SECRET}"),
        ('<p>a <pb n="2"/> b</p>', "a {page 2} b"),
        ('<p>a <pb n="2"/><fw type="pageNum">[Page 2]</fw> b</p>', "a {[Page 2]} b"),
        ('<p>confer<pc force="weak">-</pc><lb break="no"/>ence</p>', "conference"),
        ('<p>confer<pb n="2" break="no"/>ence</p>', "conference"),
        ("<p>a<lb/>b</p>", "a\nb"),
        ("<list><label>-</label><item>a</item><label>-</label><item>b</item></list>", "- a\n- b"),
        ("<list><item>a<list><item>b</item></list></item></list>", "a\n    b"),
        ("<div><quote><p>q</p></quote></div>", "    q"),
        ("<p>a <quote>q</quote> b</p>", "a q b"),
        ("<sp><certainty/><speaker>A:</speaker><p>x</p></sp>", "A: [speaker uncertain] x"),
        ("<div><ellipsis><metamark function='omission'>[...]</metamark></ellipsis><p>a</p></div>", "[...]\n\na"),
    ],
)
def test_signs(tei: str, text: str) -> None:
    assert body_of(tei) == text


def test_notes_stand_at_the_end() -> None:
    text = body_of(f"{CALLED}<p>b</p>")
    assert text == f"a[note 1]\n\nb\n\n{'-' * 72}\n\nNotes\n\n[1] One."


@pytest.mark.parametrize(
    ("tei", "text"),
    [
        ("<p>a <choice><sic>x</sic><corr>y</corr></choice></p>", "a x"),
        ('<p>a<note resp="#edition">n</note> <supplied resp="#a #edition">s</supplied></p>', "a"),
        ('<p>a <supplied resp="#translator-1">[t]</supplied></p>', "a [t]"),
        ('<p>a<pb resp="#edition"/>b<pb resp="#edition" break="no"/>c</p>', "a bc"),
        ('<p>confer<pc force="weak">-</pc><lb break="no"/>ence</p>', "confer-\nence"),
        ("<sp><speaker>A:</speaker><p>x</p></sp>", "A: x"),
        (f"{CALLED}<p>b</p>", "a[1]\n\n[1] One.\n\nb"),
        ("<p>a <anything>b</anything></p>", "a b"),
    ],
)
def test_diplomatic(tei: str, text: str) -> None:
    assert printed(tei) == text


def test_a_width_under_20_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="20 or more"):
        to_text(samples.tree("frus-style"), width=19)


@pytest.mark.parametrize("width", [20, 40, 80, 200])
@pytest.mark.parametrize("name", samples.NAMES)
def test_no_line_is_wider_than_asked_for_unless_it_is_one_word(name: str, width: int) -> None:
    for line in (to_text(samples.tree(name), width=width).value or "").splitlines():
        assert columns(line) <= width or " " not in line.strip()


def test_width_changes_nothing_but_line_ends() -> None:
    narrow, wide = (to_text(samples.tree("frus-style"), width=w).value or "" for w in (20, 100))
    assert narrow.replace("-" * 20, "").split() == wide.replace("-" * 72, "").split()


# -- Layout -----------------------------------------------------------------------------------------------------------


def test_blocks_begin_and_end_lines() -> None:
    assert laid_out("<block>a</block>b<block>c<br/>d</block>") == "a\nb\nc\nd\n"


def test_gaps_do_not_add_up() -> None:
    page = '<block gap="1">a</block><block gap="1"><block gap="1">b</block></block><block>c</block>'
    assert laid_out(page) == "a\n\nb\n\nc\n"


def test_hanging_and_nested_indentation() -> None:
    page = '<block hang="2">one two<block indent="2">three</block>four</block>'
    assert laid_out(page) == "one two\n    three\n  four\n"


def test_glue_joins_a_block_to_the_next() -> None:
    page = '<block gap="1" glue="yes">A:</block> <block gap="1">b</block><block glue="yes">end</block>'
    assert laid_out(page) == "A: b\n\nend\n"


def test_nothing_but_spaces_separates_words() -> None:
    assert laid_out("<block>a<b>b</b>c <b> d</b></block>") == "abc d\n"


def test_no_break_spaces_do_not_break() -> None:
    assert laid_out("<block>aaa 23\u00a0February</block>", 8) == "aaa\n23\u00a0February\n"


def test_lines_are_as_wide_as_they_are_shown() -> None:
    assert laid_out("<block>海部 俊樹</block>", 8) == "海部\n俊樹\n"


def test_deep_indentation_leaves_room() -> None:
    deep = '<block indent="8">' * 5 + "word word word word" + "</block>" * 5
    assert laid_out(deep, 20) == (" " * 10 + "word word\n") * 2


@given(st.lists(st.text("ab-é海\u0301\u00a0\U0001f600", min_size=1, max_size=30), max_size=60), st.integers(20, 60))
def test_wrapping_loses_no_word_and_splits_none(words: list[str], width: int) -> None:
    page = etree.Element("page")
    etree.SubElement(page, "block").text = " ".join(words)
    text = lay_out(page.getroottree(), width)
    assert text.replace("\n", " ").split(" ")[:-1] == words
    for line in text.splitlines():
        assert columns(line) <= width or " " not in line
