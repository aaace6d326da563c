"""The rules as SARIF describes them (§3.49)."""

from __future__ import annotations

import re

from memcon.diagnostics import Rule, Severity

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_HELP = "memcon:rule/"  # an address of our own, as for the style sheets: `memcon rule MC503` shows what it names
_TICKS = re.compile("`+")


def descriptor(rule: Rule) -> dict[str, object]:
    """A reportingDescriptor. Its help is what `memcon rule` says, with the examples."""
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": f"{rule.summary[:1].upper()}{rule.summary[1:]}."},
        "fullDescription": {"text": rule.explanation},
        "help": {"text": _text(rule), "markdown": _markdown(rule)},
        "helpUri": f"{_HELP}{rule.code}",
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [f"MC{rule.code[2]}xx"], "problem.severity": _GITHUB[rule.severity],
                       "status": rule.status},
    }  # fmt: skip


def _examples(rule: Rule) -> tuple[tuple[str, str], ...]:
    return tuple(each for each in (("Found in:", rule.bad), ("Not found in:", rule.good)) if each[1])


def _text(rule: Rule) -> str:
    return "\n\n".join((rule.explanation, *(f"{title}\n\n{example}" for title, example in _examples(rule))))


def _markdown(rule: Rule) -> str:
    return "\n\n".join((rule.explanation, *(f"{title}\n\n{_fenced(example)}" for title, example in _examples(rule))))


def _fenced(example: str) -> str:
    """A block of code, its fence longer than any run of backticks in it."""
    fence = "`" * max(3, *(len(run) + 1 for run in _TICKS.findall(example)), 3)
    return f"{fence}{'xml' if example.startswith('<') else ''}\n{example}\n{fence}"
