"""Every command, style sheet, edition.toml and program of README.md is run."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest
from lxml import etree

import memcon
from conftest import ROOT, TEI
from memcon.cli import _VERBS
from memcon.decisions import read_edition
from memcon.rules import RULES

README = (ROOT / "README.md").read_text("utf-8")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.M | re.S)


def blocks(language: str) -> list[str]:
    return [text for name, text in _BLOCK.findall(README) if name == language]


def commands() -> Iterator[list[str]]:
    for block in blocks("sh"):
        for line in block.splitlines():
            words = shlex.split(line, comments=True)
            if words:
                yield words


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the edition, the example transcript and the example style sheet in it."""
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    (tmp_path / "talk.txt").write_text(blocks("text")[0], "utf-8")
    (tmp_path / "mine.xsl").write_text(next(b for b in blocks("xml") if "xsl:import" in b), "utf-8")
    return tmp_path


def test_every_memcon_command_of_the_readme_runs(checkout: Path) -> None:
    ran = 0
    for words in commands():
        if words[0] not in ("memcon", ".venv/bin/memcon"):
            continue
        arguments = [a for word in words[1:] for a in (_expanded(word, checkout) if "*" in word else [word])]
        done = subprocess.run(
            [sys.executable, "-m", "memcon", *arguments], cwd=checkout, capture_output=True, text=True
        )
        assert done.returncode == 0, (words, done.stderr[-800:])
        ran += 1
    assert ran >= 10
    assert len(list((checkout / "build/html").glob("*.html"))) == 15
    assert len(list((checkout / "build/text").glob("*.txt"))) == 15
    assert (checkout / "talk.xml").is_file()


def _expanded(word: str, folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.glob(word))


def test_the_diplomatic_text_of_the_example_is_the_transcript(checkout: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "memcon", "convert", "talk.txt"], cwd=checkout, check=True, capture_output=True
    )
    arguments = ["render", "talk.xml", "--to", "text", "--diplomatic"]
    done = subprocess.run([sys.executable, "-m", "memcon", *arguments], cwd=checkout, capture_output=True, text=True)
    assert done.stdout.split() == (checkout / "talk.txt").read_text("utf-8").split()


def test_the_set_up_without_make_is_what_make_does() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    plain = [
        line.replace("$(BIN)/", ".venv/bin/").replace(" --format concise", "").strip() for line in makefile.splitlines()
    ]
    for words in commands():
        if words[0] == ".venv/bin/memcon":
            assert " ".join(words) in plain


def test_the_edition_of_the_readme_is_one() -> None:
    outcome = read_edition("\n".join(blocks("toml")).encode(), "edition.toml")
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert outcome.value.labels[0].person == "lindqvist"
    assert outcome.value.ignores[0].code == "MC566"


def test_the_program_of_the_readme_runs(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (program,) = blocks("python")
    monkeypatch.chdir(checkout)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(program, "README.md", "exec"), {})
    assert printed.getvalue().startswith("talk ")


def test_the_table_of_commands_is_complete() -> None:
    assert re.findall(r"^\| `memcon (\w+)", README, re.M) == list(_VERBS)


def test_every_code_in_the_readme_exists() -> None:
    assert set(re.findall(r"\bMC\d{3}\b", README)) <= RULES.keys()


def test_the_example_is_what_the_tool_makes(checkout: Path) -> None:
    """The README's TEI, its page and what convert says are the tool's own, line ends and indentation aside."""
    done = subprocess.run(
        [sys.executable, "-m", "memcon", "convert", "talk.txt"], cwd=checkout, capture_output=True, text=True
    )
    assert done.stderr.startswith(blocks("text")[1])
    made = _closed((checkout / "talk.xml").read_text("utf-8"))
    example = next(b for b in blocks("xml") if "<sp " in b)
    for turn in example.split("</sp>")[:-1]:
        assert _closed(turn) in made
    page = memcon.render_html(checkout / "talk.xml").value
    assert page is not None
    shown = "".join(etree.HTML(page).itertext())
    for line in ("No, I have to say that we have a problem here.", "not trust Hussein."):
        assert line in " ".join(shown.split())
        assert line in " ".join(README.replace("\n> ", " ").split())


def _closed(text: str) -> str:
    """XML without white space."""
    return "".join(text.split())


def test_the_style_sheet_of_the_readme_makes_valid_pages(checkout: Path) -> None:
    outcome = memcon.render_html(TEI / "1991-02-23-gorbachev-mitterrand.xml", stylesheet=checkout / "mine.xsl")
    assert outcome.value is not None
    html5lib.HTMLParser(strict=True).parse(outcome.value)
    assert '<span class="pb">|</span>' in outcome.value
