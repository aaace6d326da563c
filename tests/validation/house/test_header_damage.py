"""Damage done on purpose to what files say, one thing at a time: each must be named, a warning or worse, on its line.

The damages are ones that no schema sees: another date, another word, another pointer, each as good as the first.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from conftest import ROOT, TEI
from memcon.conversion import convert
from memcon.diagnostics import Diagnostic, Location, Severity
from memcon.rules import RULES
from memcon.validation import validate
from memcon.validation.links import FileLinks, check_links, links_of

CASES = ROOT / "tests" / "cases"
SETTING = r"<setting>(?:(?!</setting>)[\s\S])*?"


@dataclass(frozen=True)
class Damage:
    """What is changed: the group of the pattern, and what becomes of it; where it is named, if not there: on the line
    of what stands last before it."""

    pattern: str
    change: Callable[[str], str]
    at: str = ""


def digit(text: str) -> str:
    """The last digit, changed."""
    at = max(n for n, c in enumerate(text) if c.isdigit())
    return f"{text[:at]}{(int(text[at]) + 1) % 10}{text[at + 1 :]}"


def day(text: str) -> str:
    """The day before or behind in the same month."""
    head, _, number = text.rpartition("-")
    return f"{head}-{int(number) - 1 if int(number) > 1 else 2:02}"


def hour(text: str) -> str:
    """An hour later, or earlier."""
    number = int(text[:2])
    return f"{number + 1 if number < 23 else 22:02}{text[2:]}"


def to(other: str, instead: str) -> Callable[[str], str]:
    """Another value, or a third one where it is that already."""
    return lambda text: instead if text == other else other


def word(text: str) -> str:
    """The first letters of the last word, changed: still a word."""
    first, blank, last = text.rpartition(" ")
    return f"{first}{blank}{'Wes' if not last.startswith('Wes') else 'Eas'}{last[1:]}"


def bare(text: str) -> str:
    """The words without their mark-up."""
    return re.sub(r"<[^>]*>", "", text)


def cut(text: str) -> str:
    """The last word lost."""
    return text.rpartition(" ")[0]


OURS = tuple(code for code in RULES if "MC550" <= code <= "MC589" or code in ("MC109", "MC110", "MC503", "MC504"))


def lost(_text: str) -> str:
    """Nothing."""
    return ""


def turned(text: str) -> str:
    """The second half before the first."""
    first, end, second = text.partition("</category>")
    return f"{second.strip()}{first}{end}"


DAMAGES = {
    "the day of the talk": Damage(SETTING + r'<date (?:when|from)="(\d{4}-\d\d-\d\d)', day),
    "month and day in each other's place": Damage(
        SETTING + r'<date (?:when|from)="(\d{4}-\d\d-(?:0[1-9]|1[0-2])\b)',
        lambda text: f"{text[:5]}{text[8:]}-{text[5:7]}",
    ),
    "the hour of the beginning": Damage(SETTING + r'<date (?:when|from)="[\d-]+T(\d\d:\d\d)', hour),
    "the minute of the end": Damage(SETTING + r'<date [^>]*\bto="[\d-]+T(\d\d:\d\d)', digit),
    "the zone": Damage(SETTING + r'<date [^>]*T\d\d:\d\d:\d\d([+-]\d\d)', digit),
    "the date altogether": Damage(SETTING + r"(<date [^>]*/>)", lambda _text: "", "<setting>"),
    "the printed date's normal form": Damage(r'<text>[\s\S]*?<date when="(\d{4}-\d\d-\d\d)">', day),
    "the printed time's normal form": Damage(r'<text>[\s\S]*?<time (?:when|from)="(\d\d:\d\d)', hour),
    "the quantity of a gap": Damage(r'<gap [^>]*quantity="([\d.]+)"', digit),
    "the unit of a gap": Damage(r'<gap [^>]*unit="(\w+)"', to("word", "page")),
    "the reason of a gap": Damage(r'<gap [^>]*reason="(\w+)"[^>]*><desc>\[', to("illegible", "redacted")),
    "an exemption": Damage(r'<gap [^>]*ana="#(foia\.b\d|eo\.[\w.]+)\b', to("foia.b3", "foia.b5")),
    "the exemption lost": Damage(r'<gap [^>]*?( ana="[^"]+")', lambda _text: ""),
    "a gap left as text": Damage(r"(<gap [^>]*><desc>\[[^<>]*not declassified[^<>]*</desc></gap>)", bare),
    "a portion mark": Damage(r'<metamark [^>]*ana="#classification\.(\w+)"', to("TS", "R")),
    "a banner": Damage(r'<text>[\s\S]*?<fw type="classification"[^>]* ana="#classification\.(\w+)', to("R", "TS")),
    "the classification": Damage(r'<catRef scheme="#classification" target="#classification\.(\w+)"', to("R", "TS")),
    "the medium": Damage(r'<catRef scheme="#medium" target="#medium\.([\w-]+)"', to("teletype", "telephone")),
    "the repository": Damage(r"<repository>([^<]+)<", word),
    "the number of a collection": Damage(r"<collection[^>]*>([^<]*\d[^<]*)<", digit),
    "the number of a shelfmark": Damage(r'<idno type="shelfmark">([^<]*\d[^<]*)<', digit),
    "the number of a document": Damage(r'<idno type="document">([^<]*\d[^<]*)<', digit),
    "the person who is meant": Damage(r'sameAs="persons\.xml#([\w-]+)"', to("aziz", "baker")),
    "a name": Damage(r"<person [^>]*sameAs[^>]*>\s*<persName>([^<]+)<", word, "<person"),
    "the first line": Damage(r'#line=(\d+),', digit),
    "the last line": Damage(r'#line=\d+,(\d+)"', digit),
    "the transcript": Damage(r'<ptr target="([^"#]+)#', word),
    "the digest": Damage(r'<idno type="sha256">([0-9a-f]+)<', digit),
    "a word of the title": Damage(r'<title type="main">([^<]+)<', word),
    "the end of the title": Damage(r'<title type="main">([^<]+ [^<]+)<', cut),
    "the subject": Damage(r'<title type="subject">([^<]+)<', word),
    "the key word": Damage(r"<term>([^<]+)<", word),
    "the place": Damage(SETTING + r"<placeName>([^<]+)<", word),
    "the room": Damage(SETTING + r"<locale>([^<]+)<", word),
    "the translator": Damage(r"<resp>translator</resp>\s*<persName>([^<]+)<", word),
    "the day of declassification": Damage(r'<custEvent type="declassification" when="([\d-]+)"', day),
    "the number of an appeal": Damage(r'<idno type="appeal">([^<]+)<', digit),
    "who declassified it": Damage(r"<resp>declassification</resp>\s*<orgName>([^<]+)<", word),
    "the words of a custodial event": Damage(r"<custEvent [^>]*><desc>(\w+ \w+)", word),
    "the year of a publication": Damage(r'<imprint>[\s\S]*?<date when="(\d{4})"', digit),
    "the pages of a publication": Damage(r'<biblScope unit="page">([^<]+)<', digit),
    "the title of a publication": Damage(r"<monogr>[\s\S]*?<title>([^<]+)<", word),
    "the language": Damage(r'<language ident="(\w+)"', to("fr", "de")),
    "the language of the whole": Damage(r'<TEI [^>]*xml:lang="(\w+)"', to("fr", "de")),
    "the language of the original": Damage(r'<textLang mainLang="(\w+)"', to("fr", "de")),
    "an office": Damage(r"<occupation>([^<]+)<", word),
    "who answers for the edition": Damage(r'xml:id="edition">\s*<resp>[^<]*</resp>\s*<orgName>(memcon)<', word),
    "the name of a document without shelfmark": Damage(r"<msName>([^<]+)<", word),
    "the publisher": Damage(r"<publisher>([^<]+)<", word),
    "the licence": Damage(r'<licence target="([^"]+)"', lambda text: text.replace("zero", "by")),
    "what a term means": Damage(r"<catDesc>(Secret|in person|classified for[^<]*)<", word),
    "whose date it is": Damage(r'<date [^>]*source="([^"]+)"', to("1990-11-08-gorbachev-baker.xml", "x.xml")),
    "the number of a turn": Damage(r'<sp [^>]*xml:id="(t\d+)"', lambda text: f"t{int(text[1:]) + 50}"),
    "the number of a source note": Damage(r'<note type="source"[^>]*xml:id="(source-\d+)"', digit),
    "the pointer to the transcript": Damage(r'<ptr target="([^"]+)"', lambda _text: "#source-1", "<bibl"),
    "the digest altogether": Damage(r'<bibl type="transcript">.*?(<idno type="sha256">[^<]*</idno>)', lost, "<bibl"),
    "a term of a vocabulary": Damage(
        r'<taxonomy [\s\S]*?(<category xml:id="[\w.-]+">\s*<catDesc>[^<]*</catDesc>\s*</category>)', lost, "<taxonomy"
    ),
    "two terms of a vocabulary in each other's place": Damage(
        r"<taxonomy [\s\S]*?((?:<category [^>]*>\s*<catDesc>[^<]*</catDesc>\s*</category>\s*){2})", turned, "<taxonomy"
    ),
    "a collection": Damage(r"(<collection[^>]*>[^<]*</collection>)\s*<collection", lost, "<msIdentifier"),
    "a language twice": Damage(r"(<language [^>]*/>)", lambda text: text + text),
    "the type of the title": Damage(r'<title( type="main")', lost, "<teiHeader"),
    "the type of a note": Damage(r'<note( type="editorial")', lost),
    "an excerpt": Damage(r'<msItem defective="(true)"', lambda _text: "false"),
}  # fmt: skip


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The edition, and the memoranda of the cases, each with its transcript beside it."""
    root = tmp_path_factory.mktemp("sound")
    shutil.copytree(TEI, root / "tei")
    for folder in CASES.iterdir():
        (source,) = folder.glob("in.*")
        (root / folder.name).mkdir()
        shutil.copy(source, root / folder.name)
        for document in convert(source.read_bytes(), source.name).value or ():
            (root / folder.name / f"{document.identifier}.xml").write_bytes(document.data)
    return tuple(sorted(path for path in root.rglob("*.xml") if path.name != "persons.xml"))


