"""The baseline: findings that were there before, written down so that only new ones count."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence

from memcon.diagnostics import Diagnostic
from memcon.findings.fingerprints import fingerprinted
from memcon.findings.settled import Known

_VERSION = 1
_KEYS = ("path", "code", "message", "fingerprint")


def known(found: Iterable[Diagnostic], name: Callable[[str], str]) -> tuple[tuple[Diagnostic, Known], ...]:
    """Each finding with what a baseline says of it; `name` makes of its path the one in the baseline."""
    return tuple(
        (each, Known(name(each.location.path), each.rule.code, each.message, fingerprint))
        for each, fingerprint in fingerprinted(found)
    )


def divided(
    found: Sequence[tuple[Diagnostic, Known]], baseline: Iterable[Known], looked_for: Callable[[Known], bool]
) -> tuple[tuple[Diagnostic, ...], tuple[Known, ...], tuple[Known, ...]]:
    """The new findings; what is gone of the baseline; what the baseline is to be from now on. `looked_for` tells
    whether this run would have met an entry that is still so; an entry that it would not have is kept."""
    before = {_key(each): each for each in baseline}
    now = {_key(each): each for _, each in found}
    new = tuple(each for each, entry in found if _key(entry) not in before)
    gone = tuple(each for key, each in before.items() if key not in now and looked_for(each))
    kept = [each for key, each in before.items() if key not in now and not looked_for(each)]
    return new, gone, tuple(sorted((*kept, *now.values()), key=_order))


def _key(entry: Known) -> tuple[str, str]:
    return entry.path, entry.fingerprint


def _order(entry: Known) -> tuple[str, str, str, str]:
    return entry.path, entry.code, entry.message, entry.fingerprint


def read_baseline(data: bytes) -> tuple[Known, ...]:
    """The entries of a baseline. ValueError, with what is wrong, where the bytes are none."""
    try:
        value = json.loads(data)
    except RecursionError as error:
        raise ValueError("brackets without end") from error
    if not isinstance(value, dict) or value.get("version") != _VERSION or not isinstance(value.get("findings"), list):
        raise ValueError(f"it is no baseline of version {_VERSION}")
    return tuple(_entry(each) for each in value["findings"])


def _entry(value: object) -> Known:
    if not isinstance(value, dict) or any(not isinstance(value.get(key), str) for key in _KEYS):
        raise ValueError(f"an entry needs {', '.join(_KEYS)}")
    return Known(*(value[key] for key in _KEYS))


def write_baseline(entries: Iterable[Known]) -> bytes:
    """A baseline as a file: JSON in ASCII, an entry a line, so that version control shows what changed."""
    lines = ",\n".join(f"    {json.dumps({key: getattr(each, key) for key in _KEYS})}" for each in entries)
    inside = f"\n{lines}\n  " if lines else ""
    return f'{{\n  "version": {_VERSION},\n  "findings": [{inside}]\n}}\n'.encode("ascii")
