"""Personal names as memoranda print them: honorifics and offices apart, surnames to compare.

A name is taken apart by its words alone; who it is, is decided in `identities.py`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache

from memcon.converters.words.familynames import family_first
from memcon.converters.words.honours import STYLE, without_honours
from memcon.converters.words.ideographs import is_han, name_apart
from memcon.converters.words.lexicon import words


def fold(text: str) -> str:
    """For comparison: case and diacritics apart, so that François and FRANCOIS are alike."""
    if text.isascii():
        return text.lower().replace("`", "'")
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_APOSTROPHES)


_APOSTROPHES = str.maketrans("‘’ʻʿʾ`ı", "''''''i")


def _folded(text: str) -> frozenset[str]:
    return frozenset(map(fold, words(text)))


HONORIFICS = _folded(
    """
    mr mrs ms miss dr sir lord lady dame madame madam mme monsieur herr frau señor senor senora señora signor prof
    professor comrade comrades cde messrs mmes gens cols drs gen general brig brigadier col colonel maj major capt
    captain cdr commander lt lieutenant sgt sergeant adm admiral vadm radm amb ambassador sen senator rep representative
    judge justice archbishop viscount viscountess baroness
    gov governor hon honorable honourable excellency h.e father rev msgr tov тов товарищ господин госпожа г-н г-жа
    shri shrimati smt genosse genossen genossin herrn soudruh soudružka elvtárs elvtársnő
    """
)
OFFICES = _folded(
    """
    president vice prime minister premier chancellor secretary undersecretary under deputy assistant chairman
    chairwoman chair director king queen prince princess emir amir sultan shah shahanshah sheikh emperor pope commissar
    generalissimo mayor permanent d'affaires a.i
    general-secretary minister-president foreign counselor counsellor advisor adviser attorney chief ambassador
    senator governor congressman congresswoman speaker marshal interpreter translator notetaker note-taker operator
    spokesman delegate administrator commissioner commander consul chargé attache attaché aide minister-counselor
    defense defence state treasury security national affairs general acting former party leader head government
    sec secy asst fonmin primin
    президент министр канцлер премьер-министр посол секретарь председатель
    bundeskanzler bundesminister staatssekretär botschafter ministerpräsident präsident
    embaixador conselho consejo conseil negócios estrangeiros exteriores étrangères
    başbakan büyükelçi bakan cumhurbaşkanı statsminister statsministern utrikesminister ambassadör ambassadören
    président ministre ambassadeur presidente ministro canciller secretario embajador segretario ambasciatore
    dolmetscher dolmetscherin übersetzer interprète traducteur intérprete traductor переводчик переводчица tłumacz tolk
    """
)
_BRACKETED = re.compile(r"(?<=[\w.])\s\[[^\[\]\n]{1,60}\]")
_CAPITALS = words("FM PM VP StS BK BM BK'in BK´in BK’in")  # offices only where they are printed in capitals
_DOTTED = words("pres min dep dir def att atty cong chmn")  # offices only where a full stop cuts them short
_COMPOUND = re.compile(r"[a-z]{3,12}s?(?:president|prasident|minister|kanzler|sekretar|botschafter|direktor)(?:in)?")
SUFFIXES = words("jr sr ii iii iv esq")
"""Words behind a surname, with a full stop or without, that are a part of the name."""
_LINKS = words(
    """
    of the for to and in at von van de der den da do dos das di du la le al el bin ibn ben
    """
)
PARTICLES = words(
    """
    von van de der den da di du la le al el bin ibn ben abu y e o dos das del della
    """
)
_COUNTRIES = re.compile(
    r"(?:\b(?:[Oo]f|[Ff]or)|(?<=[Aa]mbassador )(?:to|in)|(?<=[Ee]nvoy )to|(?<=[Rr]epresentative )to|"
    r"(?<=[Mm]inister )to)\s+"
    r"(?:[Tt]he\s+)?(?:United\s+(?:States(?:\s+[Oo]f\s+America)?|Kingdom|Nations|Arab\s+Emirates)|Soviet\s+Union|"
    r"(?:Russian|Yugoslav|German)\s+Federation|European\s+Union|Great\s+Britain|South\s+(?:Africa|Korea|Vietnam)|North\s+(?:Korea|Vietnam)|Saudi\s+Arabia|New\s+Zealand|"
    r"Sri\s+Lanka|Costa\s+Rica|El\s+Salvador|(?:West|East)\s+Germany|Central\s+Intelligence|Naval\s+Operations|Management\s+and\s+Budget|[A-Z][\w’'-]+(?:\s+Republic(?:\s+of\s+[A-Z]\w+)?)?)"
)  # fmt: skip
_COUNTRY_FIRST = re.compile(
    r"(?:United\s(?:States|Kingdom|Nations|Arab\sEmirates)|Soviet\sUnion)(?=\s(?P<next>\w+))", re.I
)
_NATIONAL = re.compile(r"\bAir\b|\b[A-Z]\w*(?:ian|ean|ese|ish|an|ch|eek|utch|oviet|iss|aqi|aeli|ani|wiss)\b")
_PARENTHESIS = re.compile(r"\(([^()]{2,40})\)[\s,.;]*\Z")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}")
_NOT_FIRST = words("al ben van abu y e")  # capitalised at the head of a name these are given names
_CONTAINED = re.compile(r"\([^()]*\)")
_DASH = re.compile(r"(?<!\s)\s+[-–—]+\s+|—|--")
_SUFFIX = re.compile(r"\s*(?P<suffix>(?:Jr|Sr|II|III|IV|Esq)\b\.?)\s*(?:,|\Z)", re.I)
_WORD = re.compile(r"(?:[‘’ʻʿ](?![^\s‘’\']{0,30}[’\']))?[^\W\d_](?:[\w’'.-]*[\w.])?")
_TOKEN, _BETWEEN = re.compile(r"[\w’'.-]+"), re.compile(r"[^\w]+")
_GLUED = re.compile(r"(?<![^\W\d_])((?:[^\W\d_a-z]\.){1,3})(?=[^\W\d_a-z][^\W\d_]{2})")  # initials, to a surname
_MISREAD = re.compile(r"\A(M[a-zA-Z]{1,2}),(?=\s)")
_SIGNS = str.maketrans(dict.fromkeys("[]()?*", " "))
_ADDRESSED_BEHIND = re.compile(r"(?<=\w)\s(?:elvtárs(?:nő)?|úr|paşa)\Z", re.I)  # as Hungarians and Turks are addressed
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)+|[A-ZА-Я]")
_INITIALS_BEHIND = re.compile(r"(?:[^\W\d_a-zа-я]\.-?){1,2}[^\W\d_a-zа-я]\.?")
_MISTER = words("mr mrs ms miss dr")  # what follows is a name, be it Lord or King
_ADDRESS = _MISTER | words("sir lord lady dame m mme herr frau señor")
_RANKS = words(
    "cols gens col colonel capt captain maj major lt lieutenant cdr commander sgt sergeant adm admiral brig brigadier"
)
_RANKS_ALL = _RANKS | words("gen general")
_REGAL = words("amir emir sultan shah pope prince king")  # behind `Mr.` they are forenames
_ALSO_SURNAMES = words("king prince pope marshal chancellor shah")
_BEFORE_KING = _RANKS | words(
    "gen general sen senator rep amb ambassador minister secretary congressman prof professor"
)
_SHORT = {
    "dick": "richard", "bob": "robert", "bill": "william", "jim": "james", "jack": "john", "hank": "henry",
    "ted": "edward theodore", "ed": "edward edwin edmund", "tony": "anthony antony", "mac": "mcgeorge", "bud": "robert",
    "chuck": "charles", "harry": "henry harold", "larry": "lawrence", "mike": "michael mikhail", "peggy": "margaret",
    "liz": "elizabeth", "betty": "elizabeth", "geo": "george", "gene": "eugene", "bobby": "robert",
    "bert": "albert herbert",
}  # fmt: skip
_ADJECTIVES = 4  # words of an office before what it is of
_NAME_WORDS = 4  # of a name behind a rank
_LONGEST = 200  # characters of a name with its office
_CLOSE = 0.88  # SequenceMatcher ratio above which two surnames of five letters or more differ by a slip


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name taken apart. `given` may be initials; `surname` is empty where only an office is printed.

    `suffix` is `Jr.` or `III`; `inverted` is whether the family name is printed first.
    """

    surname: str = ""
    given: str = ""
    office: str = ""
    suffix: str = ""
    inverted: bool = False

    @property
    def full(self) -> str:
        """Given names and surname in their printed order, or the office alone."""
        ordered = (self.surname, self.given) if self.inverted else (self.given, self.surname)
        return " ".join(filter(None, (*ordered, self.suffix))) or self.office


