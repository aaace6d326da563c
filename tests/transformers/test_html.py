"""The page: its facts, turns, signs, notes and links."""

from __future__ import annotations

import re
from itertools import pairwise

import html5lib
import pytest
from lxml import etree

import memcon
from harness import TALK
from memcon.transformers.html import css, to_html, to_whole_html
from transformers import samples
from transformers.samples import facts, first, html_of, page, parsed, shown, values


@pytest.fixture(scope="module")
def clinton() -> etree._Element:
    return parsed(page(samples.tree("clinton-yeltsin")))


@pytest.fixture(scope="module")
def frus() -> etree._Element:
    return parsed(page(samples.tree("frus-style")))


# -- The page is sound ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", samples.NAMES)
def test_a_strict_parser_finds_no_error(name: str) -> None:
    html5lib.HTMLParser(strict=True).parse(samples.outputs(name)["out.html"])


@pytest.mark.parametrize("name", samples.NAMES)
def test_identifiers_are_unique_and_links_within_the_page_resolve(name: str) -> None:
    root = parsed(samples.outputs(name)["out.html"])
    ids = values(root, "//@id")
    assert len(ids) == len(set(ids))
    pointers = [href[1:] for href in values(root, "//@href[starts-with(., '#')]")] + values(root, "//@aria-labelledby")
    assert set(pointers) <= set(ids)


