"""Rules MC57x and MC58x: house rules about sources, the header as a whole, and links between files."""

from __future__ import annotations

from memcon.diagnostics import Rule, Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

HEADER: tuple[Rule, ...] = (
    Rule("MC570", "source-note-missing", _I, "no source note is printed",
         "Nothing says where the original is kept. Some memoranda that are printed one after another share a note."),
    Rule("MC571", "source-note-doubled", _I, "more than one source note is printed",
         "All are kept. If they contradict each other, compare the original."),
    Rule("MC572", "source-note-unread", _I, "the source note names nothing that could be told",
         "The note stays as it is printed; write repository and shelfmark into msIdentifier by hand.",
         bad='<note type="source" xml:id="source-1">[Source: a drawer.]</note>',
         good='<note type="source" xml:id="source-1">[Source: The Library. Box 7.]</note>'),
    Rule("MC573", "source-against-print", _W, "the header's repository or shelfmark is not that of the source note",
         "The source note is read again, and msIdentifier must say the same: repository, place, collections, numbers. "
         "What the header says more must at least be printed somewhere.",
         bad='<repository>Library of the Foundation</repository>',
         good='<repository>Archive of the Foundation</repository>'),
    Rule("MC574", "translator-against-print", _W, "the source note and the header name different translators",
         "Each translator whom a source note names has a respStmt, and so has the edition; and there are no others.",
         bad='<note type="source" xml:id="source-1">[Source: The Archive. Translated by Carl Frey.]</note>',
         good='<note type="source" xml:id="source-1">[Source: Archive of the Foundation. Fond 1, Opis 2.]</note>'),
    Rule("MC575", "publication-against-print", _W, "the source note and the header tell a publication differently",
         "sourceDesc/biblStruct repeats author, title, place, publisher, year, volume and pages as printed.",
         bad='<note type="source">[Source: x. Published in Carl Frey, Talks (Bonn: V, 1980).]</note>',
         good='<note type="source" xml:id="source-1">[Source: Archive of the Foundation. Fond 1.]</note>'),
    Rule("MC576", "title-against-print", _W, "the header's title, subject or number is not what is printed",
         "The title is the printed heading without date and place, the subject that of the masthead, and repeated as "
         'the key word. A title that the edition makes has type="supplied" and @resp.',
         bad='<title type="main">Memorandum of Conversation between Anna Bell and Carl Corn</title>',
         good='<title type="main">Memorandum of Conversation between Anna Bell and Carl Dorn</title>'),
    Rule("MC577", "place-against-print", _W, "the header's place is not what is printed",
         "Where the talk was is told by the dateline or the masthead. A place that the edition knows from elsewhere "
         'bears resp="#edition".',
         bad="<placeName>Minsk</placeName>", good="<placeName>Moscow</placeName>"),
    Rule("MC578", "medium-against-title", _W, "the title and the header disagree about telephone and teletype",
         "textClass/catRef says whether they met, telephoned or typed, as the title or the subject does.",
         bad='<catRef scheme="#medium" target="#medium.telephone"/>',
         good='<catRef scheme="#medium" target="#medium.in-person"/>'),
)  # fmt: skip
