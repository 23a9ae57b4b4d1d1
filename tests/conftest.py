"""What many tests begin with: the command as a person runs it, and the example documents made into a graph."""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = ROOT / "tests" / "documents"
COMMAND = Path(sys.executable).with_name("onrecord")
Run = Callable[..., subprocess.CompletedProcess[str]]
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


# a terminal of its own, so that Ctrl-C reaches the command as it would a person's
IN_TERMINAL = """
import fcntl, os, signal, sys, termios
os.setsid()
signal.signal(signal.SIGINT, signal.SIG_DFL)
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


COLOURS = re.compile("\x1b\\[[0-9;?]*[A-Za-z]")


class Terminal:
    """The command in a terminal, with somebody at the keys."""

    def __init__(self, *arguments, env=None):
        self.keys, other = pty.openpty()
        # without an answer to "where is the cursor?" the prompt would wait for one
        quiet = {"TERM": "xterm", "COLUMNS": "100", "LINES": "40", "PROMPT_TOOLKIT_NO_CPR": "1"}
        environment = {**os.environ, **quiet, **(env or {})}
        command = [sys.executable, "-c", IN_TERMINAL, str(COMMAND), *map(str, arguments)]
        self.process = subprocess.Popen(command, stdin=other, stdout=other, stderr=other, env=environment)
        os.close(other)
        self.seen = ""

    def until(self, words, seconds=60):
        """What is printed until these words are, which are then taken as read."""
        end = time.monotonic() + seconds
        while words not in self.seen:
            assert time.monotonic() < end, self.seen
            if select.select([self.keys], [], [], 0.2)[0]:
                try:
                    self.seen = COLOURS.sub("", self.seen + os.read(self.keys, 4096).decode("utf-8", "replace"))
                except OSError:  # the terminal is closed: the command has ended
                    assert words in self.seen, self.seen
        before, _, self.seen = self.seen.partition(words)
        return before

    def type(self, words):
        """Type a line."""
        os.write(self.keys, f"{words}\r".encode())

    def press(self, keys):
        """Press keys, and no Enter after them."""
        os.write(self.keys, keys.encode())

    def ended(self):
        """How the command ended."""
        status = self.process.wait(30)
        os.close(self.keys)
        return status


@pytest.fixture
def in_terminal() -> type[Terminal]:
    """Starts the command in a terminal of its own."""
    return Terminal


@pytest.fixture(scope="session")
def onrecord(tmp_path_factory) -> Run:
    """Runs the command, away from any settings and any graph of the person who tests."""
    home = tmp_path_factory.mktemp("home")
    left_out = {"ONRECORD_GRAPH", "COLUMNS", "NO_COLOR"}
    clean = {k: v for k, v in os.environ.items() if k not in left_out and not k.startswith("XDG_")}

    def run(*arguments: object, env: dict[str, str] | None = None, **more: object) -> subprocess.CompletedProcess[str]:
        command = [COMMAND, *map(str, arguments)]
        environment = {**clean, "HOME": str(home), **(env or {})}
        options = {"cwd": home, "capture_output": True, "text": True, **more}
        return subprocess.run(command, env=environment, check=False, **options)

    return run


@pytest.fixture(scope="session")
def example(onrecord, tmp_path_factory) -> Path:
    """The graph folder of the example documents: to be read, not written."""
    folder = tmp_path_factory.mktemp("example") / "graph"
    built = onrecord("build", DOCUMENTS, "--graph", folder)
    assert built.returncode == 0, built.stderr
    return folder


@pytest.fixture(scope="session")
def written() -> Callable[[Path], dict[str, bytes]]:
    """What a build writes for others to read, byte by byte."""
    return lambda graph: {name: (graph / name).read_bytes() for name in ("graph.ttl", "graph.html")}


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, which finds what would keep somebody out."""
    missing = "axe is not installed: pip install axe-playwright-python"
    found = pytest.importorskip("axe_playwright_python", reason=missing)
    return (Path(found.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def launch():
    """Starts a Chromium with these flags, besides those of every test."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if not found:
        pytest.skip("no Chromium is installed here: apt-get install chromium")
    with sync_api.sync_playwright() as playwright:
        yield lambda *flags: playwright.chromium.launch(executable_path=found, args=[*FLAGS, *flags])


@pytest.fixture(scope="session")
def browser(launch):
    chromium = launch()
    yield chromium
    chromium.close()
