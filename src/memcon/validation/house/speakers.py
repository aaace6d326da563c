"""Who speaks: labels against the persons they point to, and labels that were not taken for any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from memcon.diagnostics import Diagnostic
from memcon.validation.cast import Cast
from memcon.validation.conversation import Turn
from memcon.validation.survey import Survey

Who = tuple[str, ...]


def speakers(survey: Survey) -> Iterator[Diagnostic]:
    """MC510 and MC511 for a turn that points to nobody, MC512 for one whose label means somebody else."""
    cast = survey.cast
    said = _said(survey.turns)
    against: dict[tuple[Who, Who], str] = {}
    for turn in survey.turns:
        if not turn.words:
            continue
        if not turn.who:
            yield _unpointed(survey, cast, turn, said[turn.words])
            continue
        case = (turn.words, turn.who)
        if case not in against:
            against[case] = cast.contradiction(turn.label, *case) or _unusual(cast, turn, said[turn.words])
        if against[case]:
            message = f"{turn.identifier} is by {cast.called(turn.who)}, its label {turn.label!r}: {against[case]}"
            yield survey.finding("MC512", message, turn.element, "correct @who, or the label if it is misread")


def _said(turns: Sequence[Turn]) -> Mapping[Who, Counter[Who]]:
    """How often each label points to whom."""
    found: dict[Who, Counter[Who]] = {}
    for turn in turns:
        found.setdefault(turn.words, Counter())[turn.who] += 1
    return found


def _unpointed(survey: Survey, cast: Cast, turn: Turn, same: Counter[Who]) -> Diagnostic:
    elsewhere = next((who for who, _ in same.most_common() if who), ())
    means = cast.resolve(turn.label)
    if not elsewhere and means.person is None:
        message = f"{turn.label!r} is nobody whom the participants list"
        return survey.finding("MC510", message, turn.element, "add the person, or leave it so if it cannot be known")
    person = elsewhere or (means.person.identifier,) if means.person is not None else elsewhere
    why = "as in other turns" if elsewhere else means.how
    message = f"{turn.identifier} points to nobody, and its label {turn.label!r} is {cast.called(person)}: {why}"
    return survey.finding("MC511", message, turn.element, f'add who="{" ".join(f"#{each}" for each in person)}"')


def _unusual(cast: Cast, turn: Turn, same: Counter[Who]) -> str:
    """Where a label names nobody, what its other turns say against this one."""
    (who, most), *_ = same.most_common()
    if who == turn.who or not who or not cast.named(turn.words).isdisjoint(turn.who):
        return ""
    return f"in {most} other turn{'s' * (most > 1)} it is {cast.called(who)}"
