"""Canonical form: a file spelt as the one serialiser spells it, in its own encoding and with its own line ends.

Encoding, byte order mark and line ends are an affair of the checkout, not of the mark-up.
"""

from __future__ import annotations

import re

from memcon.tei.coding import DECLARATION, Coding
from memcon.tei.markup import Markup
from memcon.tei.parsing import Tree
from memcon.tei.serialising import serialise

_OURS = 'encoding="UTF-8"'
_ENCODING = re.compile(r"""\bencoding\s*=\s*["']([A-Za-z][\w.-]*)["']""")


def canonical(text: str, coding: Coding, tree: Tree) -> str:
    """The characters of a file in canonical form."""
    made = serialise(tree).decode("utf-8").replace(_OURS, f'encoding="{_encoding(text, coding)}"', 1)
    return made.replace("\n", Markup(text).line_end)


def _encoding(text: str, coding: Coding) -> str:
    """The name of the encoding, as it is declared; UTF-8 has but one spelling."""
    if coding.name == "utf-8":
        return "UTF-8"
    declaration = DECLARATION.match(text)
    declared = _ENCODING.search(declaration[0]) if declaration else None
    return declared[1] if declared else coding.name.upper().removesuffix("-LE").removesuffix("-BE")
