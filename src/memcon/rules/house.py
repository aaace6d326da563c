"""Rules MC50x: house rules about the file as a whole and its pointers."""

from __future__ import annotations

from memcon.diagnostics import Rule, Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

HOUSE = (
    Rule("MC501", "schema-location", _E, "the file points to a schema of its own",
         "xsi:schemaLocation is accepted by every XSD processor without question, and could make a validator fetch "
         "something else. The xml-model instructions name the schema."),
    Rule("MC502", "dangling-pointer", _E, "a pointer within the file resolves to nothing",
         "@who, @ref, @ana, @resp, @target, @scheme, @source and @sameAs that begin with # must name an xml:id of the "
         "same file."),
    Rule("MC503", "dangling-link", _E, "a pointer to another file resolves to nothing",
         "The file, or the xml:id in it, does not exist."),
    Rule("MC504", "lines-not-covered", _W, "lines of a transcript belong to no memorandum",
         "The line ranges of the files made from one transcript should cover all that is printed in it, and "
         "not overlap."),
    Rule("MC505", "identifier-mismatch", _E, "the file's name, idno and xml:id disagree",
         "idno[@type='memcon'] is the file's stem, and the xml:id is made from it."),
    Rule("MC506", "edited", _I, "the file was edited since it was generated",
         "Editing is what TEI is for; convert will not overwrite the file without --replace-edited."),
)  # fmt: skip
