"""Paths as other tools want them: from the folder that they show, with forward slashes, or as a URI."""

from __future__ import annotations

import os
import posixpath
from urllib.parse import quote


def told(path: str, base: str, here: str = "") -> str:
    """A path from the folder `base` on where it leads into it, with forward slashes; as it is otherwise. `here` is the
    folder in which the call was made, as seen from `base`."""
    path = path.replace(os.sep, "/")
    if not path or path == "-":
        return path
    folder = base.replace(os.sep, "/").rstrip("/") + "/"
    plain = posixpath.normpath(posixpath.join(here.replace(os.sep, "/"), path))
    return plain[len(folder) :] if base and plain.startswith(folder) else plain


def uri(path: str, base: str, here: str = "") -> str:
    """The same as a URI: relative within `base`, or of the scheme file."""
    name = told(path, base, here)
    escaped = quote(_bytes(name))
    return f"file://{escaped}" if name.startswith("/") else escaped


def _bytes(name: str) -> bytes:
    """The bytes of a name; one that is not Unicode keeps those it has on disk."""
    try:
        return name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return name.encode("utf-8", "surrogatepass")
