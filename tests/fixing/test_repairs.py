"""Each repair by itself: what it changes, and that it changes nothing else."""

from __future__ import annotations

import pytest

from harness import TALK
from memcon.conversion import convert
from memcon.fixing import REPAIRS, Around, fix
from memcon.rules import RULES
from memcon.tei.parsing import parse_tei
from memcon.tei.serialising import is_pristine, serialise, sign, signature
from memcon.validation import validate

SCHEMATRON = (
    '<?xml-model href="schemas/memcon.sch" type="application/xml" schematypens="http://purl.oclc.org/dsdl/schematron"?>'
)
RELAXNG = (
    '<?xml-model href="schemas/memcon.rng" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>'
)
TIMED = TALK.replace("Moscow, May 3, 1975", "Moscow, May 3, 1975, 10:15-11:30 a.m.")


def document(text: str = TALK) -> str:
    made = convert(text.encode(), "talk.txt").value
    assert made is not None
    return made[0].data.decode()


SOUND = document()


def mended(source: str | bytes, *codes: str, around: Around | None = None) -> str:
    """The file after the repairs of these codes, of all where there are none; nothing may be refused, and a second
    time nothing may change."""
    data = source.encode() if isinstance(source, str) else source
    outcome = fix(data, "talk.xml", around, codes or tuple(REPAIRS))
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert bool(outcome.value.codes) == (outcome.value.data != data)
    again = fix(outcome.value.data, "talk.xml", around, codes or tuple(REPAIRS)).value
    assert again is not None
    assert (again.data, again.codes) == (outcome.value.data, ())
    return outcome.value.data.decode()


def replaced(*pairs: tuple[str, str], source: str = SOUND) -> str:
    for old, new in pairs:
        assert old in source, old
        source = source.replace(old, new)
    return source


def pristine(source: str) -> bool:
    tree = parse_tei(source.encode(), "talk.xml").value
    assert tree is not None
    return is_pristine(tree)


def test_a_sound_file_stays_as_it_is() -> None:
    assert mended(SOUND) == SOUND


def test_every_repair_is_of_a_rule_that_is_only_about_what_can_be_mended() -> None:
    assert list(REPAIRS) == [repair.code for repair in REPAIRS.values()]
    assert {"MC590", "MC591", "MC592"} <= REPAIRS.keys() & RULES.keys()


# -- canonical form ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<speaker>Bell:</speaker>', '<speaker\n  >Bell:</speaker >'),
        ('xml:id="t1"', "xml:id = 't1'"),
        ("Good morning.", "G&#111;od m&#x6F;rning."),
        ('<?xml version="1.0" encoding="UTF-8"?>', "<?xml version='1.0'?>"),
        ('<?xml version="1.0" encoding="UTF-8"?>\n', ""),
        ("</TEI>\n", "</TEI>"),
        ("</TEI>\n", "</TEI>\n\n\n"),
        ('<language ident="en"/>', '<language ident="en"></language>'),
    ],
)  # fmt: skip
def test_what_is_spelt_otherwise_is_spelt_as_the_serialiser_does(old: str, new: str) -> None:
    damaged = replaced((old, new))
    assert mended(damaged, "MC580") == SOUND
    assert pristine(damaged), "the spelling is no edit"


def test_canonical_form_keeps_comments_instructions_and_cdata() -> None:
    more = "<!-- seen  -->\n<?proof  a  b?>\n"
    damaged = replaced(("<TEI ", f"{more}<TEI  "), ("I agree.", "I <![CDATA[<agree> ]]>.<!--  x -->"))
    assert mended(damaged, "MC580") == replaced(("<TEI  ", "<TEI "), source=damaged).replace("<?proof  a", "<?proof a")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["UTF-8", "ISO-8859-1", "utf-16", "windows-1252"])
