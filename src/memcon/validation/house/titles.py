"""Title, subject, place, medium and number: what the header says is what is printed, or the edition answers for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.children import children
from memcon.tei.names import tei
from memcon.validation.house.moments import is_dispatch, moment
from memcon.validation.printing import folded, raw, words
from memcon.validation.survey import Survey

_NUMBER = re.compile(r"\A\s*+(?:no\.?\s*)?(\d{1,4})\.?\s+", re.I)
_APART = frozenset(map(tei, ("date", "time", "placeName", "ref", "fw", "note", "metamark", "pb", "lb")))
_MAY_LEAD_ON = re.compile(r"\s(?:\S{1,5}|\S*ing)\Z", re.I)
_ALIKE = 0.8  # of two titles of which one is the other, altered
_WORD = re.compile(r"\w+")
_SMALL = re.compile(r"(?<!\w)[^\W\d_A-Z][^\W\d_]{2,}")
_FIELD = re.compile(r"^title[ \t]*:[ \t]*(?P<value>.*?)(?=\n[\w-]+[ \t]*:|\n---|\Z)", re.M | re.S | re.I)
_PLACE = tei("placeName")
_TELEPHONE = re.compile(r"\b(?:tele)?phone\b", re.I)  # for anybody
_PHONE = re.compile(r"phone|phonic|te?le?-?con\b|teletype", re.I)


def titles(survey: Survey) -> Iterator[Diagnostic]:
    """MC576 for a title or subject of the header that is not printed as it stands there."""
    if not survey.every("text"):
        return
    heads: list[str] | None = None
    for title in survey.every("title"):
        kind, text = title.get("type"), words(title)
        if kind == "supplied" and (meant := made_title(survey)) and text != meant and _is_alike(text, meant):
            yield survey.finding("MC576", f"the title is made of the participants and the date: {meant!r}", title)
        elif not text and kind:
            yield survey.finding("MC576", "the title is empty", title)
        elif kind == "main":
            heads = [_without_date(head) for head in survey.every("head")] if heads is None else heads
            yield from _main(survey, title, text, heads)
        elif kind == "subject":
            yield from _subject(survey, title, text)


def made_title(survey: Survey) -> str:
    """The title that is supplied where none is printed, from the principals and the date."""
    names = [each.name for each in survey.participants if each.role == "principal"]
    dated = survey.setting_date
    if not names:
        return ""
    phone = any(each.get("target") == "#medium.telephone" for each in survey.every("catRef"))
    joined = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    day = moment(dated).partition("T")[0] if dated is not None else ""
    return f"{'Telephone conversation' if phone else 'Conversation'} of {joined}{', ' + day if day else ''}"


def _is_alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def places(survey: Survey) -> Iterator[Diagnostic]:
    """MC577 for a place of the header that is not printed, or is another than the one beside the date."""
    settings = survey.every("setting")
    if not settings or not survey.every("text"):
        return
    named = [each for each in survey.every("placeName") if each.getparent() not in settings]
    printed = {folded(raw(each)) for each in named} | set(_rooms(named))
    given = [each for setting in settings for each in children(setting, tei("placeName"), tei("locale"))]
    for each in given:
        known = folded(raw(each)) in printed
        if not known and (not printed or is_dispatch(survey)):
            known = all(map(survey.print.has, words(each).split(" and ")))  # the two ends of a line
        if not each.get("resp") and not known:
            yield survey.finding("MC577", f"{words(each)!r} is not printed as the place", each)
    stated = [each for line in survey.every("dateline", "head") for each in children(line, tei("placeName"))]
    if stated and not given:
        yield survey.finding("MC577", f"{words(stated[0])!r} is printed, and the header has no place", settings[0])


def _rooms(named: Sequence[etree._Element]) -> Iterator[str]:
    """What two lines say that name a room and its building."""
    for before, each in pairwise(named):
        if before.getparent() is each.getparent():
            yield folded(f"{words(before)}, {words(each)}")


def media(survey: Survey) -> Iterator[Diagnostic]:
    """MC578 where the header says in what way they talked, and the title says otherwise."""
    referred = next((each for each in survey.every("catRef") if each.get("scheme") == "#medium"), None)
    said = referred.get("target", "").removeprefix("#medium.") if referred is not None else ""
    titled = [each for each in survey.every("title") if each.get("type")]
    text = " ".join(map(words, titled))
    if not titled or (said in ("", "in-person") and not _PHONE.search(text)) or survey.text is None:
        return
    if said == "telephone" and _TELEPHONE.search(text):
        return
    from memcon.converters.words.genres import medium_of

    named = medium_of(text)
    told = not named and said == "telephone" and (survey.pristine or _PHONE.search(survey.print.text))  # by a sentence
    if named == said or told or (not named and said in ("", "in-person")):
        return
    place = referred if referred is not None else titled[0]
    message = f"the title says {named or 'nothing of telephone or teletype'}, and the header {said or 'nothing'}"
    yield survey.finding("MC578", message, place, attribute="target" if referred is not None else "")


def occupations(survey: Survey) -> Iterator[Diagnostic]:
    """MC569 for an office of a person in the header, a word of which is printed nowhere. It may be put together from
    several places: the minister from the list, the country from the title."""
    given = survey.every("occupation")
    if not given or not survey.every("text"):
        return
    text = survey.print.text.casefold()
    for each in given:
        missing = next((word for word in _WORD.findall(words(each).casefold()) if word not in text), "")
        if missing and not each.get("cert"):
            yield survey.finding("MC569", f"{words(each)!r}: {missing!r} is printed nowhere", each)


def numbers(survey: Survey) -> Iterator[Diagnostic]:
    """MC576 for a document's number that is not the one printed before the title."""
    for idno in survey.every("idno"):
        if idno.get("type") != "document":
            continue
        heads = [match[1] for head in survey.every("head") if (match := _NUMBER.match(words(head)))]
        text = words(idno)
        if text not in heads and (heads or not survey.print.has(text)):
            message = f"{text!r} is not printed" + (f"; {heads[0]!r} is" if heads else "")
            yield survey.finding("MC576", message, idno)


