"""Spans of print -> inline content: brackets, ellipses, remarks, portion marks, emphasis.

Features are found left to right in one pass and do not nest, apart from emphasis; a bracket that does not close
within its paragraph stays text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from memcon.converters.pages.marks import Mark, Marks
from memcon.converters.release.classification import is_banner, marking
from memcon.converters.release.portionmarks import is_portion_mark, portions
from memcon.converters.release.withheld import (
    ANY_GAP,
    BRACKET,
    FEATURE_OPENS,
    GAP,
    GAP_OPENS,
    Withheld,
    gap_at,
    occurrences,
)
from memcon.diagnostics import Diagnostic
from memcon.model import (
    Content,
    Emphasis,
    Furniture,
    Gap,
    Hyphen,
    Inline,
    LineBreak,
    Note,
    NoteMark,
    Omission,
    PageBreak,
    PortionMark,
    Sic,
    Stage,
    Supplied,
    Text,
)
from memcon.transcript import Span, Transcript

_FEATURE = re.compile(
    rf"(?P<bracket>{BRACKET})|(?P<gap>{GAP})"
    r"|(?P<parenthesis>\([^()\[\]]{1,400}\))"
    r"|(?<!\S)(?P<ellipsis>\.{3,4}|…|\.\s\.\s\.(?:\s\.)?)(?!\S)"
)
_DOTS = re.compile(r"\[\s*(?:\.[\s.]*\.|…)\s*\]")
_OMITTED = re.compile(
    r"\[\s*(?:omitted\s+here|here\s+follow|omission|there\s+follow|"
    r"(?:text|matter|material|passages?|portions?|paragraphs?|sections?|sentences?|pages?)\s+omitted)",
    re.I,
)
_REACTION = re.compile(
    r"\[\s*(?:laughter|laughs|laughing|applause|pause|silence|chuckles?|smil\w+|crosstalk|interruption)\b[^\]]*\]", re.I
)
_NUMBER = re.compile(r"\[\s*(?:\d+|\*+|[ivx]+)\s*\]")
_DELIVERY = re.compile(
    r"\(\s*(?:(?:still\s+|again\s+)?[a-z]{2,}(?:s|ing)\b|in\s+[A-Z]\w+|to\s+[A-Z]|aside|laughter|applause|pause)[^().]{0,80}[.]?\)"
)
_NOT_DELIVERY = re.compile(
    r"\(\s*(?:this|his|its|as|is|was|us|does|thus|perhaps|besides|during|according|regarding|meaning)\b"
)
_SENTENCE_ENDS = ".?!:;”\"’')]…"
_WORD_BEFORE = re.compile(r"\S+(?=\s*\Z)")
_HYPHEN = re.compile(r"-(?<=[^\W\d_]-)[ \t]*\r?\n\s*(?=[a-zà-ÿа-яё])")
_SIC = "[sic]"
_NARRATION = 300  # characters
_MEETING = r"(?:meeting|conversation|session|discussion|talks?|call|luncheon|dinner|conference)"
_HAPPENS = re.compile(
    rf"(?:The|This)\s{_MEETING}\s(?:then\s|was\s(?:then\s)?)?"
    rf"(?:ended|adjourned|concluded|resumed|recessed|broke|interrupted|suspended|closed|terminated)\b|"
    rf"There\s(?:then\s)?(?:was|followed)\s(?:then\s)?an?\s(?:\w+\s)?(?:break|pause|recess|interruption|interval)\b|"
    rf"[^\W\d_a-z][\w.’'-]*(?:\s[^\W\d_a-z][\w.’'-]*){{0,4}}\s(?:then\s|here\s|thereupon\s|also\s)?(?:"
    rf"(?:left|entered|re-entered)\sthe\s(?:room|meeting|office)|"
    rf"(?:joined|rejoined)\sthe\s(?:{_MEETING}|group|party|others)|"
    rf"handed\s(?:over|(?:him|the|Mr|Mrs|Dr|President|Secretary|Ambassador|Minister)\b[^.]{{0,60}}\sa)\s)"
)
_SPEAKS = re.compile(r"\b(?:I|me|my|we|us|our|ours|you|yours?|myself|ourselves)\b|[“”\"?]")


@dataclass(frozen=True)
class Reading:
    """How a memorandum's inline features are read: who supplied what stands in brackets, and whether its
    paragraphs bear portion marks (only then is `(C)` one, and a struck scrap in its place, too)."""

    transcript: Transcript
    marks: Marks
    supplied_by: str
    marks_portions: bool = False

    def seen(self, span: Span) -> str:
        """The print of a span as it is to be understood: note calls and page marks are blanks."""
        return self.marks.seen.printed[span.start : span.end]

    def raw(self, span: Span) -> Content:
        """Text and the marks in it, white space at the edges included."""
        return _text(self, span)

    def plain(self, span: Span) -> Content:
        """Text and the marks in it, and nothing else."""
        return _text(self, self.transcript.strip(span))

    def furniture(self, span: Span, parted: bool = True) -> Content:
        """Page furniture: emphasis and marks alone are told apart, for a code in a stamp stands for no text that was
        withheld. `parted` where the ends of its lines are meant."""
        if not parted:
            return _bare(self, self.transcript.strip(span))
        content: list[Inline] = []
        for line in self.transcript.line_spans(span):
            content += [LineBreak()] if content else []
            content += _styled(self, line, self.transcript.styles_in(line), _bare)
        return tuple(content)

    def styled(self, span: Span) -> Content:
        """Text with the emphasis that the source format marks; no other features."""
        return _styled(self, span, self.transcript.styles_in(span))

    def lines(self, span: Span, featured: bool = True) -> Content:
        """Content whose line ends are meant: letterheads, stamps, source notes."""
        content: list[Inline] = []
        for line in self.transcript.line_spans(span):
            content += [LineBreak()] if content else []
            content += self.content(line) if featured else self.styled(line)
        return tuple(content)

    def whole_lines(self, lines: Sequence[Span]) -> Iterator[Span]:
        """The lines of a paragraph, each beginning with the marks between it and the line before."""
        end = lines[0].start
        for line in lines:
            between = self.marks.within(Span(end, line.start))
            yield Span(between[0].span.start, line.end) if between else line
            end = line.end

    def content(self, span: Span) -> Content:
        """Everything that can be told apart within a paragraph."""
        span = self.transcript.strip(span)
        return tuple(_content(self, span))

    def paragraph(self, span: Span, opens_turn: bool = False) -> Content:
        """The content of a paragraph: portion marks at its ends, a direction where it opens a turn."""
        span = self.transcript.strip(span)
        before, middle, after = _portions(self, span)
        stage: Content = ()
        if opens_turn and (end := delivery_end(self.seen(middle))):
            stage = (Stage("delivery", self.styled(Span(middle.start, middle.start + end))),)
            middle = Span(middle.start + end, middle.end)
        return (*before, *stage, *tuple(_content(self, middle)), *after)


def delivery_end(text: str) -> int:
    """Where a direction in parentheses at the start of the text ends; 0 where there is none."""
    match = _DELIVERY.match(text) if text.startswith("(") else None
    return match.end() if match and not _NOT_DELIVERY.match(text) and len(match.group().split()) <= 9 else 0


def is_omission(text: str) -> bool:
    """Whether a paragraph is a sign of omission and nothing else."""
    if text.startswith("["):
        return bool(_DOTS.fullmatch(text) or (_OMITTED.match(text) and text.find("]") == len(text) - 1))
    return text.startswith((".", "…")) and bool(re.fullmatch(r"\.{3,4}|…|\.\s\.\s\.(?:\s\.)?", text))


def is_direction(text: str) -> bool:
    """Whether a paragraph is a stage direction in brackets or parentheses and nothing else."""
    if text.startswith("["):
        return bool(_REACTION.fullmatch(text))
    return text.startswith("(") and delivery_end(text) == len(text) and len(text) > 2


def is_narration(text: str) -> bool:
    """Whether a paragraph is a sentence in parentheses and nothing else, or says that the meeting was broken off or
    that somebody came or went: between turns, what happens there."""
    if text[-1:] == "." and len(text) <= _NARRATION and text[0].isupper() and _HAPPENS.match(text):
        return not _SPEAKS.search(text)
    whole = text.startswith("(") and text.endswith((".)", "!)")) and text.find(")") == len(text) - 1
    return whole and text[1].isupper() and "(" not in text[1:] and len(text) <= _NARRATION


def unclosed_brackets(transcript: Transcript, span: Span) -> Iterator[Diagnostic]:
    """A diagnostic at the first bracket that is opened and not closed within the span."""
    text = transcript.text(span)
    if "[" not in text:
        return
    open_at = -1
    for match in re.finditer(r"[\[\]]", text):
        if match.group() == "]":
            open_at = -1
        elif open_at >= 0:
            break
        else:
            open_at = match.start()
    if open_at >= 0:
        yield _unclosed(transcript, span.start + open_at)


def _unclosed(transcript: Transcript, at: int) -> Diagnostic:
    return transcript.diagnostic("MC213", "this bracket is not closed in its paragraph", Span(at, at + 1))


def _content(reading: Reading, span: Span) -> Iterator[Inline]:
    if not reading.marks.may_hold_features(span):
        yield from reading.styled(span)
        return
    text = reading.seen(span)
    at = 0
    for match in occurrences(_FEATURE, FEATURE_OPENS, text, 0, len(text)):
        whole = Span(span.start + match.start(), span.start + match.end())
        items = _feature(reading, match, whole, text)
        if items is None:
            continue
        before = Span(span.start + at, whole.start)
        judged = _judged(reading, before) if text[match.start() : match.end()].lower() == _SIC else None
        if judged is not None:
            yield from reading.styled(Span(before.start, judged.start))
            yield Sic(reading.styled(judged))
            yield from _white(reading, judged.end)
            items = (Note("editorial", reading.styled(whole), subtype="sic"),)
        else:
            yield from reading.styled(before)
        yield from items
        at = match.end()
    yield from reading.styled(Span(span.start + at, span.end))


def _judged(reading: Reading, before: Span) -> Span | None:
    """The word that a [sic] behind this stretch of text judges; None where no word is directly before it."""
    word = _WORD_BEFORE.search(reading.seen(before))
    return Span(before.start + word.start(), before.start + word.end()) if word else None


def _white(reading: Reading, at: int) -> Content:
    """The white space at a place, so that words stay apart."""
    text = reading.transcript.printed[at : at + 1]
    return (Text(text, at),) if text.isspace() else ()


def _feature(reading: Reading, match: re.Match[str], whole: Span, text: str) -> tuple[Inline, ...] | None:
    if match["gap"]:
        return _gap(reading, whole)
    if match["ellipsis"]:
        return (Omission(reading.plain(whole)),) if _parts_sentences(text, match.start(), match.end()) else None
    if match["parenthesis"]:
        return _remark(reading, whole)
    return _bracketed(reading, match["bracket"], whole)


def _parts_sentences(text: str, start: int, end: int) -> bool:
    """Whether dots stand for something left out: alone, or between sentences. Set as a typesetter sets them, those
    that trail off, or go on amid a sentence, are a pause; three plain dots are an editor's."""
    before, behind = text[:start].rstrip(), text[end:].lstrip()
    if text.startswith("..", start) or not (before or behind):
        return True
    return (not before or before[-1] in _SENTENCE_ENDS) and behind[:1].isupper()


