"""The traps that the five transcripts set, one by one, as they stand in the committed edition."""

from __future__ import annotations

import pytest
from lxml import etree

from conftest import TEI, TRANSCRIPTS, Encoded, encoded
from memcon.conversion import transcribe
from memcon.editions import load_edition
from memcon.tei.names import NSMAP, tei

CALLS = "1991-02-23-gorbachev-"


def speakers(file: Encoded) -> list[str]:
    return file.texts("//t:sp/t:speaker")


def test_first_and_second_are_no_speakers() -> None:
    file = encoded(CALLS + "andreotti")
    assert not {"First.", "Second."} & set(speakers(file))
    for word in ("First. He denied", "Second. The settlement"):
        (paragraph,) = file.all(f"//t:sp/t:p[starts-with(., '{word}')]")
        assert paragraph.getparent().get("who") == "#gorbachev"


def test_a_misprint_is_kept_and_corrected_beside() -> None:
    file = encoded(CALLS + "mitterrand")
    assert file.texts("//t:speaker/t:choice/t:sic") == ["Mitterand.", "Mitterand."]
    assert file.texts("//t:speaker/t:choice/t:corr[@resp='#edition']") == ["Mitterrand.", "Mitterrand."]
    assert {sp.get("who") for sp in file.all("//t:sp[t:speaker/t:choice]")} == {"#mitterrand"}


def test_a_doubled_delimiter() -> None:
    file = encoded("1989-01-17-gorbachev-kissinger")
    assert file.texts("//t:speaker/t:choice/t:sic") == ["Kissinger.,"]
    assert file.texts("//t:speaker/t:choice/t:corr") == ["Kissinger."]
    assert file.texts("//t:sp[t:speaker/t:choice]/t:p") == ["Yes."]


def test_a_supplied_first_name_in_a_label() -> None:
    file = encoded(CALLS + "aziz-1")
    assert file.texts("//t:speaker/t:supplied") == ["[Evgeny]"]
    assert "[Evgeny] Primakov." in speakers(file)


def test_a_label_that_changes_its_delimiter() -> None:
    labels = speakers(encoded(CALLS + "gandhi"))
    assert (labels.count("Gandhi:"), labels.count("Gandhi.")) == (10, 1)


def test_bold_on_some_labels_only() -> None:
    file = encoded("1991-01-18-gorbachev-mitterrand")
    assert speakers(file) == ["Gorbachev:", "Mitterrand:"] * 5
    assert not file.all("//t:speaker/t:hi")


@pytest.mark.parametrize(
    ("identifier", "heading"),
    [
        ("major", "Memorandum of Telephone Conversation between Mikhail Gorbachev and John Major"),
        ("rafsanjani", "Memorandum of Telephone Conversation between Mikhail Gorbachev and A.A. Hashemi Rafsanjani"),
        ("mubarak", "Memorandum of Telephone Conversation between Mikhail Gorbachev and Hosni Mubarak"),
        ("aziz-2", "Memorandum of Conversation with Tariq Aziz, Moscow, 12:30-12:40 p.m."),
    ],
)
def test_headings_over_several_lines_with_and_without_bold(identifier: str, heading: str) -> None:
    file = encoded(CALLS + identifier)
    assert file.one("//t:head") == heading
    assert not file.all("//t:head//t:hi")


def test_date_time_and_place_on_the_titles_own_line() -> None:
    assert encoded("1991-01-18-gorbachev-mitterrand").one("//t:head/t:date[@when='1991-01-18']") == "January 18, 1991"
    assert encoded("1989-01-17-gorbachev-kissinger").one("//t:head/t:date") == "January 17, 1989"
    file = encoded(CALLS + "aziz-2")
    assert (file.one("//t:head/t:placeName"), file.one("//t:head/t:time")) == ("Moscow", "12:30-12:40 p.m.")


@pytest.mark.parametrize(
    ("identifier", "printed", "start", "end"),
    [
        (CALLS + "andreotti", "13:25-13:55", "13:25:00", "13:55:00"),
        (CALLS + "kohl", "19.55-20.15", "19:55:00", "20:15:00"),
        (CALLS + "aziz-2", "12:30-12:40 p.m.", "12:30:00", "12:40:00"),
        (CALLS + "aziz-1", "0:15 a.m.", "00:15:00", None),
        ("1997-11-22-clinton-yeltsin", "9:00 - 9:43 a.m. EST", "09:00:00", "09:43:00"),
    ],
)
def test_times(identifier: str, printed: str, start: str, end: str | None) -> None:
    (time,) = encoded(identifier).all("//t:text//t:time")
    assert "".join(time.itertext()) == printed
    assert (time.get("from") or time.get("when"), time.get("to")) == (start, end)


