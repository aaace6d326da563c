"""What a header needs beside what the print tells: who answers for it, in what language it is, by what vocabularies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache

from lxml import etree

from memcon.converters.words.languages import other_language
from memcon.diagnostics import Diagnostic
from memcon.tei.children import child, children
from memcon.tei.names import XML_ID, XML_LANG, tei
from memcon.validation.house.moments import moment
from memcon.validation.printing import words
from memcon.validation.survey import Survey

_WANTED = ("encodingDesc", "editorialDecl", "appInfo", "profileDesc", "langUsage", "language")
_NAMED = ("persName", "orgName", "resp", "publisher", "licence", "repository", "settlement", "collection", "locale")
_INTO = frozenset(("ana", "target", "scheme"))
_PERSON, _ORGANISATION = tei("persName"), tei("orgName")
_DAY = len("YYYY-MM-DD")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def completeness(survey: Survey) -> Iterator[Diagnostic]:
    """MC579 for a part that every header has, and that is missing or empty."""
    for element in survey.every("title", "publisher") if not survey.every("text") else ():
        if not words(element):
            yield survey.finding("MC579", f"{etree.QName(element).localname} is empty", element)
    if not survey.every("text"):
        return
    header = next(iter(survey.every("teiHeader")), survey.root)
    for name in _WANTED if not survey.names.issuperset(_WANTED) else ():
        if not survey.every(name):
            yield survey.finding("MC579", f"the header has no {name}", header)
    for element in survey.every(*_NAMED):
        if not len(element) and (not (text := element.text) or text.isspace()):
            yield survey.finding("MC579", f"{etree.QName(element).localname} is empty", element)
    if not any(each.get("type") in ("main", "supplied") for each in survey.every("title")):
        yield survey.finding("MC579", "no title says that it is the main one, or supplied", header)
    for bibl in survey.every("bibl"):
        if bibl.get("type") != "transcript":
            continue
        digest = next((each for each in children(bibl, tei("idno")) if each.get("type") == "sha256"), None)
        if digest is None or not _SHA256.fullmatch(words(digest)):
            yield survey.finding("MC579", "the transcript has no sha256 by which a change of it would show", bibl)
        pointer = child(bibl, tei("ptr"))
        if pointer is None or pointer.get("target", "#")[:1] in ("", "#"):
            yield survey.finding("MC579", "no file is named that the text was made from", bibl)
    for statement in survey.every("respStmt"):
        if not children(statement, _PERSON, _ORGANISATION):
            yield survey.finding("MC579", "nobody is named who answers for this", statement)


def languages(survey: Survey) -> Iterator[Diagnostic]:
    """MC582 where the languages that the file gives for itself contradict each other, or the text is in another."""
    declared = survey.root.get(XML_LANG, "")
    used = {each.get("ident", ""): each for each in survey.every("language")}
    if not survey.every("text"):
        return
    if not declared:
        yield survey.finding("MC582", "the document does not say in what language it is", survey.root)
    elif used and declared not in used:
        message = f"xml:lang is {declared}, and langUsage has {', '.join(used)}"
        yield survey.finding("MC582", message, survey.every("language")[0], attribute="ident")
        yield survey.finding("MC582", message, survey.root, attribute="xml:lang")
    for element in survey.every("text", "body", "div") if used else ():
        language = element.get(XML_LANG, declared)  # what has another language within a division is a quotation
        if language.partition("-")[0] not in {each.partition("-")[0] for each in (declared, *used)}:
            message = f"xml:lang is {language}, and langUsage has {', '.join(used)}"
            yield survey.finding("MC582", message, element, attribute="xml:lang")
    language = declared.partition("-")[0]
    other = other_language(survey.print.text, language)
    if other:
        yield survey.finding("MC582", f"the text looks like {other}, not {language}", survey.root, "", "xml:lang")


def vocabularies(survey: Survey) -> Iterator[Diagnostic]:
    """MC583 for a vocabulary that is not the one of the schema."""
    taxonomies = survey.every("taxonomy") if not survey.untouched else ()
    pointers = (value for name in _INTO for _, value in survey.attribute(name)) if taxonomies else ()
    used = {each[1:].partition(".")[0] for value in pointers for each in value.split()}
    for taxonomy in taxonomies:
        known = _known(taxonomy.get(XML_ID, ""))
        yield from _purpose(survey, taxonomy, used)
        given = [(each, each.get(XML_ID, "")) for each in taxonomy.iter(tei("category"))] if known else []
        if [(identifier, _text(child(each, tei("catDesc")))) for each, identifier in given] == list(known.items()):
            continue
        for category, identifier in given:
            described = child(category, tei("catDesc"))
            text, meant = words(described), known.get(identifier, "nothing")
            if text != meant:
                place = category if described is None else described
                yield survey.finding("MC583", f"{identifier} is {text!r}, and means {meant!r}", place)
        yield from _order(survey, taxonomy, [identifier for _, identifier in given], list(known))


def _text(element: etree._Element | None) -> str | None:
    return None if element is None else element.text or ""


def _purpose(survey: Survey, taxonomy: etree._Element, used: Set[str]) -> Iterator[Diagnostic]:
    """Whether a vocabulary says what it is of, and something points into it."""
    identifier = taxonomy.get(XML_ID, "")
    meant, described = _described(identifier), child(taxonomy, tei("desc"))
    if meant and words(described) != meant:
        place = taxonomy if described is None else described
        yield survey.finding("MC583", f"{identifier} is of {meant!r}, and this says {words(described)!r}", place)
    parent = taxonomy.getparent()
    if identifier not in used and parent is not None and parent.tag == tei("classDecl"):
        yield survey.finding("MC583", f"nothing points into the vocabulary {identifier}", taxonomy)


def _order(survey: Survey, taxonomy: etree._Element, given: list[str], known: list[str]) -> Iterator[Diagnostic]:
    """Terms that lack, or that stand in another order: levels of classification rise and fall by it."""
    if lacking := [each for each in known if each not in given]:
        yield survey.finding("MC583", f"the vocabulary lacks {', '.join(lacking)}", taxonomy)
    elif [each for each in given if each in known] != known:
        yield survey.finding("MC583", "the terms of the vocabulary stand in another order", taxonomy)


def excerpts(survey: Survey) -> Iterator[Diagnostic]:
    """MC584 where the places that say whether the memorandum is an excerpt do not say the same."""
    marks = [each for each in survey.every("note") if each.get("type") == "extent"]
    samples = [each for each in survey.every("div") if each.get("sample")]
    items = [each for each in survey.every("msItem") if each.get("defective") == "true"]
    if bool(marks) == bool(samples) == bool(items):
        return
    denied = [each for each in survey.every("msItem") if each.get("defective") and each not in items]
    place = (*denied, *marks, *samples, *items)[0]
    lacking = [name for name, there in (("note", marks), ("@sample", samples), ("@defective", items)) if not there]
    yield survey.finding("MC584", f"an excerpt is said here, and not by {' and '.join(lacking)}", place)


def revisions(survey: Survey) -> Iterator[Diagnostic]:
    """MC585 for changes that are not in the order of their days, the latest first or the earliest first."""
    changes = survey.every("change")
    dated = survey.setting_date if changes else None
    for change in changes:
        if not words(change):
            yield survey.finding("MC579", "the change does not say what was changed", change)
        if dated is not None and (when := change.get("when", "")) and when < moment(dated)[: min(len(when), _DAY)]:
            yield survey.finding("MC558", f"the change of {when} was before the talk", change, attribute="when")
    days = [each.get("when", "") for each in changes]
    if days in (sorted(days), sorted(days, reverse=True)):
        return
    falls = days[0] >= days[-1]
    for change, before in zip(changes[1:], days, strict=False):
        when = change.get("when", "")
        if (when > before) if falls else (when < before):
            yield survey.finding("MC585", f"the change of {when} follows that of {before}", change, attribute="when")
            return


@cache
def _described(identifier: str) -> str:
    """What a vocabulary is of."""
    from memcon.vocabularies import vocabularies as read

    vocabulary = read().get(identifier)
    return vocabulary.description if vocabulary is not None else ""


@cache
def _known(identifier: str) -> dict[str, str]:
    """The categories of a vocabulary, each with what it means."""
    from memcon.vocabularies import vocabularies as read

    vocabulary = read().get(identifier)
    return {each.identifier: each.description for each in vocabulary.all()} if vocabulary is not None else {}
