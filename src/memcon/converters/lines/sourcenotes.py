"""Source notes: where they stand, how far they reach, and what they say.

A note opens with `Source:`; a translator's credit or an earlier publication that follows belongs to it, also as a
paragraph of its own. A bracket that stays open is followed to where it closes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.converters.lines.told import told_once
from memcon.converters.words.lexicon import words
from memcon.model import Publication, Shelfmark, SourceStatement

if TYPE_CHECKING:
    from memcon.converters.pages.paragraphs import Para

_OPENING = re.compile(r"[\[(\s]*(?:Source|Sources|SOURCE)\s*:")
_ARCHIVE = re.compile(r"[\w./&’' -]{2,60}\b[Ff]iles?\b[^\n]{0,12}[:,–—-][^\n]{0,80}\d[^\n]{0,80}")
_LOT = re.compile(r"[^\n]{0,80}\b[Ll]ots? (?:\d{2} ?[A-Z]{1,2} ?\d|[A-Z]{1,2}[–-]\d|file )[^\n]{0,80}")
_DECIMAL = re.compile(r"\d{2,3}[A-Z]?\.[^\n/]{1,24}/[^\n/]{0,8}\d{1,2}[–-]\d{2,6}(?:\s*:[^\n]{1,40})?")
_SENT_AS = re.compile(r"[^\n]{3,100}\S: (?:Circular )?(?:Telegram|Airgram|Despatch|Teletype)")
_KEPT = re.compile(
    r"(?:[^\W\d_a-z][^\n,;:]{0,50}\s(?:[Ff]iles?|[Pp]apers|[Ll]ibrary|[Mm]emoranda|[Rr]ecords|[Cc]ollection))(?:[,:;]\s(?:[“\"A-Z\d]|lot\b)[^\n]{0,100})?"
)
_FOND = re.compile(
    r"(?P<repository>[^\n]{2,60}?)[.,]\s*(?P<fond>(?:Ф\.|Фонд|F\.|Fond)\s*[\w-]+)[.,]\s*"
    r"(?P<opis>(?:Оп\.|Опись|Op\.|Opis['’]?)\s*[\w-]+)(?:[.,]\s*(?P<delo>(?:Д\.|Дело|D\.|Delo)\s*[\w-]+))?"
    r"(?:[.,]\s*(?P<folios>(?:Лл?\.|Ll?\.)\s*[\d–, -]*\d))?[^\n]{0,80}"
)
_FOND_WORDS = ("Ф", "F.", "Fond")  # one of which it holds
_CREDIT = re.compile(
    r"[\[(\s]*(?:Translated|Translation|Transcribed|(?:Partially\s+|First\s+)?(?:published|printed)|Obtained|Provided)\b",
    re.I,
)
_NAMED = re.compile(
    r"[\[(]?(?:[^\W\d_a-z][^\n,;:]{0,60}?\b)?(?:[Aa]rchiv(?:es?|s|o|io|um)?|Archief|Library|Libraries)\b[^\n.?!,:(]{0,40}[,:(]"
)
_CODED = re.compile(r"[\[(][A-Z][A-Za-z]{0,6}[A-Z](?:-[A-Z]\w{1,6})?(?::\s|,\s|\.?\s(?=[A-Z]?\d))[^\[\]\n]{2,100}[\])]")
_KEPT_AT = re.compile(
    r"[\[(](?!(?i:source))(?P<repository>[A-Z][A-Za-z]{0,6}[A-Z](?:-[A-Z]\w{1,6})?)(?::\s|,\s|\.?\s(?=[A-Z]?\d))(?P<number>[^\[\]\n]{2,100})[\])]\Z"
)
_SMALL = re.compile(r"(?<![\w.’'-])[a-z]{3,}(?![\w.])")
_LINKS = words(
    """
    and the for des der die das del della los las und von vom für sur aux dos vol box folder fond file files inventory
    list reel frame page pages papka delo opis listy
    """
)
_CALL_NUMBER = 160  # characters
_FURTHEST = 6  # paragraphs that an open bracket is followed over
_TRANSLATOR = re.compile(
    r"\bTranslat(?:ed|ion)(?:\s+for\s+\w{2,20})?\s+by\s+(?P<names>(?:(?:[^.;(\]\n]|(?<=\s[A-Z])\.)*?(?<!\s))?)"
    r"(?:\s+for\s+(?P<edition>[^.;\]\n]+?(?<!\s)))?\s*(?<!\s[A-Z])(?=[.;(\]\n]|\Z)",
    re.I,
)
_PUBLISHED = re.compile(
    r"\b(?:published|printed)\s+in:?\s+(?P<author>[^,(\n]+),\s+(?P<title>[^(\n]+?)\s*"
    r"\((?P<place>[^:()]+):\s*+(?P<publisher>[^\s,()][^,()]*),\s*(?P<date>[12][0-9]{3})\)"
    r"(?:,?\s*(?:v\.|vol\.?|volume)\s*(?P<volume>\w+))?(?:,?\s*pp?\.?\s*(?P<pages>[\d–—, -]*\d))?",
    re.I,
)  # fmt: skip
_STATEMENT_END = re.compile(r"\n|(?<![\s.][A-Z])\.\s+(?=[A-Z])|(?:(?<![.\]])[.\]]+\s*|(?<![.\]\s])\s*)\Z")
_NAME_SEPARATOR = re.compile(r"(?<!\s)\s*(?:,|;|&|\band\b)\s*")
_KEEPER = re.compile(
    r"\b(?:archiv\w{0,3}|librar(?:y|ies)|foundation|department|museum|institute|cent(?:er|re)|records?\s+office|"
    r"agency|ministry|university|collection|rgani|rgaspi|garf|avprf|nara)\b",
    re.I,
)
_PARTS = (
    ("fond", re.compile(r"(?:fond|fund|f\.)\s*\S+", re.I)),
    ("opis", re.compile(r"(?:opis['’]?|inventory|op\.)\s*\S+", re.I)),
    ("delo", re.compile(r"(?:delo|file|d\.|per\.|folder)\s*\S+", re.I)),
    ("folios", re.compile(r"(?:listy?|folios?|ll?\.|pp?\.)\s*[\d–—, -]+", re.I)),
    ("papers", re.compile(r".*\b(?:notes|papers|files?|collection|diary|records|series|box|subject|lot)\b.*", re.I)),
)


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source note: the paragraphs from `first` to `last`, both inclusive; whether its bracket closes."""

    first: int
    last: int
    closed: bool
    statement: SourceStatement

    @property
    def parsed(self) -> bool:
        """Whether the note named a repository or anything else that could be told."""
        mark = self.statement.shelfmark
        return bool(mark.repository or mark.parts or mark.settlement)


