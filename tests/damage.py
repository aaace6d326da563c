"""Damage done to the text of a TEI file on purpose, word by word, with the place where it must be found.

Works on the characters of the file with a scanner of its own, not with the parsers whose answers it checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_TOKEN = re.compile(r"<!--.*?-->|<\?.*?\?>|<[^>]*>|[^<]+", re.S)
_WORD = re.compile(r"[^\s&;]+")


@dataclass(frozen=True)
class Word:
    """A printed word of the file: where it stands in the file, and the number of its first printed character."""

    start: int
    end: int
    number: int


@dataclass(frozen=True)
class Damaged:
    """A damaged file and the stretch of it, from `first` up to `last`, in which the damage must be found; `number` and
    `length` say which printed characters of the transcript are concerned."""

    source: str
    first: int
    last: int
    number: int
    length: int


class Scanned:
    """A TEI file as characters; `words` are the printed ones, without entities."""

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def words(self) -> list[Word]:
        words: list[Word] = []
        number = 0
        for start, text in self.printed():
            for match in _WORD.finditer(text):
                before = len("".join(re.sub(r"&\w+;", "x", text[: match.start()]).split()))
                words.append(Word(start + match.start(), start + match.end(), number + before))
            number += len("".join(re.sub(r"&\w+;", "x", text).split()))
        return words

    def printed(self) -> Iterator[tuple[int, str]]:
        """The offset and the characters of each stretch of print."""
        start = re.search(r"<text[\s>]", self.source)
        assert start is not None
        depth = skipped = 0
        for match in _TOKEN.finditer(self.source, start.start()):
            token = match.group()
            if token.startswith("</"):
                depth -= 1
                skipped = 0 if depth < skipped else skipped
                if not depth:
                    return
            elif token.startswith(("<!--", "<?")):
                continue
            elif token.startswith("<"):
                if token.endswith("/>"):
                    continue
                depth += 1
                if not skipped and (re.match(r"<corr\b", token) or re.search(r'\bresp="#edition"', token)):
                    skipped = depth
            elif not skipped:
                yield match.start(), token

    def delete(self, at: int) -> Damaged:
        """Without a word. The damage shows where the next printed word stands, or in the last one."""
        word = self.words[at]
        cut = self.source[: word.start] + self.source[word.end :]
        size = word.end - word.start
        if at + 1 < len(self.words):
            following = self.words[at + 1]
            return Damaged(cut, word.start, following.start - size, word.number, size)
        return Damaged(cut, self.words[at - 1].start, self.words[at - 1].end, word.number, size)

    def double(self, at: int) -> Damaged:
        """A word twice."""
        word = self.words[at]
        text = self.source[word.start : word.end]
        made = self.source[: word.end] + " " + text + self.source[word.end :]
        return Damaged(made, word.start, word.end + len(text), word.number, len(text))

    def swap(self, at: int) -> Damaged | None:
        """A word and its neighbour in each other's place; None where they are alike."""
        word, other = self.words[at], self.words[(at + 1) % len(self.words)]
        word, other = (word, other) if word.start < other.start else (other, word)
        first, second = self.source[word.start : word.end], self.source[other.start : other.end]
        made = (
            self.source[: word.start] + second + self.source[word.end : other.start] + first + self.source[other.end :]
        )
        if first == second or first + second == second + first:
            return None
        return Damaged(made, word.start, other.end - 1, word.number, other.number - word.number + len(second))

    def alter(self, at: int, which: int) -> Damaged:
        """A word with one other character in it."""
        word = self.words[at]
        place = word.start + which % (word.end - word.start)
        made = self.source[:place] + "¤" + self.source[place + 1 :]
        return Damaged(made, place, place, word.number + place - word.start, 1)
