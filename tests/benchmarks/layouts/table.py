"""The layouts, by name."""

from __future__ import annotations

import codecs
import random
import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.layouts import dates, labels, mastheads, noise, printing, web
from benchmarks.layouts.memoranda import Change, Gold, Memo

Printer = Callable[[Memo], tuple[str, frozenset[str]]]
"""A memorandum -> its pages, and the words that the layout has added to them."""


@dataclass(frozen=True)
class Sheet:
    """A memorandum as printed in a layout: the file, the words the layout has added, the gold that goes with it."""

    name: str
    data: bytes
    gold: Gold
    furniture: frozenset[str]


def _as_it_is(memo: Memo) -> tuple[str, frozenset[str]]:
    return printing.plain(memo), frozenset()


@dataclass(frozen=True)
class Layout:
    """How a memorandum is printed; `without` are the metrics that mean nothing in this layout."""

    name: str
    changes: tuple[Change, ...] = ()
    printer: Printer = _as_it_is
    encode: Callable[[str], bytes] = str.encode
    suffix: str = ".txt"
    without: frozenset[str] = frozenset()

    def sheet(self, memo: Memo) -> Sheet | None:
        """The memorandum in this layout, or None where it does not suit."""
        for change in self.changes:
            changed = change(memo)
            if changed is None:
                return None
            memo = changed
        text, furniture = self.printer(memo)
        try:
            data = self.encode(text)
        except UnicodeEncodeError:
            return None
        return Sheet(memo.identifier + self.suffix, data, memo.gold, furniture | memo.furniture)


WORDS = frozenset({"text_precision"})
HEADED = frozenset({"text_recall", "text_precision"})
PAGED = frozenset({"page_breaks"})
AS_PRINTED = frozenset({"source_note"})  # which the scorer compares sign by sign
NAMELESS = frozenset({"who_identity", "initials_resolved", "page_breaks"})


def _pdf(page: str, effect: Callable[[list[str]], list[str]] = list, hang: int = 0) -> Printer:
    def printer(memo: Memo) -> tuple[str, frozenset[str]]:
        body = effect(list(printing.lines(memo, hang=hang)))
        return printing.paged(body, printing.PAGES[page], printing.head(memo))

    return printer


def _lines(effect: Callable[[list[str]], list[str]] = list, hang: int = 0) -> Printer:
    return lambda memo: ("\n".join(effect(list(printing.lines(memo, hang=hang)))) + "\n", frozenset())


def _pages() -> list[Layout]:
    unpaged = (printing.unpaged,)
    first = next(iter(printing.PAGES))
    return [
        Layout("72 columns, hyphens", unpaged, _lines(), without=PAGED),
        Layout("justified", unpaged, _lines(printing.justified), without=PAGED),
        Layout("double-spaced", unpaged, _lines(printing.double_spaced), without=PAGED),
        Layout("hanging 5", unpaged, _lines(hang=5), without=PAGED),
        Layout("hanging 24", unpaged, _lines(hang=24), without=PAGED),
        *(Layout(f"pages: {name}", unpaged, _pdf(name), without=PAGED) for name in printing.PAGES),
        Layout("pages, justified", unpaged, _pdf(first, printing.justified), without=PAGED),
        Layout("pages, double-spaced", unpaged, _pdf(first, printing.double_spaced), without=PAGED),
        Layout("pages, hanging 24", unpaged, _pdf(first, hang=24), without=PAGED),
        Layout("lines numbered", unpaged, _hearing, without=PAGED),
        Layout("lines numbered, LABEL.", (*unpaged, labels.styled(labels.STYLES["LABEL."])), _hearing, without=PAGED),
    ]


def _hearing(memo: Memo) -> tuple[str, frozenset[str]]:
    return printing.numbered(list(printing.lines(memo, width=60)))


