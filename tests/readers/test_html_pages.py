"""Saved pages of five kinds: the column and nothing else, as another parser reads it too."""

from __future__ import annotations

import pytest

import memcon
from memcon.readers import read
from memcon.transcript import LeftOut, Transcript
from readers.pages import DATA, by_lxml, page, read_page, solid

# The elements that are the text, and what in them is not.
COLUMNS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "documents": (("//main",), ("//aside", "//ol[@class='breadcrumb']")),
    "wordpress": (("//article",), ("//footer", "//div[@class='sharedaddy']")),
    "nineties": (("//td[not(@width)][@valign]",), ()),
    "footnotes": (("//div[@id='text']",), ()),
    "cyrillic": (("//div[@class='doc']",), ()),
}
PAGES = sorted(COLUMNS)


@pytest.mark.parametrize("name", PAGES)
def test_lxml_reads_the_same_characters_in_the_column(name: str) -> None:
    columns, without = COLUMNS[name]
    assert solid(page(name).printed) == solid(by_lxml((DATA / f"{name}.html").read_bytes(), columns, without))


@pytest.mark.parametrize("name", PAGES)
def test_what_is_left_out_and_what_is_printed_are_all_there_is(name: str) -> None:
    """Every character that lxml finds in the page is printed or counted (comments are no text to lxml)."""
    made = page(name)
    whole = solid(by_lxml((DATA / f"{name}.html").read_bytes(), ("/html",), ()))
    unseen = {"script", "style", "comment", "iframe", "textarea"}  # taken out of lxml's tree
    counted = sum(left.characters for left in made.left_out if left.name not in unseen)
    assert len(solid(made.printed)) + counted == len(whole)


@pytest.mark.parametrize("name", PAGES)
def test_every_printed_character_stands_where_it_is_said_to(name: str) -> None:
    made = page(name)
    check_places(made)


def check_places(made: Transcript) -> None:
    lines = made.source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    references = 0
    for offset, character in enumerate(made.printed):
        if not character.isspace():
            place = made.location(offset)
            there = lines[place.line - 1][place.column - 1]
            assert there in (character, "&")
            references += there != character
    assert references <= made.source.count("&")


@pytest.mark.parametrize("name", PAGES)
def test_lines_are_numbered_through_and_make_up_the_text(name: str) -> None:
    made = page(name)
    assert [line.number for line in made.lines] == list(range(1, len(made.lines) + 1))
    assert "\n".join(made.text(line.span) for line in made.lines) == made.printed


@pytest.mark.parametrize("name", PAGES)
def test_a_page_becomes_a_proven_document_and_verify_finds_its_lines(name: str) -> None:
    data = (DATA / f"{name}.html").read_bytes()
    outcome = memcon.convert(data, name=f"{name}.html")
    assert outcome.value is not None
    (document,) = outcome.value
    assert memcon.verify(document.data, data).ok
    assert not memcon.verify(document.data, data.replace(b"Good", b"Bad").replace(b"Geneva", b"Paris")
                             .replace("Доброе".encode("cp1251"), b"x")).ok  # fmt: skip


def test_the_printed_text_line_by_line() -> None:
    assert page("nineties").printed.split("\n") == [
        "MEMORANDUM OF TELEPHONE CONVERSATION", "May 3, 1971, 9:15 a.m.", "",
        "PARTICIPANTS:\tAnna Bell", "", "Carl Dorn", "",
        "Bell: Is it true that the cost is < 5 & rising?", "",
        "Dorn: It is, and \"café\" is spelt\xa0so. AT&T says no. We shall see", "",
        "Bell: Good.", "", "Dorn: Goodbye.", "", "  Copy:  NLF", "     (1)  x",
    ]  # fmt: skip


def test_styles_and_headings() -> None:
    made = page("wordpress")
    looks = [(style.rend, made.text(style.span)) for style in made.styles]
    assert looks[:6] == [
        ("bold", "Moscow, May 3, 1975"), ("bold", "Bell:"), ("italic", "We"), ("bold", "long way"), ("italic", "way"),
        ("italic", ", I"),
    ]  # fmt: skip
    assert ("strikethrough", "(C)") in looks
    assert ("underline", "Truly") in looks
    assert [(made.text(line.span), line.heading) for line in made.lines if line.heading] == [
        ("Record of Conversation between Anna Bell and Carl Dorn", 1)
    ]


def test_what_is_left_out_is_listed_with_counts() -> None:
    assert page("footnotes").left_out == (
        LeftOut("links", 3, len("FoundationOneTwoThreeFourFive©TheFoundation,itslicenceanditsterms")),
        LeftOut("title", 1, len("Minutes")),
    )
    listed = {left.name: left for left in page("documents").left_out}
    assert listed["script"].times == 2
    assert listed["hidden"] == LeftOut("hidden", 1, len("Loading,pleasewait."))
    assert {"header", "nav", "footer", "aside", "links", "comment"} <= listed.keys()


