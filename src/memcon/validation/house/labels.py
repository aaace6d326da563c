"""Labels that stand where no label belongs: at the head of a paragraph, or of a sentence amid one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.converters.words.names import HONORIFICS, OFFICES, fold, words_of
from memcon.diagnostics import Diagnostic
from memcon.tei.names import tei
from memcon.validation.conversation import bare
from memcon.validation.survey import Survey

_WHERE = frozenset(map(tei, ("p", "item", "stage")))
_LONGEST = 60  # characters of a label
_TITLES = HONORIFICS | OFFICES | {"the"}
_HEAD = re.compile(r"((?:(?:Mr|Mrs|Ms|Dr|Gen|Col|Adm|Amb|Sen|Prof)\.\s+)?[^.:—]{2,60}?)\s{0,3}([.—])(?=\s|\Z)")
_SENTENCE = re.compile(r"(?<!\bMr\.)(?<!\bDr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bGen\.)(?<=[.?!…\"”’)\]])\s+")
_EDGES = "[]().,:;—–-'’\""


@dataclass(frozen=True, slots=True)
class _Known:
    """What reads like a label in a document: its own labels, as they are printed and by their words, the surnames of
    its participants, the signs with which labels end, and the words with which a label may begin and end."""

    printed: tuple[str, ...]
    labels: frozenset[tuple[str, ...]]
    surnames: frozenset[str]
    ends: frozenset[str]
    openers: frozenset[str]
    closers: frozenset[str]

    def names(self, text: str) -> bool:
        """Whether words are a label of this document, or a participant's surname behind nothing but titles."""
        words = words_of(text) if text[:1].isupper() or text[:1] == "[" else ()
        if not words or words in self.labels:
            return bool(words)
        return words[-1] in self.surnames and all(word in _TITLES for word in words[:-1])

    def may_open(self, text: str) -> bool:
        """Whether the first word of a paragraph can be that of a label."""
        first = _folded(text[:_LONGEST].split(None, 1)[:1])
        return first in self.openers or first in _TITLES

    def at_head(self, text: str) -> str:
        """The label that opens a paragraph."""
        if text.startswith(self.printed):
            return next(label for label in self.printed if text.startswith(label))
        head, colon, rest = text[: 2 * _LONGEST].partition(":")
        if not colon and (match := _HEAD.match(text)) and match[2] in self.ends:
            head, colon, rest = match[1], match[2], text[match.end() :]
        if not colon or len(head) > _LONGEST or rest.lstrip()[:1].islower():
            return ""
        return head + colon if self.names(head) else ""

    def amid(self, text: str) -> str:
        """A label with a colon that opens a sentence."""
        at = text.find(":")
        while at >= 0:
            if _folded(text[max(0, at - _LONGEST) : at].rsplit(None, 1)[-1:]) in self.closers:
                *before, last = _SENTENCE.split(text[max(0, at - _LONGEST) : at])
                known = f"{last}:" in self.printed or self.names(last)
                if before and known and not text[at + 1 :].lstrip()[:1].islower():
                    return f"{last}:"
            at = text.find(":", at + 1)
        return ""


def labels_in_turns(survey: Survey) -> Iterator[Diagnostic]:
    """MC513: a paragraph opens like a label of this document, or a sentence in it does."""
    if not survey.turns:
        return
    known = _known(survey)
    for element, tag, printed in survey.passages:
        if tag not in _WHERE:
            continue
        text = printed.lstrip()
        opens = text.startswith(known.printed) or known.may_open(text)
        found = known.at_head(text) if opens else ""
        if found or (":" in text and (found := known.amid(text))):
            message = f"{found!r} stands at the head of a sentence and reads like a label"
            yield survey.finding("MC513", message, element, "if a turn begins here, divide the sp")


def _known(survey: Survey) -> _Known:
    labels = {turn.label: turn.words for turn in survey.turns if turn.words}
    printed = tuple(sorted(label for label in labels if bare(label) != label and len(label) > 2))
    surnames = frozenset(survey.cast.surnames)
    openers = surnames | {words[0] for words in labels.values()} | {words[0] for words in map(words_of, printed)}
    closers = surnames | {words[-1] for words in labels.values()} | {_folded([label]) for label in labels}
    ends = frozenset(label[-1] for label in labels)
    return _Known(printed, frozenset(labels.values()), surnames, ends, openers, closers)


def _folded(words: list[str]) -> str:
    """The only one of the words, if there is any, without what stands at its edges."""
    word = words[0].strip(_EDGES) if words else ""
    return word.lower() if word.isascii() else fold(word)
