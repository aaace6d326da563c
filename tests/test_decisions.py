"""edition.toml: every kind of decision works and beats the rules; what cannot be used is said with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import TEI
from harness import TALK, memcon, talk
from memcon.conversion import Settings, convert
from memcon.decisions import Edition, JoinDecision, LabelDecision, MemorandumDecision, read_edition, strangers, unused
from memcon.editions import load_edition
from memcon.tei.names import NSMAP
from memcon.tei.parsing import Tree, parse_tei


def read(toml: str) -> Edition:
    outcome = read_edition(toml.encode(), "edition.toml")
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


def encoded(toml: str, text: str = TALK) -> list[Tree]:
    outcome = convert(text.encode(), "talk.txt", Settings(read(toml)))
    assert outcome.value is not None, outcome.diagnostics
    trees = [parse_tei(document.data, "x.xml").value for document in outcome.value]
    return [tree for tree in trees if tree is not None]


def texts(tree: Tree, xpath: str) -> list[str]:
    found = tree.xpath(xpath, namespaces=NSMAP)
    assert isinstance(found, list)
    return [" ".join((e if isinstance(e, str) else "".join(e.itertext())).split()) for e in found]


# -- decisions beat rules --------------------------------------------------------------------------

HERE = '[[memorandum]]\ntranscript = "talk.txt"\nline = 1\n'


def test_a_title_a_date_and_a_place() -> None:
    (tree,) = encoded(f'{HERE}title = "Of Ships"\ndate = "1976-01-02"\nplace = "Kiev"\nreason = "the cover"\n')
    assert "Of Ships" in texts(tree, "//t:titleStmt/t:title")
    assert texts(tree, "//t:settingDesc//t:date/@when")[0].startswith("1976-01-02")
    assert "Kiev" in texts(tree, "//t:settingDesc//t:placeName | //t:settingDesc//t:name")


def test_a_date_may_be_written_as_a_date() -> None:
    assert read(f"{HERE}date = 1976-01-02\n").memoranda[0].date == "1976-01-02"


def test_an_identifier() -> None:
    outcome = convert(TALK.encode(), "talk.txt", Settings(read(f'{HERE}identifier = "ships"\n')))
    assert outcome.value is not None
    assert [document.identifier for document in outcome.value] == ["ships"]
    (tree,) = encoded(f'[edition]\nidentifier = "{{date}}"\n{HERE}identifier = "ships"\n')
    assert texts(tree, "//t:idno[@type='memcon']") == ["ships"]


def test_principals_name_the_memorandum() -> None:
    for principal in ("dorn", "bell"):
        toml = f'[edition]\nidentifier = "{{participants}}"\n{HERE}principals = ["{principal}"]\n'
        (tree,) = encoded(toml)
        assert texts(tree, "//t:idno[@type='memcon']") == [principal]
        assert principal in texts(tree, "//t:person[@role='principal']/@xml:id")


def test_a_memorandum_begins_where_it_is_decided() -> None:
    line = TALK.splitlines().index("Bell: Let us begin.") + 1
    trees = encoded(f'[[memorandum]]\ntranscript = "talk.txt"\nline = {line}\ntitle = "The Rest"\n')
    assert len(trees) == 2
    assert texts(trees[1], "//t:body")[0].startswith("Bell: Let us begin.")
    assert "The Rest" in texts(trees[1], "//t:titleStmt/t:title")


PAGE = """<!DOCTYPE html>
<html><head>
<title>Talks</title>
</head><body>

<h1>Memorandum of Conversation</h1>
<p>Moscow, May 3, 1975</p>

