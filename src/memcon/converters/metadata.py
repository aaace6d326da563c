"""Front matter of a Markdown file: printed, and encoded as metadata; its title and date are used where nothing else
gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from memcon.converters.dates import find_date
from memcon.converters.inlines import Reading
from memcon.converters.paragraphs import Para
from memcon.model import Division, Paragraph
from memcon.transcript import Span

_KEY = re.compile(r"^(?P<key>[\w-]+):[ \t]*(?P<value>.*(?:\n[ \t]+.*)*)", re.M)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the front matter says: its division, and title and date, empty where it gives none."""

    division: Division | None = None
    title: str = ""
    date: str = ""


def metadata(reading: Reading, paras: Sequence[Para]) -> Metadata:
    """The front matter among the paragraphs that lie within it."""
    if not paras:
        return Metadata()
    span = Span(paras[0].span.start, paras[-1].span.end)
    keys = {m["key"].lower(): _plain(m["value"]) for m in _KEY.finditer(reading.seen(span))}
    found = find_date(keys.get("date", ""))
    division = Division("metadata", tuple(Paragraph(reading.lines(para.span, featured=False)) for para in paras))
    return Metadata(division, keys.get("title", ""), found.iso if found is not None else "")


def _plain(value: str) -> str:
    """A value without its quotation marks, escapes and line ends."""
    joined = re.sub(r"\\\\?\s*\n\s*\\?", "", value).strip().strip("\"'")
    return " ".join(re.sub(r"\\[_ ]", " ", joined).split())
