"""Fixtures: the engines with our schemas, the TEI Guidelines, jing."""

from __future__ import annotations

import pytest
import xmlschema
from lxml import etree, isoschematron

from schemas.support import SCHEMAS, SHARED, Engines, Jing


@pytest.fixture(scope="session")
def engines() -> Engines:
    return Engines(
        etree.RelaxNG(file=str(SCHEMAS / "memcon.rng")),
        etree.XMLSchema(file=str(SCHEMAS / "memcon.xsd")),
        xmlschema.XMLSchema(str(SCHEMAS / "memcon.xsd")),
    )


@pytest.fixture(scope="session")
def schematron() -> isoschematron.Schematron:
    return isoschematron.Schematron(file=str(SCHEMAS / "memcon.sch"), store_report=True)


@pytest.fixture(scope="session")
def guidelines() -> etree._ElementTree:
    """The machine-readable TEI Guidelines."""
    path = SHARED / "tei" / "p5subset-4.9.0.xml"
    if not path.is_file():
        pytest.skip("the TEI Guidelines are not beside the repository (../shared/tei)")
    return etree.parse(path)


@pytest.fixture(scope="session")
def jing(jing: str) -> Jing:
    return Jing(jing)
