"""The head of a memorandum: everything before its body, and the facts it states.

Letterhead, title, dateline, mark of extent and the block of fields, in whatever order they are printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from memcon.converters.dating.clocks import PrintedTime
from memcon.converters.dating.dates import PrintedDate, find_date
from memcon.converters.heads.cables import cable_fields, cable_sent, is_marked_throughout, telegram_body
from memcon.converters.heads.catalogues import catalogue_end, catalogue_title, credited, dates_in
from memcon.converters.heads.drafts import Draft, PrintedPerson, note_when, settle_when
from memcon.converters.heads.fieldvalues import fields_end, read_fields
from memcon.converters.heads.headings import (
    goes_on,
    is_bare_title,
    is_dispatch,
    is_extent,
    is_title,
    is_unfinished,
    numbered_alone,
    says_between,
)
from memcon.converters.heads.masthead import (
    explicit_field,
    is_fields,
    is_letterhead,
    opens_fields,
)
from memcon.converters.heads.namelists import people_end, read_people
from memcon.converters.heads.placelines import is_place_above, is_place_below
from memcon.converters.heads.recordheads import (
    INTRODUCES,
    above_banner,
    above_dateline,
    introduces_fields,
    leads_to_fields,
    record_line,
)
from memcon.converters.heads.sheets import Line, has_cells, read_line
from memcon.converters.heads.titlelines import note_extent, read_title
from memcon.converters.heads.titlenames import names_in_title
from memcon.converters.heads.titling import case_above, is_caption, is_cover, where_titled
from memcon.converters.lines.furniture import FurnitureFound, categories, furniture
from memcon.converters.lines.inlines import Reading
from memcon.converters.lines.sourcenotes import flowing, is_archive_line, opens_source_note, read_source_note
from memcon.converters.pages.paragraphs import Para
from memcon.converters.release.classification import is_level, note_categories
from memcon.converters.talks.datelines import When, dateline_of
from memcon.converters.talks.mentions import mentioned
from memcon.converters.talks.tellings import began
from memcon.converters.talks.years import with_year
from memcon.converters.words.lexicon import words
from memcon.converters.words.names import fold
from memcon.diagnostics import Diagnostic
from memcon.model import (
    Apart,
    Block,
    Content,
    Dateline,
    Division,
    Furniture,
    FurnitureKind,
    Heading,
    Inline,
    LineBreak,
    Paragraph,
    PlaceMention,
    SourceNoteBlock,
    SourceStatement,
)
from memcon.transcript import Span

_SHORT = 120  # characters of what completes a title
_LINKS = words("of for with between on and held in at to during concerning regarding from by")  # in small letters
_LINES_ABOVE = 3  # lines of what may complete a title


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a memorandum holds. `end` is the first paragraph of the body.

    `names` are the printed participants; they become mentions of persons once these are known. `reports` is whether it
    is a telegram's: its date is that on which it was sent.
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
    reports: bool = False
    names: tuple[PrintedPerson, ...] = ()
    statements: tuple[SourceStatement, ...] = ()
    sources: tuple[Span, ...] = ()
    front: tuple[Division, ...] = ()
    blocks: tuple[Block, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    furniture: tuple[tuple[Para, FurnitureFound], ...] = ()
    evidence: tuple[tuple[Span, str], ...] = ()
    categories: tuple[str, ...] = ()
    holders: tuple[tuple[str, str], ...] = ()

    def completed(self, title: str, date: PrintedDate | None, when_at: int) -> Head:
        """The head with a title and a date from elsewhere, where it prints none itself."""
        if date is None or self.date is not None:
            return replace(self, title=self.title or title)
        return replace(self, title=self.title or title, date=date, when_at=when_at)


def head(reading: Reading, paras: Sequence[Para], title: str = "") -> Head:
    """Read the head of a memorandum off its first paragraphs; `title` is that of its front matter."""
    if behind := catalogue_end(paras):
        return _catalogued(reading, paras, behind)
    draft = Draft()
    cable = cable_fields(paras)
    cable = telegram_body(paras) if cable is None else cable
    titled = where_titled(paras, named_elsewhere=bool(title)) if cable is None else None
    at = 0
    if cable is not None:
        for para in paras[:cable]:
            _routing(reading, draft, para)
        at, draft.cable = cable, True
        draft.titled = paras[at].span if is_caption(paras, at) else None
    elif titled is not None and is_cover(paras[:titled]):
        for para in paras[: max(titled - 1, 0)]:
            _before_title(reading, draft, para)
        for para in paras[max(titled - 1, 0) : titled]:
            _directly_above(reading, draft, para)
        at = titled
        draft.titled = paras[titled].span
    while at < len(paras):
        if draft.fields or draft.cable or opens_fields(paras[at]) or _opens_memo(draft, paras, at):
            end = fields_end(paras, at)
            if end > at:
                read_fields(reading, draft, paras[at:end])
                at = end
                continue
        if (end := people_end(reading, draft, paras, at)) > at:
            read_people(reading, draft, paras[at:end])
            at = end
            continue
        if not _head_paragraph(reading, draft, paras[at]):
            if _is_place(draft, paras, at, bool(title)):
                _place(reading, draft, paras[at])
                at += 1
                continue
            if introduces_fields(draft, paras, at):
                draft.blocks.append(Paragraph(reading.plain(paras[at].span)))
                draft.evidence.append((paras[at].span, INTRODUCES))
                at += 1
                continue
            undated = bool(draft.title) and draft.date is None and not draft.cable
            leads = leads_to_fields(draft, paras, at) or above_banner(draft, paras, at)
            if not leads and not (undated and above_dateline(paras, at)):
                break
            _between(reading, draft, paras[at])
        at += 1
    settle_when(draft)
    if titled and is_bare_title(draft.title):
        draft.title = case_above(paras[:titled]) or draft.title
    if draft.date is not None and draft.date.day:
        draft.date = with_year(draft.date, paras)
    return _finished(draft, at)


def _catalogued(reading: Reading, paras: Sequence[Para], end: int) -> Head:
    """A head that stands below what a catalogue says of the document, which is a cover sheet."""
    draft = Draft(cover=True)
    for para in paras[:end]:
        _before_title(reading, draft, para)
        draft.above_when += dates_in(para)
        draft.statements += credited(para)
    settle_when(draft)
    inner = head(reading, paras[end:])
    return replace(
        inner,
        end=inner.end + end,
        title=catalogue_title(paras),
        date=inner.date or draft.date,
        when_at=inner.when_at if inner.date else draft.when_at,
        statements=(*inner.statements, *draft.statements),
        sources=(*draft.sources, *inner.sources),
        front=(Division("coverSheet", tuple(draft.above)), *inner.front),
        furniture=(*draft.furniture, *inner.furniture),
        evidence=(*draft.evidence, *inner.evidence),
        categories=(*draft.categories, *inner.categories),
    )


def _between(reading: Reading, draft: Draft, para: Para) -> None:
    """A short line between the title and the fields: a heading, or the sentence that says when the talk began."""
    content = reading.plain(para.span)
    told = began([para.text]) if para.text.endswith(".") else None
    draft.blocks.append(Heading(content) if told is None else Paragraph(content))
    draft.time = draft.time or (told[1] if told is not None else None)
    draft.evidence.append((para.span, "a short line between the title and the fields: heading"))


def _opens_memo(draft: Draft, paras: Sequence[Para], at: int) -> bool:
    """Whether a field such as FROM or REF opens the block below the title, with those of a masthead behind it."""
    at_top = bool(draft.title) or not any(not isinstance(block, Apart | Dateline) for block in draft.blocks)
    if paras[at].span == draft.titled and not draft.title:
        return False
    within = any(map(explicit_field, paras[at].text.split("\n")[1:]))
    return at_top and is_fields(paras[at]) and (within or any(map(opens_fields, paras[at + 1 : at + 4])))


def _is_place(draft: Draft, paras: Sequence[Para], at: int, titled_elsewhere: bool) -> bool:
    """Whether a paragraph names a place and nothing else, where the head has none but in the line before."""
    if draft.place and not (len(draft.blocks) == 1 and isinstance(draft.blocks[0], Dateline) and draft.date is None):
        return False
    dated = any(isinstance(block, Dateline) for block in draft.blocks[-2:]) and not draft.place
    return is_place_above(paras, at, titled_elsewhere) or is_place_below(dated, paras, at)


def _place(reading: Reading, draft: Draft, para: Para) -> None:
    lines = (line.strip(" ,") for line in para.text.splitlines())
    draft.place = ", ".join((*([draft.place] if draft.place else []), *lines))
    draft.blocks.append(Dateline((PlaceMention(reading.plain(para.span)),)))
    draft.evidence.append((para.span, "a place above a date or a time: dateline"))


def _top(para: Para) -> FurnitureFound | None:
    """What furniture a paragraph at the top of a document is: there a level alone is a banner in any case."""
    found = furniture(para)
    if found is not None or not is_level(para.text):
        return found
    return FurnitureFound("banner", "a classification and nothing else")


def _directly_above(reading: Reading, draft: Draft, para: Para) -> None:
    """Take the last paragraph above the title into the head: an archive's line may stand there without its name."""
    if _top(para) is None and not dateline_of(para) and is_archive_line(para.text):
        draft.above.append(_source_note(reading, draft, para))
    else:
        _before_title(reading, draft, para)


