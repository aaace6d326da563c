"""Words whose letters stand apart: `R U S K :` and `M E M O R A N D U M` as typists emphasised, `B all:` as recognition
broke a word in two.

What is set wholly in single capitals is read together, a wider gap parting the words. A broken label is one only where
its letters are those of a label that stands unbroken elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from memcon.converters.labels.labelforms import Label
from memcon.converters.pages.paragraphs import Para
from memcon.converters.words.names import slug
from memcon.transcript import Span

_LETTERS = re.compile(r"[^\W\d_a-z]\.?(?:[ \t]{1,8}[^\W\d_a-z]\.?){2,80}")
_GAP = re.compile(r"[ \t]{2,}")
_PHRASES = {
    phrase.replace(" ", ""): phrase
    for phrase in ("MEMORANDUM OF CONVERSATION", "RECORD OF CONVERSATION", "MEMORANDUM FOR THE RECORD",
                   "MEMORANDUM OF TELEPHONE CONVERSATION", "THE PRESIDENT", "THE SECRETARY")
}  # fmt: skip
_WINDOW = 60  # characters in which a label ends
_OFTEN = 2  # times that an unbroken label stands


def unspaced(text: str) -> str:
    """A line of single capitals as words: `N O T E S  O F` is `NOTES OF`. Any other text is returned as it is.

    Where no gap is wider than the others, only the genre's own phrases are told apart."""
    if text[1:2] not in (" ", "\t") or not _LETTERS.fullmatch(text.strip()):
        return text
    joined = " ".join("".join(word.split()) for word in _GAP.split(text.strip()))
    return _PHRASES.get(joined, joined)


def parted_labels(paras: Iterable[Para], found: Sequence[Label]) -> tuple[Label, ...]:
    """The candidates, and those at the head of paragraphs whose letters stand apart, in printed order."""
    found = [label for label in found if not _LETTERS.fullmatch(label.name)]
    times = Counter(label.key for label in found if label.form == "colon")
    whole = {_squeezed(label.name): label for label in found if times[label.key] >= _OFTEN and label.form == "colon"}
    taken = {label.span.start for label in found}
    more = tuple(_parted((p for p in paras if p.span.start not in taken), whole))
    return tuple(sorted((*found, *more), key=lambda label: label.span)) if more else tuple(found)


def _parted(paras: Iterable[Para], whole: dict[str, Label]) -> Iterator[Label]:
    for para in paras:
        head, colon, rest = para.text[:_WINDOW].partition(":")
        if not colon or " " not in head.strip() or not rest[:1].isspace():
            continue
        label = whole.get(_squeezed(head))
        name = label.name if label is not None else unspaced(head.strip())
        if label is None and name == head.strip():
            continue
        span = Span(para.span.start, para.span.start + len(head) + 1)
        speech = not rest.lstrip()[:1].islower()
        yield Label(span, name, ":", None, False, slug(name), True, speech, mended=True)


def _squeezed(name: str) -> str:
    return "".join(name.split()).casefold()
