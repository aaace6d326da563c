"""Words whose letters stand apart: `R U S K :` and `M E M O R A N D U M` as typists emphasised, `B all:` as recognition
broke a word in two.

What is set wholly in single capitals is read together, a wider gap parting the words. A broken label is one only where
its letters are those of a label that stands unbroken elsewhere, or where all of them stand apart, again and again:
`L i n d q v i s t :`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from memcon.converters.labels.labelforms import Label
from memcon.converters.pages.paragraphs import Para
from memcon.converters.words.names import key_of
from memcon.transcript import Span

_LETTERS = re.compile(r"[^\W\d_a-z]\.?(?:[ \t]{1,8}[^\W\d_a-z]\.?){2,80}")
_SMALL = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr)\.[ ]{1,3})?[^\W\d_a-z](?:[ ]{1,3}[^\W\d_]){3,40}")  # each apart
_GAP = re.compile(r"[ \t]{2,}")
_PHRASES = {
    phrase.replace(" ", ""): phrase
    for phrase in ("MEMORANDUM OF CONVERSATION", "RECORD OF CONVERSATION", "MEMORANDUM FOR THE RECORD",
                   "MEMORANDUM OF TELEPHONE CONVERSATION", "THE PRESIDENT", "THE SECRETARY")
}  # fmt: skip
_WINDOW = 60  # characters in which a label ends
_OFTEN = 2  # times that an unbroken label stands


def unspaced(text: str) -> str:
    """A line of single capitals as words: `N O T E S  O F` is `NOTES OF`, also as the first of several. Any other text
    is returned as it is.

    Where no gap is wider than the others, only the genre's own phrases are told apart."""
    if text[1:2] in (" ", "\t") and "\n" in text:
        first, _, below = text.partition("\n")
        return f"{unspaced(first)}\n{below}"
    if text[1:2] not in (" ", "\t") or not _LETTERS.fullmatch(text.strip()):
        return text
    joined = " ".join("".join(word.split()) for word in _GAP.split(text.strip()))
    return _PHRASES.get(joined, joined)


def parted_labels(paras: Iterable[Para], found: Sequence[Label]) -> tuple[Label, ...]:
    """The candidates, and those at the head of lines whose letters stand apart, in printed order."""
    found = [label for label in found if not _LETTERS.fullmatch(label.name) and not _SMALL.fullmatch(label.name)]
    times = Counter(label.key for label in found if label.form == "colon")
    whole = {_squeezed(label.name): label for label in found if times[label.key] >= _OFTEN and label.form == "colon"}
    taken = {label.span.start for label in found}
    heads = [head for para in paras for head in _heads(para) if head[0] not in taken]
    apart = Counter(_squeezed(head) for _, head, _, _ in heads if _SMALL.fullmatch(head.strip()))
    more = tuple(_parted(heads, whole, apart))
    return tuple(sorted((*found, *more), key=lambda label: label.span)) if more else tuple(found)


def _heads(para: Para) -> Iterator[tuple[int, str, str, bool]]:
    """What stands before a colon at the head of the paragraph, and of its lines that open with a letter apart: where,
    what, what follows, and whether it opens the paragraph."""
    for at, line in enumerate(para.lines if ":" in para.text else ()):
        begin = line.start - para.span.start
        if at and para.text[begin + 1 : begin + 2] != " ":
            continue
        head, colon, rest = para.text[begin : min(begin + _WINDOW, line.end - para.span.start)].partition(":")
        if colon and " " in head.strip() and (rest[:1].isspace() or not rest):
            yield line.start, head, rest, at == 0


def _parted(
    heads: Iterable[tuple[int, str, str, bool]], whole: dict[str, Label], apart: Counter[str]
) -> Iterator[Label]:
    for start, head, rest, opens in heads:
        label = whole.get(_squeezed(head)) if opens else None
        name = label.name if label is not None else unspaced(head.strip())
        if label is None and name == head.strip() and apart[_squeezed(head)] >= _OFTEN:
            name = _joined(name)
        if label is None and name == head.strip():
            continue
        speech = not rest.lstrip()[:1].islower()
        yield Label(
            Span(start, start + len(head) + 1), name, ":", None, False, key_of(name), opens, speech, mended=True
        )


def _joined(name: str) -> str:
    """Words whose letters stand apart, read together; a wider gap parts them, and so does a title."""
    words = _GAP.split(name.replace(". ", ".  "))
    return " ".join("".join(word.split()) for word in words)


def _squeezed(name: str) -> str:
    return "".join(name.split()).casefold()
