"""The printed participants: the lines of a list -> entries, and the names in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from memcon.converters.heads.plainnames import broken_names, parted, plain_names, surnames, surnames_run_on
from memcon.converters.heads.sidebyside import side_by_side, titled_names
from memcon.converters.heads.somebody import (
    BODIES,
    is_body,
    is_person,
    plain_surname,
    stands_before_dash,
    surely_somebody,
    surnames_alone,
)
from memcon.converters.pages.indents import column
from memcon.converters.release.withheld import is_withheld_name
from memcon.converters.words.ideographs import is_han
from memcon.converters.words.lexicon import words
from memcon.converters.words.names import (
    HONORIFICS,
    fold,
    has_title,
    is_office,
    read_name,
)
from memcon.model import Role
from memcon.transcript import Span, Transcript

BULLET = re.compile(r"(?<!\s)\s*(?:[-•*·‣▪◦–—]\s+|—(?=\S))")
_AFFILIATION = re.compile(
    r"[^—–,]{2,60}(?:—+-?|–)\s*(?=\S)|[A-Z]{1,6}(?:/[A-Z]{1,6}){0,3}(?:\s-\s(?=\S)|,\s(?=M(?:rs?|iss)\b))"
)
COLUMNS = re.compile(r"(?<!\s)\s*[|]\s*|(?<!\s)\s{2,}")
GROUP = re.compile(r"[^:\n]{1,40}:\s*\Z")
_SIDE = re.compile(r"(?P<side>[^\W\d_][^:;,\n()]{1,39}):\s+(?=\S)")
_DASHED_SIDE = re.compile(  # `Norway -- Mr. Berg`, `FE—Mr. Berg`
    r"(?P<side>[^\W\d_][^:;,\n()—–]{1,39}?(?<!\s)(?=\s{1,3}(?:--|[-–—])\s)|[A-Z][A-Z/]{0,7}(?=[–—]))\s*(?:--|[-–—])\s*(?=\S)"
)
_ON_BEHALF = re.compile(
    r"(?:for|from|on\s+behalf\s+of|от|за|für|pour|por)\s+(?:[^\W\d_][\w.’'-]*\s){1,4}?[-–—]\s*(?=\S)", re.I
)
_PARTY = re.compile(
    r"(?:(?:on|for|from|with|с|со|от)\s+)?(?:the\s+|our\s+|their\s+)?(?:[^\W\d_][\w.’'-]*\s){1,4}?(?:side|delegation|party|team|part|стороны|сторона|делегации|делегация|seite)\s*[-–—]\s*(?=\S)",
    re.I,
)
_OF = words("of for to in at")
_LEADS = words("for from on")  # to the name of a side
_SEVERAL = words("messrs gens cols drs mmes mm")
PLURALS = words("senators congressmen ministers ambassadors generals secretaries representatives admirals comrades")
_LINKS = words("the of for to and at in & u.s")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.\s?){1,3}[^\W\d_a-z]")
_COMPANY = re.compile(
    r"(?<=\w)\s+and\s+(?:(?:his|her|their|other|the|staff)\s){0,2}(?:aides|party|staff|others|assistants|advisers|"
    r"delegation|members)(?:\s+of\s+(?:the|his|her|their)(?:\s+[^\s,;]+){1,3})?\Z",
    re.I,
)  # that nobody names
_HIMSELF = re.compile(
    r"(?:(?<!\s)\s+and|\A(?:and)?)\s+(?:the\s+(?:undersigned|writer|reporting\s+officer)|myself|I)\Z", re.I
)
_AND = re.compile(r"(?P<one>[^\s,;:()][^,;:()\n]{1,40}?) (?:and|AND|&) (?P<other>[^\s,;:()][^,;:()\n]{1,40})")
_OFFICES = re.compile(
    r"(?P<two>[^,;:()\n]{5,90}), (?:[^\W\d_][\w.’'-]* ){0,3}(?:interpreters|translators|note-?takers|aides)", re.I
)
_OF_PLACE = re.compile(r"\s(?:of\s[^\W\d_a-z][^\n]*|\((?:chairman|presiding)\))\Z")  # `Smith of New Jersey`
_THERE = re.compile(r"(?<!\s)\s+(?:was|were)\s+(?:also\s+)?(?:present|there|in\s+attendance)\b[^\n]{0,80}\Z")
_AGENCY = re.compile(r"(?<!\s)\s+\((?P<agency>[A-Z][A-Za-z./& ]{1,20})\)\Z")
_BETWEEN_HAN = r"(?:[^；;、（(]|（[^（）]*）|\([^()]*\))+"  # names in Chinese characters
_SURE = 3  # names between commas that make a list of themselves


def printed_names(transcript: Transcript, values: Sequence[Span], role: Role | None) -> Iterator[Span]:
    """The printed participants in the lines of a field: one an entry, or several where commas part plain names.

    `role` is what the name of the field says of them. What only heads a group of participants (`State`, `White House
    Staff`, a line in italics) is nobody.
    """
    lines = [value for value in values if transcript.text(value).strip()]
    if lines and is_han(transcript.text(lines[0])):
        yield from (piece for line in lines for piece in parted(transcript, line, _BETWEEN_HAN))
        return
    marked = {value.end: value.start for value in values if not transcript.text(value).strip()}  # by a page mark
    if role is not None and (several := broken_names(transcript, lines)):
        yield from several
        return
    if several := _wrapped_list(transcript, lines):
        yield from several
        return
    alone = surnames_alone([BULLET.sub("", transcript.text(line)) for line in lines])
    listed = tuple(_entries(transcript, lines, marked))
    tabled = side_by_side(transcript, listed)
    agencies = any(_agency(transcript.text(entry)) for entry in listed)
    for entry in listed:
        if tabled and (entry.start in tabled or (entry.start < min(tabled) and not has_title(transcript.text(entry)))):
            yield from tabled.get(entry.start, ())  # and nobody in the heads of the columns
            continue
        bullet = BULLET.match(transcript.text(entry))
        end = entry.end - (transcript.text(entry)[-1:] == "|")  # of a row of a table
        whole = transcript.strip(Span(entry.start + (bullet.end() if bullet else 0), end))
        if is_withheld_name(transcript.text(whole)):
            yield whole
            continue
        if GROUP.match(transcript.text(whole)) or any(
            style.rend == "italic" and style.span == whole for style in transcript.styles_in(whole)
        ):
            continue
        if there := _THERE.search(transcript.text(whole)):
            whole = Span(whole.start, whole.start + there.start())
            if pair := _pair(transcript, whole):
                yield from pair
                continue
        beside, whole = whole, _behind_side(transcript, whole)
        if whole.start >= whole.end:
            continue  # a side with nobody behind it, or the stroke of a table
        if len(listed) == 1 or whole != beside or _opens_plural(transcript.text(whole)):
            run_on = _run_on(transcript, whole, least=_SURE if len(listed) == 1 and whole == beside else 2)
        else:
            run_on = _between_semicolons(transcript, whole)
        runs_on = len(listed) == 1 or role is not None or transcript.text(whole).endswith(",")
        several = plain_names(transcript, whole, least=2 if runs_on else 3)
        several = several or (_pair(transcript, whole) if len(listed) == 1 else _two_of(transcript, whole))
        several = several or (_of_agency(transcript, whole) if agencies else ())
        several = several or (surnames(transcript, whole) if whole != beside else surnames_run_on(transcript, whole))
        yield from run_on or several or _names_in(transcript, whole, role, alone)


def _opens_plural(text: str) -> bool:
    first = fold(text.split()[0])
    return first in PLURALS or first.strip(".") in _SEVERAL


def _entries(transcript: Transcript, lines: Sequence[Span], marked: Mapping[int, int]) -> Iterator[Span]:
    """The lines of a list joined to entries. `marked` tells where a mark begins that stands before a line: it is set as
    deep as the mark.

    A line at the list's left edge opens an entry; one that is set deeper, or that follows an unfinished one, goes on
    with the entry above it. Where only the first line stands beside the field's name, its column is the edge, unless
    the others name somebody themselves.
    """
    columns = [column(transcript, marked.get(line.start, line.start)) for line in lines]
    below = [at for line, at in zip(lines, columns, strict=True) if _opens_line(transcript, line)]
    edge = min(below, default=0)
    shifted = bool(below) and len(below) < len(lines) and edge >= columns[0] + 2
    entry: Span | None = None
    headed = False
    for line, at in zip(lines, columns, strict=True):
        text = transcript.text(line)
        if GROUP.match(text) and _opens_line(transcript, line):
            yield from (entry,) if entry is not None else ()
            yield line
            entry, headed = None, True
            continue
        edge = at if headed or at < edge else edge
        headed = False
        if entry is not None and at >= edge + 2 and _is_beside(transcript, entry, line) and is_person(text):
            yield entry
            entry = Span(line.start, line.end)
            continue
        if entry is not None and at >= edge + 2 and _below_columns(transcript.text(entry), text):
            yield entry
            entry = line
            continue
        if entry is not None and at >= edge + 2 and _heads(transcript.text(entry), text):
            yield entry
            entry, edge = line, at
            continue
        deeper = _opens_line(transcript, line) and (at >= edge + 2 or (shifted and not is_person(text)))
        if entry is not None and not BULLET.match(text) and (deeper or _unfinished(transcript.text(entry), text)):
            entry = Span(entry.start, line.end)
            continue
        if entry is not None:
            yield entry
        entry = line
    if entry is not None:
        yield entry


def _is_beside(transcript: Transcript, entry: Span, line: Span) -> bool:
    """Whether a line begins in the column of the name that stands behind a side in the entry above, or with a title
    below such an entry, or in the column of an entry that does so itself."""
    first, at = column(transcript, entry.start), column(transcript, line.start)
    bare = _behind_side(transcript, transcript.strip(Span(entry.start, transcript.line_at(entry.start).span.end)))
    if bare.start == entry.start:
        return first == at
    return at > first and (column(transcript, bare.start) == at or has_title(transcript.text(line).split()[0]))


def _below_columns(entry: str, following: str) -> bool:
    """Whether a line names somebody with a title below people in columns, the first of which is empty here."""
    titled = has_title(following.split()[0]) and is_person(following)
    above = COLUMNS.split(entry.rpartition("\n")[2].strip()) if titled else []
    return len(above) > 1 and is_person(above[-1])


def _heads(entry: str, following: str) -> bool:
    """Whether an entry is the heading of those set deeper below it: nobody itself, and no part of an office."""
    return "\n" not in entry and not is_person(entry) and not _unfinished(entry, following) and is_person(following)


def _opens_line(transcript: Transcript, span: Span) -> bool:
    """Whether nothing but white space stands before the span in its line."""
    start = transcript.line_at(span.start).span.start
    return not transcript.text(Span(start, span.start)).strip()


def _unfinished(entry: str, following: str) -> bool:
    """Whether an entry of a list goes on in the line below: it ends with a link (`Assistant to the`) or within
    parentheses, or what follows is a remark in parentheses or opens in lower case."""
    last = fold(entry.split()[-1])
    if _goes_on_with_office(entry, following) or entry.count("(") - entry.count(")") == 1 == following.count(")"):
        return True
    if _SIDE.match(following):
        return last in _LINKS
    return last in _LINKS or bool(re.match(r"\((?!\d)[^()]*\)\Z|[a-z]", following))


def _goes_on_with_office(entry: str, following: str) -> bool:
    """Whether a line goes on with the office of somebody whose forename is printed: `Eva Berg, Director for Foreign`
    and `Programs, Trade Council`. It would else be a surname alone, and an office."""
    first, comma, _ = following.partition(",")
    single = bool(comma) and len(first.split()) == 1 and not has_title(first) and not _AFFILIATION.match(following)
    return single and "," in entry and not BULLET.match(following) and bool(read_name(entry).given)


def _behind_side(transcript: Transcript, entry: Span) -> Span:
    """An entry without the side that heads it (`Norway: A. Berg; C. Dorn`); an office there is the man's own."""
    party = _PARTY.match(transcript.text(entry)) or _ON_BEHALF.match(transcript.text(entry))
    if party is not None:
        return Span(entry.start + party.end(), entry.end)
    match = _SIDE.match(transcript.text(entry)) or dashed_side(transcript.text(entry))
    if match is None:
        return entry
    side = [fold(word.strip(".")) for word in match["side"].split()]
    opens = side[0] in _LEADS or all(word in BODIES for word in side)
    if not opens and (has_title(match["side"]) or is_person(match["side"])):
        return entry
    office = dashed_side(transcript.text(entry)[match.end() :])  # `State: FE—Mr. Berg`
    return Span(entry.start + match.end() + (office.end() if office is not None else 0), entry.end)


