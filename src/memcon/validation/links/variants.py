"""Names of an authority file that look misspelt, or like somebody else's: some file prints them, or they are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from memcon.converters.words.names import nearly_same, words_of
from memcon.diagnostics import Diagnostic
from memcon.tei.names import tei
from memcon.validation.conversation import flat
from memcon.validation.links.facts import FileLinks, Listed
from memcon.validation.links.paths import folder
from memcon.validation.links.shelf import Shelf
from memcon.validation.printing import Print

_CALLED = tuple(map(tei, ("speaker", "persName", "title", "head", "item", "supplied", "note")))


def variants(shelf: Shelf) -> Iterator[Diagnostic]:
    """MC598 for a variant that shares no word with the name, or of which a word is nearly one of the name, where
    none of the files that name the person prints it as a name. They are read again for that, and mostly there is no
    such variant."""
    for authority in shelf.authorities if shelf.register.has_memoranda else ():
        doubtful = {each.identifier: found for each in authority.listed if (found := _doubtful(each))}
        if doubtful and shelf.is_whole(folder(authority)):
            yield from _unprinted(shelf, authority, doubtful)


def _doubtful(listed: Listed) -> list[str]:
    """The variants of somebody that need to be printed to be believed."""
    main, *others = listed.names or ("",)
    name = words_of(main)
    return [each for each in others if _is_strange(words_of(each), name)]


def _is_strange(variant: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if not variant or not name or not set(name) & set(variant):
        return True
    return any(nearly_same(each, own) for each in variant if each not in name for own in name)


def _unprinted(shelf: Shelf, authority: FileLinks, doubtful: dict[str, list[str]]) -> Iterator[Diagnostic]:
    left = {(identifier, name) for identifier, names in doubtful.items() for name in names}
    for file in (each for _, files in shelf.groups() for each in files if each.print):
        named = {_person(shelf, authority, file, link.target) for link in file.links}
        sought = [each for each in left if each[0] in named]
        source = shelf.source(file.path) if sought else None
        if source is not None:
            printed, names = Print(source.tree), set(map(words_of, map(flat, source.tree.iter(*_CALLED))))
            left -= {each for each in sought if printed.has(each[1]) and _is_name(words_of(each[1]), names)}
        if not left:
            return
    for listed in authority.listed:
        for name in (each for each in listed.names if (listed.identifier, each) in left):
            message = f"{name!r} is not like {listed.names[0]!r}, and no file that names him prints it"
            yield shelf.finding("MC598", message, authority, listed.spot)


def _is_name(variant: tuple[str, ...], names: Iterable[tuple[str, ...]]) -> bool:
    """Whether a label, a name, a title or a list has it; a word of the text may be anybody's."""
    size = len(variant)
    return any(variant == name[at : at + size] for name in names for at in range(len(name) - size + 1))


def _person(shelf: Shelf, authority: FileLinks, file: FileLinks, target: str) -> str:
    """The person of the authority file to whom a pointer leads; nobody where it leads elsewhere."""
    name, _, identifier = target.partition("#")
    return identifier if identifier and shelf.named(file, name) is authority else ""
