"""HTML by the standard: tokens, implied tags, white space, character references; and nothing that hangs or breaks."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

import memcon
from memcon.diagnostics import Severity
from memcon.readers import read
from memcon.readers.html import read_html
from memcon.transcript import Transcript
from readers.pages import by_html5lib, read_page, solid
from readers.test_html_pages import check_places

quick = settings(max_examples=150, deadline=None, derandomize=True)


def printed(body: str) -> str:
    return read_page(f"<html><body><main>{body}").printed


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("a\n  b\t c", "a b c"),
        ("&nbsp;&nbsp; a&emsp;b", "\xa0\xa0 a\u2003b"),
        ("<pre>a&#10; b</pre>", "a\n b"),
        ("<p> a </p> <p> b</p>", "a\n\nb"),
        ("<p>a<p>b<div>c</div>d", "a\n\nb\n\nc\n\nd"),
        ("a<br>b<br><br>c<br/> <br>d", "a\nb\n\nc\n\nd"),
        ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "a\n\nb\n\nc\n\nd"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "a\n\nb\n\nc"),
        ("<table><tr><td>a<td>b<tr><th>c<td>d</table>", "a\tb\n\nc\td"),
        ("<table><tr><td>a<br>b<td>c</table>", "a\nb\n\nc"),
        ("<table><tr><td><table><tr><td>a<td>b</table><td>c</table>", "a\tb\n\nc"),
        ("<table><tr><td>a</div>b</table>", "ab"),  # no end tag reaches out of a cell
        ("<b>a</p>b</b>c", "a\n\nbc"),
        ("x<b>y</b>z<i>w</i>", "xyzw"),
        ("a <b> b</b> <i> </i>c", "a b c"),
        ("<pre>\n a\tb\n\n  c  \n</pre>d", " a\tb\n\n  c\n\nd"),
        ("<pre>a <b>b</b>  c\r\nd\re</pre>", "a b  c\nd\ne"),
        ("<pre>a\fb</pre>", "a\fb"),
        ("<h2>a<br>b</h2>c", "a\nb\n\nc"),
        ("<h1>a<h2>b</h1>c", "a\n\nb\n\nc"),
        ("a<wbr>b&shy;c", "ab\xadc"),
        ("a<hr>b", "a\n\nb"),
        ("<ol start=3><li value=7>a</ol><q>b</q>", "a\n\nb"),  # what a browser draws is not in the file
        ("a<script>b</div></scripty></script >c", "ac"),
        ("a<style><!-- </style>b", "ab"),
        ("a<textarea></p></textarea>b", "ab"),
        ("<xmp>a <b>&amp;</b></xmp>", "a <b>&amp;</b>"),
        ("<plaintext>a</plaintext>", "a</plaintext>"),
        ("a<!-- > -- b --!>c<!-->d<!--->e", "acde"),
        ("a<![CDATA[b]]>c<?d?>e</ f>g</>h", "acegh"),
        ("a<b x='>' y=\">\" z=a>b</b x='>'>c", "abc"),
        ("a<b x=>b<b =x>c<b/>d<b x=y/z>e", "abcde"),
        ("a < b <3 <", "a < b <3 <"),
        ("</", "</"),
        ("a <b", "a"),  # a tag that is never closed
        ("a <b x='c", "a"),
        ("a<!-- b", "a"),
        ("a<script>b", "a"),
        ("<P>A<BR>B</P><DIV>C", "A\nB\n\nC"),
        ("\x0ba\x0bb", "a b"),
    ],
)
def test_printed_text(body: str, text: str) -> None:
    assert printed(body) == text


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        ("&amp;", "&"), ("&amp", "&"), ("&ampx", "&x"), ("&notit;", "¬it;"), ("&notin;", "∉"), ("&AMP;", "&"),
        ("&bogus;", "&bogus;"), ("&", "&"), ("& a", "& a"), ("&;", "&;"), ("&#;", "&#;"), ("&#x;", "&#x;"),
        ("&#65;", "A"), ("&#65b", "Ab"), ("&#x41;", "A"), ("&#X41g", "Ag"), ("&#0;", "\ufffd"), ("&#xD800;", "\ufffd"),
        ("&#x110000;", "\ufffd"), ("&#" + "9" * 10_000 + ";", "\ufffd"), ("&#" + "0" * 9000 + "65;", "A"),
        ("&#151;", "—"), ("&#x80;", "€"), ("&#x81;", "\x81"), ("&NotEqualTilde;", "≂̸"), ("a&nbsp;b", "a\xa0b"),
        ("a&#10;&#32;b", "a b"), ("a&Tab;b", "a b"), ("&lt;b&gt;", "<b>"),
    ],
)  # fmt: skip
def test_character_references(reference: str, text: str) -> None:
    made = read_page(f"<html><p>{reference}!")
    assert made.printed == f"{text}!"
    assert made.source[made.source_offset(len(made.printed) - 1)] == "!"


@pytest.mark.parametrize(
    ("body", "styled"),
    [
        ("<table><tr><td><b>a<td>b</table>c", ["a"]),  # formatting ends with its cell
        ("<b><table><tr><td>a</table>b", ["b"]),  # nor reaches into a table, as in quirks mode (section 15.3.10)
        ("<ul><li><del>a<li>b</ul>", ["a"]),  # an item that is implied to end
        ("<p><b>a<p>b</b>c", ["a", "b"]),  # but it outlives a paragraph
        ("<b>a</b></b>b<b>c", ["a", "c"]),
        ("<b>a<b>b</b>c</b>d", ["abc"]),
        ('<span style="FONT-WEIGHT: 700">a</span><b style="font-weight:normal">b</b>', ["a"]),
        ('<span style="color:red; text-decoration: underline line-through">a</span>', ["a", "a"]),
    ],
)
def test_where_styles_end(body: str, styled: list[str]) -> None:
    made = read_page(f"<html><main>{body}")
    assert [made.text(style.span) for style in made.styles] == styled


def test_each_character_of_a_reference_stands_at_it() -> None:
    made = read_page("<html><p>a&NotEqualTilde;b")
    assert [made.location(n).column for n in range(4)] == [10, 11, 11, 26]


def test_forbidden_characters_matter_where_they_are_printed() -> None:
    assert read_page("<html><script>'\x00\uffff'</script><p title='\x01'>a").printed == "a"
    for body in ("a\n<b>\x08", "a\n<b>&#8;", "a\n<b>&#x1c;", "a\n<b>&#xFFFE;"):
        (found,) = read(f"<html><p>{body}".encode(), "x").diagnostics
        assert (found.rule.code, found.location.line, found.location.column) == ("MC103", 2, 4)


# -- encodings -------------------------------------------------------------------------------------

CYRILLIC = "<html><head>{}</head><p>Доброе утро"


@pytest.mark.parametrize(
    ("meta", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ("<META http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"),
        ('<meta charset="iso-8859-5">', "iso8859-5"),
        ("<meta charset=x-mac-cyrillic>", "mac-cyrillic"),
        ('<meta charset="utf-8">', "utf-8"),
        ("", "utf-8"),
        ('<meta charset="windows-1251">', "utf-8"),  # converted since, the declaration forgotten
        ('<meta charset="koi8-r">', "utf-16"),  # a byte-order mark beats it
        ('<meta charset="no-such">', "utf-8"),
    ],
)
def test_the_encoding_is_what_the_page_says(meta: str, encoding: str) -> None:
    made = read_page(CYRILLIC.format(meta).encode(encoding))
    assert made.printed == "Доброе утро"


def test_an_xml_declaration_counts_too() -> None:
    source = (
        '<?xml version="1.0" encoding="windows-1251"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><p>Да</p></html>'
    )
    assert read_page(source.encode("cp1251")).printed == "Да"


def test_latin_1_means_windows_1252() -> None:
    assert read_page(b"<html><meta charset=iso-8859-1><p>caf\xe9 \x97 x").printed == "café — x"


@pytest.mark.parametrize("label", ["utf-7", "unicode_escape", "hex", "idna", "cp1252", "utf-16"])
def test_an_encoding_that_does_not_fit_or_is_none_is_not_believed(label: str) -> None:
    (found,) = read(f"<html><meta charset={label}><p>x ".encode() + b"\x81\xff", "x").diagnostics
    assert found.rule.code == "MC102"
    assert "UTF-8" in found.message


def test_an_encoding_that_is_given_beats_all_but_a_mark() -> None:
    data = CYRILLIC.format('<meta charset="windows-1251">').encode("koi8-r")
    made = read(data, "x", "koi8-r").value
    assert made is not None
    assert made.printed == "Доброе утро"


# -- as the standard reads it ----------------------------------------------------------------------

INLINE = ["b", "i", "u", "em", "span", "sup", "font", "strike", "cite", "x-y"]
BLOCK = ["p", "div", "ul", "li", "h1", "h2", "blockquote", "dl", "dd", "dt", "pre", "center", "section", "address"]
TABLE = ["table", "tr", "td", "th", "tbody", "caption"]
WORDS = [
    "Bell:", "a", " ", "\n", "&amp;", "&lt", "&#151;", "&nbsp;", "&notit;", "<br>", "<hr>", "</br>", "<", "&", "é", "𝒳",
    "<!--x-->", "<!x>", "<?x>", "</>", "<script><p></b></script>", "<style>x</style>", "<img src='>'>", "<b x='",
    '<a href="#n">1</a>', "<a name=n>", "</a>", "<title>x</title>", "<svg><g/><text>x</text></svg>", "<i/>", "\r\n",
]  # fmt: skip


def soup(names: list[str]) -> st.SearchStrategy[str]:
    """Tags of these names in any order, and words."""
    tags = st.builds("<{}{}>".format, st.sampled_from(["", "", "/"]), st.sampled_from(names))
    return st.lists(st.one_of(tags, tags, st.sampled_from(WORDS)), max_size=25).map("".join)


NEVER = {"script", "style", "title", "svg", "head"}


def by_standard(source: str) -> str:
    body = by_html5lib(source)
    etree.strip_tags(body, etree.Comment, etree.ProcessingInstruction)
    for element in list(body.iter()):
        if etree.QName(element).localname in NEVER:
            tail, above = element.tail or "", element.getparent()
            before = element.getprevious()
            assert above is not None
            if before is not None:
                before.tail = (before.tail or "") + tail
            else:
                above.text = (above.text or "") + tail
            above.remove(element)
    return solid("".join(body.itertext()))


@quick
@given(soup(INLINE + BLOCK))
@example("<b><p>a</b>b<i>c")
@example("<svg><p>a<style>b")
def test_html5lib_reads_the_same_text(body: str) -> None:
    source = f"<!doctype html><body><main>.{body}"
    assert solid(read_page(source).printed) == by_standard(source)


@quick
@given(soup(INLINE + BLOCK + TABLE))
def test_html5lib_reads_the_same_characters_where_it_moves_text_out_of_tables(body: str) -> None:
    source = f"<!doctype html><body><main>.{body}"
    assert Counter(solid(read_page(source).printed)) == Counter(by_standard(source))


@quick
@given(soup(["b", "i", "p", "div", "li", "h2", "span"]))
def test_html5lib_has_the_same_words_in_bold_and_italics(body: str) -> None:
    source = f"<!doctype html><body><main>.{body}"
    made = read_page(source)
    for rend, names in (("bold", "b"), ("italic", "i")):
        ours = sorted(solid("".join(made.text(style.span) for style in made.styles if style.rend == rend)))
        theirs = by_html5lib(source).xpath(f"//text()[ancestor::{names}][not(ancestor::script or ancestor::style)]")
        theirs = [
            t for t in theirs if not t.getparent().xpath("ancestor-or-self::*[local-name()='svg' or self::title]")
        ]
        assert ours == sorted(solid("".join(theirs)))


# -- anything --------------------------------------------------------------------------------------


def check(made: Transcript) -> None:
    check_places(made)
    assert [line.number for line in made.lines] == list(range(1, len(made.lines) + 1))
    assert made.printed == "\n".join(made.text(line.span) for line in made.lines)
    for one, other in zip(made.styles, made.styles[1:], strict=False):
        assert one.span.end <= other.span.start or one.span.start <= other.span.start <= other.span.end <= one.span.end


@quick
@given(st.binary(max_size=200), st.sampled_from([None, "cp1252", "utf-16", "no-such"]))
def test_any_bytes(data: bytes, encoding: str | None) -> None:
    for source in (data, b"<html>" + data, b"<html><p>x" + data):
        outcome = read_html(source, "x", "", encoding)
        if outcome.value is None:
            (found,) = outcome.diagnostics
            assert found.rule.code in ("MC101", "MC102", "MC103")
        else:
            check(outcome.value)


@quick
@given(st.one_of(soup(INLINE + BLOCK + TABLE + ["nav", "main", "article", "form", "button", "a href=x"]), st.text()))
def test_every_character_of_any_soup_has_its_place(body: str) -> None:
    outcome = read_html(f"<html>{body}".encode("utf-8", "surrogatepass"), "x", "")
    if outcome.value is not None:
        check(outcome.value)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(soup(INLINE + BLOCK + TABLE))
def test_any_soup_ends_in_documents_or_a_diagnostic(body: str) -> None:
    data = f"<html><h1>Memorandum of Conversation</h1><p>Moscow, May 3, 1975<p>{body}".encode()
    outcome = memcon.convert(data, name="x.html")
    assert outcome.value
    assert all(found.severity < Severity.ERROR for found in outcome.diagnostics)
    assert all(memcon.verify(document.data, data).ok for document in outcome.value)


HOSTILE = [
    "<div>", "<span>", "<b>", "<p>a", "<ul><li>x", "<li><div>", "</div>", "<span></x>", "<table><tr><td>", "<", "&",
    "&#", "<!--", "<!-- -", "<!", "<?", "<a b", "<a b='", "<a ===", "<a/", "<script>", "<script></script ", "<svg>",
    "<svg><p>", "<a id=x href=#x>y", "<h1>", "<td>", "<button>x", "<table><tr>x", "&#1", "&aaaaa", "<title>",
    "<dl><dd><dt>",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_length_and_no_more(unit: str) -> None:
    """100,000 characters in a row; ten times as long as a tenth takes, with room for an idle moment."""
    few, many = (f"<html><div>x{unit * (size // len(unit))}".encode() for size in (10_000, 100_000))
    short, long = _seconds(few), _seconds(many)
    assert long < 30 * short + 0.5


def _seconds(data: bytes) -> float:
    start = time.process_time()
    read_html(data, "x", "")
    return time.process_time() - start
