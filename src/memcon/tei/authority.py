"""persons.xml -> Authority: the people the converters may resolve labels to."""

from __future__ import annotations

from memcon.diagnostics import Diagnostic, Location, Outcome
from memcon.model import Authority, AuthorityName
from memcon.rules import rule
from memcon.tei.names import NSMAP, XML_ID
from memcon.tei.parsing import parse_tei


def read_authority(data: bytes, path: str, link: str) -> Outcome[Authority]:
    """The persons of an authority file (`standOff/listPerson`); `link` is its address relative to the TEI files.

    Refuses with MC4xx where it is no TEI, with MC903 where a person has no xml:id or no name.
    """
    outcome = parse_tei(data, path)
    if outcome.value is None:
        return Outcome(None, outcome.diagnostics)
    persons: dict[str, AuthorityName] = {}
    faults: list[Diagnostic] = []
    for person in outcome.value.xpath("/t:TEI/t:standOff//t:listPerson/t:person", namespaces=NSMAP):
        names = person.xpath("t:persName", namespaces=NSMAP)
        names.sort(key=lambda name: name.get("type") == "variant")
        texts = tuple(dict.fromkeys(" ".join("".join(name.itertext()).split()) for name in names))
        identifier = person.get(XML_ID, "")
        if not identifier or not any(texts) or identifier in persons:
            message = f"the person {identifier or '(no xml:id)'} has no name, no xml:id, or one that stands twice"
            faults.append(Diagnostic(rule("MC903"), message, Location(path, person.sourceline or 0, 1)))
        else:
            persons[identifier] = AuthorityName(identifier, tuple(t for t in texts if t))
    if not persons and not faults:
        faults.append(Diagnostic(rule("MC903"), "there is no person in standOff/listPerson", Location(path, 1, 1)))
    return Outcome(None if faults else Authority(tuple(persons.values()), link), tuple(faults))
