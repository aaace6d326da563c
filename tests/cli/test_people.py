"""memcon people: proposing, applying, listing mentions; what is there is never lost."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpora import authority, memorandum, person, write
from memcon.cli import main

KNOWN = authority('\n   <person xml:id="berg">\n    <persName>Anna Berg</persName>\n   </person>\n  ')
TURNS = """<sp who="#berg" xml:id="t1"><speaker>BERG:</speaker><p>Yes, <persName ref="#berg">=Anna</persName>.</p></sp>
<sp who="#falk" xml:id="t2"><speaker>Falk:</speaker><p>No.</p></sp>
<sp who="#berg" xml:id="t3"><speaker>BERG:</speaker><p>Yes.</p></sp>"""
PERSONS = person("berg", "Anna Berg", "persons.xml#berg") + person("falk", "Ida Falk")
PROPOSE = ("tei/", "--authority", "tei/persons.xml", "--propose", "people.tsv")
APPLY = ("--authority", "tei/persons.xml", "--apply", "people.tsv")


def run(*arguments: str, code: int = 0) -> Result:
    done = CliRunner().invoke(main, ["people", *arguments])
    assert done.exit_code == code, (done.output, done.exception)
    return done


@pytest.fixture(autouse=True)
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "tei" / "persons.xml", KNOWN)
    write(tmp_path / "tei" / "a.xml", memorandum("a", TURNS, PERSONS))
    return tmp_path


def decide(decision: str, *keys: str) -> None:
    """Write a decision into the rows of these names or forms."""
    lines = Path("people.tsv").read_text("utf-8").splitlines()
    cells = [line.split("\t") for line in lines]
    for row in cells[1:]:
        if (row[3] or row[2]) in keys:
            row[9] = decision
    Path("people.tsv").write_text("\r\n".join("\t".join(row) for row in cells) + "\r\n", "utf-8", newline="")


def test_from_proposals_to_the_authority_file() -> None:
    assert "4 proposals, 4 undecided" in run(*PROPOSE).stderr
    assert [line.split("\t")[:7] for line in Path("people.tsv").read_text("utf-8").splitlines()] == [
        ["action", "id", "name", "variant", "evidence", "documents", "count"],
        ["person", "falk", "Ida Falk", "", "speaker label; not linked with @sameAs", "a", "1"],
        ["variant", "falk", "Ida Falk", "Falk", "speaker label", "a", "1"],
        ["variant", "berg", "Anna Berg", "'=Anna", "name in the text", "a", "1"],
        ["variant", "berg", "Anna Berg", "BERG", "speaker label", "a", "2"],
    ]
    decide("yes", "Ida Falk", "Falk", "'=Anna")
    decide("no", "BERG")
    shown = run(*APPLY, "--diff")
    assert Path("tei/persons.xml").read_text("utf-8") == KNOWN, "--diff writes nothing"
    assert '+   <person xml:id="falk">' in shown.stdout
    assert "1 person and 2 forms of names to add" in shown.stderr
    assert "1 person and 2 forms of names added" in run(*APPLY).stderr
    after = Path("tei/persons.xml").read_text("utf-8")
    assert '<persName type="variant">=Anna</persName>' in after
    assert '<person xml:id="falk">\n    <persName>Ida Falk</persName>' in after
    assert "BERG" not in after
    assert "nothing to add" in run(*APPLY).stderr
    assert "1 proposal, 0 undecided" in run(*PROPOSE).stderr, "the refused form stays refused, the rest is done"


def test_an_authority_file_begins_with_the_first_decisions() -> None:
    """Who has no persons.xml proposes and applies as everybody does, and has one."""
    begin = ("--authority", "tei/people & more.xml", "--apply", "people.tsv")
    proposed = run("tei/a.xml", "--authority", "tei/people & more.xml", "--propose", "people.tsv")
    assert "5 proposals, 5 undecided" in proposed.stderr
    assert "tei/people & more.xml is not there yet: --apply makes it" in proposed.stderr
    assert "nothing to add" in run(*begin).stderr
    assert not Path("tei/people & more.xml").exists(), "nobody was decided on"
    decide("yes", "Anna Berg", "Ida Falk", "Falk")
    assert '+   <person xml:id="berg">' in run(*begin, "--diff").stdout
    assert not Path("tei/people & more.xml").exists(), "--diff writes nothing"
    assert "2 persons and 1 form of names added" in run(*begin).stderr
    made = Path("tei/people & more.xml").read_text("utf-8")
    assert made.endswith("""
 <standOff>
  <listPerson>
   <person xml:id="berg">
    <persName>Anna Berg</persName>
   </person>
   <person xml:id="falk">
    <persName>Ida Falk</persName>
    <persName type="variant">Falk</persName>
   </person>
  </listPerson>
 </standOff>
