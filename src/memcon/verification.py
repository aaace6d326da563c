"""verify: the conservation proof repeated for a TEI file, against its transcript as it is now."""

from __future__ import annotations

from collections.abc import Callable

from memcon.diagnostics import Diagnostic, Location, Outcome
from memcon.fidelity import TranscriptReference, has_text, named_at, printed_span, prove, prove_without, reference
from memcon.readers import read
from memcon.resources import reason
from memcon.rules import rule
from memcon.tei.parsing import Tree, parse_tei

Loader = Callable[[TranscriptReference], tuple[str, bytes]]
"""From what a TEI file says of its transcript to the transcript's path and bytes; raises OSError."""


def verify(data: bytes, path: str, load: Loader, encoding: str | None = None) -> Outcome[Tree]:
    """Prove one TEI file; `encoding` is that of its transcript, if it is not the one that the file names. The value is
    its tree where it could be parsed; no diagnostic of severity error means that the proof holds. A file without text
    is passed over (MC111)."""
    outcome = parse_tei(data, path)
    tree = outcome.value
    if tree is None:
        return outcome
    if not has_text(tree):
        message = "there is no text in this file: nothing to prove"
        return Outcome(tree, (Diagnostic(rule("MC111"), message, Location(path, 1, 1)),))
    named = reference(tree)
    if named is None:
        message = "sourceDesc/bibl[@type='transcript']/ptr/@target names no transcript, or no lines of it"
        unnamed = Diagnostic(rule("MC112"), message, Location(path, named_at(tree)))
        return Outcome(tree, (unnamed, *prove_without(tree, data, path)))
    return Outcome(tree, _proof(tree, data, path, named, load, encoding))


def _proof(
    tree: Tree, data: bytes, path: str, named: TranscriptReference, load: Loader, encoding: str | None
) -> tuple[Diagnostic, ...]:
    here = Location(path, named_at(tree))
    try:
        name, source = load(named)
    except OSError as error:
        message = f"the transcript {named.path} cannot be read: {reason(error)}"
        missing = Diagnostic(rule("MC104"), message, here, "put it there, or say --transcripts DIR")
        return (missing, *prove_without(tree, data, path))
    outcome = read(source, name, encoding or named.encoding)
    transcript = outcome.value
    if transcript is None:
        return outcome.diagnostics
    changed: tuple[Diagnostic, ...] = ()
    if named.sha256 and named.sha256 != transcript.sha256:
        changed = (Diagnostic(rule("MC110"), f"{name} is not the transcript this file was made from", here),)
    span = printed_span(transcript, named.lines)
    if span is None:
        message = f"{name} has {len(transcript.lines)} lines, and the file names {named.lines}"
        return (*changed, Diagnostic(rule("MC112"), message, here))
    return (*changed, *prove(tree, data, path, transcript, span))
