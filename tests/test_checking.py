"""Many files checked: the same findings in the same order with one process and with many, with a cache and without."""

from __future__ import annotations

import gc
import os
import shutil
import signal
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

import pytest

from conftest import TEI
from memcon import batch, caching, checking
from memcon.caching import Cache
from memcon.checking import AllLinked, Checked, Document, Linked, check, check_all, check_between, scope
from memcon.diagnostics import Diagnostic

DAMAGES = (("</body>", "<!-- --></body>"), ('who="#', 'who="#no'), ("<p>", "<p><b/>"), ("</TEI>", "</TIE>"))


def read(path: str) -> bytes:
    return Path(path).read_bytes()


def check_or_die(documents: Sequence[Document]) -> tuple[Checked, ...]:
    if any(b"DEADLY" in each.data for each in documents):
        os.kill(os.getpid(), signal.SIGKILL)
    return check(documents)


def forbidden(documents: Sequence[Document]) -> tuple[Checked, ...]:
    raise AssertionError(f"{documents[0].path} is checked again")


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The edition with damages, among files that are not there."""
    monkeypatch.setattr(batch, "_FEW", 4)
    monkeypatch.setattr(batch, "_LONGEST", 3)
    monkeypatch.setattr(caching, "_RACE", 0)
    for number, source in enumerate(sorted(TEI.glob("*.xml"))):
        old, new = DAMAGES[number % len(DAMAGES)]
        text = source.read_text("utf-8")
        (tmp_path / source.name).write_text(text.replace(old, new) if number % 3 else text, "utf-8")
    found = sorted(str(path) for path in tmp_path.glob("*.xml"))
    return [found[0], str(tmp_path / "none.xml"), *found[1:], str(tmp_path)]


def test_the_same_findings_in_the_same_order_whoever_checks(paths: list[str], tmp_path: Path) -> None:
    alone = list(check_all(paths, read))
    assert [each.path for each in alone] == paths
    codes = {found.rule.code for each in alone for found in each.diagnostics}
    assert codes >= {"MC105", "MC401", "MC404", "MC502", "MC506"}
    assert list(check_all(paths, read, together=3)) == alone
    assert list(check_all(paths, read, jobs=3, together=2)) == alone
    for _ in range(2):
        with Cache(tmp_path / "cache", scope()) as cache:
            assert list(check_all(paths, read, jobs=2, cache=cache)) == alone


def test_nothing_is_checked_again_until_it_changes(paths: list[str], tmp_path: Path) -> None:
    with Cache(tmp_path / "cache", scope()) as cache:
        first = list(check_all(paths, read, cache=cache))
    with Cache(tmp_path / "cache", scope()) as cache:
        assert list(check_all(paths, read, checked=forbidden, cache=cache)) == first
    text = Path(paths[0]).read_text("utf-8")
    Path(paths[0]).write_text(text.replace("<p>", "<p><b/>", 1), "utf-8")
    with Cache(tmp_path / "cache", scope()) as cache:
        again = list(check_all(paths, read, cache=cache))
    assert "MC404" in {found.rule.code for found in again[0].diagnostics}
    assert again[1:] == first[1:]


def test_a_file_moved_elsewhere_is_known_and_its_findings_say_where(paths: list[str], tmp_path: Path) -> None:
    with Cache(tmp_path / "cache", scope()) as cache:
        first = list(check_all(paths, read, cache=cache))
    moved = [str(tmp_path / "elsewhere" / Path(path).name) for path in paths[2:-1]]
    (tmp_path / "elsewhere").mkdir()
    for old, new in zip(paths[2:-1], moved, strict=True):
        Path(new).write_bytes(Path(old).read_bytes())
    with Cache(tmp_path / "cache", scope()) as cache:
        found = list(check_all(moved, read, checked=forbidden, cache=cache))
    assert found == list(check([Document(path, Path(path).read_bytes()) for path in moved]))
    assert found != first[2:-1]


def test_what_else_findings_depend_on() -> None:
    assert scope() == scope()
    assert scope(b"a schema") != scope()


@pytest.mark.parametrize("text", ["", "[", "null", "[null]", '[["MC999","m",["x",1,1,""]]]\n[]'])
def test_an_entry_that_is_no_finding_is_made_anew(text: str, paths: list[str], tmp_path: Path) -> None:
    with Cache(tmp_path / "cache", scope()) as cache:
        _, digest = cache.read(paths[0], read)
        cache.put(cache.key(Path(paths[0]).name, digest), text)
    for _ in range(2):
        with Cache(tmp_path / "cache", scope()) as cache:
            assert list(check_all(paths[:1], read, cache=cache)) == list(check_all(paths[:1], read))
    with Cache(tmp_path / "cache", scope()) as cache:
        assert list(check_all(paths[:1], read, checked=forbidden, cache=cache))


def test_a_file_that_kills_is_one_finding_and_the_rest_are_checked(paths: list[str], tmp_path: Path) -> None:
    expected = {each.path: each for each in check_all(paths, read)}
    deadly = tmp_path / "5.xml"
    deadly.write_text("<DEADLY/>")
    given = [*paths[:5], str(deadly), *paths[5:]]
    with Cache(tmp_path / "cache", scope()) as cache:
        made = list(check_all(given, read, checked=check_or_die, jobs=2, cache=cache))
    assert [each.path for each in made] == given
    assert [found.rule.code for found in made[5].diagnostics] == ["MC408"]
    assert all(each == expected[each.path] for each in made if each.path != str(deadly))
    with Cache(tmp_path / "cache", scope()) as cache:  # it is not remembered
        (again,) = check_all([str(deadly)], read, cache=cache)
    assert [found.rule.code for found in again.diagnostics] == ["MC403"]


@pytest.mark.parametrize("sizes", [(1, 1, 1), (1, 4, 2)])
def test_a_file_alone_is_checked_as_among_others(paths: list[str], sizes: tuple[int, ...]) -> None:
    documents = [Document(path, read(path)) for path in paths if Path(path).is_file()]
    alone = [check([document])[0] for document in documents]
    assert len({found.rule.code for each in alone for found in each.diagnostics}) > 3
    starts = list(accumulate(sizes, initial=0))
    some = [documents[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    assert [each for chunk in some for each in check(chunk)] == alone


def test_files_are_read_as_they_are_needed() -> None:
    read_so_far: list[str] = []

    def note(path: str) -> bytes:
        read_so_far.append(path)
        return b"<a/>"

    names = (f"{number}.xml" for number in range(1000))
    for done, _ in enumerate(check_all(names, note), start=1):
        assert len(read_so_far) <= done + 1


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The edition, with a pointer that leads to nobody."""
    monkeypatch.setattr(caching, "_RACE", 0)
    folder = tmp_path / "tei"
    shutil.copytree(TEI, folder)
    path = next(iter(sorted(folder.glob("1*.xml"))))
    path.write_text(path.read_text("utf-8").replace("persons.xml#gorbachev", "persons.xml#nobody"), "utf-8")
    return folder


