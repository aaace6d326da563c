"""Labels with nothing behind them, as recognition leaves them that drops colons: `Secretary Lindqvist I am glad.`

They are looked for where nothing else is a label. The names of those who take part must open paragraphs again and
again, in turn, each before a sentence, and none of them before a word in small letters, as in a report. Where text was
drawn from a page that parted them by its layout alone, they are glued to the speech: `Mr. LindqvistI am glad.`
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from memcon.converters.labels.knownnames import Known
from memcon.converters.labels.labelforms import Label, PrefixKind, ends_sentence
from memcon.converters.labels.labels import Weighed
from memcon.converters.labels.labeltraits import FALSE_FRIENDS, is_titled
from memcon.converters.pages.paragraphs import Para
from memcon.converters.words.names import OFFICES, fold, is_office, key_of, read_name
from memcon.transcript import Span

_OPENS = re.compile(r"(?P<name>(?:[^\W\d_a-z][\w.’'-]{0,20}[ ]){1,4}?)[ ]{0,3}(?P<behind>[^\W\d_]|[“\"(\[])")
_GLUED = re.compile(
    r"(?:§[ ]?)?(?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady)\.?[ ](?:[^\W\d_a-z][\w’'-]*\.?[ ]){0,2}"
    r"(?P<surname>[^\W\d_a-z][^\W\d_A-Z]{2,20})|"
    r"The[ ][^()\n]{4,60}\([^()\n]{4,50}\))(?=[^\W\d_a-z])"
)
_CAPITALS = re.compile(r"(?P<name>(?:[^\W\d_a-z][^\W\d_a-z.’'-]*+\.?[ ]){2,4}?)(?=[^\W\d_a-z][^\W\d_A-Z]|I[ ’'])")
_LONGEST = 90  # characters in which a name ends
_SENTENCE = 60  # words of a text without signs in which one may end so
_SHORT = 60  # characters that may all be capitals; where all text is, it tells nothing that none opens with another
_LEAST, _PEOPLE = 4, 2  # labels, and who speaks under them
_BEFORE_CAPITALS = ("Mac", "Fitz")  # in names
_OFFICE_LINKS = frozenset(("of", "for", "the", "and", "to"))  # within offices
_Opening = tuple[Span, str]
_EVIDENCE = ("names of those who take part open one paragraph after the other, with nothing between them and speech",)


def bare_labels(paras: Iterable[Para], known: Known) -> tuple[Weighed, ...]:
    """The names that open paragraphs, or lines below finished ones, where they are labels."""
    paras = tuple(paras)
    bare = _is_bare([(para.span, para.text) for para in paras])
    openings = list(_openings(paras, _always if bare else ends_sentence))
    for form in (_glued, _capitals, partial(_name, known)):
        named = [(span, text, name) for span, text in openings if (name := form(text))]
        if found := _told(openings, named):
            return found
    return ()


def _told(openings: Sequence[_Opening], named: Sequence[tuple[Span, str, str]]) -> tuple[Weighed, ...]:
    """The labels that open these paragraphs, where they recur in turn as labels do; else none."""
    labels = [_label(span, text, name) for span, text, name in named]
    first = labels[0].span.start if labels else 0
    openings = [opening for opening in openings if opening[0].start >= first]
    spoken = [label for label in labels if label.speech]
    keys = Counter(label.key for label in spoken)
    changes = sum(a.key != b.key for a, b in pairwise(spoken))
    ended = len(named) if _is_bare(openings) else sum(ends_sentence(text) for _, text, _ in named)
    told = (
        len(spoken) == len(labels) >= _LEAST and len(keys) >= _PEOPLE and len(spoken) > len(keys)
        and changes * 2 >= len(spoken) - 1 and len(spoken) * 2 >= len(openings) and ended * 5 >= len(labels) * 4
    )  # fmt: skip
    return tuple(Weighed(label, True, _EVIDENCE) for label in spoken) if told else ()


def _is_bare(openings: Iterable[_Opening]) -> bool:
    """Whether recognition dropped all signs: hardly any word of the text ends a sentence."""
    words = [word for _, text in openings for word in text.split()]
    return sum(word[-1] in ".?!" for word in words) * _SENTENCE < len(words)


def _always(line: str) -> bool:
    """Any line may end what is said, where no sign tells."""
    return bool(line)


def _openings(paras: Iterable[Para], ends: Callable[[str], bool]) -> Iterator[_Opening]:
    """The paragraphs, those with several lines cut where one ends and the next opens with two words in capitals."""
    for para in paras:
        lines = [line.start - para.span.start for line in para.lines[1:]]
        starts = [0, *_within(para.text, lines, ends)]
        for start, end in zip(starts, [*starts[1:], len(para.text)], strict=True):
            yield Span(para.span.start + start, para.span.start + end), para.text[start:end].rstrip()


def _within(text: str, lines: Sequence[int], ends: Callable[[str], bool]) -> Iterator[int]:
    for start in lines:
        if ends(text[:start].rstrip()[-_LONGEST:]) and _OPENS.match(text, start):
            yield start


def _glued(text: str) -> str:
    """The name, with the sign of a paragraph before it, that is glued to what follows; else nothing."""
    match = _GLUED.match(text)
    return match.group() if match is not None and match["surname"] not in _BEFORE_CAPITALS else ""


def _capitals(text: str) -> str:
    """The title and name, or the office, in capitals that stands before a word that is not; else nothing."""
    match = _CAPITALS.match(text)
    name = match["name"].rstrip() if match is not None else ""
    if not name or not is_titled(name) or any(fold(word) in FALSE_FRIENDS for word in name.split()):
        return ""
    return name if read_name(name).surname or name.startswith("THE ") else ""


def _name(known: Known, text: str) -> str:
    """The shortest name of somebody who takes part that opens a text, or an office with its article; else nothing."""
    words = text[:_LONGEST].split(" ")
    for count in range(1, min(len(words), 5)):
        name = " ".join(words[:count]).rstrip()
        if not name[-1:].isalpha() or not name.split()[-1][:1].isupper():
            continue
        if name.startswith(("The ", "THE ")) and _holds_office(name):
            return " ".join(words[: _office_end(words, count)]).rstrip()
        if (count == 1 or is_titled(name)) and known.takes_part(read_name(name)):
            return name
    return ""


def _holds_office(name: str) -> bool:
    """Whether a name is an office, and not honours alone (`The Right Hon. Sir`)."""
    return is_office(name) and any(fold(word.strip(".")) in OFFICES for word in name.split())


def _office_end(words: Sequence[str], count: int) -> int:
    """Where the office ends that these first words open: behind its further words, and those of what it is of. All that
    follows in capitals belongs to one in capitals."""
    capitals = "".join(words[:count]).isupper()
    while count < len(words):
        word = words[count]
        linked = words[count - 1].lower() in _OFFICE_LINKS and word[:1].isupper()
        link = word.lower() in _OFFICE_LINKS and any(later[:1].isupper() for later in words[count + 1 : count + 3])
        further = word[:1].isupper() and fold(word) in OFFICES
        if not (linked or link or further or (capitals and len(word) > 1 and word.isupper())):
            break
        count += 1
    return count


def _label(span: Span, text: str, name: str) -> Label:
    behind = text[len(name) :].lstrip()
    speech = bool(behind) and not behind[0].islower() and (len(behind) < _SHORT or not behind.isupper())
    whole = Span(span.start, span.start + len(name))
    marked = name.removeprefix("§").lstrip()
    prefix = Span(span.start, span.start + len(name) - len(marked)) if marked != name else None
    kind: PrefixKind = "number" if prefix is not None else ""
    bare, opens, _ = marked.partition(" (")
    aside = Span(whole.end - len(marked) + len(bare) + 1, whole.end) if opens else None
    return Label(
        whole, bare, "", aside, False, key_of(bare), True, speech, form="gap", prefix=prefix, prefix_kind=kind
    )  # fmt: skip
