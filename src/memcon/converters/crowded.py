"""Heads that are printed line below line with no blank line between them: their parts become paragraphs.

Text drawn from a page or a PDF often runs title, dateline, fields and the first turns together. Where a paragraph
opens with parts of a head and goes on with something else, it is cut between the two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from memcon.converters.datelines import read_dateline
from memcon.converters.furniture import furniture
from memcon.converters.headings import is_extent, is_title, names_in_title
from memcon.converters.marks import Marks
from memcon.converters.masthead import last_name, opens_fields
from memcon.converters.names import slug
from memcon.converters.paragraphs import Para, para, split_at
from memcon.converters.sourcenotes import opens_source_note

_SPEECH = re.compile(r"(?P<label>[^\W\d_][^:\n]{0,40}):(?=\s)")
_DEEPEST = 8  # lines above a title in its paragraph
_SHORT = 80  # characters of a line that is no sentence
_WRAPPED = 4  # lines of a title


def uncrowded(marks: Marks, paras: Iterable[Para]) -> tuple[Para, ...]:
    """The paragraphs, those that hold more than one part of a head cut between its parts."""
    found = tuple(paras)
    starts = frozenset(each.lines[at].start for each in found if len(each.lines) > 1 for at in _cuts(marks, each))
    return split_at(marks, found, starts) if starts else found


def _cuts(marks: Marks, whole: Para) -> Iterator[int]:
    """The lines at which a paragraph is cut."""
    if whole.heading or furniture(whole):
        return
    if opens_fields(whole):
        yield from _behind_fields(marks, whole, 0)
        return
    texts = [marks.seen.text(line).strip() for line in whole.lines]
    title = _titled(marks, whole, texts)
    if title is None:
        yield from _behind_dateline(marks, whole, texts, 0)
        return
    if title:
        yield title
    behind = next((at for at in range(title + 1, len(texts)) if _is_part(marks, whole, at)), len(texts))
    if behind - title <= _WRAPPED:
        if behind < len(texts) and opens_source_note(para(marks, [whole.lines[behind]])):
            yield behind
            behind = _behind_note(marks, whole, behind)
            yield from (behind,) if behind < len(texts) else ()
        elif behind < len(texts) and not is_title(para(marks, list(whole.lines[title : behind + 1]))):
            yield behind
        yield from _behind_dateline(marks, whole, texts, behind)


def _titled(marks: Marks, whole: Para, texts: Sequence[str]) -> int | None:
    """Which of a paragraph's first lines opens a title, with nothing above it but short lines and an archive's line."""
    for at, text in enumerate(texts[:_DEEPEST]):
        if _opens_title(marks, whole, at):
            return at
        archived = opens_source_note(para(marks, [whole.lines[at]]))
        if len(text) > _SHORT or text[-1:] in ".?!;," or (":" in text and not archived):
            return None
    return None


def _opens_title(marks: Marks, whole: Para, at: int) -> bool:
    """Whether a line is a title, by itself or with those that it may be wrapped into."""
    if is_title(para(marks, [whole.lines[at]])):
        return True
    for end in range(at + 1, min(at + _WRAPPED, len(whole.lines))):
        if _is_part(marks, whole, end):
            return False
        if is_title(para(marks, list(whole.lines[at : end + 1]))):
            return True
    return False


def _behind_note(marks: Marks, whole: Para, at: int) -> int:
    """Where a source note ends that begins at a line: above a dateline or the name of a field."""
    for end in range(at + 1, len(whole.lines)):
        line = para(marks, [whole.lines[end]])
        if read_dateline(line.text) or opens_fields(line):
            return end
    return len(whole.lines)


def _is_part(marks: Marks, whole: Para, at: int) -> bool:
    """Whether a line behind a title is no part of it: a dateline, a field, a banner, a source note or what somebody
    says. Behind a comma it is one."""
    if marks.seen.text(whole.lines[at - 1]).rstrip().endswith(","):
        return False
    line = para(marks, [whole.lines[at]])
    return bool(
        read_dateline(line.text)
        or is_extent(line.text)
        or opens_fields(line)
        or _is_banner(line)
        or opens_source_note(line)
        or _SPEECH.match(line.text)
    )


def _behind_dateline(marks: Marks, whole: Para, texts: Sequence[str], first: int) -> Iterator[int]:
    """The cuts behind the datelines that begin at a line, and round the banners and repeated titles among them."""
    lines: list[Para] = []
    for line in whole.lines[first:]:
        each = para(marks, [line])
        if not (_stands_alone(each) or read_dateline(each.text) or is_extent(each.text)):
            break
        lines.append(each)
    at = first + len(lines)
    alone = [n for n, line in enumerate(lines, first) if _stands_alone(line)]
    if not first and len(alone) == len(lines):
        return
    yield from (cut for n in alone for cut in (n, n + 1) if 0 < cut < len(texts))
    if not (0 < at < len(texts)):
        return
    if opens_fields(para(marks, list(whole.lines[at:]))):
        yield at
        yield from _behind_fields(marks, whole, at)
    elif _SPEECH.match(texts[at]) or (first and len(alone) < len(lines)):
        yield at


def _stands_alone(line: Para) -> bool:
    """Whether a line is a banner, or the title once more."""
    return _is_banner(line) or (is_title(line) and len(line.text) <= _SHORT and not names_in_title(line.text)[0])


def _is_banner(line: Para) -> bool:
    found = furniture(line)
    return found is not None and found.role == "banner"


def _behind_fields(marks: Marks, whole: Para, first: int) -> Iterator[int]:
    """The cut where the fields that begin at a line end and people begin to speak: a label recurs there."""
    lines = [para(marks, [line]) for line in whole.lines]
    last = max((at for at in range(first, len(lines)) if opens_fields(lines[at])), default=len(lines))
    if last >= len(lines) or last_name(lines[last]) == ("participants", True):
        return
    labels = {at: slug(m["label"]) for at in range(last + 1, len(lines)) if (m := _SPEECH.match(lines[at].text))}
    times = Counter(labels.values())
    if any(count > 1 for count in times.values()):
        yield min(labels)
