"""Names, titles and figures in Chinese characters: `毛泽东主席` is a name with an office behind it, `廿一` is 21."""

from __future__ import annotations

import re

_HAN = re.compile(r"[\u3400-\u9fff]")
_ASIDE = re.compile(r"（[^（）]*）|\([^()]*\)")
_BREAK = re.compile(r"[\s，,、:：\u2014-]+")
_DOTS = re.compile(r"[·•・‧]")
_OFFICE = re.compile(
    r"(?:副|前|代|代理|首席|第一)?(?:主席|總統|总统|總理|总理|首相|外长|外長|部长|部長|副部长|大使|公使|參贊|参赞|国务卿|國務卿|"
    r"書記|书记|总书记|總書記|委员长|委員長|司长|司長|处长|處長|局长|局長|主任|助理|顾问|顧問|幕僚|秘书|秘書|代表|团长|團長|"
    r"博士|先生|女士|夫人|小姐|同志|将军|將軍|元帅|元帥|上将|參議員|参议员|議員|议员|教授|翻译|翻譯|译员|譯員|记录员|記錄員)"
)
_RECORD = re.compile(
    r"[^，。；;！？?!\n]{2,60}?(?:记录|記錄|記録|纪录|紀錄|实录|實錄|笔录|备忘录|備忘錄|纪要|紀要|谈话|談話|会谈|會談|会談|会見|懇談|对话|通话|通話)"
    r"(?:摘要|节录|全文)?(?:（[^（）\n]{1,30}）)?"
)
_DIGITS = {each: number for number, each in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2, "兩": 2}
_TENS = {"十": 10, "廿": 20, "卅": 30}
FIGURE = r"(?:\d{1,2}|[〇零○一二三四五六七八九两兩十廿卅]{1,3})"
"""A number of two figures at most, as a pattern."""

YEAR = r"(?:\d{4}|[〇零○一二三四五六七八九]{4})"
"""A year, as a pattern."""


def is_han(text: str) -> bool:
    """Whether a text has Chinese characters."""
    return not text.isascii() and _HAN.search(text) is not None


def number_of(printed: str) -> int:
    """The number that figures or characters say: `21`, `廿一`, `一九七二`."""
    if printed.isdecimal():
        return int(printed)
    if not any(each in _TENS for each in printed):
        return int("".join(str(_DIGITS[each]) for each in printed))
    total = last = 0
    for each in printed:
        if each in _TENS:
            total, last = total + _TENS[each] * (last or 1), 0
        else:
            last = _DIGITS[each]
    return total + last


def name_apart(printed: str) -> tuple[str, str, str]:
    """Surname, given name and office of a name in Chinese characters. A foreign name has a dot before the surname; of
    any other the whole is the surname, since its own language parts it nowhere."""
    bare = _ASIDE.sub(" ", printed).strip(" ，,、；;。:：")
    first, *rest = _BREAK.split(bare, maxsplit=1)
    office = rest[0] if rest else ""
    found = list(_OFFICE.finditer(first))
    if found and found[-1].end() == len(first):
        begin = next(at.start() for at in found if not _between(first, found, at))
        first, office = first[:begin], first[begin:] + (f" {office}" if office else "")
    elif found:
        first, office = first[found[-1].end() :], first[: found[-1].end()]
    given, _, surname = _DOTS.sub("·", first).rpartition("·")
    return surname, given, office


def _between(text: str, found: list[re.Match[str]], at: re.Match[str]) -> bool:
    """Whether anything but offices stands behind this one."""
    rest = text[at.start() :]
    return len(rest) != sum(each.end() - each.start() for each in found if each.start() >= at.start())


def titles_record(text: str) -> bool:
    """Whether a line in Chinese characters is the title of a record of a talk."""
    return is_han(text) and _RECORD.fullmatch(text.strip()) is not None
