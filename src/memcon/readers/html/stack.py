"""What is open at a place of a page: elements, and the formatting that overlaps with them.

HTML Living Standard, sections 13.2.4.2 (the stack of open elements) and 13.2.4.3 (active formatting elements, here
reduced to counts: only how text looks is asked for).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from memcon.readers.html.elements import BLOCKS, ITEMS, LISTS, RENDS, SCOPES, TABLE_PARTS


@dataclass(slots=True)
class Open:
    """The stack of open elements, with a count of names for every scope, so that nothing has to be searched.

    `scopes` has, for each kind of element, a list of counts: the last one counts those that an end tag reaches.
    """

    stack: list[int] = field(default_factory=list)
    scopes: tuple[list[dict[str, int]], ...] = field(default_factory=lambda: ([{}], [{}], [{}], [{}]))

    @staticmethod
    def kind(name: str) -> int:
        """Which scopes an element is looked for in: that of tables, of lists, of blocks, of inline elements."""
        if name in TABLE_PARTS:
            return 0
        return 1 if name in ITEMS else 2 if name in BLOCKS or name in SCOPES else 3

    @staticmethod
    def bounds(name: str) -> tuple[bool, bool, bool, bool]:
        """Which kinds of scope begin with an element."""
        scope = name in SCOPES
        return name in ("table", "template"), scope or name in LISTS, scope, scope or name in BLOCKS

    def has(self, name: str) -> bool:
        """Whether an element of that name is open and can be reached."""
        return self.scopes[self.kind(name)][-1].get(name, 0) > 0

    def push(self, number: int, name: str) -> None:
        """Open an element."""
        for bound, scopes in zip(self.bounds(name), self.scopes, strict=True):
            if bound:
                scopes.append({})
        counts = self.scopes[self.kind(name)][-1]
        counts[name] = counts.get(name, 0) + 1
        self.stack.append(number)

    def pop(self, name: str) -> None:
        """Close the innermost element, which has that name."""
        self.stack.pop()
        self.scopes[self.kind(name)][-1][name] -= 1
        for bound, scopes in zip(self.bounds(name), self.scopes, strict=True):
            if bound:
                scopes.pop()


@dataclass(slots=True)
class Look:
    """What formatting elements have switched on, within a table cell or its like (a "marker" in the standard).
    `styles` is the sum of what is on, `linked` whether within a link to elsewhere."""

    linked: bool = False
    styles: int = 0
    _counts: dict[int, int] = field(default_factory=dict)

    def switch(self, styles: int, times: int) -> None:
        """Switch each of these styles on (times = 1) or off (-1), as often as it was switched on."""
        for style in RENDS:
            if styles & style:
                count = max(self._counts.get(style, 0) + times, 0)
                self._counts[style] = count
                self.styles = self.styles | style if count else self.styles & ~style
