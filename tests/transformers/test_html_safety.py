"""What a hostile or a careless TEI file cannot do to the page, and what is said of elements nobody knows."""

from __future__ import annotations

import pytest
from lxml import etree

from memcon.transformers.html import to_html
from transformers import samples
from transformers.samples import facts, first, html_of, page, parsed, shown, values


@pytest.fixture(scope="module")
def hostile() -> etree._Element:
    return parsed(samples.outputs("hostile")["out.html"])


# -- Nothing in a TEI file becomes mark-up, code or a dangerous link --------------------------------------------------


def test_text_is_escaped(hostile: etree._Element) -> None:
    assert shown(first(hostile, "//h3")) == "<script>alert(1)</script>"
    assert shown(first(hostile, "//h1")).startswith('<script>alert("title")</script>')
    assert hostile.findall(".//img") == []


def test_only_safe_addresses_become_links(hostile: etree._Element) -> None:
    inside = values(hostile, "//section[@class='text']//a[not(@class='permalink')]/@href")
    # "java" is what a tab cuts off its script: a relative address like any other.
    assert inside == ["java", "notes/a.html#x", "https://ok.example/?a=1&b=%22", "https://ok.example/"]
    assert "licence" in facts(hostile)["Rights"]
    assert values(hostile, "//@href[contains(., 'script:') or contains(., 'data:') or starts-with(., '//')]") == []


def test_unfit_identifiers_do_not_become_ids(hostile: etree._Element) -> None:
    assert values(hostile, "//*[@id='page:text']/@class") == ["vh"]
    assert values(hostile, "//*[@id='t1']/@class") == ["turn"]
    assert "double" in shown(hostile)


def test_comments_and_instructions_are_left_out() -> None:
    assert "evil" not in samples.outputs("hostile")["out.html"].replace("evil.example", "").replace("evil\\", "")
    assert "<!--" not in samples.outputs("hostile")["out.html"]


# -- Unknown elements -------------------------------------------------------------------------------------------------


def test_an_unknown_element_is_reported_with_its_line_and_keeps_its_text() -> None:
    tei = samples.small("\n<div>\n<p>a</p>\n<p>b <odd>text <hi>kept</hi></odd> c</p></div>")
    outcome = to_html(tei, path="x.xml")
    (found,) = outcome.diagnostics
    assert (found.rule.code, str(found.location), found.location.xpath) == (
        "MC601", "x.xml:4", "/t:TEI/t:text/t:body/t:div/t:p[2]/t:odd",
    )  # fmt: skip
    assert "odd" in found.message
    assert shown(first(parsed(outcome.value or ""), "//section[@class='text']//p[2]")) == "b text kept c"


def test_a_root_without_text_gives_a_page() -> None:
    assert "Memorandum of conversation" in page(samples.tree_of(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"/>'))


def test_a_turn_whose_identifier_is_no_address_has_no_permalink() -> None:
    root = html_of('<sp xml:id="t1"><p>a</p></sp><sp xml:id="t1"><speaker>B:</speaker><p>b</p></sp>')
    assert root.findall(".//a[@class='permalink']") == []
