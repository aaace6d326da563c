"""How a file is spelt: the instructions that name its schemas, and blanks at the ends of lines. Each finding carries
the edits that mend it; `memcon fix` makes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from memcon.diagnostics import Diagnostic, Location, window
from memcon.rules import rule
from memcon.tei.coding import decode
from memcon.tei.grammars import GRAMMARS, TARGET, Grammar, data_of, folder_of, missing
from memcon.tei.markup import Change, Markup
from memcon.validation.survey import Survey

_HINT = "memcon fix mends it"
_INSTRUCTION = re.compile(r"<!--(?s:.*?)(?:-->|\Z)|<\?(?s:.*?)(?:\?>|\Z)")


def markup_of(survey: Survey) -> Markup | None:
    """The text of the file, to be edited; None where it cannot be written back as it is."""
    decoded = decode(survey.source.data, survey.tree)
    return Markup(decoded[0]) if decoded is not None else None


def model_instructions(survey: Survey) -> Iterator[Diagnostic]:
    """MC590 for each schema that no xml-model instruction names; with an edit where another one tells the folder."""
    lacking = missing(survey.tree)
    folder = folder_of(survey.tree) if lacking else None
    markup = markup_of(survey) if folder is not None else None
    for grammar in lacking:
        found = survey.finding("MC590", f"no xml-model instruction names {grammar.file}", survey.root, _HINT)
        if markup is None or folder is None:
            yield found
        else:
            edits = (markup.edit(instructions(markup, (grammar,), folder)),)
            yield replace(found, edits=edits)


def instructions(markup: Markup, grammars: Sequence[Grammar], folder: str) -> Change:
    """The change that adds xml-model instructions: among their like, or else behind all comments and instructions
    before the root element but that with the digest."""
    added = [f"<?{TARGET} {data_of(grammar, folder)}?>" for grammar in grammars]
    before = list(_INSTRUCTION.finditer(markup.text, 0, markup.tags[0].start))
    like = [each for each in before if each[0].startswith(f"<?{TARGET}")]
    if like and grammars[0] == GRAMMARS[0]:
        return (like[0].start(), like[0].start(), "".join(each + markup.line_end for each in added))
    if like:
        return (like[-1].end(), like[-1].end(), "".join(markup.line_end + each for each in added))
    marks = [each for each in before if each[0].startswith("<?memcon ")]
    at = marks[0].start() if marks else markup.tags[0].start
    first = "" if markup.text[:at].endswith(("\n", "\r")) or not at else markup.line_end
    return (at, at, first + "".join(each + markup.line_end for each in added))


def trailing_blanks(survey: Survey) -> Iterator[Diagnostic]:
    """MC591, once for a file, at the first line that ends in blanks."""
    markup = markup_of(survey) if not survey.untouched and _has_trailing(survey.source.data) else None
    changes = tuple(markup.trailing_blanks()) if markup is not None else ()
    if markup is None or not changes:
        return
    line, column = markup.place(changes[0][0])
    excerpt, first = window(markup.line(line), column)
    count = f"{len(changes)} lines end" if len(changes) > 1 else "the line ends"
    yield Diagnostic(
        rule("MC591"), f"{count} in blanks", Location(survey.path, line, column), _HINT, excerpt,
        changes[0][1] - changes[0][0], excerpt_column=first, edits=tuple(map(markup.edit, changes)),
    )  # fmt: skip


def _has_trailing(data: bytes) -> bool:
    """Whether a blank stands before a line end, also in the two bytes of UTF-16. Most files have but one sort of each,
    and blanks are many: only those that are there are looked for."""
    zeros = (b"", b"\0") if b"\0" in data else (b"",)
    ends = [end for end in (b"\n", b"\r") if end in data]
    return any(blank + zero + end in data for blank in (b" ", b"\t") if blank in data for zero in zeros for end in ends)