def _before_title(reading: Reading, draft: Draft, para: Para) -> None:
    found = _top(para)
    if found is not None:
        draft.above += _furniture(reading, para, found)
        draft.furniture.append((para, found))
        draft.evidence.append((para.span, found.evidence))
    elif opens_source_note(para):
        draft.above.append(_source_note(reading, draft, para))
    elif when := dateline_of(para):
        draft.above.append(Dateline(mentioned(reading, para.span, when)))
        draft.above_when.append((para.text, when, para.span.start))
        draft.evidence.append((para.span, "date, time and place only: dateline"))
    elif number := numbered_alone(para.text):
        draft.number = number
        draft.above.append(Paragraph(reading.lines(para.span, featured=False)))
        draft.evidence.append((para.span, "a document's number above its title"))
    else:
        letterhead = is_letterhead(para) and not draft.cover
        draft.cover = not letterhead
        draft.above.append(Paragraph(_sheet(reading, draft, para)))
        reason = "capitals above the title: letterhead" if letterhead else "before the title: cover sheet"
        draft.evidence.append((para.span, reason))


def _sheet(reading: Reading, draft: Draft, para: Para) -> Content:
    """The lines of a letterhead or cover sheet, with what their cells say of classification and date."""
    if not has_cells(para.text):
        return reading.lines(para.span, featured=False)
    content: list[Inline] = []
    for line in reading.transcript.line_spans(para.span):
        content += [LineBreak()] if content else []
        told = read_line(reading, line)
        content += told.content if told is not None else reading.styled(line)
        if told is not None:
            draft.categories += told.categories
            draft.above_when += [(told.text, told.when, told.start)] if told.when is not None else []
    return tuple(content)


