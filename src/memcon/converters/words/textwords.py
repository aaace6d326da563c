"""How a text uses its words: what it calls by name, and of what it speaks as of places and topics."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from memcon.converters.words.lexicon import occurrences_of
from memcon.converters.words.names import fold, has_title

_BLANKS = re.compile(r"\t[ \t]*| [ \t]+")  # all but a blank by itself, which most are
_NAME = r"[^\W\d_a-z][\w’'-]+"
_MENTION = re.compile(rf" (?<=[a-zа-я,;] )({_NAME})")  # begins with a blank: quick to look for
_COMMON = re.compile(r"(?<![\w’'-])[a-zа-яё][\w’'-]+")
_DEFINITE = re.compile(rf"\bthe ({_NAME})")
_TOPIC = re.compile(rf"[IiOoAa](?<!\w.)(?:(?<=[IiOo])n|(?<=[Aa])(?:t|bout)|(?<=[Oo])ver) ({_NAME})")
_WORD = re.compile(_NAME)
_WORDS = re.compile(rf"(?:[Tt]he )?(?P<bare>{_NAME}(?: {_NAME}){{0,2}})")
_SPEAKS_OF = re.compile(r"(?<!\w)(?:[Tt]he|[Ii]n|[Oo]n|[Aa]bout|[Oo]ver|[Ww]ithin|[Tt]hroughout) (?:all |the )?\Z")
_LEADS_ON = re.compile(r"(?<!\w)(?:[IiOo]n|[Aa]t|[Aa]bout|[Oo]ver) \Z")
_LOOKS_AT = re.compile(r"(?:look|laugh|smil|point|nod|glanc|star|wav|grin|shout)(?:e?s|ed|ing|e)? at \Z")  # a person
_GOES_ON = re.compile(r"\w|['’-]\w|[ \t]?:")  # behind a label stands a colon
_LED_ON = len("shouting at ")
_SPOKEN_OF = len("throughout the ")
_TITLE = 2  # words before a name: a title, or a title and a forename


@dataclass(frozen=True)
class Words:
    """The words of a printed text, for which it is searched when they are first asked for."""

    printed: str

    @cached_property
    def _text(self) -> str:
        return _BLANKS.sub(" ", self.printed)

    @cached_property
    def mentions(self) -> frozenset[str]:
        """Capitalised words behind words in lower case: where a name is met again, it stands so."""
        return frozenset(_MENTION.findall(self._text))

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that the text uses in lower case, and those that it uses of places and topics."""
        named = (*_DEFINITE.findall(self._text), *_TOPIC.findall(self._text))
        return frozenset(_COMMON.findall(self._text)) | frozenset(map(fold, named))

    def is_titled(self, name: str) -> bool:
        """Whether the text calls somebody by this capitalised word behind a title: `Prime Minister Anna Second`."""
        if not _WORD.fullmatch(name):
            return False
        found = (at for at in occurrences_of(f" {name}", self._text))
        before = (self._text[max(at - _LED_ON * 3, 0) : at].rpartition("\n")[2].split()[-_TITLE:] for at in found)
        return any(has_title(words[0]) or has_title(words[-1]) for words in before if words)

    def is_topic(self, name: str) -> bool:
        """Whether the text uses a capitalised word of a place or topic. To look for it is quicker than for them all."""
        if not _WORD.fullmatch(name):
            return False
        found = (at + 1 for at in occurrences_of(f" {name}", self._text))
        before = ((at, self._text[max(at - _LED_ON, 0) : at]) for at in found)
        led = (at for at, leads in before if _LEADS_ON.search(leads) and not _LOOKS_AT.search(leads))
        words = (_WORD.match(self._text, at) for at in led)
        return any(word is not None and word.group() == name for word in words)

    def speaks_of(self, name: str) -> bool:
        """Whether the text speaks of something by these words, and of nobody: `the Danes`, `in North Atlantis`."""
        words = _WORDS.fullmatch(name)
        if words is None:
            return False
        bare = words["bare"]
        found = [at + 1 for at in occurrences_of(f" {bare}", self._text)]
        whole = [at for at in found if not _GOES_ON.match(self._text, at + len(bare))]
        return any(_SPEAKS_OF.search(self._text[max(at - _SPOKEN_OF, 0) : at]) for at in whole)
