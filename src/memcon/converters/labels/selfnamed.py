"""Who says his own name: he who answers a call with nothing but a title and a name that his initials fit."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from memcon.converters.labels.labelforms import Label
from memcon.converters.words.names import HONORIFICS, PrintedName, fold, read_name, words_of
from memcon.transcript import Span, Transcript

_INITIALS = re.compile(r"[A-Z]\.?(?:[A-Z]\.?){1,2}")
_WORD = r"[^\W\d_a-z][\w’'-]*"
_NAME_ALONE = re.compile(
    rf"(?P<title>[^\W\d_a-z]\w{{1,12}})\.?[ ](?P<name>{_WORD}(?:[ ]{_WORD})?)(?:,?[ ](?:here|speaking))?[.!]?"
)
_LONGEST = 60  # characters of a turn that is a name


def self_named(transcript: Transcript, labels: Sequence[Label]) -> dict[str, PrintedName]:
    """Labels of initials, by their keys, whose first turn is a title and a name that they fit.

    A name that two labels fit, or that another label prints, is nobody's: it may be a call for him.
    """
    initials = {label.key: label.name.replace(".", "") for label in labels if _INITIALS.fullmatch(label.name)}
    if not initials:
        return {}
    spoken = {words_of(read_name(label.name).surname)[-1:] for label in labels if label.key not in initials}
    found: dict[str, PrintedName] = {}
    for key, turn in _first_turns(transcript, labels, initials):
        match = _NAME_ALONE.fullmatch(turn)
        if match is None or fold(match["title"]) not in HONORIFICS:
            continue
        name = read_name(match["name"])
        fitting = [each for each, letters in initials.items() if _fits(letters, name)]
        if fitting == [key] and words_of(name.surname)[-1:] not in spoken:
            found[key] = name
    return found


def _first_turns(transcript: Transcript, labels: Sequence[Label], keys: Collection[str]) -> Iterator[tuple[str, str]]:
    """What is said first under each of these keys, as far as a name can reach."""
    met: set[str] = set()
    for at, label in enumerate(labels):
        if label.key in keys and label.key not in met:
            met.add(label.key)
            ends = [label.span.end + _LONGEST, *(following.span.start for following in labels[at + 1 : at + 2])]
            yield label.key, " ".join(transcript.text(Span(label.span.end, min(ends))).split())


def _fits(letters: str, name: PrintedName) -> bool:
    """Whether initials are a name's: the last is the surname's, the first the given name's where it is known."""
    surname, given = words_of(name.surname), words_of(name.given)
    fits = bool(surname) and surname[-1][0] == fold(letters[-1])
    return fits and (not given or given[0][0] == fold(letters[0]))
