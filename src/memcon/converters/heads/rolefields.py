"""Lines above the first turn that name who holds a part in the talk: `President: Mr. Aalto`, `Interviewer: Eva Holm`.

They look like labels, but what stands behind them is a name or a list of names and nothing else, and the same part may
speak below.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from memcon.converters.heads.somebody import surely_somebody
from memcon.converters.pages.paragraphs import Para
from memcon.converters.words.names import PrintedName, fold, is_office, read_name
from memcon.converters.words.offices import generic

_FIELD = re.compile(r"(?P<part>[^\W\d_][^:\n]{1,40}):[ \t]+(?P<said>\S[^\n]*)")
_ASKS = frozenset(("interviewer", "interviewed by"))
_PARTS = _ASKS | {"interviewee", "moderator", "rapporteur", "respondent"}
_TOP = 8  # paragraphs
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
        matches = [match for text in texts if (match := _FIELD.fullmatch(text.rstrip()))]
        found = dict(_holders(matches))
        if len(matches) < len(texts) or not (found or _lists([field["said"] for field in matches])):
            if starts or matches:
                break
            continue
        starts |= {line.start for line in para.lines}
        holders = found | holders
    return RoleFields(frozenset(starts), tuple(holders.items()))


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
