"""The README's commands run and print what it says; `python tests/test_readme.py` writes down what they print now."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
MOST = 12  # lines of an answer that the README shows
WIDTH = "120"


def shown(block: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of a block, with the lines that follow it."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *lines = part.rstrip("\n").split("\n")
        yield command, lines


def printed(command: str, place: Path) -> list[str]:
    """What a command prints, in a place that has the example documents and an output folder of its own."""
    if command.startswith("make"):  # it is what brought us here: that there is such a target is all that is left to see
        subprocess.run([*shlex.split(command), "--dry-run"], cwd=ROOT, check=True, capture_output=True)
        return []
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    left_out = {"ONRECORD_GRAPH", "NO_COLOR"}
    environment = {k: v for k, v in os.environ.items() if k not in left_out} | {"PATH": path, "COLUMNS": WIDTH}
    done = subprocess.run(shlex.split(command), cwd=place, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}: {done.stderr}"
    return [line.rstrip() for line in done.stdout.splitlines()]


def a_place(folder: Path) -> Path:
    (folder / "tests").mkdir()
    for name in ("documents", "registers"):
        (folder / "tests" / name).symlink_to(ROOT / "tests" / name)
    return folder


BLOCKS = BLOCK.findall(README.read_text(encoding="utf-8"))


@pytest.mark.parametrize("block", BLOCKS, ids=["set-up", "ten lines", "register"])
def test_the_commands_of_the_readme_print_what_it_says(block, tmp_path):
    place = a_place(tmp_path)
    for command, lines in shown(block):
        found = printed(command, place)
        whole = lines if lines[-1:] != ["…"] else [*lines[:-1], *found[len(lines) - 1 :]]
        assert whole == found, command


def test_the_files_that_the_readme_points_to_are_there():
    links = re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8"))
    assert not [link for link in links if not (ROOT / link).exists()]


def rewritten(block: str, place: Path) -> str:
    parts = []
    for command, _ in shown(block):
        found = printed(command, place)
        short = found if len(found) <= MOST else [*found[:MOST], "…"]
        parts.append("\n".join([f"$ {command}", *short]))
    return "\n".join(parts) + "\n"


def in_a_place(block: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        return rewritten(block, a_place(Path(folder)))


if __name__ == "__main__":
    text = BLOCK.sub(lambda found: in_a_place(found[0]), README.read_text(encoding="utf-8"))
    README.write_text(text, encoding="utf-8")
