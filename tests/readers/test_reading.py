"""Reading: the source less its marks is print, and every printed character keeps its place."""

from __future__ import annotations

import re
import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.readers import read
from memcon.readers.decoding import decode, place_in_text
from memcon.transcript import Span, Transcript, character_name, forbidden, is_space

MARKS = st.sampled_from(
    ["*", "**", "***", "_", "__", "~~", "~", "# ", "## ", " #", "\\*", "\\", "`", "a", "b", " ", ".", "(", "é", "𝒳"]
)
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\f", "\u2028", ""])
TEXTS = st.lists(st.one_of(MARKS, MARKS, ENDS, st.text(max_size=2)), min_size=1, max_size=30).map("".join)


def transcript(text: str) -> Transcript | None:
    return read(text.encode("utf-8", "surrogatepass"), "a.txt").value


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TEXTS)
def test_every_printed_character_keeps_its_place(text: str) -> None:
    made = transcript(text)
    if made is None:
        return
    lines = re.split(r"\r\n|\n|\r", made.source)
    for offset, character in enumerate(made.printed):
        if made.source[made.source_offset(offset)] in "\r\n":
            assert character in " \n"
            continue
        place = made.location(offset)
        assert lines[place.line - 1][place.column - 1] == character
        assert made.source[made.source_offset(offset)] == character


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TEXTS)
def test_print_is_the_source_less_marks(text: str) -> None:
    made = transcript(text)
    if made is None:
        return
    at = 0
    kept = []
    for (start, end), _kind in made.markup:
        assert at <= start < end
        assert set(made.source[start:end]) <= set("*_~# \t")
        kept.append(made.source[at:start])
        at = end
    left = "".join((*kept, made.source[at:]))
    assert re.sub(r"\r\n|\r", lambda end: "\n".rjust(len(end[0])), left) == made.printed
    assert all(0 <= style.span.start <= style.span.end <= len(made.printed) for style in made.styles)
    numbers = [line.number for line in made.lines]
    assert numbers == list(range(1, len(numbers) + 1))
    for line in made.lines:
        assert not set(made.text(line.span)) & set("\r\n")


@settings(max_examples=200, deadline=None, derandomize=True)
@given(TEXTS, st.data())
def test_a_diagnostic_shows_what_it_is_about(text: str, data: st.DataObject) -> None:
    made = transcript(text)
    if made is None:
        return
    start = data.draw(st.sampled_from([n for n, c in enumerate(made.printed) if c not in "\r\n"]))
    end = data.draw(st.integers(start + 1, len(made.printed)))
    found = made.diagnostic("MC301", "m", Span(start, end))
    line = re.split(r"\r\n|\n|\r", made.source)[found.location.line - 1]
    assert found.excerpt == line
    assert found.width >= 1
    assert found.location.column + found.width <= len(line) + 2


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [("a", 0, (1, 1)), ("a\nb", 2, (2, 1)), ("a\r\nb", 3, (2, 1)), ("a\rb", 2, (2, 1)), ("a\u2028b", 2, (1, 3)),
     ("a\r\n\r\nb", 5, (3, 1)), ("", 0, (1, 1)), ("a\n", 2, (2, 1)), ("𝒳b", 1, (1, 2))],
)  # fmt: skip
def test_places_in_text(text: str, offset: int, place: tuple[int, int]) -> None:
    assert place_in_text(text, offset) == place


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.binary(max_size=40), st.sampled_from([None, "utf-8", "utf-16", "cp1252", "koi8-r", "utf-7", "idna", "x"]))
def test_any_bytes_are_text_or_one_diagnostic(data: bytes, encoding: str | None) -> None:
    outcome = decode(data, "a.txt", encoding)
    if outcome.value is None:
        (found,) = outcome.diagnostics
        assert found.rule.code in ("MC101", "MC102", "MC103")
        assert found.location.line >= 1
    else:
        assert not outcome.diagnostics
        assert forbidden(outcome.value) == -1


def test_white_space_is_unicodes() -> None:
    """The property White_Space of Unicode 15 (PropList.txt), no more and no less."""
    expected = {*range(9, 14), 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000}
    assert {n for n in range(0x110000) if is_space(chr(n))} == expected


def test_what_xml_forbids_is_what_lxml_refuses() -> None:
    from lxml import etree

    element = etree.Element("a")
    for number in [*range(0x300), *range(0xD7F0, 0xE010), *range(0xFFF0, 0x10010), 0x1FFFE, 0x10FFFF]:
        character = chr(number)
        refused = forbidden(character) == 0
        assert not refused or character_name(character).startswith(f"U+{number:04X}")
        if character in "\v\f":
            continue  # white space, which becomes a break
        try:
            element.text = character
        except ValueError:
            assert refused, hex(number)
        else:
            assert not refused, hex(number)


@pytest.mark.parametrize(
    "unit", ["*", "_", "*a ", "**a_", "a* ", "*_~~", "~~a ", "_a*b ", "# ", "*a_ b* ", "***a**b*c"]
)
def test_marks_without_end_are_read_in_linear_time(unit: str) -> None:
    """Ten times as much takes some ten times as many steps, not a hundred."""

    def steps(size: int) -> int:
        data = (unit * (size // len(unit)) + "x").encode()
        count = 0

        def trace(_frame: FrameType, _event: str, _argument: object) -> Any:
            nonlocal count
            count += 1
            return trace

        sys.settrace(trace)
        try:
            assert read(data, "a.txt").value is not None
        finally:
            sys.settrace(None)
        return count

    assert steps(20_000) < 15 * steps(2_000)