def dashed_side(entry: str) -> re.Match[str] | None:
    """The side behind which a dash and then surely somebody stands: `U.S. -- Secretary Holt`."""
    match = _DASHED_SIDE.match(entry)
    return match if match is not None and surely_somebody(re.split(r"[,\n]", entry[match.end() :])[0]) else None


def _between_semicolons(transcript: Transcript, entry: Span) -> tuple[Span, ...]:
    """The names of one entry among several, where each piece between semicolons is surely somebody."""
    parts = parted(transcript, entry, r"[^;]+")
    sure = len(parts) > 1 and all(surely_somebody(transcript.text(part).split(",", 1)[0]) for part in parts)
    return _of_sides(transcript, parts, _SURE) if sure else ()


def _wrapped_list(transcript: Transcript, lines: Sequence[Span]) -> tuple[Span, ...]:
    """The names of a list between semicolons whose lines end amid what is said of somebody; lines that are entries end
    with theirs, or open with a side."""
    texts = [transcript.text(line) for line in lines]
    inside = sum(text.rstrip("; \t").count(";") for text in texts)
    if inside < 2 or any(BULLET.match(text) or _SIDE.match(text) for text in texts[1:]):
        return ()
    edge = column(transcript, lines[0].start)
    amid = [
        transcript.text(below)
        for above, below in pairwise(lines)
        if transcript.text(above)[-1:] != ";" and column(transcript, below.start) <= edge
    ]
    if amid and all(surely_somebody(re.split(r"[,;]", text)[0]) for text in amid):
        return ()  # each line opens with somebody
    parts = parted(transcript, Span(lines[0].start, lines[-1].end), r"[^;]+")
    named = [transcript.text(part).split(",", 1)[0] for part in parts]
    broken = any("\n" in transcript.text(part) for part in parts)
    sure = sum(map(surely_somebody, named)) * 2 >= len(parts) and all(map(is_person, named))
    return _of_sides(transcript, parts, _SURE) if broken and sure else ()


