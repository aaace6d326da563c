"""What stands below the name of a field in paragraphs of its own: lists and short lines, and where they end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from memcon.converters.heads.attendance import BULLET, COLUMNS, GROUP, dashed_side
from memcon.converters.heads.headings import is_title
from memcon.converters.heads.masthead import SIDED, is_fields, is_list, names_somebody, opens_fields
from memcon.converters.heads.sidebyside import names_in_row
from memcon.converters.heads.somebody import (
    ARTICLES,
    is_body,
    is_person,
    is_titled_entry,
    stands_before_dash,
    surely_somebody,
)
from memcon.converters.pages.paragraphs import Para
from memcon.converters.release.classification import is_level
from memcon.converters.talks.datelines import dateline_of
from memcon.converters.words.givennames import is_full_name
from memcon.converters.words.names import fold, has_title, is_office

_SPEECH = re.compile(r"[^:\n]{1,60}:(?=\s|\Z)")
_SIDE = 40  # characters of the name of a side
_ENTRY, _WORDS = 160, 6
_PAIR = 2  # pieces of a row: what heads it, and somebody
_FURTHEST = 4  # paragraphs of entries between two fields


def entries_end(paras: Sequence[Para], at: int, alone: bool, people: bool) -> int:
    """Where the entries end that may begin at this paragraph, below a field: lists and short lines.

    The first of them needs no further evidence where the field's name stands `alone`; any other paragraph is a list
    of persons below a field of participants (`people`), or stands above more fields.
    """
    end = at + (alone and not people and _is_subject(paras, at))
    while end < len(paras):
        if people and end and _goes_on_overleaf(paras, end):
            end += 2
            continue
        if not (_is_entries(paras[end]) or (people and _is_of_sides(paras[end]))):
            break
        if people and _is_dated(paras[end]):
            break
        if people and _heads_group(paras, end):
            end += 2
            continue
        first = alone and end == at
        listed = is_list(paras[end]) if alone else False
        below = end > at and is_list(paras[end - 1])  # where each has a bullet, a line without one is something else
        named = _persons(paras[end]) if alone and not below else people and _surely_persons(paras[end])
        named = named or (people and end > at and _surnames_alone(paras[end - 1], paras[end]))
        named = named or (people and (_stands_in_row(paras, end) or _is_of_sides(paras[end])))
        if not (first or listed or named or _above_fields(paras, end)):
            break
        end += 1
    return end


def _goes_on_overleaf(paras: Sequence[Para], at: int) -> bool:
    """Whether a list of people goes on below a page mark: no blank line parts the two, or each has bullets."""
    above, mark, *below = paras[at - 1 : at + 2]
    if not mark.page or not below or not _is_entries(below[0]) or not any(map(is_person, below[0].text.splitlines())):
        return False
    glued = above.span.end + 1 == mark.span.start and mark.span.end + 1 == below[0].span.start
    return glued or (is_list(above) and is_list(below[0]))


def _stands_in_row(paras: Sequence[Para], at: int) -> bool:
    """Whether a paragraph is several titled names side by side, or the last one alone below such a row."""
    text = paras[at].text
    if any(names_in_row(text)):
        return True
    alone = "\n" not in text and 0 < len(text.split()) <= _WORDS and has_title(text.split()[0])
    return alone and at > 0 and any(names_in_row(paras[at - 1].text)) and is_person(text)


def _surnames_alone(above: Para, below: Para) -> bool:
    """Whether two paragraphs one below the other hold nothing but single words, as lists of surnames by side do."""
    return all(len(para.lines) > 1 and all(map(_is_word, para.text.splitlines())) for para in (above, below))


def _is_word(line: str) -> bool:
    return len(line.split()) == 1 and line[:1].isupper()


def _is_subject(paras: Sequence[Para], at: int) -> bool:
    """Whether a paragraph that reads like a title is what a field is about: further fields open behind it."""
    below = paras[at : at + 2]
    return len(below) > 1 and len(below[0].text) <= _ENTRY and is_title(below[0]) and opens_fields(below[1])


def _is_dated(para: Para) -> bool:
    """Whether a paragraph is a dateline with its day: no entry of a list of people."""
    when = dateline_of(para)
    return when is not None and when.date is not None


def _heads_group(paras: Sequence[Para], at: int) -> bool:
    """Whether a line that is nobody heads a paragraph in which each line is somebody with a title or with what he is:
    a side."""
    head, *below = paras[at : at + 2]
    text = head.text
    nobody = len(text) <= _SIDE and len(text.split()) <= _WORDS and text[:1].isupper() and not is_person(text)
    stops = text[-1:] in "?!;,]" or (text[-1:] == "." and len(text.split()) > 1)  # but `Secretariat.`
    if not below or not nobody or "\n" in text or stops:
        return False
    lines = [line for line in below[0].text.splitlines() if line.strip()]  # where a page turns, a line is blank
    titled = all(map(_is_titled, lines)) or (is_body(text) and all(map(surely_somebody, lines)))
    return bool(lines) and _is_entries(below[0]) and titled and all(map(is_person, lines))


def _is_titled(line: str) -> bool:
    """Whether a line opens with a title or an office, or somebody stands in it before a dash."""
    first, *others = line.split()
    opens = has_title(first) or (fold(first) in ARTICLES and any(map(has_title, others)))
    return opens or is_titled_entry(line) or stands_before_dash(line)


def _above_fields(paras: Sequence[Para], at: int) -> bool:
    """Whether more fields follow soon, with nothing but entries before them."""
    for para in paras[at + 1 : at + 1 + _FURTHEST]:
        if opens_fields(para):
            return True
        if not _is_entries(para):
            return False
    return False


def _surely_persons(para: Para) -> bool:
    """Whether a paragraph apart from its field lists persons: two or more, or one in full, with an office or a side."""
    if not _persons(para):
        return False
    several = len(para.lines) > 1 or "," in para.text or BULLET.match(para.text) is not None
    return several or dashed_side(para.text) is not None or is_full_name(para.text)


def _persons(para: Para) -> bool:
    """Whether every line of the paragraph names a person, or several side by side; a heading over a group apart."""
    lines = [line.strip() for line in para.text.splitlines() if not GROUP.match(line)]
    if len(lines) > 1 and len(lines[0].split()) <= _WORDS and not is_person(lines[0]):
        del lines[0]  # one side of the table
    bare = (line[side.end() :] if (side := dashed_side(line)) else line for line in lines)
    named = [all(map(is_person, COLUMNS.split(line))) for line in bare]
    pairs = zip(lines, lines[1:], pairwise(named), strict=False)
    wrapped = (not now and before and ("," in above or is_office(below)) for above, below, (before, now) in pairs)
    return bool(lines) and named[0] and named.count(False) == sum(wrapped) and named.count(False) * 2 <= len(lines)


def _is_entries(para: Para) -> bool:
    """Whether a paragraph can be entries below a field's name: a list, or short lines that are no sentences."""
    lines = para.text.splitlines()
    if len(lines) == 1 and is_level(para.text):
        return False
    if is_fields(para) or is_title(para) or para.text.startswith("[") or any(map(_is_speech, lines)):
        return False
    sentence = len(lines) == 1 and para.text.rstrip()[-1:] in ".?!" and len(para.text.split()) > _WORDS
    if sentence and is_titled_entry(para.text):
        return True
    sentence = sentence and not _is_row_of_names(para.text)
    return is_list(para) or (all(len(line) <= _ENTRY for line in lines) and not sentence)


