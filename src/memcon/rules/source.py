"""Rules MC1xx: the source file, and files that are read or written."""

from __future__ import annotations

from memcon.diagnostics import Rule, Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

SOURCE = (
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
         "The file or folder does not exist, may not be read, is a folder, a pipe or a device where a file is wanted, "
         "or changed while it was read. The other inputs are dealt with all the same; the exit code is 2."),
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
)  # fmt: skip
