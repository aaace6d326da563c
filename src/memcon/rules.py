"""The one table of diagnostic codes.

MC1xx source file; MC2xx transcript structure; MC3xx people, dates, references; MC4xx XML and schema;
MC5xx house rules; MC6xx rendering; MC7xx ingest; MC9xx configuration. Numbers are never reused.
"""

from __future__ import annotations

from types import MappingProxyType

from memcon.diagnostics import Rule, Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO


_TABLE = (
    # -- MC1xx source file ------------------------------------------------------------------------
    Rule("MC101", "empty-file", _E, "the transcript holds no printed character",
         "A transcript with nothing but white space (or no bytes at all) has no memorandum in it. "
         "No TEI is written."),
    Rule("MC102", "not-decodable", _E, "the bytes are not text in the expected encoding",
         "Transcripts are read as UTF-8; a byte-order mark of UTF-16 is obeyed. Anything else has to be named "
         "with --encoding, because a guess could change what is printed. The message names the first byte that "
         "does not fit and, where one can be told, the encoding the file is likely to be in."),
    Rule("MC103", "forbidden-character", _E, "the transcript holds a character that XML cannot carry",
         "XML 1.0 excludes NUL, most control characters, surrogates and the noncharacters U+FFFE and U+FFFF. "
         "A document that cannot hold a character cannot conserve it, so the file is refused; remove the "
         "character from the transcript, or restore what it stands for. Tabs, line ends, vertical tabs and form "
         "feeds are white space and welcome."),
    Rule("MC104", "missing-transcript", _E, "the transcript a file was made from is not there",
         "The proof compares a TEI file with its transcript, which sourceDesc/bibl[@type='transcript']/ptr/@target "
         "names relative to the TEI file. Put the transcript there, or say --transcripts DIR."),
    Rule("MC105", "unreadable-input", _E, "an input cannot be read",
         "The file does not exist, is a folder where a file is wanted, or may not be read."),
    Rule("MC106", "output-not-written", _E, "an output cannot be written",
         "The folder cannot be made or written to, or the disk is full. Files are written aside and renamed when "
         "they are complete: what was there before is still there, and nothing is half-written."),
    Rule("MC107", "target-edited", _E, "the file to be written was edited by hand, and is left alone",
         "A generated file carries the digest of its own canonical form. Where the digest no longer holds, "
         "somebody edited the file (or it never was generated), and writing it anew would lose the work. Say "
         "--replace-edited to replace it all the same."),
    Rule("MC108", "text-too-large", _E, "a run of text is longer than XML parsers accept in one node",
         "libxml2 refuses text nodes of more than 10,000,000 bytes. A transcript with such a paragraph cannot "
         "be read back from TEI; divide the paragraph."),
    Rule("MC109", "conservation-failed", _E, "the TEI and the transcript do not hold the same characters",
         "The text nodes of <text>, white space aside, must be the printed characters of the transcript in "
         "the same order; corrections and notes of the edition are left out. The message shows both "
         "sides from the first character that differs."),
    Rule("MC110", "transcript-changed", _W, "the transcript is not the one the file was made from",
         "The SHA-256 in sourceDesc differs from that of the transcript. The proof is repeated against the "
         "transcript as it is now; convert again if the change was meant."),
    Rule("MC111", "nothing-to-do", _I, "a TEI file without a text is passed over",
         "An authority file such as persons.xml has a standOff and no text: there is nothing to prove or render."),
    Rule("MC112", "no-transcript-named", _E, "the file does not say which lines of which transcript it encodes",
         "sourceDesc/bibl[@type='transcript']/ptr/@target must hold the transcript's relative path, "
         "with a line range after '#line=' (RFC 5147) where the memorandum is only a part of it."),
    Rule("MC113", "unknown-format", _E, "the file is in no format that transcripts are read from",
         "Transcripts are plain text, Markdown or HTML, told apart by their content and not by their name. The "
         "message names the format that was found. Text can be extracted from most (for a PDF with 'pdftotext "
         "-layout', for a word processor's file by saving it as plain text or HTML), and is then the transcript."),
    Rule("MC114", "excessive-structure", _E, "the file is cut up or nested as no transcript is",
         "A hundred thousand lines of three characters, or elements nested ten thousand deep, are a table, a list of "
         "words, the output of a program or an attack, and a document of them would take hundreds of times the memory "
         "of the file. A file of any size is read whose lines, paragraphs and marks hold 40 characters on average; "
         "shorter ones make no difference where there are fewer than 20,000."),
    # -- MC2xx transcript structure ---------------------------------------------------------------
    Rule("MC201", "no-speaker", _W, "no speaker label was found",
         "Memoranda in reported speech exist: such a text becomes paragraphs, and no turns are invented. If "
         "the text does have labels, name one in edition.toml, under [[label]]."),
    Rule("MC202", "no-date", _W, "no date was found",
         "Neither the heading, nor the masthead, nor an earlier memorandum in the same transcript gives a date. Give "
         "it in edition.toml, under [[memorandum]]."),
    Rule("MC203", "no-title", _W, "no title is printed",
         "The header's title is supplied from the participants and the date, and marked as the edition's. A "
         "title can be decided in edition.toml, under [[memorandum]]."),
    Rule("MC204", "doubtful-page-join", _W, "a paragraph may go on in the next one",
         "The paragraph stops without punctuation and the next begins with a capital, so a page break may have cut "
         "it or a stop may be missing. It is joined with @cert='low'. Settle it in edition.toml, under [[join]]."),
    Rule("MC205", "page-join", _I, "a paragraph cut by a page break was joined",
         "The paragraph stops in mid-sentence and the next one goes on in lower case, or page furniture stands between "
         "the two. They become one paragraph with a pb of the edition's own."),
    Rule("MC206", "unreadable-mark", _W, "a mark stands where a portion mark is expected, and cannot be read",
         "It is kept as printed, as a portion mark of low certainty without a classification; it is not corrected."),
    Rule("MC207", "source-note-not-parsed", _W, "the source note names nothing that could be parsed",
         "The note stays in the text as printed, but the header gets no repository and no shelfmark from it."),
    Rule("MC208", "source-note-unclosed", _W, "the source note's bracket is never closed",
         "The note is taken to end with the last paragraph that reads like a part of it."),
    Rule("MC209", "several-source-notes", _W, "more than one source note is printed",
         "All of them are kept, and the header names every source and translator."),
    Rule("MC210", "label-as-text", _W, "a paragraph opens like a speaker label, and is not taken for one",
         "Too little speaks for a label: the name recurs nowhere and belongs to nobody who takes part. If it is one, "
         "say so in edition.toml, under [[label]]."),
    Rule("MC211", "inherited-date", _W, "the date is taken over from the memorandum before",
         "The memorandum prints no date of its own and follows a dated one in the same transcript. The header "
         "marks the date as a conjecture of medium certainty and says where it is from."),
    Rule("MC212", "label-misprint", _I, "a speaker label is misprinted",
         "The label differs from a participant's name by a letter or by its punctuation. It is kept as printed, with "
         "the correction beside it."),
    Rule("MC213", "unclosed-bracket", _W, "a bracket is opened and not closed",
         "What follows the bracket is kept as text. If the words are supplied, encode them in the TEI."),
    Rule("MC221", "unknown-marking", _I, "a marking names something that is no term of classification or handling",
         "Banners, portion marks and the classification sentence of a source note point to the terms they name. What "
         "is none (a codeword, a name) is kept as printed, and nothing points to it; an editor may know better."),
    Rule("MC222", "doubtful-gap", _W, "a mark may stand for something withheld, or left blank, or for neither",
         "An empty box that is drawn, a row of underscores that is all of a line, a digit of an exemption that was "
         "recognised as a letter: the gap is encoded with @cert='low'. Raise it, or encode what it is."),
    Rule("MC223", "read-plainly", _W, "footnotes and page furniture contradict each other",
         "Notes, their calls, page numbers and running heads were told apart in a way that would lose some of the "
         "print. So none of them are: all of it is text. Divide the transcript, or encode them in the TEI."),
    # -- MC3xx people, dates, references ----------------------------------------------------------
    Rule("MC301", "unknown-speaker", _W, "a speaker label cannot be resolved to a person",
         "The label names an office, initials or a surname that fits no participant, or several. The turn is encoded "
         "without @who. Map the label in edition.toml, under [[label]]."),
    Rule("MC302", "unlisted-speaker", _I, "somebody speaks who is not named among the participants",
         "The label is a name, but neither the title nor the list of participants has it. The person is added."),
    Rule("MC303", "duplicate-identifier", _E, "two memoranda come to one identifier",
         "Every memorandum needs an identifier of its own, since it names the file. Give one of them another under "
         "[[memorandum]] in edition.toml, or put one transcript elsewhere."),
    Rule("MC304", "impossible-date", _W, "a printed date or time does not exist",
         "It is kept as printed; the header does not repeat it."),
    Rule("MC305", "people-table-invalid", _E, "a reviewed table of people cannot be applied",
         "memcon people --apply reads the table that --propose writes, with the editor's decisions in the last column: "
         "yes, no, nothing, or the id of the person it is instead. One bad row and nothing of the table is applied."),
    Rule("MC306", "person-id-taken", _E, "a new person would get the id of another one",
         "The authority file, or a line further up in the table, has a person of that id under another name. If they "
         "are one person, write the id as the decision; if not, change the id in the row."),
    Rule("MC307", "office-by-date", _I, "a speaker is known by office and date alone",
         "Nobody who is listed holds the office that the label names, and the record is an American one: the holder of "
         "the office on the date of the talk is meant. If not, map the label in edition.toml, under [[label]]."),
    Rule("MC308", "uncertain-date", _W, "the printed date can be read in more than one way",
         "A date in figures may have its month or its day first, a year of two digits may be of two centuries, and a "
         "date may be printed as approximate. An American record is read month first; otherwise the header has no "
         "date where the print does not settle it. Give it in edition.toml, under [[memorandum]]."),
    Rule("MC309", "wrong-weekday", _W, "the date did not fall on the printed day of the week",
         "One of the two is wrong, or misread. The date is taken as printed; if it is the wrong one, give the right "
         "one in edition.toml, under [[memorandum]]."),
    # -- MC4xx XML and schema ---------------------------------------------------------------------
    Rule("MC401", "not-well-formed", _E, "the file is not well-formed XML",
         "An XML parser cannot read the file beyond this place."),
    Rule("MC402", "doctype-refused", _E, "the file has a document type declaration",
         "A DTD can define entities that read other files or grow without bound. TEI needs none: remove the DOCTYPE, "
         "and write characters as themselves."),
    Rule("MC403", "not-tei", _E, "the file is XML, but not TEI",
         "The root element must be TEI in the namespace http://www.tei-c.org/ns/1.0."),
    Rule("MC404", "schema-invalid", _E, "the file does not follow the schema",
         "schemas/memcon.odd narrows TEI P5 to what memoranda of conversation need; the message says what was found "
         "and what was expected."),
    Rule("MC405", "schematron-failed", _E, "a constraint of the schema does not hold",
         "Some things a grammar cannot say; the ODD says them as Schematron assertions."),
    Rule("MC406", "duplicate-id", _E, "an xml:id stands twice in one file",
         "Every xml:id must be unique in its document, or pointers to it are ambiguous."),
    Rule("MC407", "parser-limit", _E, "the file exceeds a safe limit of the XML parser",
         "Very deep nesting, very long names or very long text are refused, since they exhaust memory."),
    # -- MC5xx house rules ------------------------------------------------------------------------
    Rule("MC501", "schema-location", _E, "the file points to a schema of its own",
         "xsi:schemaLocation is accepted by every XSD processor without question, and could make a validator fetch "
         "something else. The xml-model instructions name the schema."),
    Rule("MC502", "dangling-pointer", _E, "a pointer within the file resolves to nothing",
         "@who, @ref, @ana, @resp, @target, @scheme, @source and @sameAs that begin with # must name an xml:id of the "
         "same file."),
    Rule("MC503", "dangling-link", _E, "a pointer to another file resolves to nothing",
         "The file, or the xml:id in it, does not exist."),
    Rule("MC504", "lines-not-covered", _W, "lines of a transcript belong to no memorandum",
         "The line ranges of the files made from one transcript should cover all that is printed in it, and "
         "not overlap."),
    Rule("MC505", "identifier-mismatch", _E, "the file's name, idno and xml:id disagree",
         "idno[@type='memcon'] is the file's stem, and the xml:id is made from it."),
    Rule("MC506", "edited", _I, "the file was edited since it was generated",
         "Editing is what TEI is for; convert will not overwrite the file without --replace-edited."),
    # -- MC6xx rendering --------------------------------------------------------------------------
    Rule("MC601", "unrenderable-element", _W, "the style sheet has no template for an element",
         "Its text is kept in the page, without mark-up of its own."),
    Rule("MC602", "stylesheet-failed", _E, "a style sheet cannot be compiled or run",
         "The message is the XSLT processor's."),
    Rule("MC603", "stylesheet-access", _E, "a style sheet asks for a file or an address it may not have",
         "Only memcon:html.xsl and memcon:text.xsl can be imported; reading, writing and the network are denied."),
    # -- MC9xx configuration ----------------------------------------------------------------------
    Rule("MC901", "configuration-invalid", _E, "edition.toml cannot be used",
         "It is not TOML, or holds a key or a value that memcon does not know."),
    Rule("MC902", "unused-decision", _W, "a decision in edition.toml no longer applies",
         "The transcript, line or label that the entry names was not met. Remove the entry, or mend it."),
    Rule("MC903", "authority-invalid", _E, "the authority file cannot be used",
         "persons.xml must be well-formed TEI with standOff/listPerson, and every person needs an xml:id and a "
         "persName."),
    Rule("MC904", "person-unknown", _E, "a decision names a person whom the authority file does not have",
         "Persons are named by the xml:id they have in persons.xml. Add the person there, or mend the decision."),
)  # fmt: skip

RULES = MappingProxyType({rule.code: rule for rule in _TABLE})
"""Every rule by its code."""


def rule(code: str) -> Rule:
    """The rule of that code; KeyError is a bug."""
    return RULES[code]
