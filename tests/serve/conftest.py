"""A server as a person starts it, on a port of its own, and clients that ask it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil
import pytest

COMMAND = Path(sys.executable).with_name("onrecord")
PATIENCE = 30  # seconds for what must happen soon


class Server:
    """One server process."""

    def __init__(self, process: subprocess.Popen[str], url: str, log: Path) -> None:
        self.process = process
        self.url = url
        self.sparql = url + "sparql"
        self.log = log

    def workers(self) -> list[psutil.Process]:
        """Its processes that answer."""
        found = psutil.Process(self.process.pid).children(recursive=True)
        return [p for p in found if p.status() != psutil.STATUS_ZOMBIE]

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Its exit code after a signal."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


def soon(is_so: Callable[[], bool]) -> bool:
    """Whether something comes to be so while one may wait for it."""
    until = time.monotonic() + PATIENCE
    while not is_so() and time.monotonic() < until:
        time.sleep(0.05)
    return is_so()


@contextmanager
def started(graph: Path, log: Path, *options: str) -> Iterator[Server]:
    """A server of a graph, stopped in the end."""
    command = [COMMAND, "serve", "--graph", graph, "--port", "0", *options]
    environment = {k: v for k, v in os.environ.items() if k != "ONRECORD_GRAPH"}
    with log.open("w") as errors:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment)
    assert process.stdout is not None
    with process, process.stdout:
        line = process.stdout.readline()
        assert line.startswith("http://"), f"{line}{log.read_text()}"
        try:
            yield Server(process, line.split()[0], log)
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait(PATIENCE)


@pytest.fixture(scope="session")
def serving(tmp_path_factory) -> Callable[..., object]:
    """Starts a server of a graph with some options."""
    logs = tmp_path_factory.mktemp("logs")
    numbers = iter(range(1000))
    return lambda graph, *options: started(graph, logs / f"{next(numbers)}.log", *options)


@pytest.fixture(scope="session")
def server(serving, example) -> Iterator[Server]:
    """A server of the example documents, with the options it has by itself."""
    with serving(example, "--workers", "2") as running:
        yield running


@pytest.fixture(scope="session")
def client(server) -> Iterator[httpx.Client]:
    """Asks that server; redirects are not followed."""
    with httpx.Client(base_url=server.url, timeout=PATIENCE) as asking:
        yield asking


@pytest.fixture
def eventually() -> Callable[[Callable[[], bool]], bool]:
    """Waits for something to be so."""
    return soon
