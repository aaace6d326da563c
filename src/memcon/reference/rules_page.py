"""The rule reference as one HTML page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from memcon.diagnostics import Rule
from memcon.reference.pages import bullets, code, escaped, link, page
from memcon.reference.rules import by_area, ignoring, neighbours, visible, watched

_LEAD = """<p>Every finding of memcon has a code. Codes are never reused; <code>memcon rule CODE</code> prints the
section of one in the terminal. Errors make a file unusable or untrue, warnings ask an editor to look, infos tell what
was done. The <a href="guide.html">encoding guide</a> says what each element is for.</p>
<p id="ignoring">A finding that is right as it is can be ignored, with a reason, in edition.toml:</p>
"""


def rules_as_html(chosen: Iterable[Rule], rules: Mapping[str, Rule]) -> str:
    """The reference of the chosen rules; neighbours are looked for among all `rules`. The anchor of a rule is its
    code. Elements lead to guide.html beside it."""
    areas = by_area(chosen)
    here = frozenset(rule.code for _, group in areas for rule in group)
    lead = _LEAD + code(ignoring("MC503"))
    return page("The rules of memcon", lead, _contents(areas), "\n".join(_area(a, g, rules, here) for a, g in areas))


def _contents(areas: list[tuple[str, list[Rule]]]) -> str:
    def item(rule: Rule) -> str:
        return f"{link(f'#{rule.code}', f'{rule.code} {rule.name}')} {escaped(rule.summary)}"

    lists = [f"<h3>{escaped(area)}</h3>\n{bullets([item(r) for r in group])}" for area, group in areas]
    return '<nav id="contents" aria-label="Contents">\n<h2>Contents</h2>\n' + "\n".join(lists) + "\n</nav>"


def _area(title: str, group: list[Rule], rules: Mapping[str, Rule], here: frozenset[str]) -> str:
    return f"<h2>{escaped(title)}</h2>\n" + "\n".join(_section(rule, rules, here) for rule in group)


def _section(rule: Rule, rules: Mapping[str, Rule], here: frozenset[str]) -> str:
    """The section of one rule."""
    status = "" if rule.status == "stable" else f" ({escaped(rule.status)})"
    label = rule.severity.label
    parts = [
        f"<h3>{escaped(rule.code)} {escaped(rule.name)}</h3>",
        f'<p class="summary"><span class="severity {label}">{label}</span>{status} {escaped(rule.summary)}</p>',
        f"<p>{escaped(rule.explanation)}</p>",
    ]
    if rule.bad and rule.good:
        parts += ["<h4>Bad</h4>", code(visible(rule.bad), "bad"), "<h4>Good</h4>", code(visible(rule.good), "good")]
    if rule.fix:
        parts.append(f"<h4>How to mend it</h4>\n<p>{escaped(rule.fix)}</p>")
    if links := _links(rule, rules, here):
        parts.append(f"<h4>See also</h4>\n{bullets(links, 'row')}")
    return f'<section class="entry" id="{escaped(rule.code)}">\n' + "\n".join(parts) + "\n</section>"


def _links(rule: Rule, rules: Mapping[str, Rule], here: frozenset[str]) -> list[str]:
    """The neighbours, as links where their sections are in this page, and the elements that the rule watches."""
    near = [(other.code, f"{other.code} {other.name}") for other in neighbours(rule, rules.values())]
    links = [link(f"#{code_}", text) if code_ in here else escaped(text) for code_, text in near]
    links.append(link("#ignoring", "how to ignore it"))
    return links + [link(f"guide.html#{name}", f"<{name}>") for name in watched(rule)]
