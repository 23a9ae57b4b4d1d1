"""Questions in SPARQL, and their answers in every format."""

import csv
import io
import json
from xml.etree import ElementTree as ET

import pytest
from rdflib import Graph

from graph_builder.errors import QueryError, UnknownName
from graph_builder.graph.formats import SORTED
from graph_builder.graph.namespaces import DEFAULT_BASE
from graph_builder.graph.patterns import patterns
from graph_builder.graph.query import GRAPH_FORMATS, ROW_FORMATS, answer
from graph_builder.graph.sparql import is_whole, limited, with_prefixes
from graph_builder.graph.spelling import strangers
from graph_builder.graph.store import load_file

NAMES = "SELECT ?person ?name { ?person a foaf:Person ; foaf:name ?name } ORDER BY ?name"
PARSED_AS = {"turtle": "turtle", "ntriples": "nt", "rdfxml": "xml", "jsonld": "json-ld"}


def said(store, sparql, name):
    out = io.BytesIO()
    answer(store, sparql).write(out, name)
    return out.getvalue().decode()


def test_prefixes_are_known_without_declaring_them(store):
    assert [row[1] for row in answer(store, NAMES).rows()] == ["Ada Nwosu", "Jozef Ilves", "Zoë O'Hara"]
    assert list(answer(store, "ASK { person:ada-nwosu a foaf:Person }").rows()) == [("yes",)]


def test_a_prefix_that_is_declared_means_what_it_is_declared_as(store):
    assert not list(answer(store, "PREFIX foaf: <http://example.org/> SELECT ?p { ?p a foaf:Person }").rows())


def test_a_table_shows_labels_or_iris(store):
    question = "SELECT ?person { ?person foaf:name 'Ada Nwosu' }"
    assert list(answer(store, question).rows()) == [("Ada Nwosu",)]
    assert list(answer(store, question).rows(iris=True)) == [("https://w3id.org/onrecord/id/person/ada-nwosu",)]


def test_a_thing_without_a_label_is_shown_by_its_short_name(store):
    ((short,),) = answer(store, "SELECT ?p { ?p a prov:Activity }").rows()
    assert short.startswith("build:")


def test_rows_in_csv_tsv_json_and_xml_are_the_same(store):
    rows = [list(row) for row in answer(store, NAMES).rows(iris=True)]
    assert list(csv.reader(io.StringIO(said(store, NAMES, "csv"))))[1:] == rows
    found = json.loads(said(store, NAMES, "json"))["results"]["bindings"]
    assert [[b["person"]["value"], b["name"]["value"]] for b in found] == rows
    assert len(ET.fromstring(said(store, NAMES, "xml"))[1]) == len(rows)  # noqa: S314  (our own)
    assert said(store, NAMES, "tsv").splitlines()[1] == f'<{rows[0][0]}>\t"{rows[0][1]}"'


@pytest.mark.parametrize("name", ROW_FORMATS)
def test_yes_or_no_can_be_written_too(store, name):
    assert "true" in said(store, "ASK { ?s ?p ?o }", name)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader of JSON-LD uses it
@pytest.mark.parametrize("name", GRAPH_FORMATS)
def test_a_graph_is_read_by_others_as_it_was(store, name):
    question = "CONSTRUCT { ?p foaf:name ?n } WHERE { ?p foaf:name ?n }"
    graph = Graph().parse(data=said(store, question, name), format=PARSED_AS[name])
    assert len(graph) == 5


def test_describe_answers_with_a_graph(store):
    found = answer(store, "DESCRIBE person:ada-nwosu")
    assert found.kind == "graph"
    assert all(row[0] == "Ada Nwosu" for row in found.rows())


def test_a_format_that_does_not_fit_is_refused_with_those_that_do(store):
    with pytest.raises(UnknownName, match="use csv, tsv, json, xml"):
        said(store, NAMES, "turtle")
    with pytest.raises(UnknownName, match="use turtle"):
        said(store, "DESCRIBE person:ada-nwosu", "csv")


@pytest.mark.parametrize(
    ("sparql", "line", "caret", "words"),
    [
        ("SELECT ?x {\n  ?x a \n}", "3 | }", 2, "line 3"),
        ("SELECT ?x {\n  ?x a foo:Bar }", "2 |   ?x a foo:Bar }", 8, "prefix foo:"),
        ("INSERT DATA { <a:a> <a:b> 1 }", "1 | INSERT DATA", 1, "would change the graph"),
        ("PREFIX x: <y:>\nDELETE WHERE { ?s ?p ?o }", "2 | DELETE", 1, "would change the graph"),
        ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", "1 | SELECT", 12, "another server"),
        ("SELECT * { ?s ?p ?o . { service silent ?e { ?s ?p ?o } } }", "1 | SELECT", 25, "another server"),
        ("", "1 | ", 1, "line 1"),
    ],
)
def test_a_mistake_is_shown_with_its_line_and_a_caret(store, sparql, line, caret, words):
    with pytest.raises(QueryError) as caught:
        answer(store, sparql)
    message, shown, pointer = str(caught.value).split("\n")
    assert words in message
    assert shown.startswith(line)
    assert pointer.index("^") == len("1 | ") + caret - 1


