"""Help in sections, for a verb that has more options than one list can hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click


class Sectioned(click.Command):
    """A command whose options are listed under headings: `sections` names the options of each, in order. An option
    that no heading names stands under the last."""

    def __init__(self, *args: Any, sections: Mapping[str, tuple[str, ...]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sections = sections

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One list of definitions for each heading."""
        options = (each for each in self.get_params(ctx) if isinstance(each, click.Option))
        records = {each.name: record for each in options if (record := each.get_help_record(ctx))}
        named = [name for names in self.sections.values() for name in names]
        rest = tuple(name for name in records if name is not None and name not in named)
        last = list(self.sections)[-1]
        for title, names in self.sections.items():
            listed = (*names, *rest) if title == last else names
            with formatter.section(title):
                formatter.write_dl([records[name] for name in listed if name in records])
