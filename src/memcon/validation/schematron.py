"""The Schematron rules of the ODD, run by libxslt; each failed assertion is led back to its element.

As with the schema, one decides and another explains: the style sheet that ISO Schematron's own skeleton makes of the
rules walks the whole document once for each pattern, so it runs only where a plain one, which visits nothing but
the rules' contexts and writes no report, finds that something does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.resources import schema_file
from memcon.tei.parsing import Tree
from memcon.validation.places import Source

_SCH = "{http://purl.oclc.org/dsdl/schematron}"
_XSL = "{http://www.w3.org/1999/XSL/Transform}"
_SVRL = "{http://purl.oclc.org/dsdl/svrl}"
_TRIED = f"{_SVRL}fired-rule"
_FAILED = (f"{_SVRL}failed-assert", f"{_SVRL}successful-report")
_LONG = 1_000_000  # bytes: of hundreds of files none is as long
_NAMED = "memcon.named"  # the decider's key: elements by local name
_HAS = r"(?:@[\w:.-]+(?: = '[^']*')?|[\w.-]+:[\w.-]+)"  # never a number
_STEP = re.compile(
    rf"[\w.-]+:(?P<local>[\w.-]+)(?P<behind>(?:\[{_HAS}(?: (?:or|and) {_HAS})*\])*(?:/[\w.-]+:[\w.-]+)*)"
)
_ANYWHERE = re.compile(rf"(?<![\w\])*.])//[\w.-]+:(?P<local>[\w.-]+)(?![\w.(:-])(?!\[(?!{_HAS}\]))")  # no [1] behind it

_POINTERS = re.compile(
    r"count\((?P<among>\$[\w.-]+)\[contains\((?P<said>\$[\w.-]+), concat\(' #', @xml:id, ' '\)\)\]\)"
    r" = string-length\((?P=said)\) - string-length\(translate\((?P=said), ' ', ''\)\) - 1"
)
_TARGET = "key('memcon.id', substring({said}, 3, string-length({said}) - 3))"  # the only one that is pointed to


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


class _Search(NamedTuple):
    """How a style sheet finds elements: by their names under a key, or, where there is none, by walks."""

    key: str

    def by_name(self, local: str) -> str:
        return f"key('{self.key}', '{local}')" if self.key else f"/descendant::tei:{local}"

    def having(self, every: str, attribute: str) -> str:
        """Those that have an attribute."""
        return f"{every}/{attribute}/.." if self.key else f"{every}[{attribute}]"

    def is_at_once(self, value: str) -> bool:
        """Whether the value of a variable is found before anything else."""
        return not self.key or value.startswith("key(")


@cache
def _decider() -> etree.XSLT:
    """The style sheet for documents of ordinary length. What rules are about is found by name in one walk, not in one
    for each rule; attributes are found faster than asked for."""
    return _deciding(_Search(_NAMED))


@cache
def _patient_decider() -> etree.XSLT:
    """The one for very long documents. Each element under a key, and each parent of an attribute, libxml2 compares with
    all those before it; to walk the document for each rule takes longer, but only as much longer as it is."""
    return _deciding(_Search(""))


def _deciding(search: _Search) -> etree.XSLT:
    """A style sheet that writes something where an assertion fails, and nothing where all hold.

    Of a pattern's rules Schematron applies the first that matches a node, this one each that does: it may be too
    strict, never too lenient.
    """
    schema = _schema()
    namespaces = {each.get("prefix", ""): each.get("uri", "") for each in schema.iter(_SCH + "ns")}
    sheet = etree.Element(_XSL + "stylesheet", {"version": "1.0"}, {"xsl": _XSL[1:-1], **namespaces})
    etree.SubElement(sheet, _XSL + "output", method="text")
    for key in schema.findall(_XSL + "key"):
        use = key.get("use", "")
        match = key.get("match", "").removesuffix(f"[{use}]")  # what is not there is under no key anyway
        etree.SubElement(sheet, _XSL + "key", name=key.get("name", ""), match=match, use=use)
    if search.key:
        etree.SubElement(sheet, _XSL + "key", name=search.key, match="*", use="local-name()")
    _declare(_found_at_once(schema, search), sheet)
    template = etree.SubElement(sheet, _XSL + "template", match="/")
    for rule in schema.iter(_SCH + "rule"):
        _tests(rule, template, search)
    return etree.XSLT(sheet)


def _selected(context: str, search: _Search) -> str:
    """The nodes of a rule's context, anywhere."""
    step = _STEP.fullmatch(context)
    if step:
        return search.by_name(step["local"]) + step["behind"]
    return f"//{context}"


