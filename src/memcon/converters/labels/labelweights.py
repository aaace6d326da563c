"""What each candidate for a label weighs by itself: the sum of what speaks for it and against it, and the reasons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from memcon.converters.labels.jointlabels import joint_names, may_be_joint
from memcon.converters.labels.knownnames import Known
from memcon.converters.labels.labelforms import Label, ends_sentence, in_capitals
from memcon.converters.labels.labeltraits import (
    COLUMNS,
    FALSE_FRIENDS,
    FIELD_WORDS,
    PREPOSITIONS,
    SPEAKERS,
    VOICES,
    begins,
    is_collective,
    is_part,
    surname_key,
    two_people,
)
from memcon.converters.pages.indents import TIME
from memcon.converters.words.names import HONORIFICS, fold, is_office, key_of, read_name
from memcon.converters.words.textwords import Words
from memcon.decisions import LabelDecision

DECIDED = 99
"""The weight of what an editor decided."""

BULLETED, BEHIND_BULLET = "stands behind a bullet", -3

IN_COLUMN = "stands in the column of those who speak"

_LETTERS = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"(?=[IVX]{2,5}\Z)X{0,3}(?:IX|IV|V?I{0,3})")
_BEHIND = 40  # characters behind a label
_OFTEN = 3  # labels that are withheld, or short for a name
_ALONE = 4  # times that a label stands, one of them by itself
_LISTED = 3  # times that a name behind a bullet stands


def _alike(label: Label) -> tuple[object, ...]:
    """What the weight of a label depends on: all but where it stands, unless what is said behind a full stop counts."""
    return label if label.form == "stop" else label[1:]


@dataclass(frozen=True)
class Weights:
    """All candidates of a memorandum, weighed one by one: `known` are the names of those who take part, `printed` is
    what is printed from the offset `start` on."""

    found: tuple[Label, ...]
    known: Known
    printed: str
    start: int
    decisions: tuple[LabelDecision, ...]

    @cached_property
    def words(self) -> Words:
        """What the printed words tell of names."""
        return Words(self.printed)

    @cached_property
    def recurs(self) -> Counter[str]:
        return Counter(label.key for label in self.found if label.prefix_kind != "noise")

    @cached_property
    def _said(self) -> frozenset[str]:
        """The labels behind which a speech begins somewhere."""
        return frozenset(label.key for label in self.found if label.speech)

    @cached_property
    def _by_surname(self) -> Counter[str]:
        return Counter(surname_key(label) for label in self.found if label.prefix_kind != "noise")

    @cached_property
    def each(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        weighed: dict[tuple[object, ...], tuple[int, tuple[str, ...]]] = {}
        alike = [_alike(label) for label in self.found]
        for label, kind in zip(self.found, alike, strict=True):
            if kind not in weighed:
                weighed[kind] = self._weigh(label)
        return tuple(weighed[kind] for kind in alike)

    @cached_property
    def _listing(self) -> bool:
        """Whether names behind bullets head what is reported of them, as somewhere a sentence goes on behind one."""
        bulleted = [label for label in self.found if label.prefix_kind == "bullet" and label.form == "colon"]
        return any(not label.speech for label in bulleted) and len(bulleted) * 2 < len(self.found)

    @cached_property
    def _quotes(self) -> bool:
        """Whether most labels stand behind the sign of a quotation, as in a talk all of which is quoted."""
        strong = [label.prefix_kind == "quote" for label in self.found if label.strong]
        return sum(strong) * 2 > len(strong)

    @cached_property
    def _column_of_speakers(self) -> int:
        """Where a column begins whose head says that it holds who speaks; less than 0 where none does."""
        heads = (label.span.start for label in self.found if label.form == "gap" and fold(label.name) in SPEAKERS)
        return next(heads, -1)

    @cached_property
    def _jotted(self) -> bool:
        """Whether what was said is jotted down behind names, in small letters behind several of them again and again,
        or some of the names are jotted down themselves."""
        opening = [label for label in self.found if label.form == "colon" and label.follows and not label.prefix]
        again = sum(times > 1 for times in Counter(label.key for label in opening).values())
        short = {label.key for label in opening if self.known.shortly(label.name)}
        small = again > 1 and sum(not label.speech for label in opening) * 4 >= len(opening) * 3
        return small or len(short) >= _OFTEN

    @cached_property
    def _withheld(self) -> bool:
        """Whether names that are withheld open turns again and again."""
        return sum(label.withheld and label.speech and label.opens_paragraph for label in self.found) >= _OFTEN

    def _weigh(self, label: Label) -> tuple[int, tuple[str, ...]]:
        """The weight of one candidate and the reasons for it."""
        for decision in self.decisions:
            if key_of(re.sub(r"[\[\]]", "", decision.label)) == label.key:
                return (-DECIDED, ("decided: text",)) if decision.text else (DECIDED, ("decided: a label",))
        if label.withheld:
            follows = (0, "ends with a colon") if label.follows else (-3, "the line before is not finished")
            again = (2, "again and again") if self._withheld and label.speech and label.follows else (0, "")
            why = ("something withheld stands where a name would", follows[1], again[1])
            return 2 + follows[0] + again[0], tuple(filter(None, why))
        reasons = [*self._by_form(label), *self._by_name(label)]
        return sum(weight for weight, _ in reasons), tuple(reason for _, reason in reasons)

    def _by_form(self, label: Label) -> Iterable[tuple[int, str]]:
        times = self.recurs[label.key]
        if label.form == "letter" and times >= 2 and self._answers(label):
            yield 3, "a letter apart from the text, as in questions and answers"
        if label.form == "colon":
            yield 2, "ends with a colon"
        if label.bold:
            yield 2, "is bold"
        if label.term:
            yield 2, "is a term under which a list says something"
        if not label.follows:
            yield (-3 if label.speech else -9), "the line before is not finished"
        if label.prefix_kind == "bullet" and times < _LISTED and not self.known.takes_part(read_name(label.name)):
            yield BEHIND_BULLET, BULLETED
        column = self._column_of_speakers
        if label.form == "gap" and 0 <= column < label.span.start and fold(label.name) not in SPEAKERS:
            yield 4, IN_COLUMN
        if label.prefix_kind == "quote" and not self._quotes:
            yield -6, "stands in a quotation"
        if label.prefix_kind == "bullet" and self._listing:
            yield -9, "one of a list of what each thinks"
        if not label.speech and (label.form == "stop" or label.prefix_kind in ("number", "bullet", "time")):
            yield -6, "a sentence goes on behind it"
        if label.prefix_kind == "noise":
            yield (0, "stands behind debris") if times >= 3 else (-9, "words stand before it")
        if label.form == "alone" and self._timed(label):
            yield 4, "the time on the tape stands behind it"
        if label.alias:
            yield 4, "is given a short form in brackets"

    def _timed(self, label: Label) -> bool:
        """Whether nothing but a time in brackets stands behind a label in its line."""
        if label.aside is None:
            return False
        return TIME.fullmatch(self.printed, label.aside.start - self.start, label.aside.end - self.start) is not None

    def _by_name(self, label: Label) -> Iterable[tuple[int, str]]:
        name = read_name(label.name)
        printed = {fold(w) for w in _LETTERS.findall(label.name)}
        together = is_collective(label.name) or is_part(label.name)
        if together:
            yield 2 if label.form == "colon" else 1, "speaks for several, or for one without a name"
        elif printed & FIELD_WORDS:
            yield (-2 if self._withheld else -6), "a word of it names fields"
        elif (
            printed
            and printed <= FALSE_FRIENDS
            and not (self.recurs[label.key] > 1 and self.words.is_titled(label.name))
        ):
            yield -6, "such words open sentences and fields"
        elif " " in label.name and fold(label.name.split()[0]) in PREPOSITIONS:
            yield -6, "opens as a phrase does"
        elif _ROMAN.fullmatch(label.name):
            yield -6, "is a Roman numeral"
        elif label.form == "gap" and printed <= COLUMNS:
            yield -6, "heads a column"
        elif label.form in ("alone", "gap") and two_people(label.name):
            yield -6, "names two people, as columns of a list do"
        if printed & VOICES and label.form == "colon" and not together:
            yield 2, "names a voice"
        if self.stands_out(label):
            yield 2, "is in capitals, and its speech is not"
        taking_part = self.known.takes_part(name) or self._joins(label.name)
        if taking_part:
            yield 4, "names somebody who takes part"
        elif self.known.nearly(name):
            yield 3, "all but names somebody who takes part"
        elif is_office(label.name):
            yield (2 if label.form == "colon" else 0), "names an office"
        elif label.form == "colon" and not label.bold and self.words.is_topic(label.name):
            yield -3, "the text speaks of it as of a place or topic"
        elif label.form == "colon" and label.opens_paragraph and not label.prefix and self.known.shortly(label.name):
            yield 2, "is short for somebody who takes part"
        if label.form == "stop" and label.ends_line and self._above(label).endswith((";", ",")):
            yield -9, "is the last of a list"
        elif label.form == "stop" and label.ends_line and not (taking_part or self._may_end_line(label)):
            yield -6, "nothing follows its full stop"
        times = max(self.recurs[label.key], self._by_surname[surname_key(label)] if name.surname else 0)
        if times >= 2:
            yield (2 if times < 3 else 4 if begins(label) else 3), f"recurs {times} times"
        unsaid = label.form == "colon" and label.key not in self._said
        if unsaid and (taking_part or is_office(label.name)) and not self._jotted:
            yield -5, "a sentence goes on behind it, wherever it stands"
        if label.name.startswith("[") and name.surname:
            yield 2, "brackets supply a part of a name"
        if len(name.full.split()) > 4:
            yield -2, "is long for a name"

    def _above(self, label: Label) -> str:
        """What is printed directly before a label, without the space between."""
        at = label.span.start - self.start
        return self.printed[max(at - _BEHIND, 0) : at].rstrip()

    def _may_end_line(self, label: Label) -> bool:
        """Whether a label is an office, or a name with a title that is a label again and again and here a paragraph by
        itself below a finished one, as where recognition parts it from its speech."""
        if is_office(label.name):
            return True
        titled = fold(label.name.partition(" ")[0].rstrip(".")) in HONORIFICS
        again = titled and not label.prefix and self.recurs[label.key] >= _ALONE
        return again and label.opens_paragraph and ends_sentence(self._above(label))

    def _joins(self, label: str) -> bool:
        """Whether a label joins the names of several who take part."""
        return may_be_joint(label) and bool(joint_names(label, lambda name: self.known.takes_part(read_name(name))))

    def stands_out(self, label: Label) -> bool:
        """Whether a label that ends with a full stop is set in capitals before a speech in small letters."""
        capitals = label.form == "stop" and label.follows and not label.ends_line and in_capitals(label.name)
        after = self.printed[label.span.end - self.start : label.span.end - self.start + _BEHIND]
        return capitals and not after.isupper()

    def _answers(self, label: Label) -> bool:
        """Whether a letter is Q, or an A where there are questions to answer; `A new proposal` opens a sentence."""
        questions, answers = self.recurs["q"], self.recurs["a"]
        return label.name != "A" or (questions >= 2 and answers * 2 >= questions)
