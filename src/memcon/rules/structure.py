"""Rules MC2xx: the structure of a transcript."""

from __future__ import annotations

from memcon.diagnostics import Rule, Severity

_W, _I = Severity.WARNING, Severity.INFO
_TITLE = "Memorandum of Conversation between Anna Bell and Carl Dorn"

STRUCTURE = (
    Rule("MC201", "no-speaker", _W, "no speaker label was found",
         "Memoranda in reported speech exist: such a text becomes paragraphs, and no turns are invented. If "
         "the text does have labels, name one in edition.toml, under [[label]].",
         bad=f"{_TITLE}\n\nMoscow, May 3, 1975\n\nThey agreed.",
         good=f"{_TITLE}\n\nMoscow, May 3, 1975\n\nBell: I agree.\n\nDorn: Yes.\n\nBell: Good.",
         elements=("sp",)),
    Rule("MC202", "no-date", _W, "no date was found",
         "Neither the heading, nor the masthead, nor an earlier memorandum in the same transcript gives a date. Give "
         "it in edition.toml, under [[memorandum]].",
         bad="Moscow",
         good="Moscow, May 3, 1975",
         elements=("date", "dateline")),
    Rule("MC203", "no-title", _W, "no title is printed",
         "The header's title is supplied from the participants and the date, and marked as the edition's. A "
         "title can be decided in edition.toml, under [[memorandum]].",
         bad="Bell: Good morning.\n\nDorn: Yes.\n\nBell: Well.\n\nDorn: No.",
         good=f"{_TITLE}\n\nBell: Good morning.\n\nDorn: Yes.\n\nBell: Well.\n\nDorn: No.",
         elements=("title",)),
    Rule("MC204", "doubtful-page-join", _W, "a paragraph may go on in the next one",
         "The paragraph stops without punctuation and the next begins with a capital, so a page break may have cut "
         "it or a stop may be missing. It is joined with @cert='low'. Settle it in edition.toml, under [[join]].",
         bad="Dorn: We have come a very long way since the last time. We met before we came to\n\nMoscow again.",
         good="Dorn: We have come a very long way since the last time. We met before we came.\n\nMoscow again.",
         elements=("pb",)),
    Rule("MC205", "page-join", _I, "a paragraph cut by a page break was joined",
         "The paragraph stops in mid-sentence and the next one goes on in lower case, or page furniture stands between "
         "the two. They become one paragraph with a pb of the edition's own.",
         bad="Dorn: We have come a long way since the last time, and\n\nwe are tired.",
         good="Dorn: We have come a long way since the last time.\n\nWe are tired.",
         fix="Nothing, if the join is right; if not, say so in edition.toml, under [[join]].",
         elements=("pb",)),
    Rule("MC206", "unreadable-mark", _W, "a mark stands where a portion mark is expected, and cannot be read",
         "It is kept as printed, as a portion mark of low certainty without a classification; it is not corrected.",
         bad="Dorn: I agree. (C)\n\nBell: Yes. ~~let~~\n\nDorn: No. ~~(C)~~\n\nBell: Oh. (U)",
         good="Dorn: I agree. (C)\n\nBell: Yes. ~~(C)~~\n\nDorn: No. ~~(C)~~\n\nBell: Oh. (U)",
         fix="Look at the scan. If the mark can be read there, write its term into @ana and remove @cert.",
         elements=("metamark",)),
    Rule("MC207", "source-note-not-parsed", _W, "the source note names nothing that could be parsed",
         "The note stays in the text as printed, but the header gets no repository and no shelfmark from it.",
         bad="[Source: x]",
         good="[Source: Archive of the Foundation. Fond 1, Opis 2.]",
         fix="Write repository and shelfmark into msIdentifier, if you know them.",
         elements=("note", "msIdentifier")),
    Rule("MC208", "source-note-unclosed", _W, "the source note's bracket is never closed",
         "The note is taken to end with the last paragraph that reads like a part of it.",
         bad="[Source: Archive of the Foundation. Fond 1, Opis 2.",
         good="[Source: Archive of the Foundation. Fond 1, Opis 2.]",
         fix="Look where the note ends, and move its end tag if need be.",
         elements=("note",)),
    Rule("MC209", "several-source-notes", _W, "more than one source note is printed",
         "All of them are kept, and the header names every source and translator.",
         bad="[Source: Archive of the Foundation. Fond 1, Opis 2.]\n\n[Source: The Library. Box 7.]",
         good="[Source: Archive of the Foundation. Fond 1, Opis 2. The Library. Box 7.]",
         fix="Look whether two memoranda were run together; if both notes are of this one, all is well.",
         elements=("note", "msDesc")),
    Rule("MC210", "label-as-text", _W, "a paragraph opens like a speaker label, and is not taken for one",
         "Too little speaks for a label: the name recurs nowhere and belongs to nobody who takes part. If it is one, "
         "say so in edition.toml, under [[label]].",
         bad=f"{_TITLE}\n\nIt rained.\n\nZimmer: No.",
         good=f"{_TITLE}\n\nIt rained.\n\nZimmer said no.",
         elements=("sp",)),
    Rule("MC211", "inherited-date", _W, "the date is taken over from the memorandum before",
         "The memorandum prints no date of its own and follows a dated one in the same transcript. The header "
         "marks the date as a conjecture of medium certainty and says where it is from.",
         bad="[Source: Archive of the Foundation.]\n\nMemorandum of Conversation between Anna Bell and Emil Frey\n\n"
             "Bell: Good evening.\n\nFrey: Yes.\n\nBell: Good.\n\nFrey: No.\n\n[Source: Archive of the Foundation.]",
         good="[Source: Archive of the Foundation.]\n\nMemorandum of Conversation between Anna Bell and Emil Frey\n\n"
              "Kiev, May 4, 1975\n\nBell: Good evening.\n\nFrey: Yes.\n\nBell: Good.\n\nFrey: No.\n\n"
              "[Source: Archive of the Foundation.]",
         fix="Give the date in edition.toml, under [[memorandum]], if you know it.",
         elements=("date",)),
    Rule("MC212", "label-misprint", _I, "a speaker label is misprinted",
         "The label differs from a participant's name by a letter or by its punctuation. It is kept as printed, with "
         "the correction beside it.",
         bad="Memorandum of Conversation between Anna Bell and Carl Lindqvist\n\nBell: Good morning.\n\n"
             "Lindqvist: Good morning.\n\nBell: Let us begin.\n\nLindquist: I agree.",
         good="Memorandum of Conversation between Anna Bell and Carl Lindqvist\n\nBell: Good morning.\n\n"
              "Lindqvist: Good morning.\n\nBell: Let us begin.\n\nLindqvist: I agree.",
         fix="Nothing, if the correction is right; if not, map the label in edition.toml, under [[label]].",
         elements=("speaker", "choice", "sic", "corr")),
    Rule("MC213", "unclosed-bracket", _W, "a bracket is opened and not closed",
         "What follows the bracket is kept as text. If the words are supplied, encode them in the TEI.",
         bad="Dorn: I agree.\n\nYes [and no.",
         good="Dorn: I agree.\n\nYes [and] no.",
         elements=("supplied",)),
    Rule("MC221", "unknown-marking", _I, "a marking names something that is no term of classification or handling",
         "Banners, portion marks and the classification sentence of a source note point to the terms they name. What "
         "is none (a codeword, a name) is kept as printed, and nothing points to it; an editor may know better.",
         bad="Dorn: I agree.\n\nSECRET/MARIGOLD",
         good="Dorn: I agree.\n\nSECRET/NODIS",
         fix="If it is a term of the vocabulary in another form, point to the term with @ana.",
         elements=("fw", "metamark", "custEvent", "note")),
    Rule("MC222", "doubtful-gap", _W, "a mark may stand for something withheld, or left blank, or for neither",
         "An empty box that is drawn, a row of underscores that is all of a line, a digit of an exemption that was "
         "recognised as a letter: the gap is encoded with @cert='low'. Raise it, or encode what it is.",
         bad="Dorn: I agree to [    ].",
         good="Dorn: I agree to ████.",
         elements=("gap",)),
    Rule("MC223", "read-plainly", _W, "footnotes and page furniture contradict each other",
         "Notes, their calls, page numbers and running heads were told apart in a way that would lose some of the "
         "print. So none of them are: all of it is text. Divide the transcript, or encode them in the TEI.",
         bad="PARTICIPANTS\nMr. Haddad, who has read it/2/ with interest\n/2/See it.\n\nnow.\n\nPARTICIPANTS",
         good="Mr. Haddad, who has read it/2/ with interest\n\n/2/See it.\n\nnow.\n\nPARTICIPANTS",
         elements=("note", "ref", "fw")),
    Rule("MC232", "talk-within", _I, "another memorandum may begin within this one",
         "A dateline of another day stands within the text, or an editorial note introduces the words of a talk behind "
         "those of another. Nothing proves that a memorandum begins there, so that none does.",
         bad=f"{_TITLE}\n\nMoscow, May 3, 1975\n\nThey agreed.\n\nKiev, May 5, 1975\n\nThey did not agree.",
         good=f"{_TITLE}\n\nMoscow, May 3, 1975\n\nThey agreed.\n\nMoscow, May 3, 1975\n\nThey did not agree.",
         fix="If one begins there, say so in edition.toml, under [[memorandum]].",
         elements=("div", "dateline")),
    Rule("MC231", "speaker-at-end", _W, "a paragraph ends with the name of who may have said it",
         "Two paragraphs or more have no label, and end with the name of somebody who takes part, in brackets or "
         "behind a dash. They stay paragraphs, since what comes before may be of several people.",
         bad="Dorn: I agree.\n\n“When does it open?” (Bell)\n\n“In May.” (Dorn)",
         good="Dorn: I agree.\n\n“When does it open?” (Bell)\n\n“In May.” (The harbour is meant.)",
         fix="Encode the turns in the TEI.",
         elements=("sp",)),
)  # fmt: skip