@told_once
def opens_source_note(para: Para) -> bool:
    """Whether the paragraph opens with `Source:`, behind a bracket or not, or is an archive's line and no more."""
    text = para.text
    if _OPENING.match(text) or ("ile" in text and _ARCHIVE.fullmatch(text)):
        return True
    if any(map(text.__contains__, _FOND_WORDS)) and _FOND.fullmatch(text) is not None:
        return True
    return len(text) <= _CALL_NUMBER and _is_call_number(text)


def is_archive_line(text: str) -> bool:
    """Whether a line directly above a title says where the paper is kept: a lot, a number of the decimal file, or whose
    files or papers (`Brandvik papers, “Calls”`), and no more. Elsewhere such words may be a heading."""
    if len(text) > _CALL_NUMBER or "\n\n" in text:
        return False
    line = " ".join(text.split())
    return any(pattern.fullmatch(line) for pattern in (_LOT, _DECIMAL, _SENT_AS, _KEPT))


def _is_call_number(text: str) -> bool:
    """Whether a line is an archive's name with numbers behind it, or a call number in brackets, and no more."""
    if "rchiv" in text or "ibrary" in text:
        named = _NAMED.match(text)
    else:
        named = _CODED.fullmatch(text) if text[-1:] in "])" else None
    if named is None or not any(character.isdigit() for character in text):
        return False
    return all(word in _LINKS for word in _SMALL.findall(text, named.end() if named.end() < len(text) else 0))


