"""What the page of a rule says, in whatever format: its area, its neighbours, how its finding is ignored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby

from memcon.diagnostics import Rule

AREAS: Mapping[str, str] = {
    "MC1": "The source file, and files that are read or written",
    "MC2": "The structure of a transcript",
    "MC3": "People, dates, references",
    "MC4": "XML and the schema",
    "MC5": "House rules",
    "MC6": "Rendering",
    "MC7": "Packages for libraries",
    "MC9": "Configuration",
}
_SHOWN = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"} | {0x7F: 0x2421}
_NEIGHBOURS = 5
_LONG = 100  # characters of a line of XML
_VERY_LONG = 1200  # characters of an example


def by_area(rules: Iterable[Rule]) -> list[tuple[str, list[Rule]]]:
    """The rules under the titles of their areas, in order of their codes."""
    ordered = sorted(rules, key=lambda rule: rule.code)
    return [(AREAS[area], list(group)) for area, group in groupby(ordered, key=lambda rule: rule.code[:3])]


def neighbours(rule: Rule, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules to read next: those that watch the most of the same elements, then those with the nearest codes of
    the same area."""
    number, elements = int(rule.code[2:]), set(watched(rule))

    area = rule.code[:3]

    def distance(other: Rule) -> tuple[int, bool, int]:
        return -len(elements & set(watched(other))), other.code[:3] != area, abs(int(other.code[2:]) - number)

    near = [o for o in rules if o.code != rule.code and (o.code[:3] == area or elements & set(watched(o)))]
    return tuple(sorted(sorted(near, key=distance)[:_NEIGHBOURS], key=lambda other: other.code))


def ignoring(code: str) -> str:
    """What edition.toml says so that the findings of a rule in one file are not reported."""
    return f'[[ignore]]\ncode = "{code}"\nfile = "talk.xml"\nreason = "why it is right here"'


def watched(rule: Rule) -> tuple[str, ...]:
    """The elements that a rule watches: those it names, or for a house rule the one that its example is."""
    if rule.elements or rule.code[:3] != "MC5":
        return rule.elements
    example = re.match(r"<(\w+)", rule.bad)
    return (example[1],) if example else ()


def visible(example: str) -> str:
    """An example as one can read it: its control characters as signs (U+2400 and following), no last line end, a long
    line of XML in several, and of a very long text beginning and end."""
    text = example.rstrip("\n").translate(_SHOWN)
    if len(text) > _VERY_LONG:
        text = f"{text[: _VERY_LONG // 2]} … {len(text):,} characters in all … {text[-_VERY_LONG // 4 :]}"
    return _in_lines(text) if text.startswith("<") and len(text) > _LONG and "\n" not in text else text


def _in_lines(text: str) -> str:
    """XML with a line for each tag that follows another one, further in by its depth."""
    lines, depth = [], 0
    for line in re.sub(r">(?=<)", ">\n", text).split("\n"):
        lines.append("  " * max(0, depth - line.startswith("</")) + line)
        depth += len(re.findall(r"<\w[^<>]*(?<!/)>", line)) - line.count("</")
    return "\n".join(lines)
