"""Assertions of the Schematron rules that say something of attributes alone: whether they hold is told from the lists
of a document's attributes, without a walk and without XPath.

Only forms that are known by their very words are told so; all others are left to XPath. What is told may be too strict,
never too lenient: where it does not hold for sure, the rules themselves are asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise

from lxml import etree

from memcon.tei.names import XML_ID, tei
from memcon.validation.survey import Survey

Holds = Callable[[Survey], bool]
"""Whether an assertion surely holds all over a document."""

_SCH = "{http://purl.oclc.org/dsdl/schematron}"
_CONTEXT = re.compile(r"tei:(?P<name>[\w*]+)(?P<having>(?:\[[^\[\]]*\])*)")
_HAVING = re.compile(r"\[([^\[\]]*)\]")
_SPLIT = re.compile(r"concat\(' ', normalize-space\(@(?P<name>[\w:]+)\), ' '\)")
_POINTERS = re.compile(
    r"(?:not\(@[\w:]+\) or )?"
    r"count\(\$(?P<among>[\w.-]+)\[contains\(\$(?P<said>[\w.-]+), concat\(' #', @xml:id, ' '\)\)\]\)"
    r" = string-length\(\$(?P=said)\) - string-length\(translate\(\$(?P=said), ' ', ''\)\) - 1"
)
_FIRST = re.compile(r"//tei:(?P<name>\w+)(?P<behind>(?:[/\[].*)?)")
_LEADS = re.compile(
    r"starts-with\(@(?P<name>[\w:]+), '#'\) and not\(key\('memcon\.id', substring\(@(?P=name), 2\)\)\)"
    r"(?: and not\(self::tei:\w+\))?"
)
_LEADS_TO = re.compile(
    r"key\('memcon\.id', substring(?P<after>-after)?\(@(?P<name>[\w:]+), (?:'#'|2)\)\)"
    r"(?:\[self::tei:(?P<itself>\w+)\]"
    r"|/ancestor::tei:(?P<around>\w+)\[@xml:id = substring\(current\(\)/@(?P<of>\w+), 2\)\])"
)
_NUMBERED = re.compile(
    r"starts-with\(@xml:id, '(?P<sign>\w)'\) and \$(?P<number>\w+) != ''"
    r" and translate\(\$(?P=number), '0123456789', ''\) = ''"
)
_RISING = re.compile(
    r"\$(?P<before>\w+) and number\(substring\(\$(?P=before)/@xml:id, 2\)\) >= number\(\$(?P<number>\w+)\)"
)
_PARENT = re.compile(r"\(@(?P<name>\w+) = '(?P<value>[^']*)'\) = boolean\(parent::tei:(?P<parent>\w+)\)")
_BLANK = " \t\r\n"  # as XPath's normalize-space() has it
_BLANKS = re.compile(f"[{_BLANK}]+")
_NUMBER = "substring(@xml:id, 2)"
_BEFORE = "preceding-sibling::{0}[1] | self::*[not(preceding-sibling::{0}[1])]/preceding::{0}[1]"
_UNIQUE = "@xml:id and key('memcon.id', @xml:id)[2]"
_TERM = r"@[\w:]+(?: = '[^']*')?"
_EITHER = re.compile(rf"{_TERM}(?: or {_TERM})*")
_NOT_BOTH = re.compile(rf"(?P<one>@[\w:]+) and \((?P<others>{_EITHER.pattern})\)")


def assertion(schema: etree._Element, rule: etree._Element, check: etree._Element) -> Holds | None:
    """What tells whether a check of a rule of the schema holds; None where it is of no form that is known."""
    contexts = [_CONTEXT.fullmatch(each.strip()) for each in rule.get("context", "").split(" | ")]
    names = [match["name"] for match in contexts if match is not None]
    if len(names) < len(contexts):
        return None
    test, reports = check.get("test", ""), check.tag == _SCH + "report"
    if not reports and (match := _POINTERS.fullmatch(test)):
        split = _SPLIT.fullmatch(_variable(rule, match["said"]))
        return _pointing(split["name"], names, _variable(schema, match["among"]), schema) if split else None
    if reports and names == ["*"]:
        return _of_all(test)
    having = [each for match in contexts if match is not None for each in _HAVING.findall(match["having"])]
    if len(names) > 1 or not all(map(_EITHER.fullmatch, having)):
        return None
    concerned = _Concerned(names[0], tuple(map(_terms, having)))
    if _EITHER.fullmatch(test):
        return _either(concerned, _terms(test), not reports)
    if match := _RISING.fullmatch(test) if reports else _NUMBERED.fullmatch(test):
        return _counted(rule, match, concerned.name)
    if not reports and (match := _PARENT.fullmatch(test)):
        return _under(concerned, match["name"], match["value"], tei(match["parent"]))
    leads = _LEADS_TO.fullmatch(test) if not reports else None
    return _leading_to(concerned, leads) if leads is not None else None


def _variable(scope: etree._Element, name: str) -> str:
    return next((each.get("value", "") for each in scope.findall(_SCH + "let") if each.get("name") == name), "")


def _of_all(test: str) -> Holds | None:
    """What must not be reported of any element."""
    if match := _LEADS.fullmatch(test):
        return _leading(match["name"])
    if match := _NOT_BOTH.fullmatch(test):
        return _apart(match["one"][1:], [each[1:] for each in match["others"].split(" or ")])
    return _unique if test == _UNIQUE else None


def _pointing(name: str, elements: Sequence[str], among: str, schema: etree._Element) -> Holds:
    """Every pointer of an attribute leads to one of the elements that an XPath selects."""
    selected = _selected(among, schema)
    tags = frozenset(map(tei, elements))

    def holds(survey: Survey) -> bool:
        found = survey.attribute(_clark(name))
        values = {value for element, value in found if "*" in elements or element.tag in tags}
        if not values:
            return True
        there = [f"#{each.get(XML_ID, '')}" for each in dict.fromkeys(selected(survey))]  # some may be found twice
        known = frozenset(there)
        return len(there) == len(known) and all(_are_known(value, known) for value in values)

    return holds


def _selected(path: str, schema: etree._Element) -> Callable[[Survey], Iterable[etree._Element]]:
    """The elements that an XPath selects, from those of the name with which it begins, where there is one."""
    namespaces = {each.get("prefix", ""): each.get("uri", "") for each in schema.iter(_SCH + "ns")}
    steps = [_FIRST.fullmatch(each) for each in path.split(" | ")]
    names = {match["name"] if match is not None else "" for match in steps}
    if len(names) > 1 or "" in names:
        find = etree.XPath(path, namespaces=namespaces)
        return lambda survey: find(survey.tree)
    name, behind = names.pop(), [match["behind"] for match in steps if match is not None]
    if behind == [""]:
        return lambda survey: survey.every(name)
    inside = etree.XPath(" | ".join(f"self::node(){each}" for each in behind), namespaces=namespaces)
    return lambda survey: chain.from_iterable(map(inside, survey.every(name)))


def _are_known(value: str, known: frozenset[str]) -> bool:
    """Whether pointers, with white space between each two, are all different, and all known."""
    if value in known:
        return True
    pointers = _BLANKS.split(value.strip(_BLANK))
    return known.issuperset(pointers) and len(frozenset(pointers)) == len(pointers)


def _leading(name: str) -> Holds:
    """A pointer into the document leads to an id."""

    def holds(survey: Survey) -> bool:
        return all(value[:1] != "#" or value[1:] in survey.identifiers for _, value in survey.attribute(_clark(name)))

    return holds


def _unique(survey: Survey) -> bool:
    named = survey.attribute(XML_ID)
    return len(named) == len(survey.identifiers) or len(named) == len({value for _, value in named})


def _apart(one: str, others: Iterable[str]) -> Holds:
    """No element has one attribute, and another one of some."""

    def holds(survey: Survey) -> bool:
        having = {element for other in others for element, _ in survey.attribute(_clark(other))}
        return not having or having.isdisjoint([element for element, _ in survey.attribute(_clark(one))])

    return holds


@dataclass(frozen=True, slots=True)
class _Concerned:
    """The elements that a rule is about: those of a name that have certain attributes."""

    name: str
    having: Sequence[Mapping[str, str | None]]

    def of(self, survey: Survey) -> Sequence[etree._Element]:
        every: Sequence[etree._Element] = survey.every(self.name)
        for terms in self.having:
            every = [each for each in every if _has(each, terms)]
        return every


def _either(concerned: _Concerned, meant: Mapping[str, str | None], wanted: bool) -> Holds:
    """The elements have one of some attributes, or have it not."""
    return lambda survey: all(_has(element, meant) == wanted for element in concerned.of(survey))


def _under(concerned: _Concerned, name: str, value: str, tag: str) -> Holds:
    """Those elements that have a value, and no others, stand in an element of a name."""

    def is_right(element: etree._Element) -> bool:
        parent = element.getparent()
        return (element.get(name) == value) == (parent is not None and parent.tag == tag)

    return lambda survey: all(map(is_right, concerned.of(survey)))


def _leading_to(concerned: _Concerned, leads: re.Match[str]) -> Holds:
    """A pointer of the elements leads to an element of a name, or into one, to which another pointer leads."""
    name, of, tag = _clark(leads["name"]), leads["of"], tei(leads["itself"] or leads["around"])

    def is_right(survey: Survey, element: etree._Element) -> bool:
        pointer = element.get(name, "")
        target = survey.identifiers.get(pointer.partition("#")[2] if leads["after"] else pointer[1:])
        if target is None or not of:
            return target is not None and target.tag == tag
        return any(each.get(XML_ID) == element.get(of, "")[1:] for each in target.iterancestors(tag))

    return lambda survey: all(is_right(survey, element) for element in concerned.of(survey))


def _counted(rule: etree._Element, test: re.Match[str], name: str) -> Holds | None:
    """The ids of all elements of a name are a letter and numbers that rise."""
    found = test.groupdict()
    meant = _BEFORE.format(f"tei:{name}")
    if _variable(rule, found["number"]) != _NUMBER or _variable(rule, found.get("before", "")) not in ("", meant):
        return None
    beside = (_NUMBERED.fullmatch(each.get("test", "")) for each in rule.findall(_SCH + "assert"))
    return _counting(name, next((each["sign"] for each in beside if each is not None), ""))


@cache
def _counting(name: str, sign: str) -> Holds:
    """One and the same for both checks of a rule: the form of the ids and their order are looked at together."""

    def holds(survey: Survey) -> bool:
        named = [each.get(XML_ID, "") for each in survey.every(name)]
        digits = [each[1:] for each in named if each.startswith(sign) and each[1:].isdigit() and each.isascii()]
        numbers = list(map(int, digits))
        return len(numbers) == len(named) and all(a < b for a, b in pairwise(numbers))

    return holds


def _terms(either: str) -> Mapping[str, str | None]:
    """The attributes of which there is one, each with the value that it must have, None for any."""
    pairs = (each.partition(" = ") for each in either.split(" or "))
    return {_clark(name[1:]): value[1:-1] if value else None for name, _, value in pairs}


def _has(element: etree._Element, terms: Mapping[str, str | None]) -> bool:
    for name, value in terms.items():
        found = element.get(name)
        if found is not None and (value is None or found == value):
            return True
    return False


def _clark(name: str) -> str:
    return XML_ID if name == "xml:id" else name
