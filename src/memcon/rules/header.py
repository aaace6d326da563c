"""Rules MC57x and MC58x: house rules about sources, the header as a whole, and links between files."""

from __future__ import annotations

from memcon.diagnostics import Rule, Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO


def _medium(third: str) -> str:
    terms = (("in-person", "in person"), ("telephone", "by telephone"), ("teletype", third))
    made = (f'<category xml:id="medium.{name}"><catDesc>{meant}</catDesc></category>' for name, meant in terms)
    return (
        "\n ".join(('<taxonomy xml:id="medium">', "<desc>Medium of the conversation</desc>", *made)) + "\n</taxonomy>"
    )


HEADER: tuple[Rule, ...] = (
    Rule("MC570", "source-note-missing", _I, "no source note is printed",
         "Nothing says where the original is kept. Some memoranda that are printed one after another share a note.",
         bad="Bell: Good morning.\n\nDorn: Good morning.", good="[Source: The Library. Box 7.]",
         elements=("note",)),
    Rule("MC571", "source-note-doubled", _I, "more than one source note is printed",
         "All are kept. If they contradict each other, compare the original.",
         bad="[Source: The Library. Box 7.]\n\n[Source: The Library. Box 8.]", good="[Source: The Library. Box 7.]",
         elements=("note",)),
    Rule("MC572", "source-note-unread", _I, "the source note names nothing that could be told",
         "The note stays as it is printed; write repository and shelfmark into msIdentifier by hand.",
         bad='<note type="source" xml:id="source-1">[Source: a drawer.]</note>',
         good='<note type="source" xml:id="source-1">[Source: The Library. Box 7.]</note>',
         elements=("note",)),
    Rule("MC573", "source-against-print", _W, "the header's repository or shelfmark is not that of the source note",
         "The source note is read again, and msIdentifier must say the same: repository, place, collections, numbers. "
         "What the header says more must at least be printed somewhere.",
         bad='<repository>Library of the Foundation</repository>',
         good='<repository>Archive of the Foundation</repository>',
         elements=("msIdentifier", "repository", "collection")),
    Rule("MC574", "translator-against-print", _W, "the source note and the header name different translators",
         "Each translator whom a source note names has a respStmt, and so has the edition; and there are no others.",
         bad='<note type="source" xml:id="source-1">[Source: The Archive. Translated by Carl Frey.]</note>',
         good='<note type="source" xml:id="source-1">[Source: Archive of the Foundation. Fond 1, Opis 2.]</note>',
         elements=("respStmt", "note")),
    Rule("MC575", "publication-against-print", _W, "the source note and the header tell a publication differently",
         "sourceDesc/biblStruct repeats author, title, place, publisher, year, volume and pages as printed.",
         bad='<note type="source">[Source: x. Published in Carl Frey, Talks (Bonn: V, 1980).]</note>',
         good='<note type="source" xml:id="source-1">[Source: Archive of the Foundation. Fond 1.]</note>',
         elements=("biblStruct",)),
    Rule("MC576", "title-against-print", _W, "the header's title, subject or number is not what is printed",
         "The title is the printed heading without date and place, the subject that of the masthead, and repeated as "
         'the key word. A title that the edition makes has type="supplied" and @resp.',
         bad='<title type="main">Memorandum of Conversation between Anna Bell and Carl Corn</title>',
         good='<title type="main">Memorandum of Conversation between Anna Bell and Carl Dorn</title>',
         elements=("title", "idno", "term")),
    Rule("MC577", "place-against-print", _W, "the header's place is not what is printed",
         "Where the talk was is told by the dateline or the masthead. A place that the edition knows from elsewhere "
         'bears resp="#edition".',
         bad="<placeName>Minsk</placeName>", good="<placeName>Moscow</placeName>",
         elements=("placeName", "locale")),
    Rule("MC578", "medium-against-title", _W, "the title and the header disagree about telephone and teletype",
         "textClass/catRef says whether they met, telephoned or typed, as the title or the subject does.",
         bad='<catRef scheme="#medium" target="#medium.telephone"/>',
         good='<catRef scheme="#medium" target="#medium.in-person"/>',
         elements=("catRef",)),
    Rule("MC579", "header-incomplete", _W, "a part that every header has is missing or empty",
         "The header says who answers for the encoding, by what rules it was made and with what, in which language it "
         "is, and under what terms it may be used.",
         bad='<respStmt xml:id="source-edition"><resp>edition</resp></respStmt>',
         good='<respStmt xml:id="source-edition"><resp>edition</resp><orgName>The Press</orgName></respStmt>',
         elements=("teiHeader", "respStmt")),
    Rule("MC580", "not-canonical", _I, "the file is not written as memcon writes it",
         "Equal trees then differ as files: attributes quoted in another way, an empty element with two tags, other "
         "line ends. Nothing is wrong with it; memcon fix writes it anew.",
         bad="<body >", good="<body>",
         elements=("TEI",)),
    Rule("MC581", "unstable-id", _W, "an xml:id is not the one that the converter gives",
         "Turns are cited by number: t1, t2 and so on in order; source notes are source-1, footnotes n and their "
         "number, translators translator-1. Others change when the transcript is converted again.",
         bad='<note type="source" xml:id="source-2">[Source: The Library. Box 7.]</note>',
         good='<note type="source" xml:id="source-1">[Source: The Library. Box 7.]</note>',
         elements=("sp", "note")),
    Rule("MC582", "language-contradicted", _W, "the language is not what the file says",
         "TEI/@xml:lang is one of the languages of langUsage, and that of the text as it is printed.",
         bad='<language ident="fr"/>', good='<language ident="en"/>',
         elements=("language", "TEI")),
    Rule("MC583", "vocabulary-altered", _W, "a vocabulary in the header is not that of the schema",
         "classDecl repeats the vocabularies that the file points into, so that it can be read alone: the same terms "
         "under the same ids in every file.",
         bad=_medium("by telegram"), good=_medium("by teletype"),
         elements=("taxonomy", "category")),
    Rule("MC584", "excerpt-contradicted", _W, "the file does not say in every place that it is an excerpt",
         "A printed [excerpt] is a note of type extent, its div has @sample, and msItem @defective.",
         bad='<msItem defective="true"><title>x</title></msItem>', good="<msItem><title>x</title></msItem>",
         elements=("msItem", "div", "note")),
    Rule("MC585", "changes-out-of-order", _W, "the changes are not in the order of their days",
         "revisionDesc lists what was changed by hand, the latest first or the earliest first.",
         bad='<revisionDesc><change when="2026-02-01"/><change when="2026-03-01"/><change when="2026-01-01"/>'
             "</revisionDesc>",
         good='<revisionDesc><change when="2026-03-01"/><change when="2026-02-01"/></revisionDesc>',
         elements=("change", "revisionDesc")),
    Rule("MC586", "doubled-identifier", _E, "two files have one idno or one xml:id",
         "A memorandum is cited by its identifier, which leads to one file alone.",
         bad='<idno type="memcon">talk</idno>', good='<idno type="memcon">walk</idno>',
         elements=("TEI", "idno")),
    Rule("MC587", "person-against-authority", _W, "a person points to somebody of another name",
         "The name in the header is one of those that the authority file has for the person whom @sameAs names.",
         bad='<person xml:id="dorn" role="staff" sameAs="persons.xml#dorn"><persName>Emil Frey</persName></person>',
         good='<person xml:id="dorn" role="staff" sameAs="persons.xml#dorn"><persName>Carl Dorn</persName></person>',
         fix="Mend the pointer, or add the name to the authority file as a variant.",
         elements=("person", "persName")),
    Rule("MC588", "person-unused", _I, "somebody of the authority file is named by no file",
         "No header points to the entry. It is for a memorandum that is not here, or a double of another entry.",
         bad='<person xml:id="bell" role="principal"><persName>Anna Bell</persName></person>',
         good='<person xml:id="dorn" role="staff" sameAs="persons.xml#dorn"><persName>Carl Dorn</persName></person>',
         elements=("person",)),
    Rule("MC589", "header-against-edition", _W, "the header says something else than edition.toml",
         "Publisher, licence, languages and the edition of the transcript are the same in all files that edition.toml "
         "governs; what it decides of a memorandum stands in its header, and what nothing but a decision could have "
         "written there is decided. It is read where it lies beside the files.",
         bad='<respStmt xml:id="source-edition"><resp>edition</resp><orgName>The Press</orgName></respStmt>',
         good='<respStmt xml:id="source-edition"><resp>edition</resp><orgName>The Archive</orgName></respStmt>',
         fix="Mend the header or edition.toml, or convert again.",
         elements=("publisher", "licence", "textLang", "respStmt", "TEI")),
)  # fmt: skip
