"""What changed since a revision: asked of git."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from memcon.cli.common import STDIN

if TYPE_CHECKING:
    from subprocess import CompletedProcess

_SHALLOW = (
    " here: the clone is shallow, and has the last commits alone; fetch the others first (actions/checkout does it "
    "with fetch-depth: 0, GitLab with GIT_DEPTH: 0)"
)


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
    commit = _commit(root, revision)
    differing = _git(root, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", os.fsdecode(commit), "--")
    unknown = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    names = (differing + unknown).split(b"\0")
    return frozenset(str(Path(root) / os.fsdecode(name)) for name in names if name)


def _commit(root: str, revision: str) -> bytes:
    """The commit that a revision means."""
    done = _asked(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if done.returncode == 0:
        return done.stdout.strip()
    shallow = _asked(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
    raise click.UsageError(f"--changed-since: git knows no revision {revision}" + (_SHALLOW if shallow else ""))


def _git(folder: str, *words: str) -> bytes:
    """What git answers; UsageError with its words where it cannot."""
    done = _asked(folder, *words)
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ").splitlines()
    raise click.UsageError(f"--changed-since: {said[0] if said else 'git cannot tell'}")


def _asked(folder: str, *words: str) -> CompletedProcess[bytes]:
    import subprocess

    try:
        return subprocess.run(["git", "-C", folder, *words], capture_output=True, check=False)
    except FileNotFoundError as error:
        raise click.UsageError("--changed-since asks git, which is not installed") from error


def revision_name(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """The value of --changed-since: something that git cannot take for one of its options."""
    if value is not None and (not value.strip() or value.startswith("-")):
        raise click.BadParameter(f"{value!r} is no revision; main, HEAD~3 and v1.0 are some")
    return value
