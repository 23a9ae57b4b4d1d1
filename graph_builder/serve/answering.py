"""A process that answers: it has the store open and does one job after another, until nobody is there to ask.

Started by the server's pool, which kills it when a job takes too long: the engine itself cannot be told to stop.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph_builder.errors import GraphError, OnRecordError, UnknownName
from graph_builder.graph.folder import GraphFolder
from graph_builder.serve.desk import Desk
from graph_builder.serve.frames import LENGTH
from graph_builder.serve.refusals import Refused, refusal
from graph_builder.serve.sheet import BrokenAnswer, Sheet
from graph_builder.serve.tasks import task

__all__ = ["main"]

LOOKS = 0.5  # seconds between two looks whether the server is still there


def main(folder: str, most_rows: str, memory: str) -> None:
    """Do the jobs that come in by the standard input, and write their answers to the standard output."""
    _take_at_most(int(memory))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which lets answers end
    pipe = os.dup(1)
    os.dup2(2, 1)  # what a library might print is no part of an answer
    threading.Thread(target=_leave_with, args=(os.getppid(),), daemon=True).start()
    desk = Desk(GraphFolder(Path(folder)), int(most_rows))
    try:
        for job in _jobs():
            _do(desk, job, Sheet(pipe))
    except (BrokenPipeError, BrokenAnswer):
        return  # the server sees that the answer is not whole


def _take_at_most(memory: int) -> None:
    """Let this process, and no other, end where a question would fill the machine's memory."""
    whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    most = memory * 1024 * 1024 if memory else whole // 2
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _jobs() -> Iterator[dict[str, Any]]:
    while len(length := sys.stdin.buffer.read(LENGTH.size)) == LENGTH.size:
        yield json.loads(sys.stdin.buffer.read(*LENGTH.unpack(length)))


def _do(desk: Desk, job: dict[str, Any], out: Sheet) -> None:
    try:
        desk.tidy()
        task(job["task"])(desk, job, out)
    except Refused as refused:
        _refuse(refused, job, out)
    except OnRecordError as error:
        _refuse(Refused(_status(error), str(error)), job, out)
    out.end()


def _refuse(refused: Refused, job: dict[str, Any], out: Sheet) -> None:
    head, body = refusal(refused, job.get("accept", ""))
    headers = dict(head.headers)
    out.begin(head.status, headers.pop("content-type"), **headers)
    out.write(body)


def _status(error: OnRecordError) -> int:
    if isinstance(error, UnknownName):
        return 404
    return 503 if isinstance(error, GraphError) else 400


def _leave_with(server: int) -> None:
    """End when the server has ended, however it did: a long question must not outlive whoever asked it."""
    while os.getppid() == server:
        time.sleep(LOOKS)
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
