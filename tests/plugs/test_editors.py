"""The examples for editors: well-formed, and what they name is there and is what the editor needs."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from conftest import ROOT, TEI, program
from harness import memcon
from memcon.tei.grammars import folder_of, missing
from memcon.tei.names import TEI_NS
from memcon.tei.parsing import parse_tei

EDITORS = ROOT / "schemas" / "editors"
RULES_NS = "{http://thaiopensource.com/ns/locating-rules/1.0}"
FILES = sorted(TEI.glob("*.xml"))
PAGE = (EDITORS / "README.md").read_text("utf-8")


def json_of(name: str) -> Any:
    return json.loads((EDITORS / "vscode" / name).read_text("utf-8"))


def in_workspace(path: str) -> Path:
    return Path(path.replace("${workspaceFolder}", str(ROOT)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_of_the_edition_names_schemas_that_are_there(path: Path) -> None:
    tree = parse_tei(path.read_bytes(), str(path)).value
    assert tree is not None
    assert missing(tree) == ()
    folder = folder_of(tree)
    assert folder is not None
    for name in ("memcon.rng", "memcon.sch"):
        assert (path.parent / folder / name).resolve() == ROOT / "schemas" / name


def test_vscode_associates_the_files_of_the_edition_with_the_schema() -> None:
    (association,) = json_of("settings.json")["xml.fileAssociations"]
    schema = in_workspace(association["systemId"])
    assert schema == ROOT / "schemas" / "memcon.rng"
    etree.RelaxNG(file=str(schema))
    assert sorted(ROOT.glob(association["pattern"].removeprefix("**/"))) == FILES


def test_vscode_does_not_format_mixed_content() -> None:
    settings = json_of("settings.json")
    assert settings["xml.format.enabled"] is False
    assert not any(settings["[xml]"][f"editor.formatOn{event}"] for event in ("Save", "Paste", "Type"))


def test_the_tasks_of_vscode_run_and_their_matcher_reads_what_is_found(tmp_path: Path) -> None:
    validate, fix = json_of("tasks.json")["tasks"]
    shutil.copy(FILES[0], tmp_path)
    broken = tmp_path / FILES[0].name
    broken.write_text(broken.read_text("utf-8").replace('who="#', 'who="#no', 1).replace("<TEI ", "<TEI  "), "utf-8")
    assert [validate["command"], fix["command"]] == ["memcon", "memcon"]
    arguments = [str(tmp_path) if word == "tei/" else word for word in validate["args"]]
    pattern = validate["problemMatcher"]["pattern"]
    found = [match for line in memcon(*arguments).out.splitlines() if (match := re.match(pattern["regexp"], line))]
    read = [(match[pattern["file"]], match[pattern["severity"]], match[pattern["code"]]) for match in found]
    assert (str(broken), "error", "MC502") in read
    assert all(int(match[pattern["line"]]) and int(match[pattern["column"]]) for match in found)
    assert memcon(*(str(tmp_path) if word == "tei/" else word for word in fix["args"])).code == 0
    assert b"<TEI  " not in broken.read_bytes()


def test_the_oxygen_project_names_what_is_there() -> None:
    path = EDITORS / "oxygen" / "memcon.xpr"
    project = etree.parse(path).getroot()
    assert project.tag == "project"
    (tree,) = project.iterfind("projectTree")
    assert tree.get("name") == path.name
    folders = [(path.parent / str(each.get("path"))).resolve() for each in tree.iter("folder") if each.get("path")]
    files = [(path.parent / str(each.get("name"))).resolve() for each in tree.iter("file")]
    assert folders == [TEI]
    assert files == [ROOT / "schemas" / name for name in ("memcon.odd", "memcon.rng", "memcon.sch")]
    assert all(each.is_file() for each in files)


def test_the_locating_rules_of_nxml_lead_to_a_schema_in_compact_syntax() -> None:
    path = EDITORS / "emacs" / "schemas.xml"
    rules = etree.parse(path).getroot()
    assert rules.tag == f"{RULES_NS}locatingRules"
    assert not rules.attrib
    namespace, type_id = rules
    assert (namespace.tag, dict(namespace.attrib)) == (f"{RULES_NS}namespace", {"ns": TEI_NS, "typeId": "memcon"})
    assert (type_id.tag, sorted(type_id.attrib), type_id.get("id")) == (f"{RULES_NS}typeId", ["id", "uri"], "memcon")
    schema = (path.parent / str(type_id.get("uri"))).resolve()
    assert schema == ROOT / "schemas" / "memcon.rnc", "nXML mode reads no other syntax"
    assert schema.is_file()


def test_emacs_finds_the_schema_and_a_fault_where_there_is_one(tmp_path: Path) -> None:
    emacs = program("emacs")
    broken = tmp_path / "broken.xml"
    broken.write_text(FILES[0].read_text("utf-8").replace("<speaker>", "<b/><speaker>", 1), "utf-8")
    for path in (FILES[0], broken):
        script = f"""(progn (require 'nxml-mode) (require 'rng-valid) (require 'rng-loc)
          (setq rng-schema-locating-files (list "{EDITORS / "emacs" / "schemas.xml"}"))
          (find-file "{path}") (nxml-mode) (rng-validate-mode 1)
          (while (rng-do-some-validation) nil)
          (message "%s %s" rng-current-schema-file-name rng-error-count))"""
        done = subprocess.run([emacs, "--batch", "--eval", script], capture_output=True, text=True, check=True)
        schema, faults = done.stderr.splitlines()[-1].rsplit(" ", 1)
        assert schema == str(ROOT / "schemas" / "memcon.rnc")
        assert (int(faults) > 0) == (path == broken)


def test_the_page_names_files_that_are_there() -> None:
    for name in re.findall(r"schemas/[\w./-]+\w", PAGE):
        assert (ROOT / name).exists(), name
    for folder in ("oxygen", "vscode", "emacs"):
        assert f"schemas/editors/{folder}/" in PAGE
        assert any((EDITORS / folder).iterdir())