<p>Bell: Good morning.</p> <p>Dorn: Good morning.</p>
<p>Bell: We have come a long way.</p>
<p>Dorn: I agree.</p>
</body></html>
"""


@pytest.mark.parametrize("line", [1, 6])
def test_a_line_of_a_web_page_is_that_of_its_source(line: int) -> None:
    """As diagnostics and inspect give it; what stands above the first printed line belongs to the first memorandum."""
    toml = f'[[memorandum]]\ntranscript = "talk.html"\nline = {line}\ntitle = "Of Ships"\n'
    for role, of in (("furniture", 11), ("text", 10)):
        toml += f'[[line]]\ntranscript = "talk.html"\nline = {of}\nrole = "{role}"\n'
    outcome = convert(PAGE.encode(), "talk.html", Settings(read(toml)))
    assert [d for d in outcome.diagnostics if d.rule.code == "MC902"] == []
    assert outcome.value is not None
    (document,) = outcome.value
    tree = parse_tei(document.data, "x.xml").value
    assert tree is not None
    assert "Of Ships" in texts(tree, "//t:titleStmt/t:title")
    assert texts(tree, "//t:body//t:fw") == ["Dorn: I agree."]
    assert texts(tree, "//t:sp[last()]/t:p")[-1] == "Bell: We have come a long way."


def test_a_memorandum_begins_on_a_line_of_a_web_page() -> None:
    line = PAGE.splitlines().index("<p>Bell: We have come a long way.</p>") + 1
    toml = f'[[memorandum]]\ntranscript = "talk.html"\nline = {line}\nidentifier = "rest"\n'
    outcome = convert(PAGE.encode(), "talk.html", Settings(read(toml)))
    assert outcome.value is not None
    assert [document.identifier for document in outcome.value] == ["talk-1", "rest"]
    assert outcome.value[1].place.line == line


@pytest.mark.parametrize("line", [0, 8, 12, 99])
def test_nothing_begins_on_a_line_that_prints_nothing(line: int) -> None:
    toml = f'[[memorandum]]\ntranscript = "talk.html"\nline = {line}\ntitle = "Of Ships"\n'
    found = [d for d in convert(PAGE.encode(), "talk.html", Settings(read(toml))).diagnostics if d.rule.code == "MC902"]
    assert [d.message.split(":")[0] for d in found] == [f"[[memorandum]] at line {line} of talk.html"]


def test_a_label_is_a_person() -> None:
    text = TALK.replace("Dorn: I agree.", "The Secretary: I agree.\n\nThe Secretary: Yes.")
    (tree,) = encoded('[[label]]\nlabel = "The Secretary"\nperson = "dorn"\n', text)
    assert texts(tree, "//t:sp[starts-with(t:speaker, 'The')]/@who") == ["#dorn", "#dorn"]


def test_a_label_is_text_and_text_is_a_label() -> None:
    (tree,) = encoded('[[label]]\nlabel = "Dorn"\ntext = true\n')
    assert "Dorn:" not in texts(tree, "//t:speaker")
    text = TALK.replace("Dorn: I agree.", "Note: I agree.")
    (tree,) = encoded("", text)
    assert "Note:" not in texts(tree, "//t:speaker")
    (tree,) = encoded('[[label]]\nlabel = "Note"\ntranscript = "talk.txt"\n', text)
    assert "Note:" in texts(tree, "//t:speaker")


@pytest.mark.parametrize(("joined", "paragraphs"), [("true", 1), ("false", 2)])
def test_a_join(joined: str, paragraphs: int) -> None:
    text = TALK.replace("a long way.", "a long way to go before we are at the\n\nend of it.").replace(
        "Dorn: Good", "Dorn: Good"
    )
    line = text.splitlines().index("end of it.") + 1
    (tree,) = encoded(f'[[join]]\ntranscript = "talk.txt"\nline = {line}\njoined = {joined}\n', text)
    assert len(tree.xpath("(//t:sp)[1]/t:p", namespaces=NSMAP)) == paragraphs


def test_facts_of_a_transcript() -> None:
    (tree,) = encoded('[[transcript]]\nfile = "talk.txt"\noriginal_language = "ru"\nsource_edition = "The Archive"\n')
    assert texts(tree, "//t:textLang/@mainLang") == ["ru"]
    assert "The Archive" in texts(tree, "//t:respStmt/t:orgName")


def test_the_editions_metadata() -> None:
    (tree,) = encoded(
        '[edition]\ntitle = "Talks"\npublisher = "The Press"\nlicence = "Free."\nlicence_url = "https://example.org/"\n'
        'editors = ["Ann Ott"]\nlanguage = "fr"\nschemas = "a b/c"\n'
    )
    assert texts(tree, "//t:publisher") == ["The Press"]
    assert texts(tree, "//t:licence/@target") == ["https://example.org/"]
    assert "Ann Ott" in texts(tree, "//t:titleStmt//t:persName")
    assert texts(tree, "/t:TEI/@xml:lang") == ["fr"]
    instruction = tree.xpath("string(/processing-instruction('xml-model')[1])")
    assert 'href="a%20b/c/memcon.rng"' in str(instruction)


def test_no_edition_is_needed_and_an_empty_one_decides_nothing() -> None:
    assert read("") == Edition("edition.toml")
    assert read("\ufeff# nothing\n") == Edition("edition.toml")


# -- what cannot be used ---------------------------------------------------------------------------

FAULTS = {
    "not TOML": ("[edition\n", 1, 9, "Expected ']'"),
    "misspelt table": ('[edition]\n\n[[memorandums]]\nline = 1\n', 3, 3, "unknown table 'memorandums'"),
    "single brackets": ("\n[label]\nlabel = 'x'\n", 2, 2, "double brackets"),
    "double brackets": ("[[edition]]\ntitle = 'x'\n", 1, 3, "single brackets"),
    "a value for a table": ("edition = 3\n", 1, 1, "must be a table"),
    "values for tables": ("label = [1]\n", 1, 1, "must be a table"),
    "unknown key": ("[edition]\ntitel = 'x'\n", 2, 1, "unknown key 'titel' in [edition]"),
    "in the second": (
        "[[join]]\ntranscript = 'a'\nline = 1\n[[join]]\ntranscript = 'b'\nlien = 2\n", 6, 1, "unknown key 'lien'",
    ),
    "missing": ("[edition]\n[[join]]\ntranscript = 'a'\n", 2, 3, "needs line"),
    "a number for a string": ("[edition]\ntitle = 3\n", 2, 1, "title in [edition] must be a string"),
    "a string for a number": ("[[join]]\ntranscript = 'a'\nline = '1'\n", 3, 1, "must be a whole number"),
    "a boolean for a number": ("[[join]]\ntranscript = 'a'\nline = true\n", 3, 1, "must be a whole number"),
    "a string for a boolean": ("[[label]]\nlabel = 'a'\ntext = 'yes'\n", 3, 1, "must be true or false"),
    "a string for a list": ("[edition]\neditors = 'A'\n", 2, 1, "must be a list of strings"),
    "a list of numbers": ("[edition]\neditors = [1]\n", 2, 1, "must be a list of strings"),
    "a list for a string": ("[edition]\ntitle = ['a']\n", 2, 1, "must be a string"),
    "a path": (f"{HERE}identifier = '../x'\n", 4, 1, "cannot be a file name"),
    "a folder": (f"{HERE}identifier = 'a/b'\n", 4, 1, "cannot be a file name"),
    "a hidden file": (f"{HERE}identifier = '.x'\n", 4, 1, "cannot be a file name"),
    "a path as pattern": ("[edition]\nidentifier = '../{date}'\n", 2, 1, "cannot be a file name"),
    "an unknown field": ("[edition]\nidentifier = '{data}'\n", 2, 1, "{date}, {participants} and {stem}"),
    "a format": ("[edition]\nidentifier = '{date!r}'\n", 2, 1, "cannot be a file name"),
    "an attribute": ("[edition]\nidentifier = '{date.__class__}'\n", 2, 1, "cannot be a file name"),
    "half a field": ("[edition]\nidentifier = '{date'\n", 2, 1, "cannot be a file name"),
    "no such day": (f"{HERE}date = '1991-02-30'\n", 4, 1, "no date"),
    "no such form": (f"{HERE}date = '30 May 1991'\n", 4, 1, "no date"),
    "no language": ("[edition]\nlanguage = 'English'\n", 2, 1, "no language tag"),
    "no encoding": ("[[transcript]]\nfile = 'a'\nencoding = 'hex'\n", 3, 1, "no encoding of text"),
    "no address": ("[edition]\nlicence_url = 'see below'\n", 2, 1, "no address"),
    "a control character": ('[edition]\ntitle = "a\\u0007"\n', 2, 1, "U+0007 ALERT"),
    "one in a list": ('[edition]\neditors = ["a\\u0000"]\n', 2, 1, "U+0000 NULL"),
    "two about one memorandum": (HERE + HERE, 4, 3, "two [[memorandum]] about one thing"),
    "two about one label": ("[[label]]\nlabel = 'a'\n[[label]]\nlabel = 'a'\ntext = true\n", 3, 3, "two [[label]]"),
    "a key twice": ("[edition]\ntitle = 'a'\ntitle = 'b'\n", 3, 12, "overwrite"),
    "a huge number": (f"[[join]]\ntranscript = 'a'\nline = {'9' * 5000}\n", 1, 1, "integer string conversion"),
    "brackets without end": ("a = " + "[" * 100_000, 1, 1, "recursion"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_what_cannot_be_used_is_said_with_its_place(name: str) -> None:
    toml, line, column, words = FAULTS[name]
    outcome = read_edition(toml.encode(), "edition.toml")
    assert outcome.value is None
    found = outcome.diagnostics[0]
    assert (found.rule.code, found.location.path) == ("MC901", "edition.toml")
    assert words in found.message
    assert (found.location.line, found.location.column) == (line, column)


def test_what_is_no_toml_is_shown_with_what_lacks() -> None:
    (found,) = read_edition(b"[[label]]\nlabel = Bell\n", "edition.toml").diagnostics
    assert (found.excerpt, found.location.column) == ("label = Bell", 9)
    assert "quotation marks" in found.hint
    (found,) = read_edition(b"[edition", "edition.toml").diagnostics
    assert (found.excerpt, found.hint) == ("[edition", "")


def test_a_rule_may_be_known_by_its_name() -> None:
    (found,) = read_edition(b"[[ignore]]\ncode = 'dangling-link'\nreason = 'x'\n", "edition.toml").diagnostics
    assert found.message.endswith("did you mean MC503?")


def test_a_transcript_is_named_without_its_folder(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text('[[transcript]]\nfile = "transcripts/talk.txt"\n')
    words = ("--edition", tmp_path / "edition.toml", "--out", tmp_path, "--format", "human")
    ran = memcon("convert", talk(tmp_path / "transcripts"), *words)
    assert "= help: a transcript is named without its folder: talk.txt" in ran.err


def test_bytes_that_are_no_text() -> None:
    (found,) = read_edition(b"[edition]\ntitle = '\xff'\n", "e.toml").diagnostics
    assert (found.rule.code, found.location.line) == ("MC901", 2)


def test_all_faults_are_said_at_once() -> None:
    toml = "[edition]\ntitel = 'x'\nlanguage = 3\n[[label]]\nlable = 'x'\n[[jion]]\n"
    outcome = read_edition(toml.encode(), "e.toml")
    assert len(outcome.diagnostics) == 5
    assert outcome.value is None


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.one_of(
        st.binary(max_size=30),
        st.lists(
            st.sampled_from(
                ["[edition]", "[[label]]", "[[join]]", "[[memorandum]]", "[", "]", "=", "\n", "line", "label", "'x'",
                "1", "transcript", "true", "{", "}", '"', "identifier", "1991-02-03", "title", "[[", "\u0440",
                    "date", "[1, 'a']"]
            ), max_size=14,
        ).map(lambda parts: " ".join(parts).encode()),
    )
)  # fmt: skip
def test_any_bytes_are_an_edition_or_a_diagnostic(data: bytes) -> None:
    outcome = read_edition(data, "e.toml")
    assert (outcome.value is None) == bool(outcome.diagnostics)
    assert all(found.rule.code == "MC901" and found.location.line >= 1 for found in outcome.diagnostics)


# -- decisions that nothing answers to -------------------------------------------------------------


def test_a_decision_knows_its_line_and_two_are_alike_without_it() -> None:
    edition = read(f"# first\n{HERE}\n[[label]]\nlabel = 'x'\n\n  [[join]]\ntranscript = 'talk.txt'\nline = 3\n")
    assert (edition.memoranda[0].at, edition.labels[0].at, edition.joins[0].at) == (2, 6, 9)
    assert edition.labels[0] == LabelDecision("x")
    inline = read("label = [{label = 'x'}]\n")
    assert inline.labels[0].at in (0, 1)


def test_unused_decisions_are_said_at_their_line() -> None:
    edition = read(
        "[[label]]\nlabel = 'Nobody'\ntranscript = 'talk.txt'\n\n"
        "[[label]]\nlabel = 'Anywhere'\n\n"
        "[[join]]\ntranscript = 'talk.txt'\nline = 999\n\n"
        "[[memorandum]]\ntranscript = 'talk.txt'\nline = 998\n"
    ).of("talk.txt")
    found = {(d.location.line, d.message.split(":")[0]) for d in unused(edition, ())}
    assert found == {
        (1, "[[label]] 'Nobody'"), (8, "[[join]] at line 999 of talk.txt"),
        (12, "[[memorandum]] at line 998 of talk.txt"),
    }  # fmt: skip
    assert {d.rule.code for d in unused(edition, ())} == {"MC902"}
    met = (JoinDecision("talk.txt", 999), LabelDecision("Nobody", "talk.txt"), MemorandumDecision("talk.txt", 998))
    assert list(unused(edition, met)) == []


def test_unused_decisions_are_found_in_a_conversion() -> None:
    toml = "[[label]]\nlabel = 'Nobody'\ntranscript = 'talk.txt'\n[[label]]\nlabel = 'Dorn'\ntranscript = 'talk.txt'\n"
    found = [d for d in convert(TALK.encode(), "talk.txt", Settings(read(toml))).diagnostics if d.rule.code == "MC902"]
    assert [d.location.path for d in found] == ["edition.toml"]
    assert "Nobody" in found[0].message


def test_a_decision_about_a_transcript_that_is_not_there(tmp_path: Path) -> None:
    """But those about transcripts beside the one that is converted wait for their turn."""
    edition = tmp_path / "edition.toml"
    edition.write_text(
        "[[transcript]]\nfile = 'talk.txt'\n[[transcript]]\nfile = 'other.txt'\n[[transcript]]\nfile = 'tlak.txt'\n"
        "[[join]]\ntranscript = 'gone.txt'\nline = 1\n"
    )
    talk(tmp_path, "other.txt")
    ran = memcon("convert", talk(tmp_path), "--edition", edition, "--out", tmp_path)
    lines = [line for line in ran.err.splitlines() if "MC902" in line]
    assert ran.code == 0
    assert [line.split(": warning")[0] for line in lines] == [f"{edition}:5:1", f"{edition}:7:1"]
    assert list(strangers(read(edition.read_text()), {"talk.txt", "other.txt", "tlak.txt", "gone.txt"})) == []


# -- the files an edition names --------------------------------------------------------------------

PERSONS = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listPerson>{}</listPerson></standOff></TEI>'
BAD_PERSONS = {
    "MC401": "<TEI>",
    "MC402": "<!DOCTYPE a><a/>",
    "MC403": "<persons/>",
    "MC903": PERSONS.format('\n<person xml:id="a"><persName>A</persName></person>\n<person xml:id="b"/>'),
}


@pytest.mark.parametrize("code", BAD_PERSONS)
def test_a_fault_in_the_authority_file_stops_all(code: str, tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text('[edition]\npersons = "persons.xml"\n')
    (tmp_path / "persons.xml").write_text(BAD_PERSONS[code])
    ran = memcon("convert", talk(tmp_path), "--edition", tmp_path / "edition.toml", "--out", tmp_path)
    assert (ran.code, ran.codes) == (1, [code])
    assert not (tmp_path / "talk.xml").exists()
    assert f"{tmp_path / 'persons.xml'}:{'3' if code == 'MC903' else '1'}:" in ran.err


@pytest.mark.parametrize(
    "persons",
    ['<person><persName>A</persName></person>', '<person xml:id="a"><persName> </persName></person>', "",
     '<person xml:id="a"><persName>A</persName></person><person xml:id="a"><persName>B</persName></person>'],
)  # fmt: skip
def test_persons_need_a_name_and_an_id_of_their_own(persons: str, tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text('[edition]\npersons = "persons.xml"\n')
    (tmp_path / "persons.xml").write_text(PERSONS.format(persons))
    outcome = load_edition(tmp_path / "edition.toml")
    assert outcome.value is None
    assert {d.rule.code for d in outcome.diagnostics} == {"MC903"}


def test_an_edition_or_an_authority_file_that_is_not_there(tmp_path: Path) -> None:
    ran = memcon("convert", talk(tmp_path), "--edition", tmp_path / "none.toml", "--out", tmp_path)
    assert (ran.code, ran.codes) == (2, ["MC105"])
    (tmp_path / "edition.toml").write_text('[edition]\npersons = "none.xml"\n')
    ran = memcon("convert", talk(tmp_path), "--edition", tmp_path / "edition.toml", "--out", tmp_path)
    assert (ran.code, ran.codes) == (2, ["MC105"])
    told = memcon("convert", talk(tmp_path), "--edition", tmp_path / "edition.toml", "--format", "human").err
    assert "leave persons out of edition.toml until there are TEI files" in told
    assert "--propose and --apply make the authority file from them" in " ".join(told.split())


def test_many_persons_are_read_quickly() -> None:
    from memcon.tei.authority import read_authority

    people = "".join(f'<person xml:id="p{n}"><persName>P {n}</persName></person>' for n in range(20_000))
    authority = read_authority(PERSONS.format(people).encode(), "persons.xml", "persons.xml").value
    assert authority is not None
    assert len(authority.persons) == 20_000


def test_our_own_edition_can_be_used(tmp_path: Path) -> None:
    outcome = load_edition(TEI / "edition.toml", tmp_path)
    assert outcome.value is not None
    assert outcome.value.authority.link.endswith("tei/persons.xml")
    assert "\\" not in outcome.value.authority.link


LINES = """Memorandum of Conversation between Anna Lindqvist and Omar Haddad
12 March 1983

