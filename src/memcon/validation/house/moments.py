"""When the talk was, as the header says: found in print, in order, or marked as the edition's own."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.names import tei
from memcon.validation.house.dates import is_edited, plainly, read_date, read_time, readings
from memcon.validation.printing import words
from memcon.validation.survey import Survey

_DAY, _MONTH = len("YYYY-MM-DD"), len("YYYY-MM")
_STATES = frozenset(map(tei, ("head", "dateline", "opener", "closer", "div")))  # where a date of the talk is printed
_HEADS = ("masthead", "letterhead", "coverSheet", "metadata")
_HEADER, _DIV = tei("teiHeader"), tei("div")
_ASIDE = frozenset(map(tei, ("note", "fw", "quote", "floatingText")))
_STEM = re.compile(r"(?<!\d)((?:1[89]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)")
_BEHIND_YEAR = re.compile(r"(?<=\d{4},\s)([01]\d|2[0-3])([0-5]\d)(?!\w)")
_YESTERDAY = re.compile(r"\b(?:yesterday|last\s+(?:night|evening)|gestern|hier|вчера)\b", re.I)
_DISPATCH = re.compile(
    r"\b(?:tele|air|cable)gram\b|\bcable\b|\Amemorandum\s+(?:for|to)\s+(?:the\s+)?(?:record|files?)\Z", re.I
)


def moments(survey: Survey) -> Iterator[Diagnostic]:
    """MC553 for a date or time of the header that is printed nowhere or is another than the dateline's, MC554 for an
    end before the start, MC555 for a memorandum without any date, MC556 for an inherited date without its source."""
    if not survey.every("text"):
        return
    dated = survey.setting_date
    stated = [each for each in survey.every("date") if _is_stated(each)]
    if dated is None:
        yield from _undated(survey, stated)
        return
    yield from _order(survey, dated)
    yield from _vague(survey, dated, stated)
    if dated.get("evidence") in ("conjecture", "external") or dated.get("ana"):
        yield from _inherited(survey, dated)
    elif not dated.get("resp"):
        yield from _day(survey, dated, stated)
    if not dated.get("resp"):
        yield from _clock(survey, dated)


def named_days(survey: Survey) -> Iterator[Diagnostic]:
    """MC557 for a file whose name, or idno, bears another date than the header."""
    dated = survey.setting_date
    day = moment(dated)[:_DAY] if dated is not None else ""
    idno = next((each for each in survey.every("idno") if each.get("type") == "memcon"), None)
    if idno is None or len(day) < _DAY:
        return
    named = _STEM.search(words(idno))
    if named is not None and named[1] != day:
        yield survey.finding("MC557", f"the file is named after {named[1]}, and the talk is dated {day}", idno)


def drafted(survey: Survey) -> Iterator[Diagnostic]:
    """MC553 for a date of drafting that is printed nowhere, MC558 for one before the talk."""
    creation = next(iter(survey.every("creation")), None)
    written = [each for each in creation.iter(tei("date")) if each.get("when")] if creation is not None else []
    dated = survey.setting_date
    for each in written:
        when = each.get("when", "")
        if not is_edited(each) and when[:_DAY] not in _all_days(survey):
            yield survey.finding("MC553", f"{when} is printed nowhere", each, attribute="when")
        if dated is not None and when[:_DAY] < moment(dated)[: len(when[:_DAY])]:
            yield survey.finding("MC558", f"it was drafted on {when}, before the talk", each, attribute="when")


def moment(dated: etree._Element) -> str:
    """The beginning of what a date element says."""
    return dated.get("when") or dated.get("from") or dated.get("notBefore") or ""


def is_printed_day(survey: Survey, said: str) -> bool:
    """Whether a day is printed anywhere, with its year or without."""
    return said[:_DAY] in _all_days(survey) or _is_yearless(survey, said[:_DAY])


def _is_stated(date: etree._Element) -> bool:
    """Whether a date stands where the date of the talk is printed."""
    found = False
    around = date.getparent()
    while around is not None:
        tag = around.tag
        if tag in _ASIDE or tag == _HEADER:
            return False
        found = found or (tag in _STATES and (tag != _DIV or around.get("type") in _HEADS))
        around = around.getparent()
    return found


def _vague(survey: Survey, dated: etree._Element, stated: list[etree._Element]) -> Iterator[Diagnostic]:
    """A date that says only before or behind what it was, where the very day is printed."""
    if dated.get("when") or dated.get("from") or is_edited(dated):
        return
    found = next((found for each in stated if (found := read_date(words(each))) is not None and found.iso), None)
    if found is not None:
        yield survey.finding("MC553", f"{found.iso} is printed, and the header does not say that day", dated)


def _undated(survey: Survey, stated: list[etree._Element]) -> Iterator[Diagnostic]:
    known = next((each for each in stated if each.get("when")), None)
    place = next(
        iter((*survey.every("setting"), *survey.every("profileDesc"), *survey.every("teiHeader"))), survey.root
    )
    if known is not None:
        yield survey.finding("MC553", f"{words(known)!r} is printed, and the header has no date", place)
    else:
        yield survey.finding("MC555", "the header has no date, and none is printed where dates are", place)


def _order(survey: Survey, dated: etree._Element) -> Iterator[Diagnostic]:
    start, end = dated.get("from", ""), dated.get("to", "")
    shared = min(len(start), len(end), len("YYYY-MM-DDThh:mm:ss"))
    if shared and end[:shared] < start[:shared]:
        yield survey.finding("MC554", f"it begins {start} and ends {end}", dated, attribute="to")
    elif "T" in start and end and ("T" not in end or _is_too_long(survey, start, end)):
        yield survey.finding("MC554", f"it begins {start} and ends {end}: for a night at most", dated, attribute="to")


def _is_too_long(survey: Survey, start: str, end: str) -> bool:
    """Whether a talk would last for more than a night; for a day or more only where the day of its end is printed."""
    days = _days(start, end)
    return days > 1 or (days == 1 and end[_DAY:] >= start[_DAY:] and end[:_DAY] not in _all_days(survey))


def _days(start: str, end: str) -> int:
    """From day to day; none where one of them is no day of the calendar."""
    try:
        return (datetime.date.fromisoformat(end[:_DAY]) - datetime.date.fromisoformat(start[:_DAY])).days
    except ValueError:
        return 0


def _inherited(survey: Survey, dated: etree._Element) -> Iterator[Diagnostic]:
    if "#date.from-previous" not in dated.get("ana", "").split():
        if dated.get("evidence") == "conjecture" or not dated.get("ana", "#date.").startswith("#date."):
            yield survey.finding("MC556", "a date that is a conjecture says what it is taken over from", dated)
        return
    if not dated.get("source"):
        yield survey.finding("MC556", "the date is taken over, and nothing says from where", dated, "add @source")
    elif not (dated.get("evidence") and dated.get("cert")):
        yield survey.finding("MC556", "a date that is taken over has @evidence and @cert", dated)
    elif (dated.get("evidence"), dated.get("cert")) != ("conjecture", "medium") and not dated.get("resp"):
        yield survey.finding("MC556", "a date that is taken over is a conjecture of medium certainty", dated)


def _day(survey: Survey, dated: etree._Element, stated: list[etree._Element]) -> Iterator[Diagnostic]:
    said = moment(dated)[:_DAY]
    if any(words(each) in plainly(said) for each in stated):
        return
    name = "when" if dated.get("when") else "from"
    printed = [(each, found) for each in stated if (found := read_date(words(each))) is not None]
    days = [day for _, found in printed for day in readings(found)]
    if not said or said in days:
        return
    if is_dispatch(survey) and (is_printed_day(survey, said) or _is_yesterday(survey, said)):
        return
    if days and said not in _subject_days(survey):
        message = f"the header says {said}, and {words(printed[0][0])!r} is printed"
        yield survey.finding("MC553", message, dated, attribute=name)
    elif not days and said not in _all_days(survey) and not _is_yearless(survey, said):
        hint = 'add resp="#edition" if the edition knows it from elsewhere'
        yield survey.finding("MC553", f"{said} is printed nowhere", dated, hint, attribute=name)


def _is_yearless(survey: Survey, said: str) -> bool:
    """Whether a date is printed without its year."""
    from memcon.converters.dating.dates import bare_days

    return any(found.day == said[len("YYYY-") :] for found in bare_days(survey.print.text))


def _subject_days(survey: Survey) -> frozenset[str]:
    """The days that the subject names: of the talk, where the dateline is that of the record."""
    from memcon.converters.dating.dates import dates

    subjects = (words(title) for title in survey.every("title") if title.get("type") == "subject")
    return frozenset(day for text in subjects for each in dates(text) for day in readings(each))


def _all_days(survey: Survey) -> frozenset[str]:
    """Every day that is printed anywhere; months, and years alone, only where no day is."""
    from memcon.converters.dating.dates import dates, find_month
    from memcon.converters.words.misread import letters_restored

    text = letters_restored(survey.print.text, len(survey.print.text))
    found = [day for each in dates(text) for day in readings(each)]
    month = find_month(text)
    return frozenset((*found, *(day[:_MONTH] for day in found), *((month.iso,) if month else ())))


def _clock(survey: Survey, dated: etree._Element) -> Iterator[Diagnostic]:
    """The times of the header against those printed."""
    start = moment(dated)
    marked = [each for each in survey.every("time") if each.get("when") or each.get("from")]
    if len(start) <= _DAY:
        yield from _timeless(survey, dated, marked)
        return
    stated = next((each for each in marked if _is_stated(each)), None)
    for name in ("when", "from", "to"):
        said = dated.get(name, "").partition("T")[2]
        if said and not _is_told(survey, marked, stated, name, said[:8]):
            message = f"the header says {said[:8]}, which is {'not what' if stated is not None else 'nowhere'} printed"
            yield survey.finding("MC553", message, dated, attribute=name)
        elif said[8:] and said[8:] not in _offsets(survey, marked):
            message = f"the header says {said}, and no such zone is printed"
            yield survey.finding("MC553", message, dated, attribute=name)
    if stated is not None and not is_dispatch(survey):
        yield from _lost(survey, dated, stated)


def _is_told(survey: Survey, marked: list[etree._Element], stated: etree._Element | None, name: str, said: str) -> bool:
    """Whether a start is one that is printed as a start, an end as an end: beside the date, or else anywhere. An end
    may be on the clock of its start (from 2 p.m. to 3.15)."""
    if stated is not None and name != "to" and not is_dispatch(survey):
        return said in {(each.get("when") or each.get("from") or "")[:8] for each in marked if _is_stated(each)}
    ends = {(each.get("to") or each.get("when") or "")[:8] for each in marked}
    if name == "to" and said in ends:
        return True
    printed = _all_times(survey)
    return said in printed or (name == "to" and said >= "12" and f"{int(said[:2]) - 12:02}{said[2:]}" in printed)


def _lost(survey: Survey, dated: etree._Element, stated: etree._Element) -> Iterator[Diagnostic]:
    """What is printed beside the date of when the talk ended, and by which clock, and the header does not have."""
    if stated.get("to") and not dated.get("to"):
        yield survey.finding("MC553", f"{words(stated)!r} is printed, and the header has no end", dated)
    elif stated.get("to") and "T" not in dated.get("to", ""):
        yield survey.finding("MC553", f"{words(stated)!r} is printed, and the header's end has no time", dated)
    found = read_time(words(stated))
    said = [value for name in ("when", "from", "to") if (value := dated.get(name))]
    if found is not None and found.offset and not all(found.offset in value for value in said):
        message = f"{words(stated)!r} is printed, and the header does not say {found.offset}"
        yield survey.finding("MC553", message, dated)


def _timeless(survey: Survey, dated: etree._Element, marked: list[etree._Element]) -> Iterator[Diagnostic]:
    """A time that stands beside the date and not in the header. A telegram's is that of sending."""
    stated = next((each for each in marked if _is_stated(each)), None)
    if stated is not None and len(moment(dated)) == _DAY and not is_dispatch(survey):
        yield survey.finding("MC553", f"{words(stated)!r} is printed, and the header has no time", dated)


