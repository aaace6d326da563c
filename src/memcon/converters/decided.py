"""The lines that an editor's decisions name: those of the source, as diagnostics and `inspect` give them.

Of a web page the lines that are read are not those of its source. What is decided about a memorandum is kept by the
line on which it begins among those that are read.
"""

from __future__ import annotations

from dataclasses import replace

from memcon.decisions import Edition
from memcon.transcript import Transcript

_NOWHERE = 0  # a line that nothing begins on


def located(edition: Edition, transcript: Transcript) -> Edition:
    """The decisions about one transcript, those about memoranda with the lines on which they begin there."""
    if not edition.memoranda:
        return edition
    first = _first_lines(transcript)
    decided = tuple(replace(d, line=first.get(d.line, _NOWHERE), said=d.line) for d in edition.memoranda)
    return replace(edition, memoranda=decided)


def _first_lines(transcript: Transcript) -> dict[int, int]:
    """For the lines of the source the first line that was read from each; with the first that is printed, and those
    above it, the first memorandum begins, which has whatever stands above."""
    first: dict[int, int] = {}
    for line in transcript.lines:
        if transcript.text(line.span).strip():
            number = transcript.source_line(transcript.strip(line.span).start)
            first.setdefault(number, line.number if first else 1)
    top = min(first, default=0)
    return first | dict.fromkeys(range(1, top), 1)
