"""The server: a socket, the door behind it, and a stop that lets answers end."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import uvicorn

from graph_builder.errors import ListenError
from graph_builder.serve.door import Door, Who
from graph_builder.serve.pool import Limits, Pool

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Limits", "Who", "address", "listen", "serve"]

GRACE = 10  # seconds that answers have to end once the server is told to stop
BACKLOG = 256


def listen(host: str, port: int) -> socket.socket:
    """The socket that clients come to; port 0 is any that is free.

    Raises ListenError where the address is none of this machine's, or the port is taken.
    """
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(place)
        listening.listen(BACKLOG)
    except socket.gaierror as error:
        raise ListenError(f"{host!r} is no address of this machine: {error.strerror}") from error
    except OSError as error:
        raise ListenError(f"cannot serve at {host}:{port}: {error.strerror}; choose another with --port") from error
    return listening


def address(listening: socket.socket) -> str:
    """Where a browser finds the server."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def serve(folder: Path, listening: socket.socket, limits: Limits, who: Who) -> None:
    """Answer until a signal says stop."""
    config = uvicorn.Config(
        Door(Pool(folder, limits), who),
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="on",
        ws="none",
        timeout_graceful_shutdown=GRACE,
    )
    Stoppable(config).run([listening])


class Stoppable(uvicorn.Server):
    """A server that SIGINT and SIGTERM stop in good order; uvicorn's own would then let the signal end the process."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stop on a signal; a second one does not wait for answers."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.handle_exit, number, None)
        try:
            yield
        finally:
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(number)
