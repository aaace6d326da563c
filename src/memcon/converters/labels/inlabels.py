"""Labels within a line: where the print, or who typed it, ran one turn on into another.

`... that he has called. Aalto: Good.` A label stands there only as it stands at the head of lines elsewhere, again and
again; a label opens the paragraph, a sentence ends before it, no quotation is open, and somebody else speaks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from memcon.converters.labels.labelforms import Label
from memcon.converters.labels.labels import Weighed
from memcon.converters.pages.paragraphs import Para
from memcon.converters.words.names import has_title
from memcon.transcript import Span

_INITIAL = re.compile(r"(?<!\w)[^\W\d_]\.\Z")
_OFTEN = 3  # times that a label opens a line
_EVIDENCE = ("opens lines elsewhere, and here stands behind a sentence",)


def within_lines(paras: Iterable[Para], labels: Mapping[int, Weighed]) -> tuple[Weighed, ...]:
    """The labels within the lines of these paragraphs, as the labels (by their offsets) that open lines show them."""
    printed = Counter((w.label.name, w.label.key) for w in labels.values() if w.label.form == "colon")
    keys = {name: key for (name, key), times in printed.items() if times >= _OFTEN}
    if not keys:
        return ()
    names = "|".join(map(re.escape, sorted(keys, key=len, reverse=True)))
    pattern = re.compile(rf"(?<=[.?!…”\"])[ ]{{1,3}}(?P<name>{names}):(?=[ ]{{1,3}}[^\W\d_a-z])")
    opened = (para for para in paras if para.span.start in labels and para.text.count(":") > 1)
    starts = sorted(labels)
    return tuple(
        Weighed(label, True, _EVIDENCE)
        for para in opened
        for label in _others(labels, starts, _within(para, pattern, keys))
        if labels[starts[bisect_right(starts, label.span.start) - 1]].label.span.end <= label.span.start
    )


def _others(opening: Mapping[int, Weighed], starts: Sequence[int], labels: Iterable[Label]) -> Iterator[Label]:
    """The labels behind those that open lines, under which somebody else speaks than before."""
    last: Label | None = None
    for label in labels:
        before = opening[starts[bisect_right(starts, label.span.start) - 1]].label
        if last is not None and last.span.start > before.span.start:
            before = last
        if label.span.start > before.span.end and label.key != before.key:
            yield label
            last = label


def _within(para: Para, pattern: re.Pattern[str], keys: Mapping[str, str]) -> Iterator[Label]:
    for match in pattern.finditer(para.text):
        before = para.text[: match.start()]
        quoted = before.count("“") > before.count("”") or before.count('"') % 2
        if quoted or has_title(before.split()[-1]) or _INITIAL.search(before):
            continue
        start = para.span.start
        span = Span(start + match.start("name"), start + match.end())
        yield Label(span, match["name"], ":", None, False, keys[match["name"]], True, True)


def lines_cut(paras: Iterable[Para], found: Sequence[Weighed]) -> tuple[Para, ...]:
    """The paragraphs, a line ending before each of these labels and the next beginning with it."""
    offsets = [each.label.span.start for each in found]
    return tuple(_cut(para, [at for at in offsets if para.span.start < at < para.span.end]) for para in paras)


def _cut(para: Para, offsets: Sequence[int]) -> Para:
    lines = list(para.lines)
    for at in offsets:
        n = next(n for n, line in enumerate(lines) if line.start <= at < line.end)
        before = para.text[lines[n].start - para.span.start : at - para.span.start].rstrip()
        lines[n : n + 1] = [Span(lines[n].start, lines[n].start + len(before)), Span(at, lines[n].end)]
    return replace(para, lines=tuple(lines)) if offsets else para
