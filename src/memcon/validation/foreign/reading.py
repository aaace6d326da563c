"""A schema of one's own as it is read: with care, for libxml2 follows what a schema includes wherever it leads.

So every file is parsed here first, and refused where it names something that is not a file in the schema's folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from memcon.diagnostics import Outcome
from memcon.resources import read_linked, reason
from memcon.tei.parsing import Tree, parse
from memcon.validation.foreign.compiled import Unusable

RNG = "http://relaxng.org/ns/structure/1.0"
XS = "http://www.w3.org/2001/XMLSchema"
SCH = "http://purl.oclc.org/dsdl/schematron"
_OLD_SCH = "http://www.ascc.net/xml/schematron"
_ROOTS = frozenset({f"{{{RNG}}}grammar", f"{{{RNG}}}element", f"{{{XS}}}schema", f"{{{SCH}}}schema"})
_LINKS = {
    f"{{{RNG}}}include": "href", f"{{{RNG}}}externalRef": "href", f"{{{SCH}}}include": "href",
    f"{{{SCH}}}extends": "href", f"{{{XS}}}include": "schemaLocation", f"{{{XS}}}import": "schemaLocation",
    f"{{{XS}}}redefine": "schemaLocation",
}  # fmt: skip
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_MOST_FILES = 500


def read_schema(path: str) -> Outcome[tuple[str, Tree, bytes]]:
    """The namespace of the language that a schema is in, its tree, and the digest of it and all it includes.

    MC409 where it is no schema, or includes what may not be included. Raises OSError where the file cannot be read.
    """
    data = Path(path).read_bytes()
    try:
        tree = _parsed(data, path)
        root = tree.getroot()
        if root.tag not in _ROOTS:
            raise Unusable(
                f"the root element is {etree.QName(root).localname}: no schema", root.sourceline or 0, _hint(root)
            )
        digest = sha256(sha256(data).digest() + _followed(tree, Path(path))).digest()
    except Unusable as error:
        return Outcome(None, (error.diagnostic(path),))
    return Outcome((etree.QName(root).namespace or "", tree, digest))


def _hint(root: etree._Element) -> str:
    space = etree.QName(root).namespace
    if space == _OLD_SCH:
        return f"this is Schematron 1.5; the namespace of ISO Schematron is {SCH}"
    if etree.QName(root).localname == "TEI":
        return "make a schema of the ODD first, as Roma or the TEI Stylesheets do"
    return "RELAX NG (grammar), XML Schema (schema) or ISO Schematron (schema) can be used"


def _parsed(data: bytes, path: str) -> Tree:
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        raise Unusable("this is no XML", 1, "RELAX NG in its compact syntax has to be turned into XML, as trang does")
    outcome = parse(data, path)
    if outcome.value is None:
        fault = outcome.diagnostics[0]
        raise Unusable(fault.message, fault.location.line, fault.hint)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False)
    return etree.fromstring(data, parser, base_url=str(Path(path).absolute())).getroottree()


def _followed(tree: Tree, path: Path) -> bytes:
    """The digests of the files that a schema includes; refused where one is no file of its folder, also at second
    hand."""
    digests = []
    folder = path.absolute().parent.resolve()
    seen, waiting = {path.absolute().resolve()}, list(_included(tree, path, folder))
    while waiting:
        target = waiting.pop()
        if target in seen:
            continue
        seen.add(target)
        if len(seen) > _MOST_FILES:
            raise Unusable(f"it includes more than {_MOST_FILES} files")
        try:
            data = read_linked(target)
            included = _parsed(data, str(target))
        except OSError as error:
            raise Unusable(f"{target.name}, which it includes, cannot be read: {reason(error)}") from error
        except Unusable as error:
            raise Unusable(f"{target.name}, which it includes: {error.message}", 0, error.hint) from error
        digests.append(sha256(data).digest())
        waiting += _included(included, target, folder)
    return b"".join(sorted(digests))


def _included(tree: Tree, path: Path, folder: Path) -> Iterator[Path]:
    for element in tree.iter(etree.Element):
        if element.get(_XML_BASE) is not None:
            raise Unusable(f"{path.name} has an xml:base", element.sourceline or 0, "remove it")
        attribute = _LINKS.get(str(element.tag))
        address = element.get(attribute) if attribute else None
        if not address:
            continue
        file = unquote(address.partition("#")[0])
        outside = "\0" in file or ":" in address.partition("/")[0]
        target = folder if outside else (path.absolute().parent / file).resolve()
        if outside or not target.is_relative_to(folder):
            hint = f"put the file beside {path.name} and name it there"
            raise Unusable(f"{address} leads out of the folder of the schema", element.sourceline or 0, hint)
        if file:
            yield target
