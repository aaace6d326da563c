"""TEI -> plain text: to read, or the printed text as it is."""

from __future__ import annotations

from memcon.diagnostics import Outcome
from memcon.tei.parsing import Tree
from memcon.transformers.layout import lay_out
from memcon.transformers.stylesheets import Sheet, UserSheet, bundled, run

NARROWEST = 20
"""The smallest width text can be wrapped at."""


def to_text(tree: Tree, *, path: str = "", width: int = 80, stylesheet: UserSheet | None = None) -> Outcome[str]:
    """The memorandum for reading: facts first, then the text, its notes at the end, wrapped at `width` columns.

    Markings are spelt out (`[struck: (C)]`, `[recte Mitterrand.]`), page furniture stands in braces. Words longer than
    the width are kept whole. ValueError where `width` is less than 20.
    """
    if width < NARROWEST:
        raise ValueError(f"width must be {NARROWEST} or more, not {width}")
    return _text(stylesheet or bundled("text.xsl"), tree, path, width)


def to_diplomatic(tree: Tree, *, path: str = "") -> Outcome[str]:
    """The printed text alone: white space aside, the text nodes of `<text>` without what the edition adds."""
    return _text(bundled("diplomatic.xsl"), tree, path, None)


def _text(sheet: Sheet, tree: Tree, path: str, width: int | None) -> Outcome[str]:
    outcome = run(sheet, tree, path)
    if outcome.value is None:
        return Outcome(None, outcome.diagnostics)
    return Outcome(lay_out(outcome.value, width), outcome.diagnostics)
