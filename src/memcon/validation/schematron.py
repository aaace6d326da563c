"""The Schematron rules of the ODD, run by libxslt; each failed assertion is led back to its element.

As with the schema, one decides and another explains: the style sheet that ISO Schematron's own skeleton makes of the
rules walks the whole document once for each pattern, so it runs only where a plain one, which visits nothing but
the rules' contexts and writes no report, finds that something does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

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


@cache
def _decider() -> etree.XSLT:
    """A style sheet that writes something where an assertion fails, and nothing where all hold.

    Of a pattern's rules Schematron applies the first that matches a node, this one each that does: it may be too
    strict, never too lenient. The elements that rules are about are found by name in one walk, not one for each rule.
    """
    schema = _schema()
    namespaces = {each.get("prefix", ""): each.get("uri", "") for each in schema.iter(_SCH + "ns")}
    sheet = etree.Element(_XSL + "stylesheet", {"version": "1.0"}, {"xsl": _XSL[1:-1], **namespaces})
    etree.SubElement(sheet, _XSL + "output", method="text")
    for key in schema.findall(_XSL + "key"):
        use = key.get("use", "")
        match = key.get("match", "").removesuffix(f"[{use}]")  # what is not there is under no key anyway
        etree.SubElement(sheet, _XSL + "key", name=key.get("name", ""), match=match, use=use)
    sheet.append(etree.Element(_XSL + "key", name=_NAMED, match="*", use="local-name()"))
    _declare(_found_by_key(schema), sheet)
    template = etree.SubElement(sheet, _XSL + "template", match="/")
    for rule in schema.iter(_SCH + "rule"):
        _tests(rule, template)
    return etree.XSLT(sheet)


def _selected(context: str) -> str:
    """The nodes of a rule's context, anywhere."""
    step = _STEP.fullmatch(context)
    if step:
        return _by_name(step["local"]) + step["behind"]
    return f"//{context}"


def _tests(rule: etree._Element, template: etree._Element) -> None:
    """Write something where a check of the rule fails. Of the elements that a check without some attribute cannot
    fail for, none is asked that does not have it."""
    contexts = rule.get("context", "*").split(" | ")
    others = []
    for check in rule.iterfind(_SCH + "*"):
        test = _POINTERS.sub(_soon, check.get("test", ""))
        fails = {_SCH + "assert": f"not({test})", _SCH + "report": f"({test})"}.get(str(check.tag), "")
        if fails and (attribute := _needed(check)):
            _asked(rule, template, " | ".join(_having(each.strip(), attribute) for each in contexts), fails)
        elif fails:
            others.append(fails)
    if others:
        _asked(rule, template, " | ".join(_selected(each.strip()) for each in contexts), " or ".join(others))


def _asked(rule: etree._Element, template: etree._Element, elements: str, fails: str) -> None:
    """Write something where one of the elements fails. What the whole document has to be walked for is looked for
    where such an element is met, and most documents have none."""
    visit = etree.SubElement(template, _XSL + "for-each", select=elements)
    own = _used(rule, fails)
    known = _found_by_key(_schema())
    for name, value in _used(_schema(), " ".join([fails, *own.values()])).items():
        if name not in known:
            _declare({name: value}, visit)
    _declare(own, visit)
    etree.SubElement(visit, _XSL + "if", test=fails).text = "fails"


def _having(context: str, attribute: str) -> str:
    """The nodes of a rule's context that have an attribute. Attributes are found faster than asked for."""
    anything = context.removesuffix("[@*]")
    if anything.endswith(":*"):
        return f"/descendant::{anything}/{attribute}/.."
    return f"{_selected(context)}[{attribute}]"


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


def _used(scope: etree._Element, expressions: str) -> dict[str, str]:
    """The variables that expressions use, each before what uses it, with their values."""
    found: dict[str, str] = {}
    for each in reversed(scope.findall(_SCH + "let")):
        if re.search(rf"\${re.escape(each.get('name', ''))}(?![\w.-])", expressions):
            value = _ANYWHERE.sub(lambda match: _by_name(match["local"]), each.get("value", ""))
            found = {each.get("name", ""): value, **found}
            expressions += value
    return found


def _found_by_key(schema: etree._Element) -> dict[str, str]:
    """The variables of the schema whose values are found without a walk."""
    used = _used(schema, " ".join(schema.xpath("//@test | //@value")))
    return {name: value for name, value in used.items() if value.startswith("key(")}


def _declare(variables: Mapping[str, str], target: etree._Element) -> None:
    for name, value in variables.items():
        etree.SubElement(target, _XSL + "variable", name=name, select=value)


def _by_name(local: str) -> str:
    return f"key('{_NAMED}', '{local}')"


def compile_schematron() -> None:
    """Compile the rules now, not when they are first needed."""
    _decider()


def check_schematron(source: Source) -> tuple[Diagnostic, ...]:
    """MC405 for each assertion that does not hold."""
    if not str(_decider()(source.tree)):
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
