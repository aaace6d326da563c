"""Rules MC594 to MC596: how the print is laid out, against the transcript at hand."""

from __future__ import annotations

from memcon.diagnostics import Rule, Severity

_W = Severity.WARNING


def _said(inner: str) -> str:
    return f'<sp who="#bell" xml:id="t1"><speaker>Bell:</speaker> {inner}</sp>'


LAYOUT = (
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