def _run_on(transcript: Transcript, entry: Span, least: int) -> tuple[Span, ...]:
    """The names of a list that runs on in one paragraph: between semicolons, or, where `least` or more of the pieces
    between commas are surely somebody, these; empty where the entry is no such list."""
    parts = parted(transcript, entry, r"[^;]+")
    if len(parts) > 1:
        return _of_sides(transcript, parts, least)
    parts = parted(transcript, entry, r"(?:[^,;(]|\([^()]*\))+")
    if len(parts) > 1 and (last := re.search(r"\S\s+and\s+(?=[^\W\d_a-z])", transcript.text(parts[-1]))):
        whole = parts.pop()
        parts += [Span(whole.start, whole.start + last.start() + 1), Span(whole.start + last.end(), whole.end)]
    if parts and (himself := _HIMSELF.search(transcript.text(parts[-1]))):
        whole = parts.pop()
        parts += [Span(whole.start, whole.start + himself.start())] if himself.start() else []
    parts, plural = _plurals(transcript, parts)
    sure: list[Span] = []
    several = False  # behind `Messrs.` surnames stand alone
    for part in parts:
        words = transcript.text(part).split()
        several = part.start in plural or (
            bool(words) and (several or fold(words[0].strip(".")) in _SEVERAL) and not has_title(words[0])
        )
        alone = several and len(words) == 1 and words[0][:1].isupper()
        text = transcript.text(part)
        somebody = alone or surely_somebody(text) or _in_small_letters(words) or is_withheld_name(text)
        sure += [part] if somebody else []
    least = 2 if len(sure) == len(parts) and all(_is_titled(transcript.text(part)) for part in sure) else least
    return tuple(sure) if len(sure) >= least and len(sure) * 2 >= len(parts) else ()


