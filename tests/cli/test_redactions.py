"""memcon redactions: tables, CSV and JSON; what cannot be read does not stop the rest."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpora import memorandum, person, write
from memcon.cli import main

FIRST = """<sp who="#berg" xml:id="t1"><speaker>Berg:</speaker>
<p>It cost <gap reason="redacted" unit="line" quantity="6.5" ana="#foia.b1"><desc>=1+1 [6½ lines],
 "all"</desc></gap>.</p></sp>
<p><gap reason="redacted" unit="name"><desc>[name not declassified]</desc></gap>
<gap reason="inaudible"><desc>[unclear]</desc></gap></p>"""
SECOND = """<p><gap reason="redacted" unit="line" atMost="1"
 ana="#foia.b1 #foia.b6"><desc>[less than 1 line]</desc></gap>
<gap reason="redacted"><desc>[not declassified]</desc></gap></p>"""


def run(*arguments: str, code: int = 0) -> Result:
    done = CliRunner().invoke(main, ["redactions", *arguments])
    assert done.exit_code == code, (done.output, done.exception)
    return done


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "tei" / "a.xml", memorandum("a", FIRST, person("berg", "Anna Berg")))
    write(tmp_path / "tei" / "b.xml", memorandum("b", SECOND))
    write(tmp_path / "tei" / "c.xml", memorandum("c", "<p>Nothing.</p>"))
    return tmp_path


@pytest.mark.usefixtures("corpus")
class TestTables:
    def test_the_overview(self) -> None:
        assert run("tei/").stdout == EXPECTED

    def test_what_is_doubtful_is_counted_and_said_to_be(self) -> None:
        box = '<gap reason="redacted" cert="low"><desc>[ ]</desc></gap>'
        write(Path("tei", "d.xml"), memorandum("d", f'<p>{box} {box} <gap reason="redacted"><desc>██</desc></gap></p>'))
        assert run("tei/d.xml").stdout.splitlines()[-2:] == [
            "3 redactions in 1 document: 3 without an extent",
            "of these, 2 of low certainty",
        ]
        records = csv.DictReader(io.StringIO(run("tei/d.xml", "--format", "csv").stdout))
        assert [record["certainty"] for record in records] == ["low", "low", ""]
        made = json.loads(run("tei/d.xml", "--format", "json").stdout)
        assert [each["certainty"] for each in made["redactions"]] == ["low", "low", ""]

    def test_by_unit(self) -> None:
        lines = run("tei/", "--by", "unit").stdout.splitlines()
        assert lines[2:5] == [
            "line                   2          2  6.5–7.5",
            "name                   1          1       1×",
            "(not stated)           1          1",
        ]

    def test_the_list(self) -> None:
        lines = run("tei/", "--list").stdout.splitlines()
        assert lines[0] == "tei/a.xml: 2 redactions"
        assert lines[3].split(None, 4) == ["16", "t1", "Anna", "Berg", '6.5 lines  foia.b1    =1+1 [6½ lines], "all"']
        assert "(narrative)" in lines[4]
        assert lines[-2:] == [
            "4 redactions in 2 documents: 6.5–7.5 lines; 1× name; 1 without an extent",
            "not counted: 1 inaudible",
        ]

    def test_the_overview_leaves_out_what_says_nothing(self) -> None:
        write(Path("d.xml"), without_exemption())
        headers = [line.split()[0] for line in run("d.xml").stdout.splitlines() if " redactions " in line]
        assert headers == ["document"]

    def test_another_reason(self) -> None:
        lines = run("tei/", "--reason", "inaudible", "--list").stdout.splitlines()
        assert lines[-2:] == ["1 inaudible gap in 1 document: 1 without an extent", "not counted: 4 redacted"]

    def test_nothing_withheld(self) -> None:
        assert run("tei/c.xml").stdout == "0 redactions\n"


def without_exemption() -> str:
    return memorandum("d", '<p><gap reason="redacted" unit="line" quantity="1"><desc>[1 line]</desc></gap></p>')


EXPECTED = """\
document   redactions     line  name  no extent
---------  ----------  -------  ----  ---------
tei/a.xml           2      6.5    1×
tei/b.xml           2       ≤1                1
---------  ----------  -------  ----  ---------
total               4  6.5–7.5    1×          1

