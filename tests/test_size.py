"""A megabyte of anything ends in documents or a refusal, in time linear in its length, within 50 times its memory."""

from __future__ import annotations

import subprocess
import sys

import pytest

_MOST_MEMORY = 50  # bytes for each byte of input
_SIZES = (250_000, 1_000_000)  # bytes of input
_SLACK = 4 << 20  # bytes that any conversion may take: caches, the allocator's own
_FACTOR, _IDLE = 8.0, 1.0  # by which time may grow where the length does by four; seconds that do not count
_SECONDS = 120

_CHILD = """
import resource, sys, time
from memcon.conversion import convert
size, name, before, unit = int(sys.argv[1]), *map(eval, sys.argv[2:])
for first in (b"Bell: Good.\\n", b"<html><p>Bell: Good."):
    convert(first, name)
data = (before + unit * (size // len(unit)) + "x").encode()
base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
begun = time.process_time()
outcome = convert(data, name)
seconds = time.process_time() - begun
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
errors = [found.rule.code for found in outcome.diagnostics if found.severity.name == "ERROR"]
print(len(data), (peak - base) * 1024, seconds, len(outcome.value or ()), *errors)
"""
_SPEECH = "Bell: " + "We have come a long way since then, and so forth it goes on. " * 4 + "\n\n"
_TEXT = {
    "one letter": "x", "brackets": "[", "closing brackets": "]", "pairs": "[x] ", "colons": ":", "blanks": " ",
    "blank lines": "\n", "carriage returns": "\r", "tabs": "\t", "quotation marks": '"', "digits": "1",
    "label lines": "A: b\n", "turns": "A: b\n\n", "form feeds": "\f", "pages": "a\f", "asterisks": "*",
    "emphasis": "*a* ", "strikes": "~~a~~ ", "underscores": "_a ", "headings": "# a\n", "less than": "<",
    "ampersands": "&", "tags": "<b>x</b>", "words": "word ", "lines": "x" * 78 + "\n", "short lines": "x\n",
    "notes": "[1] a\n", "redactions": "(b)(1) ", "omissions": "[...] ", "dates": "May 3, 1975 ",
    "pages named": "[Page 3] ", "three points": "... ", "ellipses": "… ", "points apart": ". . . ",
    "blanks to be filled": "_ ", "boxes": "[ ] ",
    "speech": _SPEECH, "more speech": "x" * 60 + "\n\n" + "Bell: " + "x" * 60 + "\n\n", "hyphens": "wo-\nrd ",
    "participants": "PARTICIPANTS: Anna Bell, Carl Dorn\n", "right to left": "\u05d0: ", "letters beyond": "\U0001d4b3",
}  # fmt: skip
_HTML = {
    "bold": "<b>", "blocks": "<div>", "bold letters": "<b>a</b>", "paragraphs": "<p>a", "line ends": "a<br>",
    "references": "&amp;", "no references": "&a", "stray marks": "<", "cells": "<td>x", "comments": "<!--x-->",
    "scripts": "<script>x</script>", "links": "<a href=#n id=n>a</a>", "no-break spaces": "&nbsp;",
    "long paragraphs": "<p>" + "word " * 40, "attributes": "<i a=b>", "instructions": "<?x?>", "unclosed": "<a b='",
}  # fmt: skip
_CASES = [("a.txt", "Bell: y\n\nz ", unit, name) for name, unit in _TEXT.items()]
_CASES += [("a.html", "<html><body><p>Bell: y", unit, name) for name, unit in _HTML.items()]


@pytest.mark.slow
@pytest.mark.parametrize(("file", "before", "unit"), [case[:3] for case in _CASES], ids=[case[3] for case in _CASES])
def test_time_and_memory_are_in_proportion(file: str, before: str, unit: str) -> None:
    (_, few_seconds), (memory, seconds) = (_measured(size, file, before, unit) for size in _SIZES)
    assert memory <= _MOST_MEMORY
    assert seconds <= _FACTOR * few_seconds + _IDLE


def _measured(size: int, file: str, before: str, unit: str) -> tuple[float, float]:
    """Bytes of memory for each byte of input, and seconds; the outcome is documents or one refusal."""
    command = [sys.executable, "-c", _CHILD, str(size), *map(ascii, (file, before, unit))]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_SECONDS)
    assert done.returncode == 0, done.stderr[-2000:]
    length, peak, seconds, documents, *errors = done.stdout.split()
    assert (int(documents) > 0) != (len(errors) == 1), errors
    assert set(errors) <= {"MC101", "MC108", "MC114"}
    return max(int(peak) - _SLACK, 0) / int(length), float(seconds)
