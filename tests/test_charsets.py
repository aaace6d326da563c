"""Names of encodings."""

from __future__ import annotations

import codecs
from encodings.aliases import aliases

import pytest

from memcon.charsets import charset, is_charset


@pytest.mark.parametrize(
    ("name", "registered"),
    [
        ("cp1252", "windows-1252"), ("WINDOWS_1251", "windows-1251"), ("latin-1", "iso-8859-1"), ("cp437", "IBM437"),
        ("koi8_r", "koi8-r"), ("utf8", "utf-8"), ("iso8859_15", "iso-8859-15"), ("cp874", "cp874"),
    ],
)  # fmt: skip
def test_the_name_in_the_registry(name: str, registered: str) -> None:
    assert charset(name) == registered


@pytest.mark.parametrize("name", sorted(filter(is_charset, set(aliases.values()))))
def test_python_knows_it_by_that_name(name: str) -> None:
    assert codecs.lookup(charset(name)).name == codecs.lookup(name).name


@pytest.mark.parametrize("name", ["", "no-such", "hex", "rot13", "a\0b"])
def test_what_is_no_encoding_of_text(name: str) -> None:
    assert not is_charset(name)
