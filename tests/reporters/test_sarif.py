"""SARIF: against two independent models of the published schema, and against what the specification asks for besides.

No package of a registry carries the schema itself. sarif-om holds the classes that its makers generated from it (the
names of all properties, and which are required), sarif-pydantic the types and the enumerations.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote

import attr
import pytest
from hypothesis import given, settings

from memcon.diagnostics import Diagnostic, Edit, Location
from memcon.findings import Findings, Known
from memcon.reporters.sarif import sarif
from memcon.rules import RULES, rule
from reporters.findings import FINDINGS, finding

_CLASSES = {
    "runs": "Run", "tool": "Tool", "driver": "ToolComponent", "rules": "ReportingDescriptor",
    "shortDescription": "MultiformatMessageString", "fullDescription": "MultiformatMessageString",
    "help": "MultiformatMessageString", "defaultConfiguration": "ReportingConfiguration",
    "invocations": "Invocation", "artifacts": "Artifact", "location": "ArtifactLocation",
    "artifactLocation": "ArtifactLocation", "results": "Result", "message": "Message", "description": "Message",
    "locations": "Location", "relatedLocations": "Location", "physicalLocation": "PhysicalLocation",
    "region": "Region", "deletedRegion": "Region", "logicalLocations": "LogicalLocation", "fixes": "Fix",
    "artifactChanges": "ArtifactChange", "replacements": "Replacement", "insertedContent": "ArtifactContent",
    "SRCROOT": "ArtifactLocation",
}  # fmt: skip
_OPEN = ("properties", "partialFingerprints", "originalUriBaseIds")  # objects whose names are free


def log(findings: Findings) -> dict[str, Any]:
    made = json.loads("\n".join(sarif(findings)))
    assert isinstance(made, dict)
    return made


def unknown(value: Any, name: str = "") -> list[str]:
    """Where an object has a property that the schema does not know, or lacks one that it requires."""
    if isinstance(value, list):
        return [fault for each in value for fault in unknown(each, name)]
    if not isinstance(value, dict) or (name in _OPEN and name != "originalUriBaseIds"):
        return []
    faults = [] if name in _OPEN else _against(value, name)
    return faults + [fault for key, each in value.items() for fault in unknown(each, key)]


def _against(value: dict[str, Any], name: str) -> list[str]:
    model = pytest.importorskip("sarif_om")
    cls = getattr(model, _CLASSES[name] if name else "SarifLog")
    fields = {field.metadata["schema_property_name"]: field for field in attr.fields(cls)}
    required = {key for key, field in fields.items() if field.default is attr.NOTHING}
    return [f"{name}: {key}" for key in (value.keys() - fields.keys()) | (required - value.keys())]


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


def test_the_models_of_the_schema_would_see_a_fault() -> None:
    made = log(FULL)
    made["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startlin"] = 1
    del made["runs"][0]["tool"]["driver"]["name"]
    assert sorted(unknown(made)) == ["driver: name", "region: startlin"]
    model = pytest.importorskip("sarif_pydantic")
    for key, value in (("level", "fatal"), ("message", 1), ("ruleIndex", "x"), ("locations", "here")):
        made = log(FULL)
        made["runs"][0]["results"][0][key] = value
        with pytest.raises(ValueError, match=key):
            model.Sarif.model_validate(made)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(FINDINGS)
def test_it_follows_the_schema(findings: Findings) -> None:
    _follows(log(findings))


def test_a_log_with_everything_in_it_follows_the_schema() -> None:
    _follows(log(FULL))


def _follows(made: dict[str, Any]) -> None:
    assert unknown(made) == []
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
