"""What differs from what the transcript makes is named, unless somebody answers for it, or nothing is said by it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from harness import TALK, memcon, talk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with talk.txt and the talk.xml that is made from it."""
    memcon("convert", talk(tmp_path), "--out", tmp_path)
    return tmp_path


def change(path: Path, pattern: str, by: str) -> None:
    made, count = re.subn(pattern, by, path.read_text("utf-8"), count=1, flags=re.S)
    assert count, pattern
    path.write_text(made, "utf-8")


def said(folder: Path) -> str:
    return memcon("validate", folder / "talk.xml", "--select", "MC545", "--format", "concise").out


NAMED = {
    "an attribute": ('(<person [^>]*role=")[a-z]+"', r'\1staff"', '<person role="staff">, and the transcript makes'),
    "a new attribute": (r"<sp ", '<sp rend="bold" ', '<sp rend="bold">, and the transcript makes <sp> without more'),
    "mark-up that is gone": (r"<dateline>(.*?)</dateline>", r"\1", "the transcript makes <dateline> here"),
    "mark-up that is new": (
        r"a long way",
        "a <roleName>long</roleName> way",
        "the transcript makes no <roleName> here",
    ),
    "a practice before that of the converter": (
        "<editorialDecl>",
        "<editorialDecl><p>No.</p>",
        "the transcript makes no",
    ),
    "a copy": (
        "(<respStmt.*?</respStmt>)",
        r"\1<respStmt><resp>encoding</resp> <orgName>the edition</orgName></respStmt>",
        "the transcript makes no <respStmt>",
    ),
    "a second digest": ('(<idno type="sha256">)', r'<idno type="sha256">00</idno>\1', "the transcript makes no"),
    "a project of which nothing is said": ("<editorialDecl>", "<projectDesc/><editorialDecl>", "no <projectDesc>"),
    "an identifier that is another": ('(<idno type="memcon">)talk', r"\1walk", "walk, and the transcript makes talk"),
    "a word of the header": (r"(<title[^>]*>)\w+", r"\1Note", "Note, and the transcript makes"),
    "a word in another element": (r"</speaker>(\s*)<p>(\w+) ", r" \2</speaker>\1<p>", "makes no Good"),
    "two blanks": (r"a long way", "a  long way", "white space"),
    "the digest alone": (r"(sha256:)\w{6}", r"\g<1>abcdef", "the digest is not that of the file"),
}


@pytest.mark.parametrize(("pattern", "by", "message"), NAMED.values(), ids=NAMED)
def test_what_differs_is_named(pattern: str, by: str, message: str, folder: Path) -> None:
    assert said(folder) == ""
    change(folder / "talk.xml", pattern, by)
    assert message in said(folder)


LET_ALONE = {
    "a comment": (r"</body>", "<!-- seen --></body>"),
    "lines": (r"a long way", "a long\n   way"),
    "white space at the edges": (r"<p>(\w)", r"<p>\n\1"),
    "another program": (
        "</appInfo>",
        '<application ident="oxygen" version="27"><label>oXygen</label></application></appInfo>',
    ),
    "somebody else who answers": (
        "</titleStmt>",
        '<respStmt xml:id="proof"><resp>proof-reading</resp><persName>Ada Hill</persName></respStmt></titleStmt>',
    ),
    "another identifier": ('(<idno type="memcon">)', r'<idno type="DOI">10.1000/1</idno>\1'),
    "a person of an authority": ("(</persName>)(?=\\s*</person>)", r'\1<idno type="Wikidata">Q243</idno>'),
    "a practice of one's own": ("</editorialDecl>", "<p>Names were checked.</p></editorialDecl>"),
    "order of attributes": (r'<sp (who="[^"]*") (xml:id="[^"]*")', r"<sp \2 \1"),
}


@pytest.mark.parametrize(("pattern", "by"), LET_ALONE.values(), ids=LET_ALONE)
def test_what_says_nothing_else_is_let_alone(pattern: str, by: str, folder: Path) -> None:
    change(folder / "talk.xml", pattern, by)
    assert said(folder) == ""


def test_a_name_that_points_to_whom_it_names_is_let_alone(tmp_path: Path) -> None:
    memcon("convert", talk(tmp_path, text=TALK.replace("a long way", "a long way, Dorn")), "--out", tmp_path)
    change(tmp_path / "talk.xml", "way, Dorn", 'way, <persName ref="#dorn">Dorn</persName>')
    assert said(tmp_path) == ""
    change(tmp_path / "talk.xml", '<persName ref="#dorn">Dorn</persName>', '<persName ref="#bell">Dorn</persName>')
    assert "the transcript makes no <persName>" in said(tmp_path)


def test_whoever_edits_may_answer_for_it(folder: Path) -> None:
    change(folder / "talk.xml", "<sp ", '<sp rend="bold" ')
    told = '<revisionDesc><change when="2026-01-01">Marked a turn.</change></revisionDesc></teiHeader>'
    change(folder / "talk.xml", "</teiHeader>", told)
    assert said(folder) == ""


def test_nothing_is_said_where_the_file_was_made_of_something_else(folder: Path) -> None:
    change(folder / "talk.xml", "<sp ", '<sp rend="bold" ')
    change(folder / "talk.txt", "a long way", "a short way")
    assert said(folder) == ""
    (folder / "talk.txt").unlink()
    assert said(folder) == ""


def test_many_differences_are_told_in_part(folder: Path) -> None:
    text = (folder / "talk.txt").read_text("utf-8")
    (folder / "talk.txt").write_text(text + "".join(f"\nBell: This is {n}.\n\nDorn: Yes, {n}.\n" for n in range(30)))
    memcon("convert", folder / "talk.txt", "--out", folder)
    path = folder / "talk.xml"
    path.write_text(path.read_text("utf-8").replace("<p>", '<p rend="bold">'), "utf-8")
    assert said(folder).count("MC545") == 20


def test_where_another_rule_says_more_the_difference_is_not_told_again(folder: Path) -> None:
    change(folder / "talk.xml", r'who="#\w+"', 'who="#nobody"')
    assert "MC545" in said(folder)
    codes = memcon("validate", folder / "talk.xml").codes
    assert "MC502" in codes
    assert "MC545" not in codes


def test_decisions_beside_the_file_are_those_of_the_conversion(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text('[edition]\npublisher = "A Press"\n')
    memcon("convert", talk(tmp_path), "--out", tmp_path)
    change(tmp_path / "talk.xml", "<sp ", '<sp rend="bold" ')
    assert "MC545" not in said(tmp_path), "it was made without the edition, and may be right so"
    memcon(
        "convert", tmp_path / "talk.txt", "--edition", tmp_path / "edition.toml", "--out", tmp_path, "--replace-edited"
    )
    change(tmp_path / "talk.xml", "<sp ", '<sp rend="bold" ')
    assert "MC545" in said(tmp_path)


def test_an_editor_who_is_named_answers_for_what_bears_his_pointer_alone(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text('[edition]\npublisher = "A Press"\neditors = ["Ada Hill"]\n')
    memcon("convert", talk(tmp_path), "--edition", tmp_path / "edition.toml", "--out", tmp_path)
    change(tmp_path / "talk.xml", "long", '<choice><sic>long</sic><corr resp="#edition">short</corr></choice>')
    change(tmp_path / "talk.xml", "way", 'way<note type="editorial" resp="#edition">To Oslo.</note>')
    assert said(tmp_path) == ""
    change(tmp_path / "talk.xml", "<sp ", '<sp rend="bold" ')
    assert said(tmp_path).count("MC545") == 1
