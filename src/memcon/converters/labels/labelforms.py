"""What can be a speaker label: the forms in which transcripts print them, told at the start of a line.

A label is a name, an office or a letter with a delimiter (`Lindqvist:`, `MR. AALTO.`, `The President —`), apart from
its speech by a tab or a gap, or alone on its line. What may stand before it (a number, a bullet, a portion mark, debris
of recognition) and behind the name (a short form given in brackets, a doubt, an aside) is told apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from memcon.converters.lines.told import told_once, told_once_of
from memcon.converters.pages.paragraphs import Para
from memcon.converters.release.withheld import withheld_label
from memcon.converters.words.lexicon import words
from memcon.converters.words.names import HONORIFICS, fold, has_title, is_office, key_of, slug
from memcon.transcript import Span, Transcript

Form = Literal["colon", "stop", "dash", "gap", "alone", "letter", "bold", "enclosed"]
WEAK: tuple[Form, ...] = ("dash", "gap", "alone", "bold", "enclosed")
"""Forms that make a label only where the document prints its labels so."""
PrefixKind = Literal["", "number", "bullet", "quote", "cell", "portion", "time", "title", "speech", "noise", "debris"]

_HONORIFIC = (
    r"(?:(?i:Mrs|Messrs|Brig|Gen|Col|Maj|Capt|Cdr|Cde|Tov|Тов|Др|Lt|Sgt|Adm|Amb|Sen|Rep|Gov|Prof|Pres|Sec|Secy|Min|St|Jr|Sr|Hon|Dr|"
    r"Asst|Dep|Dir|Cong|Chmn|Atty?(?=\.[ ]Gen)|(?:For|Def)(?=\.[ ](?:Min|Sec)\b))"
    r"\.|M[a-zA-Z]{1,2}[ ]?[.,])"
)
_WORD = r"[‘’ʿ]?[^\W\d_a-zа-яё][^\W\d_]*+(?:['’ʿ-][^\W\d_]++)*+"
_COMMON = (
    r"(?:elvtárs(?:nő)?|úr|bey|paşa|yoldaş|voices?|speakers?|interpreter|translator|minister|secretary|president|chairman|general|delegate|delegation|"
    r"representative|member|operator|man|woman|official|ambassador|unknown|participants?|aide|officer|"
    r"général|président|ministre|chancelier|ambassadeur|interprète|traducteur|voix|"
    r"presidente|ministro|embajador|canciller|ambasciatore|intérprete|voz|voce|место|места|зала)(?!\w)"
)
_PARTICLE = r"(?:(?:de|von|van|der|du|di|da|el|al|bin|ibn)[ \t-])"
# A run of initials is one part, and never tried as several: that would take for ever on `A.A.A.A.A.`.
_INITIAL = r"(?:[^\W\d_a-z]|[CKSTZ]h|[IY][aeuo]|Dzh|Ts)\."  # `Sh.` and `Yu.` render one letter
_INITIALS = rf"{_INITIAL}(?:[ ]?-?{_INITIAL}(?=[ ]?-?[ \t]*[^\W\d_a-z]))*+[ ]?-?(?=[ \t]*[^\W\d_a-z])"
_PART = rf"(?:{_HONORIFIC}|{_INITIALS}|{_WORD})"
_BETWEEN = r"(?:(?<=[.,])|[ ]{1,3}|[ ][/&][ ]|[/&]|[–—])"
_JOINT = rf"{_BETWEEN}(?:(?:of|the|de|d[aeo]s?|von|van|der|bin|al|el|le|la|di|du|des|del|to|for|and)[ \t]+){{0,2}}"
_SUPPLIED = r"(?:\[(?!\d{1,2}:\d\d)[^\[\]\n]{1,40}\][ \t]*)?"
_NUMBERED = r"(?:[ \t]+#?\d{1,2}(?!\d))?(?:,?[ ](?:[JS]r\.?|I{2,3}|IV)(?=[ \t]*[:：)\]]))?"  # or `, Jr.`
_LETTER_APART = (
    r"(?:[^\W\d_a-z]{1,2}\d{1,2}(?=:)|[^\W\d_a-z](?=[ ]{2,}[^\W\d_a-z])|(?:[^\W\d_a-z]\.){2,4}(?=[ ]{2,}\S|\t))"
)
_NAME = rf"(?:{_LETTER_APART}|{_SUPPLIED}{_PARTICLE}?{_PART}(?:{_JOINT}(?:{_PART}|{_COMMON})){{0,6}}{_NUMBERED})"
_ASIDE = r"(?:[ \t]*\([^()\n]{1,120}\)){1,2}|,[ \t]+[a-z]+ing(?:[ \t]\w+){0,3}"
_DELIMITER = (
    r"[ \t]*[:：](?(open)\])(?=\s|\Z|[^\w\s\]]|[^\W\d_a-z])"
    r"|\.,(?=\s|\Z)|\.:(?=\s|\Z)|\.[—–-]{1,2}|\.[ \t]+[—–]{1,2}(?=[ \t])|\.(?=\s|\Z)"
    r"|[ \t]*—(?=.)|[ \t]+[–-]{1,2}(?=[ \t])|(?<=[^\W\d_a-z])/(?=[ \t])|\\:(?=\s|\Z)|[;>](?=[ \t])"
)
_LABEL = re.compile(
    r"(?P<letter>Q(?=[ \t]+[^\W\d_a-z“\"'’‘(\[…]|\t\S|[ \t]{2,}\S)|A(?=\t\S|[ \t]{2,}\S))"
    rf"|(?P<open>\[(?=[^\[\]\n]{{1,60}}:\]))?(?P<name>{_NAME})"
    r"(?P<alias>[ \t]*[\[(](?i:hereafter|hereinafter)[ \t]+(?P<short>[\w. ]{1,20})[\])])?"
    r"(?P<doubt>[ \t]*(?:\?|\(\?\)|\[\?\]))?"
    r"(?P<inside>[ \t]*\[[^\[\]\n]{1,40}\])?"
    rf"(?P<aside>{_ASIDE})?"
    rf"(?P<delimiter>{_DELIMITER}|(?P<gap>(?=\t|[ \t]{{2,}}\S))|(?P<alone>[ \t]*\Z))"
    r"|(?P<answer>A)(?=[ \t]+[^\W\d_a-z“\"'’‘(\[…])"
)
_ENCLOSED = re.compile(rf"[\[(<](?P<name>{_NAME})(?P<within>:)?[\])>](?P<colon>[ \t]*:)?(?=[ \t]+\S)")
_REPLIES = words(
    "yes no right good well ok okay thanks true exactly sure fine never perhaps maybe correct hello why what"
)
_REMARK = re.compile(rf"{_ASIDE}[ \t]*:")  # behind a name in bold
_CELL = re.compile(
    r"(?:\|[ \t]*)?(?:\(?\d[\d:]{0,7}[.)]?[ \t]*\|[ \t]*)?(?P<name>[^\W\d_a-z][^|()\n?!]{0,60}?)"
    rf"(?P<aside>{_ASIDE})?:?[ \t]*\|(?=[ \t]*\S)"
)
_RULES = ("|-", "| -", "|:-", "-|", "- |")  # in a row of hyphens
_DASH = re.compile(r"[ \t]*—(?=[ \t])|[ \t]+[–-]{1,2}(?=[ \t])")  # behind a name in bold
_LETTER_STOP = re.compile(r"(?P<name>[^\W\d_a-z])(?P<delimiter>\.)(?=[ \t]+[^\W\d_a-z])")
_Prefix = tuple[PrefixKind, re.Pattern[str]]
_PREFIXES: tuple[_Prefix, ...] = (
    ("time", re.compile(r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?[ \t]*|(?:[01]\d|2[0-3])[0-5]\d(?::[0-5]\d)?Z?[ \t]+")),
    ("number", re.compile(r"(?:§[ \t]*|Q(?=\d{1,3}\.[ \t]))?\(?\d{1,3}[.)]?[ \t]*")),
    ("bullet", re.compile(r"[-•*·‣▪◦–—§][ \t]+")),
    ("speech", re.compile(r"[–—](?=[^\W\d_a-z])")),  # the sign of speech, glued to the name
    ("quote", re.compile(r">[ \t]+")),
    ("title", re.compile(r"[^\W\d_A-Z]{1,4}\.[ \t](?=[^\W\d_a-z])")),  # `s. Husák`, in small letters
    ("portion", re.compile(r"\((?:TS|S|C|U|R|SBU|LOU|OUO|FOUO)(?://?[A-Z/ ,]{1,20})?\)[ \t]+")),
)
_LISTED = tuple(each for each in _PREFIXES if each[0] != "title")  # which may stand line by line
_SCRAP = re.compile(r"(?:[^\w\s]{1,4}|\W?\w{1,3}[^\w\s]{0,3})[ \t]+")
_SCRAPS = 5
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"  # characters without a width
_SEVERAL = 3
_TITLES = 2  # times that a title is cut short, and never anything else
_SENTENCE_WORDS = words(
    "i to as of by and the for but so is was in on it he we at or if no not with his our they you she"
)
_CAPITALS = re.compile(r"(?:Mc|Mac|O['’])?[^\W\d_a-zа-я](?:[^\W\d_a-zа-я]|['’-](?=\w)){2,}")
_CUT_SHORT = re.compile(r"[^\W\d_a-zа-я][^\W\d_]{1,10}\.")
_MISREAD = re.compile(r"l(?:[fnst]|['’]\w{1,2})?[ ]")  # `I`, `If`, `I'm`
_LAST_WORD = re.compile(r"\s")
_SENTENCE_ENDS = ".?!…:\"”“’‘»«›‹')]~*-–—。！？」』"
_ENDS_DATED = re.compile(r"(?:\b(?:19|20)\d\d|\b\d{1,2}[:.]\d\d(?:\s?[ap]\.?\s?m\.?)?)\s*\Z", re.I)
_SHORT = 50  # characters of such a line
_JOTTED = re.compile(r"(?P<name>[^\W\d_a-z][\w.’'-]{0,20}(?: [^\W\d_a-z][\w.’'-]{1,20}){0,2})(?::\s|[ ]?—)")
_JOTTINGS = 4  # lines
_WIDEST = 160  # characters of a line that is wrapped
_WINDOW = 200  # characters of a line in which a label is looked for


class Label(NamedTuple):
    """A label as printed: the span of all of it (what stands before the name and the delimiter included), of what
    stands before it and of its aside in parentheses, and the form of its delimiter; `withheld` where a gap stands for
    the name, `mended` where the printed one is damaged: its letters apart, or misread;
    `term` where a list says under it what is said."""

    span: Span
    name: str
    delimiter: str
    aside: Span | None
    bold: bool
    key: str
    opens_paragraph: bool
    speech: bool
    follows: bool = True
    alias: str = ""
    form: Form = "colon"
    prefix: Span | None = None
    prefix_kind: PrefixKind = ""
    ends_line: bool = False
    withheld: bool = False
    mended: bool = False
    term: bool = False

    @property
    def strong(self) -> bool:
        """Whether the form alone makes a label likely: a colon, or a full stop."""
        return self.form in ("colon", "stop")


def candidates(transcript: Transcript, paras: Iterable[Para]) -> tuple[Label, ...]:
    """Everything that opens a line like a label, in printed order.

    What can be a letter with a full stop (`K. Good.`) is one where the letter stands so again and again, and not with
    the same names behind it. A word with a full stop is a title, and the label is what follows, where a label with a
    colon follows it again and again.
    """
    found = tuple(label for para in paras for label in _opening_lines(para, transcript))
    letters = [by_letter(label) for label in found]
    full = Counter(label.key for label in found)
    once = (letter for label, letter in zip(found, letters, strict=True) if full[label.key] == 1)
    times = Counter(letter.key for letter in once if letter is not None)
    times.update(label.key for label in found if label.form == "stop" and len(label.name) == 1)
    named = [_behind_title(transcript, label) for label in found]
    titles = Counter(label.key for label, behind in zip(found, named, strict=True) if behind is not None)
    titles.subtract(label.key for label, behind in zip(found, named, strict=True) if behind is None)
    return tuple(
        letter if letter is not None and times[letter.key] >= max(_SEVERAL, 2 * full[label.key])
        else behind if behind is not None and titles[label.key] >= _TITLES
        else label
        for label, letter, behind in zip(found, letters, named, strict=True)
    )  # fmt: skip


@told_once
def _is_jotted(para: Para) -> bool:
    """Whether most lines of a paragraph open with what looks like a label, some of them with the same."""
    if len(para.lines) < _JOTTINGS:
        return False
    opened = Counter(match["name"] for line in para.text.split("\n") if (match := _JOTTED.match(line.lstrip())))
    return opened.total() * 3 > len(para.lines) * 2 and len(opened) > 1 and max(opened.values()) > 1


@told_once_of
def _opening_lines(para: Para, transcript: Transcript) -> tuple[Label, ...]:
    """What opens the lines of a paragraph."""
    found = (_opening_line(transcript, para, at) for at in range(len(para.lines)))
    return tuple(label for label in found if label is not None)


def _opening_line(transcript: Transcript, para: Para, at: int) -> Label | None:
    line = para.lines[at]
    text = transcript.printed[line.start : min(line.end, line.start + _WINDOW)]
    whole = at == 0 or _is_unwrapped(para)
    if found := withheld_label(text):
        return _withheld(transcript, line, found, whole, _finished(transcript, para, at))
    if whole and (bold := _bold(transcript, line)):
        return bold
    if "|" in text and (cell := _cell(transcript, para, line, text)):
        return cell
    opens = at == 0 or (not para.hung and not para.told and _finished(transcript, para, at))
    kind, begin, match = _opening(text, _PREFIXES if whole else _LISTED if opens else ())
    if opens and (match is None or kind == "noise" or _replies(match)) and (apart := _enclosed(transcript, line, text)):
        return apart
    if match is None or not _ends_well(match):
        return None
    form = _form(match)
    if not whole and not _may_open(transcript, para, at, match, form):
        return None
    follows = _finished(transcript, para, at) or (form == "gap" and _in_rows(transcript, para, at))
    follows = follows or (form == "colon" and _is_dated(transcript.text(para.lines[at - 1])))
    prefix = Span(line.start, line.start + begin) if kind else None
    return _label(transcript, line, match, _Where(form, whole, follows, prefix, kind))


def _opening(text: str, prefixes: Sequence[_Prefix]) -> tuple[PrefixKind, int, re.Match[str] | None]:
    """What opens a line: what stands before the label, where the label begins, and the label. Debris may stand before
    it where any prefix may."""
    unseen = len(text) - len(text.lstrip(_UNSEEN)) if text[:1] in _UNSEEN else 0
    if match := _LABEL.match(text, unseen):
        return "", 0, match
    for kind, pattern in prefixes:
        if (before := pattern.match(text)) and (match := _LABEL.match(text, before.end())) and not _letter(match):
            return kind, before.end(), match
    begin = 0
    for _ in range(_SCRAPS if prefixes is _PREFIXES else 0):
        scrap = _SCRAP.match(text, begin)
        if scrap is None or fold(scrap.group().strip(" .,\t[(")) in _SENTENCE_WORDS:
            break
        begin = scrap.end()
        match = _LABEL.match(text, begin)
        if match is not None and match["delimiter"] and match["delimiter"].strip() in (":", "."):
            return "noise", begin, match
    return "", 0, None


def colon_label(text: str) -> re.Match[str] | None:
    """The label with a colon that opens a text, its groups `name` and `aside`; None where none does."""
    match = _LABEL.match(text)
    return match if match is not None and not _letter(match) and _form(match) == "colon" else None


def _replies(match: re.Match[str]) -> bool:
    """Whether a word that opens a speech stands behind a name in brackets, which would else supply a part of it:
    `[Aalto] Yes.`"""
    supplied, _, rest = (match["name"] or "").rpartition("]")
    return supplied[:1] == "[" and fold(rest.strip()) in _REPLIES


def _letter(match: re.Match[str]) -> str:
    """The letter of a question or an answer that stands without a delimiter."""
    return match["letter"] or match["answer"] or ""


def _ends_well(match: re.Match[str]) -> bool:
    """Whether the full stop ends the name: in `General Collins  Mr. Nitze` it ends a title."""
    if _letter(match):
        return True
    last = fold(match["name"].split()[-1])
    return match["delimiter"].strip() != "." or last not in HONORIFICS


def _may_open(transcript: Transcript, para: Para, at: int, match: re.Match[str], form: Form) -> bool:
    """A label within a paragraph ends with a colon; a full stop is enough only behind a title or initials and a name
    or an office (`Mr. Lindqvist.`, `The Chairman.`), no delimiter only in capitals, apart from the text or as a letter
    that asks or answers, behind a finished sentence. No line of a paragraph that hangs has one but the first, and where
    indentation tells paragraphs an unfinished line has none below it."""
    if para.hung or ((para.told or form == "letter") and not _finished(transcript, para, at)):
        return False
    if form in ("colon", "letter"):
        return True
    if form in ("alone", "gap", "dash"):
        row = form == "gap" and _in_rows(transcript, para, at)
        return row or ((match["name"].isupper() or form != "alone") and _finished(transcript, para, at))
    titled = bool(re.match(rf"{_HONORIFIC}[ \t]+{_WORD}\Z", match["name"]))
    initialed = "." in match["name"][1:3]
    first, _, rest = match["name"].partition(" ")
    held = has_title(first) if rest[:1].isupper() and first != "The" else first == "The" and is_office(match["name"])
    return (titled or initialed or held or in_capitals(match["name"])) and _finished(transcript, para, at)


def _in_rows(transcript: Transcript, para: Para, at: int) -> bool:
    """Whether a line and the one before it have cells that tabs part."""
    return all("\t" in transcript.text(line) for line in para.lines[at - 1 : at + 1])


def in_capitals(name: str) -> bool:
    """Whether the surname or the office is set in capitals: `AALTO`, `Mr. AALTO`, `The CHAIRMAN`, `McCLOY`."""
    return bool(_CAPITALS.fullmatch(_LAST_WORD.split(name)[-1]))


def _finished(transcript: Transcript, para: Para, at: int) -> bool:
    """Whether the line before ends as a sentence or an interrupted speech does, or lines are whole paragraphs."""
    return at == 0 or ends_sentence(transcript.text(para.lines[at - 1])) or _is_unwrapped(para) or _is_jotted(para)


@told_once
def _is_unwrapped(para: Para) -> bool:
    """Whether nothing in a paragraph is wrapped: a line of it is longer than any page is wide, or lines of the
    transcript are paragraphs."""
    wide = any(line.end - line.start > _WIDEST for line in para.lines)
    return len(para.lines) > 1 and (para.unwrapped or wide)


def _is_dated(line: str) -> bool:
    """Whether a short line ends with a year or a time of day, as lines of a head do."""
    return len(line) <= _SHORT and _ENDS_DATED.search(line) is not None


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence or an interrupted speech does, debris of one sign apart; an empty one may."""
    bare = line.rstrip()
    debris = bare[-2:-1] == " " and bare[-1:] not in "aAI"
    return bare[-1:] in _SENTENCE_ENDS or (debris and bare[:-2].rstrip()[-1:] in _SENTENCE_ENDS)