def _remark(reading: Reading, whole: Span) -> tuple[Inline, ...] | None:
    """Parentheses that hold nothing but italics are the note-taker's remark."""
    inner = reading.transcript.strip(Span(whole.start + 1, whole.end - 1))
    italic = any(s.rend == "italic" and s.span == inner for s in reading.transcript.styles_in(inner))
    return (Note("remark", reading.plain(whole), rend="italic"),) if italic else None


def _gap(reading: Reading, whole: Span) -> tuple[Gap] | None:
    """The gap that a bracket, a box or a code stands for; None where it stands for none."""
    match = ANY_GAP.match(reading.marks.seen.printed, whole.start, whole.end)
    said = gap_at(reading.marks.seen.printed, match) if match is not None and match.end() == whole.end else None
    return (_as_gap(said, _unhyphenated(reading, whole)),) if said is not None else None


def _as_gap(said: Withheld, content: Content) -> Gap:
    return Gap(
        said.reason, content, said.unit, said.quantity, said.at_most, said.extent, said.categories, said.at_least,
        said.doubtful,
    )  # fmt: skip


def _bracketed(reading: Reading, text: str, whole: Span) -> tuple[Inline, ...] | None:
    styled = reading.styled(whole)
    if _DOTS.fullmatch(text) or _OMITTED.match(text):
        return (Omission(styled),)
    if text.lower() == _SIC:
        return (Note("editorial", styled),)
    if gap := _gap(reading, whole):
        return gap
    if _REACTION.fullmatch(text):
        return (Stage("delivery", styled),)
    if _NUMBER.fullmatch(text) or not re.search(r"\w", text):
        return None
    return (Supplied(styled, reading.supplied_by),)


