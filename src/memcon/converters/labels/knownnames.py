"""Who takes part, to be asked for by name."""

from __future__ import annotations

from collections import Counter

from memcon.converters.words.names import PrintedName, nearly_same, same_name, words_of
from memcon.converters.words.shortnames import is_cut, short_forms


class Known:
    """Who takes part, to be asked for by name: indexed by the last word of the surname."""

    def __init__(self, names: tuple[PrintedName, ...]) -> None:
        self._by_last: dict[str, list[PrintedName]] = {}
        for name in names:
            if last := words_of(name.surname)[-1:]:
                self._by_last.setdefault(last[0], []).append(name)
        self._surnames = {name.surname for name in names}
        self._near: dict[str, bool] = {}
        self._letters = Counter(letters for name in names for letters in short_forms(name))

    def __bool__(self) -> bool:
        return bool(self._by_last)

    def takes_part(self, name: PrintedName) -> bool:
        """Whether the name can be that of somebody who takes part."""
        last = words_of(name.surname)[-1:]
        return bool(last) and any(same_name(name, person) for person in self._by_last.get(last[0], ()))

    def nearly(self, name: PrintedName) -> bool:
        """Whether the surname is that of somebody who takes part but for a slip."""
        if name.surname not in self._near:
            self._near[name.surname] = any(nearly_same(name.surname, surname) for surname in self._surnames)
        return self._near[name.surname]

    def shortly(self, label: str) -> bool:
        """Whether a label is short for the name of one who takes part: his initials, or a surname that is cut."""
        short = label.rstrip(".")
        return self._letters[short] == 1 or sum(is_cut(short, surname) for surname in self._surnames) == 1
