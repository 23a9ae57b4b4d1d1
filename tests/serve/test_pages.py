"""The pages and the linked data, as a client without scripts sees them."""

import re
from html import unescape
from urllib.parse import urlencode

import httpx
import pytest
import rdflib

PAGE = {"Accept": "text/html"}
BASE = "https://w3id.org/onrecord/id/"
PATHS = (
    "/",
    "/search?q=tiller",
    "/search",
    "/things/person",
    "/things/event",
    "/query",
    "/query/positions?about=cash&go=1",
    "/query?" + urlencode({"query": "SELECT * { ?s a foaf:Person }"}),
    "/query?query=nonsense",
    "/id/person/imogen-charlton-rae",
    "/id/organisation/tiller-trust",
    "/id/document/counting-coppers-blog.md",
    "/id/graph/identities",
    "/nowhere",
)


def text(page: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", page))


def links(page: str) -> list[str]:
    return [unescape(href) for href in re.findall(r'href="([^"]*)"', page)]


@pytest.mark.parametrize("path", PATHS)
def test_a_page_runs_nothing_but_our_own_scripts_and_fetches_nothing_from_elsewhere(client, path):
    answer = client.get(path, headers=PAGE)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    page = answer.text
    assert not re.search(r"<script(?! src=\"/static/)|<style| style=| on[a-z]+=", page)
    assert all(src.startswith("/static/") for src in re.findall(r'src="([^"]*)"', page))
    assert page.startswith("<!doctype html>")


def test_every_link_of_every_page_leads_somewhere(client):
    seen: set[str] = set()
    for path in PATHS[:-1]:
        page = client.get(path, headers=PAGE).text
        inside = {link.partition("#")[0] for link in links(page) if link.startswith("/")}
        for link in sorted(inside - seen)[:25]:
            assert client.get(link, headers=PAGE, follow_redirects=True).status_code == 200, (path, link)
        seen |= inside
        here = set(re.findall(r' id="([^"]+)"', page))
        assert {link[1:] for link in links(page) if link.startswith("#")} <= here, path


def test_a_search_finds_a_name_in_any_case_without_its_accents_and_by_a_part(client):
    for words in ("IMOGEN charlton-rae", "charlton", "Imogen"):
        page = client.get("/search", params={"q": words}, headers=PAGE).text
        assert "/id/person/imogen-charlton-rae" in links(page)
    assert "Nothing" in text(client.get("/search", params={"q": "zzzz"}, headers=PAGE).text)


def test_a_search_that_is_a_question_leads_to_the_answer(client):
    page = client.get("/search", params={"q": "Who opposes the levy?"}, headers=PAGE)
    link = re.search(r'href="(/query/positions[^"]*)"', page.text)[1].replace("&amp;", "&")
    assert "about: levy" in text(page.text)
    assert "opposes" in text(client.get(link, headers=PAGE).text)
    unknown = text(client.get("/search", params={"q": "Who opposes <b>unicorns</b>?"}, headers=PAGE).text)
    assert "No topic of the graph goes by '<b>unicorns</b>'" in unknown
    assert "The questions that are nearest" in unknown


def test_a_persons_page_has_each_fact_with_its_sentence_and_leads_to_what_it_names(client):
    page = client.get("/id/person/imogen-charlton-rae", headers=PAGE).text
    assert "Before her election in 2019 she was a chartered surveyor in Morpeth." in text(page)
    assert "/id/organisation/treasury-committee" in links(page)
    fact = next(link for link in links(page) if link.startswith("/id/role/"))
    proof = client.get(fact, headers=PAGE)
    assert proof.status_code == 200
    assert "<mark>" in proof.text
    document = next(link for link in links(proof.text) if link.startswith("/id/document/"))
    anchor = document.partition("#")[2]
    assert f'id="{anchor}"' in client.get(document, headers=PAGE).text


@pytest.mark.parametrize("kind", ["organisation", "event", "topic", "post", "document"])
def test_every_kind_of_thing_has_a_list_and_each_of_its_things_a_page(client, kind):
    listed = client.get(f"/things/{kind}", headers=PAGE).text
    things = [link for link in links(listed) if link.startswith(f"/id/{kind}/")]
    assert things
    for link in things[:5]:
        assert client.get(link, headers=PAGE).status_code == 200


def test_a_documents_page_has_its_text_whole_with_its_evidence_marked(client):
    page = client.get("/id/document/counting-coppers-blog.md", headers=PAGE).text
    assert "the government has accepted eleven of Lady Ketteringham's fourteen recommendations" in text(page)
    assert page.count('class="evidence"') > 5


def test_a_question_of_the_catalogue_is_a_form_whose_answer_can_be_taken_away_and_linked_to(client):
    form = client.get("/query/positions", headers=PAGE).text
    assert 'name="about"' in form
    assert "<table>" not in form  # nothing is asked before somebody asks
    page = client.get("/query/positions", params={"about": "cash", "go": "1"}, headers=PAGE).text
    assert "<table>" in page
    offered = {link.rpartition("format=")[2]: link for link in links(page) if link.startswith("/sparql?")}
    assert offered.keys() >= {"csv", "json", "xml", "tsv"}
    csv = client.get(offered["csv"])
    assert csv.headers["Content-Type"].startswith("text/csv")
    rows = len(csv.text.strip().splitlines()) - 1
    assert page.count("<tr>") == rows + 1
    again = next(link for link in links(page) if link.startswith("/query/positions?"))
    assert client.get(again, headers=PAGE).text == page
    picture = next(link for link in links(page) if link.startswith("/picture"))
    drawn = client.get(picture)
    assert drawn.status_code == 200
    assert "Content-Security-Policy" in drawn.text


def test_a_mistake_in_a_question_is_shown_at_its_place_and_the_question_is_kept(client):
    answer = client.get("/query", params={"query": "SELECT ?a {\n ?a onr:holder }"}, headers=PAGE)
    assert answer.status_code == 400
    assert 'data-line="2"' in answer.text
    assert "line 2:" in text(answer.text)
    assert "?a onr:holder }" in text(answer.text)


def test_the_network_page_is_the_one_that_the_build_made(client, example):
    assert client.get("/network").content == (example / "graph.html").read_bytes()


@pytest.mark.parametrize(
    ("accept", "parser"),
    [("text/turtle", "turtle"), ("application/n-triples", "nt"), ("application/rdf+xml", "xml")],
)
def test_every_iri_under_the_base_answers_with_rdf(client, accept, parser):
    for name in ("person/imogen-charlton-rae", "document/counting-coppers-blog.md", "post/chair"):
        answer = client.get(f"/id/{name}", headers={"Accept": accept})
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].startswith(accept)
        assert "Accept" in answer.headers["Vary"]
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        graph = rdflib.Graph().parse(data=answer.content, format=parser)
        assert set(graph.predicates(rdflib.URIRef(BASE + name))), name


