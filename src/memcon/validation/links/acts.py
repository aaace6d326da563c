"""What a header says in the edition's name: edition.toml has to decide it, or somebody to answer for it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from memcon.tei.names import tei
from memcon.validation.links.facts import Spot, Statement
from memcon.validation.printing import words
from memcon.validation.survey import Survey

_EDITION = "#edition"
_FW = tei("fw")
_DECIDED = {tei("title"): "title", tei("placeName"): "place", tei("locale"): "place", tei("date"): "date"}


def acts(survey: Survey, header: etree._Element) -> Iterator[Statement]:
    """What a decision alone lets the converter write: page breaks that are certain though nothing printed says so, and,
    of a file that was edited, title, place and date; or that somebody answers for the file, whatever it says."""
    if _is_answered(survey):
        yield Statement("answered", "")
        return
    for element, value in survey.attribute("cert"):
        if value == "high" and element.get("resp") == _EDITION and not _is_printed(element):
            yield Statement("break", value, *_spot(survey, element, "cert"))
    if not survey.pristine:
        for element in header.iter(*_DECIDED):
            if _is_act(element) and not _is_made(survey, element):
                yield Statement("act", _DECIDED[str(element.tag)], *_spot(survey, element))


def _is_answered(survey: Survey) -> bool:
    """Whether the converter did not make the file, or whoever edited it answers for that."""
    if survey.pristine:
        return False
    from memcon.validation.house.answering import is_signed  # what is known of a file is told without the house rules

    return not survey.generated or is_signed(survey)


def _is_act(element: etree._Element) -> bool:
    return element.get("resp", "").split() == [_EDITION] or element.get("evidence") == "external"


def _is_made(survey: Survey, element: etree._Element) -> bool:
    """Whether a title is the one that is made where none is printed: of the participants and the date, or of the file's
    name."""
    if element.get("type") != "supplied":
        return False
    from memcon.validation.house.titles import made_title

    names = [words(each) for each in survey.every("idno") if each.get("type") == "memcon"]
    return words(element) in (made_title(survey), *names)


def _is_printed(page: etree._Element) -> bool:
    """Whether the print shows that a page ends here: by furniture, or in a word."""
    before, behind = page.getprevious(), page.getnext()
    ends = before is not None and before.tag == _FW and not (before.tail or "").strip()
    begins = behind is not None and behind.tag == _FW and not (page.tail or "").strip()
    return ends or begins or page.get("break") == "no"


def _spot(survey: Survey, element: etree._Element, attribute: str = "") -> Spot:
    return Spot(survey.numbers[element], element.sourceline or 1, attribute)
