"""What a file is, by its content alone."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import TRANSCRIPTS
from memcon.conversion import convert
from memcon.readers import read
from memcon.readers.detection import foreign, is_html


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name.partition("=")[0], name.partition("=")[2] or "x")
    return stream.getvalue()


FOREIGN = {
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF file", "pdftotext -layout"),
    "PostScript": (b"%!PS-Adobe-3.0\n", "a PostScript file", "ps2txt"),
    "Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(20), "Microsoft Office 97-2003", "save it as plain text"),
    "RTF": (b"{\\rtf1\\ansi Bell: Good.}", "Rich Text", "save it as plain text"),
    "WordPerfect": (b"\xffWPC\x10\0\0\0", "WordPerfect", "save it as plain text"),
    "docx": (zipped("[Content_Types].xml", "word/document.xml"), "a Word document (.docx)", "save it as plain text"),
    "xlsx": (zipped("[Content_Types].xml", "xl/workbook.xml"), "Excel", "save it as plain text"),
    "odt": (zipped("mimetype=application/vnd.oasis.opendocument.text"), "OpenDocument", "save it as plain text"),
    "epub": (zipped("mimetype=application/epub+zip"), "EPUB", "unpack it"),
    "zip": (zipped("talk.txt"), "a zip archive", "unpack it"),
    "empty zip": (zipped(), "a zip archive", "unpack it"),
    "gzip": (gzip.compress(b"Bell: Good."), "gzip", "unpack it"),
    "PNG": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image", "OCR"),
    "JPEG": (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "a JPEG image", "OCR"),
    "TIFF": (b"II*\0\x08\0\0\0", "a TIFF image", "OCR"),
    "DjVu": (b"AT&TFORM\0\0\1\1DJVU", "DjVu", "djvutxt"),
    "TEI": (b'<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "a TEI document", "memcon verify"),
    "TEI, bare": (b"\xef\xbb\xbf <!-- x --><tei:TEI>", "a TEI document", "memcon verify"),
    "TEI with a DTD": (b"<!DOCTYPE TEI [<!ENTITY a 'b'>]>\n<TEI>&a;</TEI>", "a TEI document", "memcon verify"),
    "TEI in UTF-16": ('<?xml version="1.0"?><TEI/>'.encode("utf-16"), "a TEI document", "memcon verify"),
    "XML": (b"<?xml version='1.0'?><rss><p>x</p><p>y</p><p>z</p></rss>", "an XML document (rss)", "extract its text"),
    "SVG": (b'<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>', "an XML document (svg)", "extract"),
    "MHTML": (
        b"From: <Saved by x>\r\nSubject: y\r\nContent-Type: multipart/related;\r\n\ttype=x\r\n",
        "MHTML",
        "as HTML",
    ),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_a_file_in_no_known_format_is_one_diagnostic_with_its_name_and_what_to_do(kind: str) -> None:
    data, name, hint = FOREIGN[kind]
    outcome = convert(data, "talk.txt")
    assert outcome.value is None
    (found,) = outcome.diagnostics
    assert (found.rule.code, str(found.location)) == ("MC113", "talk.txt:1:1")
    assert name in found.message
    assert hint in found.hint


HTML = [
    "<!DOCTYPE html>x", "<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<p>", "\n <html lang=en>",
    '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x" "y"><html xmlns="http://www.w3.org/1999/xhtml">',
    "<!-- saved from url=(0014)about:internet -->\n<HTML>", "<body bgcolor=white>x", "<head><title>x</title>",
    "<script>x</script><html>", "<p>a<p>b<p>c", "<div><p>a</p></div>", "<center><h2>a</h2></center>",
    "MEMORANDUM <p>a</p><p>b</p>", "<table><tr><td>",
]  # fmt: skip
TEXT = [
    "Bell: <b>Good</b> morning, <i>Mr.</i> Dorn.", "<b>Bell:</b> Good <u>morning</u>.", "<TOP SECRET>\n\nBell: Good.",
    "Bell: The tag <p> begins a paragraph.", "a < b > c", "<http://x.example> is where", "PK is a name", "%PDF is one",
    "Bell<br>Dorn<br>Frey<br>Gray<br>", "", "<", "<<<>>>", "<!-- a note -->\nBell: Good.", "{rtf", "GIF8", "<?x?>a",
    "Subject: x\nTo: y\n\nContent-Type: multipart/related", "<Begin> text", "He said </p> and </p> and nothing else",
    "word <html> word",
]  # fmt: skip


@pytest.mark.parametrize("source", HTML)
def test_web_pages(source: str) -> None:
    for data in (source.encode(), source.encode("utf-8-sig"), source.encode("utf-16")):
        assert foreign(data) is None
        assert is_html(data)
    assert is_html(source.encode("utf-16-le"), "utf-16-le")


@pytest.mark.parametrize("source", TEXT)
def test_text_stays_text(source: str) -> None:
    assert foreign(source.encode()) is None
    assert not is_html(source.encode())
    outcome = read(source.encode(), "a.html")  # whatever the name says
    assert (outcome.value.printed if outcome.value else "") == source


def test_the_edition_is_text() -> None:
    for path in TRANSCRIPTS.iterdir():
        assert foreign(path.read_bytes()) is None
        assert not is_html(path.read_bytes()), path.name


def test_a_page_is_a_page_under_any_name() -> None:
    outcome = read(b"<html><p>Bell: Good.</p></html>", "talk.md")
    assert outcome.value is not None
    assert outcome.value.printed == "Bell: Good."


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.binary(max_size=80), st.sampled_from([b"", b"<?xml ", b"<!doctype ", b"PK\x03\x04", b"\xff\xfe", b"<!--"]))
def test_any_bytes(data: bytes, before: bytes) -> None:
    for encoding in (None, "utf-16", "idna", "no-such", "hex", "\0"):
        foreign(before + data, encoding)
        is_html(before + data, encoding)


@pytest.mark.parametrize("unit", ["<!-- ", "<!doctype [", "<a ", "a: b\n", " ", "<?", "-", "<p", "a-"])
def test_detection_takes_no_time(unit: str) -> None:
    data = unit.encode() * 100_000
    assert foreign(data) is None
    is_html(data)
