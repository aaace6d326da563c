"""Which paragraph of a document is its title, and what may stand above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise

from memcon.converters.heads.boundaries import is_dated
from memcon.converters.heads.headings import (
    document_number,
    goes_on,
    heads_sitting,
    is_record_alone,
    is_title,
    may_be_title,
    titles_letter,
)
from memcon.converters.heads.masthead import explicit_field, is_fields, is_letterhead, lists_people, opens_fields
from memcon.converters.lines.furniture import furniture
from memcon.converters.pages.paragraphs import Para
from memcon.converters.talks.datelines import read_dateline
from memcon.converters.talks.places import names_meeting
from memcon.converters.words.lexicon import words

_AGAINST = frozenset(("v", "v.", "vs", "vs.", "versus", "-v-", "- v -", "against", "c/", "contre"))
_KEEPS = words("archive archives library center centre foundation institute museum university project papers records")
_LEAST, _MOST = 4, 24  # words of a headline
_FIGURES = 4  # characters of a headline, of which one may be a figure
_BREAKS = re.compile(r"[^\W\d_]{3}[.!?]\s|[:;\n\t]|\s\s|\([^()]*\Z")  # that no headline has
_NAMED = re.compile(r"[^\W\d_a-z][^:\n]{1,40}:\s+\S")
_LINES = 4  # of a block of fields
_DATED = re.compile(r"\([^()]{0,20}\b\d{4}\)\Z")  # a headline that ends with the day of what it names
_SITE = re.compile(r"(?:[\w-]+\.)+[a-z]{2,4}", re.I)
_RELEASED = "for immediate release"  # above the title, and below whose it is
_COVER = 80  # paragraphs that may stand above a title
_TOP = 4  # paragraphs from a letterhead to the title
_LETTERHEAD = 15  # paragraphs above a title that need no looking at
_SHORT = 120  # characters of a caption
_LONGEST = 400  # characters of a line above fields
_FIELDS_AT = 15  # paragraphs above a block of fields
_SHEET = 8  # lines of a sheet that an archive puts before a record
_OPEN = 2  # of three fields that say when, where, who or what


def where_titled(paras: Sequence[Para], named_elsewhere: bool) -> int | None:
    """Which paragraph is the title: one that names the genre, else the first one, where it reads like a title."""
    first = next((at for at, para in enumerate(paras[:4]) if furniture(para) is None), None)
    named = _named(paras)
    if named is None and not named_elsewhere and first is not None and _is_doubled(paras, first):
        return first
    if named is None and not named_elsewhere:
        named = _above_fields(paras)
        named = (
            next((at for at, para in enumerate(paras[:_TOP]) if is_record_alone(para)), None)
            if named is None
            else named
        )
    if (
        named_elsewhere
        or first is None
        or first == named
        or not may_be_title(paras[first], paras[first + 1 : first + 3])
    ):
        return _headline(paras, first) if named is None and not named_elsewhere and first is not None else named
    released = any(_RELEASED in para.text.lower() for para in paras[first + 1 : first + 3])
    apart = named is not None and (is_letterhead(paras[first]) or released or heads_sitting(paras[named]))
    if named is not None and apart and named <= first + _TOP:
        return named
    if named is not None and named <= first + _TOP and " " not in paras[first].text:
        return named  # a word alone is the name of a page's section
    return first if named is None or named > first + 1 or document_number(paras[first].text)[0] else named


def _named(paras: Sequence[Para]) -> int | None:
    """The first title that names the genre; of several the one with a block of fields below it, unless the first one
    has a date."""
    titles = [at for at, para in enumerate(paras[:_COVER]) if is_title(para)]
    if len(titles) > 1 and _is_word_of(paras[titles[0]].text, paras[titles[1]].text):
        del titles[0]
    above = enumerate(paras[: min([_TOP, *titles])])
    titles += [at for at, pair in enumerate(pairwise(paras[:_TOP])) if not titles and goes_on(pair[0].text, pair[1])]
    told = (
        at
        for at, each in above
        if titles_letter(each, paras[at + 1 : at + 4]) or _heads_fields(paras, at) or heads_sitting(each)
    )
    titles = [*islice(told, 1), *titles]
    if len(titles) < 2 or not is_cover(paras[: titles[1]]):
        return next(iter(titles), None)
    if is_dated(paras, titles[0]) and not _is_behind_sheet(paras, *titles[:2]):
        return titles[0]
    below = zip(titles, (*titles[1:], len(paras)), strict=True)
    return next((at for at, end in below if any(map(lists_people, paras[at + 1 : min(at + 5, end)]))), titles[0])


def _is_behind_sheet(paras: Sequence[Para], first: int, title: int) -> bool:
    """Whether a sheet stands between two titles, and below the second one the fields of the record."""
    fields = title + 1 < len(paras) and opens_fields(paras[title + 1])
    return fields and sum(len(each.lines) for each in paras[first + 1 : title]) >= _SHEET


def _is_word_of(text: str, title: str) -> bool:
    """Whether a title is but the word with which the next one begins: the name of a page's section."""
    return " " not in text and title.startswith(f"{text} ")


