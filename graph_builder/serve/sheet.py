"""What a process that answers writes on: pieces go out as soon as they are worth it."""

from __future__ import annotations

import os
from io import BytesIO
from typing import TYPE_CHECKING, Any

from graph_builder.serve.frames import Head, packed_frame

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["BrokenAnswer", "Sheet"]

WORTH_SENDING = 64 * 1024  # bytes; an answer that is shorter can still become a refusal


class BrokenAnswer(Exception):
    """An answer went wrong after its beginning was sent: whoever reads it must see that it is not whole."""


class Sheet(BytesIO):
    """One answer: begun once, written to, and ended once."""

    def __init__(self, pipe: int) -> None:
        super().__init__()
        self._pipe = pipe
        self._head = b""
        self._sent = False

    def begin(self, status: int, content_type: str, **headers: str) -> None:
        """Say what the answer is; what was written before and is not yet sent is forgotten.

        Raises BrokenAnswer where something has been sent.
        """
        if self._sent:
            raise BrokenAnswer
        self.seek(0)
        self.truncate()
        named = (("content-type", content_type), *((n.replace("_", "-"), v) for n, v in headers.items()))
        self._head = Head(status, named).packed()

    def write(self, piece: Any, /) -> int:
        """Take a piece, and send what there is if it is enough."""
        size = super().write(piece)
        if self.tell() >= WORTH_SENDING:
            self._send(last=False)
        return size

    def writelines(self, pieces: Iterable[Any], /) -> None:
        """Take one piece after the other; the buffer's own way would pass `write` by."""
        for piece in pieces:
            self.write(piece)

    def end(self) -> None:
        """Send what is left."""
        self._send(last=True)

    def _send(self, *, last: bool) -> None:
        with self.getbuffer() as body:
            left = memoryview(packed_frame(self._head, body, last=last))
        while left:
            left = left[os.write(self._pipe, left) :]
        self.seek(0)
        self.truncate()
        self._head = b""
        self._sent = True
