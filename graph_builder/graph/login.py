"""Who we are to another server: what the environment says, and never the command line or an address.

ONRECORD_STORE_USER and ONRECORD_STORE_PASSWORD are for Basic or Digest, whichever the server asks for, and are sent
only when it asks; ONRECORD_STORE_TOKEN is for Bearer and goes along at once.
"""

from __future__ import annotations

import os
import re
from collections.abc import Generator
from ipaddress import ip_address

import httpx

from graph_builder.errors import ServerError

__all__ = ["Login", "login"]

USER, PASSWORD, TOKEN = "ONRECORD_STORE_USER", "ONRECORD_STORE_PASSWORD", "ONRECORD_STORE_TOKEN"
OPEN = "ONRECORD_STORE_UNENCRYPTED"
BEARER = re.compile(r"[A-Za-z0-9._~+/-]+=*")  # RFC 6750


def login() -> Login | None:
    """What the environment has to say to a server that asks who we are; None where it has nothing.

    Raises ServerError where half of it is missing.
    """
    user, password, token = (os.environ.get(name, "") for name in (USER, PASSWORD, TOKEN))
    if bool(user) != bool(password):
        raise ServerError(f"{USER} and {PASSWORD} belong together: set both in the environment, or neither")
    if token and user:
        raise ServerError(f"the environment has both {USER} and {TOKEN}: set one of them, as the server wants it")
    if token and not BEARER.fullmatch(token):
        raise ServerError(f"{TOKEN} has characters that no bearer token has: set it again")
    return Login(user, password, token) if user or token else None


class Login(httpx.Auth):
    """Answers a server that asks who we are in the way that it asks for, and remembers which that was."""

    def __init__(self, user: str, password: str, token: str) -> None:
        self._user, self._password, self._token = user, password, token
        self._way: httpx.Auth | None = None

    @property
    def named(self) -> str:
        """Where the words come from, to tell a person whose words were not accepted."""
        return TOKEN if self._token else f"{USER} and {PASSWORD}"

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """One request, and where the server asks who we are the same again with an answer."""
        if self._token:
            _closed(request.url, "bearer token")
            request.headers["Authorization"] = f"Bearer {self._token}"
            yield request
            return
        if self._way is None:
            response = yield request
            if response.status_code != 401:
                return
            self._way = self._asked_for(response.headers.get_list("www-authenticate"), request.url)
        if self._way is not None:
            yield from self._way.auth_flow(request)

    def _asked_for(self, challenges: list[str], url: httpx.URL) -> httpx.Auth | None:
        ways = " , ".join(challenges).lower()
        if re.search(r"(?:^|, *)digest ", ways):
            return httpx.DigestAuth(self._user, self._password)
        if re.search(r"(?:^|, *)basic\b", ways):
            _closed(url, "password")
            return httpx.BasicAuth(self._user, self._password)
        return None


def _closed(url: httpx.URL, what: str) -> None:
    """Words that anyone on the way could read go only to this very machine, or where a person said so."""
    if url.scheme == "https" or _here(url.host) or os.environ.get(OPEN) == "1":
        return
    raise ServerError(
        f"the {what} would go to {url.host} unencrypted: use an https:// address, or set {OPEN}=1 on your own network"
    )


def _here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
