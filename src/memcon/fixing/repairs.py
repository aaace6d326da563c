"""The table of repairs: the code of a rule, and the pure function that ends its findings.

A repair takes a file and what is known round about it, and gives its text as it shall be; what it refuses it says.
The order is that in which they are made: what is spelt anew comes before what is added to the spelling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from memcon.diagnostics import Diagnostic, Outcome
from memcon.fixing.drafts import Around, Draft
from memcon.fixing.renumbering import renumbered
from memcon.tei.canonical import canonical
from memcon.tei.grammars import folder_of, missing
from memcon.tei.markup import Markup
from memcon.validation.house.form import instructions, trailing_blanks
from memcon.validation.house.paired import paired_dates
from memcon.validation.places import Source
from memcon.validation.survey import Survey


@dataclass(frozen=True, slots=True)
class Repair:
    """One repair. Where it changes only the form of a file (how it is spelt, what it says to programs), a file as it
    was generated stays one; where it changes what the file says, it becomes an edited one."""

    code: str
    form: bool
    mend: Callable[[Draft, Around], Outcome[str]]


def _by_edits(house_rule: Callable[[Survey], Iterator[Diagnostic]]) -> Callable[[Draft, Around], Outcome[str]]:
    """The repair that makes the edits of a house rule's findings."""

    def mend(draft: Draft, _around: Around) -> Outcome[str]:
        found = house_rule(Survey(Source(draft.tree, draft.data, draft.path)))
        edits = [edit for each in found for edit in each.edits]
        return Outcome(Markup(draft.text).edited(edits) if edits else draft.text)

    return mend


def _canonical(draft: Draft, _around: Around) -> Outcome[str]:
    """The file in canonical form."""
    return Outcome(canonical(draft.text, draft.coding, draft.tree))


def _instructions(draft: Draft, around: Around) -> Outcome[str]:
    """The missing xml-model instructions, where the file itself or something beside it says where the schemas are."""
    own = folder_of(draft.tree)
    folder = around.schemas if own is None else own
    lacking = missing(draft.tree) if folder is not None else ()
    if folder is None or not lacking:
        return Outcome(draft.text)
    markup = Markup(draft.text)
    return Outcome(markup.changed([instructions(markup, lacking, folder)]))


_TABLE = (
    Repair("MC580", True, _canonical),
    Repair("MC592", False, _by_edits(paired_dates)),
    Repair("MC581", False, renumbered),
    Repair("MC590", True, _instructions),
    Repair("MC591", True, _by_edits(trailing_blanks)),
)

REPAIRS: Mapping[str, Repair] = MappingProxyType({repair.code: repair for repair in _TABLE})
"""Every repair by the code of its rule, in the order in which they are made."""
