"""Source notes: what is one by its form, and what it says."""

from __future__ import annotations

import pytest

from memcon.converters.lines.sourcenotes import opens_source_note, read_source_note
from memcon.converters.pages.paragraphs import Para
from memcon.transcript import Span


def para(text: str) -> Para:
    whole = Span(0, len(text))
    return Para(whole, (whole,), text)


@pytest.mark.parametrize(
    ("text", "repository"),
    [
        ("[NAB: A1838, 683/72, ii]", "NAB"),
        ("(AES 681/43)", "AES"),
        ("[State Archives of Bergen, A-7032/3]", "State Archives of Bergen"),
        ("Archives diplomatiques, Bergen, Europe 1961-1965, vol. 1931", "Archives diplomatiques"),
        ("National Archives, RG 59, Central Files 1970–73", "National Archives"),
        ("[NMB, Lindqvist Papers (First Part), File No. 24, pp. 18-29]", "NMB"),
    ],
)
def test_an_archives_line(text: str, repository: str) -> None:
    assert opens_source_note(para(text))
    assert read_source_note(text).shelfmark.repository == repository


@pytest.mark.parametrize(
    "text",
    [
        "The National Archives, I went there in 1945",
        "(Tape 2, Side A)",
        "[Page 12]",
        "[NATO 4 copies]",
        "(U.S. Embassy)",
        "The Library, he said, had 40 books.",
    ],
)
def test_no_archives_line(text: str) -> None:
    assert not opens_source_note(para(text))
