"""Speaker labels: every document shows its own convention, and the evidence for each label is weighed.

The weight of a candidate is the sum of what speaks for it (it recurs, it is bold, it ends with a colon, it names
somebody who takes part) and against it (it is an ordinal, a field name, a phrase of its own). What that does not tell,
the document's convention does: how the labels that are certain end, and whether a weaker form (a dash, a gap, a name
alone on its line) is used again and again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from memcon.converters.labels.conventions import BY_NAME, ENOUGH, Conventions
from memcon.converters.labels.knownnames import Known
from memcon.converters.labels.labelforms import WEAK, Label, ends_sentence, in_capitals
from memcon.converters.labels.labeltraits import (
    begins,
    is_initialed,
    is_nameable,
    is_part,
    is_titled,
    plain_delimiter,
    surname_key,
)
from memcon.converters.labels.labelweights import BEHIND_BULLET, BULLETED, DECIDED, IN_COLUMN, Weights
from memcon.converters.words.givennames import is_full_name
from memcon.converters.words.names import PrintedName, fold, read_name
from memcon.decisions import LabelDecision

_DOTTED = re.compile(r"(?:[^\W\d_a-z]\.){2,4}")
_MOST_SPEAKERS = 1000
_A_LIST = f"more than {_MOST_SPEAKERS} names open lines, as in a list"
_WORDS = 3  # of a label without a title whose name is met again
_OTHERS = 2  # certain labels beside which a name with a title or a forename speaks
_ONCE_EACH = 3  # names with titles that speak, be it once each
_WIDE = 1000  # columns
_DEEPER = 2
_LETTERS = 5  # of what is called by its initials
_ENDS_SO = "the document's labels end like this"


class Weighed(NamedTuple):
    """A candidate, whether it is taken for a label, and the evidence in words."""

    label: Label
    taken: bool
    evidence: tuple[str, ...]
    doubtful: bool = False


def weigh(
    found: tuple[Label, ...],
    known: Iterable[PrintedName],
    text: str,
    start: int,
    decisions: tuple[LabelDecision, ...],
) -> tuple[Weighed, ...]:
    """Decide for each candidate whether it is a label.

    `known` are the names of those who take part or whom the authority file knows; `text` is what is printed in
    the memorandum, from the offset `start` on, in which a real name may be met again.
    """
    weighed = tuple(_Scales(Weights(found, Known(tuple(known)), text, start, decisions)).decided())
    if len({each.label.key for each in weighed if each.taken}) <= _MOST_SPEAKERS:
        return weighed
    return tuple(each._replace(taken=False, doubtful=False, evidence=(*each.evidence, _A_LIST)) for each in weighed)


@dataclass(frozen=True)
class _Scales:
    """All candidates of a memorandum, judged by their weights and by what the certain ones have in common."""

    weights: Weights

    @cached_property
    def _conventions(self) -> Conventions:
        return Conventions(self.weights, self._certain)

    @cached_property
    def _certain(self) -> tuple[Label, ...]:
        """The labels that their weight alone makes certain, in order."""
        return tuple(
            label
            for label, (weight, _) in zip(self.weights.found, self.weights.each, strict=True)
            if weight >= ENOUGH and (label.strong or label.form == "letter")
        )

    @cached_property
    def _endings(self) -> frozenset[str]:
        """How the document's labels end: delimiters of two certain labels or more."""
        settled = Counter(plain_delimiter(label.delimiter) for label in self._certain)
        return frozenset(delimiter for delimiter, count in settled.items() if count >= 2)

    @cached_property
    def _dashed_lines(self) -> bool:
        """Whether most labels with a dash open a line and no paragraph."""
        dashed = [
            label.opens_paragraph
            for label in self.weights.found
            if label.form == "dash" and self.weights.recurs[label.key] > 1
        ]
        return sum(dashed) * 2 < len(dashed)

    @cached_property
    def _usual(self) -> str:
        """What stands before most labels: a bullet, a number, a time."""
        kinds = Counter(label.prefix_kind for label in self._certain)
        kind, times = kinds.most_common(1)[0] if kinds else ("", 0)
        return kind if times * 2 > len(self._certain) and kind != "noise" else ""

    @cached_property
    def _line_by_line(self) -> bool:
        """Whether most turns begin in a line of their own and no paragraph."""
        return sum(label.opens_paragraph for label in self._certain) * 2 < len(self._certain)

    @cached_property
    def _speak_certainly(self) -> bool:
        """Whether there are several certain labels, or one of somebody who takes part."""
        takes_part = self.weights.known.takes_part
        return len(self._certain) >= _OTHERS or any(takes_part(read_name(label.name)) for label in self._certain)

    @cached_property
    def _certain_keys(self) -> frozenset[str]:
        return frozenset(label.key for label in self._certain) | frozenset(map(surname_key, self._certain))

    def decided(self) -> Iterable[Weighed]:
        """The candidates with the decision on each."""
        forms = {label.form for label in self.weights.found}
        conventions = {form: form in forms and self._conventions.is_own(form) for form in WEAK}
        quoted = False
        for label, (weight, evidence) in zip(self.weights.found, self.weights.each, strict=True):
            quoted = self._is_quoted(label, quoted)
            if weight != DECIDED and quoted:
                yield Weighed(label, False, (*evidence, "stands deeper, in a talk that is quoted"), weight >= ENOUGH)
            elif label.strong or label.form == "letter" or abs(weight) == DECIDED:
                yield self._strong(label, weight, evidence)
            else:
                yield self._weak(label, weight, evidence, conventions[label.form])

    @cached_property
    def _titled(self) -> frozenset[str]:
        """The names with titles that open a paragraph and a speech: of a round in which each speaks once there are
        several. Below a line that ends with a colon they say what each is to do."""
        weighed = zip(self.weights.found, self.weights.each, strict=True)
        titled = [label for label, (weight, _) in weighed if weight >= 2 and self._titled_with_colon(label)]
        announced = any(self._above(label).endswith(":") for label in titled[:1])
        return frozenset() if announced else frozenset(label.key for label in titled)

    @cached_property
    def _column(self) -> int:
        """Where most of the labels begin in their lines that name those who take part, or else recur; far to the right
        where nothing tells."""
        known = [label for label in self._certain if self.weights.known.takes_part(read_name(label.name))]
        recurring = known or [label for label in self.weights.found if self.weights.recurs[label.key] > 1]
        columns = Counter(map(self._column_of, recurring))
        column, times = columns.most_common(1)[0] if columns else (0, 0)
        return column if times * 3 >= 2 * len(recurring) else _WIDE

    def _column_of(self, label: Label) -> int:
        at = label.span.start - self.weights.start
        return at - self.weights.printed.rfind("\n", max(at - _WIDE, 0), at) - 1

    def _is_quoted(self, label: Label, before: bool) -> bool:
        """Whether a label stands deeper than others, below a line that announces it with a colon, or where the label
        before it is quoted."""
        deeper = self._column_of(label) >= self._column + _DEEPER
        return deeper and (before or self._above(label).endswith(":"))

    def _above(self, label: Label) -> str:
        """What is printed before a label, without the space between."""
        at = label.span.start - self.weights.start
        return self.weights.printed[max(at - _WIDE, 0) : at].rstrip()

    def _strong(self, label: Label, weight: int, evidence: tuple[str, ...]) -> Weighed:
        again = self.weights.recurs[label.key] > 1 or is_titled(label.name) or self._set_alike(label)
        if BULLETED in evidence and self._usual == "bullet" and again:
            weight, evidence = weight - BEHIND_BULLET, (*evidence, "as most labels do")
        if ENOUGH > weight >= 2 and (likeness := self._likeness(label, evidence)):
            weight, evidence = weight + 2, (*evidence, likeness)
        if ENOUGH > weight >= 2 and label.key in self._titled and len(self._titled | self._certain_keys) >= _ONCE_EACH:
            weight, evidence = weight + 2, (*evidence, "a title stands before the name, as before others")
        elif weight >= 0 and label.form == "stop" and "." in self._endings and self._titled_speaker(label):
            weight, evidence = ENOUGH, (*evidence, f"{_ENDS_SO}, and a title or initials stand before the name")
        if weight >= ENOUGH:
            return Weighed(label, True, evidence)
        surely = "names somebody who takes part" in evidence and label.speech and label.follows
        surely = surely or (label.speech and is_titled(label.name) and label.key in self._certain_keys)
        return Weighed(label, False, evidence, (weight >= 2 and label.opens_paragraph) or surely)

    def _likeness(self, label: Label, evidence: tuple[str, ...]) -> str:
        """What a label that nothing makes certain by itself has in common with those that are; empty for nothing."""
        if plain_delimiter(label.delimiter) in self._endings:
            if label.withheld:
                return _ENDS_SO if label.speech and label.follows else ""
            if self._is_met(_surname(label.name)) and self._is_brief(label) and not self._is_heading(label):
                return f"{_ENDS_SO}, and the name is met again"
            if label.opens_paragraph and "all but names somebody who takes part" in evidence:
                return _ENDS_SO
            if self._fits_convention(label) and not self._is_heading(label):
                return f"{_ENDS_SO}, and speech follows"
            if label.form == "stop" and self._titled_speaker(label):
                return f"{_ENDS_SO}, with a title or initials"
            if "names an office" in evidence and self._behind_certain(label):
                return f"{_ENDS_SO}, and an office speaks"
        if self._speak_certainly and self._titled_with_colon(label):
            return "a title or a forename stands before the name, and others speak"
        return ""

    def _is_heading(self, label: Label) -> bool:
        """Whether a label that stands once, without a title or a forename, may be a heading: it is not set in bold
        type as all certain ones are, or the text speaks of something by its words."""
        if self.weights.recurs[label.key] > 1 or _bears_title(label.name) or is_full_name(label.name):
            return False
        plain = not label.bold and len(self._certain) >= _OTHERS and all(each.bold for each in self._certain)
        return plain or (not label.bold and self.weights.words.speaks_of(label.name))

    def _is_brief(self, label: Label) -> bool:
        """Whether a label is set as most are, in few words or behind a title; where no speech follows it must stand
        again or be set as all are, and be no nation's: `The Danes: they would protest.`"""
        titled = is_titled(label.name)
        again = self.weights.recurs[label.key] > 1 or titled or self._set_alike(label)
        speaks = label.speech or (again and not label.name.lower().startswith("the "))
        return speaks and self._set_as_usual(label) and (len(label.name.split()) <= _WORDS or titled)

    def _fits_convention(self, label: Label) -> bool:
        """Whether a label with a colon that nothing else vouches for may be a name: it opens a paragraph and speech,
        behind the first certain label, and neither is a word of the text nor names a place or a topic of it."""
        opens_line = label.opens_paragraph or (self._line_by_line and label.follows)
        opens = (label.form == "colon" and opens_line) or self.weights.stands_out(label)
        return (
            opens
            and (self._behind_certain(label) or self._above_certain(label))
            and self._set_as_usual(label)
            and is_nameable(label.name, self.weights.words.common)
        )

    def _set_as_usual(self, label: Label) -> bool:
        """Whether nothing stands before a label but what stands before most of them."""
        return label.prefix_kind in ("", "title", "quote", self._usual)

    def _set_alike(self, label: Label) -> bool:
        """Whether a label is set in capitals as all certain ones are, and stands alone in its line if they do."""
        certain = self._certain if in_capitals(label.name) else ()
        return len(certain) >= _OTHERS and all(
            in_capitals(each.name) and each.ends_line == label.ends_line for each in certain
        )

    def _is_met(self, surname: str) -> bool:
        return surname in self.weights.words.mentions or surname.title() in self.weights.words.mentions

    def _behind_certain(self, label: Label) -> bool:
        """Whether a speech follows, behind the first certain label; behind the last one it ends as a sentence."""
        here, first, last = label.span.start, self._certain[0].span.start, self._certain[-1].span.start
        return label.speech and first < here and (here < last or self._ends_sentence(label))

    def _above_certain(self, label: Label) -> bool:
        """Whether a speech follows that ends as a sentence, above the first certain label and set as all of them."""
        above = label.span.start < self._certain[0].span.start
        behind = self.weights.printed[label.span.end - self.weights.start :].partition("\n")[0]
        speech = label.speech and not behind.isupper()
        return above and speech and self._set_alike(label) and self._ends_sentence(label)

    def _ends_sentence(self, label: Label) -> bool:
        """Whether the paragraph that a label opens ends as a sentence does: behind the last turn a list may stand."""
        return ends_sentence(self.weights.printed[label.span.end - self.weights.start :].partition("\n\n")[0])

    def _titled_with_colon(self, label: Label) -> bool:
        """Whether a label is a title or a forename with a name and a colon that opens a paragraph and a speech."""
        named = (_bears_title(label.name) and bool(read_name(label.name).surname)) or is_full_name(label.name)
        return (
            named
            and label.form == "colon"
            and label.opens_paragraph
            and label.speech
            and label.prefix_kind in ("", "quote", self._usual)
        )

    def _titled_speaker(self, label: Label) -> bool:
        times = self.weights.recurs[label.key]
        initials = label.name.count(".") if is_initialed(label.name) else 0
        titled = is_titled(label.name) or initials >= (1 if times > 1 else 2)
        opens = label.opens_paragraph or times >= 3 or self._line_by_line
        return titled and opens and label.speech and not label.ends_line and label.follows

    def _weak(self, label: Label, weight: int, evidence: tuple[str, ...], convention: bool) -> Weighed:
        doubled = label.delimiter.startswith(".") and is_nameable(
            label.name, self.weights.words.common
        )  # a full stop and a dash
        doubled = doubled or _DOTTED.fullmatch(label.name) is not None
        doubled = doubled or (
            label.form == "dash" and in_capitals(label.name) and is_nameable(label.name, self.weights.words.common)
        )
        named = begins(label) and (weight >= 1 or (weight >= 0 and (is_titled(label.name) or doubled)))
        alone = label.form in BY_NAME
        fits = (
            self._conventions.supports(label, weight, evidence) and self._conventions.spoken(label)
            if alone
            else weight >= ENOUGH
        )
        within = label.form == "dash" and not label.opens_paragraph and not self._dashed_lines
        titled = (
            label.form == "alone"
            and weight >= 0
            and self._conventions.spoken(label)
            and self._conventions.is_like(label)
        )
        if IN_COLUMN in evidence and weight >= ENOUGH and begins(label):
            return Weighed(label, True, evidence)
        jotted = label.form == "dash" and begins(label) and self._conventions.jotted
        if jotted and not label.prefix_kind and self._conventions.is_somebody(label):
            return Weighed(label, True, (*evidence, "the document jots down what each said"))
        if convention and not within and label.speech and (fits or titled or (named and not alone)):
            return Weighed(label, True, (*evidence, "the document prints its labels like this"))
        again = label.key in self._certain_keys or surname_key(label) in self._certain_keys
        glued = label.delimiter == "—"
        opens = label.opens_paragraph and (label.speech or glued) and label.follows and not label.prefix_kind
        if not alone and again and opens and weight >= 2 and label.delimiter != ";":  # a colon that was misread
            return Weighed(label, True, (*evidence, "the same label stands elsewhere with a delimiter"))
        named_line = label.form == "alone" and in_capitals(label.name) and self.weights.recurs[label.key] > 1
        doubtful = opens and (
            weight >= ENOUGH if not alone else named_line and weight >= 2 and self._conventions.spoken(label)
        )
        return Weighed(label, False, evidence, doubtful)


def _bears_title(name: str) -> bool:
    """Whether a label is an office or a part, or a name behind a title: an article is none, as in `The Danes`."""
    return is_part(name) or (is_titled(name) and fold(read_name(name).office) != "the")


def _surname(name: str) -> str:
    """The surname of a label; nothing where it is letters for something else: `Attend UN`."""
    surname = read_name(name).surname
    lettered = surname.isupper() and len(surname) <= _LETTERS and not (name.isupper() or is_titled(name))
    return "" if lettered else surname
