"""Where memoranda begin in a transcript that holds several.

A title begins a memorandum unless the one before has no body yet, or the title is its own running head.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.converters.furniture import furniture
from memcon.converters.headings import is_extent, is_title, names_in_title, read_dateline, split_title
from memcon.converters.masthead import is_fields, is_letterhead, is_list, opens_fields
from memcon.converters.paragraphs import Para
from memcon.converters.sourcenotes import opens_source_note
from memcon.decisions import MemorandumDecision
from memcon.transcript import Transcript

_LINE = 80  # characters: a paragraph longer than this is no entry of a list
_COVER = 15  # paragraphs of cover sheet before the first title


@dataclass(frozen=True, slots=True)
class Extent:
    """One memorandum's paragraphs, from `first` up to `end`, and its first and last line numbers."""

    first: int
    end: int
    first_line: int
    last_line: int


def boundaries(
    transcript: Transcript, paras: Sequence[Para], decisions: tuple[MemorandumDecision, ...]
) -> tuple[Extent, ...]:
    """The memoranda of a transcript in order; together they cover all of its lines."""
    decided = {d.line for d in decisions}
    starts = [0]
    for at in range(1, len(paras)):
        line = transcript.line_at(paras[at].span.start).number
        if line in decided or (not decided & _lines(transcript, paras[at]) and _begins(paras, at, starts[-1])):
            starts.append(_with_letterhead(paras, at, starts[-1]) if line not in decided else at)
    lines = [1, *(transcript.line_at(paras[at].span.start).number for at in starts[1:]), len(transcript.lines) + 1]
    ends = [*starts[1:], len(paras)]
    return tuple(
        Extent(first, end, lines[n], lines[n + 1] - 1) for n, (first, end) in enumerate(zip(starts, ends, strict=True))
    )


def _lines(transcript: Transcript, para: Para) -> set[int]:
    return {transcript.line_at(line.start).number for line in para.lines}


def _begins(paras: Sequence[Para], at: int, start: int) -> bool:
    """Whether a new memorandum begins with this paragraph, the current one having begun at `start`."""
    if not is_title(paras[at]) or not _has_body(paras, start, at):
        return False
    title = " ".join(paras[at].text.split())
    if any(" ".join(p.text.split()) == title for p in paras[start:at]) and not _dated(paras, at):
        return False  # a running head repeats the title
    return _closed(paras, at) or bool(names_in_title(title)[0]) or _dated(paras, at) or paras[at].heading


def _has_body(paras: Sequence[Para], start: int, at: int) -> bool:
    """Whether anything but the parts of a head stands between the two, once a title was met."""
    titled = False
    body = 0
    for para in paras[start:at]:
        if is_title(para):
            titled = True
        elif _is_body(para):
            body += 1
    return body > 0 if titled else body > _COVER or (body > 0 and _has_note(paras, start, at))


def _is_body(para: Para) -> bool:
    """Whether a paragraph can only be text: it is none of the parts of a head, and reads like a sentence."""
    if is_letterhead(para) or is_fields(para) or is_extent(para.text) or furniture(para) or opens_source_note(para):
        return False
    return read_dateline(para.text) is None and not is_list(para) and (para.closed or len(para.text) > _LINE)


def _has_note(paras: Sequence[Para], start: int, at: int) -> bool:
    return any(opens_source_note(para) for para in paras[start:at])


def _closed(paras: Sequence[Para], at: int) -> bool:
    """Whether the memorandum before ended: with a source note just before this paragraph."""
    return any(opens_source_note(para) for para in paras[max(at - 4, 0) : at])


def _dated(paras: Sequence[Para], at: int) -> bool:
    """Whether a date, or the block of fields, stands in the title or directly below it."""
    if split_title(paras[at].text)[1] is not None or any(read_dateline(line) for line in paras[at].text.splitlines()):
        return True
    return any(read_dateline(p.text) is not None or opens_fields(p) for p in paras[at + 1 : at + 3])


def _with_letterhead(paras: Sequence[Para], at: int, start: int) -> int:
    """The letterhead above a title belongs to it."""
    while (
        at - 1 > start
        and is_letterhead(paras[at - 1])
        and furniture(paras[at - 1]) is None
        and not is_title(paras[at - 1])
    ):
        at -= 1
    return at
