"""Every term that is used is defined, every term that is defined is used, and the documentation's example holds."""

import hashlib
import re
from collections import Counter
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import OWL, RDF, RDFS, SH, SKOS, XSD, Graph, Literal, Namespace, URIRef

from graph_builder.vocabulary import PREFIXES, Cue, concepts, register, schemes, terms

ROOT = Path(__file__).parents[2]
ONR = Namespace(PREFIXES["onr"])
NAMED = re.compile(rf"(?<![\w:/-])({'|'.join(PREFIXES)}):([A-Za-z]\w*)")
KNOWN = tuple(PREFIXES.values())


@cache
def ontology(name: str) -> Graph:
    return Graph().parse(ROOT / "ontology" / f"{name}.ttl")


def prefixed(*files: Path) -> set[str]:
    """The IRIs of the terms that files name with a prefix: "onr:evidence"."""
    names = chain.from_iterable(NAMED.findall(f.read_text(encoding="utf-8")) for f in files)
    return {PREFIXES[prefix] + name for prefix, name in names}


def used_in_graphs() -> set[str]:
    code = [p for p in (ROOT / "graph_builder").rglob("*.py") if p.parent.name != "vocabulary"]
    return prefixed(*code, *(ROOT / "queries").glob("*.rq"))


def used_in_data_files() -> set[str]:
    graphs = (ontology("kinds"), ontology("uk"))
    predicates = {str(p) for g in graphs for p in g.predicates()}
    return predicates | {str(o) for g in graphs for o in g.objects(predicate=RDF.type)}


def above(term: str) -> set[str]:
    """The terms that a term is narrower than, at any distance."""
    found, left = set(), {URIRef(term)}
    while left:
        one = left.pop()
        up = {o for p in (RDFS.subClassOf, RDFS.subPropertyOf) for o in ontology("onrecord").objects(one, p)}
        found |= {str(u) for u in up}
        left |= {u for u in up if isinstance(u, URIRef)}
    return found


def own_terms() -> list[URIRef]:
    return sorted(s for s in set(ontology("onrecord").subjects(RDF.type)) if s.startswith(ONR))


def test_every_term_that_code_and_questions_use_is_defined():
    assert not used_in_graphs() - terms()


def test_every_term_that_the_kinds_the_register_and_the_shapes_use_is_defined():
    paths = (SH.path, SH.alternativePath, SH.inversePath, SH.targetClass, SH["class"], SH.targetSubjectsOf, SH.lessThan)
    asked = {str(o) for p in paths for o in ontology("shapes").objects(predicate=p) if isinstance(o, URIRef)}
    assert not {t for t in used_in_data_files() | asked if t.startswith(KNOWN)} - terms()


def written_in() -> set[str]:
    """What the ontology itself is written in, the borders of its properties, and the kinds of dates."""
    graph = ontology("onrecord")
    borders = {str(o) for p in (RDFS.domain, RDFS.range) for o in graph.objects(predicate=p)}
    dates = {str(XSD.date), str(XSD.gYearMonth), str(XSD.gYear)}
    return {str(p) for p in graph.predicates()} | {str(o) for o in graph.objects(predicate=RDF.type)} | borders | dates


def test_every_term_that_is_defined_is_used_or_stands_above_one_that_is():
    direct = used_in_graphs() | used_in_data_files()
    above_them = set().union(*(above(t) for t in direct))
    matched = {match for s in schemes() for c in concepts(s) for match in c.matches}
    own = {t for t in terms() if t.startswith(ONR)}
    assert not own - direct - above_them
    assert not {t for t in terms() - own if t.startswith(KNOWN)} - direct - above_them - matched - written_in()


@pytest.mark.parametrize("term", own_terms(), ids=lambda t: t.removeprefix(ONR))
def test_a_term_of_our_own_says_what_it_means_and_stands_under_a_standard_one(term):
    graph = ontology("onrecord")
    assert graph.value(term, RDFS.label)
    assert str(graph.value(term, RDFS.comment)).endswith(".")
    assert any(not up.startswith(ONR) for up in above(term))
    if (term, RDF.type, OWL.Class) not in graph:
        assert len(list(graph.objects(term, RDFS.domain))) == 1
        assert len(list(graph.objects(term, RDFS.range))) == 1


def test_every_term_of_another_vocabulary_says_what_it_is_used_for():
    note = URIRef("http://purl.org/vocab/vann/usageNote")
    standard = {t for t in terms() if t.startswith(KNOWN) and not t.startswith(ONR)}
    assert not {t for t in standard if ontology("onrecord").value(URIRef(t), note) is None}


def test_every_shape_tells_a_person_what_is_wrong_and_what_to_do():
    shapes = ontology("shapes")
    constraints = set(shapes.objects(predicate=SH.property)) | set(shapes.subjects(SH.node | SH["or"] | SH["not"]))
    messages = [str(shapes.value(c, SH.message)) for c in constraints]
    assert messages
    assert all(m[0].isupper() and m.endswith(".") and " " in m for m in messages)