def _heads_fields(paras: Sequence[Para], at: int) -> bool:
    """Whether a line in capitals names a meeting directly above the block of fields: `COUNCIL MEETING`."""
    text = paras[at].text
    named = text.isupper() and len(text) <= _SHORT and names_meeting(text) and not opens_fields(paras[at])
    return named and at + 1 < len(paras) and opens_fields(paras[at + 1]) and furniture(paras[at]) is None


def _above_fields(paras: Sequence[Para]) -> int | None:
    """The line that a block of fields has above it, where nothing is a title by its words."""
    fields = next(
        (at for at in range(1, min(_FIELDS_AT, len(paras) - 2)) if all(map(is_fields, paras[at : at + 3]))), 0
    )
    if sum(map(opens_fields, paras[fields : fields + 3])) < _OPEN:
        fields = next((at for at in range(1, min(_TOP + 1, len(paras))) if _is_block(paras[at])), 0)
    if not fields:
        return None
    above = range(fields - 1, max(fields - _TOP, 0) - 1, -1)
    return next((at for at in above if _may_caption(paras[at].text)), None)


def _is_block(para: Para) -> bool:
    """Whether each line of a paragraph is what may be a field, and one of them is for sure."""
    lines = para.text.splitlines()
    whole = len(lines) >= _LINES and all(map(_NAMED.match, lines))
    return whole and any(map(explicit_field, lines))


def _may_caption(text: str) -> bool:
    """Whether a paragraph may be what the fields below it are about: no sentence, no aside, no dateline."""
    ends = text[-1:] not in ".:;?!)]" or (text[-1:] == ")" and "(" in text)
    whole = text[:1].isupper() and ends and len(text) <= _LONGEST
    return whole and len(text.split()) > 2 and read_dateline(text) is None


def _headline(paras: Sequence[Para], first: int) -> int | None:
    """The first paragraph where it reads like a headline, or the one below it where the first says who keeps papers."""
    keeper = not _KEEPS.isdisjoint(paras[first].text.lower().split()) or _SITE.fullmatch(paras[first].text)
    at = first + 1 if keeper else first
    fits = at + 1 < len(paras) and not opens_fields(paras[at]) and _is_headline(paras[at].text, paras[at + 1].text)
    return at if fits else None


def _is_headline(text: str, below: str) -> bool:
    """Whether the first line of a document that has no title reads like a headline: some words that end as no sentence
    does, and with which nothing below goes on."""
    words = text.split()
    closed = text[-1:].isalnum() or _DATED.search(text) is not None
    whole = text[:1].isupper() and closed and not text.isupper() and _BREAKS.search(text) is None
    short = _LEAST <= len(words) <= _MOST and words[0][-1:] not in ".:"
    figures = sum(character.isdigit() for character in text) * _FIGURES
    apart = below[:1].isalnum() and not below[:1].islower()
    return whole and short and apart and figures <= len(text) and read_dateline(text) is None


def _is_doubled(paras: Sequence[Para], at: int) -> bool:
    """Whether a line stands twice, and is no sentence: pages print their titles so, above the text and in it."""
    text = paras[at].text
    short = len(text) <= _SHORT and len(text.split()) > _OPEN and text[:1].isupper() and text[-1:] not in ".:;,"
    return short and at + 1 < len(paras) and paras[at + 1].text == text


def case_above(paras: Sequence[Para]) -> str:
    """The case that is tried, as a paragraph above the proceedings of a court names it: `The Prosecutor v. Berg`."""
    for para in paras:
        lines = [line.strip() for line in para.text.splitlines()]
        if len(lines) > 2 and len(para.text) <= _LONGEST and any(line.lower() in _AGAINST for line in lines[1:-1]):
            return " ".join(" ".join(lines).split())
    return ""


def is_cover(paras: Sequence[Para]) -> bool:
    """Whether what stands above a title can be a letterhead or a cover sheet: nobody takes part there."""
    few = len(paras) <= _LETTERHEAD and not any(map(opens_fields, paras))
    return few or not any(map(lists_people, paras))


def is_caption(paras: Sequence[Para], at: int) -> bool:
    """Whether a line in capitals, above numbered paragraphs, says what a telegram is about."""
    para = paras[at]
    short = len(para.lines) == 1 and len(para.text) <= _SHORT and para.text.isupper()
    return short and not opens_fields(para) and at + 1 < len(paras) and paras[at + 1].text[:2] == "1."
