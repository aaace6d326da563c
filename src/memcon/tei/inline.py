"""Inline content -> TEI: one small function for each kind. Every printed character becomes text, in order."""

from __future__ import annotations

from functools import singledispatch

from memcon import model
from memcon.tei.elements import Child, Element, element, white


def mixed(content: model.Content) -> list[Child]:
    """The content as strings and elements in printed order."""
    children: list[Child] = []
    for item in content:
        if isinstance(item, model.Text):  # most are
            children.append(white(item.text))
        else:
            children += encode(item)
    return children


def encoded(name: str, content: model.Content, /, **attributes: str) -> Element:
    """An element that holds the content."""
    return element(name, *mixed(content), **attributes)


def markings(categories: tuple[str, ...]) -> str:
    """Pointers to terms of classification and handling, for @ana."""
    return " ".join(f"#classification.{category}" for category in categories)


@singledispatch
def encode(item: object) -> list[Child]:
    """One inline feature as TEI; a kind without a rule is a bug."""
    raise TypeError(f"no encoding for {type(item).__name__}")


@encode.register
def _(item: model.Text) -> list[Child]:
    return [white(item.text)]


@encode.register
def _(item: model.LineBreak) -> list[Child]:
    return [element("lb", break_="no")] if item.in_word else ["\n", element("lb")]


@encode.register
def _(item: model.Hyphen) -> list[Child]:
    return [encoded("pc", item.content, force="weak")]


@encode.register
def _(item: model.PageBreak) -> list[Child]:
    if item.inferred is None:
        return [element("pb", n=item.n, break_="no" if item.in_word else "")]
    return [element("pb", resp=model.EDITION, cert=item.inferred, break_="no" if item.in_word else "")]


@encode.register
def _(item: model.NoteMark) -> list[Child]:
    return [encoded("ref", item.content, type="noteMark", target=f"#{item.note}")]


@encode.register
def _(item: model.Emphasis) -> list[Child]:
    return [encoded("hi", item.content, rend=item.rend)]


@encode.register
def _(item: model.Supplied) -> list[Child]:
    return [encoded("supplied", item.content, resp=item.resp)]


@encode.register
def _(item: model.Omission) -> list[Child]:
    return [element("ellipsis", encoded("metamark", item.content, function="omission"))]


@encode.register
def _(item: model.Sic) -> list[Child]:
    return [encoded("sic", item.content)]


@encode.register
def _(item: model.Misprint) -> list[Child]:
    corrected = element("corr", item.correction, resp=model.EDITION)
    return [element("choice", element("sic", white(item.printed.text)), corrected)]


@encode.register
def _(item: model.Stage) -> list[Child]:
    return [encoded("stage", item.content, type=item.kind)]


@encode.register
def _(item: model.Note) -> list[Child]:
    return [encoded("note", item.content, type=item.kind, subtype=item.subtype, rend=item.rend)]


@encode.register
def _(item: model.Gap) -> list[Child]:
    described = encoded("desc", item.content)
    ana = " ".join(f"#{category}" for category in item.categories)
    extent = {"unit": item.unit, "quantity": item.quantity, "atLeast": item.at_least, "atMost": item.at_most}
    cert = "low" if item.doubtful else ""
    return [element("gap", described, reason=item.reason, ana=ana, cert=cert, extent=item.extent, **extent)]


@encode.register
def _(item: model.PortionMark) -> list[Child]:
    read = bool(item.categories)
    inner = [_struck(item.content, "declassified" if read else "")] if item.struck else mixed(item.content)
    ana = markings(item.categories)
    return [element("metamark", *inner, function="portionMark", ana=ana, cert="" if read else "low")]


@encode.register
def _(item: model.Furniture) -> list[Child]:
    inner = [_struck(item.content)] if item.struck else mixed(item.content)
    if item.kind == "stamp":
        inner = [element("stamp", *inner)]
    return [element("fw", *inner, type=item.kind, place=item.place, ana=markings(item.categories))]


@encode.register
def _(item: model.DateMention) -> list[Child]:
    return [encoded("date", item.content, when=item.when)]


@encode.register
def _(item: model.TimeMention) -> list[Child]:
    if item.end:
        return [encoded("time", item.content, from_=item.start, to=item.end)]
    return [encoded("time", item.content, when=item.start)]


@encode.register
def _(item: model.PlaceMention) -> list[Child]:
    return [encoded("placeName", item.content)]


@encode.register
def _(item: model.PersonMention) -> list[Child]:
    return [encoded("persName", item.content, ref=f"#{item.person}" if item.person else "")]


@encode.register
def _(item: model.NameList) -> list[Child]:
    return [element("list", *(encoded("item", entry) for entry in item.entries), type="participants")]


@encode.register
def _(item: model.Footnote) -> list[Child]:
    """A footnote stays where it is printed; transformers bring it together with its call. A web page may draw its
    number and not print it."""
    label: list[Child] = [encoded("label", item.label)] if item.label else []
    if len(item.paragraphs) == 1:
        inner = [*label, *([" "] if label else []), *mixed(item.paragraphs[0])]
    else:
        inner = [*label, *(encoded("p", content) for content in item.paragraphs)]
    kind = "source" if item.is_source else ""
    ana = markings(item.categories)
    return [element("note", *inner, type=kind, xml_id=item.identifier, n=item.n, place="end", ana=ana)]


def _struck(content: model.Content, kind: str = "") -> Element:
    return encoded("del", content, rend="strikethrough", type=kind)
