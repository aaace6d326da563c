"""The xml:id of a file, made from its name."""

from __future__ import annotations

import re
import unicodedata

_NO_NAME = re.compile("[^A-Za-z_À-ÖØ-öø-ıĴ-ľŁ-ňŊ-žΑ-ΡΣ-ωЁ-ЌЎ-яё-ќ一-龥0-9.-]")


def xml_id(stem: str) -> str:
    """`m-` and the stem as an NCName: what a name may not hold becomes a hyphen, accents joined to their letters."""
    return "m-" + _NO_NAME.sub("-", unicodedata.normalize("NFC", stem))
