"""memcon redactions"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

import click

from memcon.cli.common import Report, plural, progress
from memcon.cli.tabular import echo_csv, echo_json, tabular, trees
from memcon.cli.walking import inputs
from memcon.redactions import GROUPINGS, REASONS, Extent, Redaction, Tally, Total, UnitTotal, redactions_of
from memcon.tables import aligned, printable

_OVERVIEW = ("document", "speaker", "exemption")
_LIST = ("document", "identifier", "line", "page", "place", "turn", "speaker_ids", "speaker", "unit", "min", "max",
         "exemptions", "meanings", "printed", "certainty")  # fmt: skip
_TOTALS = ("by", "id", "name", "unit", "redactions", "min", "max", "unnumbered")
_TIME = "second"
_NOBODY = {"speaker": "(no speaker)", "exemption": "(none stated)", "unit": "(not stated)"}


@click.command(
    epilog="""\b
Examples:
  memcon redactions tei/
  memcon redactions tei/ --list
  memcon redactions tei/ --by exemption
  memcon redactions tei/*.xml --format csv > redactions.csv
  memcon redactions tei/ --reason inaudible --list"""
)
@click.argument("files", nargs=-1, required=True, metavar="TEI...")
@click.option("--by", type=click.Choice(GROUPINGS), help="One table of totals, by this.  [default: an overview]")
@click.option("--list", "listed", is_flag=True, help="Every redaction, document by document.")
@click.option("--reason", type=click.Choice(REASONS), default="redacted", show_default=True,
              help="What to count: what is withheld, or gaps of another reason.")  # fmt: skip
@tabular
def redactions(files: tuple[str, ...], by: str | None, listed: bool, reason: str, format_: str, report: Report) -> None:
    """List what is withheld over a corpus: count, extent, exemption, by document and speaker.

    A folder means its *.xml. Extents are summed unit by unit: `6.5-7.5` is between six and a half and seven and a
    half, `3×` means three redactions that give the unit, but no number. CSV without --by holds one record for each
    redaction; JSON without --by and --list holds the redactions and all totals.
    """
    if by and listed:
        raise click.UsageError("--by and --list are two answers: ask for one of them")
    corpus = _Corpus(files, reason, report)
    if format_ == "csv":
        echo_csv(_csv_totals(corpus, by) if by else _csv_list(corpus))
    elif format_ == "json":
        echo_json(_json(corpus, by, listed))
    else:
        for line in _table_list(corpus) if listed else _tables(corpus, (by,) if by else _OVERVIEW):
            click.echo(line)
    report.finish(f"{plural(corpus.read, 'file')} read, {corpus.tally.total().documents} with redactions"
                  if reason == "redacted" else f"{plural(corpus.read, 'file')} read")  # fmt: skip


class _Corpus:
    """Reads the files one after the other and adds up on the way; no tree is kept."""

    def __init__(self, files: tuple[str, ...], reason: str, report: Report) -> None:
        self.paths, self.reason, self.report = inputs(files, report, ".xml"), reason, report
        self.tally = Tally()
        self.others: Counter[str] = Counter()
        self.read = self.doubtful = 0

    def documents(self) -> Iterator[tuple[Redaction, ...]]:
        """The redactions of each document that has any."""
        for path, tree in trees(progress(self.paths, "reading"), self.report):
            self.read += 1
            gaps = redactions_of(tree, path)
            wanted = tuple(gap for gap in gaps if gap.reason == self.reason)
            self.others.update(gap.reason for gap in gaps if gap.reason != self.reason)
            self.doubtful += sum(gap.certainty == "low" for gap in wanted)
            self.tally.add(wanted)
            if wanted:
                yield wanted

    def count(self) -> Tally:
        """Read everything, for the totals alone."""
        for _ in self.documents():
            pass
        return self.tally


# -- for people -----------------------------------------------------------------------------------


def _tables(corpus: _Corpus, groupings: Iterable[str]) -> Iterator[str]:
    counted = corpus.count()
    total = counted.total()
    if total.redactions:
        units = [u.unit for u in total.extents if u.unit]
        for by in groupings:
            totals = counted.by(by)
            if groupings is _OVERVIEW and not any(each.identifier or each.name for each in totals):
                continue  # nobody speaks, or no exemption is stated: the table would say nothing
            yield from _table(by, totals, total, units)
            yield ""
    yield from _closing(corpus)


def _table(by: str, totals: Iterable[Total], total: Total, units: list[str]) -> Iterator[str]:
    """One table of totals: a column for each unit that occurs, and one for those that state none."""
    named = by in ("speaker", "exemption")
    documents = by != "document"
    columns = ["extent"] if by == "unit" else ["time" if unit == _TIME else unit for unit in units]
    header = [by, *["id" if by == "speaker" else "meaning"] * named, "redactions", *["documents"] * documents, *columns]
    header += ["no extent"] * (by != "unit")
    rows = [_row(by, one, units) for one in totals]
    last = _row(by, total, units, "total") if by != "unit" else ()
    first = 1 + named
    yield from aligned(header, rows, range(first, len(header)), last)


def _row(by: str, total: Total, units: list[str], label: str = "") -> list[str]:
    first = label or {"speaker": total.name}.get(by, total.identifier) or _NOBODY[by]
    second = {"speaker": total.identifier, "exemption": total.name}.get(by)
    cells = [first] + ([second] if second is not None else []) + [str(total.redactions)]
    cells += [str(total.documents)] * (by != "document")
    extents = {extent.unit: extent for extent in total.extents}
    if by == "unit":
        return [*cells, "".join(_sum(e) for e in total.extents if e.unit)]
    cells += [_sum(extents[unit]) if unit in extents else "" for unit in units]
    return [*cells, str(extents[""].redactions) if "" in extents else ""]


def _table_list(corpus: _Corpus) -> Iterator[str]:
    """Each document's redactions as a table of its own, so that a long list begins at once."""
    header = ("line", "page", "turn", "speaker", "extent", "exemption", "printed")
    for found in corpus.documents():
        yield printable(f"{found[0].document}: {plural(len(found), 'redaction')}")
        rows = [
            (str(r.line), r.page, r.turn or f"({r.place})", r.speaker, _extent(r.extent),
             " ".join(c.identifier for c in r.exemptions), r.words)
            for r in found
        ]  # fmt: skip
        yield from (f"  {line}" for line in aligned(header, rows, (0, 1)))
        yield ""
    yield from _closing(corpus)


def _closing(corpus: _Corpus) -> Iterator[str]:
    """The whole in one line, and what was not counted in another."""
    total = corpus.tally.total()
    what = "redaction" if corpus.reason == "redacted" else f"{corpus.reason} gap"
    extents = [_counted(_sum(e), e.unit) for e in total.extents if e.unit]
    extents += [f"{e.redactions} without an extent" for e in total.extents if not e.unit]
    where = f" in {plural(total.documents, 'document')}" if total.documents else ""
    yield f"{plural(total.redactions, what)}{where}" + (f": {'; '.join(extents)}" if extents else "")
    if corpus.doubtful:
        yield f"of these, {corpus.doubtful} of low certainty"
    if corpus.others:
        yield "not counted: " + ", ".join(f"{corpus.others[r]} {r}" for r in REASONS if corpus.others[r])


def _extent(extent: Extent) -> str:
    return _counted(_range(extent.least, extent.most, extent.unit), extent.unit) if extent.numbered else extent.unit


def _counted(amount: str, unit: str) -> str:
    """`1 line`, `6.5 lines`, `2× name`; a duration says itself what it is."""
    if unit == _TIME and not amount.endswith("×"):
        return amount
    one = amount.lstrip("≤≥") in ("1", "0.5") or amount.endswith("×")
    return f"{amount} {unit}" + ("" if one else "s")


def _sum(total: UnitTotal) -> str:
    numbered = total.redactions - total.unnumbered
    parts = [_range(total.least, total.most, total.unit)] * bool(numbered) + [f"{total.unnumbered}×"] * bool(
        total.unnumbered
    )
    return " + ".join(parts)


def _range(least: Decimal | None, most: Decimal | None, unit: str) -> str:
    low, high = (_clock(n) if unit == _TIME else _digits(n) for n in (least, most))
    if most is None:
        return f"≥{low}"
    if least == most:
        return high
    return f"{low}–{high}" if least else f"≤{high}"


def _clock(seconds: Decimal | None) -> str:
    """Hours, minutes and seconds: `0:04:47`."""
    minutes, rest = divmod(int(seconds or 0), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def _digits(number: Decimal | None) -> str:
    """A number without an exponent and without zeros at its end; empty for none."""
    return "" if number is None else format(number.normalize(), "f")


# -- for programs ---------------------------------------------------------------------------------


def _csv_list(corpus: _Corpus) -> Iterator[tuple[str, ...]]:
    yield _LIST
    for found in corpus.documents():
        for r in found:
            yield (
                r.document, r.identifier, str(r.line), r.page, r.place, r.turn,
                " ".join(s.identifier for s in r.speakers), r.speaker,
                r.extent.unit, _digits(r.extent.least), _digits(r.extent.most),
                " ".join(c.identifier for c in r.exemptions), "; ".join(c.description for c in r.exemptions), r.words,
                r.certainty,
            )  # fmt: skip


def _csv_totals(corpus: _Corpus, by: str) -> Iterator[tuple[str, ...]]:
    """A record for each group and unit, so that the columns are always the same."""
    yield _TOTALS
    for total in corpus.count().by(by):
        for extent in total.extents:
            numbered = extent.redactions > extent.unnumbered
            yield (
                by, total.identifier, total.name, extent.unit, str(extent.redactions),
                _digits(extent.least) if numbered else "", _digits(extent.most) if numbered else "",
                str(extent.unnumbered),
            )  # fmt: skip


def _json(corpus: _Corpus, by: str | None, listed: bool) -> dict[str, object]:
    every: list[object] = []
    for found in corpus.documents():
        every += [] if by else map(_object, found)
    made: dict[str, object] = {"reason": corpus.reason, "files": corpus.read}
    made["total"] = _total(corpus.tally.total())
    made["not_counted"] = {r: corpus.others[r] for r in REASONS if corpus.others[r]}
    if not listed:
        made["by"] = {each: [_total(t) for t in corpus.tally.by(each)] for each in ((by,) if by else GROUPINGS)}
    if not by:
        made["redactions"] = every
    return made


def _object(r: Redaction) -> dict[str, object]:
    return {
        "document": r.document, "identifier": r.identifier, "line": r.line, "page": r.page, "place": r.place,
        "turn": r.turn, "label": r.label,
        "speakers": [{"id": s.identifier, "name": s.name, "in_authority": s.linked} for s in r.speakers],
        "unit": r.extent.unit, "min": _json_number(r.extent.least), "max": _json_number(r.extent.most),
        "exemptions": [{"id": c.identifier, "meaning": c.description} for c in r.exemptions],
        "printed": r.words, "certainty": r.certainty,
    }  # fmt: skip


def _total(total: Total) -> dict[str, object]:
    extents = [
        {"unit": e.unit, "redactions": e.redactions, "min": _json_number(e.least), "max": _json_number(e.most),
         "unnumbered": e.unnumbered}
        for e in total.extents
    ]  # fmt: skip
    return {"id": total.identifier, "name": total.name, "redactions": total.redactions, "documents": total.documents,
            "extents": extents}  # fmt: skip


def _json_number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)
