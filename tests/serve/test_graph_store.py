"""The Graph Store Protocol, as far as it reads; and that nothing is written by it."""

import pytest
import rdflib

BASE = "https://w3id.org/onrecord/id/graph/"
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # by rdflib itself


def size(text: str) -> int:
    return len(rdflib.Graph().parse(data=text, format="nt"))


def test_a_graph_is_had_by_its_iri_by_its_name_and_by_its_own_path(client):
    accept = {"Accept": "application/n-triples"}
    by_iri = client.get("/graphs", params={"graph": BASE + "document/counting-coppers-blog.md"}, headers=accept)
    by_name = client.get("/graphs/document/counting-coppers-blog.md", headers=accept)
    directly = client.get("/id/graph/document/counting-coppers-blog.md", headers=accept)
    assert by_iri.status_code == by_name.status_code == directly.status_code == 200
    assert by_iri.text == by_name.text == directly.text
    assert size(by_iri.text) > 100


def test_the_default_graph_is_all_of_them(client):
    everything = client.get("/graphs?default", headers={"Accept": "application/n-triples"})
    answer = client.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"})
    assert size(everything.text) == int(answer.json()["results"]["bindings"][0]["n"]["value"])


@pytest.mark.parametrize(
    ("accept", "parser"),
    [("text/turtle", "turtle"), ("application/rdf+xml", "xml"), ("application/ld+json", "json-ld"), ("*/*", "turtle")],
)
def test_a_graph_comes_in_each_format(client, accept, parser):
    answer = client.get("/graphs", params={"graph": BASE + "identities"}, headers={"Accept": accept})
    plain = client.get("/graphs", params={"graph": BASE + "identities"}, headers={"Accept": "application/n-triples"})
    assert len(rdflib.Graph().parse(data=answer.content, format=parser)) == size(plain.text)
    assert "Accept" in answer.headers["Vary"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/graphs", 400),
        ("/graphs?default&graph=" + BASE + "identities", 400),
        ("/graphs?graph=" + BASE + "identities&graph=" + BASE + "register", 400),
        ("/graphs?graph=" + BASE + "nobody", 404),
        ("/graphs?graph=no%20iri", 404),
        ("/graphs?graph=%ff", 400),
        ("/graphs/nobody", 404),
    ],
)
def test_what_names_no_graph_or_several_is_refused(client, path, status):
    assert client.get(path).status_code == status


def test_a_format_that_it_cannot_have_is_not_acceptable(client):
    assert client.get("/graphs?default", headers={"Accept": "image/png"}).status_code == 406


def test_a_head_request_says_whether_there_is_such_a_graph(client):
    there = client.head("/graphs", params={"graph": BASE + "identities"})
    assert there.status_code == 200
    assert there.content == b""
    assert client.head("/graphs", params={"graph": BASE + "nobody"}).status_code == 404


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/graphs?default", "/graphs/identities"])
def test_nothing_can_be_written(client, method, path):
    answer = client.request(method, path, content="<urn:a> <urn:b> <urn:c> .")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert client.get("/sparql", params={"query": "ASK { <urn:a> ?p ?o }"}).json()["boolean"] is False


def test_pages_elsewhere_may_read_it(client):
    assert client.get("/graphs?default").headers["Access-Control-Allow-Origin"] == "*"
    assert client.options("/graphs?default").headers["Allow"] == "GET, HEAD, OPTIONS"