@lru_cache(maxsize=8192)
def read_name(printed: str) -> PrintedName:
    """Take a printed name apart: `Prime Minister of Italy Giulio Andreotti` -> Andreotti, Giulio, the office.

    Of `Name, Office` only what stands before the comma is the name; what stands in parentheses or behind a dash is
    none, but for the holder of an office: `the Soviet Ambassador (Dobrynin)`. What an editor has put behind a name in
    brackets is another form of it: `Chou En-lai [Zhou Enlai]`.
    """
    if "[" in printed and (bare := _BRACKETED.sub("", printed)) != printed and (name := read_name(bare)).surname:
        return name
    printed = without_honours(printed)
    if printed[:1] in "HTYhty" and (style := STYLE.match(printed)):
        name = read_name(printed[style.end() :])
        return replace(name, office=name.office or style["style"])
    if is_han(printed):
        return PrintedName(*name_apart(printed))
    if not printed.isascii():
        printed = _ADDRESSED_BEHIND.sub("", printed)
    match = _PARENTHESIS.search(printed)
    if match:
        office = printed[: match.start()].strip()
        holder = read_name(match[1]) if may_hold(match[1]) and is_phrase_of_office(office) else PrintedName()
        if holder.surname:
            return replace(holder, office=office)
    printed = _MISREAD.sub(r"\1.", printed)  # a misread `Mr.`
    printed = _GLUED.sub(r"\1 ", printed) if "." in printed else printed
    outside = _CONTAINED.sub(" ", printed)
    outside = (outside if outside.strip(" .,;:") else printed).strip()
    if "," in outside and (holder := _behind_office(outside)).surname:
        return holder
    left, *right = (part.strip() for part in _DASH.split(outside, maxsplit=2))
    if left and right and right[0]:
        return _beside_dash(left, right[0])
    before, _, after = outside.translate(_SIGNS).partition(",")
    if suffix := _SUFFIX.match(after):
        before, after = f"{before} {suffix['suffix']}", after[suffix.end() :]
    name = _words_apart(before, after.strip())
    if not name.surname and name.office and fold(after.strip().partition(" ")[0].strip(".")) in _ADDRESS:
        holder = read_name(after)  # `The Swedish Chargé, Mr. Berg`
        return replace(holder, office=before.strip()) if holder.surname else name
    return replace(name, office=match[1]) if match and not name.office and is_office(match[1]) else name


