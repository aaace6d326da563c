"""Links between files: people against the authority file, dates that are taken over, the proof, edition.toml."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpora import authority
from harness import TALK, memcon, talk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """TALK in TEI, with an authority file to which Dorn points."""
    memcon("convert", talk(tmp_path), "--out", tmp_path)
    change(tmp_path / "talk.xml", '<person xml:id="dorn"', '<person xml:id="dorn" sameAs="persons.xml#dorn"')
    persons(tmp_path, "")
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    source = path.read_text("utf-8")
    assert old in source
    path.write_text(source.replace(old, new, 1), "utf-8")


def persons(folder: Path, more: str) -> None:
    names = '<persName>Karl Dorn</persName><persName type="variant">Carl Dorn</persName>'
    (folder / "persons.xml").write_text(authority(f'<person xml:id="dorn">{names}{more}</person>'), "utf-8")


def said(folder: Path) -> list[str]:
    return [code for code in memcon("validate", folder).codes if code not in ("MC506", "MC580")]


def test_a_variant_is_a_name_too(folder: Path) -> None:
    assert "MC587" not in said(folder)
    change(folder / "persons.xml", "Carl Dorn", "C. Dorn")
    assert "MC587" in said(folder)


@pytest.mark.parametrize(
    ("days", "wrong"),
    [
        ('from="1975-01-01" to="1976"', False), ('from="1975" to="1975"', False), ('to="1975-05-02"', True),
        ('from="1975-05-04"', True), ('from="1975-05-03"', False), ("", False),
    ],
)  # fmt: skip
def test_an_office_is_held_on_the_day(days: str, wrong: bool, folder: Path) -> None:
    persons(folder, f"<occupation {days}>Minister</occupation>")
    assert ("MC558" in said(folder)) is wrong


def test_the_proof_says_its_line_once(folder: Path) -> None:
    change(folder / "talk.xml", "a long way", "a way")
    ran = memcon("validate", folder)
    assert ran.codes.count("MC109") == 1
    line = next(n for n, text in enumerate((folder / "talk.xml").read_text().splitlines(), 1) if "a way" in text)
    assert f"talk.xml:{line}:" in next(text for text in ran.out.splitlines() if "MC109" in text)


def test_a_transcript_that_changed_is_named_at_its_digest(folder: Path) -> None:
    talk(folder, "talk.txt", TALK.replace("Let us begin", "Let us  begin"))
    ran = memcon("validate", folder)
    (line,) = [text for text in ran.out.splitlines() if "MC110" in text]
    source = (folder / "talk.xml").read_text().splitlines()
    number, column = map(int, re.findall(r":(\d+):(\d+):", line)[0])
    assert source[number - 1][column - 1 :].startswith('<idno type="sha256"')
    assert "MC109" not in ran.codes


def test_a_transcript_that_is_not_there(folder: Path) -> None:
    (folder / "talk.txt").unlink()
    assert "MC104" in said(folder)


def test_print_that_was_changed_is_told_without_its_transcript(folder: Path) -> None:
    (folder / "talk.txt").unlink()
    assert "MC115" not in said(folder)
    change(folder / "talk.xml", "</body>", "<!-- seen --></body>")
    assert "MC115" not in said(folder)
    change(folder / "talk.xml", "Let us begin.", "Let us start.")
    assert said(folder).count("MC115") == 1


def test_dates_taken_over_in_a_ring(folder: Path) -> None:
    basis = 'cert="medium" evidence="conjecture" ana="#date.from-previous" source="{}"'
    change(folder / "talk.xml", '<date when="1975-05-03"/>', f'<date when="1975-05-03" {basis.format("walk.xml")}/>')
    walk = (
        (folder / "talk.xml").read_text("utf-8").replace("walk.xml", "talk.xml").replace("talk</idno>", "walk</idno>")
    )
    (folder / "walk.xml").write_text(walk.replace('xml:id="m-talk"', 'xml:id="m-walk"'), "utf-8")
    ran = memcon("validate", folder)
    assert ran.codes.count("MC556") == 2
    change(folder / "walk.xml", 'when="1975-05-03" cert', 'when="1975-05-02" cert')
    assert "is dated 1975-05-02" in memcon("validate", folder).out


def test_one_file_alone_says_nothing_of_lines_that_another_may_have(folder: Path) -> None:
    change(folder / "talk.xml", "#line=0,13", "#line=0,11")
    (folder / "other.xml").write_text((folder / "persons.xml").read_text())
    assert "MC504" not in memcon("validate", folder / "talk.xml").codes
    (folder / "other.xml").unlink()
    assert "MC504" in said(folder)


@pytest.mark.parametrize(
    ("toml", "wrong"),
    [('[edition]\npublisher = "The Press"\n', True), ("[edition]\nlanguage = 'en'\n", False), ("[[edition", False)],
)
def test_the_header_says_what_edition_toml_says(toml: str, wrong: bool, folder: Path) -> None:
    (folder / "edition.toml").write_text(toml)
    assert ("MC589" in said(folder)) is wrong


def test_a_name_in_the_header_is_whole(folder: Path) -> None:
    persons(folder, '<persName type="variant">Dorn</persName><persName type="variant">C. Dorn</persName>')
    assert "MC587" not in said(folder)
    for less in ("Dorn", "C. Dorn", "CARL DORN"):
        change(folder / "talk.xml", "<persName>Carl Dorn</persName>", f"<persName>{less}</persName>")
        assert "MC587" in said(folder)
        change(folder / "talk.xml", f"<persName>{less}</persName>", "<persName>Carl Dorn</persName>")


def test_whoever_is_in_the_authority_file_points_there(folder: Path) -> None:
    change(folder / "talk.xml", ' sameAs="persons.xml#dorn"', "")
    assert "MC587" not in said(folder)  # Karl is called otherwise
    change(folder / "persons.xml", "Karl", "Carl")
    assert "MC587" in said(folder)


def test_schemas_decisions_and_publisher_are_those_of_the_edition(folder: Path) -> None:
    toml = folder / "edition.toml"
    toml.write_text('[edition]\npersons = "persons.xml"\n')
    assert not {"MC589", "MC902"} & set(said(folder))
    toml.write_text('[edition]\nschemas = "../schemas"\n')
    assert said(folder).count("MC589") == 2
    toml.write_text('[[transcript]]\nfile = "walk.txt"\noriginal_language = "ru"\n')
    assert "MC902" in said(folder)
    assert "MC902" not in memcon("validate", folder / "talk.xml").codes  # another file may be made from it


def test_a_file_with_prefixed_names_is_checked_as_well(folder: Path) -> None:
    path = folder / "talk.xml"
    change(path, "persons.xml#dorn", "persons.xml#nobody")
    source = re.sub(r"(</?)(?=[a-zA-Z])", r"\1t:", path.read_text("utf-8"))
    path.write_text(source.replace("xmlns=", "xmlns:t="), "utf-8")
    ran = memcon("validate", folder)
    assert "MC503" in ran.codes
    line = next(n for n, text in enumerate(source.splitlines(), 1) if "#nobody" in text)
    assert f"talk.xml:{line}:" in ran.out
