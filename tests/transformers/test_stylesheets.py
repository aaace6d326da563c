"""Style sheets: ours are compiled once; a user's may import ours and can reach nothing else."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from memcon.diagnostics import Diagnostic
from memcon.transformers.html import to_html
from memcon.transformers.stylesheets import UserSheet, bundled, compile_user
from memcon.transformers.text import to_text
from transformers import samples

HEAD = '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"{}>'


def source(content: str, attributes: str = "") -> bytes:
    return f"{HEAD.format(attributes)}\n{content}\n</xsl:stylesheet>".encode()


def sheet(content: str, attributes: str = "") -> UserSheet:
    outcome = compile_user(source(content, attributes), "mine.xsl")
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


def failure(content: str, attributes: str = "") -> tuple[Diagnostic, ...]:
    """What is found when the style sheet is compiled, or else run."""
    outcome = compile_user(source(content, attributes), "mine.xsl")
    if outcome.value is None:
        return outcome.diagnostics
    made = to_html(samples.tree("encoding-example"), stylesheet=outcome.value)
    assert made.value is None
    return made.diagnostics


def test_ours_are_compiled_once() -> None:
    assert bundled("html.xsl") is bundled("html.xsl")


@pytest.mark.parametrize("name", ["html.xsl", "text.xsl"])
def test_an_imported_template_can_be_overridden(name: str) -> None:
    mine = sheet(f'<xsl:import href="memcon:{name}"/><xsl:template match="t:trailer"><b>THE END</b></xsl:template>')
    render = to_html if name == "html.xsl" else to_text
    made = render(samples.tree("encoding-example"), stylesheet=mine)
    assert made.diagnostics == ()
    assert "THE END" in (made.value or "")
    assert "End of Conversation" not in (made.value or "")
    assert "[Source: x" in (made.value or "")  # everything else is as it was


def test_an_include_and_parameters_work() -> None:
    mine = sheet('<xsl:include href="memcon:html.xsl"/>')
    made = to_html(samples.tree("encoding-example"), stylesheet=mine, css_href="a.css").value or ""
    assert made == (to_html(samples.tree("encoding-example"), css_href="a.css").value or "")


def test_a_template_for_an_unknown_element_ends_the_report() -> None:
    tei = samples.small("<p><odd>x</odd></p>")
    template = '<xsl:template match="t:odd"><i><xsl:apply-templates/></i></xsl:template>'
    mine = sheet(f'<xsl:import href="memcon:html.xsl"/>{template}')
    assert len(to_html(tei).diagnostics) == 1
    assert to_html(tei, stylesheet=mine).diagnostics == ()


def test_messages_of_a_style_sheet_are_no_findings() -> None:
    mine = sheet('<xsl:template match="/"><p><xsl:message>hello</xsl:message></p></xsl:template>')
    assert to_html(samples.tree("encoding-example"), stylesheet=mine).diagnostics == ()


def test_a_style_sheet_that_makes_text() -> None:
    mine = sheet('<xsl:output method="text"/><xsl:template match="/">just text</xsl:template>')
    assert to_html(samples.tree("encoding-example"), stylesheet=mine).value == "just text"


@pytest.mark.parametrize("element", ["import", "include"])
@pytest.mark.parametrize(
    "href",
    ["other.xsl", "../x.xsl", "/etc/hostname", "file:///etc/hostname", "http://example.org/a.xsl", "memcon:facts.xsl",
     "memcon:../stylesheets.py", "common.xsl", "MEMCON:html.xsl", ""],
)  # fmt: skip
def test_other_imports_are_refused_with_their_line(element: str, href: str) -> None:
    (found,) = failure(f'\n<xsl:{element} href="{href}"/>')
    assert (found.rule.code, found.location.line) == ("MC603", 3)
    assert repr(href) in found.message


@pytest.mark.parametrize(
    "url", ["/etc/hostname", "file:///etc/hostname", "http://example.org/", "memcon:html.xsl", "", "stylesheets.py"]
)
def test_document_is_denied(url: str) -> None:
    (found, *_) = failure(f'<xsl:template match="/">\n<xsl:copy-of select="document(\'{url}\')"/></xsl:template>')
    assert (found.rule.code, found.location.line, found.location.path) == ("MC603", 3, "mine.xsl")


@pytest.mark.parametrize(
    ("namespace", "element"),
    [("http://exslt.org/common", "x:document href"), ("http://www.w3.org/1999/XSL/Transform", "x:document href"),
     ("http://icl.com/saxon", "x:output href"), ("org.apache.xalan.xslt.extensions.Redirect", "x:write select")],
)  # fmt: skip
def test_writing_is_denied(namespace: str, element: str, tmp_path: Path) -> None:
    target = tmp_path / "written"
    value = f"'{target}'" if element.endswith("select") else str(target)
    content = f'<xsl:template match="/"><{element}="{value}">x</{element.split()[0]}></xsl:template>'
    found = failure(content, f' xmlns:x="{namespace}" extension-element-prefixes="x"')
    assert found[0].rule.code == "MC603"
    assert not target.exists()


def test_a_doctype_is_refused() -> None:
    evil = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///x">]>' + source("<xsl:template match='/'>&e;</xsl:template>")
    assert [d.rule.code for d in compile_user(evil, "mine.xsl").diagnostics] == ["MC402"]


@pytest.mark.parametrize(
    ("content", "code", "line", "words"),
    [
        ("<xsl:template", "MC401", 3, ""),
        ('\n<xsl:template match="/"><xsl:nonsense/></xsl:template>', "MC602", 3, "nonsense"),
        ('\n<xsl:template match="/"><xsl:value-of select="foo("/></xsl:template>', "MC602", 3, ""),
        ('\n<xsl:template match="/"><xsl:value-of select="foo()"/></xsl:template>', "MC602", 3, "function"),
        ('\n<xsl:template match="t:p["/>', "MC602", 3, ""),
        ('\n<xsl:template match="/"><xsl:call-template name="nope"/></xsl:template>', "MC602", 3, "nope"),
        ('\n<xsl:template match="/" name="x"><xsl:call-template name="x"/></xsl:template>', "MC602", 3, "recursion"),
        (
            '<xsl:template match="/"><xsl:message terminate="yes">enough</xsl:message></xsl:template>',
            "MC602",
            0,
            "enough",
        ),
    ],
)
def test_style_sheets_that_fail(content: str, code: str, line: int, words: str) -> None:
    (found,) = failure(content)
    assert (found.rule.code, found.location.path, found.location.line) == (code, "mine.xsl", line)
    assert words in found.message


def test_what_is_no_style_sheet() -> None:
    (found,) = compile_user(b"<TEI/>", "mine.xsl").diagnostics
    assert (found.rule.code, found.message) == ("MC602", "the root element is TEI, not xsl:stylesheet")


def test_threads_do_not_mix_their_findings() -> None:
    def lines(count: int) -> list[int]:
        tei = samples.small("\n<p><odd>x</odd></p>" * count)
        return [d.location.line for d in to_html(tei).diagnostics]

    with ThreadPoolExecutor(4) as pool:
        for count, found in zip([1, 5, 9] * 10, pool.map(lines, [1, 5, 9] * 10), strict=True):
            assert found == list(range(2, count + 2))
