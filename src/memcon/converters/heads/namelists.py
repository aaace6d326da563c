"""Who takes part, in a list with bullets below the title and no name of a field above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from memcon.converters.heads.attendance import BULLET, printed_names
from memcon.converters.heads.drafts import Draft
from memcon.converters.heads.fieldvalues import people_of, subject_of
from memcon.converters.heads.headings import is_title
from memcon.converters.heads.masthead import is_list
from memcon.converters.lines.inlines import Reading
from memcon.converters.pages.marks import Marks
from memcon.converters.pages.paragraphs import Para, para
from memcon.converters.talks.places import names_meeting
from memcon.model import Apart, Dateline, Heading
from memcon.transcript import Span

_LEAST = 2  # names, in two of three entries
_LONGEST = 60  # paragraphs
_TOP = 12  # paragraphs of a document in which a title may hold such a list


def lists_apart(marks: Marks, paras: Iterable[Para]) -> Iterator[Para]:
    """The paragraphs, a title that no blank line parts from a list with bullets cut above it."""
    for at, each in enumerate(paras):
        if at < _TOP and "\n" in each.text and BULLET.match(each.text.rpartition("\n")[2]):
            yield from _cut(marks, each)
        else:
            yield each


def _cut(marks: Marks, whole: Para) -> Iterator[Para]:
    texts = whole.text.split("\n")
    first = next(at for at, text in enumerate(texts) if BULLET.match(text))
    title = (
        para(marks, list(whole.lines[:first]), whole.heading) if first > 0 and len(texts) == len(whole.lines) else None
    )
    if title is None or not all(map(BULLET.match, texts[first:])) or not is_title(title):
        yield whole
        return
    yield title
    yield para(marks, list(whole.lines[first:]))


def people_end(reading: Reading, draft: Draft, paras: Sequence[Para], at: int) -> int:
    """Where a list ends that begins with this paragraph, directly below the title or the dateline; the paragraph itself
    where none does."""
    below = bool(draft.title) and not draft.fields and isinstance(draft.blocks[-1], Heading | Dateline)
    end = at
    while below and end < min(at + _LONGEST, len(paras)) and is_list(paras[end]):
        end += 1
    lines = _lines(paras[at:end])
    names = _names(reading.marks, lines) if len(lines) >= _LEAST else ()
    return end if len(names) >= _LEAST and 3 * len(names) >= 2 * len(lines) else at


def read_people(reading: Reading, draft: Draft, paras: Sequence[Para]) -> None:
    """Take such a list into the head. What stands apart above it and is nobody is the subject."""
    draft.fields = True
    first = paras[0]
    nobody = names_meeting(first.text) or not _names(reading.marks, first.lines)
    if len(paras) > 1 and len(first.lines) == 1 and nobody:
        bullet = BULLET.match(first.text)
        at = first.span.start + (bullet.end() if bullet is not None else 0)
        subject = subject_of(reading, draft, Span(at, first.span.end))
        draft.blocks.append(Heading((*reading.raw(Span(first.span.start, at)), *subject)))
        draft.evidence.append((first.span, "a line with a bullet above the list of participants: subject"))
        paras = paras[1:]
    lines = _lines(paras)
    draft.blocks += [Apart(item) for item in people_of(reading, draft, lines)]
    draft.evidence += [(line, "a list of persons below the title: participants") for line in lines]


def _names(marks: Marks, lines: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(printed_names(marks.seen, lines, None))


def _lines(paras: Sequence[Para]) -> tuple[Span, ...]:
    return tuple(line for each in paras for line in each.lines)
