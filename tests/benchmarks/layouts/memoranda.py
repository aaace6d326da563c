"""A transcript of the genre taken apart with the help of its gold answers, to be printed in another layout."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

Gold = dict[str, Any]


class Kind(Enum):
    """What a block of the transcript is."""

    FRONT = "front"  # before the talk: file number, date line, source paragraph
    TITLE = "title"
    FIELD = "field"  # SUBJECT, PARTICIPANTS and the like, one line each
    PAGE = "page"  # [Page 12]
    TURN = "turn"
    TEXT = "text"
    NOTE = "note"


@dataclass(frozen=True)
class Block:
    """What stands between two blank lines. A turn has its label apart, without the colon."""

    kind: Kind
    text: str
    label: str = ""
    turn: int = -1

    @property
    def printed(self) -> str:
        if self.kind is not Kind.TURN:
            return self.text
        return f"{self.label}:{'' if self.text.startswith(']') else ' '}{self.text}"


@dataclass(frozen=True)
class Memo:
    """A memorandum: its blocks, its gold answers, and the words that the layout alone has put on the page."""

    identifier: str
    blocks: tuple[Block, ...]
    gold: Gold
    furniture: frozenset[str] = frozenset()

    def turns(self) -> Iterator[Block]:
        return (block for block in self.blocks if block.kind is Kind.TURN)

    def each(self, change: Callable[[Block], Block], *kinds: Kind) -> Memo:
        """With every block of some kinds changed."""
        return replace(self, blocks=tuple(change(b) if b.kind in kinds else b for b in self.blocks))

    def told(self, **answers: Any) -> Memo:
        """With other gold answers."""
        return replace(self, gold={**self.gold, **answers})

    def headed(self, blocks: tuple[Block, ...]) -> Memo:
        """With other blocks, those before the talk being changed; the words of the gold change with them."""
        old, new = self._front(self.blocks), self._front(blocks)
        kept = [entry for entry in self.gold["body_stream"] if _plain("".join(entry[:2])) not in {*map(_plain, old)}]
        stream = [*(["", line, 1] for line in new), *kept]
        return replace(self.told(body_stream=stream), blocks=blocks)

    @staticmethod
    def _front(blocks: tuple[Block, ...]) -> list[str]:
        front = (Kind.TITLE, Kind.FRONT, Kind.FIELD)
        return [line for block in blocks if block.kind in front for line in block.text.split("\n")]

    def draw(self, *about: object) -> int:
        """A number that depends on the document and on what it is drawn for, and on nothing else."""
        return int.from_bytes(hashlib.sha256(repr((self.identifier, *about)).encode()).digest()[:6], "big")


Change = Callable[[Memo], Memo | None]
"""A memorandum in another layout, or None where the layout does not suit it."""


def memo(identifier: str, text: str, gold: Gold) -> Memo:
    """A transcript of the genre taken apart."""
    parts = [part for part in re.split(r"\n\s*\n", text.strip()) if part.strip()]
    notes = _notes(parts, gold)
    blocks: list[Block] = []
    for part in parts[:notes]:
        blocks += _blocks(part, gold, sum(b.kind is Kind.TURN for b in blocks), blocks)
    return Memo(identifier, (*_front(blocks, gold), *(Block(Kind.NOTE, part) for part in parts[notes:])), gold)


def _notes(parts: list[str], gold: Gold) -> int:
    """Where the notes at the end begin."""
    first = next((note["n"] for note in gold["notes"] if note["n"] not in ("", "0")), None)
    starts = [i for i, part in enumerate(parts) if first is not None and part.startswith(f"[{first}] ")]
    return starts[-1] if starts else len(parts)


def _blocks(part: str, gold: Gold, met: int, before: list[Block]) -> Iterator[Block]:
    """The blocks of one paragraph of the transcript: a page mark before a label stands alone."""
    mark = re.match(r"\[Page \w+\]\s*", part)
    if mark and (mark.end() == len(part) or _turn(part[mark.end() :], gold, met) is not None):
        yield Block(Kind.PAGE, mark.group().strip())
        part = part[mark.end() :]
    if not part:
        return
    turn = _turn(part, gold, met)
    if turn is None:
        yield Block(Kind.TEXT, part)
        return
    label = str(gold["turns"][turn]["printed"])
    yield Block(Kind.TURN, part[len(label) + 1 :].lstrip(), label, turn)


def _turn(part: str, gold: Gold, met: int) -> int | None:
    """Which of the next turns of the gold a paragraph is."""
    for number in range(met, min(met + 3, len(gold["turns"]))):
        turn = gold["turns"][number]
        if part.startswith(turn["printed"] + ":") and _letters(part[len(turn["printed"]) :])[:30].startswith(
            _letters(turn["text"])[:10]
        ):
            return number
    return None


def _letters(text: str) -> str:
    return re.sub(r"\[\d+\]|\[Page \w+\]|\W", "", text)


def _front(blocks: list[Block], gold: Gold) -> Iterator[Block]:
    """The blocks, those before the talk told apart from those in it."""
    first = next((i for i, b in enumerate(blocks) if b.kind is Kind.TURN), len(blocks))
    fronts = [i for i, b in enumerate(blocks[:first]) if _is_front(b.text, gold)]
    title = next(
        (i for i, b in enumerate(blocks) if _plain(b.text) in (_plain(gold["head"]), _plain(gold["title"]))), 0
    )
    last = max((title, *fronts))
    for number, block in enumerate(blocks):
        if block.kind is not Kind.TEXT or number > last:
            yield block
        elif number == title:
            yield replace(block, kind=Kind.TITLE)
        else:
            yield replace(block, kind=Kind.FIELD if "\n" in block.text else Kind.FRONT)


def _is_front(text: str, gold: Gold) -> bool:
    """Whether a block is the date line or a field."""
    return "\n" in text or _plain(text) == _plain(gold["dateline"]) or bool(re.match(r"[A-Z][A-Z &]+:", text))


def _plain(text: str | None) -> str:
    """Without the marks of notes and pages."""
    return "".join(re.sub(r"\[\d+\]|\[Page \w+\]", "", text or "").split())
