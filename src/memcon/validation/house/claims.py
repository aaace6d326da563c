"""What a header that was edited claims beside what the converter writes there: it is printed, or somebody answers for
it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from memcon.converters.words.names import words_of
from memcon.diagnostics import Diagnostic
from memcon.tei.names import XML_ID, XML_LANG, tei
from memcon.validation.house.answering import is_signed
from memcon.validation.house.moments import is_printed_day, moment
from memcon.validation.printing import words
from memcon.validation.survey import Survey

_SILENT, _SOME = ("interpreter", "notetaker", "operator"), 9  # turns
_ITEM = tei("msItem")
_DATE, _DESC, _SUBJECT = tei("date"), tei("desc"), "subject"


def claims(survey: Survey) -> Iterator[Diagnostic]:
    """MC553 for a further day, MC569 for presence, MC576 for key words and MC577 for an activity that are not printed,
    MC578 for two media, MC582 for a language of nothing, MC523 for a name of somebody that is not printed, or is that
    of somebody else, MC524 for an interpreter who is a speaker."""
    if survey.text is None or not survey.generated or survey.pristine:
        return
    yield from _names(survey)
    yield from _parts(survey)
    yield from _groups(survey)
    media = [each for each in survey.every("catRef") if each.get("scheme") == "#medium"]
    for each in media[1:]:
        yield survey.finding("MC578", "this is another medium than the one before", each, attribute="target")
    if not is_signed(survey):
        yield from _days(survey)
        yield from _unprinted(survey)
        yield from _languages(survey)


def _names(survey: Survey) -> Iterator[Diagnostic]:
    """Names beside the first: whoever is in an authority file has them there, but for those that are printed."""
    surnames = {each.identifier: words_of(each.name)[-1:] for each in survey.participants}
    for person in survey.participants:
        own = set(words_of(person.name))
        for name in person.names[1:]:
            said = words_of(name)
            other = next((key for key, of in surnames.items() if key != person.identifier and of == said[-1:]), "")
            if own.isdisjoint(said) and other:
                yield survey.finding("MC523", f"{name!r} is a name of {other}, not of {person.name}", person.element)
            elif person.same_as and not survey.print.has(name):
                yield survey.finding("MC523", f"the text does not have {name!r}", person.element)


def _parts(survey: Survey) -> Iterator[Diagnostic]:
    """Who speaks in a third of the turns is no interpreter, note-taker or operator."""
    spoken = [person for turn in survey.turns for person in turn.who]
    for person in survey.participants:
        if person.role in _SILENT and spoken.count(person.identifier) * 3 >= max(len(survey.turns), _SOME):
            message = f"{person.name}: {spoken.count(person.identifier)} turns are by the {person.role}"
            yield survey.finding("MC524", message, person.element, attribute="role")


def _groups(survey: Survey) -> Iterator[Diagnostic]:
    """Several people for whom one label stands: some turn or name leads to them."""
    for group in survey.every("personGrp"):
        here = f"#{group.get(XML_ID)}"
        if not any(here in value.split() for name in ("who", "ref") for _, value in survey.attribute(name)):
            yield survey.finding("MC521", f"nothing in the text points to {words(group)!r}", group)


def _days(survey: Survey) -> Iterator[Diagnostic]:
    """Days of the setting beside the first, which other rules look at."""
    first = survey.setting_date
    for setting in survey.every("setting"):
        for each in setting.iterchildren(_DATE):
            if each is not first and moment(each) and not each.get("resp") and not is_printed_day(survey, moment(each)):
                yield survey.finding("MC553", f"{moment(each)} is printed nowhere", each)


def _unprinted(survey: Survey) -> Iterator[Diagnostic]:
    """Words of the header that are printed, where they are there for a reason."""
    called = [words(each) for each in (*survey.every("title")[:1], *survey.every("idno"))]
    for title in survey.every("title"):
        if (item := title.getparent()) is not None and item.tag == _ITEM and words(title) not in called:
            yield survey.finding("MC576", f"{words(title)[:60]!r} is not the title of the memorandum", title)
    subjects = any(each.get("type") == _SUBJECT for each in survey.every("title"))
    for term in survey.every("term") if not subjects else ():
        if _is_in(term, "keywords"):
            yield survey.finding("MC576", f"no subject is printed, and {words(term)[:60]!r} is a key word", term)
    medium = next((each.get("target", "") for each in survey.every("catRef") if each.get("scheme") == "#medium"), "")
    for activity in survey.every("activity"):
        said = words(activity)
        if said and said not in medium.replace("-", " ") and not survey.print.has(said):
            yield survey.finding("MC577", f"{said!r} is printed nowhere", activity)
    for state in survey.every("state"):
        described = words(state.find(_DESC))
        if described and not state.get("cert") and not survey.print.has(described):
            yield survey.finding("MC569", f"{described!r} is printed nowhere", state)


def _is_in(element: etree._Element, name: str) -> bool:
    return any(True for _ in element.iterancestors(tei(name)))


def _languages(survey: Survey) -> Iterator[Diagnostic]:
    """Languages that are listed, and nothing is in them."""
    used = {value.partition("-")[0] for _, value in (*survey.attribute(XML_LANG), *survey.attribute("mainLang"))}
    listed = survey.every("language")
    for each in listed if len(listed) > 1 else ():
        if each.get("ident", "").partition("-")[0] not in used:
            message = f"nothing in the file says that it is in {each.get('ident')}"
            yield survey.finding("MC582", message, each, attribute="ident")
