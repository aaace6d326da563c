"""validate: which files it takes."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from harness import TALK, Ran, memcon, talk


@pytest.fixture
def tei(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: tei/a.xml, tei/deep/b.xml, tei/deep/er/c.xml, each converted and sound."""
    for name, folder in (("a", "tei"), ("b", "tei/deep"), ("c", "tei/deep/er")):
        path = talk(tmp_path / folder, f"{name}.txt")
        assert memcon("convert", path, "--out", path.parent).code == 0
    monkeypatch.chdir(tmp_path)
    return tmp_path / "tei"


def spoiled(path: Path) -> None:
    """A file with an element in its second turn that the schema does not know."""
    path.write_text(path.read_text("utf-8").replace("Ms. Bell.", "Ms. <b>Bell.</b>", 1), "utf-8")


def checked(*arguments: str | Path) -> list[str]:
    """The paths of the files that were checked, as the JUnit report lists them."""
    ran = memcon("validate", *arguments, "--format", "checkstyle")
    assert ran.code == 0, ran.err
    return [line.split('"')[1] for line in ran.out.splitlines() if "<file " in line]


# -- folders and patterns --------------------------------------------------------------------------


def test_a_folder_means_all_below_it(tei: Path) -> None:
    (tei / ".hidden").mkdir()
    (tei / ".hidden" / "x.xml").write_text("<")
    (tei / ".x.xml").write_text("<")
    (tei / "notes.txt").write_text("<")
    assert checked("tei") == ["tei/a.xml", "tei/deep/b.xml", "tei/deep/er/c.xml"]
    assert checked("tei/", "tei/a.xml", "./tei/deep") == checked("tei")
    assert checked(tei) == checked("tei"), "paths are told from the current folder"
    assert checked("tei", tei, "tei/../tei/a.xml") == checked("tei"), "a file is one, however it is spelt"
    (tei / "link.xml").symlink_to("a.xml")
    assert "2 files checked" in memcon("validate", "tei/a.xml", "tei/link.xml").err, "a link is another name"
    (tei / "link.xml").unlink()
    (tei / "empty").mkdir()
    ran = memcon("validate", "tei/empty")
    assert (ran.code, "nothing to do" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("tei/*.xml", "a"),
        ("tei/**/*.xml", "abc"),
        ("tei/*/*.xml", "b"),
        ("tei/**", "abc"),
        ("tei/**/er/*", "c"),
        ("**/b.xml", "b"),
        ("tei/**/[ab].xml", "ab"),
        ("t?i/a.xml", "a"),
        ("tei/**/**/c.xml", "c"),
        ("tei/d*", "bc"),
    ],
)
def test_patterns(pattern: str, names: str, tei: Path) -> None:
    for transcript in tei.rglob("*.txt"):
        transcript.rename(transcript.with_suffix(".transcript"))
    ran = memcon("validate", "--format", "jsonl", "--format", "checkstyle=out", "--ignore", "MC1", pattern)
    assert "Traceback" not in ran.err
    found = [line.split('"')[1] for line in Path("out").read_text().splitlines() if "<file " in line]
    assert [Path(path).stem for path in found if path.endswith(".xml")] == list(names)


def test_a_pattern_that_nothing_matches_is_said_and_the_rest_checked(tei: Path) -> None:
    ran = memcon("validate", "tei/*.tei", "tei/a.xml")
    assert (ran.code, ran.codes) == (2, ["MC105"])
    assert "tei/*.tei: error MC105 no file matches the pattern" in ran.out
    assert "1 file checked" in ran.err
    assert memcon("validate", "none/**/*.xml").codes == ["MC105"]


def test_a_name_that_looks_like_a_pattern_is_a_name(tei: Path) -> None:
    (tei / "[a].xml").write_text("<")
    assert memcon("validate", "tei/[a].xml").codes == ["MC401"]


def test_links_between_folders_are_no_loops(tei: Path) -> None:
    (tei / "deep" / "back").symlink_to(tei)
    (tei / "deep" / "self").symlink_to(tei / "deep")
    assert checked("tei") == ["tei/a.xml", "tei/deep/b.xml", "tei/deep/er/c.xml"]
    assert checked("tei/**/*.xml") == checked("tei")
    assert checked("tei/deep/back") == ["tei/deep/back/a.xml", "tei/deep/back/deep/b.xml",
                                        "tei/deep/back/deep/er/c.xml"]  # fmt: skip


