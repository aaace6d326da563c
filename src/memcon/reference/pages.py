"""What the HTML pages of the reference share: one file each, without scripts, with the look of the edition's pages."""

from __future__ import annotations

import html
from importlib.resources import files

from memcon.transformers.html import css

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body class="reference">
<a class="skip" href="#contents">Skip to the contents</a>
<a class="skip" href="#entries">Skip to the entries</a>
<main>
<header>
<h1>{title}</h1>
{lead}
</header>
{contents}
<div id="entries">
{entries}
</div>
</main>
</body>
</html>
"""


def escaped(text: str) -> str:
    """Text for an element's content or an attribute's value."""
    return html.escape(text)


def page(title: str, lead: str, contents: str, entries: str) -> str:
    """A page: its title as text; the other parts as HTML, `contents` with a nav whose id is `contents`."""
    style = css() + files(__package__).joinpath("reference.css").read_text("utf-8")
    return _PAGE.format(title=escaped(title), style=style.rstrip(), lead=lead, contents=contents, entries=entries)


def link(address: str, text: str) -> str:
    """A link, its text in the type of code where it is the name of an element."""
    shown = f"<code>{escaped(text)}</code>" if text.startswith("<") else escaped(text)
    return f'<a href="{escaped(address)}">{shown}</a>'


def code(text: str, kind: str = "") -> str:
    """A block of code; `kind` is its class."""
    attribute = f' class="{kind}"' if kind else ""
    return f"<pre{attribute}><code>{escaped(text)}</code></pre>"


def bullets(items: list[str], kind: str = "") -> str:
    """A list of pieces of HTML."""
    attribute = f' class="{kind}"' if kind else ""
    return f"<ul{attribute}>\n" + "\n".join(f"<li>{item}</li>" for item in items) + "\n</ul>"
