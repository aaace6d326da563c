"""Whole documents: ours that are right, ours that are wrong, and the example of the encoding."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree, isoschematron

from schemas.support import INVALID, SCHEMAS, SHARED, VALID, Engines, Jing, parse

EXAMPLE = SHARED / "encoding-example.xml"


def name(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", VALID, ids=name)
def test_a_right_document_is_accepted(path: Path, engines: Engines, schematron: isoschematron.Schematron) -> None:
    document = parse(path)
    assert all(engines.verdicts(document).values()), engines.complaints()
    assert schematron.validate(document), schematron.validation_report


@pytest.mark.parametrize("path", VALID, ids=name)
def test_tei_accepts_it_too(path: Path, tei_all: etree.RelaxNG) -> None:
    assert tei_all.validate(parse(path)), tei_all.error_log


@pytest.mark.parametrize("path", INVALID, ids=name)
def test_a_wrong_document_is_rejected_by_all(path: Path, engines: Engines) -> None:
    assert not any(engines.verdicts(parse(path)).values())


@pytest.mark.parametrize("path", INVALID, ids=name)
def test_a_wrong_document_says_why(path: Path) -> None:
    comment = parse(path).getroot().getprevious()
    assert comment is not None
    assert str(comment.text).strip()


def test_the_example_of_the_encoding_is_accepted(engines: Engines, schematron: isoschematron.Schematron) -> None:
    if not EXAMPLE.is_file():
        pytest.skip("the example of the encoding is not beside the repository (../shared)")
    document = parse(EXAMPLE)
    assert all(engines.verdicts(document).values()), engines.complaints()
    assert schematron.validate(document), schematron.validation_report


def test_jing_agrees(jing: Jing) -> None:
    assert jing.rejected(SCHEMAS / "memcon.rng", VALID + INVALID) == {path.name for path in INVALID}


def test_white_space_in_an_empty_element_is_judged_differently(engines: Engines) -> None:
    """A known difference: RELAX NG ignores white space in an empty element, XML Schema does not allow it."""
    text = VALID[0].read_text(encoding="utf-8")
    document = parse(text.split("?>", 1)[1].replace("<lb/>", "<lb> </lb>").replace('<pb n="1"/>', '<pb n="1"> </pb>'))
    assert engines.verdicts(document) == {"libxml2 RELAX NG": True, "libxml2 XSD": False, "xmlschema": False}
