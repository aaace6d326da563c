"""What the page of a rule says, in whatever format: its area, its neighbours, how its finding is ignored."""

from __future__ import annotations

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


def by_area(rules: Iterable[Rule]) -> list[tuple[str, list[Rule]]]:
    """The rules under the titles of their areas, in order of their codes."""
    ordered = sorted(rules, key=lambda rule: rule.code)
    return [(AREAS[area], list(group)) for area, group in groupby(ordered, key=lambda rule: rule.code[:3])]


def neighbours(rule: Rule, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules to read next: those that watch the most of the same elements, then those with the nearest codes of
    the same area."""
    number = int(rule.code[2:])

    area = rule.code[:3]

    def distance(other: Rule) -> tuple[int, bool, int]:
        shared = len(set(rule.elements) & set(other.elements))
        return -shared, other.code[:3] != area, abs(int(other.code[2:]) - number)

    near = [o for o in rules if o.code != rule.code and (o.code[:3] == area or set(o.elements) & set(rule.elements))]
    return tuple(sorted(sorted(near, key=distance)[:_NEIGHBOURS], key=lambda other: other.code))


def ignoring(code: str) -> str:
    """What edition.toml says so that the findings of a rule in one file are not reported."""
    return f'[[ignore]]\nrule = "{code}"\npath = "talk.xml"\nreason = "why it is right here"'


def visible(example: str) -> str:
    """An example with its control characters as signs one can see (U+2400 and following), without a last line end."""
    return example.rstrip("\n").translate(_SHOWN)
