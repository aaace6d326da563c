"""The pages before checkers that may not be there: tidy, the Nu checker, a browser."""

from __future__ import annotations

import html
import shutil
import subprocess
from pathlib import Path

import pytest

from memcon.transformers.html import css
from transformers import samples

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
HARMLESS = ("trimming empty <span>", "trimming empty <dt>", "trimming empty <dd>", "not approved by W3C")


@pytest.mark.skipif(shutil.which("tidy") is None, reason="tidy is not installed")
@pytest.mark.parametrize("name", samples.NAMES)
def test_tidy(name: str) -> None:
    command = ["tidy", "-e", "-q", "-utf8", "--warn-proprietary-attributes", "no"]
    run = subprocess.run(command, input=samples.outputs(name)["out.html"].encode(), capture_output=True, check=False)
    found = [line for line in run.stderr.decode().splitlines() if not any(words in line for words in HARMLESS)]
    assert found == []


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("vnu") is None, reason="the Nu HTML checker (vnu) is not installed")
@pytest.mark.parametrize("name", samples.NAMES)
def test_nu(name: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(samples.outputs(name)["out.html"], encoding="utf-8")
    run = subprocess.run(["vnu", "--errors-only", str(page)], capture_output=True, check=False)
    assert run.stderr.decode() == ""


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("name", ["clinton-yeltsin", "frus-style"])
def test_nothing_is_wider_than_the_screen(name: str, width: int, tmp_path: Path) -> None:
    # In a frame, since a browser window has a least width; the script is the test's, not the page's.
    linked = '<link rel="stylesheet" href="memcon.css">'
    page = samples.outputs(name)["out.html"]
    assert linked in page
    inner = html.escape(page.replace(linked, f"<style>{css()}</style>"), quote=True)
    outer = tmp_path / "outer.html"
    outer.write_text(
        f'<!DOCTYPE html><title></title><iframe style="border:0;width:{width}px;height:9in" srcdoc="{inner}"></iframe>'
        "<script>onload = () => { const page = frames[0].document.documentElement;"
        " document.title = `${page.scrollWidth - page.clientWidth} too wide` }</script>",
        encoding="utf-8",
    )
    command = [
        str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--virtual-time-budget=2000",
        f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", f"file://{outer}",
    ]  # fmt: skip
    run = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert "<title>0 too wide</title>" in run.stdout.decode()
