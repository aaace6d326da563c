"""Files that come with the package: the built schemas."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


def schema_file(name: str) -> Traversable:
    """A built schema: from the installed package, or from the checkout's schemas/ beside src/."""
    packaged = files("memcon") / "schemas" / name
    if packaged.is_file():
        return packaged
    return files("memcon") / ".." / ".." / "schemas" / name
