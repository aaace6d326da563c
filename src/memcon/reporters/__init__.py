"""Findings -> text: for people, one a line, and the formats that other tools read. Nothing is printed here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from memcon.findings import Findings
from memcon.reporters.checkstyle import checkstyle
from memcon.reporters.concise import concise
from memcon.reporters.github import github
from memcon.reporters.gitlab import gitlab
from memcon.reporters.human import human
from memcon.reporters.jsonarray import json_array
from memcon.reporters.jsonlines import json_lines
from memcon.reporters.junit import junit
from memcon.reporters.paint import Paint, plain
from memcon.reporters.sarif import sarif
from memcon.reporters.summary import summary

__all__ = ["REPORTERS", "Paint", "Reporter", "concise", "human", "plain", "summary"]

Reporter = Callable[[Findings, Paint], Iterator[str]]
"""From findings to lines without line ends. Only the reports for people are painted."""

REPORTERS: Mapping[str, Reporter] = MappingProxyType({
    "human": lambda findings, paint: human(findings.found, paint),
    "concise": lambda findings, paint: concise(findings.found, paint),
    "json": lambda findings, _paint: json_array(findings),
    "jsonl": lambda findings, _paint: json_lines(findings),
    "github": lambda findings, _paint: github(findings),
    "gitlab": lambda findings, _paint: gitlab(findings),
    "sarif": lambda findings, _paint: sarif(findings),
    "junit": lambda findings, _paint: junit(findings),
    "checkstyle": lambda findings, _paint: checkstyle(findings),
})  # fmt: skip
"""The formats by name."""

FOR_PEOPLE = ("human", "concise")
"""Those that are coloured on a terminal and say nothing where nothing was found."""