def _is_titled(text: str) -> bool:
    """Whether a name opens with a title: what stands before it is not said of it."""
    first = text.split()[0]
    if any(word in _OF for word in text.lower().split()):
        return False  # an office, whatever it is of
    coded = first.isupper() and first.isalpha() and 2 <= len(first) <= 4 and not text.isupper()  # `VM Lindqvist`
    return (coded or has_title(first)) and bool(read_name(text).surname)


def _of_sides(transcript: Transcript, parts: Sequence[Span], least: int) -> tuple[Span, ...]:
    """The names of the parts between semicolons."""
    titles = frozenset(fold(transcript.text(part).split()[0].strip(".")) for part in parts) & HONORIFICS
    return tuple(name for part in parts for name in _of_side(transcript, part, least, titles))


def _of_side(transcript: Transcript, part: Span, least: int, titles: frozenset[str]) -> tuple[Span, ...]:
    """The names of a part between semicolons: those of a side that heads it or its list, else it is one itself, and
    those that follow it behind commas with one of the titles of the list."""
    bare = _behind_side(transcript, part)
    several = _run_on(transcript, bare, least=2) if bare != part or least < _SURE else _initialed(transcript, bare)
    if several:
        return several
    first, *others = parted(transcript, bare, r"[^,]+") or [bare]
    if others and all(_is_titled(text) and surely_somebody(text) for text in map(transcript.text, others)):
        return (first, *others)
    further = [p for p in others if fold(transcript.text(p).split()[0].strip(".")) in titles]
    further = [p for p in further if surely_somebody(transcript.text(p))]
    whole = transcript.strip(Span(bare.start, further[0].start if further else bare.end))
    named = is_person(transcript.text(whole if not further else first))
    return (*((Span(whole.start, whole.end - (transcript.text(whole)[-1:] == ",")),) if named else ()), *further)


