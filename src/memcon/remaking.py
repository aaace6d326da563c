"""What the converter makes of a transcript that files were made from, again: with the decisions that stand beside the
files."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from urllib.parse import quote

from memcon.conversion import convert
from memcon.decisions import Edition, read_edition
from memcon.model import Authority
from memcon.resources import Outside
from memcon.settings import Settings
from memcon.tei.authority import read_authority


def remake(outside: Outside, transcript: str, target: str, file: str) -> Sequence[bytes]:
    """The files that are made of a transcript, given by its path and by what the files call it, as beside `file`.
    OSError where the transcript is not there; an edition.toml or an authority file that is not there says nothing."""
    data = outside.read(transcript)
    folder = posixpath.dirname(file.replace("\\", "/"))
    made = convert(data, posixpath.basename(target), _settings(outside, folder), target=target)
    return tuple(each.data for each in made.value or ())


def _settings(outside: Outside, folder: str) -> Settings:
    path = posixpath.join(folder, "edition.toml")
    try:
        edition = read_edition(outside.read(path), path).value or Edition()
        persons = edition.metadata.persons
        if not persons:
            return Settings(edition)
        there = posixpath.join(folder, persons)
        authority = read_authority(outside.read(there), there, quote(persons)).value
    except OSError:
        return Settings()
    return Settings(edition, authority or Authority())
