"""The Markdown reader against markdown-it-py: the same print, and the same words in bold, italics and struck.

markdown-it-py is CommonMark's reference test suite passed in full. The inputs keep to what both mean to be the same:
no lists, quotations, code, links, HTML or escapes (all of these are print to memcon), runs of at most three marks.
"""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from memcon.readers import read
from memcon.transcript import is_space

MARKDOWN = MarkdownIt("zero").enable(["heading", "emphasis", "strikethrough", "newline"])
RENDS = {"em": "italic", "strong": "bold", "s": "strikethrough"}
PIECES = st.sampled_from(
    [
        "*",
        "*",
        "**",
        "**",
        "***",
        "_",
        "_",
        "__",
        "___",
        "~~",
        "a",
        "bc",
        "d e",
        " ",
        " ",
        ".",
        ",",
        "(",
        ")",
        "é",
        "“",
        "—",
    ]
)
LINES = st.builds(
    lambda mark, pieces: mark + "".join(pieces),
    st.sampled_from(["", "", "", "# ", "## ", "###### "]),
    st.lists(PIECES, min_size=1, max_size=14),
)
TEXTS = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n\n"])), min_size=1, max_size=5).map(
    lambda pairs: "".join(line + end for line, end in pairs)
)


def within_the_departures(text: str) -> bool:
    """No runs of four marks, no lone tilde, nothing that opens a heading only for one of the two."""
    long_runs = re.search(r"\*{4}|_{4}|~{3}|(?<!~)~(?!~)", text)
    return not long_runs and not re.search(r"(?m)^\s*#+\s*(#|$)", text)


def by_markdown_it(text: str) -> tuple[str, dict[str, Counter[str]], list[tuple[int, str]]]:
    """The text, the characters in each style, and the headings, white space aside."""
    printed, styled, headings, level = "", {rend: Counter[str]() for rend in RENDS.values()}, [], 0
    for token in MARKDOWN.parse(text):
        level = int(token.tag[1]) if token.type == "heading_open" else level
        if token.type == "inline":
            content = _inline(token.children or [], styled)
            printed += content
            headings += [(level, content)] if level else []
            level = 0
    return printed, styled, headings


def _inline(children: list[Token], styled: dict[str, Counter[str]]) -> str:
    printed, depth = "", Counter[str]()
    for child in children:
        if child.nesting:
            depth[child.tag] += child.nesting
        content = "".join(c for c in child.content if not is_space(c)) if child.type == "text" else ""
        printed += content
        for tag, rend in RENDS.items():
            if depth[tag]:
                styled[rend].update(content)
    return printed


def by_memcon(text: str) -> tuple[str, dict[str, Counter[str]], list[tuple[int, str]]]:
    made = read(text.encode(), "a.md").value
    assert made is not None
    inside: dict[str, set[int]] = {rend: set() for rend in RENDS.values()}
    for style in made.styles:
        inside[style.rend].update(range(*style.span))
    styled = {
        rend: Counter(c for n in sorted(where) if not is_space(c := made.printed[n])) for rend, where in inside.items()
    }
    headings = [(line.heading, "".join(made.text(line.span).split())) for line in made.lines if line.heading]
    return "".join(made.printed.split()), styled, headings


@settings(max_examples=400, deadline=None, derandomize=True)
@given(TEXTS.filter(within_the_departures).filter(lambda text: bool(text.strip())))
@example("**Bell:** Good *morning **dear* x**.\n")
@example("# *a* ~~b~~ __c__\nfoo_bar_baz **“a”**b\n")
@example("*a **b*** ***c** d* ~~e *f~~ g*\n")
def test_markdown_it_reads_the_same(text: str) -> None:
    assert by_memcon(text) == by_markdown_it(text)
