"""Labels alone in their lines that say, the first time, for whom somebody asks: `Eva Holm, NRK`; then `Eva Holm`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from memcon.converters.labels.labelforms import Label, ends_sentence
from memcon.converters.pages.paragraphs import Para

_ALONE = re.compile(r"(?P<name>[^\W\d_a-z][^,:;()\n]{2,40}), [^\W\d_a-z][^,:;()\n]{1,30}")


def affiliated(paras: Iterable[Para], found: Sequence[Label]) -> tuple[Label, ...]:
    """The candidates, with paragraphs of one line that hold a name which stands alone elsewhere, and whose he is."""
    names = {label.name: label.key for label in found if label.form == "alone"}
    if not names:
        return tuple(found)
    taken = {label.span.start for label in found}
    more = [
        Label(para.span, para.text, "", None, False, names[match["name"]], True, True, form="alone")
        for para in paras
        if len(para.lines) == 1 and para.span.start not in taken and not ends_sentence(para.text)
        and (match := _ALONE.fullmatch(para.text)) is not None and match["name"] in names
    ]  # fmt: skip
    return tuple(sorted((*found, *more), key=lambda label: label.span)) if more else tuple(found)
