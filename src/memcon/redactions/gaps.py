"""The gaps of one TEI document: where each stands, how much it is, who speaks, and on what ground it was withheld."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lxml import etree

from memcon.tei.names import NSMAP, XML_ID, tei
from memcon.tei.parsing import Tree

REASONS = ("redacted", "illegible", "inaudible", "blank", "omitted")
"""Why something is not there, as the schema has it."""

_DURATION = re.compile(
    r"(?:([0-9]{1,4}) hours?)?(?:,?(?: and)? ?([0-9]{1,4}) minutes?)?(?:,?(?: and)? ?([0-9]{1,4}) seconds?)?"
)
_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")
_DIVISIONS = {"masthead": "masthead", "letterhead": "letterhead", "coverSheet": "cover sheet", "metadata": "metadata"}
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Extent:
    """How much: a unit (empty where none is stated) and the least and the most of it. Without a number both are None;
    `at least 2 lines` has no most. A duration is in seconds; `dollar amount` is a unit without a number."""

    unit: str = ""
    least: Decimal | None = None
    most: Decimal | None = None

    @property
    def numbered(self) -> bool:
        """Whether a number is stated."""
        return self.least is not None


@dataclass(frozen=True, slots=True)
class Category:
    """An exemption or a section of an executive order: the id @ana points to, and what the header says it means."""

    identifier: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person of the document's header. A linked one bears the id of the authority file."""

    identifier: str
    name: str
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Redaction:
    """One gap: the document (path and idno), where it stands, how much, why, and what is printed in its place.

    `place` is turn, label (it stands for the speaker's name), narrative, heading, masthead, footnote, ...; `turn` is
    sp/@xml:id, `label` the printed label; `page` is the number of the page it stands on, where one is given;
    `certainty` is low where it may be something else.
    """

    document: str
    identifier: str
    line: int
    page: str
    place: str
    turn: str
    speakers: tuple[Speaker, ...]
    label: str
    extent: Extent
    exemptions: tuple[Category, ...]
    words: str
    reason: str = "redacted"
    certainty: str = ""

    @property
    def speaker(self) -> str:
        """Who speaks, for people: the names, or the label where it is nobody known."""
        return " and ".join(s.name for s in self.speakers) or self.label


# -- one document ---------------------------------------------------------------------------------


def redactions_of(tree: Tree, path: str) -> tuple[Redaction, ...]:
    """Every gap in the text of a document, in document order; nothing where there is no text. `reason` tells the
    redactions from the others."""
    text = tree.getroot().find("t:text", NSMAP)
    return tuple(_gaps(text, _Header.of(tree, path))) if text is not None else ()


@dataclass(frozen=True)
class _Header:
    """What is needed of the header: the document's idno, its categories and its persons by their ids."""

    path: str
    idno: str
    categories: dict[str, str]
    persons: dict[str, Speaker]

    @classmethod
    def of(cls, tree: Tree, path: str) -> _Header:
        root = tree.getroot()
        idno = root.find("t:teiHeader/t:fileDesc/t:publicationStmt/t:idno[@type='memcon']", NSMAP)
        categories = {c.get(XML_ID, ""): _words(c.find("t:catDesc", NSMAP)) for c in root.iter(tei("category"))}
        listed = root.find("t:teiHeader/t:profileDesc/t:particDesc", NSMAP)
        people = listed.iter(tei("person"), tei("personGrp")) if listed is not None else ()
        return cls(path, _words(idno), categories, {p.get(XML_ID, ""): _speaker(p) for p in people})


def _speaker(person: etree._Element) -> Speaker:
    file, _, linked = person.get("sameAs", "").partition("#")
    identifier = linked if file and linked else person.get(XML_ID, "")
    return Speaker(identifier, _words(person.find("t:persName", NSMAP)) or identifier, bool(file and linked))


def _gaps(text: etree._Element, header: _Header) -> Iterator[Redaction]:
    page = ""
    for element in text.iter(tei("gap"), tei("pb")):
        if element.tag == tei("pb"):
            page = element.get("n", "")
        else:
            yield _redaction(element, header, page)


def _redaction(gap: etree._Element, header: _Header, page: str) -> Redaction:
    place, turn = _place(gap)
    who = turn.get("who", "").split() if turn is not None else []
    return Redaction(
        header.path, header.idno, gap.sourceline or 0, page, place,
        turn=turn.get(XML_ID, "") if turn is not None else "",
        speakers=tuple(header.persons.get(w[1:], Speaker(w.lstrip("#"), w.lstrip("#"))) for w in who),
        label=_words(turn.find("t:speaker", NSMAP)) if turn is not None else "",
        extent=_extent(gap),
        exemptions=tuple(_category(pointer, header) for pointer in dict.fromkeys(gap.get("ana", "").split())),
        words=_words(gap.find("t:desc", NSMAP)),
        reason=gap.get("reason", ""),
        certainty=gap.get("cert", ""),
    )  # fmt: skip


def _place(gap: etree._Element) -> tuple[str, etree._Element | None]:
    """In what kind of place a gap stands, and the turn where it is a part of one. What is nearest decides: a footnote
    printed in the middle of a turn is not said by its speaker."""
    in_label = in_heading = False
    for element in gap.iterancestors():
        name, kind = etree.QName(element).localname, element.get("type", "")
        in_label = in_label or name == "speaker"
        in_heading = in_heading or name in ("head", "dateline")
        if name == "sp":
            return ("label" if in_label else "turn"), element
        if name == "note" and kind not in ("remark", "editorial", "extent"):
            return ("source note" if kind == "source" else "footnote"), None
        if name == "div" and kind in _DIVISIONS:
            return _DIVISIONS[kind], None
        if name == "fw":
            return "page furniture", None
        if name in ("front", "back") and not in_heading:
            return f"{name} matter", None
    return ("heading" if in_heading else "narrative"), None


def _extent(gap: etree._Element) -> Extent:
    unit = gap.get("unit", "")
    exact, least, most = (_number(gap.get(name)) for name in ("quantity", "atLeast", "atMost"))
    if exact is not None:
        return Extent(unit, exact, exact)
    if least is None and most is None:
        return Extent(unit) if unit else _in_words(" ".join(gap.get("extent", "").split()))
    return Extent(unit, least or _ZERO, most)


def _in_words(extent: str) -> Extent:
    """What @extent says: `4 minutes 47 seconds` is a number of seconds, anything else names what is counted."""
    found = _DURATION.fullmatch(extent)
    if not extent or found is None:
        return Extent(extent)
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    total = Decimal(3600 * hours + 60 * minutes + seconds)
    return Extent("second", total, total)


def _number(text: str | None) -> Decimal | None:
    return Decimal(text) if text and _NUMBER.fullmatch(text) else None


def _category(pointer: str, header: _Header) -> Category:
    identifier = pointer.removeprefix("#")
    return Category(identifier, header.categories.get(identifier, ""))


def _words(element: etree._Element | None) -> str:
    """The text of an element on one line, what the edition adds left out."""
    if element is None:
        return ""
    pieces = element.xpath(".//text()[not(ancestor::t:corr)]", namespaces=NSMAP)
    return " ".join("".join(map(str, pieces)).split())
