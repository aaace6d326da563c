"""Labels that stand where no label belongs: at the head of a paragraph, or of a sentence amid one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.converters.names import HONORIFICS, OFFICES, words_of
from memcon.diagnostics import Diagnostic
from memcon.tei.names import tei
from memcon.validation.conversation import bare
from memcon.validation.survey import Survey

_SIGNS = (".", "—")  # what ends a label, and much else
_WHERE = frozenset(map(tei, ("p", "item", "stage")))
_LONGEST = 60  # characters of a label
_HEAD = re.compile(r"((?:[^\W\d_]{1,4}\.\s+)?[^.:—]{2,60}?)\s*[.—](?=\s|\Z)")
_SENTENCE = re.compile(r"(?<!\bMr\.)(?<!\bDr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bGen\.)(?<=[.?!…\"”’)\]])\s+")


@dataclass(frozen=True, slots=True)
class _Known:
    """What reads like a label in a document: its own labels, as they are printed and by their words, the surnames of
    its participants, and the sign with which most of its labels end."""

    printed: tuple[str, ...]
    labels: frozenset[tuple[str, ...]]
    surnames: frozenset[str]
    delimiter: str

    def names(self, text: str) -> bool:
        """Whether words are a label of this document, or a participant's surname behind nothing but titles."""
        words = words_of(text) if text[:1].isupper() or text[:1] == "[" else ()
        if not words or words in self.labels:
            return bool(words)
        return words[-1] in self.surnames and all(w in HONORIFICS or w in OFFICES for w in words[:-1])

    def at_head(self, text: str) -> str:
        """The label that opens a paragraph."""
        if text.startswith(self.printed):
            return next(label for label in self.printed if text.startswith(label))
        head, colon, rest = text[: 2 * _LONGEST].partition(":")
        if not colon and self.delimiter in _SIGNS and (match := _HEAD.match(text)):
            head, colon, rest = match[1], self.delimiter, text[match.end() :]
        if not colon or len(head) > _LONGEST or rest.lstrip()[:1].islower():
            return ""
        return head + colon if self.names(head) else ""

    def amid(self, text: str) -> str:
        """A label with a colon that opens a sentence."""
        at = text.find(":")
        while at >= 0:
            *before, last = _SENTENCE.split(text[max(0, at - _LONGEST) : at])
            if before and not text[at + 1 :].lstrip()[:1].islower() and self.names(last):
                return f"{last}:"
            at = text.find(":", at + 1)
        return ""


def labels_in_turns(survey: Survey) -> Iterator[Diagnostic]:
    """MC513: a paragraph opens like a label of this document, or a sentence in it does."""
    if not survey.turns:
        return
    known = _known(survey)
    for passage in survey.passages:
        if passage.tag not in _WHERE:
            continue
        text = passage.text.lstrip()
        if ":" not in text and known.delimiter not in text[:_LONGEST] and not text.startswith(known.printed):
            continue
        if found := known.at_head(text) or known.amid(text):
            message = f"{found!r} stands at the head of a sentence and reads like a label"
            yield survey.finding("MC513", message, passage.element, "if a turn begins here, divide the sp")


def _known(survey: Survey) -> _Known:
    labels = {turn.label for turn in survey.turns}
    printed = tuple(sorted(label for label in labels if bare(label) != label and len(label) > 2))
    delimiter = Counter(turn.label[-1:] for turn in survey.turns).most_common(1)[0][0]
    by_words = frozenset(turn.words for turn in survey.turns)
    return _Known(printed, by_words, frozenset(survey.cast.surnames), delimiter)
