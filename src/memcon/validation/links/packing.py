"""What files say of others, packed: a tenth of the memory, quickly sent and kept, and opened where it is asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from memcon.interchange import Codec
from memcon.resources import read_linked
from memcon.tei.parsing import parse_tei
from memcon.validation.links.facts import Brief, FileLinks
from memcon.validation.links.gathering import links_of
from memcon.validation.links.paths import normal


def _joined(names: frozenset[str]) -> str:
    """Ids in one string, which is packed and opened much quicker than many. To one that holds white space, as no id
    may, nothing can point: it is left out."""
    joined = " ".join(sorted(names))
    return joined if len(joined.split()) == len(names) else " ".join(sorted(n for n in names if n.split() == [n]))


def _divided(names: object) -> frozenset[str]:
    if not isinstance(names, str):
        raise ValueError("str expected")
    return frozenset(names.split())


_BRIEF: Codec[Brief] = Codec(Brief)
_CODEC: Codec[FileLinks] = Codec(FileLinks, {frozenset[str]: (_joined, _divided)})
_OPEN = 64  # files whose links are open at a time

Packed = tuple[str, str, bytes]
"""The path of a file, its packed links, and the key that stands for all of it."""


def packed(links: FileLinks) -> str:
    """The links of a file as JSON in one line: what is asked first, then all; its path is left out, for it may lie
    elsewhere the next time."""
    return f"{_BRIEF.dumps(links.brief)}[{_CODEC.dumps(links)[len('[') + len(json.dumps(links.path)) :]}"


def unpacked(text: str, path: str) -> FileLinks:
    """The links that were `packed`, of the file at this path; ValueError where the text is something else."""
    _, end = _BRIEF.first(text)
    return _CODEC.loads(f"[{json.dumps(path)}{text[end + len('[') :]}")


def brief_of(text: str) -> Brief:
    """What is asked first, of links that were `packed`; ValueError where the text is something else."""
    return _BRIEF.first(text)[0]


def _gathered_again(path: str) -> FileLinks:
    try:
        tree = parse_tei(read_linked(path), path).value
    except OSError:
        tree = None
    return links_of(tree, path) if tree is not None else FileLinks(path, frozenset(), (), None)


class Unpacked(Mapping[str, FileLinks]):
    """Links by the normal paths of their files, each opened when it is asked for; the last ones stay open."""

    def __init__(self, files: Sequence[Packed]) -> None:
        self._files = files
        self._numbers = {normal(path): number for number, (path, *_) in enumerate(files)}
        self._opened = lru_cache(maxsize=_OPEN)(self._open)

    def _open(self, number: int) -> FileLinks:
        path, text, _ = self._files[number]
        try:
            return unpacked(text, path)
        except ValueError:  # somebody was at the cache: then the file says it again
            return _gathered_again(path)

    def briefs(self) -> Iterator[tuple[str, Brief]]:
        """What is asked of each file first, by the normal paths."""
        for key, number in self._numbers.items():
            path, text, _ = self._files[number]
            try:
                yield key, brief_of(text)
            except ValueError:
                yield key, _gathered_again(path).brief

    def __getitem__(self, key: str) -> FileLinks:
        return self._opened(self._numbers[key])

    def __contains__(self, key: object) -> bool:
        return key in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
