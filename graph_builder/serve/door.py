"""The server's door, one ASGI application: who may come in, which request goes where, and what is written down.

Questions come here directly, without the layers of a framework between; the pages go through Starlette's routes.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from graph_builder.serve.accept import GRAPHS, PAGE, ROWS, preferred
from graph_builder.serve.frames import Head, packed_job
from graph_builder.serve.pages import pages
from graph_builder.serve.protocol import READING, graph_asked, query_asked, read_only
from graph_builder.serve.refusals import Refused, refusal
from graph_builder.serve.relay import Raw, relay, reply
from graph_builder.serve.requests import address, body, header, sent, target

if TYPE_CHECKING:
    from starlette.types import Message, Receive, Scope, Send

    from graph_builder.serve.pool import Pool

__all__ = ["Door", "Who"]

LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})
SAFE: Raw = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
HOST = re.compile(r"[a-z0-9._-]*(?::\d+)?|\[[0-9a-f:.]+\](?::\d+)?")
ACCESS = logging.getLogger("onrecord.access")


class Who(NamedTuple):
    """Who may come in."""

    names: frozenset[str] | None = LOCAL  # hosts that the server is asked as; None: any
    origin: str = "*"  # whose pages may ask from a browser; empty: nobody's but our own

    @classmethod
    def of(cls, host: str, names: Iterable[str], origin: str) -> Who:
        """Those who may come in where the server listens there; on this machine alone, only by a name of its own."""
        if host.strip("[]").lower() not in ("localhost", "127.0.0.1", "::1"):
            return cls(None, origin)
        return cls(LOCAL | {name.lower() for name in names}, origin)


class Door:
    """The application."""

    def __init__(self, pool: Pool, who: Who) -> None:
        self._pool = pool
        self._who = who
        self._cors: Raw = ((b"access-control-allow-origin", who.origin.encode("latin-1")),) if who.origin else ()
        if who.origin not in ("", "*"):
            self._cors = (*self._cors, (b"vary", b"Origin"))
        self._pages = pages(pool, SAFE, self._cors)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; or start and stop the processes with the server."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        if scope["type"] != "http":
            return
        if not ACCESS.isEnabledFor(logging.INFO):
            await self._enter(scope, receive, send)
            return
        watched = Watched(send)
        began = time.monotonic()
        try:
            await self._enter(scope, receive, watched.send)
        finally:
            ACCESS.info(
                '%s "%s %s" %d %d %.0f',
                (scope.get("client") or ("-",))[0],
                scope["method"],
                target(scope),
                watched.status,
                watched.size,
                (time.monotonic() - began) * 1000,
            )

    async def _enter(self, scope: Scope, receive: Receive, send: Send) -> None:
        accept = header(scope, b"accept")
        path = scope["path"]
        protocol = path in {"/sparql", "/graphs"} or path.startswith("/graphs/")
        try:
            self._let_in(scope)
            if not protocol:
                await self._pages(scope, receive, send)
            elif scope["method"] == "OPTIONS":
                await reply(send, Head(204, ()), b"", (*self._allowed(scope), *SAFE))
            elif path == "/sparql":
                await self._sparql(scope, receive, send)
            else:
                await self._graph(scope, receive, send)
        except Refused as refused:
            await reply(send, *refusal(refused, accept), (*self._cors, *SAFE))

    def _let_in(self, scope: Scope) -> None:
        """A page elsewhere cannot come in under a name of its own that it has made to point here (DNS rebinding)."""
        host = header(scope, b"host").lower()
        name = host if host.endswith("]") else host.rpartition(":")[0] or host
        if not HOST.fullmatch(host):
            raise Refused(400, "the request's Host is no name of a host")
        if host and self._who.names is not None and name not in self._who.names:
            raise Refused(421, f"this server is not {name}; start it with --name {name} if it is")

    async def _sparql(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in ("GET", "HEAD", "POST"):
            refused = read_only(scope["method"])
            raise Refused(refused.status, refused.message, [("allow", "GET, HEAD, POST, OPTIONS")])
        accept = header(scope, b"accept")
        content = await body(scope, receive) if scope["method"] == "POST" else b""
        asked = query_asked(sent(scope, accept, content))
        query = scope["query_string"]
        by_hand = scope["method"] != "POST" and b"format=" not in query
        if by_hand and preferred(accept, PAGE, (*ROWS, *GRAPHS)):  # a browser: there is a page for people
            there = (b"location", b"/query" + (b"?" + query if query else b""))
            await reply(send, Head(303, (("vary", "Accept"),)), b"", (there, *SAFE))
            return
        job = packed_job("query", **asked) if asked else packed_job("service", accept=accept, endpoint=address(scope))
        await relay(self._pool, job, (receive, send), (*self._cors, *SAFE), accept)

    async def _graph(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in ("GET", "HEAD"):
            raise read_only(scope["method"])
        accept = header(scope, b"accept")
        name = scope["path"].removeprefix("/graphs").removeprefix("/")
        asked = {"name": name, "accept": accept, "format": ""} if name else graph_asked(sent(scope, accept))
        await relay(self._pool, packed_job("graph", **asked), (receive, send), (*self._cors, *SAFE), accept)

    def _allowed(self, scope: Scope) -> Raw:
        methods = b"GET, HEAD, POST, OPTIONS" if scope["path"] == "/sparql" else READING.encode()
        more = (
            (b"access-control-allow-methods", methods),
            (b"access-control-allow-headers", b"Accept, Content-Type"),
            (b"access-control-max-age", b"86400"),
        )
        return ((b"allow", methods), *self._cors, *(more if self._cors else ()))

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                await self._pool.start()
                await send({"type": "lifespan.startup.complete"})
            else:
                await self._pool.stop()
                await send({"type": "lifespan.shutdown.complete"})
                return


class Watched:
    """Passes an answer on and sees its status and size."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.status = 0  # of a client that went before there was one
        self.size = 0

    async def send(self, message: Message) -> None:
        """Pass a piece on."""
        self.status = message.get("status", self.status)
        self.size += len(message.get("body", b""))
        await self._send(message)
