"""Findings -> text: for people, one a line, and the formats that other tools read. Nothing is printed here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from memcon.findings import Findings
from memcon.reporters.concise import concise
from memcon.reporters.human import human
from memcon.reporters.paint import Paint, plain
from memcon.reporters.summary import summary

__all__ = ["REPORTERS", "Paint", "Reporter", "concise", "human", "plain", "summary"]

Reporter = Callable[[Findings, Paint], Iterator[str]]
"""From findings to lines without line ends. Only the reports for people are painted."""


# What other tools read is loaded when it is asked for: most calls tell people alone.


def _json_array(findings: Findings) -> Iterator[str]:
    from memcon.reporters.jsonarray import json_array

    return json_array(findings)


def _json_lines(findings: Findings) -> Iterator[str]:
    from memcon.reporters.jsonlines import json_lines

    return json_lines(findings)


def _github(findings: Findings) -> Iterator[str]:
    from memcon.reporters.github import github

    return github(findings)


def _gitlab(findings: Findings) -> Iterator[str]:
    from memcon.reporters.gitlab import gitlab

    return gitlab(findings)


def _sarif(findings: Findings) -> Iterator[str]:
    from memcon.reporters.sarif import sarif

    return sarif(findings)


def _junit(findings: Findings) -> Iterator[str]:
    from memcon.reporters.junit import junit

    return junit(findings)


def _checkstyle(findings: Findings) -> Iterator[str]:
    from memcon.reporters.checkstyle import checkstyle

    return checkstyle(findings)


REPORTERS: Mapping[str, Reporter] = MappingProxyType({
    "human": lambda findings, paint: human(findings.found, paint),
    "concise": lambda findings, paint: concise(findings.found, paint),
    "json": lambda findings, _paint: _json_array(findings),
    "jsonl": lambda findings, _paint: _json_lines(findings),
    "github": lambda findings, _paint: _github(findings),
    "gitlab": lambda findings, _paint: _gitlab(findings),
    "sarif": lambda findings, _paint: _sarif(findings),
    "junit": lambda findings, _paint: _junit(findings),
    "checkstyle": lambda findings, _paint: _checkstyle(findings),
})  # fmt: skip
"""The formats by name."""

FOR_PEOPLE = ("human", "concise")
"""Those that are coloured on a terminal and say nothing where nothing was found."""