def test_two_source_notes_in_a_row_stay_two() -> None:
    file = encoded(CALLS + "mubarak")
    notes = file.all("//t:back/t:note[@type='source']")
    assert [note.get("rend") for note in notes] == ["italic", "italic"]
    assert file.texts("//t:respStmt[t:resp='translator']/t:persName") == ["Svetlana Savranskaya", "Sarah Dunn"]
    assert len(file.all("//t:msDesc")) == 1, "both notes name one shelfmark"


def test_a_source_note_over_three_paragraphs_with_an_earlier_publication() -> None:
    file = encoded("1990-11-08-gorbachev-baker")
    paragraphs = file.texts("//t:note[@type='source']/t:p")
    assert [p[:12] for p in paragraphs] == ["[Source: Arc", "Partially pu", "Translated b"]
    assert file.texts("//t:note//t:hi[@rend='italic']") == ["Sobranie Sochinenii"]
    monograph = file.texts("//t:biblStruct[@type='publication']/t:monogr/*")
    assert monograph[:2] == ["Mikhail Gorbachev", "Sobranie Sochinenii"]
    assert file.texts("//t:biblStruct//t:biblScope") == ["23", "42-48"]


@pytest.mark.parametrize(
    ("identifier", "before", "after", "certainty"),
    [
        (CALLS + "mitterrand", "I can tell", "you directly", "medium"),
        ("1990-11-08-gorbachev-baker", "Saddam", "Hussein was", "high"),
        ("1990-11-08-gorbachev-baker", "peaceful", "settlement exist", "medium"),
        (CALLS + "gandhi", "in 7 days it", "is simply", "medium"),
        (CALLS + "major", "withdrawal from Kuwait,", "just as", "medium"),
        ("1997-11-22-clinton-yeltsin", "grounds. That", "is why we have", "high"),
        ("1997-11-22-clinton-yeltsin", "withdrawn from that", "area. I mean", "medium"),
    ],
)
def test_paragraphs_cut_by_a_page_break(identifier: str, before: str, after: str, certainty: str) -> None:
    file = encoded(identifier)
    breaks = file.all("//t:p/t:pb[@resp='#edition']")
    (found,) = [b for b in breaks if (b.tail or "").strip().startswith(after)]
    assert (found.get("cert"), found.get("n")) == (certainty, None)
    preceding = found.getprevious()
    while preceding is not None and preceding.tag == tei("fw"):
        before_furniture = preceding
        preceding = preceding.getprevious()
        found = before_furniture
    text = (preceding.tail if preceding is not None else found.getparent().text) or ""
    assert text.strip().endswith(before)


def test_portion_marks_struck_and_unstruck() -> None:
    file = encoded("1997-11-22-clinton-yeltsin")
    marks = file.all("//t:metamark[@function='portionMark']")
    printed = [("".join(m.itertext()), bool(m.findall("t:del", NSMAP))) for m in marks]
    source = (TRANSCRIPTS / "clinton-yeltsin-1997-11-22.md").read_text("utf-8")
    for code in "CSU":
        struck = source.count(f"~~({code})~~")
        assert printed.count((f"({code})", True)) == struck
        assert printed.count((f"({code})", False)) == source.count(f"({code})") - struck
    assert {m.get("ana") for m in marks} == {"#classification.C", "#classification.S", "#classification.U", None}


def test_the_portion_mark_that_ocr_wrecked() -> None:
    (mark,) = encoded("1997-11-22-clinton-yeltsin").all("//t:metamark[@function='portionMark'][@cert='low']")
    assert "".join(mark.itertext()) == "let"
    assert mark.get("ana") is None
    assert mark.find("t:corr", NSMAP) is None


def test_a_portion_mark_alone_in_its_paragraph_belongs_to_the_one_before() -> None:
    (paragraph,) = encoded("1997-11-22-clinton-yeltsin").all("//t:p[contains(., 'We should watch this closely.')]")
    assert paragraph[-1].get("function") == "portionMark"