def test_encoding_byte_order_mark_and_line_ends_stay(encoding: str, end: str, mark: bytes) -> None:
    if mark and encoding != "UTF-8":
        return
    whole = document(TALK.replace("I agree.", "I agree, – é \u20ac.")).replace(
        'encoding="UTF-8"', f'encoding="{encoding}"'
    )
    whole = whole.replace("\n", end)
    damaged = whole.replace("<TEI ", "<TEI  ").replace('when="1975-05-03">', ">")
    name = encoding if encoding != "ISO-8859-1" else "latin-1"
    before, after = (mark + text.encode(name, "xmlcharrefreplace") for text in (damaged, whole))
    assert before != after
    outcome = fix(before, "talk.xml")
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert outcome.value.data == after


# -- trailing blanks --------------------------------------------------------------------------------


def test_trailing_blanks_go_where_they_mean_nothing() -> None:
    damaged = replaced(("</sp>\n", "</sp> \t \n"), ("We have", "\n  \n We \nhave"))
    cleaned = replaced(("We have", "\n\n We\nhave"))
    assert mended(damaged, "MC591") == mended(cleaned, "MC591")
    assert mended(damaged, "MC591").splitlines() == [line.rstrip() for line in damaged.splitlines()]


@pytest.mark.parametrize(
    "kept",
    [
        "<!-- a  \n b -->", "<?x a  \n b?>", "<![CDATA[a  \n b]]>",
        '<hi rend="a  \n b">x</hi>', "a\u00a0\nb", "a <hi>b</hi>",
        '<hi xml:space="preserve">a  \n<hi>b  \n</hi></hi>', "a&#32;\nb",
    ],
)  # fmt: skip
def test_what_means_something_or_is_no_text_stays(kept: str) -> None:
    damaged = replaced(("I agree.", kept))
    assert mended(damaged, "MC591") == damaged


def test_space_is_kept_up_to_where_it_is_not_any_more() -> None:
    damaged = replaced(("I agree.", '<hi xml:space="preserve">a \n<hi xml:space="default">b \n</hi></hi> \n'))
    expected = replaced(("I agree.", '<hi xml:space="preserve">a \n<hi xml:space="default">b\n</hi></hi>\n'))
    assert mended(damaged, "MC591").partition("<text>")[2] == expected.partition("<text>")[2]


# -- xml-model --------------------------------------------------------------------------------------


def without(*instructions: str) -> str:
    return replaced(*((f"{each}\n", "") for each in instructions))


def test_one_instruction_tells_where_the_other_schema_is() -> None:
    for each in (SCHEMATRON, RELAXNG):
        assert mended(without(each), "MC590") == SOUND


def test_both_are_added_where_the_edition_says() -> None:
    source = without(SCHEMATRON, RELAXNG)
    assert mended(source, "MC590") == source, "nobody says where"
    assert mended(source, "MC590", around=Around(schemas="schemas")) == SOUND
    flat = mended(source, "MC590", around=Around(schemas=""))
    assert 'href="memcon.rng"' in flat
    assert 'href="memcon.sch"' in flat


def test_instructions_get_lines_of_their_own_behind_a_comment() -> None:
    source = '<?xml version="1.0"?><!-- ours --><TEI xmlns="http://www.tei-c.org/ns/1.0"/>'
    expected = (
        f'<?xml version="1.0"?><!-- ours -->\n{RELAXNG}\n{SCHEMATRON}\n<TEI xmlns="http://www.tei-c.org/ns/1.0"/>'
    )
    assert mended(source, "MC590", around=Around(schemas="schemas")) == expected


@pytest.mark.parametrize(
    "other",
    [
        '<?xml-model href="tei_all.rng" schematypens="http://relaxng.org/ns/structure/1.0"?>',
        '<?xml-model href="tei_all.rnc" type="application/relax-ng-compact-syntax"?>',
    ],
)
def test_a_file_that_names_another_schema_is_left_to_it(other: str) -> None:
    source = without(SCHEMATRON).replace(RELAXNG, other)
    assert RELAXNG not in mended(source, "MC590", around=Around(schemas="schemas"))


