"""Content models in words: a list of lines, each so many levels deep."""

from __future__ import annotations

from collections.abc import Mapping

from memcon.reference.guide import Line
from odd.model import Content, Schema

_ONE = {(1, 1): "{}", (0, 1): "an optional {}", (0, None): "any number of {}", (1, None): "one or more {}"}
_CHOICE = {
    (1, 1): "one of these:", (0, 1): "at most one of these:",
    (0, None): "any number of these, in any order:", (1, None): "one or more of these, in any order:",
}  # fmt: skip
_SEQUENCE = {
    (1, 1): "in this order:", (0, 1): "if wanted, in this order:",
    (0, None): "any number of times, in this order:", (1, None): "once or several times, in this order:",
}  # fmt: skip


def in_words(content: Content, schema: Schema, titles: Mapping[str, str]) -> tuple[Line, ...]:
    """The lines of a content model; `titles` are those of the model classes."""
    return tuple(_lines(content, schema, titles, 0))


def _lines(content: Content, schema: Schema, titles: Mapping[str, str], depth: int) -> list[Line]:
    if content.kind == "macro":
        return _lines(schema.macros[content.key], schema, titles, depth)
    if content.kind in ("sequence", "choice") and len(content.items) == 1 and (content.low, content.high) == (1, 1):
        return _lines(content.items[0], schema, titles, depth)
    occurrence = (content.low, content.high)
    if content.kind in ("sequence", "choice"):
        if content.kind == "choice" and all(_is_leaf(item) for item in content.items):
            return [Line(depth, _flat(content, titles))]
        opening = (_SEQUENCE if content.kind == "sequence" else _CHOICE)[occurrence]
        inner = [line for item in content.items for line in _lines(item, schema, titles, depth + 1)]
        return [Line(depth, opening), *inner]
    return [Line(depth, _ONE[occurrence].format(_leaf(content, titles)))]


def _is_leaf(content: Content) -> bool:
    return content.kind in ("text", "element", "class")


def _flat(content: Content, titles: Mapping[str, str]) -> str:
    """A choice without anything nested in it, in one line."""
    names = [_leaf(item, titles) for item in content.items if item.kind != "text"]
    if len(names) == len(content.items):
        return f"{_CHOICE[content.low, content.high]} {'; '.join(names)}"
    return f"text, with any number of these in it: {'; '.join(names)}"


def _leaf(content: Content, titles: Mapping[str, str]) -> str:
    if content.kind == "class":
        return titles[content.key]
    return {"text": "text", "empty": "nothing: the element is empty"}.get(content.kind, f"<{content.key}>")
