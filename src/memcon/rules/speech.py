"""Rules MC51x to MC52x: house rules about turns and people; those about the printed text stand in `printing`."""

from __future__ import annotations

from memcon.diagnostics import Rule, Severity
from memcon.rules.printing import PRINTING

_W, _I = Severity.WARNING, Severity.INFO


def _turn(inner: str, attributes: str = 'who="#bell"', label: str = "Bell:") -> str:
    return f'<sp {attributes} xml:id="t1">\n<speaker>{label}</speaker>\n{inner}\n</sp>'


def _talk(*turns: str) -> str:
    lines = "\n".join(turns)
    return f'<div type="memorandum">\n{lines}\n</div>'


def _person(name: str, attributes: str = 'xml:id="bell" role="principal"', more: str = "") -> str:
    return f"<person {attributes}><persName>{name}</persName>{more}</person>"


def _listed(*persons: str) -> str:
    lines = "\n".join(persons)
    return f"<listPerson>\n{lines}\n</listPerson>"


_BELL = _turn("<p>Good morning.</p>")
_DORN = '<sp who="#dorn" xml:id="t2"><speaker>Dorn:</speaker><p>Good morning.</p></sp>'
_ANOTHER = 'xml:id="dorn" role="participant"'
_LONG = "I should like to say once more what I have said on many occasions before this one."

_TURNS = (
    Rule("MC510", "speaker-not-listed", _I, "a label means nobody whom the participants list",
         "The turn has no @who, and neither its label nor another turn of the same label says who speaks. Add the "
         "person to particDesc, or leave it so where nobody can know.",
         bad=_turn("<p>Yes.</p>", 'n="1"', "MF:"), good=_turn("<p>Yes.</p>", 'who="#dorn"', "CD:")),
    Rule("MC511", "speaker-not-pointed-to", _W, "a turn points to nobody, though its label can be told",
         "The turn has no @who. Other turns of the same label have one, or the label is the name, the office or the "
         "initials of one participant alone.",
         bad=_turn("<p>Yes.</p>", 'n="1"'), good=_turn("<p>Yes.</p>")),
    Rule("MC512", "speaker-contradicted", _W, "a turn points to somebody whom its label does not mean",
         "The label is the name, the office or the initials of another participant, or names more or fewer people than "
         "@who does, or is somebody else's in most other turns. One of the two was changed, or misread.",
         bad=_turn("<p>Yes.</p>", 'who="#dorn"'), good=_turn("<p>Yes.</p>", 'who="#bell #dorn"', "Bell and Dorn:")),
    Rule("MC513", "label-in-turn", _W, "a sentence within a turn opens like a label",
         "A paragraph, or a sentence within one, begins with a label of this document or with a participant's surname "
         "and a colon: a turn may begin here. Divide the sp, or ignore this where somebody is quoted.",
         bad=_turn("<p>Good morning.</p><p>Dorn: Good morning.</p>"),
         good=_turn("<p>Good morning.</p><p>Dorn said: Good morning.</p>")),
    Rule("MC514", "same-speaker-again", _I, "two turns in a row are by one speaker",
         "Nothing is printed between them. That happens (a pause, a page); it is also what a lost turn leaves behind.",
         bad=_talk(_BELL, _DORN.replace("dorn", "bell").replace("Dorn", "Bell")), good=_talk(_BELL, _DORN)),
    Rule("MC515", "empty-turn", _W, "nothing is said in a turn",
         "Behind the label there are no words, no direction, no gap and no sign of omission.",
         bad=_turn("<p/>"), good=_turn("<p><stage>[Laughter.]</stage></p>")),
    Rule("MC516", "printed-twice", _W, "a paragraph stands in the document twice",
         "Two paragraphs of some length have the same words: one was copied, or moved and not taken away.",
         bad=_turn(f"<p>{_LONG}</p>\n<p>{_LONG}</p>"), good=_turn(f"<p>{_LONG}</p>\n<p>I said: {_LONG}</p>")),
    Rule("MC517", "unlikely-length", _I, "a turn is far longer than the others",
         "It has more than 20,000 characters, or more than 4,000 and forty times what is usual in this document: a "
         "label within it may not have been taken for one.",
         bad=_turn("<p>We have come a long way. … (five thousand characters)</p>"),
         good=_turn("<p>We have come a long way. … (two thousand characters)</p>")),
    Rule("MC518", "label-not-first", _W, "something is printed in a turn before its label",
         "A turn begins with its label; only a page break and page furniture may stand before it.",
         bad='<sp who="#bell" xml:id="t1"><stage>(smiles)</stage><speaker>Bell:</speaker><p>Yes.</p></sp>',
         good='<sp who="#bell" xml:id="t1"><pb n="2"/><speaker>Bell:</speaker><p>Yes.</p></sp>'),
)  # fmt: skip

