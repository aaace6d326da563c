"""What lies in the folders of an edition and is no part of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness import TALK, memcon


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An edition of one talk, its transcript in a folder of its own."""
    (tmp_path / "transcripts").mkdir()
    (tmp_path / "transcripts" / "talk.txt").write_text(TALK, "utf-8")
    (tmp_path / "edition.toml").write_text("[edition]\n")
    memcon("convert", tmp_path / "transcripts" / "talk.txt", "--edition", tmp_path / "edition.toml", "--out", tmp_path)
    return tmp_path


def found(folder: Path, *arguments: Path) -> list[str]:
    return [line.partition(":")[0] for line in said(folder, *arguments).splitlines() if "MC546" in line]


def said(folder: Path, *arguments: Path) -> str:
    return memcon("validate", *(arguments or (folder,)), "--select", "MC546", "--format", "concise").out


@pytest.mark.parametrize(
    "name",
    ["talk.xml.orig", "talk.xml.rej", "talk.xml~", ".talk.xml.swp", "talk.XML", "transcripts/walk.txt",
     "transcripts/talk.txt.bak", "transcripts/walk.docx"],
)  # fmt: skip
def test_a_file_that_is_no_part_of_the_edition_is_named(name: str, folder: Path) -> None:
    assert found(folder) == []
    (folder / name).write_text("x")
    assert [Path(each).name for each in found(folder)] == [Path(name).name]


@pytest.mark.parametrize(
    "name", ["README.md", "talk.html", "walk.txt", "transcripts/README.md", "transcripts/scan.png"]
)
def test_other_files_are_let_alone(name: str, folder: Path) -> None:
    (folder / name).write_text("x")
    assert found(folder) == []


def test_where_not_all_was_checked_nothing_is_said(folder: Path) -> None:
    (folder / "transcripts" / "walk.txt").write_text("x")
    (folder / "walk.xml").write_text("<TEI/>")
    assert found(folder, folder / "talk.xml") == []


def test_without_an_edition_a_folder_is_nobody_s(folder: Path) -> None:
    (folder / "talk.xml.orig").write_text("x")
    (folder / "edition.toml").unlink()
    assert found(folder) == []