</TEI>
""")
    checked = CliRunner().invoke(main, ["validate", "tei/people & more.xml", "--fail-on", "info"])
    assert checked.exit_code == 0, checked.output
    assert "MC105" in run("tei/", "--authority", "tei/none.xml", "--mentions", "berg", code=2).stderr
    assert "MC106" in run("--authority", "people.tsv/x.xml", "--apply", "people.tsv", code=1).stderr


def test_an_authority_file_that_begins_is_one_of_the_edition() -> None:
    write(Path("tei/edition.toml"), '[edition]\neditors = ["Ida Falk"]\npublisher = "A & B"\nschemas = "../s"\n')
    run("tei/a.xml", "--propose", "people.tsv")
    decide("yes", "Anna Berg", "Ida Falk")
    run("--authority", "tei/who.xml", "--apply", "people.tsv")
    made = Path("tei/who.xml").read_text("utf-8")
    assert "<persName>Ida Falk</persName>\n    </respStmt>" in made
    assert "<publisher>A &amp; B</publisher>" in made
    assert '<?xml-model href="../s/memcon.rng"' in made
    checked = CliRunner().invoke(main, ["validate", "tei/who.xml", "--fail-on", "info"])
    assert checked.exit_code == 0, checked.output


def test_a_table_that_is_there_keeps_its_decisions_or_is_left_alone() -> None:
    run(*PROPOSE)
    decide("no", "BERG")
    assert "4 proposals, 3 undecided" in run(*PROPOSE).stderr
    Path("people.tsv").write_text("my notes\n", "utf-8")
    assert "MC305" in run(*PROPOSE, code=1).stderr
    assert Path("people.tsv").read_text("utf-8") == "my notes\n"


def test_a_bad_row_changes_nothing() -> None:
    run(*PROPOSE)
    decide("perhaps", "BERG")
    decide("yes", "Ida Falk")
    done = run(*APPLY, code=1)
    assert "error[MC305] people-table-invalid: there is no person 'perhaps'" in done.stderr
    assert "people.tsv:5:" in done.stderr
    assert Path("tei/persons.xml").read_text("utf-8") == KNOWN


def test_no_authority_and_standard_output() -> None:
    done = run("tei/a.xml", "--propose", "-")
    assert [line.split("\t")[:3] for line in done.stdout.splitlines()[1:]] == [
        ["person", "berg", "Anna Berg"],
        ["variant", "berg", "Anna Berg"],
        ["variant", "berg", "Anna Berg"],
        ["person", "falk", "Ida Falk"],
        ["variant", "falk", "Ida Falk"],
    ]


def test_mentions_as_a_table() -> None:
    done = run("tei/", "--authority", "tei/persons.xml", "--mentions", "berg")
    assert done.stdout == (
        "Anna Berg (berg)\n\n"
        "document   as       printed    count  where\n"
        "---------  -------  ---------  -----  -----------\n"
        "tei/a.xml  listed   Anna Berg         participant\n"
        "           speaker  BERG           2  t1 t3\n"
        "           name     =Anna          1  line 15\n\n"
        "1 document: 2 turns, 1 name in the text\n"
    )


def test_mentions_as_csv_and_json() -> None:
    done = run("tei/", "--authority", "tei/persons.xml", "--mentions", "berg", "--format", "csv")
    records = list(csv.reader(io.StringIO(done.stdout, newline="")))
    assert records[0] == ["document", "identifier", "as", "printed", "turn", "line", "joint"]
    assert [r[2:6] for r in records[1:]] == [
        ["listed", "Anna Berg", "", ""],
        ["speaker", "BERG", "t1", "15"],
        ["name", "'=Anna", "", "15"],
        ["speaker", "BERG", "t3", "17"],
    ]
    made = json.loads(run("tei/", "--mentions", "falk", "--format", "json").stdout)
    assert made["documents"][0]["turns"] == ["t2"]


def test_what_cannot_be_read_is_said_and_the_rest_goes_on() -> None:
    write(Path("tei/bad.xml"), "<TEI>")
    done = run(*PROPOSE, code=1)
    assert "MC401" in done.stderr
    assert "4 proposals" in done.stderr
    assert "MC903" in run("tei/", "--authority", "tei/a.xml", "--propose", "-", code=1).stderr
    assert "MC105" in run("--authority", "tei/persons.xml", "--apply", "none.tsv", code=2).stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["tei/"],
        ["--propose", "-"],
        ["tei/", "--propose", "-", "--mentions", "berg"],
        ["tei/", "--propose", "-", "--diff"],
        ["tei/", "--propose", "-", "--format", "csv"],
        ["--apply", "people.tsv"],
        ["tei/", "--authority", "tei/persons.xml", "--apply", "people.tsv"],
        ["tei/", "--authority", "tei/persons.xml", "--mentions", "bergg"],
    ],
)
def test_usage(arguments: list[str]) -> None:
    assert "Usage:" in run(*arguments, code=2).stderr
