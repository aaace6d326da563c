"""Every regular expression of memcon, how it is called, and strings that make it work as hard as it can.

What is compiled in the modules is found in their names; what is given to `re.search` and its like, in their source.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import memcon

sre: Any = importlib.import_module("re._constants")
_parser: Any = importlib.import_module("re._parser")
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")
_FROM_EACH_PLACE = frozenset({"search", "finditer", "findall", "sub", "split"})


@dataclass(frozen=True)
class Used:
    """A pattern, where it stands, and whether it is tried from every place of a text."""

    where: str
    pattern: re.Pattern[str] | re.Pattern[bytes]
    everywhere: bool


def modules() -> Iterator[ModuleType]:
    """All modules of memcon."""
    for found in pkgutil.walk_packages(memcon.__path__, "memcon."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def used() -> tuple[Used, ...]:
    """All patterns, each once."""
    sources = {module: Path(module.__file__ or "").read_text("utf-8") for module in modules()}
    found: dict[tuple[object, int], Used] = {}
    for module, source in sources.items():
        for each in chain(_compiled(module, source, sources), _inline(module, source)):
            found.setdefault((each.pattern.pattern, each.pattern.flags), each)
    return tuple(found.values())


def _compiled(module: ModuleType, source: str, sources: dict[ModuleType, str]) -> Iterator[Used]:
    for name, value in vars(module).items():
        for number, pattern in enumerate(_patterns(value)):
            if name.startswith("_") and name not in source:
                continue
            texts = [source] if name.startswith("_") else sources.values()
            called = _called(name, texts) or _called("pattern", texts)  # handed to a function, or one of several
            where = f"{module.__name__}.{name}" + (f"[{number}]" if not isinstance(value, re.Pattern) else "")
            yield Used(where, pattern, not called or bool(called & _FROM_EACH_PLACE))


def _called(name: str, texts: Iterable[str]) -> set[str]:
    """The methods that are called on a name."""
    return {call[1] for text in texts for call in re.finditer(rf"\b{name}\.(\w+)\(", text)} & set(_METHODS)


def _patterns(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable(map(_patterns, value.values()))
    elif isinstance(value, tuple | list):
        yield from chain.from_iterable(map(_patterns, value))


def _inline(module: ModuleType, source: str) -> Iterator[Used]:
    """What stands in calls of `re`, where it can be worked out from the names of the module."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("re.") and call.args:
            method = ast.unparse(call.func)[3:]
            if method not in _METHODS:
                continue
            try:
                pattern = eval(compile(ast.Expression(call.args[0]), "", "eval"), vars(module))  # our own source
            except NameError:
                continue  # put together from a document's words: those begin with it, and are searched for as fast
            flags = re.I if "re.I" in ast.unparse(call) else re.NOFLAG
            where = f"{module.__name__}:{call.lineno}"
            yield Used(where, re.compile(pattern, flags), method in _FROM_EACH_PLACE)


# -- strings ---------------------------------------------------------------------------------------

_SAMPLES = {sre.CATEGORY_DIGIT: "1", sre.CATEGORY_SPACE: " \n", sre.CATEGORY_WORD: "aA", sre.CATEGORY_NOT_WORD: "-",
            sre.CATEGORY_NOT_SPACE: "a", sre.CATEGORY_NOT_DIGIT: "a"}  # fmt: skip
_CLASSES = {sre.CATEGORY_DIGIT: r"\d", sre.CATEGORY_SPACE: r"\s", sre.CATEGORY_WORD: r"\w",
            sre.CATEGORY_NOT_WORD: r"\W", sre.CATEGORY_NOT_SPACE: r"\S", sre.CATEGORY_NOT_DIGIT: r"\D"}  # fmt: skip
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
_ALWAYS = "aA1 .,\n"


def alphabet(pattern: re.Pattern[Any]) -> str:
    """One or two characters of each class and each literal that the pattern mentions."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    found = dict.fromkeys(_ALWAYS)
    for kind, value in _nodes(_parser.parse(source, pattern.flags & ~re.UNICODE)):
        if kind in (sre.LITERAL, sre.NOT_LITERAL):
            found[chr(value)] = None
        elif kind is sre.RANGE:
            found[chr(value[0])] = None
        elif kind is sre.CATEGORY:
            found.update(dict.fromkeys(_SAMPLES[value]))
    return "".join(found)


def _nodes(tree: Any) -> Iterator[tuple[Any, Any]]:
    for kind, value in tree:
        yield kind, value
        if kind is sre.IN:
            yield from value
        else:
            for part in _parts(value):
                yield from _nodes(part)


def _parts(value: Any) -> Iterator[Any]:
    if isinstance(value, _parser.SubPattern):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _parts(each)


def example(pattern: re.Pattern[Any]) -> str:
    """A string that the pattern matches, or nearly: each part as short as it may be, but once at least."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    return _example(_parser.parse(source, pattern.flags & ~re.UNICODE))


