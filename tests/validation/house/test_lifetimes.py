"""When people lived and held their offices, against the day of the talk; dates that have not come yet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from corpora import authority
from harness import TALK, memcon, talk
from memcon.conversion import convert
from memcon.validation import validate
from memcon.validation.lifespans import Lifespan, is_after

DATES = some.dates().map(str) | some.dates().map(lambda day: str(day)[:7]) | some.dates().map(lambda day: str(day)[:4])


def said(more: str) -> list[str]:
    """What is said of a person of an authority file with this in his entry."""
    source = authority(f'<person xml:id="dorn"><persName>Carl Dorn</persName>{more}</person>')
    return [
        d.rule.code
        for d in validate(source.encode(), "persons.xml").diagnostics
        if d.rule.code not in ("MC580", "MC590")
    ]


def linked(folder: Path, more: str, office: str = "") -> list[str]:
    """What is said of TALK, of 3 May 1975, whose Dorn is a person of an authority file with this in his entry."""
    memcon("convert", talk(folder), "--out", folder)
    source = (folder / "talk.xml").read_text("utf-8")
    source = source.replace('<person xml:id="dorn"', '<person xml:id="dorn" sameAs="persons.xml#dorn"')
    source = source.replace("<persName>Carl Dorn</persName>", f"<persName>Carl Dorn</persName>{office}")
    (folder / "talk.xml").write_text(source, "utf-8")
    entry = f'<person xml:id="dorn"><persName>Carl Dorn</persName>{more}</person>'
    (folder / "persons.xml").write_text(authority(entry), "utf-8")
    ran = memcon("validate", folder)
    places = [line for line in ran.out.splitlines() if "MC310" in line]
    assert all(re.search(rf"talk\.xml:{_line(source, 'sameAs=')}:", line) for line in places), "at the mention"
    return ran.codes


def _line(source: str, wanted: str) -> int:
    return source[: source.index(wanted)].count("\n") + 1


@pytest.mark.parametrize(
    ("life", "wrong"),
    [
        ('<birth when="1930"/>', False), ('<birth when="1975-05-03"/>', False), ('<birth when="1975"/>', False),
        ('<birth when="1975-05-04"/>', True), ('<birth when="1976"/>', True), ('<birth notBefore="1976"/>', True),
        ('<birth notAfter="1976"/>', False), ('<death when="1975-05-03"/>', False), ('<death when="1975-05"/>', False),
        ('<death when="1975-05-02"/>', True), ('<death when="1974"/>', True), ('<death notAfter="1974-12"/>', True),
        ('<death notBefore="1974-12"/>', False), ('<birth when="1901">1901, Oslo</birth><death when="1999"/>', False),
    ],
)  # fmt: skip
def test_nobody_talks_before_his_birth_or_after_his_death(life: str, wrong: bool, tmp_path: Path) -> None:
    assert ("MC310" in linked(tmp_path, life)) is wrong


@pytest.mark.parametrize(
    ("office", "wrong"),
    [
        ("<occupation>Minister of Trade</occupation>", True),  # held until 1974
        ("<occupation>Minister of State</occupation>", False),
        ("<occupation>Consul</occupation>", False),  # of which nothing is known: he held some office on that day
        ("", False),
    ],
)
def test_an_office_of_the_header_is_the_one_of_its_days(office: str, wrong: bool, tmp_path: Path) -> None:
    terms = '<occupation from="1971" to="1974-11">{}</occupation><occupation from="1974-11">{}</occupation>'
    codes = linked(tmp_path, terms.format("Minister of Trade", "Minister of State"), office)
    assert ("MC558" in codes) is wrong


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ('<birth when="1930"/><death when="1929-12-31"/>', "MC310"),
        ('<death when="1974"/><occupation from="1975">Minister</occupation>', "MC310"),
        ('<birth when="1980"/><state type="office" to="1975"><label>Minister</label></state>', "MC310"),
        ('<occupation from="1976" to="1975">Minister</occupation>', "MC558"),
        ('<birth when="2930"/>', "MC311"),
    ],
)
def test_an_entry_contradicts_itself(entry: str, code: str) -> None:
    assert code in said(entry)


def test_an_entry_that_does_not() -> None:
    sound = '<birth when="1930"/><death when="1930"/><occupation from="1930" to="1930">Heir</occupation>'
    assert said(sound) == []


@pytest.mark.parametrize(("published", "wrong"), [("1975", False), ("1975-05-03", False), ("1975-05-02", True)])
def test_a_talk_is_before_its_publication(published: str, wrong: bool) -> None:
    made = convert(TALK.encode(), "talk.txt").value
    assert made is not None
    dated = f'<date when="{published}"/><idno type="memcon">'
    source = made[0].data.decode().replace('<idno type="memcon">', dated)
    assert ("MC311" in [d.rule.code for d in validate(source.encode(), "talk.xml").diagnostics]) is wrong


@given(DATES, DATES)
def test_of_two_days_one_is_later_at_most(one: str, other: str) -> None:
    assert not (is_after(one, other) and is_after(other, one))
    assert not is_after(one, one[:4])
    assert not is_after("", one)


def test_nobody_is_older_than_people_are() -> None:
    assert Lifespan("1870-01-01").excludes("1980-12-31") == ""
    assert Lifespan("1870-01-01").excludes("1981-01-01") == "was born 1870-01-01"


@given(DATES, DATES, DATES)
def test_who_is_excluded_is_outside_of_his_life(born: str, died: str, day: str) -> None:
    life = Lifespan(min(born, died), max(born, died))
    assert bool(life.excludes(day)) == (is_after(life.born, day) or is_after(day, life.died))
    assert not life.excludes(life.born)
