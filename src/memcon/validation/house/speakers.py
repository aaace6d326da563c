"""Who speaks: labels against the persons they point to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from memcon.converters.words.names import is_office, words_of
from memcon.diagnostics import Diagnostic
from memcon.tei.names import tei
from memcon.validation.cast import Cast
from memcon.validation.conversation import Turn
from memcon.validation.survey import Survey

_GAP, _SPEAKER = tei("gap"), tei("speaker")
Pointers = tuple[str, ...]
Label = tuple[str, ...]
"""The words of a label."""


def speakers(survey: Survey) -> Iterator[Diagnostic]:
    """MC510 and MC511 for a turn that points to nobody, MC512 for one whose label means somebody else."""
    said = _said(survey.turns)
    against = dict(_against(survey, said))
    if not any(against.values()) and not any(() in each for each in said.values()):
        return
    for turn in survey.turns:
        if turn.words and not turn.who:
            yield from _unpointed(survey, turn, said[turn.words])
        elif why := against.get((turn.words, turn.who)):
            message = f"{turn.identifier} is by {survey.cast.called(turn.who)}, its label {turn.label!r}: {why}"
            yield survey.finding("MC512", message, turn.element, "correct @who, or the label if it is misread")


def _said(turns: Sequence[Turn]) -> Mapping[Label, Counter[Pointers]]:
    """How often each label points to whom."""
    found: dict[Label, Counter[Pointers]] = defaultdict(Counter)
    for (words, who), times in Counter((turn.words, turn.who) for turn in turns).items():
        found[words][who] = times
    return found


def _against(survey: Survey, said: Mapping[Label, Counter[Pointers]]) -> Iterator[tuple[tuple[Label, Pointers], str]]:
    """What speaks against each label's pointing to each of those it points to."""
    printed = {turn.words: turn.label for turn in survey.turns}
    for words, each in said.items():
        for who in each:
            if words and who:
                why = survey.cast.contradiction(printed[words], words, who) or _unusual(survey.cast, words, who, each)
                if not why and survey.cast.is_strange(printed[words], words, who):
                    others = [printed[label] for label, them in said.items() if label != words and who in them]
                    why = f"nobody who is listed has that name; other turns have {others[0]!r}" if others else ""
                yield (words, who), why


def _unusual(cast: Cast, words: Label, who: Pointers, same: Counter[Pointers]) -> str:
    """Where a label names nobody, what its other turns say against these."""
    (usual, most), *_ = same.most_common()
    if usual == who or not usual or not cast.named(words).isdisjoint(who):
        return ""
    return f"in {most} other turn{'s' * (most > 1)} it is {cast.called(usual)}"


def _is_titled(survey: Survey, words: Label) -> bool:
    """Whether the main title has the last word of a label, and it is no office."""
    titles = (each.text or "" for each in survey.every("title") if each.get("type") in ("main", "supplied"))
    return not is_office(" ".join(words)) and words[-1] in words_of(next(titles, ""))


def _unpointed(survey: Survey, turn: Turn, same: Counter[Pointers]) -> Iterator[Diagnostic]:
    """MC510 or MC511 for a turn without @who; nothing where the name is withheld."""
    speaker = turn.element.find(_SPEAKER)
    if speaker is not None and next(speaker.iter(_GAP), None) is not None:
        return
    means = survey.cast.resolve(turn.label)
    elsewhere = next((who for who, _ in same.most_common() if who), ())
    person = elsewhere or ((means.person.identifier,) if means.person is not None else ())
    if not person and _is_titled(survey, turn.words):
        message = f"{turn.label!r} is named in the title, and is nobody whom the header lists"
        yield survey.finding("MC511", message, turn.element, "add the person to particDesc, and @who here")
        return
    if not person:
        hint = "add the person, or leave it so if it cannot be known"
        yield survey.finding("MC510", f"{turn.label!r} is nobody whom the participants list", turn.element, hint)
        return
    why = "as in other turns" if elsewhere else means.how
    message = f"{turn.identifier} points to nobody, and its label {turn.label!r} is {survey.cast.called(person)}: {why}"
    yield survey.finding("MC511", message, turn.element, f'add who="{" ".join(f"#{each}" for each in person)}"')
