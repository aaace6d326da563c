"""The heads of cables."""

from __future__ import annotations

import pytest

from memcon.converters.heads.cables import cable_field, cable_fields, is_marked_throughout, telegram_body
from memcon.converters.pages.paragraphs import Para
from memcon.transcript import Span

ROUTING = "O 141410Z JUN 77\nFM AMEMBASSY BERGEN\nTO SECSTATE WASHDC IMMEDIATE 2231"


def paras(*texts: str) -> tuple[Para, ...]:
    return tuple(Para(Span(0, len(text)), (Span(0, len(text)),), text) for text in texts)


def test_the_fields_of_a_cable_begin_with_the_first_that_only_cables_have() -> None:
    fields = "E.O. 11652: GDS\nTAGS: PFOR\nSUBJECT: HERRING"
    assert cable_fields(paras("CONFIDENTIAL", ROUTING, fields, "1. HERRING WAS LATE.")) == 2
    assert cable_fields(paras("CONFIDENTIAL", fields)) is None
    assert cable_fields(paras(ROUTING, "1. HERRING WAS LATE.")) is None


def test_a_telegram_without_fields() -> None:
    assert telegram_body(paras("SECRET", "FM BERGEN 151420Z SEP 82\nTO IMMEDIATE FCO", "CALL ON DAHL")) == 2
    assert telegram_body(paras("FM BERGEN 151420Z SEP 82\nTO IMMEDIATE FCO")) is None
    assert telegram_body(paras("FM BERGEN\nTO IMMEDIATE FCO", "CALL ON DAHL")) is None


@pytest.mark.parametrize("line", ["TAGS: PFOR", "E.O. 12356: DECL: OADR", "REF: STATE 1", "MEMORANDUM FOR: DAHL"])
def test_fields_that_only_cables_and_memoranda_to_somebody_have(line: str) -> None:
    assert cable_field(line) is not None


@pytest.mark.parametrize("line", ["TAGS", "Tell me: why", "E.O. 12958 is cited", "MEMORANDUM OF CONVERSATION: x"])
def test_other_lines(line: str) -> None:
    assert cable_field(line) is None


def test_how_all_of_a_cable_is_marked() -> None:
    assert is_marked_throughout("1. (C) ENTIRE TEXT.")
    assert is_marked_throughout("CONFIDENTIAL - ENTIRE TEXT")
    assert not is_marked_throughout("1. THE ENTIRE TEXT WAS READ TO HIM.")
