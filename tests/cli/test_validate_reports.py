"""validate: what it says, where to, and what counts."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from conftest import TEI
from harness import Ran, memcon, talk
from memcon.cli.validate import validate as validate_command
from memcon.reporters import REPORTERS


@pytest.fixture
def bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder holds bad.xml, which has an error in line 2, and good.xml."""
    monkeypatch.chdir(tmp_path)
    memcon("convert", talk(tmp_path, "good.txt"), "--out", tmp_path)
    path = tmp_path / "bad.xml"
    path.write_text("<TEI>\n<p></TEI>")
    return path


def ugly(path: Path, times: int = 3) -> Path:
    """A file with so many errors of the schema."""
    memcon("convert", talk(path.parent, f"{path.stem}.txt"), "--out", path.parent)
    path.write_text(path.read_text("utf-8").replace("agree.", "agree." + "\n<b/>" * times), "utf-8")
    return path


def validate(*words: str | Path) -> Ran:
    """validate that listens to the rules which these files are made to break."""
    return memcon("validate", *words, "--select", "MC401,MC404,MC506")


# -- formats ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", REPORTERS)
def test_every_format_is_printed_and_written_alike(name: str, bad: Path) -> None:
    printed = memcon("validate", "bad.xml", "good.xml", "--format", name)
    assert printed.code == 1
    assert "MC401" in printed.out
    written = memcon("validate", "bad.xml", "good.xml", "--format", f"{name}=out/report")
    assert (written.code, written.out) == (1, "")
    assert Path("out/report").read_text("utf-8") == printed.out
    assert "2 files checked: 1 error" in written.err


def test_several_formats_at_once(bad: Path) -> None:
    ran = memcon("validate", "bad.xml", "--format", "sarif=a.sarif", "--format", "human", "--format", "junit=a.xml")
    assert ran.out.startswith("error[MC401] not-well-formed")
    assert json.loads(Path("a.sarif").read_text())["version"] == "2.1.0"
    assert Path("a.xml").read_text().startswith("<?xml")
    assert sorted(path.name for path in Path().iterdir()) == ["a.sarif", "a.xml", "bad.xml", "good.txt", "good.xml"]


@pytest.mark.parametrize(
    "words",
    [
        "--format xml",
        "--format sarif --format human",
        "--format sarif=",
        "--format sarif=x --format json=x",
        "--format Human",
        "--format sarif=- --format json",
    ],
)
def test_formats_that_cannot_be(words: str, bad: Path) -> None:
    ran = memcon("validate", "bad.xml", *words.split())
    assert (ran.code, ran.out) == (2, "")
    assert "Error: Invalid value for '--format'" in ran.err
    assert not Path("x").exists()


def test_a_format_misspelt_is_guessed(bad: Path) -> None:
    assert "did you mean sarif?" in memcon("validate", "bad.xml", "--format", "sarf").err


def test_a_report_that_cannot_be_written_is_said_and_what_was_there_stays(bad: Path) -> None:
    Path("file").write_text("old")
    ran = memcon("validate", "good.xml", "--format", "sarif=file/x", "--format", "concise")
    assert (ran.code, "file/x cannot be written" in ran.err) == (2, True)
    assert Path("file").read_text() == "old"


def test_other_verbs_speak_the_formats_too(bad: Path) -> None:
    for verb in ("verify", "render"):
        ran = memcon(verb, "bad.xml", "--format", "gitlab=q.json", "--format", "concise")
        assert ran.codes == ["MC401"]
        assert json.loads(Path("q.json").read_text())[0]["check_name"] == "MC401"
    assert memcon("verify", "bad.xml", "--format", "github").out.startswith("::error file=bad.xml,line=2,")


def test_clean_files_are_reported_as_the_format_wants(bad: Path) -> None:
    for name, said in (("human", ""), ("concise", ""), ("github", ""), ("jsonl", ""), ("json", "[]\n"),
                       ("gitlab", "[]\n")):  # fmt: skip
        assert memcon("validate", "good.xml", "--format", name).out == said
    assert 'tests="1" failures="0"' in memcon("validate", "good.xml", "--format", "junit").out


