"""Names and questions that are meant to do harm show as what they are, and break nothing."""

import random
import socket
import string

import httpx
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph_builder.graph.folder import GraphFolder
from graph_builder.graph.namespaces import DEFAULT_BASE, STANDARD
from graph_builder.graph.store import replace_store

HOSTILE = (
    "</script><script>window.hurt=1</script>",
    "<img src=x onerror=window.hurt=2>",
    "\"><svg onload=window.hurt=3> href='javascript:window.hurt=4'",
    "{{ 7*7 }} {% raw %} ]]> <!-- \\u2028",
    "\u202ereversed name\u202c of a committee",
    "\x1b]0;owned\x07 \x00 nul",
    "javascript:window.hurt=5",
    "A Committee With A Name So Long That It Would Reach Across Any Page " * 3,
    'O’Neill & Sons\' "Books"',
)
IRI = "https://example.org/?q=%22%3E%3Cscript%3Ewindow.hurt=6%3C/script%3E"


@pytest.fixture(scope="module")
def hurtful(tmp_path_factory, serving):
    """A server of a graph in which everybody's name is hostile."""
    folder = GraphFolder(tmp_path_factory.mktemp("hostile"))
    quads = []
    graph = NamedNode(DEFAULT_BASE + "graph/identities")
    for number, name in enumerate(HOSTILE):
        node = NamedNode(f"{DEFAULT_BASE}person/p{number}")
        quads += [
            Quad(node, NamedNode(STANDARD["rdf"] + "type"), NamedNode(STANDARD["foaf"] + "Person"), graph),
            Quad(node, NamedNode(STANDARD["rdfs"] + "label"), Literal(name), graph),
            Quad(node, NamedNode(STANDARD["foaf"] + "name"), Literal(name), graph),
            Quad(node, NamedNode(STANDARD["rdfs"] + "seeAlso"), NamedNode(IRI), graph),
            Quad(node, NamedNode(STANDARD["rdfs"] + "seeAlso"), NamedNode("javascript:window.hurt=7"), graph),
        ]
    with folder.lock():
        replace_store(folder, quads)
    with serving(folder.path, "--workers", "1", "--timeout", "5") as server:
        yield server


def harmless(page: str) -> bool:
    begun = ("<script>", "<img", "<svg", 'href="javascript', "onerror=window.hurt=2>\n<")
    return not any(mark in page for mark in begun)


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_a_hostile_name_is_only_a_name(hurtful, number):
    name = HOSTILE[number]
    paths = [f"/id/person/p{number}", "/", "/things/person", f"/search?{httpx.QueryParams({'q': name})}"]
    paths.append(f"/query?{httpx.QueryParams({'query': f'SELECT * {{ person:p{number} ?p ?o }}'})}")
    for path in paths:
        answer = httpx.get(hurtful.url + path.lstrip("/"), headers={"Accept": "text/html"})
        assert answer.status_code == 200
        assert harmless(answer.text), path
        assert not {"\x00", "\x1b", "\u202e"} & set(answer.text), path
    drawn = httpx.get(hurtful.url + "picture", params={"query": "SELECT * { ?s foaf:name ?o }"})
    assert drawn.status_code == 200


def test_hostile_questions_and_paths_are_answered_with_a_status_of_their_own(hurtful):
    rng = random.Random(7)  # noqa: S311
    alphabet = string.printable + "’é\u202e\x00<>\"'{}?%"
    for _ in range(60):
        words = "".join(rng.choices(alphabet, k=rng.randrange(1, 60)))
        for path, name in (
            ("sparql", "query"),
            ("query", "query"),
            ("search", "q"),
            ("complete", "q"),
            ("graphs", "graph"),
        ):
            answer = httpx.get(hurtful.url + path, params={name: words}, headers={"Accept": "text/html, */*;q=0.1"})
            assert answer.status_code in (200, 303, 400, 403, 404), (path, words)
            assert harmless(answer.text)
        assert httpx.get(hurtful.url + "id/" + httpx.QueryParams({"a": words})["a"].replace("/", "_").encode().hex())
    assert httpx.get(hurtful.sparql, params={"query": "ASK {}"}).json()["boolean"] is True
    assert "Traceback" not in hurtful.log.read_text()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { " + "{" * 20_000 + "}" * 20_000 + " }",
        "SELECT * { ?s " + "(" * 15_000 + "foaf:name" + ")" * 15_000 + " ?o }",
        "ASK { FILTER(" + "!" * 40_000 + "true) }",
        "ASK { FILTER(REGEX('" + "a" * 30_000 + "', '(a+)+$')) }",
        "SELECT * { ?s ?p ?o } LIMIT 99999999999999999999999999",
        "SELECT (GROUP_CONCAT(?o) AS ?x) { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    ],
)
def test_a_question_that_would_break_a_parser_or_fill_the_memory_harms_nobody_else(hurtful, query):
    answer = httpx.post(hurtful.sparql, data={"query": query}, timeout=60)
    assert answer.status_code in (200, 400, 500, 503)
    assert httpx.get(hurtful.sparql, params={"query": "ASK {}"}, timeout=60).json()["boolean"] is True


@pytest.mark.parametrize(
    "request_",
    [
        b"GET /static/../serve.py HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"GET /static/..%2f..%2f__init__.py HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"GET /id/../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"GET /query/..%2f..%2fpyproject HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"GET http://localhost/etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"NONSENSE\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    ],
)
def test_a_request_that_is_none_gets_nothing(hurtful, request_):
    with socket.create_connection(("127.0.0.1", httpx.URL(hurtful.url).port), timeout=10) as asking:
        asking.sendall(request_)
        asking.shutdown(socket.SHUT_WR)
        said = asking.recv(65536)
    assert b" 200 " not in said.split(b"\r\n", 1)[0]
    assert httpx.get(hurtful.url + "health").json()["status"] == "ok"