def test_json_ld_has_the_thing_and_a_browser_gets_the_page(client):
    answer = client.get("/id/person/imogen-charlton-rae", headers={"Accept": "application/ld+json"})
    assert any(node["@id"] == "person:imogen-charlton-rae" for node in answer.json()["@graph"])
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    assert client.get("/id/person/imogen-charlton-rae", headers=browser).headers["Content-Type"].startswith("text/html")
    by_link = client.get("/id/person/imogen-charlton-rae?format=turtle", headers=browser)
    assert by_link.headers["Content-Type"].startswith("text/turtle")


def test_every_node_of_the_graph_answers(client):
    sparql = f"SELECT DISTINCT ?s {{ ?s ?p ?o FILTER(STRSTARTS(STR(?s), '{BASE}')) }}"
    rows = client.get("/sparql", params={"query": sparql}).json()["results"]["bindings"]
    iris = [row["s"]["value"].removeprefix(BASE) for row in rows]
    of_each_kind = {iri.partition("/")[0]: iri for iri in iris}
    assert len(of_each_kind) > 12
    for iri in of_each_kind.values():
        for accept in ("text/html", "text/turtle"):
            answer = client.get(f"/id/{iri}", headers={"Accept": accept}, follow_redirects=True)
            assert answer.status_code == 200, iri


def test_what_the_graph_does_not_know_is_not_found(client):
    for name in ("person/nobody", "nothing/at/all", "person/", "a b", "%3Cb%3E", "%00", "%f0%28"):
        answer = client.get(f"/id/{name}", headers={"Accept": "text/turtle"})
        assert answer.status_code == 404, name
    assert client.get("/id/person/imogen-charlton-rae", headers={"Accept": "image/png"}).status_code == 406


def test_a_former_name_leads_to_the_present_one(client):
    moved = f"SELECT ?old ?new {{ ?old dcterms:isReplacedBy ?new FILTER(STRSTARTS(STR(?old), '{BASE}')) }}"
    rows = client.get("/sparql", params={"query": moved}).json()["results"]["bindings"]
    assert rows
    for row in rows:
        old, new = (row[name]["value"].removeprefix(BASE) for name in ("old", "new"))
        for accept in ("text/html", "text/turtle"):
            answer = client.get(f"/id/{old}", headers={"Accept": accept})
            assert answer.status_code == 301
            assert answer.headers["Location"] == f"/id/{new}"


def test_only_the_names_of_this_machine_lead_in(server, serving, example):
    for host, status in (("evil.example", 421), ("evil.example:80", 421), ("a b", 400), ("localhost:1", 200)):
        assert httpx.get(server.url + "health", headers={"Host": host}).status_code == status
    with serving(example, "--workers", "1", "--name", "debate.example") as named:
        assert httpx.get(named.url + "health", headers={"Host": "debate.example"}).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_pages_are_only_read(client, method):
    answer = client.request(method, "/search?q=a")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD"
