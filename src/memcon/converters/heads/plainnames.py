"""Names between commas or semicolons in an entry of a list that holds little else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from memcon.converters.heads.somebody import plain_name, plain_surname, surely_somebody
from memcon.converters.words.names import is_office, read_name
from memcon.transcript import Span, Transcript

_RUN_ON = 4  # names of a list of surnames


def parted(transcript: Transcript, entry: Span, pattern: str) -> list[Span]:
    """The parts of an entry, white space and words that join them aside, and debris of a letter."""
    found = []
    for match in re.finditer(pattern, transcript.text(entry)):
        opening = re.match(r"\s*(?:(?:and|later|then|also)\s+)*(?:[a-zи|!]\s+(?=[^\W\d_a-z]))?", match.group())
        begin = opening.end() if opening else 0
        part = transcript.strip(Span(entry.start + match.start() + begin, entry.start + match.end()))
        if part.start < part.end:
            found.append(part)
    return found


def plain_names(transcript: Transcript, entry: Span, least: int) -> tuple[Span, ...]:
    """The names in an entry that holds nothing but names, between commas; empty where they are fewer than `least`: in
    a list of entries `A Name, Political Counsel` is one man."""
    pieces = parted(transcript, entry, r"[^,;]+")
    plain = len(pieces) >= least and all(plain_name(transcript.text(piece)) for piece in pieces)
    return tuple(pieces) if plain else ()


def broken_names(transcript: Transcript, lines: Sequence[Span]) -> tuple[Span, ...]:
    """The names in lines that hold nothing but names between commas, where a line ends within one of them."""
    if len(lines) < 2 or not any(_ends_in_name(transcript, line) for line in lines[:-1]):
        return ()
    whole = plain_names(transcript, Span(lines[0].start, lines[-1].end), least=len(lines) + 1)
    broken = (transcript.text(name).split("\n") for name in whole)
    return whole if all(len(parts) < 3 and (len(parts) < 2 or len(parts[0].split()) < 2) for parts in broken) else ()


def _ends_in_name(transcript: Transcript, line: Span) -> bool:
    """Whether the last piece of a line that has commas is a single word: a forename whose surname is below."""
    before, comma, last = transcript.text(line).rpartition(",")
    return bool(comma) and len(last.split()) == 1 and len(before.split()) > 1


def surnames(transcript: Transcript, entry: Span) -> tuple[Span, ...]:
    """The surnames behind a side, where it lists nothing else."""
    pieces = parted(transcript, entry, r"[^,;]+")
    alone = all(len(text.split()) == 1 and plain_surname(read_name(text)) for text in map(transcript.text, pieces))
    return tuple(pieces) if len(pieces) > 1 and alone else ()


def surnames_run_on(transcript: Transcript, entry: Span) -> tuple[Span, ...]:
    """The names in an entry that lists surnames alone, between them an office alone or a name with a title: `The
    President, Lindqvist, Aalto, Berg, General Dorn`."""
    pieces = parted(transcript, entry, r"[^,;]+")
    if len(pieces) < _RUN_ON:
        return ()
    texts = [transcript.text(piece).rstrip(".") for piece in pieces]
    alone = [len(text.split()) == 1 and plain_surname(read_name(text)) for text in texts]
    office = [is_office(text) and len(text.split()) <= 2 for text in texts]
    somebody = all(
        a or o or surely_somebody(text) or plain_name(text) for a, o, text in zip(alone, office, texts, strict=True)
    )
    return tuple(pieces) if somebody and sum(alone) * 2 > len(pieces) and sum(alone) > sum(office) + 1 else ()
