"""Who the file is, and whether it is as it was generated."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.diagnostics import Diagnostic
from memcon.tei.names import XML_ID
from memcon.tei.xmlids import xml_id
from memcon.validation.survey import Survey


def identity(survey: Survey) -> Iterator[Diagnostic]:
    """MC505: the file's name, idno and xml:id say the same; standard input has no name to compare."""
    root = survey.root
    idno = next((each for each in survey.every("idno") if each.get("type") == "memcon"), None)
    if idno is None:
        return
    stem = "".join(idno.itertext()).strip()
    name = survey.path.replace("\\", "/").rpartition("/")[2]
    if name.endswith(".xml") and name != f"{stem}.xml":
        yield survey.finding("MC505", f"idno says {stem!r}, the file is called {name}", idno)
    identifier = root.get(XML_ID, "")
    if survey.text is None and identifier in ("", stem):
        return  # an authority file
    if identifier != xml_id(stem) and not identifier.startswith(f"{xml_id(stem)}-"):
        yield survey.finding("MC505", f"the xml:id {identifier!r} is not made from idno {stem!r}", root)


def edited(survey: Survey) -> Iterator[Diagnostic]:
    """MC506: the digest that a generated file carries does not hold any more."""
    if survey.generated and not survey.pristine:
        yield survey.finding("MC506", "the file was edited since it was generated", survey.root)
