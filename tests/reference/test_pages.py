"""The built pages: sound HTML, one file each, light and dark, for every width; and up to date."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tinycss2  # type: ignore[import-untyped]

import build
from browsing import WIDTHS, nu, tidy, too_wide
from conftest import ROOT
from reference import checks
from reference.checks import PAGES, parsed, source

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


@pytest.mark.parametrize("name", PAGES)
def test_tidy(name: str) -> None:
    assert tidy(source(name)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_nu(name: str, tmp_path: Path) -> None:
    assert nu(source(name), tmp_path) == ""


@pytest.mark.slow
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_screen(name: str, width: int, tmp_path: Path) -> None:
    assert too_wide(source(name), width, tmp_path) == "0 too wide"
