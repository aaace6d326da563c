"""What changed since a revision: asked of git."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import click

from memcon.cli.common import STDIN


def only_changed(files: Iterable[str], revision: str) -> tuple[str, ...]:
    """Those of the files that differ from the revision, or that git does not know yet; a file that is gone since is
    left out. UsageError where there is no git, no repository or no such revision."""
    roots: dict[str, str] = {}
    changed: dict[str, frozenset[str]] = {}

    def is_changed(path: str) -> bool:
        place = Path(os.path.realpath(Path(path).parent)) / Path(path).name
        folder = str(place.parent)
        root = roots.get(folder) or roots.setdefault(folder, _repository(folder))
        if root not in changed:
            changed[root] = _changed(root, revision)
        known = str(place) in changed[root]
        if not os.path.lexists(place):
            return not known
        return known or os.path.realpath(place) in changed[root]

    return tuple(path for path in files if path == STDIN or is_changed(path))


def _repository(folder: str) -> str:
    """The root of the repository that a folder is in, or was in before it was deleted."""
    while not Path(folder).is_dir():
        folder = str(Path(folder).parent)
    return os.path.realpath(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))


def _changed(root: str, revision: str) -> frozenset[str]:
    """The files of a repository that are not as they were in a revision. A renamed file counts under its new name."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    differing = _git(root, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", os.fsdecode(commit), "--")
    unknown = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    names = (differing + unknown).split(b"\0")
    return frozenset(str(Path(root) / os.fsdecode(name)) for name in names if name)


def _git(folder: str, *words: str) -> bytes:
    import subprocess

    try:
        done = subprocess.run(["git", "-C", folder, *words], capture_output=True, check=False)
    except FileNotFoundError as error:
        raise click.UsageError("--changed-since asks git, which is not installed") from error
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ").splitlines()
    raise click.UsageError(f"--changed-since: {said[0] if said else 'git knows no such revision'}")


def revision_name(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """The value of --changed-since: something that git cannot take for one of its options."""
    if value is not None and (not value.strip() or value.startswith("-")):
        raise click.BadParameter(f"{value!r} is no revision; main, HEAD~3 and v1.0 are some")
    return value
