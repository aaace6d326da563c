"""What is printed in an element: the text that the house rules hold against what the mark-up says of it."""

from __future__ import annotations

import re
from functools import cached_property

from lxml import etree

from memcon.fidelity import printed_within
from memcon.tei.names import NSMAP
from memcon.tei.parsing import Tree

_APART = re.compile(r"[^\w]+")
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


def _stands_in(wanted: str, text: str) -> bool:
    """Whether words stand in a text, and no letter or digit beside them."""
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return True
        at = text.find(wanted, at + 1)
    return False


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
        if _stands_in(wanted, self.flat):
            return True
        return f" {_APART.sub(' ', wanted.casefold()).strip()} " in self._words or self._has_broken(wanted)

    def _has_broken(self, wanted: str) -> bool:
        """Whether letters and digits are printed one after another, and no other digit beside them."""
        sought = folded(wanted)
        if not sought or sought not in self.folded:
            return False
        at = self.folded.find(sought)
        while at >= 0:
            end = at + len(sought)
            cut = sought[0].isdigit() and self.folded[at - 1 : at].isdigit()
            if not cut and not (sought[-1].isdigit() and self.folded[end : end + 1].isdigit()):
                return True
            at = self.folded.find(sought, at + 1)
        return False
