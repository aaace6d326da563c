"""Source notes: an archive's line above a title."""

from __future__ import annotations

import pytest

from memcon.converters.lines.sourcenotes import is_archive_line


@pytest.mark.parametrize(
    "line",
    [
        "S/P Files: Lot 64 D 563",
        "State–JCS Meetings, lot 61 D 417, “April 1952”",
        "Secretary’s Memoranda of Conversation, lot 64 D 199",
        "CFM Files: Lot M–88: Box 151",
        "793B.00/3–2751: Telegram",
        "396.1 LO/10–1253: Telegram",
        "756D.5 MSP/7–1452: Telegram",
        "Brandvik Library, Saari papers, Holm file",
        "Saari papers",
        "Disarmament files, “Delegation Minutes”",
        "Department of Defense files",
        "Grey Book, Tab 12: Telegram",
    ],
)
def test_an_archive_s_line(line: str) -> None:
    assert is_archive_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Memorandum of Conversation",
        "THE WHITE HOUSE",
        "Top Secret",
        "Oslo, 3 May 1951",
        "The files were sent on Monday, and nobody has seen them since.",
        "Meeting of the Council, lot of 3",
        "Conversation on the Library, the papers and the files of 1951 which had been lost",
    ],
)
def test_no_archive_s_line(line: str) -> None:
    assert not is_archive_line(line)