def is_dispatch(survey: Survey) -> bool:
    """Whether it is a telegram or letter, or a memorandum for the record: its dateline is not that of the talk, which
    the text tells. The title says so, or what stands before the place."""
    title = words(next(iter(survey.every("title")), None))
    stated = words(next(iter(survey.every("dateline")), None))
    if not title or _DISPATCH.search(title) is not None:
        return bool(title)
    from memcon.converters.heads.headings import is_dispatch as is_sent

    return is_sent(title) or _DISPATCH.match(stated) is not None


def _is_yesterday(survey: Survey, said: str) -> bool:
    """Whether a day is that before one that is printed, and the text tells of yesterday."""
    try:
        behind = datetime.date.fromisoformat(said) + datetime.timedelta(days=1)
    except ValueError:
        return False
    return behind.isoformat() in _all_days(survey) and _YESTERDAY.search(survey.print.text) is not None


def _all_times(survey: Survey) -> frozenset[str]:
    """Every time that is printed anywhere; four figures behind a year are one too."""
    from memcon.converters.dating.clocks import times

    bare = (f"{match[1]}:{match[2]}:00" for match in _BEHIND_YEAR.finditer(survey.print.text))
    return frozenset((*bare, *(at for each in times(survey.print.text) for at in (each.at, each.until) if at)))


def _offsets(survey: Survey, marked: list[etree._Element]) -> frozenset[str]:
    """The zones that are printed, beside the times that are marked or else anywhere."""
    from memcon.converters.dating.clocks import times

    near = frozenset(found.offset for each in marked if (found := read_time(words(each))) is not None and found.offset)
    return near or frozenset(each.offset for each in times(survey.print.text) if each.offset)
