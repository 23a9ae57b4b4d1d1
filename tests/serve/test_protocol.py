"""The SPARQL 1.1 Protocol, case by case."""

import io
import json
from urllib.parse import urlencode

import httpx
import pytest
import rdflib

NAMES = "SELECT ?name WHERE { ?p a foaf:Person ; foaf:name ?name } ORDER BY ?name LIMIT 3"
ASK = "ASK { ?p a foaf:Person }"
CONSTRUCT = "CONSTRUCT { ?p foaf:name ?name } WHERE { ?p foaf:name ?name }"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
BASE = "https://w3id.org/onrecord/id/graph/"
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # by rdflib itself


def names(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [row["name"]["value"] for row in answer.json()["results"]["bindings"]]


def count(client, sparql, **dataset) -> int:
    answer = client.get("/sparql", params={"query": sparql, **dataset})
    assert answer.status_code == 200, answer.text
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def test_a_query_by_get_by_form_and_posted_directly_is_the_same(client):
    by_get = client.get("/sparql", params={"query": NAMES})
    by_form = client.post("/sparql", data={"query": NAMES})
    directly = client.post("/sparql", content=NAMES, headers=DIRECT)
    assert len(names(by_get)) == 3
    assert names(by_get) == names(by_form) == names(directly)


def test_a_form_may_say_its_character_set(client):
    kind = {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"}
    assert names(client.post("/sparql", content=urlencode({"query": NAMES}), headers=kind))
    kind = {"Content-Type": "application/sparql-query;charset=utf-8"}
    assert names(client.post("/sparql", content=NAMES, headers=kind))


@pytest.mark.parametrize("graph", ["document/counting-coppers-blog.md", "identities"])
def test_the_default_graph_is_the_one_that_the_request_names(client, graph):
    counting = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    inside = count(client, f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{BASE}{graph}> {{ ?s ?p ?o }} }}")
    assert count(client, counting, **{"default-graph-uri": BASE + graph}) == inside > 0


def test_several_default_graphs_are_merged_and_one_named_twice_counts_once(client):
    counting = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    one, other = BASE + "identities", BASE + "document/counting-coppers-blog.md"
    sizes = [count(client, counting, **{"default-graph-uri": iri}) for iri in (one, other)]
    assert count(client, counting, **{"default-graph-uri": [one, other]}) == sum(sizes)
    assert count(client, counting, **{"default-graph-uri": [one, one]}) == sizes[0]


def test_only_the_named_graphs_of_the_request_are_there_and_the_default_graph_is_then_empty(client):
    named = {"named-graph-uri": BASE + "identities"}
    assert count(client, "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }", **named) == 1
    assert count(client, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", **named) == 0
    default = {"default-graph-uri": BASE + "identities"}
    assert count(client, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", **default) == 0


def test_a_full_dataset_has_both_kinds_of_graph_also_when_posted(client):
    both = {"default-graph-uri": BASE + "identities", "named-graph-uri": BASE + "document/counting-coppers-blog.md"}
    sparql = "SELECT (COUNT(DISTINCT ?g) AS ?n) { ?s a foaf:Person . GRAPH ?g { ?f ?p ?s } }"
    assert count(client, sparql, **both) == 1
    by_form = client.post("/sparql", data={"query": sparql, **both})
    directly = client.post("/sparql", params=both, content=sparql, headers=DIRECT)
    for answer in (by_form, directly):
        assert answer.json()["results"]["bindings"][0]["n"]["value"] == "1"


def test_the_dataset_of_the_request_wins_over_that_of_the_question(client):
    sparql = "SELECT (COUNT(*) AS ?n) FROM graph:document/counting-coppers-blog.md { ?s ?p ?o }"
    sparql = sparql.replace("graph:document/counting-coppers-blog.md", f"<{BASE}document/counting-coppers-blog.md>")
    identities = count(client, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", **{"default-graph-uri": BASE + "identities"})
    assert count(client, sparql, **{"default-graph-uri": BASE + "identities"}) == identities
    assert count(client, sparql) != identities


def test_without_a_dataset_every_graph_is_in_the_default_graph(client):
    union = count(client, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert union == count(client, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }") > 1000


def test_an_iri_of_a_graph_that_is_none_is_refused(client):
    answer = client.get("/sparql", params={"query": NAMES, "default-graph-uri": "no iri"})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (("GET", {"params": {"query": "SELECT nonsense"}}), 400),
        (("GET", {"params": {"query": ""}}), 400),
        (("GET", {"params": {"default-graph-uri": BASE + "identities"}}), 400),
        (("GET", {"params": [("query", ASK), ("query", ASK)]}), 400),
        (("GET", {"params": {"query": "DELETE WHERE { ?s ?p ?o }"}}), 400),
        (("GET", {"params": {"update": "CLEAR ALL"}}), 403),
        (("GET", {"params": "query=%ff%fe"}), 400),
        (("POST", {"content": "query=%ff", "headers": FORM}), 400),
        (("POST", {"content": b"ASK { ?s ?p '\xff' }", "headers": DIRECT}), 400),
        (("POST", {"content": "", "headers": FORM}), 400),
        (("POST", {"content": urlencode([("query", ASK), ("query", ASK)]), "headers": FORM}), 400),
        (("POST", {"params": {"query": ASK}, "content": ASK, "headers": DIRECT}), 400),
        (("POST", {"content": ASK}), 415),
        (("POST", {"content": ASK, "headers": {"Content-Type": "text/plain"}}), 415),
        (("POST", {"content": ASK, "headers": {"Content-Type": "application/sparql-query; charset=utf-16"}}), 415),
        (("POST", {"content": urlencode({"update": "CLEAR ALL"}), "headers": FORM}), 403),
        (("POST", {"content": "CLEAR ALL", "headers": {"Content-Type": "application/sparql-update"}}), 403),
        (("POST", {"content": b"x" * 5_000_000, "headers": DIRECT}), 413),
        (("PUT", {"content": ASK, "headers": DIRECT}), 405),
        (("DELETE", {}), 405),
        (("PATCH", {}), 405),
    ],
)
def test_what_is_no_request_of_the_protocol_is_refused_with_its_own_status(client, request_, status):
    method, more = request_
    answer = client.request(method, "/sparql", **more)
    assert answer.status_code == status, answer.text
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert answer.text.strip()
    assert "Traceback" not in answer.text
    if status == 405:
        assert answer.headers["Allow"] == "GET, HEAD, POST, OPTIONS"


def test_a_mistake_is_shown_at_its_place(client):
    answer = client.get("/sparql", params={"query": "SELECT ?a WHERE {\n  ?a onr:holder }"})
    first, shown, caret = answer.text.rstrip("\n").split("\n")
    assert answer.status_code == 400
    assert first.startswith("line 2:")
    assert shown == "2 |   ?a onr:holder }"
    assert shown[caret.index("^")] == "}"


def test_another_server_is_not_asked_on_a_clients_behalf(client):
    answer = client.get("/sparql", params={"query": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"})
    assert answer.status_code == 403
    assert "SERVICE" in answer.text
    assert client.get("/sparql", params={"query": "ASK { FILTER('SERVICE' = 'SERVICE') }"}).json()["boolean"] is True


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        (None, "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/*", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/turtle, text/csv;q=0.1", "text/csv; charset=utf-8"),
        ("application/sparql-results+json;q=0.4, application/xml;q=0.9, */*;q=0.1", "application/xml"),
        ("application/sparql-results+json;q=0, */*", "application/json"),
    ],
)
def test_rows_come_in_the_format_that_is_liked_best(client, accept, kind):
    headers = {"Accept": accept} if accept else {}
    with httpx.Client(base_url=client.base_url, headers={}) as asking:
        if not accept:
            del asking.headers["Accept"]
        answer = asking.get("/sparql", params={"query": NAMES}, headers=headers)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == kind
    assert "Accept" in answer.headers["Vary"]


def test_the_four_formats_of_rows_say_the_same(client):
    texts = {}
    for kind in ("json", "xml", "csv", "tsv"):
        answer = client.get("/sparql", params={"query": NAMES, "format": kind})
        assert answer.status_code == 200
        texts[kind] = answer.content
    told = [row["name"]["value"] for row in json.loads(texts["json"])["results"]["bindings"]]
    for kind in ("json", "xml"):
        found = rdflib.query.Result.parse(format=kind, source=io.BytesIO(texts[kind]))
        assert [str(row[0]) for row in found] == told
    assert texts["csv"].decode().split() == ["name", *" ".join(told).split()]
    assert texts["tsv"].decode().splitlines() == ["?name", *(f'"{name}"' for name in told)]


@pytest.mark.parametrize("accept", ["application/sparql-results+json", "application/sparql-results+xml"])
def test_yes_or_no_comes_in_the_standard_formats(client, accept):
    answer = client.get("/sparql", params={"query": ASK}, headers={"Accept": accept})
    assert answer.headers["Content-Type"] == accept
    assert "true" in answer.text


@pytest.mark.parametrize(
    ("accept", "parser"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
        ("*/*", "turtle"),
    ],
)
def test_a_graph_comes_in_four_formats_that_say_the_same(client, accept, parser):
    answer = client.get("/sparql", params={"query": CONSTRUCT}, headers={"Accept": accept})
    assert answer.status_code == 200
    found = rdflib.Graph().parse(data=answer.content, format=parser)
    asked = client.get("/sparql", params={"query": CONSTRUCT.replace("CONSTRUCT { ?p foaf:name ?name }", "SELECT *")})
    assert {str(o) for o in found.objects()} == set(names(asked))


def test_describe_answers_with_a_graph(client):
    answer = client.get("/sparql", params={"query": "DESCRIBE person:toby-allardyce"})
    assert len(rdflib.Graph().parse(data=answer.text, format="turtle")) > 2


@pytest.mark.parametrize(("query", "accept"), [(NAMES, "image/png"), (NAMES, "text/turtle"), (CONSTRUCT, "text/csv")])
def test_a_format_that_the_answer_cannot_have_is_not_acceptable(client, query, accept):
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert answer.status_code == 406
    assert "can be" in answer.text


def test_a_head_request_is_answered_without_a_body(client):
    answer = client.head("/sparql", params={"query": NAMES})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/sparql-results+json"
    assert answer.content == b""


def test_the_service_describes_itself_to_whoever_asks_nothing(client):
    answer = client.get("/sparql", headers={"Accept": "text/turtle"})
    service = rdflib.Graph().parse(data=answer.text, format="turtle")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert {sd.SPARQL11Query} == set(service.objects(predicate=sd.supportedLanguage))
    assert sd.UnionDefaultGraph in set(service.objects(predicate=sd.feature))
    assert [str(o) for o in service.objects(predicate=sd.endpoint)] == [str(answer.url)]
    graphs = {str(o) for o in service.objects(predicate=sd.name)}
    assert BASE + "identities" in graphs
    assert BASE + "document/counting-coppers-blog.md" in graphs
    assert client.get("/sparql", headers={"Accept": "application/ld+json"}).json()["@graph"]


def test_a_browser_that_opens_the_endpoint_is_led_to_the_page_for_people(client):
    accept = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    answer = client.get("/sparql", params={"query": ASK}, headers=accept)
    assert answer.status_code == 303
    assert client.get(answer.headers["Location"], headers=accept).status_code == 200


def test_pages_elsewhere_may_ask(client):
    answer = client.get("/sparql", params={"query": ASK}, headers={"Origin": "https://example.org"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    mistake = client.get("/sparql", params={"query": "no"}, headers={"Origin": "https://example.org"})
    assert mistake.headers["Access-Control-Allow-Origin"] == "*"
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    before = client.options("/sparql", headers=asked)
    assert before.status_code == 204
    assert "POST" in before.headers["Access-Control-Allow-Methods"]
    assert "Content-Type" in before.headers["Access-Control-Allow-Headers"]


def test_one_origin_or_none_may_be_let_in_instead(serving, example):
    with serving(example, "--workers", "1", "--cors", "https://example.org") as one:
        answer = httpx.get(one.sparql, params={"query": ASK}, headers={"Origin": "https://example.org"})
        assert answer.headers["Access-Control-Allow-Origin"] == "https://example.org"
    with serving(example, "--workers", "1", "--cors", "none") as none:
        answer = httpx.get(none.sparql, params={"query": ASK}, headers={"Origin": "https://example.org"})
        assert "Access-Control-Allow-Origin" not in answer.headers