def _labels() -> list[Layout]:
    surnames = labels.relabelled(labels.surname)
    styles = labels.STYLES
    return [
        *(Layout(f"label {name}", (labels.styled(style),)) for name, style in styles.items()),
        Layout("label SURNAME:", (surnames,)),
        Layout("label SURNAME.", (surnames, labels.styled(styles["LABEL."]))),
        Layout("label SURNAME<TAB>", (surnames, labels.styled(styles["LABEL<TAB>"]))),
        Layout("label SURNAME on its own line", (surnames, labels.styled(styles["own line, LABEL"]))),
        *(
            Layout(
                f"label {name}, 72 columns", (printing.unpaged, labels.styled(styles[name])), _lines(), without=PAGED
            )
            for name in ("LABEL.", "Label.", "Label —", "Label -", "Label.—")
        ),
        *(Layout(f"md {name}", (labels.styled(style),), suffix=".md") for name, style in labels.MARKDOWN.items()),
        *(
            Layout(f"interview {name}", (labels.interview, labels.styled(style)), without=NAMELESS)
            for name, style in {
                "Q:": styles["CAPITALS:"],
                "Q.": styles["Label."],
                "Q": lambda label, text, _: f"{label} {text}",
                "Q<TAB>": styles["Label<TAB>"],
            }.items()
        ),
    ]


def _mastheads() -> list[Layout]:
    shapes = (
        *((name, mastheads.participants(shape)) for name, shape in mastheads.SHAPES.items()),
        *((name, mastheads.participants(shape, short=True)) for name, shape in mastheads.SHORT.items()),
        *((name, mastheads.participants(shape)) for name, shape in mastheads.GROUPED.items()),
    )
    return [
        *(Layout(f"people: {name}", (change,)) for name, change in shapes),
        *(Layout(f"head: {name}", (mastheads.masthead(form),)) for name, form in mastheads.FORMS.items()),
        Layout("dateline on three lines", (dates.apart,)),
        *(Layout(f"date {day}", (dates.rewritten(day=day),)) for day in dates.DAYS),
        *(Layout(f"time {hour}", (dates.rewritten(hour=hour),)) for hour in dates.TIMES),
        Layout("date 5 March 1971, 1530 hours", (dates.rewritten("5 March 1971", "1530 hours"),)),
        Layout("date 3/5/71, 3:30-4:15 PM", (dates.rewritten("3/5/71", "3:30-4:15 PM"),)),
    ]


def _web() -> list[Layout]:
    pages = {
        "<p><b>LABEL:</b>": web.paragraphs,
        "<p><strong>Label</strong>:": web.strong,
        "<br><br>": web.breaks,
        "<dl>": web.definitions,
        "<table>": web.rows,
        "<div><span>": web.divisions,
    }
    tabled = mastheads.masthead(mastheads.FORMS["one-line paragraphs"])
    return [
        *(Layout(f"html {name}", printer=_page(page), suffix=".html") for name, page in pages.items()),
        Layout(
            "html, masthead a table",
            (lambda m: m if tabled(m) else None,),
            _page(web.tabled),
            suffix=".html",
            without=HEADED,
        ),
    ]


def _page(page: Callable[[Memo], str]) -> Printer:
    return lambda memo: (page(memo), frozenset())


def _noise() -> list[Layout]:
    return [
        Layout("labels misread", (noise.confused,), without=WORDS),
        Layout("stray marks before labels", (noise.stray,)),
        Layout("no space behind the colon", (noise.unspaced,)),
        Layout("spaces within labels", (noise.broken,), without=WORDS),
        Layout("stamps", (noise.stamped,)),
        Layout("stamps, 72 columns", (printing.unpaged, noise.stamped), _lines(), without=PAGED),
        Layout("straight quotes", printer=_plain(noise.straight)),
        Layout("typed", printer=_plain(noise.typed), without=AS_PRINTED),
        Layout("capitals", printer=_plain(noise.shouted), without=AS_PRINTED),
        Layout("no blank lines", printer=_plain(noise.flat)),
        Layout("three blank lines", printer=_plain(noise.wide)),
        Layout("margin of 10", printer=_plain(lambda text: textwrap.indent(text, " " * 10))),
        Layout("72 columns, margin of 10", (printing.unpaged,), _lines(_margin), without=PAGED),
        Layout("72 columns, no indent", (printing.unpaged,), _lines(_flush), without=PAGED),
        Layout("72 columns, tab indent", (printing.unpaged,), _lines(_tabbed), without=PAGED),
        Layout("no-break spaces", printer=_plain(noise.bound)),
        Layout("trailing spaces", printer=_plain(noise.trailing)),
    ]


