"""The graph taken away is the graph, whoever reads it."""

import csv
import io

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse
from rdflib import Graph
from rdflib.compare import isomorphic

from graph_builder.errors import UnknownName
from graph_builder.graph.export import FORMATS, export, export_tables, turtle
from graph_builder.graph.folder import GraphFolder
from graph_builder.graph.formats import write_triples
from graph_builder.graph.namespaces import DEFAULT_BASE, prefixes

PARSED_AS = {"turtle": "turtle", "ntriples": "nt", "rdfxml": "xml", "jsonld": "json-ld"}
HOSTILE = [
    'a "quoted" \\ name\\',
    "two\nlines\r\n\ttab",
    "<script>alert(1)</script> & ]]>",
    "\u202eright to left\u202c",
    "'''\"\"\"",
    "\u2028\u0085 \U0001f600",
    "",
    "ends with \\",
]


@pytest.fixture(scope="module")
def again(tmp_path_factory, debate):
    return debate.build(GraphFolder(tmp_path_factory.mktemp("again")))


def exported(folder, name):
    out = io.BytesIO()
    export(folder, name, out)
    return out.getvalue()


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader of JSON-LD uses it
@pytest.mark.parametrize("name", PARSED_AS)
def test_every_format_holds_the_same_triples(folder, name):
    plain = Graph().parse(data=exported(folder, "ntriples"), format="nt")
    assert isomorphic(Graph().parse(data=exported(folder, name), format=PARSED_AS[name]), plain)


@pytest.mark.parametrize("name", ["trig", "nquads"])
def test_formats_with_named_graphs_hold_all_of_the_store(folder, store, name):
    assert set(parse(exported(folder, name), RdfFormat.from_extension(FORMATS[name][1:]))) == set(store)


@pytest.mark.parametrize("name", [n for n in FORMATS if n != "csv"])
def test_the_same_graph_gives_the_same_bytes(folder, again, name):
    assert exported(folder, name) == exported(again, name)


def test_turtle_is_pleasant_to_read(folder):
    text = b"".join(turtle(folder)).decode()
    assert 'person:ada-nwosu a foaf:Person ;\n    rdfs:label "Ada Nwosu" ;\n' in text
    assert "\n# ── document/news.txt ──\n" in text
    assert text.endswith(" .\n\n")
    subjects = [line.split()[0] for line in text.splitlines() if line[:1] not in (" ", "#", "@", "")]
    assert len(subjects) == len(set(subjects)), "each subject is one block"


def test_only_the_names_of_known_things_come_from_outside_the_documents(folder):
    text = b"".join(turtle(folder)).decode()
    assert 'skos:prefLabel "charity"@en' in text
    assert "headCue" not in text
    assert "university" not in text


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
@pytest.mark.parametrize("name", PARSED_AS)
@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_a_name_holds_comes_back(name, words):
    subject, predicate = NamedNode(f"{DEFAULT_BASE}person/x"), NamedNode("http://xmlns.com/foaf/0.1/name")
    out = io.BytesIO()
    write_triples([Triple(subject, predicate, Literal(words))], out, name, prefixes(DEFAULT_BASE))
    (found,) = Graph().parse(data=out.getvalue(), format=PARSED_AS[name]).objects()
    line_ends = words.replace("\r\n", "\n") if name == "rdfxml" else words  # XML knows no other
    assert str(found) in (words, line_ends)


@pytest.mark.parametrize("name", PARSED_AS)
def test_code_points_that_xml_cannot_hold_stop_no_format(name):
    out = io.BytesIO()
    write_triples([Triple(NamedNode("a:a"), NamedNode("a:b#c"), Literal("x\x01"))], out, name, {})
    assert out.getvalue().decode()


def test_literals_keep_their_types_and_languages():
    xsd = "http://www.w3.org/2001/XMLSchema#"
    said = "1 decimal, 0.5 decimal, 7 integer, 07 integer, true boolean, 2031 gYear".split(", ")
    typed = [Literal(value, datatype=NamedNode(xsd + kind)) for value, kind in map(str.split, said)]
    literals = [*typed, Literal("chat", language="fr")]
    triples = [Triple(NamedNode("a:a"), NamedNode("a:b#c"), literal) for literal in literals]
    out, plain = io.BytesIO(), io.BytesIO()
    write_triples(triples, out, "turtle", prefixes(DEFAULT_BASE))
    write_triples(triples, plain, "ntriples", {})
    assert isomorphic(
        Graph().parse(data=out.getvalue(), format="turtle"), Graph().parse(data=plain.getvalue(), format="nt")
    )


def test_tables_are_one_file_for_each_core_question(folder, tmp_path):
    files = export_tables(folder, tmp_path / "tables")
    assert [f.name for f in files][:2] == ["documents.csv", "people.csv"]
    with files[1].open(newline="", encoding="utf-8") as table:
        assert len(list(csv.DictReader(table))) == 6


def test_an_unknown_format_is_refused(folder):
    with pytest.raises(UnknownName, match="there are turtle"):
        exported(folder, "word")
