"""Stamps of release and declassification."""

from __future__ import annotations

import pytest

from memcon.converters.pages.stamps import is_release_line, is_stamp, released, stated_categories


@pytest.mark.parametrize(
    ("printed", "kind", "when", "number"),
    [
        ("Approved For Release 2003/05/14 : CIA-RDP80B00000R000100050012-3", "release", "2003-05-14",
         "CIA-RDP80B00000R000100050012-3"),
        ("Declassified in Part - Sanitized Copy Approved for Release 2012/10/02 : CIA-RDP90T00000R000200030004-5",
         "release", "2012-10-02", "CIA-RDP90T00000R000200030004-5"),
        ("APPROVED FOR RELEASE DATE: 04-10-2001", "release", "2001-04-10", ""),
        ("UNCLASSIFIED U.S. Department of State Case No. F-2014-00001 Doc No. C01234567 Date: 09/30/2015", "release",
         "2015-09-30", "C01234567"),
        ("Approved For ReIease 2003/05/14 : CIA-RDP80B00000R000100050012-3", "release", "2003-05-14",
         "CIA-RDP80B00000R000100050012-3"),
        ("Approved For Release 2003/15/44", "release", "", ""),
        ("RELEASED IN PART\nB1, 1.4(D)", "release", "", ""),
        ("DECLASSIFIED\nE.O. 12958, Sec. 3.6\nBy EK, NARA, Date 3 May 1999", "declassification", "1999-05-03", ""),
    ],
)  # fmt: skip
def test_what_stamps_say(printed: str, kind: str, when: str, number: str) -> None:
    assert is_stamp(printed)
    said = released(printed)
    assert said is not None
    assert (said.kind, said.when, said.number) == (kind, when, number)


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("Approved For Release 2003/05/14 : CIA-RDP80B00000R000100050012-3", True),
        ("APPROVED FOR RELEASE DATE: 04-10-2001", True),
        ("Approved For Release by the Minister on 3 May", False),
        ("The text was approved for release 2003/05/14", False),
        ("RELEASED IN PART", False),
    ],
)
def test_what_is_a_stamp_within_a_block_of_lines(line: str, alone: bool) -> None:
    assert is_release_line(line) is alone


def test_a_label_is_no_stamp() -> None:
    assert not is_stamp("SANITIZED: I was there, too.")
    assert is_stamp("SANITIZED: 3/4/99")


def test_a_block_states_the_classification() -> None:
    assert stated_categories("Classification: Secret/Nodis\nReason: 1.4(b)") == ("S", "NODIS")
    assert stated_categories("Reason: 1.4(b)") == ()


def test_a_box_is_drawn_round_a_stamp() -> None:
    text = "+-----------------+\n| DECLASSIFIED    |\n| E.O. 12356      |\n| By AB Date 7/9/87 |\n+-----------------+"
    said = released(text)
    assert said is not None
    assert (said.kind, said.when) == ("declassification", "1987-07-09")
    assert is_stamp(text)
    assert not is_stamp("+----+\n| Bell |\n+----+")