def _form(match: re.Match[str]) -> Form:
    if _letter(match):
        return "letter"
    if match["gap"] is not None:
        return "gap"
    if match["alone"] is not None:
        return "alone"
    delimiter = match["delimiter"].strip(" \t]")
    if delimiter in (":", "：", ".:", "\\:"):
        return "colon"
    return "stop" if delimiter in (".", ".,") else "dash"


class _Where(NamedTuple):
    """The form of a label, whether it opens a paragraph, whether what is above it is finished, and what stands before
    it in its line."""

    form: Form
    opens: bool
    follows: bool
    prefix: Span | None
    prefix_kind: PrefixKind


def _label(transcript: Transcript, line: Span, match: re.Match[str], where: _Where) -> Label:
    if where.form == "letter":
        whole = Span(line.start, line.start + match.end())
        key = key_of(_letter(match))
        return Label(whole, _letter(match), "", None, False, key, where.opens, True, where.follows, form=where.form)

    def span(group: str) -> Span:
        return Span(line.start + match.start(group), line.start + match.end(group))

    whole = Span(line.start, line.start + match.end())
    styles = transcript.styles_in(span("name")) if transcript.styles else ()
    bold = any(s.rend == "bold" and s.span.end >= line.start + match.end("name") for s in styles)
    aside = transcript.strip(span("aside")) if match["aside"] else None
    key = key_of(_bare(match["name"]))
    after = transcript.printed[whole.end : line.end].lstrip()
    delimiter = match["delimiter"].strip(" \t]")
    return Label(
        whole, match["name"], delimiter, aside, bold, key, where.opens, _speaks(after), where.follows,
        match["short"] or "", where.form, where.prefix, where.prefix_kind, ends_line=not after,
        term=where.opens and line.start in transcript.terms,
    )  # fmt: skip


