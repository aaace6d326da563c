"""What an editor may be at, and the elements for it: every element of the schema once."""

from __future__ import annotations

from memcon.reference.guide import Task

_TASKS: tuple[tuple[str, str, str], ...] = (
    ("The file and who answers for it", "Title, publication and hands of the file: the beginning of every header.",
     "TEI teiHeader fileDesc titleStmt title respStmt resp editor author publicationStmt publisher authority pubPlace "
     "idno availability licence"),
    ("The archival document", "Where it is kept, how it is cited there, what it is written in.",
     "sourceDesc msDesc msIdentifier country settlement institution repository collection altIdentifier msName "
     "msContents msItem textLang"),
    ("Classification and release", "What happened to the document: by whom it was classified, when it was released. "
     "Markings on the page are under withheld text and under pages.",
     "additional adminInfo custodialHist custEvent"),
    ("Earlier publications and the transcript", "Where else it is printed, and what this file was made from.",
     "biblStruct analytic monogr imprint biblScope bibl ptr"),
    ("The encoding and its history", "How the text was encoded, with which vocabularies, and what was changed since.",
     "encodingDesc projectDesc editorialDecl classDecl taxonomy category catDesc appInfo application revisionDesc "
     "change"),
    ("The conversation: when, where, about what", "Facts that readers search for, normalised in the header; dates and "
     "times also in the text.",
     "profileDesc creation langUsage language settingDesc setting locale activity date time textClass catRef keywords "
     "term"),
    ("People", "Who took part, in the header of a memorandum; everybody the edition knows, in the file of persons.",
     "particDesc listPerson person personGrp birth death occupation state standOff"),
    ("The document and its divisions", "The printed text from its letterhead to its last line.",
     "text front body back div head opener dateline closer trailer"),
    ("Turns and paragraphs", "The conversation itself.",
     "sp speaker p stage quote q floatingText"),
    ("Lists and tables", "Mastheads, participants, enumerations, cover sheets.",
     "list item label table row cell"),
    ("Withheld, left out, marked", "What is not there, the words in its place, and the marks that paragraphs carry.",
     "gap desc ellipsis metamark"),
    ("Additions, misprints, doubts", "What a translator, an editor or the edition did or found.",
     "supplied choice sic corr del certainty"),
    ("Notes and references", "Footnotes and their calls, source notes, remarks.",
     "note ref"),
    ("Pages, lines and how words look", "What belongs to the page and not to the text, and where it stands.",
     "pb lb pc fw stamp hi"),
    ("Names", "People, places and bodies, as printed.",
     "persName orgName placeName roleName forename surname"),
)  # fmt: skip

TASKS = tuple(Task(title, about, tuple(elements.split())) for title, about, elements in _TASKS)
"""The tasks in the order of a file."""
