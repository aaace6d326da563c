"""The options of validate that say by what files are checked, and by how many processes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from memcon.batch import cores
from memcon.checking import (
    Check,
    Checked,
    Linked,
    check,
    check_all,
    check_between,
    check_by_jing,
    check_by_schema,
    compiled,
    scope,
)
from memcon.cli.common import read_file
from memcon.diagnostics import Diagnostic, Outcome

if TYPE_CHECKING:
    from memcon.caching import Cache
    from memcon.validation.foreign import Schema

_TOGETHER = 16  # files that are checked at a time
_INSTALL = (
    "jing is not installed: apt install jing on Debian and Ubuntu, dnf install jing on Fedora, brew install jing-trang "
    "on macOS; or leave --engine jing out"
)


@dataclass(frozen=True, slots=True)
class Checks:
    """How files are checked: against which schema (memcon's own where it is empty), by which program (our engine where
    it is empty), by how many processes, and where what is known is kept (nowhere where it is None)."""

    schema: str = ""
    program: str = ""
    jobs: int = 1
    cache: Path | None = None

    @property
    def linked(self) -> bool:
        """Whether links between files are checked, and editions have their say: a schema of one's own knows neither."""
        return not self.schema

    def unusable(self) -> tuple[Diagnostic, ...]:
        """Why the schema cannot be used, if that is so."""
        if not self.schema or self.program:
            return ()
        try:
            return _loaded(self.schema).diagnostics
        except OSError as error:
            raise click.UsageError(f"{self.schema} cannot be read: {error.strerror}") from error

    def of(self, paths: Iterable[str]) -> Iterator[Checked]:
        """What is found in each file, in order."""
        if self.program:
            yield from self._by_jing(paths)
            return
        schema = _loaded(self.schema).value if self.schema else None
        checked: Check = partial(check_by_schema, self.schema) if self.schema else check
        prepare: Callable[[], object] = partial(_loaded, self.schema) if self.schema else compiled
        with self._cache(schema.digest if schema else b"") as cache:
            yield from check_all(
                paths, read_file, checked=checked, prepare=prepare, jobs=self.jobs, cache=cache, together=_TOGETHER
            )

    def between(self, files: Sequence[Linked]) -> Iterator[Diagnostic]:
        """What is found between files; nothing by a schema of one's own, which knows no links."""
        if self.schema:
            return
        with self._cache(b"") as cache:
            yield from check_between(files, cache)

    def _cache(self, schema: bytes) -> AbstractContextManager[Cache | None]:
        if self.cache is None:
            return nullcontext()
        from memcon.caching import Cache

        return Cache(self.cache, scope(schema))

    def _by_jing(self, paths: Iterable[str]) -> Iterator[Checked]:
        from memcon.validation.jing import Jing, JingError

        try:
            yield from check_by_jing(Jing(self.program, self.schema), paths, read_file)
        except JingError as error:
            raise click.UsageError(f"jing gave up: {error}") from error


def _loaded(schema: str) -> Outcome[Schema]:
    from memcon.validation.foreign import load_schema  # what compiles schemas takes long to load

    return load_schema(schema)


def checked_by(verb: Callable[..., Any]) -> Callable[..., Any]:
    """The options --schema to --no-cache, handed to the verb as `checks`."""

    @click.option("--schema", type=click.Path(exists=True, dir_okay=False), metavar="FILE",
                  help="Check against this RELAX NG, XML Schema or Schematron (XPath 1.0) alone.")  # fmt: skip
    @click.option("--engine", type=click.Choice(["memcon", "jing"]), default="memcon", show_default=True,
                  help="What checks grammar and Schematron; Jing has to be installed.")  # fmt: skip
    @click.option("-j", "--jobs", type=click.IntRange(min=1), metavar="N",
                  help="Processes that check.  [default: one for each core where there are many files]")  # fmt: skip
    @click.option("--cache-dir", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
                  help="Where what is known of files is kept.  [default: the user's caches]")  # fmt: skip
    @click.option("--no-cache", is_flag=True, help="Check every file anew, and keep nothing.")
    @wraps(verb)
    def wrapped(
        *args: Any,
        schema: str | None,
        engine: str,
        jobs: int | None,
        cache_dir: Path | None,
        no_cache: bool,
        **kwargs: Any,
    ) -> Any:
        checks = Checks(schema or "", jobs=jobs or cores(), cache=None if no_cache else cache_dir or _user_cache())
        if engine == "jing":
            import shutil

            program = shutil.which("jing")
            if program is None:
                raise click.UsageError(_INSTALL)
            checks = replace(checks, program=program)
        return verb(*args, checks=checks, **kwargs)

    return wrapped


def _user_cache() -> Path | None:
    """The folder of the user's caches, by the conventions of the platform; None where there is no such place."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    if os.name == "nt":
        base = base or os.environ.get("LOCALAPPDATA", "")
    if Path(base).is_absolute():
        return Path(base) / "memcon"
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "memcon"
