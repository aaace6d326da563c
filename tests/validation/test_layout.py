"""Words, lines, paragraphs and emphasis against the transcript."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import TEI
from damage import Scanned
from memcon.fidelity import printed_span, reference
from memcon.readers import read
from memcon.tei.parsing import parse_tei
from memcon.transcript import Span, Transcript
from memcon.validation.links.layout import layout_faults

FILES = sorted(path for path in TEI.glob("*.xml") if path.name != "persons.xml")
CALL = TEI / "1991-02-23-gorbachev-gandhi.xml"
NOTED = TEI / "1991-02-23-gorbachev-kaifu.xml"
SCAN = TEI / "1997-11-22-clinton-yeltsin.xml"
SPLIT = re.compile(r"(<p>[^<]{20,}?[.?!]) (?=[A-Z][^<]{5,}</p>)")
JOINED = re.compile(r"([.?!])</p>\s*<p>(?=[A-Z])")


@cache
def made_from(path: Path) -> tuple[Transcript, Span]:
    """The transcript of a file, and the stretch of it that the file encodes."""
    tree = parse_tei(path.read_bytes(), str(path)).value
    named = reference(tree) if tree is not None else None
    assert named is not None
    transcript = read((path.parent / named.path).read_bytes(), named.path).value
    span = printed_span(transcript, named.lines) if transcript is not None else None
    assert transcript is not None
    assert span is not None
    return transcript, span


def codes(path: Path, source: str) -> list[str]:
    tree = parse_tei(source.encode(), str(path)).value
    assert tree is not None
    return [code for code, _, _ in layout_faults(tree, *made_from(path))]


@cache
def scanned(path: Path) -> Scanned:
    return Scanned(path.read_text("utf-8"))


@cache
def blanks(path: Path) -> list[tuple[int, int]]:
    """The stretches of white space between two words of one text node."""
    file = scanned(path)
    pairs = zip(file.words, file.words[1:], strict=False)
    between = [(one.end, other.start) for one, other in pairs]
    return [(start, end) for start, end in between if file.source[start:end].isspace()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_edition_is_laid_out_as_its_transcripts(path: Path) -> None:
    assert codes(path, path.read_text("utf-8")) == []


@given(st.sampled_from((CALL, SCAN)), st.integers(min_value=0), st.sampled_from(("", "\u00a0", "\u2028")))
def test_words_that_are_joined_are_named(path: Path, which: int, by: str) -> None:
    start, end = blanks(path)[which % len(blanks(path))]
    source = scanned(path).source
    assert codes(path, source[:start] + by + source[end:]) == ["MC594"]


@given(st.sampled_from((CALL, SCAN)), st.integers(min_value=0), st.integers(min_value=1))
def test_words_that_are_divided_are_named(path: Path, which: int, where: int) -> None:
    file = scanned(path)
    words = [word for word in file.words if word.end - word.start > 1]
    word = words[which % len(words)]
    at = word.start + 1 + where % (word.end - word.start - 1)
    assert codes(path, file.source[:at] + " " + file.source[at:]) == ["MC594"]


@given(st.integers(min_value=0))
def test_a_paragraph_that_is_divided_is_named(which: int) -> None:
    source = scanned(CALL).source
    found = list(SPLIT.finditer(source, source.index("<text>")))
    at = found[which % len(found)].end()
    assert codes(CALL, f"{source[:at]}</p>\n<p>{source[at:]}") == ["MC595"]


@given(st.integers(min_value=0))
def test_paragraphs_that_are_joined_are_named(which: int) -> None:
    source = scanned(CALL).source
    found = list(JOINED.finditer(source, source.index("<text>")))
    match = found[which % len(found)]
    assert codes(CALL, f"{source[: match.end(1)]} {source[match.end() :]}") == ["MC595"]


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        (NOTED, "\n<lb/>", "\n", "MC595"),
        (NOTED, "<lb/>", "<lb/><lb/>", "MC595"),
        (CALL, '<pb resp="#edition" cert="medium"/>', "", "MC595"),
        (SCAN, "<p>", '<p><pb n="7"/>', "MC595"),
        (SCAN, "<p>", '<p><pb n="7" resp="#edition"/>', ""),
        (SCAN, ' rend="strikethrough"', ' rend="italic"', "MC596"),
        (SCAN, ' rend="strikethrough"', "", "MC596"),
        (SCAN, "<p>", '<p rend="italic">', "MC596"),
        (SCAN, "<p>", '<p rend="italic" resp="#source-edition">', ""),
    ],
)
def test_breaks_and_emphasis(path: Path, old: str, new: str, code: str) -> None:
    header, text = scanned(path).source.split("<text>")
    assert old in text
    assert codes(path, f"{header}<text>{text.replace(old, new, 1)}") == ([code] if code else [])
