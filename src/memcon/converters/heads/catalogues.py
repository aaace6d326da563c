"""What a catalogue prints above a document it holds: `Citation:`, `Summary:`, `Original Language:`, `Contents:`.

Below its date and its title for the document such fields follow, each with its value behind it or below it; the
document with a head of its own comes behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from memcon.converters.lines.sourcenotes import flowing, read_source_note
from memcon.converters.pages.marks import Marks
from memcon.converters.pages.paragraphs import Para, split_at
from memcon.converters.talks.datelines import When, read_dateline
from memcon.model import Shelfmark, SourceStatement

_FIELD = re.compile(
    r"(?P<name>citation|(?:document\s)?summary|credits?|original\slanguage|languages?|contents|scan\sof\soriginal|"
    r"abstract|rights|subjects?\sdiscussed)[ \t]*:(?=\s|\Z)|"
    r"[•*-][ \t]{1,3}(?P<menu>citation|share(?:\sdocument)?|(?:document\s)?summary)[ \t]*\Z",
    re.I,
)
_FORMAT = re.compile(r"(?:[A-Z][a-z]+\s)?(?:HTML|PDF|Translation|Transcript|Scan\sof\sOriginal|Original\sScan)")
_YEAR = re.compile(r"\A(?:1[89]|20)\d\d\s(?=[^\W\d_a-z])")  # that stands above the title
_HOUR = re.compile(r"\d\s?[ap]\.\s?m\.\Z", re.I)
_BULLET = re.compile(r"[•*–-]\s")
_SUPPORTED = re.compile(r"This\s(?:document|translation)\swas\smade\spossible\s(?:with|by|through)\b", re.I)
_SURE = ("citation", "original language", "credit")  # one of which it has
_ABOVE = 8  # paragraphs above the first of its fields
_SEVERAL = 2  # fields of a cover
_VALUE = 4  # paragraphs of one value
_LONGEST = 300  # characters of a title


def catalogue_end(paras: Sequence[Para]) -> int:
    """How many paragraphs a catalogue's cover has that stands above a document; 0 where there is none."""
    first = _first(paras)
    if not catalogue_title(paras):
        return 0
    names: set[str] = set()
    end = at = first
    while at < min(len(paras) - 1, end + _VALUE):
        found = tuple(_names(paras[at].text))
        at += 1
        if found:
            names.update(found)
            below = not paras[at - 1].text.rstrip().endswith(":")
            end = at if below or _opens(paras[at].text) else at + 1
    supported = _SUPPORTED.match(paras[first].text) is not None
    sure = any(name.startswith(_SURE) for name in names) and len(names) > 1
    end += end < len(paras) and _FORMAT.fullmatch(paras[end].text) is not None
    return min(end, len(paras) - 1) if sure or supported else 0


def covers_apart(marks: Marks, paras: Sequence[Para]) -> Sequence[Para]:
    """The paragraphs, the fields of a catalogue's cover cut apart that are printed line below line."""
    starts: set[int] = set()
    for each in paras[:_ABOVE]:
        lines = each.text.splitlines() if len(each.lines) > 1 and "\n" in each.text and ":" in each.text else []
        opens = [at for at, line in enumerate(lines) if _FIELD.match(line)]
        if not opens or (len(opens) < _SEVERAL and not starts):
            continue
        last = opens[-1] + 1 + lines[opens[-1]].rstrip().endswith(":")
        while last < len(lines) and _BULLET.match(lines[last]):
            last += 1
        starts.update(each.lines[at].start for at in (*opens, last) if 0 < at < len(each.lines))
    return split_at(marks, paras, frozenset(starts)) if starts else paras


def _first(paras: Sequence[Para]) -> int:
    """The first paragraph that opens with one of the catalogue's fields; 0 where none does, or one at the very top."""
    return next((at for at, para in enumerate(paras[:_ABOVE]) if at and _opens(para.text)), 0)


def catalogue_title(paras: Sequence[Para]) -> str:
    """The title that the catalogue gives the document: the last paragraph above its fields, but for a date."""
    first = _first(paras)
    lines = [" ".join(line.split()) for line in paras[first - 1].text.splitlines()] if first else []
    while len(lines) > 1 and read_dateline(lines[0]) is not None:
        del lines[0]
    title = _YEAR.sub("", " ".join(lines))
    ends = title[-1:] not in ".:;" or _HOUR.search(title) is not None
    whole = title[:1].isupper() and len(title.split()) > 2 and ends and len(title) <= _LONGEST
    return title if whole and read_dateline(title) is None else ""


def dates_in(para: Para) -> Iterator[tuple[str, When, int]]:
    """The lines of a catalogue's cover that are a date."""
    for line, text in zip(para.lines, para.text.splitlines(), strict=False):
        if len(para.lines) > 1 and (when := read_dateline(text)) is not None and when.date is not None:
            yield text, when, line.start


def credited(para: Para) -> list[SourceStatement]:
    """Who translated the document, as a paragraph of a catalogue's cover says."""
    said = read_source_note(flowing(para.text))
    return [SourceStatement(Shelfmark(), None, said.translators, said.edition)] if said.translators else []


def _opens(text: str) -> bool:
    return _FIELD.match(text) is not None or _SUPPORTED.match(text) is not None


def _names(text: str) -> Iterator[str]:
    """The names of the catalogue's fields that open lines of a paragraph."""
    for line in map(str.strip, text.splitlines()):
        if (match := _FIELD.match(line)) is not None:
            yield " ".join((match["name"] or match["menu"]).lower().split())
        elif _SUPPORTED.match(line):
            yield "credit"
