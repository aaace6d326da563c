"""Rules MC50x: house rules about the file as a whole and its pointers."""

from __future__ import annotations

from memcon.diagnostics import Rule, Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

HOUSE = (
    Rule("MC501", "schema-location", _E, "the file points to a schema of its own",
         "xsi:schemaLocation is accepted by every XSD processor without question, and could make a validator fetch "
         "something else. The xml-model instructions name the schema.",
         bad='<p xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="x mine.xsd">I agree.</p>',
         good='<p xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">I agree.</p>',
         fix="Remove the attribute.",
         elements=("TEI",)),
    Rule("MC502", "dangling-pointer", _E, "a pointer within the file resolves to nothing",
         "@who, @ref, @ana, @resp, @target, @scheme, @source and @sameAs that begin with # must name an xml:id of the "
         "same file.",
         bad='<sp who="#frey" xml:id="t2"><speaker>Dorn:</speaker><p>Good morning.</p></sp>',
         good='<sp who="#dorn" xml:id="t2"><speaker>Dorn:</speaker><p>Good morning.</p></sp>',
         fix="Mend the pointer, or add what it should lead to: the person, the respStmt or the category in the header, "
             "the note in the text.",
         elements=("sp", "persName", "orgName", "placeName", "roleName", "ref", "note", "person", "date", "catRef",
                   "certainty", "supplied", "corr", "gap", "metamark", "fw", "custEvent", "change")),
    Rule("MC503", "dangling-link", _E, "a pointer to another file resolves to nothing",
         "The file, or the xml:id in it, does not exist.",
         bad='<person xml:id="dorn" role="principal" sameAs="persons.xml#frey"><persName>Dorn</persName></person>',
         good='<person xml:id="dorn" role="principal" sameAs="persons.xml#dorn"><persName>Dorn</persName></person>',
         fix="Mend the pointer, or add the entry to the other file. For the file of persons, memcon people --propose "
             "lists who is missing there.",
         elements=("person", "personGrp", "persName", "orgName", "placeName", "roleName", "ref", "date", "ptr")),
    Rule("MC504", "lines-not-covered", _W, "lines of a transcript belong to no memorandum",
         "The line ranges of the files made from one transcript cover it from the first line to the last, and "
         "do not overlap.",
         bad='<bibl type="transcript"><ptr target="talk.txt#line=2,13"/></bibl>',
         good='<bibl type="transcript"><ptr target="talk.txt#line=0,13"/></bibl>',
         fix="Convert the transcript again, and remove files that an earlier run divided otherwise.",
         elements=("bibl", "ptr")),
    Rule("MC505", "identifier-mismatch", _E, "the file's name, idno and xml:id disagree",
         "idno[@type='memcon'] is the file's stem, and the xml:id is made from it.",
         bad='<idno type="memcon">walk</idno>',
         good='<idno type="memcon">talk</idno>',
         fix="Name the file as the idno says, or the idno as the file; the xml:id is m- and the same name.",
         elements=("TEI", "idno")),
    Rule("MC506", "edited", _I, "the file was edited since it was generated",
         "Editing is what TEI is for; convert will not overwrite the file without --replace-edited.",
         bad="<body><!-- checked against the scan -->",
         good="<body>",
         fix="Nothing: this is for your information.",
         elements=("TEI",)),
    Rule("MC507", "formula-altered", _W, "words that are the same in every header are not",
         "What the converter does is told in editorialDecl, what made the file in application, what a respStmt is for "
         "in resp, each in words that do not change. An editor's own practice is told in a paragraph behind those.",
         bad='<respStmt xml:id="edition"><resp>revision</resp><orgName>the edition</orgName></respStmt>',
         good='<respStmt xml:id="edition"><resp>encoding</resp><orgName>the edition</orgName></respStmt>',
         elements=("editorialDecl", "application", "respStmt", "availability")),
    Rule("MC508", "header-order", _W, "parts of a generated header stand in another order",
         "Those who answer for something stand in the order edition, translators, the transcript's edition; "
         "participants as they are printed in their list, in the title, or as they speak; a date behind its place. "
         "Files that memcon did not make are let alone.",
         bad='<listPerson><person xml:id="dorn" role="principal"><persName>Carl Dorn</persName></person>'
             '<person xml:id="bell" role="principal"><persName>Anna Bell</persName></person></listPerson>',
         good='<listPerson><person xml:id="bell" role="principal"><persName>Anna Bell</persName></person>'
              '<person xml:id="dorn" role="principal"><persName>Carl Dorn</persName></person></listPerson>',
         elements=("titleStmt", "listPerson", "setting", "sourceDesc")),
    Rule("MC509", "act-unanswered", _W, "something is said or judged beyond the print, and nobody answers for it",
         "Corrections, notes and other additions of an edition bear resp='#edition', and the header tells who that is: "
         "a person in the respStmt, who stands in edition.toml among the editors, or a change in revisionDesc. So "
         "does a misprint that is marked without its correction, and a date, place or title that is known from "
         "elsewhere, where edition.toml does not decide it. How certain something is, @cert, is the judgement of "
         "somebody whom @resp names. What the converter concludes by itself it tells in editorialDecl.",
         bad='<hi>We met<note type="editorial" resp="#edition">In Oslo.</note>.</hi>',
         good='<hi>We met<note type="editorial">[In Oslo.]</note>.</hi>',
         fix="Name who decided: under [edition] in edition.toml as one of the editors, or in a respStmt of its own to "
             "which @resp leads; or tell what was changed in revisionDesc.",
         elements=("corr", "note", "supplied", "sic", "respStmt", "change", "date", "placeName", "title")),
)  # fmt: skip
