"""Speaker labels: every document shows its own convention, and the evidence for each label is weighed.

A candidate is what opens a line like a label: a few name-like words and a delimiter. Its weight is the sum of
what speaks for it (it recurs, it is bold, it names somebody who takes part, the document uses that delimiter for
labels) and against it (it is an ordinal, a field name, a phrase of its own).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from memcon.converters.lexicon import words
from memcon.converters.names import HONORIFICS, PrintedName, fold, is_office, nearly_same, read_name, same_name, slug
from memcon.converters.paragraphs import Para
from memcon.decisions import LabelDecision
from memcon.transcript import Span, Transcript

_HONORIFIC = (
    r"(?:(?i:Mrs|Gen|Col|Maj|Capt|Cdr|Lt|Adm|Amb|Sen|Rep|Gov|Prof|Sec|Min|St|Jr|Sr|Hon|Dr)\.|M[a-zA-Z]{1,2}[.,])"
)
_WORD = r"[^\W\d_a-zа-яё][^\W\d_]*(?:['’-][^\W\d_]+)*"
_PART = rf"(?:{_HONORIFIC}|(?:[^\W\d_a-z]\.[ ]?-?)+(?=[ \t]*[^\W\d_a-z])|{_WORD})"
_JOINT = r"(?:(?<=[.,])|[ \t]+|[ \t]*[/–—][ \t]*)(?:(?:of|the|de|von|van|der|bin|al|el|le|la|di|du|to|for|and)[ \t]+)?"
_LABEL = re.compile(
    rf"(?P<open>\[(?=[^\[\]\n]{{1,60}}:\]))?(?P<name>(?:\[[^\[\]\n]{{1,40}}\][ \t]*)?{_PART}(?:{_JOINT}{_PART}){{0,6}})"
    r"(?P<alias>[ \t]*\[(?:hereafter|hereinafter)[ \t]+(?P<short>[\w. ]{1,20})\])?"
    r"(?P<aside>[ \t]*\((?:[^()\n]{1,60})\))?"
    r"(?P<delimiter>[ \t]*:(?(open)\])|\.,|\.:|\.(?=\s|\Z)|—)(?=\s|\Z|[^\w\s]|(?<=—))"
    r"|(?P<letter>[QA])(?P<gap>)(?=[^\S\r\n]{2,}\S|\t\S)"
)
_FALSE_FRIENDS = words(
    """
    first second third fourth fifth sixth firstly secondly thirdly finally also moreover furthermore however yes
    no well good thanks thank okay right exactly certainly agreed indeed true fine of course naturally hello
    goodbye greetings nonsense never perhaps maybe why what who when where how but and so now then here there
    note notes date time place subject participants present attendees attendance reference ref to from via
    copies copy distribution summary comment comments conclusion conclusions discussion background introduction
    agenda begin end action decision decisions recommendation source sources reason classified declassify
    enclosure attachment attachments tab re cc memorandum approved drafted cleared clearances translated by
    example result question answer remark page part section article chapter item point points one two three four
    five next additionally again instead otherwise meanwhile today tomorrow yesterday tonight
    """
)
_ENOUGH = 4


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed: the span of its words, of its aside in parentheses and of all of it, delimiter included."""

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


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate, whether it is taken for a label, and the evidence in words."""

    label: Label
    taken: bool
    evidence: tuple[str, ...]
    doubtful: bool = False


def candidates(transcript: Transcript, paras: Iterable[Para]) -> Iterator[Label]:
    """Everything that opens a line like a label, in printed order."""
    for para in paras:
        for at, line in enumerate(para.lines):
            match = _LABEL.match(transcript.text(Span(line.start, min(line.end, line.start + 200))))
            if match is not None and _ends_well(match) and (at == 0 or _may_open(transcript, para, at, match)):
                yield replace(_label(transcript, line, match, at == 0), follows=_finished(transcript, para, at))


def _ends_well(match: re.Match[str]) -> bool:
    """Whether the full stop ends the name: in `General Collins  Mr. Nitze` it ends a title."""
    if match["letter"]:
        return True
    last = fold(match["name"].split()[-1])
    return match["delimiter"].strip() != "." or last not in HONORIFICS


def _may_open(transcript: Transcript, para: Para, at: int, match: re.Match[str]) -> bool:
    """A label within a paragraph ends with a colon; a full stop is enough only behind a title and a name
    (`Mr. Lindqvist.`) that follow a finished sentence. No line of a paragraph that hangs has one but the first, and
    where indentation tells paragraphs an unfinished line has none below it."""
    if match["letter"] or para.hung or (para.told and not _finished(transcript, para, at)):
        return False
    if match["delimiter"].strip().startswith(":"):
        return True
    titled = bool(re.match(rf"{_HONORIFIC}[ \t]+{_WORD}\Z", match["name"]))
    return titled and _finished(transcript, para, at)


def _finished(transcript: Transcript, para: Para, at: int) -> bool:
    """Whether the line before ends as a sentence or an interrupted speech does."""
    return at == 0 or transcript.text(para.lines[at - 1]).rstrip()[-1:] in ".?!…:\"”')]~*-–—"


def _label(transcript: Transcript, line: Span, match: re.Match[str], opens: bool) -> Label:
    if match["letter"]:
        whole = Span(line.start, line.start + match.end())
        return Label(whole, match["letter"], "", None, False, slug(match["letter"]), opens, True)

    def span(group: str) -> Span:
        return Span(line.start + match.start(group), line.start + match.end(group))

    whole = Span(line.start, line.start + match.end("delimiter"))
    name = span("name")
    bold = any(s.rend == "bold" and s.span.end >= name.end for s in transcript.styles_in(name))
    aside = span("aside") if match["aside"] else None
    if aside is not None:
        aside = transcript.strip(aside)
    key = slug(re.sub(r"[\[\]]", "", match["name"]))
    after = transcript.text(Span(whole.end, line.end)).lstrip()
    speech = not after[:1].islower()
    delimiter = match["delimiter"].strip(" \t]")
    return Label(whole, match["name"], delimiter, aside, bold, key, opens, speech, alias=match["short"] or "")


def weigh(
    found: tuple[Label, ...], known: tuple[PrintedName, ...], text: str, decisions: tuple[LabelDecision, ...]
) -> tuple[Weighed, ...]:
    """Decide for each candidate whether it is a label.

    `known` are the names of those who take part or whom the authority file knows; `text` is what is printed in
    the memorandum, in which a real name may be met again.
    """
    recurs = Counter(label.key for label in found)
    by_person = Counter(_surname_key(label) for label in found)
    first = [_weigh(label, recurs[label.key], by_person[_surname_key(label)], known, decisions) for label in found]
    settled = Counter(label.delimiter for label, (weight, _) in zip(found, first, strict=True) if weight >= _ENOUGH)
    convention = {delimiter for delimiter, count in settled.items() if count >= 2}
    mentions = set(re.findall(r"(?<=[a-zа-я,;] )[^\W\d_a-z][\w’'-]+", text)) if convention else set()
    common = frozenset(re.findall(r"(?<![\w’'-])[a-zа-яё][\w’'-]+", text)) if convention else frozenset()
    return tuple(
        _decided(each, *weight, convention, mentions, common) for each, weight in zip(found, first, strict=True)
    )


def _decided(
    label: Label,
    weight: int,
    evidence: tuple[str, ...],
    convention: set[str],
    mentions: set[str],
    common: frozenset[str],
) -> Weighed:
    if _ENOUGH > weight >= 2 and label.delimiter in convention:
        surname = read_name(label.name).surname
        if surname in mentions or surname.title() in mentions:
            weight, evidence = weight + 2, (*evidence, "the document's labels end like this, and the name is met again")
        elif label.opens_paragraph and "all but names somebody who takes part" in evidence:
            weight, evidence = weight + 2, (*evidence, "the document's labels end like this")
        elif label.delimiter == ":" and label.opens_paragraph and label.speech and _nameable(label.name, common):
            weight, evidence = weight + 2, (*evidence, "the document's labels end like this, and speech follows")
    taken = weight >= _ENOUGH
    return Weighed(label, taken, evidence, doubtful=not taken and weight >= 2 and label.opens_paragraph)


def _nameable(name: str, common: frozenset[str]) -> bool:
    """Whether a label may be a name: three words at most, none of which the text uses in lower case."""
    words = [w for w in re.findall(r"[^\W\d_][\w’'-]*", name) if fold(w) not in ("the", "of", "and")]
    return 0 < len(words) <= 3 and not any(fold(w) in common for w in words)


def _surname_key(label: Label) -> str:
    return slug(read_name(label.name).surname) or label.key


def _weigh(
    label: Label,
    times: int,
    times_by_surname: int,
    known: tuple[PrintedName, ...],
    decisions: tuple[LabelDecision, ...],
) -> tuple[int, tuple[str, ...]]:
    """The weight of one candidate and the reasons for it."""
    for decision in decisions:
        if slug(re.sub(r"[\[\]]", "", decision.label)) == label.key:
            return (-9, ("decided: text",)) if decision.text else (9, ("decided: a label",))
    reasons: list[tuple[int, str]] = []
    name = read_name(label.name)
    words = {fold(w) for w in re.findall(r"[^\W\d_]+", label.name)}
    if words and words <= _FALSE_FRIENDS:
        reasons.append((-6, "such words open sentences and fields"))
    if not label.delimiter and times >= 2:
        reasons.append((3, "a letter apart from the text, as in questions and answers"))
    if label.delimiter == ":":
        reasons.append((2, "ends with a colon"))
    if label.bold:
        reasons.append((2, "is bold"))
    if not label.follows:
        reasons.append((-3 if label.speech else -6, "the line before is not finished"))
    if any(same_name(name, person) for person in known):
        reasons.append((4, "names somebody who takes part"))
    elif any(nearly_same(name.surname, person.surname) for person in known):
        reasons.append((3, "all but names somebody who takes part"))
    elif is_office(label.name):
        reasons.append((2, "names an office") if label.delimiter == ":" else (0, "names an office"))
    times = max(times, times_by_surname if name.surname else 0)
    if times >= 2:
        reasons.append((2 if times < 3 else 4 if label.opens_paragraph else 3, f"recurs {times} times"))
    if label.alias:
        reasons.append((4, "is given a short form in brackets"))
    if label.name.startswith("[") and name.surname:
        reasons.append((2, "brackets supply a part of a name"))
    if len(name.full.split()) > 4:
        reasons.append((-2, "is long for a name"))
    return sum(weight for weight, _ in reasons), tuple(reason for _, reason in reasons)


def misprint(label: Label, person: str) -> str:
    """The corrected label where it is misprinted: a surname one letter off, or a stop doubled by a comma."""
    if not person:
        return ""
    surname = read_name(label.name).surname
    right = read_name(person).surname
    name = label.name
    if surname and right and nearly_same(surname, right):
        name = name.replace(surname, right.upper() if surname.isupper() else right)
    delimiter = label.delimiter[0] if label.delimiter in (".,", ".:") else label.delimiter
    corrected = name + delimiter
    return corrected if corrected != label.name + label.delimiter else ""
