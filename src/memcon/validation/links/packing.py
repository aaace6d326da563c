"""What files say of others, packed: a tenth of the memory, quickly sent and kept, and opened where it is asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache

from memcon.interchange import Codec
from memcon.resources import read_linked
from memcon.tei.parsing import parse_tei
from memcon.validation.links.facts import FileLinks
from memcon.validation.links.gathering import links_of

_CODEC: Codec[FileLinks] = Codec(FileLinks)
_OPEN = 1000  # files whose links are open at a time


def packed(links: FileLinks) -> str:
    """The links of a file as JSON in one line; its path is left out, for it may lie elsewhere the next time."""
    return "[" + _CODEC.dumps(links)[len("[") + len(json.dumps(links.path)) :]


def unpacked(text: str, path: str) -> FileLinks:
    """The links that were `packed`, of the file at this path; ValueError where the text is something else."""
    return _CODEC.loads(f"[{json.dumps(path)}{text[1:]}")


def _gathered_again(path: str) -> FileLinks:
    try:
        tree = parse_tei(read_linked(path), path).value
    except OSError:
        tree = None
    return links_of(tree, path) if tree is not None else FileLinks(path, frozenset(), (), None)


class Unpacked(Mapping[str, FileLinks]):
    """Links by the normal paths of their files, each opened when it is asked for; the last ones stay open."""

    def __init__(self, texts: Mapping[str, tuple[str, str]]) -> None:
        """`texts` are the path as it is told and the packed links, by normal paths."""
        self._texts = texts
        self._opened = lru_cache(maxsize=_OPEN)(self._open)

    def _open(self, key: str) -> FileLinks:
        path, text = self._texts[key]
        try:
            return unpacked(text, path)
        except ValueError:  # somebody was at the cache: then the file says it again
            return _gathered_again(path)

    def __getitem__(self, key: str) -> FileLinks:
        return self._opened(key)

    def __contains__(self, key: object) -> bool:
        return key in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)
