"""Markings of classification and handling, as documents print them: portion marks, banners, and the sentence of a
source note that says how the document was classified.

The terms and their printed forms stand in the vocabulary `classification` of memcon.odd; here is only how they are set
beside each other. What stands among them and is no term is reported, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from memcon.converters.words.names import fold
from memcon.vocabularies import Category, vocabularies

_PREFIX = "classification."
_ALONGSIDE = r"HANDLE\s+VIA\s+[A-Z]+(?:\s+CHANNELS?)?(?:\s+ONLY)?|CODEWORD|WITH\s+ATTACHMENTS?|\(\d\)"
_COPIES = (
    r"(?:one|only|single|sole)\s+copy(?:\s+only)?|copy\s+(?:no\.?\s*|number\s+|#\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?(?:\s+copies)?|"
    r"working\s+(?:record|notes|copy)|special\s+folder|strictly"
)  # that stand beside a level, and are none
_PRECEDENCE = r"(?:Flash|Immediate|Niact(?:\s+Immediate)?|Priority|Routine)"
_BESIDE = re.compile(rf"\[[^\[\]]*\]|{_ALONGSIDE}|{_PRECEDENCE}|{_COPIES}", re.I)
_BETWEEN = r"[\s/,;.()–—-]+"
_SHORT = 40  # characters of a banner that is not in capitals
_UNKNOWN = r"[A-Z][A-Z0-9]{1,15}(?:[ -][A-Z0-9]{2,15}|,\s?[A-Z]{3,4}\b){0,4}"  # behind a slash: a codeword, countries


@dataclass(frozen=True, slots=True)
class Marking:
    """What a marking says: the printed words, the categories they name (`S`, `NODIS`), each once and in printed order,
    and the words that the vocabulary does not have, with where they begin in the printed words."""

    text: str
    categories: tuple[str, ...]
    unknown: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class _Forms:
    """The printed forms of a vocabulary, and the patterns made of them."""

    categories: dict[str, str]
    term: re.Pattern[str]
    mark: re.Pattern[str]
    banner: re.Pattern[str]
    standing: re.Pattern[str]
    portion: str
    sentence: re.Pattern[str]


@cache
def _forms() -> _Forms:
    levels, handling = vocabularies()[_PREFIX[:-1]].categories
    lasting = "|".join(map(_spelt, _longest(_printed(levels, "words", "beside"))))
    standing = "|".join(map(_spelt, _longest([*_printed(levels, "words"), *_printed(handling, "words")])))
    marked = _longest([*_printed(levels, "mark"), *_printed(handling, "mark")])
    words = _longest([*_printed(levels, "words"), *_printed(handling, "words", "beside")])
    known = "|".join(map(_spelt, words))
    marks = "|".join(map(re.escape, _longest(_printed(levels, "mark"))))
    caveats = "|".join(map(re.escape, _longest(form.upper() for form in _printed(handling, "words", "mark"))))
    abbreviated = "|".join(mark for mark in marked if len(mark) > 1)  # a single letter is one in parentheses alone
    behind = rf"\s*//?\s*(?:(?i:{known}|{_ALONGSIDE})|{_UNKNOWN})"
    one = rf"(?i:{known}|{_ALONGSIDE}|{_COPIES})"
    said = rf"(?i:{known}|{_PRECEDENCE})|\[[^\[\]]{{1,60}}\]|[A-Z][\w/’' -]{{2,40}}"
    return _Forms(
        {_folded(form): each.identifier.removeprefix(_PREFIX) for each in (*levels.all(), *handling.all())
         for _, form in each.forms},
        re.compile(rf"(?<!\w)(?:(?i:{known})|{abbreviated})(?!\w)"),
        re.compile(rf"(?<!\w)(?:(?i:{known})|{'|'.join(marked)})(?!\w)"),
        re.compile(rf"[\W_]*{one}(?:{behind}|{_BETWEEN}{one})*[\W_]*"),
        re.compile(rf"(?<!\w)(?:{standing}|{_ALONGSIDE})(?!\w)", re.I),
        rf"\((?:{marks})(?:-(?:{caveats})|//?[A-Z/ ,-]{{1,30}})?\)",
        re.compile(rf"(?:(?<=[.\]”)]\s)|\A)(?=[A-Z])((?i:{lasting})(?:[;,/]\s?(?:{said}))*)\.(?=\s|\Z)"),
    )  # fmt: skip


def _printed(category: Category, *types: str) -> list[str]:
    return [form for each in category.all() for kind, form in each.forms if kind in types]


def _longest(forms: Iterable[str]) -> list[str]:
    """Longer forms first: `Limited Official Use Only` before `Limited Official Use`."""
    return sorted(dict.fromkeys(forms), key=lambda form: (-len(form), form))


def _spelt(form: str) -> str:
    """A pattern for a form: its words apart by any white space, or all its letters spaced out."""
    spaced = r"(?=(?:\S{1,4}[ \t]){3})"  # all letters apart, or most of them, as recognition leaves them
    spaced += r"\s+".join(r"[ \t]?".join(map(re.escape, word)) for word in form.split())
    plain = r"\s+".join(map(re.escape, form.split()))
    return rf"(?:{plain}|{spaced})(?!\w)" if len(form) > 3 else rf"{plain}(?!\w)"


def _folded(form: str) -> str:
    return "".join(fold(form).split())


# -- markings -------------------------------------------------------------------------------------


def portion_marks() -> str:
    """The pattern of a portion mark: a level in parentheses, with caveats behind a slash or a hyphen."""
    return _forms().portion


def is_banner(text: str, struck: bool = False) -> bool:
    """Whether a paragraph is a marking and nothing else: in capitals, or struck, or in any case where a level stands
    beside a caveat (`Secret/Nodis`)."""
    cased = struck or text.isupper() or text.islower()
    if not cased and "/" not in text and "(" not in text and ";" not in text:
        return False  # before the pattern is tried, which is slow: most lines end here
    forms = _forms()
    if not forms.banner.fullmatch(text) or not forms.standing.search(text):
        return False
    if struck or text in (text.upper(), text.lower()):
        return True
    found = marking(text).categories
    opens = bool(found) and found[0] in _levels() and (text.split(None, 1)[0][:1].isupper() or text[:1] in "([")
    return opens and len(found) > 1 and re.search(r"[/;(]", text) is not None


@cache
def _levels() -> tuple[str, ...]:
    levels = vocabularies()[_PREFIX[:-1]].categories[0]
    return tuple(each.identifier.removeprefix(_PREFIX) for each in levels.narrower)


def is_level(text: str) -> bool:
    """Whether a short line is a banner with a level, in any case, as heads of documents print it."""
    return len(text) <= _SHORT and text[:1].isalpha() and is_banner(text, struck=True) and names_level(text)


def names_level(text: str) -> bool:
    """Whether a marking names a level: `SENSITIVE` alone does not."""
    return any(category in _levels() for category in marking(text).categories)


def marking(text: str) -> Marking:
    """What a portion mark, a banner or a sentence says that is known to be a marking."""
    forms = _forms()
    term = forms.mark if text[:1] == "(" else forms.term
    found: dict[str, None] = {}
    for match in term.finditer(text):
        found[forms.categories[_folded(match.group())]] = None
    return Marking(text, tuple(found), tuple(_left_over(text, term)))


def _left_over(text: str, term: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The words among the terms that are none: neither precedence, nor an instruction, nor withheld themselves."""
    blanked = _BESIDE.sub(lambda m: "\x00" * len(m.group()), text)
    blanked = term.sub(lambda m: "\x00" * len(m.group()), blanked)
    for match in re.finditer(r"[^\W_](?:[^\x00/;()]*\w)?", blanked):
        yield match.start(), match.group()


def sentence(text: str) -> tuple[int, Marking] | None:
    """The sentence of a source note that says how the document was classified (`Secret; Nodis.`), and where it
    begins; None where none does."""
    match = _forms().sentence.search(text)
    return (match.start(1), marking(match[1])) if match else None


def note_categories(text: str) -> tuple[str, ...]:
    """The terms of classification and handling that a source note states."""
    found = sentence(text)
    return found[1].categories if found is not None else ()
