"""A list of texts is a list, wherever they lie."""

from __future__ import annotations

import io
import tempfile
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.spilling import Texts

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


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


class Full(io.BytesIO):
    """A disk on which there is room for so many bytes."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self.room = room

    def write(self, data: ReadableBuffer, /) -> int:
        if self.tell() == self.room:
            raise OSError("no room")
        return super().write(bytes(data)[: self.room - self.tell()])


@pytest.mark.parametrize("room", [0, 3, 11, 12, 15, 19, 100])
def test_where_the_disk_is_full_they_stay_in_memory(room: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda **_: Full(room))
    kept = Texts(10)
    for text in ("one", "two", "three", "four", "five"):
        kept.append(text)
    assert list(kept) == ["one", "two", "three", "four", "five"]