@pytest.mark.parametrize("name", samples.NAMES)
def test_headings_are_in_order(name: str) -> None:
    root = parsed(samples.outputs(name)["out.html"])
    levels = [int(str(e.tag)[1]) for e in root.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", samples.NAMES)
def test_no_script_and_no_style_in_the_page(name: str) -> None:
    root = parsed(samples.outputs(name)["out.html"])
    assert root.xpath("//script | //style | //@style | //@*[starts-with(name(), 'on')]") == []
    assert values(root, "//link[@rel='stylesheet']/@href") == ["memcon.css"]


def test_a_page_in_one_piece_holds_its_style_sheet_as_it_is_written() -> None:
    page = to_whole_html(samples.tree("clinton-yeltsin"), tei_href="in.xml").value or ""
    assert f"<style>{css()}</style>" in page
    root = parsed(page)
    assert {link.get("rel") for link in root.iter("link")} == {"schema.DC", "alternate"}
    linked = samples.outputs("clinton-yeltsin")["out.html"]
    assert page.partition("</head>")[2] == linked.partition("</head>")[2]


def test_the_links_of_the_head_are_the_callers() -> None:
    outcome = to_html(samples.tree("clinton-yeltsin"), css_href="../a&b.css", tei_href="x y.xml")
    root = parsed(outcome.value or "")
    assert values(root, "//link[@rel='stylesheet']/@href") == ["../a&b.css"]
    links = values(root, "//link[@rel='alternate']/@href | //nav//a[.='TEI']/@href")
    assert {href.replace("%20", " ") for href in links} == {"x y.xml"}


# -- Head and facts ---------------------------------------------------------------------------------------------------


def test_facts_of_the_header(clinton: etree._Element) -> None:
    found = facts(clinton)
    assert found["Date"] == "22 November 1997"
    assert found["Time"] == "09:00–09:43 (UTC−05:00)"
    assert found["Place"] == "Oval Office"
    assert found["Medium"] == "by telephone"
    assert found["Participants"] == "Bill ClintonBoris Yeltsin"  # two items of a list
    assert found["Interpreter"] == "Dimitry Zarechnak"
    assert found["Note-takers"].startswith("Lyle Harrison")
    assert found["Classification"].startswith("Confidential. Classified by: Glyn T. Davies")
    assert found["Declassified"].startswith("5 March 2018: Interagency Security Classification Appeals Panel")
    assert found["Source"] == "Clinton Presidential Library"


def test_facts_of_a_translation() -> None:
    found = facts(parsed(page(samples.tree("gorbachev-aziz"))))
    assert found["Date"] == "23 February 1991 (taken over from the memorandum before; certainty: medium)"
    assert found["Original language"] == "Russian"
    assert found["Translated by"] == "Svetlana Savranskaya"
    book = "Mikhail Gorbachev, Sobranie Sochinenii (Moscow: Ves Mir, 2012), vol. 23, pp. 42-48"
    assert found["Earlier publication"] == book
    assert "Evgeny Primakov, joined late, from 00:40" in found["Participants"]


@pytest.mark.parametrize(
    ("words", "shown_"),
    [
        ("Secret.", "Secret"), ("SECRET; NODIS.", "Secret, Nodis"), ("Secret/Nodis.", "Secret, Nodis"),
        ("Secret; Nodis; Drafted by Falk.", "Secret, Nodis"),
    ],
)  # fmt: skip
def test_a_classification_is_said_once(words: str, shown_: str) -> None:
    note = f"Source: Archive of the Foundation, Box 1. {words}\n"
    found = facts(made(TALK.partition("[Source")[0] + note))["Classification"]
    level, _, said = found.partition(". ")
    assert level == shown_
    assert said.casefold().translate({ord(c): None for c in ";,./ "}) != level.casefold().replace(", ", "")


def test_a_subject_that_is_the_title_is_said_once() -> None:
    head = "Memorandum of Conversation\n\nSUBJECT: {}\n\nMoscow, May 3, 1975\n\n" + TALK.partition("1975\n\n")[2]
    root = made(head.format("Herring"))
    assert shown(first(root, "//h1")) == "Memorandum of Conversation: Herring"
    root = made(head.format("Memorandum of Conversation"))
    assert shown(first(root, "//h1")) == "Memorandum of Conversation"
    assert "“Memorandum of Conversation”, 3 May 1975" in shown(first(root, "//section[@aria-labelledby='page:cite']/p"))


def made(transcript: str) -> etree._Element:
    """The page of the memorandum of a transcript."""
    (document,) = memcon.convert(transcript.encode(), name="talk.txt").value or ()
    return parsed(memcon.render_html(document.data).value or "")


def test_metadata() -> None:
    root = parsed(page(samples.tree("gorbachev-aziz")))
    meta = {e.get("name"): e.get("content") for e in root.iter("meta")}
    title = "Memorandum of Conversation between Mikhail Gorbachev and Tariq Aziz"
    assert meta["DC.title"] == meta["citation_title"] == title
    assert meta["DC.date"] == "1991-02-23"
    assert meta["DC.identifier"] == "1991-02-23-gorbachev-aziz-1"
    assert meta["DC.language"] == "en"
    assert meta["DC.publisher"] == "Memoranda of Conversation, a test edition"
    assert meta["DC.rights"] == "Rights unknown."
    assert meta["DC.contributor"] == "Svetlana Savranskaya"
    assert meta["DC.source"] == "Archive of the Gorbachev Foundation, Fond 1, opis 1"
    assert "viewport" in meta
    assert root.get("lang") == "en"


def test_citation(clinton: etree._Element) -> None:
    text = shown(first(clinton, "//section[@aria-labelledby='page:cite']/p"))
    assert text == (
        "“Memorandum of Telephone Conversation: Telephone Conversation with Russian President Yeltsin”, "
        "22 November 1997. Clinton Presidential Library. Memoranda of Conversation, a test edition, "
        "1997-11-22-clinton-yeltsin."
    )


def test_the_words_of_the_page_are_english_in_a_page_of_another_language() -> None:
    root = parsed(samples.outputs("hostile")["out.html"])
    assert root.get("lang") == "ru"
    assert values(root, "//h2[.='Notes' or .='Text']/@lang | //footer/@lang") == ["en", "en"]


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ('when="1991-02-23"', "23 February 1991"),
        ('when="1991-09"', "September 1991"),
        ('when="1991"', "1991"),
        ('when="1991-13-01"', "1991-13-01"),
        ('from="1991-02-23T23:00:00" to="1991-02-24T01:00:00"', "23 February 1991 – 24 February 1991"),
        ('when="1991-02-23" cert="high"', "23 February 1991 (inferred; certainty: high)"),
    ],
)
def test_dates(date: str, words: str) -> None:
    tei = samples.tree_of(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><settingDesc><setting>'
        f"<date {date}/></setting></settingDesc></profileDesc></teiHeader><text><body/></text></TEI>".encode()
    )
    assert facts(parsed(page(tei)))["Date"] == words


def test_a_manuscript_without_repository_is_no_source() -> None:
    tei = samples.tree_of(
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><sourceDesc><msDesc><msIdentifier><msName>M</msName>'
        b'</msIdentifier><additional><custEvent type="declassification"><desc>APPEAL NO. 2016-156, document 3 '
        b'<idno type="appeal">2016-156</idno></desc></custEvent></additional></msDesc></sourceDesc></fileDesc>'
        b"</teiHeader>"
        b"<text><body/></text></TEI>"
    )
    assert facts(parsed(page(tei))) == {"Declassified": "APPEAL NO. 2016-156, document 3"}


