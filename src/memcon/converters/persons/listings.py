"""Who takes part, as it is printed: those listed, those the title names, those a sentence says were there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from memcon.converters.heads.attendance import PLURALS
from memcon.converters.heads.somebody import plain_surname, surely_somebody
from memcon.converters.heads.titlenames import names_in_list, names_in_title, written_by
from memcon.converters.persons.comings import attendance_of
from memcon.converters.persons.councils import at_the_council
from memcon.converters.persons.courts import in_court
from memcon.converters.persons.identities import Resolution, listed, person_of, resolve
from memcon.converters.persons.scenes import Scene
from memcon.converters.persons.titledpersons import Titled, foreign_persons
from memcon.converters.words.genres import opens_foreign_title
from memcon.converters.words.lexicon import caseless, occurrences_of
from memcon.converters.words.names import PrintedName, fold, has_title, is_office, read_name, same_name, words_of
from memcon.converters.words.offices import named
from memcon.model import Authority, Person, Role

_CUT_SHORT = "".join(
    rf"|(?<=\b{title})\."
    for title in "[A-Z] Mr Mrs Ms Dr Gen Lt Col Maj Capt Adm Brig Amb Sen Rep Gov Hon Prof Cde Jr Sr St".split()
)  # words behind which a full stop ends no sentence
_PRESENT = re.compile(
    r"(?:\b(?:those\s+)?(?:present|participating|attending|in\s+attendance)\b[^.:()\n]{0,60}?\b(?:were|was)\b:?\s*|"
    r"\ba(?:u)?\s+(?:participat|fost\s+(?:invita[tțţ]i?|prezen[tțţ]i?))\s+(?:tovar[aă][sșş](?:ul|ii)\s*)?:?\s*|"
    r"\b(?:presided\s+over|chaired|prezidată\s+de)\s+(?:by\s+|tovar[aă][sșş]ul\s+)|"
    r"^(?:also\s+)?invited\b[^.:()\n]{0,40}?\b(?:were|was)\b:?\s*|"
    r"\b(?:the\s+following\b[^.:()\n]{0,40}?\b(?:attended|present|participated|took\s+part)\b[^.:()\n]{0,60}:\s*|"
    r"taking\s+part\b[^.:()\n]{0,60}?\bwere\b\s*|\bThere\s+were\s+present\s+|\b(?:was|were)\s+(?:also\s+)?(?:attended|accompanied)\s+by\s+|"
    r"\b(?:was|were)\spresent:\s+)|"
    r"^[ \t]*\(?(?:(?:those|also|staff)\s+)?(?:present|participants)\b(?:\salso)?[ \t]*:[ \t]*(?=\S)|"
    r"(?<=[.;]\s)(?:(?:those|also|staff)\s+)?(?:present|participants)\b(?:\salso)?:[ \t]+(?=[^()\n]{1,600}$)|"
    r"\((?:present|participants|attending|attendees|in\s+attendance)\b:?\s*)"
    rf"(?P<names>(?:[^.()\n:\d]{_CUT_SHORT}|\((?:chairman|presiding)\)|\n(?!\s*\n|[^\n:]{{1,40}}:)){{4,1200}})",
    re.I | re.M,
)


_INITIALED = r"[^\W\d_][\w’'-]{1,20}\s[^\W\d_a-z]\.\s?[^\W\d_a-z]\."
_SURNAMES_FIRST = re.compile(
    r"^[ \t]*(?i:present|attending|participants?)\b[^:;\n]{0,12}?\s"
    rf"(?P<names>(?:{_INITIALED}[;,]\s{{1,3}}){{2,60}}{_INITIALED})",
    re.M,
)  # `Present Comr. Lindqvist A.B.; Aalto C.D.; Berg E.F.`


_STEMS = (
    "invit",
    "presided",
    "prezidat",
    "accompanied",
    "present",
    "particip",
    "attend",
    "taking part",
    "took part",
)  # one of which it holds


_LEADS = re.compile(
    r"(?:present|participating|attending|attendance|taking\s+part)\b[^.:()\n]{0,180}?w(?:ere|as)|"
    r"(?:present|participants)(?:\salso)?[ \t]*:|"
    r"participat\s|invita|presided\s+over|prezidat|invited\b[^.:()\n]{0,60}w(?:ere|as)|"
    r"attended\s+by\s|accompanied\s+by\s|(?:attended|present|participated|took\s+part)\b[^.:()\n]{0,180}:"
)  # of a text without case, which may be longer


_IN_PARENTHESES = re.compile(r"^\((?P<names>[A-Z][^()\n:,\d]*+,[^()\n:,\d]*+,[^()\n:\d]*+)\)[ \t]*$", re.M)


_IN_SMALL_LETTERS = re.compile(
    r"\b(?!(?:of|the|and|for|to|von|van|der|den|from|with)\b)[a-z]{2,}\b"
)  # no list of names
_PAIR = re.compile(r"^[ \t]*TELE?CON\b[^\n]*\n[ \t]*([A-Z][^\n/]{1,40})/([A-Z][^\n/]{1,40})$", re.M | re.I)


_IN_NAMES = rf"(?:[^.()\n:\d]{_CUT_SHORT})"
_WERE_THERE = re.compile(
    r"(?:(?<=[.?!]\s)(?<!\b[A-Z]\.\s)(?<!\bMr\.\s)(?<!\bDr\.\s)|^)(?P<names>(?!There\s)[^\W\d_a-z]"
    rf"{_IN_NAMES}{{3,160}}?(?:\n{_IN_NAMES}{{2,120}}?)?)\s{{1,4}}(?:was|were)\s+(?:also\s+)?"
    r"(?:present|in\s+attendance|invited\s+to\s+(?:the\s+meeting|attend))\b(?!\s+(?:at|when)\b)",
    re.M,
)
_RECORDED = re.compile(
    r"\b(?:transcripts?|text|recordings?)\b[^.\n]{0,60}?\b(?:conversations?|meetings?|calls?)\sbetween\s"
    rf"(?P<names>{_IN_NAMES}{{5,200}}+)(?!\()"
)
_TALKED_WITH = re.compile(
    r"\b(?:(?:conversation|interview|meeting|talk)s?\s(?:[a-z]+\s){0,3}with|spoke\s(?:to|with)|called\s(?:up)?on|received|saw)\s"
    r"(?P<name>(?:Mr|M|Dr|Sir|Lord|Lady|Count|Baron|Prince|Mrs|Ambassador|Minister|Senator|Marshal|Secretary|President|Premier|Chancellor|General)\.?\s(?:de\s|von\s|van\s)?[^\W\d_a-z][\w’'-]{1,30})"
)
_CALLER = re.compile(
    r"(?<![\w.’'-])(?P<name>(?:[^\W\d_a-z][\w’'-]++\.?\s){1,3}(?:(?:de|von|van)\s)?[^\W\d_a-z][\w’'-]{1,30})\s(?:called|telephoned|came|lunched|"
    r"dropped|stopped|received)\s(?:on\s(?:me|the)|in|by|up|to\ssee|me|at\s(?:his|her|my))\b"
)
_NAMES = r"(?:[^\W\d_a-z][\w’'-]*\.?,?|and|the|of)(?:\s(?:[^\W\d_a-z][\w’'-]*\.?,?|and|the|of)){0,14}"
_MET_WITH = re.compile(
    rf"^(?:\d{{1,2}}[.)]\s+)?(?P<one>{_NAMES})\s(?:met|spoke|talked|lunched|dined|conferred)\s(?:today\s|yesterday\s)?with\s(?P<other>{_NAMES})\s"
    r"(?:at|on|in|to|for|from|this|today|yesterday|during|over)\b",
    re.M,
)
_PRESIDING = re.compile(r"(?<!\s)\s+[(]?(?:in\s+the\s+chair|presiding)[)]?\Z", re.I)
_BETWEEN_THEM = re.compile(
    r"^(?:The\s)?(?:Meeting|Conversation|Talk|Interview|Discussion)s?\sbetween\s(?P<names>[^\n]{5,300})", re.M | re.I
)
_THERE = ("also present", "were present", "was present", "in attendance", "invited to")
_APART = 200  # characters between sentences that say together who was present


_COURT = 4000  # the same where a court sits
_TOP = 1500  # characters: how far down the head of a memorandum reaches


_BETWEEN_NAMES = re.compile(r"(?<!\s)\s*(?:,\s*(?:and|as\s+well\s+as)\b|,|;|\bas\s+well\s+as\b|\band\b)\s*")


_OF_STATE = re.compile(
    r"\A((?:Senators?\s)?[^\W\d_a-z][\w’'-]{2,20})\sof\s(?:New\s|North\s|South\s|West\s)?[^\W\d_a-z]\w{2,15}\Z"
)
_LOST_COMMA = re.compile(
    r"(?P<one>[^\W\d_a-z][\w’'-]{2,20})(?: [a-z.;:!|]{1,2})? (?P<other>[^\W\d_a-z]\w{1,15}\.? [^\W\d_a-z][\w’'-]{2,20})"
)


_LONGEST_SUBJECT = 300  # characters
_SEMICOLONS = 2  # of a list that they part
_MOST_LISTED = 1000  # names: a longer list is no list of who takes part


_ROLE_WORDS: tuple[tuple[str, Role], ...] = (
    ("interpret", "interpreter"), ("translator", "interpreter"), ("dolmetscher", "interpreter"),
    ("traduct", "interpreter"), ("переводчи", "interpreter"), ("tłumacz", "interpreter"), ("(tolk", "interpreter"),
    ("notetaker", "notetaker"), ("note-taker", "notetaker"), ("note taker", "notetaker"), ("recorder)", "notetaker"),
    ("protokoll", "notetaker"), ("rapporteur)", "notetaker"),
)  # fmt: skip


def printed_participants(scene: Scene, labels: Collection[str]) -> tuple[list[Person], dict[int, str]]:
    """Those the fields of the head list, and the offset of each printed name with the id of who it is. `labels` are
    those under which people speak: they tell where one name ends that is printed right before another."""
    persons: list[Person] = []
    mentioned: dict[int, str] = {}
    if len(scene.first.names) > _MOST_LISTED:
        return persons, mentioned
    for printed in scene.first.names:
        text = " ".join(scene.transcript.text(printed.span).split())
        if printed.field_role == "unknown":
            withheld = sum(person.role == "unknown" for person in persons) + 1
            name, _, office = text.partition(", ") if "]" not in text.partition(", ")[2] else (text, "", "")
            persons.append(Person(f"withheld-{withheld}", name, "unknown", office))
            mentioned[printed.span.start] = f"withheld-{withheld}"
            continue
        if several := _run_together(text, labels):
            persons += listed(several, scene.authority, persons)
            continue
        bare = _PRESIDING.sub("", text)
        bare = re.sub(r"\((?:note-?\s?takers?|interpreter|translator|interpreting|recorder)\)", "", bare, flags=re.I)
        new = listed([bare], scene.authority, persons)
        if new:
            role = printed.field_role or _role(text)
            there = attendance_of(text)
            person = replace(new[0], role=role, attendance=there.words, present=(there.since, there.until))
            persons.append(named(person, scene.date, scene.text) if is_office(person.name) else person)
        identifier = new[0].identifier if new else _same(bare, persons)
        if identifier:
            mentioned[printed.span.start] = identifier
    return persons, mentioned


def _run_together(text: str, labels: Collection[str]) -> tuple[str, ...]:
    """The two names that an entry is made of, where people speak under each of them."""
    if text in labels:
        return ()  # he speaks under all of it
    found = ((name, text[len(name) + 1 :]) for name in sorted(labels) if text.startswith(f"{name} "))
    apart = ((name, rest) for name, rest in found if not is_office(name) or has_title(rest.split()[0]))
    return next(((name, rest) for name, rest in apart if rest in labels), ())


def _role(text: str) -> Role:
    folded = fold(text)
    return next((role for word, role in _ROLE_WORDS if word in folded), "participant")


def _same(text: str, persons: Sequence[Person]) -> str:
    fits = resolve(text, persons, Authority())
    return fits.person.identifier if fits.person is not None else ""


def titled_persons(scene: Scene, persons: list[Person], labels: Sequence[str]) -> Titled:
    """Those the title names; two of one surname stay two. `labels` are those under which people speak."""
    names, one_sided = names_in_title(scene.first.title)
    if not names and not persons and len(scene.first.subject) <= _LONGEST_SUBJECT:
        names, one_sided = names_in_title(scene.first.subject)
    if not names and not persons and (writer := written_by(scene.first.title)):
        names, one_sided = (writer,), True
    if not names and opens_foreign_title(scene.first.title):
        return foreign_persons(scene, persons, labels)
    if not names and (pair := _PAIR.search(scene.text, 0, _TOP)):
        names = (pair[1], pair[2])
    titled: list[str] = []
    before = tuple(persons)
    ends = frozenset(fold(listed.side) for listed in scene.first.names)  # of a line, which are nobody
    for printed in (name for name in names if fold(name) not in ends):
        name = read_name(printed)
        fits = resolve(printed, before, scene.authority) if before else Resolution(None, "")
        listed = _surname_first(name, before) if fits.person is None or fits.unlisted else None
        person = listed or fits.person or person_of(name, scene.authority, {p.identifier for p in persons})
        if not name.surname and is_office(printed):
            person = fits.person or named(person, scene.date, scene.text)
        if person.identifier in titled:
            person = replace(person, identifier=f"{person.identifier}-{len(titled) + 1}", authority=False)
        if person.identifier not in {p.identifier for p in persons}:
            persons.append(replace(person, office=name.office))
        titled.append(person.identifier)
    return Titled(tuple(titled), one_sided)


def _surname_first(name: PrintedName, persons: Sequence[Person]) -> Person | None:
    """Who is listed by the surname and the office alone that a title prints with the surname first."""
    first = words_of(name.given)[:1]
    for person in persons:
        same = first and words_of(person.name) == first and name.office
        if same and words_of(person.office) == words_of(name.office):
            return person
    return None


def present_in(text: str) -> Iterator[str]:
    """The names of those who were present, as sentences near each other say in a text."""
    if council := at_the_council(text, _TOP):
        yield from council
        return
    court, _ = in_court(text, _COURT)
    if court:
        yield from court
        return
    alone = _IN_PARENTHESES.search(text, 0, _TOP)
    alone = alone if alone is not None and _IN_SMALL_LETTERS.search(alone["names"]) is None else None
    end: int | None = None
    for match in [alone] if alone is not None else sorted(_listings(text), key=lambda found: found.start()):
        if end is not None and match.start() - end > _APART:
            return
        end = match.end()
        yield from _apart(" ".join(match["names"].split()))


def presides(text: str) -> tuple[tuple[str, str], ...]:
    """Who presides over a court, by the parts under which he speaks."""
    _, name = in_court(text, _COURT)
    return tuple((part, name) for part in ("president", "mr. president", "madam president")) if name else ()


def _apart(names: str) -> Iterator[str]:
    """The names of a list; between semicolons what stands behind a comma is an office, unless it has a title."""
    if names.count(";") < _SEMICOLONS:
        yield from _BETWEEN_NAMES.split(names)
        return
    for part in names.split(";"):
        first, *others = _BETWEEN_NAMES.split(re.sub(r"\A\s*and\s", "", part).strip())
        whole = bool(read_name(first).given)
        yield first
        yield from (each for each in others if each and (not whole or has_title(each.split()[0])))


def add_present(scene: Scene, persons: list[Person]) -> None:
    """Those that sentences say were present, where no list names participants."""
    for printed in scene.present:
        for name in _run_into(printed):
            _add_listed(scene, persons, name)


def _run_into(printed: str) -> tuple[str, ...]:
    """The names of a piece in which recognition lost the comma between a surname and a title: `Berg i General Dorn`."""
    match = _LOST_COMMA.fullmatch(printed)
    parted = match is not None and has_title(match["other"].split()[0]) and not has_title(match["one"])
    parted = parted and match is not None and not match["one"].isupper()
    return (match["one"], match["other"]) if match is not None and parted else (printed,)


def add_between(scene: Scene, persons: list[Person]) -> None:
    """Those between whom, as a paragraph at the head of a telegram says, there was a talk."""
    match = _BETWEEN_THEM.search(scene.text, 0, _TOP) if scene.first.reports and not scene.first.names else None
    for printed in names_in_list(" ".join(match["names"].split()), one_sided=False) if match is not None else ():
        if surely_somebody(printed):
            _add_listed(scene, persons, printed)


def add_met(scene: Scene, persons: list[Person]) -> None:
    """Where nobody is known but who wrote it, whom the first paragraphs say that somebody talked with, or who came:
    `conversation with Mr. Berg`."""
    if not scene.first.names and (both := _MET_WITH.search(scene.text, 0, _TOP)) is not None:
        for printed in (*_BETWEEN_NAMES.split(both["one"]), *_BETWEEN_NAMES.split(both["other"])):
            if read_name(printed).surname and surely_somebody(printed):
                _add_listed(scene, persons, " ".join(printed.split()))
    alone = not persons or (len(persons) == 1 and not scene.first.names and bool(written_by(scene.first.title)))
    match = _TALKED_WITH.search(scene.text, 0, _TOP) or _CALLER.search(scene.text, 0, _TOP) if alone else None
    if match is not None and surely_somebody(match["name"]):
        persons.append(person_of(read_name(match["name"]), scene.authority, {p.identifier for p in persons}))


def _add_listed(scene: Scene, persons: list[Person], printed: str) -> None:
    """Add who is named by one piece of a sentence that lists people."""
    printed = _OF_STATE.sub(r"\1", re.sub(r"(?<!\s)\s\((?:chairman|presiding)\)\Z", "", printed, flags=re.I))
    first, _, behind = printed.partition(" ")
    printed = behind if fold(first) in PLURALS else printed  # `Senators Berg`
    name = read_name(printed)
    person = person_of(name, scene.authority, {p.identifier for p in persons})
    person = named(person, scene.date, scene.text) if is_office(printed) else person
    held = is_office(printed) and not is_office(person.name)
    if not (held or surely_somebody(printed) or (len(printed.split()) == 1 and plain_surname(name))):
        return
    if "," in printed and is_office(person.name):
        return  # `the Director, Bureau of the Budget`, whoever that was
    if not any(same_name(read_name(person.name), read_name(p.name)) or p.name == person.name for p in persons):
        persons.append(replace(person, role=_role(printed)))


def _listings(text: str) -> Iterator[re.Match[str]]:
    """What may say who was present; the pattern is tried only where one of its words stands before `were` or a colon,
    or behind a parenthesis."""
    folded = caseless(text)
    near = (
        folded[at - 1 : at] == "("
        or folded.startswith("there were ", max(at - 11, 0))
        or _LEADS.match(folded, at) is not None
        for stem in _STEMS
        for at in occurrences_of(stem, folded)
    )
    yield from _PRESENT.finditer(text) if any(near) else ()
    yield from _SURNAMES_FIRST.finditer(text, 0, _TOP)
    yield from _RECORDED.finditer(text, 0, _TOP)
    yield from _WERE_THERE.finditer(text, 0, _TOP) if any(each in folded for each in _THERE) else ()
