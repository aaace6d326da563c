"""The table of house rules: pure functions of a surveyed document, each tied to its codes.

They are one table. A rule looks at one document and says what it finds there; what takes several files is in
`memcon.validation.links`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from memcon.diagnostics import Diagnostic
from memcon.validation.house.brackets import brackets, quotation_marks
from memcon.validation.house.canonical import not_canonical, unstable_ids
from memcon.validation.house.characters import (
    lost_characters,
    misread_encoding,
    mixed_scripts,
    unseen_characters,
    unseen_in_header,
)
from memcon.validation.house.completeness import completeness, excerpts, languages, revisions, vocabularies
from memcon.validation.house.custody import custody
from memcon.validation.house.dates import dates, times
from memcon.validation.house.derived import derived
from memcon.validation.house.doubles import doubled_in_header, untyped_notes
from memcon.validation.house.edits import edits
from memcon.validation.house.encodings import bare_brackets, empty_elements
from memcon.validation.house.footnotes import note_calls, note_marks, note_numbers
from memcon.validation.house.form import model_instructions, trailing_blanks
from memcon.validation.house.formulas import formulas
from memcon.validation.house.gaps import gaps, unmarked
from memcon.validation.house.grave import GRAVE_RULES, HouseRule
from memcon.validation.house.identity import edited
from memcon.validation.house.kinds import asides, furniture, lists
from memcon.validation.house.labels import labels_in_turns
from memcon.validation.house.listing import listings
from memcon.validation.house.markings import classes, markings
from memcon.validation.house.moments import drafted, moments, named_days
from memcon.validation.house.natures import natures, passages_in_other_languages, unmarked_dates
from memcon.validation.house.octets import checksums, octets
from memcon.validation.house.offices import offices
from memcon.validation.house.order import order
from memcon.validation.house.pages import cut_words, doubled_words, page_marks, page_numbers
from memcon.validation.house.paired import paired_dates
from memcon.validation.house.participants import (
    doubled_persons,
    named_persons,
    roles,
    silent_persons,
    spellings,
)
from memcon.validation.house.sources import sources
from memcon.validation.house.speakers import speakers
from memcon.validation.house.strays import strays
from memcon.validation.house.titles import media, numbers, occupations, places, titles
from memcon.validation.house.turns import empty_turns, labels_first, lengths, printed_twice, same_speaker
from memcon.validation.house.words import cut_paragraphs, doubled_blanks, printed_sic
from memcon.validation.survey import Survey

HOUSE_RULES: tuple[HouseRule, ...] = (
    *GRAVE_RULES,
    edited,
    edits,
    speakers,
    labels_in_turns,
    same_speaker,
    empty_turns,
    printed_twice,
    lengths,
    labels_first,
    strays,
    silent_persons,
    doubled_persons,
    spellings,
    roles,
    named_persons,
    listings,
    bare_brackets,
    brackets,
    quotation_marks,
    printed_sic,
    lost_characters,
    misread_encoding,
    mixed_scripts,
    unseen_characters,
    unseen_in_header,
    doubled_blanks,
    doubled_words,
    empty_elements,
    page_numbers,
    page_marks,
    note_numbers,
    note_calls,
    note_marks,
    untyped_notes,
    offices,
    lists,
    furniture,
    asides,
    natures,
    unmarked_dates,
    cut_words,
    cut_paragraphs,
    dates,
    times,
    moments,
    named_days,
    drafted,
    gaps,
    unmarked,
    markings,
    classes,
    custody,
    sources,
    titles,
    places,
    occupations,
    media,
    numbers,
    completeness,
    formulas,
    order,
    derived,
    doubled_in_header,
    languages,
    passages_in_other_languages,
    vocabularies,
    excerpts,
    revisions,
    not_canonical,
    unstable_ids,
    model_instructions,
    octets,
    checksums,
    trailing_blanks,
    paired_dates,
)

_ABOUT: Mapping[HouseRule, frozenset[str]] = MappingProxyType({
    rule: frozenset(names.split())
    for rule, names in (
        (page_numbers, "pb"), (page_marks, "pb fw"), (doubled_words, "pb"), (cut_words, "pb lb"), (furniture, "fw"),
        (note_numbers, "note"), (note_calls, "note"), (note_marks, "note ref"), (untyped_notes, "note"),
        (lists, "list"), (asides, "stage supplied choice note back"), (unmarked_dates, "dateline"),
        (dates, "date"), (times, "time"), (gaps, "gap"), (markings, "fw metamark note custEvent"),
        (drafted, "creation"), (custody, "custEvent fw"),
        (occupations, "occupation"), (revisions, "change"),
        (excerpts, "note div msItem"), (named_persons, "persName"), (offices, "person"),
        (passages_in_other_languages, "language"), (vocabularies, "taxonomy"), (strays, "sp"), (speakers, "sp"),
        (same_speaker, "sp"), (empty_turns, "sp"), (labels_first, "sp"), (labels_in_turns, "sp"), (numbers, "idno"),
    )
})  # fmt: skip
"""The elements without one of which a rule finds nothing: it is not asked then."""


def house_rules(surveys: Sequence[Survey]) -> list[list[Diagnostic]]:
    """All findings of the house rules over some documents: each rule looks at all of them before the next does."""
    found: list[list[Diagnostic]] = [[] for _ in surveys]
    both = list(zip(surveys, found, strict=True))
    for rule in HOUSE_RULES:
        about = _ABOUT.get(rule)
        for survey, mine in both:
            if about is None or not about.isdisjoint(survey.names):
                mine += rule(survey)
    return found
