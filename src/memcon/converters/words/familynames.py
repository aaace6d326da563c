"""Names whose family name stands first, as far as their form tells: Chinese and Korean ones.

`Chou En-lai`: two syllables joined by a hyphen, the second in lower case, are a given name of two syllables. Without
the hyphen, the first word must be a common family name and the rest syllables of the language. Vietnamese names need
nothing: their bearers are called by the last word. Hungarian and Japanese names cannot be told by their form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from memcon.converters.words.lexicon import words

_SYLLABLE = r"[b-df-hj-np-tv-z‘’']{0,4}[aeiouüŭ]{1,4}[‘’']?(?:ng|[nhklmptrw])?"
_HYPHENED = re.compile(rf"(?=[A-Z]){_SYLLABLE}-(?=[a-z]){_SYLLABLE}", re.I)
_ONE = re.compile(_SYLLABLE, re.I)
_PINYIN = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:i?ang|iong|u?ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|er|a|o|e|i|u|ü)"
)
_MANDARIN = re.compile(rf"{_PINYIN}(?:['’]?{_PINYIN})?", re.I)
_PINYIN_NAMES = words(
    """
    bai bo cai cao chang chen cheng chi cui dai deng ding dong du duan fan fang feng fu gao geng gong gu guo han hao he
    hou hu hua huang ji jia jiang jin kang kong lei li liang liao lin liu lu luo lü ma mao meng nie pan peng qian qiao
    qin qiu ren shao shen shi song su sun tan tang tao tian wan wang wei wu xi xia xiao xie xiong xu xue yan yang yao ye
    yin yu yuan zeng zhang zhao zheng zhong zhou zhu zou
    """
)
_OTHER_NAMES = words(
    """
    kim lee rhee yi pak park choi chung kang cho yun roh chun shin han lim chou chiang mao teng hsu chang wang chu
    chao tsai soong
    """
)


def family_first(name: Sequence[str]) -> bool:
    """Whether the first word of a name is the family name, and all the others are the given name."""
    if not 2 <= len(name) <= 3 or not all(word[:1].isupper() and "." not in word for word in name):
        return False
    first, rest = name[0].lower(), name[1:]
    if len(rest) == 1:
        hyphened = rest[0].partition("-")[2][:1].islower() and _HYPHENED.fullmatch(rest[0]) is not None
        single = _ONE.fullmatch(name[0]) is not None
        hyphened = hyphened and (single or first in _OTHER_NAMES)
        return hyphened or (first in _PINYIN_NAMES and _MANDARIN.fullmatch(rest[0]) is not None)
    return first in _OTHER_NAMES | _PINYIN_NAMES and all(_ONE.fullmatch(word) for word in rest)
