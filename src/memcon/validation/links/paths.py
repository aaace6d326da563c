"""Paths of files that point to one another, in one form."""

from __future__ import annotations

import os
import posixpath
from functools import lru_cache

from memcon.validation.links.facts import FileLinks


def normal(path: str) -> str:
    """A path with forward slashes and no detours."""
    made = posixpath.normpath(path.replace(os.sep, "/"))
    return path if made == path else made  # one string for both, of which there are as many as files


def folder(file: FileLinks) -> str:
    """The normal path of the folder in which a file lies."""
    return posixpath.dirname(normal(file.path))


def beside(file: FileLinks, name: str) -> str:
    """The normal path of what a file names relative to itself."""
    return _within(posixpath.dirname(file.path.replace(os.sep, "/")), name)


@lru_cache(maxsize=256)
def _within(inside: str, name: str) -> str:
    """The normal path of a name in a folder; many files of one folder name one authority file."""
    return normal(posixpath.join(inside, name))
