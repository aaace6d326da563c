"""What stands beside the files that are repaired: the edition, their neighbours, their transcripts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from memcon.decisions import read_edition
from memcon.diagnostics import Diagnostic
from memcon.fidelity import TranscriptReference
from memcon.fixing.drafts import Moved, draft, normal
from memcon.fixing.renumbering import moved_ids, pointed_to
from memcon.resources import read_linked
from memcon.tei.grammars import address_of, folder_of
from memcon.tei.parsing import Tree, parse_tei
from memcon.verification import Loader

EDITION = "edition.toml"


def stated_schemas(edition: Path) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The address of the schemas that edition.toml states, or findings; OSError where it cannot be read."""
    outcome = read_edition(read_linked(edition), str(edition))
    if outcome.value is None:
        return None, outcome.diagnostics
    return address_of(outcome.value.metadata.schemas), ()


def neighbours_schemas(folder: Path) -> str | None:
    """The address of the schemas that the first file of a folder has that names them; None where none does."""
    addresses = (folder_of(tree) for path in _files(folder) if (tree := _tree(path)) is not None)
    return next((address for address in addresses if address is not None), None)


def moves(files: Iterable[tuple[str, bytes]]) -> dict[str, Moved]:
    """The ids that change, by the paths of their files."""
    found: dict[str, Moved] = {}
    for path, data in files:
        tree = parse_tei(data, path).value
        if tree is not None and (moved := moved_ids(tree)):
            found[normal(path)] = moved
    return found


def pinned(moved: Mapping[str, Moved], paths: Iterable[str]) -> frozenset[str]:
    """The files of those with ids that change to whose ids a file points that will not follow: a file beside them that
    is not among `paths`, or one that cannot be repaired."""
    if not moved:
        return frozenset()
    given = {normal(path) for path in paths}
    beside = {normal(str(path)) for folder in sorted({Path(path).parent for path in moved}) for path in _files(folder)}
    return frozenset(target for path in sorted(given | beside) for target in _pinned_by(path, path in given, moved))


def _pinned_by(path: str, given: bool, moved: Mapping[str, Moved]) -> frozenset[str]:
    """The files to whose ids one file points that will not follow; where it is no XML, those that it names."""
    try:
        data = read_linked(path)
    except OSError:
        return frozenset()
    if given and draft(data, path).value is not None:
        return frozenset()
    tree = parse_tei(data, path).value
    if tree is not None:
        return pointed_to(tree, path, moved)
    return frozenset(target for target in moved if f"{PurePosixPath(target).name}#".encode() in data)


def transcript_beside(path: str) -> Loader:
    """Finds the transcript that a file names, as seen from the file."""

    def load(named: TranscriptReference) -> tuple[str, bytes]:
        where = Path(path).parent / named.path
        return str(where), read_linked(where)

    return load


def _files(folder: Path) -> list[Path]:
    """The TEI files of a folder; none where it cannot be listed."""
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".xml" and not path.name.startswith("."))
    except OSError:
        return []


def _tree(path: Path) -> Tree | None:
    try:
        return parse_tei(read_linked(path), str(path)).value
    except OSError:
        return None
