"""Shell steps of CI configurations, run as the CI runs them: in a scratch folder, with its files and variables."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from conftest import ROOT

_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


@dataclass(frozen=True)
class Step:
    """How a step ended, and what it wrote for the steps after it."""

    code: int
    out: str
    outputs: dict[str, str]
    summary: str


def configuration(path: str) -> Any:
    """A YAML file of the repository."""
    return yaml.safe_load((ROOT / path).read_text("utf-8"))


def evaluated(text: str, values: dict[str, str]) -> str:
    """A text with its expressions replaced, as the runner does before it starts a step."""
    return _EXPRESSION.sub(lambda match: values[match[1]], text)


def bash(script: str, folder: Path, env: dict[str, str]) -> Step:
    """Run a step: bash with the options that GitHub gives it, in a folder; this interpreter is `python`."""
    bin_ = folder.parent / f"{folder.name}.bin"
    bin_.mkdir(exist_ok=True)
    python = bin_ / "python"
    python.write_text(
        f'#!/bin/sh\nif [ "$2" = pip ]; then echo "$@" >> "{bin_}/pip"; else exec "{sys.executable}" "$@"; fi\n'
    )
    python.chmod(0o755)
    files = {name: folder.parent / f"{folder.name}.{name.lower()}" for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for file in files.values():
        file.write_text("")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script], cwd=folder, capture_output=True, text=True,
        check=False, timeout=60, stdin=subprocess.DEVNULL,
        env={**os.environ, "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "src"),
             **{name: str(file) for name, file in files.items()}, **env},
    )  # fmt: skip
    outputs = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text("utf-8").splitlines())
    return Step(done.returncode, done.stdout + done.stderr, outputs, files["GITHUB_STEP_SUMMARY"].read_text("utf-8"))


def installed(folder: Path) -> str:
    """What a step run in the folder had pip do."""
    return (folder.parent / f"{folder.name}.bin" / "pip").read_text("utf-8")
