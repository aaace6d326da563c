"""TEI -> an HTML page."""

from __future__ import annotations

from lxml import etree

from memcon.diagnostics import Outcome
from memcon.tei.parsing import Tree
from memcon.transformers.stylesheets import UserSheet, bundled, css, run

__all__ = ["css", "to_html", "to_whole_html"]


def to_html(
    tree: Tree,
    *,
    path: str = "",
    stylesheet: UserSheet | None = None,
    css_href: str = "memcon.css",
    tei_href: str | None = None,
) -> Outcome[str]:
    """The page of one memorandum.

    `path` is the TEI file's, for diagnostics; `css_href` is where the page finds `css()`, `tei_href` the TEI file,
    both as seen from the page. Elements without a template are reported as MC601 and their text is kept.
    """
    return _page(run(stylesheet or bundled("html.xsl"), tree, path, css_href=css_href, tei_href=tei_href or ""))


def to_whole_html(
    tree: Tree, *, path: str = "", stylesheet: UserSheet | None = None, tei_href: str | None = None
) -> Outcome[str]:
    """The same page in one piece: the style sheet is in it."""
    return _page(run(stylesheet or bundled("html.xsl"), tree, path, css=css(), tei_href=tei_href or ""))


def _page(outcome: Outcome[Tree]) -> Outcome[str]:
    if outcome.value is None:
        return Outcome(None, outcome.diagnostics)
    return Outcome(_serialise(outcome.value), outcome.diagnostics)


def _serialise(page: Tree) -> str:
    """The result as HTML5; a style sheet that makes no element, but text, has its own way."""
    if page.getroot() is None:
        return str(page)
    return etree.tostring(page, method="html", encoding="unicode", doctype="<!DOCTYPE html>") + "\n"
