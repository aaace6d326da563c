"""What a slip of an editor's hand does to the printed text and its mark-up: each damage changes a tree and names the
elements at one of which it must be found."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from copy import deepcopy

from memcon.tei.names import XML_ID, XML_LANG, tei
from validation.house.damaging import Damage, Element, every, flat, one, paragraphs, remove

# -- the print ------------------------------------------------------------------------------------


def _changed(root: Element, chance: random.Random, pattern: str, by: Callable[[str], str]) -> tuple[Element, ...]:
    for p in one([p for p in paragraphs(root) if re.search(pattern, p.text or "")], chance):
        match = chance.choice(list(re.finditer(pattern, p.text or "")))
        p.text = f"{(p.text or '')[: match.start()]}{by(match.group())}{(p.text or '')[match.end() :]}"
        return (p,)
    return ()


def bracket_lost(root: Element, chance: random.Random) -> tuple[Element, ...]:
    return _changed(root, chance, r"(?<!\w)\((?=\w{3})|(?<=\w{3})\)", lambda _: "")


def quotation_mark_lost(root: Element, chance: random.Random) -> tuple[Element, ...]:
    return _changed(root, chance, r"[“”]|(?<!\d)\"", lambda _: "")


def letter_lost_in_decoding(root: Element, chance: random.Random) -> tuple[Element, ...]:
    return _changed(root, chance, r"[^\W\d_]", lambda _: "\ufffd")


def read_as_latin(root: Element, chance: random.Random) -> tuple[Element, ...]:
    return _changed(root, chance, r"[^\x00-\x7f]+|e", lambda found: found.replace("e", "é").encode().decode("latin-1"))


def letter_of_another_script(root: Element, chance: random.Random) -> tuple[Element, ...]:
    return _changed(root, chance, r"(?<=[a-z])[aceopx](?=[a-z])", lambda found: "асеорх"["aceopx".index(found)])


def invisible_space(root: Element, chance: random.Random) -> tuple[Element, ...]:
    return _changed(root, chance, r"(?<=[a-z])(?=[a-z])", lambda _: "\u200b")


def soft_hyphen(root: Element, chance: random.Random) -> tuple[Element, ...]:
    return _changed(root, chance, r"(?<=[a-z])(?=[a-z])", lambda _: "\u00ad")


def label_written_into_text(root: Element, chance: random.Random) -> tuple[Element, ...]:
    label = next((flat(s) for s in every(root, "speaker") if flat(s)[-1:] == ":" and not len(s)), "")
    return _changed(root, chance, r"(?<=[a-z]{4}\. )(?=[A-Z])", lambda _: f"{label} ") if len(label) > 3 else ()


def unwrapped(*names: str) -> Damage:
    """The mark-up of an element is lost, its words stay."""

    def damage(root: Element, chance: random.Random) -> tuple[Element, ...]:
        for element in one([e for n in names for e in every(root, n) if _runs(e)], chance):
            parent = element.getparent()
            assert parent is not None
            element.text = flat(element)
            remove(element, keep_text=True)
            return (parent,)
        return ()

    damage.__name__ = f"unwrapped_{'_'.join(names)}"
    return damage


def _runs(element: Element) -> bool:
    """Whether an element stands in running text, in square brackets or as an ellipsis of its own."""
    parent = element.getparent()
    return (
        parent is not None
        and parent.tag in (tei("p"), tei("item"))
        and re.search(r"\w|\.|…", flat(element)) is not None
    )


def emptied(root: Element, chance: random.Random) -> tuple[Element, ...]:
    names = ("head", "item", "hi", "supplied", "dateline", "fw", "stage", "persName")
    for element in one([e for n in names for e in every(root, n)], chance):
        for child in element:
            element.remove(child)
        element.text = None
        return (element, *element.iterancestors())
    return ()


def list_of_no_kind(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for each in one([e for e in every(root, "list") if e.find(tei("label")) is not None], chance):
        each.attrib.pop("type", None)
        return (each, *each)
    return ()


def fields_made_participants(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for each in one([e for e in every(root, "list") if e.get("type") == "fields"], chance):
        each.set("type", "participants")
        return (each,)
    return ()


def direction_between_turns(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for stage in one([s for s in every(root, "stage") if s.get("type") == "delivery"], chance):
        stage.set("type", "business")
        return (stage, *stage.iterancestors(tei("p")))
    return ()


def number_of_another_kind(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for fw in one([f for f in every(root, "fw") if re.search(r"\A\W*(page )?\d+\W*\Z", flat(f), re.I)], chance):
        fw.set("type", "header")
        return (fw, *fw.iterancestors(tei("p"), tei("item"), tei("note")))
    return ()


def page_without_number(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for page in one([p for p in _numbered_pages(root) if not (p.tail or "").strip()], chance):
        del page.attrib["n"]
        return (page, *_numbered_pages(root))
    return ()


def note_without_number(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for note in one([n for n in every(root, "note") if n.get("n") and n.find(tei("label")) is not None], chance):
        del note.attrib["n"]
        return (note,)
    return ()


def speaker_made_operator(root: Element, chance: random.Random) -> tuple[Element, ...]:
    if re.search("operator|^\\s*O:", "".join(root.itertext()), re.I | re.M):
        return ()
    for person in one(every(root, "person", "teiHeader"), chance):
        person.set("role", "operator")
        return (person,)
    return ()


def list_of_another_kind(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for each in one([e for e in every(root, "list") if e.get("type") in ("ordered", "bulleted")], chance):
        each.set("type", "ordered" if each.get("type") == "bulleted" else "bulleted")
        return (each, *each)
    return ()


# -- pages, notes, header -------------------------------------------------------------------------


def _numbered_pages(root: Element) -> list[Element]:
    return [p for p in every(root, "pb") if p.get("n")]


def page_removed(root: Element, chance: random.Random) -> tuple[Element, ...]:
    pages = _numbered_pages(root)
    for page in one(pages[1:-1], chance):
        following = pages[pages.index(page) + 1]
        remove(page)
        return (following,)
    return ()


def page_renumbered(root: Element, chance: random.Random) -> tuple[Element, ...]:
    pages = _numbered_pages(root)
    for page in one(pages, chance) if len(pages) > 1 else ():
        page.set("n", str(int(page.get("n", "")) + 7))
        return tuple(pages)
    return ()


def page_doubled(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for page in one(_numbered_pages(root), chance):
        page.addnext(copy := deepcopy(page))
        copy.tail = page.tail
        page.tail = None
        return (page, copy)
    return ()


def word_break_unsaid(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for page in one([p for p in every(root, "pb") if p.get("break") == "no"], chance):
        if any(p.get("break") is None for p in every(root, "pb")):
            del page.attrib["break"]
            return (page,)
    return ()


def note_renumbered(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for note in one([n for n in every(root, "note") if n.get("n") and n.find(tei("label")) is not None], chance):
        note.set("n", "77")
        return (note,)
    return ()


def call_lost(root: Element, chance: random.Random) -> tuple[Element, ...]:
    calls = [r for r in every(root, "ref") if r.get("type") == "noteMark"]
    notes = {n.get(XML_ID): n for n in every(root, "note") if n.get("type") != "source"}
    for call in one([c for c in calls if c.get("target", "")[1:] in notes], chance):
        remove(call, keep_text=True)
        return (notes[call.get("target", "")[1:]],)
    return ()


def note_lost(root: Element, chance: random.Random) -> tuple[Element, ...]:
    notes = {n.get(XML_ID): n for n in every(root, "note")}
    for call in one([r for r in every(root, "ref") if r.get("target", "")[1:] in notes], chance):
        remove(notes[call.get("target", "")[1:]])
        return (call,)
    return ()


def call_to_another(root: Element, chance: random.Random) -> tuple[Element, ...]:
    calls = [r for r in every(root, "ref") if r.get("type") == "noteMark"]
    for call in one(calls, chance) if len({c.get("target") for c in calls}) > 1 else ():
        call.set("target", next(c.get("target", "") for c in calls if c.get("target") != call.get("target")))
        return (*calls, *every(root, "note"))
    return ()


def another_language(root: Element, chance: random.Random) -> tuple[Element, ...]:
    root.set(XML_LANG, "de" if root.get(XML_LANG) != "de" else "fr")
    return (root,)


def no_language(root: Element, chance: random.Random) -> tuple[Element, ...]:
    del root.attrib[XML_LANG]
    return (root,)


def another_title(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for title in one([t for t in every(root, "title", "teiHeader") if t.get("type") == "main"], chance):
        title.text = f"{(title.text or '').rpartition(' ')[0]} Quentzelberg"
        return (title,)
    return ()


def another_place(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for place in every(root, "placeName", "teiHeader"):
        if every(root, "placeName"):
            place.text = "Ouagadougou"
            return (place,)
    return ()


DAMAGES: tuple[Damage, ...] = (
    bracket_lost, quotation_mark_lost, letter_lost_in_decoding, read_as_latin, letter_of_another_script,
    invisible_space, soft_hyphen, label_written_into_text, unwrapped("supplied"), unwrapped("ellipsis"),
    unwrapped("gap"), emptied, list_of_another_kind, list_of_no_kind, fields_made_participants,
    direction_between_turns, number_of_another_kind, page_without_number, note_without_number,
    speaker_made_operator, page_removed, page_renumbered, page_doubled, word_break_unsaid, note_renumbered,
    call_lost, note_lost, call_to_another, another_language, no_language, another_title, another_place,
)  # fmt: skip
