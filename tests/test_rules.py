"""Every rule has an example that breaks it and one, as like it as can be, that does not; most rules carry both."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from conftest import ROOT
from corpora import authority
from examples import placed, transcribed
from harness import TALK, memcon, talk
from memcon import batch, conversion
from memcon.checking import check_all
from memcon.conversion import Document, convert
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
from test_checking import check_or_die

Example = Callable[[Path], list[str]]
"""From an empty folder to the codes that are said."""


def document() -> Document:
    """TALK in TEI."""
    made = convert(TALK.encode(), "talk.txt").value
    assert made is not None
    return made[0]


DATA = document().data
BY_HAND = DATA.decode().replace("</body>", "<!-- seen --></body>")
PERSON = '<person xml:id="dorn"><persName>Carl Dorn</persName></person>'


def transcript(text: str | bytes) -> Example:
    """What is said of a transcript."""
    data = text.encode() if isinstance(text, str) else text
    return lambda _folder: [found.rule.code for found in convert(data, "talk.txt").diagnostics]


def edited(pattern: str, by: str) -> str:
    """The TEI of TALK with something changed."""
    made, count = re.subn(pattern, by, DATA.decode(), count=1, flags=re.S)
    assert count, pattern
    return made


def xml(source: str, name: str = "talk.xml") -> Example:
    """What is said of a TEI file by itself."""
    return lambda _folder: [found.rule.code for found in validate(source.encode(), name).diagnostics]


def encoded(text: str) -> Example:
    """What is said of the TEI that a transcript becomes."""

    def said(folder: Path) -> list[str]:
        made = convert(text.encode(), "talk.txt").value
        assert made is not None
        return xml(made[0].data.decode())(folder)

    return said


def proof(source: str, text: str = TALK) -> Example:
    """What the proof says of a TEI file and a transcript."""

    def load(_named: TranscriptReference) -> tuple[str, bytes]:
        return "talk.txt", text.encode()

    return lambda _folder: [d.rule.code for d in verify(source.encode(), "talk.xml", load).diagnostics]


def edition(toml: str) -> Example:
    """What is said of edition.toml beside an authority file with one person, and of a conversion by it."""
    whole = toml if "[edition]" in toml else f'[edition]\npersons = "persons.xml"\n\n{toml}\n'

    def said(folder: Path) -> list[str]:
        (folder / "persons.xml").write_text(authority(PERSON))
        (folder / "edition.toml").write_text(whole)
        read = load_edition(folder / "edition.toml")
        converted = convert(TALK.encode(), "talk.txt", read.value) if read.value else read
        return [found.rule.code for found in (*read.diagnostics, *converted.diagnostics)]

    return said


def called(command: str, files: dict[str, str] | None = None) -> Example:
    """What a call in a folder with talk.txt, the talk.xml made from it and these files says."""

    def said(folder: Path) -> list[str]:
        memcon("convert", talk(folder), "--out", folder)
        (folder / "elsewhere").mkdir()
        for name, text in (files or {}).items():
            (folder / name).write_text(text, "utf-8")
        words = command.split()[1:]
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(folder)
            return memcon(*words).codes

    return said


def linked(element: str) -> Example:
    """What is said of a folder in which talk.xml has this element."""
    files = {"talk.xml": placed(element, DATA), "persons.xml": authority(PERSON)}
    return called("memcon validate talk.xml persons.xml", files)


def emphasised(element: str) -> Example:
    """What is said of a talk.xml with this element, made from a transcript in which two words are italic."""
    text = TALK.replace("a long", "*a long*")
    made = convert(text.encode(), "talk.md").value
    assert made is not None
    return called("memcon validate talk.xml", {"talk.md": text, "talk.xml": placed(element, made[0].data)})


def settled(toml: str) -> Example:
    """What validate says of a folder with a talk.xml edited by hand and an edition.toml."""
    return called("memcon validate .", {"edition.toml": f"[edition]\n\n{toml}\n", "talk.xml": BY_HAND})


def killed(command: str) -> Example:
    """What is said where the process that checks a file is killed, or none is."""
    fatal = "--jobs 1" not in command

    def said(folder: Path) -> list[str]:
        path = folder / "talk.xml"
        path.write_text("<DEADLY/>" if fatal else DATA.decode(), "utf-8")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(batch, "_FEW", 1)  # or the only files would be checked in this process
            made = list(check_all([str(path)] * 4, lambda name: Path(name).read_bytes(), checked=check_or_die, jobs=2))
        return [found.rule.code for each in made for found in each.diagnostics]

    return said


def walk(element: str) -> str:
    """The TEI of TALK under another xml:id, with this element."""
    return placed(element, DATA).replace('xml:id="m-talk"', 'xml:id="m-walk"')


def governed(element: str) -> dict[str, str]:
    """The TEI of TALK with this element, and an edition.toml that says who printed the transcript."""
    toml = '[[transcript]]\nfile = "talk.txt"\nsource_edition = "The Archive"\n'
    return {"talk.xml": placed(element, DATA), "edition.toml": toml}


def sheet(body: str) -> Example:
    """What is said of a style sheet."""
    spaces = 'xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"'
    source = f'<xsl:stylesheet version="1.0" {spaces}>{body}</xsl:stylesheet>'
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
    return lambda _folder: [d.rule.code for d in read_authority(authority(people).encode(), "p.xml", "").diagnostics]


def people(row: str) -> Example:
    """What is said of a reviewed table of people with one row: action, id, name, variant, decision."""
    table = "\t".join(("action", "id", "name", "variant", "decision")) + "\n" + re.sub(r" ?\| ?", "\t", row)
    source = authority(PERSON).encode()
    return lambda _folder: [d.rule.code for d in apply_table(source, "p.xml", table.encode(), "p.tsv").diagnostics]


def proven(folder: Path) -> list[str]:
    """What convert says where the encoder loses a word."""
    with pytest.MonkeyPatch.context() as patch:
        damaged = (b"long way", b"way")
        patch.setattr("memcon.conversion.parse_tei", lambda data, path: parse_tei(data.replace(*damaged), path))
        return transcript(TALK)(folder)


def shown(code: str, example: str) -> Example:
    """What is said of an example as it stands in its rule."""
    if example.startswith("memcon "):
        return called(example)
    if example.startswith("<xsl:"):
        return sheet(example)
    if example.startswith("<"):
        return {"MC1": proof, "MC6": page}.get(code[:3], xml)(placed(example, DATA))
    if " | " in example:
        return people(example)
    if code.startswith("MC9"):
        return edition(example)
    if octets := re.match(r"([0-9A-F]{2} ){2,}", example):
        return transcript(bytes.fromhex(octets[0]))
    if code.startswith("MC1"):
        return transcript(example)
    return (transcript if code < "MC400" else encoded)(transcribed(example))


# What takes bytes, several files or great size to show. The texts that the rule carries are used where they can be.
TEXTS = {code: (each.bad, each.good) for code, each in RULES.items()}


def each_of(make: Callable[[str], Example], code: str) -> tuple[Example, Example]:
    """Both examples of a rule, shown in another way than most."""
    return make(TEXTS[code][0]), make(TEXTS[code][1])


INITIAL = TALK.replace("Anna Bell", "G. Bell").replace("Fond 1", "Papers of {} Bell, Fond 1")
LONG = placed(TEXTS["MC517"][0], DATA).replace("…", "{}")
UNAIDED = "memcon verify talk.xml --transcripts elsewhere"
ALONE = "memcon validate elsewhere/talk.xml"
GRAMMAR = (ROOT / "schemas" / "memcon.rng").read_text("utf-8")
EXAMPLES: dict[str, tuple[Example, Example]] = {
    "MC107": each_of(lambda text: called(text, {"talk.xml": BY_HAND}), "MC107"),
    "MC108": (transcript("word " * 2_001_000), transcript("word " * 1000)),
    "MC110": each_of(lambda text: proof(DATA.decode(), transcribed(text)), "MC110"),
    "MC111": each_of(lambda text: called(text, {"persons.xml": authority(PERSON)}), "MC111"),
    "MC114": (transcript("a\n" * 30_000), transcript("a\n" * 300)),
    "MC115": each_of(lambda text: called(UNAIDED, {"talk.xml": placed(text, DATA)}), "MC115"),
    "MC116": each_of(lambda text: called(ALONE, {"elsewhere/talk.xml": placed(text, DATA)}), "MC116"),
    "MC413": each_of(lambda text: xml(DATA.decode().replace('print="', text, 1)), "MC413"),
    "MC303": each_of(lambda text: called(text, {"talk.md": TALK, "walk.md": TALK}), "MC303"),
    "MC401": each_of(xml, "MC401"),
    "MC402": each_of(xml, "MC402"),
    "MC403": each_of(xml, "MC403"),
    "MC407": (xml("<TEI>" * 300 + "</TEI>" * 300), xml("<TEI>" * 30 + "</TEI>" * 30)),
    "MC408": each_of(killed, "MC408"),
    "MC409": each_of(lambda text: called(text, {"tei_all.rng": GRAMMAR}), "MC409"),
    "MC503": each_of(linked, "MC503"),
    "MC504": each_of(linked, "MC504"),
    "MC412": each_of(lambda text: xml(edited("<p>.*?</p>", text)), "MC412"),
    "MC506": each_of(lambda text: xml(edited("<body>", text)), "MC506"),
    "MC517": (xml(LONG.format("We have come a long way. " * 200)), xml(LONG.format("We have come a long way. " * 100))),
    "MC545": each_of(linked, "MC545"),
    "MC546": each_of(lambda name: called("memcon validate .", {"edition.toml": "[edition]\n", name: TALK}), "MC546"),
    "MC580": each_of(lambda text: xml(edited("<body>", text)), "MC580"),
    "MC586": each_of(lambda text: called("memcon validate talk.xml walk.xml", {"walk.xml": walk(text)}), "MC586"),
    "MC587": each_of(linked, "MC587"),
    "MC588": each_of(linked, "MC588"),
    "MC589": each_of(lambda text: called("memcon validate talk.xml", governed(text)), "MC589"),
    "MC590": each_of(lambda text: xml(edited(r"(<\?xml-model[^>]*>\n)+", text)), "MC590"),
    "MC593": each_of(lambda text: called("memcon fix talk.xml", {"talk.xml": placed(text, DATA)}), "MC593"),
    "MC594": each_of(linked, "MC594"),
    "MC595": each_of(linked, "MC595"),
    "MC596": each_of(emphasised, "MC596"),
    "MC598": each_of(lambda text: xml(authority(text), "persons.xml"), "MC598"),
    "MC903": each_of(persons, "MC903"),
    "MC905": each_of(settled, "MC905"),
    "MC906": each_of(settled, "MC906"),
}

# All others are tested by the very examples that the rules carry.
EXAMPLES |= {
    code: (shown(code, each.bad), shown(code, each.good))
    for code, each in RULES.items()
    if code not in EXAMPLES and each.bad and each.good
}


def test_every_rule_has_its_examples() -> None:
    assert sorted(EXAMPLES) == sorted(RULES)


@pytest.mark.parametrize("code", RULES)
def test_every_rule_carries_both_texts(code: str) -> None:
    each = RULES[code]
    assert each.bad.strip(" ")
    assert each.good.strip(" ")
    assert each.bad != each.good


def test_most_rules_are_tested_by_what_they_carry() -> None:
    lengthy = {"MC108", "MC114", "MC407", "MC517"}
    assert lengthy <= EXAMPLES.keys()
    for code in lengthy:
        assert "…" in RULES[code].bad


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


def test_the_elements_that_rules_watch_are_those_of_the_schema() -> None:
    odd = etree.parse(ROOT / "schemas" / "memcon.odd")
    known = {spec.get("ident") for spec in odd.iterfind(".//{http://www.tei-c.org/ns/1.0}elementSpec")}
    for code, each in RULES.items():
        assert set(each.elements) <= known, code
