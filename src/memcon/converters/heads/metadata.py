"""Front matter of a Markdown file: printed, and encoded as metadata.

What it says of the talk is used where nothing else gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from memcon.converters.dating.clocks import PrintedTime, find_time
from memcon.converters.dating.dates import PrintedDate, find_date
from memcon.converters.heads.attendance import printed_names
from memcon.converters.heads.drafts import PrintedPerson
from memcon.converters.heads.heads import Head
from memcon.converters.lines.inlines import Reading
from memcon.converters.pages.paragraphs import Para
from memcon.converters.words.lexicon import FIELD_WORDS
from memcon.converters.words.names import fold
from memcon.model import Division, Paragraph
from memcon.transcript import Span

_KEY = re.compile(r"^(?P<key>[\w-]+):[ \t]*(?P<value>.*(?:\n[ \t]+.*)*)", re.M)
_ENTRY = re.compile(r"[^\[\],\n\"']+")  # of a list, in either form
_DATED = ("date", "document_date", "document-date", "meeting_date", "meeting-date")  # not when it was released
_NAMES = {
    holds: frozenset(fold(word) for language in FIELD_WORDS.values() for word in language.get(holds, ()))
    for holds in ("participants", "time", "place")
}


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the front matter says: its division; title, date and where it begins, time, place and participants, empty
    where it has none."""

    division: Division | None = None
    title: str = ""
    date: PrintedDate | None = None
    when_at: int = 0
    time: PrintedTime | None = None
    place: str = ""
    names: tuple[PrintedPerson, ...] = ()

    def completing(self, head: Head) -> Head:
        """The head with what the front matter says and it does not."""
        whole = head.completed(self.title, self.date, self.when_at)
        names = head.names or self.names
        return replace(whole, time=head.time or self.time, place=head.place or self.place, names=names)


def metadata(reading: Reading, paras: Sequence[Para]) -> Metadata:
    """The front matter among the paragraphs that lie within it."""
    if not paras:
        return Metadata()
    span = Span(paras[0].span.start, paras[-1].span.end)
    found = {m["key"].lower(): (m["value"], span.start + m.start("value")) for m in _KEY.finditer(reading.seen(span))}
    keys = {key: unescaped(value) for key, (value, _) in found.items()}
    stated = (found[key] for key in _DATED if key in found)
    dated = ((day, start + day.start) for value, start in stated if (day := find_date(value)) is not None)
    division = Division("metadata", tuple(Paragraph(reading.lines(para.span, featured=False)) for para in paras))
    times = (find_time(keys[key]) for key in keys if key in _NAMES["time"])
    places = (keys[key] for key in keys if fold(key) in _NAMES["place"])
    listed = (found[key] for key in keys if fold(key) in _NAMES["participants"])
    names = tuple(name for value, start in listed for name in _names(reading, value, start))
    date, at = next(dated, (None, 0))
    return Metadata(division, keys.get("title", ""), date, at, next(times, None), next(places, ""), names)


def _names(reading: Reading, value: str, start: int) -> Iterator[PrintedPerson]:
    """The participants of a list, in brackets or with a line for each."""
    entries = (Span(start + match.start(), start + match.end()) for match in _ENTRY.finditer(value))
    lines = [line for entry in entries if (line := reading.marks.seen.strip(entry)).start < line.end]
    yield from (PrintedPerson(span, None) for span in printed_names(reading.marks.seen, lines, None))


def unescaped(value: str) -> str:
    """A value of front matter without its quotation marks, escapes and line ends."""
    joined = re.sub(r"\\\\?\s*\n\s*\\?", "", value).strip().strip("\"'")
    joined = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda match: chr(int(match[1], 16)), joined)
    return " ".join(re.sub(r"\\[_ ]", " ", joined).split())
