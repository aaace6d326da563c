"""Mark-up against the print it holds: what is marked as one thing and printed as another, or not marked at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.names import NSMAP, tei
from memcon.validation.printing import raw
from memcon.validation.survey import Survey

_IN_BRACKETS = re.compile(r"\[[^\[\]]+\]")
_OMITTED = re.compile(r"(?<!\S)(?:\.\.\.|…|\. \. \.)(?!\S)")
_SENTENCE_ENDS = ".?!:;”\"’')]…"
_RUNNING = frozenset(map(tei, ("p", "item")))
_EMPHASIS = frozenset(map(tei, ("hi", "q")))
HOLD_PRINT = frozenset(map(tei, (
    "back body cell choice closer dateline del desc div ellipsis floatingText forename front fw head hi idno item "
    "label list metamark note opener orgName p pc persName placeName q quote ref roleName row sic sp speaker stage "
    "stamp supplied surname table title trailer"
).split()))  # fmt: skip
_STATED = {
    "subject": "//t:titleStmt/t:title[@type = 'subject']",
    "participants": "//t:particDesc//t:person",
    "interpreter": "//t:particDesc//t:person[@role = 'interpreter']",
    "notetaker": "//t:particDesc//t:person[@role = 'notetaker']",
    "date": "//t:setting/t:date",
    "time": "//t:setting/t:date/@*[contains(., 'T')]",
    "place": "//t:setting/t:placeName | //t:setting/t:locale",
    "classification": "//t:catRef[@scheme = '#classification'] | //t:custEvent[@type = 'classification']",
}  # what a field is about -> where the header has it
_PARAGRAPH, _SP, _ITEM = tei("p"), tei("sp"), tei("item")


def bare_brackets(survey: Survey) -> Iterator[Diagnostic]:
    """MC527: words in square brackets, or a sign of omission, that are not encoded as what they are."""
    for holder, tag, _ in survey.passages_with("[", "…", "..", ". ."):
        if tag not in _RUNNING:
            continue
        for text in _directly_in(holder):
            if found := ("[" in text and _IN_BRACKETS.search(text)) or _omitted(text):
                message = f"{found.group()!r} is printed, and not encoded as supplied, omitted, withheld or aside"
                yield survey.finding("MC527", message, holder)


def _omitted(text: str) -> re.Match[str] | None:
    """A free-standing ellipsis; most are attached to a word, and a look at what is beside them is quick. Dots as a
    typesetter sets them, that trail off or go on amid a sentence, are a pause."""
    if " ..." in text or " …" in text or " . ." in text or text[:1] in ".…":
        return next(filter(_parts, _OMITTED.finditer(text)), None)
    return None


def _parts(dots: re.Match[str]) -> bool:
    """Whether dots part sentences, or stand alone; three plain ones are an editor's wherever they stand."""
    before, behind = dots.string[: dots.start()].rstrip(), dots.string[dots.end() :].lstrip()
    if dots.group().startswith("..") or not (before or behind):
        return True
    return (not before or before[-1] in _SENTENCE_ENDS) and behind[:1].isupper()


def _directly_in(holder: etree._Element) -> Iterator[str]:
    """The text of an element and of the emphasis in it, less what other elements hold."""
    yield holder.text or ""
    for child in holder:
        if child.tag in _EMPHASIS:
            yield from _directly_in(child)
        yield child.tail or ""


def empty_elements(survey: Survey) -> Iterator[Diagnostic]:
    """MC539: an element of the text that must hold something is empty. An empty turn is MC515."""
    for element in survey.of_text:
        if len(element) or ((text := element.text) and not text.isspace()):
            continue
        if element.tag in HOLD_PRINT and not _is_left_empty(survey, element):
            yield survey.finding("MC539", f"{etree.QName(element).localname} is empty", element)


def _is_stated(survey: Survey, label: etree._Element | None) -> bool:
    """Whether the header knows what a field of this name says: then it was not always blank."""
    from memcon.converters.words.lexicon import FIELD_WORDS
    from memcon.converters.words.misread import letters_restored
    from memcon.converters.words.names import fold

    text = letters_restored(raw(label)) if label is not None else ""
    printed = {fold(word) for word in re.findall(r"[^\W\d_]+", text)}
    kinds = {kind for language in FIELD_WORDS.values() for kind, words in language.items() if words & printed}
    places = [_STATED[kind] for kind in (*kinds, *printed & {"classification"}) if kind in _STATED]
    return any(survey.root.xpath(place, namespaces=NSMAP) for place in places)


def _is_left_empty(survey: Survey, element: etree._Element) -> bool:
    """The paragraph of a memorandum without a body, or that of an empty turn, or a field that was not filled in."""
    parent = element.getparent()
    if parent is None or element.tag == _ITEM:
        blank = parent is not None and parent.get("type") == "fields"
        return blank and (survey.pristine or not _is_stated(survey, element.getprevious()))
    return element.tag == _PARAGRAPH and (parent.tag == _SP or len(parent) == 1)
