"""The guess at an encoding that is offered where a transcript is not UTF-8."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.readers.codepages import likely_code_page
from memcon.readers.likelihood import likely_encoding

TALK = """Memorandum of Conversation

Geneva, May 3, 1975

{rule}

Bell: We have come a long way{dash}and we are tired. It is {quoted}, I think.

Dorn: I agree{dash}but there{apostrophe}s more to say about the caf{accent}.
"""
PLAIN = {"rule": "", "dash": ", ", "quoted": "enough", "apostrophe": "'", "accent": "e"}


@pytest.mark.parametrize(
    ("encoding", "printed"),
    [
        ("cp1252", {"dash": "—", "quoted": "“enough”", "apostrophe": "’", "accent": "é"}),
        ("cp1252", {"dash": "—"}),
        ("cp1252", {"dash": " – "}),
        ("cp1252", {"apostrophe": "’"}),
        ("cp1252", {"rule": "• one\n• two"}),
        ("latin-1", {"accent": "é", "rule": "Zürich"}),
        ("cp437", {"rule": "┌────────┐\n│ SECRET │\n└────────┘", "accent": "é"}),
        ("cp437", {"rule": "────────────"}),
        ("cp850", {"rule": "════════════", "accent": "é"}),
        ("cp437", {"accent": "é", "rule": "Zürich"}),
        ("mac-roman", {"dash": "—", "quoted": "“enough”", "apostrophe": "’", "accent": "é"}),
    ],
)
def test_a_few_characters_tell(encoding: str, printed: dict[str, str]) -> None:
    text = TALK.format_map(PLAIN | printed)
    data = text.encode(encoding)
    assert data.decode(likely_encoding(data)) == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Bundeskanzler: Die Lage ist schwierig – für uns alle. „Übermut“ tut selten gut."),
        ("cp850", "Präsident: Jawohl, größte Vorsicht für alle."),
        ("cp1252", "Le Président : Nous l’avons déjà dit à Genève — c’est réglé. « Très bien »"),
        ("cp1251", "Горшенин: Рад приветствовать вас в Москве — это важно."),
        ("koi8-r", "Горшенин: Рад приветствовать вас в Москве, это важно."),
        ("cp866", "Горшенин: Рад приветствовать вас в Москве, это важно."),
        ("cp1250", "Jabłoński: Zaczynamy – proszę o głos. Część pierwsza."),
        ("cp1252", "SECRETARY MØLLER: We have no doubts. Minister Møller and Sørensen left."),
        ("cp1252", "Ambassador Kjær: Foreign Minister Håkon Brække is in Ålesund."),
        ("cp1252", "São Paulo, Ambassador Guimarães: the Señor was here in Coruña."),
        ("cp1250", "Ministr Dvořák: Jiří přišel."),
        ("cp1250", "Petrović: Milošević i Kučan."),
    ],
)
def test_languages_tell(encoding: str, text: str) -> None:
    data = text.encode(encoding)
    assert data.decode(likely_encoding(data)) == text


@pytest.mark.parametrize("encoding", ["gb18030", "shift_jis", "euc_kr"])
def test_scripts_of_more_bytes_are_no_code_page(encoding: str) -> None:
    text = {
        "gb18030": "主席先生，我们欢迎您来到北京。",
        "shift_jis": "総理大臣は歓迎の意を表した。",
        "euc_kr": "대통령은 환영했다.",
    }
    assert likely_code_page(text[encoding].encode(encoding) * 3) == ""


@given(st.binary(max_size=300))
def test_a_guess_decodes_or_is_none(data: bytes) -> None:
    guess = likely_encoding(data)
    assert not guess or isinstance(data.decode(guess), str)
