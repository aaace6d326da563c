"""Classification as it is printed: what a banner is."""

from __future__ import annotations

import re

_LEVEL = (
    r"(?:TOP\s+SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|RESTRICTED|LIMITED\s+OFFICIAL\s+USE|"
    r"FOR\s+OFFICIAL\s+USE\s+ONLY|OFFICIAL\s+USE\s+ONLY|SENSITIVE\s+BUT\s+UNCLASSIFIED)"
)
_CAVEAT = (
    r"(?:NODIS|EXDIS|LIMDIS|NOFORN|SENSITIVE|EYES\s+ONLY|EXCLUSIVELY\s+EYES\s+ONLY|XGDS|GDS|ORCON|"
    r"LITERALLY\s+EYES\s+ONLY|CODEWORD|OUTSIDE\s+THE\s+SYSTEM|HANDLE\s+VIA\s+\w+|NO\s+DISTRIBUTION|"
    r"WITH\s+ATTACHMENTS?)"
)
_BANNER = re.compile(rf"[\W_]*(?:{_LEVEL}|{_CAVEAT})(?:[\s/,;.()–—-]+(?:{_LEVEL}|{_CAVEAT}))*[\W_]*", re.I)


def is_banner(text: str, struck: bool = False) -> bool:
    """Whether a text is a classification and nothing else, all in one case unless it is struck through."""
    return bool(_BANNER.fullmatch(text)) and (struck or text in (text.upper(), text.lower()))
