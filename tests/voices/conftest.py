"""A build with a voice, as a person starts it."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.voices.serving import Answering, Asked, serving

KEY = "sk-loopback-0123456789abcdef"


@pytest.fixture
def server() -> Iterator[Callable[[Answering], Asked]]:
    """Starts servers that answer as a function says."""
    with ExitStack() as running:
        yield lambda answering: running.enter_context(serving(answering))


@pytest.fixture
def settings(tmp_path) -> Callable[[str], dict[str, str]]:
    """The environment of somebody who has these settings."""

    def write(words: str) -> dict[str, str]:
        file = tmp_path / "config" / "onrecord" / "settings.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, encoding="utf-8")
        return {"XDG_CONFIG_HOME": str(file.parents[1])}

    return write


@pytest.fixture
def build(onrecord, example, tmp_path) -> Callable[..., object]:
    """Builds documents into a graph folder with a voice that is asked at an address.

    What the rules found in the example documents is there already.
    """
    for kept in ("facts", "texts"):
        shutil.copytree(example / kept, tmp_path / "graph" / kept)

    def run(documents: Path, address: str, *options: object, env: dict[str, str] | None = None):
        environment = {"ONRECORD_LLM_ADDRESS": address, "ONRECORD_LLM_KEY": KEY, **(env or {})}
        command = ("build", documents, "--graph", tmp_path / "graph", "--voice", "parrot", *options)
        return onrecord(*command, env=environment)

    return run


@pytest.fixture
def report(tmp_path) -> Callable[[], dict]:
    """What the last build says of its voice."""
    return lambda: json.loads((tmp_path / "graph" / "report.json").read_text("utf-8"))["voice"]


@pytest.fixture
def letter(tmp_path) -> Callable[..., Path]:
    """A folder of letters of our own, one for each text."""

    def write(*texts: str) -> Path:
        folder = tmp_path / "letters"
        folder.mkdir(exist_ok=True)
        for number, text in enumerate(texts, start=1):
            (folder / f"letter-{number}.txt").write_text(text, encoding="utf-8")
        return folder

    return write