def test_a_long_statement_of_rights_is_followed_by_its_address() -> None:
    words = "The text is that of the transcripts, and the encoding of it is in the public domain everywhere. " * 2
    tei = samples.tree_of(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><publicationStmt><availability>'
        f'<licence target="https://example.org/l">{words}</licence></availability></publicationStmt></fileDesc></teiHeader>'
        "<text><body/></text></TEI>".encode()
    )
    root = parsed(page(tei))
    assert facts(root)["Rights"] == f"{words}https://example.org/l"
    assert shown(first(root, "//dd/a")) == "https://example.org/l"


# -- Turns ------------------------------------------------------------------------------------------------------------


def test_each_turn_has_a_heading_and_an_address(clinton: etree._Element) -> None:
    turns = clinton.findall(".//div[@class='turn']")
    assert [turn.get("id") for turn in turns] == [f"t{n}" for n in range(1, 11)]
    for turn in turns:
        assert turn.xpath("count(div[@class='label']/*[self::h3 or self::h4])") == 1
        assert values(turn, "div[@class='label']/a/@href") == [f"#{turn.get('id')}"]


def test_an_office_gets_its_holder_beside_it(clinton: etree._Element) -> None:
    labels = [shown(h) for h in clinton.findall(".//h3[@class='speaker']")]
    assert labels[:2] == ["THE PRESIDENT: (Bill Clinton)", "PRESIDENT YELTSIN:"]
    assert labels[6] == "PRESIDENT CLINTON:"


def test_a_doubtful_speaker_is_said_to_be_so(frus: etree._Element) -> None:
    assert shown(first(frus, "//div[@id='t2']//h4")) == "President Suharto: (speaker uncertain)"


def test_a_turn_without_label_or_identifier() -> None:
    root = html_of("<sp><p>one</p><p>two</p></sp>")
    assert shown(first(root, "//div[@class='turn'][not(@id)]/div[@class='said']")) == "onetwo"


def test_what_stands_before_the_label_stays_before_it() -> None:
    turn = first(html_of('<sp xml:id="t1"><pb n="2"/><speaker>A:</speaker><p>x</p></sp>'), "//div[@id='t1']")
    assert [e.get("class") for e in turn] == ["pb", "label", "said"]


# -- Signs ------------------------------------------------------------------------------------------------------------


def test_a_redaction_is_spoken_and_its_printed_words_are_shown(frus: etree._Element) -> None:
    gap = first(frus, "//span[starts-with(@class, 'gap redacted')][contains(., '6½')]")
    assert shown(gap) == "6.5 lines redacted, FOIA (b)(1), Top Secret: [6½ lines not declassified]"
    assert values(gap, "span[@class='bar']/@aria-hidden") == ["true"]


def test_a_redaction_without_printed_words_says_what_its_attributes_say(frus: etree._Element) -> None:
    assert shown(first(frus, "//span[@class='added']")) == "[3 lines redacted, FOIA (b)(1)]"


@pytest.mark.parametrize(
    ("attributes", "words"),
    [
        ('reason="redacted" unit="line" quantity="1"', "1 line redacted"),
        ('reason="redacted" unit="line" atMost="1"', "at most 1 line redacted"),
        ('reason="redacted" unit="line" atLeast="2"', "at least 2 lines redacted"),
        ('reason="redacted" unit="name"', "name redacted"),
        ('reason="inaudible"', "inaudible"),
        ('reason="redacted" ana="#eo.1.4-b"', "redacted, 1.4 b"),
        ("", "missing"),
    ],
)
def test_gap_words(attributes: str, words: str) -> None:
    assert shown(first(html_of(f"<p><gap {attributes}/></p>"), "//p/span[contains(@class, 'gap')]")) == f"[{words}]"


def test_portion_marks_have_a_name(clinton: etree._Element) -> None:
    text = first(clinton, "//section[@class='text']")
    struck, plain = (first(text, f".//span[@class='mark'][{test}]") for test in ("s", "not(s)"))
    assert shown(struck) == "declassified portion mark, Confidential: (C)"
    assert shown(first(struck, "s")) == "(C)"
    assert shown(plain) == "portion mark, Unclassified: (U)"
    assert shown(first(clinton, "//span[@class='mark unreadable']")) == "portion mark, unreadable: let"


def test_a_struck_banner_is_said_to_be_struck(clinton: etree._Element) -> None:
    assert shown(first(clinton, "//span[@class='fw fw-classification']")) == "struck out: CONFIDENTIAL"