def _portions(reading: Reading, span: Span) -> tuple[Content, Span, Content]:
    """Portion marks at the start and the end of a paragraph, and what is between them."""
    if not reading.marks_portions:
        return (), span, ()
    before, middle, after = portions(reading.marks.seen, span)
    return _marks_in(reading, before, middle.start), middle, _marks_in(reading, after, span.end)


def _marks_in(reading: Reading, marks: Sequence[Span], end: int) -> Content:
    """Portion marks, each with the space between it and what follows, which ends at an offset."""
    content: list[Inline] = []
    for mark, after in zip(marks, (*(mark.start for mark in marks[1:]), end), strict=False):
        content += [portion_mark(reading, mark), *reading.raw(Span(mark.end, after))]
    return tuple(content)


def portion_mark(reading: Reading, mark: Span) -> PortionMark:
    """The portion mark of that span; without a category where it cannot be read."""
    text = reading.transcript.text(mark)
    struck = any(s.rend == "strikethrough" and s.span == mark for s in reading.transcript.styles_in(mark))
    categories = marking(text.strip()).categories if is_portion_mark(text) else ()
    return PortionMark(_bare(reading, reading.transcript.strip(mark)), categories, struck)


def _styled(
    reading: Reading,
    span: Span,
    styles: Sequence[tuple[Span, str]],
    text: Callable[[Reading, Span], Content] | None = None,
) -> Content:
    """Text with emphasis, styles nesting: one pass over the styles, which come in order, outer ones first."""
    text = text or _text
    if not styles:
        return text(reading, span)
    content: list[Inline] = []
    at, index = span.start, 0
    while index < len(styles):
        style, rend = styles[index]
        end = index + 1
        while end < len(styles) and styles[end][0].start < style.end:
            end += 1
        content += text(reading, Span(at, style.start))
        content.append(Emphasis(rend, _styled(reading, style, styles[index + 1 : end], text)))
        at, index = style.end, end
    return (*content, *text(reading, Span(at, span.end)))


