"""Near matches of names: what may be one person in two spellings. Only ever offered, never applied.

Names are compared as `convert` compares them, folded, and Cyrillic in a plain transliteration. Two names whose given
names, initials or generations contradict each other are never offered, however alike the surnames are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from memcon.converters.words.names import read_name, words_of

NEAR = 90.0  # of 100: how alike two names must be to be offered as one
MARGIN = 5.0  # by how much the best must be nearer than the second best
_LETTERS = 80.0  # how many letters two surnames must share: Jaro-Winkler alone makes too much of a common beginning
_SHORTEST = 5  # letters of surnames that may differ at all
_GIVEN = 85.0  # how alike two given names must be that are both written out
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "к": "k", "л": "l",
        "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
        "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "є": "ye",
        "і": "i", "ґ": "g", "ў": "u", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz",
    }
)  # fmt: skip
_ALIKE = re.compile(r"iy\b|ii\b|yi\b|ij\b|yy\b|\bye|\bje|'")  # how transliterations differ in the same letters
_ALIKE_AS = {"iy": "y", "ii": "y", "yi": "y", "ij": "y", "yy": "y", "ye": "e", "je": "e", "'": ""}


@dataclass(frozen=True, slots=True)
class Comparable:
    """A name as it is compared: surname, given names and generation, folded into Latin letters."""

    surname: str
    given: tuple[str, ...] = ()
    generation: str = ""


@dataclass(frozen=True, slots=True)
class Near:
    """The person a name comes nearest to, how near (0-100), and the second best, where any comes near."""

    identifier: str
    score: float
    second: str = ""
    second_score: float = 0.0
    letters: bool = True

    @property
    def clear(self) -> bool:
        """Whether it may be offered: near enough, in enough letters, and with a margin to the second best."""
        return self.letters and self.score >= NEAR and self.score - self.second_score >= MARGIN


def latin(word: str) -> str:
    """A folded word in Latin letters, the commonest differences of transliteration levelled."""
    return _ALIKE.sub(lambda m: _ALIKE_AS[m[0]], word.translate(_CYRILLIC))


def comparable(printed: str) -> Comparable:
    """A printed name as it is compared; office and honorific are left out."""
    words, generation = _parted(printed)
    name = read_name(" ".join(words))
    first, last = words_of(name.given), words_of(name.surname)
    if first and len(last[-1]) == 1 and len(first[0]) > 1:  # the initials behind the surname, as in Russian lists
        every = first + last
        at = next(n for n, word in enumerate(every) if len(word) == 1)
        first, last = every[at:], every[:at]
    return Comparable("".join(map(latin, last)), tuple(map(latin, first)), generation)


def bare_surname(printed: str) -> str:
    """The surname as printed, without `Jr.` or `III`."""
    return read_name(" ".join(_parted(printed)[0])).surname


def is_generation(word: str) -> bool:
    """Whether a word is `Jr.`, `III` and the like."""
    return word.casefold().strip(".") in _GENERATIONS


def _parted(printed: str) -> tuple[list[str], str]:
    """The words before a comma, and the generation, which may stand before or after it."""
    before, _, after = printed.partition(",")
    words = before.split()
    if len(words) > 1 and is_generation(words[-1]):
        return words[:-1], words[-1].casefold().strip(".")
    behind = after.split()[:1]
    return words, behind[0].casefold().strip(".") if behind and is_generation(behind[0]) else ""


def contradict(a: Comparable, b: Comparable) -> bool:
    """Whether two names cannot be one person's: a given name, an initial or the generation differs."""
    if a.generation and b.generation and a.generation != b.generation:
        return True
    return any(_differ(mine, theirs) for mine, theirs in zip(a.given, b.given, strict=False))


def _differ(mine: str, theirs: str) -> bool:
    if min(len(mine), len(theirs)) == 1:
        return mine[:1] != theirs[:1]
    return JaroWinkler.normalized_similarity(mine, theirs) * 100 < _GIVEN


class Candidates:
    """The names to compare with: persons (by id) and how each is called; one person may have several names."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self.names = [(identifier, comparable(name)) for identifier, name in names]
        self.surnames = [name.surname for _, name in self.names]
        self._full: dict[str, list[Comparable]] = {}
        for identifier, name in self.names:
            if name.given or name.generation:
                self._full.setdefault(identifier, []).append(name)

    def of_surname(self, surname: str) -> list[str]:
        """The ids of those who have that surname, in order."""
        return sorted({identifier for identifier, name in self.names if name.surname == surname})

    def possible(self, name: Comparable, identifier: str) -> bool:
        """Whether a name can be that person's: where full names of the person are known, one of them must agree. The
        surname alone, as another name of the same person, proves nothing."""
        full = self._full.get(identifier, [])
        return not full or any(not contradict(name, each) for each in full)


def near(printed: str, candidates: Candidates, allowed: Callable[[str], bool] = lambda _: True) -> Near | None:
    """The candidate nearest to a name, and the second best person, of those whose ids are allowed; None where nobody
    comes near. Those whose names contradict do not count."""
    name = comparable(printed)
    if len(name.surname) < 2:
        return None
    found = process.extract(
        name.surname, candidates.surnames, scorer=JaroWinkler.normalized_similarity,
        score_cutoff=(NEAR - MARGIN) / 100, limit=None,
    )  # fmt: skip
    best: dict[str, tuple[float, bool]] = {}
    for _, likeness, at in found:
        identifier, other = candidates.names[at]
        if allowed(identifier) and not contradict(name, other) and candidates.possible(name, identifier):
            score = (round(likeness * 100, 1), _shared(name.surname, other.surname))
            best[identifier] = max(best.get(identifier, score), score)
    return _ranked(best)


def _shared(mine: str, theirs: str) -> bool:
    if mine == theirs:
        return True
    return min(len(mine), len(theirs)) >= _SHORTEST and fuzz.ratio(mine, theirs) >= _LETTERS


def _ranked(scores: Mapping[str, tuple[float, bool]]) -> Near | None:
    ranked = sorted(scores, key=lambda identifier: (-scores[identifier][0], identifier))
    if not ranked:
        return None
    second = ranked[1] if len(ranked) > 1 else ""
    score, letters = scores[ranked[0]]
    return Near(ranked[0], score, second, scores[second][0] if second else 0.0, letters)
