"""The wheel, installed into an empty environment, runs every verb outside the checkout."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from conftest import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    ignored = shutil.ignore_patterns(".git", ".venv", "build", "__pycache__", ".*_cache", ".hypothesis")
    shutil.copytree(ROOT, source, ignore=ignored)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(folder), str(source)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    (built,) = folder.glob("*.whl")
    return built


@pytest.mark.slow
def test_the_wheel_carries_schemas_and_style_sheets(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    schemas = ("memcon.rng", "memcon.xsd", "xml.xsd", "memcon.sch", "guide.json", "guide.html", "rules.html")
    sheets = ("html.xsl", "text.xsl", "memcon.css")
    needed = (
        [f"schemas/{n}" for n in schemas]
        + [f"transformers/{n}" for n in sheets]
        + ["py.typed", "reference/reference.css"]
    )
    assert {f"memcon/{name}" for name in needed} <= names


@pytest.mark.slow
def test_every_verb_runs_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "env"
    venv.create(environment, with_pip=True)
    python = environment / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    (tmp_path / "talk.txt").write_text(
        "Memorandum of Conversation\n1 May 1990\n\nAnna: Hello.\n\nBert: Hello, Anna.\n", "utf-8"
    )
    for line in (
        "--version", "convert talk.txt", "verify talk.xml", "validate talk.xml", "render talk.xml --out html",
        "render talk.xml --to text", "rule MC109", "rule --all --format html", "guide", "guide sp",
    ):  # fmt: skip
        arguments = line.split()
        done = subprocess.run([python, "-I", "-m", "memcon", *arguments], cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 0, (arguments, done.stderr)
    assert (tmp_path / "html" / "talk.html").is_file()
    assert (tmp_path / "html" / "memcon.css").is_file()
