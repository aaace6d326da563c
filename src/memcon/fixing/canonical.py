"""Canonical form: a file spelt as the one serialiser spells it, in its own encoding and with its own line ends."""

from __future__ import annotations

import re

from memcon.diagnostics import Outcome
from memcon.fixing.drafts import Around, Draft
from memcon.tei.coding import DECLARATION
from memcon.tei.markup import Markup
from memcon.tei.serialising import serialise

_OURS = 'encoding="UTF-8"'
_ENCODING = re.compile(r"""\bencoding\s*=\s*["']([A-Za-z][\w.-]*)["']""")


def canonical(draft: Draft, _around: Around) -> Outcome[str]:
    """The text in canonical form; encoding, byte order mark and line ends are those of the checkout, and stay."""
    text = serialise(draft.tree).decode("utf-8").replace(_OURS, f'encoding="{_encoding(draft)}"', 1)
    return Outcome(text.replace("\n", Markup(draft.text).line_end))


def _encoding(draft: Draft) -> str:
    """The name of the encoding, as it is declared; UTF-8 has but one spelling."""
    if draft.coding.name == "utf-8":
        return "UTF-8"
    declaration = DECLARATION.match(draft.text)
    declared = _ENCODING.search(declaration[0]) if declaration else None
    return declared[1] if declared else draft.coding.name.upper().removesuffix("-LE").removesuffix("-BE")
