"""Every rule has an example that breaks it and one, as like it as can be, that does not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from corpora import authority
from examples import placed
from harness import TALK, memcon, talk
from memcon import conversion
from memcon.conversion import Document, Settings, convert
from memcon.decisions import read_edition
from memcon.editions import load_edition
from memcon.fidelity import TranscriptReference
from memcon.people import apply_table
from memcon.rules import RULES
from memcon.tei.authority import read_authority
from memcon.tei.parsing import parse_tei
from memcon.transformers.html import to_html
from memcon.transformers.stylesheets import compile_user
from memcon.validation import validate
from memcon.verification import verify

Example = Callable[[Path], list[str]]
"""From an empty folder to the codes that are said."""


def document() -> Document:
    """TALK in TEI."""
    made = convert(TALK.encode(), "talk.txt").value
    assert made is not None
    return made[0]


def transcript(text: str | bytes) -> Example:
    """What is said of a transcript."""
    data = text.encode() if isinstance(text, str) else text
    return lambda _folder: [found.rule.code for found in convert(data, "talk.txt").diagnostics]


def instead(old: str, new: str) -> Example:
    """What is said of TALK with other words."""
    assert old in TALK
    return transcript(TALK.replace(old, new))


def edited(pattern: str, by: str) -> str:
    """The TEI of TALK with something changed."""
    made, count = re.subn(pattern, by, document().data.decode(), count=1, flags=re.S)
    assert count, pattern
    return made


def xml(source: str, name: str = "talk.xml") -> Example:
    """What is said of a TEI file by itself."""
    return lambda _folder: [found.rule.code for found in validate(source.encode(), name).diagnostics]


def proof(pattern: str, by: str, text: str = TALK) -> Example:
    """What the proof says of a changed file, or of a changed transcript."""

    def load(_named: TranscriptReference) -> tuple[str, bytes]:
        if not text:
            raise FileNotFoundError
        return "talk.txt", text.encode()

    return lambda _folder: [d.rule.code for d in verify(edited(pattern, by).encode(), "talk.xml", load).diagnostics]


def edition(toml: str) -> Example:
    """What is said of edition.toml, and of a conversion by it."""

    def said(_folder: Path) -> list[str]:
        read = read_edition(toml.encode(), "edition.toml")
        converted = convert(TALK.encode(), "talk.txt", Settings(read.value)) if read.value else read
        return [found.rule.code for found in (*read.diagnostics, *converted.diagnostics)]

    return said


def called(*arguments: str, files: dict[str, str] | None = None) -> Example:
    """What a call in a folder with talk.txt, talk.xml and these files says; `{}` is the folder."""

    def said(folder: Path) -> list[str]:
        memcon("convert", talk(folder), "--out", folder)
        for name, text in (files or {}).items():
            talk((folder / name).parent, Path(name).name, text)
        return memcon(*(word.replace("{}", str(folder)) for word in arguments)).codes

    return said


def sheet(body: str) -> Example:
    """What is said of a style sheet."""
    source = f'<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">{body}</xsl:stylesheet>'
    return lambda _folder: [found.rule.code for found in compile_user(source.encode(), "mine.xsl").diagnostics]


def page(source: str) -> Example:
    """What is said of a page."""

    def said(_folder: Path) -> list[str]:
        tree = parse_tei(source.encode(), "talk.xml").value
        assert tree is not None
        return [found.rule.code for found in to_html(tree, path="talk.xml").diagnostics]

    return said


def persons(people: str) -> Example:
    """What is said of an authority file."""
    source = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>{people}</listPerson></standOff></TEI>'
    return lambda _folder: [d.rule.code for d in read_authority(source.encode(), "persons.xml", "").diagnostics]


def decided(person: str) -> Example:
    """What is said of an edition whose authority file has one person, and which maps a label to a person."""

    def said(folder: Path) -> list[str]:
        (folder / "persons.xml").write_text(authority('<person xml:id="dorn"><persName>Carl Dorn</persName></person>'))
        toml = f"[edition]\npersons = 'persons.xml'\n[[label]]\nlabel = 'DORN'\nperson = '{person}'\n"
        (folder / "edition.toml").write_text(toml)
        return [found.rule.code for found in load_edition(folder / "edition.toml").diagnostics]

    return said


def people(row: str) -> Example:
    """What is said of a reviewed table of people with one row: action, id, name, variant, decision."""
    source = authority('<person xml:id="dorn"><persName>Carl Dorn</persName></person>').encode()
    table = "\t".join(("action", "id", "name", "variant", "decision")) + "\n" + row.replace("|", "\t")
    return lambda _folder: [d.rule.code for d in apply_table(source, "p.xml", table.encode(), "p.tsv").diagnostics]


def proven(folder: Path) -> list[str]:
    """What convert says where the encoder loses a word."""
    with pytest.MonkeyPatch.context() as patch:
        damaged = (b"long way", b"way")
        patch.setattr("memcon.conversion.parse_tei", lambda data, path: parse_tei(data.replace(*damaged), path))
        return transcript(TALK)(folder)


WELL = xml(document().data.decode())
TITLE, DATE = "Memorandum of Conversation between Anna Bell and Carl Dorn", "Moscow, May 3, 1975"
NOTE = "[Source: Archive of the Foundation. Fond 1, Opis 2.]"
AGREE = "Dorn: I agree."
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
JOIN = "[[join]]\ntranscript = 'talk.txt'\nline = {}\n"
LONG = "We have come a very long way since the last time. We met before we came to "
AMERICAN = "The President: I speak for the White House.\n\nThe President: Yes.\n\nThe President: No.\n\nE.O. 12958"
SECOND = f"\n{TITLE} and Emil Frey\n\n{{}}Bell: Good evening.\n\nFrey: Yes.\n\nBell: Good.\n\nFrey: No.\n\n{NOTE}\n"

EXAMPLES: dict[str, tuple[Example, Example]] = {
    "MC101": (transcript(" \n\f\n"), transcript(".")),
    "MC102": (transcript(b"caf\xe9"), transcript("café")),
    "MC103": (transcript("a\x07"), transcript("a\x7f\t\f")),
    "MC104": (proof("x", "x", ""), proof("x", "x")),
    "MC105": (called("validate", "{}/none.xml"), called("validate", "{}/talk.xml")),
    "MC106": (called("convert", "{}/talk.txt", "--out", "{}/talk.xml/x"),
              called("convert", "{}/talk.txt", "--out", "{}/x")),
    "MC107": (called("convert", "{}/talk.txt", "--out", "{}", files={"talk.xml": "<TEI/>"}),
              called("convert", "{}/talk.txt", "--out", "{}")),
    "MC108": (transcript("word " * 2_001_000), transcript("word " * 1000)),
    "MC109": (proof("long way", "way"), proof("long way", "long  way")),
    "MC110": (proof("x", "x", TALK + "\n"), proof("x", "x")),
    "MC111": (proof("<text>.*</text>", "<standOff/>"), proof("x", "x")),
    "MC112": (proof(r'<ptr target="[^"]*"/>', ""), proof("x", "x")),
    "MC113": (transcript("%PDF-1.4\n"), transcript("PDF-1.4\n")),
    "MC114": (transcript("a\n" * 30_000), transcript("a\n" * 300)),
    "MC201": (transcript(f"{TITLE}\n\n{DATE}\n\nIt rained.\n"), transcript(TALK)),
    "MC202": (instead(DATE, ""), transcript(TALK)),
    "MC203": (instead(TITLE, ""), transcript(TALK)),
    "MC204": (instead("Good morning. We have come a long way.", f"{LONG}\n\nMoscow again."),
              instead("Good morning. We have come a long way.", f"{LONG}.\n\nMoscow again.")),
    "MC205": (instead("a long way.", "a long way and\n\nwe are tired."),
              instead("a long way.", "a long way.\n\nWe are tired.")),
    "MC206": (instead(AGREE, "Dorn: I agree. (C)\n\nBell: Yes. ~~let~~\n\nDorn: No. ~~(C)~~\n\nBell: Oh. (U)"),
              instead(AGREE, "Dorn: I agree. (C)\n\nBell: Yes. ~~(C)~~\n\nDorn: No. ~~(C)~~\n\nBell: Oh. (U)")),
    "MC207": (instead(NOTE, "[Source: x]"), transcript(TALK)),
    "MC208": (instead("Opis 2.]", "Opis 2."), transcript(TALK)),
    "MC209": (instead(NOTE, f"{NOTE}\n\n[Source: The Library. Box 7.]"), transcript(TALK)),
    "MC210": (transcript(f"{TITLE}\n\n{DATE}\n\nIt rained.\n\nZimmer: No.\n"), transcript(TALK)),
    "MC211": (transcript(TALK + SECOND.format("")), transcript(TALK + SECOND.format("Kiev, May 4, 1975\n\n"))),
    "MC212": (transcript(TALK.replace("Dorn", "Lindqvist").replace("Lindqvist: I", "Lindquist: I")), transcript(TALK)),
    "MC213": (instead("I agree.", "I agree.\n\nYes [and no."), instead("I agree.", "I agree.\n\nYes [and] no.")),
    "MC221": (instead("I agree.", "I agree.\n\nSECRET/MARIGOLD"), instead("I agree.", "I agree.\n\nSECRET/NODIS")),
    "MC222": (instead("I agree.", "I agree to [    ]."), instead("I agree.", "I agree to ████.")),
    "MC223": (transcript("PARTICIPANTS\nHaddad: We have read it/2/ with interest\n/2/See it.\n\nnow.\n\nPARTICIPANTS"),
              transcript("Haddad: We have read it/2/ with interest\n\n/2/See it.\n\nnow.\n\nPARTICIPANTS")),
    "MC301": (instead(AGREE, "The Secretary: I agree.\n\nThe Secretary: Yes.\n\nThe Secretary: No."), transcript(TALK)),
    "MC302": (instead(AGREE, "Zimmer: I agree.\n\nZimmer: Yes.\n\nZimmer: No."), transcript(TALK)),
    "MC303": (called("convert", "{}/talk.txt", "{}/talk.md", "--out", "{}/x", files={"talk.md": TALK}),
              called("convert", "{}/talk.txt", "{}/walk.md", "--out", "{}/x", files={"walk.md": TALK})),
    "MC304": (instead("May 3", "February 30"), transcript(TALK)),
    "MC305": (people("variant|bell|Anna Bell|Bell|yes"), people("variant|dorn|Carl Dorn|Dorn|yes")),
    "MC306": (people("person|dorn|Emil Dorn||yes"), people("person|dorn-2|Emil Dorn||yes")),
    "MC307": (instead(AGREE, AMERICAN), instead(DATE, "Moscow")),
    "MC308": (instead("May 3, 1975", "3/5/75"), instead("May 3, 1975", "3/25/75")),
    "MC309": (instead("May 3, 1975", "Monday, May 3, 1975"), instead("May 3, 1975", "Saturday, May 3, 1975")),
    "MC401": (xml("<TEI>"), WELL),
    "MC402": (xml("<!DOCTYPE TEI>" + document().data.decode().partition("?>")[2]), WELL),
    "MC403": (xml("<tei/>"), WELL),
    "MC404": (xml(edited("<p>", "<b/><p>")), WELL),
    "MC405": (xml(edited('xml:id="edition"', 'xml:id="editor"')), WELL),
    "MC406": (xml(edited('xml:id="t2"', 'xml:id="t1"')), WELL),
    "MC407": (xml("<TEI>" * 300 + "</TEI>" * 300), WELL),
    "MC501": (xml(edited("<TEI ", f'<TEI {XSI} xsi:schemaLocation="a b" ')), xml(edited("<TEI ", f"<TEI {XSI} "))),
    "MC502": (xml(edited('who="#', 'who="#no')), WELL),
    "MC503": (called("validate", "{}", files={"talk.xml": edited("<person ", '<person sameAs="persons.xml#x" ')}),
              called("validate", "{}/talk.xml")),
    "MC504": (called("validate", "{}/talk.xml", files={"talk.xml": edited("line=0,", "line=2,")}),
              called("validate", "{}/talk.xml")),
    "MC505": (xml(document().data.decode(), "walk.xml"), WELL),
    "MC506": (xml(edited("</body>", "<!-- seen --></body>")), WELL),
    "MC590": (xml(edited(r"<\?xml-model[^>]*schematron[^>]*>\n", "")), WELL),
    "MC591": (xml(edited("<body>\n", "<body> \n")), WELL),
    "MC593": (called("fix", "{}/talk.xml", files={"talk.xml": edited('xml:id="t2"', 'xml:id="t1" corresp="#t1"')}),
              called("fix", "{}/talk.xml", files={"talk.xml": edited('xml:id="t2"', 'xml:id="t9" corresp="#t1"')})),
    "MC601": (page(edited("(<sp .*?<p>)", r"\1<odd>odd</odd>")), page(document().data.decode())),
    "MC602": (sheet('<xsl:template match="["/>'), sheet('<xsl:template match="/"/>')),
    "MC603": (sheet('<xsl:import href="other.xsl"/>'), sheet('<xsl:import href="memcon:html.xsl"/>')),
    "MC901": (edition("[editoin]"), edition("[edition]")),
    "MC902": (edition(JOIN.format(99)), edition("[[memorandum]]\ntranscript = 'talk.txt'\nline = 1\n")),
    "MC904": (decided("nobody"), decided("dorn")),
    "MC903": (persons('<person xml:id="x"/>'), persons('<person xml:id="x"><persName>X</persName></person>')),
}  # fmt: skip

# The examples that the rules themselves carry; what takes more than one element to show stands above.
EXAMPLES |= {
    code: (xml(placed(each.bad, document().data)), xml(placed(each.good, document().data)))
    for code, each in RULES.items()
    if code not in EXAMPLES and each.bad.startswith("<")
}


def test_every_rule_has_its_examples() -> None:
    assert sorted(EXAMPLES) == sorted(RULES)


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_example_that_breaks_the_rule_is_found(code: str, tmp_path: Path) -> None:
    assert code in EXAMPLES[code][0](tmp_path)


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_example_that_does_not_is_not(code: str, tmp_path: Path) -> None:
    assert code not in EXAMPLES[code][1](tmp_path)


def test_a_proof_that_fails_in_convert_is_said_too(tmp_path: Path) -> None:
    assert "MC109" in proven(tmp_path)


def test_every_rule_is_used_somewhere_in_the_sources() -> None:
    sources = Path(conversion.__file__).parent.rglob("*.py")
    text = "".join(path.read_text("utf-8") for path in sources if "rules" not in path.parts)
    assert [code for code in RULES if f'"{code}"' not in text] == []
