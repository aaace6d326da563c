"""Small TEI files, valid by the schema, for the tests of what works over a corpus."""

from __future__ import annotations

from pathlib import Path

_HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{identifier}" xml:lang="en">
 <teiHeader>
  <fileDesc>
   <titleStmt><title type="main">A talk</title><respStmt xml:id="edition">
    <resp>encoding</resp><orgName>memcon</orgName></respStmt></titleStmt>
   <publicationStmt><publisher>memcon</publisher><idno type="memcon">{stem}</idno>
    <availability><licence target="https://example.org/">free</licence></availability></publicationStmt>
   <sourceDesc>{source}</sourceDesc>
  </fileDesc>
{rest} </teiHeader>
"""
_CATEGORIES = {
    "foia.b1": "national security",
    "foia.b6": "privacy",
    "eo13526.1.4-c": "intelligence activities",
}


def memorandum(stem: str, body: str, persons: str = "", front: str = "") -> str:
    """A memorandum: the blocks of its div, its `person` elements, its `front`."""
    categories = "".join(
        f'<category xml:id="{key}"><catDesc>{text}</catDesc></category>' for key, text in _CATEGORIES.items()
    )
    listed = f"<particDesc><listPerson>{persons}</listPerson></particDesc>" if persons else ""
    rest = (
        "  <encodingDesc><editorialDecl><p>As printed.</p></editorialDecl>"
        f'<classDecl><taxonomy xml:id="exemptions">{categories}</taxonomy></classDecl></encodingDesc>\n'
        f'  <profileDesc><langUsage><language ident="en"/></langUsage>{listed}</profileDesc>\n'
    )
    source = f"<msDesc><msIdentifier><msName>{stem}</msName></msIdentifier></msDesc>"
    header = _HEADER.format(identifier=f"m-{stem}", stem=stem, source=source, rest=rest)
    front = f"<front>{front}</front>" if front else ""
    return f'{header} <text>{front}<body><div type="memorandum">\n{body}\n</div></body></text>\n</TEI>\n'


def person(identifier: str, name: str, same_as: str = "", role: str = "participant", office: str = "") -> str:
    """A person of a memorandum's header."""
    link = f' sameAs="{same_as}"' if same_as else ""
    held = f"<occupation>{office}</occupation>" if office else ""
    return f'<person xml:id="{identifier}" role="{role}"{link}><persName>{name}</persName>{held}</person>'


def authority(persons: str) -> str:
    """An authority file: what its listPerson holds, from the line end after the tag to the one before the end tag."""
    source = "<p>Collected from the memoranda.</p>"
    header = _HEADER.format(identifier="persons", stem="persons", source=source, rest="")
    return f"{header} <standOff>\n  <listPerson>{persons}</listPerson>\n </standOff>\n</TEI>\n"


def write(path: Path, text: str) -> Path:
    """Write a file, byte for byte, and name it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path
