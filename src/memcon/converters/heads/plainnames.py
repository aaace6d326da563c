"""Names between commas or semicolons in an entry of a list that holds little else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from memcon.converters.heads.somebody import plain_name, plain_surname, surely_somebody
from memcon.converters.words.names import has_title, is_office, read_name
from memcon.transcript import Span, Transcript

_RUN_ON = 4  # names of a list of surnames
_AND = re.compile(r"(?<=\S)\s+and\s+(?=(?P<next>\S+)\s)")
_REMARK = re.compile(r"(?<=\S)\s\([^()]{1,60}\)\Z")  # behind a name: `(only for the first part)`


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
    pieces = _last_parted(transcript, parted(transcript, entry, r"[^,;]+"))
    bare = (_REMARK.sub("", transcript.text(piece)) for piece in pieces)
    plain = len(pieces) >= least and all(text.strip() and plain_name(text) for text in bare)
    return tuple(pieces) if plain else ()


def _last_parted(transcript: Transcript, pieces: list[Span]) -> list[Span]:
    """The pieces of a list, the last of them parted at `and` where a title stands behind it: `Mr. Ek and Mr. Falk`."""
    last = pieces[-1] if len(pieces) > 1 else None
    match = _AND.search(transcript.text(last)) if last is not None else None
    if last is None or match is None or not has_title(match["next"]):
        return pieces
    return [*pieces[:-1], Span(last.start, last.start + match.start()), Span(last.start + match.end(), last.end)]


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
