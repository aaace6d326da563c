"""Honours and styles of address round a name: `The Rt. Hon. Sir Carl Berg QC MP`, `Her Majesty Queen Eva`."""

from __future__ import annotations

import re

_MARSHAL = r"\A(?:(?:field\s+marshal|admiral\s+of\s+the\s+fleet)\s+)?"
_RIGHT_HON = re.compile(rf"{_MARSHAL}(?:the\s+)?(?:rt\.?|right)\s+hon(?:ou?rable\b|\b\.?)\s+", re.I)
_PEER = re.compile(
    rf"{_MARSHAL}(?:the\s+)?(?:most\s+hon(?:\.|ourable)\s+)?(?:the\s+)?"
    r"(?:earl|marquess|marquis|duke|viscount)\s+(?:of\s+)?(?=(?-i:[^\W\d_a-z]))",
    re.I,
)
_HONOURS = re.compile(
    r"(?<=[^\W\d_]{3})(?:\s{1,3}(?:[QK]C|MP|[CO]M|CH|[CKG]CB|KG|CB|[KG]?C[MV][GO]|[KDCOM]BE|DS[OC]|MC|DFC|TD|JP|FRS|Bt))+\Z"
)  # that stand behind a name without a comma
STYLE = re.compile(
    r"(?P<style>(?:his|her|their|your)\s(?:(?:imperial|royal|serene)\s)?"
    r"(?:majesty|majesties|highness|excellency|eminence|holiness))(?![\w’'])[\s,.]*",
    re.I,
)
"""How somebody is addressed by his dignity, before the name or instead of it."""


def without_honours(printed: str) -> str:
    """A printed name without the honours round it (`The Rt. Hon. Sir Carl Berg QC MP`), and a peer with `Lord` in the
    place of his title."""
    printed = _RIGHT_HON.sub("", printed) if "hon" in printed.lower() else printed
    name, comma, behind = printed.partition(",")
    bare = _HONOURS.sub("", name) if name[-1:] in "BCEGHMOPSDt" else name
    if (peer := _PEER.match(bare)) is not None and ("the " in peer.group().lower() or " of " in peer.group().lower()):
        bare = f"Lord {bare[peer.end() :]}"
    return bare + comma + behind
