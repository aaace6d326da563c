"""The option --format: what is said, and where to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from memcon.reporters import REPORTERS


@dataclass(frozen=True, slots=True)
class Target:
    """One report that is wanted: the name of its format and the file it goes to; empty means it is printed."""

    format: str
    file: str = ""


if TYPE_CHECKING:
    _Base = click.ParamType[Target]
else:
    _Base = click.ParamType  # generic in later versions of click alone


class TargetType(_Base):
    """`sarif` or `sarif=out.sarif`."""

    name = "format"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Target:
        if isinstance(value, Target):
            return value
        name, equals, file = str(value).partition("=")
        if name not in REPORTERS:
            import difflib

            near = difflib.get_close_matches(name.lower(), REPORTERS, 1)
            meant = f" (did you mean {near[0]}?)" if near else ""
            self.fail(f"there is no format {name!r}{meant}; there are {', '.join(REPORTERS)}", param, ctx)
        if equals and not file:
            self.fail(f"name a file after '{name}='", param, ctx)
        return Target(name, "" if file == "-" else file)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return [CompletionItem(name) for name in REPORTERS if name.startswith(incomplete)]


def checked(_ctx: click.Context, _parameter: click.Parameter, targets: tuple[Target, ...]) -> tuple[Target, ...]:
    """The value of --format: one report may be printed, and a file holds one report."""
    printed = [target.format for target in targets if not target.file]
    if len(printed) > 1:
        raise click.BadParameter(f"only one report can be printed: name a file, as in {printed[1]}=FILE")
    files = [target.file for target in targets if target.file]
    if len(set(files)) < len(files):
        raise click.BadParameter("two reports cannot go to one file")
    return targets
