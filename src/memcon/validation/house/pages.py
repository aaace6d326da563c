"""Pages: their numbers, the printed marks beside them, the words they cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.names import tei
from memcon.validation.survey import Survey

_FW, _PB, _LB, _PC, _ELLIPSIS = tei("fw"), tei("pb"), tei("lb"), tei("pc"), tei("ellipsis")
_FURNITURE = frozenset((_FW, _PB, _LB))
_ANNOUNCED = re.compile(r"\bpage\s+\w", re.I)  # a number at the foot belongs to the page before
_ANNOUNCING = re.compile(r"\[page\s+\w+\]", re.I)
_ROMAN = re.compile(r"(?=[ivxlc])(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})", re.I)
_WORTH = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def page_numbers(survey: Survey) -> Iterator[Diagnostic]:
    """MC540: page numbers fall, stand twice, or leave one out where nothing says that print was left out."""
    last: etree._Element | None = None
    for page in survey.every("pb"):
        n, before = page.get("n"), page.getprevious()
        if before is not None and before.tag == _PB and not (before.tail or "").strip() and not (n and before.get("n")):
            yield survey.finding("MC540", "a page ends where it begins", page)
        if n is None:
            continue
        message = _out_of_order(last.get("n", ""), n) if last is not None else ""
        if last is not None and message and not _left_out_between(survey, last, page):
            yield survey.finding("MC540", message, page)
        last = page


def _out_of_order(before: str, n: str) -> str:
    first, second = _value(before), _value(n)
    if first is None or second is None or before.isdigit() != n.isdigit():
        return f"page {n} follows page {before}" if before == n else ""
    if second <= first:
        return f"page {n} follows page {before}"
    if second > first + 1:
        return f"no page stands between page {before} and page {n}"
    return ""


def _value(n: str) -> int | None:
    if n.isascii() and n.isdigit():
        return int(n)
    if not _ROMAN.fullmatch(n):
        return None
    digits = [_WORTH[letter] for letter in n.lower()]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))


def _left_out_between(survey: Survey, first: etree._Element, second: etree._Element) -> bool:
    """Whether words that say so (`[Omitted here is ...]`) stand between two pages."""
    between = False
    for element in survey.elements:
        if element is second:
            return False
        between = between or element is first
        if between and element.tag == _ELLIPSIS and any(map(str.isalpha, "".join(element.itertext()))):
            return True
    return False


def page_marks(survey: Survey) -> Iterator[Diagnostic]:
    """MC541: the number of a page differs from the mark that is printed with it, or is not taken from it."""
    for each in survey.every("fw"):
        before, text = each.getprevious(), "".join(each.itertext())
        if each.get("type") == "pageNum" and _ANNOUNCING.match(text) and (before is None or before.tag != _PB):
            yield survey.finding("MC541", f"{text!r} begins a page, and no pb stands before it", each)
    for page in survey.every("pb"):
        mark, n = page.getnext(), page.get("n")
        if mark is None or mark.tag != _FW or mark.get("type") != "pageNum" or (page.tail and not page.tail.isspace()):
            continue
        printed = "".join(mark.itertext()).strip()
        if n and n not in re.findall(r"\w+", printed):
            yield survey.finding("MC541", f"the page is numbered {n}, and {printed!r} is printed", page)
        elif n is None and page.get("resp") is None and _ANNOUNCED.search(printed):
            yield survey.finding("MC541", f"{printed!r} is printed, and the page has no number", page)


def cut_words(survey: Survey) -> Iterator[Diagnostic]:
    """MC548: `break` says that a word is cut where none is, or does not say it where one is. Where a document has no
    white space beside its breaks, that says nothing."""
    unsaid: list[etree._Element] = []
    apart = 0
    for sign in survey.every("pb", "lb"):
        before, after = _text_before(sign)[-1:], _text_after(sign)[:1]
        if sign.get("break") not in (None, "no") and before.isalpha() and after.isalpha():
            yield survey.finding(
                "MC548", f"{etree.QName(sign).localname} stands within a word", sign, attribute="break"
            )
        elif sign.get("break") is None and _follows_hyphen(sign):
            yield survey.finding("MC548", "the word before goes on behind its hyphen", sign, 'add break="no"')
        elif sign.get("break") is None:
            if before.isalpha() and after.isalpha() and sign.tag == _PB:
                unsaid.append(sign)
            apart += before.isspace() or after.isspace()
        elif sign.get("break") == "no" and (before.isspace() or after.isspace()):
            message = f'{etree.QName(sign).localname} has break="no", and there is white space beside it'
            yield survey.finding("MC548", message, sign)
    if len(unsaid) <= apart:
        for sign in unsaid:
            yield survey.finding("MC548", "pb stands within a word", sign, 'add break="no"')


def doubled_words(survey: Survey) -> Iterator[Diagnostic]:
    """MC538: the word with which a page ends is the first of the next one."""
    for page in survey.every("pb"):
        before, after = _text_before(page).split()[-1:], _text_after(page).split()[:1]
        if before and before == after and before[0].isalpha() and page.get("break") != "no":
            yield survey.finding("MC538", f"{before[0]!r} stands on both sides of the page break", page)


def _follows_hyphen(sign: etree._Element) -> bool:
    """Whether a sign stands behind a hyphen that divides a word, with nothing but page furniture between them."""
    previous = sign.getprevious()
    while previous is not None and previous.tag in _FURNITURE and not (previous.tail or "").strip():
        previous = previous.getprevious()
    divides = previous is not None and previous.tag == _PC and previous.get("force") == "weak"
    return divides and previous is not None and not (previous.tail or "").strip()


def _text_before(sign: etree._Element) -> str:
    """The text before a sign, page furniture aside; none at the head of an element, or behind another one."""
    previous = sign.getprevious()
    while previous is not None and previous.tag in _FURNITURE and not previous.tail:
        previous = previous.getprevious()
    if previous is not None:
        return previous.tail or ""
    parent = sign.getparent()
    return (parent.text or "") if parent is not None else ""


def _text_after(sign: etree._Element) -> str:
    """The text behind a sign, page furniture aside."""
    following: etree._Element | None = sign
    while following is not None and not following.tail:
        following = following.getnext()
        if following is not None and following.tag not in _FURNITURE:
            return ""
    return (following.tail or "") if following is not None else ""
