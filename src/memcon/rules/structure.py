"""Rules MC2xx: the structure of a transcript."""

from __future__ import annotations

from memcon.diagnostics import Rule, Severity

_W, _I = Severity.WARNING, Severity.INFO

STRUCTURE = (
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
)  # fmt: skip
