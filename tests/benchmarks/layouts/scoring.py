"""The figures of the reference scorer for one conversion, and what exactly was missed."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

from lxml import etree

from benchmarks.layouts.memoranda import Gold
from memcon.conversion import Document, convert
from memcon.tei.names import tei

Counts = dict[str, tuple[int, ...]]

F1 = ("turns", "redactions", "footnotes", "page_breaks", "participants")


@dataclass(frozen=True)
class Miss:
    """One thing that was not found, or found and not there."""

    document: str
    metric: str
    expected: str
    got: str

    def __str__(self) -> str:
        return f"{self.document:<24} {self.metric:<13} expected {self.expected!r:<60} got {self.got!r}"


def scorer(path: Path) -> ModuleType:
    """The reference scorer, which is a script beside its data."""
    spec = importlib.util.spec_from_file_location("reference_scorer", path)
    if spec is None or spec.loader is None:
        raise ImportError(str(path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scored(
    module: ModuleType, data: bytes, name: str, gold: Gold, furniture: frozenset[str]
) -> tuple[Counts, tuple[Miss, ...]]:
    """The counts of a conversion, and its misses. More than one document, or none, counts as nothing found."""
    documents = converted(data, name)
    xml = _read(documents[0].data, furniture) if len(documents) == 1 else None
    counts = dict(module.score_doc(gold, BytesIO(xml) if xml else None))
    counts["documents"] = (int(xml is not None), 1)
    if xml is None:
        return counts, (Miss(gold["id"], "documents", "1", str(len(documents))),)
    return counts, tuple(_misses(module, module.Sys(BytesIO(xml)), gold))


def converted(data: bytes, name: str) -> tuple[Document, ...]:
    """The documents of a transcript; where it is refused for its encoding, as its reader would, by the hint."""
    outcome = convert(data, name)
    hints = (re.search(r"--encoding ([\w-]+)", d.hint or "") for d in outcome.diagnostics if not outcome.value)
    hint = next(filter(None, hints), None)
    if hint is not None:
        outcome = convert(data, name, encoding=hint[1])
    return outcome.value or ()


def total(counts: Iterable[Mapping[str, tuple[int, ...]]]) -> dict[str, float]:
    """Shares and F1 figures over many documents."""
    sums: dict[str, list[int]] = {}
    for count in counts:
        for metric, values in count.items():
            sums[metric] = [a + b for a, b in zip(sums.get(metric, [0] * len(values)), values, strict=True)]
    return {metric: _figure(metric, values) for metric, values in sums.items() if values[1] or values[-1]}


def _figure(metric: str, values: list[int]) -> float:
    if metric not in F1:
        return values[0] / values[1] if values[1] else 0.0
    return 2 * values[0] / (values[1] + values[2])


def _read(data: bytes, furniture: frozenset[str]) -> bytes:
    """As it is read: divided words joined, and without the furniture that the layout has put on the page."""
    root = etree.fromstring(data)
    for weak in [e for e in root.iter(tei("pc")) if e.get("force") == "weak"]:
        following = weak.getnext()
        if following is not None and following.tag == tei("lb") and not (weak.tail or "").strip():
            weak.tail = None
            following.tail = (following.tail or "").lstrip()
            _drop(following)
            _drop(weak)
    for element in list(root.iter(tei("fw"))):
        if " ".join("".join(element.itertext()).split()) in furniture:
            _drop(element)
    return bytes(etree.tostring(root))


def _drop(element: Any) -> None:
    """Without an element, with the text that follows it."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


# what was missed


def _misses(module: ModuleType, found: Any, gold: Gold) -> Iterator[Miss]:
    yield from _turns(module, found, gold)
    yield from _facts(module, found, gold)
    yield from _people(module, found, gold)
    yield from _notes(module, found, gold)
    yield from _words(module, found, gold)


def _turns(module: ModuleType, found: Any, gold: Gold) -> Iterator[Miss]:
    """Turns by their opening words; then the speakers of those found, and who they are."""
    wanted = gold["turns"]
    have = found.turns()
    keys = [" ".join(module.turn_key(module.MARK.sub(" ", t["text"]))[0][:4]) for t in wanted]
    heard = [" ".join(module.turn_key(t["text"])[0][:4]) for t in have]
    identity: dict[str, Counter[str]] = {}
    for what, a, b, c, d in SequenceMatcher(None, keys, heard, autojunk=False).get_opcodes():
        same = what == "equal" or (b - a == d - c and all(map(_open, keys[a:b], heard[c:d])))
        for g, y in zip(wanted[a:b], have[c:d], strict=True) if same else ():
            if not module.same_speaker(g, y, gold["date"]):
                yield Miss(gold["id"], "speaker", g["label"], f"{y['label']} = {y['res']}")
            if g["person"]:
                identity.setdefault(g["person"], Counter())[f"{y['who'] or 'nobody'} ({y['label']})"] += 1
        for g in () if same else wanted[a:b]:
            yield Miss(gold["id"], "turns", f"{g['printed']}: {g['text'][:40]}", "no turn")
        for y in () if same else have[c:d]:
            yield Miss(gold["id"], "turns", "no turn", f"{y['label']} {y['text'][:40]}")
    for person, heard_as in identity.items():
        if len({who.split()[0] for who in heard_as}) > 1 or any(who.startswith("nobody") for who in heard_as):
            yield Miss(gold["id"], "who", person, ", ".join(f"{who} x{n}" for who, n in heard_as.most_common()))


