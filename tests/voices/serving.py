"""A server on loopback that speaks the chat API, and answers as a test wants it to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from graph_builder.extract.voice.parts import parts_of
from graph_builder.read import read_document

DOCUMENTS = Path(__file__).parents[1] / "documents"
ANSWERS = Path(__file__).parent / "answers"
EMPTY: dict[str, list[Any]] = {
    name: [] for name in ("people", "organisations", "posts", "events", "statements", "positions")
}


@dataclass(frozen=True)
class Reply:
    """What the server sends back: words of a chat, or a status with a body of its own."""

    words: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    finish: str = "stop"
    body: str | None = None

    def encoded(self, asked: dict[str, Any]) -> bytes:
        if self.body is not None:
            return self.body.encode()
        message = {"role": "assistant", "content": self.words}
        usage = {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}
        choice = {"index": 0, "finish_reason": self.finish, "message": message}
        return json.dumps({"id": "1", "model": asked["model"], "choices": [choice], "usage": usage}).encode()


Answering = Callable[[str, int], Reply]  # the words of the document, and how often they were asked about before


@dataclass
class Asked:
    """What the server heard."""

    address: str
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    most: int = 0  # requests at one time

    @property
    def texts(self) -> list[str]:
        """The words that were sent of documents."""
        return [text_of(request) for request in self.requests]


def text_of(request: dict[str, Any]) -> str:
    lines = request["messages"][-1]["content"].split("\n")
    assert lines[0] == lines[-1]
    return "\n".join(lines[1:-1])


@contextmanager
def serving(answering: Answering) -> Iterator[Asked]:
    """The server, until the test is done."""
    lock = threading.Lock()
    busy = [0]

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with lock:
                before = asked.texts.count(text_of(request))
                asked.requests.append(request)
                asked.headers.append({name.lower(): value for name, value in self.headers.items()})
                busy[0] += 1
                asked.most = max(asked.most, busy[0])
            reply = answering(text_of(request), before)
            with lock:
                busy[0] -= 1
            sent = reply.encoded(request)
            try:
                self.send_response(reply.status)
                for name, value in {"Content-Type": "application/json", **reply.headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(sent)))
                self.end_headers()
                self.wfile.write(sent)
            except (BrokenPipeError, ConnectionResetError):
                pass  # whoever asked waits no longer

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    asked = Asked(f"http://127.0.0.1:{server.server_address[1]}/v1")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def recorded(name: str) -> str:
    """An answer that we wrote about an example document: what a careful reader marked, in the voice's words."""
    return (ANSWERS / f"{name}.json").read_text(encoding="utf-8")


@cache
def examples() -> dict[str, str]:
    """What is sent of each example document, and the answer to it."""
    read = (read_document(path, path.name) for path in sorted(DOCUMENTS.iterdir()))
    return {text: recorded(Path(d.source).stem) for d in read for text in parts_of(d)}


def replayed(text: str, _before: int = 0) -> Reply:
    """The recorded answer about the example document that these words are of."""
    return Reply(examples()[text])


def facts(**sections: list[dict[str, Any]]) -> str:
    """An answer with these items."""
    return json.dumps({**EMPTY, **sections})
