"""Questions and answers in interviews and hearings: `Q. Where?`, `A. In May.`, again and again.

By itself `A. In May` reads like an initial and a name, or like the first point of a list, and `Q. Mr. Aalto, ...` like
a name. A line `BY MR. LINDQVIST:` or `Examined by Mr Lindqvist` above the questions says who asks them from there on;
it is no turn of his. `CARL DORN (called)` says who answers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from memcon.converters.labels.labelforms import Form, Label, ends_sentence
from memcon.converters.pages.paragraphs import Para
from memcon.converters.words.names import PrintedName, has_title, read_name
from memcon.transcript import Span

_LETTER = re.compile(r"(?P<letter>[QA])(?:[ ]?\d{1,3})?(?P<delimiter>[.:])[ \t]+(?=[^\W_a-z“\"‘'(\[…—-]|[“\"‘'(\[…—-])")
_ASKS = re.compile(r"Q[ \t]+[^\W_a-z“\"‘'(\[]")
_BARE = re.compile(r"(?P<letter>[QA])(?:[ \t]+(?=[^\W_a-z]|[“\"‘'(\[…])|(?=[^\W\d_a-z][a-z]))")
_FORMS: dict[str, Form] = {":": "colon", ".": "stop"}
_QUESTIONS = 2
_EXAMINER = re.compile(
    r"(?:BY (?P<name>[^:\n]{3,40}):|"
    r"(?:(?:cross|re|direct|further)?[- ]?examin(?:ed|ation)|questioned|questions?)(?: continued)? "
    r"by (?P<named>[^:\n]{3,40}):?)(?:\s?[(\[](?:continued|resumed|resuming)[)\]])?",
    re.I,
)
_EXAMINES = ("by", "ex", "cr", "re", "di", "fu", "qu")  # in which such a line begins
_CALLED = re.compile(
    r"(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{4,60}),? \((?:called|sworn|affirmed|recalled|resumed|continued)\)"
)
_HEADING = re.compile(r"[A-ZÀ-Þ](?:[A-ZÀ-Þ -]){3,40}\Z")


@dataclass(frozen=True, slots=True)
class Examiners:
    """Who asks: the offsets of the lines that say so, the names they say, and the offsets of headings above them; and
    who answers, where a line names one who was called."""

    starts: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    headings: frozenset[int] = frozenset()
    witness: str = ""

    @property
    def between(self) -> frozenset[int]:
        """The offsets of the lines that stand between turns."""
        return self.headings | frozenset(self.starts)

    @property
    def people(self) -> tuple[PrintedName, ...]:
        """The names of those who ask."""
        return tuple(map(read_name, dict.fromkeys(self.names)))

    def asking(self, offset: int) -> str:
        """Who asks at an offset; empty where nothing says so."""
        at = bisect_right(self.starts, offset)
        return self.names[at - 1] if at else ""


def answering(paras: Iterable[Para], found: Sequence[Label]) -> tuple[Label, ...]:
    """The candidates, with the letters Q and A alone where questions are asked that end in the same way; without the
    lines that say who asks."""
    paras = tuple(paras)
    letters = tuple(_letters(paras))
    asked = Counter(label.delimiter for label in letters if label.name == "Q")
    told = {label.span.start: label for label in letters if asked[label.delimiter] >= _QUESTIONS}
    signed = {label.span.start: label for label in letters}
    if bare := _without_signs(paras, signed):
        told = {label.span.start: label for label in bare} | signed
    lines = frozenset(examiners(paras).starts)
    if not told and not lines:
        return tuple(found)
    others = (label for label in found if label.span.start not in told and label.span.start not in lines)
    return tuple(sorted((*others, *told.values()), key=lambda label: label.span))


def examiners(paras: Iterable[Para]) -> Examiners:
    """The lines that say who asks, each above a question."""
    lines = [(para, line) for para in paras for line in para.lines]
    starts: list[int] = []
    names: list[str] = []
    headings: set[int] = set()
    for at, (para, line) in enumerate(lines[:-1]):
        begin = line.start - para.span.start
        if para.text[begin : begin + 2].lower() not in _EXAMINES:
            continue
        match = _EXAMINER.fullmatch(_text(para, line).rstrip())
        name = (match["name"] or match["named"]) if match is not None else ""
        asks = _text(*lines[at + 1])
        asked = _LETTER.match(asks) or _ASKS.match(asks) or asks.startswith(f"{name}:")
        if not name or not asked or not has_title(name):
            continue
        starts.append(line.start)
        names.append(name)
        if at and _HEADING.match(_text(*lines[at - 1]).rstrip()):
            headings.add(lines[at - 1][1].start)
    called = dict(_called(lines)) if starts else {}
    witnesses = frozenset(called.values())
    witness = next(iter(witnesses)) if len(witnesses) == 1 else ""
    return Examiners(tuple(starts), tuple(names), frozenset((*headings, *called)), witness)


def _called(lines: Iterable[tuple[Para, Span]]) -> Iterator[tuple[int, str]]:
    """The offsets of lines that say who was called, and the names they say."""
    for para, line in lines:
        if match := _CALLED.fullmatch(_text(para, line).rstrip()):
            yield line.start, match["name"].title()


def _text(para: Para, line: Span) -> str:
    return para.text[line.start - para.span.start : line.end - para.span.start]


def _without_signs(paras: Iterable[Para], told: Mapping[int, Label]) -> tuple[Label, ...]:
    """Letters with nothing behind them but a blank, or glued to what is said, as recognition leaves them: where several
    questions are asked so, and nearly every answer follows one."""
    found: list[Label] = []
    last, astray = "", 0
    for para in paras:
        for at, line in enumerate(para.lines):
            if line.start in told:
                last = told[line.start].name
            match = _BARE.match(para.text, line.start - para.span.start) if line.start not in told else None
            if match is None or (at and not ends_sentence(_text(para, para.lines[at - 1]))):
                continue
            letter = match["letter"]
            if letter == "A" and last != "Q":
                astray += 1
                continue
            last = letter
            span = Span(line.start, line.start + 1)
            found.append(Label(span, letter, "", None, False, letter.lower(), True, True, form="letter"))
    answers = sum(label.name == "A" for label in found)
    asked = sum(label.name == "Q" for label in (*found, *told.values()))
    return tuple(found) if asked >= _QUESTIONS and answers >= max(_QUESTIONS, 3 * astray) else ()


def _letters(paras: Iterable[Para]) -> Iterator[Label]:
    """Letters that open a paragraph, or a line in it below a finished one."""
    for para in paras:
        for at, line in enumerate(para.lines):
            match = _LETTER.match(para.text, line.start - para.span.start, line.end - para.span.start)
            if match is not None and (at == 0 or (ends_sentence(_text(para, para.lines[at - 1])) and not para.hung)):
                delimiter = match["delimiter"]
                span = Span(line.start, line.start + match.end("delimiter") - match.start())
                letter = match["letter"]
                yield Label(span, letter, delimiter, None, False, letter.lower(), True, True, form=_FORMS[delimiter])
