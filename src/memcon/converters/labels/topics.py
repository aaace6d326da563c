"""Topics that stand where labels would: `Vietnam: Nothing was decided.`, again and again.

They are told by what stands behind them. Where people speak under their names, somebody says `I` or `you` sooner or
later, or asks; a report says so nowhere. Only names of nobody who is known are judged so, and all of them together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from memcon.converters.labels.labelforms import Label, ends_sentence
from memcon.converters.labels.labels import Weighed
from memcon.converters.labels.labeltraits import VOICES, is_nameable, is_titled
from memcon.converters.words.givennames import is_full_name
from memcon.converters.words.names import fold
from memcon.converters.words.textwords import Words

_SPEAKS = re.compile(
    r"\b(?:I|(?i:me|my|mine|you|yours?|yourself|let['’]s|yes|yeah|okay|hello|thanks?|please|ich|mich|mir|Ihnen|"
    r"Ihre?[nmrs]?|ja|danke|je|j['’]\w+|moi|vous|votre|vos|oui|merci))\b|\?|\[(?:unclear|laughter)",
)
_JOINTLY = re.compile(r"\b(?:we|our|ours|us|ourselves|wir|uns|unsere?[nmrs]?|nous|notre|nos)\b", re.I)
_SUBJECTS = re.compile(  # in languages whose verbs have subjects; a first letter is quick to look for
    r"[TtDdUu](?<!\w.)(?i:(?<=t)he|(?<=d)(?:er|as|es|u)|(?<=u)nd)\b"
)
_EACH = 40  # words of a text in such a language that have one of these among them
_QUOTED = re.compile(r"(?<=[\w:,] )[“\"„«][^“”\"„«»]{1,400}[”\"“»]")
_FEW, _LEAST, _MUCH = 20, 30, 60  # words
_ASKED = 3  # questions that a report may have
_LONGEST = 4000  # characters behind a label
_ALONE = "nobody else speaks, and nothing stands beside it: a heading"
_REPORT = "nobody else speaks, and the text reports what was said"
_LIST = "nothing behind the names ends as a sentence does: a list"
_NUMBERED = "nobody speaks in the numbered paragraphs: a report"
_REPORTS = re.compile(
    r"\b(?:said|asked|replied|stated|answered|inquired|remarked|observed|agreed|explained|noted|added|pointed out)\b"
)
_REPORTED = 3  # times
_LISTED = 3  # names with something behind them
_TURNS = 5
_AGAIN = 2  # labels that stand again, and times that they do
_WORD = re.compile(r"\w")
_ADDRESSED = re.compile(r"[\[(]to ")
_WHY = "nobody speaks behind it: a topic"


def without_topics(weighed: Sequence[Weighed], text: str, start: int, listed: bool) -> tuple[Weighed, ...]:
    """The candidates, those that are topics taken for text. `text` is what is printed from the offset `start` on;
    `listed` is whether people are known: where none of them has a label, few words are enough."""
    if why := next((why for why, tells in _NO_TALK if tells(weighed, text, start)), ""):
        return tuple(each._replace(taken=False, evidence=(*each.evidence, why)) for each in weighed)
    unknown = [each for each in weighed if each.taken and _may_be_topic(each)]
    if not unknown or not _has_subjects(text):
        return tuple(weighed)
    said = dict(_said(weighed, unknown, text, start))
    topics = {each.label.key for each in unknown}
    strangers = listed and len(unknown) == sum(each.taken for each in weighed)
    asked = [each.label.span for each in unknown if each.label.key == "question"] if strangers else []
    rest = [said[span] for span in said if span not in asked or len(asked) > _ASKED]
    if not _is_report(rest, strangers):
        topics = {key for key in topics if _is_long_report([said[o.label.span] for o in unknown if o.label.key == key])}
        topics -= _answering(unknown, text, start)
    doubtful = topics & _in_turn([each.label for each in unknown if each.label.key in topics])
    if doubtful and _are_two_strangers([each.label for each in unknown if each.label.key in topics], text):
        topics = doubtful = set()
    topics |= _in_rows(weighed, unknown, _somebody(unknown, text, start))
    starts = {each.label.span.start for each in unknown if each.label.key in topics}
    return tuple(
        each._replace(taken=False, evidence=(*each.evidence, _WHY), doubtful=each.label.key in doubtful)
        if each.label.span.start in starts
        else each
        for each in weighed
    )


def _in_turn(labels: Sequence[Label]) -> set[str]:
    """The labels that stand again, where two or more do and none stands twice in a row, as people speak."""
    times = Counter(label.key for label in labels)
    again = {key for key, each in times.items() if each >= _AGAIN}
    return set() if len(again) < _AGAIN or any(a.key == b.key for a, b in pairwise(labels)) else again


def _are_two_strangers(labels: Sequence[Label], text: str) -> bool:
    """Whether two who are strangers speak in turn, five times or more: topics are not gone through again and again."""
    if len(labels) < _TURNS or len({label.key for label in labels}) != _AGAIN:
        return False
    common = Words(text).common
    return all(is_nameable(label.name, common) for label in labels)


def _is_one_heading(weighed: Sequence[Weighed], text: str, start: int) -> bool:
    """Whether there is one label alone, and nothing beside it wherever it stands: `THE COUNCIL:—` above what it agreed
    to."""
    taken = [each.label for each in weighed if each.taken]
    if len({label.key for label in taken}) != 1 or any(label.form != "colon" for label in taken):
        return False
    beside = (text[label.span.end - start :].partition("\n")[0] for label in taken)
    return not any(_WORD.search(line) for line in beside)


def _is_list(weighed: Sequence[Weighed], text: str, start: int) -> bool:
    """Whether nothing that stands behind the labels, wherever they open lines, ends as a sentence does, nor as a speech
    that is cut short."""
    times = Counter(each.label.key for each in weighed if each.taken)
    keys = set(times)
    if sum(each >= _AGAIN for each in times.values()) >= _AGAIN:
        return False  # nobody is listed twice
    labels = [each.label for each in weighed if each.label.key in keys and (each.taken or each.label.form == "colon")]
    ends = [*(label.span.start for label in labels[1:]), start + len(text)]
    said = (text[label.span.end - start : end - start] for label, end in zip(labels, ends, strict=True))
    enough = len(labels) >= _LISTED or len(labels) == 1
    return enough and not any(ends_sentence(each.strip().partition("\n\n")[0]) for each in said)


def _is_numbered_report(weighed: Sequence[Weighed], text: str, start: int) -> bool:
    """Whether all labels stand behind the numbers of paragraphs in which nobody speaks."""
    taken = [each for each in weighed if each.taken]
    if not taken or any(each.label.prefix_kind != "number" or each.label.form != "colon" for each in taken):
        return False
    said = [piece for _, piece in _said(weighed, taken, text, start)]
    return _words(said) >= _FEW and _has_subjects(text) and _is_report(said, strangers=True)


def _is_lone(weighed: Sequence[Weighed], text: str, start: int) -> bool:
    """Whether one label stands, once, in a text that reports again and again what was said."""
    taken = [each.label for each in weighed if each.taken]
    return len(taken) == 1 and taken[0].form == "colon" and sum(1 for _ in _REPORTS.finditer(text)) >= _REPORTED


_NO_TALK = ((_REPORT, _is_lone), (_ALONE, _is_one_heading), (_LIST, _is_list), (_NUMBERED, _is_numbered_report))


def _has_subjects(text: str) -> bool:
    """Whether a text is in a language in which who speaks of himself says so."""
    return len(_SUBJECTS.findall(text)) * _EACH >= len(text.split())


def _may_be_topic(each: Weighed) -> bool:
    """Whether a label names nobody who is known, and stands as a heading that is run in may."""
    label = each.label
    if label.form not in ("colon", "alone") or label.withheld or label.alias or label.prefix_kind not in ("", "number"):
        return False
    named = any("names" in reason or "decided" in reason for reason in each.evidence) or label.key in ("q", "a")
    named = named or is_titled(label.name) or is_full_name(label.name)
    return not named and len(label.name) > _INITIALS and fold(label.name) not in VOICES


_INITIALS = 3  # letters
_SPEAKERS = 2  # who are known
_ROUNDS = 9  # in which rows are told
_NEAR = 20  # characters before a label
_CLOSING = " \t\r\n\"”’'»“)]"


def _in_rows(weighed: Sequence[Weighed], unknown: Sequence[Weighed], somebody: set[str]) -> set[str]:
    """Labels of nobody known, nor of `somebody`, that only ever stand beside another of them, where most turns are
    those of people who are known: what somebody speaks of in order, `Egypt: ...`, `Syria: ...`."""
    taken = [each.label for each in weighed if each.taken]
    strange = {each.label.span.start for each in unknown}
    known = {label.key for label in taken if label.span.start not in strange}
    if len(known) < _SPEAKERS or len(strange) * 2 > len(taken):
        return set()
    keys = ["", *(label.key if label.span.start in strange else "" for label in taken), ""]
    rows = set(keys) - {""} - somebody
    for _ in range(_ROUNDS):
        beside = zip(keys, keys[1:], keys[2:], strict=False)
        apart = {key for before, key, after in beside if key in rows and not {before, after} & (rows - {key})}
        if not apart:
            return rows
        rows -= apart
    return set()


def _somebody(unknown: Sequence[Weighed], text: str, start: int) -> set[str]:
    """Labels that answer a question, or behind whose name stands in brackets to whom it is said."""
    printed = ((each.label.key, text[each.label.span.start - start : each.label.span.end - start]) for each in unknown)
    return _answering(unknown, text, start) | {key for key, label in printed if _ADDRESSED.search(label)}


def _answering(unknown: Iterable[Weighed], text: str, start: int) -> set[str]:
    """Labels that stand behind a question half of the times or more: who answers is somebody, whatever he says."""
    asked: dict[str, list[bool]] = {}
    for each in unknown:
        before = text[max(each.label.span.start - start - _NEAR, 0) : each.label.span.start - start]
        asked.setdefault(each.label.key, []).append(before.rstrip(_CLOSING)[-1:] == "?")
    return {key for key, times in asked.items() if sum(times) * 2 >= len(times)}


def _said(
    weighed: Sequence[Weighed], unknown: Iterable[Weighed], text: str, start: int
) -> Iterator[tuple[tuple[int, int], str]]:
    """What stands behind each of the unknown labels, up to the next label."""
    ends = [each.label.span.start for each in weighed if each.taken]
    following = dict(zip(ends, [*ends[1:], start + len(text)], strict=True))
    for each in unknown:
        end = min(following[each.label.span.start], each.label.span.end + _LONGEST)
        yield each.label.span, text[each.label.span.end - start : end - start]


def _is_report(said: Sequence[str], strangers: bool) -> bool:
    """Whether nobody speaks in any of these pieces of text; where the labels may be people's, they must be several,
    with words enough to tell."""
    pieces = [_QUOTED.sub(" ", each) for each in said]
    if any(_SPEAKS.search(each) for each in pieces):
        return False
    jointly = sum(_JOINTLY.search(each) is not None for each in pieces)
    enough = strangers or (len(pieces) > 1 and _words(pieces) >= _LEAST)
    return enough and jointly * 4 <= len(pieces)


def _is_long_report(said: Sequence[str]) -> bool:
    return _words(said) >= _MUCH and _is_report(said, strangers=False)


def _words(pieces: Iterable[str]) -> int:
    """How many words the first paragraphs of these have."""
    return sum(len(each.strip().partition("\n\n")[0].split()) for each in pieces)
