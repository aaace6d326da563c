"""Whether a memorandum prints its labels in a weak form: behind a dash or a gap, in brackets, alone on their lines.

Such a form is a label only where it is used again and again, of several people in turn.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from memcon.converters.heads.rolefields import asking
from memcon.converters.labels.labelforms import Form, Label, in_capitals
from memcon.converters.labels.labeltraits import begins, is_nameable, is_titled
from memcon.converters.labels.labelweights import Weights
from memcon.converters.words.names import has_title, is_office, read_name

BY_NAME = ("alone", "enclosed")
"""Forms that are labels only where they name somebody."""

ENOUGH = 4
"""The weight that is enough for a label."""

_SENTENCE = re.compile(r"[.?!…]|\b[a-zа-я]{2,}\b.*\b[a-zа-я]{2,}\b")
_PRINTED = re.compile(r"\S")
_SURE = 0.9  # of the names in brackets that open paragraphs
_OWN = 4  # labels of a weak form that make it the document's own


@dataclass(frozen=True)
class Conventions:
    """The weak forms of a memorandum; `certain` are the labels that are so by their weight alone."""

    weights: Weights
    certain: tuple[Label, ...]

    def is_own(self, form: Form) -> bool:
        """Whether the document prints its labels in a weak form: several people are named so, again and again, in turn,
        and more often than by labels of a stronger form. Of names in brackets nearly all must be
        somebody's."""
        candidates = [
            (label, self.supports(label, weight, evidence))
            for label, (weight, evidence) in zip(self.weights.found, self.weights.each, strict=True)
            if label.form == form and begins(label)
        ]
        fit = [label for label, supported in candidates if supported and label.speech]
        if form == "enclosed" and (len(fit) < _SURE * len(candidates) or not self._people(fit)):
            return False
        keys = Counter(label.key for label in fit)
        changes = sum(1 for a, b in pairwise(fit) if a.key != b.key)
        return (
            len(fit) >= _OWN and len(keys) >= 2 and max(keys.values()) >= 2 and changes * 2 >= len(fit) - 1
            and len(fit) * 2 >= len(candidates) and len(fit) > len(self.certain)
        )  # fmt: skip

    @cached_property
    def jotted(self) -> bool:
        """Whether the document jots down what those who take part said: their names stand before dashes, again and
        again, in turn, and nothing else does."""
        glued = [label for label in self.weights.found if label.form == "dash" and label.delimiter.startswith("—")]
        heads = [label for label in glued if begins(label) and not label.prefix_kind]
        known = [label for label in heads if self.is_somebody(label)]
        keys = Counter(label.key for label in known)
        changes = sum(1 for a, b in pairwise(known) if a.key != b.key)
        return (
            len(known) >= _OWN and len(keys) >= 2 and max(keys.values()) >= 2 and changes * 2 >= len(known) - 1
            and len(known) * 4 > len(heads) * 3 and len(known) > len(self.certain)
        )  # fmt: skip

    def is_somebody(self, label: Label) -> bool:
        """Whether a label names somebody who takes part, or an office."""
        return self.weights.known.takes_part(read_name(label.name)) or is_office(label.name)

    def _people(self, labels: Iterable[Label]) -> bool:
        """Whether two or more are named who take part, or have a title or an office."""
        names = {label.key: label.name for label in labels}
        return sum(self.weights.known.takes_part(read_name(name)) or is_titled(name) for name in names.values()) >= 2

    def supports(self, label: Label, weight: int, evidence: tuple[str, ...]) -> bool:
        """Whether a candidate speaks for a convention: it recurs, or names somebody. A line by itself is a heading as
        easily as a name; what stands beside a gap may be another name."""
        if label.term and weight >= ENOUGH:
            return True
        if label.form in BY_NAME:
            named = any("names" in reason for reason in evidence)
            if label.form == "enclosed" and is_titled(label.name):
                return True
            unlisted = label.form == "enclosed" or not self._listed_alone
            if label.form == "alone" and weight >= 2 and (is_titled(label.name) or self._is_again(label)):
                return True
            if label.form == "alone" and self._asked and self._is_named_again(label):
                return True
            if label.form == "alone" and weight >= 0 and self._addressed(label) and self.spoken(label):
                return True
            return weight >= (ENOUGH if label.form == "alone" else 2) and (
                named or (unlisted and is_nameable(label.name, self.weights.words.common))
            )
        beside = (
            self.weights.printed[label.span.end - self.weights.start :].partition("\n")[0]
            if label.form == "gap"
            else ""
        )
        return weight >= 2 and (label.form != "gap" or bool(_SENTENCE.search(beside)))

    def _addressed(self, label: Label) -> bool:
        """Whether a name alone on its line is a surname behind a form of address: `Mr. Lindqvist`."""
        named = label.opens_paragraph and has_title(label.name.split()[0]) and bool(read_name(label.name).surname)
        return named and label.prefix is None and is_nameable(label.name, self.weights.words.common)

    @cached_property
    def _asked(self) -> bool:
        """Whether somebody who asks stands alone on lines, again and again: `Interviewer`."""
        asks = Counter(label.key for label in self.weights.found if label.form == "alone" and asking(label.name))
        return max(asks.values(), default=0) > 1

    def _is_named_again(self, label: Label) -> bool:
        """Whether who asks, or a name or an office, stands alone on lines more than once, each time above speech."""
        named = asking(label.name) or is_nameable(label.name, self.weights.words.common) or is_office(label.name)
        return bool(named) and self.weights.recurs[label.key] > 1 and self.spoken(label)

    def _is_again(self, label: Label) -> bool:
        """Whether a name stands again in capitals where those who take part stand alone on lines, too."""
        again = (
            self.weights.recurs[label.key] > 1
            and in_capitals(label.name)
            and is_nameable(label.name, self.weights.words.common)
        )
        return again and self._listed_alone

    @cached_property
    def _listed_alone(self) -> bool:
        """Whether any of those who are known stands alone on a line."""
        return any(
            self.weights.known.takes_part(read_name(label.name))
            for label in self.weights.found
            if label.form == "alone"
        )

    @cached_property
    def _alone(self) -> frozenset[int]:
        """Where names stand alone on their lines; a question is none."""
        alone = (label.span for label in self.weights.found if label.form == "alone")
        return frozenset(span.start for span in alone if self.weights.printed[span.end - 1 - self.weights.start] != "?")

    def spoken(self, label: Label) -> bool:
        """Whether anything but another name stands below a name on a line by itself; below a signature nothing does."""
        below = _PRINTED.search(self.weights.printed, label.span.end - self.weights.start)
        return below is not None and below.start() + self.weights.start not in self._alone

    def is_like(self, label: Label) -> bool:
        """Whether a name alone on its line, of which little is known, stands there as a label may: with a title and in
        bold or capitals, or again in capitals, or as a term of a list."""
        capitals = in_capitals(label.name) and is_nameable(label.name, self.weights.words.common)
        again = label.term or (capitals and self.weights.recurs[label.key] > 1)
        dotted = capitals and label.name.split()[0].endswith(".")  # `ADM. BERG`, but `GENERAL REMARKS`
        return again or ((dotted or label.bold) and is_titled(label.name))
