"""Names in full, told by what can only be a forename or a middle initial: `Karen Berg`, `Olof T. Lindqvist`.

Common forenames that are hardly anything else; `Grant`, `Mark` and `Virginia` are other things too.
"""

from __future__ import annotations

import re

from memcon.converters.words.lexicon import words

_GIVEN = words(
    """
    adam ahmed alan albert alex alexander alfred ali alice allan allen andrew andy anne anthony arnold arthur barbara
    ben benjamin bernard betty bob bobby boris brian bruce carl carlos carol caroline charles charlie chester
    christopher clarence clark claude clifford craig curtis daniel dave david dean deborah dennis diane dick donald
    dorothy doug douglas dwight edgar edmund eduardo edward edwin eleanor elizabeth ellen elliot ellsworth emily eric
    ernest eugene evelyn fernando francis frank fred frederick gary george gerald gerard gilbert giovanni giulio glenn
    gordon graham gregory hans harold harry harvey hassan heinz helen henri henry herbert herman howard hubert hugh
    ibrahim igor irving isaac ivan jacob jacques james jane janet jean jeffrey jeremy jerome jerry jessica jim jimmy
    joan joe john jonathan jose joseph josephine joyce juan judith julia julian julius karen karl katherine kathleen
    keith kenneth larry laura lawrence leo leon leonard leroy leslie lewis lloyd louis louise lucius luis malcolm
    margaret maria marian marshall martha martin marvin mary matthew maurice maxwell melvin michael miguel mike mikhail
    milton mohammed morris morton murray nancy nathan nathaniel nelson nicholas nicolas nikolai norman oliver oscar owen
    patricia patrick paul pedro peter phil philip phillip phyllis pierre rachel rafael ralph randolph raymond rebecca
    reginald richard robert roberto roger roland ronald roy rudolph russell ruth sam samuel sandra sarah sergei seymour
    sheldon sherman sidney simon stanley stephen steve steven stewart stuart susan ted theodore theresa thomas timothy
    tom tony vernon victor viktor vincent vladimir wallace walt walter warren wayne wilfred william willis winston
    winthrop yuri
    """
)
_MIDDLE = re.compile(r"[^\W\d_IVX]\.\Z")
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]{2,}\Z")
_WORDS = range(2, 5)


def is_full_name(name: str) -> bool:
    """Whether a name is one in full: a forename, and perhaps a middle initial, before a surname."""
    parts = name.split()
    if len(parts) not in _WORDS or not _NAME.match(parts[-1]) or not _NAME.match(parts[0]):
        return False
    between = parts[1:-1]
    initial = any(map(_MIDDLE.match, between))
    return (initial or parts[0].lower() in _GIVEN) and all(part[:1].isupper() for part in between)
