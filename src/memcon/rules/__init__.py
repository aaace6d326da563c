"""The one table of diagnostic codes.

MC1xx source file; MC2xx transcript structure; MC3xx people, dates, references; MC4xx XML and schema;
MC5xx house rules; MC6xx rendering; MC7xx ingest; MC9xx configuration. Numbers are never reused.
"""

from __future__ import annotations

from types import MappingProxyType

from memcon.diagnostics import Rule
from memcon.rules.configuration import CONFIGURATION
from memcon.rules.form import FORM
from memcon.rules.house import HOUSE
from memcon.rules.layout import LAYOUT
from memcon.rules.markup import MARKUP
from memcon.rules.people import PEOPLE
from memcon.rules.record import RECORD
from memcon.rules.rendering import RENDERING
from memcon.rules.source import SOURCE
from memcon.rules.speech import SPEECH
from memcon.rules.structure import STRUCTURE

_TABLE = (*SOURCE, *STRUCTURE, *PEOPLE, *MARKUP, *HOUSE, *SPEECH, *RECORD, *FORM, *LAYOUT, *RENDERING, *CONFIGURATION)

RULES = MappingProxyType({rule.code: rule for rule in sorted(_TABLE, key=lambda each: each.code)})
"""Every rule by its code, in order of the codes."""


def rule(code: str) -> Rule:
    """The rule of that code; KeyError is a bug."""
    return RULES[code]
