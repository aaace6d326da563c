"""Any text file in the world converts into valid TEI that conserves it, or is refused for a stated reason.

`convert` itself proves and validates, so that the proof is repeated here with another reading of the file: the
TEI's own text against the characters of the source, less marks.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from memcon.conversion import Document, convert
from memcon.diagnostics import Location, Severity
from memcon.fidelity import TranscriptReference, printed_text
from memcon.readers import read
from memcon.tei.parsing import parse_tei
from memcon.transcript import is_space
from memcon.transformers.html import to_html
from memcon.transformers.text import to_diplomatic, to_text
from memcon.validation import check_links, validate
from memcon.validation.links import links_of
from memcon.verification import verify

REFUSALS = {"MC101", "MC102", "MC103", "MC108", "MC113"}
quick = settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
thorough = settings(max_examples=6000, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))

WORDS = """A: |Gorbachev: |Gorbachev. |MR. SMITH: |THE PRESIDENT: |Mr. Smith (interrupts):|Mitterand., |
    [Evgeny] Primakov. |O: |Secretary |Q: |A.|First.|[|]|[...]| ... |...|(|)|((|[[|*|**|***|_|__|~~|~|
    # |## |###### |#|- |• |1. |a) |(b) |> |```|\\*|\\|[^1]|[^1]: note|---|***|* * *|SUBJECT: |
    PARTICIPANTS:|PARTICIPANT: |DATE: May 3, 1975|TIME: 3:00 p.m.|PLACE: The White House|May 3, 1975|
    February 30, 1991|30 February 1991|February 23, 1991. 13:25-13:55|25:99|0:15 a.m.|10:00-11:00|
    [Source: |Source: Archive|[Source: X. Fond 1, Opis 2.]|Translated by X.|Translated by|[sic]|(b)(1)|
    25X1|~~(C)~~|(U)|~~let~~|CONFIDENTIAL|~~SECRET~~|**SECRET**|Page 3|- 3 -|3|[Page 3]|DECLASSIFIED|
    E.O. 12958|[3 lines not declassified]|[text not declassified]|[Omitted here is|"|“|”|«|»|hello|
    world.|and|then|it is|<script>|&amp;|&|<|>|]]>|<!--|-->|<?x?>|Memorandum of Conversation|
    MEMORANDUM OF TELEPHONE CONVERSATION|Record of Conversation of A. B. with C. D.|
    Telephone Conversation with X|[excerpt]|End of conversation|-- End of Conversation --|(laughs)|
    [Laughter]|(*they differ*)|[To General Brown]|[Your] plans|UNCLASSIFIED|The meeting ended.|x-|x\xad|
    fi\ufb01|שלום|مرحبا|é|e\u0301|𝒳|😀|뛞|\u200b|\u200f|\u202e|\ufeff|\u0378|\ue000|\U0010ffff|\x7f|\x85|
    \x80|\xa0|\u1680|\u2003|\u2028|\u2029|\u202f|\u205f|\u3000|\t| |  |\v|\f""".replace("|\n    ", "|").split("|")
PARTS = st.sampled_from(WORDS)
ENDS = st.sampled_from(["\n", "\n", "\n\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\r\r", "\n\f\n", "\f", " ", " ", ""])
PIECES = st.one_of(PARTS, PARTS, PARTS, st.text(max_size=3))
TRANSCRIPTS = st.lists(st.tuples(PIECES, ENDS), max_size=30).map(lambda pairs: "".join(a + b for a, b in pairs))


def check(data: bytes, encoding: str | None = None) -> tuple[Document, ...]:
    """Convert; all of it valid and conserved, or refused with a reason and a place."""
    outcome = convert(data, "a.txt", encoding=encoding)
    errors = [found for found in outcome.diagnostics if found.severity >= Severity.ERROR]
    for found in outcome.diagnostics:
        assert found.location.line >= 1
        assert found.location.column >= 1
    if outcome.value is None:
        assert len(errors) == 1
        assert errors[0].rule.code in REFUSALS, errors
        return ()
    assert errors == []
    transcript = read(data, "a.txt", encoding).value
    assert transcript is not None
    expected = "".join(c for c in _without(transcript.source, transcript.markup) if not is_space(c))
    encoded = "".join(piece for document in outcome.value for piece in _text(document))
    assert "".join(encoded.split()) == expected
    return outcome.value


def _without(source: str, markup: tuple[tuple[tuple[int, int], str], ...]) -> str:
    """The source less its mark-up, which is nothing but marks."""
    kept, at = [], 0
    for (start, end), _ in markup:
        assert re.fullmatch(r"[*_~#]+|#{1,6}[ \t]+|[ \t]+#+[ \t]*", source[start:end]), source[start:end]
        kept.append(source[at:start])
        at = end
    return "".join((*kept, source[at:]))


def _text(document: Document) -> list[str]:
    tree = parse_tei(document.data, "a.xml").value
    assert tree is not None
    return list(printed_text(tree))


@quick
@given(TRANSCRIPTS)
@example("\ufeff\ufeffx")
@example("A: x\x85y\u2028z\n\nB: 𝒳")
@example("a\rb\r\nc\nd")
def test_anything_like_a_transcript(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))


@pytest.mark.slow
@thorough
@given(TRANSCRIPTS)
def test_very_much_that_is_like_a_transcript(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))


@quick
@given(st.text())
def test_any_text(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))


@quick
@given(st.binary(max_size=60), st.sampled_from([None, "cp1252", "utf-16", "koi8-r", "utf-7", "idna", "no-such"]))
def test_any_bytes_in_any_encoding(data: bytes, encoding: str | None) -> None:
    check(data, encoding)


# Found by the properties above, made as small as they get. Each was wrong in the converters or in the header once, and
# fails here, by name, until it is right.
FOUND = [
    "PARTICIPANTS\nHaddad: We have read it/2/ with interest\n/2/See it.\n\nnow.\n\nPARTICIPANTS",  # a note in a field
    "Memorandum of Conversation\nMarch 1983, 9:00-9:30\n\nBell: Yes.\n\n"
    "Memorandum of Conversation with Karin Berg, Geneva, 11.15-11.45.\n\nBell: No.",  # a month handed on, and a time
    "Haddad: Yes.\n\nSECRET/NODİS\n\nBell: No.",
    "[Source: Archive, box 4.\nPublished in Anna Bell, A Life (Oslo: Falk, ١999), pp. 1-2]",
    "Meeting\n1 March 4215\nMarch 4215",
    "End of conversation",  # a body of nothing but a trailer
    "Memorandum of Conversation\nOslo, 12 March 1983: the herring.(1)\n\nHaddad: Yes.\n\n"
    "(1) Not known in Oslo until April.\nSECRET\n\nLindqvist: We have come a long way.",  # a banner behind such a note
    "Haddad: We saw [1 lıne not declassified].",
    "-- End --\n\nA: more",
    "PARTICIPANT:\n뛞",  # a name in letters no xml:id of the schema may hold
    "PARTICIPANT: שלום",
    "PARTICIPANT: conversa𑴩",
    "PARTICIPANT:\nworld.של",
    "PARTICIPANT\n<t>שלום",
    "SUBJECT\n\nThe herring of the sea\n\nPARTICIPANTS\n\nUS\n\n"
    "     Ambassador Lindqvist complained about the January 19 Departmental\n\n"
    "maintain and strengthen the friendship between Norway and the US. It,\n\n"
    "too, wished to repair the damage which had been caused in past years.\n\n"
    "     What occurred on Tuesday could be explained very simply. The US\n\n"
    "was in a transition process, and the council of the capital needed to\n\n"
    "review the complex of issues involving Norway, Sweden and Oslo. It had\n\n"
    "informed council some weeks ago that this study would be undertaken,",  # a side above double-spaced text
    "PARTICIPANTS:\n\n[2]\n[1] Source: Library, Box 20.\n[2] They spoke of herring.",  # a call and nobody
    "ENTRETIEN LINDQVIST1976\n\nEVA HOLM.- BONSOIR MONSIEURMINISTRE.NOUS VOICI EN DIRECT DE LA MAISON COMMUNE, ET VOUS "
    "AVEZ BIEN VOULU NOUS Y ACCUEILLIR CE SOIR POUR UNE HEURE D'ENTRETIEN SUR LES EAUX DE LA RIVIERE.LINDQVIST.- C'EST "
    "UNE QUESTION QUE VOUS M'AVEZ DEJA POSEE, ME SEMBLE-T-IL, L'ANNEE DERNIERE, ET LA REPONSE N'A PAS CHANGE.Õ EVA "
    "HOLM.- ELLE ETAIT COURTE.Õ M. LINDQVIST.- ELLE L'EST ENCORE.NOUS AVONS CONSTRUIT TROIS ECLUSES ET UN PONT, ET LE "
    "QUATRIEME SERA OUVERT AU PRINTEMPS SI LE TEMPS LE PERMET. EVA HOLM.- ET LES BATEAUX, QUI LES ATTEND DEPUIS SI "
    "LONGTEMPS AU BORD DU FLEUVE ? M. LINDQVIST.- TOUT LE MONDE, MADAME.\n\nMemorandum Conversatıon\nMarch 1983,",
    "Participants\n|\nPresident",  # the stroke of a table is nobody
    "[.]씾Opera:",  # the same, by way of a label
    "Conversation\nFebruary 3 1991\n~",  # a dateline that is one to one pass, and none to another
    "MEMORANDUM CONVERSATION\nMay 3 1975\n[Laughter]",  # a direction in a dateline
    "DECLASSIFIED",  # a declassification without a date
    "Released to the public domain 16-Jan-2001, by A. B.",
    ":[excerpt]",  # an extent in the middle of a paragraph
    "bad_list[fragment] = 0",
    "PARTICIPANT\n[Page3]-",  # a page mark in a list of participants
    "Source:Archive\x0bE",  # white space that XML forbids, on the way into the header
    "Source:Archive\x0c3",
    "Memorandum of Conversation\nMoscow, May 3, 1975, The Kremlin",  # places on both sides of a date
    # two memoranda, and notes to both behind the second
    "Memorandum of Conversation\n\nMay 3, 1975\n\nBell: Yes[1].\n\nMemorandum of Conversation\n\nMay 4, 1975\n\n"
    "Bell: No[2].\n\n[1] A note.\n\n[2] Another.",
    # one person with the names of two who speak together
    "Memorandum of Conversation between Anna Lindqvist awd Omar Haddad\n12 March 1983\n\n"
    "Haddad and Lindqvist: We agree.\n\nLindqvist: Yes.\n\nHaddad: No.\n\nHaddad and Lindqvist: Good.",
    # notes, and a memorandum behind them
    "1 Source: Archive, Box 7.\n\n71. Memorandum of Conversation1\n\nMoscow, May 22, 1972, 6:15 p.m.\n\n"
    "SUBJECT\n\nMeeting\n\nPARTICIPANTS\n\nAnna Bell\n\nMr. Bell: Yes.\n\nMr. Dorn: No.\n\nMr. Bell: Yes.",
    "Bell: Yes[\u0661].\n\n[\u0661] A note.",  # a note numbered in digits that no xml:id may hold
    "Bell: No. [1 \u017fentence not declassified] Yes.",
    "Memorandum of Conversation\n12 March 4215",  # a year that the schema does not know
    "Memorandum of Conversation\n\u017feptember 3, 1975",  # a long s is an s where case does not count
    "Memorandum of Conversation\nMay 3, 1975, m\u0131dn\u0130ght",  # nor do dots on an i
]


@pytest.mark.parametrize("text", FOUND)
def test_what_was_found(text: str) -> None:
    assert check(text.encode())


SHAPES = {
    "nested brackets": "[" * 3000 + "x" + "]" * 3000,
    "open brackets": "A: " + "[" * 3000,
    "nested parentheses": "(" * 3000 + "x" + ")" * 3000,
    "marks": "*_" * 3000 + "x" + "_*" * 3000,
    "strikes": "~~a " * 3000,
    "a long line": "word " * 20_000,
    "a long word": "x" * 100_000,
    "labels": "A: hello.\n\nB: hello.\n\n" * 300,
    "blank lines": "a" + "\n" * 50_000 + "b",
    "blanks": "a" + " " * 50_000 + "b",
    "form feeds": "a\n\f\n" * 300,
    "headings": "# a\n" * 500,
    "bullets": "- a\n" * 500,
    "quotations": "> a\n" * 500,
    "carriage returns": "a\r" * 2000,
    "combining characters": "a" + "\u0301" * 20_000,
    "right to left": "\u202e" + "שלום: " * 500,
    "colons": ":" * 50_000,
    "full stops": "." * 50_000,
    "initials": "A." * 90 + ">",
    "label without end": "A" * 50_000 + ":",
}


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_that_no_transcript_has(name: str) -> None:
    assert check(SHAPES[name].encode())


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["x", "[", "]", ":", "*", "_", "~", "(", ".", "-", "#", '"', " "])
def test_a_million_of_one_thing(unit: str) -> None:
    check((unit * (1_000_000 // len(unit)) + "x").encode())


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["\n", "x\n", "A: \n"])
def test_a_million_of_short_lines(unit: str) -> None:
    """More lines than a transcript has are refused by name; as many as one may have become documents."""
    assert check((unit * 9_000 + "x").encode())
    outcome = convert((unit * (1_000_000 // len(unit)) + "x").encode(), "a.txt")
    assert outcome.value is None
    assert [found.rule.code for found in outcome.diagnostics] == ["MC114"]


# -- what is made can be read by everything else ---------------------------------------------------


@settings(quick, max_examples=40)
@given(TRANSCRIPTS)
def test_what_is_made_is_verified_validated_and_rendered(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    for document in check(data):
        outcome = verify(document.data, f"{document.identifier}.xml", lambda _named: ("a.txt", data))
        assert outcome.diagnostics == ()
        assert outcome.value is not None
        found = validate(document.data, f"{document.identifier}.xml").diagnostics
        assert [d for d in found if d.rule.code < "MC510"] == []  # the others are a reviewer's questions
        assert to_html(outcome.value, path="a.xml").value
        assert to_text(outcome.value, path="a.xml").value is not None
        diplomatic = to_diplomatic(outcome.value, path="a.xml").value
        assert diplomatic is not None
        assert "".join(diplomatic.split()) == "".join("".join(printed_text(outcome.value)).split())


XML_WORDS = [
    "<p>", "</p>", "<TEI xmlns='http://www.tei-c.org/ns/1.0'>", "</TEI>", "<text>", "</text>", "<body>", "</body>",
    "<teiHeader>", "</teiHeader>", "<fileDesc>", "</fileDesc>", "<sourceDesc>", "</sourceDesc>", "<hi/>", "<div>",
    "<bibl type='transcript'><ptr target='a.txt#line=0,1'/></bibl>", "<bibl type='transcript'><ptr/></bibl>",
    "<bibl type='transcript'><ptr target='%00'/></bibl>", "<sp who='#x'>", "</sp>", "</div>", "<gap reason='x'/>",
    "<p xml:id='a'/>", "<p xml:id='1 2'/>", "<p who='#a b.xml#c %00'/>", "<?memcon x?>", "<!-- c -->", "&amp;",
    "<p xmlns='urn:x'/>", "<p xmlns:a='urn:x' a:b='c'/>", "<idno type='memcon'>x</idno>", "<persName ref='x#y'/>",
    "<publicationStmt>", "</publicationStmt>", "<pb n='1'/>", "<table/>", "words", " ", "\n", "é", "𝒳",
]  # fmt: skip
XML_PARTS = st.sampled_from(XML_WORDS)
XML = st.lists(XML_PARTS, max_size=14).map(
    lambda parts: f"<TEI xmlns='http://www.tei-c.org/ns/1.0'>{''.join(parts)}</TEI>".encode()
)


def _absent(_named: TranscriptReference) -> tuple[str, bytes]:
    raise FileNotFoundError


@settings(quick, max_examples=250)
@given(st.one_of(XML, XML, XML, st.binary(max_size=40)))
def test_any_xml_and_any_bytes_are_verified_validated_and_rendered_without_a_traceback(data: bytes) -> None:
    for load in (lambda _named: ("a.txt", b"words"), _absent):
        verified = verify(data, "a.xml", load)
        assert all(found.message for found in verified.diagnostics)
    outcome = validate(data, "a.xml")
    assert outcome.diagnostics, "nothing this small is valid"
    assert all(found.location >= Location("a.xml", 1) for found in outcome.diagnostics)
    if outcome.value is not None:
        list(check_links([links_of(outcome.value, "a.xml")]))
        to_html(outcome.value, path="a.xml")
        to_text(outcome.value, path="a.xml")
        to_diplomatic(outcome.value, path="a.xml")
