"""Heads that are printed line below line with no blank line between them: their parts become paragraphs.

Text drawn from a page or a PDF often runs title, dateline, fields and the first turns together. Where a paragraph
opens with parts of a head and goes on with something else, it is cut between the two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from memcon.converters.heads.headings import (
    document_number,
    ends_with_day,
    is_extent,
    is_title,
    may_run_on,
    says_hour_alone,
)
from memcon.converters.heads.masthead import last_name, opens_fields
from memcon.converters.heads.press import titles_press
from memcon.converters.heads.titlenames import names_in_title
from memcon.converters.labels.letterspaced import unspaced
from memcon.converters.lines.furniture import furniture
from memcon.converters.lines.sourcenotes import opens_source_note
from memcon.converters.pages.marks import Marks
from memcon.converters.pages.paragraphs import Para, para, split_at
from memcon.converters.release.classification import is_banner, is_level
from memcon.converters.talks.datelines import dateline_of, read_dateline
from memcon.converters.talks.places import is_place, may_name_meeting
from memcon.converters.words.genres import opens_as_title
from memcon.converters.words.lexicon import JOINERS, QUOTES
from memcon.converters.words.misread import letters_restored
from memcon.converters.words.names import key_of

_SPEECH = re.compile(r"(?P<label>[^\W\d_][^:\n]{0,40}):(?=\s)")
_SAID = re.compile(rf"{_SPEECH.pattern}[^\n]*\b[a-z]{{2,}}\b[^\n]*[.?!…][\"”)]?\Z")  # and what ends as a sentence does
_OPENED = re.compile(
    r"The\s(?:\w+\s)?(?:meeting|session|sitting|conversation|talk)\s(?:began|opened|started)\s[^\n\d]*\d[^\n]*+(?<=\.)\Z"
)
_WORD = re.compile(r"[^\W\d_]+")
_WHERE_IN_SITE = re.compile(r"\s>\s[^>\n]*\s>\s")  # `Archive > Press > Briefings`
_TURNS = 2  # lines that say so, below the names of those present
_DEEPEST = 8  # lines above a title in its paragraph
_SHORT = 80  # characters of a line that is no sentence
_LETTERHEAD = 6  # lines
_MENU = 160  # characters of a line that lists parts of a site
_WRAPPED = 4  # lines of a title


def uncrowded(marks: Marks, paras: Iterable[Para]) -> tuple[Para, ...]:
    """The paragraphs, those that hold more than one part of a head cut between its parts."""
    found = tuple(paras)
    starts = frozenset(each.lines[at].start for each in found if len(each.lines) > 1 for at in _cuts(marks, each))
    return split_at(marks, found, starts) if starts else found


@dataclass(frozen=True)
class _Crowd:
    """A paragraph and each of its lines as one by itself, made when it is first asked for."""

    marks: Marks
    whole: Para
    made: dict[int, Para] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.whole.lines)

    def line(self, at: int) -> Para:
        found = self.made.get(at)
        if found is None:
            found = self.made[at] = para(self.marks, [self.whole.lines[at]])
        return found

    def text(self, first: int, end: int) -> str:
        """The text of some of the lines, as that of a paragraph is."""
        start = self.whole.span.start
        last = min(end, len(self)) - 1
        return self.whole.text[self.whole.lines[first].start - start : self.whole.lines[last].end - start].rstrip()

    def lines(self, first: int, end: int | None = None) -> Para:
        """The lines from the first to before `end` as a paragraph."""
        return para(self.marks, list(self.whole.lines[first:end]))


def _cuts(marks: Marks, whole: Para) -> Iterator[int]:
    """The lines at which a paragraph is cut."""
    if whole.heading or furniture(whole):
        return
    crowd = _Crowd(marks, whole)
    if opens_fields(whole):
        yield from _behind_fields(crowd, 0)
        return
    title = _titled(crowd)
    if title is None and (banner := _banner_above(crowd)):
        yield from banner
        return
    if title is None:
        yield from _behind_dateline(crowd, 0)
        return
    if title:
        yield title
    count = len(crowd)
    ended = title + 1 < count and (_is_press(crowd, title) or _is_whole(crowd, title))
    if title + 1 < count and (ended or says_hour_alone(crowd.line(title))):
        yield title + 1
    behind = next((at for at in range(title + 1, count) if _is_part(crowd, at)), count)
    if behind - title > _WRAPPED:
        opens = not marks.seen.printed[: whole.span.start].strip()
        yield from _title_alone(crowd, title) if opens else ()
        return
    if behind < count and opens_source_note(crowd.line(behind)):
        yield behind
        behind = _behind_note(crowd, behind)
        yield from (behind,) if behind < count else ()
    elif behind < count and (opens_fields(crowd.line(behind)) or not is_title(crowd.lines(title, behind + 1))):
        yield behind
    yield from _behind_dateline(crowd, behind)


def _banner_above(crowd: _Crowd) -> tuple[int, ...]:
    """The cuts round a banner in any case that is the first or the last line of a letterhead; a source note may end
    with one."""
    count = len(crowd)
    if count > _LETTERHEAD:
        return ()
    ends = [at for at in (0, count - 1) if is_level(crowd.text(at, at + 1))]
    if not ends or opens_source_note(crowd.line(0)) or any(len(crowd.text(at, at + 1)) > _SHORT for at in range(count)):
        return ()
    return tuple(cut for at in ends for cut in (at, at + 1) if 0 < cut < count)


def _titled(crowd: _Crowd) -> int | None:
    """Which of a paragraph's first lines opens a title, with nothing above it but short lines and an archive's line.
    A line that goes on in small letters opens none."""
    for at in range(min(len(crowd), _DEEPEST)):
        text = crowd.text(at, at + 1)
        if not (at and text[:1].islower()) and not is_level(text) and _opens_title(crowd, at):
            return at
        if _WHERE_IN_SITE.search(text) or _is_menu(text):
            continue
        if len(text) > _SHORT or text[-1:] in ".?!;," or (":" in text and not opens_source_note(crowd.line(at))):
            return None
    return None


def _is_menu(text: str) -> bool:
    """Whether a long line lists what a site holds: hardly a word of it is in small letters."""
    if not _SHORT < len(text) <= _MENU:
        return False
    words = text.split()
    return sum(word[0].islower() for word in words) * 6 <= len(words) and text[-1:].isalpha()


def _may_open_title(crowd: _Crowd, at: int) -> bool:
    """Whether a line holds what the first one of any title does, or one of those that it may be wrapped into. To look
    for that is quicker than to ask whether it is a title."""
    text = crowd.text(at, at + _WRAPPED)
    restored = letters_restored(text, len(text))
    if may_name_meeting(text) or (restored != text and may_name_meeting(restored)):
        return True
    line = restored.partition("\n")[0].rstrip()
    return titles_press(line) or opens_as_title(document_number(restored.lstrip(QUOTES))[1]) or unspaced(line) != line


def _opens_title(crowd: _Crowd, at: int) -> bool:
    """Whether a line is a title, by itself or with those that it may be wrapped into."""
    if not _may_open_title(crowd, at):
        return False
    if is_title(crowd.line(at)):
        return True
    if not may_run_on(crowd.line(at)):
        return False
    for end in range(at + 1, min(at + _WRAPPED, len(crowd))):
        if _is_part(crowd, end):
            return False
        if is_title(crowd.lines(at, end + 1)):
            return True
    return False


def _title_alone(crowd: _Crowd, title: int) -> Iterator[int]:
    """Where the title of the whole document ends that runs on to text: behind the first of its lines that are one."""
    ends = range(title + 1, min(title + _WRAPPED, len(crowd)))
    yield from islice((end for end in ends if is_title(crowd.lines(title, end))), 1)


def _is_whole(crowd: _Crowd, title: int) -> bool:
    """Whether a title ends with its line, as that ends with a day and the next one opens something else."""
    below = crowd.line(title + 1)
    return (not below.text[:1].islower() or furniture(below) is not None) and ends_with_day(crowd.line(title))


def _is_press(crowd: _Crowd, title: int) -> bool:
    """Whether the title of a talk with the press ends with its line."""
    text, below = crowd.text(title, title + 1), crowd.text(title + 1, title + 2)
    return titles_press(text) and text.rpartition(" ")[2][:1].isupper() and below[:1].isupper()


def _behind_note(crowd: _Crowd, at: int) -> int:
    """Where a source note ends that begins at a line: above a dateline or the name of a field."""
    for end in range(at + 1, len(crowd)):
        line = crowd.line(end)
        if dateline_of(line) or opens_fields(line):
            return end
    return len(crowd)


def _is_part(crowd: _Crowd, at: int) -> bool:
    """Whether a line behind a title is no part of it: a dateline, a field, a banner, a source note or what somebody
    says. Behind a comma or a dash it is one."""
    if crowd.line(at - 1).text.endswith(JOINERS):
        return False
    line = crowd.line(at)
    return bool(
        dateline_of(line)
        or is_extent(line.text)
        or opens_fields(line)
        or _is_banner(line)
        or opens_source_note(line)
        or _SPEECH.match(line.text)
    )


def _behind_dateline(crowd: _Crowd, first: int) -> Iterator[int]:
    """The cuts behind the datelines that begin at a line, and round the banners and repeated titles among them."""
    lines: list[Para] = []
    for at in range(first, len(crowd)):
        each = crowd.line(at)
        if not (dateline_of(each) or _stands_alone(each) or is_extent(each.text) or _is_above_dateline(crowd, at)):
            break
        lines.append(each)
    at = first + len(lines)
    alone = [n for n, line in enumerate(lines, first) if _stands_alone(line)]
    if not first and len(alone) == len(lines):
        return
    yield from (cut for n in alone for cut in (n, n + 1) if 0 < cut < len(crowd))
    if not (0 < at < len(crowd)):
        return
    if opens_fields(crowd.lines(at)):
        yield at
        yield from _behind_fields(crowd, at)
    elif _SPEECH.match(crowd.line(at).text) or ((first or _is_remark(crowd, at)) and len(alone) < len(lines)):
        yield at


def _is_above_dateline(crowd: _Crowd, at: int) -> bool:
    """Whether a line is the place that the dateline below it does not name."""
    dated = at + 1 < len(crowd) and read_dateline(crowd.text(at + 1, at + 2)) is not None
    return dated and is_place(crowd.text(at, at + 1))


def _is_remark(crowd: _Crowd, at: int) -> bool:
    """Whether a remark in parentheses, or who asked, is all that stands from a line on: `(one-on-one)`."""
    text = crowd.line(at).text
    if text[:3].lower() == "by ":
        return at + 1 == len(crowd) and len(text) <= _SHORT
    return at + 1 == len(crowd) and text[:1] == "(" and text[-1:] == ")" and len(text) <= _SHORT


def _stands_alone(line: Para) -> bool:
    """Whether a line is a banner, or the title once more."""
    return _is_banner(line) or (is_title(line) and len(line.text) <= _SHORT and not names_in_title(line.text)[0])


def _is_banner(line: Para) -> bool:
    return is_banner(line.text, line.struck)


def _behind_fields(crowd: _Crowd, first: int) -> Iterator[int]:
    """The cuts where the fields that begin at a line end: above and below a dateline or the title once more under those
    present, or where people begin to speak, as a label recurs there."""
    count = len(crowd)
    named = [at for at in range(first, count) if opens_fields(crowd.line(at))]
    alone = next((at for at in named if last_name(crowd.line(at)) == ("participants", True)), count)
    end = next((at for at in named if at > alone), count)
    below = ((at, dateline_of(crowd.line(at))) for at in range(alone + 1, end))
    dated = next((at for at, when in below if when is not None and when.date is not None), count)
    yield from (at for at in (dated, dated + 1) if at < count)
    again = next((at for at in range(alone + 1, min(end, dated)) if _stands_alone(crowd.line(at))), count)
    yield from (at for at in (again, again + 1) if at < count)
    last = max(named, default=count)
    if last >= count:
        return
    begun = next((at for at in range(last + 1, count) if _OPENED.match(crowd.text(at, at + 1))), count)
    if begun < count and dated == count:
        yield from (at for at in (begun, begun + 1) if at < count)
        return
    opened = _recurring(crowd, last, last == alone) if dated == count else None
    if opened is None:
        opened = next(_spoken(crowd, first, max(at for at in (last, dated, again) if at < count)), None)
    yield from (opened,) if opened is not None else ()


def _recurring(crowd: _Crowd, last: int, alone: bool) -> int | None:
    """The first line below the last name of a field in which somebody speaks, where several do, or a label recurs."""
    said = [(at, match) for at in range(last + 1, len(crowd)) if (match := _SPEECH.match(crowd.line(at).text))]
    if alone:
        said = [(at, match) for at, match in said if _SAID.match(crowd.line(at).text)]
        return said[0][0] if len(said) >= _TURNS else None
    labels = Counter(key_of(match["label"]) for _, match in said)
    return said[0][0] if any(times > 1 for times in labels.values()) else None


def _spoken(crowd: _Crowd, first: int, last: int) -> Iterator[int]:
    """The lines below the fields in which somebody speaks who is named in them."""
    named = frozenset(_WORD.findall(crowd.text(first, last + 1).lower()))
    for at in range(last + 1, len(crowd)):
        match = _SAID.match(crowd.line(at).text)
        if match is None:
            named |= frozenset(_WORD.findall(crowd.text(at, at + 1).lower()))
        elif _WORD.findall(match["label"].lower())[-1] in named:
            yield at
