"""The years of people and of their offices, where a file itself has them: in an authority file, or in a header."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.names import tei
from memcon.validation.house.moments import moment
from memcon.validation.lifespans import Lifespan, is_after, lifespan_of, term_of
from memcon.validation.printing import words
from memcon.validation.survey import Survey

_YEAR = len("YYYY")
_HORIZON = "2050"  # no clock is asked; nobody writes of a later year yet but by a slip
_FIRST = "2007"  # the year of TEI P5
_OFFICES = (tei("occupation"), tei("state"))
_DATES = ("when", "from", "to", "notBefore", "notAfter")
_DATED = tuple(map(tei, ("date", "custEvent", "change", "birth", "death", "occupation", "state")))
_RECORDED = tuple(map(tei, ("profileDesc", "msDesc")))


def lifetimes(survey: Survey) -> Iterator[Diagnostic]:
    """MC310 for a talk or an office outside of somebody's life, and for a death before the birth; MC558 for an office
    that ends before it begins, or that was not held on the day of the talk."""
    if survey.pristine:  # the converter knows of no life
        return
    dated = survey.setting_date if survey.text is not None else None
    day = moment(dated) if dated is not None else ""
    for person in survey.every("person"):
        life, name = lifespan_of(person), words(person.find(tei("persName")))
        if is_after(life.born, life.died):
            yield survey.finding("MC310", f"{name} was born {life.born} and died {life.died}", person)
        elif day and (message := life.excludes(day)):
            yield survey.finding("MC310", f"{name} {message}, and the talk is of {day}", person)
        for office in person.iterchildren(*_OFFICES):
            yield from _office(survey, office, life, day)


def _office(survey: Survey, office: etree._Element, life: Lifespan, day: str) -> Iterator[Diagnostic]:
    if office.get("type") == "attendance":
        return
    since, until = term_of(office)
    message = life.excludes(since) or life.excludes(until)
    if is_after(since, until):
        message = f"the office begins {since} and ends {until}"
        yield survey.finding("MC558", message, office)
    elif message:
        yield survey.finding("MC310", f"the office is of {since or until}, and its holder {message}", office)
    elif is_after(since, day) or is_after(day, until):
        message = f"the office was held from {since or '?'} to {until or '?'}, and the talk is of {day}"
        yield survey.finding("MC558", message, office)


def futures(survey: Survey) -> Iterator[Diagnostic]:
    """MC311 for a date of the header that is later than the file's publication, or of another century."""
    if survey.pristine:
        return
    published = _published(survey)
    for part in survey.root.iterchildren(tei("teiHeader"), tei("standOff")):
        for element in part.iter(*_DATED):
            for name in _DATES:
                said = element.get(name, "")
                if said >= _HORIZON and said[:_YEAR].isdigit():
                    yield survey.finding("MC311", f"{said} has not come yet", element, attribute=name)
                elif said and is_after(said, published) and any(True for _ in element.iterancestors(*_RECORDED)):
                    message = f"{said} is later than {published}, when the file was published"
                    yield survey.finding("MC311", message, element, attribute=name)


def first_changes(survey: Survey) -> Iterator[Diagnostic]:
    """MC558 for a change that is older than TEI P5, in which the file is."""
    for change in survey.every("change"):
        if (said := change.get("when", "")) and said < _FIRST and said[:_YEAR].isdigit():
            message = f"there was no TEI P5 to be changed in {said[:_YEAR]}"
            yield survey.finding("MC558", message, change, attribute="when")


def _published(survey: Survey) -> str:
    """The day on which the file was published, as far as the header tells it."""
    dates = (each for stated in survey.every("publicationStmt") for each in stated.iterchildren(tei("date")))
    dated = next(dates, None)
    return "" if dated is None else next((said for name in _DATES if (said := dated.get(name))), "")
