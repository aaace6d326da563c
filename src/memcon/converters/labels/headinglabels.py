"""Headings that end with a colon or hold one: `ARMS CONTROL:` above a turn, `Talking Peace: an interview` above all.

They look like labels, but nobody says anything: nothing stands between such a heading and the next label, or the line
is the first of all and no sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from memcon.converters.labels.labelforms import ends_sentence
from memcon.converters.labels.labels import Weighed
from memcon.converters.words.names import is_office

_ABOVE = "nothing stands between it and the next label: a heading"
_FIRST = "the first line of all, and no sentence: a title"
_LEAST = 2  # labels of turns


def without_headings(weighed: Sequence[Weighed], text: str, start: int) -> tuple[Weighed, ...]:
    """The candidates, those that are headings taken for text. `text` is what is printed from the offset `start` on."""
    taken = [each for each in weighed if each.taken]
    if not taken:
        return tuple(weighed)
    why = dict(_headings(taken, text, start))
    if len(taken) - len(why) < _LEAST:
        return tuple(weighed)
    return tuple(
        each._replace(taken=False, evidence=(*each.evidence, why[at]))
        if (at := each.label.span.start) in why and each.taken
        else each
        for each in weighed
    )


def _headings(taken: Sequence[Weighed], text: str, start: int) -> Iterator[tuple[int, str]]:
    """The offsets of the labels that are headings, and why."""
    first = taken[0].label
    line = text[first.span.end - start :].partition("\n")[0]
    alone = Counter(each.label.key for each in taken)[first.key] == 1
    top = not text[: first.span.start - start].strip() and bool(line.strip())
    if top and alone and not _is_known(taken[0]) and not ends_sentence(line):
        yield first.span.start, _FIRST
    ends = [*(each.label.span.start for each in taken[1:]), start + len(text)]
    empty: dict[str, bool] = {}
    for each, end in zip(taken, ends, strict=True):
        said = text[each.label.span.end - start : end - start].strip()
        empty[each.label.key] = empty.get(each.label.key, True) and not said and not _is_known(each)
    yield from ((each.label.span.start, _ABOVE) for each in taken if empty[each.label.key])


def _is_known(each: Weighed) -> bool:
    """Whether a label is that of somebody who takes part or holds an office, or stands for a name, or is decided."""
    known = any("somebody" in reason or "decided" in reason for reason in each.evidence)
    return known or each.label.withheld or bool(each.label.alias) or is_office(each.label.name)
