"""What edition.toml says: the edition's metadata and the editor's decisions, which beat every rule."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from memcon.diagnostics import Diagnostic, Location
from memcon.rules import rule


@dataclass(frozen=True, slots=True)
class EditionMetadata:
    """[edition]: what the header of every file says about the edition; `language` is that of the transcripts, empty
    where each tells its own."""

    title: str = ""
    publisher: str = ""
    licence: str = ""
    licence_url: str = ""
    editors: tuple[str, ...] = ()
    language: str = ""
    persons: str = ""
    identifier: str = ""
    schemas: str = "schemas"


@dataclass(frozen=True, slots=True)
class TranscriptDecision:
    """[[transcript]]: facts about a whole transcript that it does not print, among them the `encoding` of its
    characters (empty: UTF-8)."""

    file: str
    original_language: str = ""
    source_edition: str = ""
    encoding: str = ""
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class MemorandumDecision:
    """[[memorandum]]: decisions about the memorandum that begins on `line` of a transcript.

    Like all decisions it names the line of the source, as diagnostics do. `said` is that line where the decision was
    located among the lines that a reader found.
    """

    transcript: str
    line: int = 1
    identifier: str = ""
    title: str = ""
    date: str = ""
    place: str = ""
    principals: tuple[str, ...] = ()
    reason: str = ""
    at: int = field(default=0, compare=False)
    said: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class LabelDecision:
    """[[label]]: a label, as printed without its delimiter, is a person (by id), or is text after all."""

    label: str
    transcript: str = ""
    person: str = ""
    text: bool = False
    reason: str = ""
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class JoinDecision:
    """[[join]]: the paragraph that begins on `line` continues the one before it, or does not."""

    transcript: str
    line: int
    joined: bool = True
    reason: str = ""
    at: int = field(default=0, compare=False)


LINE_ROLES = ("label", "text", "heading", "furniture")
"""What a line can be decided to be."""


@dataclass(frozen=True, slots=True)
class LineDecision:
    """[[line]]: the paragraph (or label) that begins on `line` is a label, text, a heading or page furniture."""

    transcript: str
    line: int
    role: str
    reason: str = ""
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class IgnoreDecision:
    """[[ignore]]: findings of one rule that are settled as they are: in the files that `file` means (a pattern), at
    the element of the xml:id `id` or within it. The reason is never left out."""

    code: str
    reason: str
    file: str = ""
    id: str = ""
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Edition:
    """All of edition.toml. `path` is where it was read from, for diagnostics; empty without one."""

    path: str = ""
    metadata: EditionMetadata = EditionMetadata()
    transcripts: tuple[TranscriptDecision, ...] = ()
    memoranda: tuple[MemorandumDecision, ...] = ()
    labels: tuple[LabelDecision, ...] = ()
    joins: tuple[JoinDecision, ...] = ()
    lines: tuple[LineDecision, ...] = ()
    ignores: tuple[IgnoreDecision, ...] = ()

    def of(self, transcript: str) -> Edition:
        """The decisions that concern the transcript of that file name."""
        return Edition(
            self.path,
            self.metadata,
            tuple(d for d in self.transcripts if d.file == transcript),
            tuple(d for d in self.memoranda if d.transcript == transcript),
            tuple(d for d in self.labels if d.transcript in ("", transcript)),
            tuple(d for d in self.joins if d.transcript == transcript),
            tuple(d for d in self.lines if d.transcript == transcript),
            self.ignores,
        )


# `at` is the line of edition.toml on which a decision stands; it says nothing about what is decided.
Decision = TranscriptDecision | MemorandumDecision | LabelDecision | JoinDecision | LineDecision


def unused(edition: Edition, met: Collection[Decision]) -> Iterator[Diagnostic]:
    """MC902 for each decision about one transcript that nothing in it answers to. `edition` is what `Edition.of`
    gives for the transcript, `met` the decisions that were met."""
    labels = (d for d in edition.labels if d.transcript)
    decisions: tuple[Decision, ...] = (*edition.memoranda, *edition.joins, *edition.lines, *labels)
    return (_idle(edition, d, "nothing in the transcript answers to it") for d in decisions if d not in met)


def strangers(edition: Edition, transcripts: Collection[str]) -> Iterator[Diagnostic]:
    """MC902 for each decision about a transcript that is not among these file names."""
    decisions: tuple[Decision, ...] = (
        *edition.transcripts, *edition.memoranda, *edition.joins, *edition.lines, *edition.labels
    )  # fmt: skip
    for decision in decisions:
        name = decision.file if isinstance(decision, TranscriptDecision) else decision.transcript
        if name and name not in transcripts:
            plain = name.replace("\\", "/").rpartition("/")[2]
            hint = f"a transcript is named without its folder: {plain}" if plain in transcripts else ""
            yield _idle(edition, decision, f"there is no transcript {name}", hint)


def never_met(edition: Edition, met: Collection[Decision]) -> Iterator[Diagnostic]:
    """MC902 for each decision about labels of any transcript that none of a run answered to."""
    labels = (d for d in edition.labels if not d.transcript and d not in met)
    return (_idle(edition, d, "no transcript of this run answers to it") for d in labels)


def _idle(edition: Edition, decision: Decision, why: str, hint: str = "") -> Diagnostic:
    return Diagnostic(rule("MC902"), f"{_described(decision)}: {why}", Location(edition.path, decision.at, 1), hint)


def _described(decision: Decision) -> str:
    """The decision as its author knows it."""
    match decision:
        case TranscriptDecision():
            return f"[[transcript]] {decision.file}"
        case LabelDecision():
            return f"[[label]] {decision.label!r}"
        case MemorandumDecision():
            return f"[[memorandum]] at line {decision.said or decision.line} of {decision.transcript}"
        case LineDecision():
            return f"[[line]] {decision.line} of {decision.transcript}"
        case JoinDecision():
            return f"[[join]] at line {decision.line} of {decision.transcript}"
