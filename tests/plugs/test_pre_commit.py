"""The hooks, run by pre-commit in a scratch repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from harness import memcon, talk
from plugs.steps import configuration

HOOKS = configuration(".pre-commit-hooks.yaml")
CONFIGURATION = """repos:
  - repo: {repository}
    rev: {revision}
    hooks:
      - id: memcon-fix
        files: ^tei/
      - id: memcon-validate
        files: ^tei/
        args: [--fail-on, warning]
"""


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(folder: Path) -> str:
    """Everything in a folder as one commit of a new repository; its name."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "all")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of an edition that uses the hooks of this checkout, as it is now."""
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("src", "schemas"):
        shutil.copytree(ROOT / name, hooks / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, hooks)
    used = tmp_path / "edition"
    memcon("convert", talk(used / "tei"), "--out", used / "tei")
    text = CONFIGURATION.format(repository=hooks, revision=commit(hooks))
    (used / ".pre-commit-config.yaml").write_text(text, "utf-8")
    (used / "other.xml").write_text("<other/>", "utf-8")
    commit(used)
    return used


def run_hooks(repository: Path) -> tuple[int, str]:
    """pre-commit over all files; skips where it cannot install the hooks, since there is no network."""
    env = {**os.environ, "PRE_COMMIT_HOME": str(repository.parent / "home"), "PRE_COMMIT_COLOR": "never"}
    env.pop("PYTHONPATH", None)
    git(repository, "add", "--all")
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files"], cwd=repository, env=env, capture_output=True,
        text=True, check=False, timeout=500,
    )  # fmt: skip
    said = done.stdout + done.stderr
    if done.returncode == 3 and ("No matching distribution" in said or "Could not find a version" in said):
        pytest.skip("pip cannot install the hooks: no package index can be reached")
    return done.returncode, said


def test_the_hooks_are_verbs_and_take_all_files_at_once() -> None:
    assert [hook["entry"] for hook in HOOKS] == ["memcon validate", "memcon fix"]
    for hook in HOOKS:
        assert (hook["language"], hook["types"], hook["require_serial"]) == ("python", ["xml"], True)
        assert hook["id"] == hook["name"].replace(" ", "-")


@pytest.mark.slow
def test_pre_commit_runs_them(repository: Path) -> None:
    path = repository / "tei" / "talk.xml"
    sound = path.read_bytes()
    assert run_hooks(repository)[0] == 0
    path.write_bytes(sound.replace(b"<TEI ", b"<TEI  ").replace(b"</sp>\n", b"</sp>  \n"))
    code, said = run_hooks(repository)
    assert code == 1
    assert "files were modified by this hook" in said
    assert path.read_bytes() == sound
    assert run_hooks(repository)[0] == 0
    path.write_bytes(sound.replace(b'who="#', b'who="#no', 1))
    code, said = run_hooks(repository)
    assert code == 1
    assert "MC502" in said
