"""The conservation proof, tested against itself: whatever is done to a printed word, it must say where."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest

from conftest import GOLD, TRANSCRIPTS, encoded
from damage import Damaged, Scanned
from memcon.diagnostics import Diagnostic, Location
from memcon.fidelity import printed_span, prove, reference
from memcon.readers import read
from memcon.tei.parsing import parse_tei
from memcon.transcript import Span, Transcript, is_space

IDENTIFIERS = [fact["id"] for fact in GOLD]
SAMPLE = 5  # words of each file in the quick test
each = pytest.mark.parametrize("identifier", IDENTIFIERS)


@dataclass(frozen=True)
class Subject:
    """One file of the edition with its transcript, and what is printed in that, character by character."""

    scanned: Scanned
    transcript: Transcript
    span: Span
    places: dict[Location, int]

    @property
    def source_lines(self) -> list[str]:
        return re.split(r"\r\n|\n|\r", self.transcript.source)


@cache
def subject(identifier: str) -> Subject:
    file = encoded(identifier)
    named = reference(file.tree)
    assert named is not None
    name = named.path.rpartition("/")[2]
    transcript = read((TRANSCRIPTS / name).read_bytes(), name).value
    assert transcript is not None
    span = printed_span(transcript, named.lines)
    assert span is not None
    places = (transcript.location(n) for n in range(*span) if not is_space(transcript.printed[n]))
    return Subject(Scanned(file.data.decode()), transcript, span, {place: n for n, place in enumerate(places)})


def proof(subject: Subject, source: str) -> tuple[Diagnostic, ...]:
    data = source.encode()
    outcome = parse_tei(data, "x.xml")
    assert outcome.value is not None, outcome.diagnostics
    return prove(outcome.value, data, "x.xml", subject.transcript, subject.span)


def offset_in(text: str, place: Location) -> int:
    """The offset of a line and a column."""
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1


def check(subject: Subject, damaged: Damaged) -> None:
    """MC109, once, in the TEI and in the transcript, at the damaged word."""
    (found,) = proof(subject, damaged.source)
    assert found.rule.code == "MC109"
    at = offset_in(damaged.source, found.location)
    assert damaged.first <= at <= damaged.last, (damaged.source[damaged.first - 40 : damaged.last + 40], found)
    (there,) = found.related
    number = subject.places[there]
    last = len(subject.places) - 1
    assert min(damaged.number, last) <= number <= damaged.number + damaged.length, (found, there)
    assert not is_space(subject.source_lines[there.line - 1][there.column - 1])


def damages(subject: Subject, at: int) -> list[Damaged]:
    scanned = subject.scanned
    made = [scanned.delete(at), scanned.double(at), scanned.swap(at), scanned.alter(at, at)]
    return [damaged for damaged in made if damaged is not None]


@each
def test_the_scanner_finds_all_that_is_printed(identifier: str) -> None:
    """The test's own view of what is print, against the transcript."""
    it = subject(identifier)
    text = "".join(re.sub(r"&\w+;", "x", text) for _, text in it.scanned.printed())
    assert len("".join(text.split())) == len(it.places)
    assert len(it.scanned.words) > 100
    assert proof(it, it.scanned.source) == ()


@each
def test_damage_to_some_words_is_found_where_it_is(identifier: str) -> None:
    it = subject(identifier)
    chosen = random.Random(identifier).sample(range(len(it.scanned.words)), SAMPLE)
    for at in [0, *chosen, len(it.scanned.words) - 1]:
        for damaged in damages(it, at):
            check(it, damaged)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(8))
@each
def test_damage_to_every_word_is_found_where_it_is(identifier: str, part: int) -> None:
    """Each word in one way, the next one in the next: all ways for each would only take four times as long."""
    it = subject(identifier)
    for turn, at in enumerate(range(part, len(it.scanned.words), 8)):
        ways = damages(it, at)
        check(it, ways[turn % len(ways)])


# -- other damage ----------------------------------------------------------------------------------

