"""Another server, by HTTP: one thin client, whose failures are one plain line each."""

from __future__ import annotations

import time
from collections.abc import Mapping
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import httpx

from graph_builder import __version__
from graph_builder.errors import ServerError
from graph_builder.graph.login import Login, login
from graph_builder.graph.safety import safe

__all__ = ["Remote"]

CONNECT = 10.0  # seconds until a server that does not even take the call counts as away
TRIES = 4
PAUSE = 0.5  # seconds before the second try, twice that before the third, and so on
LONGEST_PAUSE = 30.0  # however long a server asks us to wait
PASSING = frozenset({429, 502, 503, 504})  # what may be over in a moment
BROKEN = (httpx.NetworkError, httpx.RemoteProtocolError, httpx.ConnectTimeout, httpx.PoolTimeout)


class Remote:
    """One address of a server; requests that broke off are made again once the server has been heard of.

    Only requests that may be made twice are for it: GET, PUT, DELETE, and questions.
    """

    def __init__(self, url: str, patience: float) -> None:
        self.url = _checked(url)
        self.patience = patience
        self._login: Login | None = login()
        self._heard = False
        self._client = httpx.Client(
            auth=self._login,
            timeout=httpx.Timeout(patience, connect=min(CONNECT, patience)),
            headers={"User-Agent": f"onrecord/{__version__}"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._client.close()

    def send(
        self, method: str, params: Mapping[str, str], headers: Mapping[str, str], content: bytes = b""
    ) -> httpx.Response:
        """What the server answers to a request, whatever its status, but for passing troubles.

        Raises ServerError where there is no answer.
        """
        url = httpx.URL(self.url).copy_merge_params(params) if params else httpx.URL(self.url)
        for tried in range(1, TRIES + 1):
            last = tried == TRIES
            try:
                response = self._client.request(method, url, headers=dict(headers), content=content or None)
            except httpx.TimeoutException as error:
                if last or not self._heard or not isinstance(error, BROKEN):
                    raise ServerError(f"{self.url} gave no answer within {self.patience:g} seconds") from error
            except httpx.HTTPError as error:
                if last or not self._heard or not isinstance(error, BROKEN):
                    again = f", {tried} times" if tried > 1 else ""
                    raise ServerError(f"{self.url} cannot be reached{again}: {_plainly(error)}") from error
            else:
                self._heard = True
                if last or response.status_code not in PASSING:
                    return response
                time.sleep(_asked_pause(response) or _pause(tried))
                continue
            time.sleep(_pause(tried))
        raise AssertionError("the last try returns or raises")

    def refusal(self, response: httpx.Response, what: str) -> ServerError:
        """One line for an answer that is none: what happened, and what to do."""
        status = response.status_code
        if status == 401:
            return ServerError(f"{self.url} {self._unknown()} (401)")
        if response.is_redirect:
            return ServerError(f"{self.url} has moved to {safe(response.headers['Location'])}: use that address")
        said = safe(next(iter(response.text.strip().splitlines()), ""))[:300]
        if not said or said.startswith("<"):  # a page for a browser
            said = response.reason_phrase or "no reason given"
        return ServerError(f"{self.url} refused {what} ({status}): {said}")

    def _unknown(self) -> str:
        if self._login is None:
            return (
                "asks who you are: set ONRECORD_STORE_USER and ONRECORD_STORE_PASSWORD, or ONRECORD_STORE_TOKEN,"
                " in the environment"
            )
        return f"does not accept what {self._login.named} in the environment say"


def _checked(url: str) -> str:
    """The address, which holds no password: a command line is kept in a history and shown to every user."""
    try:
        parts = urlsplit(url)
        right = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 80) > 0
        httpx.URL(url)
    except (ValueError, httpx.InvalidURL):
        right = False
    if not right:
        raise ServerError(f"{safe(url)!r} is no address of a server: it must begin with http:// or https://")
    if parts.username is not None or parts.password is not None:
        raise ServerError(
            "leave user and password out of the address, where others can read them: set ONRECORD_STORE_USER and"
            " ONRECORD_STORE_PASSWORD in the environment"
        )
    return parts._replace(fragment="").geturl()


def _pause(tried: int) -> float:
    return min(PAUSE * float(2 ** (tried - 1)), LONGEST_PAUSE)


def _asked_pause(response: httpx.Response) -> float:
    """How long the server asks us to wait, if it says so in seconds."""
    asked = response.headers.get("Retry-After", "")
    return min(float(asked), LONGEST_PAUSE) if asked.isdecimal() else 0.0


def _plainly(error: httpx.HTTPError) -> str:
    """The operating system's own words where there are any."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError) and cause.strerror:
            return cause.strerror
        cause = cause.__cause__ or cause.__context__
    return safe(str(error)) or type(error).__name__
