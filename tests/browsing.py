"""Pages before programs that may not be there: tidy, the Nu checker, a browser."""

from __future__ import annotations

import html
import subprocess
from pathlib import Path

from conftest import program

WIDTHS = (320, 390, 768, 1280)


def tidy(page: str) -> list[str]:
    """What tidy says of a page, line by line."""
    command = [program("tidy"), "-e", "-q", "-utf8", "--warn-proprietary-attributes", "no"]
    return subprocess.run(command, input=page.encode(), capture_output=True, check=False).stderr.decode().splitlines()


def nu(page: str, folder: Path) -> str:
    """The errors that the Nu checker finds in a page."""
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    return subprocess.run(
        [program("vnu"), "--errors-only", str(path)], capture_output=True, check=False
    ).stderr.decode()


def too_wide(page: str, width: int, folder: Path) -> str:
    """By how many pixels a page is wider than a screen of that width.

    It is shown in a frame, since a browser window has a least width; the script is the test's, not the page's.
    """
    outer = folder / "outer.html"
    outer.write_text(
        f'<!DOCTYPE html><title></title><iframe style="border:0;width:{width}px;height:9in" '
        f'srcdoc="{html.escape(page)}"></iframe>'
        "<script>onload = () => { const page = frames[0].document.documentElement;"
        " document.title = `${page.scrollWidth - page.clientWidth} too wide` }</script>",
        encoding="utf-8",
    )
    browser = program("chromium", "chromium-browser", "google-chrome")
    command = [
        browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--virtual-time-budget=2000",
        f"--user-data-dir={folder / 'profile'}", "--dump-dom", f"file://{outer}",
    ]  # fmt: skip
    shown = subprocess.run(command, capture_output=True, check=False, timeout=60).stdout.decode()
    return shown.partition("<title>")[2].partition("</title>")[0]
