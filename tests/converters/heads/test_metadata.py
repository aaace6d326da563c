"""What front matter says of the talk, where nothing else does."""

from __future__ import annotations

import pytest

from memcon.conversion import convert

TEXT = """---
{line}
nara_release_date: 04/26/2018
---
# Memorandum of Conversation

The Department of State answers for the United States.

Bell: Yes.

Haddad: No.
"""


@pytest.mark.parametrize(
    ("line", "day", "codes"),
    [
        ("date: 1964-07-09", "1964-07-09", set()),
        ("document_date: 7/19/64", "1964-07-19", set()),
        ("meeting-date: 7/9/64", "1964-07-09", {"MC308"}),  # the record is American
        ("review_date: 7/19/64", "", {"MC202"}),  # a day of the file, and not of the talk
    ],
)
def test_the_day(line: str, day: str, codes: set[str]) -> None:
    outcome = convert(TEXT.format(line=line).encode(), "talk.md")
    assert outcome.value is not None
    source = outcome.value[0].data.decode()
    assert (f'<date when="{day}"/>' in source) == bool(day)
    assert {found.rule.code for found in outcome.diagnostics} & {"MC202", "MC308"} == codes
