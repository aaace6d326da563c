"""JUnit's XML: a test suite for each file, in it a test case for each rule that found something.

A finding as grave as --fail-on is a failure; lesser ones stand in the output of a test case that passes, so that the
report and the exit code say the same. A file without findings is a suite with one case that passes. Held against the
schema of Jenkins, which knows no file or line of a test case: the class name is the path, the lines are in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.findings import Findings
from memcon.reporters.byfile import by_file
from memcon.reporters.paths import told
from memcon.reporters.xml import child, visible, written

_CLEAN = "nothing found"


def junit(findings: Findings) -> Iterator[str]:
    """The whole report. There is no time in it: the same findings give the same bytes."""
    root = etree.Element("testsuites", name="memcon")
    for path, group in by_file(findings):
        _suite(root, told(path, findings.base, findings.here), group, findings)
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    yield written(root)


def _suite(root: etree._Element, name: str, group: Sequence[Diagnostic], findings: Findings) -> None:
    rules = {found.rule.code: found.rule for found in group}
    suite = child(root, "testsuite", name=name)
    for code in sorted(rules):
        said = [found for found in group if found.rule.code == code]
        _case(suite, name, f"{code} {rules[code].name}", said, findings)
    if not rules:
        child(suite, "testcase", classname=name, name=_CLEAN, time="0")
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    for key in ("errors", "skipped", "time"):
        suite.set(key, "0")


def _case(suite: etree._Element, path: str, name: str, said: Sequence[Diagnostic], findings: Findings) -> None:
    case = child(suite, "testcase", classname=path, name=name, time="0")
    text = "\n".join(_lines(said))
    if said[0].severity >= findings.fail_on:
        more = f" (and {len(said) - 1} more)" if len(said) > 1 else ""
        failure = child(case, "failure", message=said[0].message + more, type=said[0].severity.label)
        failure.text = visible(text)
    else:
        child(case, "system-out").text = visible(text)


def _lines(said: Sequence[Diagnostic]) -> Iterator[str]:
    for found in said:
        yield f"{found.location}: {found.severity.label} {found.rule.code} {found.message}"
        if found.hint:
            yield f"  help: {found.hint}"
