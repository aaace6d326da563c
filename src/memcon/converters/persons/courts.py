"""Who appears before a court, as the headings above its proceedings list them: `Before the Judges:`, `Registrar:`.

Below each heading stands a name a line, up to a blank line or the next heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.converters.heads.somebody import surely_somebody

_HEADING = re.compile(
    r"^[ \t]*(?:Before(?:\s(?:the\s)?(?:Judges?|Honou?rable[^:\n]{0,40}))?|Registrar|"
    r"Court\s(?:Reporters?|Interpreters?)|"
    r"For\s(?:the\s)?(?:Prosecut(?:ion|or)|Registry|Accused|Defen[cs]e|Defendants?|Appellants?|Respondents?|Plaintiffs?)"
    r"[^:\n]{0,60}|(?:The\s)?Office\sof\sthe\sProsecutor|Counsel\sfor[^:\n]{3,60})[ \t]*:[ \t]*(?P<same>[^\n]*)$",
    re.I | re.M,
)
_PRESIDES = re.compile(r"(?<![\s,]),?\s++(?:\(?Presiding\)?|Presiding\sJudge|President)\Z", re.I)
_ASIDE = re.compile(r"(?<!\s)\s*\([^()]{0,60}\)")
_LEAST = 2  # headings
_LONGEST = 80  # characters of a name


def in_court(text: str, top: int) -> tuple[tuple[str, ...], str]:
    """The printed names below such headings, and of these who presides; none where there are not several headings."""
    headings = list(_HEADING.finditer(text, 0, top))
    if len(headings) < _LEAST:
        return (), ""
    lines = [line for heading in headings for line in _below(text, heading)]
    presiding = next((_PRESIDES.sub("", line) for line in lines if _PRESIDES.search(line)), "")
    names = (_PRESIDES.sub("", line).removeprefix("Judge ") for line in lines)
    return tuple(dict.fromkeys(name for name in names if surely_somebody(name))), presiding.removeprefix("Judge ")


def _below(text: str, heading: re.Match[str]) -> Iterator[str]:
    """The lines of a heading's list: what stands beside it, and the lines below it."""
    if heading["same"].strip():
        yield from (_bare(each) for each in heading["same"].split(","))
    start = heading.end() + 1
    while start < len(text):
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        if not line.strip() or len(line) > _LONGEST or line.rstrip()[-1:] in ":.?!" or any(map(str.isdigit, line)):
            return
        yield _bare(line)
        start += len(line) + 1


def _bare(line: str) -> str:
    return _ASIDE.sub("", line).strip(" \t,;")
