"""Links between files: the authority file, other memoranda, the transcripts and their lines."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conftest import TEI
from harness import TALK, memcon, talk

CALLS = [f"1991-02-23-gorbachev-{name}.xml" for name in (
    "andreotti", "assad", "aziz-1", "aziz-2", "gandhi", "kaifu", "kohl", "major", "mitterrand", "mubarak", "rafsanjani"
)]  # fmt: skip


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """The eleven calls of one transcript, with the authority file."""
    folder = tmp_path / "tei"
    (folder / "transcripts").mkdir(parents=True)
    for name in [*CALLS, "persons.xml", "transcripts/gorbachev-calls-1991-02-23.md"]:
        shutil.copy(TEI / name, folder / name)
    return folder


def test_all_is_well(edition: Path) -> None:
    asked = ["MC570", "MC570", "MC520", "MC571"]  # what a reviewer would ask
    unused = ["MC588"] * 10  # persons of the other memoranda
    for given, codes in (((edition,), asked + unused), (tuple(edition / name for name in CALLS), asked)):
        ran = memcon("validate", "--fail-on", "warning", *given)
        assert (ran.code, ran.codes) == (0, codes)


def test_a_link_to_a_person_who_is_not_there(edition: Path) -> None:
    persons = edition / "persons.xml"
    persons.write_text(persons.read_text("utf-8").replace('xml:id="kohl"', 'xml:id="cabbage"'), "utf-8")
    for given in (edition, edition / CALLS[6]):
        ran = memcon("validate", given)
        assert ran.code == 1
        assert "MC503" in ran.codes
        assert "persons.xml has no xml:id 'kohl'" in ran.out
        assert f"{edition / CALLS[6]}:" in ran.out


@pytest.mark.parametrize("content", [None, "", "<TEI>", "<!DOCTYPE a><a/>"])
def test_an_authority_file_that_is_not_there_or_no_xml(content: str | None, edition: Path) -> None:
    (edition / "persons.xml").unlink()
    if content is not None:
        (edition / "persons.xml").write_text(content)
    ran = memcon("validate", edition / CALLS[0])
    assert ran.code == 1
    assert "persons.xml, which is not there" in ran.out


def test_a_memorandum_left_out_or_encoded_twice(edition: Path) -> None:
    (edition / CALLS[3]).unlink()
    ran = memcon("validate", edition)
    assert "MC504" in ran.codes
    assert "is in no file" in ran.out
    assert ran.code == (1 if "MC503" in ran.codes else 0)
    source = (TEI / CALLS[2]).read_text("utf-8")
    (edition / CALLS[3]).write_text(source.replace("aziz-1", "aziz-2"), "utf-8")
    assert "is in more than one file" in memcon("validate", edition).out


@pytest.mark.parametrize(
    "target", ["%00#a", "/dev/zero#a", "//x#a", "a" * 5000, "../" * 2000 + "#a", "%FF.xml", "?x", "."]
)
def test_pointers_that_are_no_paths(target: str, tmp_path: Path) -> None:
    memcon("convert", talk(tmp_path), "--out", tmp_path)
    path = tmp_path / "talk.xml"
    path.write_text(path.read_text("utf-8").replace("<person ", f'<person sameAs="{target}" ', 1), "utf-8")
    ran = memcon("validate", path)
    assert "MC503" in ran.codes, ran
    assert ran.code == 1


def test_addresses_of_the_web_are_not_followed(tmp_path: Path) -> None:
    memcon("convert", talk(tmp_path), "--out", tmp_path)
    path = tmp_path / "talk.xml"
    path.write_text(path.read_text("utf-8").replace("<person ", '<person sameAs="https://127.0.0.1/x#a" ', 1), "utf-8")
    assert "MC503" not in memcon("validate", path).codes


def test_line_ranges_beyond_the_transcript(tmp_path: Path) -> None:
    memcon("convert", talk(tmp_path), "--out", tmp_path)
    path = tmp_path / "talk.xml"
    source = path.read_text("utf-8")
    for lines in ("0,999999999", "999999998,999999999", "7,3"):
        path.write_text(source.replace(f"line=0,{TALK.count(chr(10))}", f"line={lines}"), "utf-8")
        assert path.read_text("utf-8") != source
        assert "MC112" in memcon("validate", path).codes
        assert memcon("verify", path).codes == ["MC112"]
