"""Surprising but legal: names, locales, terminals, pipes, signals."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from lxml import etree

from harness import TALK, interruptible, memcon, spawned, talk
from memcon.tei.names import NSMAP, XML_ID
from memcon.tei.parsing import parse_tei

# -- names -----------------------------------------------------------------------------------------

NAMES = [
    "a b.txt", "a  b.txt", " a .txt", "a\nb.txt", "a\tb.txt", "-a.txt", "--help", "a#b.txt", "a%20b.txt", "a%.txt",
    "a?b=c&d.txt", "a:b.txt", "a'b.txt", 'a"b.txt', "<a>.txt", "a&amp;.txt", "a\\b.txt",
    "été.txt", "e\u0301te\u0301.txt",
    "Встреча.txt", "会谈.txt", "שיחה.txt", "한글.txt", "𝒳😀.txt", "1.txt", "persons.txt", "Persons.txt", "a.b.c.txt",
    "...txt", "a.", "a", "_.txt", "#.txt", "%.txt", "*.txt", "[a].txt", "a" * 200 + ".txt", "é" * 120 + ".txt",
    "a\x01b.txt", "a\u2028b.txt", "a\u00a0b.txt", "a;b,c.txt", "~a.txt", "$HOME.txt", "file:a.txt", "CON.txt",
    "a+b.txt",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_of_a_file_comes_through(name: str, tmp_path: Path) -> None:
    """Converted, found again by verify through ptr/@target, valid, its names in step; rendered under its own name."""
    path = talk(tmp_path / "in put", name)
    assert memcon("convert", path, "--out", tmp_path / "out").code == 0
    (target,) = (tmp_path / "out").iterdir()
    assert memcon("verify", target).code == 0
    ran = memcon("validate", tmp_path / "out")
    assert ran.code == 0, ran.out
    assert memcon("render", target, "--out", tmp_path / "html").code == 0
    assert (tmp_path / "html" / f"{target.stem}.html").is_file()
    assert memcon("convert", path, "--out", tmp_path / "out").code == 0
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    path = talk(tmp_path, "a" * 252)
    ran = memcon("convert", path, talk(tmp_path), "--out", tmp_path / "out")
    assert (ran.code, ran.codes.count("MC106")) == (1, 1)
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["talk.xml"]
    assert memcon("convert", "x" * 5000, talk(tmp_path), "--out", tmp_path / "out").code == 2
    assert memcon("convert", "").code == 2


def test_a_name_that_is_not_utf_8_is_said(tmp_path: Path) -> None:
    path = talk(tmp_path)
    bad = os.fsencode(tmp_path) + b"/caf\xe9"
    Path(os.fsdecode(bad + b".txt")).write_text(TALK)
    ran = spawned("convert", bad + b".txt", str(path), "--out", str(tmp_path), "--format", "json")
    assert ran.code == 2
    assert "the file's name is not UTF-8" in ran.out
    assert (tmp_path / "talk.xml").exists()
    Path(os.fsdecode(bad + b".xml")).write_bytes((tmp_path / "talk.xml").read_bytes())
    assert spawned("verify", bad + b".xml").code == 0
    assert spawned("render", bad + b".xml", "--out", str(tmp_path / "html")).code == 0
    assert "Traceback" not in spawned("validate", str(tmp_path)).err


def test_names_that_come_to_one_xml_id_are_told_apart(tmp_path: Path) -> None:
    names = ["a b.txt", "a-b.txt", "a#b.txt"]
    assert memcon("convert", *(talk(tmp_path, name) for name in names), "--out", tmp_path / "out").code == 0
    ids = []
    for path in sorted((tmp_path / "out").iterdir()):
        tree = parse_tei(path.read_bytes(), str(path)).value
        assert tree is not None
        ids.append(tree.getroot().get(XML_ID))
    assert sorted(ids, key=str) == ["m-a-b", "m-a-b-2", "m-a-b-3"]
    assert memcon("validate", tmp_path / "out").code == 0


def test_a_transcript_called_persons_does_not_take_the_authority_files_name(tmp_path: Path) -> None:
    assert memcon("convert", talk(tmp_path, "persons.txt"), "--out", tmp_path).code == 0
    assert (tmp_path / "persons-2.xml").exists()
    assert not (tmp_path / "persons.xml").exists()


def test_the_target_is_relative_to_the_tei_file_and_escaped(tmp_path: Path) -> None:
    memcon("convert", talk(tmp_path / "in", "50% #1 é.txt"), "--out", tmp_path / "o u t")
    (path,) = (tmp_path / "o u t").iterdir()
    tree = etree.parse(str(path))
    (target,) = tree.xpath("//t:bibl[@type='transcript']/t:ptr/@target", namespaces=NSMAP)
    assert target.startswith("../in/50%25%20%231%20%C3%A9.txt#line=0,")


# -- locales and streams ---------------------------------------------------------------------------

LOCALES = [
    {"LC_ALL": "C"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "ascii"},
]


@pytest.mark.parametrize("env", LOCALES, ids=str)
def test_a_locale_without_letters(env: dict[str, str], tmp_path: Path) -> None:
    talk(tmp_path, text=TALK.replace("Dorn", "Дорн").replace("[Source", "Щ: [Source"))
    for words in (["--format", "human"], ["--format", "json"], ["--format", "concise"]):
        ran = spawned("convert", "talk.txt", *words, folder=tmp_path, env=env)
        assert (ran.code, "Traceback" in ran.err) == (0, False), ran.err
    assert "Дорн" in (tmp_path / "talk.xml").read_text("utf-8")
    ran = spawned("render", "talk.xml", "--to", "text", folder=tmp_path, env=env)
    assert (ran.code, "Дорн" in ran.out) == (0, True)
    (tmp_path / "bad.xml").write_text("<щ>", "utf-8")
    for verb in ("verify", "validate"):
        assert "Traceback" not in spawned(verb, "bad.xml", folder=tmp_path, env=env).err


def test_output_depends_on_nothing_but_the_input(tmp_path: Path) -> None:
    """Not on the order of sets, the locale, the time zone or the current folder."""
    made = set()
    envs = [{"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2", "LC_ALL": "C", "TZ": "Asia/Tokyo"}]
    for number, env in enumerate(envs):
        folder = tmp_path / str(number)
        talk(folder)
        cwd, name = (folder, "talk.txt") if number else (tmp_path, f"{number}/talk.txt")
        out = "." if number else f"{number}"
        assert spawned("convert", name, "--out", out, folder=cwd, env=env).code == 0
        made.add((folder / "talk.xml").read_bytes())
    assert len(made) == 1


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    path = talk(tmp_path)
    memcon("convert", path, "--out", tmp_path)
    os.utime(tmp_path / "talk.xml", ns=(0, 0))
    assert memcon("convert", path, "--out", tmp_path).code == 0
    assert (tmp_path / "talk.xml").stat().st_mtime_ns == 0
    talk(tmp_path, text=TALK + "\nx\n")
    assert memcon("convert", path, "--out", tmp_path).code == 0
    assert (tmp_path / "talk.xml").stat().st_mtime_ns > 0


def test_permissions_stay(tmp_path: Path) -> None:
    path = talk(tmp_path)
    memcon("convert", path, "--out", tmp_path)
    (tmp_path / "talk.xml").chmod(0o640)
    talk(tmp_path, text=TALK + "\nx\n")
    memcon("convert", path, "--out", tmp_path)
    assert (tmp_path / "talk.xml").stat().st_mode & 0o777 == 0o640


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    script = f"{sys.executable} -m memcon rule | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("MC101")
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_standard_output_is_one_line(tmp_path: Path) -> None:
    memcon("convert", talk(tmp_path), "--out", tmp_path)
    for words in (
        ["--help"],
        ["rule"],
        ["render", str(tmp_path / "talk.xml")],
        ["convert", "-"],
        ["validate", "x", "--format", "json"],
    ):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "memcon", *words], stdout=full, stderr=subprocess.PIPE, text=True, check=False,
                input=TALK,
            )  # fmt: skip
        assert done.returncode == 2, done.stderr
        assert "Traceback" not in done.stderr
        assert "No space left on device" in done.stderr


def test_closed_streams(tmp_path: Path) -> None:
    path = talk(tmp_path)
    for closed in ("2>&-", ">&-", "<&-"):
        script = f"{sys.executable} -m memcon convert '{path}' --out '{tmp_path}' {closed}"
        done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("sent", "code", "said"),
    [(signal.SIGINT, 130, "memcon: interrupted"), (signal.SIGTERM, 143, "memcon: terminated")],
)
def test_a_signal_leaves_nothing_half_done(sent: signal.Signals, code: int, said: str, tmp_path: Path) -> None:
    """Ctrl-C, or a scheduler, while the tenth of many is converted: no traceback, no part of a file."""
    for number in range(60):
        talk(tmp_path / "in", f"{number}.txt", TALK * 30)
    process = subprocess.Popen(
        [sys.executable, "-m", "memcon", "convert", f"{tmp_path}/in", "--out", f"{tmp_path}/out"],
        stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, preexec_fn=interruptible,
    )  # fmt: skip
    deadline = time.monotonic() + 20
    while not any((tmp_path / "out").glob("*.xml")) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(sent)
    _, err = process.communicate(timeout=20)
    assert process.returncode == code, "as shells have it, and none of the codes that say what was found"
    assert said in err
    assert "Traceback" not in err
    left = list((tmp_path / "out").iterdir())
    assert 0 < len(left) < 60
    assert all(parse_tei(path.read_bytes(), path.name).value is not None for path in left)


# -- terminals -------------------------------------------------------------------------------------


def on_terminal(*arguments: str, env: dict[str, str] | None = None, patience: float = 1.0) -> str:
    """What a call prints where all its streams are a terminal; `patience` is how long a progress bar waits."""
    master, slave = pty.openpty()
    code = (
        "import sys, memcon.cli.common as common; from memcon.cli import main\n"
        f"common._PATIENCE = {patience}; main(sys.argv[1:], prog_name='memcon')"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdin=slave, stdout=slave, stderr=slave,
        env={**{k: v for k, v in os.environ.items() if k != "NO_COLOR"}, "TERM": "xterm", **(env or {})},
    )  # fmt: skip
    os.close(slave)
    out = b""
    while True:
        try:
            chunk = os.read(master, 65536)
        except OSError:  # Linux says so at the end
            break
        if not chunk:
            break
        out += chunk
    process.wait()
    os.close(master)
    return out.decode("utf-8", "replace")


def test_colour_is_for_terminals(tmp_path: Path) -> None:
    bad = tmp_path / "bad.xml"
    bad.write_text("<")
    assert "\x1b[" in on_terminal("validate", str(bad))
    assert "\x1b[" not in on_terminal("validate", str(bad), env={"NO_COLOR": "1"})
    assert "\x1b[" not in on_terminal("validate", str(bad), "--color", "never")
    assert "\x1b[" in on_terminal("validate", str(bad), "--color", "always", env={"NO_COLOR": "1"})
    assert "\x1b[" not in memcon("validate", bad).out
    assert "\x1b[" in memcon("validate", bad, "--color", "always").out
    assert "\x1b[" not in memcon("validate", bad, "--format", "json", "--color", "always").out


def test_the_list_of_rules_fits_into_the_terminal() -> None:
    shown = on_terminal("rule", env={"COLUMNS": "60"}).replace("\r", "").splitlines()
    assert max(map(len, shown)) <= 60
    assert " ".join(" ".join(shown).split()) == " ".join(memcon("rule").out.split())


def test_the_progress_bar_is_for_terminals_and_for_long_work(tmp_path: Path) -> None:
    for number in range(3):
        talk(tmp_path / "in", f"{number}.txt")
    words = ("convert", str(tmp_path / "in"), "--out", str(tmp_path / "out"))
    assert "converting" in on_terminal(*words, patience=0)
    quick = on_terminal(*words, patience=60)
    assert "converting" not in quick
    assert "3 memoranda converted" in quick
    piped = spawned(*words)
    assert "\r" not in piped.err
    assert "converting" not in piped.err


def test_a_file_cannot_steer_the_terminal(tmp_path: Path) -> None:
    bad = tmp_path / "\x1b[31mred.txt"
    bad.write_bytes(b"one \x1b[2J two")
    ran = memcon("convert", bad)
    assert "\x1b" not in ran.err
    assert "U+001B ESCAPE" in ran.err


# -- start-up --------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["rule"], ["convert", "--no-such"]])
def test_what_needs_no_xml_imports_none(words: list[str]) -> None:
    code = (
        "import sys\nfrom memcon.cli import main\n"
        f"try: main({words!r})\nexcept SystemExit: pass\n"
        "print(sorted({'lxml', 'xmlschema', 'charset_normalizer', 'elementpath'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    expected = "['lxml']" if words[0] == "convert" else "[]"
    assert done.stdout.splitlines()[-1] == expected


@pytest.mark.parametrize("shell", ["bash_source", "zsh_source", "fish_source"])
def test_shell_completion_is_there(shell: str) -> None:
    done = spawned(env={"_MEMCON_COMPLETE": shell, "PATH": os.environ["PATH"]})
    assert done.code == 0 or "bash" in shell  # click asks bash for its version
    assert "_MEMCON_COMPLETE" in done.out


def test_completion_knows_verbs_and_codes() -> None:
    def completed(words: str, at: int) -> list[str]:
        env = {"_MEMCON_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(at)}
        return [line.partition(",")[2] for line in spawned(env=env).out.splitlines()]

    assert {"convert", "verify", "validate", "render", "rule"} <= set(completed("memcon ", 1))
    assert completed("memcon ver", 1) == ["verify"]
    assert completed("memcon rule MC10", 2)[:2] == ["MC101", "MC102"]
    assert "--fail-on" in completed("memcon convert --f", 2)