# -- what changed ----------------------------------------------------------------------------------


def git(*words: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *identity, *words], check=True, capture_output=True)


@pytest.fixture
def repository(tei: Path) -> Path:
    git("init")
    git("add", ".")
    git("commit", "-m", "all")
    return tei


def changed(*arguments: str | Path) -> Ran:
    return memcon("validate", *arguments, "--changed-since", "HEAD")


def test_only_what_changed(repository: Path) -> None:
    ran = changed("tei")
    assert (ran.code, ran.out) == (0, "")
    assert "0 files checked" in ran.err
    spoiled(repository / "a.xml")
    assert changed("tei").codes == ["MC506", "MC404"]
    git("add", ".")
    assert changed("tei").codes == ["MC506", "MC404"], "staged or not"
    git("commit", "-m", "spoiled")
    assert changed("tei").codes == []
    assert memcon("validate", "tei", "--changed-since", "HEAD~1").codes == ["MC506", "MC404"]


def test_new_renamed_and_deleted_files(repository: Path) -> None:
    (repository / "ж n.xml").write_text("<")
    (repository / ".gitignore").write_text("ignored.xml\n")
    (repository / "ignored.xml").write_text("<")
    assert changed("tei").codes == ["MC401"]
    (repository / "ж n.xml").unlink()
    git("mv", "tei/deep/b.xml", "tei/deep/renamed.xml")
    git("rm", "tei/deep/er/c.xml")
    ran = changed("tei", "tei/deep/er/c.xml")
    assert "1 file checked" in ran.err
    assert ran.codes == ["MC505"]
    assert changed("tei/none.xml").codes == ["MC105"], "a file that never was is no deleted one"


