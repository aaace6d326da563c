"""Lists of web pages: the numbers that a browser draws, and the terms that a list explains."""

from __future__ import annotations

from memcon.readers import read
from memcon.transcript import Transcript


def page(body: str) -> Transcript:
    """A web page as read."""
    made = read(f"<!DOCTYPE html><html><body><main>{body}</main></body></html>".encode(), "in.html").value
    assert made is not None
    return made


def numbered(body: str) -> list[tuple[str, int]]:
    """The first word of each numbered item, and its number."""
    made = page(body)
    return [(made.printed[offset:].split()[0], number) for offset, number in made.items]


def test_items_are_numbered_as_a_browser_does() -> None:
    assert numbered("<p>Text.</p><ol><li>one<li><p>two</p><p>more</p><li value=7>seven<li>eight</ol>") == [
        ("one", 1), ("two", 2), ("seven", 7), ("eight", 8),
    ]  # fmt: skip
    assert numbered('<ol start="3"><li>three<ol><li>inner</ol>after</li><li>four</ol>') == [
        ("three", 3), ("inner", 1), ("four", 4),
    ]  # fmt: skip


def test_other_lists_are_not() -> None:
    assert numbered("<ul><li>one</ul><li>two</li><ol start=x><li value='-1'>three</ol>") == [("three", 1)]


def test_terms_are_those_of_lists_of_definitions() -> None:
    made = page("<p>Text.</p><dl><dt>Holm<dd>Good.<dt><b>Berg</b>, Carl<dd>Very.</dl>")
    assert [made.printed[offset:].split()[0] for offset in sorted(made.terms)] == ["Holm", "Berg,"]
