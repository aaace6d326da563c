"""What the header and the attributes say against the print: the hard cases, both ways."""

from __future__ import annotations

import pytest

from examples import placed
from harness import TALK
from memcon.conversion import convert
from memcon.tei.parsing import parse_tei
from memcon.validation import validate
from memcon.validation.printing import Print

_MADE = convert(TALK.encode(), "talk.txt").value
assert _MADE is not None
DATA = _MADE[0].data


def codes(*elements: str) -> set[str]:
    """What is said where TALK has these elements."""
    data = DATA
    for element in elements:
        data = placed(element, data).encode()
    return {found.rule.code for found in validate(data, "talk.xml").diagnostics}


@pytest.mark.parametrize(
    ("element", "code"),
    [
        ('<date when="1975-05-03">3 May 1975</date>', ""),
        ('<date when="1975-03-05">3 May 1975</date>', "MC550"),
        ('<date when="1975-05-03" resp="#edition">4 May 1975</date>', ""),
        ('<date from="1975-05-03" to="1975-05-05">May 3–5, 1975</date>', ""),
        ('<date from="1975-05-02" to="1975-05-05">May 3–5, 1975</date>', "MC550"),
        ('<date when="1975-05">May 1975</date>', ""),
        ('<date when="1975-05-01">May 1975</date>', "MC550"),
        ('<date when="1975-03-05">3/5/75</date>', ""),  # both readings are possible
        ('<date when="1975-05-03">3/5/75</date>', ""),
        ('<date when="1975-05-04">3/5/75</date>', "MC550"),
        ("<date>May 3, 1975</date>", "MC550"),
        ("<date>the third of May</date>", ""),
        ('<date when="1976-02-29">February 29, 1976</date>', ""),
        ("<date>February 29, 1975</date>", "MC552"),
        ('<date when="1975-05-03">May 3, 1975 (Saturday)</date>', ""),
        ('<date when="1975-05-03">May 3, 1975 (Friday)</date>', "MC551"),
        ('<time when="15:00:00">3 p.m.</time>', ""),
        ('<time when="03:00:00">3 p.m.</time>', "MC550"),
        ('<time when="15:10:00">3:10</time>', ""),  # of an afternoon that is told elsewhere
        ('<time from="11:00:00" to="12:00:00">11 a.m.–noon</time>', ""),
        ('<time from="11:00:00" to="12:30:00">11 a.m.–noon</time>', "MC550"),
    ],
)
def test_dates_and_times(element: str, code: str) -> None:
    assert codes(element) & {"MC550", "MC551", "MC552"} == ({code} if code else set())


@pytest.mark.parametrize(
    ("element", "code"),
    [
        ('<date when="1975-05-03"/>', ""),
        ('<date when="1975-05-04" resp="#edition"/>', ""),
        ('<date when="1975-05-04" evidence="external" cert="high" source="walk.xml"/>', ""),
        ('<date when="1975-05-04" evidence="internal" cert="high" source="#source-1"/>', "MC553"),
        ('<date when="1975-05-03T10:00:00"/>', "MC553"),
        ('<date from="1975-05-03T23:00:00" to="1975-05-04T00:30:00" resp="#edition"/>', ""),
        ('<date from="1975-05-03T23:00:00" to="1975-05-03T00:30:00" resp="#edition"/>', "MC554"),
        ('<date when="1975-05-03" ana="#date.from-previous" source="walk.xml"/>', "MC556"),
    ],
)
def test_the_date_of_the_talk(element: str, code: str) -> None:
    assert codes(element) & {"MC553", "MC554", "MC556"} == ({code} if code else set())


@pytest.mark.parametrize(
    ("attributes", "words", "code"),
    [
        ('unit="line" quantity="6.5"', "[6½ lines not declassified]", ""),
        ('unit="line" quantity="6.5"', "[61/2 lines not declassified]", ""),
        ('unit="line" quantity="61"', "[61/2 lines not declassified]", "MC560"),
        ('unit="line" atMost="1"', "[less than 1 line not declassified]", ""),
        ('unit="line" quantity="1"', "[less than 1 line not declassified]", "MC560"),
        ('unit="name" quantity="1"', "[name not declassified]", ""),
        ('unit="paragraph" quantity="1"', "[1 para- graph not declassified]", ""),
        ('unit="line" quantity="3" resp="#edition"', "[2 lines not declassified]", ""),
        ('ana="#foia.b1"', "(b)(1)", ""),
        ('ana="#foia.b3"', "(b)(1)", "MC560"),
        ("", "(b)(1)", "MC560"),
        ('ana="#classification.S"', "[not declassified]", "MC561"),
        ("", "[25X12]", "MC561"),
    ],
)
def test_gaps(attributes: str, words: str, code: str) -> None:
    found = codes(f'<gap reason="redacted" {attributes}><desc>{words}</desc></gap>')
    assert (code in found) if code else not found & {"MC560", "MC561"}


@pytest.mark.parametrize(
    ("element", "wrong"),
    [
        ('<metamark function="portionMark" ana="#classification.C">(C)</metamark>', False),
        ('<metamark function="portionMark" ana="#classification.C"><del>(C)</del></metamark>', False),
        ('<metamark function="portionMark" cert="low">let</metamark>', False),
        ('<metamark function="portionMark" ana="#classification.C #classification.NOFORN">(C)</metamark>', True),
        ('<metamark function="portionMark">(C)</metamark>', True),
        ('<fw type="classification" ana="#classification.S #classification.NODIS">SECRET/NODIS</fw>', False),
        ('<fw type="classification" ana="#classification.S">SECRET/NODIS</fw>', True),
        ('<fw type="classification">SECRET</fw>', True),
        ('<fw type="classification">Classified by: A. Bell</fw>', False),
        ('<fw type="classification" resp="#edition">SECRET</fw>', False),
    ],
)
def test_markings(element: str, wrong: bool) -> None:
    assert ("MC565" in codes(element)) is wrong


@pytest.mark.parametrize(
    ("wanted", "there"),
    [
        ("Fond 1", True), ("Fond", True), ("Opis 2", True), ("Fond 11", False), ("ond 1", False), ("Opi", False),
        ("FOND 1, OPIS 2", True), ("Archive of the Foundation", True), ("Foundation of the Archive", False),
        ("We have come a long way", True), ("", False),
    ],
)  # fmt: skip
def test_what_is_printed(wanted: str, there: bool) -> None:
    tree = parse_tei(DATA, "talk.xml").value
    assert tree is not None
    assert Print(tree).has(wanted) is there


def test_a_heading_in_two_parts_is_one_title() -> None:
    head = "<head>Memorandum of Conversation between Anna Bell and Carl Dorn, <date>1975</date></head>"
    assert "MC576" not in codes(head)
    assert "MC576" in codes('<title type="main">Memorandum of Conversation</title>')
    assert "MC576" not in codes('<title type="supplied" resp="#edition">A talk</title>')


@pytest.mark.parametrize("text", ["Nous avons dit que la paix est dans les mains de tous et que vous le savez. ", ""])
def test_the_language_is_told_by_the_commonest_words(text: str) -> None:
    said = codes(f'<sp who="#bell" xml:id="t1"><speaker>Bell:</speaker><p>{text * 12}</p></sp>')
    assert ("MC582" in said) is bool(text)
