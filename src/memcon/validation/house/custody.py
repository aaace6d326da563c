"""Classification and release: what the header says happened to the document, and what its stamps say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.children import child, children
from memcon.tei.names import tei
from memcon.validation.house.dates import readings
from memcon.validation.house.moments import moment
from memcon.validation.printing import folded, raw, words
from memcon.validation.survey import Survey

_RELEASES = ("declassification", "release")
_DAY = len("YYYY-MM-DD")


def custody(survey: Survey) -> Iterator[Diagnostic]:
    """MC568 for a stamp of release that the header does not know, and for an event of the header that no stamp or
    block tells of; MC558 for a release before the talk."""
    events = survey.every("custEvent")
    stamps = [each for each in survey.every("fw") if each.get("type") == "stamp"]
    if not events and not stamps and not _classified(survey):
        return
    told = _told(stamps)
    for event in events:
        yield from _event(survey, event, told)
    yield from _authorities(survey)
    yield from _blocks_told(survey, events)
    known = {(event.get("type"), event.get("when", "")) for event in events}
    for stamp, kind, when in told:
        if (kind, when) not in known:
            message = f"the stamp tells of a {kind}{' on ' + when if when else ''}, and the header does not"
            yield survey.finding("MC568", message, stamp)


def _is_scattered(survey: Survey, described: str) -> bool:
    """Whether the words are printed, in columns side by side: each is there, if not one after another."""
    return bool(_blocks(survey)) and all(word in survey.print.text for word in described.replace(";", " ").split())


def _blocks(survey: Survey) -> list[str]:
    """Blocks of classification and declassification side by side."""
    furniture = (raw(each) for each in survey.every("fw") if each.get("type") == "classification")
    return [text for text in furniture if "DECLASSIFIED" in text]


def _classified(survey: Survey) -> list[etree._Element]:
    """The blocks that say by whom and why it was classified, and until when."""
    blocks = [each for each in survey.every("fw") if each.get("type") == "classification" and ":" in raw(each)]
    if not blocks:
        return []
    from memcon.converters.pages.stamps import is_classification_block

    return [each for each in blocks if "DECLASSIFIED" not in raw(each) and is_classification_block(raw(each).strip())]


def _blocks_told(survey: Survey, events: Sequence[etree._Element]) -> Iterator[Diagnostic]:
    """Each block of classification is an event of the header, in the same words."""
    stated = [each for each in events if each.get("type") == "classification"]
    told = "".join(folded(raw(each)) for each in stated)
    for block in _classified(survey):
        lacking = [line for line in raw(block).splitlines() if folded(line) not in told]
        if lacking:
            message = f"{' '.join(lacking[0].split())!r} is printed, and no event of the header says so"
            yield survey.finding("MC568", message, stated[0] if len(stated) == 1 else block)


def _in_columns(survey: Survey) -> set[str]:
    """The days that such blocks print."""
    blocks = _blocks(survey)
    if not blocks:
        return set()
    from memcon.converters.dating.dates import dates

    return {day for text in blocks for found in dates(" ".join(text.split())) for day in readings(found)}


def _authorities(survey: Survey) -> Iterator[Diagnostic]:
    """Who declassified it, according to the header, is printed."""
    for statement, said in survey.responsible:
        if said == "declassification":
            for name in children(statement, tei("orgName"), tei("persName")):
                if not survey.print.has(words(name)):
                    yield survey.finding("MC568", f"{words(name)!r} is printed nowhere", name)


def _told(stamps: list[etree._Element]) -> list[tuple[etree._Element, str, str]]:
    """Each stamp that tells of a release, with the kind and the day."""
    from memcon.converters.pages.stamps import released

    found = ((stamp, released(raw(stamp).strip())) for stamp in stamps)
    return [(stamp, said.kind, said.when) for stamp, said in found if said is not None]


def _event(survey: Survey, event: etree._Element, told: list[tuple[etree._Element, str, str]]) -> Iterator[Diagnostic]:
    kind, when = event.get("type", ""), event.get("when", "")
    dated = survey.setting_date
    if kind in _RELEASES and when and dated is not None and when < moment(dated)[: min(len(when), _DAY)]:
        yield survey.finding("MC558", f"the {kind} of {when} was before the talk", event, attribute="when")
    if kind in _RELEASES and not event.get("resp", "#declassification").startswith("#declassification"):
        yield survey.finding("MC568", f"{event.get('resp')} does not release documents", event, attribute="resp")
    if event.get("notBefore") or event.get("notAfter"):
        return
    desc = child(event, tei("desc"))
    holder = desc if desc is not None else event
    described = "".join((holder.text or "", *(each.tail or "" for each in holder if each.tag == tei("idno"))))
    for number in event.iter(tei("idno")):
        if not survey.print.has(words(number)):
            yield survey.finding("MC568", f"{words(number)!r} is printed nowhere", number)
    parts = [" ".join(part.split()) for part in described.split("; ")]
    if not all(map(survey.print.has, parts)) and not _is_scattered(survey, described):
        yield survey.finding("MC568", f"this is not printed: {described[:80]!r}", holder)
    days = {day for _, stamped, day in told if stamped == kind} | _in_columns(survey)
    if kind in _RELEASES and when not in days:
        printed = " or ".join(sorted(filter(None, days)))
        message = f"the header says {when or 'no day'}, and {printed or 'no stamp with a day'} is printed"
        yield survey.finding("MC568", message, event, attribute="when" if when else "type")
