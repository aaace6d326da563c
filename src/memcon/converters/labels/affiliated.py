"""Labels that the first time have more beside them than later: `Eva Holm, NRK` alone in its line, and then `Eva Holm`;
`EVA HOLM, Minister of Trade:`; `[Text] [Holm]` at the head of what a service prints, and then `[Holm]`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from memcon.converters.labels.labelforms import Label, ends_sentence
from memcon.converters.pages.paragraphs import Para
from memcon.converters.words.names import has_title, is_office, key_of
from memcon.transcript import Span

_ALONE = re.compile(r"(?P<name>[^\W\d_a-z][^,:;()\n]{2,40}), [^\W\d_a-z][^,:;()\n]{1,40}")
_HOLDING = re.compile(
    r"(?P<name>[^\W\d_a-z][^,:;()\n]{2,40}), (?P<office>[^:;()\n.?!]{3,80}(?:\.[^:;()\n?!]{1,40})?):(?=\s)"
)
_TEXT = re.compile(r"(?P<mark>\[(?:Text|Excerpts?)\] )\[(?P<name>[^\[\]\n]{2,40})\](?= )")
_NEAR, _FAR = 45, 130  # characters in which the comma and the colon stand


def affiliated(paras: Iterable[Para], found: Sequence[Label]) -> tuple[Label, ...]:
    """The candidates, with paragraphs of one line that hold a name which stands alone elsewhere, and whose he is; and
    with names in brackets behind the mark that the text begins."""
    paras = tuple(paras)
    alone = {label.name: label.key for label in found if label.form == "alone"}
    enclosed = {label.name: label.key for label in found if label.form == "enclosed"}
    more = [*_alone(paras, alone), *_behind_mark(paras, enclosed)] if alone or enclosed else []
    colons = [label for label in found if label.form == "colon"]
    more += _holding(paras, {label.name: label.key for label in colons})
    more += _alone_with_colon(paras) if sum(label.ends_line for label in colons) > 1 else []
    taken = {label.span.start for label in more}
    others = (label for label in found if label.span.start not in taken)
    return tuple(sorted((*others, *more), key=lambda label: label.span)) if more else tuple(found)


def _alone(paras: Iterable[Para], names: dict[str, str]) -> Iterator[Label]:
    for para in paras if names else ():
        match = _ALONE.fullmatch(para.text) if len(para.lines) == 1 and not ends_sentence(para.text) else None
        if match is not None and match["name"] in names and para.text not in names:
            yield Label(para.span, para.text, "", None, False, names[match["name"]], True, True, form="alone")


def _alone_with_colon(paras: Iterable[Para]) -> Iterator[Label]:
    """Paragraphs of one line with a colon at its end that hold a name, and whose he is."""
    for para in paras:
        match = _ALONE.fullmatch(para.text[:-1]) if para.text[-1:] == ":" and len(para.lines) == 1 else None
        if match is not None and all(word[:1].isupper() for word in match["name"].split()):
            name = para.text[:-1]
            yield Label(para.span, name, ":", None, False, key_of(match["name"]), True, True, ends_line=True)


def _holding(paras: Iterable[Para], names: dict[str, str]) -> Iterator[Label]:
    """Names in capitals at the head of paragraphs with the office behind them, where a colon ends labels: the first
    time that each of them speaks."""
    for para in paras if names else ():
        match = _HOLDING.match(para.text) if "," in para.text[:_NEAR] and ":" in para.text[:_FAR] else None
        if match is None or not (match["name"].isupper() or _has_office(match, names)):
            continue
        key = names.get(match["name"]) or (
            key_of(match["name"]) if any(map(has_title, match["office"].split())) else ""
        )
        if key and len(match["name"].split()) > 1:
            span = Span(para.span.start, para.span.start + match.end())
            name = match.group()[:-1]
            yield Label(span, name, ":", None, False, key, True, not para.text[match.end() :].lstrip()[:1].islower())


def _has_office(match: re.Match[str], names: dict[str, str]) -> bool:
    """Whether a name that stands alone elsewhere has a whole office behind it, and no further name."""
    return match["name"] in names and is_office(match["office"].partition(",")[0])


def _behind_mark(paras: Iterable[Para], names: dict[str, str]) -> Iterator[Label]:
    for para in paras if names else ():
        match = _TEXT.match(para.text) if para.text[:1] == "[" else None
        if match is not None and match["name"] in names:
            start = para.span.start
            whole, mark = Span(start, start + match.end()), Span(start, start + match.end("mark"))
            name, key = match["name"], names[match["name"]]
            yield Label(
                whole, name, "", None, False, key, True, True, form="enclosed", prefix=mark, prefix_kind="debris"
            )
