"""memcon.redactions: what is withheld in a document, and the totals over a corpus."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import memcon
from corpora import authority, memorandum, person
from memcon.redactions import GROUPINGS, Category, Extent, Redaction, Speaker, Tally, redactions_of, tally
from memcon.tei.parsing import parse_tei

FRONT = """<div type="masthead"><head>MEMORANDUM</head><list type="fields"><label>PLACE:</label>
<item><gap reason="redacted" unit="word" quantity="2"><desc>[2 words not declassified]</desc></gap></item></list>
</div>"""
BODY = """<head>A talk with <gap reason="redacted" unit="name"><desc>[name not declassified]</desc></gap></head>
<sp who="#berg" xml:id="t1"><speaker>Berg:</speaker>
<p>It cost <gap reason="redacted" unit="line" quantity="6.5" ana="#foia.b1 #eo13526.1.4-c"><desc>[6½ lines
 not declassified]</desc></gap> and <gap reason="inaudible"><desc>[unclear]</desc></gap>.</p></sp>
<pb n="12"/>
<sp who="#dahl #berg" xml:id="t2"><speaker>Both:</speaker>
<p>No. <gap reason="redacted" unit="line" atMost="1" ana="#foia.b1"><desc>[less than 1 line not
 declassified]</desc></gap></p>
