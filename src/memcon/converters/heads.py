"""The head of a memorandum: everything before its body, and the facts it states.

Letterhead, title, dateline, mark of extent and the block of fields, in whatever order they are printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from memcon.converters.classification import note_categories
from memcon.converters.clocks import PrintedTime
from memcon.converters.datelines import read_dateline
from memcon.converters.dates import PrintedDate
from memcon.converters.drafts import Draft, PrintedPerson, note_when
from memcon.converters.fieldvalues import fields_end, read_fields
from memcon.converters.furniture import FurnitureFound, categories, furniture
from memcon.converters.headings import (
    document_number,
    is_extent,
    is_title,
    line_roles,
    may_be_title,
    names_in_title,
    split_title,
)
from memcon.converters.inlines import Reading
from memcon.converters.letterspaced import unspaced
from memcon.converters.masthead import (
    is_letterhead,
    opens_fields,
)
from memcon.converters.mentions import mentioned
from memcon.converters.paragraphs import Para
from memcon.converters.places import is_place
from memcon.converters.sourcenotes import flowing, opens_source_note, read_source_note
from memcon.diagnostics import Diagnostic
from memcon.model import (
    Apart,
    Block,
    Dateline,
    Division,
    Furniture,
    FurnitureKind,
    Heading,
    Note,
    Paragraph,
    PlaceMention,
    SourceNoteBlock,
    SourceStatement,
)
from memcon.transcript import Span


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a memorandum holds. `end` is the first paragraph of the body.

    `names` are the printed participants; they become mentions of persons once these are known.
    """

    end: int
    title: str = ""
    subject: str = ""
    date: PrintedDate | None = None
    time: PrintedTime | None = None
    when_at: int = 0
    place: str = ""
    room: str = ""
    number: str = ""
    excerpt: bool = False
    names: tuple[PrintedPerson, ...] = ()
    statements: tuple[SourceStatement, ...] = ()
    sources: tuple[Span, ...] = ()
    front: tuple[Division, ...] = ()
    blocks: tuple[Block, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    furniture: tuple[tuple[Para, FurnitureFound], ...] = ()
    evidence: tuple[tuple[Span, str], ...] = ()

    def completed(self, title: str, date: str) -> Head:
        """The head with a title and an ISO date from elsewhere, where it prints none itself."""
        printed = PrintedDate(0, 0, date) if date and self.date is None else self.date
        return replace(self, title=self.title or title, date=printed)


def head(reading: Reading, paras: Sequence[Para], title: str = "", date: str = "") -> Head:
    """Read the head of a memorandum off its first paragraphs; `title` and `date` are those of its front matter."""
    draft = Draft()
    titled = _where_titled(paras, named_elsewhere=bool(title))
    at = 0
    if titled is not None and titled <= 15 and not any(opens_fields(p) for p in paras[:titled]):
        for para in paras[:titled]:
            _before_title(reading, draft, para)
        at = titled
        draft.titled = paras[titled].span
    while at < len(paras):
        if draft.fields or opens_fields(paras[at]):
            end = fields_end(paras, at)
            if end > at:
                read_fields(reading, draft, paras[at:end])
                at = end
                continue
        if not _head_paragraph(reading, draft, paras[at]):
            if _is_place(paras, at) and not draft.place:
                _place(reading, draft, paras[at])
                at += 1
                continue
            if not _leads_to_fields(draft, paras, at):
                break
            draft.blocks.append(Heading(reading.plain(paras[at].span)))
            draft.evidence.append((paras[at].span, "a short line between the title and the fields: heading"))
        at += 1
    return _finished(draft, at).completed(title, date)


def _is_place(paras: Sequence[Para], at: int) -> bool:
    """Whether a paragraph names a place and nothing else, directly above a date or a time."""
    lines = paras[at].text.splitlines()
    below = paras[at + 1] if at + 1 < len(paras) else None
    dated = below is not None and read_dateline(below.text) is not None
    return dated and len(lines) <= 3 and all(map(is_place, lines))


def _place(reading: Reading, draft: Draft, para: Para) -> None:
    draft.place = ", ".join(line.strip(" ,") for line in para.text.splitlines())
    draft.blocks.append(Dateline((PlaceMention(reading.plain(para.span)),)))
    draft.evidence.append((para.span, "a place above a date or a time: dateline"))


def _where_titled(paras: Sequence[Para], named_elsewhere: bool) -> int | None:
    """Which paragraph is the title: one that names the genre, else the first one, where it reads like a title."""
    first = next((at for at, para in enumerate(paras[:4]) if furniture(para) is None), None)
    named = next((at for at, para in enumerate(paras[:40]) if is_title(para)), None)
    if (
        named_elsewhere
        or first is None
        or first == named
        or not may_be_title(paras[first], paras[first + 1 : first + 3])
    ):
        return named
    return first if named is None or named > first + 1 or document_number(paras[first].text)[0] else named


def _leads_to_fields(draft: Draft, paras: Sequence[Para], at: int) -> bool:
    """Whether a short line stands between the title and the block of fields, or above the title once more."""
    short = len(paras[at].lines) <= 3 and len(paras[at].text) <= 120 and ":" not in paras[at].text
    below = [p for p in paras[at + 1 : at + 3] if not is_title(p)][:1]
    return bool(draft.title) and not draft.fields and short and any(opens_fields(p) for p in below)


def _before_title(reading: Reading, draft: Draft, para: Para) -> None:
    found = furniture(para)
    if found is not None:
        draft.above += _furniture(reading, para, found)
        draft.furniture.append((para, found))
        draft.evidence.append((para.span, found.evidence))
    elif opens_source_note(para):
        draft.above.append(_source_note(reading, draft, para))
    elif when := read_dateline(para.text):
        draft.above.append(Dateline(mentioned(reading, para.span, when)))
        note_when(draft, para.text, when, para.span.start)
        draft.evidence.append((para.span, "date, time and place only: dateline"))
    else:
        letterhead = is_letterhead(para) and not draft.cover
        draft.cover = not letterhead
        draft.above.append(Paragraph(reading.lines(para.span, featured=False)))
        reason = "capitals above the title: letterhead" if letterhead else "before the title: cover sheet"
        draft.evidence.append((para.span, reason))


def _furniture(reading: Reading, para: Para, found: FurnitureFound) -> list[Block]:
    """Furniture in the head of a memorandum stands at the top of its page."""
    if found.role == "page":
        return [Apart(item) for item in reading.raw(para.span)]
    kinds: dict[str, FurnitureKind] = {"stamp": "stamp", "pageNum": "pageNum"}
    kind = kinds.get(found.role, "classification")
    content = reading.furniture(para.span, parted=not para.struck)
    return [Apart(Furniture(kind, content, "top", para.struck, categories(para, found)))]


def _source_note(reading: Reading, draft: Draft, para: Para) -> SourceNoteBlock:
    draft.statements.append(read_source_note(flowing(para.text)))
    draft.sources.append(para.span)
    draft.evidence.append((para.span, "opens with Source:, or is an archive's line: source note"))
    return SourceNoteBlock((reading.content(para.span),), categories=note_categories(para.text))


def _head_paragraph(reading: Reading, draft: Draft, para: Para) -> bool:
    """Take one paragraph into the head; False where the body begins with it."""
    found = furniture(para)
    if found is not None and (found.role == "page" or (found.role == "banner" and draft.opening)):
        draft.blocks += _furniture(reading, para, found)
        draft.furniture.append((para, found))
        draft.evidence.append((para.span, found.evidence))
    elif is_extent(para.text):
        _extent(reading, draft, para.span)
    elif not draft.title and (is_title(para) or para.heading or para.span == draft.titled):
        _title(reading, draft, para)
    elif is_title(para) and len(para.text) < 80 and not names_in_title(para.text)[0]:
        draft.blocks.append(Heading(reading.plain(para.span)))  # the title once more, above more fields
    elif draft.opening and opens_source_note(para):
        draft.blocks.append(_source_note(reading, draft, para))
    elif when := read_dateline(para.text):
        draft.blocks.append(Dateline(mentioned(reading, para.span, when)))
        note_when(draft, para.text, when, para.span.start)
        draft.evidence.append((para.span, "date, time and place only: dateline"))
    else:
        return False
    return True


def _title(reading: Reading, draft: Draft, para: Para) -> None:
    draft.evidence.append((para.span, "opens with the words of the genre, in title case: title"))
    end = para.span.start
    for role, line in line_roles(para):
        between = reading.marks.within(Span(end, line.start))
        span = Span(between[0].span.start, line.end) if between else line
        end = line.end
        text = reading.seen(span)
        if role == "extent":
            _extent(reading, draft, span)
        elif role == "dateline":
            when = read_dateline(text)
            draft.blocks.append(Dateline(mentioned(reading, span, when) if when else reading.plain(span)))
            note_when(draft, text, when, span.start)
        else:
            title_end, when = split_title(text)
            draft.number, draft.title = document_number(" ".join(unspaced(text[:title_end]).split()))
            draft.blocks.append(Heading(mentioned(reading, span, when) if when else reading.plain(span)))
            note_when(draft, text, when, span.start)


def _extent(reading: Reading, draft: Draft, span: Span) -> None:
    draft.blocks.append(Apart(Note("extent", reading.plain(span))))
    draft.excerpt = True
    draft.evidence.append((span, "a mark of extent"))


def _finished(draft: Draft, end: int) -> Head:
    front: list[Division] = []
    blocks: tuple[Block, ...] = tuple(draft.blocks)
    if draft.above:
        front.append(Division("coverSheet" if draft.cover else "letterhead", tuple(draft.above)))
    if draft.fields:
        front.append(Division("masthead", blocks))
        blocks = ()
    return Head(
        end, draft.title, draft.subject, draft.date, draft.time, draft.when_at, draft.place, draft.room, draft.number,
        draft.excerpt, tuple(draft.names), tuple(draft.statements), tuple(draft.sources), tuple(front), blocks,
        tuple(draft.diagnostics), tuple(draft.furniture), tuple(draft.evidence),
    )  # fmt: skip
