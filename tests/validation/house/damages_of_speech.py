"""What a slip of an editor's hand does to the turns and the people of a memorandum: each damage changes a tree and
names the elements at one of which it must be found."""

from __future__ import annotations

import random
import re
from copy import deepcopy

from lxml import etree

from memcon.tei.names import XML_ID, tei
from validation.house.damaging import Damage, Element, every, flat, one, paragraphs, remove, two_speakers

_LEAST = 70  # characters of a paragraph that is copied

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
    """Of somebody who speaks by name, and whose name no authority file has."""
    for a, _ in [chance.choice(p)] if (p := two_speakers(root)) else []:
        for person in every(root, "person", "teiHeader"):
            name = person.find(tei("persName"))
            known = person.get("sameAs") is not None
            if (
                f"#{person.get(XML_ID)}" == a.get("who")
                and not known
                and name is not None
                and len((name.text or "").split()[-1]) > 4
            ):
                name.text = f"{(name.text or '')[:-3]}x{(name.text or '')[-2:]}"
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


DAMAGES: tuple[Damage, ...] = (
    wrong_who, who_removed, who_added, turn_removed, turn_doubled, turn_doubled_and_numbered, turns_swapped,
    turn_moved, labels_swapped, speeches_joined, turns_merged, turn_emptied, label_emptied, text_before_label,
    paragraph_doubled, paragraph_divided, person_removed, person_added, person_doubled, surname_misspelt,
    names_exchanged, wrong_reference, reference_removed, interpreter_made_participant, participant_made_interpreter,
)  # fmt: skip
