"""The Schematron rules of the ODD, run by libxslt; each failed assertion is led back to its element.

As with the schema, one decides and another explains: the style sheet that ISO Schematron's own skeleton makes of the
rules walks the whole document once for each pattern, so it runs only where something may not hold. That is told by the
survey where an assertion is of attributes alone, and by XPath from the elements that a rule is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.resources import schema_file
from memcon.tei.parsing import Tree
from memcon.validation.assertions import Holds, assertion
from memcon.validation.places import Source
from memcon.validation.survey import Survey

_SCH = "{http://purl.oclc.org/dsdl/schematron}"
_SVRL = "{http://purl.oclc.org/dsdl/svrl}"
_TRIED = f"{_SVRL}fired-rule"
_FAILED = (f"{_SVRL}failed-assert", f"{_SVRL}successful-report")
_FIRST = re.compile(r"tei:(?P<name>\w+)(?P<behind>(?:[/\[].*)?)\Z")


@cache
def _schema() -> etree._Element:
    return etree.fromstring(schema_file("memcon.sch").read_bytes())


@cache
def _explainer() -> etree.XSLT:
    """The rules as a style sheet, less the reports that are as many as elements."""
    from lxml.isoschematron import Schematron

    return etree.XSLT(without_tried(Schematron(_schema(), store_xslt=True).validator_xslt))


def without_tried(sheet: Tree | None) -> Tree:
    """A style sheet of ISO Schematron's skeleton that does not report rules that were merely tried."""
    assert sheet is not None
    etree.strip_elements(sheet, _TRIED, with_tail=False)
    return sheet


@cache
def _assertions() -> tuple[Holds, ...]:
    """What tells whether the checks hold: those of forms that a survey knows, and the others by XPath, together for all
    whose rules begin with an element of one name: where there is none, nothing is asked."""
    schema = _schema()
    told: dict[Holds, None] = {}
    others: dict[str, list[str]] = {}
    for rule in schema.iter(_SCH + "rule"):
        for check in rule.iterfind(_SCH + "*[@test]"):
            if (holds := assertion(schema, rule, check)) is not None:
                told[holds] = None  # two that say the same are one
                continue
            for context in rule.get("context", "*").split(" | "):
                first = _FIRST.match(context.strip())
                name, behind = (first["name"], first["behind"]) if first else ("", context.strip())
                others.setdefault(name, []).append(_failing(behind, rule, check))
    return (*told, *(_nothing(name, " or ".join(fails)) for name, fails in others.items()))


def _nothing(name: str, fails: str) -> Holds:
    """An XPath finds nothing from the elements of a name; from the document, where there is no name."""
    namespaces = {each.get("prefix", ""): each.get("uri", "") for each in _schema().iter(_SCH + "ns")}
    found = etree.XPath(f"boolean({fails})", namespaces=namespaces)
    if name:
        return lambda survey: not any(map(found, survey.every(name)))
    return lambda survey: not found(survey.tree)


def _failing(context: str, rule: etree._Element, check: etree._Element) -> str:
    """An XPath of the elements of a context for which a check fails. Of a pattern's rules Schematron applies the first
    that matches a node, this one each that does: it may be too strict, never too lenient."""
    test = _plain(rule, check.get("test", ""))
    fails = f"not({test})" if check.tag == _SCH + "assert" else test
    start = "self::node()" if context[:1] in ("", "[", "/") else "//"
    return f"{start}{context}[{fails}]"


def _plain(rule: etree._Element, test: str) -> str:
    """A test with the values of the rule's variables in their places, which stand in no predicate."""
    for each in reversed(rule.findall(_SCH + "let")):
        test = re.sub(rf"\${re.escape(each.get('name', ''))}(?![\w.-])", f"({each.get('value', '')})", test)
    return test


def compile_schematron() -> None:
    """Compile the rules now, not when they are first needed."""
    _assertions()


def check_schematron(survey: Survey) -> tuple[Diagnostic, ...]:
    """MC405 for each assertion that does not hold."""
    (found,) = check_all_schematron((survey,))
    return found


def check_all_schematron(surveys: Sequence[Survey]) -> list[tuple[Diagnostic, ...]]:
    """The same of some documents: each assertion is told of all of them before the next."""
    doubtful = set(surveys) - surely_hold(surveys)
    return [report_of(_explainer()(each.tree), each.source) if each in doubtful else () for each in surveys]


def surely_hold(surveys: Iterable[Survey]) -> set[Survey]:
    """The documents in which all assertions hold, as far as that is told quickly."""
    sound = list(surveys)
    for holds in _assertions():
        sound = [each for each in sound if holds(each)]
    return set(sound)


def report_of(report: Tree, source: Source) -> tuple[Diagnostic, ...]:
    """MC405 for each assertion that failed and each report that was made, by an SVRL report."""
    found = []
    for failed in report.iter(*_FAILED):
        message = " ".join("".join(failed.itertext()).split())
        found.append(source.finding("MC405", message, _element(source.tree, failed.get("location", ""))))
    return tuple(found)


def _element(tree: Tree, place: str) -> etree._Element:
    """The element that an SVRL location names: `/*[local-name()='TEI' and ...]/...[2]`, or a prefixed path."""
    names = {"t": "http://www.tei-c.org/ns/1.0", "tei": "http://www.tei-c.org/ns/1.0"}
    try:
        hits = tree.xpath(place or "/*", namespaces=names)
    except etree.XPathError:
        hits = []
    hit = hits[0] if isinstance(hits, list) and hits else tree.getroot()
    if isinstance(hit, etree._Element):
        return hit
    parent = getattr(hit, "getparent", lambda: None)()
    return parent if parent is not None else tree.getroot()
