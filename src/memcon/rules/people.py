"""Rules MC3xx: people, dates, references."""

from __future__ import annotations

from memcon.diagnostics import Rule, Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

PEOPLE = (
    Rule("MC301", "unknown-speaker", _W, "a speaker label cannot be resolved to a person",
         "The label names an office, initials or a surname that fits no participant, or several. The turn is encoded "
         "without @who. Map the label in edition.toml, under [[label]].",
         bad="The Secretary: I agree.\n\nThe Secretary: Yes.\n\nThe Secretary: No.",
         good="Dorn: I agree.\n\nDorn: Yes.\n\nDorn: No.",
         elements=("sp", "speaker")),
    Rule("MC302", "unlisted-speaker", _I, "somebody speaks who is not named among the participants",
         "The label is a name, but neither the title nor the list of participants has it. The person is added.",
         bad="Zimmer: I agree.\n\nZimmer: Yes.\n\nZimmer: No.",
         good="Dorn: I agree.\n\nDorn: Yes.\n\nDorn: No.",
         fix="Nothing, if the name is right; if it means somebody listed, map it in edition.toml, under [[label]].",
         elements=("person", "speaker")),
    Rule("MC303", "duplicate-identifier", _E, "two memoranda come to one identifier",
         "Every memorandum needs an identifier of its own, since it names the file. Give one of them another under "
         "[[memorandum]] in edition.toml, or put one transcript elsewhere.",
         bad="memcon convert talk.txt talk.md --out new",
         good="memcon convert talk.txt walk.md --out new",
         elements=("idno",)),
    Rule("MC304", "impossible-date", _W, "a printed date or time does not exist",
         "It is kept as printed; the header does not repeat it.",
         bad="Moscow, February 30, 1975",
         good="Moscow, February 28, 1975",
         fix="Give the right date in edition.toml, under [[memorandum]].",
         elements=("date", "time")),
    Rule("MC305", "people-table-invalid", _E, "a reviewed table of people cannot be applied",
         "memcon people --apply reads the table that --propose writes, with the editor's decisions in the last column: "
         "yes, no, nothing, or the id of the person it is instead. One bad row and nothing of the table is applied.",
         bad="variant | frey | Emil Frey | Frey | yes",
         good="variant | dorn | Carl Dorn | Dorn | yes"),
    Rule("MC306", "person-id-taken", _E, "a new person would get the id of another one",
         "The authority file, or a line further up in the table, has a person of that id under another name. If they "
         "are one person, write the id as the decision; if not, change the id in the row.",
         bad="person | dorn | Emil Dorn | | yes",
         good="person | dorn-2 | Emil Dorn | | yes",
         elements=("person",)),
    Rule("MC307", "office-by-date", _I, "a speaker is known by office and date alone",
         "Nobody who is listed holds the office that the label names, and the record is an American one: the holder of "
         "the office on the date of the talk is meant. If not, map the label in edition.toml, under [[label]].",
         bad="The President: I speak for the White House.\n\nThe President: Yes.\n\nThe President: No.\n\nE.O. 12958",
         good="Dorn: I speak for the White House.\n\nDorn: Yes.\n\nDorn: No.\n\nE.O. 12958",
         elements=("sp", "person")),
    Rule("MC308", "uncertain-date", _W, "the printed date can be read in more than one way",
         "A date in figures may have its month or its day first, a year of two digits may be of two centuries, and a "
         "date may be printed as approximate, or without its year. An American record is read month first, and a year "
         "taken from the other dates of the record; otherwise the header has no date. Give it in edition.toml, under "
         "[[memorandum]].",
         bad="Moscow, 3/5/75",
         good="Moscow, 3/25/75",
         elements=("date",)),
    Rule("MC309", "wrong-weekday", _W, "the date did not fall on the printed day of the week",
         "One of the two is wrong, or misread. The date is taken as printed; if it is the wrong one, give the right "
         "one in edition.toml, under [[memorandum]].",
         bad="Moscow, Monday, May 3, 1975",
         good="Moscow, Saturday, May 3, 1975",
         elements=("date",)),
    Rule("MC335", "office-by-elimination", _I, "a speaker is known by his office alone, and is the one who is left",
         "Two talk to each other, neither with an office that is printed, and one of them speaks under his name: the "
         "office that the other label names is the other one's. If not, map the label in edition.toml, under "
         "[[label]].",
         bad="Telephone Conversation between Anna Bell and Carl Dorn\n\nMoscow, May 3, 1975\n\n"
             "The President: Yes.\n\nDorn: No.\n\nThe President: Good.\n\nDorn: Yes.",
         good="Telephone Conversation between Anna Bell and Carl Dorn\n\nMoscow, May 3, 1975\n\n"
              "Bell: Yes.\n\nDorn: No.\n\nBell: Good.\n\nDorn: Yes.",
         elements=("sp", "person")),
    Rule("MC336", "language-from-text", _I, "the language of the document is told by its words alone",
         "edition.toml names no language, and the commonest words of the text are not those of English. The header and "
         "@xml:lang say the language that the text looks like.",
         bad="Bell: Es ist nicht so, dass wir das nicht wollen. Aber die Lage ist ernst, und sie ist nicht von uns. "
             "Ich bin der Meinung, dass wir mit den anderen reden und auf sie hören, es ist auch für sie nicht leicht, "
             "und das ist es, was ich sage.\n\nDorn: Ja, das ist auch die Meinung von dem Minister, und ich bin mit "
             "ihm der Ansicht, dass es nicht an uns ist, das zu tun.",
         good="Bell: It is not that we do not want it. But the situation is grave, and it is not of our making.",
         fix="Nothing, if the language is right; else give it in edition.toml, under [edition].",
         elements=("language", "langUsage")),
    Rule("MC310", "outside-lifetime", _W, "a talk or an office lies outside of somebody's life",
         "The file of persons, or the header, says with birth and death when somebody lived. Nobody takes part in a "
         "talk before he was born or after he died, or holds an office then: the person is another one of that name, "
         "or one of the dates is wrong. Dates are compared as far as both are told.",
         bad="<person xml:id='dorn' role='principal'><persName>Carl Dorn</persName><death when='1975-05-02'/></person>",
         good="<person xml:id='dorn' role='principal'><persName>Carl Dorn</persName><death when='1975-05'/></person>",
         fix="Look up who took part, and mend @sameAs, the date of the talk, or birth and death.",
         elements=("birth", "death", "person", "occupation")),
    Rule("MC311", "date-to-come", _W, "a date of the header has not come yet",
         "What the header tells of the talk and of its record was before the file was published, where "
         "publicationStmt has a date; and nothing in it is of the year 2100 or later. No clock is asked.",
         bad='<date when="2175-05-03"/>', good='<date when="1975-05-03"/>',
         fix="Mend the year.",
         elements=("date", "custEvent", "change", "birth", "death")),
    Rule("MC312", "identifier-malformed", _W, "an identifier is none of its kind, or that of two people",
         "VIAF gives figures, Wikidata a Q and figures, LCNAF an n and figures; a DOI begins with 10., an address with "
         "http or https, and the last figure of an ISBN follows from the others. Of two people each has an entry of "
         "his own there, and nobody has two; @type says whose identifier it is.",
         bad="<person xml:id='dorn'><persName>Carl Dorn</persName><idno type='Wikidata'>10288</idno></person>",
         good="<person xml:id='dorn'><persName>Carl Dorn</persName><idno type='Wikidata'>Q10288</idno></person>",
         fix="Look the entry up, and copy its identifier.",
         elements=("idno", "person")),
    Rule("MC331", "forename-found", _I, "the forename of somebody known by an initial is printed elsewhere",
         "Initial and surname fit just one full name in the memorandum, its notes included. The person gets it as a "
         "further name. If it is somebody else, take it out of the header.",
         bad="Memorandum of Conversation between G. Bell and Carl Dorn\n…\n[Source: Papers of Gertrude Bell, Fond 1.]",
         good="Memorandum of Conversation between G. Bell and Carl Dorn\n…\n[Source: Papers of Anna Bell, Fond 1.]",
         elements=("person", "persName")),
    Rule("MC332", "time-from-note", _I, "the time of the talk is told by its source note alone",
         "Neither the heading nor the masthead says when the talk began. The header takes the time from the source "
         "note, with @cert='medium', and points to it.",
         bad="Memorandum of Conversation between Anna Bell and Carl Dorn[1]\n\nMoscow, May 3, 1975\n\n"
             "Bell: Good evening.\n\nDorn: Yes.\n\nBell: No.\n\n"
             "[1] Source: State Archive, Box 2. The conversation took place at about 8 p.m.",
         good="Memorandum of Conversation between Anna Bell and Carl Dorn[1]\n\nMoscow, May 3, 1975\n\n"
              "Bell: Good evening.\n\nDorn: Yes.\n\nBell: No.\n\n"
              "[1] Source: State Archive, Box 2. An earlier conversation took place at about 8 p.m.",
         elements=("date",)),
    Rule("MC334", "name-declined", _I, "a title declines a name, and nothing prints its first form",
         "No label and no participant has the name as it is undeclined. Initials are kept with the name as the title "
         "prints it; without them nobody is listed, since the words may be an office or a country.",
         bad="Запись беседы Л. Белкина с К. Дорном\n\nМосква, 3 мая 1975 года\n\nОни согласились.",
         good="Запись беседы Л. Белкина с К. Дорном\n\nМосква, 3 мая 1975 года\n\nБелкин: Да.\n\nДорн: Нет.\n\n"
              "Белкин: Хорошо.\n\nДорн: Нет.",
         elements=("person", "persName")),
    Rule("MC333", "moment-from-text", _I, "the date or the time of the talk is told by a sentence of the text alone",
         "Neither the heading nor the masthead says it. The header takes it from the sentence that says when the talk "
         "was held, began or ended.",
         bad="Memorandum of Conversation between Anna Bell and Carl Dorn\n\nMoscow, May 3, 1975\n\n"
             "The meeting began at 10:30.\n\nBell: Good evening.\n\nDorn: Yes.\n\nBell: No.",
         good="Memorandum of Conversation between Anna Bell and Carl Dorn\n\nMoscow, May 3, 1975, 10:30\n\n"
              "The meeting began.\n\nBell: Good evening.\n\nDorn: Yes.\n\nBell: No.",
         fix="Look whether the sentence speaks of this talk; if not, give the date under [[memorandum]].",
         elements=("date",)),
)  # fmt: skip
