"""Topics that stand where labels would."""

from __future__ import annotations

import pytest

from memcon.conversion import convert

HEAD = "Notes for the File\n\nOslo, 12 March 1983\n\n"
LISTED = "Memorandum of Conversation\n\nOslo, 12 March 1983\n\nParticipants: Minister Lindqvist; Ambassador Aalto\n\n"
REPORT = "Nets: The Minister gave an account of the last catch, in which there was nothing new at all.\n\n"
OTHER = "Boats: It was agreed that the reply should go forward without the paragraph on the boats.\n\n"


def labels(text: str) -> list[str]:
    """The printed labels of the turns."""
    (made,) = convert(text.encode(), "talk.txt").value or ()
    return [part.split(b">")[-1].decode() for part in made.data.split(b"</speaker>")[:-1]]


def test_a_report_has_topics() -> None:
    assert labels(HEAD + REPORT + OTHER + REPORT) == []


@pytest.mark.parametrize(
    "speech",
    ["Nets: I heard of it.\n\n", "Nets: What is new in it?\n\n", "Nets: Thank the Minister.\n\n", "Nets: Do you?\n\n"],
)
def test_where_somebody_speaks_they_are_labels(speech: str) -> None:
    assert labels(HEAD + REPORT + OTHER + speech + OTHER) == ["Nets:", "Boats:", "Nets:", "Boats:"]


def test_what_a_report_quotes_is_no_speech() -> None:
    quoted = "Nets: The Minister said that “I have seen the nets, and you have not.” The others had.\n\n"
    assert labels(HEAD + REPORT + OTHER + REPORT + quoted) == []


def test_few_words_tell_nothing() -> None:
    assert labels(HEAD + "Berg: The nets.\n\nDorn: The boats.\n\nBerg: The sea.\n\nDorn: The sky.\n\n") != []


def test_where_none_of_those_listed_speaks_few_words_are_enough() -> None:
    assert labels(LISTED + "Nets: The same.\n\nBoats: None.\n\nNets: The price rose.\n\nBoats: The last.\n\n") == []


def test_titles_and_offices_are_no_topics() -> None:
    report = "The Chairman: The catch of the year was the best that the harbour had seen in all of its time.\n\n"
    assert labels(HEAD + report * 3) == ["The Chairman:"] * 3


def test_unlisted_speakers_among_others_are_no_topics() -> None:
    talk = "Lindqvist: Where?\n\nHolm: In the sea.\n\nAalto: There?\n\nHolm: In the net.\n\n"
    assert labels(LISTED + talk) == ["Lindqvist:", "Holm:", "Aalto:", "Holm:"]


def test_a_list_of_documents_is_no_talk() -> None:
    assert (
        labels("Contents of Folder 7\n\nBerg: Talk with Dorn, 3 May 1970\nBerg: Call, 9 May\nBerg: Note, undated\n")
        == []
    )


def test_one_label_above_lists_is_a_heading() -> None:
    agreed = "THE COUNCIL:—\n\na. Agreed to meet again.\n\nb. Took note of the nets.\n\n"
    assert labels(HEAD + agreed * 3) == []


def test_a_speech_that_is_cut_short_is_one() -> None:
    talk = "Berg: Where\n\nDorn: There\n\nBerg: In the sea—\n\nDorn: In the net\n\n"
    assert labels(HEAD + talk) == ["Berg:", "Dorn:", "Berg:", "Dorn:"]


def test_numbered_paragraphs_of_a_report_are_no_turns() -> None:
    report = "1. Lindqvist: Stated that he had been approached in August. His fee: none.\n\n"
    other = "2. Aalto: Would not discuss the matter with the Council of the Harbour unless told to.\n\n"
    assert labels(LISTED + report + other + report.replace("1.", "3.")) == []
    assert labels(LISTED + report + other + "3. Lindqvist: What do you say?\n\n4. Aalto: Nothing.\n") != []


def test_one_name_beside_another_is_no_turn() -> None:
    assert labels(LISTED + "The Minister asked about the nets.\n\n**Secretary:** C. Berg\n") == []
