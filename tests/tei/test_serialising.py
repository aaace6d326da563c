"""The canonical serialiser and the digest: parse-serialise-parse is the identity; no edit goes unseen."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given, settings
from lxml import etree

from conftest import GOLD, encoded
from memcon.tei.parsing import Tree, parse
from memcon.tei.serialising import canonical_digest, is_pristine, is_untouched, serialise, sign, signature, stamped
from trees import documents

IDENTIFIERS = [fact["id"] for fact in GOLD]


def parsed(data: bytes) -> Tree:
    tree = parse(data, "x.xml").value
    assert tree is not None
    return tree


def canonical(tree: Tree) -> bytes:
    return etree.tostring(tree, method="c14n", with_comments=True)


@pytest.mark.parametrize("identifier", [*IDENTIFIERS, "persons"])
def test_the_edition_is_in_canonical_form(identifier: str) -> None:
    if identifier != "persons":
        assert serialise(encoded(identifier).tree) == encoded(identifier).data
    again = parsed(serialise(encoded(identifier).tree))
    assert canonical(again) == canonical(encoded(identifier).tree)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(documents())
def test_parsing_gives_back_what_was_serialised(tree: etree._ElementTree) -> None:
    sign(tree)
    data = serialise(tree)
    again = parsed(data)
    assert canonical(again) == canonical(tree)
    assert serialise(again) == data
    assert is_pristine(again)


def test_characters_that_need_care_survive() -> None:
    root = etree.Element("a", n="tab\t, line\n, return\r, \" ' < & >")
    root.text = "return\r\n, no-break\u00a0, next\u0085, line\u2028, mark\ufeff, astral 𝒳, ]]>"
    root.addprevious(etree.Comment("before"))
    root.addnext(etree.ProcessingInstruction("after", "x"))
    again = parsed(serialise(root.getroottree())).getroot()
    assert (again.text, again.get("n")) == (root.text, root.get("n"))
    before, after = again.getprevious(), again.getnext()
    assert before is not None
    assert after is not None
    assert (before.text, after.text) == ("before", "x")


EDITS = {
    "a letter": (r"Moscow|conversation", "Moscov"),
    "a space in the text": (r"(<p>\w+) ", r"\1  "),
    "a line end between elements": (r"</p>\n", "</p>\n\n"),
    "an attribute": (r'<sp who="[^"]*"', "<sp"),
    "an attribute's value": (r'who="#', 'who="#x'),
    "an element": (r"<p>(\w+)", r"<p><hi>\1</hi>"),
    "a comment": (r"</body>", "<!-- checked --></body>"),
    "a comment before the root": (r"<TEI", "<!-- checked --><TEI"),
    "a comment behind the root": (r"</TEI>", "</TEI><!-- checked -->"),
    "an instruction": (r"<TEI", '<?xml-stylesheet href="a.css"?><TEI'),
    "an instruction of ours": (r"<TEI", "<?memcon note?><TEI"),
    "a second digest": (r"(<\?memcon [^?]*\?>)", r"\1\n\1"),
    "a digest in the text": (r"(<\?memcon [^?]*\?>)(.*)</body>", r"\1\2\1</body>"),
    "the schema": (r"memcon\.rng", "other.rng"),
    "the digest itself": (r"sha256:[0-9a-f]{4}", "sha256:0000"),
    "the digest gone": (r"<\?memcon [^?]*\?>", ""),
    "words behind the digest": (r"(<\?memcon [^?]*)\?>", r"\1 edited=\"no\"?>"),
}


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_is_seen(name: str) -> None:
    file = encoded(IDENTIFIERS[0])
    pattern, by = EDITS[name]
    source, count = re.subn(pattern, by, file.data.decode(), count=1, flags=re.S)
    assert count == 1
    assert source != file.data.decode()
    assert is_pristine(file.tree)
    assert not is_pristine(parsed(source.encode()))
    assert is_untouched(file.tree, file.data)
    assert not is_untouched(parsed(source.encode()), source.encode())


def test_a_digest_that_was_made_anew_by_itself_is_none() -> None:
    """Who edits a file and gives it the digest of what it is then has told of no checksum."""
    source = encoded(IDENTIFIERS[0]).data.decode().replace("<p>", '<p rend="bold">', 1)
    tree = parsed(source.encode())
    anew = source.replace(str(signature(tree)), canonical_digest(tree), 1)
    assert signature(parsed(anew.encode())) == canonical_digest(parsed(anew.encode()))
    assert not is_pristine(parsed(anew.encode()))


SAVED: dict[str, tuple[str, str | Callable[[re.Match[str]], str]]] = {
    "line ends of Windows": ("\n", "\r\n"),
    "apostrophes for quotation marks": (r'(\swho)="([^"\']*)"', r"\1='\2'"),
    "the order of attributes": (r'<sp who="([^"]*)" xml:id="([^"]*)"', r'<sp xml:id="\2" who="\1"'),
    "empty elements in full": (r"<pb/>", "<pb></pb>"),
    "no XML declaration": (r"^<\?xml [^?]*\?>\n", ""),
    "a character as a reference": (r"(<p>)(\w)", lambda m: f"{m[1]}&#{ord(m[2])};"),
    "white space round the root": (r"</TEI>\n", "</TEI>\n\n\n"),
}


@pytest.mark.parametrize("name", SAVED)
def test_saving_without_an_edit_is_none(name: str) -> None:
    """Editors write the same document in other bytes."""
    pattern, by = SAVED[name]
    edit = by if callable(by) else partial(re.Match.expand, template=by)
    source, count = re.subn(pattern, edit, encoded(IDENTIFIERS[2]).data.decode())
    assert count or name == "empty elements in full"
    assert is_pristine(parsed(source.encode()))
    assert is_untouched(parsed(source.encode()), source.encode()) == (not count), "but the bytes are others"


def test_an_unsigned_file_is_not_pristine_and_signing_twice_is_signing_once() -> None:
    tree = parsed(b"<a><?memcon inside?><b/></a>")
    assert signature(tree) is None
    assert not is_pristine(tree)
    sign(tree)
    once = serialise(tree)
    sign(tree)
    assert serialise(tree) == once
    assert signature(tree) == canonical_digest(tree)
    assert b"<?memcon inside?>" in once


@pytest.mark.parametrize("begins", ['digest="sha256:', 'print="', 'bytes="'])
def test_the_instruction_itself_is_told_too(begins: str) -> None:
    file = encoded(IDENTIFIERS[0])
    source = file.data.decode()
    at = source.index(begins) + len(begins)
    other = f"{source[:at]}{'0' if source[at] != '0' else '1'}{source[at + 1 :]}".encode()
    assert is_untouched(file.tree, file.data)
    assert not is_untouched(parsed(other), other)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(documents())
def test_stamped_bytes_are_untouched_until_one_changes(tree: etree._ElementTree) -> None:
    sign(tree)
    data = serialise(tree)
    assert not is_untouched(parsed(data), data), "the digest of the bytes is noughts yet"
    stamp = stamped(data)
    assert stamped(stamp) == stamp
    assert is_untouched(parsed(stamp), stamp)
    assert canonical_digest(parsed(stamp)) == canonical_digest(tree), "it is no part of what it tells"
    assert not is_untouched(parsed(stamp + b"\n"), stamp + b"\n")


def test_what_has_no_place_for_a_digest_gets_none() -> None:
    for data in (b"<a/>", b'<?memcon digest="sha256:00"?><a/>', b""):
        assert stamped(data) == data
    assert not is_untouched(parsed(b"<a/>"), b"<a/>")
