"""Markings of classification and handling: banners, portion marks, the sentence of a source note."""

from __future__ import annotations

import re

import pytest

from memcon.converters.release.classification import is_banner, marking, portion_marks, sentence


@pytest.mark.parametrize(
    ("printed", "terms"),
    [
        ("SECRET", "S"),
        ("SECRET/NODIS", "S NODIS"),
        ("TOP SECRET/SENSITIVE/EXCLUSIVELY EYES ONLY", "TS SENSITIVE EXCLUSIVELY-EYES-ONLY"),
        ("SECRET//NOFORN", "S NOFORN"),
        ("SECRET//NF", "S NOFORN"),
        ("CONFIDENTIAL (Limdis)", "C LIMDIS"),
        ("Secret/Nodis", "S NODIS"),
        ("S E C R E T", "S"),
        ("T O P  S E C R E T / N O D I S", "TS NODIS"),
        ("- SECRET -", "S"),
        ("SECRET\nEXDIS", "S EXDIS"),
        ("UNCLASSIFIED//FOUO", "U FOUO"),
        ("LIMITED OFFICIAL USE ONLY", "LOU"),
        ("SENSITIVE BUT UNCLASSIFIED", "SBU"),
        ("COSMIC TOP SECRET ATOMAL", "COSMIC TS ATOMAL"),
        ("SECRET/FORMERLY RESTRICTED DATA", "S FRD"),
        ("CONFIDENTIAL/STADIS/NOFORN/ORCON/NOCONTRACT", "C STADIS NOFORN ORCON NOCONTRACT"),
        ("SECRET - XGDS (3)", "S XGDS"),
        ("TOP SECRET/HANDLE VIA COMINT CHANNELS ONLY", "TS"),
        ("SENSITIVE", "SENSITIVE"),
    ],
)
def test_banners(printed: str, terms: str) -> None:
    assert is_banner(printed)
    assert marking(printed).categories == tuple(terms.split())
    assert marking(printed).unknown == ()


@pytest.mark.parametrize(
    "printed",
    ["Secret", "Confidential, sensitive.", "SECRET MEETING", "TOP SECRET TALKS", "NATO", "NO CONTRACT", "SECRETARY",
     "SECRET, PLEASE", "S", "Restricted Data", "", "S E C R E T A R Y"],
)  # fmt: skip
def test_no_banners(printed: str) -> None:
    assert not is_banner(printed)


@pytest.mark.parametrize(
    ("printed", "terms", "unknown"),
    [
        ("TOP SECRET//SI//NF", "TS NOFORN", ["SI"]),
        ("SECRET//REL TO USA, GBR", "S", ["REL TO USA, GBR"]),
        ("SECRET/NODIS/MARIGOLD", "S NODIS", ["MARIGOLD"]),
    ],
)
def test_what_the_vocabulary_does_not_have_is_told_apart(printed: str, terms: str, unknown: list[str]) -> None:
    assert is_banner(printed)
    said = marking(printed)
    assert said.categories == tuple(terms.split())
    assert [word for _, word in said.unknown] == unknown
    assert all(printed[at : at + len(word)] == word for at, word in said.unknown)


@pytest.mark.parametrize(
    ("printed", "terms"),
    [("(S)", "S"), ("(TS)", "TS"), ("(U)", "U"), ("(S//NF)", "S NOFORN"), ("(S/NODIS)", "S NODIS"),
     ("(C-NF)", "C NOFORN"), ("(LOU)", "LOU"), ("(TS//SI//OC)", "TS ORCON"), ("(CUI)", "CUI")],
)  # fmt: skip
def test_portion_marks(printed: str, terms: str) -> None:
    assert re.fullmatch(portion_marks(), printed)
    assert marking(printed).categories == tuple(terms.split())


@pytest.mark.parametrize("printed", ["(A)", "(S-1)", "(C-in-C)", "(s)", "(U-K)", "S", "(X//NF)"])
def test_no_portion_marks(printed: str) -> None:
    assert not re.fullmatch(portion_marks(), printed)


@pytest.mark.parametrize(
    ("note", "said", "terms", "unknown"),
    [
        ("Source: Archive, Box 1. Secret; Nodis. Drafted by Ek.", "Secret; Nodis", "S NODIS", []),
        ("Source: Archive, Box 1. Top Secret.", "Top Secret", "TS", []),
        ("Top Secret; Sensitive; Exclusively Eyes Only.", "Top Secret; Sensitive; Exclusively Eyes Only",
         "TS SENSITIVE EXCLUSIVELY-EYES-ONLY", []),
        ("Box 1. Secret; Limit Distribution. Sent.", "Secret; Limit Distribution", "S LIMDIS", []),
        ("Box 1. Confidential; Immediate; Limdis. Sent.", "Confidential; Immediate; Limdis", "C LIMDIS", []),
        ("Box 1. Secret; Sensitive; For Berg Only. X", "Secret; Sensitive; For Berg Only", "S SENSITIVE",
         ["For Berg Only"]),
        ("Box 1. Top Secret; [codeword not declassified]; Noforn. X",
         "Top Secret; [codeword not declassified]; Noforn", "TS NOFORN", []),
        ("Box 1. Limited Official\nUse. X", "Limited Official\nUse", "LOU", []),
    ],
)  # fmt: skip
def test_the_sentence_of_a_source_note(note: str, said: str, terms: str, unknown: list[str]) -> None:
    found = sentence(note)
    assert found is not None
    at, read = found
    assert read.text == said == note[at : at + len(said)]
    assert read.categories == tuple(terms.split())
    assert [word for _, word in read.unknown] == unknown


@pytest.mark.parametrize(
    "note",
    ["Source: Box 1. No classification marking.", "Box 1. Secret talks were held.", "It was kept secret. X",
     "Box 1. Restricted Data is another thing."],
)  # fmt: skip
def test_no_such_sentence(note: str) -> None:
    assert sentence(note) is None
