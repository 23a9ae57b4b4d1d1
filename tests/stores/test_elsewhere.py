"""A graph in another store is brought here, in whole or in part, and is then asked as the one here is."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph_builder.errors import ServerError
from graph_builder.graph.describe import describe, find
from graph_builder.graph.distant import ask_elsewhere
from graph_builder.graph.endpoint import Endpoint, ask
from graph_builder.graph.fetch import Elsewhere
from graph_builder.graph.folder import GraphFolder
from graph_builder.graph.remote import Remote
from graph_builder.graph.store import open_store

BASE = "https://w3id.org/onrecord/id/"
SPACE = NamedNode("http://rdfs.org/ns/void#uriSpace")


@pytest.fixture
def elsewhere(storehouse):
    """The graph in the storehouse."""
    with Remote(storehouse.address, 60.0) as remote:
        yield lambda wanted=None: Elsewhere(Endpoint(remote), wanted)


@pytest.fixture
def stored(storehouse, example):
    """The store of the example, which the storehouse has too."""
    store = open_store(GraphFolder(example))
    storehouse.store.bulk_extend(store)
    return store


def test_the_whole_graph_comes(stored, elsewhere):
    assert set(elsewhere().whole()) == set(stored)


def test_a_name_means_the_same_and_everything_said_of_it_comes(stored, elsewhere):
    there = elsewhere()
    for name in ("tiller", "Imogen", "hearings", "bank"):
        found = find(stored, name)
        assert find(there.names(), name) == found
        assert describe(there.around(found[0].iri), found[0].iri) == describe(stored, found[0].iri)


def test_what_a_store_cuts_off_is_asked_for_again(debate, storehouse, elsewhere):
    store = debate(letter=" ".join(map(str, range(50))))
    storehouse.store.bulk_extend(store)
    storehouse.most = 20
    assert set(elsewhere().whole()) == set(store)


def test_a_store_that_gives_less_than_it_has_is_not_believed(debate, storehouse, elsewhere):
    storehouse.store.bulk_extend(debate(letter="meals roads rivers"))
    storehouse.most = 1
    with pytest.raises(ServerError, match="gave 1 of 3 triples"):
        elsewhere().whole()


def test_what_was_written_down_by_a_push_is_no_part_of_the_graph(debate, storehouse, elsewhere):
    store = debate(letter="meals")
    storehouse.store.bulk_extend(store)
    storehouse.store.add(Quad(NamedNode(BASE), SPACE, Literal("x"), NamedNode(f"{BASE}graph/pushed")))
    assert set(elsewhere(BASE).whole()) == set(store)


def test_a_store_without_a_graph_of_ours_is_told_of(elsewhere):
    with pytest.raises(ServerError, match="has no graph of OnRecord's"):
        elsewhere()


def test_of_several_graphs_the_settings_say_which(debate, storehouse, elsewhere):
    storehouse.store.bulk_extend(debate(letter="meals"))
    other = "https://data.example.org/"
    storehouse.store.add(Quad(NamedNode(other), SPACE, Literal(other), NamedNode(f"{other}graph/identities")))
    with pytest.raises(ServerError, match=r"several graphs.*data\.example\.org"):
        elsewhere()
    assert len(elsewhere(other).whole()) == 1


def test_things_in_an_answer_are_called_what_the_other_store_calls_them(debate, storehouse):
    storehouse.store.bulk_extend(debate(letter="meals"))
    found = ask_elsewhere(storehouse.address, "SELECT ?t WHERE { ?t rdfs:label ?l }", None)
    assert list(found.rows()) == [("meals",)]
    iris = ask_elsewhere(storehouse.address, "SELECT ?l WHERE { topic:letter-0 rdfs:label ?l }", None)
    assert list(iris.rows(iris=True)) == [("meals",)]


def test_truths_are_true_or_false_however_a_store_writes_them(storehouse):
    rows = ask(storehouse.address, 'SELECT ("0"^^<http://www.w3.org/2001/XMLSchema#boolean> AS ?no) {}')
    assert [row[0].value for row in rows] == ["false"]


@pytest.mark.usefixtures("stored")
def test_the_commands_say_the_same_of_both(storehouse, example, onrecord):
    for command in (("show", "charlton-rae"), ("check",), ("query", "positions", "--param", "about=cash")):
        here = onrecord(*command, "--graph", example)
        there = onrecord(*command, "--graph", example, "--endpoint", storehouse.address)
        assert (there.stdout, there.stderr, there.returncode) == (here.stdout, here.stderr, here.returncode)
