"""One file repaired: each repair in order, the conservation proof after each, the digest kept honest."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from memcon.diagnostics import Diagnostic, Outcome
from memcon.fidelity import printed_text
from memcon.fixing.drafts import Around, Draft, draft, refusal
from memcon.fixing.repairs import REPAIRS, Repair
from memcon.tei.parsing import Tree
from memcon.tei.serialising import canonical_digest, is_pristine, serialise, signature, stamped
from memcon.verification import Loader, verify

_ROUNDS = 5  # what one repair changes may call for another; more rounds than that would be a bug
_WHITE = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file as it shall be; the codes of the repairs that were made, none where it is as it was; and its characters
    before and after, for a comparison."""

    data: bytes
    codes: tuple[str, ...] = ()
    before: str = ""
    after: str = ""


def fix(
    data: bytes,
    path: str,
    around: Around | None = None,
    codes: Collection[str] = tuple(REPAIRS),
    load: Loader | None = None,
) -> Outcome[Fixed]:
    """Make the repairs of these codes in a TEI file.

    No value where it cannot be read: the diagnostics say why. A repair that would change what is printed is left out
    and said (MC593). `load` finds the transcript: where the file is proven by it, it still is afterwards.
    """
    outcome = draft(data, path)
    if outcome.value is None:
        return Outcome(None, outcome.diagnostics)
    before, said = outcome.value, _Said()
    after = _repaired(before, around or Around(), [each for each in REPAIRS.values() if each.code in codes], said)
    if not said.made:
        return Outcome(Fixed(data), said.refusals)
    after = _signed(before, after, said.made)
    if load is not None and _proven(data, path, load) and not _proven(after.data, path, load):
        message = "the repairs would break the proof against the transcript; none is made"
        return Outcome(Fixed(data), (*said.refusals, refusal(path, message)))
    return Outcome(Fixed(after.data, said.made, before.text, after.text), said.refusals)


class _Said:
    """What is noted while a file is repaired."""

    def __init__(self) -> None:
        self._made: set[str] = set()
        self._refused: dict[Diagnostic, None] = {}
        self.banned: set[str] = set()

    @property
    def made(self) -> tuple[str, ...]:
        """The codes of the repairs that were made, in the order of the table."""
        return tuple(code for code in REPAIRS if code in self._made)

    @property
    def refusals(self) -> tuple[Diagnostic, ...]:
        """What was refused."""
        return tuple(self._refused)

    def note(self, code: str) -> None:
        """A repair was made."""
        self._made.add(code)

    def refuse(self, *found: Diagnostic) -> None:
        """Something was refused."""
        self._refused.update(dict.fromkeys(found))


def _repaired(first: Draft, around: Around, repairs: Collection[Repair], said: _Said) -> Draft:
    """The file after all repairs, made until none changes anything any more."""
    current = first
    for _ in range(_ROUNDS):
        before = current.text
        for repair in repairs:
            if repair.code not in said.banned:
                current = _made(current, around, repair, said)
        if current.text == before:
            break
        around = replace(around, moved={})  # pointers into other files are led to their new ids once
    return current


def _made(before: Draft, around: Around, repair: Repair, said: _Said) -> Draft:
    """The file after one repair; as it was where that would change what is printed."""
    outcome = repair.mend(before, around)
    said.refuse(*outcome.diagnostics)
    if outcome.value is None or outcome.value == before.text:
        return before
    after = draft(before.coding.encode(outcome.value), before.path).value
    if after is None or _printed(after.tree) != _printed(before.tree):
        said.banned.add(repair.code)
        said.refuse(refusal(before.path, f"the repair of {repair.code} would change what is printed; it is not made"))
        return before
    if after.text != before.text:
        said.note(repair.code)
    return after


def _printed(tree: Tree) -> str:
    """What is printed; runs of white space, which no print tells apart, are one blank."""
    return _WHITE.sub(" ", "".join(printed_text(tree)))


def _signed(before: Draft, after: Draft, made: Collection[str]) -> Draft:
    """A file as it was generated, of which only the form was repaired, gets the digest of its new form. Any other
    keeps the digest it has: what was edited is still told by it."""
    old = signature(before.tree)
    if old is None or not is_pristine(before.tree) or not all(REPAIRS[code].form for code in made):
        return after
    text = after.text.replace(f'digest="sha256:{old}"', f'digest="sha256:{canonical_digest(after.tree)}"', 1)
    signed = draft(after.coding.encode(text), after.path).value or after
    data = signed.coding.encode(signed.text)
    as_written = serialise(signed.tree) == data  # and not in another encoding, or with other line ends
    return (draft(stamped(data), after.path).value or signed) if as_written else signed


def _proven(data: bytes, path: str, load: Loader) -> bool:
    """Whether the file holds its transcript; True where there is none to hold it against."""
    return all(found.rule.code != "MC109" for found in verify(data, path, load).diagnostics)
