"""Labels that are wrapped over two lines: `The Permanent Under-Secretary of State for` / `Foreign Affairs: We met.`

The second line alone would read as a label of its own, or as none. The two are one label where they begin a paragraph,
or a line below a finished one, and name an office, somebody who takes part, or the same again and again. An aside may
be wrapped, too, behind a label that stands elsewhere without one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from memcon.converters.labels.labelforms import Label, colon_label, ends_sentence
from memcon.converters.pages.paragraphs import Para
from memcon.converters.words.names import is_office, slug
from memcon.transcript import Span

_FIRST, _SECOND = 90, 70  # characters of a line that may end, and of one that may close a label
_LEAST = 2  # words before the line's end
_OPENS_ASIDE = re.compile(r"(?P<name>[^\W\d_a-z][^\n():]{1,60}?)[ \t]+(?P<aside>\([^()\n]*)")
_CLOSES_ASIDE = re.compile(r"(?P<aside>[^()]{0,200}\))[ \t]*(?P<delimiter>[:.])(?=\s|\Z)")
_ASIDE_LINES = 2


def wrapped_labels(
    paras: Iterable[Para], found: Sequence[Label], takes_part: Callable[[str], bool]
) -> tuple[Label, ...]:
    """The candidates, those that are wrapped among them, in printed order."""
    several = [para for para in paras if len(para.lines) > 1]
    forms = {label.key: label for label in found if label.strong}
    wrapped = [label for para in several for label in _wrapped(para)]
    starts = {label.span.start for label in wrapped}
    wrapped += [
        label for p in several if "(" in p.text for label in _aside_wrapped(p, forms) if label.span.start not in starts
    ]
    times = Counter(label.key for label in (*wrapped, *found))
    taken = [each for each in wrapped if times[each.key] > 1 or is_office(each.name) or takes_part(each.name)]
    if not taken:
        return tuple(found)
    ends = {label.span.start: label.span.end for label in taken}
    inner = {label.span.end for label in taken}
    others = (label for label in found if label.span.start not in ends and label.span.end not in inner)
    return tuple(sorted((*others, *taken), key=lambda label: label.span))


def outside(offsets: frozenset[int], labels: Iterable[Span]) -> frozenset[int]:
    """The offsets that do not lie within one of these labels: no line of a label opens a paragraph."""
    ends = sorted(labels)
    starts = [span.start for span in ends]
    above = ((offset, bisect_left(starts, offset)) for offset in offsets)
    return frozenset(offset for offset, at in above if not at or ends[at - 1].end <= offset)


def _wrapped(para: Para) -> Iterator[Label]:
    start = para.span.start
    texts = [para.text[line.start - start : line.end - start] for line in para.lines]
    for at in range(len(texts) - 1):
        first, second = texts[at], texts[at + 1]
        if second.startswith("BY "):  # who asks from there on
            continue
        if ":" in first or ":" not in second[:_SECOND] or len(first) > _FIRST or not first[:1].isupper():
            continue
        if (at and not ends_sentence(texts[at - 1])) or ends_sentence(first) or len(first.split()) < _LEAST:
            continue
        whole = colon_label(joined := f"{first}{_joint(first)}{second}")
        if whole is None or whole.end() <= len(first):
            continue
        behind = para.lines[at + 1].start - (len(joined) - len(second))
        speech = not joined[whole.end() :].lstrip()[:1].islower()
        aside = _aside(whole, para.lines[at], behind, len(first))
        span = Span(para.lines[at].start, behind + whole.end())
        name = whole["name"]
        yield Label(span, name, ":", aside, False, slug(name), at == 0, speech, ends_line=whole.end() == len(joined))


def _aside_wrapped(para: Para, known: Mapping[str, Label]) -> Iterator[Label]:
    """Labels known from elsewhere behind which an aside goes on in the next line or two."""
    before = "."
    for at, line in enumerate(para.lines):
        begin = line.start - para.span.start
        text = para.text[begin : line.end - para.span.start]
        match = _OPENS_ASIDE.fullmatch(text) if "(" in text and ends_sentence(before) else None
        label = known.get(slug(match["name"])) if match is not None else None
        before = text
        if match is None or label is None or (at and label.form != "colon"):
            continue
        last = para.lines[min(at + _ASIDE_LINES, len(para.lines) - 1)].end - para.span.start
        if (end := _CLOSES_ASIDE.match(para.text, begin + len(text), last)) is None:
            continue
        delimiter = end["delimiter"]
        if delimiter != label.delimiter:
            continue
        start = para.span.start
        aside = Span(start + begin + match.start("aside"), start + end.end("aside"))
        speech = not para.text[end.end() :].lstrip()[:1].islower()
        yield Label(
            Span(line.start, start + end.end()), match["name"], delimiter, aside, False, label.key, at == 0, speech,
            form=label.form, ends_line=para.text[end.end() : end.end() + 1] == "\n",
        )  # fmt: skip


def _joint(first: str) -> str:
    """What joins a line to the next: nothing behind a hyphen."""
    return "" if first.endswith("-") else " "


def _aside(whole: re.Match[str], line: Span, behind: int, size: int) -> Span | None:
    """Where the aside in parentheses stands, wherever its line ends."""
    if not whole["aside"]:
        return None
    start, end = whole.span("aside")
    start += len(whole["aside"]) - len(whole["aside"].lstrip())
    return Span((line.start if start < size else behind) + start, behind + end)