def test_what_changed_is_seen_from_anywhere(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoiled(repository / "deep" / "b.xml")
    monkeypatch.chdir(repository / "deep")
    assert changed(".").codes == changed("..").codes == changed(repository).codes == ["MC506", "MC404"]
    assert changed("../a.xml").codes == []
    (repository / "link.xml").symlink_to(repository / "deep" / "b.xml")
    assert "MC404" in changed("../link.xml").codes


@pytest.mark.parametrize("revision", ["--output=x", "-p", "", "no-such", "HEAD~99", "a b", "HEAD:tei", "HEAD\nx"])
def test_a_revision_that_is_none(revision: str, repository: Path) -> None:
    ran = memcon("validate", "tei", f"--changed-since={revision}")
    assert (ran.code, ran.out) == (2, "")
    assert "Error: " in ran.err
    assert not Path("x").exists()


def test_a_shallow_clone_is_said_to_be_one(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a CI job checks out holds the last commit alone, unless it is told otherwise."""
    spoiled(repository / "a.xml")
    git("commit", "-a", "-m", "spoiled")
    git("clone", "--depth", "1", f"file://{repository.parent}", "shallow")
    monkeypatch.chdir("shallow")
    ran = memcon("validate", "tei", "--changed-since", "HEAD~1")
    assert ran.code == 2
    assert "git knows no revision HEAD~1 here: the clone is shallow" in " ".join(ran.err.split())
    assert "fetch-depth: 0" in ran.err
    git("fetch", "--unshallow")
    assert memcon("validate", "tei", "--changed-since", "HEAD~1").codes == ["MC506", "MC404"]
    ran = memcon("validate", "tei", "--changed-since", "HEAD~99")
    assert (ran.code, "git knows no revision HEAD~99" in ran.err, "shallow" in ran.err) == (2, True, False)


def test_no_repository_and_no_git(tei: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tei.parent.parent))
    ran = changed("tei")
    assert (ran.code, "not a git repository" in ran.err) == (2, True)
    monkeypatch.setenv("PATH", "")
    ran = changed("tei")
    assert (ran.code, "not installed" in ran.err) == (2, True)


# -- editions --------------------------------------------------------------------------------------

IGNORE = "[[ignore]]\ncode = 'MC404'\nfile = 'a.xml'\nreason = 'It is an experiment.'\n"


def test_what_an_edition_settles_is_not_reported(tei: Path) -> None:
    spoiled(tei / "a.xml")
    spoiled(tei / "deep" / "b.xml")
    assert memcon("validate", "tei").codes.count("MC404") == 2
    (tei / "edition.toml").write_text(IGNORE)
    for words in (("tei",), ("tei/a.xml", "tei/deep/b.xml"), (str(tei),)):
        ran = memcon("validate", *words)
        assert (ran.code, ran.codes.count("MC404"), "MC905" in ran.codes) == (1, 1, False)
        assert "deep/b.xml:" in ran.out
        assert "1 settled in edition.toml" in ran.err
    assert memcon("validate", "tei/a.xml").code == 0
    (tei / "deep" / "edition.toml").write_text("")
    assert memcon("validate", "tei/deep").codes.count("MC404") == 1, "the nearest edition is the file's"


def test_an_edition_may_be_named(tei: Path, tmp_path: Path) -> None:
    spoiled(tei / "a.xml")
    (tmp_path / "elsewhere").mkdir()
    named = tmp_path / "elsewhere" / "mine.toml"
    named.write_text(IGNORE)
    assert memcon("validate", "tei/a.xml", "--edition", named).code == 0
    assert memcon("validate", "-", "--edition", named, stdin=(tei / "a.xml").read_bytes()).code == 1
    missing = memcon("validate", "tei/a.xml", "--edition", tmp_path / "none.toml")
    assert (missing.code, "MC105" in missing.codes) == (2, True)


def test_no_edition_is_looked_for_outside_the_repository(tei: Path) -> None:
    spoiled(tei / "a.xml")
    (tei.parent / "edition.toml").write_text(IGNORE)
    assert memcon("validate", "tei/a.xml").code == 0
    (tei / ".git").mkdir()
    assert memcon("validate", "tei/a.xml").code == 1


def test_an_entry_may_be_about_an_element(tei: Path) -> None:
    spoiled(tei / "a.xml")
    for identifier, code in (("t2", 0), ("t1", 1), ("m-a", 0)):
        (tei / "edition.toml").write_text(IGNORE.replace("file", f"id = '{identifier}'\nfile"))
        assert memcon("validate", "tei/a.xml", "--select", "MC4").code == code


def test_an_entry_that_settles_nothing_is_said(tei: Path) -> None:
    (tei / "edition.toml").write_text(IGNORE)
    for words, said in (("tei", True), ("tei/a.xml", True), ("tei/deep", False), ("tei --select MC5", False),
                        ("tei --ignore MC404", False), ("tei --ignore MC905", False)):  # fmt: skip
        assert ("MC905" in memcon("validate", *words.split()).codes) is said, words
    ran = memcon("validate", "tei", "--fail-on", "warning", "--format", "concise")
    assert (ran.code, ran.codes) == (1, ["MC905"])
    assert "tei/edition.toml:1:1: warning MC905 [[ignore]] MC404 (a.xml): there is no such finding any more" in ran.out
    (tei / "a.xml").write_text("<")
    assert memcon("validate", "tei").codes == ["MC401"], "of a file that cannot be read nothing is known"


def test_an_edition_that_cannot_be_used_is_said_and_the_files_checked(tei: Path) -> None:
    spoiled(tei / "a.xml")
    (tei / "edition.toml").write_text("[[ignore]]\ncode = 'MC404'\n")
    ran = memcon("validate", "tei", "--select", "MC404")
    assert (ran.code, ran.codes) == (1, ["MC404", "MC901"])


def test_entries_do_not_trouble_convert(tei: Path) -> None:
    (tei / "edition.toml").write_text(IGNORE)
    ran = memcon("convert", tei / "a.txt", "--edition", tei / "edition.toml", "--out", tei, "--fail-on", "info")
    assert ran.codes == []


def test_standard_input(tei: Path) -> None:
    data = (tei / "a.xml").read_bytes()
    assert memcon("validate", "-", stdin=data).code == 0
    ran = memcon("validate", "-", "tei", "--format", "json", stdin=b"<")
    assert [each["path"] for each in json.loads(ran.out)] == ["-"]
    assert TALK.encode() not in data
    assert os.getcwd() not in ran.out  # noqa: PTH109
