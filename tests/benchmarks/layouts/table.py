"""The layouts, by name."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass, replace

from benchmarks.layouts import labels, printing
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


@dataclass(frozen=True)
class Layout:
    """How a memorandum is printed; `without` are the metrics that mean nothing in this layout."""

    name: str
    changes: tuple[Change, ...] = ()
    printer: Printer = lambda memo: (printing.plain(memo), frozenset())
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


PAGED = frozenset({"page_breaks"})
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
            Layout(f"label {name}, 72 columns", (printing.unpaged, labels.styled(styles[name])), _lines(), without=PAGED)
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


def layouts() -> list[Layout]:
    """All of them, the transcripts as they are first."""
    return [Layout("as it is"), *_pages(), *_labels()]
