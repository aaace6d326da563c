"""Memoranda printed again in other layouts: no layout loses a word, and what memcon reads today it goes on reading."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.layouts.__main__ import result
from benchmarks.layouts.memoranda import Kind, memo
from benchmarks.layouts.scoring import total
from benchmarks.layouts.table import Layout, combinations, layout_named, layouts

TEXT = """3. Memorandum of Conversation[1]

Bergen, May 28, 1970, 3:30-4:15 p.m.

PARTICIPANTS
Minister Olof Lindqvist
Dr. Paavo Aalto, Ambassador of Finland

Lindqvist: The negotiations about fisheries are nearly concluded, I understand.

[Page 7]

Aalto: They are. My government has considered the proposals with unreserved sympathy.

We shall answer before midsummer.

Lindqvist: Good.

[1] Source: Invented Archives, Box 3.
"""
GOLD = {
    "id": "invented", "head": "3. Memorandum of Conversation", "title": "Memorandum of Conversation",
    "date": "1970-05-28", "time_from": "15:30", "time_to": "16:15", "place": ["Bergen"], "subject": [],
    "dateline": "Bergen, May 28, 1970, 3:30-4:15 p.m.", "redactions": [],
    "body_stream": [["Lindqvist:", "The negotiations", 0], ["Aalto:", "They are.", 0], ["Lindqvist:", "Good.", 0]],
    "notes": [{"n": "1", "text": "Source: Invented Archives, Box 3."}],
    "turns": [
        {"label": name, "printed": name, "surname": name, "person": name, "text": text}
        for name, text in (("Lindqvist", "The negotiations"), ("Aalto", "They are."), ("Lindqvist", "Good."))
    ],
}  # fmt: skip
MEMO = memo("invented", TEXT, GOLD)

# the least that layouts read well must keep: F1 of the turns, share of turns whose speaker is the right person
KEPT = {
    "72 columns, hyphens": (0.999, 0.999),
    "pages: classification, - 3 -, form feed": (0.999, 0.999),
    "label CAPITALS:": (0.998, 0.989),
    "label own line, Label:": (0.999, 0.999),
    "label Label :": (0.999, 0.999),
    "md **Label**:": (0.999, 0.999),
    "html <br><br>": (0.999, 0.999),
    "html <table>": (0.999, 0.998),
    "head: fields, tabs": (0.999, 0.999),
    "date 5 March 1971": (0.999, 0.999),
    "UTF-16 LE with BOM": (0.999, 0.999),
    "label own line, LABEL + 72 columns, no indent": (0.98, 0.95),
}


def test_a_transcript_is_taken_apart_with_its_gold() -> None:
    kinds = [block.kind for block in MEMO.blocks]
    assert kinds == [
        Kind.TITLE, Kind.FRONT, Kind.FIELD, Kind.TURN, Kind.PAGE, Kind.TURN, Kind.TEXT, Kind.TURN, Kind.NOTE
    ]  # fmt: skip
    assert "\n\n".join(block.printed for block in MEMO.blocks) + "\n" == TEXT


@pytest.mark.parametrize("layout", layouts(), ids=lambda layout: layout.name)
def test_every_word_of_the_talk_is_printed_once_in_every_layout(layout: Layout) -> None:
    sheet = layout.sheet(MEMO)
    assert sheet is not None
    plain = sheet.data.replace(b"\0", b"").decode("ascii", "ignore").replace("\r", "\n")
    printed = re.sub(r"(?<=[a-z])-\n[\s\d]*(?=[a-z])", "", plain)
    for word in ("negotiations", "concluded", "unreserved", "sympathy", "midsummer", "Invented"):
        assert len(re.findall(word, printed, re.I)) == 1, word


SUITING = [name for name in combinations(40, seed=7) if layout_named(name).sheet(MEMO) is not None]


@pytest.mark.parametrize("name", SUITING)
def test_every_word_of_the_talk_is_printed_once_in_layouts_combined(name: str) -> None:
    sheet = layout_named(name).sheet(MEMO)
    assert sheet is not None
    printed = re.sub(r"(?<=[a-z])-\n[\s\d]*(?=[a-z])", "", sheet.data.decode())
    for word in ("negotiations", "unreserved", "midsummer", "Invented"):
        assert len(re.findall(word, printed, re.I)) == 1, word


def test_most_combinations_suit_a_memorandum() -> None:
    assert len(SUITING) > 30


def test_the_same_seed_combines_the_same_layouts() -> None:
    assert combinations(20, seed=1) == combinations(20, seed=1) != combinations(20, seed=2)
    assert all(len(name.split(" + ")) < 6 for name in combinations(20, seed=1))


@pytest.mark.slow
@pytest.mark.parametrize("name", KEPT)
def test_layouts_that_are_read_well_stay_so(genre: Path, name: str) -> None:
    figures = total(result(genre / "frus", name)[0])
    turns, who = KEPT[name]
    assert figures["documents"] == 1.0
    assert figures["turns"] >= turns
    assert figures["who_identity"] >= who
