"""How the bytes of a file are written."""

from __future__ import annotations

import pytest

from harness import TALK
from memcon.conversion import convert
from memcon.validation import validate


def made() -> bytes:
    found = convert(TALK.encode(), "talk.txt").value
    assert found is not None
    return found[0].data


DATA = made()
BEGUN = b'encoding="UTF-8"'


def said(data: bytes) -> list[str]:
    return [d.message for d in validate(data, "talk.xml").diagnostics if d.rule.code == "MC412"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xef\xbb\xbf" + DATA, "byte order mark"),
        (DATA.decode().replace("UTF-8", "UTF-16").encode("utf-16"), "UTF-16"),
        (DATA.decode().replace(' encoding="UTF-8"', "").encode("utf-16"), "UTF-16"),
        (DATA.replace(BEGUN, b'encoding="ISO-8859-1"'), "ISO-8859-1"),
        (DATA.replace(b'version="1.0"', b'version="1.1"', 1), "XML 1.1"),
        (DATA.replace(b"\n", b"\r\n"), "carriage return"),
        (DATA.replace(b"a long", b"a&#13; long"), "carriage return"),
        (DATA.replace(b"a long way", b"a <![CDATA[long]]> way"), "CDATA"),
    ],
)
def test_bytes_that_are_written_otherwise(data: bytes, message: str) -> None:
    (only,) = said(data)
    assert message in only


@pytest.mark.parametrize(
    "data",
    [DATA, DATA.replace(BEGUN, b'encoding="utf-8"'), DATA.split(b"\n", 1)[1], DATA.strip(),
     DATA.replace(b"a long", b"a&#160;long")],
)  # fmt: skip
def test_bytes_that_say_the_same_are_let_alone(data: bytes) -> None:
    assert said(data) == []
