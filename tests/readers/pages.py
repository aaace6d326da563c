"""What the tests of web pages share: the pages, reading them, and two other parsers' word for what is in them."""

from __future__ import annotations

import warnings
from pathlib import Path

import html5lib
from html5lib.constants import DataLossWarning
from lxml import etree
from lxml import html as lxml_html

from memcon.readers import read
from memcon.transcript import Transcript, is_space

DATA = Path(__file__).parent / "data"


def page(name: str) -> Transcript:
    """A page of tests/readers/data."""
    return read_page((DATA / f"{name}.html").read_bytes(), f"{name}.html")


def read_page(source: bytes | str, name: str = "x.html") -> Transcript:
    """A page that is read without a word said."""
    outcome = read(source.encode() if isinstance(source, str) else source, name)
    assert outcome.value is not None, outcome.diagnostics
    assert outcome.diagnostics == ()
    return outcome.value


def solid(text: str) -> str:
    """Text without white space."""
    return "".join(c for c in text if not is_space(c))


def by_lxml(data: bytes, columns: tuple[str, ...], without: tuple[str, ...]) -> str:
    """The text of the elements that the XPaths name, as libxml2 reads the page."""
    tree = lxml_html.document_fromstring(data)
    for xpath in ("/html//script|//style|/html//comment()|//iframe|//textarea", *without):
        for unwanted in tree.xpath(xpath):
            unwanted.drop_tree()
    found = [element for xpath in columns for element in tree.xpath(xpath)]
    assert len(found) >= len(columns)
    return "".join(element.text_content() for element in found)


def by_html5lib(source: str) -> etree._Element:
    """The tree that the HTML standard makes of a page."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DataLossWarning)  # names that are none in XML: only text is asked for
        tree = html5lib.parse(source, treebuilder="lxml", namespaceHTMLElements=False)
    body: etree._Element = tree.getroot().find("body")
    return body