<note type="remark"><gap reason="redacted" unit="line" atLeast="2"><desc>[over 2 lines]</desc></gap></note>
<note n="1" place="foot"><label>1</label> <gap reason="redacted"><desc>[text not declassified]</desc></gap></note></sp>
<sp xml:id="t3"><speaker><gap reason="redacted" unit="name" ana="#foia.b6"><desc>[name]</desc></gap>:</speaker>
<p>Yes.</p></sp>
<p>They rose. <gap reason="blank"><desc>____</desc></gap></p>"""
PERSONS = person("berg", "Anna Berg", "persons.xml#berg-anna") + person("dahl", "Ole Dahl")


def gaps(text: str, path: str = "talk.xml") -> tuple[Redaction, ...]:
    outcome = memcon.validate(text.encode(), name=path)
    assert [d for d in outcome.diagnostics if d.rule.code < "MC510"] == []  # the others are a reviewer's questions
    assert outcome.value is not None
    return redactions_of(outcome.value, path)


@pytest.fixture(scope="module")
def found() -> tuple[Redaction, ...]:
    return gaps(memorandum("talk", BODY, PERSONS, FRONT))


def test_each_gap_stands_where_it_is_printed(found: tuple[Redaction, ...]) -> None:
    assert [(r.reason, r.place, r.turn, r.page) for r in found] == [
        ("redacted", "masthead", "", ""),
        ("redacted", "heading", "", ""),
        ("redacted", "turn", "t1", ""),
        ("inaudible", "turn", "t1", ""),
        ("redacted", "turn", "t2", "12"),
        ("redacted", "turn", "t2", "12"),  # a remark of the note-taker belongs to the turn
        ("redacted", "footnote", "", "12"),  # a footnote in the middle of a turn does not
        ("redacted", "label", "t3", "12"),
        ("blank", "narrative", "", "12"),
    ]


def test_lines_are_those_of_the_file(found: tuple[Redaction, ...]) -> None:
    lines = memorandum("talk", BODY, PERSONS, FRONT).splitlines()
    for redaction in found:
        assert f'reason="{redaction.reason}"' in lines[redaction.line - 1]


def test_extent_words_and_exemptions(found: tuple[Redaction, ...]) -> None:
    first = found[2]
    assert first.extent == Extent("line", Decimal("6.5"), Decimal("6.5"))
    assert first.words == "[6½ lines not declassified]"
    assert first.exemptions == (
        Category("foia.b1", "national security"),
        Category("eo13526.1.4-c", "intelligence activities"),
    )
    assert found[4].extent == Extent("line", Decimal(0), Decimal(1))
    assert found[5].extent == Extent("line", Decimal(2), None)
    assert found[1].extent == Extent("name")
    assert not found[1].extent.numbered
    assert found[6].extent == Extent()


def test_speakers_are_the_persons_of_the_header(found: tuple[Redaction, ...]) -> None:
    berg = Speaker("berg-anna", "Anna Berg", linked=True)
    assert found[2].speakers == (berg,)
    assert found[4].speakers == (Speaker("dahl", "Ole Dahl"), berg)
    assert found[4].speaker == "Ole Dahl and Anna Berg"
    assert found[7].speakers == ()
    assert found[7].speaker == "[name]:", "a turn of nobody known has its label"
    assert found[6].speaker == ""


def test_a_category_that_the_file_does_not_define_is_shown_by_its_id() -> None:
    text = memorandum("talk", '<p><gap reason="redacted" ana="#foia.b3"><desc>x</desc></gap></p>')
    tree = parse_tei(text.encode(), "talk.xml").value
    assert tree is not None
    assert redactions_of(tree, "talk.xml")[0].exemptions == (Category("foia.b3", ""),)


@pytest.mark.parametrize(
    ("extent", "expected"),
    [
        ("4 minutes 47 seconds", Extent("second", Decimal(287), Decimal(287))),
        ("1 hour and 2 minutes", Extent("second", Decimal(3720), Decimal(3720))),
        ("1 hour, 4 minutes and 7 seconds", Extent("second", Decimal(3847), Decimal(3847))),
        ("dollar amount", Extent("dollar amount")),
        ("minutes", Extent("minutes")),
    ],
)
def test_an_extent_in_words(extent: str, expected: Extent) -> None:
    (found,) = gaps(memorandum("talk", f'<p><gap reason="redacted" extent="{extent}"><desc>x</desc></gap></p>'))
    assert found.extent == expected


@pytest.mark.parametrize("number", ["", "many", "NaN", "Infinity", "1e9", "-1", "٣", "9" * 5000])
def test_a_number_that_is_none_is_not_stated(number: str) -> None:
    text = memorandum("talk", f'<p><gap reason="redacted" unit="line" quantity="{number}"><desc>x</desc></gap></p>')
    tree = parse_tei(text.encode(), "talk.xml").value
    assert tree is not None
    assert redactions_of(tree, "talk.xml")[0].extent == Extent("line")


def test_a_file_without_redactions_and_one_without_text() -> None:
    assert gaps(memorandum("talk", "<p>Nothing.</p>")) == ()
    one = '\n   <person xml:id="a"><persName>A B</persName></person>\n  '
    assert gaps(authority(one), "persons.xml") == ()


def test_totals_keep_the_units_apart(found: tuple[Redaction, ...]) -> None:
    made = Tally()
    made.add(r for r in found if r.reason == "redacted")
    total = made.total()
    assert (total.redactions, total.documents) == (7, 1)
    assert [(e.unit, e.redactions, e.least, e.most, e.unnumbered) for e in total.extents] == [
        ("line", 3, Decimal("8.5"), None, 0),
        ("word", 1, Decimal(2), Decimal(2), 0),
        ("name", 2, Decimal(0), Decimal(0), 2),
        ("", 1, Decimal(0), Decimal(0), 1),
    ]


def test_a_redaction_under_two_exemptions_counts_in_both_and_once_in_the_total(found: tuple[Redaction, ...]) -> None:
    rows = tally((r for r in found if r.reason == "redacted"), "exemption")
    assert [(t.identifier, t.name, t.redactions) for t in rows] == [
        ("", "", 4),
        ("foia.b1", "national security", 2),
        ("eo13526.1.4-c", "intelligence activities", 1),
        ("foia.b6", "privacy", 1),
    ]


def said(who: str, stem: str, name: str, link: str = "") -> tuple[Redaction, ...]:
    turn = f'<sp who="#{who}" xml:id="t1"><speaker>X:</speaker><p><gap reason="redacted"><desc>x</desc></gap></p></sp>'
    return gaps(memorandum(stem, turn, person(who, name, link)), f"{stem}.xml")


def test_speakers_are_one_by_the_authority_or_by_id_and_name() -> None:
    linked = (*said("berg", "a", "A. Berg", "p.xml#berg"), *said("b", "b", "Anna Berg", "p.xml#berg"))
    assert [(t.identifier, t.redactions, t.documents) for t in tally(linked, "speaker")] == [("berg", 2, 2)]
    unlinked = (*said("dahl", "a", "Ole Dahl"), *said("dahl", "b", "Ole Dahl"), *said("dahl", "c", "Nils Dahl"))
    rows = tally(unlinked, "speaker")
    assert [(t.name, t.redactions) for t in rows] == [("Ole Dahl", 2), ("Nils Dahl", 1)], "not merged by surname"


numbers = st.one_of(st.none(), st.integers(0, 10**6).map(lambda n: Decimal(n) / 2))
extents = st.one_of(
    st.builds(Extent, st.sampled_from(["", "line", "name", "minute"])),
    st.builds(lambda unit, n: Extent(unit, n, n), st.sampled_from(["line", "page"]), numbers),
)
made_up = st.builds(
    lambda document, extent, who, reasons: Redaction(
        document, document, 1, "", "turn", "t1", who, "X:", extent, reasons, "x"
    ),
    st.sampled_from(["a.xml", "b.xml"]),
    extents,
    st.lists(st.builds(Speaker, st.sampled_from("ab"), st.sampled_from("AB")), max_size=2).map(tuple),
    st.lists(st.builds(Category, st.sampled_from("xyz")), max_size=2, unique=True).map(tuple),
)


@given(st.lists(made_up, max_size=30))
def test_the_rows_add_up(redactions: list[Redaction]) -> None:
    made = Tally()
    made.add(redactions)
    total = made.total()
    assert total.redactions == len(redactions)
    assert sum(e.redactions for e in total.extents) == len(redactions)
    for by in GROUPINGS:
        rows = made.by(by)
        named = sum(max(1, len(r.exemptions)) for r in redactions) if by == "exemption" else len(redactions)
        assert sum(t.redactions for t in rows) == named
        if by != "exemption":
            least = sum(e.least for t in rows for e in t.extents)
            assert least == sum(e.least for e in total.extents)
