"""Dates and times in Chinese characters."""

from __future__ import annotations

import pytest

from memcon.converters.dating.clocks import find_time
from memcon.converters.dating.dates import find_date
from memcon.converters.words.ideographs import name_apart, number_of, titles_record


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("1973年2月17日至18日", "1973-02-17"),
        ("一九七二年二月廿一日，星期一", "1972-02-21"),
        ("于一九五五年十二月三十日", "1955-12-30"),
        ("二〇〇一年十月一日", "2001-10-01"),
    ],
)
def test_dates(text: str, iso: str) -> None:
    found = find_date(text)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("下午二时五十分-三时五十五分", "14:50:00", "15:55:00"),
        ("晚上11:30-凌晨1:20", "23:30:00", "01:20:00"),
        ("晚間六時廿五分至八時零五分", "18:25:00", "20:05:00"),
        ("下午四时半", "16:30:00", ""),
        ("上午10点整", "10:00:00", ""),
    ],
)
def test_times(text: str, start: str, end: str) -> None:
    found = find_time(text)
    assert found is not None
    assert (found.at, found.until) == (start, end)


def test_no_times_nor_dates() -> None:
    assert find_time("我们谈了三次，当时没有结果") is None
    assert find_date("一九七二年二月") is None


def test_a_day_that_is_none() -> None:
    found = find_date("一九七二年十三月四十日")
    assert found is not None
    assert (found.iso, found.readings) == ("", ())


@pytest.mark.parametrize(
    ("printed", "number"), [("十", 10), ("十二", 12), ("二十", 20), ("廿一", 21), ("三十一", 31), ("8", 8)]
)
def test_numbers(printed: str, number: int) -> None:
    assert number_of(printed) == number


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("张三主席", ("张三", "", "主席")),
        ("张三副总理", ("张三", "", "副总理")),
        ("张三 国务院总理", ("张三", "", "国务院总理")),
        ("卡尔•林德博士，外交部顾问", ("林德", "卡尔", "博士 外交部顾问")),
        ("外交部长李四（记录）", ("李四", "", "外交部长")),
        ("王五", ("王五", "", "")),
    ],
)
def test_names(printed: str, parts: tuple[str, str, str]) -> None:
    assert name_apart(printed) == parts


def test_titles() -> None:
    assert titles_record("张部长与哈达德大使谈话记录")
    assert titles_record("对话备忘录（节录）")
    assert not titles_record("张部长：这是记录。我们谈了很久")
    assert not titles_record("Memorandum of Conversation")