_PEOPLE = (
    Rule("MC520", "silent-participant", _I, "a participant says nothing",
         "Somebody is listed as a principal or a participant, and no turn is by him, though the memorandum has turns. "
         "Most lists name more people than speak; it is also what a wrong @who leaves behind.",
         bad=_listed(_person("Anna Bell"), _person("A. Bell", _ANOTHER.replace("dorn", "a-bell"))),
         good=_listed(_person("Anna Bell"), _person("Carl Dorn", _ANOTHER))),
    Rule("MC521", "person-not-in-text", _W, "nothing in the text points to a person of the header, or has the name",
         "The person speaks nowhere, no name in the text points there, and the surname is not printed.",
         bad=_listed(_person("Anna Bell"), _person("Emil Frey", _ANOTHER.replace("dorn", "frey"))),
         good=_listed(_person("Anna Bell"), _person("Carl Dorn", _ANOTHER))),
    Rule("MC522", "person-doubled", _W, "two persons of the header are one",
         "They have one name and one office, or one @sameAs. Join them, and let all pointers lead to one.",
         bad=_listed(_person("Anna Bell"), _person("Anna Bell", _ANOTHER)),
         good=_listed(_person("Anna Bell"), _person("Carl Dorn", _ANOTHER))),
    Rule("MC523", "name-spelt-otherwise", _W, "the text does not have a person's name as the header spells it",
         "The surname is printed nowhere, or another given name is printed before it that differs by a letter or two, "
         "or the list of participants or the title has more of the name. A name that the header has in full, and the "
         "print with initials, is well; persons of an authority file (@sameAs) have their names there.",
         bad=_person("Anne Bell"), good=_person("Anna B. Bell")),
    Rule("MC524", "role-contradicted", _W, "the print says that a person has another part in the talk",
         "An interpreter or note-taker of the print has another @role, somebody has that @role and the print does not "
         "say so, or the title names a participant who is no principal.",
         bad=_person("Anna Bell", more="<occupation>Interpreter</occupation>"),
         good=_person("Anna Bell", 'xml:id="bell" role="interpreter"', "<occupation>Interpreter</occupation>")),
    Rule("MC525", "name-not-pointed", _W, "a printed name points to nobody, and the header lists the person",
         "persName in the text leads to the person with @ref.",
         bad=_turn("<p>We met <persName>Carl Dorn</persName>.</p>"),
         good=_turn('<p>We met <persName ref="#dorn">Carl Dorn</persName>.</p>')),
    Rule("MC526", "name-contradicted", _W, "a printed name points to somebody else",
         "The name is that of another participant than the one to whom @ref leads.",
         bad=_turn('<p>We met <persName ref="#bell">Carl Dorn</persName>.</p>'),
         good=_turn('<p>We met <persName ref="#dorn">Carl Dorn</persName>.</p>')),
    Rule("MC528", "office-misspelt", _W, "an office is printed otherwise than the header spells it",
         "A word of it is printed nowhere, and one that differs by a slip is. An office that is not printed at all is "
         "the edition's knowledge.",
         bad=_person("Anna Bell", more="<occupation>Conversatian Secretary</occupation>"),
         good=_person("Anna Bell", more="<occupation>Conversation Secretary</occupation>"), elements=("occupation",)),
)  # fmt: skip

SPEECH: tuple[Rule, ...] = (*_TURNS, *_PEOPLE, *PRINTING)
