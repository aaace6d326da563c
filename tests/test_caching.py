"""The cache: what was kept is found by the bytes alone; damage of any kind costs time, never truth."""

from __future__ import annotations

import os
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon import caching
from memcon.caching import Cache


def aged(path: Path, seconds: int = 60) -> Path:
    """A file that has not changed for a while, as far as its times tell."""
    moment = path.stat().st_mtime_ns - seconds * 10**9
    os.utime(path, ns=(moment, moment))
    return path


@pytest.fixture(autouse=True)
def _no_race(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time of the last change of a file's state cannot be set back."""
    monkeypatch.setattr(caching, "_RACE", 0)


def read(path: str) -> bytes:
    return Path(path).read_bytes()


def kept(folder: Path, name: str, data: bytes, scope: bytes = b"s") -> str | None:
    with Cache(folder, scope) as cache:
        return cache.get(cache.key(name, sha256(data).digest()))


def keep(folder: Path, name: str, data: bytes, text: str, scope: bytes = b"s", largest: int = 1 << 20) -> None:
    with Cache(folder, scope, largest) as cache:
        cache.put(cache.key(name, sha256(data).digest()), text)


def test_found_by_name_bytes_and_scope(tmp_path: Path) -> None:
    keep(tmp_path, "a.xml", b"one", "text")
    assert kept(tmp_path, "a.xml", b"one") == "text"
    assert kept(tmp_path, "b.xml", b"one") is None
    assert kept(tmp_path, "a.xml", b"two") is None
    assert kept(tmp_path, "a.xml", b"one", b"t") is None


def test_a_file_that_was_noted_is_not_read_again(tmp_path: Path) -> None:
    path = aged(tmp_path / "a.xml") if (tmp_path / "a.xml").write_text("one") else tmp_path
    with Cache(tmp_path / "c", b"") as cache:
        assert cache.digests([str(path)])[0] is None
        data, digest = cache.read(str(path), read)
    assert (data, digest) == (b"one", sha256(b"one").digest())
    with Cache(tmp_path / "c", b"") as cache:
        assert cache.digests([str(path)])[0] == digest
        path.write_text("two")
        assert cache.digests([str(path)])[0] is None
        assert cache.read(str(path), read)[0] == b"two"


def test_a_file_that_changed_just_now_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caching, "_RACE", 10**12)
    path = tmp_path / "a.xml"
    path.write_text("one")
    for _ in range(2):
        with Cache(tmp_path / "c", b"") as cache:
            assert cache.digests([str(path)])[0] is None
            cache.read(str(path), read)


def test_a_file_put_in_the_place_of_another_of_the_same_size_and_time(tmp_path: Path) -> None:
    path, other = tmp_path / "a.xml", tmp_path / "b.xml"
    path.write_text("one")
    other.write_text("two")
    with Cache(tmp_path / "c", b"") as cache:
        cache.read(str(path), read)
    os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    other.replace(path)
    with Cache(tmp_path / "c", b"") as cache:
        assert cache.digests([str(path)])[0] is None


@pytest.mark.parametrize("name", ["", "missing.xml", "a\0b", "\udcff.xml"])
def test_names_that_lead_nowhere(name: str, tmp_path: Path) -> None:
    with Cache(tmp_path, b"") as cache:
        assert cache.digests([str(tmp_path / name) if name else ""])[0] is None
        assert cache.get(cache.key(name, b"")) is None


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(0, 1), st.binary(min_size=1, max_size=200))
def test_a_database_with_any_damage_gives_the_truth_or_nothing(tmp_path: Path, where: float, damage: bytes) -> None:
    folder = tmp_path / "damaged"
    with Cache(folder, b"s") as cache:
        for number in range(30):
            cache.put(b"%d" % number, f"text {number}" * 20)
    database = folder / "memcon-1.sqlite3"
    data = bytearray(database.read_bytes())
    start = int(where * len(data))
    data[start : start + len(damage)] = damage
    database.write_bytes(data)
    with Cache(folder, b"s") as cache:
        for number in range(30):
            assert cache.get(b"%d" % number) in (None, f"text {number}" * 20)
    keep(folder, "a.xml", b"new", "new")
    keep(folder, "a.xml", b"new", "new")
    assert kept(folder, "a.xml", b"new") == "new"
    for each in folder.iterdir():
        each.unlink()


@pytest.mark.parametrize("used", [None, "soon", b"x"])
def test_an_entry_that_does_not_say_when_it_was_used(used: object, tmp_path: Path) -> None:
    keep(tmp_path, "a.xml", b"one", "text")
    with sqlite3.connect(tmp_path / "memcon-1.sqlite3") as database:
        database.execute("UPDATE entries SET used = ?", (used,))
    assert kept(tmp_path, "a.xml", b"one") is None


def test_an_entry_somebody_else_wrote(tmp_path: Path) -> None:
    keep(tmp_path, "a.xml", b"one", "text")
    with sqlite3.connect(tmp_path / "memcon-1.sqlite3") as database:
        database.execute("UPDATE entries SET value = ?", (b"0" * 16 + b"forged",))
    assert kept(tmp_path, "a.xml", b"one") is None
    keep(tmp_path, "a.xml", b"one", "text")
    assert kept(tmp_path, "a.xml", b"one") == "text"


def test_no_database_at_all(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "inside"):
        keep(folder, "a.xml", b"one", "text")
        assert kept(folder, "a.xml", b"one") is None
    (tmp_path / "memcon-1.sqlite3").write_bytes(b"no database " * 1000)
    keep(tmp_path, "a.xml", b"one", "text")
    assert kept(tmp_path, "a.xml", b"one") == "text"


def test_what_was_used_longest_ago_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(1_000_000_000, 2_000_000_000, 100_000))
    monkeypatch.setattr("time.time", lambda: next(clock))
    for number in range(20):
        keep(tmp_path, "a.xml", b"%d" % number, "x" * 100, largest=1000)
        assert kept(tmp_path, "a.xml", b"0") == "x" * 100
    found = [number for number in range(20) if kept(tmp_path, "a.xml", b"%d" % number)]
    assert found[0] == 0
    assert found[1:] == list(range(found[1], 20))
    assert 6 <= len(found) <= 10


def test_two_at_once(tmp_path: Path) -> None:
    with Cache(tmp_path, b"s") as one, Cache(tmp_path, b"s") as two:
        for number in range(20):
            (one if number % 2 else two).put(b"%d" % number, "text")
    with Cache(tmp_path, b"s") as cache:
        assert all(cache.get(b"%d" % number) == "text" for number in range(20))


def test_many_at_once_are_as_each_alone(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.xml" for number in range(5)]
    for path in paths[:4]:
        path.write_text(path.name)
        aged(path)
    with Cache(tmp_path / "c", b"") as cache:
        digests = [cache.read(str(path), read)[1] for path in paths[:3]]
        keys = [cache.key("", digest) for digest in digests]
        for key in keys[1:]:
            cache.put(key, f"of {key.hex()}")
    with Cache(tmp_path / "c", b"") as cache:
        assert cache.digests(list(map(str, paths))) == [*digests, None, None]
        assert cache.digests([]) == []
        assert cache.get_all([*keys, b"no such key"]) == {key: f"of {key.hex()}" for key in keys[1:]}
        assert cache.get_all([]) == {}