def _initialed(transcript: Transcript, part: Span) -> tuple[Span, ...]:
    """The names of a part in which every piece between commas opens with initials."""
    pieces = parted(transcript, part, r"[^,]+")
    return tuple(pieces) if len(pieces) > 1 and all(_INITIALS.match(transcript.text(p)) for p in pieces) else ()


def _in_small_letters(words: Sequence[str]) -> bool:
    """Whether words are an office in small letters with a name behind it, as other languages print them."""
    office, *name = words
    return office.islower() and len(name) in (1, 2) and not has_title(name[-1]) and all(w.istitle() for w in name)


def _plurals(transcript: Transcript, parts: Sequence[Span]) -> tuple[list[Span], frozenset[int]]:
    """The pieces of a list, those under a title in the plural (`Senators Berg and Dorn`) without it and parted at
    `and`; and where such names begin, the title's own and those that follow it."""
    found: list[Span] = []
    plural: set[int] = set()
    under = False
    for part in parts:
        text = transcript.text(part)
        first, name = text.split()[0], _OF_PLACE.sub("", text.split(" and ")[0])
        opens = fold(first) in PLURALS
        under = opens or fold(first.strip(".")) in _SEVERAL or (under and len(name.split()) == 1)
        if not under:
            found.append(part)
            continue
        bare = transcript.strip(Span(part.start + (len(first) if opens else 0), part.end))
        pieces = parted(transcript, bare, r"(?:(?!\sand\s).)+")
        pieces = [Span(each.start, each.start + len(_OF_PLACE.sub("", transcript.text(each)))) for each in pieces]
        found += pieces
        plural |= {piece.start for piece in pieces}
    return found, frozenset(plural)


