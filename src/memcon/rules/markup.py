"""Rules MC4xx: XML and the schema."""

from __future__ import annotations

from memcon.diagnostics import Rule, Severity

_E, _W = Severity.ERROR, Severity.WARNING

MARKUP = (
    Rule("MC401", "not-well-formed", _E, "the file is not well-formed XML",
         "An XML parser cannot read the file beyond this place.",
         bad="<TEI><text></TEI>",
         good="<TEI><text/></TEI>",
         fix="Mend the mark-up at this place: a tag that is not closed, an & or < that should be &amp; or &lt;, or the "
             "end of a file that was cut off."),
    Rule("MC402", "doctype-refused", _E, "the file has a document type declaration",
         "A DTD can define entities that read other files or grow without bound. TEI needs none: remove the DOCTYPE, "
         "and write characters as themselves.",
         bad='<!DOCTYPE TEI>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
         good='<TEI xmlns="http://www.tei-c.org/ns/1.0"/>'),
    Rule("MC403", "not-tei", _E, "the file is XML, but not TEI",
         "The root element must be TEI in the namespace http://www.tei-c.org/ns/1.0.",
         bad="<TEI/>",
         good='<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
         elements=("TEI",)),
    Rule("MC404", "schema-invalid", _E, "the file does not follow the schema",
         "schemas/memcon.odd narrows TEI P5 to what memoranda of conversation need; the message says what was found "
         "and what was expected.",
         bad='<stage type="laughter">(Laughs.)</stage>',
         good='<stage type="delivery">(Laughs.)</stage>',
         fix="memcon guide ELEMENT says what an element may hold and which values its attributes take."),
    Rule("MC405", "schematron-failed", _E, "a constraint of the schema does not hold",
         "Some things a grammar cannot say; the ODD says them as Schematron assertions.",
         bad='<date when="1975-05-03" to="1975-05-04"/>',
         good='<date from="1975-05-03" to="1975-05-04"/>',
         fix="memcon guide ELEMENT lists the constraints on an element, and why they are there."),
    Rule("MC406", "duplicate-id", _E, "an xml:id stands twice in one file",
         "Every xml:id must be unique in its document, or pointers to it are ambiguous.",
         bad='<note xml:id="t1" type="editorial" resp="#edition">Not in the carbon copy.</note>',
         good='<note xml:id="n1" type="editorial" resp="#edition">Not in the carbon copy.</note>',
         fix="Give one of the two another name, and look through the pointers to it."),
    Rule("MC407", "parser-limit", _E, "the file exceeds a safe limit of the XML parser",
         "Very deep nesting, very long names or very long text are refused, since they exhaust memory.",
         bad="<p><hi><hi><hi> … and so on, 300 deep",
         good="<p><hi><hi><hi> … and so on, 30 deep"),
    Rule("MC408", "check-ended", _E, "the check of the file did not come to its end",
         "The process that checked the file ended: it was killed, or ran out of memory. The other files were checked.",
         bad="memcon validate tei/    where the system ends a process for want of memory",
         good="memcon validate --jobs 1 tei/",
         fix="Check the file by itself, with --jobs 1."),
    Rule("MC409", "schema-unusable", _E, "the schema cannot be used",
         "The file given with --schema is no RELAX NG, XML Schema or Schematron (with XPath 1.0) that can be compiled; "
         "nothing was checked. Schemas are read without the network: what they include must lie beside them.",
         bad="memcon validate --schema talk.txt talk.xml",
         good="memcon validate --schema tei_all.rng talk.xml"),
    Rule("MC410", "instruction-in-the-way", _W, "a processing instruction is to change what is read, or is left over",
         "Instructions stand before the root element: xml-model, those of editors, and the one of memcon. Within the "
         "document they interrupt the text; those of a review (oXygen) are changes that nobody has accepted or "
         "rejected. A style sheet from elsewhere can show something else than the file says.",
         bad='<p>I <?oxy_delete author="ah" content="do not "?>agree.</p>', good="<p>I agree.</p>",
         fix="Accept or reject the change; take the instruction away.",
         elements=("TEI", "p")),
    Rule("MC411", "comment-in-the-way", _W, "a comment stands in a word or a name, or holds mark-up or something to do",
         "A comment between words or elements is let alone. In a word it keeps a search from finding it, and in a name "
         "or a title of the header it hides a part of it; mark-up that is commented out is neither gone nor there; and "
         "what an editor notes as still to be done (TODO, FIXME, TBD, XXX at the beginning) shows that it was not.",
         bad="<p>I ag<!-- sic! -->ree.</p>", good="<p>I agree.<!-- sic! --></p>",
         fix="Move the comment behind the word; delete what shall be gone: the history of the file keeps it.",
         elements=("p",)),
    Rule("MC412", "bytes-otherwise", _W, "the bytes of the file are not written as those of TEI files are",
         "TEI files are UTF-8 without a byte order mark, of XML 1.0, their lines end in LF, and no "
         "text stands in CDATA. Some programs stumble over anything else, and each comparison of versions shows every "
         "line as changed. A carriage return that is written as a character reference is one in the text.",
         bad="<p><![CDATA[I agree.]]></p>", good="<p>I agree.</p>",
         fix="Save the file as UTF-8 with line ends as on Unix.",
         elements=("TEI",)),
    Rule("MC413", "checksums-altered", _W, "the checksums that a file carries are not its own",
         "The instruction <?memcon?> carries a digest of the file, and checksums of its print and of its mark-up, by "
         "which an edit is told and found. Where the digest holds and the checksums do not, they were altered "
         "themselves: what is edited from now on would be told at the wrong place, or not at all.",
         bad='print="AAA', good='print="',
         fix="Convert the transcript again.",
         elements=("TEI",)),
)  # fmt: skip
