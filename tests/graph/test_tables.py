"""A question over much is put to the engine in other words, and the answer is the same, row by row."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, Store

from graph_builder.graph import tables
from graph_builder.graph.catalogue import NAMES, questions
from graph_builder.graph.folder import GraphFolder
from graph_builder.graph.namespaces import prefixes
from graph_builder.graph.parameters import LABELLED, names_in
from graph_builder.graph.query import answer, soonest
from graph_builder.graph.store import open_store
from graph_builder.graph.tables import joined

KNOWN = prefixes("http://example.org/")
TURTLE = """
@prefix : <http://example.org/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:town a :Council ; rdfs:label "Wexcombe Council" . :shire a :Council ; rdfs:label "Melling {} Council"@en .
"""
PERSON = """
:p{n} a :Person ; rdfs:label "{name}" ; :of :{body} ; :age {n} .
:r{n} a :Role ; :holder :p{n} ; :post "post {odd}" ;
  :since "203{odd}-01-0{day}"^^<http://www.w3.org/2001/XMLSchema#date> .
"""
NAMES_OF = (
    "Ada Nwosu",
    "Jozef Ilves",
    "Zoë O'Hara",
    "ann lee",
    "Ann Leeson",
    "Ünal {Deniz}",
    "?who",
    'Ray \\"Ace\\" Holt',
)
ASKED = (
    "SELECT ?name ?post { ?r :holder/rdfs:label ?name ; :post ?post } ORDER BY ?name ?post",
    "SELECT ?name ?age { ?p rdfs:label ?name ; :age ?age } ORDER BY DESC(?age) ?name",
    "SELECT ?name { ?p a :Person ; rdfs:label ?name } ORDER BY ASC ( LCASE(?name) ) DESC(?p)",
    "SELECT ?name (STR(?age) AS ?years) { ?p rdfs:label ?name . OPTIONAL { ?p :age ?age } } ORDER BY ?years ?name ?p",
    "SELECT ?name (STR(?age) AS $old) { ?p rdfs:label $name ; :age $age } ORDER BY ?old DESC(?name)",
    "SELECT DISTINCT ?post { ?r :post ?post . MINUS { ?r :post 'post 1' } } ORDER BY ?post",
    "SELECT ?post (COUNT(?r) AS ?n) { ?r :post ?post } GROUP BY ?post HAVING(COUNT(*) > 1) ORDER BY ?n ?post",
    "SELECT ?x ?n { { ?x a :Role ; :holder ?p } UNION { ?x a :Council BIND(?x AS ?p) } ?p rdfs:label ?n } ORDER BY ?x",
    "SELECT ?name { ?p rdfs:label ?name FILTER NOT EXISTS { ?p :age ?age FILTER(?age > 3) } } ORDER BY ?name ?p",
    "SELECT ?name { ?p rdfs:label ?name FILTER(?name != '# { no comment }') } # { ORDER BY ?x\nORDER BY ?name ?p",
    "SELECT ?r ?since { ?r :since ?since ; :post ?post . OPTIONAL { ?r :until ?until } } ORDER BY ?since ?r LIMIT 5",
    "SELECT ?r ?n { ?r a ?c { ?r ^:holder/:post ?n } UNION { ?r :of|:in ?n } UNION { ?r :age ?n } } ORDER BY ?r ?n",
    "SELECT ?p ?b ?via0_0 { ?p :of ?b , ?via0_0 ; rdfs:label ?l ; } ORDER BY ?l ?p",
    "SELECT ?b ?n { { SELECT ?b (COUNT(*) AS ?n) { ?p :of ?b ; a ?i } GROUP BY ?b } } ORDER BY ?b VALUES ?b { :town }",
    "SELECT ?p ?c { ?p a ?c ; :of :town . GRAPH ?g { ?p :age 3 } } ORDER BY ?p",
    'SELECT ?p ?b { ?p :of ?b . ?b rdfs:label "Melling {} Council"@en , ?l } ORDER BY ?p',
)
NAMED = """SELECT ?name ?post {{
  VALUES ?who {{ {words} }}
  {{ ?r :holder ?p ; :post ?post . ?p rdfs:label ?name }} UNION {{ ?p :age ?post ; rdfs:label ?name }}
  FILTER(!BOUND(?who) || CONTAINS(LCASE(?name), LCASE(STR(?who))))
}} ORDER BY ?name STR(?post)"""
LEFT_ALONE = (
    "SELECT * { ?r :holder ?p ; :post ?post }",
    "SELECT ?p { ?r :holder ?p . ?p rdfs:label ?name }",
    "SELECT DISTINCT ?p { ?r :holder ?p . ?p rdfs:label ?name } LIMIT 3",
    "SELECT ?p { ?r :holder ?p ; :post [] }",
    "SELECT ?p { ?r :holder _:who . _:who rdfs:label ?p }",
    "ASK { ?r :holder ?p ; :post ?post }",
    "CONSTRUCT { ?p a :Holder } { ?r :holder ?p ; :post ?post }",
    "SELECT ?p FROM <http://example.org/g> { ?r :holder ?p ; :post ?post }",
    "SELECT ?r ?any { ?r ?any ?p ; :post ?post }",
    "SELECT ?r { ?r :holder+ ?p ; :post ?post }",
    "SELECT ?r ?n { ?r ^:holder/:post ?n } ORDER BY ?r",
    "SELECT ?p { ?r :holder ?p ; :post ?post",
    "SELECT ?p { ?r :holder ?p ?r :post ?post } ORDER BY ?p",
    "SELECT ?p { ?r :holder ?p OPTIONAL ?r :post ?post } ORDER BY ?p",
    "SELECT ?p { ?r :holder ?p . . ?r :post ?post } ORDER BY ?p",
    "no question",
)


@pytest.fixture(scope="module")
def store() -> Store:
    """Councils, people and their posts, some of them under names that have to be written with care."""
    found = Store()
    people = (
        PERSON.format(n=n, name=NAMES_OF[n % 8], body=("town", "shire")[n % 3 == 0], odd=n % 4, day=1 + n % 9)
        for n in range(60)
    )
    found.load(TURTLE + "".join(people), format=RdfFormat.TURTLE)
    return found


@pytest.fixture
def at_once(monkeypatch) -> None:
    """One thing is many."""
    monkeypatch.setattr(tables, "MANY", 1)


def rows(store: Store, sparql: str) -> list[tuple[object, ...]]:
    """What the engine itself says."""
    return [tuple(row) for row in store.query(sparql, prefixes=KNOWN, use_default_graph_as_union=True)]


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("sparql", [f"PREFIX : <http://example.org/> {asked}" for asked in ASKED])
def test_tables_are_joined_to_the_same_rows_in_the_same_order(store, sparql):
    put = joined(store, sparql, KNOWN)
    assert rows(store, put) == rows(store, sparql)
    assert "{ SELECT * { ?" in put


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("sparql", [f"PREFIX : <http://example.org/> {asked}" for asked in LEFT_ALONE])
def test_what_would_answer_later_or_otherwise_is_left_as_it_is(store, sparql):
    assert joined(store, sparql, KNOWN) == sparql


@pytest.mark.parametrize(
    "words", ['"nwosu"', '"LEE"', '"ann lee" "zoë"', '"{" "?WHO"', '"\\"ace"', '"nobody"', "UNDEF"]
)
def test_a_question_about_a_name_begins_with_those_that_are_meant(store, words):
    sparql = "PREFIX : <http://example.org/> " + NAMED.format(words=words)
    put = joined(store, sparql, KNOWN)
    assert rows(store, put) == rows(store, sparql)
    assert put.count("VALUES ?name {") == (0 if words == "UNDEF" else 2)


def test_what_is_cut_off_before_it_is_filtered_is_not_narrowed(store):
    inner = "{ SELECT ?p ?name { ?p rdfs:label ?name } ORDER BY ?p LIMIT 9 }"
    asked = "PREFIX : <http://example.org/> " + NAMED.format(words='"ada"').replace("?p rdfs:label ?name", inner, 1)
    assert rows(store, joined(store, asked, KNOWN)) == rows(store, asked)


def test_few_things_are_followed_one_by_one(store):
    assert joined(store, f"PREFIX : <http://example.org/> {ASKED[0]}", KNOWN).count("SELECT") == 1


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("question", questions().values(), ids=questions())
def test_a_question_of_the_catalogue_has_the_same_answer_in_either_words(example, question):
    store = open_store(GraphFolder(example))
    known = prefixes("https://w3id.org/onrecord/id/")
    labels = sorted({name.label for name in names_in(store, LABELLED)})
    named = [p.name for p in question.parameters if p.type in (*NAMES, "topic", "event", "text")]
    for values in ({}, *({name: label} for name in named for label in labels[::40])):
        asked = question.bind(values)
        put = joined(store, asked, known)
        assert rows(store, put) == rows(store, asked)
        assert put != asked or question.name == "corrections"  # of which the example has none


def test_a_graph_of_few_facts_is_asked_in_the_very_words(store, example):
    known = prefixes("https://w3id.org/onrecord/id/")
    asked = questions()["roles"].bind({"who": "Lockwood"})
    assert soonest(store, asked, known) == asked
    with pytest.raises(SyntaxError):
        rows(store, "SELECT ?x { ?x a }")
    assert answer(open_store(GraphFolder(example)), asked).kind == "rows"
