"""Memoranda as pages of the web."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator

from benchmarks.layouts.mastheads import Masthead, parted, told
from benchmarks.layouts.memoranda import Block, Kind, Memo

_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<style>body {{ font-family: serif }}</style><script>var page = 1;</script></head>
<body>
<header><a href="/">Digital Archive</a></header>
<nav><ul>
<li><a href="/">Home</a></li><li><a href="/collections">Collections</a></li><li><a href="/about">About</a></li>
</ul></nav>
<div id="layout">
<main>
{body}
</main>
<aside class="sidebar"><h3>Related documents</h3><ul><li><a href="/2">Another document</a></li></ul></aside>
</div>
<footer><p>Copyright 2020 Digital Archive. All rights reserved.</p></footer>
</body></html>
"""


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace("\n", "<br>\n")


def _paragraphs(block: Block) -> str:
    if block.kind is Kind.TITLE:
        return f"<h1>{_escaped(block.text)}</h1>"
    if block.kind is Kind.TURN:
        label = block.label if "[" in block.label else block.label.upper()
        return f"<p><b>{_escaped(label)}:</b> {_escaped(block.text)}</p>"
    return f"<p>{_escaped(block.printed)}</p>"


def _strong(block: Block) -> str:
    if block.kind is Kind.TURN:
        return f'<p class="turn"><strong>{_escaped(block.label)}</strong>: {_escaped(block.text)}</p>'
    return _paragraphs(block)


def paragraphs(memo: Memo) -> str:
    """`<p><b>LABEL:</b> text</p>`"""
    return _page(memo, "\n".join(map(_paragraphs, memo.blocks)))


def strong(memo: Memo) -> str:
    """`<p><strong>Label</strong>: text</p>`"""
    return _page(memo, "\n".join(map(_strong, memo.blocks)))


def breaks(memo: Memo) -> str:
    """One paragraph, its lines divided by `<br><br>`."""
    return _page(memo, "<p>" + "<br><br>\n".join(_escaped(b.printed) for b in memo.blocks) + "</p>")


def definitions(memo: Memo) -> str:
    """The turns as a definition list."""
    return _page(memo, "\n".join(_listed(memo, "dl", _definition)))


def rows(memo: Memo) -> str:
    """The turns as a table of two columns."""
    return _page(memo, "\n".join(_listed(memo, "table", _row)))


def divisions(memo: Memo) -> str:
    """A division for each turn, the label in a span of its own."""
    return _page(memo, "\n".join(_division(b) if b.kind is Kind.TURN else _paragraphs(b) for b in memo.blocks))


def _definition(block: Block) -> str:
    return f"<dt>{_escaped(block.label)}</dt><dd>{_escaped(block.text)}</dd>"


def _row(block: Block) -> str:
    return f"<tr><td>{_escaped(block.label)}:</td><td>{_escaped(block.text)}</td></tr>"


def _division(block: Block) -> str:
    label = f'<span class="speaker">{_escaped(block.label)}:</span>'
    return f'<div class="turn">{label} <span class="speech">{_escaped(block.text)}</span></div>'


def _listed(memo: Memo, element: str, item: Callable[[Block], str]) -> Iterator[str]:
    """The blocks, each run of turns in an element of its own."""
    inside = False
    for block in memo.blocks:
        turn = block.kind is Kind.TURN
        if turn != inside:
            yield f"<{element}>" if turn else f"</{element}>"
        inside = turn
        yield item(block) if turn else _paragraphs(block)
    if inside:
        yield f"</{element}>"


def tabled(memo: Memo) -> str:
    """The masthead as a table."""
    head = told(memo)
    assert head is not None
    title, rest = parted(memo)
    return _page(memo, "\n".join((_paragraphs(title), _table(head), *map(_strong, rest))))


def _table(head: Masthead) -> str:
    people = "<br>".join(map(_escaped, head.people))
    pairs = [("Date", head.day), ("Time", head.time), ("Place", head.place), ("Subject", head.subject)]
    cells = [(label, _escaped(value)) for label, value in pairs if value]
    cells.append(("Participants", people))
    return "<table>\n" + "\n".join(f"<tr><th>{a}:</th><td>{b}</td></tr>" for a, b in cells) + "\n</table>"


def _page(memo: Memo, body: str) -> str:
    title = next(b.text for b in memo.blocks if b.kind is Kind.TITLE)
    return _PAGE.format(title=_escaped(title), body=body)
