"""The built files are what the ODD makes, and the compiler refuses an ODD that does not hold together."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import xmlschema
from lxml import etree, isoschematron

import build
from odd.model import OddError
from odd.reader import read
from schemas.support import SCHEMAS

BUILT = ("memcon.rng", "memcon.xsd", "xml.xsd", "memcon.sch")
ODD = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec ident="x" start="TEI">
<moduleRef key="x" include="TEI{included}"/>{more}
<elementSpec ident="TEI"><content>{content}</content>{attributes}</elementSpec></schemaSpec></TEI>"""


def test_the_built_files_are_what_the_odd_makes() -> None:
    assert build.stale(build.built(SCHEMAS / "memcon.odd"), SCHEMAS) == []


def test_check_says_so() -> None:
    done = subprocess.run([sys.executable, str(SCHEMAS / "build.py"), "--check"], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")


def test_check_names_what_differs(tmp_path: Path) -> None:
    files = build.built(SCHEMAS / "memcon.odd")
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "memcon.sch").write_bytes(b"<schema/>")
    (tmp_path / "xml.xsd").unlink()
    assert build.stale(files, tmp_path) == ["xml.xsd", "memcon.sch"]


def test_building_twice_gives_the_same_bytes() -> None:
    assert build.built(SCHEMAS / "memcon.odd") == build.built(SCHEMAS / "memcon.odd")


def test_an_unknown_argument_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["--chekc"]) == 2
    assert "--check" in capsys.readouterr().out


@pytest.mark.parametrize("name", BUILT)
def test_a_built_file_says_where_it_comes_from(name: str) -> None:
    first = etree.parse(SCHEMAS / name).getroot().getprevious()
    assert first is not None
    assert "Generated from memcon.odd" in str(first.text)


def test_the_compact_schema_says_where_it_comes_from() -> None:
    assert (SCHEMAS / "memcon.rnc").read_text("utf-8").startswith("# Generated from memcon.odd")


def test_every_engine_loads_its_schema() -> None:
    etree.RelaxNG(file=str(SCHEMAS / "memcon.rng"))
    etree.XMLSchema(file=str(SCHEMAS / "memcon.xsd"))
    isoschematron.Schematron(file=str(SCHEMAS / "memcon.sch"))
    assert list(xmlschema.XMLSchema(str(SCHEMAS / "memcon.xsd")).elements) == ["TEI"]


def test_the_relax_ng_is_free_of_what_libxml2_misjudges() -> None:
    tree = etree.parse(SCHEMAS / "memcon.rng")
    spaces = {"r": "http://relaxng.org/ns/structure/1.0"}
    assert tree.xpath("//r:notAllowed", namespaces=spaces) == []
    assert tree.xpath("//r:zeroOrMore/r:empty | //r:oneOrMore/r:empty | //r:optional/r:empty", namespaces=spaces) == []


@pytest.mark.parametrize(
    ("content", "more", "attributes", "included", "message"),
    [
        ('<elementRef key="p"/>', "", "", "", "no element 'p'"),
        ('<classRef key="model.x"/>', "", "", "", "no class 'model.x'"),
        ("<anyElement/>", "", "", "", "anyElement is not known"),
        ("<empty/>", "", "", " p", "moduleRef and elementSpec differ"),
        ("<empty/>", "", '<classes><memberOf key="att.x"/></classes>', "", "no class 'att.x'"),
        ('<alternate><elementRef key="TEI"/><elementRef key="TEI"/></alternate>', "", "", "", "twice: ['TEI']"),
        (
            "<empty/>",
            '<dataSpec ident="d"><content><dataRef name="date"/></content></dataSpec>',
            "",
            "",
            "restrict string",
        ),
        (
            "<empty/>",
            "",
            '<attList><attDef ident="a"><valList type="open"/></attDef></attList>',
            "",
            "only closed lists",
        ),
        ("<empty/>", "", '<attList><attDef ident="a"/></attList>', "", "TEI/@a: no kind of value"),
        (
            "<empty/>",
            2 * '<macroSpec ident="m"><content><empty/></content></macroSpec>',
            "",
            "",
            "macroSpec m: defined twice",
        ),
    ],
)
def test_an_odd_that_does_not_hold_together_is_refused(
    content: str, more: str, attributes: str, included: str, message: str, tmp_path: Path
) -> None:
    file = tmp_path / "x.odd"
    file.write_text(ODD.format(content=content, more=more, attributes=attributes, included=included), encoding="utf-8")
    with pytest.raises(OddError) as caught:
        read(file)
    assert message in str(caught.value)
