"""Many files checked: by several processes, and only those of which it is not known already what is found in them."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import islice
from pathlib import PurePath

from lxml import etree

from memcon.batch import Task, run
from memcon.caching import Cache
from memcon.diagnostics import Diagnostic, Location, Rule, in_order
from memcon.interchange import Codec
from memcon.resources import reason, schema_file
from memcon.rules import RULES, rule
from memcon.tei.parsing import parse_tei
from memcon.validation import house_findings, validate_all
from memcon.validation.foreign import check_against
from memcon.validation.jing import Jing
from memcon.validation.links import FileLinks, links_of
from memcon.version import VERSION

_HERE = '"\\u0000"'  # stands for the path of the file: an entry is found wherever the file lies
_FOR_JING = 1000  # files that one Java machine is given
_ROOMS = ("validation", "rules", "tei", "converters")


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one file, and what it says of others (nothing where it could not be parsed)."""

    path: str
    diagnostics: tuple[Diagnostic, ...]
    links: FileLinks | None = None


Check = Callable[[Sequence[Document]], Sequence[Checked]]
"""From some documents, which are in memory together, to what is found in each."""

Read = Callable[[str], bytes]

_CODEC: Codec[Checked] = Codec(Checked, {Rule: (lambda each: each.code, lambda code: RULES[code])})


def check(documents: Sequence[Document]) -> tuple[Checked, ...]:
    """Check documents, each by itself: schema, Schematron, house rules; and see what it says of others."""
    found = validate_all((each.data, each.path) for each in documents)
    return tuple(Checked(each.path, *what) for each, what in zip(documents, found, strict=True))


def check_by_schema(schema: str, documents: Sequence[Document]) -> tuple[Checked, ...]:
    """Check documents against the schema at a path, and nothing else."""
    return tuple(Checked(each.path, check_against(schema, each.data, each.path)) for each in documents)


def check_house(document: Document) -> Checked:
    """What the house rules alone say of a document, and what it says of others."""
    tree = parse_tei(document.data, document.path).value
    if tree is None:
        return Checked(document.path, ())
    found = house_findings(tree, document.data, document.path)
    return Checked(document.path, found, links_of(tree, document.path))


def check_by_jing(jing: Jing, paths: Iterable[str], read: Read) -> Iterator[Checked]:
    """What is found in each file, in order, where Jing takes the place of our engine. House rules run where Jing checks
    memcon's own schema. Raises JingError."""
    remaining = iter(paths)
    while some := list(islice(remaining, _FOR_JING)):
        outcomes = [_read(path, read) for path in some]
        documents = [each for each in outcomes if isinstance(each, Document)]
        said = iter(jing.check([(each.path, each.data) for each in documents]))
        for each in outcomes:
            if isinstance(each, Checked):
                yield each
                continue
            house = Checked(each.path, ()) if jing.schema else check_house(each)
            yield replace(house, diagnostics=in_order((*next(said), *house.diagnostics)))


def _read(path: str, read: Read) -> Document | Checked:
    """A file; or MC105 where it cannot be read."""
    try:
        return Document(path, read(path))
    except OSError as error:
        return Checked(path, (Diagnostic(rule("MC105"), f"cannot be read: {reason(error)}", Location(path)),))


def check_all(
    paths: Iterable[str],
    read: Read,
    *,
    checked: Check = check,
    prepare: Callable[[], object] = lambda: None,
    jobs: int = 1,
    cache: Cache | None = None,
) -> Iterator[Checked]:
    """What is found in each file, in order. MC105 stands for one that `read` cannot read (it raises OSError), MC408
    for one that ended the process that checked it."""
    known: deque[Checked | None] = deque()  # in the order of the files; None for one that is checked now
    keys: deque[bytes] = deque()

    def unknown() -> Iterator[Document]:
        for path in paths:
            found = _known(path, read, cache)
            if isinstance(found, Checked):
                known.append(found)
                continue
            document, key = found
            known.append(None)
            keys.append(key)
            yield document

    task = Task(checked, _lost, lambda document: len(document.data), prepare)
    for made in run(task, unknown(), jobs):
        while (first := known.popleft()) is not None:
            yield first
        key = keys.popleft()
        if cache is not None and key and not any(each.rule.code == "MC408" for each in made.diagnostics):
            cache.put(key, _CODEC.dumps(made).replace(json.dumps(made.path), _HERE))
        yield made
    yield from (first for first in known if first is not None)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept in a cache of links between files in which nothing was found."""

    cache: Cache

    def __contains__(self, key: bytes) -> bool:
        return self.cache.get(self.cache.key("", key)) is not None

    def add(self, key: bytes) -> None:
        """Keep that nothing was found."""
        self.cache.put(self.cache.key("", key), "")


def _known(path: str, read: Read, cache: Cache | None) -> Checked | tuple[Document, bytes]:
    """What is known of a file; or the file, and the key under which to keep what will be known."""
    if cache is None or path == "-":
        document = _read(path, read)
        return document if isinstance(document, Checked) else (document, b"")
    name = PurePath(path).name
    try:
        if (digest := cache.digest(path)) is not None and (found := _kept(cache, cache.key(name, digest), path)):
            return found
        data, digest = cache.read(path, read)
    except OSError as error:
        return Checked(path, (Diagnostic(rule("MC105"), f"cannot be read: {reason(error)}", Location(path)),))
    key = cache.key(name, digest)
    return _kept(cache, key, path) or (Document(path, data), key)


def _kept(cache: Cache, key: bytes, path: str) -> Checked | None:
    text = cache.get(key)
    if text is None:
        return None
    try:
        return _CODEC.loads(text.replace(_HERE, json.dumps(path)))
    except ValueError:
        return None


def _lost(document: Document) -> Checked:
    found = Diagnostic(rule("MC408"), "the process that checked this file ended", Location(document.path))
    return Checked(document.path, (found,))


def scope(schema: bytes = b"") -> bytes:
    """All that findings depend on besides the file: this version of memcon and of lxml, the rules, the schemas, and
    the `schema` of one's own."""
    parts = [VERSION.encode(), repr((etree.LXML_VERSION, etree.LIBXML_COMPILED_VERSION)).encode()]
    parts += [repr(tuple(RULES.values())).encode(), schema]
    parts += [schema_file(name).read_bytes() for name in ("memcon.xsd", "xml.xsd", "memcon.sch")]
    parts += [module.read_bytes() for room in _ROOMS for module in _modules(files("memcon") / room)]
    return sha256(b"".join(sha256(part).digest() for part in parts)).digest()


def _modules(folder: Traversable) -> Iterator[Traversable]:
    """The code of a room: while it is worked on, it changes without a new version."""
    for each in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if each.is_dir():
            yield from _modules(each)
        elif each.name.endswith(".py"):
            yield each
