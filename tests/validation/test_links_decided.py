"""Headers against what edition.toml decides, and what is said in the edition's name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpora import authority
from harness import TALK, memcon, talk

TOML = """[edition]
title = "Talks"
publisher = "memcon"
licence = "Free."
licence_url = "https://example.org/"
persons = "persons.xml"

[[transcript]]
file = "talk.txt"
original_language = "ru"

[[memorandum]]
transcript = "talk.txt"
line = 1
identifier = "walk"
title = "A walk"
date = "1975-05-04"
place = "Minsk"
principals = ["bell"]
reason = "The diary says so."

[[join]]
transcript = "talk.txt"
line = 7
joined = true
reason = "A page was lost."
"""
TEXT = TALK.replace("We have come", "We have\n\ncome")
PEOPLE = """<person xml:id="bell"><persName>Anna Bell</persName></person>
<person xml:id="dorn"><persName>Carl Dorn</persName></person>
<person xml:id="frey"><persName>Emil Frey</persName></person>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A memorandum of an edition that decides all that it can."""
    (tmp_path / "edition.toml").write_text(TOML)
    (tmp_path / "persons.xml").write_text(authority(PEOPLE))
    memcon("convert", talk(tmp_path, text=TEXT), "--edition", tmp_path / "edition.toml", "--out", tmp_path)
    assert found(tmp_path) == set()
    return tmp_path


def change(path: Path, pattern: str, by: str) -> None:
    """Change something in a file."""
    source, count = re.subn(pattern, by, path.read_text("utf-8"), count=1, flags=re.S)
    assert count, pattern
    path.write_text(source, "utf-8")


def found(folder: Path) -> set[str]:
    """The codes of what is said of decisions and acts."""
    return {"MC509", "MC589"} & set(memcon("validate", folder).codes)


@pytest.mark.parametrize(
    "line",
    [
        'identifier = "walk"', 'title = "A walk"', 'date = "1975-05-04"', 'place = "Minsk"', r'principals = \["bell"\]',
        'original_language = "ru"', 'publisher = "memcon"', 'licence = "Free."',
    ],
)  # fmt: skip
def test_a_decision_that_was_changed_is_named(line: str, folder: Path) -> None:
    name, _, value = line.partition(" = ")
    other = {"date": '"1975-05-06"', "original_language": '"de"', "principals": '["frey"]'}.get(name, '"else"')
    change(folder / "edition.toml", re.escape(line) if "[" not in line else line, f"{name} = {other}")
    assert found(folder) == {"MC589"}, value


@pytest.mark.parametrize(
    "lines",
    [r'original_language = "ru"\n', r'publisher = "memcon"\n', r'licence = "Free."\nlic[^\n]*\n', r"\[\[join.*"],
)
def test_a_decision_that_was_deleted_is_named(lines: str, folder: Path) -> None:
    change(folder / "edition.toml", lines, "")
    assert found(folder) == {"MC589"}


@pytest.mark.parametrize("fact", ["title", "date", "place"])
def test_what_is_said_in_the_edition_s_name_is_decided(fact: str, folder: Path) -> None:
    change(folder / "edition.toml", f"(memorandum.*?)\n{fact} = [^\n]*", r"\1")
    assert found(folder) == set()  # the converter wrote it
    change(folder / "walk.xml", "</teiHeader>", "<!-- seen --></teiHeader>")
    assert found(folder) == {"MC509"}
    change(folder / "walk.xml", "<orgName>memcon</orgName>", "<persName>Ada Hill</persName>")
    change(folder / "edition.toml", "title", 'editors = ["Ada Hill"]\ntitle')
    assert found(folder) == set()


def test_what_an_editor_adds_and_answers_for_is_no_damage(folder: Path) -> None:
    change(folder / "edition.toml", r'original_language = "ru"\n', "")
    told = '<revisionDesc><change when="2026-01-01">The original is Russian.</change></revisionDesc></teiHeader>'
    change(folder / "walk.xml", "</teiHeader>", told)
    assert found(folder) == set()


def test_a_date_from_elsewhere_is_somebody_s(folder: Path) -> None:
    change(folder / "edition.toml", "date = [^\n]*\n", "")
    change(
        folder / "walk.xml",
        '(<date when="1975-05-0)4"[^>]*/>',
        r'\g<1>3" evidence="external" cert="low" source="a.xml"/>',
    )
    assert "MC509" in found(folder)


@pytest.mark.parametrize(
    ("name", "pattern"),
    [("edition.toml", "licence_url[^\n]*\n"), ("edition.toml", "persons = [^\n]*\n"),
     ("walk.xml", "<placeName[^>]*>Minsk</placeName>")],
)  # fmt: skip
def test_what_is_decided_is_said_and_the_reverse(name: str, pattern: str, folder: Path) -> None:
    change(folder / name, pattern, "")
    assert "MC589" in found(folder)


def test_without_a_pattern_files_are_called_as_their_transcripts(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text('[edition]\nidentifier = "memcon-{stem}"\n')
    memcon("convert", talk(tmp_path), "--edition", tmp_path / "edition.toml", "--out", tmp_path)
    assert found(tmp_path) == set()
    (tmp_path / "edition.toml").write_text("[edition]\n")
    assert found(tmp_path) == {"MC589"}


def test_an_edition_without_metadata_decides_no_publisher(folder: Path) -> None:
    (folder / "edition.toml").write_text("[[transcript]]\nfile = 'talk.txt'\noriginal_language = 'ru'\n")
    change(folder / "walk.xml", "<pb[^>]*/>", "")
    assert "MC589" not in found(folder)


@pytest.mark.parametrize(
    ("pattern", "wrong"),
    [("{stem}", False), ("{date}-{stem}", True), ("{participants}", False), ("memcon-{stem}", True), ("TALK", False)],
)
def test_files_are_called_as_edition_toml_says(pattern: str, wrong: bool, tmp_path: Path) -> None:
    memcon("convert", talk(tmp_path), "--out", tmp_path)
    (tmp_path / "edition.toml").write_text(f'[edition]\nidentifier = "{pattern}"\n')
    assert found(tmp_path) == ({"MC589"} if wrong else set())
    change(tmp_path / "talk.xml", "</teiHeader>", "<!-- renamed --></teiHeader>")
    assert found(tmp_path) == set()


def test_an_editor_of_the_header_is_one_of_the_edition(folder: Path) -> None:
    change(folder / "walk.xml", "(?=<respStmt)", "<editor>Ada Hill</editor>")
    change(folder / "edition.toml", "title", 'editors = ["Ida Hall"]\ntitle')
    assert "'Ada Hill' is no editor" in memcon("validate", folder).out
    change(folder / "edition.toml", "Ida Hall", "Ada Hill")
    assert "is no editor" not in memcon("validate", folder).out


def unmet(folder: Path) -> bool:
    """Whether a decision is said to be met by nothing."""
    return "MC902" in memcon("validate", folder).codes


@pytest.mark.parametrize(
    ("decision", "contradicted", "idle"),
    [
        ('[[label]]\nlabel = "Dorn"\nperson = "dorn"', False, False),
        ('[[label]]\nlabel = "Dorn:"\nperson = "bell"\ntranscript = "talk.txt"', True, False),
        ('[[label]]\nlabel = "DORN"\ntext = true', True, False),
        ('[[label]]\nlabel = "Frey"\nperson = "frey"', False, True),
        ('[[label]]\nlabel = "Frey"\ntext = true', False, False),
        ('[[label]]\nlabel = "Dorn"\nperson = "dorn"\ntranscript = "walk.txt"', False, True),
        ('[[line]]\ntranscript = "talk.txt"\nline = 11\nrole = "text"', False, False),
        ('[[line]]\ntranscript = "talk.txt"\nline = 10\nrole = "text"', False, True),
        ('[[line]]\ntranscript = "talk.txt"\nline = 1000\nrole = "text"', False, True),
        ('[[line]]\ntranscript = "walk.txt"\nline = 1\nrole = "text"', False, True),
        ('[[memorandum]]\ntranscript = "talk.txt"\nline = 3\nreason = "A second one."', False, True),
    ],
)
def test_labels_and_lines_that_are_decided_are_there(
    decision: str, contradicted: bool, idle: bool, folder: Path
) -> None:
    assert not unmet(folder)
    toml = folder / "edition.toml"
    toml.write_text(f"{toml.read_text('utf-8')}\n{decision}\n", "utf-8")
    assert found(folder) == ({"MC589"} if contradicted else set())
    assert unmet(folder) is idle


def test_lines_of_a_transcript_that_is_not_there_are_not_looked_at(folder: Path) -> None:
    change(folder / "edition.toml", "line = 7", "line = 8")
    assert unmet(folder)
    (folder / "talk.txt").unlink()
    assert not unmet(folder)


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [((0, 13), (13, 20), False), ((0, 13), (12, 20), True), ((0, 13), (14, 20), True), ((1, 13), (13, 20), True)],
)
def test_files_follow_each_other_though_their_transcript_is_not_there(
    first: tuple[int, int], second: tuple[int, int], wrong: bool, tmp_path: Path
) -> None:
    memcon("convert", talk(tmp_path), "--out", tmp_path)
    (tmp_path / "talk.txt").unlink()
    source = (tmp_path / "talk.xml").read_text("utf-8")
    for name, (start, end) in (("talk", first), ("walk", second)):
        (tmp_path / f"{name}.xml").write_text(
            source.replace("#line=0,13", f"#line={start},{end}").replace("talk</idno>", f"{name}</idno>")
            .replace('"m-talk"', f'"m-{name}"'), "utf-8",
        )  # fmt: skip
    assert ("MC504" in memcon("validate", tmp_path).codes) is wrong
    (tmp_path / "other.xml").write_text(source, "utf-8")
    alone = memcon("validate", tmp_path / "talk.xml", tmp_path / "walk.xml").codes
    assert ("MC504" in alone) is (second[0] < first[1]), "what lacks may stand in a file that was not checked"


def test_a_turn_of_nobody_whom_the_authority_file_knows(folder: Path) -> None:
    change(folder / "walk.xml", '<sp who="#dorn"', "<sp")
    change(folder / "walk.xml", '<person xml:id="dorn".*?</person>', "")
    assert "MC587" not in memcon("validate", folder).codes  # he is called Carl Dorn there
    change(folder / "persons.xml", "(Carl Dorn</persName>)", r'\1<persName type="variant">Dorn</persName>')
    assert "MC587" in memcon("validate", folder).codes


def test_who_else_is_a_principal_where_no_title_says_so(tmp_path: Path) -> None:
    people = "".join(f"{each}\n" for each in ("PARTICIPANTS:", "Anna Bell", "Carl Dorn", "Emil Frey"))
    text = f"{people}\nMoscow, May 3, 1975\n\nBell: Good.\n\nDorn: Yes.\n\nFrey: No.\n\nBell: Well.\n"
    decided = """[[memorandum]]\ntranscript = "talk.txt"\nline = 1\nprincipals = ["bell", "dorn"]\nreason = "So."\n"""
    (tmp_path / "edition.toml").write_text(f'[edition]\npersons = "persons.xml"\n\n{decided}')
    (tmp_path / "persons.xml").write_text(authority(PEOPLE))
    memcon("convert", talk(tmp_path, text=text), "--edition", tmp_path / "edition.toml", "--out", tmp_path)
    assert "MC589" not in found(tmp_path)
    change(tmp_path / "edition.toml", '"bell", "dorn"', '"bell"')
    ran = memcon("validate", tmp_path, "--select", "MC589", "--format", "concise").out
    assert "dorn is a principal here, and edition.toml names bell alone" in ran
