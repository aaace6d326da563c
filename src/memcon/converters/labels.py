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
from itertools import pairwise
from typing import NamedTuple

from memcon.converters.jointlabels import joint_names, may_be_joint
from memcon.converters.knownnames import Known
from memcon.converters.labelforms import WEAK, Form, Label, ends_sentence, in_capitals
from memcon.converters.labeltraits import (
    COLUMNS,
    FALSE_FRIENDS,
    FIELD_WORDS,
    VOICES,
    begins,
    is_collective,
    is_nameable,
    is_titled,
    plain_delimiter,
    surname_key,
    two_people,
)
from memcon.converters.names import (
    PrintedName,
    fold,
    is_office,
    read_name,
    slug,
)
from memcon.converters.textwords import Words
from memcon.decisions import LabelDecision

_DOTTED = re.compile(r"(?:[^\W\d_a-z]\.){2,4}")
_LETTERS = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"(?=[IVX]{2,5}\Z)X{0,3}(?:IX|IV|V?I{0,3})")
_ENOUGH = 4
_DECIDED = 99
_MOST_SPEAKERS = 1000
_A_LIST = f"more than {_MOST_SPEAKERS} names open lines, as in a list"
_SENTENCE = re.compile(r"[.?!…]|\b[a-zа-я]{2,}\b.*\b[a-zа-я]{2,}\b")
_PRINTED = re.compile(r"\S")
_BEHIND = 40  # characters behind a label
_BY_NAME = ("alone", "enclosed")  # forms that are labels only where they name somebody
_WORDS = 3  # of a label without a title whose name is met again
_SURE = 0.9  # of the names in brackets that open paragraphs
_BULLETED, _BEHIND_BULLET = "stands behind a bullet", -3
_OFTEN = 3  # labels that are withheld
_LISTED = 3  # times that a name behind a bullet stands
_OTHERS = 2  # certain labels beside which a name with a title speaks
_WIDE = 1000  # columns
_DEEPER = 2
_CONVENTION = 4  # labels of a weak form that make it the document's own


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
    weighed = tuple(_Scales(found, Known(tuple(known)), text, start, decisions).decided())
    if len({each.label.key for each in weighed if each.taken}) <= _MOST_SPEAKERS:
        return weighed
    return tuple(each._replace(taken=False, doubtful=False, evidence=(*each.evidence, _A_LIST)) for each in weighed)


def _alike(label: Label) -> tuple[object, ...]:
    """What the weight of a label depends on: all but where it stands, unless what is said behind a full stop counts."""
    return label if label.form == "stop" else label[1:]


