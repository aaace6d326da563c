"""The reference of the rules: a section for each, whatever its words are."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from memcon.decisions import read_edition
from memcon.diagnostics import Rule, Severity
from memcon.reference.markdown import rules_as_markdown
from memcon.reference.rules import AREAS, by_area, ignoring, neighbours, visible, watched
from memcon.reference.rules_page import rules_as_html
from memcon.rules import RULES
from reference import checks
from reference.checks import parsed, words

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp")), min_size=1)
MARKUP = st.text("<>&\"'`*_[]()#|\\!~$ abc\n-+1.", min_size=1)
SIMPLE = Rule("MC199", "simple", Severity.ERROR, "it is so", "Because.", bad="a", good="b")
PLAIN = st.one_of(WORDS, MARKUP).map(lambda text: " ".join(text.split())).filter(bool)


def test_every_rule_has_a_section_with_its_code_as_anchor() -> None:
    page = parsed(rules_as_html(RULES.values(), RULES))
    assert [s.get("id") for s in page.iter("section")] == list(RULES)
    for section in page.iter("section"):
        rule = RULES[section.get("id", "")]
        said = words(section)
        for part in (rule.name, rule.severity.label, rule.summary, rule.explanation, rule.fix, visible(rule.bad)):
            assert " ".join(part.split()) in said


def test_some_rules_alone_make_a_sound_page() -> None:
    checks.sound(parsed(rules_as_html([RULES["MC503"], RULES["MC109"]], RULES)))


def test_the_markdown_has_them_too_and_its_links_resolve() -> None:
    text = rules_as_markdown(RULES.values(), RULES)
    tokens = MarkdownIt("commonmark").parse(text)
    anchors = [c.content for t in tokens for c in t.children or () if c.content.startswith("<a")]
    assert anchors == [f'<a id="{code}">' for code in RULES]
    links = [str(c.attrs["href"]) for t in tokens for c in t.children or () if c.type == "link_open"]
    assert {link.removeprefix("#") for link in links} == set(RULES)


@given(summary=PLAIN, explanation=PLAIN, example=MARKUP)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_whatever_the_words_are_they_stand_in_the_page(summary: str, explanation: str, example: str) -> None:
    rule = replace(SIMPLE, summary=summary, explanation=explanation, bad=f"x{example}x")
    section = next(parsed(rules_as_html([rule], {rule.code: rule})).iter("section"))
    assert summary in words(section)
    assert explanation in words(section)
    assert next(section.iter("code")).text == visible(rule.bad)


@given(summary=PLAIN, example=MARKUP)
@settings(max_examples=100, deadline=None, derandomize=True)
def test_whatever_the_words_are_they_stand_in_the_markdown(summary: str, example: str) -> None:
    rule = replace(SIMPLE, summary=f"x{summary}x", explanation="Because.", bad=f"x{example}x")
    tokens = MarkdownIt("commonmark").parse(rules_as_markdown([rule], {rule.code: rule}))
    lines = ["".join(c.content for c in t.children or () if c.type == "text") for t in tokens if t.type == "inline"]
    assert f"Error: {rule.summary}." in lines
    assert f"{visible(rule.bad)}\n" in [t.content for t in tokens if t.type == "fence"]


def test_neighbours_are_other_rules_and_few() -> None:
    for rule in RULES.values():
        near = neighbours(rule, RULES.values())
        assert rule not in near
        assert 1 <= len(near) <= 5
    assert {rule.code for rule in neighbours(RULES["MC308"], RULES.values())} >= {"MC304", "MC309"}


def test_areas_are_in_order_and_cover_every_code() -> None:
    areas = by_area(sorted(RULES.values(), key=lambda rule: rule.name))
    assert [rule.code for _, group in areas for rule in group] == sorted(RULES)
    assert [title for title, _ in areas] == [title for title in AREAS.values() if title in dict(areas)]


def test_control_characters_are_made_visible() -> None:
    assert visible("a\x07b\f\n") == "a␇b␌"
    assert visible("a\n\tb") == "a\n\tb"


def test_long_examples_are_laid_out_or_cut() -> None:
    long = f'<sp xml:id="t1"><speaker>Bell:</speaker><p>{"Good morning. " * 8}<hi>So</hi><lb/>it is.</p></sp>'
    said = "Good morning. " * 8
    assert visible(long).splitlines() == [
        '<sp xml:id="t1">', "  <speaker>Bell:</speaker>", f"  <p>{said}<hi>So</hi>", "    <lb/>it is.</p>", "</sp>",
    ]  # fmt: skip
    assert "".join(line.lstrip() for line in visible(long).splitlines()) == long
    assert "10,000 characters in all" in visible("a" * 10_000)
    assert max(len(visible(text)) for rule in RULES.values() for text in (rule.bad, rule.good)) < 1200


def test_the_elements_of_a_house_rule_are_its_own_or_that_of_its_example() -> None:
    assert watched(RULES["MC504"]) == ("bibl", "ptr")
    assert watched(replace(RULES["MC504"], elements=())) == ("bibl",)
    assert watched(RULES["MC404"]) == ()
    assert all(watched(rule) for code, rule in RULES.items() if code.startswith("MC5"))


def test_how_to_ignore_is_understood_by_the_reader_of_the_edition() -> None:
    read = read_edition(ignoring("MC503").encode(), "edition.toml")
    assert read.diagnostics == ()
    assert read.value is not None
    (entry,) = read.value.ignores
    assert (entry.code, entry.file) == ("MC503", "talk.xml")
