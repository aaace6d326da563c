"""Names of files and xml:ids: always valid, never two alike, never a path."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from memcon.conversion import Settings, convert
from memcon.decisions import Edition, EditionMetadata
from memcon.identifiers import Registry, stem_of
from memcon.resources import schema_file
from memcon.tei.xmlids import xml_id

XS = {"xs": "http://www.w3.org/2001/XMLSchema"}


@cache
def id_type() -> etree.XMLSchema:
    """A schema of one element whose content is what memcon.xsd lets an xml:id be."""
    source = etree.fromstring(schema_file("memcon.xsd").read_bytes())
    (kept,) = source.xpath("//xs:simpleType[@name='memcon.id']", namespaces=XS)
    root = etree.Element("{http://www.w3.org/2001/XMLSchema}schema", nsmap=XS)
    element = etree.SubElement(root, "{http://www.w3.org/2001/XMLSchema}element", name="id")
    kept.attrib.pop("name")
    element.append(kept)
    return etree.XMLSchema(root)


@pytest.mark.parametrize(
    ("stem", "made"),
    [
        ("talk", "m-talk"), ("1991-02-23", "m-1991-02-23"), ("a b", "m-a-b"), ("a.b_c", "m-a.b_c"), ("été", "m-été"),
        ("e\u0301te\u0301", "m-été"), ("Встреча", "m-Встреча"), ("会谈", "m-会谈"), ("שיחה", "m-----"),
        ("한글", "m---"),        ("𝒳", "m--"), ("a:b", "m-a-b"), ("-a", "m--a"), ("Ωmega×÷", "m-Ωmega--"), ("", "m-"),
    ],
)  # fmt: skip
def test_an_xml_id_keeps_what_a_name_may_hold(stem: str, made: str) -> None:
    assert xml_id(stem) == made


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.one_of(st.text(max_size=12), st.characters(codec="utf-8")))
def test_an_xml_id_is_valid_by_the_schema(stem: str) -> None:
    if "\r" in xml_id(stem):
        raise AssertionError("a line end in a name")
    element = etree.Element("id")
    element.text = xml_id(stem)
    assert id_type().validate(element), element.text


def test_every_letter_the_schema_allows_is_kept() -> None:
    """The other way round: what is replaced by a hyphen is indeed not allowed."""
    schema = id_type()
    for number in [*range(0x21, 0x600), *range(0x4DFE, 0x4E02), *range(0x9FA4, 0xA000)]:
        character = chr(number)
        element = etree.Element("id")
        if xml_id(character) == "m--" and 0xD800 > number != ord("-") and character.isprintable():
            element.text = f"m-{character}"
            assert not schema.validate(element), hex(number)


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("talk.txt", "talk"), ("a/b/talk.md", "talk"), ("C:\\a\\talk.txt", "talk"), ("talk", "talk"), ("-", "-"),
        (".hidden", "hidden"), ("..", "memorandum"), ("", "memorandum"), (" .txt", "memorandum"), ("a.b.txt", "a.b"),
        ("a\nb.txt", "a-b"), ("a\x00b.txt", "a-b"), ("caf\udce9.txt", "caf-"), ("\ufffe.txt", "-"),
        ("a\u2028.txt", "a-"),
    ],
)  # fmt: skip
def test_the_stem_of_a_name(name: str, stem: str) -> None:
    assert stem_of(name) == stem


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text())
def test_a_stem_is_never_empty_hidden_or_a_path(name: str) -> None:
    stem = stem_of(name)
    assert stem
    assert not stem.startswith(".")
    assert not set(stem) & set("/\\\0\n\r")


def test_a_registry_gives_nothing_twice() -> None:
    registry = Registry()
    assert registry.claim("talk", "a.txt:1") is None
    assert registry.claim("Talk", "b.txt:1") == "a.txt:1"
    assert registry.claim("other", "c.txt:1") is None
    assert [registry.xml_id(stem) for stem in ("a b", "a-b", "a#b")] == ["m-a-b", "m-a-b-2", "m-a-b-3"]


SEVERAL = "".join(
    f"Record of Conversation of Anna Bell with {name}\n\n{date}\n\nBell: Good.\n\n{name.split()[-1]}: Yes.\n\n"
    "[Source: Archive of the Foundation. Fond 1.]\n\n"
    for name, date in (("Carl Dorn", "May 3, 1975"), ("Carl Dorn", "May 3, 1975"), ("Emil Frey", "May 4, 1975"))
)


def named(pattern: str, name: str = "talks.txt") -> list[str]:
    settings = Settings(Edition(metadata=EditionMetadata(identifier=pattern)))
    outcome = convert(SEVERAL.encode(), name, settings)
    assert outcome.value is not None, outcome.diagnostics
    return [document.identifier for document in outcome.value]


def test_how_memoranda_are_named() -> None:
    assert named("") == ["talks-1", "talks-2", "talks-3"]
    assert named("{stem}") == ["talks-1", "talks-2", "talks-3"]
    assert named("{date}") == ["1975-05-03-1", "1975-05-03-2", "1975-05-04"]
    first, second, third = named("{date}-{participants}")
    assert (first[-7:], second[-7:], third[-5:]) == ("-dorn-1", "-dorn-2", "-frey")
    assert named("x") == ["x-1", "x-2", "x-3"]


def test_a_number_does_not_run_into_a_name() -> None:
    """`a`, `a` and `a-1` are three."""
    from memcon.identifiers import _numbered

    assert _numbered(["a", "a", "a-1"]) == ["a-2", "a-3", "a-1"]
    assert _numbered(["a", "A"]) == ["a-1", "A-2"]
    assert len(set(_numbered(["a", "a", "a-1", "a-1", "a-1-1"]))) == 5


def test_braces_in_a_stem_are_print() -> None:
    assert named("{stem}", "{date}{x}.txt")[0] == "{date}{x}-1"