def _routing(reading: Reading, draft: Draft, para: Para) -> None:
    """Take a paragraph above the fields of a cable into the head: who sends it to whom, and when."""
    found = furniture(para)
    if found is not None:
        draft.above += _furniture(reading, para, found)
        draft.furniture.append((para, found))
        draft.evidence.append((para.span, found.evidence))
        return
    if cable_sent(para.text) and (sent := find_date(para.text)) is not None:
        draft.above_when.append((para.text, When(sent, None, None), para.span.start))
    draft.cover = True
    draft.above.append(Paragraph(_sheet(reading, draft, para)))
    draft.evidence.append((para.span, "above the fields of a cable: routing"))


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
    apart = not draft.fields or isinstance(draft.blocks[-1], Dateline)
    found = _top(para) if apart else furniture(para)
    if found is not None and (found.role == "page" or (found.role == "banner" and draft.opening)):
        draft.blocks += _furniture(reading, para, found)
        draft.furniture.append((para, found))
        draft.evidence.append((para.span, found.evidence))
    elif is_extent(para.text):
        note_extent(reading, draft, para.span)
    elif not draft.title and (is_title(para) or para.heading or para.span == draft.titled):
        read_title(reading, draft, para)
    elif draft.cable and is_marked_throughout(para.text):
        draft.blocks.append(Paragraph(reading.plain(para.span)))
        draft.evidence.append((para.span, "says how all of a cable is classified"))
    elif _completes_title(draft, para):
        opening, draft.title = draft.title, ""
        read_title(reading, draft, para)
        draft.title = f"{opening} {draft.title}"
    elif (when := record_line(draft, para)) is not None:
        draft.blocks.append(Heading(mentioned(reading, para.span, when)))
        note_when(draft, para.text, when, para.span.start)
        draft.evidence.append((para.span, "says below the title when the talk was"))
    elif is_title(para) and draft.date is None and isinstance(draft.blocks[-1], Heading):
        read_title(reading, draft, para)  # in another language
    elif is_title(para) and len(para.text) < 80 and _names_nobody_else(para.text, draft.title):
        draft.blocks.append(Heading(reading.plain(para.span)))  # the title once more, above more fields
    elif draft.opening and opens_source_note(para):
        draft.blocks.append(_source_note(reading, draft, para))
    elif not draft.fields and (line := _in_cells(reading, draft, para)) is not None:
        draft.blocks.append(Dateline(line.content))
        note_when(draft, line.text, line.when, line.start)
        draft.evidence.append((para.span, "date, time and place in a column: dateline"))
    elif when := dateline_of(para):
        draft.sent = draft.sent or is_dispatch(para.text)
        draft.blocks.append(Dateline(mentioned(reading, para.span, when)))
        note_when(draft, para.text, when, para.span.start)
        draft.evidence.append((para.span, "date, time and place only: dateline"))
    else:
        return False
    return True


