"""Another server is asked by the SPARQL protocol."""

import io
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs

import pytest

from graph_builder.errors import ServerError
from graph_builder.graph import distant
from graph_builder.graph.query import answer, answer_endpoint

NAMES = "SELECT ?name { ?p foaf:name ?name } ORDER BY ?name"


@pytest.fixture
def endpoint(store):
    """The address of a server that answers from the store, and refuses what it cannot parse."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            length = int(self.headers["Content-Length"])
            sparql = parse_qs(self.rfile.read(length).decode())["query"][0]
            try:
                found = store.query(sparql, use_default_graph_as_union=True)
            except SyntaxError as error:
                return self.reply(400, "text/plain", f"bad question: {error}\nmore".encode())
            if self.path == "/odd":
                return self.reply(200, "text/html", b"<html>")
            if self.path == "/slow":
                time.sleep(0.6)
            out = io.BytesIO()
            kind = answer(store, sparql).kind
            answer(store, sparql).write(out, "ntriples" if kind == "graph" else "json")
            del found
            return self.reply(
                200, "application/n-triples" if kind == "graph" else "application/sparql-results+json", out.getvalue()
            )

        def reply(self, status, kind, body):
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_rows_come_back_and_prefixes_went_along(endpoint):
    found = answer_endpoint(endpoint, NAMES)
    assert [row[0] for row in found.rows()][:2] == ["Ada Nwosu", "Jozef Ilves"]


def test_yes_or_no_and_graphs_come_back(endpoint):
    assert list(answer_endpoint(endpoint, "ASK { ?p foaf:name 'Ada Nwosu' }").rows()) == [("yes",)]
    out = io.BytesIO()
    answer_endpoint(endpoint, "CONSTRUCT { ?p foaf:name ?n } WHERE { ?p foaf:name ?n }").write(out, "turtle")
    assert b'person:ada-nwosu foaf:name "Ada Nwosu" .' in out.getvalue()


def test_a_refusal_is_told_in_the_servers_first_line(endpoint):
    with pytest.raises(ServerError, match=r"\(400\): bad question: .*"):
        answer_endpoint(endpoint, "SELECT nonsense")


def test_what_is_no_endpoint_is_said_plainly(endpoint):
    with pytest.raises(ServerError, match="is it an endpoint"):
        answer_endpoint(f"{endpoint}/odd", NAMES)
    with pytest.raises(ServerError, match="must begin with http"):
        answer_endpoint("file:///etc/passwd", NAMES)
    with pytest.raises(ServerError, match="cannot be reached"):
        answer_endpoint("http://127.0.0.1:9/", NAMES)


def test_a_server_is_given_as_long_as_a_person_gives_it(endpoint, monkeypatch):
    monkeypatch.setattr(distant, "PATIENCE", 0.2)
    with pytest.raises(ServerError, match=r"no answer within 0\.2 seconds"):
        answer_endpoint(f"{endpoint}/slow", NAMES)
    assert answer_endpoint(f"{endpoint}/slow", NAMES, seconds=5).kind == "rows"
