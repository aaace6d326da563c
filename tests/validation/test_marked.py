"""What was edited is named where the transcript is not at hand, unless somebody answers for it."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from lxml import etree

from harness import TALK, memcon, talk
from memcon.tei.parsing import parse_tei
from memcon.tei.serialising import canonical_digest
from memcon.validation.links.marked import changed_markup
from memcon.validation.places import Source
from validation.house.damaging import Damage
from validation.house.test_damage import DAMAGES, documents
from validation.test_remade import LET_ALONE


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """A talk.xml without its transcript."""
    memcon("convert", talk(tmp_path, text=TALK.replace("a long way", "a long way, Dorn, this year")), "--out", tmp_path)
    (tmp_path / "talk.txt").unlink()
    return tmp_path / "talk.xml"


def change(path: Path, pattern: str, by: str) -> None:
    made, count = re.subn(pattern, by, path.read_text("utf-8"), count=1, flags=re.S)
    assert count, pattern
    path.write_text(made, "utf-8")


def said(path: Path) -> str:
    return memcon("validate", path, "--select", "MC116", "--format", "concise").out


NAMED = {
    "an attribute": ("<p>Good", '<p rend="bold">Good', "this <p> is not what it was"),
    "mark-up that is gone": (r"<dateline>(.*?)</dateline>", r"\1", "this <opener> and what follows (2 elements are 1"),
    "mark-up that is new": ("a long way", "a <roleName>long</roleName> way", "this <p> and what follows"),
    "a paragraph that is gone": (r"<p>Good.*?</p>", "", "behind the beginning of this <speaker> an element is gone"),
    "a paragraph that is new": (r"(<p>Good)", r"<p/>\1", "this <p>, was not there"),
    "a word of the header": (r"(<resp>)\w+", r"\1chosen", "this <resp> is not what it was"),
    "a name once more": (
        "(<persName>Anna Bell</persName>)",
        r"\1<persName>Anna Bell</persName>",
        "this <persName>, was not there",
    ),
    "a language once more": ('(<language ident="en"/>)', r"\1\1", "this <language>, was not there"),
    "two blanks": ("a long way", "a  long way", "this <p> is not what it was"),
    "a digest of the transcript": (r'(<idno type="sha256">)\w', r"\1x", "this <idno> is not what it was"),
    "a name of somebody else": ("Dorn, this", '<persName ref="#bell">Dorn</persName>, this', "this <p> is not what"),
}


@pytest.mark.parametrize(("pattern", "by", "message"), NAMED.values(), ids=NAMED)
def test_what_was_edited_is_named(pattern: str, by: str, message: str, alone: Path) -> None:
    assert said(alone) == ""
    change(alone, pattern, by)
    assert message in said(alone)


@pytest.mark.parametrize(("pattern", "by"), LET_ALONE.values(), ids=LET_ALONE)
def test_what_says_nothing_else_is_let_alone(pattern: str, by: str, alone: Path) -> None:
    change(alone, pattern, by)
    assert said(alone) == ""


def test_names_that_point_to_whom_they_name_are_let_alone(alone: Path) -> None:
    change(alone, "Dorn, this", '<persName ref="#dorn">Dorn</persName>, this')
    assert said(alone) == ""


def test_whoever_edits_may_answer_for_it(alone: Path) -> None:
    change(alone, "<p>Good", '<p rend="bold">Good')
    told = '<revisionDesc><change when="2026-01-01">Marked a turn.</change></revisionDesc></teiHeader>'
    change(alone, "</teiHeader>", told)
    assert said(alone) == ""


def test_an_editor_who_is_named_answers_for_what_bears_his_pointer_alone(alone: Path) -> None:
    who = '<respStmt xml:id="hill"><resp>edition</resp><persName>Ada Hill</persName></respStmt></titleStmt>'
    change(alone, "</titleStmt>", who)
    change(alone, "way", 'way<note type="editorial" resp="#hill">To Oslo.</note>')
    assert said(alone) == ""
    change(alone, "<speaker>", '<speaker rend="bold">')
    assert said(alone).count("MC116") == 1
    change(alone, "<body>", '<body n="1">')
    assert said(alone).count("MC116") == 2, "he does not answer for what the note stands in"


def test_many_edits_are_told_in_part(tmp_path: Path) -> None:
    turns = "".join(f"\nBell: This is {n}.\n\nDorn: Yes, {n}.\n" for n in range(30))
    memcon("convert", talk(tmp_path, text=TALK + turns), "--out", tmp_path)
    (tmp_path / "talk.txt").unlink()
    path = tmp_path / "talk.xml"
    path.write_text(path.read_text("utf-8").replace("<p>", '<p rend="bold">'), "utf-8")
    assert said(path).count("MC116") == 20


def test_a_transcript_that_does_not_give_the_file_leaves_the_checksums(tmp_path: Path) -> None:
    memcon("convert", talk(tmp_path), "--out", tmp_path)
    change(tmp_path / "talk.xml", "<p>Good", '<p rend="bold">Good')
    assert said(tmp_path / "talk.xml") == "", "MC545 says it"
    (tmp_path / "edition.toml").write_text('[edition]\npublisher = "A Press"\n')
    assert "this <p> is not what it was" in said(tmp_path / "talk.xml")


def test_a_digest_that_was_made_anew_hides_nothing(alone: Path) -> None:
    change(alone, "<p>Good", '<p rend="bold">Good')
    tree = parse_tei(alone.read_bytes(), "talk.xml").value
    assert tree is not None
    change(alone, "sha256:[0-9a-f]{64}", f"sha256:{canonical_digest(tree)}")
    assert "this <p> is not what it was" in said(alone)


def test_a_file_without_such_checksums_is_let_alone(alone: Path) -> None:
    change(alone, ' markup="[^"]*"', "")
    change(alone, "<p>Good", '<p rend="bold">Good')
    assert said(alone) == ""


def test_where_another_rule_says_more_the_edit_is_not_told_again(alone: Path) -> None:
    change(alone, r'<sp who="#\w+"', '<sp who="#nobody"')
    codes = memcon("validate", alone).codes
    assert "MC502" in codes
    assert "MC116" not in codes


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_no_damage_goes_unseen(damage: Damage) -> None:
    tried = 0
    for name, was in random.Random(damage.__name__).sample(documents(), len(documents())):
        root = etree.fromstring(was)
        if not damage(root, random.Random(name)):
            continue
        data = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True)
        tree = parse_tei(data, name).value
        assert tree is not None
        assert list(changed_markup(Source(tree, data, name))), name
        tried += 1
        if tried == 3:
            break
    assert tried
