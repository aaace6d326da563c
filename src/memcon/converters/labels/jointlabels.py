"""Labels of several people who speak as one: `Lindqvist and Aalto:`, `Lindqvist/Aalto:`, `Lindqvist-Aalto:`.

A slash, a dash or an `and` joins two names; a hyphen may join the parts of one. So the label is taken apart only where
every part of it is somebody, the longest parts first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from memcon.converters.labels.labelforms import Label
from memcon.converters.pages.paragraphs import Para
from memcon.converters.words.names import SUFFIXES, is_office, key_of
from memcon.transcript import Span

_SURE = r",\s+(?:(?:and|und|et)\s+)?|\s*[–—/&]\s*|\s+(?:and|und|et|y|i|и|og|och)\s+"
_JOINTS = re.compile(rf"(?<!\s)(?:{_SURE}|(?<=\w)-(?=\w))")
_PARTS = re.compile(rf"(?<!\s)(?:{_SURE})")
_SUFFIX = re.compile(rf"(?:{'|'.join(sorted(SUFFIXES))})(?!\w)", re.I)  # of one name: `Carl Dorn, Jr.`
_MOST = 8  # parts of a label
_LISTED = re.compile(r"(?P<names>[^\W\d_a-z][^:,\n]{1,40}(?:,[ ][^:,\n]{1,40}){1,6}):(?=[ \t]+[^a-z\s]|[ \t]*\Z)")


def may_be_joint(label: str) -> bool:
    """Whether a label has anything in it that can join names."""
    return _JOINTS.search(label) is not None


def joint_names(label: str, is_somebody: Callable[[str], bool]) -> tuple[str, ...]:
    """The names that a label joins, two or more, each of them somebody; nothing where it cannot be taken apart so.
    A part that holds more than a hyphen is an office (`Foreign and Commonwealth Secretary`)."""
    joints = [match for match in _JOINTS.finditer(label) if not _SUFFIX.match(label, match.end())]
    ends = [0, *(at for match in joints for at in match.span()), len(label)]
    if not 2 < len(ends) <= 2 * _MOST:
        return ()
    starts, stops = ends[::2], ends[1::2]
    names: list[str] = []
    at = 0
    while at < len(starts):
        runs = ((to, label[starts[at] : stops[to]]) for to in range(len(stops) - 1, at - 1, -1))
        last, name = next((run for run in runs if _is_one(run[1]) and is_somebody(run[1])), (-1, ""))
        if not name or name == label:
            return ()
        names.append(name)
        at = last + 1
    return tuple(names)


def listed_labels(
    paras: Iterable[Para], found: Sequence[Label], takes_part: Callable[[str], bool]
) -> tuple[Label, ...]:
    """The candidates, and at the head of paragraphs those that list people with commas (`Lindqvist, Aalto:`): one of
    them has a label of his own, and the others have one or take part."""
    keys = {label.key for label in found if label.form == "colon"}
    starts = {label.span.start for label in found}
    more = [
        Label(Span(para.span.start, para.span.start + match.end()), match["names"], ":", None, False,
              key_of(match["names"]), True, True)
        for para in paras
        if para.span.start not in starts
        and (match := _LISTED.match(para.text))
        and (names := joint_names(match["names"], lambda name: key_of(name) in keys or takes_part(name)))
        and any(key_of(name) in keys for name in names)
    ]  # fmt: skip
    return tuple(sorted((*found, *more), key=lambda label: label.span)) if more else tuple(found)


def _is_one(name: str) -> bool:
    return all(_SUFFIX.match(name, match.end()) for match in _PARTS.finditer(name)) or is_office(name)
