"""What is answered where nothing else can be: a status and one plain line, for a program or for a person."""

from __future__ import annotations

from html import escape
from http import HTTPStatus
from typing import TYPE_CHECKING

from graph_builder.serve.accept import PAGE, ROWS, preferred
from graph_builder.serve.frames import Head

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["POLICY", "Refused", "refusal"]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

PAGE_OF_IT = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · OnRecord</title><link rel="stylesheet" href="/static/serve.css">
<link rel="icon" href="/static/icon.svg"></head>
<body><header class="top"><a class="home" href="/">OnRecord</a></header>
<main id="main"><h1>{title}</h1>
<pre class="mistake" tabindex="0" role="group" aria-label="What happened">{message}</pre>
<p><a href="/">To the beginning</a> · <a href="/query">Ask a question</a></p></main></body></html>
"""


class Refused(Exception):
    """A request that is not answered as it wants to be; the message is for a person."""

    def __init__(self, status: int, message: str, headers: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = tuple(headers)


def refusal(refused: Refused, accept: str) -> tuple[Head, bytes]:
    """The head and the body of the answer; a browser gets a page."""
    if preferred(accept, PAGE, ROWS):
        kind = "text/html; charset=utf-8"
        title = HTTPStatus(refused.status).phrase
        body = PAGE_OF_IT.format(title=escape(title), message=escape(refused.message))
    else:
        kind, body = "text/plain; charset=utf-8", refused.message + "\n"
    shared = (("content-type", kind), ("vary", "Accept"), ("content-security-policy", POLICY))
    headers = (*shared, *refused.headers)
    return Head(refused.status, headers), body.encode("utf-8", "replace")