def test_every_concept_has_a_label_a_definition_a_notation_and_its_own_namespace():
    for concept in ontology("kinds").subjects(RDF.type, SKOS.Concept):
        graph = ontology("kinds")
        code = str(graph.value(concept, SKOS.notation))
        assert str(concept) == f"{graph.value(concept, SKOS.inScheme)}#{code}"
        assert graph.value(concept, SKOS.prefLabel)
        assert str(graph.value(concept, SKOS.definition)).endswith(".")


@pytest.mark.parametrize("sort", list(Cue))
def test_a_cue_stands_in_one_stance_only(sort):
    places = Counter(word.casefold() for c in concepts("stance") for word in dict.fromkeys(c.words(sort)))
    assert not [word for word, count in places.items() if count > 1]


def test_a_form_of_a_name_means_one_body_of_the_register_only():
    bodies = [e for e in register() if e.type == "organisation"]
    owners = Counter(form for e in bodies for form in {e.name, *e.aliases, *e.members, *e.adjectives})
    assert not [form for form, count in owners.items() if count > 1]


def test_a_form_with_other_meanings_is_one_of_the_forms_of_its_body():
    for entry in register():
        assert {*entry.ambiguous, *entry.bracketed} <= {entry.name, *entry.aliases, *entry.members, *entry.adjectives}


def test_a_pattern_has_the_words_that_it_is_asked_for_by():
    assert all(c.cues for s in ("name-pattern", "post-pattern", "stand-in") for c in concepts(s))
    assert all(c.alternatives for c in concepts("given-name"))


def test_a_short_form_means_one_post_of_the_register_only():
    posts = [e for e in register() if e.type == "post"]
    owners = Counter(form for e in posts for form in {f.casefold() for f in (e.name, *e.aliases)})
    assert not [form for form, count in owners.items() if count > 1]


def test_what_a_register_points_at_is_there():
    entries, kinds = {e.iri: e for e in register()}, {c.code for c in concepts("organisation-kind")}
    posts = {c.code for c in concepts("post")}
    for entry in entries.values():
        if entry.type == "post":
            assert entry.organisation in entries
            assert entry.post in posts
        else:
            assert entry.kind in kinds
        assert {*entry.parents, *entry.successors} <= set(entries)


# -- the example of docs/ontology.md --------------------------------------------------------------------------


def blocks(language: str) -> list[str]:
    page = (ROOT / "docs" / "ontology.md").read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


@cache
def example() -> Graph:
    return Graph().parse(data=blocks("turtle")[0], format="turtle")


def faults(graph: Graph) -> list[str]:
    conforms, report, _ = validate(graph, shacl_graph=ontology("shapes"), inference="none", advanced=True)
    assert conforms == (not list(report.objects(predicate=SH.resultMessage)))
    return [str(m) for m in report.objects(predicate=SH.resultMessage)]


def test_the_example_conforms_to_the_shapes_alone_and_beside_the_ontology():
    assert not faults(example())
    assert not faults(example() + ontology("onrecord") + ontology("uk") + Graph().parse(data=blocks("turtle")[1]))


def test_the_example_uses_only_what_is_defined():
    found = {str(t) for triple in example() for t in triple[1:] if isinstance(t, URIRef)}
    codes = {c.iri for s in schemes() for c in concepts(s)}
    assert not {t for t in found if t.startswith(KNOWN)} - terms()
    assert (
        not {t for t in found if "#" in t and t.startswith("https://w3id.org/onrecord/") and not t.startswith(ONR)}
        - codes
    )


def test_the_offsets_of_the_example_find_the_words_that_it_quotes():
    text, oa = blocks("text")[0], Namespace(PREFIXES["oa"])
    graph = example()
    assert graph.value(predicate=ONR.digest, object=Literal(hashlib.sha256(text.encode()).hexdigest()))
    for node in graph.subjects(oa.hasSelector / oa.start):
        start, end = (int(graph.value(node, oa.hasSelector / p)) for p in (oa.start, oa.end))
        said = graph.value(node, oa.hasSelector / oa.exact) or graph.value(node, URIRef(PREFIXES["schema"] + "text"))
        assert text[start:end] == str(said)


@pytest.mark.parametrize(
    ("lost", "message"),
    [
        ("evidence", "It has no evidence: name the words of the document that prove it, or leave it out."),
        ("inDocument", "No document says it: name the one that does, or leave it out."),
        ("confidence", "How far to trust it must be one decimal from 0 to 1: correct its confidence."),
        (
            "holder",
            "A stance is held by one person or organisation: say by whom, and write one for each holder.",
        ),
    ],
)
def test_a_graph_that_lost_something_is_told_so_in_a_sentence(lost, message):
    graph = Graph() + example()
    graph.remove((None, ONR[lost], None))
    assert message in faults(graph)


def test_a_person_who_is_also_an_organisation_is_two_things_joined():
    graph = Graph() + example()
    person = next(graph.objects(predicate=ONR.holder))
    graph.add((person, RDF.type, URIRef(PREFIXES["org"] + "Organization")))
    assert any(m.startswith("It is a person and an organisation at once") for m in faults(graph))
