"""How a file is written down as bytes: as its neighbours are, so that no program and no person reads it otherwise."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator

from memcon.diagnostics import Diagnostic
from memcon.fidelity import all_printed, squeezed
from memcon.tei.markupsums import markupsums
from memcon.tei.printsums import printsums
from memcon.tei.serialising import canonical_form, markup_signature, print_signature
from memcon.validation.survey import Survey

_HINT = "save it as UTF-8 without a byte order mark, with line ends as on Unix"
_MADE = "convert the transcript again; the old instruction stands in the history of the file"
_DECLARED = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_REFERENCES = (b"&#13;", b"&#xD;", b"&#xd;")


def octets(survey: Survey) -> Iterator[Diagnostic]:
    """MC412 for a file in another encoding than UTF-8, with a byte order mark, with other line ends than LF, or in
    another version of XML, and for text in CDATA."""
    data = survey.source.data
    if survey.untouched:
        return
    if data.startswith(_DECLARED) and b"\r" not in data and b"<![CDATA[" not in data and b"&#" not in data:
        return
    for why in _reasons(survey, data):
        yield survey.finding("MC412", why, survey.root, _HINT)


def checksums(survey: Survey) -> Iterator[Diagnostic]:
    """MC413 for checksums that are not those of the file, where its digest is: they were altered themselves, and would
    tell of no edit any more."""
    if survey.untouched or not survey.is_as_generated:
        return
    printed, form = squeezed(all_printed(survey.tree)), canonical_form(survey.tree)
    ours = (
        ("print", print_signature(survey.tree), printsums(printed)),
        ("mark-up", markup_signature(survey.tree), markupsums(form)),
    )
    for what, carried, made in ours:
        if carried is not None and carried != made:
            yield survey.finding("MC413", f"the checksums of the {what} are not those of the file", survey.root, _MADE)


def _reasons(survey: Survey, data: bytes) -> Iterator[str]:
    about = survey.tree.docinfo
    if (about.encoding or "UTF-8").upper() not in ("UTF-8", "UTF8", "US-ASCII", "ASCII"):
        yield f"the file is in {about.encoding}"
        return
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        yield "the file is in UTF-16"
        return
    if data.startswith(BOM_UTF8):
        yield "the file begins with a byte order mark"
    if about.xml_version not in (None, "", "1.0"):
        yield f"the file is of XML {about.xml_version}"
    if b"\r" in data or any(each in data for each in _REFERENCES):
        yield "lines end in a carriage return"
    if b"<![CDATA[" in data:
        yield "text stands in a CDATA section, where mark-up is none"
