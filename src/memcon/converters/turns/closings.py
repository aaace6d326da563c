"""What stands below the last word: that the conversation ended, who recorded it, and to whom it went."""

from __future__ import annotations

import re

from memcon.converters.lines.told import told_once
from memcon.converters.pages.paragraphs import Para
from memcon.converters.talks.datelines import When, dateline_of

_TRAILER = re.compile(
    r"[-–—*\s]*(?:end\s+of\s+(?:the\s+)?(?:\w+\s+)?"
    r"(?:conversation|meeting|transcript|memorandum|text|call|talk)"
    r"|(?:the\s+)?(?:conversation|meeting)\s+(?:was\s+)?(?:ended|concluded|adjourned))[-–—*.\s]*",
    re.I,
)
_RECORDED = re.compile(
    r"(?i:(?:recorded|reported|drafted|transcribed|typed|dictated|interpreted)\s+by|"
    r"(?:беседу|запись\s+беседы)\s+(?:записал|вел|вёл|составил|перевел|перевёл)а?|записала?)\b[\s:]*[^\W\d_a-zа-я]"
)
_SENT = re.compile(r"(?:distribut(?:ion|ed\s+to)|copies(?:\s+to)?|cc|рассылка|разослано)\s*:", re.I)
_NOTES = re.compile(r"(?:end|foot)?notes?[:.]?|примечания[:.]?", re.I)
_SHORT = 90  # characters of a line that is no sentence


@told_once
def is_trailer(para: Para) -> bool:
    """Whether the paragraph says that the conversation ends here, who recorded it or who was sent it, and nothing
    else."""
    if _TRAILER.fullmatch(para.text):
        return True
    lines = para.text.splitlines()
    short = all(len(line.strip()) <= _SHORT for line in lines)
    return short and bool((len(lines) == 1 and _RECORDED.match(para.text)) or _SENT.match(para.text))


@told_once
def closing_time(para: Para) -> When | None:
    """The time that a paragraph states, and nothing else: below the last word it is the time of the end."""
    when = dateline_of(para) if len(para.lines) == 1 else None
    return when if when is not None and when.time is not None and when.date is None and when.place is None else None


def heads_notes(para: Para) -> bool:
    """Whether the paragraph is the heading of the footnotes."""
    return bool(_NOTES.fullmatch(para.text.strip()))
