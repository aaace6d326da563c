"""The labels of the turns in other forms; the gold labels change with them where the words do."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from benchmarks.layouts.memoranda import Block, Change, Gold, Kind, Memo

Style = Callable[[str, str, int], str]
"""A printed label, the text of the turn and the number of the turn -> the paragraph."""

STYLES: dict[str, Style] = {
    "CAPITALS:": lambda label, text, _: f"{label.upper()}: {text}",
    "Label.": lambda label, text, _: f"{label}. {text}",
    "LABEL.": lambda label, text, _: f"{label.upper()}. {text}",
    "Label —": lambda label, text, _: f"{label} — {text}",
    "Label.—": lambda label, text, _: f"{label}.—{text}",
    "Label -": lambda label, text, _: f"{label} - {text}",
    "Label<TAB>": lambda label, text, _: f"{label}\t{text}",
    "LABEL<TAB>": lambda label, text, _: f"{label.upper()}\t{text}",
    "Label:<TAB>": lambda label, text, _: f"{label}:\t{text}",
    "own line, Label:": lambda label, text, _: f"{label}:\n{text}",
    "own line, LABEL": lambda label, text, _: f"{label.upper()}\n{text}",
    "own paragraph, Label:": lambda label, text, _: f"{label}:\n\n{text}",
    "own paragraph, LABEL": lambda label, text, _: f"{label.upper()}\n\n{text}",
    "(Label)": lambda label, text, _: f"({label}) {text}",
    "(Label):": lambda label, text, _: f"({label}): {text}",
    "[Label:]": lambda label, text, _: f"[{label}:] {text}",
    "[Label]": lambda label, text, _: f"[{label}] {text}",
    "Label :": lambda label, text, _: f"{label} : {text}",
    "Label: «»": lambda label, text, _: f"{label}: «{text}»",
    'Label: ""': lambda label, text, _: f'{label}: "{text}"',
    "1. Label:": lambda label, text, number: f"{number}. {label}: {text}",
    "1) Label:": lambda label, text, number: f"{number}) {label}: {text}",
    "(1) Label:": lambda label, text, number: f"({number}) {label}: {text}",
    "1   LABEL": lambda label, text, number: f"{number}   {label.upper()}   {text}",
    "Label:-": lambda label, text, _: f"{label}:- {text}",
    "Label -- ": lambda label, text, _: f"{label} -- {text}",
    "<Label>": lambda label, text, _: f"<{label}> {text}",
    "Label>": lambda label, text, _: f"{label}> {text}",
    "Label;": lambda label, text, _: f"{label}; {text}",
    "_Label_:": lambda label, text, _: f"_{label}_: {text}",
    "Label: and a blank line": lambda label, text, _: f"{label}:\n\n\n{text}",
    "[00:01:07] Label:": lambda label, text, number: f"[00:{number // 60:02}:{number % 60:02}] {label}: {text}",
    "Label: [00:01:07]": lambda label, text, number: f"{label} [00:{number // 60:02}:{number % 60:02}]: {text}",
    "Label (00:01:07)": lambda label, text, number: f"{label} (00:{number // 60:02}:{number % 60:02})\n{text}",
    "(C) Label: (C)": lambda label, text, _: f"(C) {label}: {text} (C)",
    "Label: (S/NF)": lambda label, text, _: f"{label}: (S/NF) {text}",
    "Label said:": lambda label, text, _: f"{label} said: {text}",
    "— Label:": lambda label, text, _: f"— {label}: {text}",
    "Text —Label": lambda label, text, _: f"{text} —{label}",
}

MARKDOWN: dict[str, Style] = {
    "**Label:**": lambda label, text, _: f"**{label}:** {text}",
    "**Label**:": lambda label, text, _: f"**{label}**: {text}",
    "**Label**": lambda label, text, _: f"**{label}** {text}",
    "**LABEL.**": lambda label, text, _: f"**{label.upper()}.** {text}",
    "*Label:*": lambda label, text, _: f"*{label}:* {text}",
    "**Label:** own line": lambda label, text, _: f"**{label}:**\n\n{text}",
    "### Label": lambda label, text, _: f"### {label}\n\n{text}",
    "> Label:": lambda label, text, _: f"> {label}: {text}",
    "- **Label:**": lambda label, text, _: f"- **{label}:** {text}",
    "__Label:__": lambda label, text, _: f"__{label}:__ {text}",
    "***Label:***": lambda label, text, _: f"***{label}:*** {text}",
    "1. **Label:**": lambda label, text, number: f"{number}. **{label}:** {text}",
    "Label / : text": lambda label, text, _: f"{label}\n: {text}",
    "Label\\: text": lambda label, text, _: f"{label}\\: {text}",
    "> **Label**": lambda label, text, _: f"> **{label}**\n>\n> {text}",
    "**Label** own paragraph": lambda label, text, _: f"**{label}**\n\n{text}",
    "#### Label:": lambda label, text, _: f"#### {label}:\n{text}",
}

_ASIDE = re.compile(r"([^(]+?) (\(.*\))")
_SIMPLE = re.compile(r"[\w.’'\- ]+")


def styled(style: Style) -> Change:
    """Every turn printed in a style."""

    def change(memo: Memo) -> Memo | None:
        memo = lifted(memo)
        if not simple(memo):
            return None
        numbers = {block.turn: number for number, block in enumerate(memo.turns(), 1)}
        return memo.each(lambda b: Block(Kind.TEXT, style(b.label, b.text, numbers[b.turn]), turn=b.turn), Kind.TURN)

    return change


def simple(memo: Memo) -> bool:
    """Whether there are turns, all found, and their labels are names or offices and nothing else."""
    turns = list(memo.turns())
    whole = len(turns) == len(memo.gold["turns"])
    return bool(turns) and whole and all(_SIMPLE.fullmatch(block.label) for block in turns)


def lifted(memo: Memo) -> Memo:
    """`Name (to General N):` as `Name:` with the parenthesis at the head of the text."""

    def change(block: Block) -> Block:
        match = _ASIDE.fullmatch(block.label)
        return replace(block, label=match[1], text=f"{match[2]} {block.text}") if match else block

    turns = []
    for turn in memo.gold["turns"]:
        match = _ASIDE.fullmatch(turn["printed"])
        turns.append({**turn, "printed": match[1], "text": f"{match[2]} {turn['text']}"} if match else turn)
    return memo.each(change, Kind.TURN).told(turns=turns)


def relabelled(new: Callable[[Gold], str]) -> Change:
    """With other labels, made from the gold turns."""

    def change(memo: Memo) -> Memo | None:
        memo = lifted(memo)
        if not simple(memo):
            return None
        labels = [new(turn) for turn in memo.gold["turns"]]
        turns = [{**t, "label": n, "printed": n} for t, n in zip(memo.gold["turns"], labels, strict=True)]
        stream = list(memo.gold["body_stream"])
        places = [i for i, (label, _, _) in enumerate(stream) if label]
        for place, label in zip(places, labels, strict=True):
            stream[place] = [label + ":", *stream[place][1:]]
        memo = memo.told(turns=turns, body_stream=stream)
        return memo.each(lambda b: replace(b, label=labels[b.turn]), Kind.TURN)

    return change


def surname(turn: Gold) -> str:
    """The surname alone, in capitals; the printed label where the gold has none."""
    return str(turn["surname"] or turn["label"]).upper()


def interview(memo: Memo) -> Memo | None:
    """Q and A for the two who speak."""
    people = {turn["label"] for turn in memo.gold["turns"]}
    if len(people) != 2 or not simple(lifted(memo)):
        return None
    first = min(people, key=memo.draw)
    return relabelled(lambda turn: "Q" if turn["label"] == first else "A")(memo)