def _text(reading: Reading, span: Span) -> Content:
    """Printed characters with what is not there among them, the calls of notes and the page marks."""
    if reading.marks.is_plain(span):
        return (Text(reading.transcript.text(span), span.start),) if span.start < span.end else ()
    content: list[Inline] = []
    at = span.start
    for match in occurrences(ANY_GAP, GAP_OPENS, reading.marks.seen.printed, *span):
        if gap := _gap(reading, Span(*match.span())):
            content += [*_bare(reading, Span(at, match.start())), *gap]
            at = match.end()
    rest = _bare(reading, Span(at, span.end))
    return (*content, *rest) if content else rest


def _bare(reading: Reading, span: Span) -> Content:
    """Printed characters as they are, with the calls of notes, page marks and page furniture among them; a hyphen at
    a line's end, within a word, is told apart."""
    content: list[Inline] = []
    at = span.start
    for match in _HYPHEN.finditer(reading.marks.paged.printed, *span):
        hyphen = match.start()
        content += _marked(reading, Span(at, hyphen))
        content += [Hyphen((Text("-", hyphen),)), *_furnished(reading, Span(hyphen + 1, match.end()))]
        at = match.end()
    rest = _marked(reading, Span(at, span.end))
    return (*content, *rest) if content else rest


def _furnished(reading: Reading, span: Span) -> Content:
    """What stands within a word, behind its hyphen: the break of the line, or the furniture of the page and its break,
    and the number of the line."""
    marks = reading.marks.furniture_in(span)
    fed = "\f" in reading.transcript.text(span)
    paged = fed or any(mark.kind != "lineNum" for mark in marks)
    turned = PageBreak(None if fed else "high", in_word=True) if paged else LineBreak(in_word=True)
    below = (at for at, mark in enumerate(marks) if mark.place == "top" or mark.kind == "lineNum")
    first = next(below, len(marks))
    return (*_pieces(reading, marks[:first]), turned, *_pieces(reading, marks[first:]))