def test_sic_and_correction() -> None:
    root = parsed(page(samples.tree("gorbachev-aziz")))
    assert shown(first(root, "//h4//span[@class='choice']")) == "Mitterand. corrected by the edition: [Mitterrand.]"


def test_supplied_words_say_who_supplied_them() -> None:
    root = parsed(page(samples.tree("gorbachev-aziz")))
    assert values(root, "//span[@class='supplied']/@title") == [
        "supplied by the translator, Svetlana Savranskaya",
        "supplied by the edition the transcript is from",
    ]


def test_the_legend_has_only_the_signs_that_occur() -> None:
    root = html_of("<p>a <supplied>[b]</supplied></p>")
    assert [shown(e) for e in root.findall(".//dl[@class='signs']/dt")] == ["[word]"]


def test_a_page_without_signs_has_no_legend() -> None:
    root = html_of("<p>a</p>")
    assert root.findall(".//dl[@class='signs']") == []
    assert "#page:signs" not in values(root, "//@href")


def test_a_word_cut_by_a_line_is_joined_but_keeps_its_hyphen(frus: etree._Element) -> None:
    assert "opportu-nity" in shown(first(frus, "//div[@id='t1']"))
    assert shown(first(frus, "//span[@class='line-hyphen']")) == "-"


def test_page_breaks_have_a_name(frus: etree._Element, clinton: etree._Element) -> None:
    assert values(frus, "//section[@class='text']//span[@role='doc-pagebreak']/@aria-label") == ["page 648", "page 649"]
    assert "page break, inferred by the edition" in values(clinton, "//@aria-label")


# -- Notes ------------------------------------------------------------------------------------------------------------


def test_notes_are_brought_together_with_their_calls(frus: etree._Element) -> None:
    assert values(frus, "//section[@class='notes']//li/@id") == ["n1", "n2"]
    assert values(frus, "//sup//a/@href") == ["#n1", "#n2", "#n2"]
    assert values(frus, "//sup//a/@id") == ["call:n1", "call:n2"]
    assert values(frus, "//a[@role='doc-backlink']/@href") == ["#call:n1", "#call:n2"]
    assert shown(first(frus, "//li[@id='n1']")).startswith("[1] Source: National Archives")


def test_a_note_nobody_calls_stays_where_it_is(frus: etree._Element) -> None:
    assert "Go ahead. A note without a call." in shown(first(frus, "//div[@id='t4']"))


def test_a_mark_that_calls_nothing_is_no_link() -> None:
    root = html_of('<p>x<ref type="noteMark" target="#n9">9</ref></p>')
    assert shown(first(root, "//sup")) == "9"
    assert root.findall(".//sup//a") == []


# -- Blocks -----------------------------------------------------------------------------------------------------------


def test_a_paragraph_with_a_block_in_it_is_a_div(frus: etree._Element) -> None:
    para = first(frus, "//div[@class='para'][contains(., 'Cable 12')]")
    assert shown(para).startswith("He then read from the cable: Cable 12To all posts. Our military")
    assert para.findall("div[@class='floatingText']//h5")


def test_printed_bullets_are_kept_and_not_doubled(frus: etree._Element) -> None:
    items = frus.findall(".//ul[@class='list list-participants']/li")
    assert [shown(item) for item in items][:2] == ["- President Suharto of Indonesia", "- The President"]
    assert shown(items[2]) == "- Dr. Kissinger (a) his secretary(b) a note-taker"


def test_fields_are_a_dl(clinton: etree._Element) -> None:
    terms = [shown(e) for e in clinton.findall(".//dl[@class='list list-fields']/dt")]
    assert terms[:2] == ["SUBJECT:", "PARTICIPANTS:"]


def test_odd_children_of_lists_stay() -> None:
    root = html_of('<list>stray<label>1</label><pb n="2"/><item>a</item><label>last</label></list>')
    assert re.sub(r"\s", "", shown(first(root, "//ul[@class='list']"))) == "stray1alast"


def test_a_quotation_with_paragraphs_is_a_blockquote_and_one_in_a_line_is_not() -> None:
    root = html_of("<sp><quote><p>a</p></quote><p>“<quote>b</quote>”</p></sp>")
    assert shown(first(root, "//blockquote")) == "a"
    assert shown(first(root, "//p/span[@class='quote']")) == "b"


def test_language_and_direction(frus: etree._Element) -> None:
    arabic = first(frus, "//i[@lang='ar']")
    assert arabic.get("dir") == "rtl"
