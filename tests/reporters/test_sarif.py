"""SARIF: against the published schema, which Microsoft's validator carries, against a model of it that is a package of
Python (sarif-pydantic: its types and enumerations), and against what the specification asks for besides."""

from __future__ import annotations

import json
from functools import cache
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from jsonschema.protocols import Validator
from jsonschema.validators import validator_for

from conftest import packaged
from memcon.diagnostics import Diagnostic, Edit, Location
from memcon.findings import Findings, Known
from memcon.reporters.sarif import sarif
from memcon.rules import RULES, rule
from reporters.findings import FINDINGS, finding

SCHEMA = "@microsoft/sarif-multitool-linux/sarif-2.1.0.json"


def log(findings: Findings) -> dict[str, Any]:
    made = json.loads("\n".join(sarif(findings)))
    assert isinstance(made, dict)
    return made


@cache
def schema() -> Validator:
    """The published schema."""
    held = json.loads(packaged(SCHEMA).read_text("utf-8-sig"))
    return validator_for(held)(held)


FULL = Findings(
    (
        Diagnostic(
            rule("MC502"), "m", Location("a b/é:1.xml", 3, 5, "/TEI/text/body/sp[3]", ("t1",)), "help", "<sp>", 3,
            (Location("b.xml", 7, 2), Location("c.xml")), 1, (Edit(3, 5, 4, 1, "x\n"), Edit(9, 1, 9, 1, "")),
        ),
        finding(path="/srv/tei/a.xml"),
        Diagnostic(rule("MC105"), "cannot be read", Location("none.xml")),
    ),
    (Known("q.xml", "MC404", "m", "f"), Known("q.xml", "MC999", "of another version", "g")),
    ("/srv/tei/a.xml", "clean.xml"), base="/srv", compared=True,
)  # fmt: skip


@settings(max_examples=25, deadline=None, derandomize=True)
@given(FINDINGS)
def test_it_follows_the_published_schema(findings: Findings) -> None:
    schema().validate(log(findings))


def test_a_log_with_everything_in_it_follows_the_published_schema() -> None:
    schema().validate(log(FULL))


def test_the_published_schema_would_see_a_fault() -> None:
    made = log(FULL)
    made["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startlin"] = 1
    del made["runs"][0]["tool"]["driver"]["name"]
    faults = [error.message for error in schema().iter_errors(made)]
    assert len(faults) == 2
    assert any("startlin" in fault for fault in faults)
    assert any("'name' is a required property" in fault for fault in faults)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(FINDINGS)
def test_it_follows_the_model(findings: Findings) -> None:
    _follows(log(findings))


def test_a_log_with_everything_in_it_follows_the_model() -> None:
    _follows(log(FULL))


def test_the_model_would_see_a_fault() -> None:
    model = pytest.importorskip("sarif_pydantic")
    for key, value in (("level", "fatal"), ("message", 1), ("ruleIndex", "x"), ("locations", "here")):
        made = log(FULL)
        made["runs"][0]["results"][0][key] = value
        with pytest.raises(ValueError, match=key):
            model.Sarif.model_validate(made)


def _follows(made: dict[str, Any]) -> None:
    model = pytest.importorskip("sarif_pydantic")
    model.Sarif.model_validate(made)
    for result in made["runs"][0]["results"]:
        for place in (*result["locations"], *result.get("relatedLocations", ())):
            region = place["physicalLocation"].get("region", {"startLine": 1})
            assert region["startLine"] >= 1
            assert region.get("startColumn", 1) >= 1
            assert region.get("endColumn", 10**9) >= region.get("startColumn", 1)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(FINDINGS)
def test_it_carries_what_was_found(findings: Findings) -> None:
    run = log(findings)["runs"][0]
    results = [result for result in run["results"] if result.get("baselineState") != "absent"]
    for result, found in zip(results, findings.found, strict=True):
        assert result["ruleId"] == found.rule.code == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]
        assert result["message"]["text"].startswith(found.message)
        assert result["message"]["text"].endswith(found.hint)
        place = result["locations"][0]["physicalLocation"]
        path = unquote(place["artifactLocation"]["uri"], errors="surrogateescape")
        assert path == found.location.path
        assert place.get("region", {}).get("startLine", 0) == found.location.line
        changes = [change for fix in result.get("fixes", ()) for change in fix["artifactChanges"]]
        texts = [each["insertedContent"]["text"] for change in changes for each in change["replacements"]]
        assert texts == [edit.text for edit in found.edits]


def test_rules_are_described() -> None:
    rules = log(Findings(()))["runs"][0]["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == list(RULES)
    for each in rules:
        assert {"name", "shortDescription", "fullDescription", "help", "helpUri", "defaultConfiguration"} <= each.keys()
        assert each["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert len(each["shortDescription"]["text"]) <= 1024  # GitHub's limit
        assert len(each["fullDescription"]["text"]) <= 1024


def test_places() -> None:
    run = log(FULL)["runs"][0]
    first, second, third, gone, stranger = run["results"]
    assert run["columnKind"] == "unicodeCodePoints"
    physical = first["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "a%20b/%C3%A9%3A1.xml", "uriBaseId": "SRCROOT"}
    assert physical["region"] == {"startLine": 3, "startColumn": 5, "endColumn": 8}
    assert first["locations"][0]["logicalLocations"] == [
        {"fullyQualifiedName": "/TEI/text/body/sp[3]", "kind": "element"}
    ]
    assert [place["id"] for place in first["relatedLocations"]] == [1, 2]
    assert first["fixes"][0]["artifactChanges"][0]["replacements"][0] == {
        "deletedRegion": {"startLine": 3, "startColumn": 5, "endLine": 4, "endColumn": 1},
        "insertedContent": {"text": "x\n"},
    }
    assert second["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "tei/a.xml"
    assert "region" not in third["locations"][0]["physicalLocation"]
    assert [each["location"]["uri"] for each in run["artifacts"]] == [
        "tei/a.xml", "a%20b/%C3%A9%3A1.xml", "clean.xml", "none.xml",
    ]  # fmt: skip
    assert [each["baselineState"] for each in run["results"]] == ["new", "new", "new", "absent", "absent"]
    assert (gone["ruleId"], stranger["level"]) == ("MC404", "warning")
    assert run["invocations"] == [{"executionSuccessful": False}]
    assert "baselineState" not in log(Findings((finding(),)))["runs"][0]["results"][0]
