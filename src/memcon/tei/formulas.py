"""What every header says in the same words."""

from __future__ import annotations

from types import MappingProxyType

PRACTICE = (
    "Every printed character of the transcript stands in the text, in printed order, white space and the source "
    "format's own mark-up aside. What the edition adds (corr, and whatever bears resp=\"#edition\") is marked as such.",
    "Misprints in speaker labels are kept in sic, with the correction beside them in corr. Words supplied in printed "
    "brackets are supplied; the brackets stay. Printed signs of omission are metamark within ellipsis.",
    "A paragraph that a page break cuts is one paragraph; where no page number is printed, the page break is a "
    "conclusion of the edition, with its certainty. Page furniture stands where it interrupts the text.",
    "A speaker label that cannot be resolved to a person has no who. Dates and times are normalised in the header and "
    "in the dateline only.",
)  # fmt: skip
"""The paragraphs of editorialDecl."""

ANSWERS = MappingProxyType({
    "edition": "encoding",
    "translator": "translator",
    "source-edition": "edition of the transcript",
    "declassification": "declassification",
})  # fmt: skip
"""What each respStmt is for, by its xml:id less the number, in the order in which they stand."""

UNNAMED_SOURCE = "the edition that printed the transcript"
"""Who printed the transcript, where nobody is named."""
