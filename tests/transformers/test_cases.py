"""Every case: what it becomes is what was read and accepted; no element of the vocabulary lacks a template."""

from __future__ import annotations

import pytest

from transformers import samples


@pytest.mark.parametrize("name", samples.NAMES)
@pytest.mark.parametrize("file", ["out.txt", "out.diplomatic.txt", "diagnostics.txt"])
def test_golden_text(name: str, file: str) -> None:
    assert samples.outputs(name)[file] == (samples.CASES / name / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", samples.NAMES)
def test_golden_page(name: str) -> None:
    # Compared as an HTML parser sees it: serialisers differ in what they escape.
    expected = samples.parsed((samples.CASES / name / "out.html").read_text(encoding="utf-8"))
    actual = samples.parsed(samples.outputs(name)["out.html"])
    for left, right in zip(actual.iter(), expected.iter(), strict=True):
        assert (left.tag, left.text, left.tail) == (right.tag, right.text, right.tail)
        assert dict(left.attrib) == dict(right.attrib)


@pytest.mark.parametrize("name", samples.FRIENDLY)
def test_every_element_of_the_vocabulary_has_a_template(name: str) -> None:
    assert samples.outputs(name)["diagnostics.txt"] == ""


def test_output_is_the_same_each_time() -> None:
    assert samples.outputs("frus-style") == samples.outputs("frus-style")
