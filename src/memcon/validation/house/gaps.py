"""Gaps: what their attributes say is what is printed in their place, and nothing withheld is left as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.children import child
from memcon.tei.names import tei
from memcon.validation.printing import raw
from memcon.validation.survey import Survey

_EXTENT = ("unit", "quantity", "atLeast", "atMost", "extent")
_BROKEN = re.compile(r"(?<=[a-z])-\s+(?=[a-z])")
_CODE = re.compile(
    r"\(b\)\s?\(\w{1,3}\)|\b(?:25|50)X\w{1,2}\b|(?<![\w.])[1l]\.[45]\s?\(\w\s?\)|(?<![\d.])3\.[34]\s?\(b\)\s?\(\w{1,2}\)",
    re.I,
)
_BEGINNINGS = ("(b)", "(B)", "___", "1.4", "1.5", "l.4", "l.5", "25X", "25x", "50X", "50x")  # of codes, and of blanks
_SIGNS = tuple(each.encode() for each in _BEGINNINGS[2:])
_IN_NO_SIGN = bytes(set(range(128)).difference(*_SIGNS))
_CODE_OR_BLANK = re.compile(rf"_{{3}}|{_CODE.pattern}", re.I)
_WITHHELD = re.compile(
    r"\[[^\[\]]{0,200}\b(?i:not\s+declassified|redacted|excised|sanitized|withheld)\b[^\[\]]{0,60}\]"
)
_PHRASE = re.compile(rf"{_WITHHELD.pattern}|[█▇▉▊▓▒]+|[■▮▬◼]{{2,}}")
_BARS = frozenset("█▇▉▊▓▒■▮▬◼")
_BEHIND = re.compile(r"(?<=[.?!”\"')\]])\s+(?P<codes>\S+(?: \S+){0,3})\s*\Z")  # a sentence, as in the margin
_HOLDERS = ("head", "note", "quote", "persName", "hi", "speaker", "sic", "supplied")
_BETWEEN = "\n"  # what stands for an element between two stretches of text
_VOCABULARIES = ("foia.", "eo.")


def gaps(survey: Survey) -> Iterator[Diagnostic]:
    """MC560 for a gap whose attributes say something else than is printed in its place, MC561 for an exemption that is
    none, MC562 for a redaction that says neither how much nor why."""
    for gap in survey.every("gap"):
        desc = child(gap, tei("desc"))
        printed = raw(desc).strip() if desc is not None else ""
        yield from _codes(survey, gap, printed)
        if printed and not gap.get("resp"):
            yield from _against_print(survey, gap, printed)
        if gap.get("reason") == "redacted" and not any(gap.get(name) for name in (*_EXTENT, "ana", "cert")):
            yield survey.finding("MC562", "neither the extent nor the reason of this redaction is known", gap)


def unmarked(survey: Survey) -> Iterator[Diagnostic]:
    """MC563 for words that say that something is withheld, bars, the code of an exemption or a blank, outside of a
    gap."""
    text = survey.print.text
    if "(b)" in text or "(B)" in text or _has_sign(survey.encoded):
        yield from _plain_codes(survey)
    bars = not _BARS.isdisjoint(survey.unusual) and _PHRASE.search(text)
    if not bars and not _says_withheld(text):
        return
    from memcon.converters.release.withheld import read_gap

    said = [match for match in _PHRASE.finditer(text) if read_gap(match.group()) is not None]
    described = sum(
        1 for gap in survey.every("gap") if (desc := child(gap, tei("desc"))) is not None and _is_phrase(desc)
    )
    if len(said) > described:
        yield from _plain(survey, _PHRASE, "p", "item", *_HOLDERS)


def _has_sign(text: bytes) -> bool:
    """Whether a text has what blanks and codes begin with. Their characters alone are soon looked through."""
    left = text.translate(None, _IN_NO_SIGN)
    return any(sign in left for sign in _SIGNS) and any(sign in text for sign in _SIGNS)


def _says_withheld(text: str) -> bool:
    """Whether words in brackets say that something is withheld. Brackets are soon found, and there are few."""
    at = text.find("[")
    while at >= 0:
        if _WITHHELD.match(text, at):
            return True
        at = text.find("[", at + 1)
    return False


def _is_phrase(desc: etree._Element) -> bool:
    return _PHRASE.search(raw(desc)) is not None


def _plain(survey: Survey, pattern: re.Pattern[str], *parents: str) -> Iterator[Diagnostic]:
    """What stands in no gap, of what a pattern finds in these elements."""
    for parent in survey.every(*parents):
        pieces = [parent.text or "", *(each.tail or "" for each in parent)]
        for match in pattern.finditer("".join(pieces)):
            yield survey.finding("MC563", f"{match.group()!r} stands in no gap", parent)


def _plain_codes(survey: Survey) -> Iterator[Diagnostic]:
    """The codes of exemptions, and the blanks to be filled, that stand in no gap where they would be read as one."""
    from memcon.converters.release.withheld import ANY_GAP, gap_at, marginal

    for parent in survey.every("p", "item"):
        text = _BETWEEN.join([parent.text or "", *(each.tail or "" for each in parent)])
        if not (any(map(text.__contains__, _BEGINNINGS)) and _CODE_OR_BLANK.search(text)):
            continue
        for match in ANY_GAP.finditer(text):
            if _CODE_OR_BLANK.search(match.group()) and gap_at(text, match) is not None:
                yield survey.finding("MC563", f"{match.group()!r} stands in no gap", parent)
        beside = _BEHIND.search(text)
        if beside is not None and marginal(beside["codes"]) is not None:
            yield survey.finding("MC563", f"{beside['codes']!r} stands in no gap", parent)


def _codes(survey: Survey, gap: etree._Element, printed: str) -> Iterator[Diagnostic]:
    """Exemptions that are none: in @ana, and in print."""
    for pointer in gap.get("ana", "").split():
        if not pointer.startswith(tuple(f"#{name}" for name in _VOCABULARIES)):
            yield survey.finding("MC561", f"{pointer} is no exemption", gap, attribute="ana")
    codes = _CODE.findall(printed)
    if codes:
        from memcon.converters.release.exemptions import categories

        for code in codes:
            if not all(map(_is_known, categories(code) or ("",))):
                yield survey.finding("MC561", f"{code} is no exemption that is known", gap)


def _is_known(identifier: str) -> bool:
    from memcon.vocabularies import vocabularies

    return any(each.identifier == identifier for name in ("foia", "eo") for each in vocabularies()[name].all())


def _against_print(survey: Survey, gap: etree._Element, printed: str) -> Iterator[Diagnostic]:
    from memcon.converters.release.withheld import marginal, read_gap

    said = read_gap(_BROKEN.sub("", printed)) or marginal(printed)
    if said is None:
        if survey.generated and not survey.pristine:
            yield survey.finding("MC560", f"{printed!r} does not say that something is withheld", gap)
        return
    meant = {
        "reason": said.reason, "unit": said.unit, "quantity": said.quantity, "atLeast": said.at_least,
        "atMost": said.at_most, "extent": said.extent, "ana": " ".join(f"#{each}" for each in said.categories),
    }  # fmt: skip
    for name, value in meant.items():
        found = gap.get(name, "")
        if set(found.split()) != set(value.split()) if name == "ana" else found != value:
            message = f"{printed!r} has {_quoted(name, value)}, and the mark-up says {_quoted(name, found)}"
            yield survey.finding("MC560", message, gap, attribute=name if found else "")


def _quoted(name: str, value: str) -> str:
    return f'{name}="{value}"' if value else f"no {name}"