def _behind_office(printed: str) -> PrintedName:
    """Who is named behind a whole office: `Ambassador to Norway, Sir Carl Falk`, `Secretary for Trade, Jan E. Ek`."""
    head, _, last = printed.rpartition(",")
    suffix = _SUFFIX.fullmatch(last)
    if suffix is not None:
        head, _, last = head.rpartition(",")
    if not head or not last.strip():
        return PrintedName()
    first, *others = last.split()
    if (rank := _rank_within(last)) and is_office(head.partition(",")[0]):  # `Chairman, Council of Trade Gen. Berg`
        return replace(read_name(last[rank:]), office=f"{head.strip()}, {last[:rank].strip()}")
    named = fold(first.strip(".")) in _ADDRESS | _RANKS_ALL or (
        len(others) == 2 and _INITIAL.fullmatch(others[0]) is not None
    )
    office, _, of = head.partition(",")
    if not named or not (_opens_with_office(office) or (of and is_office(office))):
        return PrintedName()
    return replace(read_name(f"{last.strip()} {suffix['suffix']}" if suffix else last.strip()), office=head.strip())


def _rank_within(text: str) -> int:
    """Where a rank stands behind the words of what an office is of, with a name behind it; 0 where none does."""
    words = list(re.finditer(r"\S+", text))
    at = next((n for n in range(2, len(words)) if fold(words[n].group().strip(".")) in _RANKS_ALL), 0)
    name = [word.group() for word in words[at + 1 :]]
    named = at and 0 < len(name) <= _NAME_WORDS and all(word[:1].isupper() for word in name)
    return words[at].start() if named and fold(words[at - 1].group()) not in _LINKS else 0