def _example(tree: Any) -> str:
    made = ""
    for kind, value in tree:
        if kind is sre.LITERAL:
            made += chr(value)
        elif kind is sre.IN:
            made += _member(value)
        elif kind is sre.ANY or kind is sre.NOT_LITERAL:
            made += "a"
        elif kind is sre.BRANCH:
            made += _example(value[1][0])
        elif kind in _REPEATS:
            made += _example(value[2]) * max(value[0], 1)
        elif kind in (sre.ASSERT, sre.ASSERT_NOT, sre.AT, sre.GROUPREF):
            continue
        else:
            made += "".join(_example(part) for part in _parts(value))
    return made


def _member(of: Any) -> str:
    if of[0][0] is sre.NEGATE:
        return next((letter for letter in _ALWAYS if not any(_holds(each, letter) for each in of[1:])), "-")
    kind, value = of[0]
    return chr(value) if kind is sre.LITERAL else chr(value[0]) if kind is sre.RANGE else _SAMPLES[value][0]


def _holds(member: Any, letter: str) -> bool:
    """Whether a member of a set of characters is or has this one."""
    kind, value = member
    if kind is sre.LITERAL:
        return bool(letter == chr(value))
    if kind is sre.RANGE:
        return bool(value[0] <= ord(letter) <= value[1])
    return re.match(_CLASSES[value], letter) is not None


def units(pattern: re.Pattern[Any], most: int) -> Iterator[tuple[str, str]]:
    """Prefixes, and what is repeated behind them: each character, each two, and all but the end of an example."""
    whole = example(pattern)
    letters = alphabet(pattern)[:most]
    pairs = [a + b for a in letters for b in letters if a != b]
    starts = ("", whole[:1], whole[: len(whole) // 2], whole)
    for unit in (*letters, *pairs, whole, whole[:-1], whole + " ", whole + "\n"):
        for start in dict.fromkeys(starts):
            if unit and not (len(unit) == 2 and start not in ("", whole)):
                yield start, unit


# -- time ------------------------------------------------------------------------------------------

_LETTERS = 14  # of the alphabet
_FIRST, _SLOW_FIRST = 4_000, 0.004  # characters; seconds that make a pattern worth a second look
_SIZES = (5_000, 10_000, 20_000, 40_000)
_FACTOR, _SLOW = 3.0, 0.05  # by which time grows where the length doubles; seconds that are measurable
_LIMIT = 5.0  # seconds for one call


class _TooLongError(Exception):
    pass


def growth(patterns: Iterable[Used]) -> tuple[str, ...]:
    """The patterns whose time grows faster than the text: by three at two doublings in a row, or past all limits."""
    before = signal.signal(signal.SIGALRM, _interrupt)
    try:
        return tuple(found for each in patterns if (found := _grows(each)))
    finally:
        signal.signal(signal.SIGALRM, before)


def _grows(each: Used) -> str:
    for start, unit in units(each.pattern, _LETTERS):
        if _seconds(each, start, unit, _FIRST) < _SLOW_FIRST:
            continue
        times = []
        for size in _SIZES:
            times.append(_seconds(each, start, unit, size))
            if times[-1] >= _LIMIT or (_steep(times) and _steep(_again(each, start, unit))):
                shown = ", ".join(f"{seconds:.3f}" for seconds in times)
                return f"{each.where} {each.pattern.pattern!r} on {start!r} and many {unit!r}: {shown} s"
    return ""


def _steep(times: list[float]) -> bool:
    """Whether the last time is worth a word, and grew by too much twice in a row."""
    return len(times) > 2 and times[-1] > _SLOW and all(b > _FACTOR * a for a, b in pairwise(times[-3:]))


def _again(each: Used, start: str, unit: str) -> list[float]:
    """The best of three for the three longest texts: a machine that was busy is no fault of the pattern."""
    return [min(_seconds(each, start, unit, size) for _ in range(3)) for size in _SIZES[-3:]]


def _seconds(each: Used, start: str, unit: str, size: int) -> float:
    """How long the pattern takes over so many characters that end in what fits nothing."""
    text: Any = start + unit * (size // len(unit)) + "\0"
    if isinstance(each.pattern.pattern, bytes):
        text = text.encode("latin-1", "replace")
    begun = time.process_time()
    signal.setitimer(signal.ITIMER_REAL, _LIMIT)
    try:
        if each.everywhere:
            for _ in each.pattern.finditer(text):
                pass
        else:
            each.pattern.match(text)
            each.pattern.fullmatch(text)
    except _TooLongError:
        return _LIMIT
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return time.process_time() - begun


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise _TooLongError
