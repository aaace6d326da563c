"""Saved web pages -> Transcript: the main column's text, every character at its place in the file.

The passes stand in this order: `encoding` and `decode`, `tokens` and `tree` (what is where), `column` (what of it is
the text), `layout` (how it is printed). What is left out on purpose is listed in `Transcript.left_out`.
"""

from __future__ import annotations

from memcon.diagnostics import Diagnostic, Location, Outcome
from memcon.readers.decoding import decode, place_in_text
from memcon.readers.html.column import choose
from memcon.readers.html.encoding import declared
from memcon.readers.html.layout import lay_out
from memcon.readers.html.tree import Excess, parse
from memcon.readers.limits import refusal
from memcon.rules import rule
from memcon.transcript import Span, Transcript, character_name, forbidden, is_space

__all__ = ["read_html"]


def read_html(data: bytes, name: str, sha256: str, encoding: str | None = None) -> Outcome[Transcript]:
    """Bytes of an HTML page -> Transcript. Refuses with MC101 (no text), MC102, MC103 or MC114."""
    decoded = decode(data, name, encoding or declared(data), printed=False)
    if decoded.value is None:
        return Outcome(None, decoded.diagnostics)
    source = decoded.value
    page = parse(source)
    if isinstance(page, Excess):
        return Outcome(None, (refusal(page.message, Location(name, *place_in_text(source, page.offset))),))
    left_out = choose(page)
    printed = lay_out(page, source)
    text, lines, styles = printed.finish()
    if all(is_space(character) for character in text):
        hint = "its text may be in frames or images, or be written by scripts: save the page that shows it"
        empty = Diagnostic(rule("MC101"), "nothing is printed on this page", Location(name, 1, 1), hint)
        return Outcome(None, (empty,))
    items = tuple(printed.items)
    terms = frozenset(printed.terms)
    transcript = Transcript(
        name, sha256, source, text, lines, styles, (), printed.breaks, left_out, items=items, terms=terms
    )
    return _checked(transcript)


def _checked(transcript: Transcript) -> Outcome[Transcript]:
    """MC103 for a forbidden character in the printed text, where a character reference may have brought it. (In
    scripts they do no harm.)"""
    at = forbidden(transcript.printed)
    if at < 0:
        return Outcome(transcript)
    message = f"the character {character_name(transcript.printed[at])} is not allowed in XML"
    hint = "remove the character or the reference to it, or restore what it stands for"
    return Outcome(None, (transcript.diagnostic("MC103", message, Span(at, at + 1), hint),))
