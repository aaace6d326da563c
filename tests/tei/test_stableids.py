"""The ids that are called stable are those that the converter gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from conftest import ROOT, TEI
from memcon.tei.names import XML_ID
from memcon.tei.stableids import stable_ids

MADE = sorted((*TEI.glob("*.xml"), *(ROOT / "tests" / "cases").glob("*/out*.xml")))


@pytest.mark.parametrize("path", MADE, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_converter_gives_them(path: Path) -> None:
    found = list(stable_ids(list(etree.parse(path).iter(etree.Element))))
    assert [element.get(XML_ID) for element, _ in found] == [identifier for _, identifier in found]


def test_there_are_some_of_each_kind() -> None:
    names = {name for path in MADE for _, name in stable_ids(list(etree.parse(path).iter(etree.Element)))}
    assert {"t1", "t2", "source-1", "source-2", "translator-1", "declassification-1", "n1"} <= names