speaker       id    redactions  documents     line  name  no extent
------------  ----  ----------  ---------  -------  ----  ---------
(no speaker)                 3          2       ≤1    1×          1
Anna Berg     berg           1          1      6.5
------------  ----  ----------  ---------  -------  ----  ---------
total                        4          2  6.5–7.5    1×          1

exemption      meaning            redactions  documents     line  name  no extent
-------------  -----------------  ----------  ---------  -------  ----  ---------
(none stated)                              2          2             1×          1
foia.b1        national security           2          2  6.5–7.5
foia.b6        privacy                     1          1       ≤1
-------------  -----------------  ----------  ---------  -------  ----  ---------
total                                      4          2  6.5–7.5    1×          1

4 redactions in 2 documents: 6.5–7.5 lines; 1× name; 1 without an extent
not counted: 1 inaudible
"""


@pytest.mark.usefixtures("corpus")
def test_csv_holds_every_redaction_and_no_formula() -> None:
    done = run("tei/", "--format", "csv")
    assert done.stdout_bytes.count(b"\r\n") == 5
    header, *rows = csv.reader(io.StringIO(done.stdout, newline=""))
    records = [dict(zip(header, row, strict=True)) for row in rows]
    assert [r["document"] for r in records] == ["tei/a.xml", "tei/a.xml", "tei/b.xml", "tei/b.xml"]
    assert records[0]["printed"] == '\'=1+1 [6½ lines], "all"'
    assert (records[0]["speaker_ids"], records[0]["min"], records[0]["max"]) == ("berg", "6.5", "6.5")
    assert (records[1]["unit"], records[1]["min"]) == ("name", "")
    assert (records[2]["min"], records[2]["max"], records[2]["exemptions"]) == ("0", "1", "foia.b1 foia.b6")


@pytest.mark.usefixtures("corpus")
def test_csv_of_totals_has_a_record_for_each_group_and_unit() -> None:
    done = run("tei/", "--format", "csv", "--by", "document")
    assert list(csv.reader(io.StringIO(done.stdout, newline=""))) == [
        ["by", "id", "name", "unit", "redactions", "min", "max", "unnumbered"],
        ["document", "tei/a.xml", "a", "line", "1", "6.5", "6.5", "0"],
        ["document", "tei/a.xml", "a", "name", "1", "", "", "1"],
        ["document", "tei/b.xml", "b", "line", "1", "0", "1", "0"],
        ["document", "tei/b.xml", "b", "", "1", "", "", "1"],
    ]


@pytest.mark.usefixtures("corpus")
def test_json() -> None:
    made = json.loads(run("tei/", "--format", "json").stdout)
    assert list(made) == ["reason", "files", "total", "not_counted", "by", "redactions"]
    assert made["files"] == 3
    assert made["not_counted"] == {"inaudible": 1}
    assert made["total"]["extents"][0] == {"unit": "line", "redactions": 2, "min": 6.5, "max": 7.5, "unnumbered": 0}
    assert made["redactions"][0]["speakers"] == [{"id": "berg", "name": "Anna Berg", "in_authority": False}]
    assert made["redactions"][0]["exemptions"] == [{"id": "foia.b1", "meaning": "national security"}]
    only = json.loads(run("tei/", "--format", "json", "--by", "unit").stdout)
    assert "redactions" not in only
    assert list(only["by"]) == ["unit"]


@pytest.mark.usefixtures("corpus")
def test_a_bad_file_is_reported_and_the_rest_goes_on() -> None:
    write(Path("tei/bad.xml"), "<TEI>")
    done = run("tei/", code=1)
    assert "MC401" in done.stderr
    assert "4 redactions in 2 documents" in done.stdout
    assert "3 files read, 2 with redactions" in done.stderr
    assert "MC105" in run("tei/", "missing.xml", code=2).stderr


@pytest.mark.usefixtures("corpus")
def test_control_characters_do_not_reach_the_terminal() -> None:
    write(Path("x.xml"), memorandum("x", '<p><gap reason="redacted"><desc>a&#x9b;31mb&#x202e;c</desc></gap></p>'))
    out = run("x.xml", "--list").stdout
    assert "\x9b" not in out
    assert "\u202e" not in out


@pytest.mark.usefixtures("corpus")
def test_standard_input_and_usage() -> None:
    text = memorandum("a", SECOND)
    done = CliRunner().invoke(main, ["redactions", "-", "--by", "document"], input=text)
    assert done.stdout.splitlines()[2].split() == ["-", "2", "≤1", "1"]
    run("tei/", "--by", "unit", "--list", code=2)
