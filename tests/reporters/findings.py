"""Findings of every kind, for the tests of what is made of them."""

from __future__ import annotations

from hypothesis import strategies as st

from memcon.diagnostics import Diagnostic, Edit, Location
from memcon.findings import Findings, Known
from memcon.reporters import REPORTERS, plain
from memcon.rules import RULES, rule

_ODD = "\0\x0b\x1b\r\n\t%:,|`<>&\"'\u2028\ud800\udcff\ufffe]\x7f\x85"
TEXTS = st.text(st.characters() | st.sampled_from(_ODD), max_size=40)
_NAMES = st.characters(exclude_categories=["Cs"]) | st.sampled_from("\x01\n %#?:,;'\"<>&éж\udcff")
PATHS = st.text(_NAMES, min_size=1, max_size=20).filter(
    lambda path: not {"/", "\0"} & set(path) and path not in (".", "..", "-")
)
_NUMBERS = st.integers(0, 10**6)
_COUNTS = st.integers(1, 10**6)
LOCATIONS = st.builds(Location, PATHS, _NUMBERS, _NUMBERS, st.sampled_from(["", "/TEI/text/body/sp[3]"]))
EDITS = st.builds(Edit, _COUNTS, _COUNTS, _COUNTS, _COUNTS, TEXTS)
DIAGNOSTICS = st.builds(
    Diagnostic, st.sampled_from(sorted(RULES)).map(rule), TEXTS, LOCATIONS, TEXTS, TEXTS, st.integers(1, 500),
    st.lists(LOCATIONS, max_size=2).map(tuple), st.integers(1, 500), st.lists(EDITS, max_size=2).map(tuple),
)  # fmt: skip
FINDINGS = st.builds(
    Findings, st.lists(DIAGNOSTICS, max_size=4).map(tuple),
    st.lists(st.builds(Known, PATHS, st.sampled_from(sorted(RULES)), TEXTS, TEXTS), max_size=2).map(tuple),
    st.lists(PATHS, max_size=3).map(tuple),
)  # fmt: skip


def said(name: str, findings: Findings) -> str:
    """What a format makes of findings."""
    return "\n".join(REPORTERS[name](findings, plain))


def finding(message: str = "it is so", path: str = "a.xml", code: str = "MC502", line: int = 3) -> Diagnostic:
    """One finding."""
    return Diagnostic(rule(code), message, Location(path, line, 5), "mend it", '<sp who="#x">', 3)
