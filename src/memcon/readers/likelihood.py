"""A guess at the encoding of bytes that are not what they were taken for: only ever offered, never acted on."""

from __future__ import annotations

from memcon.readers.codepages import likely_code_page

_SAMPLE = 1 << 18  # bytes that are looked at: enough to tell, and quick


def likely_encoding(data: bytes) -> str:
    """What the bytes may be encoded in, by a name Python knows; empty where there is no answer or they look binary.

    UTF-16 without a byte-order mark shows in the NULs at every other byte, an old code page of Europe in where its
    characters stand; all else is charset-normalizer's word.
    """
    if b"\x00" in data[:_SAMPLE]:
        return _wide(data[: _SAMPLE & ~1])
    if page := likely_code_page(data[:_SAMPLE]):
        return page if _fits(data, page) else ""
    from charset_normalizer import from_bytes  # only where it is needed: it costs a tenth of a second

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or not _fits(data, best.encoding):
        return ""
    return best.encoding.replace("_", "-")


def _wide(sample: bytes) -> str:
    """UTF-16 by where the NULs are: Western text has them in one half of the bytes and not in the other."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(len(sample) // 2, 1)
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    return encoding if max(even, odd) > 0.4 * half and min(even, odd) == 0 and _fits(sample, encoding) else ""


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True
