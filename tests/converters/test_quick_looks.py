"""What is quick to look for stands in all that is slow to find: a test that is asked first refuses nothing that the
pattern behind it takes."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon.converters.dating import clocks
from memcon.converters.heads import headings, titlenames
from memcon.converters.talks import places, tellings
from memcon.converters.words import genres
from memcon.converters.words.textwords import Words

TITLES = (headings._BARE, headings._GENRE_WORD, titlenames.WITNESS, places._MEETING)
LOOKS: tuple[tuple[Callable[[str], bool], re.Pattern[str]], ...] = (
    *((places.may_name_meeting, pattern) for pattern in TITLES),
    (clocks.may_hold_time, clocks._TIME),
    (genres.opens_as_title, genres._TITLE),
    *((genres.opens_as_title, genres._EACH[language]) for language in genres._DECLINED),
)


@pytest.mark.parametrize(("quick", "slow"), LOOKS, ids=lambda each: getattr(each, "__name__", ""))
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_nothing_is_refused_that_the_pattern_takes(
    quick: Callable[[str], bool], slow: re.Pattern[str], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(slow))
    match = slow.search(text)
    assert match is not None
    found = match.group()
    if quick is not genres.opens_as_title or (found[:1].isalnum() and not found[:1].islower()):
        assert quick(found)


@pytest.mark.parametrize("verb", [tellings._BEGAN, tellings._ENDED])
@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_stem_of_a_talk_stands_in_what_says_that_one_began(verb: re.Pattern[str], data: st.DataObject) -> None:
    text = data.draw(st.from_regex(verb))
    match = verb.search(text)
    assert match is not None
    assert any(stem in match.group().casefold() for stem in tellings._STEMS)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from(["In", "in", "at", "about", "Over", "Egypt", "Egypt's", "the", "Berg", "E", "  ", "of"]))
)
def test_a_topic_is_found_by_name_as_among_all(pieces: list[str]) -> None:
    text = " ".join(pieces)
    every = set(
        re.findall(r"(?<!\w)(?:[IiOo]n|[Aa]t|[Aa]bout|[Oo]ver) (?=([^\W\d_a-z][\w’'-]+))", re.sub(" +", " ", text))
    )
    for name in ("Egypt", "Egypt's", "Berg", "In", "Over", "E", "the"):
        assert Words(text).is_topic(name) == (name in every)
