"""Standard clients ask the running endpoint: rdflib, SPARQLWrapper, other stores that federate, and Comunica."""

import json
import shutil
import subprocess
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
import SPARQLWrapper
from rdflib.plugins.stores.sparqlstore import SPARQLStore

NAMES = """PREFIX foaf: <http://xmlns.com/foaf/0.1/>
SELECT ?p ?name WHERE { ?p a foaf:Person ; foaf:name ?name } ORDER BY ?name"""
pytestmark = pytest.mark.filterwarnings(  # rdflib warns of its own parts
    "ignore:ConjunctiveGraph is deprecated:DeprecationWarning", "ignore:Dataset:DeprecationWarning"
)
FOAF = rdflib.Namespace("http://xmlns.com/foaf/0.1/")
COMUNICA = "@comunica/query-sparql@4"
CACHE = Path.home() / ".cache" / "onrecord-tests" / "comunica"


@pytest.fixture(scope="session")
def told(server) -> dict[str, str]:
    """Everybody's name by IRI, as the endpoint gives them without any client's help."""
    import httpx

    rows = httpx.get(server.sparql, params={"query": NAMES}).json()["results"]["bindings"]
    return {row["p"]["value"]: row["name"]["value"] for row in rows}


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("returns", ["xml", "json", "csv", "tsv"])
def test_rdflibs_sparql_store_asks_in_every_way(server, told, method, returns):
    store = SPARQLStore(server.sparql, method=method, returnFormat=returns)
    graph = rdflib.Graph(store)
    assert {str(row[0]): str(row[1]) for row in graph.query(NAMES)} == told
    assert graph.query("ASK { ?s ?p ?o }").askAnswer is True if returns in ("xml", "json") else True


def test_rdflibs_sparql_store_reads_triples_and_a_named_graph(server, told):
    graph = rdflib.Graph(SPARQLStore(server.sparql))
    assert {(str(s), str(o)) for s, o in graph.subject_objects(FOAF.name)} >= set(told.items())
    one = rdflib.URIRef("https://w3id.org/onrecord/id/graph/document/counting-coppers-blog.md")
    within = rdflib.Graph(SPARQLStore(server.sparql, context_aware=True), identifier=one)
    assert 100 < len(list(within.triples((None, None, None)))) < len(list(graph.triples((None, None, None))))


@pytest.mark.parametrize("method", [SPARQLWrapper.GET, SPARQLWrapper.POST])
@pytest.mark.parametrize("posting", [SPARQLWrapper.URLENCODED, SPARQLWrapper.POSTDIRECTLY])
def test_sparqlwrapper_reads_rows(server, told, method, posting):
    wrapper = SPARQLWrapper.SPARQLWrapper2(server.sparql)
    wrapper.setMethod(method)
    wrapper.setRequestMethod(posting)
    wrapper.setQuery(NAMES)
    found = wrapper.query().bindings
    assert {row["p"].value: row["name"].value for row in found} == told


@pytest.mark.parametrize(
    ("wanted", "query"),
    [
        (SPARQLWrapper.JSON, NAMES),
        (SPARQLWrapper.XML, NAMES),
        (SPARQLWrapper.CSV, NAMES),
        (SPARQLWrapper.TSV, NAMES),
        (SPARQLWrapper.TURTLE, "CONSTRUCT WHERE { ?s a ?o }"),
        (SPARQLWrapper.RDFXML, "CONSTRUCT WHERE { ?s a ?o }"),
        (SPARQLWrapper.JSONLD, "CONSTRUCT WHERE { ?s a ?o }"),
        (SPARQLWrapper.N3, "DESCRIBE <https://w3id.org/onrecord/id/person/toby-allardyce>"),
    ],
)
def test_sparqlwrapper_converts_every_format(server, wanted, query):
    wrapper = SPARQLWrapper.SPARQLWrapper(server.sparql, returnFormat=wanted)
    wrapper.setQuery(query)
    assert wrapper.query().convert()


def test_sparqlwrapper_hears_of_a_mistake(server):
    wrapper = SPARQLWrapper.SPARQLWrapper(server.sparql)
    wrapper.setQuery("SELECT nonsense")
    with pytest.raises(SPARQLWrapper.SPARQLExceptions.QueryBadFormed, match="not expected here"):
        wrapper.query()


def test_a_store_in_memory_federates_with_the_endpoint(server, told):
    mine = rdflib.Graph()
    person, name = next(iter(told.items()))
    mine.add((rdflib.URIRef("urn:note"), FOAF.topic, rdflib.URIRef(person)))
    asked = f"""PREFIX foaf: <{FOAF}>
    SELECT ?name {{ ?note foaf:topic ?p . SERVICE <{server.sparql}> {{ ?p foaf:name ?name }} }}"""
    assert name in {str(row[0]) for row in mine.query(asked)}


def test_another_oxigraph_store_federates_with_the_endpoint(server, told):
    mine = pyoxigraph.Store()
    person, name = next(iter(told.items()))
    topic = pyoxigraph.NamedNode(FOAF.topic)
    mine.add(pyoxigraph.Quad(pyoxigraph.NamedNode("urn:note"), topic, pyoxigraph.NamedNode(person)))
    asked = f"""PREFIX foaf: <{FOAF}>
    SELECT ?name {{ ?note foaf:topic ?p . SERVICE <{server.sparql}> {{ ?p foaf:name ?name }} }}"""
    assert name in {row[0].value for row in mine.query(asked)}


@pytest.fixture(scope="session")
def comunica() -> Path:
    """The command of Comunica, installed once from the npm registry; where that cannot be, the test says so."""
    command = CACHE / "node_modules" / ".bin" / "comunica-sparql"
    if not shutil.which("npm"):
        pytest.skip("Node's npm is not on this machine: Comunica cannot be tried")
    if not command.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        installing = ["npm", "install", "--prefix", str(CACHE), "--no-audit", "--no-fund", "--ignore-scripts", COMUNICA]
        done = subprocess.run(installing, capture_output=True, text=True, check=False, timeout=600)
        if done.returncode:
            pytest.skip(f"Comunica could not be had from the npm registry: {done.stderr.strip().splitlines()[-1:]}")
    return command


@pytest.mark.long
def test_comunica_asks_the_endpoint(server, told, comunica):
    command = [comunica, f"sparql@{server.sparql}", NAMES, "-t", "application/sparql-results+json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)["results"]["bindings"]
    assert {row["p"]["value"]: row["name"]["value"] for row in rows} == told


@pytest.mark.long
def test_comunica_finds_out_by_itself_that_it_is_an_endpoint(server, told, comunica):
    counting = "SELECT (COUNT(?p) AS ?n) WHERE { ?p a <http://xmlns.com/foaf/0.1/Person> }"
    done = subprocess.run([comunica, server.sparql, counting], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    assert int(json.loads(done.stdout)[0]["n"].split('"')[1]) >= len(told)