MITTERRAND = "1991-01-18-gorbachev-mitterrand"
Edit = Callable[[str], str]


def edited(pattern: str, by: str | Callable[[re.Match[str]], str]) -> Edit:
    """An edit of the file that surely changes something."""

    def edit(source: str) -> str:
        made, count = re.subn(pattern, by, source, count=1, flags=re.S)
        assert count == 1, pattern
        return made

    return edit


SPEECH = r"(<sp [^>]*>\s*<speaker>[^<]*</speaker>\s*<p>)(\w+)"
BROKEN: dict[str, Edit] = {
    "a paragraph moved": edited(r"(<sp .*?</sp>)(\s*)(<sp .*?</sp>)", r"\3\2\1"),
    "a turn dropped": edited(r"<sp .*?</sp>", ""),
    "an element dropped with its text": edited(r"<speaker>[^<]*</speaker>", "<speaker/>"),
    "text hidden in an attribute": edited(SPEECH, r'\1<hi n="\2"/>'),
    "text hidden in a comment": edited(SPEECH, r"\1<!--\2-->"),
    "text hidden in an instruction": edited(SPEECH, r"\1<?x \2?>"),
    "text hidden in a note of the edition": edited(SPEECH, r'\1<note resp="#edition">\2</note>'),
    "text hidden in a correction": edited(SPEECH, r"\1<choice><sic/><corr>\2</corr></choice>"),
    "a note nobody answers for": edited(SPEECH, r"\1<note>Nota bene.</note>\2"),
    "a note of the translator": edited(SPEECH, r'\1<note resp="#translator-1">Nota bene.</note>\2'),
    "a zero-width space added": edited(SPEECH, "\\1\u200b\\2"),
    "a letter in another script": edited(SPEECH, "\\1\u0410\\2"),
    "another range of lines": edited(r"#line=(\d+),(\d+)", "#line=1,3"),
}
HARMLESS: dict[str, Edit] = {
    "a comment in the text": edited(SPEECH, r"\1<!-- really? -->\2"),
    "an instruction in the text": edited(SPEECH, r"\1<?x y?>\2"),
    "CDATA": edited(SPEECH, r"\1<![CDATA[\2]]>"),
    "characters as references": edited(SPEECH, lambda m: m[1] + "".join(f"&#{ord(c)};" for c in m[2])),
    "white space": edited(SPEECH, "\\1\n\t \u00a0\u2028\\2"),
    "a note of the edition": edited(SPEECH, r'\1<note resp="#edition">Nota <hi>bene</hi>.</note>\2'),
    "one of the edition and another": edited(SPEECH, r'\1<note resp="#editor-1 #edition">Nota bene.</note>\2'),
    "one added element in another": edited(SPEECH, r'\1<note resp="#edition">a <corr>b</corr> c</note>\2'),
    "a correction": edited(SPEECH, r"\1<choice><sic>\2</sic><corr>another word</corr></choice>"),
    "an element round a word": edited(SPEECH, r"\1<hi>\2</hi>"),
    "the header": edited(r"(<title[^>]*>)[^<]*", r"\1Another title"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_the_proof_finds(name: str) -> None:
    it = subject(MITTERRAND)
    source = BROKEN[name](it.scanned.source)
    tree = parse_tei(source.encode(), "x.xml").value
    assert tree is not None
    named = reference(tree)
    assert named is not None
    span = printed_span(it.transcript, named.lines)
    assert span is not None
    assert [d.rule.code for d in prove(tree, source.encode(), "x.xml", it.transcript, span)] == ["MC109"]


@pytest.mark.parametrize("name", HARMLESS)
def test_what_the_proof_leaves_out(name: str) -> None:
    it = subject(MITTERRAND)
    assert proof(it, HARMLESS[name](it.scanned.source)) == ()


@pytest.mark.parametrize("lines", ["0,1000000", "5,5", "6,5", f"1,{'9' * 5000}", "-1,2", "a,b", "1", ""])
def test_lines_the_transcript_does_not_have(lines: str) -> None:
    """Never a traceback: no such lines (MC112 of `verify`), or no reference at all."""
    it = subject(MITTERRAND)
    source = edited(r"#line=\d+,\d+", f"#line={lines}")(it.scanned.source)
    tree = parse_tei(source.encode(), "x.xml").value
    assert tree is not None
    named = reference(tree)
    assert named is None or printed_span(it.transcript, named.lines) is None


def test_the_whole_transcript_is_meant_where_no_lines_are_named() -> None:
    it = subject(MITTERRAND)
    tree = parse_tei(edited(r"#line=\d+,\d+", "")(it.scanned.source).encode(), "x.xml").value
    assert tree is not None
    named = reference(tree)
    assert named is not None
    assert printed_span(it.transcript, named.lines) == Span(0, len(it.transcript.printed))


PLAIN = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>{}</p></body></text></TEI>'


@pytest.mark.parametrize(
    ("printed", "encoded", "at", "there"),
    [
        ("he had had it", "he had it", "he had |it", "he had |had it"),
        ("the there it", "there it", "|there it", "|the there it"),
        ("a b", "a a b", "a |a b", "a |b"),
        ("a", "a a", "a |a", "|a"),
        ("one", "", "", "|one"),
        ("one two", "one", "on|e", "one |two"),
        ("one", "one two", "one |two", "on|e"),
        ("one two", "one tow", "one t|ow", "one t|wo"),
        ("onetwo", "one", "on|e", "one|two"),
        ("in 𝒳 now", "in 𝒳 then", "in 𝒳 |then", "in 𝒳 |now"),
        ("cut the red wire", "cut the wire", "cut the |wire", "cut the |red wire"),
        ("a *b* c", "a c", "a |c", "a *|b* c"),
    ],
)
def test_where_a_difference_is_said_to_be(printed: str, encoded: str, at: str, there: str) -> None:
    """`|` stands before the character that is pointed at."""
    transcript = read(printed.encode(), "t.txt").value
    assert transcript is not None
    source = PLAIN.format(encoded)
    tree = parse_tei(source.encode(), "x.xml").value
    assert tree is not None
    (found,) = prove(tree, source.encode(), "x.xml", transcript, Span(0, len(transcript.printed)))
    expected = source.index("<p>") + 4 + at.index("|") if "|" in at else 1
    assert (found.location.line, found.location.column) == (1, expected)
    assert (found.related[0].line, found.related[0].column) == (1, there.index("|") + 1)


@pytest.mark.parametrize(
    ("encoded", "place"),
    [
        ("<p>one two</p>\n<p>four</p>", (1, "two</p>")),  # at the word before, not at the next paragraph
        ("<p>one two </p>\n<p>four</p>", (1, "two </p>")),
        ("<p>one two\n</p>\n<p>four</p>", (1, "two")),
        ("<p>one two</p>\n<q><hi></hi></q>\n<p>four</p>", (2, "<q><hi>")),  # in the element that lost it
        ("<p>one two</p><hi\n rend='i'></hi>\n<p>four</p>", (2, " rend='i'>")),
        ("<p>one two</p><p>four</p>", (1, "two</p><p>")),
    ],
)
def test_where_the_last_word_of_a_line_lacks(encoded: str, place: tuple[int, str]) -> None:
    transcript = read(b"one two three\n\nfour", "t.txt").value
    assert transcript is not None
    source = PLAIN.replace("<p>{}</p>", encoded)
    tree = parse_tei(source.encode(), "x.xml").value
    assert tree is not None
    (found,) = prove(tree, source.encode(), "x.xml", transcript, Span(0, len(transcript.printed)))
    line, before = place
    text = source.split("\n")[line - 1]
    assert (found.location.line, found.location.column) == (line, text.index(before) + len(before) + 1)
    assert (found.related[0].line, found.related[0].column) == (1, 9)
