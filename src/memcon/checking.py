"""Many files checked: by several processes, and only those of which it is not known already what is found in them.

What checks is loaded when there is something to check.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, overload

from memcon.batch import Task, chunks, run
from memcon.diagnostics import Diagnostic, Location, in_order
from memcon.remembering import (
    Checked,
    Document,
    Kept,
    Read,
    looked_up,
    read_again,
    read_document,
    remember,
    scope,
    written,
)
from memcon.resources import Noted, Outside
from memcon.rules import rule
from memcon.spilling import Texts

if TYPE_CHECKING:
    from memcon.caching import Cache
    from memcon.validation.jing import Jing

__all__ = [
    "AllLinked", "Check", "Checked", "Document", "Linked", "check", "check_all", "check_between", "check_by_jing",
    "check_by_schema", "compiled", "scope",
]  # fmt: skip

_FOR_JING = 1000  # files that one Java machine is given

Check = Callable[[Sequence[Document]], Sequence[Checked]]
"""From some documents, which are in memory together, to what is found in each."""


class Linked(NamedTuple):
    """What a file says of others, packed, and the key that stands for all of the file, where there is one."""

    path: str
    links: str
    key: bytes = b""


class AllLinked(Sequence[Linked]):
    """What many files say of others: like a list, but of each only the path is in memory."""

    def __init__(self) -> None:
        self._paths: list[str] = []
        self._texts = Texts()

    def append(self, linked: Linked) -> None:
        """Add what one file says."""
        self._paths.append(linked.path)
        self._texts.append(f"{linked.key.hex()}\n{linked.links}")

    def __len__(self) -> int:
        return len(self._paths)

    @overload
    def __getitem__(self, at: int) -> Linked: ...
    @overload
    def __getitem__(self, at: slice) -> list[Linked]: ...
    def __getitem__(self, at: int | slice) -> Linked | list[Linked]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        key, _, links = self._texts[at].partition("\n")
        return Linked(self._paths[at], links, bytes.fromhex(key))


def check(documents: Sequence[Document]) -> tuple[Checked, ...]:
    """Check documents, each by itself: schema, Schematron, house rules; and see what it says of others."""
    from memcon.validation import validate_all
    from memcon.validation.links import packed

    with _no_search_for_garbage():
        found = validate_all((each.data, each.path) for each in documents)
    return tuple(
        Checked(each.path, diagnostics, packed(links) if links is not None else None, each.key)
        for each, (diagnostics, links) in zip(documents, found, strict=True)
    )


@contextmanager
def _no_search_for_garbage() -> Iterator[None]:
    """What is made of files while they are checked goes when nobody holds it any more; to look for rings
    in it, of which there are none, takes a fiftieth of the time."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


def compiled() -> None:
    """Load and compile what `check` needs: processes that are forked later share it."""
    from memcon.validation import compile_schemas

    compile_schemas()


def check_by_schema(schema: str, documents: Sequence[Document]) -> tuple[Checked, ...]:
    """Check documents against the schema at a path, and nothing else."""
    from memcon.validation.foreign import check_against

    return tuple(Checked(each.path, check_against(schema, each.data, each.path), key=each.key) for each in documents)


def _check_house(document: Document) -> Checked:
    """What the house rules alone say of a document, and what it says of others."""
    from memcon.tei.parsing import parse_tei
    from memcon.validation import house_findings
    from memcon.validation.links import links_of, packed

    tree = parse_tei(document.data, document.path).value
    if tree is None:
        return Checked(document.path, ())
    found = house_findings(tree, document.data, document.path)
    return Checked(document.path, found, packed(links_of(tree, document.path)))


def check_by_jing(jing: Jing, paths: Iterable[str], read: Read) -> Iterator[Checked]:
    """What is found in each file, in order, where Jing takes the place of our engine. House rules run where Jing checks
    memcon's own schema. Raises JingError."""
    remaining = iter(paths)
    while some := list(islice(remaining, _FOR_JING)):
        outcomes = [read_document(path, read) for path in some]
        documents = [each for each in outcomes if isinstance(each, Document)]
        said = iter(jing.check([(each.path, each.data) for each in documents]))
        for each in outcomes:
            if isinstance(each, Checked):
                yield each
                continue
            house = Checked(each.path, ()) if jing.schema else _check_house(each)
            yield replace(house, diagnostics=in_order((*next(said), *house.diagnostics)))


def check_all(
    paths: Iterable[str],
    read: Read,
    *,
    checked: Check = check,
    prepare: Callable[[], object] = lambda: None,
    jobs: int = 1,
    cache: Cache | None = None,
    together: int = 1,
) -> Iterator[Checked]:
    """What is found in each file, in order. MC105 stands for one that `read` cannot read (it raises OSError), MC408
    for one that ended the process that checked it. `together` is how many files are looked up and checked at a time:
    several take less time than one after the other, and the first of them is told when all are done."""
    remaining = chunks(paths, _size, together)
    ahead: deque[Checked | None] = deque()  # what is known, in the order of the files; None for what is checked now
    unknown: deque[Document] = deque()

    def look_ahead() -> bool:
        some = next(remaining, ())
        for each in looked_up(some, read, cache):
            if isinstance(each, Document):
                unknown.append(each)
            ahead.append(None if isinstance(each, Document) else each)
        return bool(some)

    def documents() -> Iterator[Document]:
        while unknown or look_ahead():
            if unknown:
                yield unknown.popleft()

    made = run(Task(checked, _lost, lambda document: len(document.data), prepare, together), documents(), jobs)
    while ahead or look_ahead():
        known = ahead.popleft()
        if known is None:
            known = next(made)
            if cache is not None:
                remember(known, cache)
        yield known


def _size(path: str) -> int:
    """How many bytes a file has; none where that is not told."""
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):
        return 0


def check_between(files: Sequence[Linked], cache: Cache | None) -> Iterator[Diagnostic]:
    """What is found between files. Where all are as they were, and so is what else was looked at then, it is known."""
    settled = Kept(cache) if cache is not None else None
    if cache is None or not all(each.key for each in files):
        yield from _between(files, settled, Outside())
        return
    name = sha256()
    for each in files:
        name.update(sha256(each.path.encode("utf-8", "surrogateescape") + each.key).digest())
    key = cache.key("between", name.digest())
    known = _known_between(cache.get(key))
    if known is not None:
        yield from known
        return
    outside = Noted()
    found = tuple(_between(files, settled, outside))
    yield from found
    cache.put(key, f"{written(found)}\n{outside.seen()}")


def _known_between(text: str | None) -> tuple[Diagnostic, ...] | None:
    found, _, seen = (text or "").partition("\n")
    try:
        return read_again(found) if found and Noted.is_as(seen) else None
    except ValueError:
        return None


def _between(files: Sequence[Linked], settled: Kept | None, outside: Outside) -> Iterator[Diagnostic]:
    from memcon.validation.links import check_packed

    return check_packed(files, settled, outside, _made_again)


def _made_again(outside: Outside, transcript: str, target: str, file: str) -> Sequence[bytes]:
    from memcon.remaking import remake  # the converter is wanted where a file was edited

    return remake(outside, transcript, target, file)


def _lost(document: Document) -> Checked:
    found = Diagnostic(rule("MC408"), "the process that checked this file ended", Location(document.path))
    return Checked(document.path, (found,))