def _opens_with_office(text: str) -> bool:
    """Whether words are an office and what it is of, and no name: `Private Secretary to the Prime Minister`."""
    tokens = _TOKEN.findall(text)
    titled = [_titled(token) for token in tokens]
    linked = next((at for at, token in enumerate(tokens) if fold(token) in ("of", "for", "to")), 0)
    mister = bool(tokens) and fold(tokens[0].strip(".")) in HONORIFICS - OFFICES
    return any(titled[:linked]) and linked <= _ADJECTIVES and not mister and not (titled[-2] and not titled[-1])


def _beside_dash(left: str, right: str) -> PrintedName:
    """Of `Name — Office` the name; of `Office — Name` too."""
    name = read_name(left)
    other = read_name(right)
    if name.surname or not other.surname:
        further = f"{name.office}, {right}" if name.office and is_office(right) else name.office
        return replace(name, office=further or right)
    return replace(other, office=other.office or name.office)


def _words_apart(before: str, after: str) -> PrintedName:
    """A name by its words; `after` is what stands behind the comma."""
    if len(before) > _LONGEST:
        return PrintedName(office=after)
    cased = before.title() if before.isupper() and len(before.title()) == len(before) else before
    countries = [m.span() for m in _COUNTRIES.finditer(cased)]
    if (first := _COUNTRY_FIRST.match(before)) is not None and _titled(first["next"]):
        countries.append(first.span())
    office: list[str] = []
    name: list[str] = []
    words = list(_WORD.finditer(before))
    bridged = _bridges([word.group() for word in words])
    for at, word in enumerate(words):
        text = word.group()
        if name and _titled(text) and all(_ACRONYM.fullmatch(each) for each in name):
            office, name = [*office, *name], []  # `CIA Director Helms`
        if name and _titled(text) and any(each.endswith(("’s", "'s")) for each in (*office[-1:], *name[:1])):
            office, name = [*office, *name], []  # `the President's Science Adviser Berg`
        bare = fold(text.rstrip("."))
        inside = any(start <= word.start() < end for start, end in countries) and bool(
            office or name or words[at + 1 :]
        )
        national = not name and _NATIONAL.fullmatch(text) and at + 1 < len(words) and _titled(words[at + 1].group())
        if text == "A.I." and not office and words[at + 1 :]:
            name.append(text)  # initials, and no `chargé d'affaires a.i.`
            continue
        mister = bool(office) and not words[at + 1 :] and _is_surname_behind(fold(office[-1].strip(".")), bare)
        mister = mister or (bool(office) and bare in _REGAL and fold(office[-1].strip(".")) in _MISTER)
        linked = bare in _LINKS and bare not in PARTICLES
        if inside or national or at in bridged or (not name and not mister and (_titled(text) or linked)):
            office.append(text)
            if inside and at + 1 < len(words) and not any(start == 0 for start, _ in countries):
                name = name if _only_country_follows(words, at, countries) else []
        else:
            name.append(text)
    if len(name) > 1 and _ACRONYM.fullmatch(name[0]) and "." not in name[0] and not name[1].isupper():
        office, name = [*office, name[0]], name[1:]  # `VM Lindqvist`
    if name and (stopped := re.fullmatch(r"([^\W\d_]{3,})\.", name[-1])):
        name[-1] = stopped[1]  # the full stop of a list's end, and no abbreviation's
    suffix = name.pop() if len(name) > 1 and fold(name[-1].rstrip(".")) in SUFFIXES else ""
    parts = name[1:] if len(name) > 1 and fold(name[0]) in PARTICLES and office else ()  # `dos Negócios Estrangeiros`
    if name and (
        all(fold(w) in _LINKS for w in name) or (parts and all(_titled(w) or fold(w) in _LINKS for w in parts))
    ):
        office, name = office + name, []
    office = [word for word in office if fold(word.strip(".")) not in _MISTER]
    title = " ".join(office) or after
    if initials := _initials_behind(name):
        return PrintedName(" ".join(name[:-initials]), " ".join(name[-initials:]), title, suffix, inverted=True)
    if family_first(name):
        return PrintedName(name[0], " ".join(name[1:]), title, suffix, inverted=True)
    surname_at = _surname_start(name)
    return PrintedName(" ".join(name[surname_at:]), " ".join(name[:surname_at]), title, suffix)


