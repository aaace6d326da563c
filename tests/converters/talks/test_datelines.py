"""Datelines, and what they are told from: titles that state a date, and what is neither."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from memcon.conversion import Document, convert
from memcon.converters.dating.clocks import find_time
from memcon.converters.dating.dates import find_date
from memcon.converters.heads.headings import is_title
from memcon.converters.heads.titleends import split_title
from memcon.converters.heads.titlenames import names_in_title
from memcon.converters.pages.paragraphs import Para
from memcon.converters.talks.datelines import dated, read_dateline
from memcon.converters.words.names import read_name
from memcon.tei.names import NSMAP
from memcon.tei.parsing import parse_tei
from memcon.transcript import Span

TALK = "\n\nBerg: Shall we begin?\n\nHaddad: Let us.\n\nBerg: Good.\n"

PIECES = st.sampled_from(
    """Tripartite|Dinner Meeting|Memorandum of Conversation|Second Plenary Session|Minutes of the|Record of a Meeting|
    Telephone Conversation Between|Discussion with|President Berg|and|Foreign Minister Haddad|the Secretary (Lind)|
    November 28, 1943|28 November 1943|1943-11-28|Tuesday, July 17, 1945|30 February 1991|May 31–June 1, 1961|2/10/90|
    10.02.1990|December 1966|7 октября 1989 года|5. März 1971|8:30 P. M.|3 p.m.|noon|11 p.m.–2 a.m.|1500 GMT|AT 1145|
    18:00|from 3:30 p.m. until 4:15 p.m.|25:99|Oslo|The Quay House|Berg's Quarters|Oslo, Foreign Ministry|in the Air|
    undated|circa|morning|Monday|(Monday)|Запись беседы|Gespräch|Entretien|on|at|the|PARTICIPANTS|DATE:|PLACE:|12.|(|)|
    [|]|[excerpt]|SECRET|No. 3|went home.|*Oslo*|_noon_|1|²""".replace("|\n    ", "|").split("|")
)
BETWEEN = st.sampled_from([", ", ", ", " ", " ", "\n", "\n\n", ".\n", "—", "; ", " - "])
HEADS = st.lists(st.tuples(PIECES, BETWEEN), min_size=1, max_size=9).map(lambda pairs: "".join(a + b for a, b in pairs))


def converted(head: str) -> Document:
    """The memorandum that opens with these lines and goes on with TALK; proven and valid, or `convert` refuses it."""
    outcome = convert(f"{head}{TALK}".encode(), "talk.txt")
    assert outcome.value, [found.message for found in outcome.diagnostics]
    return outcome.value[0]


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(HEADS)
@example("Tripartite Dinner Meeting, November 28, 1943, 8:30 P. M., Berg's Quarters")
@example("Something Else, November 28, 1943, 8:30 P. M., Berg's Quarters")
@example("18:00 28 November 1943—18:00, ")
@example("Oslo, November 28, 1943, 8:30 P. M., The Quay House; Bergen, 9 p.m., Oslo")
def test_a_head_of_any_lines_converts_and_is_conserved(head: str) -> None:
    assert converted(head).data


def stated(head: str) -> tuple[str, str, str, str]:
    """What the header says: title, date and time, place, and room."""
    tree = parse_tei(converted(head).data, "talk.xml").value
    assert tree is not None
    root = tree.getroot()
    dates = root.xpath("//t:setting/t:date", namespaces=NSMAP)
    return (
        _text(root.xpath("//t:titleStmt/t:title[@type='main']", namespaces=NSMAP)),
        " ".join(value for date in dates for value in date.attrib.values()),
        _text(root.xpath("//t:setting/t:placeName", namespaces=NSMAP)),
        _text(root.xpath("//t:setting/t:locale", namespaces=NSMAP)),
    )


def _text(found: object) -> str:
    assert isinstance(found, list)
    return " ".join(" ".join("".join(each.itertext()).split()) for each in found)


@pytest.mark.parametrize(
    ("head", "header"),
    [
        (
            "Tripartite Dinner Meeting, November 28, 1943, 8:30 P. M., Berg's Quarters",
            ("Tripartite Dinner Meeting", "1943-11-28T20:30:00", "", "Berg's Quarters"),
        ),
        (
            "First Plenary Meeting, Wednesday, July 17, 1946, 5 P. M.",
            ("First Plenary Meeting", "1946-07-17T17:00:00", "", ""),
        ),
        ("Berg–Haddad Meeting, July 17, 1946, Noon", ("Berg–Haddad Meeting", "1946-07-17T12:00:00", "", "")),
        (
            "Memorandum of Conversation\n\nOslo, July 17, 1946, 5 P. M., Quay Palace",
            ("Memorandum of Conversation", "1946-07-17T17:00:00", "Oslo", "Quay Palace"),
        ),
        (
            "Memorandum of Conversation\n\nQuay Palace, July 17, 1946, Oslo",
            ("Memorandum of Conversation", "1946-07-17", "Oslo", "Quay Palace"),
        ),
    ],
)
def test_titles_that_state_date_and_place(head: str, header: tuple[str, str, str, str]) -> None:
    assert stated(head) == header


@pytest.mark.parametrize(
    ("line", "date", "place", "room"),
    [
        ("Oslo, Foreign Ministry, May 7, 1990", "1990-05-07", "Oslo, Foreign Ministry", ""),
        ("Palais de l'Élysée, le mardi 9 octobre 1984, de 17 h 15 à 18 h 30", "1984-10-09", "Palais de l'Élysée", ""),
        ("held in the Blue Room on October 3, 1962 from 10 to 11:30 A.M.", "1962-10-03", "the Blue Room", ""),
        ("[Oslo, undated, but probably late March 1974]", "1974-03", "Oslo", ""),
        ("Oslo, Quai, 6/14/91, 1630-1700", "1991-06-14", "Oslo, Quai", ""),
        ("Sunday evening, June 24, 1973, Dinner, Blue House", "1973-06-24", "Blue House", ""),
        ('"Oslo, Apri1 14, 1956', "1956-04-14", "Oslo", ""),
        ("Oslo, May 7, 1990, 3 p.m., Foreign Ministry", "1990-05-07", "Oslo", "Foreign Ministry"),
        ("The Quay Room, May 7, 1990, Oslo", "1990-05-07", "Oslo", "The Quay Room"),
        (
            "In the Air En Route from Oslo to Bergen, May 7, 1990",
            "1990-05-07",
            "In the Air En Route from Oslo to Bergen",
            "",
        ),
        ("OS/MC/21; Oslo, May 7, 1990, 3:15 p.m.", "1990-05-07", "Oslo", ""),
        ("Oslo, via Bergen, May 7, 1990", "1990-05-07", "Oslo, via Bergen", ""),
        ("Oslo, undated.", "", "Oslo", ""),
        ("Oslo, December 1966", "1966-12", "Oslo", ""),
        ("Oslo, May 7, 1990, morning", "1990-05-07", "Oslo", ""),
        ("Oslo, May 7, 1990, 9 a.m. local time", "1990-05-07", "Oslo", ""),
        ("Oslo, May 7, 1990, after 5 p.m.", "1990-05-07", "Oslo", ""),
        ("AT QUAY HOUSE ON MONDAY 7 MAY 1990 AT 1145", "1990-05-07", "QUAY HOUSE", ""),
        ("Осло, Кремль, 7 мая 1990 г.", "1990-05-07", "Осло, Кремль", ""),
        ("Oslo, den 7. Mai 1990, 15.00 Uhr", "1990-05-07", "Oslo", ""),
        ("Oslo, le 7 mai 1990 à 18 h 30", "1990-05-07", "Oslo", ""),
        ("12 Quay Street, May 7, 1990", "1990-05-07", "12 Quay Street", ""),
        ("May 7, 1990 / 3:30 p.m.", "1990-05-07", "", ""),
    ],
)
def test_datelines(line: str, date: str, place: str, room: str) -> None:
    when = read_dateline(line)
    assert when is not None
    assert (when.date.iso if when.date is not None else "") == date
    assert line[slice(*(when.place or (0, 0)))] == place
    assert line[slice(*(when.room or (0, 0)))] == room


@pytest.mark.parametrize(
    "line",
    [
        "I arrived on May 7, 1990, in Oslo.",
        "President Berg, May 7, 1990",
        "Second Plenary Meeting, May 7, 1990",
        "Participants: Karin Berg, May 7, 1990",
        "Letter of May 7, 1990, to the Secretary",
        "Oslo",
        "December 1966, volume 3",
        "1914-1918",
        "Karin Berg, 3 p.m., No. 14",
    ],
)
def test_lines_that_are_no_datelines(line: str) -> None:
    assert read_dateline(line) is None


@pytest.mark.parametrize(
    "piece",
    ["at ", "on about ", "May ", "12 ", "12.12.", "the of ", "(", "noon-", "at 1145, ", "и ", "A-", "May 3, 1971, ",
     "(a) ", ", and ", "Minutes of ", " - ", "—", "M. ", "Document 3 "],
)  # fmt: skip
def test_time_grows_with_the_length_of_a_line_and_no_faster(piece: str) -> None:
    """What the patterns repeat, over and over: 16,000 characters take hundredths of a second."""
    line = (piece * 16000)[:16000]
    begun = process_time()
    found = (find_date(line), find_time(line), dated(line), names_in_title(line), split_title(line), read_name(line))
    assert len(found) == 6
    assert process_time() - begun < 2


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "Excerpt from the Transcript of the Bureau Session, May 7, 1990",
            "Excerpt from the Transcript of the Bureau Session",
        ),
        ("Session of the Bureau, 7 May 1990", "Session of the Bureau"),
        (
            "Oslo Delegation Minutes of the Third Plenary Session, Bergen, May 7, 1990",
            "Oslo Delegation Minutes of the Third Plenary Session",
        ),
        ("Interview with Karin Berg", "Interview with Karin Berg"),
        ("Talks between Karin Berg and Omar Haddad, Oslo", "Talks between Karin Berg and Omar Haddad, Oslo"),
        ("Telcon with President Berg of Norway on May 7, 1990", "Telcon with President Berg of Norway"),
        ("NOTE OF A MEETING AT QUAY HOUSE ON MONDAY 7 MAY 1990 AT 1145", "NOTE OF A MEETING"),
        ("Record of a Discussion at the Quay Office on Monday, 7 May 1990 at 3.30 p.m.", "Record of a Discussion"),
        (
            "Record of Conversation, 7 May 1990, on northern fish",
            "Record of Conversation, 7 May 1990, on northern fish",
        ),
        (
            "Document No. 9: Record of Conversation between Karin Berg and Omar Haddad",
            "Record of Conversation between Karin Berg and Omar Haddad",
        ),
        (
            "Memorandum of a Conversation With the President, Quay House, Oslo, May 7, 1990",
            "Memorandum of a Conversation With the President",
        ),
        ("Запись беседы К. Берг с О. Хаддадом, 7 мая 1990 г.", "Запись беседы К. Берг с О. Хаддадом"),
        (
            "Gespräch der Ministerin Berg mit Minister Haddad, Oslo, 7. Mai 1990",
            "Gespräch der Ministerin Berg mit Minister Haddad",
        ),
        ("Compte rendu de l'entretien, Oslo, le 7 mai 1990", "Compte rendu de l'entretien"),
        ("The Old Quay Affair, May 7, 1990, 10 A. M., Oslo", "The Old Quay Affair"),
    ],
)
def test_titles(line: str, title: str) -> None:
    assert stated(line)[0] == title


@pytest.mark.parametrize(
    "line",
    [
        "Talks with the Northern Side",
        "Discussions",
        "The meeting, held on May 7, 1990, was long.",
        "SUBJECT: Minutes of Meeting, May 7, 1990",
        "[3] Telegram 7 from Oslo. (Ibid., Quay Group Meeting, Norway, 7/24/72)",
        "H–88, Quay Group Meeting, Norway, 7/24/72)",
        "Gespräch ist besser als Schweigen. Wir reden weiter und weiter.",
        "Беседа прошла хорошо и длилась долго, потом все ушли домой.",
    ],
)
def test_lines_that_are_no_titles(line: str) -> None:
    assert not is_title(Para(Span(0, len(line)), (Span(0, len(line)),), line))


@pytest.mark.parametrize(
    ("title", "names", "one_sided"),
    [
        (
            "Conversation Among President Berg, Secretary of State Haddad, and the President’s Assistant (Lind)",
            ("President Berg", "Secretary of State Haddad", "President’s Assistant (Lind)"),
            False,
        ),
        (
            "Conversation Between the Assistant Secretary for Far Northern, South Isle, and Fish Affairs (Lind) and "
            "the Swedish Ambassador (Moos), Quay House, Oslo, May 7, 1990",
            ("Assistant Secretary for Far Northern, South Isle, and Fish Affairs (Lind)", "Swedish Ambassador (Moos)"),
            False,
        ),
        ("Call Between the President in Oslo and Ministry Officials in Bergen", ("President",), False),
        ("Memorandum of a Conversation With the President, White House, Washington", ("President",), True),
        ("Telcon with President Berg of Norway on May 7, 1990", ("President Berg of Norway",), True),
        (
            "TALKS BETWEEN THE PRIME MINISTER, THE FOREIGN AND COMMONWEALTH SECRETARY AND PRESIDENT BERG AT QUAY HOUSE",
            ("PRIME MINISTER", "FOREIGN AND COMMONWEALTH SECRETARY", "PRESIDENT BERG"),
            False,
        ),
        ("Conversation between Karin Berg, Secretary of State, and Omar Haddad", ("Karin Berg", "Omar Haddad"), False),
        ("Talks between Karin Berg and Omar Haddad, Oslo", ("Karin Berg", "Omar Haddad"), False),
        ("Meeting of K. Berg with O. Haddad", ("K. Berg", "O. Haddad"), False),
        ("Meeting with the Ambassadors of Norway and Sweden", (), True),
        (
            "TELCON: The President/Prime Minister Berg, 7:05 p.m., May 7, 1990",
            ("The President", "Prime Minister Berg"),
            False,
        ),
        ("Minutes of the Bureau", (), False),
    ],
)
def test_names_in_titles(title: str, names: tuple[str, ...], one_sided: bool) -> None:
    assert names_in_title(title) == (names, one_sided)
