"""The title of a memorandum, line by line: the words, the dateline and the mark of extent that stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.converters.heads.drafts import Draft, note_when
from memcon.converters.heads.headings import document_number, line_roles
from memcon.converters.heads.titleends import bare_length, place_in_title, place_within, split_title, title_length
from memcon.converters.labels.letterspaced import unspaced
from memcon.converters.lines.inlines import Reading
from memcon.converters.pages.paragraphs import Para
from memcon.converters.talks.datelines import When, read_dateline
from memcon.converters.talks.mentions import mentioned
from memcon.converters.talks.places import is_place, without_preposition
from memcon.converters.words.lexicon import QUOTES
from memcon.model import Apart, Dateline, Heading, Note
from memcon.transcript import Span


def read_title(reading: Reading, draft: Draft, para: Para) -> None:
    """Put the lines of a title into the draft of a head, and what they state."""
    draft.evidence.append((para.span, "opens with the words of the genre, in title case: title"))
    end = para.span.start
    roles = tuple(line_roles(para))
    for role, line in roles:
        between = reading.marks.within(Span(end, line.start))
        span = Span(between[0].span.start, line.end) if between else line
        end = line.end
        text = reading.seen(span)
        if role == "extent":
            note_extent(reading, draft, span)
        elif role == "dateline":
            when = read_dateline(text)
            if when is None and not draft.place and is_place(text):
                begin = len(text) - len(without_preposition(text))
                when = When(None, None, (begin, len(text.rstrip(" ."))))
            draft.blocks.append(Dateline(mentioned(reading, span, when) if when else reading.plain(span)))
            note_when(draft, text, when, span.start)
        else:
            title_end, when = split_title(text)
            if when is not None and when.place is None and (within := place_within(text)) is not None:
                when = replace(when, place=within)
            at = _place_behind(reading, text, roles) if when is None else None
            if at is not None:
                title_end, when = title_length(text[:at]), When(None, None, (at, bare_length(text)))
            if not draft.title:
                number, draft.title = document_number(_unquoted(" ".join(unspaced(text[:title_end]).split())))
                draft.number = number or draft.number
            draft.blocks.append(Heading(mentioned(reading, span, when) if when else reading.plain(span)))
            note_when(draft, text, when, span.start)


def _unquoted(title: str) -> str:
    """A title without the quotation mark that opens the whole document, and without the sign of a note."""
    return title.lstrip(QUOTES).rstrip("*") if title and title[0] in QUOTES and title.count(title[0]) == 1 else title


def _place_behind(reading: Reading, title: str, roles: Sequence[tuple[str, Span]]) -> int | None:
    """Where a place begins at the end of a title, whose dateline is a line of its own that names none."""
    lines = [read_dateline(reading.seen(line)) for role, line in roles if role == "dateline"]
    if not lines or any(when is None or when.place is not None for when in lines):
        return None
    begin = place_in_title(title)
    if begin is None:
        return None
    return begin + len(title[begin:]) - len(without_preposition(title[begin:]))


def note_extent(reading: Reading, draft: Draft, span: Span) -> None:
    """Put a mark of extent into the draft."""
    draft.blocks.append(Apart(Note("extent", reading.plain(span))))
    draft.excerpt = True
    draft.evidence.append((span, "a mark of extent"))