def test_places_are_those_of_the_source() -> None:
    made = page("cyrillic")
    at = made.printed.index("Согласено")
    place = made.location(at)
    assert (place.line, place.column) == (10, 17)
    assert made.line_at(at).number == 7
    found = made.diagnostic("MC210", "x", made.lines[6].span)
    assert found.location.line == 10
    assert found.excerpt == "<p><b>Дорн.</b> Согласен&#1086;.</p>"
    assert found.excerpt[found.location.column - 1 :][:5] == "Дорн."


# -- the column ------------------------------------------------------------------------------------

TALK = "<p>Bell: Good morning, we have come a long way.</p><p>Dorn: I agree with you, Ms. Bell.</p>"
PRINTED = solid("Bell: Good morning, we have come a long way. Dorn: I agree with you, Ms. Bell.")
MENU = '<ul><li><a href="/1">Collections and documents</a><li><a href="/2">People and places</a></ul>'


@pytest.mark.parametrize(
    "source",
    [
        f"<html><nav>{MENU}</nav><div>{TALK}</div>",
        f"<html><div>{MENU}</div><div>{TALK}</div>",
        f"<html>{MENU}<div>{TALK}</div>",
        f'<html><div role="navigation">One two three</div><div>{TALK}</div>',
        f"<html><form action=x>{TALK}<input value=no><button>Go</button></form>",
        f'<html><div aria-hidden="true">{TALK}</div>',
        f'<html><span aria-hidden="true">#</span><div>{TALK}</div>',
        f"<html><header><h1>The Archive</h1></header><div>{TALK}</div>",
        f"<html><main>{TALK}</main><div><p>A paragraph about us.</div>",
        f"<html><article>{TALK}</article><article><p>A teaser of something.</article>",
        f"<html><div><div>{TALK}</div><div>{MENU}</div></div><footer>Printed by us</footer>",
        f"<html><table><tr><td>{MENU}<td>{TALK}</table>",
        f"<html><p hidden>x<p style='display : none'>y<p style=VISIBILITY:hidden>z</p>{TALK}",
        f"<html><div>{TALK}<template><p>x</template><noscript>y</noscript></div>",
        f"<html><svg><title>x</title><text>y</text></svg>{TALK}",
        f"<html><svg><path/>{TALK}",  # never closed
        f"<html><select><option>x<option>y</select>{TALK}",
        f"<html><dialog>x</dialog>{TALK}",
        f"<html><map><area href=x></map>{TALK}<img src=x alt=y>",
    ],
)
def test_what_is_not_the_text_is_left_out(source: str) -> None:
    assert solid(read_page(source).printed) == PRINTED


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        (f"<html><main>{TALK}</main><div><p id=n>1 A note.</div>", ""),
        (f"<html><main>{TALK}<a href=#n>1</a></main><div><p id=n>1 A note.</div>", "1 1 A note."),
        (f"<html><article>{TALK}<a href=#n>1</a></article><aside><p><a name=n>1</a> A note.</aside>", "1 1 A note."),
        (f"<html><div><h1>Memorandum</h1></div><article>{TALK}</article>", "Memorandum"),
        (f"<html><div><h1><a href=/>Site</a></h1></div><article>{TALK}</article>", ""),
        (f"<html><article><header><h1><a href=x>Title</a></h1></header>{TALK}</article>", "Title"),
        (f"<html><div><ul><li><a href=/b>Anna Bell</a></ul>{TALK}</div>", "Anna Bell"),  # participants
        (f"<html><div class=date>May 3, 1975</div><div>{TALK}</div>", "May 3, 1975"),
        (f"<html><details><summary>More</summary></details><div>{TALK}</div>", "More"),
        (f"<html><p id=x>[1]</p><div>{TALK}</div>", "[1]"),
    ],
)
def test_what_may_be_text_is_kept(source: str, kept: str) -> None:
    printed = solid(read_page(source).printed)
    assert sorted(printed) == sorted(PRINTED + solid(kept))


def test_a_skip_link_makes_no_note_of_a_footer() -> None:
    made = read_page(f'<html><a href="#f">Skip</a><article>{TALK}</article><footer id=f>Printed by us</footer>')
    assert solid(made.printed) == PRINTED


def test_a_page_without_text_is_refused() -> None:
    for source in (
        "<html></html>",
        "<html><script>x</script><img src=x>",
        "<!doctype html><nav>x</nav>",
        "<html>&nbsp;",
    ):
        (found,) = read(source.encode(), "x.html").diagnostics
        assert (found.rule.code, str(found.location)) == ("MC101", "x.html:1:1")
