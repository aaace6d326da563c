"""Rules MC545, MC546 and MC594 to MC596: how the print is laid out, against the transcript at hand."""

from __future__ import annotations

from memcon.diagnostics import Rule, Severity

_W = Severity.WARNING


def _said(inner: str) -> str:
    return f'<sp who="#bell" xml:id="t1"><speaker>Bell:</speaker> {inner}</sp>'


LAYOUT = (
    Rule("MC545", "made-otherwise", _W, "the transcript makes something else, and nobody answers for what is there",
         "Of an edited file the transcript is converted again, with the edition.toml beside it. Where that gives what "
         "the file was before it was edited, all that differs is an edit: mark-up that is gone, moved or new, other "
         "attributes, other words in the header. Editing is what TEI is for, and whoever edits says so: in a change of "
         "revisionDesc with @when and @who; what is added may bear the @resp of one of the editors whom edition.toml "
         "names instead. What decides about titles, dates, places and labels belongs into edition.toml itself. Words "
         "of the text are left to the proof (MC109), comments and names that point to whom they name are let alone, "
         "and where another rule says what is wrong in a line this one does not.",
         bad=_said('<p xml:id="opening">Good morning. We have come a long way.</p>'),
         good=_said("<p>Good morning. We have come a long way.<!-- Where from? --></p>"),
         fix="Take the edit back, or say who answers for it."),
    Rule("MC546", "left-over", _W, "a file lies among those of an edition and is no part of it",
         "Beside an edition.toml stand the files of the edition, and its transcripts in a folder below. Copies that "
         "editors, patches and merges leave behind (.bak, .orig, .rej, a name that ends in ~) are mistaken for the "
         "file sooner or later; an ending like .XML keeps a file from being checked; and of each transcript some file "
         "is made.",
         bad="talk.xml.orig",
         good="talk.txt",
         fix="Take it away, convert the transcript, or rename the file.",
         elements=("TEI",)),
    Rule("MC594", "spacing-against-transcript", _W, "words are joined or divided otherwise than in the transcript",
         "The proof compares characters, and no white space: this rule does. What the transcript prints wrongly is "
         "mended in choice, with sic and corr. It is said where the proof holds.",
         bad=_said("<p>Good morning. We have come along way.</p>"),
         good=_said("<p>Good morning. We have come a long way.</p>"),
         fix="Put the white space as the transcript has it."),
    Rule("MC595", "division-against-transcript", _W, "paragraphs or lines are divided otherwise than in the transcript",
         "A paragraph behind another begins where a line of the transcript does, and so does each lb; a blank line of "
         "the transcript stands in no paragraph without a pb or something else that interrupts it. It is said where "
         "the proof holds.",
         bad=_said("<p>Good morning.</p> <p>We have come a long way.</p>"),
         good=_said("<p>Good morning. We have come a long way.</p>"),
         elements=("p", "lb", "pb")),
    Rule("MC596", "emphasis-against-transcript", _W, "something is emphasised otherwise than in the transcript",
         "Where the transcript marks italic, bold or struck words, @rend says the same of the same words. What the "
         "scan shows and the transcript does not bears @resp.",
         bad=_said('<p>Good morning. We have come <hi rend="bold">a long</hi> way.</p>'),
         good=_said('<p>Good morning. We have come <hi rend="italic">a long</hi> way.</p>'),
         elements=("hi", "del", "note")),
)  # fmt: skip
