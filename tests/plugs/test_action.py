"""action.yml: its shell steps, run as GitHub runs them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from plugs.steps import Step, bash, configuration, evaluated, installed

ACTION = configuration("action.yml")
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "run" in step}
NAMES = list(STEPS)


def run(name: str, folder: Path, **inputs: str) -> Step:
    """A step with these inputs, the others having their defaults."""
    given = {key: str(each.get("default", "")) for key, each in ACTION["inputs"].items()}
    given |= {key.replace("_", "-"): value for key, value in inputs.items()}
    values = {f"inputs.{key}": value for key, value in given.items()} | {"github.action_path": "/action path"}
    env = {key: evaluated(value, values) for key, value in STEPS[name].get("env", {}).items()}
    return bash(STEPS[name]["run"], folder, env)


def test_nothing_is_put_into_the_text_of_a_shell_step() -> None:
    assert NAMES == ["Check the inputs", "Install memcon", "Validate"]
    for step in STEPS.values():
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"


def test_every_input_and_output_is_described_and_used() -> None:
    text = json.dumps(ACTION["runs"])
    for name, each in ACTION["inputs"].items():
        assert each["description"]
        assert f"inputs.{name}" in text
    for each in ACTION["outputs"].values():
        name = re.fullmatch(r"\$\{\{ steps\.validate\.outputs\.([a-z-]+) \}\}", each["value"])
        assert name is not None
        assert f'echo "{name[1]}=' in STEPS["Validate"]["run"]


def test_the_defaults_pass_the_check(tmp_path: Path) -> None:
    assert run("Check the inputs", tmp_path).code == 0


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({"fail_on": "never"}, "fail-on must be"), ({"fail_on": "error\n"}, "fail-on must be"),
        ({"fail_on": "$(touch evil)"}, "fail-on must be"), ({"paths": ""}, "paths must name"),
        ({"paths": " \n\t\n"}, "paths must name"), ({"sarif": "a\nexit-code=0"}, "sarif must be"),
    ],
)  # fmt: skip
def test_a_wrong_input_is_refused(tmp_path: Path, inputs: dict[str, str], said: str) -> None:
    step = run("Check the inputs", tmp_path, **inputs)
    assert step.code == 2
    assert step.out.startswith("::error title=memcon::")
    assert said in step.out
    assert list(tmp_path.glob("**/evil")) == []


def test_what_is_installed_is_the_action_itself(checkout: Path) -> None:
    assert run("Install memcon", checkout).code == 0
    assert installed(checkout) == "-m pip install --quiet --disable-pip-version-check /action path\n"


def test_findings_become_annotations_and_a_sarif_file(checkout: Path) -> None:
    step = run("Validate", checkout)
    assert step.code == 1
    assert re.search(r"^::error .*file=tei/broken\.xml.*MC502", step.out, re.M)
    assert step.outputs == {"sarif": "memcon.sarif", "exit-code": "1"}
    report = json.loads((checkout / "memcon.sarif").read_text("utf-8"))
    assert "MC502" in [result["ruleId"] for result in report["runs"][0]["results"]]
    assert "MC502" in step.summary


def test_a_sound_file_passes(checkout: Path) -> None:
    step = run("Validate", checkout, paths="tei/sound.xml", sarif="", fail_on="info")
    assert step.code == 0, step.out
    assert step.outputs == {"sarif": "", "exit-code": "0"}
    assert not (checkout / "memcon.sarif").exists()


def test_several_paths_with_blanks_and_odd_characters(checkout: Path) -> None:
    odd = checkout / "a $(touch evil) 'b\".xml"
    odd.write_text("<TEI/>")
    step = run("Validate", checkout, paths=f"{odd.name}\r\ntei/sound.xml\n\n-x.xml\n", sarif="out $(touch evil).sarif")
    assert step.code == 2
    assert "MC403" in step.out
    assert "MC105" in step.out, "-x.xml is a file that is not there, not an option"
    assert (checkout / "out $(touch evil).sarif").is_file()
    assert list(checkout.glob("**/evil")) == []