def between(folder: Path, cache: Cache | None) -> list[Diagnostic]:
    """What is found between the memoranda of a folder."""
    paths = sorted(map(str, folder.glob("1*.xml")))
    found = (Linked(each.path, each.links or "", each.key) for each in check_all(paths, read, cache=cache))
    return list(check_between(list(found), cache))


def test_what_is_between_files_is_known_until_any_of_it_changes(edition: Path, tmp_path: Path) -> None:
    def known() -> list[Diagnostic]:
        with Cache(tmp_path / "cache", scope()) as cache:
            return between(edition, cache)

    first = between(edition, None)
    assert [found.rule.code for found in first] == ["MC503", "MC545"]
    assert known() == first
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "_between", None)
        assert known() == first
    persons = edition / "persons.xml"
    persons.write_text(persons.read_text("utf-8").replace('xml:id="gorbachev"', 'xml:id="nobody"', 1), "utf-8")
    changed = known()
    assert changed != first
    assert changed == between(edition, None)
    (edition / "0.xml").write_text("<TEI/>")  # not all files of the folder are checked any more
    assert known() == between(edition, None)
    transcript = next(iter(sorted((edition / "transcripts").iterdir())))
    transcript.unlink()
    again = known()
    assert "MC104" in {found.rule.code for found in again}
    assert again == between(edition, None)


def test_what_many_files_say_is_kept_as_in_a_list(edition: Path, tmp_path: Path) -> None:
    paths = sorted(map(str, edition.glob("1*.xml")))
    with Cache(tmp_path / "cache", scope()) as cache:
        found = [Linked(each.path, each.links or "", each.key) for each in check_all(paths, read, cache=cache)]
    assert all(each.key for each in found)
    kept = AllLinked()
    for each in [*found, Linked("\udcff.xml", "[]")]:
        kept.append(each)
    assert [*kept] == [*found, Linked("\udcff.xml", "[]")]
    assert kept[1:3] == found[1:3]
    assert list(check_between(kept[:-1], None)) == between(edition, None)


def test_links_that_cannot_be_read_again_are_gathered_again(edition: Path, tmp_path: Path) -> None:
    first = between(edition, None)
    paths = sorted(map(str, edition.glob("1*.xml")))
    spoilt = [Linked(path, text) for path, text in zip(paths, ["", "[]", "[1]", *["null"] * len(paths)], strict=False)]
    assert list(check_between(spoilt, None)) == first


def test_what_changes_while_it_is_checked_is_not_known(edition: Path, tmp_path: Path) -> None:
    path = next(iter(sorted(edition.glob("1*.xml"))))
    before = path.read_bytes()
    expected = between(edition, None)
    paths = sorted(map(str, edition.glob("1*.xml")))
    with Cache(tmp_path / "cache", scope()) as cache:
        found = [Linked(each.path, each.links or "", each.key) for each in check_all(paths, read, cache=cache)]
        path.write_bytes(before.replace(b"\n", b"\n\n", 9))
        assert list(check_between(found, cache)) != expected
    path.write_bytes(before)
    with Cache(tmp_path / "cache", scope()) as cache:
        assert between(edition, cache) == expected


def test_garbage_is_looked_for_again_behind_a_check(paths: list[str]) -> None:
    assert gc.isenabled()
    list(check_all(paths, read))
    assert gc.isenabled()
    gc.disable()
    try:
        list(check_all(paths, read))
        assert not gc.isenabled()
    finally:
        gc.enable()
