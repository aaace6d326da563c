"""What the house rules look at: a document, walked once, its elements by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from lxml import etree

from memcon.converters.words.names import fold
from memcon.diagnostics import Diagnostic
from memcon.tei.names import TEI_NS, XML_ID
from memcon.tei.parsing import Tree
from memcon.tei.serialising import canonical_digest, signature
from memcon.validation.places import Source
from memcon.validation.printing import Print

if TYPE_CHECKING:
    from memcon.validation.cast import Cast
    from memcon.validation.conversation import Participant, Passage, Turn

_PREFIX = f"{{{TEI_NS}}}"
_ASCII = bytes(range(128))


class Survey:
    """A parsed document as the house rules see it. It is walked once, and nothing in it is changed."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.tree: Tree = source.tree
        self.root: etree._Element = source.tree.getroot()
        self.path: str = source.path  # `-` for standard input

    @cached_property
    def elements(self) -> tuple[etree._Element, ...]:
        """All elements in document order."""
        return tuple(self.source.tree.iter(etree.Element))

    @cached_property
    def by_tag(self) -> Mapping[object, Sequence[etree._Element]]:
        """All elements by their tags, in document order."""
        found: dict[object, list[etree._Element]] = defaultdict(list)
        for element in self.elements:
            found[element.tag].append(element)
        return found

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[etree._Element]]:
        start = len(_PREFIX)
        return {tag[start:]: some for tag, some in self.by_tag.items() if isinstance(tag, str) and _PREFIX in tag}

    @cached_property
    def names(self) -> frozenset[str]:
        """The local names of the TEI elements that it has."""
        return frozenset(self._by_name)

    @cached_property
    def numbers(self) -> Mapping[etree._Element, int]:
        """The numbers of all elements in document order, from 0."""
        return {element: number for number, element in enumerate(self.elements)}

    @cached_property
    def generated(self) -> bool:
        """Whether memcon made it: it carries the digest of what it was then."""
        return signature(self.tree) is not None

    @cached_property
    def pristine(self) -> bool:
        """Whether it is as it was generated: what the converter derives need not be derived again."""
        return self.generated and signature(self.tree) == self.canonical_digest

    @cached_property
    def canonical_digest(self) -> str:
        """The digest of its canonical form; empty where it has none (a namespace is a relative address)."""
        try:
            return canonical_digest(self.tree)
        except etree.C14NError:
            return ""

    @cached_property
    def print(self) -> Print:
        """What it prints."""
        return Print(self.source.tree)

    def every(self, *names: str) -> Sequence[etree._Element]:
        """The TEI elements of these local names: those of the first name in document order, then those of the next."""
        if len(names) == 1:
            return self._by_name.get(names[0], ())
        return tuple(chain.from_iterable([self._by_name.get(name, ()) for name in names]))

    @cached_property
    def attributes(self) -> Mapping[str, Sequence[tuple[etree._Element, str]]]:
        """All attributes by their names: the elements that have them in document order, with the values."""
        found: dict[str, list[tuple[etree._Element, str]]] = defaultdict(list)
        for element in self.elements:
            for name, value in element.items():
                found[name].append((element, value))
        return dict(found)

    def attribute(self, name: str) -> Sequence[tuple[etree._Element, str]]:
        """The elements that have an attribute, in document order, with its values."""
        return self.attributes.get(name, ())

    @cached_property
    def identifiers(self) -> Mapping[str, etree._Element]:
        """The first element of each xml:id."""
        return {value: element for element, value in reversed(self.attribute(XML_ID)) if value}

    @cached_property
    def text(self) -> etree._Element | None:
        """The text of the document; an authority file has none."""
        return self.root.find(_PREFIX + "text")

    @cached_property
    def printed(self) -> str:
        """All characters of the text, in document order."""
        return self.print.text

    @cached_property
    def unusual(self) -> frozenset[str]:
        """The characters beyond ASCII that the text has."""
        return frozenset(self.printed.encode().translate(None, _ASCII).decode())

    def prints(self, word: str) -> bool:
        """Whether the text has a folded word, be it as a part of a longer one."""
        printed = self.printed
        return word.capitalize() in printed or word in printed or word.upper() in printed or word in self._folded

    @cached_property
    def _folded(self) -> str:
        return fold(self.printed).replace("'", "")  # takes time, and most words are found without it

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The turns in document order."""
        from memcon.validation.conversation import turns

        return tuple(turns(self.every("sp")))

    @cached_property
    def participants(self) -> tuple[Participant, ...]:
        """The persons of the header; those of an authority file are nobody's participants."""
        from memcon.validation.conversation import participants

        return tuple(participants(self.every("person"))) if self.text is not None else ()

    @cached_property
    def cast(self) -> Cast:
        """The participants, to be asked whom a printed name means."""
        from memcon.validation.cast import Cast

        return Cast(self.participants)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """What is printed, piece by piece, in document order."""
        from memcon.validation.conversation import PASSAGES, passages

        if self.text is None:
            return ()
        return tuple(passages(self.text.iter(*PASSAGES)))

    @cached_property
    def in_passages(self) -> str:
        """The text of all passages, each on a line."""
        return "\n".join([each.text for each in self.passages])

    def finding(
        self, code: str, message: str, element: etree._Element, hint: str = "", attribute: str = ""
    ) -> Diagnostic:
        """A diagnostic about an element, or about the attribute of it that is named as it is written."""
        return self.source.finding(code, message, element, hint, attribute)
