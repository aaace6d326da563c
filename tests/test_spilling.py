"""A list of texts is a list, wherever they lie."""

from __future__ import annotations

import tempfile
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.spilling import Texts


@given(st.lists(st.text()), st.sampled_from((0, 3, 1000)))
def test_it_is_a_list(texts: list[str], in_memory: int) -> None:
    kept = Texts(in_memory)
    for number, text in enumerate(texts):
        kept.append(text)
        assert kept[number] == text
    assert list(kept) == texts
    assert kept[1:-1] == texts[1:-1]
    assert kept[-1:] == texts[-1:]
    with pytest.raises(IndexError):
        kept[len(texts)]


def test_many_lie_in_a_file_and_where_there_is_none_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[None] = []

    def refused(**_: object) -> NoReturn:
        made.append(None)
        raise OSError("no room")

    monkeypatch.setattr(tempfile, "TemporaryFile", refused)
    kept = Texts(10)
    for text in ("one", "two", "three", "four", "five"):
        kept.append(text)
    assert list(kept) == ["one", "two", "three", "four", "five"]
    assert len(made) == 1
