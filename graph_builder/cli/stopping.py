"""A question asked in a process of its own, which can be stopped: the engine itself looks for no time and no Ctrl-C.

The process is forked before any store is opened, so that nothing of a store is shared.
"""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Callable
from typing import NoReturn

from graph_builder.errors import TookTooLong

__all__ = ["Told", "apart", "at_once", "end_by", "leave"]

GRACE = 1  # seconds after its limit when a process that nobody has stopped stops itself


def at_once() -> None:
    """Ctrl-C ends this process from now on, wherever it is."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def apart(action: Callable[[], int], seconds: float | None = None) -> int:
    """The exit code of an action that runs in a process of its own; minus the signal where one ended it.

    Raises TookTooLong where it has not ended after so many seconds, and KeyboardInterrupt on Ctrl-C; it is gone then.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _act(action, seconds)
    os.close(theirs)
    before = signal.signal(signal.SIGTERM, lambda *_: _both_end(child))
    try:
        _wait(ours, seconds)
    except BaseException:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise
    finally:
        signal.signal(signal.SIGTERM, before)
        os.close(ours)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def leave(code: int) -> NoReturn:
    """End this process now: the interpreter's own way out takes longer than many a question."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _wait(ours: int, seconds: float | None) -> None:
    if not select.select([ours], [], [], seconds)[0]:  # the pipe closes when the process ends, however it does
        raise TookTooLong(
            f"stopped after {seconds:g} s; ask for less (a parameter, --limit), or give it longer (--timeout)"
        )


def end_by(number: int) -> None:
    """End this process by a signal, so that whoever started it sees that."""
    signal.signal(number, signal.SIG_DFL)
    signal.raise_signal(signal.Signals(number))


def _both_end(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    end_by(signal.SIGTERM)


def _act(action: Callable[[], int], seconds: float | None = None) -> NoReturn:
    code = 1
    try:
        at_once()
        if seconds is not None:  # should whoever waits be killed
            signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)
        code = action()
    finally:
        leave(code)


class Told:
    """What an action in a process of its own finds, to be waited for when it is needed."""

    def __init__(self, action: Callable[[], list[list[str]]]) -> None:
        self._ours, theirs = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(self._ours)
            _act(lambda: _tell(action(), theirs))
        os.close(theirs)

    def all(self) -> list[list[str]]:
        """All of it; nothing where the process has failed."""
        import json

        with os.fdopen(self._ours, "rb") as file:
            found = file.read()
        os.waitpid(self._child, 0)
        return list(json.loads(found)) if found else []


def _tell(found: list[list[str]], to: int) -> int:
    import json

    with os.fdopen(to, "wb") as file:
        file.write(json.dumps(found).encode())
    return 0
