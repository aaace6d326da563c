"""The built pages: sound HTML, one file each, light and dark, for every width; and up to date."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import tinycss2  # type: ignore[import-untyped]

import build
from conftest import ROOT
from reference import checks
from reference.checks import PAGES, parsed, source

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
CSS = (ROOT / "src" / "memcon" / "reference" / "reference.css").read_text("utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_sound(name: str) -> None:
    checks.sound(parsed(source(name)))


def test_the_reference_of_the_rules_is_what_the_table_makes() -> None:
    assert build.stale(build.reference(), ROOT / "schemas") == [], "run python schemas/build.py"


def test_the_style_parses_and_sets_colours_by_name_alone() -> None:
    rules = tinycss2.parse_stylesheet(CSS, skip_comments=True, skip_whitespace=True)
    assert [rule.message for rule in rules if rule.type == "error"] == []
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgb|hsl|url\(|@import", CSS, re.I) == []
    used = set(re.findall(r"(?<![-\w])(?:background|color):\s*([^;}]+)", CSS))
    assert used <= {f"var(--{name})" for name in ("panel", "ink", "muted", "link", "supplied", "corrected")}


def test_every_class_it_styles_is_made() -> None:
    pages = "".join(source(name) for name in PAGES).partition("</style>")[2]
    classes = {word for value in re.findall(r'class="([^"]*)"', pages) for word in value.split()}
    selectors = re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", CSS, flags=re.S)
    assert set(re.findall(r"\.([a-z][a-zA-Z-]*)", selectors)) <= classes | {"reference"}


@pytest.mark.skipif(shutil.which("tidy") is None, reason="tidy is not installed")
@pytest.mark.parametrize("name", PAGES)
def test_tidy(name: str) -> None:
    command = ["tidy", "-e", "-q", "-utf8", "--warn-proprietary-attributes", "no"]
    run = subprocess.run(command, input=source(name).encode(), capture_output=True, check=False)
    assert run.stderr.decode() == ""


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_screen(name: str, width: int, tmp_path: Path) -> None:
    # In a frame, since a browser window has a least width; the script is the test's, not the page's.
    outer = tmp_path / "outer.html"
    outer.write_text(
        f'<!DOCTYPE html><title></title><iframe style="border:0;width:{width}px;height:9in" '
        f'srcdoc="{html.escape(source(name))}"></iframe>'
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
