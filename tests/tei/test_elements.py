"""Elements are written as the serialiser spells them: what is converted is parsed once, and not serialised again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.tei.elements import Element, element, written
from memcon.tei.names import TEI_NS
from memcon.tei.parsing import parse_tei
from memcon.tei.serialising import DECLARATION, is_pristine, serialise, signed, unsigned

_REFUSED = "".join(map(chr, (*range(9), *range(14, 32)))) + "\ufffe\uffff"
_PRINT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=_REFUSED), max_size=12)
_NAMES = st.sampled_from(["TEI", "p", "hi", "list", "sp", "text"])
_INSIDE = st.recursive(
    _PRINT,
    lambda inner: st.builds(
        lambda name, children, n: element(name, *children, n=n, xml_id=n), _NAMES, st.lists(inner, max_size=4), _PRINT
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(_INSIDE, max_size=4), _PRINT)
def test_what_is_written_is_what_the_serialiser_writes(children: list[Element | str], n: str) -> None:
    root = element("TEI", *children, n=n)
    data = "\n".join([DECLARATION, unsigned("ab+"), written(root, TEI_NS), ""]).encode()
    tree = parse_tei(data, "x.xml").value
    assert tree is not None
    assert serialise(tree) == data
    made = signed(tree, data)
    assert made.count(b"\n") == data.count(b"\n"), "all places hold"
    assert serialise(tree) == made
    assert is_pristine(tree)
    again = parse_tei(made, "x.xml").value
    assert again is not None
    assert is_pristine(again)
