"""The cases, and helpers that read what the style sheets make."""

from __future__ import annotations

from pathlib import Path

import html5lib
from lxml import etree

from memcon.diagnostics import in_order
from memcon.tei.parsing import Tree, parse_tei
from memcon.transformers.html import to_html
from memcon.transformers.text import to_diplomatic, to_text

CASES = Path(__file__).parent / "cases"
NAMES = sorted(folder.name for folder in CASES.iterdir() if (folder / "in.xml").is_file())
FRIENDLY = [name for name in NAMES if name != "hostile"]
XHTML = "{http://www.w3.org/1999/xhtml}"


def tree(name: str) -> Tree:
    """The TEI of a case."""
    return tree_of((CASES / name / "in.xml").read_bytes())


def tree_of(data: bytes) -> Tree:
    """A TEI tree from its bytes."""
    outcome = parse_tei(data, "in.xml")
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


def small(body: str, front: str = "") -> Tree:
    """A TEI tree round a body (and a front), with next to no header."""
    return tree_of(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader/><text>{front}<body>'
        f"{body}</body></text></TEI>".encode()
    )


def page(tei: Tree) -> str:
    """The HTML page; every finding is a failure."""
    outcome = to_html(tei, path="in.xml", tei_href="in.xml")
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def parsed(html: str) -> etree._Element:
    """The page as an HTML parser sees it."""
    root = html5lib.parse(html, treebuilder="lxml", namespaceHTMLElements=False).getroot()
    assert isinstance(root, etree._Element)
    return root


def html_of(body: str) -> etree._Element:
    """The parsed page of a small document."""
    return parsed(page(small(body)))


def shown(element: etree._Element) -> str:
    """The text of an element with white space collapsed."""
    return " ".join("".join(element.itertext()).split())


def first(element: etree._Element, xpath: str) -> etree._Element:
    """The first element an XPath finds; finding none is a failure."""
    found = element.xpath(xpath)
    assert isinstance(found, list), xpath
    assert found, f"{xpath} finds nothing in {etree.tostring(element, encoding='unicode')[:2000]}"
    assert isinstance(found[0], etree._Element)
    return found[0]


def values(element: etree._Element, xpath: str) -> list[str]:
    """The strings an XPath finds."""
    found = element.xpath(xpath)
    assert isinstance(found, list)
    return [str(value) for value in found]


def facts(root: etree._Element) -> dict[str, str]:
    """The facts of a page, by their names."""
    terms = root.findall(".//section[@class='facts']//dt")
    return {shown(term): shown(value) for term in terms if (value := term.getnext()) is not None}


def outputs(name: str) -> dict[str, str]:
    """What a case becomes, by the file that holds it."""
    made = {
        "out.html": to_html(tree(name), path="in.xml", tei_href="in.xml"),
        "out.txt": to_text(tree(name), path="in.xml"),
        "out.diplomatic.txt": to_diplomatic(tree(name), path="in.xml"),
    }
    found = {diagnostic for outcome in made.values() for diagnostic in outcome.diagnostics}
    lines = [f"{d.location.line} {d.rule.code} {d.message}\n" for d in in_order(found)]
    return {file: outcome.value or "" for file, outcome in made.items()} | {"diagnostics.txt": "".join(lines)}


def accept() -> None:
    """Write what the cases become; read the difference before committing it. `python -c "...; samples.accept()"`."""
    for name in NAMES:
        for file, text in outputs(name).items():
            (CASES / name / file).write_text(text, encoding="utf-8")
