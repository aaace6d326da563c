"""Rules MC4xx: XML and the schema."""

from __future__ import annotations

from memcon.diagnostics import Rule, Severity

_E = Severity.ERROR

MARKUP = (
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
    Rule("MC408", "check-ended", _E, "the check of the file did not come to its end",
         "The process that checked the file ended: it was killed, or ran out of memory. The other files were checked."),
    Rule("MC409", "schema-unusable", _E, "the schema cannot be used",
         "The file given with --schema is no RELAX NG, XML Schema or Schematron (with XPath 1.0) that can be compiled; "
         "nothing was checked. Schemas are read without the network: what they include must lie beside them."),
)  # fmt: skip
