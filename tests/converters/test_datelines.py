"""Datelines, and what they are told from: titles that state a date, and what is neither."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from memcon.conversion import Document, convert
from memcon.tei.names import NSMAP
from memcon.tei.parsing import parse_tei

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
    assert outcome.value is not None, [found.message for found in outcome.diagnostics]
    return outcome.value[0]


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(HEADS)
@example("Tripartite Dinner Meeting, November 28, 1943, 8:30 P. M., Berg's Quarters")
@example("Something Else, November 28, 1943, 8:30 P. M., Berg's Quarters")
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
