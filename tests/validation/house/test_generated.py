"""What the converter alone writes, and what follows from the rest of a file: altered, it is named; added to, not."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from conftest import TEI
from memcon.diagnostics import Severity
from memcon.rules import RULES
from memcon.validation import validate
from memcon.version import RELEASES, VERSION

KAIFU = "1991-02-23-gorbachev-kaifu.xml"
BAKER = "1990-11-08-gorbachev-baker.xml"
AZIZ = "1991-02-23-gorbachev-aziz-2.xml"
GANDHI = "1991-02-23-gorbachev-gandhi.xml"
ANDREOTTI = "1991-02-23-gorbachev-andreotti.xml"
YELTSIN = "1997-11-22-clinton-yeltsin.xml"
KISSINGER = "1989-01-17-gorbachev-kissinger.xml"

_NAME, _TERMS = "(?<=Toshiki Kaifu</persName>)", "(?=<availability>)"  # places in a header
_CHANGED = '<revisionDesc><change when="2026-01-01" who="#edition">Proof-read.</change></revisionDesc>'
_HILL = '<respStmt xml:id="proof"><resp>proof-reading</resp><persName>Ada Hill</persName></respStmt>'

By = str | Callable[[re.Match[str]], str]

DAMAGES: dict[str, tuple[str, str, By, str]] = {
    "a word of the practice": (KAIFU, "stands in the text", "stands not in the text", "MC507"),
    "a statement lost": (KAIFU, r"<p>Misprints.*?</p>\s*", "", "MC507"),
    "statements in another order": (KAIFU, r"(<p>Misprints.*?</p>)(\s*)(<p>A paragraph.*?</p>)", r"\3\2\1", "MC507"),
    "another practice": (KAIFU, r"<p>Every printed.*?</p>", "<p>Spelling was modernised.</p>", "MC507"),
    "a version that never was": (KAIFU, 'version="0.1.0"', 'version="0.0.9"', "MC507"),
    "another program": (KAIFU, 'ident="memcon" v', 'ident="memcom" v', "MC507"),
    "another name of the program": (KAIFU, "<label>memcon</label>", "<label>Word</label>", "MC507"),
    "what a statement is for": (KAIFU, "<resp>edition of the transcript</resp>", "<resp>editor</resp>", "MC507"),
    "who answers for the edition": (KAIFU, r"(xml:id=\"edition\">\s*<resp>encoding</resp>\s*<orgName>)memcon", r"\1X",
                                    "MC507"),
    "nobody who printed the transcript": (KAIFU, r'<respStmt xml:id="source-edition">.*?</respStmt>\s*', "", "MC507"),
    "no transcript": (KAIFU, r'<bibl type="transcript">.*?</bibl>', "", "MC507"),
    "no digest": (KAIFU, r"<\?memcon .*?\?>\n", "", "MC507"),
    "no schema": (KAIFU, r"<\?xml-model [^>]*memcon.rng.*?\?>\n", "", "MC507"),
    "another kind of schema": (KAIFU, "http://relaxng.org/ns/structure/1.0", "http://www.w3.org/2001/XMLSchema",
                               "MC507"),
    "the terms": (KAIFU, "<availability>", '<availability status="unknown">', "MC507"),
    "statements exchanged": (KAIFU, r'(<respStmt xml:id="edition">.*?</respStmt>)(\s*)(<respStmt.*?</respStmt>)',
                             r"\3\2\1", "MC508"),
    "persons exchanged": (KAIFU, r'(<person xml:id="g.*?</person>)(\s*)(<person.*?</person>)', r"\3\2\1", "MC508"),
    "the date before the place": (GANDHI, r"(<placeName>Moscow</placeName>)(\s*)(<date [^>]*/>)(?=\s*</setting>)",
                                  r"\3\2\1", "MC508"),
    "the certainty of a break": (GANDHI, 'cert="medium"', 'cert="low"', "MC597"),
    "who concludes": (GANDHI, '<pb resp="#edition"', '<pb resp="#translator-1"', "MC597"),
    "who supplies": (GANDHI, '<supplied resp="#translator-1"', '<supplied resp="#source-edition"', "MC597"),
    "a struck mark": (YELTSIN, ' type="declassified"', "", "MC597"),
    "the place of furniture": (YELTSIN, '(<fw type="classification" place=)"bottom"', r'\1"top"', "MC597"),
    "a meaning of the talk": (KAIFU, '<p>Greetings', '<p ana="#medium.telephone">Greetings', "MC597"),
    "another id of a person": (KAIFU, '"#kaifu"|"kaifu"', lambda found: found[0].replace("kaifu", "tosh"), "MC597"),
    "a vocabulary of something else": (KAIFU, "Medium of the conversation", "Medium of travel", "MC583"),
    "a vocabulary that is not used": (KAIFU, r"<classDecl>", '<classDecl><taxonomy xml:id="mood"><category '
                                      'xml:id="mood.a"><catDesc>good</catDesc></category></taxonomy>', "MC583"),
    "the ground of a date": (AZIZ, 'evidence="conjecture"', 'evidence="internal"', "MC556"),
    "how certain a date is": (AZIZ, 'cert="medium" evidence', 'cert="high" evidence', "MC556"),
    "the time of the end": (KAIFU, 'to="1991-02-23T21:10:00"', 'to="1991-02-23"', "MC553"),
    "days later": (KAIFU, 'to="1991-02-23T21:10:00"', 'to="1991-03-23T21:10:00"', "MC554"),
    "a day later": (KAIFU, 'to="1991-02-23T21:10:00"', 'to="1991-02-24T21:10:00"', "MC554"),
    "speech out of its turn": (KAIFU, r"(<p>Moving on.*?</p>)(\s*)(</sp>)", r"\3\2\1", "MC599"),
    "the language of a paragraph": (KAIFU, "<p>Greetings", '<p xml:lang="fr">Greetings', "MC582"),
    "a change before the talk": (KAIFU, "</teiHeader>", '<revisionDesc><change when="1985-01-01">Read.</change>'
                                 "</revisionDesc></teiHeader>", "MC558"),
    "a change of nothing": (KAIFU, "</teiHeader>", '<revisionDesc><change when="2026-01-01"/></revisionDesc>'
                            "</teiHeader>", "MC579"),
    "a word that is no name": (KAIFU, "trust Saddam", "<orgName>trust</orgName> Saddam", "MC547"),
    "words that are no aside": (KAIFU, "<p>Greetings.", '<p><stage type="delivery">Greetings.</stage>', "MC547"),
    "a source note of another type": (KAIFU, '<note type="source"', '<note type="editorial"', "MC547"),
    "a label corrected to none": (KISSINGER, r'<corr resp="#edition">Kissinger\.</corr>',
                                  '<corr resp="#edition">Kissinger.s</corr>', "MC547"),
    "an office lost": (ANDREOTTI, r"\s*<occupation>.*?</occupation>", "", "MC569"),
    "an office cut": (YELTSIN, "<occupation>Russian President<", "<occupation>Russian<", "MC569"),
    "a block of classification not told": (YELTSIN, r'<custEvent type="classification">.*?</custEvent>', "", "MC568"),
    "somebody of the title lost": (KAIFU, r'\s*<person xml:id="kaifu".*?</person>| who="#kaifu"', "", "MC525"),
    "a title that was made": (BAKER, r'(<title type="supplied"[^>]*>Conversation of Mikhail Gorb)a', r"\1e", "MC576"),
    "white space that is none": (KAIFU, "<persName>Toshiki Kaifu", "<persName>Toshiki\u00a0Kaifu", "MC536"),
    "a correction of nobody": (KAIFU, "rest on a Saturday", "<choice><sic>rest</sic><corr resp=\"#edition\">sleep"
                               "</corr></choice> on a Saturday", "MC509"),
    "a note of nobody": (KAIFU, "</p>(?=\\s*</sp>)", '<note type="editorial" resp="#edition">In Tokyo.</note></p>',
                         "MC509"),
    "a misprint for nobody": (KAIFU, "rest on a Saturday", "<sic>rest</sic> on a Saturday", "MC509"),
    "a certainty of nobody": (KAIFU, "<p>Greetings", '<p cert="low">Greetings', "MC509"),
    "a certain speaker": (KAIFU, '<sp who="#kaifu"', '<sp who="#kaifu" cert="high"', "MC509"),
    "a paragraph of the translator": (KAIFU, "<p>Greetings", '<p resp="#source-edition">Greetings', "MC597"),
    "a number that is not printed": (KAIFU, "<p>Greetings", '<p n="7">Greetings', "MC597"),
    "a sentence that is furniture": (KAIFU, "(Moving on[^.]*\\.)", r'<fw type="footer">\1</fw>', "MC547"),
    "a sentence that is debris": (KAIFU, "(Moving on[^.]*\\.)", r'<fw type="noise">\1</fw>', "MC547"),
    "a sentence that is a banner": (KAIFU, "(Moving on[^.]*\\.)", r'<fw type="classification">\1</fw>', "MC547"),
    "a paragraph that is furniture": (KAIFU, "<p>(Moving on.*?)</p>", r'<fw type="header">\1</fw>', "MC547"),
    "a sentence that is a page number": (KAIFU, "(Moving on[^.]*\\.)", r'<fw type="pageNum">\1</fw>', "MC547"),
    "furniture at the foot of notes": (YELTSIN, '(<fw type="classification" place=)"bottom"', r'\1"foot"', "MC547"),
    "a sentence that is a note": (KAIFU, "(Moving on[^.]*\\.)", r'<note type="editorial">\1</note>', "MC547"),
    "a sentence that is a numbered note": (KAIFU, "(Moving on[^.]*\\.)", r'<note n="7" place="foot">\1</note>',
                                           "MC597"),
    "a sentence that is an extent": (KAIFU, "(Moving on[^.]*\\.)", r'<note type="extent">\1</note>', "MC547"),
    "a sentence that is withheld": (KAIFU, "(Moving on[^.]*\\.)", r'<gap reason="redacted"><desc>\1</desc></gap>',
                                    "MC560"),
    "a sentence that is left out": (KAIFU, "(Moving on[^.]*\\.)",
                                    r'<ellipsis><metamark function="omission">\1</metamark></ellipsis>', "MC547"),
    "a word that is punctuation": (KAIFU, "(Moving)( on)", r'<pc force="weak">\1</pc>\2', "MC547"),
    "a word that is a date": (KAIFU, "(Moving)( on)", r"<date>\1</date>\2", "MC547"),
    "a word that is an hour": (KAIFU, "(Moving)( on)", r"<time>\1</time>\2", "MC547"),
    "words that are a resolution": (KAIFU, "(Moving on)", r'<ref type="resolution" target="https://un.org/a">\1</ref>',
                                    "MC547"),
    "a paragraph that is a list": (KAIFU, "(<p>Moving on.*?</p>)", r"<list><item>\1</item></list>", "MC547"),
    "a banner that is a paragraph": (KAIFU, "(?=<p>Moving on)", "<p>SECRET</p>", "MC547"),
    "a source note that is a paragraph": (KAIFU, '<note type="source"[^>]*>(.*?)</note>', r"<p>\1</p>", "MC547"),
    "a comment in a word": (KAIFU, "Mov(?=ing on)", "Mov<!-- o -->", "MC411"),
    "a comment round mark-up": (KAIFU, "(?=<p>Moving on)", "<!-- <p>Not so fast.</p> -->", "MC411"),
    "a proposal to delete": (KAIFU, "(?=Moving on)", '<?oxy_delete author="x" content="not "?>', "MC410"),
    "a program in the text": (KAIFU, "(?=Moving on)", '<?php echo "x"?>', "MC410"),
    "a style sheet from elsewhere": (KAIFU, "(?=<TEI )", '<?xml-stylesheet type="text/xsl" href="//x.org/a.xsl"?>\n',
                                     "MC410"),
    "another instruction of memcon's": (KAIFU, "(?=<TEI )", '<?memcon checked="yes"?>\n', "MC410"),
    "a paragraph that is a quotation": (KAIFU, "(<p>Moving on.*?</p>)", r"<quote>\1</quote>", "MC547"),
    "another day": (KAIFU, "</setting>", '<date when="1999-01-01"/></setting>', "MC553"),
    "another setting": (KAIFU, "</setting>", '</setting><setting><date when="1999-01-01"/></setting>', "MC553"),
    "a place of another setting": (KAIFU, "</setting>", "</setting><setting><placeName>Minsk</placeName></setting>",
                                   "MC577"),
    "a day that is but the last": (KISSINGER, '<date when="1989-01-17"/>', '<date notBefore="1989-01-17"/>', "MC553"),
    "what they did": (KAIFU, "</setting>", "<activity>interrogation</activity></setting>", "MC577"),
    "a presence": (KAIFU, '</person>', '<state type="attendance"><desc>left early</desc></state></person>', "MC569"),
    "another medium": (KAIFU, '(?=</textClass>)', '<catRef scheme="#medium" target="#medium.teletype"/>', "MC578"),
    "key words": (KAIFU, "(?=</textClass>)", "<keywords><term>Oil</term></keywords>", "MC576"),
    "a language of nothing": (KAIFU, '(?=</langUsage>)', '<language ident="fr">French</language>', "MC582"),
    "a further name": (KAIFU, _NAME, '<persName type="variant">T. Smith</persName>', "MC523"),
    "a name of another": (KAIFU, _NAME, '<persName type="variant">Gorbachev</persName>', "MC523"),
    "a person of the edition": (KAIFU, '<person xml:id="kaifu"', '<person xml:id="kaifu" resp="#edition"', "MC509"),
    "a person for nobody": (KAIFU, '<person xml:id="kaifu"', '<person xml:id="kaifu" cert="low"', "MC509"),
    "a doubt of nobody": (KAIFU, "(?=</sp>)", '<certainty target="#t1" locus="value" cert="low"/>', "MC509"),
    "a change by the printer": (KAIFU, "</teiHeader>", '<revisionDesc><change when="2026-01-01" who="#source-edition">'
                                "Read.</change></revisionDesc></teiHeader>", "MC597"),
    "a turn that is none": (KAIFU, "<p>Greetings", '<p xml:id="t99">Greetings', "MC581"),
    "a program that copies the name": (KAIFU, "</appInfo>", '<application ident="word" version="1"><label>memcon'
                                       "</label></application></appInfo>", "MC507"),
    "a number of no authority": (KAIFU, _NAME, '<idno type="VIAF">kaifu</idno>', "MC312"),
    "an address that is a program": (KAIFU, _TERMS, '<idno type="URL">javascript:alert(1)</idno>', "MC312"),
    "a book of another number": (KAIFU, _TERMS, '<idno type="ISBN">978-0-306-40615-8</idno>', "MC312"),
    "a participant of the web": (YELTSIN, '(?<=<persName) ref="#zarechnak"', ' ref="https://x.org/a"', "MC525"),
    "a day from elsewhere": (KAIFU, '<date when="1991-02-23"(?=>)', '<date when="1992-02-02" source="https://x.org/"',
                             "MC509"),
    "a doubt about a label": (KISSINGER, '<corr resp="#edition"', '<corr resp="#edition" cert="low"', "MC509"),
    "an event of some time": (YELTSIN, '<custEvent type="classification"',
                              '<custEvent type="classification" notBefore="1998-01-01"', "MC509"),
    "a note in the margin": (KAIFU, '<note type="source"', '<note place="margin" type="source"', "MC597"),
    "people of whom nothing is said": (KAIFU, "(?=</listPerson>)", '<personGrp xml:id="others" role="unknown">'
                                       "<persName>Others</persName></personGrp>", "MC521"),
    "a title of the item": (KAIFU, "<msItem>", "<msItem><title>Secret talks</title>", "MC576"),
    "an interpreter who speaks": (KAIFU, '(<person xml:id="kaifu" role=)"principal"', r'\1"interpreter"', "MC524"),
    "a name of nobody": (KAIFU, "<p>I(?= )", "<p><persName>I</persName>", "MC547"),
    "a change before there was a TEI": (KAIFU, "</teiHeader>", '<revisionDesc><change when="1980-01-01">Typed.</change>'
                                        "</revisionDesc></teiHeader>", "MC558"),
    "a change to come": (KAIFU, "</teiHeader>", '<revisionDesc><change when="2099-01-01">Typed.</change>'
                         "</revisionDesc></teiHeader>", "MC311"),
    "something to do": (KAIFU, "(?=Moving on)", "<!-- TODO: check -->", "MC411"),
    "a comment in a title": (KAIFU, r"(<title [^>]*>\w+)", r"\1 <!-- secret --> ", "MC411"),
    "a schema that is named twice": (KAIFU, r"(<\?xml-model [^>]*rng[^>]*>\n)", r"\1\1", "MC410"),
    "two page breaks": (GANDHI, r'(<pb resp="#edition" cert="medium"/>)', r"\1\1", "MC540"),
}  # fmt: skip

EDITS: dict[str, tuple[str, str, By]] = {
    "a practice of one's own": (KAIFU, r"(<p>A speaker label.*?</p>)", r"\1<p>Names were checked.</p>"),
    "another program": (KAIFU, "</appInfo>", '<application ident="oxygen" version="27"><label>oXygen</label>'
                        "</application></appInfo>"),
    "another who answers": (KAIFU, "</titleStmt>", f"{_HILL}</titleStmt>"),
    "a break that somebody decided": (GANDHI, 'cert="medium"', 'cert="high"'),
    "a supplier of whom one is not sure": (GANDHI, '<supplied resp="#translator-1"',
                                           '<supplied resp="#source-edition" cert="low"'),
    "a correction": (KAIFU, "</teiHeader>(.*?)rest on a Saturday", f"{_CHANGED}</teiHeader>\\1<choice><sic>rest</sic>"
                     '<corr resp="#edition">sleep</corr></choice> on a Saturday'),
    "a note": (KAIFU, "</teiHeader>(.*?)</p>(?=\\s*</sp>)", f"{_CHANGED}</teiHeader>\\1"
               '<note type="editorial" resp="#edition">In Tokyo.</note></p>'),
    "a misprint": (KAIFU, "(</titleStmt>.*?)(rest)(?= on a Saturday)", f"{_HILL}\\1<sic resp=\"#proof\">\\2</sic>"),
    "a note of one's own": (KAIFU, "(</titleStmt>.*?)</p>(?=\\s*</sp>)",
                            f'{_HILL}\\1<note type="editorial" resp="#proof">Tokyo.</note></p>'),
    "a speaker of whom one is not sure": (KAIFU, '(</titleStmt>.*?)<sp who="#kaifu"',
                                          f'{_HILL}\\1<sp who="#kaifu" resp="#proof" cert="low"'),
    "debris that somebody saw": (KAIFU, "(</titleStmt>.*?)(Moving)(?= on)",
                                 f'{_HILL}\\1<fw type="noise" resp="#proof">\\2</fw>'),
    "a comment between words": (KAIFU, "(?=Moving on)", "<!-- the summit? See <https://example.org/> & the scan -->"),
    "a style sheet of one's own": (KAIFU, "(?=<TEI )", '<?xml-stylesheet type="text/css" href="../tei.css"?>\n'),
    "an instruction for an editor": (KAIFU, "(?=<TEI )", '<?oxygen RNGSchema="../schemas/memcon.rng" type="xml"?>\n'),
    "a book": (KAIFU, _TERMS, '<idno type="ISBN">978-0-306-40615-7</idno><idno type="DOI">10.1000/1</idno>'),
    "a person of an authority": (KAIFU, _NAME, '<idno type="Wikidata">Q243</idno>'),
    "a name that is printed": (KAIFU, _NAME, '<persName type="variant">Mr. Kaifu</persName>'),
    "how they talked": (KAIFU, "</setting>", "<activity>telephone</activity></setting>"),
    "key words for which somebody answers": (KAIFU, r"(</textClass>\s*</profileDesc>)",
                                             f"<keywords><term>Oil</term></keywords>\\1{_CHANGED}"),
    "a number that is printed": (KAIFU, "<p>Greetings", '<p n="Greetings">Greetings'),
    "a name pointed to": (KAIFU, "you, Mr. Kaifu", 'you, <persName ref="#kaifu">Mr. Kaifu</persName>'),
    "narration between turns": (KAIFU, "(</sp>)", r"\1<p>There was a pause of ten minutes.</p>"),
    "a change": (KAIFU, "</teiHeader>", f"{_CHANGED}</teiHeader>"),
    "a language that is listed": (KAIFU, r'(<language ident="en"/>)(.*?<p)(>Greetings)',
                                  r'\1<language ident="fr"/>\2 xml:lang="fr"\3'),
}  # fmt: skip


def found(name: str, pattern: str, by: By) -> set[str]:
    """The codes of warnings and errors in a file of the edition of which something is changed."""
    source = (TEI / name).read_text("utf-8")
    limit = 0 if callable(by) or "|" in pattern else 1
    changed, count = re.subn(pattern, by, source, count=limit, flags=re.S)
    assert count, pattern
    said = validate(changed.encode(), name).diagnostics
    return {each.rule.code for each in said if each.rule.severity is not Severity.INFO}


@pytest.mark.parametrize("what", DAMAGES)
def test_a_damage_is_named(what: str) -> None:
    name, pattern, by, code = DAMAGES[what]
    assert code in found(name, pattern, by)


@pytest.mark.parametrize("what", EDITS)
def test_an_edit_is_not(what: str) -> None:
    settled = {"MC566"}  # in the edition's own edition.toml
    assert found(*EDITS[what]) - settled == set()


@pytest.mark.parametrize(("comment", "told"), {
    "TODO: check": True, "FIXME": True, "date TBD": True, " XXX who?": True, "see volume XXX": False, "todos": False,
}.items())  # fmt: skip
def test_what_is_still_to_be_done_is_told(comment: str, told: bool) -> None:
    made = (TEI / KAIFU).read_text("utf-8").replace("</body>", f"<!-- {comment} --></body>")
    assert ("MC411" in {each.rule.code for each in validate(made.encode(), KAIFU).diagnostics}) is told


def test_this_version_is_the_last_that_is_known() -> None:
    assert RELEASES[-1] == VERSION


def test_every_damage_is_of_a_warning() -> None:
    assert {RULES[code].severity for *_, code in DAMAGES.values()} == {Severity.WARNING}


def test_furniture_where_there_is_no_page_ends_no_check() -> None:
    source = (TEI / KAIFU).read_text("utf-8")
    made = source.replace("<fileDesc>", '<fileDesc><fw type="header" place="top">SECRET</fw>', 1)
    assert made != source
    assert "MC404" in {found.rule.code for found in validate(made.encode(), KAIFU).diagnostics}