def source_note(paras: Sequence[Para], first: int, stops: frozenset[int]) -> SourceNote:
    """The source note that opens at paragraph `first`. `stops` are paragraphs it cannot reach (titles, labels)."""
    last = first
    bracketed = paras[first].text.lstrip().startswith("[")
    depth = _depth(paras[first].text)
    for at in range(first + 1, min(first + _FURTHEST + 1, len(paras))):
        text = paras[at].text
        if at in stops or _OPENING.match(text) or (bracketed and depth <= 0):
            break
        if not (_CREDIT.match(text) or (bracketed and _closes(paras, at, stops))):
            break
        depth += _depth(text)
        last = at
    text = "\n".join(p.text for p in paras[first : last + 1])
    return SourceNote(first, last, not bracketed or depth <= 0, read_source_note(text))


def _closes(paras: Sequence[Para], at: int, stops: frozenset[int]) -> bool:
    """Whether the open bracket is closed by this paragraph or one soon after it."""
    for later in range(at, min(at + _FURTHEST, len(paras))):
        if later in stops or _OPENING.match(paras[later].text):
            return False
        if _depth(paras[later].text) < 0:
            return True
    return False


def _depth(text: str) -> int:
    return text.count("[") - text.count("]")


def flowing(text: str) -> str:
    """A note with the lines that only the width of the page made joined; a translator's credit begins a line."""
    first, *rest = (" ".join(line.split()) for line in text.split("\n"))
    return first + "".join(f"\n{line}" if _CREDIT.match(line) else f" {line}" for line in rest)


def read_source_note(text: str) -> SourceStatement:
    """What the words of a source note say; empty where it says nothing that could be parsed."""
    translators: list[str] = []
    edition = ""
    for match in _TRANSLATOR.finditer(text):
        translators += [n for n in _NAME_SEPARATOR.split(match["names"].strip()) if n]
        edition = edition or re.sub(r"^the\s+", "", (match["edition"] or "").strip(), flags=re.I)
    return SourceStatement(_shelfmark(text), _publication(text), tuple(dict.fromkeys(translators)), edition)


def _publication(text: str) -> Publication | None:
    match = _PUBLISHED.search(re.sub(r"[ \t]+", " ", text))
    if match is None:
        return None
    value = {key: (found or "").strip(" ,.") for key, found in match.groupdict().items()}
    return Publication(**value)


def _shelfmark(text: str) -> Shelfmark:
    """The parts between `Source:` and the end of its sentence or line."""
    if match := _FOND.fullmatch(text.strip()):
        parts = ((kind, match[kind]) for kind in ("fond", "opis", "delo", "folios") if match[kind])
        opening = _OPENING.match(match["repository"])
        return Shelfmark(match["repository"][opening.end() if opening else 0 :].strip(" .[]"), "", tuple(parts))
    if not _OPENING.match(text) and (match := _KEPT_AT.match(text)):
        return Shelfmark(match["repository"], "", (("other", match["number"].strip()),))
    opening = _OPENING.match(text)
    begin = opening.end() if opening else 0
    statement = _STATEMENT_END.split(text[begin:].strip(), maxsplit=1)[0]
    repository = settlement = ""
    found: list[tuple[str, str]] = []
    for printed in (p.strip(" .[]") for p in statement.split(",")):
        kind = next((k for k, pattern in _PARTS if pattern.fullmatch(printed)), "")
        if not repository and _KEEPER.search(printed):
            repository = printed
        elif kind:
            found.append((kind, printed))
        elif repository and not settlement and not found and re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?", printed):
            settlement = printed
        elif printed and repository:
            found.append(("other", printed))
    return Shelfmark(repository, settlement, tuple(found))
