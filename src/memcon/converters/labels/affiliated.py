"""Labels that the first time have more beside them than later: `Eva Holm, NRK` alone in its line, and then `Eva Holm`;
`[Text] [Holm]` at the head of what a service prints, and then `[Holm]`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from memcon.converters.labels.labelforms import Label, ends_sentence
from memcon.converters.pages.paragraphs import Para
from memcon.transcript import Span

_ALONE = re.compile(r"(?P<name>[^\W\d_a-z][^,:;()\n]{2,40}), [^\W\d_a-z][^,:;()\n]{1,30}")
_TEXT = re.compile(r"(?P<mark>\[(?:Text|Excerpts?)\] )\[(?P<name>[^\[\]\n]{2,40})\](?= )")


def affiliated(paras: Iterable[Para], found: Sequence[Label]) -> tuple[Label, ...]:
    """The candidates, with paragraphs of one line that hold a name which stands alone elsewhere, and whose he is; and
    with names in brackets behind the mark that the text begins."""
    paras = tuple(paras)
    alone = {label.name: label.key for label in found if label.form == "alone"}
    enclosed = {label.name: label.key for label in found if label.form == "enclosed"}
    more = [*_alone(paras, alone), *_behind_mark(paras, enclosed)] if alone or enclosed else []
    taken = {label.span.start for label in more}
    others = (label for label in found if label.span.start not in taken)
    return tuple(sorted((*others, *more), key=lambda label: label.span)) if more else tuple(found)


def _alone(paras: Iterable[Para], names: dict[str, str]) -> Iterator[Label]:
    for para in paras if names else ():
        match = _ALONE.fullmatch(para.text) if len(para.lines) == 1 and not ends_sentence(para.text) else None
        if match is not None and match["name"] in names and para.text not in names:
            yield Label(para.span, para.text, "", None, False, names[match["name"]], True, True, form="alone")


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
