"""Checksums of the print: what was changed is told, at its sentence, and what was not is not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from memcon.tei.printsums import first_altered, printsums

SENTENCES = st.lists(
    st.text(
        st.characters(blacklist_categories=("Cs", "Z", "C"), blacklist_characters=".?!。？！…"), min_size=1, max_size=12
    ).map(lambda words: f"{words}."),
    min_size=1,
    max_size=12,
    unique=True,
)
ENDLESS = st.text(st.characters(blacklist_categories=("Cs", "Z", "C")), max_size=60)


@given(ENDLESS)
def test_what_was_not_changed_holds(text: str) -> None:
    sums = printsums(text)
    assert len(sums) % 3 == 0
    assert first_altered(sums, text) is None
    assert first_altered(sums, text + "more") is not None


@given(SENTENCES, st.data())
def test_a_sentence_that_was_changed_is_told(sentences: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(sentences) - 1))
    sums, before = printsums("".join(sentences)), "".join(sentences[:number])
    altered = [*sentences[:number], "x" + sentences[number], *sentences[number + 1 :]]
    assert first_altered(sums, "".join(altered)) == len(before)


@given(SENTENCES, st.data())
def test_a_sentence_that_went_or_came_is_told_where_it_was(sentences: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(sentences) - 1))
    text, before = "".join(sentences), "".join(sentences[:number])
    without = before + "".join(sentences[number + 1 :])
    assert first_altered(printsums(text), without) == len(before)
    assert first_altered(printsums(without), text) == len(before)


@given(SENTENCES, st.data())
def test_what_stands_behind_a_new_sentence_keeps_its_sums(sentences: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(sentences)))
    added = "".join([*sentences[:number], "new.", *sentences[number:]])
    assert printsums(added).endswith(printsums("".join(sentences[number:])))


def test_a_text_without_full_stops_is_one_piece() -> None:
    assert len(printsums("говорятодинзадругим")) == 3
    assert printsums("") == ""
    assert first_altered("", "") is None
    assert first_altered("abc", "") == 0
    assert len(printsums("是。不是！为什么？")) == 9
