"""Labels with nothing behind them, as recognition leaves them that drops colons: `Secretary Lindqvist I am glad.`

They are looked for where nothing else is a label. The names of those who take part must open paragraphs again and
again, in turn, each before a sentence, and none of them before a word in small letters, as in a report. Where text was
drawn from a page that parted them by its layout alone, they are glued to the speech: `Mr. LindqvistI am glad.`
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from memcon.converters.labels.knownnames import Known
from memcon.converters.labels.labelforms import Label, PrefixKind, ends_sentence
from memcon.converters.labels.labels import Weighed
from memcon.converters.labels.labeltraits import is_titled
from memcon.converters.pages.paragraphs import Para
from memcon.converters.words.names import is_office, read_name, slug
from memcon.transcript import Span

_OPENS = re.compile(r"(?P<name>(?:[^\W\d_a-z][\w.’'-]{0,20}[ ]){1,4}?)[ ]{0,3}(?P<behind>[^\W\d_]|[“\"(\[])")
_GLUED = re.compile(
    r"(?:§[ ]?)?(?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady)\.?[ ](?:[^\W\d_a-z][\w’'-]*\.?[ ]){0,2}"
    r"(?P<surname>[^\W\d_a-z][^\W\d_A-Z]{2,20})|"
    r"The[ ][^()\n]{4,60}\([^()\n]{4,50}\))(?=[^\W\d_a-z])"
)
_LONGEST = 90  # characters in which a name ends
_LEAST, _PEOPLE = 4, 2  # labels, and who speaks under them
_BEFORE_CAPITALS = ("Mac", "Fitz")  # in names
_Opening = tuple[Span, str]
_EVIDENCE = ("names of those who take part open one paragraph after the other, with nothing between them and speech",)


def bare_labels(paras: Iterable[Para], known: Known) -> tuple[Weighed, ...]:
    """The names that open paragraphs, or lines below finished ones, where they are labels."""
    openings = list(_openings(paras))
    return _told(openings, [(span, text, name) for span, text in openings if (name := _glued(text))]) or (
        _told(openings, [(span, text, name) for span, text in openings if (name := _name(text, known))])
        if known
        else ()
    )


def _told(openings: Sequence[_Opening], named: Sequence[tuple[Span, str, str]]) -> tuple[Weighed, ...]:
    """The labels that open these paragraphs, where they recur in turn as labels do; else none."""
    labels = [_label(span, text, name) for span, text, name in named]
    spoken = [label for label in labels if label.speech]
    keys = Counter(label.key for label in spoken)
    changes = sum(a.key != b.key for a, b in pairwise(spoken))
    ended = sum(ends_sentence(text) for _, text, _ in named)
    told = (
        len(spoken) == len(labels) >= _LEAST and len(keys) >= _PEOPLE and len(spoken) > len(keys)
        and changes * 2 >= len(spoken) - 1 and len(spoken) * 2 >= len(openings) and ended * 5 >= len(labels) * 4
    )  # fmt: skip
    return tuple(Weighed(label, True, _EVIDENCE) for label in spoken) if told else ()


def _openings(paras: Iterable[Para]) -> Iterator[_Opening]:
    """The paragraphs, those with several lines cut where one ends as a sentence and the next opens with two words in
    capitals."""
    for para in paras:
        starts = [0, *_within(para.text, [line.start - para.span.start for line in para.lines[1:]])]
        for start, end in zip(starts, [*starts[1:], len(para.text)], strict=True):
            yield Span(para.span.start + start, para.span.start + end), para.text[start:end].rstrip()


def _within(text: str, lines: Sequence[int]) -> Iterator[int]:
    for start in lines:
        if ends_sentence(text[:start].rstrip()[-_LONGEST:]) and _OPENS.match(text, start):
            yield start


def _glued(text: str) -> str:
    """The name, with the sign of a paragraph before it, that is glued to what follows; else nothing."""
    match = _GLUED.match(text)
    return match.group() if match is not None and match["surname"] not in _BEFORE_CAPITALS else ""


def _name(text: str, known: Known) -> str:
    """The shortest name of somebody who takes part that opens a text, or an office with its article; else nothing."""
    words = text[:_LONGEST].split(" ")
    for count in range(1, min(len(words), 5)):
        name = " ".join(words[:count]).rstrip()
        if not name[-1:].isalpha() or not name.split()[-1][:1].isupper():
            continue
        if name.startswith(("The ", "THE ")) and is_office(name):
            return name
        if (count == 1 or is_titled(name)) and known.takes_part(read_name(name)):
            return name
    return ""


def _label(span: Span, text: str, name: str) -> Label:
    behind = text[len(name) :].lstrip()
    speech = bool(behind) and not behind[0].islower()
    whole = Span(span.start, span.start + len(name))
    bare = name.removeprefix("§").lstrip()
    prefix = Span(span.start, span.start + len(name) - len(bare)) if bare != name else None
    kind: PrefixKind = "number" if prefix is not None else ""
    return Label(whole, bare, "", None, False, slug(bare), True, speech, form="gap", prefix=prefix, prefix_kind=kind)
