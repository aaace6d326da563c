"""memcon.people: proposals for the authority file, the editor's decisions, and who is mentioned where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import memcon
from corpora import authority, memorandum, person
from memcon.people import (
    COLUMNS,
    Document,
    Register,
    Row,
    apply_table,
    keep_decisions,
    mentions_of,
    people_of,
    propose,
    read_table,
    write_table,
)
from memcon.people.matching import NEAR, Candidates, comparable, contradict, near
from memcon.tei.authority import read_authority

KNOWN = """
   <!-- those who came -->
   <person xml:id="berg">
    <persName>Anna Berg</persName>
    <persName type="variant">Berg</persName>
    <idno type="VIAF">123</idno>
   </person>
   <person xml:id="dahl"><persName>Ole Dahl</persName></person>
   <person xml:id="gromov">
    <persName>Andrei Gromov</persName>
   </person>
  """


def register(persons: str = KNOWN, path: str = "tei/persons.xml") -> Register:
    outcome = read_authority(authority(persons).encode(), path, "")
    assert outcome.value is not None, outcome.diagnostics
    return Register(path, outcome.value)


def document(stem: str, body: str, *persons: str) -> Document:
    outcome = memcon.validate(memorandum(stem, body, "".join(persons)).encode(), name=f"tei/{stem}.xml")
    assert [d for d in outcome.diagnostics if d.rule.code < "MC510"] == []  # the others are a reviewer's questions
    assert outcome.value is not None
    return people_of(outcome.value, f"tei/{stem}.xml")


def turn(who: str, label: str, n: int = 1) -> str:
    pointer = f' who="{who}"' if who else ""
    return f'<sp{pointer} xml:id="t{n}"><speaker>{label}</speaker><p>Yes.</p></sp>'


def rows(*documents: Document, known: Register | None = None) -> list[tuple[str, str, str, str]]:
    made = propose(documents, known if known is not None else register())
    return [(row.action, row.id, row.name, row.variant) for row in made]


BERG = person("berg", "Anna Berg", "persons.xml#berg")

# -- proposals ------------------------------------------------------------------------------------


def test_a_person_who_is_not_linked_is_proposed_with_the_printed_forms() -> None:
    one = document("a", turn("#falk", "FALK:"), person("falk", "Ida Falk"))
    two = document("b", turn("#falk", "FALK:") + turn("#falk", "Ms. Falk.", 2), person("falk", "Ida Falk"))
    made = propose([one, two], register())
    assert [(row.action, row.id, row.name, row.variant, row.documents, row.count) for row in made] == [
        ("person", "falk", "Ida Falk", "", "a; b", "3"),
        ("variant", "falk", "Ida Falk", "FALK", "a; b", "2"),
        ("variant", "falk", "Ida Falk", "Ms. Falk", "b", "1"),
    ]
    assert {row.decision for row in made} == {""}


def test_what_the_authority_has_is_not_proposed() -> None:
    assert rows(document("a", turn("#berg", "Berg:"), BERG)) == []


def test_a_new_form_of_a_linked_persons_name() -> None:
    body = turn("#berg", "BERG:") + '<p>Then <persName ref="#berg">Mrs. Berg</persName> rose.</p>'
    assert rows(document("a", body, BERG)) == [
        ("variant", "berg", "Anna Berg", "BERG"),
        ("variant", "berg", "Anna Berg", "Mrs. Berg"),
    ]


@pytest.mark.parametrize(
    "label",
    [
        "THE CHAIRMAN:",
        "B:",
        '<supplied resp="#edition">[Anna]</supplied> Berg:',
        '<choice><sic>Berk.</sic><corr resp="#edition">Berg.</corr></choice>',
        '<gap reason="redacted"><desc>[name]</desc></gap> Berk:',
        "Berg (to Dahl):",
    ],
)
def test_what_is_no_name_of_hers_is_no_variant(label: str) -> None:
    assert rows(document("a", turn("#berg", label), BERG)) == []


@pytest.mark.parametrize(
    ("printed", "form"),
    [
        ("Mrs. Anna Berg, Minister of Trade,", "Mrs. Anna Berg"),
        ("Berg, Prime Minister", None),  # Berg is known
        ("Berg, Anna", "Berg, Anna"),
        ("A. Berg, Jr., Minister", "A. Berg, Jr"),
        ("Minister", None),
    ],
)
def test_an_office_behind_the_name_is_no_part_of_it(printed: str, form: str | None) -> None:
    made = propose([document("a", f'<p><persName ref="#berg">{printed}</persName></p>', BERG)], register())
    assert [row.variant for row in made] == ([form] if form else [])


def test_an_id_that_was_made_from_an_office_is_not_proposed() -> None:
    made = rows(document("a", "<p/>", person("the-president", "Ida Falk"), person("ii", "Karl Holm II")))
    assert [row[:3] for row in made] == [("person", "falk", "Ida Falk"), ("person", "holm", "Karl Holm II")]


@pytest.mark.parametrize(
    ("printed", "known", "asked"),
    [
        ("Kissenger", "Henry Kissinger", True),
        ("Gromyka", "Andrei Gromyko", True),
        ("Chevardnadze", "Eduard Shevardnadze", True),
        ("Eltsin", "Boris Yeltsin", True),
        ("Громыко А. А.", "Andrei Gromyko", True),
        ("Громыко В. А.", "Andrei Gromyko", False),
        ("Marshall", "Jack Marsh", False),
        ("Nimetz", "Paul Nitze", False),
        ("Chen", "Cheney", False),
        ("James Baker III", "James Baker Jr.", False),
    ],
)
def test_near_matches(printed: str, known: str, asked: bool) -> None:
    found = near(printed, Candidates([("x", known), ("y", "Somebody Else")]))
    assert (found is not None and found.clear and found.identifier == "x") == asked


def test_a_joint_label_is_nobodys_name() -> None:
    dahl = person("dahl", "Ole Dahl", "persons.xml#dahl")
    assert rows(document("a", turn("#berg #dahl", "Berg-Dahl:"), BERG, dahl)) == []


def test_near_matches_are_asked_and_need_a_margin() -> None:
    made = propose([document("a", turn("", "GROMOW:"))], register())
    assert [(row.action, row.id, row.variant) for row in made] == [("variant?", "gromov", "GROMOW")]
    assert float(made[0].score) >= NEAR
    twins = KNOWN + '<person xml:id="gromova"><persName>Vera Gromova</persName></person>'
    assert rows(document("a", turn("", "GROMOW:")), known=register(twins)) == [], "no margin to the second best"
    assert rows(document("a", turn("", "V. GROMOVA:")), known=register(twins)) == [
        ("variant?", "gromova", "Vera Gromova", "V. GROMOVA")
    ]


def test_cyrillic_is_compared_in_transliteration() -> None:
    made = rows(document("a", turn("", "Громов:") + turn("", "Берг:", 2)))
    assert made == [("variant?", "berg", "Anna Berg", "Берг"), ("variant?", "gromov", "Andrei Gromov", "Громов")]


def test_one_surname_and_other_given_names_are_never_one_person() -> None:
    for name in ("Vera Gromov", "V. Gromov", "Anton Gromov", "Andrei Gromov Jr."):
        made = rows(document("a", "<p/>", person("gromov", name)))
        expected = [("person", "gromov-2", name, "")]
        if name.endswith("Jr."):  # nothing contradicts: it may be asked
            assert made[0] == expected[0]
        else:
            assert made == expected, name


@given(*[st.sampled_from(["Anna", "Andrei", "Boris", "A.", "B.", "Vera", "Viktor", "John", "James"])] * 2)
def test_contradicting_given_names_never_come_near(mine: str, theirs: str) -> None:
    if contradict(comparable(f"{mine} Gromov"), comparable(f"{theirs} Gromov")):
        assert near(f"{mine} Gromov", Candidates([("x", f"{theirs} Gromov"), ("x", "Gromov")])) is None
    else:
        assert mine[0] == theirs[0]
    initials = mine.endswith(".") or theirs.endswith(".")
    assert contradict(comparable(f"{mine} Xu"), comparable(f"{theirs} Xu")) == (
        mine[0] != theirs[0] if initials else mine != theirs
    )


def test_an_id_that_is_somebody_elses_gets_a_number() -> None:
    made = propose([document("a", "<p/>", person("berg", "Karl Berg"))], register())
    assert [(row.action, row.id, row.name) for row in made] == [("person", "berg-2", "Karl Berg")]
    assert "the id berg is that of Anna Berg" in made[0].evidence
    assert "same surname: berg" in made[0].evidence


def test_a_near_person_is_offered_beside_the_new_one() -> None:
    made = rows(document("a", "<p/>", person("gromow", "A. Gromow")))
    assert made == [("person", "gromow", "A. Gromow", ""), ("variant?", "gromov", "Andrei Gromov", "A. Gromow")]


def test_surnames_alone_are_merged_over_documents_only_with_one_office() -> None:
    a = document("a", "<p/>", person("falk", "Falk", office="Minister"), person("falk-2", "Falk"))
    b = document("b", "<p/>", person("falk", "Falk", office="Minister"))
    made = propose([a, b], register())
    assert [(row.id, row.documents) for row in made if row.action == "person"] == [("falk", "a; b"), ("falk-2", "a")]
    assert all("a surname alone" in row.evidence for row in made if row.action == "person")


def test_without_an_authority_everybody_is_proposed() -> None:
    made = rows(document("a", turn("#berg", "Berg:"), BERG), known=Register())
    assert made == [("person", "berg", "Anna Berg", ""), ("variant", "berg", "Anna Berg", "Berg")]


def test_a_pointer_to_another_file_or_to_nobody_does_not_link() -> None:
    elsewhere = document("a", "<p/>", person("falk", "Ida Falk", "other.xml#berg"))
    nobody = document("b", "<p/>", person("x", "Ida Falk", "persons.xml#ida"))
    assert rows(elsewhere) == [("person", "falk", "Ida Falk", "")]
    made = propose([nobody], register())
    assert [(row.id, "no such entry" in row.evidence) for row in made] == [("ida", True)]


def test_an_authority_outside_the_folder(tmp_path: Path) -> None:
    there = tmp_path / "authorities" / "persons.xml"
    known = register(path=str(there))
    source = memorandum("a", turn("#x", "FALK:"), person("x", "A B", "../authorities/persons.xml#berg"))
    tree = memcon.validate(source.encode()).value
    assert tree is not None
    linked = people_of(tree, str(tmp_path / "tei" / "a.xml"))
    assert rows(linked, known=known) == [("variant", "berg", "Anna Berg", "FALK")]


def test_one_who_is_named_like_somebody_known_is_not_new_and_his_forms_are_asked() -> None:
    made = propose([document("a", turn("#b", "BERG:"), person("b", "Anna Berg"))], register())
    assert [(row.action, row.id, row.variant) for row in made] == [("variant?", "berg", "BERG")]
    assert "not linked" in made[0].evidence


def test_the_order_of_the_documents_does_not_matter() -> None:
    every = [
        document("a", turn("#falk", "FALK:"), person("falk", "Ida Falk")),
        document("b", turn("#falk", "Falk:"), person("falk", "Nils Falk")),
        document("c", turn("", "GROMOW:") + turn("#falk", "Falk:", 2), person("falk", "Ida Falk")),
    ]
    assert propose(every, register()) == propose(reversed(every), register())


def test_decisions_are_kept_when_the_table_is_made_again() -> None:
    no = Row("variant", "berg", "Anna Berg", "BERG", decision="no")
    done = Row("variant", "berg", "Anna Berg", "Berg", decision="yes")
    gone = Row("variant", "dahl", "Ole Dahl", "DAHL", decision="dahl")
    new = [Row("variant", "berg", "Anna Berg", "BERG", count="7"), Row("person", "falk", "Ida Falk")]
    kept = keep_decisions(new, [no, done, gone, Row("person", "old", "Old One")], register().authority)
    assert kept == (Row("variant", "berg", "Anna Berg", "BERG", count="7", decision="no"), new[1], gone)


# -- the table ------------------------------------------------------------------------------------

cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).map(lambda t: " ".join(t.split()))


@given(st.lists(st.builds(Row, cells, cells, cells, cells, decision=cells), max_size=4))
def test_what_is_written_is_read(made: list[Row]) -> None:
    made = [row for row in made if any(row.cells)]
    for data in (write_table(made), write_table(made).replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + write_table(made),
                 write_table(made).decode().encode("utf-16")):  # fmt: skip
        outcome = read_table(data, "p.tsv")
        assert outcome.value is not None, outcome.diagnostics
        assert list(outcome.value[0]) == made


def test_cells_that_a_spreadsheet_quoted_and_columns_in_another_order() -> None:
    table = '"Decision"\tmine\tvariant\tname\tid\taction\r\n"yes"\tx\t"O""Neill"\t"A B"\tab\tvariant\r\n\t\t\r\n'
    outcome = read_table(table.encode(), "p.tsv")
    assert outcome.value is not None
    (row,) = outcome.value[0]
    assert row == Row("variant", "ab", "A B", 'O"Neill', decision="yes")
    assert (row.line, row.columns[COLUMNS.index("variant")]) == (2, 9)


@given(st.binary(max_size=80))
def test_any_bytes_are_a_table_or_a_finding(data: bytes) -> None:
    for each in (data, ("\t".join(COLUMNS) + "\n").encode() + data):
        outcome = read_table(each, "p.tsv")
        assert (outcome.value is None) == bool(outcome.diagnostics)


# -- decisions ------------------------------------------------------------------------------------

HEADER = "action\tid\tname\tvariant\tdecision\n"


def applied(*lines: str, source: str = "") -> str:
    """The authority file after decisions, which `|` parts into cells."""
    data = (source or authority(KNOWN)).encode()
    table = (HEADER + "\n".join(lines).replace("|", "\t")).encode()
    outcome = apply_table(data, "persons.xml", table, "p.tsv")
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    again = apply_table(outcome.value.data, "persons.xml", table, "p.tsv")
    assert again.value is not None
    assert again.value.data == outcome.value.data, "applying twice changes nothing"
    assert not again.value.changes
    return outcome.value.data.decode()


def refused(*lines: str, source: str = "") -> list[tuple[str, int, int]]:
    """The findings: code, line, column."""
    table = (HEADER + "\n".join(lines).replace("|", "\t")).encode()
    outcome = apply_table((source or authority(KNOWN)).encode(), "persons.xml", table, "p.tsv")
    assert outcome.value is None
    return [(d.rule.code, d.location.line, d.location.column) for d in outcome.diagnostics]


def test_only_what_was_decided_is_added_and_nothing_else_changes() -> None:
    after = applied(
        "person|falk|Ida Falk & Sons||yes",
        "person|holm|Nils Holm||no",
        "person|lund|Eva Lund||",
        "variant|falk|Ida Falk|FALK|YES",
        "variant|berg|Anna Berg|A. <Berg>|yes",
        "variant?|dahl|Ole Dahl|Dal|yes",
    )
    expected = (
        authority(KNOWN)
        .replace(
            '    <persName type="variant">Berg</persName>\n',
            '    <persName type="variant">Berg</persName>\n    <persName type="variant">A. &lt;Berg&gt;</persName>\n',
        )
        .replace(
            "<persName>Ole Dahl</persName>", '<persName>Ole Dahl</persName><persName type="variant">Dal</persName>'
        )
        .replace(
            "Andrei Gromov</persName>\n   </person>\n",
            "Andrei Gromov</persName>\n   </person>\n"
            '   <person xml:id="falk">\n    <persName>Ida Falk &amp; Sons</persName>\n'
            '    <persName type="variant">FALK</persName>\n   </person>\n',
        )
    )
    assert after == expected


def test_a_proposed_person_who_is_somebody_known_takes_the_forms_along() -> None:
    after = applied("variant|falk|I. Falk|FALK|yes", "person|falk|Ida Falk||berg")
    forms = re.findall(r'"variant">([^<]*)<', after)
    assert forms == ["Berg", "Ida Falk", "FALK"]
    assert "falk" not in re.findall(r'xml:id="(\w+)"', after)


def test_a_form_that_is_somebody_elses() -> None:
    assert '<persName type="variant">Dal</persName></person>' in applied("variant|berg|Anna Berg|Dal|dahl")


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("indent", ["   ", "\t\t", ""])
@pytest.mark.parametrize("encoding", ["UTF-8", "ISO-8859-1"])
def test_line_ends_indentation_and_encoding_are_those_of_the_file(end: str, indent: str, encoding: str) -> None:
    inside = f"\n{indent}<person xml:id='a'>\n{indent} <persName >Å B</persName><!-- > -->\n{indent}</person>"
    source = authority(inside).replace("\n", end).replace("UTF-8", encoding)
    data = source.encode(encoding)
    table = (HEADER + "person\tc\tÇ Ď\t\tyes\nvariant\ta\tA B\tÅ\tyes\n").encode()
    outcome = apply_table(data, "persons.xml", table, "p.tsv")
    assert outcome.value is not None, outcome.diagnostics
    other = "Ď" if encoding == "UTF-8" else "&#270;"
    new = f'\n{indent}<person xml:id="c">\n{indent} <persName>Ç {other}</persName>\n{indent}</person>'
    variant = f'\n{indent} <persName type="variant">Å</persName>'
    expected = authority(inside.replace("<!--", f"{variant}<!--") + new)
    assert outcome.value.data.decode(encoding) == expected.replace("\n", end).replace("UTF-8", encoding)


def test_a_prefix_is_kept() -> None:
    source = re.sub(r"<(/?)(\w)", r"<\1t:\2", authority(KNOWN)).replace("xmlns=", "xmlns:t=").replace("<t:!", "<!")
    after = applied("person|falk|Ida Falk||yes", source=source)
    assert '\n   <t:person xml:id="falk">\n    <t:persName>Ida Falk</t:persName>\n   </t:person>\n' in after


def test_identifiers_of_other_authority_files_are_left_alone() -> None:
    after = applied("person|falk|Ida Falk||yes", "variant|berg|Anna Berg|BERG|yes")
    assert re.findall(r"<idno type=\"VIAF\">.*", after) == ['<idno type="VIAF">123</idno>']


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ("persn|falk|Ida Falk||yes", ("MC305", 2, 1)),
        ("person|1falk|Ida Falk||yes", ("MC305", 2, 8)),
        ("person||Ida Falk||yes", ("MC305", 2, 8)),
        ("person|falk|||yes", ("MC305", 2, 13)),
        ("variant|berg|Anna Berg||yes", ("MC305", 2, 24)),
        ("variant|berg|Anna Berg|B\x07|yes", ("MC305", 2, 24)),
        ("variant|nobody|X|Y|yes", ("MC305", 2, 9)),
        ("variant|berg|Anna Berg|Y|maybe", ("MC305", 2, 26)),
        ("person|berg|Karl Berg||yes", ("MC306", 2, 8)),
        ('variant|berg|Anna Berg|"A|B"|yes', ("MC305", 2, 24)),
        ('variant|berg|Anna Berg|"A\nB"|yes', ("MC305", 2, 24)),
        ('variant|berg|Anna Berg|"A"B|yes', ("MC305", 2, 24)),
        ("variant|berg", ("", 0, 0)),
    ],
)
def test_a_bad_row_is_shown_at_its_cell_and_nothing_is_applied(line: str, finding: tuple[str, int, int]) -> None:
    good = "variant|dahl|Ole Dahl|DAHL|yes"
    if finding[0]:
        assert refused(line, good)[0] == finding
    else:  # a row without a decision decides nothing, however short it is
        assert "DAHL" in applied(line, good)


def test_two_new_persons_of_one_id_and_one_person_twice() -> None:
    assert refused("person|x|Ida Falk||yes", "person|x|Nils Falk||yes") == [("MC306", 3, 8)]
    assert refused("person|x|Ida Falk||yes", "variant?|berg|Anna Berg|Ida Falk|yes") == [("MC305", 3, 34)]
    both = ("person|x|Ida Falk||yes", "person|y|I. Falk||yes", "variant?|x|Ida Falk|I. Falk|yes")
    assert refused(*both) == [("MC305", 4, 29)]
    assert refused("variant|x|Ida Falk|FALK|yes", "person|x|Ida Falk||no") == [("MC305", 2, 9)]


@pytest.mark.parametrize("header", ["", "action\tid", HEADER.replace("decision", "name"), "\xff"])
def test_what_is_no_table_is_refused(header: str) -> None:
    outcome = apply_table(authority(KNOWN).encode(), "persons.xml", header.encode("latin-1"), "p.tsv")
    assert outcome.value is None
    assert {(d.rule.code, d.location.path, d.location.line) for d in outcome.diagnostics} == {("MC305", "p.tsv", 1)}


def test_a_result_that_would_not_be_valid_is_not_given() -> None:
    broken = authority(KNOWN).replace("<idno", "<odd/><idno")
    assert {code for code, _, _ in refused("variant|berg|Anna Berg|BERG|yes", source=broken)} == {"MC404"}


def test_an_authority_that_cannot_be_edited_in_place() -> None:
    data = authority(KNOWN).replace("UTF-8", "UTF-16").encode("utf-16")
    outcome = apply_table(data, "persons.xml", (HEADER + "variant\tberg\t\tX\tyes").encode(), "p.tsv")
    assert outcome.value is None
    assert [d.rule.code for d in outcome.diagnostics] == ["MC903"]


names = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=15)


@given(names.map(lambda t: " ".join(t.split())).filter(lambda t: t.replace("\ufffe", "").replace("\uffff", "")))
def test_any_name_that_is_added_is_read_again(name: str) -> None:
    table = write_table([Row("person", "new", name, decision="yes"), Row("variant", "berg", "", name, decision="yes")])
    outcome = apply_table(authority(KNOWN).encode(), "persons.xml", table, "p.tsv")
    assert outcome.value is not None, outcome.diagnostics
    after = read_authority(outcome.value.data, "persons.xml", "").value
    assert after is not None
    new, berg = after.by_identifier("new"), after.by_identifier("berg")
    assert new is not None
    assert berg is not None
    assert new.names == (name,)
    assert name in berg.names


def test_when_everything_is_accepted_nothing_is_left_to_propose() -> None:
    documents = [
        document("a", turn("#berg", "BERG:") + turn("#falk", "FALK:", 2), BERG, person("falk", "Ida Falk")),
        document("b", turn("#berg", "Karl:"), person("berg", "Karl Berg")),
    ]
    accepted = [
        Row(row.action, row.id, row.name, row.variant, decision="yes") for row in propose(documents, register())
    ]
    outcome = apply_table(authority(KNOWN).encode(), "persons.xml", write_table(accepted), "p.tsv")
    assert outcome.value is not None, outcome.diagnostics
    after = read_authority(outcome.value.data, "persons.xml", "").value
    assert after is not None
    assert propose(documents, Register("tei/persons.xml", after)) == ()


# -- mentions -------------------------------------------------------------------------------------


def test_mentions_are_turns_lists_and_names() -> None:
    body = (
        '<list type="participants"><item><persName ref="#b">Mrs. Berg</persName></item></list>'
        + turn("#b", "THE CHAIRMAN:")
        + turn("#b #dahl", "Both:", 2)
        + '<p><persName ref="persons.xml#berg">Anna</persName> and <persName ref="#dahl">Dahl</persName></p>'
    )
    dahl = person("dahl", "Ole Dahl", "persons.xml#dahl")
    one = document("a", body, person("b", "Anna Berg", "persons.xml#berg"), dahl)
    found = [(m.kind, m.printed, m.where, alone) for m, alone in mentions_of(one, "berg", register())]
    assert found == [
        ("participant", "Mrs. Berg", "", True),
        ("speaker", "THE CHAIRMAN", "t1", True),
        ("speaker", "Both", "t2", False),
        ("name", "Anna", "", True),
    ]


def test_an_id_alone_is_not_the_person_of_the_authority() -> None:
    one = document("a", turn("#berg", "Berg:"), person("berg", "Karl Berg"))
    assert list(mentions_of(one, "berg", register())) == []
    assert len(list(mentions_of(one, "berg", Register()))) == 1