def _speaks(after: str) -> bool:
    """Whether a sentence may begin with a text: an `l` may be an I that was misread."""
    return not after[:1].islower() or (after[0] == "l" and _MISREAD.match(after) is not None)


def _bare(name: str) -> str:
    """A name without the brackets that supply a part of it."""
    return name.replace("[", "").replace("]", "")


def _bold(transcript: Transcript, line: Span) -> Label | None:
    """A name in bold at the start of a line, with nothing between it and the speech."""
    if not transcript.styles:
        return None
    style = next((s for s in transcript.styles_in(line) if s.span.start == line.start), None)
    if style is None or style.rend != "bold" or style.span.end >= line.end:
        return None
    match = _LABEL.match(transcript.text(style.span))
    after = transcript.text(Span(style.span.end, line.end))
    dash = _DASH.match(after)
    if match is None or match["alone"] is None or not (dash or after[0].isspace()) or _REMARK.match(after):
        return None
    delimiter = dash.group().rstrip() if dash else ""
    speech = not after[len(delimiter) :].lstrip()[:1].islower()
    whole = Span(style.span.start, style.span.end + len(delimiter))
    key = key_of(_bare(match["name"]))
    return Label(whole, match["name"], delimiter.strip(), None, True, key, True, speech, form="bold")


