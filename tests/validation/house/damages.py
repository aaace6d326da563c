"""What a slip of an editor's hand does to a memorandum: each damage changes a tree and names the elements at one of
which it must be found."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from itertools import pairwise

from lxml import etree

from memcon.tei.names import XML_ID, XML_LANG, tei

Element = etree._Element
Damage = Callable[[Element, random.Random], tuple[Element, ...]]
"""From a root element and chance to the elements concerned; nothing where the document has no place for it."""

_LEAST = 70  # characters of a paragraph that is copied


def every(root: Element, name: str, within: str = "text") -> list[Element]:
    """The elements of a name in the text, or in another child of the root."""
    part = root.find(tei(within))
    return [] if part is None else list(part.iter(tei(name)))


def flat(element: Element | None) -> str:
    """The characters of an element."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def two_speakers(root: Element) -> list[tuple[Element, Element]]:
    """Turns in a row that are by two people who have labels of their own."""
    turns = every(root, "sp")
    pairs = [(a, b) for a, b in pairwise(turns) if a.get("who") and b.get("who")]
    return [(a, b) for a, b in pairs if a.get("who") != b.get("who") and _named(root, a) and _named(root, b)]


def _named(root: Element, turn: Element) -> bool:
    """Whether the label has the surname of the one who speaks."""
    person = next((p for p in every(root, "person", "teiHeader") if f"#{p.get(XML_ID)}" == turn.get("who")), None)
    name = flat(person.find(tei("persName"))) if person is not None else ""
    return bool(name) and name.split()[-1].lower() in flat(turn.find(tei("speaker"))).lower()


def paragraphs(root: Element, least: int = 1) -> list[Element]:
    """Paragraphs of turns that hold nothing but text."""
    found = (p for turn in every(root, "sp") for p in turn.iterchildren(tei("p")))
    return [p for p in found if not len(p) and len(p.text or "") >= least]


def remove(element: Element, keep_text: bool = False) -> None:
    """Take an element out; its tail stays, its text where it is told to."""
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    left = ((element.text or "") if keep_text else "") + (element.tail or "")
    if before is not None:
        before.tail = (before.tail or "") + left
    else:
        parent.text = (parent.text or "") + left
    parent.remove(element)


def one(found: list[Element], chance: random.Random) -> Iterator[Element]:
    """One of the elements, if there are any."""
    if found:
        yield chance.choice(found)


# -- turns ----------------------------------------------------------------------------------------


