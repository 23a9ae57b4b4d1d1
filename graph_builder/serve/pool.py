"""The processes that answer: each has the store open, does one job at a time, and can be killed and replaced."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, NamedTuple

from graph_builder.serve.frames import FRAME, Frame, Head
from graph_builder.serve.refusals import Refused

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from pathlib import Path

__all__ = ["Limits", "Pool"]

AT_ONCE = 1024 * 1024  # bytes of an answer that are read before the client has taken them
Deliver = Callable[[Frame], Awaitable[None]]


class Limits(NamedTuple):
    """What one question may cost."""

    seconds: float = 30.0  # to wait for a free process, and again for its answer; what the client needs is not counted
    rows: int = 0  # 0: any number
    memory: int = 0  # MiB that a process may take; 0: half of what the machine has
    processes: int = 4
    waiting: int = 200  # questions that wait for a process; more are told to come again


class Pool:
    """So many processes that answer; what takes too long, or is no longer waited for, ends with its process."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self.limits = limits
        self.folder = folder
        self._idle: asyncio.LifoQueue[Process] = asyncio.LifoQueue()
        self._all: set[Process] = set()
        self._hiring: set[asyncio.Task[None]] = set()
        self._waiting = 0

    async def start(self) -> None:
        """Start the processes."""
        await asyncio.gather(*(self._hire() for _ in range(self.limits.processes)))

    async def stop(self) -> None:
        """End them."""
        for hiring in tuple(self._hiring):
            hiring.cancel()
        everyone = tuple(self._all)
        for process in everyone:
            self._dismiss(process)
        await asyncio.gather(*(process.wait() for process in everyone))

    async def answer(self, job: bytes, deliver: Deliver) -> None:
        """Do a job, and hand on each piece of its answer as it comes.

        Raises Refused where no process is free in time (503), it takes too long (503) or its process dies (500).
        Whatever is raised, and where this is cancelled, the process is killed and another takes its place.
        """
        loop = asyncio.get_running_loop()
        process = await self._free()
        left = self.limits.seconds
        whole = False
        try:
            self._input(process).write(job)
            while not whole:
                began = loop.time()
                frame = await self._frame(process, left)
                left -= loop.time() - began
                await deliver(frame)
                whole = frame.last
        finally:
            if whole:
                self._idle.put_nowait(process)
            else:
                self._replace(process)

    async def _free(self) -> Process:
        while not self._idle.empty():
            process = self._idle.get_nowait()
            if process.returncode is None:
                return process
            self._replace(process)  # it ended while it had nothing to do
        if self._waiting >= self.limits.waiting:
            raise Refused(503, "too many questions wait to be answered: ask again soon", [("retry-after", "5")])
        self._waiting += 1
        try:
            async with asyncio.timeout(self.limits.seconds):
                return await self._idle.get()
        except TimeoutError:
            message = "other questions kept the server busy: ask again soon"
            raise Refused(503, message, [("retry-after", "5")]) from None
        finally:
            self._waiting -= 1

    async def _frame(self, process: Process, left: float) -> Frame:
        if process.stdout is None:
            raise Refused(500, "the answering process cannot be heard")
        try:
            async with asyncio.timeout(max(left, 0.001)):
                last, head, body = FRAME.unpack(await process.stdout.readexactly(FRAME.size))
                told = await process.stdout.readexactly(head + body)
        except TimeoutError:
            message = (
                f"the question took longer than {self.limits.seconds:g} seconds and was stopped: ask for less of it"
            )
            raise Refused(503, message) from None
        except (asyncio.IncompleteReadError, ConnectionError):
            message = (
                "the answering process ended before it had answered: the question may need more memory than it may take"
            )
            raise Refused(500, message) from None
        return Frame(Head.unpacked(told[:head]) if head else None, told[head:], bool(last))

    async def _hire(self) -> None:
        module = "graph_builder.serve.answering"
        arguments = (str(self.folder), str(self.limits.rows), str(self.limits.memory))
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",
            "-m",
            module,
            *arguments,
            stdin=PIPE,
            stdout=PIPE,
            limit=AT_ONCE,
            start_new_session=True,
        )
        self._all.add(process)
        self._idle.put_nowait(process)

    def _replace(self, process: Process) -> None:
        self._dismiss(process)
        hiring = asyncio.get_running_loop().create_task(self._hire())
        self._hiring.add(hiring)
        hiring.add_done_callback(self._hiring.discard)

    def _dismiss(self, process: Process) -> None:
        self._all.discard(process)
        self._input(process).close()
        if process.returncode is None:
            process.kill()

    @staticmethod
    def _input(process: Process) -> asyncio.StreamWriter:
        if process.stdin is None:
            raise Refused(500, "the answering process cannot be asked")
        return process.stdin
