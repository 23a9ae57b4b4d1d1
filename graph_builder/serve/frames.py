"""How jobs go to the processes that answer, and answers come back: through pipes, in pieces that tell their length."""

from __future__ import annotations

import json
import struct
from typing import Any, NamedTuple

__all__ = ["FRAME", "LENGTH", "Frame", "Head", "packed_frame", "packed_job"]

LENGTH = struct.Struct("!I")  # of the job that follows
FRAME = struct.Struct("!BII")  # whether it is the last, the length of the head, the length of the body


class Head(NamedTuple):
    """What is known of an answer before its first byte."""

    status: int
    headers: tuple[tuple[str, str], ...]

    def packed(self) -> bytes:
        """As bytes."""
        return json.dumps(self).encode()

    def raw(self) -> list[tuple[bytes, bytes]]:
        """The headers as a server sends them."""
        return [(name.encode("latin-1"), value.encode("latin-1", "replace")) for name, value in self.headers]

    @classmethod
    def unpacked(cls, head: bytes) -> Head:
        """What was packed."""
        status, headers = json.loads(head)
        return cls(status, tuple((name, value) for name, value in headers))


class Frame(NamedTuple):
    """A piece of an answer; the first has the head."""

    head: Head | None
    body: bytes
    last: bool


def packed_job(task: str, **asked: Any) -> bytes:
    """A job for a process that answers: the task, and what it is asked."""
    job = json.dumps({"task": task, **asked}).encode()
    return LENGTH.pack(len(job)) + job


def packed_frame(head: bytes, body: bytes | memoryview, *, last: bool) -> bytes:
    """A piece of an answer as bytes."""
    return FRAME.pack(last, len(head), len(body)) + head + body