def doubts(found: Iterable[Diagnostic]) -> set[tuple[Location, str]]:
    """The places of all that is a warning or worse; a finding about two files is at home in both."""
    return {(place, d.rule.code) for d in found if d.severity > Severity.INFO for place in (d.location, *d.related)}


@cache
def others(folder: Path) -> tuple[FileLinks, ...]:
    """What the files of a folder say of each other."""
    found = []
    for path in sorted(folder.glob("*.xml")):
        tree = validate(path.read_bytes(), str(path)).value
        assert tree is not None
        found.append(links_of(tree, str(path)))
    return tuple(found)


def among(path: Path, data: bytes) -> set[tuple[int, str]]:
    """What is said of a file, by itself and among the others of its folder."""
    outcome = validate(data, str(path))
    found = list(outcome.diagnostics)
    if outcome.value is not None:
        rest = [each for each in others(path.parent) if each.path != str(path)]
        here = str(path)
        found += check_links([*rest, links_of(outcome.value, here)])
    return {(place.line, code) for place, code in doubts(found) if place.path == str(path)}


@dataclass(frozen=True)
class Done:
    """A damage done to one file: the line on which it must be named, and the file as it is then."""

    path: Path
    line: int
    data: bytes


def done(kind: str, files: tuple[Path, ...]) -> list[Done]:
    """A damage done to each file that has such a thing."""
    damage, made = DAMAGES[kind], []
    for path in files:
        source = path.read_text("utf-8")
        match = re.search(damage.pattern, source)
        if match is None or (changed := damage.change(match[1])) == match[1]:
            continue
        place = source.rindex(damage.at, 0, match.start(1)) if damage.at else match.start(1)
        data = (source[: match.start(1)] + changed + source[match.end(1) :]).encode()
        made.append(Done(path, source.count("\n", 0, place) + 1, data))
    return made