def _enclosed(transcript: Transcript, line: Span, text: str) -> Label | None:
    """A name in brackets, with a colon within or behind them (`(Aalto): Good.`) or nothing but the speech."""
    match = _ENCLOSED.match(text) if text[:1] in ("(", "[", "<") else None
    if match is None:
        return None
    whole = Span(line.start, line.start + match.end())
    speech = not text[match.end() :].lstrip()[:1].islower()
    bold = any(style.rend == "bold" and style.span.end + 1 >= whole.end for style in transcript.styles_in(whole))
    key = key_of(match["name"])
    if match["colon"] is not None or match["within"] is not None:
        return Label(whole, match["name"], ":", None, bold, key, True, speech)
    return Label(whole, match["name"], "", None, bold, key, True, speech, form="enclosed")


def _cell(transcript: Transcript, para: Para, line: Span, text: str) -> Label | None:
    """A name in the first cell of a row, or behind a number or a time, in a table of pipes with a row of hyphens (GFM
    0.29, section 4.10)."""
    match = _CELL.match(text) if any(sign in para.text for sign in _RULES) else None
    if match is None:
        return None
    begin = line.start + match.start("name")
    aside = transcript.strip(Span(line.start + match.start("aside"), line.start + match.end("aside")))
    whole = Span(line.start, line.start + match.end())
    return Label(
        whole, match["name"], "|", aside if match["aside"] else None, False, key_of(_bare(match["name"])), True, True,
        form="gap", prefix=Span(line.start, begin), prefix_kind="cell",
    )  # fmt: skip