def _tests(rule: etree._Element, template: etree._Element, search: _Search) -> None:
    """Write something where a check of the rule fails. Of the elements that a check without some attribute cannot
    fail for, none is asked that does not have it."""
    contexts = rule.get("context", "*").split(" | ")
    others = []
    for check in rule.iterfind(_SCH + "*"):
        test = _POINTERS.sub(_soon, check.get("test", ""))
        fails = {_SCH + "assert": f"not({test})", _SCH + "report": f"({test})"}.get(str(check.tag), "")
        if fails and (attribute := _needed(check)):
            having = " | ".join(_having(each.strip(), attribute, search) for each in contexts)
            _asked(rule, template, having, fails, search)
        elif fails:
            others.append(fails)
    if others:
        elements = " | ".join(_selected(each.strip(), search) for each in contexts)
        _asked(rule, template, elements, " or ".join(others), search)


def _asked(rule: etree._Element, template: etree._Element, elements: str, fails: str, search: _Search) -> None:
    """Write something where one of the elements fails. What the whole document has to be walked for is looked for
    where such an element is met, and most documents have none."""
    visit = etree.SubElement(template, _XSL + "for-each", select=elements)
    own = _used(rule, fails, search)
    known = _found_at_once(_schema(), search)
    for name, value in _used(_schema(), " ".join([fails, *own.values()]), search).items():
        if name not in known:
            _declare({name: value}, visit)
    _declare(own, visit)
    etree.SubElement(visit, _XSL + "if", test=fails).text = "fails"


def _having(context: str, attribute: str, search: _Search) -> str:
    """The nodes of a rule's context that have an attribute."""
    anything = context.removesuffix("[@*]")
    if anything.endswith(":*"):
        return search.having(f"/descendant::{anything}", attribute)
    return f"{_selected(context, search)}[{attribute}]"


def _soon(test: re.Match[str]) -> str:
    """The test of pointers, in their list between blanks, that each leads to one of some elements: with the answer for
    a single one, which most are, before it, for which not all of those elements are asked for their ids."""
    target = _TARGET.format(said=test["said"])
    among = f"count({target}) = 1 and count({test['among']} | {target}) = count({test['among']})"
    return f"((starts-with({test['said']}, ' #') and {among}) or {test[0]})"


def _needed(check: etree._Element) -> str:
    """The attribute without which a check cannot fail, where its test begins by saying so."""
    test = check.get("test", "")
    if check.tag == _SCH + "assert":
        match = re.match(r"not\((@[\w:.-]+)\) or ", test)
    else:
        match = re.match(r"(?:starts-with\()?(@[\w:.-]+)(?:, '#'\))? and ", test)
        if match and " or " in _outermost(test):
            return ""
    return match[1] if match else ""


def _outermost(expression: str) -> str:
    """An XPath without what is in parentheses, brackets or quotation marks."""
    shorter = re.sub(r"'[^']*'|\"[^\"]*\"", "", expression)
    while shorter != (expression := re.sub(r"\([^()]*\)|\[[^\[\]]*\]", "", shorter)):
        shorter = expression
    return shorter


def _used(scope: etree._Element, expressions: str, search: _Search) -> dict[str, str]:
    """The variables that expressions use, each before what uses it, with their values."""
    found: dict[str, str] = {}
    for each in reversed(scope.findall(_SCH + "let")):
        if re.search(rf"\${re.escape(each.get('name', ''))}(?![\w.-])", expressions):
            value = _ANYWHERE.sub(lambda match: search.by_name(match["local"]), each.get("value", ""))
            found = {each.get("name", ""): value, **found}
            expressions += value
    return found


def _found_at_once(schema: etree._Element, search: _Search) -> dict[str, str]:
    """The variables of the schema that are found before anything else."""
    used = _used(schema, " ".join(schema.xpath("//@test | //@value")), search)
    return {name: value for name, value in used.items() if search.is_at_once(value)}


def _declare(variables: Mapping[str, str], target: etree._Element) -> None:
    for name, value in variables.items():
        etree.SubElement(target, _XSL + "variable", name=name, select=value)


def compile_schematron() -> None:
    """Compile the rules now, not when they are first needed."""
    _decider()


def check_schematron(source: Source) -> tuple[Diagnostic, ...]:
    """MC405 for each assertion that does not hold."""
    decider = _decider() if len(source.data) <= _LONG else _patient_decider()
    if not str(decider(source.tree)):
        return ()
    return report_of(_explainer()(source.tree), source)


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
