"""What is printed in an element: the text that the house rules hold against what the mark-up says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from memcon.fidelity import printed_within
from memcon.tei.names import NSMAP
from memcon.tei.parsing import Tree

_APART = re.compile(r"[^\w]+")
_MANY = 12  # characters that stand nowhere by chance
_FEW = 6
_ALL = etree.XPath("string(/t:TEI/t:text)", namespaces=NSMAP)


def raw(element: etree._Element) -> str:
    """The printed characters of an element, line ends as they stand; what the edition adds is left out."""
    return "".join(printed_within(element)) if len(element) else element.text or ""


def words(element: etree._Element | None) -> str:
    """The printed words of an element on one line; nothing where there is no element."""
    return "" if element is None else " ".join(raw(element).split())


def folded(text: str) -> str:
    """Letters and digits alone, in lower case: what stays the same when a heading is set in capitals or is broken."""
    return _APART.sub("", text).casefold()


def _places(wanted: str, text: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a text, and no digit goes on beside them."""
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        before, behind = text[max(at - 1, 0) : at], text[end : end + 1]
        if not (before.isdigit() and wanted[0].isdigit()) and not (behind.isdigit() and wanted[-1].isdigit()):
            yield at, end
        at = text.find(wanted, at + 1)


def _stands_in(wanted: str, text: str) -> bool:
    """Whether words stand in a text by themselves: beside a few there is no letter either. (Between what is printed in
    two places there is no blank.)"""
    return any(
        len(wanted) >= _MANY or not (text[max(at - 1, 0) : at].isalnum() or text[end : end + 1].isalnum())
        for at, end in _places(wanted, text)
    )


class Print:
    """All that a document prints, in the forms in which things are looked up in it; each is made when asked for."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    @cached_property
    def text(self) -> str:
        """The text as it stands, corrections of the edition included."""
        return str(_ALL(self._tree))

    @cached_property
    def flat(self) -> str:
        """The text on one line."""
        return " ".join(self.text.split())

    def says(self, wanted: str) -> bool:
        """Whether the text has these words, be it that a line ends within them."""
        return wanted in self.text or wanted in self.flat

    @cached_property
    def folded(self) -> str:
        """Its letters and digits."""
        return folded(self.text)

    @cached_property
    def _words(self) -> str:
        return f" {_APART.sub(' ', self.text.casefold()).strip()} "

    def has(self, wanted: str) -> bool:
        """Whether these words are printed somewhere, one after another, case and punctuation aside. A word that is cut
        by a line's end counts as well."""
        if _stands_in(wanted, self.text) or _stands_in(wanted, self.flat):  # mostly no line ends within the words
            return True
        return f" {_APART.sub(' ', wanted.casefold()).strip()} " in self._words or self._has_broken(wanted)

    def _has_broken(self, wanted: str) -> bool:
        """Whether letters and digits are printed one after another, and no other digit beside them."""
        sought = folded(wanted)
        return len(sought) >= _FEW and any(_places(sought, self.folded))