def is_named(damage: Done) -> bool:
    """Whether the line is named: by the file alone, or among the others."""
    path, sound = damage.path, damage.path.read_bytes()
    if damage.line in {place.line for place, _ in doubts(validate(damage.data, str(path)).diagnostics)}:
        return True
    others(path.parent)  # as they are before the damage
    try:
        path.write_bytes(damage.data)
        return damage.line in {line for line, _ in among(path, damage.data)}
    finally:
        path.write_bytes(sound)


@pytest.mark.parametrize("kind", DAMAGES)
def test_it_is_named_on_its_line(kind: str, files: tuple[Path, ...]) -> None:
    damages = done(kind, files)
    assert damages, "no file has such a thing"
    some = damages[:: max(len(damages) // 3, 1)]
    assert [(each.path, each.line) for each in some if not is_named(each)] == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", DAMAGES)
def test_it_is_named_in_every_file(kind: str, files: tuple[Path, ...]) -> None:
    assert [(each.path, each.line) for each in done(kind, files) if not is_named(each)] == []


@pytest.mark.slow
def test_sound_files_are_silent(files: tuple[Path, ...]) -> None:
    """The rules about dates, redactions, classification, sources, the header and links, that is."""
    said = {(path.parent.name, code) for path in files for _, code in among(path, path.read_bytes())}
    told = {each.parent.name for each in CASES.glob("*/diagnostics.txt") if "MC202" in each.read_text("utf-8")}
    undated = {(name, "MC555") for name in (*told, "several")}  # 31 February is no date
    printed = {
        ("tei", "MC566"),
        ("portion-marks-in-a-row", "MC566"),
        ("several", "MC552"),
    }  # (S) in what is confidential
    assert {(name, code) for name, code in said if code in OURS} == undated | printed
