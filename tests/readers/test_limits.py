"""What is nested or cut up beyond measure is refused by name, before it takes memory; entities stay what they are."""

from __future__ import annotations

import pytest

from memcon.conversion import convert
from memcon.readers import read
from memcon.readers.limits import DEEPEST, FREE
from readers.pages import read_page


def refused(data: str | bytes) -> tuple[str, int, int]:
    """The code and the place of the one diagnostic."""
    outcome = read(data.encode() if isinstance(data, str) else data, "x")
    assert outcome.value is None
    (found,) = outcome.diagnostics
    assert found.hint
    return found.rule.code, found.location.line, found.location.column


# -- nesting ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["div", "span", "ul><li", "blockquote", "table><tr><td", "x-y", "svg", "section"])
def test_nesting_a_hundred_thousand_deep_is_refused_at_its_place(name: str) -> None:
    code, line, column = refused(f"<html><body>\n<p>Bell: x</p>\n{f'<{name}>' * 100_000}Dorn: y")
    assert (code, line) == ("MC114", 3)
    assert column > DEEPEST


@pytest.mark.parametrize("name", ["b", "i", "font", "a"])
def test_formatting_is_not_nested_however_much_there_is(name: str) -> None:
    assert read_page(f"<html><body><p>Bell: x</p>{f'<{name}>' * 100_000}Dorn: y").printed == "Bell: x\n\nDorn: y"


def test_nesting_that_pages_have_is_read() -> None:
    depth = DEEPEST - 10
    assert read_page("<html><body>" + "<div>" * depth + "Bell: x" + "</div>" * depth).printed == "Bell: x"


def test_brackets_nest_as_deep_as_they_like() -> None:
    assert convert(("Bell: " + "[" * 100_000 + "x" + "]" * 100_000).encode(), "x").value


# -- pieces ----------------------------------------------------------------------------------------

CUT_UP = {
    "lines": "a\n", "turns": "A: b\n\n", "headings": "# a\n", "emphasis": "*a* ", "form feeds": "a\f",
    "brackets": "[a] ",
    "elements of a page": "<p>a</p>", "lines of a page": "a<br>", "cells of a page": "<td>a", "references": "a&amp;",
}  # fmt: skip


@pytest.mark.parametrize("name", CUT_UP)
def test_what_is_cut_up_as_no_transcript_is_refused(name: str) -> None:
    before = "<html><body><table><tr><td>" if "page" in name or name == "references" else ""
    assert refused(before + CUT_UP[name] * 2 * FREE)[0] == "MC114"


@pytest.mark.parametrize("name", CUT_UP)
def test_a_small_file_may_be_cut_up_as_it_likes(name: str) -> None:
    before = "<html><body><table><tr><td>" if "page" in name or name == "references" else ""
    assert read((before + CUT_UP[name] * 3000).encode(), "x").value is not None


@pytest.mark.parametrize("unit", ["Bell: " + "word " * 20 + "\n\n", "word " * 15 + "\n", "\n", "(" * 50 + "\n"])
def test_a_large_file_of_text_is_read(unit: str) -> None:
    assert read(("a" + unit * 2 * FREE + "b").encode(), "x").value is not None


# -- entities, document types, instructions --------------------------------------------------------

LAUGHS = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


def test_an_entity_bomb_in_a_page_is_not_expanded() -> None:
    made = read_page(f"<!DOCTYPE html [{LAUGHS}]>\n<html><body><p>Bell: &a9; &a9</p></body></html>")
    assert made.printed.endswith("Bell: &a9; &a9")  # what the page prints in a browser, too
    assert len(made.printed) < len(made.source)


def test_an_entity_bomb_in_other_xml_is_refused_by_name() -> None:
    assert refused(f'<?xml version="1.0"?><!DOCTYPE lolz [{LAUGHS}]><lolz>&a9;</lolz>')[0] == "MC113"


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
        '<!DOCTYPE html SYSTEM "file:///etc/passwd">',
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_a_document_type_reads_no_other_file(doctype: str) -> None:
    assert read_page(f"{doctype}<html><body><p>Bell: a&x;b</body></html>").printed.endswith("Bell: a&x;b")


def test_instructions_are_no_print() -> None:
    made = read_page("<?xml version='1.0'?><?php echo 1 ?><html><?x y?><body><p>Bell: <?php echo 2 ?>a<!x>b")
    assert made.printed == "Bell: ab"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<html><p>caf\xe9", "MC102"),
        (b"<html><meta charset=utf-8><p>\xed\xa0\x80", "MC102"),
        (b"\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00a", "MC102"),
        (b"<html><meta charset=utf-7><p>+ADw- \xff", "MC102"),
        ("<html><p>a".encode("utf-16")[:-1], "MC102"),
        (b"<html><p>\x00", "MC103"),
        (b"<html><p>&#8;", "MC103"),
        (b"<html><script>a</script>", "MC101"),
    ],
)
def test_a_broken_page_is_refused_by_name(data: bytes, code: str) -> None:
    assert refused(data)[0] == code if code != "MC101" else read(data, "x").value is None