Lindqvist: Good morning.

RUNNING HEAD

Annex: this is a label after all.

Haddad: this is none.

Part Two

Lindqvist: Good night.
"""


def test_the_editor_settles_single_lines() -> None:
    table = "".join(
        f'[[line]]\ntranscript = "t.txt"\nline = {line}\nrole = "{role}"\n'
        for line, role in ((6, "furniture"), (8, "label"), (10, "text"), (12, "heading"))
    )
    edition = read_edition(table.encode(), "edition.toml").value
    assert edition is not None
    outcome = convert(LINES.encode(), "t.txt", Settings(edition))
    assert outcome.value is not None
    text = outcome.value[0].data.decode()
    assert '<fw type="header">RUNNING HEAD</fw>' in text
    assert "<speaker>Annex:</speaker>" in text
    assert "<p>Haddad: this is none.</p>" in text
    assert "<p>Part Two</p>" in text
    assert "MC902" not in {d.rule.code for d in outcome.diagnostics}


@pytest.mark.parametrize(
    ("entry", "code"),
    [('role = "speech"\nline = 6', "MC901"), ('role = "text"\nline = 5', "MC902"), ('role = "text"\nline = 4', "")],
)
def test_lines_that_cannot_be_settled(entry: str, code: str) -> None:
    read = read_edition(f'[[line]]\ntranscript = "t.txt"\n{entry}\n'.encode(), "edition.toml")
    found = {d.rule.code for d in read.diagnostics}
    if read.value is not None:
        found |= {d.rule.code for d in convert(LINES.encode(), "t.txt", Settings(read.value)).diagnostics}
    assert (code in found) if code else not {"MC901", "MC902"} & found
