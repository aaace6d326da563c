"""What a file is, by its content: names of transcripts end in anything.

Web pages are told from text by the rules of the MIME Sniffing Standard (section 7.1), a little stricter: a transcript
may speak of `<b>`. Files that hold no text as it is are named, with what to do about them; formats to come (Word,
PDF, OCR) get a reader here in place of a refusal.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from memcon.charsets import marked

_HEAD = 1 << 12  # bytes that are looked at for mark-up
_NEAR = 1024  # characters of them among which the tags must be
_PDF = "extract its text first, for example with pdftotext -layout"
_OFFICE = "save it as plain text or as HTML first"
_IMAGE = "an image holds no text: run OCR first, and proofread"
_PACKED = "unpack it first"
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF file", _PDF),
    (b"%!PS", "a PostScript file", "extract its text first, for example with ps2txt"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a file of Microsoft Office 97-2003", _OFFICE),
    (b"{\\rtf", "a Rich Text file", _OFFICE),
    (b"\xffWPC", "a WordPerfect file", _OFFICE),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", _IMAGE),
    (b"\xff\xd8\xff", "a JPEG image", _IMAGE),
    (b"GIF87a", "a GIF image", _IMAGE),
    (b"GIF89a", "a GIF image", _IMAGE),
    (b"II*\x00", "a TIFF image", _IMAGE),
    (b"MM\x00*", "a TIFF image", _IMAGE),
    (b"\x00\x00\x00\x0cjP  ", "a JPEG 2000 image", _IMAGE),
    (b"AT&TFORM", "a DjVu file", "extract its text first, for example with djvutxt"),
    (b"\x1f\x8b", "a gzip file", _PACKED),
    (b"BZh", "a bzip2 file", _PACKED),
    (b"\xfd7zXZ\x00", "an xz file", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _PACKED),
    (b"Rar!\x1a\x07", "a RAR archive", _PACKED),
)
_ZIPS: tuple[tuple[bytes, str, str], ...] = (
    (b"mimetypeapplication/epub+zip", "an EPUB book", "unpack it: the transcript is one of the HTML files in it"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file", _OFFICE),
    (b"word/", "a Word document (.docx)", _OFFICE),
    (b"xl/", "an Excel workbook", _OFFICE),
    (b"[Content_Types].xml", "an Office Open XML file", _OFFICE),
    (b"", "a zip archive", _PACKED),
)
_PROLOG = re.compile(r"(?:\s++|<\?[^>]*+>|<!--(?:[^-]++|-(?!->))*+-->)*+")
_DOCTYPE = re.compile(r"<!doctype\s++([\w:.-]++)[^>\[]*+(?:\[[^\]]*+\]\s*+)?>\s*+", re.IGNORECASE)
_ELEMENT = re.compile(r"<([A-Za-z_][\w:.-]*+)([^>]*+)")
_PAGE = re.compile(r"<(?:html|head|body|frameset)(?=[\s/>])", re.IGNORECASE)
_BLOCK = re.compile(
    r"<(/?)(?:p|div|h[1-6]|table|tr|td|ul|ol|li|dl|blockquote|center|section|article|main|meta|title)(?=[\s/>])",
    re.IGNORECASE,
)
_MANY = 3  # tags of blocks that make a page without a frame
_MHTML = re.compile(r"(?:[\w-]++:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)*?content-type:\s*+multipart/related", re.IGNORECASE)


class Foreign(NamedTuple):
    """A format that is not read: what it is called, and what to do."""

    name: str
    hint: str


_TEI = Foreign("a TEI document", "it is what transcripts are converted to: memcon verify and render read it")


def foreign(data: bytes, encoding: str | None = None) -> Foreign | None:
    """The format of a file that is no transcript as it is; None for text and HTML."""
    for magic, name, hint in _MAGIC:
        if data.startswith(magic):
            return Foreign(name, hint)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return next(Foreign(name, hint) for mark, name, hint in _ZIPS if mark in data[:_HEAD])
    return _xml(_head(data, encoding))


def is_tei(data: bytes) -> bool:
    """Whether the bytes are TEI, which transcripts are converted to."""
    return foreign(data) == _TEI


def is_html(data: bytes, encoding: str | None = None) -> bool:
    """Whether the bytes are a web page, or a piece of one."""
    head = _head(data, encoding)
    doctype, root, _ = _opening(head)
    if doctype == "html" or root in ("html", "head", "body"):
        return True
    near = head[:_NEAR]
    tags = [match[1] for match in _BLOCK.finditer(near)]
    begins = bool(root) and (_PAGE.search(near) is not None or _BLOCK.match(near.lstrip()) is not None)
    return (begins and _PAGE.search(near) is not None) or (len(tags) >= _MANY and (begins or tags.count("/") > 1))


def _head(data: bytes, encoding: str | None) -> str:
    """The beginning as characters; what ASCII there is in it is right in any encoding that is met."""
    mark, told = marked(data)
    try:
        return data[len(mark) : _HEAD].decode(told or encoding or "latin-1", "replace")
    except (LookupError, ValueError):  # no such encoding: the reader says so
        return data[:_HEAD].decode("latin-1")


def _opening(head: str) -> tuple[str, str, str]:
    """The name in the doctype, and the first tag's name in lower case and attributes, where the text begins so."""
    at = _end(_PROLOG, head, 0)
    doctype = _DOCTYPE.match(head, at)
    at = _end(_PROLOG, head, doctype.end() if doctype else at)
    element = _ELEMENT.match(head, at)
    return doctype[1].lower() if doctype else "", element[1].lower() if element else "", element[2] if element else ""


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _xml(head: str) -> Foreign | None:
    """XML other than XHTML, and web pages that were saved with all their parts in one MIME message."""
    if _MHTML.match(head):
        return Foreign("a web archive (MHTML)", "save the page as HTML instead")
    doctype, root, given = _opening(head)
    if doctype == "html" or root in ("html", ""):
        return None
    if root.rpartition(":")[2] in ("tei", "teicorpus"):
        return _TEI
    if head.lstrip().lower().startswith("<?xml") or re.search(r"\sxmlns\b", given) or doctype:
        return Foreign(f"an XML document ({root})", "extract its text first, or save it as HTML")
    return None