def _in_cells(reading: Reading, draft: Draft, para: Para) -> Line | None:
    """A line with a date in one of its cells, or with a banner beside it."""
    if len(para.lines) > _LINES_ABOVE or draft.date is not None:
        return None
    if not (has_cells(para.text) or para.text[:3].isupper()):
        return None
    lines = [(span, read_line(reading, span)) for span in para.lines]
    told = next((line for _, line in lines if line is not None and line.when is not None), None)
    if told is None:
        return None
    content: list[Inline] = []
    for span, line in lines:
        content += [LineBreak()] if content else []
        content += line.content if line is not None else reading.plain(span)
        draft.categories += line.categories if line is not None else ()
    return replace(told, content=tuple(content))


def _completes_title(draft: Draft, para: Para) -> bool:
    """Whether a short paragraph goes on with a title that breaks off behind `with` or `between`."""
    headed = bool(draft.blocks) and isinstance(draft.blocks[-1], Heading) and para.text[-1:] not in ".?!"
    if headed and says_between(draft.title, para.text):
        return True
    if headed and para.text.partition(" ")[0] in _LINKS and len(para.text) <= _SHORT and para.text[-1:] not in ":;,":
        return dateline_of(para) is None
    if not headed or not is_unfinished(draft.title):
        return False
    return goes_on(draft.title, para) if " " not in draft.title else len(para.text) <= _SHORT and ":" not in para.text


def _names_nobody_else(text: str, title: str) -> bool:
    """Whether a further title names nobody but those whom the title names."""
    return all(fold(name) in fold(title) for name in names_in_title(text)[0])


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
        draft.excerpt, draft.cable or draft.sent or is_dispatch(draft.title), tuple(draft.names),
        tuple(draft.statements), tuple(draft.sources), tuple(front), blocks, tuple(draft.diagnostics),
        tuple(draft.furniture), tuple(draft.evidence), draft.categories, draft.holders,
    )  # fmt: skip