def _pieces(reading: Reading, marks: Iterable[Mark]) -> Iterator[Inline]:
    for mark in marks:
        yield from _furniture(reading, mark)


def _marked(reading: Reading, span: Span) -> Content:
    content: list[Inline] = []
    at = span.start
    marks = (*reading.marks.within(span), *reading.marks.furniture_in(span))
    for mark in sorted(marks, key=lambda mark: mark.span):
        content += _printed(reading, Span(at, mark.span.start))
        content += _mark(reading, mark, Span(mark.span.start, min(mark.span.end, span.end)))
        at = min(mark.span.end, span.end)
    rest = _printed(reading, Span(at, span.end))
    return (*content, *rest) if content else rest


def _mark(reading: Reading, mark: Mark, span: Span) -> Content:
    if mark.note:
        return (NoteMark(_printed(reading, span), mark.note),)
    if mark.page:
        return (PageBreak(n=mark.page, in_word=mark.in_word), Furniture("pageNum", _printed(reading, span)))
    return (PageBreak("high"),) if mark.ends_page else _furniture(reading, mark)


def _furniture(reading: Reading, mark: Mark) -> Content:
    """Page furniture as its own mark."""
    if not mark.kind:
        return ()
    text = reading.transcript.text(mark.span)
    terms = marking(text).categories if mark.kind == "classification" and is_banner(text, struck=True) else ()
    return (Furniture(mark.kind, _printed(reading, mark.span), mark.place, categories=terms),)


def _printed(reading: Reading, span: Span) -> Content:
    """Printed characters; a form feed among them is a page break that the transcript itself prints."""
    printed = reading.transcript.text(span)
    if "\f" not in printed:
        return (Text(printed, span.start),) if printed else ()
    content: list[Inline] = []
    at = span.start
    for number, text in enumerate(printed.split("\f")):
        content += [PageBreak()] if number else []
        content += [Text(text, at)] if text else []
        at += len(text) + 1
    return tuple(content)


def _unhyphenated(reading: Reading, span: Span) -> Content:
    """Printed characters and nothing else, for elements that hold no more."""
    span = reading.transcript.strip(span)
    return (Text(reading.transcript.text(span), span.start),)
