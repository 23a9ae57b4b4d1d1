"""A small store of our own, which speaks the Graph Store Protocol and SPARQL over HTTP, and can be made to fail."""

import io
import os
import re
import threading
from base64 import b64encode
from collections import Counter
from hashlib import md5
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    parse,
    serialize,
)

BASE = "https://w3id.org/onrecord/id/"
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
SPACE = NamedNode("http://rdfs.org/ns/void#uriSpace")
USER, PASSWORD, TOKEN = "ada", "open sesame: ünicode", "dG9rZW4tZm9y.a~test"
NONCE = "7f3a"


class Storehouse(ThreadingHTTPServer):
    """What it holds, who may come in, what was asked of it, and what goes wrong next."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Door)
        self.store = Store()
        self.asks_for = ""  # basic, digest or bearer; nobody is asked otherwise
        self.asked = Counter()  # requests that were let in, by method
        self.put: list[str] = []  # the names of the graphs that were put
        self.trouble = lambda *_: None  # of method and graph: a status to answer with, "cut", "hang"; None: all is well
        self.most = 0  # triples in one answer, where it cuts answers off and says nothing
        self.released = threading.Event()  # ends what hangs

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/data"

    def graph(self, name: str) -> set[str]:
        """The labels in a graph."""
        quads = self.store.quads_for_pattern(None, LABEL, None, NamedNode(f"{BASE}graph/{name}"))
        return {quad.object.value for quad in quads}

    def handle_error(self, request, client_address):
        """A client that went away is none."""


class Door(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.let_in(self.give)

    def do_PUT(self):
        self.let_in(self.take)

    def do_DELETE(self):
        self.let_in(self.drop)

    def do_POST(self):
        self.let_in(self.answer)

    def let_in(self, then):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        graph = parse_qs(urlsplit(self.path).query).get("graph", [""])[0]
        if not self.known():
            challenge = {"basic": 'Basic realm="x"', "bearer": "Bearer", "digest": DIGEST}[self.server.asks_for]
            return self.reply(401, challenge=challenge)
        self.server.asked[self.command] += 1
        match self.server.trouble(self.command, graph.removeprefix(f"{BASE}graph/")):
            case None:
                return then(graph, body)
            case "cut":
                self.close_connection = True
                return self.connection.close()
            case "hang":
                return self.server.released.wait(60)
            case int() as status:
                return self.reply(status, b"out of shelves\nat line 12")

    def known(self):
        said = self.headers.get("Authorization", "")
        match self.server.asks_for:
            case "basic":
                return said == "Basic " + b64encode(f"{USER}:{PASSWORD}".encode()).decode()
            case "bearer":
                return said == f"Bearer {TOKEN}"
            case "digest":
                return said.startswith("Digest ") and self.digested(dict(re.findall(r'(\w+)="?([^",]+)"?', said)))
        return True

    def digested(self, said):
        """Whether the answer is the one of RFC 2617."""
        secret = _md5(f"{USER}:shelves:{PASSWORD}")
        asked = _md5(f"{self.command}:{self.path}")
        right = _md5(":".join((secret, NONCE, said["nc"], said["cnonce"], "auth", asked)))
        return said["response"] == right and said["uri"] == self.path

    def give(self, graph, _body):
        triples = [q.triple for q in self.server.store.quads_for_pattern(None, None, None, NamedNode(graph))]
        if not triples:
            return self.reply(404)
        return self.reply(200, serialize(triples, format=RdfFormat.N_TRIPLES), "application/n-triples")

    def take(self, graph, body):
        quads = [Quad(*q.triple, NamedNode(graph)) for q in parse(body, RdfFormat.TURTLE)]
        self.server.store.clear_graph(NamedNode(graph))
        self.server.store.extend(quads)
        self.server.put.append(graph.removeprefix(f"{BASE}graph/"))
        return self.reply(201)

    def drop(self, graph, _body):
        self.server.store.remove_graph(NamedNode(graph))
        return self.reply(204)

    def answer(self, _graph, body):
        sparql = parse_qs(body.decode())["query"][0]
        found = self.server.store.query(sparql, use_default_graph_as_union=True)
        out = io.BytesIO()
        if isinstance(found, QuerySolutions | QueryBoolean):
            found.serialize(out, QueryResultsFormat.JSON)
            return self.reply(200, out.getvalue(), "application/sparql-results+json")
        triples = list(found)[: self.server.most or None]
        return self.reply(200, serialize(triples, format=RdfFormat.N_TRIPLES), "application/n-triples")

    def reply(self, status, body=b"", kind="text/plain", challenge=""):
        self.send_response(status)
        if challenge:
            self.send_header("WWW-Authenticate", challenge)
        if status == 503:
            self.send_header("Retry-After", "0")
        if 300 <= status < 400:
            self.send_header("Location", "http://elsewhere.example/data")
        self.send_header("Content-Type", kind)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


DIGEST = f'Digest realm="shelves", qop="auth", algorithm=MD5, nonce="{NONCE}", opaque="o"'


def _md5(words: str) -> str:
    return md5(words.encode(), usedforsecurity=False).hexdigest()


@pytest.fixture(autouse=True)
def nobody(monkeypatch):
    """Nobody's name and password from outside come into a test."""
    for name in [name for name in os.environ if name.startswith("ONRECORD_STORE")]:
        monkeypatch.delenv(name)


@pytest.fixture
def storehouse():
    """A running store that takes and gives graphs and answers questions."""
    server = Storehouse()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.released.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def debate():
    """Makes a store of documents' graphs, each given as the labels in it."""

    def of(**graphs: str) -> Store:
        store = Store()
        store.add(Quad(NamedNode(BASE), SPACE, Literal(BASE), NamedNode(f"{BASE}graph/identities")))
        for name, words in graphs.items():
            for number, word in enumerate(words.split()):
                thing = NamedNode(f"{BASE}topic/{name}-{number}")
                store.add(Quad(thing, LABEL, Literal(word), NamedNode(f"{BASE}graph/document/{name}")))
        return store

    return of
