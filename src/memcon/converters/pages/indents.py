"""Where paragraphs begin without a blank line: by the indentation of lines, as the whole transcript uses it.

A transcript indents the first lines of its paragraphs, or lets its paragraphs hang (the first line at the margin, all
others indented), or does neither. Which of the two an indented line is, the line before it tells: one that ends a
sentence is followed by a new paragraph, one that does not goes on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from memcon.transcript import Line, Span, Transcript

ENDS = frozenset(".?!:;…\"”'’)]»")  # what can end a sentence
_INDENT = 2  # columns that make an indentation
_SEVERAL = 3
_CAPITALS = re.compile(r"^[ \t]*(?P<words>[^\W\d_a-z]{2}[^\n\ra-z.?!,:;]{0,38}[^\s.?!,:;a-z])[ \t]*$", re.M)
TIME = re.compile(r"[(\[]\d{1,2}:\d\d(?::\d\d)?[)\]]")
"""The time on a tape at which something is said."""

_TIMED = re.compile(rf"^[ \t]*(?P<words>[^\W\d_][^\n\r?!:()\[\]]{{1,38}}[ ]{TIME.pattern}):?[ \t]*$", re.M)
_ALONE = 40  # characters of a heading, or of a label, that stands in capitals in a line of its own


@dataclass(frozen=True, slots=True)
class Openings:
    """The numbers of the lines that open a paragraph by where they begin, whether paragraphs hang, and whether nearly
    all paragraphs can be told like this, so that any other line goes on with the one before it."""

    lines: frozenset[int]
    hanging: bool
    telling: bool


class _Begun(NamedTuple):
    """A printed line: its number, the columns in which it begins, its first word ends and it ends, whether it goes on
    or ends a sentence."""

    number: int
    indent: int
    lower: bool
    ends: bool
    word: int
    end: int

    def has_room(self, beneath: _Begun, width: int) -> bool:
        """Whether the first word of the line beneath would stand in this one, that is only so wide."""
        return self.end + 1 + beneath.word - beneath.indent <= width


def openings(transcript: Transcript, spaces: frozenset[int]) -> Openings:
    """Which lines open a paragraph because of their indentation; `spaces` are blank lines that say nothing."""
    if not _any_indented(transcript):
        return Openings(frozenset(), False, False)
    begun = tuple(_begun(transcript, spaces))
    margin = _margin(line.indent for line in begun if line is not None)
    first, hanging = _first_lines(begun, margin), _hanging(begun, margin)
    if first:
        lines = frozenset(line.number for line in begun if line is not None and line.indent >= first)
        return Openings(lines, False, _telling(begun, lines))
    lines = frozenset(_outdented(begun, margin, hanging)) if hanging else frozenset()
    return Openings(lines, bool(hanging), False)


def labels_alone(transcript: Transcript) -> frozenset[int]:
    """The numbers of the lines that hold what reads like a label and nothing else: words in capitals, again and again,
    or a name with the time on the tape."""
    printed = transcript.printed
    found = [match for match in _CAPITALS.finditer(printed) if match["words"].isupper()]
    times = Counter(match["words"] for match in found)
    again = [match for match in found if times[match["words"]] > 1]
    alone = again if len(again) > _SEVERAL and len(times) > 1 else []
    timed = list(_TIMED.finditer(printed)) if TIME.search(printed) else []
    alone += timed if len(timed) > _SEVERAL else []
    return frozenset(transcript.line_at(match.start("words")).number for match in alone)


def _any_indented(transcript: Transcript) -> bool:
    """Whether any line begins with white space."""
    firsts = (transcript.printed[start : start + 1] for start in transcript.lines.starts)
    return any(first.isspace() and first not in "\r\n" for first in firsts)


def _telling(begun: Sequence[_Begun | None], opening: frozenset[int]) -> bool:
    """Whether few paragraphs begin below a blank line alone."""
    below = (line for before, line in pairwise(begun) if before is None and line is not None)
    return sum(line.number not in opening for line in below) * _SEVERAL <= len(opening)


def _begun(transcript: Transcript, spaces: frozenset[int]) -> Iterator[_Begun | None]:
    """The lines; None for one that is blank."""
    for line in (line for line in transcript.lines if line.number not in spaces):
        text = transcript.text(line.span).strip()
        indent = indentation(transcript, line) if text else 0
        ends = text[-1:] in ENDS or (len(text) <= _ALONE and text.isupper())
        word = indent + len(text.split(maxsplit=1)[0]) if text else 0
        yield _Begun(line.number, indent, text[0].islower(), ends, word, indent + len(text)) if text else None


def _first_lines(begun: Sequence[_Begun | None], margin: int) -> int:
    """By how many columns the transcript indents the first lines of paragraphs; 0 where it does not.

    First lines are followed by lines at the margin, or are a sentence by themselves, and follow a finished sentence or
    a line in which room is left; the commonest such indentation is meant, if it is common at all and unfinished
    lines above others that are indented as far do not prevail (they are set as a block).
    """
    opening: Counter[int] = Counter()
    block = 0
    width = _width(begun)
    for before, line, beneath in zip((None, *begun), begun, begun[1:], strict=False):
        if line is None or beneath is None or line.indent < margin + _INDENT:
            continue
        if beneath.indent < line.indent and beneath.indent <= margin:
            room = before is not None and before.has_room(line, width) and not line.lower
            opening[line.indent] += 1 if room or _new(before, line) else -1
        elif beneath.indent == line.indent and line.ends and not beneath.lower:
            opening[line.indent] += _new(before, line)  # a paragraph of one line
        block += beneath.indent >= line.indent and not line.ends and not line.has_room(beneath, width)
    indent, times = opening.most_common(1)[0] if opening else (0, 0)
    return indent if times >= _SEVERAL and times * 4 >= block else 0


def _width(begun: Sequence[_Begun | None]) -> int:
    """The column in which lines end that are filled."""
    ends = sorted(line.end for line in begun if line is not None)
    return ends[len(ends) * 3 // 4] if ends else 0


def _new(before: _Begun | None, line: _Begun) -> bool:
    """Whether a sentence may begin with the line."""
    return before is None or (before.ends and not line.lower)


def _hanging(begun: Sequence[_Begun | None], margin: int) -> int:
    """The column in which the lines of hanging paragraphs begin, all but their first; 0 where none hang."""
    hung: Counter[int] = Counter()
    for before, line in pairwise(begun):
        if before is None or line is None or before.indent > margin or line.indent < margin + _INDENT:
            continue
        hung[line.indent] += -1 if _new(before, line) else 1
    indent, times = hung.most_common(1)[0] if hung else (0, 0)
    return indent if times >= _SEVERAL else 0


def _outdented(begun: Sequence[_Begun | None], margin: int, hanging: int) -> Iterator[int]:
    """Lines at the margin below lines that hang."""
    for before, line in pairwise(begun):
        if before is not None and line is not None and before.indent == hanging and line.indent <= margin:
            yield line.number


def _margin(columns: Iterable[int]) -> int:
    """The leftmost column at which lines begin again and again."""
    begins = Counter(columns)
    least = max(_SEVERAL, begins.total() // 25)
    return min((column for column, times in begins.items() if times >= least), default=0)


def indentation(transcript: Transcript, line: Line) -> int:
    """The columns of white space at the start of a line; tabs stand every eight columns."""
    text = transcript.text(line.span)
    white = len(text) - len(text.lstrip())
    return len(text[:white].expandtabs()) if white else 0


def column(transcript: Transcript, offset: int) -> int:
    """The column, from 0, in which a character stands in its line; tabs stand every eight columns."""
    return len(transcript.text(Span(transcript.line_at(offset).span.start, offset)).expandtabs())


def indented(transcript: Transcript, first: Span) -> Callable[[Span], bool]:
    """Whether a line begins further right than this one."""
    edge = column(transcript, first.start) + _INDENT
    return lambda line: column(transcript, line.start) >= edge
