"""What the converter alone writes, in words that are always the same, against what the header has."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.formulas import ANSWERS, PRACTICE
from memcon.tei.grammars import GRAMMARS, missing, models
from memcon.tei.names import XML_ID, tei
from memcon.validation.printing import words
from memcon.validation.survey import Survey
from memcon.version import RELEASES, VERSION

_P, _RESP, _LABEL, _ORGANISATION, _PUBLISHER = (tei(name) for name in ("p", "resp", "label", "orgName", "publisher"))
_UNNAMED = "the edition"
_PROGRAM = "memcon"
_ALWAYS = ("edition", "source-edition")
_ALIKE = 0.6  # of two paragraphs of which one is the other, altered
_SHOWN = 24  # characters from where they differ
_STATUS = {"licence": (None, "free"), "p": (None, "unknown", "restricted")}


def formulas(survey: Survey) -> Iterator[Diagnostic]:
    """MC507 for words of a header that are those of every header, and are not. What an editor adds is let alone."""
    if survey.pristine:
        return
    for statement in survey.every("respStmt"):
        yield from _answer(survey, statement)
    if survey.text is None:
        return
    yield from _program(survey)
    yield from _instructions(survey)
    yield from _publisher(survey)
    for availability in survey.every("availability"):
        status = availability.get("status")
        for name, known in _STATUS.items():
            if availability.find(tei(name)) is not None and status not in known:
                message = f"the status is {status}, and there is {'a licence' if name == 'licence' else 'none'}"
                yield survey.finding("MC507", message, availability, attribute="status")
    for declaration in survey.every("editorialDecl"):
        if _made_with(survey) == VERSION:
            yield from _practice(survey, declaration)


def _made_with(survey: Survey) -> str:
    """The version that made the file; nothing where the header names none."""
    applications = survey.every("application")
    return next((each.get("version", "") for each in applications if each.get("ident") == _PROGRAM), "")


def _program(survey: Survey) -> Iterator[Diagnostic]:
    ours = [each for each in survey.every("application") if each.get("ident") == _PROGRAM]
    if not ours and survey.generated:
        place = next(iter(survey.every("application", "appInfo", "teiHeader")), survey.root)
        yield survey.finding("MC507", f"the file was generated, and no application is {_PROGRAM}", place)
    if ours and not survey.generated:
        message = f"{_PROGRAM} made the file, and the instruction that tells whether it was edited is gone"
        yield survey.finding("MC507", message, ours[0], "convert it again")
    for identifier in _ALWAYS if ours else ():
        if identifier not in survey.identifiers:
            place = next(iter(survey.every("titleStmt")), survey.root)
            yield survey.finding("MC507", f"no respStmt is {identifier}", place)
    if ours and not any(each.get("type") == "transcript" for each in survey.every("bibl")):
        place = next(iter(survey.every("sourceDesc")), survey.root)
        yield survey.finding("MC507", "nothing says from which transcript the file was made", place)
    for each in survey.every("application"):
        if each not in ours and words(each.find(_LABEL)) == _PROGRAM:
            yield survey.finding("MC507", f"{each.get('ident')} is called {_PROGRAM}, and is not", each, "", "ident")
    for each in ours[1:]:
        yield survey.finding("MC507", f"{_PROGRAM} is named twice", each)
    for each in ours:
        if (version := each.get("version", "")) not in RELEASES:
            message = f"there is no {_PROGRAM} {version}, or it is newer than this one ({VERSION})"
            yield survey.finding("MC507", message, each, attribute="version")
        if (label := words(each.find(_LABEL))) != _PROGRAM:
            yield survey.finding("MC507", f"{_PROGRAM} is called {label!r}", each)


def _publisher(survey: Survey) -> Iterator[Diagnostic]:
    """The edition answers under the name of its publisher; where it has editors, under theirs."""
    statement = survey.identifiers.get("edition")
    name = statement.find(_ORGANISATION) if statement is not None else None
    published = [each for stated in survey.every("publicationStmt") for each in stated.iterchildren(_PUBLISHER)]
    meant = words(published[0]) if published else _UNNAMED
    if not published and not survey.every("authority"):
        return
    if name is not None and _made_with(survey) and words(name) != meant:
        yield survey.finding("MC507", f"the edition is {meant!r}, and this says {words(name)!r}", name)


def _instructions(survey: Survey) -> Iterator[Diagnostic]:
    """Which name our schemas as what they are; a generated file has one for each."""
    lacking = missing(survey.tree) if survey.generated else ()
    for grammar in lacking:
        yield survey.finding("MC507", f"the xml-model instruction for {grammar.file} is gone", survey.root)
    for node in models(survey.tree):
        for grammar in GRAMMARS:
            if f'/{grammar.file}"' in (node.text or "") and grammar.kind not in (node.text or ""):
                message = f"an xml-model instruction calls {grammar.file} something else than {grammar.kind}"
                yield survey.finding("MC507", message, survey.root)


def _answer(survey: Survey, statement: etree._Element) -> Iterator[Diagnostic]:
    identifier = statement.get(XML_ID, "")
    meant = ANSWERS.get(identifier.rstrip("0123456789").removesuffix("-"))
    said = words(statement.find(_RESP))
    if meant is not None and said != meant:
        message = f"the respStmt {identifier} is for the {meant}, and this says {said!r}"
        yield survey.finding("MC507", message, statement)


def _practice(survey: Survey, declaration: etree._Element) -> Iterator[Diagnostic]:
    """The statements about how memcon encodes: each is there as it was written, in order."""
    given = [(each, words(each)) for each in declaration.iterchildren(_P)]
    texts = [text for _, text in given]
    if texts[: len(PRACTICE)] == list(PRACTICE):
        return
    own = [(each, text) for each, text in given if text not in PRACTICE]
    for number, statement in enumerate(PRACTICE):
        if statement not in texts:
            altered = next((each for each, text in own if _is_alike(statement, text)), None)
            place = given[number][0] if number < len(given) and texts[number] not in PRACTICE else declaration
            shown = _difference(statement, words(altered)) if altered is not None else f"lacks: {statement[:_SHOWN]}…"
            yield survey.finding("MC507", f"what memcon does is told otherwise: {shown}", _or(altered, place))
    known = [PRACTICE.index(text) for text in texts if text in PRACTICE]
    if known != sorted(known):
        first = next(each for each, text in given if text in PRACTICE and PRACTICE.index(text) != min(known))
        yield survey.finding("MC507", "the statements about what memcon does stand in another order", first)


def _or(altered: etree._Element | None, place: etree._Element) -> etree._Element:
    return place if altered is None else altered


def _is_alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _difference(meant: str, said: str) -> str:
    at = next((n for n, (a, b) in enumerate(zip(meant, said, strict=False)) if a != b), min(len(meant), len(said)))
    at = max(at - _SHOWN // 2, 0)
    return f"{said[at : at + _SHOWN]!r} where it is {meant[at : at + _SHOWN]!r}"