def _initials_behind(name: Sequence[str]) -> int:
    """How many of the last words of a name are the initials that stand behind its surname: `Lindqvist A.B.`"""
    if len(name) < 2 or _INITIAL.fullmatch(name[0]) is not None:
        return 0
    if len(name) == 2:
        return int(_INITIALS_BEHIND.fullmatch(name[1]) is not None)
    return 2 * (len(name) == 3 and all(_INITIAL.fullmatch(word) and word[-1] == "." for word in name[1:]))


def _is_surname_behind(title: str, bare: str) -> bool:
    """Whether the last word of a name is its surname though it is an office's too: behind `Mr.` any, behind a rank or
    an office such as are surnames: `Col. King`."""
    if title in _MISTER:
        return True
    return (bare in _ALSO_SURNAMES and title in _RANKS) or (bare == "king" and title in _BEFORE_KING)


def _bridges(words: Sequence[str]) -> frozenset[int]:
    """The words that join two parts of one office: `Foreign and Commonwealth Secretary`."""
    found: set[int] = set()
    for at, word in enumerate(words):
        if fold(word) != "and" or not at or not all(_titled(each) or fold(each) in _LINKS for each in words[:at]):
            continue
        ends = next((n for n in range(at + 1, min(at + 4, len(words))) if _titled(words[n])), None)
        found |= set(range(at, ends)) if ends is not None else set()
    return frozenset(found)


def _only_country_follows(words: list[re.Match[str]], at: int, countries: list[tuple[int, int]]) -> bool:
    """Whether all words from here on belong to a country: `King X of Y` is X."""
    return all(any(start <= word.start() < end for start, end in countries) for word in words[at:])


def may_hold(text: str) -> bool:
    """Whether what stands in parentheses can be the name of an office's holder."""
    tokens = text.split()
    named = [token for token in tokens if fold(token) not in PARTICLES]
    if not named or len(tokens) > 4 or not all(token[0].isupper() for token in named):
        return False
    return not all(_titled(token) for token in named) and not all(_ACRONYM.fullmatch(token) for token in named)


def is_phrase_of_office(text: str) -> bool:
    """Whether words are an office without a name: `the Soviet Ambassador`, `Assistant Secretary for X Affairs`."""
    tokens = _TOKEN.findall(text)
    titled = [_titled(token) for token in tokens]
    if len(tokens) < 2 or not any(titled):
        return False
    if not read_name(text).surname:
        return True
    opens = titled[0] or fold(tokens[0]) == "the" or (_NATIONAL.fullmatch(tokens[0]) is not None and titled[1])
    linked = any(fold(token) in ("of", "for", "to", "in", "at", "on") for token in tokens)
    ends_named = not titled[-1] and titled[-2]  # `Secretary of State Rusk`
    return opens and linked and not ends_named


