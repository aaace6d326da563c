"""The xml-model instructions by which editors that validate while typing find the schemas (W3C Note xml-model)."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import quote

from lxml import etree

from memcon.tei.parsing import Tree

TARGET = "xml-model"
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True, slots=True)
class Grammar:
    """A schema of ours: the name of its file, the namespace that says what kind of schema it is, and how the names of
    such schemas end, which is all that some instructions say."""

    file: str
    kind: str
    suffixes: tuple[str, ...]


GRAMMARS = (
    Grammar("memcon.rng", "http://relaxng.org/ns/structure/1.0", (".rng", ".rnc")),
    Grammar("memcon.sch", "http://purl.oclc.org/dsdl/schematron", (".sch",)),
)


def data_of(grammar: Grammar, folder: str) -> str:
    """What the instruction for a schema says behind its target; `folder` is an address as in `folders`."""
    address = f"{folder}/{grammar.file}" if folder else grammar.file
    return f'href="{address}" type="application/xml" schematypens="{grammar.kind}"'


def address_of(schemas: str) -> str:
    """The folder of the schemas, as edition.toml names it, as an address: without a slash behind it, escaped."""
    return quote(schemas.rstrip("/"), safe="/:")


def instructions(schemas: str) -> list[str]:
    """The instructions for all our schemas, which are in that folder."""
    folder = address_of(schemas)
    return [f"<?{TARGET} {data_of(grammar, folder)}?>" for grammar in GRAMMARS]


def models(tree: Tree) -> tuple[etree._ProcessingInstruction, ...]:
    """The xml-model instructions before the root element, in order."""
    before = reversed(list(tree.getroot().itersiblings(preceding=True)))
    return tuple(node for node in before if isinstance(node, etree._ProcessingInstruction) and node.target == TARGET)


def missing(tree: Tree) -> tuple[Grammar, ...]:
    """The schemas of ours of whose kind no instruction names one. A file that names another schema is left to it."""
    said = [(node.text or "", _href(node)) for node in models(tree)]
    return tuple(
        each for each in GRAMMARS if not any(each.kind in text or href.endswith(each.suffixes) for text, href in said)
    )


def folder_of(tree: Tree) -> str | None:
    """The address of the folder in which the file's own instructions say that our schemas are; None where they say
    nothing of them."""
    for node in models(tree):
        folder, name = posixpath.split(_href(node))
        if name in {grammar.file for grammar in GRAMMARS} and '"' not in folder:
            return folder
    return None


def _href(node: etree._ProcessingInstruction) -> str:
    match = _HREF.search(node.text or "")
    return (match[1] or match[2] or "") if match else ""