def _margin(lines: list[str]) -> list[str]:
    return [" " * 10 + line for line in lines]


def _flush(lines: list[str]) -> list[str]:
    return [line.strip() for line in lines]


def _tabbed(lines: list[str]) -> list[str]:
    return ["\t" + line.lstrip() if line.startswith("     ") else line for line in lines]


def _plain(effect: Callable[[str], str]) -> Printer:
    return lambda memo: (effect(printing.plain(memo)), frozenset())


def _files() -> list[Layout]:
    return [
        Layout("CRLF", encode=lambda text: text.replace("\n", "\r\n").encode()),
        Layout("CR", encode=lambda text: text.replace("\n", "\r").encode()),
        Layout("UTF-8 with BOM", encode=lambda text: codecs.BOM_UTF8 + text.encode()),
        Layout("UTF-16 LE with BOM", encode=lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le")),
        Layout("UTF-16 BE with BOM, CRLF", encode=_utf16_be),
        Layout("UTF-16 LE without BOM", encode=lambda text: text.encode("utf-16-le")),
        Layout("Windows-1252", encode=lambda text: text.encode("cp1252")),
        Layout("Windows-1252, CRLF", encode=lambda text: text.replace("\n", "\r\n").encode("cp1252")),
        Layout("Mac Roman, CR", encode=lambda text: text.replace("\n", "\r").encode("mac-roman")),
    ]


def _utf16_be(text: str) -> bytes:
    return codecs.BOM_UTF16_BE + text.replace("\n", "\r\n").encode("utf-16-be")


def layouts() -> list[Layout]:
    """All of them, the transcripts as they are first."""
    return [Layout("as it is"), *_pages(), *_labels(), *_mastheads(), *_web(), *_noise(), *_files()]


_AND = " + "
_DRAWN = (("people: ", "head: "), ("date ", "time "), ("labels misread", "stray", "stamps", "spaces"), ("label ",))
_OFTEN = 0.8  # of the combinations have one of a kind


def layout_named(name: str) -> Layout:
    """One of all layouts, or several of them combined: what each changes, one after the other, and the last printer."""
    every = {each.name: each for each in layouts()}
    parts = [every[part] for part in name.split(_AND)]
    if len(parts) == 1:
        return parts[0]
    printers = [each.printer for each in parts if each.printer is not _as_it_is]
    changes = dict.fromkeys(change for each in parts for change in each.changes)
    without = frozenset().union(*(each.without for each in parts))
    return Layout(name, tuple(changes), printers[-1] if printers else _as_it_is, without=without)


def combinations(count: int, seed: int) -> list[str]:
    """The names of so many combinations of layouts: of people or heads, of dates, of debris, of labels, and of pages.
    The same seed gives the same."""
    every = layouts()
    draw = random.Random(seed)
    kinds = [[each.name for each in every if each.name.startswith(kind) and each.printer is _as_it_is]
             for kind in _DRAWN]  # fmt: skip
    pages = [each.name for each in every if each.printer is not _as_it_is and each.suffix == ".txt"]
    pages = [name for name in pages if "LABEL" not in name]
    return [
        _AND.join(draw.choice(names) for names in (*kinds, pages) if draw.random() < _OFTEN) or every[0].name
        for _ in range(count)
    ]
