"""The pages before checkers that may not be there: tidy, the Nu checker, a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from browsing import WIDTHS, nu, tidy, too_wide
from memcon.transformers.html import css, to_whole_html
from transformers import samples

HARMLESS = ("trimming empty <span>", "trimming empty <dt>", "trimming empty <dd>", "not approved by W3C")


@pytest.mark.parametrize("name", samples.NAMES)
def test_tidy(name: str) -> None:
    found = tidy(samples.outputs(name)["out.html"])
    assert [line for line in found if not any(words in line for words in HARMLESS)] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", samples.NAMES)
def test_nu(name: str, tmp_path: Path) -> None:
    assert nu(samples.outputs(name)["out.html"], tmp_path) == ""


@pytest.mark.slow
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["clinton-yeltsin", "frus-style"])
def test_nothing_is_wider_than_the_screen(name: str, width: int, tmp_path: Path) -> None:
    page = to_whole_html(samples.tree(name)).value or ""
    assert css() in page
    assert too_wide(page, width, tmp_path) == "0 too wide"


@pytest.mark.slow
def test_nu_of_a_page_in_one_piece(tmp_path: Path) -> None:
    assert nu(to_whole_html(samples.tree("frus-style")).value or "", tmp_path) == ""
