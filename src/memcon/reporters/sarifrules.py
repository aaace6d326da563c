"""The rules as SARIF describes them (§3.49)."""

from __future__ import annotations

import re
from functools import cache

from memcon.diagnostics import Rule, Severity

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_HELP = "memcon:rule/"  # an address of our own, as for the style sheets: `memcon rule MC503` shows what it names
_MARKUP = re.compile(r"[\\`*_\[\]<>#|~&]")
_TICKS = re.compile("`+")


@cache
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
    examples = (f"{title}\n\n{example}" for title, example in _examples(rule))
    return "\n\n".join(filter(None, (rule.explanation, rule.fix, *examples)))


def _markdown(rule: Rule) -> str:
    """What the text says, with the examples as blocks of code."""
    prose = (_MARKUP.sub(r"\\\g<0>", words) for words in (rule.explanation, rule.fix))
    examples = (f"{title}\n\n{_fenced(example)}" for title, example in _examples(rule))
    return "\n\n".join(filter(None, (*prose, *examples)))


def _fenced(example: str) -> str:
    """A block of code, its fence longer than any run of backticks in it."""
    fence = "`" * max((3, *(len(run) + 1 for run in _TICKS.findall(example))))
    return f"{fence}{'xml' if example.startswith('<') else ''}\n{example}\n{fence}"
