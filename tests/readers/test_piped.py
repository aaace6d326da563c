"""Tables of pipes: what is a table, and that nothing but pipes and rows of hyphens is taken out of the print."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.readers import read
from memcon.readers.markdown import read_markdown
from memcon.readers.piped import tables
from memcon.transcript import Transcript, is_space

TABLE = "Above.\n\n| Speaker | Text |\n|:--|--:|\n| Aalto | Good. |\n| Berg | Very \\| good. |\n\nBelow | it.\n"


def transcript(text: str) -> Transcript:
    """A text as read."""
    return read_markdown(text, "in.md", "")


def rows(text: str) -> list[str]:
    """The printed lines that are not blank."""
    made = transcript(text)
    return [line for line in (made.text(line.span).strip() for line in made.lines) if line]


def test_rows_stand_apart_and_cells_are_parted_by_tabs() -> None:
    assert rows(TABLE) == [
        "Above.", "Speaker \t Text", "Aalto \t Good.", "Berg \t Very \\| good.", "Below | it.",
    ]  # fmt: skip
    made = transcript(TABLE)
    assert "\n\n Aalto" in made.printed
    at = made.printed.index("Berg")
    assert made.source_line(at) == 6
    assert made.location(at).column == 3
    assert [(mark.kind, made.source[slice(*mark.span)]) for mark in made.markup] == [("table", "|:--|--:|")]


def test_rows_without_pipes_at_their_ends() -> None:
    assert rows("Speaker | Text\n---|---\nAalto | Good.\nNo row.\n") == ["Speaker \t Text", "Aalto \t Good.", "No row."]


@pytest.mark.parametrize(
    "text",
    [
        "| Aalto | Good. |\n| Berg | Good. |\n",  # no row of hyphens
        "| Aalto |\n|---|---|\n| Berg | Good. |\n",  # not as many cells
        "\n|---|---|\n| Berg | Good. |\n",  # no head
        "a | b\n\n--|--\n",
        "a or b\n-----\n",
        "|",
        "",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert not tables(text, 0).rules
    assert transcript(text).printed == text


def test_a_table_in_front_matter_is_none() -> None:
    assert not tables(TABLE, len(TABLE)).rules


def test_windows_line_ends() -> None:
    assert rows(TABLE.replace("\n", "\r\n")) == rows(TABLE)


def test_too_many_pipes_are_refused() -> None:
    text = "a|b\n-|-\n" + "|" * 100_000
    assert [d.rule.code for d in read(text.encode(), "in.md").diagnostics] == ["MC114"]


@given(st.lists(st.sampled_from(["|", "-", "a", " ", "\n", "\\", ":", "a | b\n", "--|--\n", "\r\n", "*"]), max_size=60))
def test_all_else_is_print_at_its_place(parts: list[str]) -> None:
    text = "".join(parts)
    made = transcript(text)
    marked = {at for mark in made.markup for at in range(*mark.span)}
    found = tables(text, 0)
    assert len(found.blanked(text)) == len(text)
    kept = [c for at, c in enumerate(text) if not (at in marked or at in found.opening or at in found.parting)]
    assert [c for c in kept if not is_space(c)] == [c for c in made.printed if not is_space(c)]
    for offset, character in enumerate(made.printed):
        if not is_space(character):
            assert text[made.source_offset(offset)] == character
    bounds = [line.span for line in made.lines]
    assert all(before.end <= after.start for before, after in pairwise(bounds))
