"""One job given to a process, and its answer sent on to the client for as long as the client is there."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from graph_builder.serve.refusals import Refused, refusal

if TYPE_CHECKING:
    from starlette.types import Message, Receive, Send

    from graph_builder.serve.frames import Frame, Head
    from graph_builder.serve.pool import Pool

__all__ = ["Raw", "relay", "reply"]

PATIENCE = 60.0  # seconds in which a client must take something of its answer
Raw = Sequence[tuple[bytes, bytes]]


class Gone(Exception):
    """The client does not take its answer any more."""


async def relay(pool: Pool, job: bytes, ends: tuple[Receive, Send], headers: Raw, accept: str) -> None:
    """Send the answer to a job, with these headers too; stop its process when the client goes.

    An answer that breaks off after its beginning was sent has no proper end, so that nobody takes it for whole.
    """
    receive, send = ends
    started = False

    async def deliver(frame: Frame) -> None:
        nonlocal started
        if frame.head:
            started = True
            await send(_start(frame.head, headers, len(frame.body) if frame.last else None))
        try:
            async with asyncio.timeout(PATIENCE):
                await send({"type": "http.response.body", "body": frame.body, "more_body": not frame.last})
        except TimeoutError:
            raise Gone from None

    answering = asyncio.ensure_future(pool.answer(job, deliver))
    gone = asyncio.ensure_future(_gone(receive))
    try:
        await asyncio.wait({answering, gone}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        gone.cancel()
        answering.cancel()  # which changes nothing where it is done
    if not answering.done():
        await asyncio.wait({answering})
        return
    failure = answering.exception()
    if isinstance(failure, Refused) and not started:
        await reply(send, *refusal(failure, accept), headers)
    elif failure and not isinstance(failure, Refused | Gone):
        raise failure


async def reply(send: Send, head: Head, body: bytes, headers: Raw = ()) -> None:
    """Send a short answer, whole."""
    await send(_start(head, headers, len(body)))
    await send({"type": "http.response.body", "body": body})


def _start(head: Head, headers: Raw, length: int | None) -> Message:
    raw: list[Any] = [*head.raw(), *headers]
    if length is not None:
        raw.append((b"content-length", str(length).encode()))
    return {"type": "http.response.start", "status": head.status, "headers": raw}


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