@dataclass(frozen=True)
class _Scales:
    """All candidates of a memorandum, weighed one by one and then by what the certain ones have in common."""

    found: tuple[Label, ...]
    known: Known
    printed: str
    start: int
    decisions: tuple[LabelDecision, ...]

    @cached_property
    def _recurs(self) -> Counter[str]:
        return Counter(label.key for label in self.found if label.prefix_kind != "noise")

    @cached_property
    def _said(self) -> frozenset[str]:
        """The labels behind which a speech begins somewhere."""
        return frozenset(label.key for label in self.found if label.speech)

    @cached_property
    def _by_surname(self) -> Counter[str]:
        return Counter(surname_key(label) for label in self.found if label.prefix_kind != "noise")

    @cached_property
    def _weights(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        weighed: dict[tuple[object, ...], tuple[int, tuple[str, ...]]] = {}
        alike = [_alike(label) for label in self.found]
        for label, kind in zip(self.found, alike, strict=True):
            if kind not in weighed:
                weighed[kind] = self._weigh(label)
        return tuple(weighed[kind] for kind in alike)

    @cached_property
    def _certain(self) -> tuple[Label, ...]:
        """The labels that their weight alone makes certain, in order."""
        return tuple(
            label
            for label, (weight, _) in zip(self.found, self._weights, strict=True)
            if weight >= _ENOUGH and (label.strong or label.form == "letter")
        )

    @cached_property
    def _endings(self) -> frozenset[str]:
        """How the document's labels end: delimiters of two certain labels or more."""
        settled = Counter(plain_delimiter(label.delimiter) for label in self._certain)
        return frozenset(delimiter for delimiter, count in settled.items() if count >= 2)

    @cached_property
    def _dashed_lines(self) -> bool:
        """Whether most labels with a dash open a line and no paragraph."""
        dashed = [label.opens_paragraph for label in self.found if label.form == "dash" and self._recurs[label.key] > 1]
        return sum(dashed) * 2 < len(dashed)

    @cached_property
    def _bulleted(self) -> bool:
        """Whether most turns begin behind a bullet."""
        return sum(label.prefix_kind == "bullet" for label in self._certain) * 2 > len(self._certain)

    @cached_property
    def _listing(self) -> bool:
        """Whether names behind bullets head what is reported of them, as somewhere a sentence goes on behind one."""
        bulleted = [label for label in self.found if label.prefix_kind == "bullet" and label.form == "colon"]
        return any(not label.speech for label in bulleted) and len(bulleted) * 2 < len(self.found)

    @cached_property
    def _withheld(self) -> bool:
        """Whether names that are withheld open turns again and again."""
        return sum(label.withheld and label.speech and label.opens_paragraph for label in self.found) >= _OFTEN

    @cached_property
    def _line_by_line(self) -> bool:
        """Whether most turns begin in a line of their own and no paragraph."""
        return sum(label.opens_paragraph for label in self._certain) * 2 < len(self._certain)

    @cached_property
    def _certain_keys(self) -> frozenset[str]:
        return frozenset(label.key for label in self._certain) | frozenset(map(surname_key, self._certain))

    @cached_property
    def _words(self) -> Words:
        return Words(self.printed)

    def decided(self) -> Iterable[Weighed]:
        """The candidates with the decision on each."""
        forms = {label.form for label in self.found}
        conventions = {form: form in forms and self._convention(form) for form in WEAK}
        quoted = False
        for label, (weight, evidence) in zip(self.found, self._weights, strict=True):
            quoted = self._is_quoted(label, quoted)
            if weight != _DECIDED and quoted:
                yield Weighed(label, False, (*evidence, "stands deeper, in a talk that is quoted"), weight >= _ENOUGH)
            elif label.strong or label.form == "letter" or abs(weight) == _DECIDED:
                yield self._strong(label, weight, evidence)
            else:
                yield self._weak(label, weight, evidence, conventions[label.form])

    @cached_property
    def _column(self) -> int:
        """Where most of the labels that recur begin in their lines; far to the right where nothing tells."""
        recurring = [label for label in self.found if self._recurs[label.key] > 1]
        columns = Counter(map(self._column_of, recurring))
        column, times = columns.most_common(1)[0] if columns else (0, 0)
        return column if times * 3 >= 2 * len(recurring) else _WIDE

    def _column_of(self, label: Label) -> int:
        at = label.span.start - self.start
        return at - self.printed.rfind("\n", max(at - _WIDE, 0), at) - 1

    def _is_quoted(self, label: Label, before: bool) -> bool:
        """Whether a label stands deeper than others, below a line that announces it with a colon, or where the label
        before it is quoted."""
        at = label.span.start - self.start
        deeper = self._column_of(label) >= self._column + _DEEPER
        return deeper and (before or self.printed[max(at - _WIDE, 0) : at].rstrip().endswith(":"))

    def _strong(self, label: Label, weight: int, evidence: tuple[str, ...]) -> Weighed:
        if _BULLETED in evidence and self._bulleted and self._recurs[label.key] > 1:
            weight, evidence = weight - _BEHIND_BULLET, (*evidence, "as most labels do")
        if _ENOUGH > weight >= 2 and plain_delimiter(label.delimiter) in self._endings:
            surname = "" if label.withheld else read_name(label.name).surname
            if label.withheld:
                likely = label.speech and label.follows
                weight, evidence = weight + 2 * likely, (*evidence, *["the document's labels end like this"] * likely)
            elif self._is_met(surname) and (len(label.name.split()) <= _WORDS or is_titled(label.name)):
                weight, evidence = (
                    weight + 2,
                    (*evidence, "the document's labels end like this, and the name is met again"),
                )
            elif label.opens_paragraph and "all but names somebody who takes part" in evidence:
                weight, evidence = weight + 2, (*evidence, "the document's labels end like this")
            elif self._fits_convention(label):
                weight, evidence = weight + 2, (*evidence, "the document's labels end like this, and speech follows")
            elif label.form == "stop" and self._titled_speaker(label):
                weight, evidence = weight + 2, (*evidence, "the document's labels end like this, with a title")
            elif "names an office" in evidence and self._behind_certain(label):
                weight, evidence = weight + 2, (*evidence, "the document's labels end like this, and an office speaks")
            elif len(self._certain) >= _OTHERS and self._titled_with_colon(label):
                weight, evidence = weight + 2, (*evidence, "a title stands before the name, and others speak")
        elif _ENOUGH > weight >= 2 and len(self._certain) >= _OTHERS and self._titled_with_colon(label):
            weight, evidence = weight + 2, (*evidence, "a title stands before the name, and others speak")
        elif weight >= 0 and label.form == "stop" and "." in self._endings and self._titled_speaker(label):
            weight, evidence = (
                _ENOUGH,
                (*evidence, "the document's labels end like this, and a title stands before the name"),
            )
        if weight >= _ENOUGH:
            return Weighed(label, True, evidence)
        surely = "names somebody who takes part" in evidence and label.speech and label.follows
        surely = surely or (label.speech and is_titled(label.name) and label.key in self._certain_keys)
        return Weighed(label, False, evidence, (weight >= 2 and label.opens_paragraph) or surely)

    def _fits_convention(self, label: Label) -> bool:
        """Whether a label with a colon that nothing else vouches for may be a name: it opens a paragraph and speech,
        behind the first certain label, and neither is a word of the text nor names a place or a topic of it."""
        opens_line = label.opens_paragraph or (self._line_by_line and label.follows)
        opens = (label.form == "colon" and opens_line) or self._stands_out(label)
        return (
            opens
            and self._behind_certain(label)
            and (label.prefix_kind in ("", "title") or (label.prefix_kind == "bullet" and self._bulleted))
            and is_nameable(label.name, self._words.common)
        )

    def _is_met(self, surname: str) -> bool:
        return surname in self._words.mentions or surname.title() in self._words.mentions

    def _behind_certain(self, label: Label) -> bool:
        """Whether a speech follows, behind the first certain label; behind the last one it ends as a sentence."""
        here, first, last = label.span.start, self._certain[0].span.start, self._certain[-1].span.start
        return label.speech and first < here and (here < last or self._ends_sentence(label))

    def _ends_sentence(self, label: Label) -> bool:
        """Whether the paragraph that a label opens ends as a sentence does: behind the last turn a list may stand."""
        return ends_sentence(self.printed[label.span.end - self.start :].partition("\n\n")[0])

    def _titled_with_colon(self, label: Label) -> bool:
        """Whether a label is a title with a name and a colon that opens a paragraph and a speech."""
        named = is_titled(label.name) and bool(read_name(label.name).surname)
        return named and label.form == "colon" and label.opens_paragraph and label.speech and not label.prefix_kind

    def _titled_speaker(self, label: Label) -> bool:
        titled = is_titled(label.name)
        opens = label.opens_paragraph or self._recurs[label.key] >= 3
        return titled and opens and label.speech and not label.ends_line and label.follows

    def _convention(self, form: Form) -> bool:
        """Whether the document prints its labels in a weak form: several people are named so, again and again, in turn,
        and more often than by labels of a stronger form. Of names in brackets nearly all must be
        somebody's."""
        candidates = [
            (label, self._supports(label, weight, evidence))
            for label, (weight, evidence) in zip(self.found, self._weights, strict=True)
            if label.form == form and begins(label)
        ]
        fit = [label for label, supported in candidates if supported and label.speech]
        if form == "enclosed" and (len(fit) < _SURE * len(candidates) or not self._people(fit)):
            return False
        keys = Counter(label.key for label in fit)
        changes = sum(1 for a, b in pairwise(fit) if a.key != b.key)
        return (
            len(fit) >= _CONVENTION and len(keys) >= 2 and max(keys.values()) >= 2 and changes * 2 >= len(fit) - 1
            and len(fit) * 2 >= len(candidates) and len(fit) > len(self._certain)
        )  # fmt: skip

    def _people(self, labels: Iterable[Label]) -> bool:
        """Whether two or more are named who take part or hold an office."""
        names = {label.key: label.name for label in labels}
        return sum(self.known.takes_part(read_name(name)) or is_office(name) for name in names.values()) >= 2

    def _supports(self, label: Label, weight: int, evidence: tuple[str, ...]) -> bool:
        """Whether a candidate speaks for a convention: it recurs, or names somebody. A line by itself is a heading as
        easily as a name; what stands beside a gap may be another name."""
        if label.form in _BY_NAME:
            named = any("names" in reason for reason in evidence)
            unlisted = label.form == "enclosed" or not self.known
            return weight >= (_ENOUGH if label.form == "alone" else 2) and (
                named or (unlisted and is_nameable(label.name, self._words.common))
            )
        beside = self.printed[label.span.end - self.start :].partition("\n")[0] if label.form == "gap" else ""
        return weight >= 2 and (label.form != "gap" or bool(_SENTENCE.search(beside)))

    @cached_property
    def _alone(self) -> frozenset[int]:
        """Where names stand alone on their lines; a question is none."""
        alone = (label.span for label in self.found if label.form == "alone")
        return frozenset(span.start for span in alone if self.printed[span.end - 1 - self.start] != "?")

    def _spoken(self, label: Label) -> bool:
        """Whether anything but another name stands below a name on a line by itself; below a signature nothing does."""
        below = _PRINTED.search(self.printed, label.span.end - self.start)
        return below is not None and below.start() + self.start not in self._alone

    def _weak(self, label: Label, weight: int, evidence: tuple[str, ...], convention: bool) -> Weighed:
        doubled = label.delimiter.startswith(".") and is_nameable(
            label.name, self._words.common
        )  # a full stop and a dash
        doubled = doubled or _DOTTED.fullmatch(label.name) is not None
        named = begins(label) and (weight >= 1 or (weight >= 0 and (is_titled(label.name) or doubled)))
        alone = label.form in _BY_NAME
        fits = self._supports(label, weight, evidence) and self._spoken(label) if alone else weight >= _ENOUGH
        within = label.form == "dash" and not label.opens_paragraph and not self._dashed_lines
        titled = alone and label.bold and is_titled(label.name) and weight >= 2 and self._spoken(label)
        if convention and not within and label.speech and (fits or titled or (named and not alone)):
            return Weighed(label, True, (*evidence, "the document prints its labels like this"))
        again = label.key in self._certain_keys or surname_key(label) in self._certain_keys
        glued = label.delimiter == "—"
        opens = label.opens_paragraph and (label.speech or glued) and label.follows and not label.prefix_kind
        if not alone and again and opens and weight >= 2:
            return Weighed(label, True, (*evidence, "the same label stands elsewhere with a delimiter"))
        named_line = label.form == "alone" and in_capitals(label.name) and self._recurs[label.key] > 1
        doubtful = opens and (weight >= _ENOUGH if not alone else named_line and weight >= 2 and self._spoken(label))
        return Weighed(label, False, evidence, doubtful)

    def _weigh(self, label: Label) -> tuple[int, tuple[str, ...]]:
        """The weight of one candidate and the reasons for it."""
        for decision in self.decisions:
            if slug(re.sub(r"[\[\]]", "", decision.label)) == label.key:
                return (-_DECIDED, ("decided: text",)) if decision.text else (_DECIDED, ("decided: a label",))
        if label.withheld:
            follows = (0, "ends with a colon") if label.follows else (-3, "the line before is not finished")
            again = (2, "again and again") if self._withheld and label.speech and label.follows else (0, "")
            why = ("something withheld stands where a name would", follows[1], again[1])
            return 2 + follows[0] + again[0], tuple(filter(None, why))
        reasons = [*self._by_form(label), *self._by_name(label)]
        return sum(weight for weight, _ in reasons), tuple(reason for _, reason in reasons)

    def _by_form(self, label: Label) -> Iterable[tuple[int, str]]:
        times = self._recurs[label.key]
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
            yield _BEHIND_BULLET, _BULLETED
        if label.prefix_kind == "bullet" and self._listing:
            yield -9, "one of a list of what each thinks"
        if not label.speech and (label.form == "stop" or label.prefix_kind in ("number", "bullet", "time")):
            yield -6, "a sentence goes on behind it"
        if label.prefix_kind == "noise":
            yield (0, "stands behind debris") if times >= 3 else (-9, "words stand before it")
        if label.alias:
            yield 4, "is given a short form in brackets"

    def _by_name(self, label: Label) -> Iterable[tuple[int, str]]:
        name = read_name(label.name)
        printed = {fold(w) for w in _LETTERS.findall(label.name)}
        together = label.form == "colon" and is_collective(label.name)
        if together:
            yield 2, "speaks for several, or for one without a name"
        elif printed & FIELD_WORDS:
            yield (-2 if self._withheld else -6), "a word of it names fields"
        elif printed and printed <= FALSE_FRIENDS:
            yield -6, "such words open sentences and fields"
        elif _ROMAN.fullmatch(label.name):
            yield -6, "is a Roman numeral"
        elif label.form == "gap" and printed <= COLUMNS:
            yield -6, "heads a column"
        elif label.form in ("alone", "gap") and two_people(label.name):
            yield -6, "names two people, as columns of a list do"
        if printed & VOICES and label.form == "colon" and not together:
            yield 2, "names a voice"
        if self._stands_out(label):
            yield 2, "is in capitals, and its speech is not"
        taking_part = self.known.takes_part(name) or self._joins(label.name)
        if taking_part:
            yield 4, "names somebody who takes part"
        elif self.known.nearly(name):
            yield 3, "all but names somebody who takes part"
        elif is_office(label.name):
            yield (2 if label.form == "colon" else 0), "names an office"
        elif label.form == "colon" and not label.bold and self._words.is_topic(label.name):
            yield -3, "the text speaks of it as of a place or topic"
        if label.form == "stop" and label.ends_line and not taking_part and not is_office(label.name):
            yield -6, "nothing follows its full stop"
        times = max(self._recurs[label.key], self._by_surname[surname_key(label)] if name.surname else 0)
        if times >= 2:
            yield (2 if times < 3 else 4 if begins(label) else 3), f"recurs {times} times"
        unsaid = label.form == "colon" and not label.bold and label.key not in self._said
        if unsaid and (taking_part or is_office(label.name)):
            yield -5, "a sentence goes on behind it, wherever it stands"
        if label.name.startswith("[") and name.surname:
            yield 2, "brackets supply a part of a name"
        if len(name.full.split()) > 4:
            yield -2, "is long for a name"

    def _joins(self, label: str) -> bool:
        """Whether a label joins the names of several who take part."""
        return may_be_joint(label) and bool(joint_names(label, lambda name: self.known.takes_part(read_name(name))))

    def _stands_out(self, label: Label) -> bool:
        """Whether a label that ends with a full stop is set in capitals before a speech in small letters."""
        capitals = label.form == "stop" and label.follows and not label.ends_line and in_capitals(label.name)
        after = self.printed[label.span.end - self.start : label.span.end - self.start + _BEHIND]
        return capitals and not after.isupper()

    def _answers(self, label: Label) -> bool:
        """Whether a letter is Q, or an A where there are questions to answer; `A new proposal` opens a sentence."""
        questions, answers = self._recurs["q"], self._recurs["a"]
        return label.name != "A" or (questions >= 2 and answers * 2 >= questions)
