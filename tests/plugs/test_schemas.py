"""What is configured for others, against the schemas that they publish."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

CONFIGURED = [("github-actions", "action.yml"), ("gitlab-ci", "docs/gitlab-ci.yml")]


def checked(kind: str, path: Path) -> int:
    """The exit code of check-jsonschema, which carries these schemas."""
    call = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{kind}", str(path)]
    return subprocess.run(call, capture_output=True, check=False).returncode


@pytest.mark.parametrize(("kind", "path"), CONFIGURED)
def test_it_follows_the_published_schema(kind: str, path: str) -> None:
    assert checked(kind, ROOT / path) == 0


def test_the_schemas_would_see_a_fault(tmp_path: Path) -> None:
    for kind, path in CONFIGURED:
        broken = tmp_path / f"{kind}.yml"
        text = (ROOT / path).read_text("utf-8")
        broken.write_text(text.replace("runs:", "run:").replace("script:", "scripts:"), "utf-8")
        assert checked(kind, broken) == 1
