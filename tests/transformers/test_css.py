"""memcon.css: it parses, and every colour it sets can be read on every ground it is set on."""

from __future__ import annotations

import re

import pytest
import tinycss2  # type: ignore[import-untyped]

from memcon.transformers.html import css
from transformers import samples

GROUNDS = ("--paper", "--panel")
FOREGROUNDS = ("--ink", "--muted", "--link", "--supplied", "--corrected")


def palette(block: int) -> dict[str, str]:
    """The colours of the n-th :root block: light, dark, print."""
    blocks = re.findall(r":root \{(.*?)\}", css(), re.S)
    return dict(re.findall(r"(--[\w-]+):\s*(#\w+);", blocks[block]))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    channels = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    dark, light = sorted((luminance(one), luminance(two)))
    return (light + 0.05) / (dark + 0.05)


def test_it_parses() -> None:
    def errors(nodes: list[tinycss2.ast.Node]) -> list[str]:
        return [node.message for node in nodes if node.type == "error"]

    rules = tinycss2.parse_stylesheet(css(), skip_comments=True, skip_whitespace=True)
    assert errors(rules) == []
    for rule in rules:
        if rule.type == "qualified-rule":
            assert errors(tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)) == []


@pytest.mark.parametrize("block", [0, 1, 2])
@pytest.mark.parametrize("foreground", FOREGROUNDS)
def test_contrast_is_that_of_wcag_aa(block: int, foreground: str) -> None:
    colours = palette(block)
    for ground in GROUNDS:
        assert contrast(colours[foreground], colours[ground]) >= 4.5


def test_colours_are_set_by_name_alone() -> None:
    outside = re.sub(r":root \{.*?\}", "", css(), flags=re.S)
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgb|hsl", outside, re.I) == []
    used = set(re.findall(r"(?<![-\w])(?:background|background-color|color):\s*([^;}]+)", outside))
    assert used <= {f"var({name})" for name in (*GROUNDS, *FOREGROUNDS)} | {"inherit", "CanvasText"}


def test_nothing_is_fetched_from_elsewhere() -> None:
    assert "url(" not in css()
    assert "@import" not in css()


def test_every_class_it_styles_is_made() -> None:
    pages = "".join(samples.outputs(case)["out.html"] for case in samples.NAMES)
    classes = {word for value in re.findall(r'class="([^"]*)"', pages) for word in value.split()}
    styled = set(re.findall(r"\.([a-z][a-zA-Z-]*)(?![\w(])", re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", css(), flags=re.S)))
    assert styled - classes <= {"reg", "expan", "placeName", "orgName"}
