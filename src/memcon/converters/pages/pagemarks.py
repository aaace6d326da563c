"""Page marks that an edition sets into the running text: `[Page 212]`, `[p. 13]`, and others where they count.

The word for a page in square brackets is enough. Other forms (`{13}`, `|13|`, `/p. 13/`, `[fol. 13]`, `[S. 13]`) are
believed where the same form counts the pages one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_SURE = re.compile(r"\[\s*(?:[Pp](?:age|\.)|PAGE)\s*(?P<n>\w{1,8})\s*\]")
_WORD = r"(?:[Pp]age|[Pp]p?\.|[Ff]ols?\.?|[Ff]\.|S\.|Bl\.|[Лл]\.|[Сс]тр\.|[Сс]\.)"
_COUNTING = (
    re.compile(rf"\[{_WORD}[ ]?(?P<n>\d{{1,4}})\]"),
    re.compile(rf"\({_WORD}[ ]?(?P<n>\d{{1,4}})\)"),
    re.compile(rf"/{_WORD}[ ]?(?P<n>\d{{1,4}})/"),
    re.compile(rf"\{{(?:{_WORD}[ ]?)?(?P<n>\d{{1,4}})\}}"),
    re.compile(r"(?<=\S)[ ]?\|{1,2}[ ]?(?P<n>\d{1,4})[ ]?\|{1,2}"),
)
_SIGNS = "[(/{|"  # one for each: a text that has it less often has no such marks
_FEWEST = 3  # marks that count pages


def page_marks(text: str) -> Iterator[re.Match[str]]:
    """The page marks of a text, in order; the group `n` of each is the number of the page."""
    found = list(_SURE.finditer(text))
    for sign, pattern in zip(_SIGNS, _COUNTING, strict=True):
        counting = list(pattern.finditer(text)) if not found and text.count(sign) >= _FEWEST else []
        found = counting if _counts([int(match["n"]) for match in counting]) else found
    yield from found


def _counts(numbers: Sequence[int]) -> bool:
    return len(numbers) >= _FEWEST and all(after - before == 1 for before, after in pairwise(numbers))
