"""Letters that recognition takes for one another: `Kowa1czyk:`, `Lindstrorn:`, `Lindstrom;`, and specks that it takes
for stops: `Lind.strom:`, `·Lindstrom:`.

A misread label is one only where it looks like a label that stands with its colon elsewhere, again and again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from memcon.converters.labels.labelforms import Form, Label, ends_sentence, in_capitals
from memcon.converters.labels.labeltraits import is_titled
from memcon.converters.pages.paragraphs import Para
from memcon.converters.words.names import HONORIFICS, fold, key_of, nearly_same, read_name, words_of
from memcon.transcript import Span

_ALIKE = str.maketrans({"1": "l", "i": "l", "|": "l", "!": "l", "0": "o", "5": "s", "8": "b", "6": "b"})
_HEAD = re.compile(r"(?P<name>[^\W_][\w.,|!’' -]{3,38}?)[ \t]?[:;](?=\s)")
_TITLE = re.compile(r"(?P<title>[^\W\d_]{2,4}\.) (?P<rest>[^\W\d_a-z].*)")
_SPECK = re.compile(r"(?<=\w)[.,](?=[a-z])")
_DEBRIS = 16  # characters that may stand before a label
_WORD = re.compile(r"[^\W\d_]{5}|(?:(?<=\s)|(?<=[(\[]))[a-z]{2,}(?=\s)")  # that is no debris
_OFTEN = 2  # times that the label stands with its colon
_INITIALS = 3  # letters
_SHORTEST = 5  # letters of a label that can be told from another
_SIGNS = "~\\|^*"
_SIGN = re.compile(r"[~\\|^*]")
_SIGNED = re.compile(
    r"(?P<name>(?:[^\W\d_][\w.]{0,14}[ ]){1,2}[^\W\d_a-z][^a-z\W\d_]*+(?:[~\\|^*][^a-z\W\d_]*+)+)"
    r"(?P<delimiter>[.:])(?=\s)"
)
_STROKES = 3  # letters more or fewer
_STROKE = re.compile(r"[A-Z]\w?['’]\Z|[A-Z]{3}\.['’]?[^\W\d_]")  # behind the last letter, or between two
_NO_LETTER = re.compile(r"[\W\d_]+")
_NEAR = 0.8  # ratio above which a damaged label is a common one
_LONGEST = 60  # characters of a label and debris before it


@lru_cache(maxsize=8192)
def looks(name: str) -> str:
    """How a name looks: letters and figures that are taken for one another are alike."""
    folded = _SPECK.sub("", fold(name)).translate(_ALIKE).replace("rn", "m").replace("vv", "w").replace(",", ".")
    return " ".join(folded.split())


def misread_labels(paras: Sequence[Para], found: Sequence[Label]) -> tuple[Label, ...]:
    """The candidates, those that look like a more common one mended, and what else at the head of lines looks like
    one of them, in printed order."""
    colon = [label for label in found if label.form == "colon" and not label.withheld and len(label.key) >= _SHORTEST]
    times = Counter(label.key for label in colon)
    if behind := tuple(_behind_debris(paras, found, colon)):
        starts = {label.span.start for label in behind}
        found = (*(label for label in found if label.span.start not in starts), *behind)
    if signed := (*_signed(paras, found), *_struck(paras, found)):
        found = (*found, *signed)
    if titled := {label.span.start: label for label in _stops_misread(paras, found)}:
        found = tuple(titled.get(label.span.start, label) for label in found)
    if short := tuple(_initials(paras, found)):
        starts = {label.span.start for label in short}
        found = (*(label for label in found if label.span.start not in starts), *short)
    alike = Counter(looks(label.name) for label in colon)
    whole: dict[str, Label] = {}
    for label in sorted(colon, key=lambda label: -times[label.key]):
        if alike[looks(label.name)] >= _OFTEN:
            whole.setdefault(looks(label.name), label)
    if not whole:
        return tuple(sorted(found, key=lambda label: label.span))
    more = {label.span.start: label for label in _misread(paras, whole | _titles_misread(paras, whole.values()))}
    kept = (_mended(label, whole) for label in found if _is_sure(label) or label.span.start not in more)
    starts = {label.span.start for label in found if _is_sure(label)}
    new = (label for start, label in more.items() if start not in starts)
    return tuple(sorted((*kept, *new), key=lambda label: label.span))


def _is_sure(label: Label) -> bool:
    """Whether a label opens its line with a delimiter that a colon can have been misread as least of all."""
    return label.delimiter not in ("", ";") and label.form == "colon" and label.prefix_kind != "noise"


def _behind_debris(paras: Iterable[Para], found: Sequence[Label], colon: Iterable[Label]) -> Iterator[Label]:
    """At the head of lines that begin with a sign, labels glued to it that stand alone elsewhere, each of them twice
    or more in all."""
    starts = {label.span.start for label in found if label.prefix_kind != "noise" and label.form != "enclosed"}
    heads = [head for para in paras for head in _debris(para) if head[0] not in starts]
    if not heads:
        return
    names = sorted({label.name: label for label in colon}.items(), key=lambda named: -len(named[0]))
    times = Counter(label.name for label in colon)
    hidden = [(head, label, at) for head in heads for label, at in _hidden(head[1], names)]
    times.update(label.name for _, label, _ in hidden)
    for (start, text, opens), label, at in hidden:
        if times[label.name] >= _OFTEN:
            end = at + len(label.name) + 1
            prefix = Span(start, start + at)
            speech = not text[end:].lstrip()[:1].islower()
            yield label._replace(
                span=Span(start, start + end), aside=None, bold=False, opens_paragraph=opens, speech=speech,
                follows=True, prefix=prefix, prefix_kind="debris", mended=False,
            )  # fmt: skip


def _debris(para: Para) -> Iterator[tuple[int, str, bool]]:
    """The lines of a paragraph that begin with a sign, below finished ones: where, what, whether it is the first."""
    before = "."
    for at, line in enumerate(para.lines if ":" in para.text else ()):
        begin = line.start - para.span.start
        text = para.text[begin : min(begin + _LONGEST, line.end - para.span.start)]
        if not text[:1].isalnum() and ":" in text and ends_sentence(before):
            yield line.start, text, at == 0
        before = para.text[begin : line.end - para.span.start]


def _hidden(text: str, names: Iterable[tuple[str, Label]]) -> Iterator[tuple[Label, int]]:
    """The first of these labels that stands near the head of a text, with nothing but debris before it, and where."""
    for name, label in names:
        at = text.find(f"{name}:", 0, _DEBRIS + len(name) + 1)
        if at > 0 and not text[at - 1].isalnum() and not _WORD.search(text[:at]):
            yield label, at
            return


def _signed(paras: Iterable[Para], found: Sequence[Label]) -> Iterator[Label]:
    """At the head of paragraphs, titles with a name in capitals in which a sign stands for a letter: `The CHAIRX\\N.`;
    as the common label that is all but the same, where there is one."""
    starts = {label.span.start for label in found}
    for para in paras:
        if not any(sign in para.text[:_LONGEST] for sign in _SIGNS) or para.span.start in starts:
            continue
        match = _SIGNED.match(para.text)
        if match is None or not any(sign in match["name"] for sign in _SIGNS) or not is_titled(match["name"]):
            continue
        same = [label for label in found if label.delimiter == match["delimiter"] and not label.prefix]
        times = Counter(label.name for label in same)
        near = next(
            (label for label in same if times[label.name] >= _OFTEN and _is_near(match["name"], label.name)), None
        )
        name = near.name if near is not None else _SIGN.sub("", match["name"])
        form: Form = "colon" if match["delimiter"] == ":" else "stop"
        span = Span(para.span.start, para.span.start + match.end())
        speech = not para.text[match.end() :].lstrip()[:1].islower()
        yield Label(
            span, name, match["delimiter"], None, False, key_of(name), True, speech, form=form, mended=near is not None
        )


def _struck(paras: Iterable[Para], found: Sequence[Label]) -> Iterator[Label]:
    """At the head of paragraphs, what ends with a colon and is all but a common label in capitals, with a stop or a
    stroke amid its letters: `THE CHAIRMA.N':`"""
    common = Counter(label.name for label in found if label.form == "colon" and in_capitals(label.name))
    names = sorted(name for name, times in common.items() if times >= _OFTEN and len(name) >= _SHORTEST)
    starts = {label.span.start for label in found}
    for para in paras if names else ():
        head, colon, rest = para.text[:_LONGEST].partition(":")
        if not colon or not (rest[:1].isspace() or not rest) or para.span.start in starts or "\n" in head:
            continue
        name = next((each for each in names if _same_letters(head, each)), "") if _STROKE.search(head) else ""
        if name:
            span = Span(para.span.start, para.span.start + len(head) + 1)
            speech = not rest.lstrip()[:1].islower()
            yield Label(span, name, ":", None, False, key_of(name), True, speech, mended=True)


def _same_letters(name: str, common: str) -> bool:
    """Whether the letters of two labels are all but the same, whatever signs stand among them."""
    one, other = (_NO_LETTER.sub("", each).casefold() for each in (name, common))
    return abs(len(one) - len(other)) <= _STROKES and SequenceMatcher(None, one, other, autojunk=False).ratio() > _NEAR


def _is_near(name: str, common: str) -> bool:
    """Whether two labels of about one length differ in few letters."""
    close = abs(len(name) - len(common)) <= 1
    return close and SequenceMatcher(None, name.casefold(), common.casefold(), autojunk=False).ratio() > _NEAR


def _initials(paras: Iterable[Para], found: Sequence[Label]) -> Iterator[Label]:
    """At the head of paragraphs, initials that stand with a colon elsewhere and here with what was read for it."""
    common = Counter(label.name for label in found if label.form == "colon" and len(label.name) <= _INITIALS)
    starts = {label.span.start for label in found if label.prefix_kind != "noise" and label.delimiter != ";"}
    for para in paras if common else ():
        head, stop, rest = para.text[: _INITIALS + 2].partition(";")
        if stop and rest[:1].isspace() and common[head] >= _OFTEN and para.span.start not in starts:
            span = Span(para.span.start, para.span.start + len(head) + 1)
            yield Label(span, head, ":", None, False, key_of(head), True, True, mended=True)


def _stops_misread(paras: Iterable[Para], found: Sequence[Label]) -> Iterator[Label]:
    """Titles with a colon in the place of their stop, before a name that stands behind them again and
    again: `Mr. Berg.` read as `Mr: Berg.`"""
    titles = {label.span.start: label for label in found if label.form == "colon" and fold(label.name) in HONORIFICS}
    if not titles:
        return
    common = Counter(label.name for label in found if label.form == "stop")
    for para in paras:
        title = titles.get(para.span.start)
        for name in common if title is not None else ():
            head, _, rest = name.partition(". ")
            end = len(name) + 1
            if title is not None and common[name] >= _OFTEN and para.text[:end] == f"{head}: {rest}.":
                speech = not para.text[end:].lstrip()[:1].islower()
                span = Span(para.span.start, para.span.start + end)
                yield Label(span, name, ".", None, False, key_of(name), True, speech, form="stop", mended=True)
                break


def _mended(label: Label, whole: dict[str, Label]) -> Label:
    """A label with a colon as the common one that it looks like."""
    common = whole.get(looks(label.name)) if label.form == "colon" and not label.withheld else None
    if common is None or common.key == label.key:
        return label
    return label._replace(name=common.name, key=common.key, mended=True)


def _titles_misread(paras: Iterable[Para], common: Iterable[Label]) -> dict[str, Label]:
    """The heads of paragraphs that are a common label but for one letter of its short title (`Or. Lindstrom:`), as
    they look."""
    titled: dict[str, list[tuple[str, Label]]] = {}
    for label in common:
        if match := _TITLE.match(label.name):
            titled.setdefault(match["rest"], []).append((match["title"], label))
    found: dict[str, Label] = {}
    for para in paras if titled else ():
        head = _HEAD.match(para.text)
        match = _TITLE.match(head["name"]) if head is not None and not is_titled(head["name"]) else None
        for title, label in titled.get(match["rest"], ()) if match is not None else ():
            if head is not None and match is not None and _one_off(match["title"], title):
                found.setdefault(looks(head["name"]), label)
    return found


def _one_off(word: str, other: str) -> bool:
    """Whether two words of one length differ in one letter."""
    return len(word) == len(other) and sum(a != b for a, b in zip(word, other, strict=True)) == 1


def _misread(paras: Iterable[Para], whole: dict[str, Label]) -> Iterator[Label]:
    for para in paras:
        if ":" not in para.text and ";" not in para.text:
            continue
        before = ""
        for at, line in enumerate(para.lines):
            text = para.text[line.start - para.span.start : line.end - para.span.start]
            match = _HEAD.match(text) if at == 0 or ends_sentence(before) else None
            label = whole.get(looks(match["name"])) if match is not None else None
            speech = match is not None and not text[match.end() :].lstrip()[:1].islower()
            if match is not None and label is not None and (speech or match.group().endswith(":")):
                span = Span(line.start, line.start + match.end())
                yield Label(span, label.name, ":", None, False, label.key, at == 0, speech, mended=True)
            before = text


def misprint(label: Label, person: str) -> str:
    """The corrected label where it is misprinted: letters apart, a surname one letter off, or a stop doubled."""
    if label.mended:
        return label.name + label.delimiter
    if not person:
        return ""
    surname = read_name(label.name).surname
    right = read_name(person).surname
    name = label.name
    if surname and right and nearly_same(surname, right):
        name = name.replace(surname, right.upper() if surname.isupper() else right)
    short = label.delimiter == ".:" and words_of(surname) != words_of(right)  # and no misprint
    delimiter = label.delimiter[0] if label.delimiter in (".,", ".:") and not short else label.delimiter
    corrected = name + delimiter
    return corrected if corrected != label.name + label.delimiter else ""
