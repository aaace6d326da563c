"""Every damage to turns, people and print that a careful reviewer could do to a file is named at its place, by the file
alone; what only the transcript can tell is told by the proof."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest
from lxml import etree

from conftest import ROOT, TEI
from memcon.conversion import convert
from memcon.diagnostics import Diagnostic, Severity
from memcon.tei.places import element_places
from memcon.validation import validate
from memcon.verification import verify
from validation.house import damages_of_print, damages_of_speech
from validation.house.damaging import Damage

PAGED = """[Page 11]

12. Memorandum of Conversation[1]

Oslo, May 3, 1975, 3:00–4:00 p.m.

PARTICIPANTS

Minister Anna Lindqvist

Ambassador Carl Aalto

Emil Nasser, Interpreter

Minister Lindqvist: Good morning. We have read your paper on the harbour with great interest.[2]

Ambassador Aalto: Thank you. I recom[Page 12]mend it to all of your colleagues in the ministry as well.

Minister Lindqvist: We shall see (if there is time for it). The first page is the best one.[3]

Ambassador Aalto: They said “never again,” and so did we. [1 line not declassified] That was all.

[Page 13]

Minister Lindqvist: It was [as I said] a long way to come for a single conversation about the harbour.

Ambassador Aalto: There are three things that we should like to have before the winter comes.

[Page 14]

Minister Lindqvist: I have nothing more to say. Let us begin.

[Page 15]

Ambassador Aalto: I agree with all of it. [Omitted here is discussion of herring.] It is late.

[1] Source: National Archives, Harbour Files, box 3. Secret.

[2] Not printed.

[3] See above.
"""
CASES = sorted((ROOT / "tests" / "cases").glob("*/out*.xml"))
FILES = sorted(TEI.glob("1*.xml"))
TRIES = 4  # of each damage, in as many documents
AWAY = 3  # lines that a finding may be away from the element concerned

Document = tuple[str, bytes]


@cache
def documents() -> tuple[Document, ...]:
    """The edition, the cases, and several times a memorandum that has something of everything."""
    made = convert(PAGED.encode(), "paged.txt").value
    assert made is not None
    read = [(path.name if path in FILES else "in.xml", path.read_bytes()) for path in (*FILES, *CASES)]
    return (*read, *[("paged.xml", made[0].data)] * 10)


def grave(document: Document) -> list[Diagnostic]:
    """What is said of a document from the severity of a warning on."""
    name, data = document
    return [d for d in validate(data, name).diagnostics if d.severity >= Severity.WARNING]


def said(found: Diagnostic) -> str:
    return f"{found.rule.code} {found.message}"


@cache
def sound(document: Document) -> Counter[str]:
    """What is said of a document as it is, and how often."""
    return Counter(map(said, grave(document)))


def lines(root: etree._Element, data: bytes, concerned: tuple[etree._Element, ...]) -> set[int]:
    """The lines at which the elements concerned begin, and those near them."""
    places = element_places(data)
    exact = {places[number][0] for number, each in enumerate(root.iter(etree.Element)) if each in concerned}
    return {line + away for line in exact for away in range(-AWAY, AWAY + 1)}


def found(document: Document, damage: Damage, seed: int) -> tuple[str, bool] | None:
    """What is said anew of a damaged document, and whether it is said at the right place; None where the document has
    no place for the damage."""
    root = etree.fromstring(document[1])
    concerned = damage(root, random.Random(seed))
    if not concerned:
        return None
    data = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True)
    every = grave((document[0], data))
    times = Counter(map(said, every))
    new = [d for d in every if times[said(d)] > sound(document)[said(d)]]
    return "; ".join(map(said, new)), any(d.location.line in lines(root, data, concerned) for d in new)


DAMAGES = (*damages_of_speech.DAMAGES, *damages_of_print.DAMAGES)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damage_is_named_at_its_place(damage: Damage) -> None:
    tried = 0
    for seed in range(4 * len(documents())):
        document = random.Random(f"{damage.__name__} {seed}").choice(documents())
        outcome = found(document, damage, seed)
        if outcome is not None:
            tried += 1
            assert outcome[1], f"{document[0]}, seed {seed}: {outcome[0] or 'nothing is said'}"
        if tried == TRIES:
            return
    assert tried


def test_the_paged_memorandum_is_sound() -> None:
    assert sound(documents()[-1]) == Counter()


# What a file does not tell by itself, since it is as sound as before: words, and where they stand. The proof tells it.
UNSEEN: dict[str, Callable[[str], str]] = {
    "a word is another one": lambda tei: tei.replace("impossible", "possible", 1),
    "a word is gone": lambda tei: re.sub(r"(</speaker>\s*<p>\w+ \w+ )\w+ ", r"\1", tei, count=1),
    "a paragraph is gone": lambda tei: re.sub(r"(</p>\s*)<p>[^<]*</p>(?=\s*</sp>)", r"\1", tei, count=1),
    "the last turn is gone": lambda tei: re.sub(r" *<sp (?:(?!<sp )[\s\S])*?</sp>\n(?=\s*</div>)", "", tei),
    "a sentence stands in the turn before": lambda tei: _sentence_moved(tei),
}


def _sentence_moved(tei: str) -> str:
    match = re.search(
        r"</p>(\s*</sp>\s*<sp [^>]*>\s*<speaker>[^<]*</speaker>\s*<p>)([A-Z][^<.?!]*[.?!]) (?=[A-Z])", tei
    )
    if match is None:
        return tei
    return f"{tei[: match.start()]} {match[2]}</p>{match[1]}{tei[match.end() :]}"


@pytest.mark.parametrize("what", UNSEEN)
def test_what_the_file_does_not_tell_the_proof_does(what: str) -> None:
    told = False
    for path in FILES[:6]:
        tei = path.read_text("utf-8")
        if (changed := UNSEEN[what](tei)) == tei:
            continue
        told = True
        document = (path.name, changed.encode())
        assert [d for d in grave(document) if said(d) not in sound((path.name, tei.encode()))] == []
        proof = verify(changed.encode(), str(path), lambda named: (named.path, (TEI / named.path).read_bytes()))
        assert "MC109" in [d.rule.code for d in proof.diagnostics]
    assert told