def _pair(transcript: Transcript, entry: Span) -> tuple[Span, ...]:
    """The two names of an entry that is all of a list, where both are surnames alone or surely somebody's: `Berg and
    Dorn`."""
    match = _AND.fullmatch(transcript.text(entry))
    if match is None:
        return ()
    names = (match["one"], match["other"])
    somebody = all(
        surely_somebody(n) or is_withheld_name(n) or (" " not in n and plain_surname(read_name(n))) for n in names
    )
    ends = (entry.start + len(match["one"]), entry.start + match.start("other"))
    return (Span(entry.start, ends[0]), Span(ends[1], entry.end)) if somebody else ()


def _two_of(transcript: Transcript, entry: Span) -> tuple[Span, ...]:
    match = _OFFICES.fullmatch(transcript.text(entry))  # `Eva Berg and Carl Dorn, Interpreters`
    return _pair(transcript, Span(entry.start, entry.start + match.end("two"))) if match is not None else ()


def _of_agency(transcript: Transcript, entry: Span) -> tuple[Span, ...]:
    """The surnames in an entry of a list in which the agency stands behind them: `Brandvik, Saari and Holm (State)`."""
    text = transcript.text(entry)
    agency = _agency(text)
    end = entry.start + (agency.start() if agency else len(text))
    pieces = parted(transcript, Span(entry.start, end), r"(?:(?!\sand\s)[^,])+")
    behind = [(piece, _agency(transcript.text(piece))) for piece in pieces]
    pieces = [Span(piece.start, piece.start + found.start()) if found else piece for piece, found in behind]
    texts = [transcript.text(piece) for piece in pieces]
    named = all((len(text.split()) == 1 and plain_surname(read_name(text))) or surely_somebody(text) for text in texts)
    alone = (len(pieces) == 1 and surely_somebody(texts[0])) or any(")" in text or "(" in text for text in texts)
    return tuple(pieces) if named and not alone and (agency or len(pieces) > 1) else ()


def _agency(text: str) -> re.Match[str] | None:
    """The agency in parentheses at the end of an entry: nobody's name, and no office."""
    match = _AGENCY.search(text)
    return match if match and (is_body(match["agency"]) or not has_title(match["agency"])) else None


def _names_in(transcript: Transcript, line: Span, role: Role | None, alone: bool) -> Iterator[Span]:
    text = transcript.text(line)
    columns = list(re.finditer(r"[^\s|]+(?:[^\S\t][^\s|]+)*", text))
    if "\n" not in text and len(columns) > 1:
        people = [column for column in columns if is_person(column.group())]
        if people[1:] and all(is_office(column.group()) for column in people[1:]) and not is_office(people[0].group()):
            people = [people[0]]  # `A Name      Counselor`
        for column in people:
            yield Span(line.start + column.start(), line.start + column.end())
        return
    if titled := titled_names(text):
        for piece in titled:
            yield Span(line.start + piece.start(), line.start + piece.end())
        return
    if (company := _COMPANY.search(text)) is not None:
        line = Span(line.start, line.start + company.start())
        text = transcript.text(line)
    if (dash := _AFFILIATION.match(text)) and not stands_before_dash(text):
        line = Span(line.start + dash.end(), line.end)
        text = transcript.text(line)
    if (role is not None and not is_body(text)) or is_person(text, alone):
        yield transcript.strip(Span(line.start, line.end - (text[-1:] in ",;")))
