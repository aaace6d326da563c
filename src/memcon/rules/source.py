"""Rules MC1xx: the source file, and files that are read or written."""

from __future__ import annotations

from memcon.diagnostics import Rule, Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

SOURCE = (
    Rule("MC101", "empty-file", _E, "the transcript holds no printed character",
         "A transcript with nothing but white space (or no bytes at all) has no memorandum in it. "
         "No TEI is written.",
         bad=" \f\n",
         good="They spoke alone.\n",
         fix="Look for the text that was lost: a scan needs OCR, and an extraction may have found nothing."),
    Rule("MC102", "not-decodable", _E, "the bytes are not text in the expected encoding",
         "Transcripts are read as UTF-8; a byte-order mark of UTF-16 is obeyed. Anything else has to be named "
         "with --encoding, because a guess could change what is printed. The message names the first byte that "
         "does not fit and, where one can be told, the encoding the file is likely to be in.",
         bad="63 61 66 E9     café, saved in Windows-1252",
         good="63 61 66 C3 A9  café, saved in UTF-8",
         fix="Save the file as UTF-8, or name its encoding: memcon convert talk.txt --encoding cp1252."),
    Rule("MC103", "forbidden-character", _E, "the transcript holds a character that XML cannot carry",
         "XML 1.0 excludes NUL, most control characters, surrogates and the noncharacters U+FFFE and U+FFFF. "
         "A document that cannot hold a character cannot conserve it, so the file is refused; remove the "
         "character from the transcript, or restore what it stands for. Tabs, line ends, vertical tabs and form "
         "feeds are white space and welcome.",
         bad="We agreed.\x07",
         good="We agreed.\t"),
    Rule("MC104", "missing-transcript", _E, "the transcript a file was made from is not there",
         "The proof compares a TEI file with its transcript, which sourceDesc/bibl[@type='transcript']/ptr/@target "
         "names relative to the TEI file. Put the transcript there, or say --transcripts DIR.",
         bad="memcon verify talk.xml --transcripts elsewhere",
         good="memcon verify talk.xml",
         elements=("bibl", "ptr")),
    Rule("MC105", "unreadable-input", _E, "an input cannot be read",
         "The file or folder does not exist, may not be read, is a folder, a pipe or a device where a file is wanted, "
         "or changed while it was read. The other inputs are dealt with all the same; the exit code is 2.",
         bad="memcon validate tolk.xml",
         good="memcon validate talk.xml",
         fix="Look for a typing error in the path, and at who may read the file."),
    Rule("MC106", "output-not-written", _E, "an output cannot be written",
         "The folder cannot be made or written to, or the disk is full. Files are written aside and renamed when "
         "they are complete: what was there before is still there, and nothing is half-written.",
         bad="memcon convert talk.txt --out talk.xml/new",
         good="memcon convert talk.txt --out new",
         fix="Name a folder that you may write to, and make room on the disk."),
    Rule("MC107", "target-edited", _E, "the file to be written was edited by hand, and is left alone",
         "A generated file carries the digest of its own canonical form. Where the digest no longer holds, "
         "somebody edited the file (or it never was generated), and writing it anew would lose the work. Say "
         "--replace-edited to replace it all the same.",
         bad="memcon convert talk.txt",
         good="memcon convert talk.txt --replace-edited"),
    Rule("MC108", "text-too-large", _E, "a run of text is longer than XML parsers accept in one node",
         "libxml2 refuses text nodes of more than 10,000,000 bytes. A transcript with such a paragraph cannot "
         "be read back from TEI; divide the paragraph.",
         bad="word word word … and so on, 2,000,000 words in one paragraph",
         good="word word word … and so on, 1,000 words in one paragraph"),
    Rule("MC109", "conservation-failed", _E, "the TEI and the transcript do not hold the same characters",
         "The text nodes of <text>, white space aside, must be the printed characters of the transcript in "
         "the same order; corrections and notes of the edition are left out. The message shows both "
         "sides from the first character that differs.",
         bad='<sp who="#bell" xml:id="t3"><speaker>Bell:</speaker><p>Let us start.</p></sp>',
         good='<sp who="#bell" xml:id="t3"><speaker>Bell:</speaker><p>Let us begin.</p></sp>',
         fix="Restore the printed words; a correction goes beside them, in corr. If the transcript was mended, convert "
             "again.",
         elements=("text", "corr", "note")),
    Rule("MC110", "transcript-changed", _W, "the transcript is not the one the file was made from",
         "The SHA-256 in sourceDesc differs from that of the transcript. The proof is repeated against the "
         "transcript as it is now; convert again if the change was meant.",
         bad="Dorn: I do agree.",
         good="Dorn: I agree.",
         elements=("bibl", "idno")),
    Rule("MC111", "nothing-to-do", _I, "a TEI file without a text is passed over",
         "An authority file such as persons.xml has a standOff and no text: there is nothing to prove or render.",
         bad="memcon verify persons.xml",
         good="memcon verify talk.xml",
         fix="Nothing: this is for your information.",
         elements=("standOff",)),
    Rule("MC112", "no-transcript-named", _E, "the file does not say which lines of which transcript it encodes",
         "sourceDesc/bibl[@type='transcript']/ptr/@target must hold the transcript's relative path, "
         "with a line range after '#line=' (RFC 5147) where the memorandum is only a part of it.",
         bad='<bibl type="transcript"><title>talk.txt</title></bibl>',
         good='<bibl type="transcript"><ptr target="talk.txt#line=0,13"/></bibl>',
         elements=("sourceDesc", "bibl", "ptr")),
    Rule("MC113", "unknown-format", _E, "the file is in no format that transcripts are read from",
         "Transcripts are plain text, Markdown or HTML, told apart by their content and not by their name. The "
         "message names the format that was found. Text can be extracted from most (for a PDF with 'pdftotext "
         "-layout', for a word processor's file by saving it as plain text or HTML), and is then the transcript.",
         bad="%PDF-1.4",
         good="PDF, version 1.4"),
    Rule("MC114", "excessive-structure", _E, "the file is cut up or nested as no transcript is",
         "A hundred thousand lines of three characters, or elements nested ten thousand deep, are a table, a list of "
         "words, the output of a program or an attack, and a document of them would take hundreds of times the memory "
         "of the file. A file of any size is read whose lines, paragraphs and marks hold 40 characters on average; "
         "shorter ones make no difference where there are fewer than 20,000.",
         bad="a\na\na\n… and so on, 30,000 lines",
         good="a\na\na\n… and so on, 300 lines"),
    Rule("MC115", "print-changed", _E, "the print is not what it was when the file was generated",
         "A generated file carries checksums of its print, sentence by sentence and white space aside, in the "
         "instruction <?memcon?> before its root element. Where the transcript is not at hand they tell where the "
         "first sentence is that was changed, left out or added; the proof against the transcript tells more. "
         "Markup, corrections beside the print and notes of the edition change none of them.",
         bad='<sp who="#bell" xml:id="t3"><speaker>Bell:</speaker><p>Let us start.</p></sp>',
         good='<sp who="#bell" xml:id="t3"><speaker>Bell:</speaker><p>Let us begin.</p></sp>',
         fix="Restore the printed words, or convert the mended transcript again.",
         elements=("text", "corr", "note")),
    Rule("MC116", "markup-changed", _W, "the mark-up is not what it was when the file was generated",
         "A generated file carries checksums of its mark-up too, element by element, and of all that its header says. "
         "Where the transcript is not at hand, or does not give the file any more, they tell what was edited since. "
         "Editing is what TEI is for, and whoever edits says so: in a change of revisionDesc with @when and @who; what "
         "is added may bear the @resp of a person whom the header names in a respStmt instead. Comments, line ends, "
         "names that point to whom they name, and what a header tells more of who worked on the file are let alone; "
         "and where another rule says what is wrong in a line this one does not.",
         bad='<sp who="#bell" xml:id="t3"><speaker>Bell:</speaker><p rend="bold">Let us begin.</p></sp>',
         good='<sp who="#bell" xml:id="t3"><speaker>Bell:</speaker><p>Let us begin.</p></sp>',
         fix="Take the edit back, or say who answers for it.",
         elements=("change", "respStmt")),
)  # fmt: skip
