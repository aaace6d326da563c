"""What the words of a memorandum tell of its labels: which names are met again, which words are common ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from memcon.converters.names import fold

_MENTION = re.compile(r" (?<=[a-zа-я,;] )([^\W\d_a-z][\w’'-]+)")  # begins with a blank: quick to look for
_TOPIC = re.compile(r"[IiOoAa](?<!\w.)(?:(?<=[IiOo])n|(?<=[Aa])(?:t|bout)|(?<=[Oo])ver) ([^\W\d_a-z][\w’'-]+)")


@dataclass(frozen=True)
class Words:
    """The words that are printed in a memorandum."""

    printed: str

    @cached_property
    def text(self) -> str:
        if "\t" not in self.printed and "  " not in self.printed:
            return self.printed
        return re.sub(r"[ \t]+", " ", self.printed)

    @cached_property
    def mentions(self) -> frozenset[str]:
        """Capitalised words behind words in lower case: where a name is met again, it stands so."""
        return frozenset(_MENTION.findall(self.text))

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that the text uses in lower case, and those that it uses of places and topics."""
        lower = re.findall(r"(?<![\w’'-])[a-zа-яё][\w’'-]+", self.text)
        named = re.findall(r"\bthe ([^\W\d_a-z][\w’'-]+)", self.text)
        return frozenset(lower) | frozenset(map(fold, (*named, *self.topics)))

    @cached_property
    def topics(self) -> frozenset[str]:
        """Capitalised words that the text uses of places and topics."""
        return frozenset(_TOPIC.findall(self.text))
