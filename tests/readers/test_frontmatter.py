"""Front matter is printed text without mark-up, and its place is known."""

from __future__ import annotations

import pytest

from memcon.conversion import convert
from memcon.readers import read
from memcon.readers.frontmatter import front_matter
from memcon.transcript import Transcript

BODY = "\n# Memorandum of Conversation\n\nMoscow, May 3, 1975\n\n**Bell:** Good *morning*.\n"
IS = {
    "plain": "---\ntitle: A talk\n---\n",
    "three dots": "---\ntitle: A talk\ndate: '1975-05-03'\n...\n",
    "lists and maps": "---\ntags:\n- a\n- b\n  c\npeople:\n  - name: Bell\n    role: x\nempty:\n---\n",
    "quoted": '---\n"a key": "x: y"\nother.key: |\n  # no heading\n  *no emphasis*\n---\n',
    "comment": "---\ntitle: x # y\n# a comment\n---\n",
    "CRLF": "---\r\ntitle: A talk\r\n---\r\n",
    "blanks behind": "--- \ntitle: x\n---\t\n",
    "capitals and small": "---\nTitle: x\nDATE_of: y\n---\n",
    "the longest": "---\n" + "".join(f"key{n}: x\n" for n in range(60)) + "---\n",
}
IS_NOT = {
    "not at the start": "\n---\ntitle: x\n---\n",
    "indented": " ---\ntitle: x\n---\n",
    "not closed": "---\ntitle: x\n",
    "empty": "---\n---\n",
    "a rule and prose": "---\nThe meeting began at noon.\n---\n",
    "a blank line": "---\ntitle: x\n\nBell: Good.\n---\n",
    "turns": "---\nBell: Good morning.\nDorn: Good morning.\nBell: Sit down.\n---\n",
    "a masthead": "---\nDATE: May 3\nPLACE: Moscow\n---\n",
    "an item first": "---\n- a\n- b\n---\n",
    "no key": "---\ntitle: x\nhttp://x.example\n---\n",
    "too long": "---\n" + "".join(f"key{n}: x\n" for n in range(61)) + "---\n",
    "four hyphens": "----\ntitle: x\n----\n",
    "the end of file": "---",
}


def transcript(source: str) -> Transcript:
    made = read(source.encode(), "talk.md").value
    assert made is not None
    return made


@pytest.mark.parametrize("name", IS)
def test_front_matter(name: str) -> None:
    made = transcript(IS[name] + BODY)
    assert made.front_matter is not None
    assert made.text(made.front_matter) == IS[name].replace("\r", " ")  # literally: none of its characters is mark-up
    assert [made.text(line.span) for line in made.lines if line.heading] == ["Memorandum of Conversation"]
    assert [made.text(style.span) for style in made.styles] == ["Bell:", "morning"]
    assert made.text(made.lines[IS[name].count("\n") + 1].span) == "Memorandum of Conversation"


@pytest.mark.parametrize("name", IS_NOT)
def test_no_front_matter(name: str) -> None:
    assert front_matter(IS_NOT[name] + BODY if name != "the end of file" else IS_NOT[name]) is None
    assert transcript(IS_NOT[name] + BODY).front_matter is None


def test_at_the_end_of_the_file() -> None:
    source = "---\ntitle: x\n---"
    assert front_matter(source) == (0, len(source))


def test_the_front_matter_is_conserved() -> None:
    outcome = convert((IS["quoted"] + BODY + "\nDorn: No.\n\nBell: Yes.\n").encode(), "talk.md")
    assert outcome.value
    assert b"*no emphasis*" in outcome.value[0].data


@pytest.mark.parametrize("unit", ["a", "a:", "'", '"', " ", "-", "a: x\n"])
def test_it_takes_no_time(unit: str) -> None:
    assert front_matter("---\n" + unit * 1_000_000) is None
