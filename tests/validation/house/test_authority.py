"""An authority file: the names of its entries, its own name, and its edition."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpora import authority
from harness import memcon, talk
from memcon.diagnostics import Severity
from memcon.validation import validate

BELL = '<person xml:id="bell"><persName>Anna Bell</persName></person>'
DORN = '<person xml:id="dorn"><persName>Carl Dorn</persName>{}</person>'


def said(people: str, name: str = "persons.xml", old: str = "", new: str = "") -> set[str]:
    """The codes of warnings and errors in an authority file of that name, with something changed."""
    source = authority(people)
    assert old in source
    found = validate(source.replace(old, new, 1).encode(), name).diagnostics
    return {each.rule.code for each in found if each.severity > Severity.INFO}


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ('<persName type="variant">C. Dorn</persName>', False),
        ('<persName type="variant">Dorn</persName><persName type="variant">DORN</persName>', False),
        ('<persName type="variant">Dorn</persName><persName type="variant">Dorn</persName>', True),
        ('<persName type="variant">Carl Dorn</persName>', True),
        ('<persName type="variant">Carl dorn</persName>', True),
        ('<persName type="variant">Carl al-Dorn</persName>', False),
        ('<persName type="variant">the minister</persName>', False),
        ('<persName type="variant">Bell</persName>', True),
        ('<persName type="variant">Карл Дорн</persName>', False),
        ('<persName type="variant"/>', True),
    ],
)
def test_names_of_an_entry(more: str, wrong: bool) -> None:
    assert said(BELL + DORN.format(more)) == ({"MC598"} if wrong else set())


def test_the_name_is_the_fullest_form() -> None:
    assert said(BELL, old="Anna Bell</persName>", new='A. Bell</persName><persName type="variant">Anna Bell</persName>')
    more = 'Anna Bell</persName><persName type="variant">Anna B. Bell</persName>'
    assert not said(BELL, old="Anna Bell</persName>", new=more)


@pytest.mark.parametrize("name", ["title", "publisher"])
def test_what_an_authority_file_says_of_itself_is_not_empty(name: str) -> None:
    source = authority(BELL)
    emptied = re.sub(rf"(<{name}\b[^>]*>)[^<]*", r"\1", source, count=1)
    assert emptied != source
    assert "MC579" in {each.rule.code for each in validate(emptied.encode(), "persons.xml").diagnostics}


@pytest.mark.parametrize(
    ("name", "wrong"),
    [("Bell", True), ("A. Bell", True), ("B. Bell", False), ("Berta Bell", False), ("Anna C. Bell", False)],
)
def test_a_short_form_has_no_entry_of_its_own(name: str, wrong: bool) -> None:
    other = f'<person xml:id="other"><persName>{name}</persName></person>'
    assert ("MC598" in said(BELL + other)) is wrong


@pytest.mark.parametrize(
    ("idnos", "wrong"),
    [
        ('<idno type="Wikidata">Q1</idno><idno type="VIAF">12</idno>', False), ("<idno>Q1</idno>", True),
        ('<idno type="Wikidata">Q1</idno><idno type="Wikidata">Q2</idno>', True),
    ],
)  # fmt: skip
def test_identifiers_of_a_person(idnos: str, wrong: bool) -> None:
    assert ("MC312" in said(DORN.format(idnos))) is wrong


def test_an_entry_of_variants_alone() -> None:
    assert said(BELL, old="<persName>", new='<persName type="variant">') == {"MC598"}


def test_two_entries_of_one_person() -> None:
    assert said(BELL + DORN.format(""), old='xml:id="dorn"', new='xml:id="dorn" sameAs="#bell"') == {"MC598"}


def test_a_part_is_said_of_a_talk() -> None:
    assert said(BELL, old='xml:id="bell"', new='xml:id="bell" role="staff"') == {"MC597"}


@pytest.mark.parametrize(
    ("name", "old", "new", "wrong"),
    [
        ("persons.xml", "", "", False), ("-", "", "", False), ("people.xml", "", "", True),
        ("persons.xml", ">persons</idno>", ">people</idno>", True),
        ("persons.xml", 'xml:id="persons"', 'xml:id="m-persons"', False),
        ("persons.xml", 'xml:id="persons"', 'xml:id="people"', True),
        ("people.xml", '<idno type="memcon">persons</idno>', "", False),
    ],
)  # fmt: skip
def test_the_file_is_called_as_it_says(name: str, old: str, new: str, wrong: bool) -> None:
    assert said(BELL, name, old, new) == ({"MC505"} if wrong else set())


def folder(path: Path, more: str) -> list[str]:
    """What is said of an authority file with this in an entry, and of a talk of whom it is."""
    memcon("convert", talk(path), "--out", path)
    source = (path / "talk.xml").read_text("utf-8")
    link = '<person xml:id="dorn" sameAs="persons.xml#dorn"'
    (path / "talk.xml").write_text(source.replace('<person xml:id="dorn"', link), "utf-8")
    (path / "persons.xml").write_text(authority(DORN.format(more)), "utf-8")
    return memcon("validate", path).codes


@pytest.mark.parametrize(
    ("variant", "wrong"),
    [("C. Dorne", True), ("Thatcher", True), ("Foundation", False), ("Dorn", False), ("Karl Dornier", True)],
)  # fmt: skip
def test_a_variant_that_looks_misspelt_is_printed_somewhere(variant: str, wrong: bool, tmp_path: Path) -> None:
    assert ("MC598" in folder(tmp_path, f'<persName type="variant">{variant}</persName>')) is wrong


def test_variants_are_not_looked_for_where_not_all_files_are_checked(tmp_path: Path) -> None:
    folder(tmp_path, '<persName type="variant">Thatcher</persName>')
    (tmp_path / "other.xml").write_text((tmp_path / "talk.xml").read_text("utf-8"), "utf-8")
    ran = memcon("validate", tmp_path / "talk.xml", tmp_path / "persons.xml")
    assert "MC598" not in ran.codes


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ('publisher = "memcon"', False), ('publisher = "The Press"', True), ('language = "en"', False),
        ('language = "de"', True), ('licence = "Free."\nlicence_url = "https://example.org/"', False),
        ('licence = "Free."\nlicence_url = "https://example.com/"', True),
        ('publisher = "memcon"\neditors = ["Ada Hill"]', False),
    ],
)  # fmt: skip
def test_the_header_is_that_of_the_edition(line: str, wrong: bool, tmp_path: Path) -> None:
    folder(tmp_path, "")
    (tmp_path / "edition.toml").write_text(f"[edition]\n{line}\n", "utf-8")
    found = memcon("validate", tmp_path).out.splitlines()
    assert any("MC589" in each and "persons.xml" in each for each in found) is wrong


@pytest.mark.parametrize(("marked", "wrong"), [("", True), (' type="variant"', False), (' xml:lang="ru"', False)])
def test_a_further_name_is_marked(marked: str, wrong: bool) -> None:
    assert ("MC598" in said(BELL, old="</persName>", new=f"</persName><persName{marked}>A. Bell</persName>")) is wrong
