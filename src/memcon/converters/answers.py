"""Answers in interviews and hearings: `A. In May.` where `Q.` asks again and again.

By itself `A. In May` reads like an initial and a name, or like the first point of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from memcon.converters.labelforms import Form, Label
from memcon.converters.paragraphs import Para
from memcon.transcript import Span

_ANSWER = re.compile(r"A(?P<delimiter>[.:])[ \t]+(?=[^\W\d_a-z“\"‘'(\[…])")
_FORMS: dict[str, Form] = {":": "colon", ".": "stop"}
_QUESTIONS = 2


def answering(paras: Iterable[Para], found: Sequence[Label]) -> tuple[Label, ...]:
    """The candidates, with the letter A alone where it answers a Q that ends in the same way."""
    asked = [label.delimiter for label in found if label.name == "Q" and label.delimiter]
    if len(asked) < _QUESTIONS:
        return tuple(found)
    answers = {label.span.start: label for label in _answers(paras) if asked.count(label.delimiter) >= _QUESTIONS}
    others = (label for label in found if label.span.start not in answers)
    return tuple(sorted((*others, *answers.values()), key=lambda label: label.span))


def _answers(paras: Iterable[Para]) -> Iterator[Label]:
    for para in paras:
        match = _ANSWER.match(para.text)
        if match is not None:
            delimiter = match["delimiter"]
            span = Span(para.span.start, para.span.start + match.end("delimiter"))
            yield Label(span, "A", delimiter, None, False, "a", True, True, form=_FORMS[delimiter])
