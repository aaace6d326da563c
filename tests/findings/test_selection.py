"""--select and --ignore: the more exact word decides, and what could not be checked is always said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.findings import UNCHECKED, Selection, beginning
from memcon.rules import RULES


@pytest.mark.parametrize(
    ("select", "ignore", "taken", "left"),
    [
        ((), (), ("MC502", "MC101"), ()),
        (("MC5",), (), ("MC502",), ("MC101", "MC404")),
        ((), ("MC5",), ("MC101",), ("MC502",)),
        (("MC502",), ("MC5",), ("MC502",), ("MC504", "MC101")),
        (("MC5",), ("MC502",), ("MC504",), ("MC502",)),
        (("MC502",), ("MC502",), (), ("MC502",)),
        (("MC",), ("MC50",), ("MC101", "MC404"), ("MC502",)),
        (("MC502", "MC1"), (), ("MC101", "MC502"), ("MC504",)),
    ],
)
def test_the_more_exact_word_decides(
    select: tuple[str, ...], ignore: tuple[str, ...], taken: tuple[str, ...], left: tuple[str, ...]
) -> None:
    selection = Selection(select, ignore)
    assert [code for code in (*taken, *left) if selection.takes(code)] == list(taken)


@given(st.lists(st.sampled_from(sorted(RULES))), st.lists(st.sampled_from(sorted(RULES))))
def test_what_could_not_be_checked_is_always_said(select: list[str], ignore: list[str]) -> None:
    selection = Selection(tuple(select), tuple(ignore))
    assert all(selection.takes(code) for code in UNCHECKED)


def test_words_for_rules() -> None:
    assert beginning("mc5") == "MC5"
    assert beginning("MC502") == "MC502"
    assert beginning("Dangling-Pointer") == "MC502"
    assert [beginning(word) for word in ("MC8", "5", "", "M", "dangling", "MC5020")] == [None] * 6
