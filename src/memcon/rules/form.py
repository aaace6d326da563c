"""Rules MC59x: how a file is spelt and completed, and what `memcon fix` does about it."""

from __future__ import annotations

from memcon.diagnostics import Rule, Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

FORM = (
    Rule("MC590", "missing-xml-model", _I, "the file does not name a schema for editors",
         "Programs that validate while one types (oXygen, VS Code, Emacs) find the RELAX NG and the Schematron schema "
         "by an xml-model instruction before the root element. memcon fix adds what is missing: to the schemas that "
         "edition.toml names, or that the other instruction or the file's neighbours have.",
         bad='<?xml-model href="schemas/memcon.rng" type="application/xml" '
             'schematypens="http://relaxng.org/ns/structure/1.0"?>\n',
         good='<?xml-model href="schemas/memcon.rng" type="application/xml" '
              'schematypens="http://relaxng.org/ns/structure/1.0"?>\n'
              '<?xml-model href="schemas/memcon.sch" type="application/xml" '
              'schematypens="http://purl.oclc.org/dsdl/schematron"?>\n',
         fix="Run memcon fix.",
         elements=("TEI",)),
    Rule("MC591", "trailing-blanks", _I, "lines of the file end in blanks",
         "Nobody sees them, and they make differences between versions where there are none. In running text they mean "
         "no more than the line end behind them. memcon fix takes them away, but not where xml:space says that they "
         "shall stay, nor in comments, instructions and CDATA.",
         bad="<p>I agree. \nBut not wholly.</p>",
         good="<p>I agree.\nBut not wholly.</p>",
         fix="Run memcon fix, or let the editor take them away."),
    Rule("MC592", "unpaired-date", _W, "a date or time says less in its attributes than it prints",
         "A full date has @when, a range of times has @from and @to, and the date of the talk in the header repeats "
         "what the dateline says. memcon fix adds what is missing where the print, or the dateline, leaves no doubt; "
         "what is there already is never changed.",
         bad="<date>May 3, 1975</date>",
         good='<date when="1975-05-03">May 3, 1975</date>',
         fix="Run memcon fix.",
         elements=("date", "time")),
    Rule("MC593", "repair-refused", _E, "a repair is not made, since something could be lost",
         "Each repair of memcon fix must leave every printed character as it is, and every pointer where it leads; "
         "where that is not certain the file stays as it was in this point.",
         bad='<sp who="#dorn" xml:id="t9" corresp="#t5"><speaker>Dorn:</speaker><p>Yes.</p></sp>',
         good='<sp who="#dorn" xml:id="t9" corresp="#t4"><speaker>Dorn:</speaker><p>Yes.</p></sp>',
         fix="Mend by hand what the message names, and run memcon fix again."),
    Rule("MC597", "derivation-contradicted", _W, "an attribute is not what follows from the rest of the file",
         "Words in printed brackets are supplied by the one translator who is named, and else by whoever printed the "
         "transcript; a page break that is concluded is of the edition, and how certain it is follows from how the "
         "sentence goes on (high, where somebody has decided it); a struck portion mark is declassified; furniture at "
         "the top of a page has no text before it; a person has the id of the authority file; who printed or "
         "translated the transcript answers for all of it, and for nothing in particular but what stands in brackets; "
         "@n is the number that is printed.",
         bad='<p>It takes 7 days, or it <pb resp="#edition" cert="low"/>is impossible.</p>',
         good='<p>It takes 7 days, or it <pb resp="#edition" cert="medium"/>is impossible.</p>',
         elements=("pb", "supplied", "fw", "del", "person", "sp")),
    Rule("MC598", "authority-ambiguous", _W, "a name in the authority file is that of somebody else there",
         "Labels and names are resolved by the names that the entries have: two entries of one name resolve to nobody, "
         "as do a name and its short form in an entry of its own, and a variant in the wrong entry to the wrong "
         "person. A variant is a form that is printed: one that is not like the name, or of which a word is like one "
         "of the name but for a slip, is looked for among the names in the files that name the person, where all are "
         "checked.",
         bad='<person xml:id="dorn"><persName>Carl Dorn</persName><persName type="variant">Bell</persName></person>'
             '<person xml:id="bell"><persName>Anna Bell</persName></person>',
         good='<person xml:id="dorn"><persName>Carl Dorn</persName><persName type="variant">C. Dorn</persName></person>'
              '<person xml:id="bell"><persName>Anna Bell</persName></person>',
         elements=("person", "persName")),
    Rule("MC599", "speech-out-of-turn", _W, "somebody speaks between two turns",
         "A paragraph behind a turn is no part of it, and says I, we or you outside of quotation marks. What a "
         "note-taker tells between turns does not; what a speaker goes on to say belongs into his sp.",
         bad='<div type="memorandum"><sp who="#bell" xml:id="t1"><speaker>Bell:</speaker><p>Yes.</p></sp>'
             "<p>I agree with you.</p></div>",
         good='<div type="memorandum"><sp who="#bell" xml:id="t1"><speaker>Bell:</speaker><p>Yes.</p>'
              "<p>I agree with you.</p></sp></div>",
         elements=("sp", "p")),
)  # fmt: skip
