"""The block of footnotes at the end of a memorandum, and the marks in the text that call them.

The notes open lines, with a number or a sign (`[1] ...`, `[^1]: ...`, `1. ...`, `¹ ...`, `* ...`). A block is believed
only where the text calls it: by numbers in brackets, in superior figures, or glued to a word in the order of the notes;
by numbers in parentheses only where these cannot count the points of a speech.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from memcon.transcript import Span, Transcript

SUPERIOR = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(SUPERIOR, "0123456789")
_RAISE = str.maketrans("0123456789", SUPERIOR)
_OPENINGS = (
    re.compile(r"[ \t]*(?P<label>\[\^?(?P<n>\d{1,3}|[a-z]|\*{1,3}|†|‡)\]:?)(?=[ \t]+\S)"),
    re.compile(r"[ \t]*(?P<label>(?P<n>\d{1,3})[.)])(?=[ \t]+\S)"),
    re.compile(r"[ \t]*(?P<label>(?P<n>\d{1,3}))(?=[ \t]+[\"“‘\[(]?[^\W\d_a-z])"),
    re.compile(r"[ \t]*(?P<label>(?P<n>\*{1,3}|†|‡))(?=[ \t]*[^\s*])"),
    re.compile(rf"[ \t]*(?P<label>(?P<n>[{SUPERIOR}]{{1,3}}))(?=[ \t]*[^\s{SUPERIOR}])"),
)
_BRACKETED, _PLAIN = 0, 1
_OPENS = frozenset("[*†‡" + SUPERIOR)  # or a figure, as all of them do
_SIGNS = ("*", "**", "***", "†", "‡")  # in the order in which they call notes
_RETURN = "\u21a9"  # behind a note, for the way back to its call
_BULLETED = re.compile(r"[ \t]*[-*•]\s+\S")
_SOURCE = re.compile(r"(?:Source|SOURCE)\b")
_BLANKS = " \t\r\n\ufe0e"  # and the selector of the sign's text form
_HEADING = re.compile(r"(?i:(?:end|foot)?notes?[:.]?)[ \t\r]*\Z")
_CALL = re.compile(r"\[\^?(\d{1,3}|[a-z]|\*{1,3}|†|‡)\]")
_RAISED = re.compile(rf"(?<=\S)[{SUPERIOR}]{{1,3}}(?![{SUPERIOR}])")
_PARENTHESES = re.compile(r"(?<=[\w.,;:?!”’\"')\]] )\((\d{1,3})\)|(?<=[^\s(\[])\((\d{1,3})\)")
_CLOSES = re.compile(r"\s*[.,;:?!]|[ \t]*\r?\n|\s*\Z")
_NO_DISTRICT = r"(?<!\b[NSEW]\.)(?<!\b[NSEW]\.[CEW]\.)"  # `London, S.W.1`
_GLUED = r"(?:(?<=[^\W\d_])|(?<=[.,;:?!”’\"'\)\]])" + _NO_DISTRICT + r"|(?<=\b(?:19|20)\d\d)){}(?![\w.]?\d|\w|\*)"
_BESIDE = r"(?m:(?<=[^\W\d_][ ]){0}(?=\s|\Z)|(?<=[\w.][ ]){0}(?=[ ]?\d{{0,2}}[ ]*$))"
_ANY = re.compile(rf"{_GLUED.format('(?P<n>[0-9]{1,3})')}|(?<=[^\W\d_][ ])(\d{{1,3}})(?=\s|\Z)")
_RUN = 2  # notes that are counted on

Call = tuple[Span, str]
_Caller = Callable[[Transcript, Sequence[str], Span], Iterator[Call]]


class Opening(NamedTuple):
    """The printed label of a note and its number or sign."""

    label: Span
    n: str


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """The notes of a block in order, and the calls of them in the text, each with the number of the note."""

    openings: tuple[Opening, ...]
    calls: tuple[Call, ...]


def note_block(transcript: Transcript, within: Span) -> NoteBlock | None:
    """The footnotes at the end of a memorandum; None where it has none."""
    lines = [
        (text, line.span.start) for line in transcript.lines_in(within) if _may_open(text := transcript.text(line.span))
    ]
    if transcript.items and (items := _items(transcript, within)):
        calls = _called(transcript, within, items, _PLAIN)
        if calls is not None and {n for _, n in calls} == {item.n for item in items}:
            return NoteBlock(items, calls)
    if _RETURN in transcript.printed and (items := _returning(transcript, within)):
        calls = _called(transcript, within, items, _PLAIN)
        if calls is not None:
            return NoteBlock(items, calls)
    if items := _behind_bullets(transcript, within):
        calls = _called(transcript, within, items, _PLAIN)
        if calls is not None and {n for _, n in calls} == {item.n for item in items}:
            return NoteBlock(items, calls)
    for style, pattern in enumerate(_OPENINGS):
        openings = [(match, start) for text, start in lines if (match := pattern.match(text))]
        found = tuple(_block(openings, ordered=style != _BRACKETED))
        if found and (calls := _called(transcript, within, found, style)) is not None:
            return NoteBlock(found, calls)
    return None


def _items(transcript: Transcript, within: Span) -> tuple[Opening, ...]:
    """The items of the last ordered list, whose numbers are drawn and not printed."""
    found: list[Opening] = []
    for offset, number in reversed(transcript.items):
        if not within.start <= offset < within.end:
            continue
        if found and number != int(found[-1].n) - 1:
            break
        found.append(Opening(Span(offset, offset), str(number)))
    return tuple(reversed(found))


def _returning(transcript: Transcript, within: Span) -> tuple[Opening, ...]:
    """The notes at the end of a page, each behind a bullet in the place of its number, and before the sign that leads
    back to its call."""
    lines = [(line.span.start, transcript.text(line.span)) for line in transcript.lines_in(within)]
    lines = [(start, text.rstrip(_BLANKS)) for start, text in lines if text.strip()]
    ends = [at for at, (_, text) in enumerate(lines) if text.endswith(_RETURN)]
    if not ends or ends[-1] != len(lines) - 1:
        return ()
    bullets: list[Span] = []
    for behind, end in zip(reversed([-1, *ends[:-1]]), reversed(ends), strict=True):
        opening = next((at for at in range(end, behind, -1) if _BULLETED.match(lines[at][1])), None)
        if opening is None:
            break
        start, text = lines[opening]
        bullet = start + len(text) - len(text.lstrip(" \t"))
        bullets.append(Span(bullet, bullet + 1))
        if opening != behind + 1:
            break  # what stands above the first note is text
    return tuple(Opening(span, str(n)) for n, span in enumerate(reversed(bullets), 1))


def _behind_bullets(transcript: Transcript, within: Span) -> tuple[Opening, ...]:
    """The notes at the end of a page that dropped their numbers: lines behind bullets, the first of which opens with
    `Source:`."""
    bullets: list[Span] = []
    text = ""
    for line in reversed(transcript.lines_in(within)):
        text = transcript.text(line.span)
        if not text.strip():
            continue
        if not _BULLETED.match(text):
            return ()
        start = line.span.start + len(text) - len(text.lstrip(" \t"))
        bullets.append(Span(start, start + 1))
        if _SOURCE.match(text.lstrip("-*• \t")):
            return tuple(Opening(span, str(n)) for n, span in enumerate(reversed(bullets), 1))
    return ()


def lowered(n: str) -> str:
    """The number of a note, superior figures as plain ones."""
    return n.translate(_LOWERED)


def _may_open(line: str) -> bool:
    """Whether a line begins as the label of a note may."""
    first = line.lstrip(" \t")[:1]
    return first in _OPENS or first.isdecimal()


def _block(openings: Iterable[tuple[re.Match[str], int]], ordered: bool) -> list[Opening]:
    """The last run of openings that begins with 0 or 1, or with a sign; in an ordered run numbers neither leap nor
    fall back."""
    run: list[Opening] = []
    last = -1
    for match, start in openings:
        n = lowered(match["n"])
        number = int(n) if n.isdigit() else max(last, 0)
        if n in _SIGNS and ordered:
            rises = bool(run) and _SIGNS.index(n) > _SIGNS.index(run[-1].n)
            run = run if rises else []
        elif (run and _follows(number, last, ordered)) or (run and last == 0 and number == 1):
            pass
        elif not n.isdigit() or number <= 1:
            run = []
        else:
            run, last = [], -1
            continue
        run.append(Opening(Span(start + match.start("label"), start + match.end("label")), n))
        last = number
    return run


def _follows(number: int, last: int, ordered: bool) -> bool:
    return (last - 1 <= number <= last + 2 if ordered else True) and number not in (0, 1)


def _called(transcript: Transcript, within: Span, found: Sequence[Opening], style: int) -> tuple[Call, ...] | None:
    """The calls of the notes in the way in which most of them are called; None where the text calls fewer than half
    of them. A block that opens with `Source:` needs no call, but a text to stand below."""
    text = Span(within.start, found[0].label.start)
    if not transcript.text(text).strip():
        return None
    numbers = list(dict.fromkeys(note.n for note in found))
    best: tuple[Call, ...] = ()
    told: set[str] = set()
    for caller in _CALLERS[style]:
        if len(told) == len(numbers):
            break
        calls = tuple(caller(transcript, numbers, text))
        surely = {
            n for span, n in calls if caller is not _glued or transcript.printed[span.start - 1 : span.start] != " "
        }
        if len(surely) > len(told) or not best:
            best, told = calls, surely
    if style != _BRACKETED and any(_called_below(transcript, found, note) for note in found[1:] if note.n not in told):
        return None
    if told and sum(note.n in told for note in found) * 2 >= len(found):
        return best
    if style == _PLAIN and (shifted := tuple(_counted_on(transcript, numbers, text))):
        return shifted
    first = found[0].label.end
    opens = _SOURCE.match(transcript.printed[first : first + 40].lstrip(" :"))
    return best if opens else None


def _called_below(transcript: Transcript, found: Sequence[Opening], note: Opening) -> bool:
    """Whether a note is called behind the first of them: they stand at the feet of pages."""
    call = glued_call(transcript, note.n, Span(found[0].label.end, note.label.start)) if note.n.isdecimal() else None
    return call is not None


# -- ways to call a note ------------------------------------------------------------------------------


def glued_call(transcript: Transcript, n: str, within: Span) -> Span | None:
    """Where a number, plain and glued to a word or in superior figures, calls a note first."""
    raised = n.translate(_RAISE)
    either = re.compile(rf"{_GLUED.format(re.escape(n))}|(?<=\S){raised}(?![{SUPERIOR}])")
    found = either.search(transcript.printed, *within)
    return Span(*found.span()) if found else None


def _bracketed(transcript: Transcript, numbers: Sequence[str], within: Span) -> Iterator[Call]:
    known = set(numbers)
    for match in _CALL.finditer(transcript.printed, *within):
        if match[1] in known:
            yield Span(*match.span()), match[1]


def _raised(transcript: Transcript, numbers: Sequence[str], within: Span) -> Iterator[Call]:
    known = set(numbers)
    for match in _RAISED.finditer(transcript.printed, *within):
        if (n := lowered(match.group())) in known:
            yield Span(*match.span()), n


def _glued(transcript: Transcript, numbers: Sequence[str], within: Span) -> Iterator[Call]:
    """Numbers glued to words, or else beside them, each behind the one before it; those beside tell nothing alone."""
    at = within.start
    for n in numbers:
        glued, beside = (re.compile(pattern.format(re.escape(n))) for pattern in (_GLUED, _BESIDE))
        text = transcript.printed
        if found := glued.search(text, at, within.end) or beside.search(text, at, within.end):
            yield Span(*found.span()), n
            at = found.end()


def _counted_on(transcript: Transcript, numbers: Sequence[str], within: Span) -> Iterator[Call]:
    """Numbers that go on from those of the pages before, as a volume counts them, where the notes themselves are
    numbered from 1, as a saved page counts them: exactly one run of as many as there are notes."""
    count = len(numbers)
    if count < _RUN or list(numbers) != [str(n) for n in range(1, count + 1)]:
        return
    known = {int(match[1] or match[2]) for match in _ANY.finditer(transcript.printed, *within)}
    first = [n for n in known if n > 1 and known.issuperset(range(n, n + count))]
    runs = [tuple(_glued(transcript, [str(n + at) for at in range(count)], within)) for n in first]
    whole = [run for run in runs if len(run) == count]
    if len(whole) == 1:
        yield from ((span, n) for (span, _), n in zip(whole[0], numbers, strict=True))


def _parenthesised(transcript: Transcript, numbers: Sequence[str], within: Span) -> Iterator[Call]:
    """Numbers in parentheses, where they call every note just once, in order, and do not count the points of a speech:
    these open what follows, and a call closes what it stands behind; but a heading of the notes tells them too."""
    text = transcript.printed
    found = [(Span(*match.span()), match[1] or match[2]) for match in _PARENTHESES.finditer(text, *within)]
    if [n for _, n in found] != list(numbers):
        return
    closing = sum(_CLOSES.match(text, span.end, within.end) is not None for span, _ in found)
    above = text[within.start : within.end].rstrip().rpartition("\n")[2].strip()
    if closing * 2 > len(found) or _HEADING.match(above):
        yield from found


_CALLERS: tuple[tuple[_Caller, ...], ...] = (
    (_bracketed, _raised),
    (_glued, _bracketed, _raised, _parenthesised),
    (_glued, _bracketed, _raised),
    (_glued, _bracketed),
    (_raised,),
)
