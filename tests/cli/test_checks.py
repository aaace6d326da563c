"""The options of validate that say by what files are checked: schema, engine, processes, cache."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from conftest import TEI
from harness import memcon, spawned, talk
from memcon import batch
from validation.test_foreign import GOOD, RNG, SCH, XSD


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """The edition, damaged here and there."""
    folder = tmp_path / "tei"
    shutil.copytree(TEI, folder)
    for number, path in enumerate(sorted(folder.glob("19*.xml"))):
        old, new = (("<p>", "<p><b/>"), ('who="#', 'who="#no'), ("", ""))[number % 3]
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    return folder


@pytest.mark.parametrize(("name", "schema"), [("a.rng", RNG), ("a.xsd", XSD), ("a.sch", SCH), ("a.xml", RNG)])
def test_a_schema_of_ones_own(name: str, schema: str, tmp_path: Path) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / name).write_text(schema)
    good, bad = tmp_path / "good.xml", tmp_path / "bad.xml"
    good.write_text(GOOD)
    bad.write_text(GOOD.replace('by="b"', 'to="b"'))
    ran = memcon("validate", good, bad, "--schema", tmp_path / "schemas" / name)
    assert ran.code == 1
    assert ran.codes == ["MC405" if name == "a.sch" else "MC404"]
    assert ran.out.startswith(f"{bad}:3:2: error ")
    assert memcon("validate", good, "--schema", tmp_path / "schemas" / name).code == 0


def test_house_rules_links_and_editions_are_silent_then(edition: Path) -> None:
    schema = Path(__file__).resolve().parents[2] / "schemas" / "memcon.rng"
    path = edition / "1991-01-18-gorbachev-mitterrand.xml"
    text = (TEI / path.name).read_text("utf-8").replace('sameAs="persons.xml#', 'sameAs="nobody.xml#')
    path.with_name("other.xml").write_text(text, "utf-8")
    assert "MC503" in memcon("validate", path.with_name("other.xml")).codes
    assert memcon("validate", path.with_name("other.xml"), "--schema", schema).codes == []


def test_a_schema_that_cannot_be_used_is_one_finding(tmp_path: Path) -> None:
    (tmp_path / "a.rng").write_text("<grammar>")
    ran = memcon("validate", talk(tmp_path), talk(tmp_path, "b.xml"), "--schema", tmp_path / "a.rng")
    assert (ran.code, ran.codes) == (1, ["MC409"])
    assert ran.out.startswith(f"{tmp_path / 'a.rng'}:")
    assert memcon("validate", tmp_path, "--schema", tmp_path / "none.rng").code == 2
    assert memcon("validate", tmp_path, "--schema", tmp_path).code == 2


@pytest.mark.usefixtures("jing")
def test_jing_says_what_we_say(edition: Path) -> None:
    ours, jings = memcon("validate", edition), memcon("validate", edition, "--engine", "jing")
    assert jings.code == ours.code == 1
    ours_by_file, jings_by_file = (
        {line.split(":")[0] + code for line, code in zip(ran.out.splitlines(), ran.codes, strict=True)}
        for ran in (ours, jings)
    )
    assert jings_by_file == ours_by_file


def test_a_missing_jing_is_a_usage_error_that_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    ran = memcon("validate", TEI, "--engine", "jing")
    assert ran.code == 2
    assert "apt install jing" in ran.err


def test_a_jing_that_gives_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jing = tmp_path / "bin" / "jing"
    jing.parent.mkdir()
    jing.write_text("#!/bin/sh\necho 'no Java here' >&2\nexit 1\n")
    jing.chmod(0o755)
    monkeypatch.setenv("PATH", f"{jing.parent}:{os.environ['PATH']}")
    ran = memcon("validate", TEI, "--engine", "jing")
    assert ran.code == 2
    assert "no Java here" in ran.err


def test_any_number_of_processes_says_the_same(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_FEW", 2)
    ran = memcon("validate", edition, "-j", "1", "--no-cache")
    assert ran.codes
    for jobs in (2, 5):
        assert memcon("validate", edition, "--jobs", str(jobs), "--no-cache") == ran
    assert memcon("validate", edition, "--jobs", "0").code == 2


def test_the_cache_changes_nothing(edition: Path, tmp_path: Path) -> None:
    plain = memcon("validate", edition, "--no-cache")
    for _ in range(2):
        assert memcon("validate", edition, "--cache-dir", tmp_path / "cache") == plain
    assert (tmp_path / "cache").is_dir()
    path = edition / "1991-01-18-gorbachev-mitterrand.xml"
    path.write_text("<TEI>")
    again = memcon("validate", edition, "--cache-dir", tmp_path / "cache")
    assert f"{path}:1:" in again.out
    assert again == memcon("validate", edition, "--no-cache")


def test_standard_input_is_not_kept(tmp_path: Path) -> None:
    data = (TEI / "persons.xml").read_bytes()
    for content, code in ((data, 0), (b"<TEI>", 1), (data, 0)):
        assert memcon("validate", "-", "--cache-dir", tmp_path, stdin=content).code == code


HOME_CACHES = "Library/Caches/memcon" if sys.platform == "darwin" else ".cache/memcon"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"XDG_CACHE_HOME": "{}/caches"}, "caches/memcon"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "{}"}, HOME_CACHES),
        ({"XDG_CACHE_HOME": "", "HOME": "{}"}, HOME_CACHES),
    ],
)
def test_where_the_users_caches_are(environment: dict[str, str], expected: str, tmp_path: Path) -> None:
    env = {name: value.format(tmp_path) for name, value in environment.items()}
    assert spawned("validate", TEI / "persons.xml", env=env, folder=tmp_path).code == 0
    assert [path.parent.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.sqlite3")] == [expected]
    shutil.rmtree(tmp_path / Path(expected).parts[0])
    spawned("validate", TEI / "persons.xml", "--no-cache", env=env, folder=tmp_path)
    assert list(tmp_path.rglob("*.sqlite3")) == []


def test_a_transcript_that_was_proven_is_not_proven_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, cache = tmp_path / "tei", tmp_path / "cache"
    shutil.copytree(TEI, folder)
    first = memcon("validate", folder, "--cache-dir", cache)
    with monkeypatch.context() as patch:
        patch.setattr(sys.modules["memcon.validation.links.transcripts"], "read", None)
        assert memcon("validate", folder, "--cache-dir", cache) == first
    path = next(iter(sorted((folder / "transcripts").iterdir())))
    path.write_bytes(path.read_bytes().replace(b"the", b"teh", 1))
    assert {"MC110", "MC109"} <= set(memcon("validate", folder, "--cache-dir", cache).codes)
