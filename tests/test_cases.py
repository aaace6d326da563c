"""Each folder of tests/cases is a transcript and what becomes of it: TEI, page, text and diagnostics, to the letter.

After a change that is meant, `MEMCON_UPDATE_CASES=1 pytest tests/test_cases.py` writes the files anew: read the
difference before accepting it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import memcon
from memcon.conversion import Document, convert
from memcon.reporters import concise

CASES = Path(__file__).parent / "cases"
UPDATE = bool(os.environ.get("MEMCON_UPDATE_CASES"))


def made(folder: Path) -> dict[str, str]:
    """What is made of a case's transcript: file name -> content. Several memoranda give out-1.xml, ..."""
    (source,) = folder.glob("in.*")
    outcome = convert(source.read_bytes(), source.name)
    files = {"diagnostics.txt": "".join(f"{line}\n" for line in concise(outcome.diagnostics))}
    for document in outcome.value or ():
        stem = document.identifier.replace("in", "out", 1)
        files |= rendered(stem, document)
    return files


def rendered(stem: str, document: Document) -> dict[str, str]:
    """A document and what the transformers make of it."""
    page, text = memcon.render_html(document.data), memcon.render_text(document.data, width=80)
    assert page.diagnostics == text.diagnostics == ()
    assert page.value is not None
    assert text.value is not None
    return {f"{stem}.xml": document.data.decode(), f"{stem}.html": page.value, f"{stem}.txt": text.value}


@pytest.mark.parametrize("folder", sorted(CASES.iterdir()), ids=lambda p: p.name)
def test_case(folder: Path) -> None:
    files = made(folder)
    if UPDATE:
        for old in [*folder.glob("out*"), *folder.glob("diagnostics.txt")]:
            old.unlink()
        for name, content in files.items():
            (folder / name).write_text(content, "utf-8", newline="")
    expected = {p.name: p.read_bytes().decode() for p in folder.iterdir() if not p.name.startswith("in.")}
    assert expected.keys() == files.keys()
    for name, content in files.items():
        assert content == expected[name], f"{folder.name}/{name}"
