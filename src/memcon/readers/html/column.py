"""Which part of a page is the text: found by structure, never by a site's names for it.

Three things are left out, and each is counted. What never is running text (menus, scripts, hidden elements) and what
stands round it (headers, footers, asides, forms) unless it holds half the text of the page; what lies outside `main`
or the one large `article`; and, on the way down to the block that holds most of the text, blocks that are mostly
links. In doubt a block is print: a stray line does less harm than a lost one. Notes that the text links to are text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.readers.html.elements import HEADINGS
from memcon.readers.html.tree import Element, Page
from memcon.transcript import LeftOut

_OUTSIDE, _LINKS = "outside the main column", "links"
_SECTIONING = frozenset({"main", "article", "section"})
_CONTAINERS = frozenset("article blockquote center div form main section span table tbody td tr".split())
_TEXT_BLOCKS = frozenset({"p", "pre", "blockquote", "dl", "ol", "ul", *HEADINGS})
_TITLES = frozenset({"header", "hgroup", *HEADINGS})  # in an article, also where the title links to the page itself
_SOME = 25  # characters: a stretch of bare text this long is a paragraph, not a label


@dataclass(slots=True)
class _Weights:
    """For each element, with all that is in it: the end of its numbers, its characters, those in links, those in
    headings."""

    end: list[int]
    text: list[int]
    linked: list[int]
    title: list[int]

    def solid(self, number: int) -> int:
        """Characters that are in no link."""
        return self.text[number] - self.linked[number]


def choose(page: Page) -> tuple[LeftOut, ...]:
    """Mark what is left out of a page (`Element.out`, `Element.muted`), and list it."""
    _leave_surroundings(page)
    weights = _weigh(page.elements)
    landmark = _landmark(page.elements, weights)
    if landmark:
        _leave_outside(page, weights, landmark)
    _leave_links(page.elements, weights, landmark)
    return tuple(sorted(_left_out(page)))


def _weigh(elements: list[Element]) -> _Weights:
    """Sums from the leaves up: an element's number is greater than its parent's."""
    count = len(elements)
    end = list(range(1, count + 1))
    shown = [not element.out for element in elements]
    sums = _Weights(
        end,
        [e.text if show else 0 for e, show in zip(elements, shown, strict=True)],
        [e.linked if show else 0 for e, show in zip(elements, shown, strict=True)],
        [e.title if show else 0 for e, show in zip(elements, shown, strict=True)],
    )
    for number in range(count - 1, 0, -1):
        parent = elements[number].parent
        end[parent] = max(end[parent], end[number])
        if shown[number]:
            for values in (sums.text, sums.linked, sums.title):
                values[parent] += values[number]
    return sums


def _children(elements: list[Element], weights: _Weights, number: int) -> Iterator[int]:
    """The elements directly in an element that are not left out."""
    child = number + 1
    while child < weights.end[number]:
        if not elements[child].out:
            yield child
        child = weights.end[child]


# -- what stands round the text --------------------------------------------------------------------


def _leave_surroundings(page: Page) -> None:
    """Headers, footers, asides and forms, with two exceptions: a form may be wrapped round the whole page (ASP.NET
    does it), and the header of an article holds its title."""
    elements = page.elements
    weights = _weigh(elements)
    called = sorted({page.ids[call.target] for call in page.calls if call.target in page.ids})
    inside = [False] * len(elements)
    for number, element in enumerate(elements[1:], 1):
        above = elements[element.parent]
        element.out = element.out or above.out
        inside[number] = inside[element.parent] or element.name in _SECTIONING
        if not element.around or element.out:
            continue
        solid, own = weights.solid(number), weights.text[number]
        text = solid * 2 >= own > 0 or (element.around == "header" and weights.title[number] > 0)
        of_article = inside[element.parent] and element.around in ("header", "footer") and text
        notes = element.around in ("aside", "footer", "complementary") and _any(called, number + 1, weights.end[number])
        if solid * 2 < weights.solid(0) and not of_article and not notes:
            element.out = element.around


def _any(numbers: list[int], start: int, end: int) -> bool:
    """Whether one of the sorted numbers lies between the two."""
    at = bisect_left(numbers, start)
    return at < len(numbers) and numbers[at] < end


# -- main and article ------------------------------------------------------------------------------


def _landmark(elements: list[Element], weights: _Weights) -> int:
    """The element that the page itself says is the text (0 where none does): the article that holds most of the
    text, else `main`."""
    main = _largest(elements, weights, "main", 0)
    if weights.solid(main) * 10 < weights.solid(0) * 3:
        main = 0
    article = _largest(elements, weights, "article", main)
    return article if weights.solid(article) * 2 >= max(weights.solid(main), 1) else main


def _largest(elements: list[Element], weights: _Weights, name: str, within: int) -> int:
    found = (n for n in range(within, weights.end[within]) if elements[n].name == name and not elements[n].out)
    return max(found, key=lambda n: (weights.solid(n), -n), default=within)


def _leave_outside(page: Page, weights: _Weights, landmark: int) -> None:
    """What is not in the landmark, notes it calls and a title before it apart."""
    elements = page.elements
    end = weights.end[landmark]
    called = sorted({page.ids[c.target] for c in page.calls if landmark <= c.element < end and c.target in page.ids})
    untitled = not weights.title[landmark]
    below = landmark
    while below:
        above = elements[below].parent
        elements[above].muted = True
        for child in _children(elements, weights, above):
            title = untitled and child < below and weights.title[child] > weights.linked[child]
            if child != below and not title and not _any(called, child, weights.end[child]):
                elements[child].out = _OUTSIDE
        below = above


# -- the way down ----------------------------------------------------------------------------------


def _leave_links(elements: list[Element], weights: _Weights, top: int) -> None:
    """Blocks of links beside the block that holds most of the text, level by level. The level that has paragraphs
    of its own is the column: a list of links in it may be one of participants."""
    here = top
    while True:
        children = list(_children(elements, weights, here))
        column = elements[here].text - elements[here].linked >= _SOME or any(
            elements[c].name in _TEXT_BLOCKS and weights.solid(c) > weights.linked[c] for c in children
        )
        best = max(children, key=lambda c: (weights.solid(c), -c), default=0)
        for child in children:
            unit = elements[child].name in _CONTAINERS or not (column or (top and elements[child].name in _TITLES))
            if child != best and unit and weights.text[child] and weights.linked[child] * 2 >= weights.text[child]:
                elements[child].out = _LINKS
        if column or elements[best].name not in _CONTAINERS or weights.solid(best) * 2 < weights.solid(here):
            return
        here = best


# -- the list of what is left out ------------------------------------------------------------------


def _left_out(page: Page) -> Iterator[LeftOut]:
    """What is left out, by name: how often, and how many characters, white space aside."""
    counts: dict[str, tuple[int, int]] = dict(page.tally)
    for element in page.elements[1:]:
        above = page.elements[element.parent].out
        times, characters = counts.get(above or element.out, (0, 0))
        if above or element.out:
            counts[above or element.out] = (times + (not above), characters + element.text)
        element.out = above or element.out
    muted = sum(element.text for element in page.elements if element.muted)
    if muted:
        times, characters = counts.get(_OUTSIDE, (0, 0))
        counts[_OUTSIDE] = (times, characters + muted)
    for name, (times, characters) in counts.items():
        yield LeftOut(name, times, characters)
