"""What a call loads: nothing that it does not need. Most of what a short call takes is the loading of modules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, TEI

FILE = next(iter(sorted(TEI.glob("1*.xml"))))
CHECKS = ("lxml", "memcon.validation.levels", "memcon.tei.parsing", "memcon.converters", "memcon.model")
REPORTS = tuple(f"memcon.reporters.{name}" for name in ("sarif", "junit", "github", "gitlab", "markdown", "jsonarray"))
OTHERS = ("xmlschema", "memcon.cli.watching", "multiprocessing", "concurrent")
NETWORK = ("urllib.request", "http.client", "_ssl")  # lxml loads them where rnc2rng is installed, which the tests need


def loaded(*arguments: str | Path, folder: Path) -> set[str]:
    """The modules that are loaded when a call is done."""
    code = (
        "import sys; from memcon.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit as end: assert end.code in (0, 1, None), end.code\n"
        "print('loaded', *sys.modules)"
    )
    words = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(words, capture_output=True, text=True, check=True, cwd=folder)
    return set(done.stdout.splitlines()[-1].split())


def _touched(names: tuple[str, ...], modules: set[str]) -> list[str]:
    return [name for name in names if name in modules]


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_a_word_about_the_program_loads_no_verb(word: str, tmp_path: Path) -> None:
    modules = loaded(word, folder=tmp_path)
    assert (
        _touched((*CHECKS, *REPORTS, *OTHERS, *NETWORK, "memcon.rules", "memcon.cli.validate", "sqlite3"), modules)
        == []
    )


def test_what_is_known_is_told_without_what_found_it(tmp_path: Path) -> None:
    (tmp_path / "talk").mkdir()
    path = tmp_path / "talk" / FILE.name  # without an edition.toml
    path.write_bytes(FILE.read_bytes().replace(b"persons.xml#", b"#").replace(b"transcripts/", b"https://a.org/"))
    call = ("validate", path, "--cache-dir", tmp_path / "cache", "--silent")
    assert "lxml.etree" in loaded(*call, folder=tmp_path)
    modules = loaded(*call, folder=tmp_path)
    assert "sqlite3" in modules
    assert _touched((*CHECKS, *REPORTS, *OTHERS, *NETWORK), modules) == []


def test_a_schema_of_ones_own_is_checked_without_our_rules(tmp_path: Path) -> None:
    modules = loaded("validate", FILE, "--schema", ROOT / "schemas" / "memcon.rng", "--no-cache", folder=tmp_path)
    unwanted = ("memcon.validation.levels", "memcon.converters", "memcon.model", "memcon.readers", "sqlite3")
    assert "lxml.etree" in modules
    assert _touched((*unwanted, *REPORTS, *OTHERS), modules) == []
