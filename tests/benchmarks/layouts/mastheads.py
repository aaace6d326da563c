"""The block of fields in other shapes: who took part, when, where and about what."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from itertools import zip_longest

from benchmarks.layouts.memoranda import Block, Change, Kind, Memo

_PARTICIPANTS = re.compile(r"(?:PARTICIPANTS?|PRESENT|THOSE ATTENDING.*):?")


@dataclass(frozen=True)
class Masthead:
    """What the fields say, as printed."""

    day: str
    time: str
    place: str
    subject: str
    people: tuple[str, ...]


# the list of participants

Shape = Callable[[tuple[str, ...]], str]

SHAPES: dict[str, Shape] = {
    "Present:": lambda people: "\n".join(("Present:", *people)),
    "Attending:": lambda people: "\n".join(("Attending:", *people)),
    "In attendance": lambda people: "\n".join(("IN ATTENDANCE", *people)),
    "same line": lambda people: "PARTICIPANTS: " + "\n".join(people),
    "same line, aligned": lambda people: "PARTICIPANTS:  " + ("\n" + " " * 15).join(people),
    "same line, tabs": lambda people: "PARTICIPANTS:\t" + "\n\t\t".join(people),
    "numbered": lambda people: "\n".join(("PARTICIPANTS:", *(f"{n}. {each}" for n, each in enumerate(people, 1)))),
    "bullets -": lambda people: "\n".join(("PARTICIPANTS:", *(f"- {each}" for each in people))),
    "bullets •": lambda people: "\n".join(("PARTICIPANTS:", *(f"• {each}" for each in people))),
    "indented": lambda people: "\n".join(("PARTICIPANTS:", *(f"     {each}" for each in people))),
    "blank lines between": lambda people: "\n\n".join(("PARTICIPANTS:", *people)),
    "semicolons": lambda people: "PARTICIPANTS: " + "; ".join(people),
    "semicolons, next line": lambda people: "PARTICIPANTS:\n" + "; ".join(people) + ".",
    "semicolons and and": lambda people: "Present: " + "; ".join(people[:-1]) + "; and " + people[-1],
}

SHORT: dict[str, Shape] = {
    "commas": lambda people: "PARTICIPANTS: " + ", ".join(people),
    "commas and and": lambda people: "Present: " + ", ".join(people[:-1]) + " and " + people[-1] + ".",
    "sentence": lambda people: "Present were " + ", ".join(people[:-1]) + " and " + people[-1] + ".",
    "two sides, two columns": lambda people: "PARTICIPANTS:\n\n" + _columns(*_sides(people)),
}

GROUPED: dict[str, Shape] = {
    "US/USSR headings": lambda people: _headed(people, "{}\n", "\n", ""),
    "US/USSR headings, colon, indented": lambda people: _headed(people, "{}:\n", "\n", "     "),
    "US/USSR headings, blank line": lambda people: _headed(people, "{}\n", "\n\n", ""),
    "US/USSR headings, bullets": lambda people: _headed(people, "{}\n", "\n", "- "),
    "US/USSR aligned": lambda people: _aligned(people),
}

# lines of a list that are no person, though a group of them may follow
_GROUPS = frozenset(
    "morocco u.s. us state defense dod jcs cia nsc nsc-staff white-house-staff turkey yugoslavia "
    "the-joint-chiefs-of-staff congressional-leadership".split()
)


def participants(shape: Shape, short: bool = False) -> Change:
    """The list of participants in another shape, where it has no groups; `short` with the names alone."""

    def change(memo: Memo) -> Memo | None:
        people = named(memo)
        if len(people) < 2 or any(map(_group, people)):
            return None
        if short:
            people = tuple(_name(each) for each in people)
        block = Block(Kind.FIELD, shape(people))
        return memo.headed(tuple(block if b.kind is Kind.FIELD and _listed(b) else b for b in memo.blocks))

    return change


def _name(line: str) -> str:
    """The name alone, with the marks of notes on its line."""
    return re.split(r",|—| \(", line)[0] + "".join(mark for mark in re.findall(r"\[\d+\]", line) if "," in line)


def named(memo: Memo) -> tuple[str, ...]:
    """The lines of the printed list of participants."""
    block = next((b for b in memo.blocks if b.kind is Kind.FIELD and _listed(b)), None)
    return tuple(line.strip() for line in block.text.split("\n")[1:]) if block is not None else ()


def _listed(block: Block) -> bool:
    return bool(_PARTICIPANTS.fullmatch(block.text.split("\n")[0]))


def _group(line: str) -> bool:
    return "-".join(line.casefold().split()) in _GROUPS or line.startswith(("Chairman", "—"))


def _sides(people: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    half = (len(people) + 1) // 2
    return people[:half], people[half:]


def _headed(people: tuple[str, ...], heading: str, between: str, before: str) -> str:
    sides = zip(("U.S.", "USSR"), _sides(people), strict=True)
    return "PARTICIPANTS:\n" + between.join(
        heading.format(side) + "\n".join(before + each for each in members) for side, members in sides
    )


def _aligned(people: tuple[str, ...]) -> str:
    ours, theirs = _sides(people)
    return (
        "PARTICIPANTS:  U.S. -- "
        + ("\n" + " " * 23).join(ours)
        + "\n\n"
        + " " * 15
        + "USSR -- "
        + ("\n" + " " * 23).join(theirs)
    )


def _columns(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    rows = [("U.S.", "USSR"), ("", ""), *zip_longest(ours, theirs, fillvalue="")]
    return "\n".join(f"{left:<38}{right}".rstrip() for left, right in rows)


# the whole masthead

Form = Callable[[Masthead], tuple[Block, ...]]


def _field(text: str) -> Block:
    return Block(Kind.FIELD, text)


def _pairs(head: Masthead) -> list[tuple[str, str]]:
    pairs = [("DATE:", head.day), ("TIME:", head.time), ("PLACE:", head.place), ("SUBJECT:", head.subject)]
    return [(label, value) for label, value in pairs if value]


def _lines(head: Masthead, pad: Callable[[str], str], hang: str) -> tuple[Block, ...]:
    rows = [pad(label) + value for label, value in _pairs(head)]
    return (_field("\n".join([*rows, pad("PARTICIPANTS:") + f"\n{hang}".join(head.people)])),)


def _apart(head: Masthead) -> tuple[Block, ...]:
    rows = [f"{label} {value}" for label, value in _pairs(head)]
    return tuple(map(_field, [*rows, "PARTICIPANTS: " + "; ".join(head.people)]))


def _two_lines(head: Masthead) -> tuple[Block, ...]:
    rows = [f"{label.rstrip(':').title()}\n{value}" for label, value in _pairs(head)]
    return tuple(map(_field, [*rows, "Participants\n" + "\n".join(head.people)]))


def _date_and_time(head: Masthead) -> tuple[Block, ...]:
    when = f"DATE & TIME:   {head.day}" + (f"; {head.time}" if head.time else "")
    rows = [when, f"PLACE:         {head.place}"] + ([f"SUBJECT:       {head.subject}"] if head.subject else [])
    return (_field("PARTICIPANTS:  " + ("\n" + " " * 15).join(head.people)), _field("\n".join(rows)))


def _lower(head: Masthead) -> tuple[Block, ...]:
    rows = [f"{label.capitalize()} {value}" for label, value in _pairs(head)]
    return (_field("\n".join([*rows, "Participants: " + "; ".join(head.people)])),)


FORMS: dict[str, Form] = {
    "fields, spaces": lambda head: _lines(head, lambda label: label.ljust(15), " " * 15),
    "fields, tabs": lambda head: _lines(head, lambda label: label + "\t", "\t\t"),
    "one-line paragraphs": _apart,
    "label above value": _two_lines,
    "DATE & TIME below": _date_and_time,
    "Date: in lower case": _lower,
}


def masthead(form: Form) -> Change:
    """The date line and the fields in a form of their own, behind the title."""

    def change(memo: Memo) -> Memo | None:
        head = told(memo)
        if head is None:
            return None
        title, rest = parted(memo)
        return memo.headed((title, *form(head), *rest))

    return change


def parted(memo: Memo) -> tuple[Block, tuple[Block, ...]]:
    """The title, and everything behind it but date line and fields."""
    first = next(i for i, b in enumerate(memo.blocks) if b.kind is Kind.TITLE)
    rest = (b for b in memo.blocks if b.kind is not Kind.TITLE)
    kept = (
        b for b in rest if b.kind is not Kind.FIELD and not (b.kind is Kind.FRONT and (_dated(b, memo) or _said(b)))
    )
    return memo.blocks[first], tuple(kept)


def told(memo: Memo) -> Masthead | None:
    """What the fields of a memorandum say; None where no participants are listed."""
    people = named(memo)
    if any(map(_group, people)) or not people or len(memo.gold["place"]) != 1:
        return None
    day = date.fromisoformat(memo.gold["date"])
    subject = " ".join(memo.gold["subject"])
    return Masthead(f"{day:%B} {day.day}, {day.year}", hours(memo), memo.gold["place"][0], subject, people)


def hours(memo: Memo) -> str:
    """`3:30-4:15 p.m.`; empty where the gold has no time."""
    start, end = memo.gold["time_from"], memo.gold["time_to"]
    if not start:
        return ""
    if not end or end <= start:
        return clock(start)
    halves = half(start) != half(end)
    return f"{clock(start) if halves else clock(start).rsplit(' ', 2)[0].removesuffix(' ' + half(start))}-{clock(end)}"


def clock(at: str, colon: str = ":", forms: tuple[str, str] = ("a.m.", "p.m.")) -> str:
    """`15:30` as `3:30 p.m.`"""
    moment = time.fromisoformat(at)
    return f"{(moment.hour - 1) % 12 + 1}{colon}{moment.minute:02} {forms[moment.hour >= 12]}"


def half(at: str) -> str:
    """`a.m.` or `p.m.`"""
    return "p.m." if at >= "12:00" else "a.m."


def _dated(block: Block, memo: Memo) -> bool:
    return str(date.fromisoformat(memo.gold["date"]).year) in block.text and len(block.text) < 160


def _said(block: Block) -> bool:
    return bool(re.match(r"(?:DATE|PLACE|TIME|SUBJECT|MEMORANDUM)\b", block.text))
