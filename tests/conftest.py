"""What many tests begin with: the command as a person runs it, and the example documents made into a graph."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = ROOT / "tests" / "documents"
COMMAND = Path(sys.executable).with_name("onrecord")
Run = Callable[..., subprocess.CompletedProcess[str]]


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
