"""What a request says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph_builder.serve.protocol import MOST_BYTES, Sent
from graph_builder.serve.refusals import Refused

if TYPE_CHECKING:
    from starlette.types import Receive, Scope

__all__ = ["address", "body", "header", "sent", "target"]


def header(scope: Scope, name: bytes) -> str:
    """The values of a header, as one."""
    return ", ".join(value.decode("latin-1") for key, value in scope["headers"] if key == name)


def sent(scope: Scope, accept: str, content: bytes = b"") -> Sent:
    """The request as the protocols see it."""
    query = scope["query_string"].decode("latin-1")
    return Sent(scope["method"], query, header(scope, b"content-type"), accept, content)


def address(scope: Scope) -> str:
    """The address that the request was sent to."""
    return f"{scope['scheme']}://{header(scope, b'host') or 'localhost'}{scope['path']}"


def target(scope: Scope) -> str:
    """The request's path as it was sent: still percent-encoded, so that it stays on its line of a log."""
    raw = (scope.get("raw_path") or scope["path"].encode()).decode("latin-1")
    query = scope["query_string"].decode("latin-1")
    told = f"{raw}?{query}" if query else raw
    return "".join(c if " " < c <= "~" and c != '"' else f"%{ord(c):02X}" for c in told[:500])


async def body(scope: Scope, receive: Receive) -> bytes:
    """What was posted.

    Raises Refused (413) for more than a question can be.
    """
    length = header(scope, b"content-length")
    parts: list[bytes] = []
    size = int(length) if length.isdigit() else 0
    more = True
    while more and size <= MOST_BYTES:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Refused(400, "the request ended before it was whole")
        parts.append(message.get("body", b""))
        more = message.get("more_body", False)
        size = max(size, sum(map(len, parts)))
    if size > MOST_BYTES:
        raise Refused(413, f"a question may have {MOST_BYTES // 1024:,} KiB at most", [("connection", "close")])
    return b"".join(parts)
