"""From blocks to lines: as the transcripts have it, as text pulled out of a PDF, as the minutes of a hearing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from benchmarks.layouts.memoranda import Block, Kind, Memo

WIDTH = 72
FRONT = (Kind.TITLE, Kind.FRONT, Kind.FIELD)
HEADS = ("SECRET/NODIS", "TOP SECRET/SENSITIVE", "CONFIDENTIAL", "SECRET/SENSITIVE/EYES ONLY")


def plain(memo: Memo) -> str:
    """A blank line between blocks."""
    return "\n\n".join(block.printed for block in memo.blocks) + "\n"


def unpaged(memo: Memo) -> Memo:
    """Without the marks of the pages of another book."""
    blocks = (
        replace(b, text=re.sub(r"(?<=\w)\[Page \w+\](?=\w)", "", re.sub(r" ?\[Page \w+\](?!\w)", "", b.text)).strip())
        for b in memo.blocks
        if b.kind is not Kind.PAGE
    )
    return replace(memo, blocks=tuple(b for b in blocks if b.printed.strip()))


# paragraphs -> lines


def lines(memo: Memo, indent: str = "     ", hang: int = 0, width: int = WIDTH) -> Iterator[str]:
    """The lines of the pages: blank lines round what stands before the talk, none between paragraphs."""
    before = None
    for block in memo.blocks:
        if before is not None and _apart(before, block, hang):
            yield ""
        yield from _front(block, width) if block.kind in FRONT else _body(block, indent, hang, width)
        before = block


def _apart(before: Block, block: Block, hang: int) -> bool:
    """Whether a blank line stands between two blocks: where turns hang, also round what nobody says."""
    kinds = {before.kind, block.kind}
    alone = {*FRONT, Kind.PAGE} | ({Kind.TEXT} if hang else set())
    return bool(kinds & alone) or kinds == {Kind.NOTE, Kind.TEXT}


def _front(block: Block, width: int) -> Iterator[str]:
    for line in block.text.split("\n"):
        head, *rest = wrapped(line, width - 4, hyphens=False)
        yield head
        yield from (("" if block.kind is Kind.TITLE else "    ") + more for more in rest)


def _body(block: Block, indent: str, hang: int, width: int) -> Iterator[str]:
    if block.kind is Kind.PAGE:  # a mark or a stamp
        yield from block.text.split("\n")
        return
    for part in block.printed.split("\n"):
        if hang and block.kind is Kind.TURN and len(block.label) + 2 < hang:
            first = f"{block.label}: ".ljust(hang)
            text = wrapped(block.text, width - hang)
            yield first + text[0]
            yield from (" " * hang + more for more in text[1:])
        elif hang:
            turn = block.kind is Kind.TURN
            head, *rest = wrapped(part, width, lead="" if turn else " " * hang, hanging=" " * hang)
            yield head
            yield from rest
        else:
            yield from wrapped(part, width, lead=indent)


def wrapped(text: str, width: int, lead: str = "", hanging: str = "", hyphens: bool = True) -> list[str]:
    """A paragraph as lines; long words are divided."""
    done: list[str] = []
    line = lead
    for word in text.split():
        fits = line + (" " if line.strip() else "") + word
        if len(fits) <= width or not line.strip():
            line = fits
            continue
        room = width - len(line) - 2
        cut = _division(word, room) if hyphens else 0
        done.append(f"{line} {word[:cut]}-" if cut else line)
        line = hanging + word[cut:]
    return [*done, line]


def _division(word: str, room: int) -> int:
    """Where a word of at least eight letters is divided: between two consonants or after a vowel; 0 for nowhere."""
    letters = re.match(r"[a-z]{8,}(?=[.,;?!]?$)", word)
    if letters is None:
        return 0
    shape = re.sub("[^v]", "c", re.sub("[aeiouy]", "v", letters.group()))
    places = [i for i in range(3, min(room, len(shape) - 3) + 1) if shape[i - 2 : i + 2] in ("vccv", "cvcv")]
    return places[-1] if places else 0


# lines -> pages


@dataclass(frozen=True)
class Page:
    """What is printed over and under the lines of a page, given the number of the page and of all pages."""

    over: Callable[[str, int, int], tuple[str, ...]]
    under: Callable[[str, int, int], tuple[str, ...]]
    feed: str = "\f"
    length: int = 50


PAGES = {
    "classification, - 3 -, form feed": Page(
        lambda c, n, _: (c.center(WIDTH).rstrip(), ""),
        lambda c, n, _: ("", f"- {n} -".center(WIDTH).rstrip(), c.center(WIDTH).rstrip()),
    ),
    "Page 3 of 9": Page(
        lambda c, n, _: (),
        lambda c, n, of: ("", f"{c}    Page {n} of {of}"),
        feed="",
    ),
    "running title and 3": Page(
        lambda c, n, _: (f"{'MEMORANDUM OF CONVERSATION'.ljust(WIDTH - 4)}{n:>3}", "") if n > 1 else (),
        lambda c, n, _: (),
    ),
    "bare 3, no form feed": Page(
        lambda c, n, _: (),
        lambda c, n, _: ("", f"{n}".center(WIDTH).rstrip(), ""),
        feed="",
    ),
    "bare heads between lines": Page(
        lambda c, n, _: (c, "MEMORANDUM OF CONVERSATION", str(n)) if n > 1 else (),
        lambda c, n, _: (),
        feed="",
    ),
}  # fmt: skip


def paged(body: list[str], page: Page, classification: str) -> tuple[str, frozenset[str]]:
    """Lines set on pages; and the words that the pages have added."""
    sheets = [body[i : i + page.length] for i in range(0, len(body), page.length)]
    out: list[str] = []
    added: set[str] = set()
    for number, sheet in enumerate(sheets, 1):
        over = page.over(classification, number, len(sheets))
        under = page.under(classification, number, len(sheets))
        added |= {" ".join(line.split()) for line in (*over, *under)}
        feed = page.feed if number > 1 else ""
        top = [feed + over[0], *over[1:]] if over else [feed + sheet[0]]
        out += [*top, *(sheet if over else sheet[1:]), *under]
    return "\n".join(out) + "\n", frozenset(added - {""})


def head(memo: Memo) -> str:
    """The classification that the layout stamps on the pages of a memorandum."""
    return HEADS[memo.draw("classification") % len(HEADS)]


# lines -> other lines


def justified(body: list[str]) -> list[str]:
    """Lines stretched to the full width, the last of a paragraph not."""
    out = []
    for line, after in zip(body, [*body[1:], ""], strict=True):
        last = not after.strip() or after.startswith(" ") or len(line) < WIDTH - 14
        out.append(line if last else _stretched(line))
    return out


def _stretched(line: str) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    words = line.split()
    gaps = len(words) - 1
    spare = WIDTH - len(line)
    if gaps < 1 or spare < 1:
        return line
    return indent + "".join(
        word + " " * (1 + spare // gaps + (place < spare % gaps)) * (place < gaps) for place, word in enumerate(words)
    )


def double_spaced(body: list[str]) -> list[str]:
    """A blank line after every line."""
    return [row for line in body if line.strip() for row in (line, "")]


def numbered(body: list[str], page: int = 25) -> tuple[str, frozenset[str]]:
    """Pages of a hearing: 25 lines with their numbers in the margin, a head over them."""
    text = [line for line in body if line.strip()]
    out: list[str] = []
    added = {str(n) for n in range(1, page + 1)}
    for start in range(0, len(text), page):
        sheet = start // page + 1
        out += [("\f" if start else "") + f"SECRET{sheet:>{WIDTH - 6}}", ""]
        out += [f"{number:>2}   {line}" for number, line in enumerate(text[start : start + page], 1)]
        out.append("")
        added |= {f"SECRET {sheet}", str(sheet), "SECRET"}
    return "\n".join(out) + "\n", frozenset(added)
