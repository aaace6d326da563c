"""Who was at a council, as the sentence that opens its minutes says: between semicolons, most of them by their office.

`Present at the 172d Meeting were the President of the United States, presiding; the Secretary of State; Mr. Berg for
the Secretary of the Treasury (for Item 2); Carl Dorn, Special Assistant to the President. Also present were ...`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.converters.heads.somebody import surely_somebody
from memcon.converters.words.names import is_office, read_name

_SITTING = re.compile(
    r"^Present\s(?:at|for|in)\b[^.;:\n]{0,140}?\bwere\s+(?P<names>[^\n]+(?:\n(?!\s*\n)[^\n]+)*)", re.M
)
_ALSO = re.compile(r"\.\s+(?:Also\s+present|Others?\s+present|Those\s+also\s+present)[^;.]{0,40}?\s(?:were|was)\s+")
_ASIDE = re.compile(r"(?<!\s)\s*\([^()]{0,80}\)")
_CLOSING = re.compile(
    r"(?<![\s,]),?\s++(?:presiding|in\s+the\s+chair)\Z|(?<!\s)\s++of\s+the\s+United\s+States\b|"
    r"(?<!\s)\s++(?:for|representing)\s+the\s.*",
    re.S,
)
_ENDS = re.compile(r"(?<!\b[A-Z])(?<!\bMr)(?<!\bDr)(?<!\bCol)(?<!\bGen)(?<!\bAdm)\.\s")
_LEAST = 3  # semicolons


def at_the_council(text: str, top: int) -> tuple[str, ...]:
    """The printed names and bare offices of those whom such a sentence lists; none where there is no such sentence."""
    match = _SITTING.search(text, 0, top)
    if match is None or match["names"].count(";") < _LEAST:
        return ()
    return tuple(_listed(" ".join(match["names"].split())))


def _listed(text: str) -> Iterator[str]:
    first, *also = _ALSO.split(_ASIDE.sub("", text))
    for sentence in (first, *also):
        for piece in _ENDS.split(sentence, maxsplit=1)[0].split(";"):
            yield from _named(re.sub(r"\A\s*and\s+", "", piece).strip(" .,"))


def _named(piece: str) -> Iterator[str]:
    """The names of a piece: one with his office, several with theirs, or an office alone."""
    previous = ""
    while previous != piece:
        previous, piece = piece, _CLOSING.sub("", piece).strip(" .,")
    names = re.split(r",\s+(?:and\s+)?|(?<!\s)\s+and\s+", piece)
    several = [name for name in names if read_name(name).given and surely_somebody(name)]
    if len(several) > 1:
        yield from several
    elif piece and is_office(piece):
        yield piece
    elif not piece.lower().startswith("the ") and surely_somebody(name := piece.split(",", 1)[0]):
        yield name
