"""What scanning, copying and declassifying do to a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from benchmarks.layouts.labels import lifted, simple
from benchmarks.layouts.memoranda import Block, Kind, Memo

_CONFUSED = str.maketrans({"l": "1", "I": "l", "O": "0", "o": "0", "i": "l", "e": "c", "S": "5", "B": "8"})
_TYPED = str.maketrans("“”’‘–", "\"\"''-", "") | {ord("—"): "--", ord("…"): "..."}
_STRAY = (". ", "' ", "| ", "` ", ", ", "- ", "_ ", "~ ")
_STAMPS = (
    "DECLASSIFIED\nE.O. 12958, Sec. 3.5\nNSC Memo, 11/24/98, State Dept. Guidelines\nBy DJ, NARA, Date 8/14/00",
    "DECLASSIFIED\nAuthority NND 969035\nBy WW NARA Date 6/22/99",
    "Authority NND 123456",
    "DECLASSIFIED E.O. 12958",
    "Declassified and Approved For Release 2012/08/07 : CIA-RDP79T00975A019400110002-3",
    "PHOTOCOPY FROM GERALD R. FORD LIBRARY",
    "Reproduced at the National Archives",
    "COPY LBJ LIBRARY",
    "NO OBJECTION TO DECLASSIFICATION 2008/09/16 : LOC-HAK-297-7-3-4",
    "ORIGINAL RETIRED FOR PRESERVATION",
)


def confused(memo: Memo) -> Memo | None:
    """One label in ten with a letter taken for another."""
    if not simple(lifted(memo)):
        return None

    def change(block: Block) -> Block:
        places = [i for i, c in enumerate(block.label) if c.translate(_CONFUSED) != c]
        if memo.draw("confused", block.turn) % 10 or not places or len(block.label) < 4:
            return block
        at = places[memo.draw("place", block.turn) % len(places)]
        return replace(block, label=block.label[:at] + block.label[at].translate(_CONFUSED) + block.label[at + 1 :])

    return memo.each(change, Kind.TURN)


def stray(memo: Memo) -> Memo | None:
    """One label in ten behind a stray mark."""
    if not simple(lifted(memo)):
        return None

    def change(block: Block) -> Block:
        if memo.draw("stray", block.turn) % 10:
            return block
        mark = _STRAY[memo.draw("mark", block.turn) % len(_STRAY)]
        return Block(Kind.TEXT, mark + block.printed, turn=block.turn)

    return memo.each(change, Kind.TURN)


def unspaced(memo: Memo) -> Memo | None:
    """No space behind the colon of one label in five."""
    if not simple(lifted(memo)):
        return None

    def change(block: Block) -> Block:
        if memo.draw("unspaced", block.turn) % 5:
            return block
        return Block(Kind.TEXT, f"{block.label}:{block.text}", turn=block.turn)

    return memo.each(change, Kind.TURN)


def broken(memo: Memo) -> Memo | None:
    """A space within one label in ten, behind the first letter of the last word."""
    if not simple(lifted(memo)):
        return None

    def change(block: Block) -> Block:
        *rest, last = block.label.split(" ")
        if memo.draw("broken", block.turn) % 10 or len(last) < 4:
            return block
        return replace(block, label=" ".join((*rest, last[0], last[1:])))

    return memo.each(change, Kind.TURN)


def stamped(memo: Memo) -> Memo:
    """A stamp between two blocks in every ten of the talk."""
    return replace(
        memo, blocks=tuple(_stamped(memo)), furniture=memo.furniture | {" ".join(s.split()) for s in _STAMPS}
    )


def _stamped(memo: Memo) -> Iterator[Block]:
    talk = False
    for number, block in enumerate(memo.blocks):
        if talk and block.kind is not Kind.NOTE and memo.draw("stamp", number) % 10 == 0:
            yield Block(Kind.PAGE, _STAMPS[memo.draw("which", number) % len(_STAMPS)])
        talk = talk or block.kind is Kind.TURN
        yield block


# characters, on the printed text


def straight(text: str) -> str:
    """Quotation marks of a typewriter."""
    return text.translate(_TYPED)


def flat(text: str) -> str:
    """No blank line anywhere."""
    return re.sub(r"\n{2,}", "\n", text)


def wide(text: str) -> str:
    """Three blank lines where there is one."""
    return re.sub(r"\n{2,}", "\n\n\n\n", text)


def shouted(text: str) -> str:
    """Capitals, as a teletype prints them."""
    return text.upper()


def typed(text: str) -> str:
    """A typist's: straight quotation marks, two hyphens, two blanks behind a sentence."""
    return re.sub(r"(?<=[a-z][.?!]) (?=[A-Z])", "  ", straight(text))


def bound(text: str) -> str:
    """No-break spaces behind colons, and between a title and a name."""
    for word in ("Mr.", "Dr.", "General", "Secretary", "President", "Ambassador", "Admiral", "Minister"):
        text = text.replace(f"{word} ", f"{word}\u00a0")
    return text.replace(": ", ":\u00a0 ")


def trailing(text: str) -> str:
    """Spaces at the ends of lines, and blank lines that are not empty."""
    return "\n".join(line + "  " for line in text.split("\n"))
