"""Rules MC52x to MC54x: house rules about the printed text and the mark-up that holds it."""

from __future__ import annotations

from memcon.diagnostics import Rule, Severity

_W, _I = Severity.WARNING, Severity.INFO


def _p(inner: str) -> str:
    return f"<p>{inner}</p>"


def _said(*paragraphs: str) -> str:
    lines = "\n".join(paragraphs)
    return f'<sp who="#bell" xml:id="t1">\n<speaker>Bell:</speaker>\n{lines}\n</sp>'


def _text(inner: str) -> str:
    return _said(_p(inner))


def _note(n: str, label: str = "") -> str:
    return f'<note xml:id="n{n}" n="{n}" place="end"><label>{label or n}</label> See above.</note>'


def _call(target: str, mark: str) -> str:
    return _p(f'Yes.<ref type="noteMark" target="#{target}">{mark}</ref>')


_SIC_NOTE = '<note type="editorial" subtype="sic">[sic]</note>'
_AGREED = "I agree with all that was said before."

_TEXT = (
    Rule("MC527", "bracket-not-encoded", _W, "words in square brackets, or a sign of omission, are plain text",
         "Square brackets hold what was supplied, withheld, omitted or described; a free-standing ellipsis is an "
         "omission. Each has an element of its own: supplied, gap, ellipsis, stage, note.",
         bad=_text("We met [at noon]."), good=_text('We met <supplied resp="#source-edition">[at noon]</supplied>.')),
    Rule("MC529", "note-untyped", _W, "a note does not say what it is",
         "A note of the source, of the extent, of the edition or a remark has its type; a footnote has its place.",
         bad='<note resp="#edition">Not in the carbon copy.</note>',
         good='<note type="editorial" resp="#edition">Not in the carbon copy.</note>', elements=("note",)),
    Rule("MC530", "unbalanced-bracket", _W, "a bracket has no other half",
         "It is opened and not closed, or closed and not opened, within its turn, note or list. An enumerator such as "
         "1) or a) is none.",
         bad=_text("We met (at noon."), good=_text("We met a) at noon (or so), b) at night.")),
    Rule("MC531", "unbalanced-quotation", _W, "a quotation mark has no other half",
         "Typographic and ASCII marks are paired within a turn, note or list; a mark that opens each paragraph of a "
         "longer quotation is repeated by custom. Single marks, which are apostrophes too, are let alone.",
         bad=_text("He said “no, and left."), good=_text("He said “no,” and left. 'Twas five o'clock.")),
    Rule("MC532", "sic-not-marked", _W, "a printed [sic] is not encoded as one",
         "The word it judges stands in sic, and the printed [sic] in a note behind it.",
         bad=_text("We met on Wendesday [sic]."), good=_text(f"We met on <sic>Wendesday</sic>{_SIC_NOTE}.")),
    Rule("MC533", "lost-character", _W, "a character stands for one that was lost",
         "U+FFFD is what a wrong decoding leaves; control and private-use characters mean nothing outside the program "
         "they come from.",
         bad=_text("The caf\ufffd was closed."), good=_text("The café was closed.")),
    Rule("MC534", "misread-encoding", _W, "UTF-8 was read in another encoding",
         "Read back as it was misread, the characters are UTF-8: the message shows what they stand for. Decode the "
         "transcript again.",
         bad=_text("The cafÃ© was closed."), good=_text("The café was closed.")),
    Rule("MC535", "mixed-scripts", _W, "a word has letters of two scripts",
         "Greek and Cyrillic have letters that look Latin. A search does not find such a word. Units such as μm and "
         "words joined with a hyphen are none.",
         bad=_text("We went to M\u043escow."), good=_text("We went to Moscow, 5 μm away.")),
    Rule("MC536", "invisible-character", _W, "a character that nobody sees stands in the text",
         "Soft hyphens, zero-width and directional characters come from word processors and the web; a search does "
         "not find the word that has one. Joiners are at home in the scripts that need them.",
         bad=_text("We went to Mos\u200bcow."), good=_text("We went to Mos-cow.")),
    Rule("MC537", "doubled-blank", _I, "several blanks stand where one is enough",
         "White space is no print: what memcon writes has one blank.",
         bad=_text("We met  at noon."), good=_text("We met at noon.")),
    Rule("MC538", "doubled-word", _I, "the last word of a page is the first of the next one",
         "That may be how it was said or printed; often it is a catchword, or a slip.",
         bad=_text('We met at the <pb n="2"/> the hotel.'), good=_text('We met at the <pb n="2"/> old hotel.')),
    Rule("MC539", "empty-element", _W, "an element that must hold something is empty",
         "What it held was lost, or it was never needed.",
         bad=_text("We met <hi>  </hi>."), good=_text("We met <hi>there</hi>.")),
)  # fmt: skip

