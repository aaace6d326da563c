"""The example for GitLab CI: its script, run line by line."""

from __future__ import annotations

import json
from pathlib import Path

from lxml import etree

from plugs.steps import Step, bash, configuration, installed

JOB = configuration("docs/gitlab-ci.yml")["memcon"]


def run(folder: Path, **variables: str) -> Step:
    return bash("\n".join(JOB["script"]), folder, {**JOB["variables"], **variables})


def test_the_job_reports_what_is_wrong(checkout: Path) -> None:
    step = run(checkout)
    assert step.code == 1
    assert "error[MC502]" in step.out
    reports = JOB["artifacts"]["reports"]
    found = json.loads((checkout / reports["codequality"]).read_text("utf-8"))
    assert [each["check_name"] for each in found if "MC502" in json.dumps(each)]
    assert etree.parse(checkout / reports["junit"]).getroot().tag == "testsuites"
    assert installed(checkout).endswith(" memcon\n")


def test_a_sound_file_passes(checkout: Path) -> None:
    step = run(checkout, MEMCON_PATHS="tei/sound.xml", MEMCON_PACKAGE="a b")
    assert step.code == 0, step.out
    assert installed(checkout).endswith(" a b\n")


def test_reports_are_kept_of_a_job_that_failed() -> None:
    assert JOB["artifacts"]["when"] == "always"