def wrong_who(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for a, b in [chance.choice(p)] if (p := two_speakers(root)) else []:
        a.set("who", b.get("who", ""))
        return (a,)
    return ()


def who_removed(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for a, _ in [chance.choice(p)] if (p := two_speakers(root)) else []:
        del a.attrib["who"]
        return (a,)
    return ()


def who_added(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for a, b in [chance.choice(p)] if (p := two_speakers(root)) else []:
        a.set("who", f"{a.get('who')} {b.get('who')}")
        return (a,)
    return ()


def turn_removed(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for turn in one(every(root, "sp")[:-1], chance):
        following = every(root, "sp")[every(root, "sp").index(turn) + 1]
        remove(turn)
        return (following,)
    return ()


def turn_doubled(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for turn in one(every(root, "sp"), chance):
        copy = deepcopy(turn)
        turn.addnext(copy)
        return (turn, copy)
    return ()


def turn_doubled_and_numbered(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for p in one(paragraphs(root, _LEAST), chance):
        turn = p.getparent()
        assert turn is not None
        copy = deepcopy(turn)
        turn.addnext(copy)
        for number, each in enumerate(every(root, "sp"), 1):
            each.set(XML_ID, f"t{number}")
        return (turn, copy)
    return ()


def turns_swapped(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for a, b in [chance.choice(p)] if (p := two_speakers(root)) else []:
        a.addprevious(b)
        return (a, b)
    return ()


def turn_moved(root: Element, chance: random.Random) -> tuple[Element, ...]:
    turns = every(root, "sp")
    if len(turns) < 4:
        return ()
    at = chance.randrange(len(turns) - 3)
    turns[-1].addnext(turns[at])
    return (turns[at], turns[at + 1])


def labels_swapped(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for a, b in [chance.choice(p)] if (p := two_speakers(root)) else []:
        first, second = a.find(tei("speaker")), b.find(tei("speaker"))
        assert first is not None
        assert second is not None
        tails = first.tail, second.tail
        a.replace(first, replacement := deepcopy(second))
        b.replace(second, other := deepcopy(first))
        replacement.tail, other.tail = tails
        return (a, b)
    return ()


def speeches_joined(root: Element, chance: random.Random) -> tuple[Element, ...]:
    """What the next one says stands in this turn, with its label."""
    for a, b in [chance.choice(p)] if (p := [p for p in two_speakers(root) if _colon(p[1])]) else []:
        added = etree.SubElement(a, tei("p"))
        added.text = flat(b.find(tei("speaker"))) + " " + flat(b)[:40]
        remove(b)
        for number, each in enumerate(every(root, "sp"), 1):
            each.set(XML_ID, f"t{number}")
        return (added,)
    return ()


def _colon(turn: Element) -> bool:
    return flat(turn.find(tei("speaker")))[-1:] in (":", ".")


def turns_merged(root: Element, chance: random.Random) -> tuple[Element, ...]:
    """The next turn's paragraphs stand in this one; its label is gone."""
    for a, b in [chance.choice(p)] if (p := two_speakers(root)[:-1]) else []:
        turns = every(root, "sp")
        following = turns[turns.index(b) + 1 :][:1]
        a.extend(list(b)[1:])
        remove(b)
        return (a, *following) if following else ()
    return ()


def turn_emptied(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for turn in one(every(root, "sp"), chance):
        for child in list(turn)[1:]:
            turn.remove(child)
        etree.SubElement(turn, tei("p"))
        return (turn,)
    return ()


def label_emptied(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for speaker in one([s for s in every(root, "speaker") if not len(s)], chance):
        speaker.text = None
        return (speaker,)
    return ()


def text_before_label(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for turn in one(every(root, "sp"), chance):
        turn.insert(0, stage := etree.Element(tei("stage")))
        stage.text = "(smiles)"
        return (stage,)
    return ()


def paragraph_doubled(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for p in one(paragraphs(root, _LEAST), chance):
        p.addnext(copy := deepcopy(p))
        return (p, copy)
    return ()


def paragraph_divided(root: Element, chance: random.Random) -> tuple[Element, ...]:
    """Amid a sentence, between two words in lower case."""
    for p in one([p for p in paragraphs(root) if re.search(r"[a-z] [a-z]", p.text or "")], chance):
        cut = chance.choice([m.end() - 1 for m in re.finditer(r"[a-z] (?=[a-z])", p.text or "")])
        p.addnext(rest := etree.Element(tei("p")))
        p.text, rest.text = (p.text or "")[:cut].rstrip(), (p.text or "")[cut:].lstrip()
        return (p, rest)
    return ()


# -- people ---------------------------------------------------------------------------------------


def person_removed(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for turn in one([t for t in every(root, "sp") if t.get("who")], chance):
        for person in every(root, "person", "teiHeader"):
            if f"#{person.get(XML_ID)}" in (turn.get("who") or "").split():
                remove(person)
                return (turn,)
    return ()


def person_added(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for person in one(every(root, "person", "teiHeader"), chance):
        person.addnext(added := etree.Element(tei("person"), {XML_ID: "somebody", "role": "participant"}))
        etree.SubElement(added, tei("persName")).text = "Ottokar Quentzelberg"
        return (added,)
    return ()


def person_doubled(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for person in one(every(root, "person", "teiHeader"), chance):
        person.addnext(copy := deepcopy(person))
        copy.set(XML_ID, f"{person.get(XML_ID)}-2")
        return (person, copy)
    return ()


def surname_misspelt(root: Element, chance: random.Random) -> tuple[Element, ...]:
    """Of somebody who speaks by name."""
    for a, _ in [chance.choice(p)] if (p := two_speakers(root)) else []:
        for person in every(root, "person", "teiHeader"):
            name = person.find(tei("persName"))
            if f"#{person.get(XML_ID)}" == a.get("who") and name is not None and len((name.text or "").split()[-1]) > 4:
                name.text = f"{(name.text or '')[:-3]}{'x' * 1}{(name.text or '')[-2:]}"
                turns = [t for t in every(root, "sp") if t.get("who") == a.get("who")]
                return (person, *turns)
    return ()


def names_exchanged(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for a, b in [chance.choice(p)] if (p := two_speakers(root)) else []:
        persons = {f"#{p.get(XML_ID)}": p.find(tei("persName")) for p in every(root, "person", "teiHeader")}
        first, second = persons[a.get("who", "")], persons[b.get("who", "")]
        assert first is not None
        assert second is not None
        first.text, second.text = second.text, first.text
        return (*every(root, "person", "teiHeader"), *every(root, "sp"))
    return ()


def wrong_reference(root: Element, chance: random.Random) -> tuple[Element, ...]:
    names = [n for n in every(root, "persName") if n.get("ref")]
    persons = every(root, "person", "teiHeader")
    for name in one(names, chance):
        mine = next(p for p in persons if f"#{p.get(XML_ID)}" == name.get("ref"))
        last = flat(mine[0]).split()[-1]
        others = [p for p in persons if p is not mine and flat(p[0]).split()[-1] not in flat(name)]
        if last not in flat(name) or not others or "." in last:
            return ()
        name.set("ref", f"#{chance.choice(others).get(XML_ID)}")
        return (name, mine)
    return ()


def reference_removed(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for name in one([n for n in every(root, "persName") if n.get("ref") and len(flat(n).split()) > 1], chance):
        mine = next(p for p in every(root, "person", "teiHeader") if f"#{p.get(XML_ID)}" == name.get("ref"))
        if flat(mine[0]) not in flat(name):
            return ()
        del name.attrib["ref"]
        return (name,)
    return ()


def interpreter_made_participant(root: Element, chance: random.Random) -> tuple[Element, ...]:
    for person in one([p for p in every(root, "person", "teiHeader") if p.get("role") == "interpreter"], chance):
        if f"#{person.get(XML_ID)}" not in {n.get("ref") for n in every(root, "persName")}:
            return ()
        person.set("role", "participant")
        return (person,)
    return ()


def participant_made_interpreter(root: Element, chance: random.Random) -> tuple[Element, ...]:
    if re.search("interpret|translat|dolmetsch|перевод", flat(root), re.I):
        return ()
    for person in one(every(root, "person", "teiHeader"), chance):
        person.set("role", "interpreter")
        return (person,)
    return ()


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
    wrong_who, who_removed, who_added, turn_removed, turn_doubled, turn_doubled_and_numbered, turns_swapped,
    turn_moved, labels_swapped, speeches_joined, turns_merged, turn_emptied, label_emptied, text_before_label,
    paragraph_doubled, paragraph_divided, person_removed, person_added, person_doubled, surname_misspelt,
    names_exchanged, wrong_reference, reference_removed, interpreter_made_participant, participant_made_interpreter,
    bracket_lost, quotation_mark_lost, letter_lost_in_decoding, read_as_latin, letter_of_another_script,
    invisible_space, soft_hyphen, label_written_into_text, unwrapped("supplied"), unwrapped("ellipsis"),
    unwrapped("gap"), emptied, list_of_another_kind, list_of_no_kind, fields_made_participants,
    direction_between_turns, number_of_another_kind, page_without_number, note_without_number,
    speaker_made_operator, page_removed, page_renumbered, page_doubled, word_break_unsaid, note_renumbered,
    call_lost, note_lost, call_to_another, another_language, no_language, another_title, another_place,
)  # fmt: skip