@pytest.mark.parametrize(
    "sparql",
    [
        "ASK { ?s ?p 'SERVICE <http://example.org/> {}' }",
        'ASK { ?s ?p """a "quoted" SERVICE\n word""" }',
        "ASK { ?s ?p <http://example.org/SERVICE> } # SERVICE",
        "ASK { ?service rdfs:label ?o . ?s foaf:SERVICE ?o }",
        "ASK { ?s ?p 'it\\'s SERVICE' }",
    ],
)
def test_the_word_service_may_stand_in_strings_names_and_comments(store, sparql):
    assert list(answer(store, sparql).rows()) == [("no",)]


def test_missing_prefixes_are_added_for_other_servers_on_the_same_line():
    known = {"foaf": "http://f/", "onr": "http://o/", "rdf": "http://r/"}
    asked = "PREFIX onr: <http://mine/>\nSELECT * { ?s a foaf:Person ; onr:x 'rdf:type' }"
    assert with_prefixes(asked, known) == f"PREFIX foaf: <http://f/> {asked}"


def test_an_answer_cannot_upset_a_terminal(tmp_path):
    file = tmp_path / "x.ttl"
    file.write_text('<a:\\u202Ea> <a:b> "red\\u001B[31m\\nand \\u202Eback" .')
    (row,) = answer(load_file(file), "SELECT ?s ?o { ?s ?p ?o }").rows()
    assert row == ("a: a", "red [31m and  back")


@pytest.mark.parametrize(
    ("sparql", "found"),
    [
        ("SELECT * {?s ?p ?o}", "SELECT * {?s ?p ?o}\nLIMIT 5"),
        ("SELECT * {?s ?p ?o} # all", "SELECT * {?s ?p ?o} # all\nLIMIT 5"),
        ("SELECT * {?s ?p '}'} limit 10 offset 2", "SELECT * {?s ?p '}'} limit 5 offset 2"),
        ("SELECT * {?s ?p ?o} LIMIT 3", "SELECT * {?s ?p ?o} LIMIT 3"),
        ("SELECT * {?s ?p ?o} VALUES ?s {<a:b>}", "SELECT * {?s ?p ?o} \nLIMIT 5\nVALUES ?s {<a:b>}"),
        ("SELECT * {{SELECT * {?s ?p ?o} LIMIT 9}}", "SELECT * {{SELECT * {?s ?p ?o} LIMIT 9}}\nLIMIT 5"),
        (
            "PREFIX limit: <a:> SELECT (EXISTS {?a ?b ?c} AS ?x) {} ORDER BY ?x",
            "PREFIX limit: <a:> SELECT (EXISTS {?a ?b ?c} AS ?x) {} ORDER BY ?x\nLIMIT 5",
        ),
        ("ASK {?s ?p ?o}", "ASK {?s ?p ?o}"),
        ("CONSTRUCT WHERE {?s ?p ?o}", "CONSTRUCT WHERE {?s ?p ?o}"),
    ],
)
def test_a_limit_is_put_where_sparql_has_it(store, sparql, found):
    assert limited(sparql, 5) == found
    assert len(list(answer(store, sparql, limit=5).terms())) <= 5


@pytest.mark.parametrize("name", GRAPH_FORMATS)
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_a_graph_too_long_to_be_sorted_is_written_as_it_comes(tmp_path, name):
    count = SORTED + 10
    file = tmp_path / "many.nt"
    file.write_text("".join(f'<a:s{n}> <a:p> "{n}" .\n' for n in range(count)))
    written = said(load_file(file), "CONSTRUCT WHERE { ?s ?p ?o }", name)
    assert len(Graph().parse(data=written, format=PARSED_AS[name])) == count


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("SELECT * {", False),
        ("SELECT * { ?s ?p '}' ", False),
        ("SELECT * { ?s ?p ?o } # {", True),
        ("SELECT ?s WHERE", False),
        ("DESCRIBE person:ada", True),
    ],
)
def test_a_question_is_whole_when_nothing_is_open(text, whole):
    assert is_whole(text) is whole


def test_a_term_that_is_nowhere_in_the_graph_is_told_what_it_may_have_been(store):
    asked = "SELECT * {\n ?s a onr:Statment ; foaf:nmae ?n ; onr:inDocument ?d ; rdfs:label 'onr:Nothing' }"
    assert list(strangers(store, asked, DEFAULT_BASE)) == [
        "line 2: nothing in the graph is called onr:Statment; did you mean onr:Statement?",
        "line 2: nothing in the graph is called foaf:nmae; did you mean foaf:name?",
    ]


def test_a_prefix_that_is_mistyped_is_told_what_it_may_have_been(store):
    with pytest.raises(QueryError, match=r"did you mean foaf:\?"):
        answer(store, "SELECT * { ?s a foa:Person }")


def test_the_patterns_of_a_question_are_counted_alone(store):
    found = patterns(
        store, "SELECT ?n { ?p a foaf:Person ; foaf:name ?n OPTIONAL { ?p onr:topic/rdfs:label ?l } }", DEFAULT_BASE
    )
    assert found is not None
    assert ("?p rdf:type foaf:Person", 3) in found
    assert {pattern for pattern, _ in found} >= {"?p foaf:name ?n", "?p onr:topic/rdfs:label ?l"}
    assert [count for _, count in found] == sorted(count for _, count in found)
