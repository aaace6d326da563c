"""Names with titles in the lines above the first turn, as calls are headed: `AMBASSADOR AALTO` / `MR. BERG`.

They are no list that the head tells, but where the turns stand under initials these are theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.converters.words.names import PrintedName, has_title, read_name

_BETWEEN = re.compile(r"(?<!\s)\s*(?:[/&;:,]\s*|(?<=\s)(?:[-–—]+|and|with|to|from|AND|WITH|TO|FROM)\s+)")
_LONGEST = 80  # characters of such a line
_WORDS = 4  # of a name with its title
_MOST = 6


def names_above(text: str) -> tuple[PrintedName, ...]:
    """The names with titles in the short lines of a text, nobody twice; none where they are very many, or one."""
    found = tuple(dict.fromkeys(_names(text)))
    return found if 1 < len(found) <= _MOST else ()


def _names(text: str) -> Iterator[PrintedName]:
    for line in text.splitlines():
        bare = line.strip()
        if not bare or len(bare) > _LONGEST or bare[-1] in ".?!":
            continue
        for piece in _BETWEEN.split(bare):
            words = piece.split()
            if 1 < len(words) <= _WORDS and has_title(words[0]) and all(word[0].isupper() for word in words):
                name = read_name(piece)
                if name.surname:
                    yield name
