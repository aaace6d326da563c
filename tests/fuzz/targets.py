"""What is fuzzed: conversion with proof and validation, and what reads TEI; any bytes end in a result or a diagnostic.

A target takes bytes and raises where something is wrong. Beside the targets: what fuzzing starts from, which are the
test cases, and a mutation that keeps to lines and tags, since random bytes seldom make a speaker's label.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy
from functools import cache
from pathlib import Path
from random import Random

from lxml import etree

from memcon.conversion import convert
from memcon.diagnostics import Diagnostic
from memcon.fidelity import TranscriptReference, printed_text
from memcon.readers import read
from memcon.readers.detection import is_html
from memcon.tei.parsing import Tree, parse, parse_tei
from memcon.transformers.html import to_html
from memcon.transformers.text import to_diplomatic, to_text
from memcon.validation import check_links, validate
from memcon.validation.links import links_of
from memcon.verification import verify
from readers.test_html import check as check_places
from test_conversion_properties import FOUND, REFUSALS, WORDS, XML_WORDS, check

_TESTS = Path(__file__).resolve().parents[1]
_REFUSED_XML = {"MC401", "MC402", "MC403", "MC407"}


def transcript(data: bytes) -> None:
    """Convert bytes: valid documents that hold every printed character, or one refusal."""
    if is_html(data):
        _page(data)
    else:
        check(data)


def _page(data: bytes) -> None:
    outcome = convert(data, "a.html")
    _placed(outcome.diagnostics)
    errors = [found.rule.code for found in outcome.diagnostics if found.severity.name == "ERROR"]
    if outcome.value is None:
        assert len(errors) == 1, errors
        assert errors[0] in REFUSALS, errors
        return
    assert errors == []
    page = read(data, "a.html").value
    assert page is not None
    check_places(page)
    trees = [parse_tei(document.data, "a.xml").value for document in outcome.value]
    encoded = "".join(piece for tree in trees if tree is not None for piece in printed_text(tree))
    assert "".join(encoded.split()) == "".join(page.printed.split())


def tei(data: bytes) -> None:
    """Parse, validate, verify and render bytes as TEI: a tree or one refusal, and every finding at a place."""
    outcome = validate(data, "a.xml")
    _placed(outcome.diagnostics)
    for load in (_words, _absent):
        _placed(verify(data, "a.xml", load).diagnostics)
    if outcome.value is None:
        (found,) = outcome.diagnostics
        assert found.rule.code in _REFUSED_XML, found
        return
    list(check_links([links_of(outcome.value, "a.xml")]))
    to_html(outcome.value, path="a.xml")
    to_text(outcome.value, path="a.xml")
    to_diplomatic(outcome.value, path="a.xml")


def _placed(found: Iterable[Diagnostic]) -> None:
    for each in found:
        assert each.message
        assert each.location.line >= 1, each
        assert each.location.column >= 0, each


def _words(_named: TranscriptReference) -> tuple[str, bytes]:
    return "a.txt", b"words"


def _absent(_named: TranscriptReference) -> tuple[str, bytes]:
    raise FileNotFoundError


TARGETS: dict[str, Callable[[bytes], None]] = {"transcript": transcript, "tei": tei}


_BY_ELEMENTS = 0.8  # of the mutations of XML that can be parsed
_CASES = tuple((a.encode(), b.encode()) for a, b in ("sſ", "iı", "Iİ", "kK", "1١", "1²", " \xa0", ":：", "e\u0435"))
_VALUES = (
    "",
    " ",
    "x",
    "#x",
    "a b",
    "%00",
    "\u00e9",
    "\ud7ff",
    "1",
    "-1",
    "9" * 20,
    "#t1 #t1",
    "a.xml#b",
    "2000-13-45",
    "://[",
)

# -- what fuzzing starts from ----------------------------------------------------------------------

_FILES = {"transcript": ("cases/*/in.*", "readers/data/*.html"), "tei": ("cases/*/out*.xml",)}
_TAGS = (
    "<html>|<body>|<main>|<article>|<p>|</p>|<div>|</div>|<b>|</b>|<i>|</i>|<br>|<hr>|<h1>|</h1>|<ul>|<li>|</ul>|"
    "<table>|<tr>|<td>|</table>|<pre>|</pre>|<a href='#n'>|<a id=n>|</a>|<nav>|</nav>|<script>|</script>|"
    "<!doctype html>|<!DOCTYPE a [<!ENTITY b 'c'>]>|&b;|&nbsp;|&#8;|&#x41;|<svg>|</svg>|<title>|</title>|"
    "<style>|<aside>|<meta charset=utf-16>"
)


@cache
def corpus(target: str) -> tuple[bytes, ...]:
    """What fuzzing a target starts from: the files of the test cases, and what was found before."""
    files = sorted(path for pattern in _FILES[target] for path in _TESTS.glob(pattern))
    assert files
    small = tuple(text.encode() for text in FOUND) if target == "transcript" else ()
    return (*small, *(path.read_bytes() for path in files))


@cache
def words(target: str) -> tuple[bytes, ...]:
    """What mutations put in: words, marks and tags that the code asks for, and bytes that are in no good file."""
    known = (*WORDS, *_TAGS.split("|")) if target == "transcript" else XML_WORDS
    odd = (
        b"\x00",
        b"\x08",
        b"\x1c",
        b"\xff",
        b"\xfe\xff",
        b"\xc3",
        b"\xed\xa0\x80",
        b"\xef\xbf\xbf",
        b"\n",
        b"\r",
        b"\f",
    )
    return (*(word.encode("utf-8", "surrogatepass") for word in known), *odd)


def mutated(data: bytes, target: str, random: Random) -> bytes:
    """Another file of the kind: lines, tags or elements of it put in, taken out, repeated, exchanged."""
    tree = parse(data, "").value if target == "tei" and random.random() < _BY_ELEMENTS else None
    return _in_pieces(data, target, random) if tree is None else _in_elements(tree, random)


def _in_elements(tree: Tree, random: Random) -> bytes:
    """Well-formed XML in which a few elements and attributes are not where they were, or not what they were."""
    for _ in range(random.randint(1, 4)):
        every = list(tree.getroot().iter(etree.Element))
        one, other = random.choice(every), random.choice(every)
        kind = random.randrange(7)
        if kind == 0:
            one.tag = other.tag
        elif kind == 1 and other.attrib:
            name, value = random.choice(other.items())
            one.set(name, value)
        elif kind == 2 and one.attrib:
            one.set(random.choice(one.keys()), random.choice(_VALUES))
        elif kind == 3:
            one.text, one.tail = random.choice(_VALUES), other.tail
        elif kind == 4:
            other.append(deepcopy(one))
        elif kind == 5 and one.attrib:
            del one.attrib[random.choice(one.keys())]
        elif one is not every[0] and (above := one.getparent()) is not None:
            above.remove(one)
    return etree.tostring(tree)


def _in_pieces(data: bytes, target: str, random: Random) -> bytes:
    mark = random.choice((b"\n", b"\n", b"\n\n", b">", b" "))
    parts = data.split(mark)
    for _ in range(random.randint(1, 5)):
        at, other = random.randrange(len(parts)), random.randrange(len(parts))
        kind = random.randrange(7)
        if kind == 6:
            parts[at] = parts[at].replace(*random.choice(_CASES))
        elif kind == 0:
            parts.insert(at, random.choice(words(target)))
        elif kind == 1:
            parts[at] = random.choice(words(target)) + parts[at]
        elif kind == 2:
            parts[at] += random.choice(words(target))
        elif kind == 3:
            parts[at], parts[other] = parts[other], parts[at]
        elif kind == 4:
            parts[at : at + 1] = [parts[at]] * random.choice((0, 2, 3))
        else:
            foreign = random.choice(corpus(target)).split(mark)
            parts[at:at] = foreign[random.randrange(len(foreign)) :][: random.randint(1, 8)]
        parts = parts or [b""]
    return mark.join(parts)
