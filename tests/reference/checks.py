"""What holds for every page of the reference: asked of the tree that a real HTML parser makes."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import html5lib
from lxml import etree

from conftest import ROOT

PAGES = ("guide.html", "rules.html")


def source(name: str) -> str:
    """A built page."""
    return (ROOT / "schemas" / name).read_text("utf-8")


def parsed(text: str) -> etree._Element:
    """A page as a tree, without namespaces; an error of HTML is raised."""
    strict = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False, tree=html5lib.getTreeBuilder("lxml"))
    root = strict.parse(text).getroot()
    assert isinstance(root, etree._Element)
    return root


def values(root: etree._Element, xpath: str) -> list[str]:
    """What an XPath of attributes finds."""
    found = root.xpath(xpath)
    assert isinstance(found, list)
    return [str(value) for value in found]


def words(element: etree._Element) -> str:
    """The text of an element, white space normalised."""
    return " ".join("".join(map(str, element.itertext())).split())


def sound(root: etree._Element) -> None:
    """Unique identifiers, links that lead somewhere, headings in order, nothing active, nothing from elsewhere."""
    ids = values(root, "//@id")
    assert len(ids) == len(set(ids))
    for href in values(root, "//@href"):
        page, _, anchor = href.partition("#")
        if page in PAGES:
            assert not anchor or f'id="{anchor}"' in source(page), href
        else:
            assert (not page and anchor in ids) or page.startswith("https://tei-c.org/"), href
    levels = [int(str(each.tag)[1]) for each in root.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert values(root, "//script | //link | //img | //@style | //@src | //@*[starts-with(name(), 'on')]") == []
    assert root.get("lang") == "en"
    assert values(root, "//a[@class='skip']/@href") == ["#contents", "#entries"]


def page_of(folder: Path, text: str) -> Path:
    """A page in a file."""
    path = folder / "page.html"
    path.write_text(text, "utf-8")
    return path
