"""The pages' addresses: which task answers each, and with what from the request."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from graph_builder.serve.frames import packed_job
from graph_builder.serve.protocol import fields_of
from graph_builder.serve.refusals import Refused, refusal
from graph_builder.serve.relay import Raw, relay
from graph_builder.serve.requests import header

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from graph_builder.serve.pool import Pool

__all__ = ["pages"]

STATIC = Path(__file__).parent / "static"
ADDRESSES = (  # path, task
    ("/", "home"),
    ("/search", "search"),
    ("/things/{kind}", "things"),
    ("/id/{name:path}", "iri"),
    ("/query", "ask"),
    ("/query/{question}", "ask"),
    ("/picture", "picture"),
    ("/network", "network"),
    ("/complete", "complete"),
    ("/words", "words"),
    ("/health", "health"),
)


def pages(pool: Pool, headers: Raw, open_to: Raw) -> ASGIApp:
    """The pages, each answered by a process of the pool, with these headers; linked data is open to other sites too."""
    routes = [
        Route(path, Page(pool, task, open_to if task == "iri" else ()), methods=["GET"]) for path, task in ADDRESSES
    ]
    static = Mount("/static", Headed(StaticFiles(directory=STATIC), [(b"cache-control", b"max-age=300")]))
    app = Starlette(routes=[*routes, static], exception_handlers={HTTPException: _refused, Refused: _refused})
    return Headed(app, headers)


class Page:
    """What answers at one address."""

    def __init__(self, pool: Pool, task: str, headers: Raw) -> None:
        self._pool = pool
        self._task = task
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Give the job to a process."""
        accept = header(scope, b"accept")
        fields = fields_of(scope["query_string"].decode("latin-1"))
        job = packed_job(self._task, accept=accept, **scope["path_params"], fields=fields)
        await relay(self._pool, job, (receive, send), self._headers, accept)


class Headed:
    """An application whose answers have these headers too."""

    def __init__(self, app: ASGIApp, headers: Raw) -> None:
        self._app = app
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *self._headers]
            await send(message)

        await self._app(scope, receive, headed)


async def _refused(request: Request, error: Exception) -> Response:
    """The answer to what is refused, or is not there at all."""
    if isinstance(error, HTTPException):
        error = _told(request, error)
    refused = error if isinstance(error, Refused) else Refused(500, "the request could not be answered")
    head, body = refusal(refused, request.headers.get("accept", ""))
    return Response(body, head.status, dict(head.headers))


def _told(request: Request, error: HTTPException) -> Refused:
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        message = f"{request.method} is not answered here: the graph is only read"
        return Refused(405, message, [("allow", "GET, HEAD")])
    return Refused(error.status_code, f"there is nothing at {request.url.path}")
