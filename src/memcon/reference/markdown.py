"""The rule reference as Markdown (CommonMark)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from memcon.diagnostics import Rule
from memcon.reference.rules import by_area, ignoring, neighbours, visible

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|&~$!])")
_LEAD = """Every finding of memcon has a code. Codes are never reused; `memcon rule CODE` prints the section of one in
the terminal. Errors make a file unusable or untrue, warnings ask an editor to look, infos tell what was done.

A finding that is right as it is can be ignored, with a reason, in edition.toml:"""


def rules_as_markdown(chosen: Iterable[Rule], rules: Mapping[str, Rule]) -> str:
    """The reference of the chosen rules; neighbours are looked for among all `rules`."""
    areas = by_area(chosen)
    contents = [f"- {_text(area)}\n" + "".join(map(_item, group)) for area, group in areas]
    sections = [f"\n## {_text(area)}\n\n" + "\n".join(_section(r, rules) for r in group) for area, group in areas]
    how = _fenced(ignoring("MC503"), "toml")
    notice = "<!-- Generated from src/memcon/rules by schemas/build.py: do not edit. -->"
    return f"{notice}\n\n# The rules of memcon\n\n{_LEAD}\n\n{how}\n\n" + "".join(contents) + "".join(sections)


def _item(rule: Rule) -> str:
    return f"  - [{rule.code} {_text(rule.name)}](#{rule.code}): {_text(rule.summary)}\n"


def _section(rule: Rule, rules: Mapping[str, Rule]) -> str:
    status = "" if rule.status == "stable" else f", {_text(rule.status)}"
    parts = [
        f'<a id="{rule.code}"></a>\n\n### {rule.code} {_text(rule.name)}',
        f"**{rule.severity.label.capitalize()}**{status}: {_text(rule.summary)}.",
        _text(rule.explanation),
    ]
    if rule.bad and rule.good:
        parts += ["Bad:", _fenced(visible(rule.bad)), "Good:", _fenced(visible(rule.good))]
    if rule.fix:
        parts.append(f"How to mend it: {_text(rule.fix)}")
    if near := neighbours(rule, rules.values()):
        parts.append("See also: " + ", ".join(f"[{r.code} {_text(r.name)}](#{r.code})" for r in near) + ".")
    return "\n\n".join(parts) + "\n"


def _text(words: str) -> str:
    """Words as they are: what Markdown or HTML would read as mark-up is escaped."""
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))


def _fenced(text: str, language: str = "text") -> str:
    """A block of code, in a fence longer than any in it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"
