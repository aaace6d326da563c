"""What the house rules look at: a document, walked once, its elements by name."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.children import child
from memcon.tei.names import TEI_NS, XML_ID, tei
from memcon.tei.parsing import Tree
from memcon.tei.serialising import canonical_digest, is_pristine, is_untouched, signature
from memcon.validation.places import Source
from memcon.validation.printing import Print, words

if TYPE_CHECKING:
    from memcon.validation.cast import Cast
    from memcon.validation.conversation import Participant, Passage, Turn

_PREFIX = f"{{{TEI_NS}}}"
_ASCII = bytes(range(128))
_ByTag = Mapping[object, Sequence[etree._Element]]
_ByAttribute = Mapping[str, Sequence[tuple[etree._Element, str]]]


@cache
def _name_in_tei(tag: object) -> str:
    """The local name of an element of TEI; empty for any other."""
    return tag.removeprefix(_PREFIX) if isinstance(tag, str) and tag.startswith(_PREFIX) else ""


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
    def _walked(self) -> tuple[_ByTag, _ByAttribute]:
        """All elements by their tags, and by their attributes."""
        by_tag: dict[object, list[etree._Element]] = defaultdict(list)
        attributes: dict[str, list[tuple[etree._Element, str]]] = defaultdict(list)
        for element in self.elements:
            by_tag[element.tag].append(element)
            for name, value in element.items():
                attributes[name].append((element, value))
        return by_tag, dict(attributes)

    @property
    def by_tag(self) -> _ByTag:
        """All elements by their tags, in document order."""
        return self._walked[0]

    @property
    def attributes(self) -> _ByAttribute:
        """All attributes by their names: the elements that have them in document order, with the values."""
        return self._walked[1]

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[etree._Element]]:
        return {name: some for tag, some in self.by_tag.items() if (name := _name_in_tei(tag))}

    @cached_property
    def names(self) -> frozenset[str]:
        """The local names of the TEI elements that it has."""
        return frozenset(self._by_name)

    @cached_property
    def numbers(self) -> Mapping[etree._Element, int]:
        """The numbers of all elements in document order, from 0."""
        return {element: number for number, element in enumerate(self.elements)}

    @cached_property
    def _carried(self) -> str | None:
        """The digest of what it was when memcon made it."""
        return signature(self.tree)

    @property
    def generated(self) -> bool:
        """Whether memcon made it: it carries the digest of what it was then."""
        return self._carried is not None

    @cached_property
    def untouched(self) -> bool:
        """Whether its very bytes are those that were written when it was generated."""
        return is_untouched(self.tree, self.source.data)

    @property
    def is_as_generated(self) -> bool:
        """Whether the digest that it carries is its own, whatever else it carries."""
        return self._carried == self.canonical_digest

    @cached_property
    def pristine(self) -> bool:
        """Whether it is as it was generated: what the converter derives need not be derived again."""
        return self.untouched or (self.is_as_generated and is_pristine(self.tree))

    @cached_property
    def canonical_digest(self) -> str:
        """The digest of its canonical form; empty where it has none (a namespace is a relative address)."""
        if self.untouched:
            return self._carried or ""
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
        return child(self.root, tei("text"))

    @cached_property
    def _of_text(self) -> range:
        """The numbers of the text and of all elements in it."""
        if self.text is None:
            return range(0)
        behind = next(self.text.itersiblings(etree.Element), None)
        return range(self.numbers[self.text], len(self.elements) if behind is None else self.numbers[behind])

    @cached_property
    def of_text(self) -> Sequence[etree._Element]:
        """The text and all elements in it, in document order."""
        return self.elements[self._of_text.start : self._of_text.stop]

    def is_of_text(self, element: etree._Element) -> bool:
        """Whether an element is the text, or stands in it."""
        return self.numbers[element] in self._of_text

    @cached_property
    def responsible(self) -> Sequence[tuple[etree._Element, str]]:
        """Those who are named to answer for something, with the words that say for what."""
        return tuple((each, words(child(each, tei("resp")))) for each in self.every("respStmt"))

    @cached_property
    def setting_date(self) -> etree._Element | None:
        """The date of the talk in the header."""
        dates = (child(setting, tei("date")) for setting in self.every("setting"))
        return next((date for date in dates if date is not None), None)

    @cached_property
    def printed(self) -> str:
        """All characters of the text, in document order."""
        return self.print.text

    @cached_property
    def encoded(self) -> bytes:
        """The same in UTF-8."""
        return self.printed.encode()

    @cached_property
    def unusual(self) -> frozenset[str]:
        """The characters beyond ASCII that the text has."""
        return frozenset(self.encoded.translate(None, _ASCII).decode())

    def prints(self, word: str) -> bool:
        """Whether the text has a folded word, be it as a part of a longer one."""
        printed = self.printed
        return word.capitalize() in printed or word in printed or word.upper() in printed or word in self._folded

    @cached_property
    def _folded(self) -> str:
        from memcon.converters.words.names import fold

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
        return tuple(passages(each for each in self.of_text if each.tag in PASSAGES))

    @cached_property
    def _in_passages(self) -> str:
        return "\n".join([each.text for each in self.passages])

    @cached_property
    def _begun(self) -> Sequence[int]:
        """Where each passage begins among them all, and where they end."""
        return (0, *accumulate([len(each.text) + 1 for each in self.passages]))

    def passages_with(self, *signs: str) -> list[Passage]:
        """The passages that have one of some signs, in order: mostly there are few of them, or none. No sign holds a
        line end."""
        together, begun = self._in_passages, self._begun
        found: set[int] = set()
        for sign in signs:
            at = together.find(sign)
            while at >= 0:
                behind = bisect_right(begun, at)
                found.add(behind - 1)
                at = together.find(sign, begun[behind])
        return [self.passages[number] for number in sorted(found)]

    def finding(
        self, code: str, message: str, element: etree._Element, hint: str = "", attribute: str = ""
    ) -> Diagnostic:
        """A diagnostic about an element, or about the attribute of it that is named as it is written."""
        return self.source.finding(code, message, element, hint, attribute)
