"""What the tests of CI configurations share."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness import memcon, talk


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder of an edition with one sound file and one in which a pointer leads nowhere."""
    folder = tmp_path / "checkout"
    for name in ("sound", "broken"):
        memcon("convert", talk(folder / "tei", f"{name}.txt"), "--out", folder / "tei")
    broken = folder / "tei" / "broken.xml"
    broken.write_text(broken.read_text("utf-8").replace('who="#', 'who="#no', 1), "utf-8")
    return folder