def _without_date(head: etree._Element) -> str:
    """A heading without what the header does not take for the title: number, date, place, calls of notes."""
    return _bare(
        "".join(
            (head.text or "", *(("" if child.tag in _APART else raw(child)) + (child.tail or "") for child in head))
        )
    )


def _bare(text: str) -> str:
    number, title = _numbered(text.lstrip())
    bare = title if number else _NUMBER.sub("", text, count=1)
    return folded(_without_end(bare))


def _numbered(title: str) -> tuple[str, str]:
    """The number that is printed before a title, and the title."""
    if title[:1].isalpha() and title[:1] not in "dDnN":
        return "", title
    from memcon.converters.heads.headings import document_number  # it takes long to load

    return document_number(title)


def _without_end(title: str) -> str:
    """A title without the words that lead on to a date or a place: they are short, or participles."""
    if not _MAY_LEAD_ON.search(title.rstrip(" ,")):
        return title
    from memcon.converters.heads.titleends import bare_length

    return title[: bare_length(title)]


def _is_whole_head(survey: Survey, sought: str) -> bool:
    """Whether a title is all of a heading: one sentence that has the place and the date amid its words, or a number
    that is the name of a telegram."""
    return any(folded(raw(head)) == sought for head in survey.every("head"))


def _main(survey: Survey, title: etree._Element, text: str, heads: list[str]) -> Iterator[Diagnostic]:
    sought = folded(text)
    whole = {*heads, *map("".join, pairwise(heads)), "".join(heads[:3])}  # a title may be several headings
    if title.get("resp") or sought in whole:
        return
    above = _above(survey)
    if sought in above:
        return
    if not survey.print.has(text):
        hint = 'a title of the edition\'s own has type="supplied" and resp'
        yield survey.finding("MC576", f"this title is not printed: {text[:80]!r}", title, hint)
    elif any(heads) and sought not in "".join(heads) and not _is_whole_head(survey, sought):
        yield survey.finding("MC576", f"{text[:80]!r} is printed, but in no heading", title)
    elif any(sought in each for each in whole) or any(each.startswith(sought) for each in above):
        yield survey.finding("MC576", f"the printed heading has more than {text[:80]!r}", title)


def _above(survey: Survey) -> frozenset[str]:
    """The paragraphs above the text, as a cover sheet has a title, the titles in front matter, and what headings that
    go on with an address and the date say before it."""
    paragraphs = [each for front in survey.every("front") for each in front.iter(tei("p"))]
    texts = list(map(raw, paragraphs))
    fields = [match["value"] for text in texts for match in _FIELD.finditer(text)]
    addressed = [_bare(head.text or "") for head in survey.every("head") if _is_addressed(head)]
    return frozenset((*map(_without_date, paragraphs), *map(folded, texts), *_unescaped(fields), *addressed))


def _unescaped(values: Sequence[str]) -> Iterator[str]:
    if values:
        from memcon.converters.heads.metadata import unescaped  # it takes long to load

        yield from (folded(unescaped(value)) for value in values)


def _is_addressed(head: etree._Element) -> bool:
    """Whether nothing but an address and a date stands behind the words of a heading: no word of small letters."""
    behind = "".join(child.tail or "" for child in head)
    return bool(head.text) and len(head) > 1 and head[0].tag == _PLACE and not _SMALL.search(behind)


def _subject(survey: Survey, title: etree._Element, text: str) -> Iterator[Diagnostic]:
    if not title.get("resp") and not survey.print.has(text):
        yield survey.finding("MC576", f"this subject is not printed: {text[:80]!r}", title)
    for term in (each for terms in survey.every("textClass") for each in terms.iter(tei("term"))):
        if words(term) != text:
            yield survey.finding("MC576", f"the key word {words(term)[:60]!r} is not the subject", term)
