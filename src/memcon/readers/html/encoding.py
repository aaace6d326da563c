"""The encoding of a web page: a byte-order mark, what is asked for, what the page says of itself, or UTF-8."""

from __future__ import annotations

import codecs
import re

_PRESCAN = 1024  # bytes: HTML Living Standard, section 4.2.5.4
_META = re.compile(rb"<meta\b[^>]{0,300}?\bcharset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w:.-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"\A\s{0,99}<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}[\"']([\w:.-]{1,40})", re.IGNORECASE)

# Encoding Standard, section 4.2: labels that mean another encoding than their name, and the superset that is meant.
_MEANT = {
    "iso8859-1": "cp1252", "latin-1": "cp1252", "latin_1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254",
    "iso8859-11": "cp874", "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
    "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
_ENCODINGS = frozenset(
    {
        *"utf-8 cp866 cp874 koi8-r koi8-u mac-roman mac-cyrillic".split(),
        *"gb18030 big5hkscs euc_jp iso2022_jp cp932 cp949".split(),
        *(f"cp{number}" for number in range(1250, 1259)),
        *(f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    }
)
"""The encodings of the standard by Python's names. All others (UTF-7 among them) are not believed."""


def declared(data: bytes) -> str | None:
    """The encoding that a page names and is in; None where it names none that fits.

    Bytes beyond ASCII that are good UTF-8 are nothing else in practice, whatever the page says: it was converted,
    and its declaration forgotten.
    """
    head = data[:_PRESCAN]
    found = _XML.search(head) or _META.search(head)
    encoding = _known(found[1].decode("ascii")) if found else None
    if encoding is None or _decodes(data, "utf-8"):
        return None
    return encoding if _decodes(data, encoding) else None


def _known(label: str) -> str | None:
    try:
        name = codecs.lookup(label.lower().removeprefix("x-")).name
    except LookupError:
        return None
    name = _MEANT.get(name, name)
    return name if name in _ENCODINGS else None


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
