"""What files say of others, packed: nothing of it is lost, and the path is the one it is opened under."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from conftest import TEI
from memcon.tei.parsing import parse_tei
from memcon.validation.links import FileLinks, links_of, packed, unpacked
from memcon.validation.links.packing import Unpacked


def links(path: Path) -> FileLinks:
    tree = parse_tei(path.read_bytes(), str(path)).value
    assert tree is not None
    return links_of(tree, str(path))


@pytest.mark.parametrize("path", sorted(TEI.glob("*.xml")), ids=lambda path: str(path.stem))
def test_nothing_is_lost(path: Path) -> None:
    said = links(path)
    text = packed(said)
    assert "\n" not in text
    assert path.name not in text.partition(",")[0]
    assert unpacked(text, str(path)) == said
    for elsewhere in ("a.xml", 'a "b"\\c.xml', "\udcff.xml", ""):
        assert unpacked(text, elsewhere) == replace(said, path=elsewhere)
        assert packed(replace(said, path=elsewhere)) == text


@pytest.mark.parametrize("text", ["", "[", "[]", "null", "{}", '[,["a"]]'])
def test_what_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # that of json is one, too
        unpacked(text, "a.xml")


def test_as_a_mapping() -> None:
    paths = sorted(TEI.glob("*.xml"))
    said = {str(path): links(path) for path in paths}
    opened = Unpacked([(path, packed(each), b"") for path, each in said.items()])
    assert dict(opened) == said
    assert list(opened.briefs()) == [(path, each.brief) for path, each in said.items()]
    assert len(opened) == len(paths)
    assert str(paths[0]) in opened
    assert "none.xml" not in opened
    with pytest.raises(KeyError):
        opened["none.xml"]