_APPARATUS = (
    Rule("MC540", "page-out-of-order", _W, "page numbers fall, stand twice or leave one out",
         "Pages rise by one, unless a sign of omission says that print was left out between two of them.",
         bad=_text('<pb n="2"/>Yes.<pb n="4"/>'), good=_text('<pb n="2"/>Yes.<pb n="3"/>')),
    Rule("MC541", "page-mark-differs", _W, "a page is numbered otherwise than it is printed",
         "The printed mark that follows pb does not have the number in @n.",
         bad=_text('<pb n="2"/><fw type="pageNum">[Page 3]</fw>'),
         good=_text('<pb n="3"/><fw type="pageNum">[Page 3]</fw>')),
    Rule("MC542", "note-out-of-order", _I, "footnotes are numbered out of order",
         "A number falls, stands twice or is left out. It may be printed so.",
         bad=f"<back>\n{_note('2')}\n{_note('1')}\n</back>", good=f"<back>\n{_note('1')}\n{_note('2')}\n</back>"),
    Rule("MC543", "note-without-call", _W, "nothing in the text calls a footnote",
         "The mark in the text is lost, or was not recognised. Encode it as ref type='noteMark'.",
         bad=_said(_p("Yes."), _note("1")), good=_said(_call("n1", "1"), _note("1"))),
    Rule("MC544", "note-mark-differs", _W, "the mark of a footnote differs from its number, or from that of its call",
         "The printed label, @n and the printed mark of the call are one.",
         bad=_said(_call("n1", "2"), _note("1")), good=_said(_call("n1", "1"), _note("1"))),
    Rule("MC547", "kind-contradicted", _W, "an element is of another kind than what is printed in it",
         "A bulleted list has no numbers and an ordered one no bullets; a page number has a figure; what the print "
         "supplies stands in brackets; a correction changes something. Furniture stands where a page ends, and a "
         "printed note has a number or brackets: what is marked so amid a paragraph is lost to readers. Where somebody "
         "knows better, the element bears @resp.",
         bad=_said('<list type="bulleted"><label>1.</label><item>Oil.</item></list>'),
         good=_said('<list type="ordered"><label>1.</label><item>Oil.</item></list>')),
    Rule("MC548", "word-break-contradicted", _W, "a break cuts a word and does not say so, or the reverse",
         "Within a word the break has break='no', and no white space on either side; between words it has neither.",
         bad=_text('We recom<pb n="2"/>mend <pb n="3"/> it.'), good=_text('We recom<pb n="2" break="no"/>mend it.')),
    Rule("MC549", "cut-paragraph", _W, "a paragraph stops in mid-sentence and the next one goes on",
         "The first ends without punctuation, the second begins in lower case: they are one, cut by a page or a slip.",
         bad=_said(_p("We met at the"), _p("hotel in Moscow.")), good=_said(_p(_AGREED), _p("But not with you."))),
)  # fmt: skip

PRINTING: tuple[Rule, ...] = (*_TEXT, *_APPARATUS)
