"""Hard cases of the rules about turns, people and print, both ways: what is said, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from memcon.conversion import convert
from memcon.tei.names import tei
from memcon.validation import validate

PEOPLE = (
    ("bell", "Anna Bell", "principal", ""),
    ("dorn", "Carl Dorn", "principal", ""),
    ("frey", "Emil Frey", "participant", "Secretary of State"),
    ("m-bundy", "McGeorge Bundy", "participant", ""),
    ("w-bundy", "William Bundy", "participant", ""),
    ("johnson", "Lyndon B. Johnson", "participant", "The President"),
)
MINE = frozenset(f"MC{number}" for number in range(510, 550)) - {"MC520", "MC521", "MC525"}


@pytest.fixture(scope="module")
def frame() -> bytes:
    """A memorandum without a turn, whose header lists the people."""
    names = "\n".join(name for _, name, _, _ in PEOPLE)
    text = f"Memorandum of Conversation\n\nMoscow, May 3, 1975\n\nPARTICIPANTS\n\n{names}\n\nBell: Yes.\n\nDorn: No.\n"
    made = convert(text.encode(), "talk.txt").value
    assert made is not None
    return made[0].data


def codes(frame: bytes, body: str) -> list[str]:
    """What is said of a memorandum with this body, of the rules about speech and print."""
    root = etree.fromstring(frame)
    listed = next(root.iter(tei("listPerson")))
    for child in list(listed):
        listed.remove(child)
    for identifier, name, role, office in PEOPLE:
        inner = f"<persName>{name}</persName>" + (f"<occupation>{office}</occupation>" if office else "")
        listed.append(made(f'<person xml:id="{identifier}" role="{role}">{inner}</person>'))
    div = next(root.iter(tei("body")))[0]
    for child in list(div):
        div.remove(child)
    div.extend(list(made(f"<div>{body}</div>")))
    for printed in root.iter(tei("persName")):
        printed.attrib.pop("ref", None)
    data = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True)
    every = [found.rule.code for found in validate(data, "talk.xml").diagnostics]
    return [code for code in every if code in MINE]


def made(element: str) -> etree._Element:
    return etree.fromstring(f'<x xmlns="http://www.tei-c.org/ns/1.0">{element}</x>')[0]


def turn(label: str, who: str, *paragraphs: str, number: int = 1) -> str:
    pointing = f'who="{who}" ' if who else ""
    inner = "".join(f"<p>{text}</p>" for text in paragraphs or ("Yes.",))
    return f'<sp {pointing}xml:id="t{number}"><speaker>{label}</speaker>{inner}</sp>'


def said(*paragraphs: str) -> str:
    return turn("Bell:", "#bell", *paragraphs)


FITS = [
    ("Bell:", "#bell"), ("MR. BELL.", "#bell"), ("Secretary Frey:", "#frey"), ("The Secretary:", "#frey"),
    ("THE PRESIDENT:", "#johnson"), ("LBJ:", "#johnson"), ("CD:", "#dorn"), ("Bell and Dorn:", "#bell #dorn"),
    ("Bell/Dorn:", "#bell #dorn"), ("M. Bundy:", "#m-bundy"), ("Bundy:", "#w-bundy"), ("Dorn (to Bell):", "#dorn"),
    ("Dorn [hereafter D]:", "#dorn"), ("[Carl] Dorn:", "#dorn"), ("All:", "#bell #dorn #frey"), ("X:", "#bell"),
    ("Voice:", "#bell"), ("<choice><sic>Dom:</sic><corr resp=\"#edition\">Dorn:</corr></choice>", "#dorn"),
]  # fmt: skip
CONTRADICTS = [
    ("Bell:", "#dorn"), ("Secretary Frey:", "#dorn"), ("CD:", "#bell"), ("Bell and Dorn:", "#bell"),
    ("Bell:", "#bell #dorn"), ("W. Bundy:", "#m-bundy"), ("Dorn (to Bell):", "#bell"),
    ("Secretary Frey:", "#frey #johnson"), ("The Secretary:", "#dorn"),
    ("<choice><sic>Bell:</sic><corr resp=\"#edition\">Dorn:</corr></choice>", "#bell"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "who"), FITS)
def test_a_label_that_fits_the_speaker(label: str, who: str, frame: bytes) -> None:
    assert codes(frame, turn(label, who)) == []


@pytest.mark.parametrize(("label", "who"), CONTRADICTS)
def test_a_label_that_does_not(label: str, who: str, frame: bytes) -> None:
    assert codes(frame, turn(label, who)) == ["MC512"]


def test_a_label_that_names_nobody_is_held_against_its_other_turns(frame: bytes) -> None:
    turns = [turn("K:", "#frey", number=n) + turn("Bell:", "#bell", number=n + 1) for n in (1, 3, 5)]
    assert codes(frame, "".join(turns)) == []
    assert codes(frame, "".join((*turns, turn("K:", "#dorn", number=7)))) == ["MC512"]


OMITTED = '<ellipsis><metamark function="omission">[Omitted here is much.]</metamark></ellipsis>'
SILENT = {
    "MC539 a field left blank": said("Yes.") + '<list type="fields"><label>SUBJECT:</label><item/></list>',
    "an alias that is somebody's only label": turn("Zimmermann:", "#bell") + turn("Dorn:", "#dorn", number=2),
    "a name in a sentence": said("He met Dorn: that was all."),
    "a name with a verb": said("Dorn said: no."),
    "a list that is announced": said("I met Bell, Dorn and others: all of them."),
    "what goes on in lower case": said("Dorn: he is the one.", "And Bell."),
    "an enumeration": said("We want a) oil, b) gas (or coal), and c) peace."),
    "a numbered point": said("1) Oil. 2) Gas."),
    "a bracket over two paragraphs": said("We met (that was", "In May) and left."),
    "a bracket over inline elements": said('We (<hi rend="italic">all of us) met</hi>.'),
    "a quotation over paragraphs": said("He said: “No.", "“Never.", "“I will not.” So it was."),
    "German quotation marks": said("Er sagte: „Nein.“"),
    "guillemets, pointing outwards and inwards": said("Il dit « non », er sagt »nein«."),
    "apostrophes": said("'Tis the Ministers' ’68 and o'clock."),
    "inches": said('A barrel of 5" and one of 7".'),
    "a note-taker's mark": said('He met on <sic>Wendesday</sic><note type="editorial" subtype="sic">[sic]</note>.'),
    "units and letters of other alphabets": said("It is 5 μm or 3 kΩ, and α is not β."),
    "words joined over two scripts": said("The X-Лучи and the SS-тройка."),
    "a joiner in Persian": said("می‌خواهم"),
    "an umlaut and a dash": said("Für Ärzte — «Öl» Ünsal."),
    "a word that Russian has": said("Рёв моря."),
    "an ellipsis at a word": said("We... met… then."),
    "a turn of a direction": '<sp who="#bell" xml:id="t1"><speaker>Bell:</speaker><stage>[Laughter.]</stage><p/></sp>',
    "a turn of a gap": said('<gap reason="redacted"><desc>[name not declassified]</desc></gap>'),
    "a page before the label": '<sp who="#bell" xml:id="t1"><pb/><speaker>Bell:</speaker><p>Yes.</p></sp>',
    "pages in roman figures": said('<pb n="iii"/>Yes. <pb n="iv"/>No. <pb n="v"/>'),
    "roman pages before arabic ones": said('<pb n="iv"/>Yes. <pb n="1"/>No.'),
    "pages left out with a word": said(f'<pb n="2"/>Yes. {OMITTED} <pb n="9"/>'),
    "a page number at the foot": said('Yes. <fw type="pageNum">6</fw><pb n="7"/> No.'),
    "breaks without white space, as many have them": said("We<lb/>met<lb/>there, and<pb/>left."),
    "another paragraph with a small letter": said("I agree.", "e.g. this one."),
    "a list in a turn": '<sp who="#bell" xml:id="t1"><speaker>Bell:</speaker><list type="ordered"><label>a)</label>'
    "<item>Oil.</item><label>(2)</label><item>Gas.</item></list></sp>",
}
HEARD = {
    "MC512 a name that nobody has": turn("Zimmermann:", "#bell") + turn("Bell:", "#bell", number=2),
    "MC513 at the head": said("Yes.", "Dorn: No."),
    "MC513 with a title": said("Yes.", "Secretary Frey: No."),
    "MC513 amid a paragraph": said("Yes, I do. Dorn: No."),
    "MC513 behind a full stop, as the labels are": turn("Bell.", "#bell", "Yes.", "Dorn. No, and that is all."),
    "MC515 with a page in it": said('<pb n="2"/>'),
    "MC518": '<sp who="#bell" xml:id="t1"><note type="remark">(x)</note><speaker>Bell:</speaker><p>Yes.</p></sp>',
    "MC527 withheld": said("We met [less than 1 line] there."),
    "MC527 left out": said("We met ... there."),
    "MC527 in emphasis": said("We <hi rend='italic'>met [at noon]</hi> there."),
    "MC530 closed": said("We met at noon) there."),
    "MC530 of another kind": said("We met (at noon] there."),
    "MC530 a number that is none of an enumeration": said("The resolutions 661 to 678) were repealed."),
    "MC531 left open": said("He said “no.", "I left."),
    "MC531 closed": said("He said no.” I left."),
    "MC531 plain": said('He said "no. I left.'),
    "MC532 in round brackets": said("He met on Wendesday (sic)."),
    "MC533 private use": said("A \ue001 mark."),
    "MC533 a control character": said("It\u0092s late."),
    "MC534 Latin": said("The cafÃ© was closed."),
    "MC534 a quotation mark": said("Itâ€™s late."),
    "MC534 Cyrillic": said("Ð\x9fÑ\x80Ð¸Ð²ÐµÑ\x82 to all."),
    "MC535": said("We went to Mos\u0441ow."),
    "MC535 Greek": said("We met \u039flga there."),
    "MC536 soft": said("We went to Mos\u00adcow."),
    "MC536 turned round": said("We went \u202eto Moscow."),
    "MC539": said("We met <hi rend='italic'/> there."),
    "MC540 falling": said('<pb n="3"/>Yes. <pb n="2"/>No.'),
    "MC540 twice": said('<pb n="3"/>Yes. <pb n="3"/>No.'),
    "MC540 in roman figures": said('<pb n="iv"/>Yes. <pb n="vi"/>No.'),
    "MC541": said('<pb n="31"/><fw type="pageNum">[Page 13]</fw> No.'),
    "MC547 a bullet": '<sp who="#bell" xml:id="t1"><speaker>Bell:</speaker><list type="ordered"><label>•</label>'
    "<item>Oil.</item></list></sp>",
    "MC547 no brackets": said('We <supplied resp="#edition-2">have</supplied> met.'),
    "MC547 no change": said('We <choice><sic>met</sic><corr resp="#edition">met</corr></choice>.'),
    "MC548": said('We <pb n="2" break="no"/> met.'),
    "MC549": said("We met at the", "hotel."),
}


@pytest.mark.parametrize("what", SILENT)
def test_what_is_sound(what: str, frame: bytes) -> None:
    assert codes(frame, SILENT[what]) == []


@pytest.mark.parametrize("what", HEARD)
def test_what_is_not(what: str, frame: bytes) -> None:
    assert what.split()[0] in codes(frame, HEARD[what])


WORDS = st.text("abcdefghij ,.;:'’()[]“”\"«»\u00adаеο1)", max_size=60)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=3))
def test_whatever_is_printed_the_rules_come_to_an_end(texts: list[str]) -> None:
    made_of = convert(b"Talk\n\nMay 3, 1975\n\nBell: Yes.\n\nDorn: No.\n\nBell: Yes.\n", "talk.txt").value
    assert made_of is not None
    codes(made_of[0].data, said(*texts))


@given(st.text("abc", max_size=30), st.text("abc", max_size=30))
@settings(max_examples=40, deadline=None)
def test_brackets_and_marks_in_pairs_are_never_named(first: str, second: str) -> None:
    made_of = convert(b"Talk\n\nMay 3, 1975\n\nBell: Yes.\n\nDorn: No.\n\nBell: Yes.\n", "talk.txt").value
    assert made_of is not None
    found = codes(made_of[0].data, said(f"X ({first} “{second}” {{{first}}}) ({second})."))
    assert "MC530" not in found
    assert "MC531" not in found
