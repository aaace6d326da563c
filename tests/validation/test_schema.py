"""Validation: the XSD decides, xmlschema explains; each finding stands at the element that is meant."""

from __future__ import annotations

import re

import pytest

from conftest import TEI, encoded
from memcon.diagnostics import Diagnostic
from memcon.validation import validate

FILE = "1991-01-18-gorbachev-mitterrand"
SOURCE = encoded(FILE).data.decode()
NAME = f"{FILE}.xml"


def found(source: str, name: str = NAME) -> tuple[Diagnostic, ...]:
    return tuple(d for d in validate(source.encode(), name).diagnostics if d.rule.code != "MC506")


def edited(pattern: str, by: str, count: int = 1) -> str:
    made, times = re.subn(pattern, by, SOURCE, count=count, flags=re.S)
    assert times
    return made


def line_of(source: str, words: str) -> int:
    return source[: source.index(words)].count("\n") + 1


def test_the_edition_is_valid() -> None:
    assert found(SOURCE) == ()
    assert validate((TEI / "persons.xml").read_bytes(), "persons.xml").diagnostics == ()


def test_the_line_is_the_invalid_childs_not_its_parents() -> None:
    source = edited(r"(<sp [^>]*>\s*<speaker>[^<]*</speaker>)(.*?)\s*</sp>", r"\1\2\n\n\n  <b/></sp>")
    (first, *_) = found(source)
    assert first.rule.code == "MC404"
    assert first.location.line == line_of(source, "<b/>")
    assert first.location.line > line_of(source, "<sp ") + 2
    assert first.location.column == 3
    assert first.location.xpath.endswith("/sp[1]/b") or first.location.xpath.endswith("/sp/b")
    assert "b is not allowed here in sp" in first.message
    assert first.hint.startswith("sp may hold ")
    assert "<b/>" in first.excerpt


def test_what_is_missing_is_said_of_the_parent() -> None:
    source = edited(r"<publisher>[^<]*</publisher>\s*<idno.*?</availability>", "")
    (first, *_) = found(source)
    assert (first.rule.code, first.location.line) == ("MC404", line_of(source, "<publicationStmt"))
    assert "publicationStmt is not complete" in first.message
    assert first.hint.startswith("expected: ")


@pytest.mark.parametrize(
    ("pattern", "by", "words", "place"),
    [
        (r"<sp who", "<sp whom", "whom", "<sp whom"),
        (r'<sp who="#', '<sp who="', "who", '<sp who="'),
        (r'type="memorandum"', 'type="letter"', "letter", 'type="letter"'),
        (r"<body>", "<body>words", "", "<body>words"),
    ],
)  # fmt: skip
def test_attributes_and_values(pattern: str, by: str, words: str, place: str) -> None:
    source = edited(pattern, by)
    first = found(source)[0]
    assert first.rule.code in ("MC404", "MC405")
    assert first.location.line == line_of(source, place)
    assert words in first.message
    assert "{http" not in first.message
    assert len(first.message) <= 301


def test_a_thousand_faults_are_capped_and_quick() -> None:
    source = edited(r"<p>", "<p><b/>", count=0)
    source = source.replace("<b/>", "<b/>" * 400)
    assert source.count("<b/>") > 5000
    assert 1 <= len(found(source)) <= 60


def test_thousands_of_dangling_pointers_are_quick() -> None:
    people = "".join(f'<ref target="#nobody{n}">x</ref>' for n in range(5000))
    source = edited(r"<p>", f"<p>{people}")
    dangling = [d for d in found(source) if d.rule.code == "MC502"]
    assert len(dangling) == 5000


@pytest.mark.parametrize("depth", [100, 200])
def test_deep_nesting_is_no_traceback(depth: int) -> None:
    source = edited(r"<p>", "<p>" + "<hi>" * depth + "<b/>" + "</hi>" * depth)
    assert {d.rule.code for d in found(source)} == {"MC404"}


def test_two_elements_of_one_id() -> None:
    source = edited(r'xml:id="t2"', 'xml:id="t1"')
    doubles = [d for d in found(source) if d.rule.code == "MC406"]
    assert [d.location.line for d in doubles] == [source[: source.rindex('xml:id="t1"')].count("\n") + 1]
    assert "'t1' stands twice" in doubles[0].message


def test_an_empty_id_is_named_and_ends_no_check() -> None:
    assert "MC404" in {d.rule.code for d in found(edited(r'xml:id="t2"', 'xml:id=""'))}


@pytest.mark.parametrize("name", ["schemaLocation", "noNamespaceSchemaLocation"])
def test_a_schema_of_its_own(name: str) -> None:
    xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    source = edited(r"<TEI ", f'<TEI {xsi} xsi:{name}="http://www.tei-c.org/ns/1.0 http://127.0.0.1/x.xsd" ')
    assert "MC501" in {d.rule.code for d in found(source)}


@pytest.mark.parametrize(
    ("pattern", "by"), [(r'<sp who="#\w+"', '<sp who="#nobody"'), (r'(<supplied) resp="#[\w-]+"', r'\1 resp="#nobody"')]
)  # fmt: skip
def test_a_dangling_pointer(pattern: str, by: str) -> None:
    source = edited(pattern, by)
    codes = {d.rule.code for d in found(source)}
    assert codes & {"MC502", "MC405", "MC404"}
    if "nobody" in by:
        (dangling, *_) = [d for d in found(source) if d.rule.code == "MC502"]
        assert dangling.location.line == line_of(source, "#nobody")
        assert "#nobody" in dangling.message


@pytest.mark.parametrize(
    ("source", "name", "words"),
    [
        (SOURCE, "other.xml", "the file is called other.xml"),
        (SOURCE.replace(f'xml:id="m-{FILE}"', 'xml:id="m-other"'), NAME, "is not made from idno"),
    ],
)
def test_names_that_disagree(source: str, name: str, words: str) -> None:
    (only,) = found(source, name)
    assert only.rule.code == "MC505"
    assert words in only.message


def test_an_edit_is_said_without_a_word_of_blame() -> None:
    (only,) = validate(SOURCE.replace("</body>", "<!-- seen --></body>").encode(), NAME).diagnostics
    assert (only.rule.code, only.severity.label) == ("MC506", "info")


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_places_and_excerpts_in_other_encodings(encoding: str) -> None:
    source = edited(r"<p>", "\n\n<b/><p>").replace('encoding="UTF-8"', f'encoding="{encoding}"')
    data = source.encode(encoding, "xmlcharrefreplace")
    first = next(d for d in validate(data, NAME).diagnostics if d.rule.code == "MC404")
    assert first.location.line == line_of(source, "<b/>")
    assert first.location.column == 1
    assert first.excerpt.startswith("<b/>")


def test_a_line_of_millions_is_not_carried_along() -> None:
    source = edited(r"<p>", "<p>" + "<hi>word</hi> " * 3000 + "<b/>").replace("\n", " ")
    for finding in found(source):
        assert len(finding.excerpt) <= 400
        assert finding.excerpt in source