def test_a_job_summary_is_appended(bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("summary.md").write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    assert memcon("validate", "bad.xml").code == 1
    assert memcon("validate", "good.xml").code == 0
    lines = Path("summary.md").read_text("utf-8").splitlines()
    assert lines[:2] == ["before", "### memcon: 1 file checked&#58; 1 error"]
    assert sum(line.startswith("| bad&#46;xml&#58;2&#58;") for line in lines) == 1
    assert lines[-2] == "### memcon: 1 file checked"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "none/summary.md")
    ran = memcon("validate", "good.xml")
    assert (ran.code, "the job summary cannot be written" in ran.err) == (2, True)


# -- what counts -----------------------------------------------------------------------------------


def test_rules_are_selected_and_ignored(bad: Path) -> None:
    path = ugly(bad.parent / "ugly.xml", 1)
    for words, codes in (
        ("--select MC404", ["MC404"]), ("--select MC506", ["MC506"]), ("--select MC4,MC506 --ignore MC4", ["MC506"]),
        ("--select MC1,MC4 --select edited", ["MC506", "MC404"]), ("--select MC4,edited --ignore mc404,edited", []),
        ("--ignore MC4 --select MC404", ["MC404"]), ("--select MC1", []),
    ):  # fmt: skip
        ran = memcon("validate", path, *words.split())
        assert (ran.codes, ran.code) == (codes, int("MC404" in codes)), words


def test_a_rule_that_nobody_knows_is_a_fault_of_usage(bad: Path) -> None:
    for word, near in (("MC5O2", "did you mean MC5"), ("dangling-ponter", "dangling-pointer"), ("XX", "memcon rule")):
        for option in ("--select", "--ignore"):
            ran = memcon("validate", "bad.xml", option, f"MC4,{word}")
            assert (ran.code, ran.out, near in ran.err) == (2, "", True), ran.err


def test_what_cannot_be_checked_is_always_said(bad: Path) -> None:
    assert memcon("validate", "bad.xml", "--ignore", "MC401").codes == ["MC401"]
    assert memcon("validate", "bad.xml", "--select", "MC5").code == 1
    assert memcon("validate", "none.xml", "--ignore", "MC1").code == 2


@pytest.mark.parametrize(("severity", "code"), [("error", 0), ("warning", 0), ("info", 1)])
def test_fail_on(severity: str, code: int, bad: Path) -> None:
    Path("good.xml").write_text(Path("good.xml").read_text("utf-8").replace("</body>", "<!-- seen --></body>"), "utf-8")
    ran = memcon("validate", "good.xml", "--select", "MC506", "--fail-on", severity, "--format", "junit=j.xml")
    assert ran.code == code
    assert f'failures="{code}"' in Path("j.xml").read_text(), "the report and the exit code say the same"


def test_max_limits_what_is_printed_and_nothing_else(bad: Path) -> None:
    path = ugly(bad.parent / "ugly.xml", 5)
    ran = validate(path, "--max", "2", "--format", "concise", "--format", "json=all.json")
    assert (len(ran.out.splitlines()), ran.code) == (2, 1)
    assert "5 errors, 1 note; 4 of them not shown" in ran.err
    assert len(json.loads(Path("all.json").read_text())) == 6
    assert validate(path, "--max", "0").code == 1
    assert "not shown" not in validate(path, "--max", "6").err
    assert validate(path, "--max", "-1").code == 2


def test_quiet_and_silent(bad: Path) -> None:
    quiet = memcon("validate", "bad.xml", "good.xml", "-q")
    assert (quiet.code, quiet.codes, quiet.err) == (1, ["MC401"], "")
    assert memcon("validate", "good.xml", "--quiet").err == ""
    silent = memcon("validate", "bad.xml", "--silent", "--format", "concise", "--format", "json=x.json")
    assert (silent.code, silent.out, silent.err) == (1, "", "")
    assert len(json.loads(Path("x.json").read_text())) == 1, "files are written all the same"