# -- dates ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "damage",
    [
        ('<date when="1975-05-03">', "<date>"),
        (' to="11:30:00"', ""),
        (' from="10:15:00"', ""),
        (' from="10:15:00" to="11:30:00"', ""),
        (' to="1975-05-03T11:30:00"', ""),
        ('<date from="1975-05-03T10:15:00" to="1975-05-03T11:30:00"/>', "<date/>"),
    ],
)
def test_what_is_printed_is_said_in_attributes(damage: tuple[str, str]) -> None:
    whole = document(TIMED)
    damaged = replaced(damage, source=whole)
    made = mended(damaged, "MC592")
    assert {found.rule.code for found in validate(made.encode(), "talk.xml").diagnostics} <= {"MC506", "MC580"}
    for attribute in ("from", "to", "when"):
        assert sorted(_values(made, attribute)) == sorted(_values(whole, attribute))


def _values(source: str, attribute: str) -> list[str]:
    tree = parse_tei(source.encode(), "").value
    assert tree is not None
    return [str(element.get(attribute)) for element in tree.iter() if element.get(attribute) is not None]


@pytest.mark.parametrize(
    "left",
    [
        '<date>3/5/75</date>', '<date>May 1975</date>', '<date>on May 3, 1975</date>', '<date>circa May 3, 1975</date>',
        '<date>Monday, May 3, 1975</date>',
        '<date>February 30, 1975</date>', '<date when="1975-05-04">May 3, 1975</date>',
        '<date notBefore="1975-05-01">May 3, 1975</date>', '<date>May <hi>3</hi>, 1975</date>', "<date/>",
        '<date from="1975-05-03">May 3, 1975</date>',
    ],
)  # fmt: skip
def test_what_could_be_doubted_is_left_to_the_editor(left: str) -> None:
    damaged = replaced(('<date when="1975-05-03">May 3, 1975</date>', left))
    assert mended(damaged, "MC592") == damaged


def test_a_talk_past_midnight_ends_on_the_next_day() -> None:
    whole = document(TALK.replace("May 3, 1975", "December 31, 1975, 11:15 p.m.-12:30 a.m."))
    assert 'to="1976-01-01T00:30:00"' in whole
    assert 'to="1976-01-01T00:30:00"' in mended(replaced((' to="1976-01-01T00:30:00"', ""), source=whole), "MC592")


# -- the digest -------------------------------------------------------------------------------------


def test_a_pristine_file_whose_form_was_mended_is_pristine_still() -> None:
    unsigned = without(SCHEMATRON)
    assert not pristine(unsigned), "the instruction is a part of what is signed"
    tree = parse_tei(unsigned.encode(), "talk.xml").value
    assert tree is not None
    sign(tree)
    generated = serialise(tree).decode()
    assert pristine(generated)
    assert pristine(mended(generated))
    assert mended(generated) == SOUND


def test_an_edited_file_stays_an_edited_one() -> None:
    edited = replaced(("Let us begin.", "Let us start. \n"), ("<TEI ", "<TEI  "))
    made = mended(edited)
    assert made != edited
    assert not pristine(made)
    tree, before = (parse_tei(each.encode(), "").value for each in (made, SOUND))
    assert tree is not None
    assert before is not None
    assert signature(tree) == signature(before), "it still says what it was"


def test_a_repair_of_what_the_file_says_makes_a_pristine_file_an_edited_one() -> None:
    tree = parse_tei(replaced(('<date when="1975-05-03">', "<date>")).encode(), "").value
    assert tree is not None
    sign(tree)
    assert not pristine(mended(serialise(tree).decode()))


def test_an_unsigned_file_is_not_signed() -> None:
    unsigned = "\n".join(line for line in SOUND.splitlines() if not line.startswith("<?memcon")) + "\n"
    assert mended(replaced(("<TEI ", "<TEI  "), source=unsigned)) == unsigned