def _is_row_of_names(text: str) -> bool:
    """Whether a line with a full stop at its end holds nothing but names between commas."""
    pieces = [piece.split() for piece in text.rstrip(" .").split(",")]
    return len(pieces) > 2 and all(0 < len(words) <= 4 and words[0][:1].isupper() for words in pieces)


def _is_sided(para: Para) -> bool:
    """Whether every line names somebody behind his side or office: `Belgium: Mr. A. Berg`."""
    lines = para.text.splitlines()
    headed = len(lines) > 1 and ":" not in lines[0] and lines[0].isupper()
    matches = [SIDED.match(line) for line in lines[headed:]]
    named = [match["name"] if match is not None else line for match, line in zip(matches, lines[headed:], strict=True)]
    sides = [match["name"] for match in matches if match is not None]
    titled = len(sides) > 1 or any(map(has_title, sides)) or (len(named) > 1 and len(sides) == 1)
    titled = titled or all(map(dashed_side, named))
    return titled and all(":" not in name and is_person(name) for name in named)


def _is_of_sides(para: Para) -> bool:
    """Whether a paragraph holds people behind what they are of, or in columns behind it; one that is but the call of a
    note holds nobody."""
    return bool(para.text.strip()) and (_is_sided(para) or _is_columned(para))


def _is_columned(para: Para) -> bool:
    """Whether every line holds people with titles in columns, the first of them behind what heads the rows:
    `Officials:     Mr Berg     Mr Dorn`."""
    rows = [COLUMNS.split(line.strip()) for line in para.text.splitlines() if line.strip()]
    if not GROUP.match(rows[0][0]) or len(rows[0]) < _PAIR:
        return False
    people = (*rows[0][1:], *(piece for row in rows[1:] for piece in row))
    return all(piece and has_title(piece.split()[0]) and is_person(piece) for piece in people)


def _is_speech(line: str) -> bool:
    """Whether a line opens like a label with words behind it; a heading over a group of names has none, and a side
    behind a bullet has somebody."""
    if _SPEECH.match(line) is None or GROUP.match(line):
        return False
    bullet = BULLET.match(line)
    return bullet is None or not bullet.end() or not names_somebody(line[bullet.end() :])