def test_statistics(bad: Path) -> None:
    path = ugly(bad.parent / "ugly.xml", 5)
    ran = validate(path, "bad.xml", "--statistics")
    assert ran.out.splitlines() == [
        "5  MC404 error    schema-invalid", "1  MC401 error    not-well-formed", "1  MC506 info     edited",
    ]  # fmt: skip
    assert (ran.code, "2 files checked: 6 errors, 1 note" in ran.err) == (1, True)
    assert validate(path, "--statistics", "--format", "json").code == 2
    assert validate(path, "--statistics", "--format", "json=x.json").out == ran.out.replace(
        "1  MC401 error    not-well-formed\n", ""
    )


# -- the baseline ----------------------------------------------------------------------------------


def test_a_baseline(bad: Path) -> None:
    ugly(bad.parent / "ugly.xml", 2)
    wrote = validate(".", "--write-baseline", "known.json")
    assert (wrote.code, wrote.out) == (0, "")
    assert "4 findings written to known.json" in wrote.err
    same = validate(".", "--baseline", "known.json", "--fail-on", "info")
    assert (same.code, same.out) == (0, "")
    assert "3 files checked (4 in the baseline)" in same.err


def test_what_is_new_counts_and_what_is_gone_is_told(bad: Path) -> None:
    path = ugly(bad.parent / "ugly.xml", 2)
    validate(".", "--write-baseline", "known.json")
    text = path.read_text("utf-8")
    path.write_text(text.replace("<body>", "<body>\n\n").replace("Good", "<c/>Good", 1), "utf-8")
    bad.unlink()
    ran = validate(".", "--baseline", "known.json", "--format", "json")
    assert ran.code == 1
    states = {(each["state"], each["code"], each["path"]) for each in json.loads(ran.out)}
    assert states == {("found", "MC404", "ugly.xml"), ("gone", "MC401", "bad.xml")}
    assert "2 files checked (3 in the baseline, 1 gone since): 1 error" in ran.err
    absent = validate(".", "--baseline", "known.json", "--format", "sarif")
    assert [each["baselineState"] for each in json.loads(absent.out)["runs"][0]["results"]] == ["new", "absent"]


def test_a_baseline_is_brought_up_to_date(bad: Path) -> None:
    ugly(bad.parent / "ugly.xml", 2)
    assert validate("ugly.xml", "--baseline", "known.json", "--update-baseline").code == 0
    assert validate("bad.xml", "--baseline", "known.json", "--update-baseline").code == 0
    known = json.loads(Path("known.json").read_text())["findings"]
    assert [entry["path"] for entry in known] == ["bad.xml", "ugly.xml", "ugly.xml", "ugly.xml"], (
        "what was not checked stays"
    )
    bad.unlink()
    assert validate("ugly.xml", "--baseline", "known.json", "--update-baseline").code == 0
    assert len(json.loads(Path("known.json").read_text())["findings"]) == 3
    validate(".", "--baseline", "known.json", "--update-baseline")
    before = Path("known.json").read_bytes()
    validate(".", "--baseline", "known.json", "--update-baseline")
    assert Path("known.json").read_bytes() == before


