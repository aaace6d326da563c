"""Frozen dataclasses as JSON: what is read is what was written, and nothing else is read."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.interchange import Codec


class Size(IntEnum):
    SMALL = 1
    LARGE = 2


@dataclass(frozen=True, slots=True)
class Leaf:
    name: str
    size: Size
    share: float = 0.5


@dataclass(frozen=True, slots=True)
class Branch:
    leaves: tuple[Leaf, ...]
    names: frozenset[str]
    pair: tuple[int, str] | None
    best: Leaf | None = None
    dry: bool = False


LEAVES = st.builds(Leaf, st.text(), st.sampled_from(Size), st.floats(allow_nan=False))
BRANCHES = st.builds(
    Branch, st.lists(LEAVES).map(tuple), st.frozensets(st.text()), st.none() | st.tuples(st.integers(), st.text()),
    st.none() | LEAVES, st.booleans(),
)  # fmt: skip
CODEC: Codec[Branch] = Codec(Branch)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner, max_size=6)
)


@given(BRANCHES)
def test_what_is_written_is_read(branch: Branch) -> None:
    text = CODEC.dumps(branch)
    assert text.isascii()
    assert CODEC.loads(text) == branch


def test_the_same_value_is_the_same_text() -> None:
    names = [f"n{number}" for number in range(50)]
    texts = {CODEC.dumps(Branch((), frozenset(order), None)) for order in (names, names[::-1], names[7:] + names[:7])}
    assert len(texts) == 1


@given(st.text() | JSON.map(lambda value: json.dumps(value)))
def test_anything_else_is_a_value_error(text: str) -> None:
    with suppress(ValueError):
        assert isinstance(CODEC.loads(text), Branch)


@pytest.mark.parametrize(
    "text",
    ["[]", "[[],[],null,null]", '[[["a",3,0.5]],[],null,null,false]', '[[],"ab",null,null,false]', "[[],{},1,2,3]"],
)
def test_wrong_shapes(text: str) -> None:
    with pytest.raises(ValueError, match=" "):
        CODEC.loads(text)


def test_a_type_that_is_not_known() -> None:
    with pytest.raises(TypeError, match="bytes"):
        Codec(bytes)


def test_a_way_of_its_own() -> None:
    codec: Codec[tuple[bytes, ...]] = Codec(tuple[bytes, ...], {bytes: (bytes.hex, bytes.fromhex)})
    assert codec.loads(codec.dumps((b"a", b"\xff"))) == (b"a", b"\xff")
