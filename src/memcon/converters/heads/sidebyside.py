"""People of several sides on one line of a list, whose columns the text has lost: `President Aalto Marshal Dorn`.

Each of them has a title before his name, which parts him from the one before. One such line may be one man's odd
office; two make a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from memcon.converters.words.lexicon import words
from memcon.converters.words.names import HONORIFICS, OFFICES, fold, has_title, read_name
from memcon.transcript import Span, Transcript

_BEFORE = words("fleet field air first second")  # a title, as a part of it
_NOBODY = words("office department staff council agency bureau division state affairs section embassy")
_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]*")
_LEAST = 2  # lines of a table
_LONGEST_LINE = 200  # characters
_STOPPED = re.compile(
    r"(?<!\S)(?P<name>[^\W\d_a-z][^\n.,;:()]{0,60}+(?:(?:(?<=\b[^\W\d_])|(?<=\b[^\W\d_]{2}))\.[^\n.,;:()]{0,60}+){0,4}+)\."
    r"(?:\s++|\Z)"
)
_LONGEST = 3  # words of a name
_TITLED = re.compile(r"(?P<title>[^\W\d_a-z][^\W\d_]{1,10}\.?)\s[^\W\d_a-z][\w’'-]+(?!\.)")
_TITLED_ALL = re.compile(rf"{_TITLED.pattern}(?:\s{_TITLED.pattern.replace('?P<title>', '?:')})+")


def side_by_side(transcript: Transcript, entries: Sequence[Span]) -> Mapping[int, tuple[Span, ...]]:
    """The names in those entries that hold several, by where the entry begins; none where but one entry does."""
    found = {entry.start: tuple(names_in_row(transcript.text(entry), entry.start)) for entry in entries}
    several = {start: names for start, names in found.items() if len(names) > 1}
    return several if len(several) >= _LEAST else {}


def names_in_row(text: str, start: int = 0) -> Iterator[Span]:
    """The names of a line that holds nothing but names behind titles, or each with a full stop behind it."""
    stopped = list(_STOPPED.finditer(text)) if text[-1:] == "." and len(text) <= _LONGEST_LINE else []
    if len(stopped) > 1 and all(_is_titled(each["name"]) for each in stopped):
        yield from (Span(start + each.start("name"), start + each.end("name")) for each in stopped)
        return
    tokens = (
        list(re.finditer(r"\S+", text)) if len(text) <= _LONGEST_LINE and "," not in text and "\n" not in text else []
    )
    if len(tokens) < 2 * _LEAST or not all(_NAME.fullmatch(token.group()) for token in tokens):
        return
    titled = [fold(token.group().strip(".")) for token in tokens]
    holds = [word in OFFICES or word in HONORIFICS for word in titled]
    holds = [held or (titled[at] in _BEFORE and any(holds[at + 1 : at + 2])) for at, held in enumerate(holds)]
    begins = [at for at, held in enumerate(holds) if held and (not at or not holds[at - 1])]
    if begins[:1] != [0]:
        return
    ends = [*begins[1:], len(tokens)]
    pieces = [(begin, end, sum(not held for held in holds[begin:end])) for begin, end in zip(begins, ends, strict=True)]
    named = all(0 < names <= _LONGEST for _, _, names in pieces)
    if named and not any(word in _NOBODY and not held for word, held in zip(titled, holds, strict=True)):
        for begin, end, _ in pieces:
            yield Span(start + tokens[begin].start(), start + tokens[end - 1].end())


def titled_names(text: str) -> list[re.Match[str]]:
    """The names of a line in which each has a title, with one blank between them: `General Brand Mr. Holt`."""
    found = list(_TITLED.finditer(text)) if _TITLED_ALL.fullmatch(text) else []
    titled = all(has_title(match["title"]) and read_name(match[0]).surname for match in found)
    return found if len(found) > 1 and titled else []


def _is_titled(name: str) -> bool:
    """Whether a name opens with a title: an initial alone is `Monsieur` where others have titles."""
    first, _, rest = name.partition(" ")
    return has_title(first.strip(".")) or (first == "M." and " " not in rest)
