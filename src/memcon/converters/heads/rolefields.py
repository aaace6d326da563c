"""Lines above the first turn that name who holds a part in the talk: `President: Mr. Aalto`, `Interviewer: Eva Holm`.

They look like labels, but what stands behind them is a name or a list of names and nothing else, and the same part may
speak below.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from memcon.converters.heads.masthead import explicit_field, is_fields
from memcon.converters.heads.somebody import surely_somebody
from memcon.converters.pages.paragraphs import Para
from memcon.converters.words.names import PrintedName, fold, is_office, read_name
from memcon.converters.words.offices import generic

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Sir|Dr|Lord|Dame|M)\b\.?"
_FIELD = re.compile(rf"(?P<part>[^\W\d_][^:\n]{{1,40}}):(?:[ \t]+|(?={_TITLE}))(?P<said>\S[^\n]*)")
_SEAT = re.compile(rf"(?P<seat>[^\W\d_a-z][\w ,()’'-]{{2,70}}?)[ .\t]+(?P<name>{_TITLE}[ ][^\n.,;:]{{2,40}})")
_SEATS = 3  # lines of a table of who sits for what
_LEADERS = re.compile(r"(?:[ \t]?\.){3,}[ \t]?")  # between a name and its country
_ASKS = frozenset(("interviewer", "interviewed by", "journalist"))
_PARTS = _ASKS | {"interviewee", "moderator", "rapporteur", "respondent"}
_MEMBERS = re.compile(r"Members?:[ \t]*", re.I)
_TOP = 8  # paragraphs
_ABOVE = 3  # lines, the last of them with nothing behind its colon
_BETWEEN = re.compile(r"[,;][ ](?:and[ ])?|[ ]and[ ]")
_ASIDE = re.compile(r"\([^()]{1,120}\)")


@dataclass(frozen=True, slots=True)
class RoleFields:
    """The offsets of such lines, and the names by the part that each holds; `q` is who asks in an interview."""

    starts: frozenset[int]
    holders: tuple[tuple[str, str], ...]

    @property
    def people(self) -> tuple[PrintedName, ...]:
        """The names."""
        return tuple(read_name(name) for _, name in self.holders)


def role_fields(paras: Iterable[Para]) -> RoleFields:
    """The fields at the head of the text, above the first line that looks like a label and is none of them."""
    starts: set[int] = set()
    holders: dict[str, str] = {}
    for para in islice(paras, _TOP):
        texts = [para.text[line.start - para.span.start : line.end - para.span.start] for line in para.lines]
        texts = [_LEADERS.sub(" ", text) for text in texts]
        if seats := _seats(texts):
            starts |= {line.start for line in para.lines}
            holders = dict(_holders(filter(None, map(_FIELD.fullmatch, texts[:1])))) | seats | holders
            continue
        if texts[-1].rstrip()[-1:] == ":" and any(map(explicit_field, texts[-_ABOVE:-1])):
            starts.add(para.lines[-1].start)  # a field that holds nothing
            continue
        matches = [match for text in texts if (match := _FIELD.fullmatch(text.rstrip()))]
        found = dict(_holders(matches))
        below = len(texts) - len(matches)  # lines above, in which nobody speaks
        last = all(_FIELD.fullmatch(text.rstrip()) for text in texts[below:]) and ":" not in "".join(texts[:below])
        if not last or not (found or (not below and _lists([field["said"] for field in matches]))):
            if starts or (matches and not is_fields(para)):
                break
            continue
        starts |= {line.start for line in para.lines[below:]}
        holders = found | holders
    return RoleFields(frozenset(starts), tuple(holders.items()))


def _seats(texts: Sequence[str]) -> dict[str, str]:
    """Who sits for what, as the lines of a table say: `Members: Norway Mr. Aalto`, `Sweden Ms. Berg`; one above them
    may name who presides."""
    rows = texts[1:] if _FIELD.fullmatch(texts[0]) and len(texts) > 1 and _MEMBERS.match(texts[1]) else texts
    bare = [_MEMBERS.sub("", row) for row in rows]
    found = [match for row in bare if (match := _SEAT.fullmatch(row.strip())) is not None]
    whole = len(found) == len(bare) >= _SEATS and _MEMBERS.match(rows[0]) is not None
    return {fold(match["seat"].strip()): match["name"].strip() for match in found} if whole else {}


def asking(label: str) -> tuple[str, ...]:
    """The parts that the name of a field gives to the one who asks in an interview; none for any other name."""
    part = fold(label.strip(" :"))
    return (part, "q") if part in _ASKS else ()


def _holders(fields: Iterable[re.Match[str]]) -> Iterator[tuple[str, str]]:
    for field in fields:
        part, said = fold(field["part"].strip()), " ".join(_ASIDE.sub(" ", field["said"]).split())
        closed = said.removesuffix(" .")  # `President: Mr. Aalto (Finland).`, but not `Mr. Aalto.`, who is called upon
        plain = closed[-1:] not in ".?!," or closed != said
        said = closed
        if (part in _PARTS or is_office(field["part"]) or generic(part)) and plain and _names(said):
            yield part.removeprefix("the "), said
            if part in _ASKS:
                yield "q", said


def _lists(said: Iterable[str]) -> bool:
    """Whether fields list people, as those at one end of a line or on one side: `TOKYO: Gen. Aalto, Mr. Berg`."""
    listed = [_BETWEEN.split(each.strip()) for each in said]
    several = any(len(names) > 1 for names in listed)
    return several and all(surely_somebody(name) and _names(name) for names in listed for name in names)


def _names(said: str) -> bool:
    return surely_somebody(said) and all(word[0].isupper() or len(word) < 4 for word in said.split())
