"""What is wrong with a graph is said in sentences, with names and not addresses."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph_builder.graph.check import check
from graph_builder.graph.namespaces import DEFAULT_BASE, STANDARD
from graph_builder.graph.store import open_store, replace_store

IDENTITIES = NamedNode(f"{DEFAULT_BASE}graph/identities")


def iri(name):
    prefix, _, local = name.partition(":")
    return NamedNode(STANDARD.get(prefix, f"{DEFAULT_BASE}{prefix}/") + local)


@pytest.fixture
def spoilt(empty, debate):
    """A function that builds the debate, changes its quads, and says what is then wrong."""

    def faults(change):
        debate.build(empty)
        with empty.lock():
            quads = list(open_store(empty))
            replace_store(empty, change(quads))
        return check(empty)

    return faults


def test_what_we_write_conforms(folder):
    assert check(folder) == []


def test_a_fact_without_evidence_is_named_by_what_it_says(spoilt):
    def without_evidence(quads):
        stances = {q.subject for q in quads if q.object == iri("onr:Stance")}
        return [q for q in quads if not (q.subject in stances and q.predicate == iri("onr:evidence"))]

    found = spoilt(without_evidence)
    assert len(found) == 3
    assert found[0].startswith("Jozef Ilves opposes library hours (stance/")
    assert "has no evidence" in found[0]


def test_addresses_are_shown_as_names(spoilt):
    wrong = Quad(iri("person:ada-nwosu"), iri("rdf:type"), iri("org:Organization"), IDENTITIES)
    found = spoilt(lambda quads: [*quads, wrong])
    assert any(fault.startswith("Ada Nwosu: It is a person and an organisation at once") for fault in found)
    assert not any("http" in fault for fault in found)


def test_a_triple_in_two_graphs_is_found(spoilt):
    twice = Quad(iri("person:ada-nwosu"), iri("foaf:name"), Literal("Ada Nwosu"), NamedNode(f"{DEFAULT_BASE}graph/x"))
    assert any("stands in 2 graphs" in fault for fault in spoilt(lambda quads: [*quads, twice]))


def test_a_quotation_that_is_not_in_the_text_is_found(spoilt):
    def misquoted(quads):
        for q in quads:
            if q.predicate == iri("oa:exact") and q.object.value.startswith("Readers First"):
                yield Quad(q.subject, q.predicate, Literal("Readers First backs the cut."), q.graph_name)
            else:
                yield q

    (fault,) = spoilt(misquoted)
    assert fault.startswith("news.txt: characters ")
    assert "“Readers First backs the cut.”" in fault