def undotted(label: str) -> str:
    """A label whose first word is the initials of an office, without the stops behind them: `P.M. Berg`, `PM Berg`."""
    first, blank, rest = label.partition(" ")
    bare = first.replace(".", "")
    return f"{bare}{blank}{rest}" if rest and bare in _CAPITALS and first.count(".") == len(bare) else label


def has_title(text: str) -> bool:
    """Whether a word of the text is an honorific or an office."""
    return any(_titled(word) for word in text.split())


def _titled(word: str) -> bool:
    bare = fold(word.rstrip(".")).removesuffix("'s")
    dotted = word.endswith(".") and bare in _DOTTED
    return bare in HONORIFICS or bare in OFFICES or dotted or word in _CAPITALS or bool(_COMPOUND.fullmatch(bare))


def _surname_start(name: list[str]) -> int:
    """Where the surname begins: with the particles before its last word; at the head of a name a particle is one only
    where it is printed small or is no given name itself."""
    at = max(len(name) - 1, 0)
    while at > 1 and fold(name[at - 1]) in PARTICLES:
        at -= 1
    if at == 1 and fold(name[0]) in PARTICLES and (name[0][0].islower() or fold(name[0]) not in _NOT_FIRST):
        return 0
    return at


@lru_cache(maxsize=8192)
def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name; a hyphen separates, as `Hashemi-Rafsanjani` is `Hashemi Rafsanjani`."""
    return tuple(w for w in _BETWEEN.split(fold(name).replace("'", "")) if w)


def is_office(printed: str) -> bool:
    """Whether nothing but an office is printed: `The President`, `SECRETARY`, `Russian President`."""
    name = read_name(printed)
    return not name.surname and bool(name.office)


def same_name(label: PrintedName, person: PrintedName) -> bool:
    """Whether a label's name can be this person's: the surname ends alike, given names do not contradict."""
    a, b = words_of(label.surname), words_of(f"{person.given} {person.surname}")
    if not a or b[-len(a) :] != a:
        return False
    mine, theirs = words_of(label.given), b[: len(b) - len(a)]
    return not mine or not theirs or _same_given(mine[0], theirs[0])


def _same_given(a: str, b: str) -> bool:
    """Whether two given names may be one: alike, one the initial of the other, or one its short form."""
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return a[:3] == b[:3] or b in _SHORT.get(a, "").split() or a in _SHORT.get(b, "").split()


def nearly_same(a: str, b: str) -> bool:
    """Whether two surnames differ by a slip only: long enough, and alike by nearly every letter."""
    first, second = "".join(words_of(a)), "".join(words_of(b))
    if min(len(first), len(second)) < 5 or first == second or abs(len(first) - len(second)) > 2:
        return False
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.quick_ratio() > _CLOSE and matcher.ratio() > _CLOSE  # the first is an upper bound, and quick


_NO_LETTER = re.compile(
    "[^0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0391-\u03a1\u03a3-\u03c9"
    "\u0401-\u040c\u040e-\u044f\u0451-\u045c\u4e00-\u9fa5]+"
)


@lru_cache(maxsize=8192)
@lru_cache(maxsize=8192)
def key_of(name: str) -> str:
    """What two printings of one label have in common: its slug, or all of it where that would leave letters out."""
    folded = name if name.isascii() else fold(name)
    lost = not folded.isascii() and any(letter.isalpha() and _NO_LETTER.match(letter) for letter in folded)
    return " ".join(folded.split()).strip(" .,:") if lost else slug(name)


def slug(name: str) -> str:
    """A name as an identifier: lower case without diacritics, hyphens between words; letters that an xml:id cannot
    hold in every engine are left out."""
    return _NO_LETTER.sub("-", fold(name).replace("'", "")).strip("-")