def _withheld(transcript: Transcript, line: Span, ends: tuple[int, int, int], opens: bool, follows: bool) -> Label:
    """A label in which a gap stands for the name."""
    name, aside, end = ends
    whole = Span(line.start, line.start + end)
    text = transcript.text(Span(line.start, line.start + name))
    key = slug(_bare(text)) or "withheld"
    apart = transcript.strip(Span(line.start + aside, whole.end - 1)) if aside >= 0 else None
    speech = not transcript.text(Span(whole.end, line.end)).lstrip()[:1].islower()
    return Label(whole, text, ":", apart, False, key, opens, speech, follows, withheld=True)


def _behind_title(transcript: Transcript, label: Label) -> Label | None:
    """The label with a colon behind a word that is cut short with a full stop: `Botsch. Lindqvist: Good.`"""
    if label.form != "stop" or label.prefix is not None or not _CUT_SHORT.fullmatch(label.name + label.delimiter):
        return None
    line = transcript.line_at(label.span.start).span
    rest = transcript.printed[label.span.end : min(line.end, label.span.end + _WINDOW)]
    if ":" not in rest:
        return None
    begin = len(rest) - len(rest.lstrip(" \t"))
    match = _LABEL.match(rest, begin)
    if match is None or _letter(match) or not match["delimiter"] or match["delimiter"].strip() != ":":
        return None
    prefix = Span(label.span.start, label.span.end + begin)
    where = _Where("colon", label.opens_paragraph, label.follows, prefix, "title")
    behind = _label(transcript, Span(label.span.end, line.end), match, where)
    return behind._replace(span=Span(label.span.start, behind.span.end))


def by_letter(label: Label) -> Label | None:
    """`K. Good.` as the letter K with a full stop, where it can be read so too."""
    if label.form != "stop" or label.prefix is not None or label.name[1:2] != ".":
        return None
    match = _LETTER_STOP.match(label.name + label.delimiter)
    if match is None or in_capitals(label.name):  # `K. AALTO.`
        return None
    whole = Span(label.span.start, label.span.start + match.end())
    return label._replace(span=whole, name=match["name"], delimiter=".", key=key_of(match["name"]), ends_line=False)