def test_furniture_in_the_middle_of_the_text() -> None:
    file = encoded("1997-11-22-clinton-yeltsin")
    kinds = [(fw.get("type"), " ".join("".join(fw.itertext()).split())[:24]) for fw in file.all("//t:text//t:fw")]
    assert kinds == [
        ("classification", "CONFIDENTIAL"),
        ("classification", "Classified by: Glyn T. D"),
        ("stamp", "DECLASSIFIED UNDER AUTHO"),
        ("classification", "CONFIDENTIAL"),
        ("pageNum", "6"),
        ("classification", "CONFIDENTIAL"),
        ("stamp", "CLINTON LIBRARY PHOTOCOP"),
    ]
    assert file.one("//t:trailer") == "-- End of Conversation --"
    (event,) = file.all("//t:custEvent[@type='declassification']")
    assert (event.get("when"), "".join(event.find(".//t:idno[@type='appeal']", NSMAP).itertext())) == (
        "2018-03-05",
        "2016-156",
    )
    assert "Reason: 1.5 (d)" in file.one("//t:custEvent[@type='classification']")


def test_three_labels_are_one_man() -> None:
    file = encoded("1997-11-22-clinton-yeltsin")
    labels = {(" ".join(sp.find("t:speaker", NSMAP).itertext()), sp.get("who")) for sp in file.all("//t:sp")}
    assert labels == {
        ("THE PRESIDENT:", "#clinton"),
        ("PRESIDENT CLINTON:", "#clinton"),
        ("PRESIDENT YELTSIN:", "#yeltsin"),
    }
    assert file.one("//t:list[@type='participants']//t:persName[@ref='#clinton']") == "President Clinton"


def test_a_direction_behind_a_label() -> None:
    file = encoded("1997-11-22-clinton-yeltsin")
    (stage,) = file.all("//t:sp/t:stage[@type='delivery']")
    assert "".join(stage.itertext()) == "(interrupts the translator):"
    assert stage.getprevious().tag == tei("speaker")
    assert encoded(CALLS + "mubarak").texts("//t:p/t:stage[@type='delivery']") == ["(speaks Russian)"]


def test_ordinary_parentheses_stay_text() -> None:
    texts = encoded("1997-11-22-clinton-yeltsin").texts("//t:p")
    for words in ("(Iraqis)", "(with us)", "(START II ratification)", "(opening)"):
        assert any(words in text for text in texts)
    assert len(encoded("1997-11-22-clinton-yeltsin").all("//t:stage")) == 1


def test_lists_and_a_quoted_press_release_inside_a_turn() -> None:
    file = encoded(CALLS + "andreotti")
    lists = file.all("//t:sp/t:list")
    assert [len(each.findall("t:item", NSMAP)) for each in lists] == [1, 3]
    assert {label.text for each in lists for label in each.findall("t:label", NSMAP)} == {"-"}
    (quote,) = encoded(CALLS + "aziz-1").texts("//t:sp[@who='#gorbachev']/t:quote/t:p")
    assert quote.startswith("“On behalf of the President of Iraq")
    assert quote.endswith("positions.”")


def test_the_note_takers_remark_is_in_italics() -> None:
    for identifier in ("aziz-1", "aziz-2"):
        (note,) = encoded(CALLS + identifier).all("//t:p/t:note[@type='remark']")
        text = "".join(note.itertext())
        assert (note.get("rend"), text[0], text[-1]) == ("italic", "(", ")")


def test_the_doubts_are_said_at_their_lines() -> None:
    """What convert says of the five transcripts: codes and lines, nothing else."""
    settings = load_edition(TEI / "edition.toml", TEI).value
    assert settings is not None
    found = []
    for path in sorted(TRANSCRIPTS.iterdir()):
        outcome = transcribe(path.read_bytes(), path.name, settings)
        found += [(d.location.path[:12], d.location.line, d.rule.code) for d in outcome.diagnostics]
    calls = "gorbachev-ca"
    assert found == [
        *[("clinton-yelt", line, "MC205") for line in (46, 58, 70, 108)],
        ("clinton-yelt", 108, "MC206"),
        ("gorbachev-ba", 1, "MC203"), ("gorbachev-ba", 65, "MC205"), ("gorbachev-ba", 77, "MC205"),
        (calls, 27, "MC302"), (calls, 69, "MC205"), (calls, 77, "MC211"), (calls, 179, "MC209"), (calls, 197, "MC205"),
        (calls, 201, "MC212"), (calls, 205, "MC212"), (calls, 243, "MC205"),
        ("gorbachev-ki", 25, "MC212"),
    ]  # fmt: skip


def test_nothing_in_the_text_is_an_attribute_alone() -> None:
    """Dates, times and persons are normalised in attributes beside the print, never instead of it."""
    for path in TEI.glob("1*.xml"):
        for element in etree.parse(str(path)).iter(tei("date"), tei("time"), tei("persName")):
            parent = element.getparent()
            if parent is not None and parent.tag not in (tei("setting"), tei("imprint")):
                assert "".join(element.itertext()).strip()