def _open(wanted: str, heard: str) -> bool:
    """Whether a turn opens with all the words of the one that is wanted, which may have fewer."""
    return bool(wanted) and heard.startswith(wanted)


def _facts(module: ModuleType, found: Any, gold: Gold) -> Iterator[Miss]:
    dates = found.dates()
    if not dates or dates[0][:10] != gold["date"]:
        yield Miss(gold["id"], "date", gold["date"], ", ".join(dates[:3]))
    timed = [d for d in dates if "T" in d or len(d) <= 8]
    if gold["time_from"] and not any(gold["time_from"] in d[:16] for d in timed):
        yield Miss(gold["id"], "time_start", gold["time_from"], ", ".join(dates[:3]))
    elements = [e for e in found.root.iter() if isinstance(e.tag, str)]
    titles = [
        module.text_of(e) for e in elements if module.ln(e) == "title" and module.ln(e.getparent()) == "titleStmt"
    ]
    titles += [module.clean(module.text_of(e)) for e in found.text.iter() if module.ln(e) == "head"][:1]
    if not {module.key(t) for t in titles} & {module.key(gold["head"]), module.key(gold["title"])}:
        yield Miss(gold["id"], "title", gold["head"], " | ".join(titles))
    names = ("placeName", "settlement", "origPlace", "locale", "pubPlace", "name")
    places = [module.text_of(e) for e in elements if module.ln(e) in names]
    for place in gold["place"] or ():
        if not any(module.key(place) in module.key(p) for p in places):
            yield Miss(gold["id"], "place", place, " | ".join(places))


def _people(module: ModuleType, found: Any, gold: Gold) -> Iterator[Miss]:
    """Participants by the last word of their names."""
    if not any(p["marked"] for p in gold["participants"]):
        return
    people = found.people()
    words = [set(module.toks(person)) for person in people]
    known: set[str] = set()
    for participant in gold["participants"]:
        last = module.toks(participant["surname"]) or module.toks(participant["name"])[-1:]
        known |= {*last, *module.toks(participant["name"])[-1:], *module.toks(participant["printed"])}
        if participant["marked"] and not any(set(last) & w for w in words):
            yield Miss(gold["id"], "participants", participant["printed"], "nobody")
    spoke = {token for t in gold["turns"] for token in module.toks(t["surname"] or t["label"])[-1:]}
    for person, tokens in zip(people, words, strict=True):
        if not tokens & (known | spoke):
            yield Miss(gold["id"], "participants", "nobody", person)


def _notes(module: ModuleType, found: Any, gold: Gold) -> Iterator[Miss]:
    elements = found.notes + [e for e in found.srcs if e not in found.notes]
    texts = [module.key(module.clean(module.text_of(e))) for e in elements]
    for note in gold["notes"]:
        wanted = module.key(module.REDACT.sub(" " + module.RED + " ", note["text"]))
        if not any(text == wanted or text.endswith(wanted) for text in texts) and not any(
            text.removeprefix("source ") == wanted.removeprefix("source ") for text in texts
        ):
            near = next((t for t in texts if t[:20] == wanted[:20]), "")
            yield Miss(gold["id"], "footnotes", f"[{note['n']}] {note['text'][:50]}", near[-60:])
    gaps = sum(module.is_red(e) for e in found.text.iter() if isinstance(e.tag, str))
    if gaps != len(gold["redactions"]):
        yield Miss(gold["id"], "redactions", str(len(gold["redactions"])), str(gaps))


def _words(module: ModuleType, found: Any, gold: Gold) -> Iterator[Miss]:
    """Words of the body that are not in the text of the TEI in their order, and words that are there besides."""
    wanted = [
        w
        for _, text, front in gold["body_stream"]
        if not front
        for w, o in module.stream(module.MARK.sub(" ", text))
        if not o
    ]
    everything = [
        w for label, text, _ in gold["body_stream"] for w, _ in module.stream(label + " " + module.MARK.sub(" ", text))
    ]
    have = [w for text in found.body for w, _ in module.stream(text)]
    lost, added = Counter(wanted) - Counter(have), Counter(have) - Counter(everything)
    if lost:
        yield Miss(gold["id"], "words", " ".join(lost.elements())[:80], "")
    if added:
        yield Miss(gold["id"], "words", "", " ".join(added.elements())[:80])
