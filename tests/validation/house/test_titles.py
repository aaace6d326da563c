"""Titles that stand in no heading: on a cover sheet, in front matter, before an address; edited files are asked too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from memcon.validation import validate

CASES = Path(__file__).resolve().parents[2] / "cases"
UNHEADED = [
    "a-court-and-its-counsel", "catalogue-above-a-record", "journal-of-an-ambassador", "places-below-front-matter",
    "war-cabinet-with-blank-lines",
]  # fmt: skip
_MAIN = re.compile(r'(<title type="main">)([^<]+) [^< ]+(</title>)')


def said(case: str, title: str) -> list[str]:
    """What is said of the title of a case in a file that was edited, its last word and all before it given by a
    pattern's replacement."""
    source = (CASES / case / "out.xml").read_text("utf-8")
    made, count = _MAIN.subn(title, source, count=1)
    assert count == 1
    edited = made.replace("</body>", "<!-- looked through --></body>")
    found = validate(edited.encode(), "out.xml").diagnostics
    return [each.message for each in found if each.rule.code == "MC576"]


@pytest.mark.parametrize("case", UNHEADED)
def test_they_are_titles(case: str) -> None:
    assert said(case, r"\g<0>") == []


@pytest.mark.parametrize("case", UNHEADED)
@pytest.mark.parametrize("title", [r"\1\2\3", r"\1\2 Fisheries\3", r"\1On Fisheries\3"])
def test_what_is_altered_in_them_is_named(case: str, title: str) -> None:
    assert len(said(case, title)) == 1
