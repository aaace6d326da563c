"""Rules MC9xx: configuration."""

from __future__ import annotations

from memcon.diagnostics import Rule, Severity

_E, _W = Severity.ERROR, Severity.WARNING

CONFIGURATION = (
    Rule("MC901", "configuration-invalid", _E, "edition.toml cannot be used",
         "It is not TOML, or holds a key or a value that memcon does not know.",
         bad='[editoin]\ntitle = "Talks"',
         good='[edition]\ntitle = "Talks"'),
    Rule("MC902", "unused-decision", _W, "a decision in edition.toml no longer applies",
         "The transcript, line or label that the entry names was not met. Remove the entry, or mend it.",
         bad='[[memorandum]]\ntranscript = "talk.txt"\nline = 99\nplace = "Kiev"',
         good='[[memorandum]]\ntranscript = "talk.txt"\nline = 1\nplace = "Kiev"'),
    Rule("MC903", "authority-invalid", _E, "the authority file cannot be used",
         "persons.xml must be well-formed TEI with standOff/listPerson, and every person needs an xml:id and a "
         "persName.",
         bad='<person xml:id="dorn"><occupation>Minister</occupation></person>',
         good='<person xml:id="dorn"><persName>Carl Dorn</persName></person>',
         elements=("standOff", "listPerson", "person", "personGrp")),
    Rule("MC904", "person-unknown", _E, "a decision names a person whom the authority file does not have",
         "Persons are named by the xml:id they have in persons.xml. Add the person there, or mend the decision.",
         bad='[[label]]\nlabel = "DORN"\nperson = "nobody"',
         good='[[label]]\nlabel = "DORN"\nperson = "dorn"'),
    Rule("MC905", "unused-ignore", _W, "an [[ignore]] in edition.toml answers to no finding",
         "What was settled is no longer found: the file was mended, or the rule learned. Remove the entry, so that the "
         "next finding of that kind is seen. It is said only where every file that the entry could be about was "
         "checked, and the rule was listened to.",
         bad='[[ignore]]\ncode = "MC505"\nreason = "It was edited with the scans at hand."',
         good='[[ignore]]\ncode = "MC506"\nreason = "It was edited with the scans at hand."'),
    Rule("MC906", "ignore-too-wide", _W, "an [[ignore]] in edition.toml settles an error in all files",
         "An error that is right as it is, is so in one file, or at one element, and for a reason that is told of it. "
         "Settled everywhere, the next one of its kind is seen by nobody, be it a word that was changed.",
         bad='[[ignore]]\ncode = "MC109"\nreason = "It was edited with the scans at hand."',
         good='[[ignore]]\ncode = "MC109"\nfile = "talk.xml"\nreason = "It was edited with the scans at hand."'),
)  # fmt: skip
