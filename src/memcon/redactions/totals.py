"""The totals of redactions over a corpus, by document, speaker, exemption or unit.

Extents are summed unit by unit; no unit is converted into another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from memcon.redactions.gaps import Category, Redaction

GROUPINGS = ("document", "speaker", "exemption", "unit")
"""What totals can be made by."""

_UNITS = (
    "document",
    "page",
    "paragraph",
    "sentence",
    "line",
    "word",
    "char",
    "name",
    "item",
    "second",
)  # in this order
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class UnitTotal:
    """The extent in one unit: of how many redactions, how much at least and at most (None: no upper bound), and how
    many of them give no number."""

    unit: str
    redactions: int
    least: Decimal
    most: Decimal | None
    unnumbered: int


@dataclass(frozen=True, slots=True)
class Total:
    """One row of totals: what it is of, in how many documents, and the extents in one order of units, those that
    state no unit last."""

    identifier: str
    name: str
    redactions: int
    documents: int
    extents: tuple[UnitTotal, ...]


@dataclass(slots=True)
class _Sum:
    name: str
    redactions: int = 0
    documents: int = 0
    last: str | None = None
    units: dict[str, UnitTotal] = field(default_factory=dict)

    def add(self, redaction: Redaction) -> None:
        self.redactions += 1
        self.documents += redaction.document != self.last
        self.last = redaction.document
        extent = redaction.extent
        sum_ = self.units.get(extent.unit) or UnitTotal(extent.unit, 0, _ZERO, _ZERO, 0)
        open_ = sum_.most is None or (extent.numbered and extent.most is None)
        self.units[extent.unit] = UnitTotal(
            extent.unit,
            sum_.redactions + 1,
            sum_.least + (extent.least or _ZERO),
            None if open_ else (sum_.most or _ZERO) + (extent.most or _ZERO),
            sum_.unnumbered + (not extent.numbered),
        )

    def total(self, identifier: str) -> Total:
        extents = sorted(self.units.values(), key=lambda u: _unit_order(u.unit))
        return Total(identifier, self.name, self.redactions, self.documents, tuple(extents))


class Tally:
    """Adds up redactions, one document after the other; what it holds grows with the number of groups alone."""

    def __init__(self) -> None:
        self._all = _Sum("")
        self._groups: dict[str, dict[tuple[str, str], _Sum]] = {by: {} for by in GROUPINGS}

    def add(self, redactions: Iterable[Redaction]) -> None:
        """Count the redactions of one document."""
        for redaction in redactions:
            self._all.add(redaction)
            for by in GROUPINGS:
                for key, name in _groups_of(redaction, by):
                    self._groups[by].setdefault(key, _Sum(name)).add(redaction)

    def total(self) -> Total:
        """The total of all; a redaction counts once, however many exemptions it names."""
        return self._all.total("")

    def by(self, grouping: str) -> tuple[Total, ...]:
        """The totals by document (as they came), by speaker or exemption (most first), or by unit."""
        groups = self._groups[grouping]
        totals = [sum_.total(identifier) for (identifier, _), sum_ in groups.items()]
        if grouping == "unit":
            totals.sort(key=lambda t: _unit_order(t.identifier))
        elif grouping != "document":
            totals.sort(key=lambda t: (-t.redactions, t.name, t.identifier))
        return tuple(totals)


def tally(redactions: Iterable[Redaction], by: str = "document") -> tuple[Total, ...]:
    """The totals of redactions in one grouping; a `Tally` makes several in one go."""
    made = Tally()
    made.add(redactions)
    return made.by(by)


def _groups_of(redaction: Redaction, by: str) -> list[tuple[tuple[str, str], str]]:
    """The groups a redaction belongs to: the key and the name of each. Persons that no authority file knows are one
    only where id and name agree."""
    match by:
        case "document":
            return [((redaction.document, ""), redaction.identifier)]
        case "unit":
            return [((redaction.extent.unit, ""), redaction.extent.unit)]
        case "exemption":
            found = redaction.exemptions or (Category(""),)
            return [((category.identifier, ""), category.description) for category in found]
        case _:
            identifier = " ".join(s.identifier for s in redaction.speakers)
            linked = bool(redaction.speakers) and all(s.linked for s in redaction.speakers)
            return [((identifier, "" if linked else redaction.speaker), redaction.speaker)]


def _unit_order(unit: str) -> tuple[int, str]:
    if not unit:
        return (len(_UNITS) + 1, "")
    return (_UNITS.index(unit) if unit in _UNITS else len(_UNITS), unit)