def test_a_baseline_holds_wherever_the_call_is_made(bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memcon("validate", "bad.xml", "--write-baseline", "sub/known.json")
    assert json.loads(Path("sub/known.json").read_text())["findings"][0]["path"] == "../bad.xml"
    monkeypatch.chdir("sub")
    for path in ("../bad.xml", bad):
        assert memcon("validate", path, "--baseline", "known.json").code == 0
    bad.unlink()
    (gone,) = json.loads(memcon("validate", "../good.xml", "--baseline", "known.json", "--format", "json").out)
    assert (gone["state"], gone["path"]) == ("gone", "../bad.xml"), "told from the current folder"
    monkeypatch.chdir("..")
    (gone,) = json.loads(memcon("validate", "good.xml", "--baseline", "sub/known.json", "--format", "json").out)
    assert gone["path"] == "bad.xml"


def test_rules_that_are_not_listened_to_are_not_gone(bad: Path) -> None:
    ugly(bad.parent / "ugly.xml", 2)
    memcon("validate", "ugly.xml", "--write-baseline", "known.json")
    ran = memcon("validate", "ugly.xml", "--baseline", "known.json", "--select", "MC5")
    assert "gone" not in ran.err


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("--baseline none.json", "there is no baseline none.json"),
        ("--baseline bad.xml", "cannot be used"),
        ("--baseline .", "is a directory"),
        ("--update-baseline", "needs --baseline"),
        ("--baseline a --write-baseline b", "--update-baseline writes one anew"),
        ("--write-baseline bad.xml/x", "cannot be written"),
    ],
)
def test_a_baseline_that_cannot_be(words: str, why: str, bad: Path) -> None:
    ran = memcon("validate", "bad.xml", *words.split())
    assert (ran.code, why in ran.err) == (2, True), ran.err
    assert ("Usage:" in ran.err) == ("cannot be written" not in ran.err), "a full disk is no fault of the call"


def test_an_unreadable_file_is_no_matter_of_a_baseline(bad: Path) -> None:
    assert memcon("validate", "none.xml", "--write-baseline", "known.json").code == 2
    assert json.loads(Path("known.json").read_text())["findings"] == []
    ran = memcon("validate", "none.xml", "--baseline", "known.json")
    assert (ran.code, ran.codes) == (2, ["MC105"])


# -- order -----------------------------------------------------------------------------------------


def test_the_order_is_stable(bad: Path) -> None:
    for name in ("b.xml", "a.xml", "Z.xml"):
        Path(name).write_text("<TEI>\n<p></TEI>")
    for name in REPORTERS:
        first = memcon("validate", "b.xml", "a.xml", "Z.xml", "--format", name).out
        assert memcon("validate", "Z.xml", "b.xml", "a.xml", "--format", name).out == first, name
    said = memcon("validate", ".", "--format", "concise").out.splitlines()
    assert [line.split(":")[0] for line in said] == ["Z.xml", "a.xml", "b.xml", "bad.xml"]


def test_our_own_edition_is_clean() -> None:
    assert memcon("validate", TEI).code == 0


def test_the_help_lists_every_option_once_under_a_heading() -> None:
    told = memcon("validate", "-h").out
    lines = told.splitlines()
    for heading in ("Files:", "Checks:", "What counts:", "What is said:", "Examples:"):
        assert sum(line.strip() == heading for line in lines) == 1
    assert "Help:\n  -h, --help" in told, "an option without a heading of its own would stand here"
    for option in validate_command.params:
        if isinstance(option, click.Option):
            heads = [line.split()[:2] for line in lines if line.lstrip().startswith("-")]
            assert sum(option.opts[-1] in words for words in heads) == 1, option.name


@pytest.mark.parametrize("name", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_paths_are_those_of_the_checkout(name: str, bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A job may run in a folder of it; what is told to whoever shows the files begins at its root."""
    checkout = Path.cwd().parent
    here = Path.cwd().name
    monkeypatch.setenv(name, str(checkout))
    told = memcon("validate", "bad.xml", "--format", "github", "--format", "sarif=o.sarif", "--format", "gitlab=o.json")
    assert f"::error file={here}/bad.xml,line=" in told.out
    artifact = json.loads(Path("o.sarif").read_text())["runs"][0]["artifacts"][0]["location"]
    assert artifact == {"uri": f"{here}/bad.xml", "uriBaseId": "SRCROOT"}
    assert json.loads(Path("o.json").read_text())[0]["location"]["path"] == f"{here}/bad.xml"
    absolute = memcon("validate", Path("bad.xml").absolute(), "--format", "github")
    assert f"::error file={here}/bad.xml,line=" in absolute.out
    monkeypatch.setenv(name, str(checkout / "elsewhere"))
    assert "::error file=bad.xml,line=" in memcon("validate", "bad.xml", "--format", "github").out
