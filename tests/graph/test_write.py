"""Documents and facts become quads, the same ones each time."""

import re
import subprocess
import sys

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from graph_builder.graph.namespaces import SCHEMES, STANDARD
from graph_builder.graph.terms import Names, date, decimal, document_name, readable, text
from graph_builder.graph.write import DEFAULT_BASE, quads
from graph_builder.vocabulary import PREFIXES, schemes

XSD = PREFIXES["xsd"]


def written(debate, read=None, base=DEFAULT_BASE):
    pages, facts = zip(*(read or debate.read), strict=True)
    return list(quads(pages, facts, debate.identities, base, debate.provenance))


@pytest.fixture(scope="module")
def found(debate):
    return written(debate)


def of_documents(found):
    return [
        q for q in found if "/graph/ontology" not in q.graph_name.value and "/graph/register" not in q.graph_name.value
    ]


def objects(found, subject, name):
    prefix, _, local = name.partition(":")
    predicate = NamedNode(PREFIXES[prefix] + local)
    return {q.object.value for q in found if q.subject == subject and q.predicate == predicate}


def instances(found, name):
    prefix, _, local = name.partition(":")
    kind = NamedNode(PREFIXES[prefix] + local)
    return [q.subject for q in found if q.predicate.value == PREFIXES["rdf"] + "type" and q.object == kind]


def test_the_prefixes_are_those_of_the_vocabulary():
    assert PREFIXES.items() <= STANDARD.items()


def test_every_scheme_that_facts_have_codes_of_has_its_namespace():
    assert {namespace.rstrip("#").rpartition("/")[2] for namespace in SCHEMES.values()} <= set(schemes())


def test_every_triple_stands_in_one_graph_only(found):
    triples = [q.triple for q in found]
    assert len(triples) == len(set(triples))


def test_nothing_in_the_graph_is_without_a_name(found):
    assert not [q for q in found if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)]


def test_the_order_of_the_documents_makes_no_difference(found, debate):
    assert found == written(debate, debate.read[::-1])


def test_the_hash_seed_makes_no_difference(folder):
    script = (
        "import sys; from pathlib import Path; from graph_builder.graph.folder import GraphFolder\n"
        "from graph_builder.graph.export import turtle\n"
        "sys.stdout.buffer.writelines(turtle(GraphFolder(Path(sys.argv[1]))))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script, folder.path], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] != b""


def test_every_fact_has_evidence_a_document_a_rule_and_a_confidence(found):
    facts = [
        n
        for kind in ("Role", "EventAccount", "Participation", "Statement", "Stance")
        for n in instances(found, f"onr:{kind}")
    ]
    assert len(facts) == 12
    for fact in facts:
        for name in ("onr:evidence", "onr:inDocument", "onr:rule", "onr:confidence"):
            assert len(objects(found, fact, name)) == 1, (fact, name)


def test_a_fact_found_by_two_rules_is_one_with_the_more_trusted(found):
    leaders = [
        n for n in instances(found, "onr:Role") if objects(found, n, "org:role") == {f"{DEFAULT_BASE}post/leader"}
    ]
    assert [objects(found, n, "onr:rule") for n in leaders] == [{"role/apposition"}]


def test_a_quotation_that_its_tag_interrupts_is_one_statement_with_words_for_each_part(found):
    (direct,) = (n for n in instances(found, "onr:Statement") if objects(found, n, "onr:cue") == {"told"})
    assert len(objects(found, direct, "onr:words")) == 2
    assert objects(found, direct, "schema:text") == {"Every branch will stay open, … but not every day."}


def test_evidence_is_the_words_of_the_text_at_its_offsets(found, debate):
    texts = {f"{DEFAULT_BASE}document/{document_name(page.source)}": page.text for page, _ in debate.read}
    for proof in instances(found, "onr:Evidence"):
        (source,) = objects(found, proof, "oa:hasSource")
        selectors = [NamedNode(s) for s in objects(found, proof, "oa:hasSelector")]
        start, end, exact = (
            next(v for s in selectors for v in objects(found, s, name)) for name in ("oa:start", "oa:end", "oa:exact")
        )
        assert texts[source][int(start) : int(end)] == exact


def test_only_plain_current_facts_get_a_shortcut(found):
    jozef, readers = (NamedNode(f"{DEFAULT_BASE}{n}") for n in ("person/jozef-ilves", "organisation/readers-first"))
    assert objects(found, readers, "onr:opposes") == {f"{DEFAULT_BASE}topic/cut"}
    assert objects(found, jozef, "onr:supports") == set(), "it was hedged"
    assert objects(found, jozef, "org:memberOf") == {readers.value}


def test_another_base_changes_the_names_and_not_their_hashes(found, debate):
    other = "http://example.org/debate/"
    here, there = ({str(q.subject) for q in of_documents(each)} for each in (found, written(debate, base=other)))
    assert {s.replace(DEFAULT_BASE, other) for s in here} == there


@pytest.mark.parametrize(("said", "kind"), [("2031", "gYear"), ("2031-03", "gYearMonth"), ("2031-03-04", "date")])
def test_a_date_is_as_precise_as_the_text(said, kind):
    assert date(said) == Literal(said, datatype=NamedNode(XSD + kind))


@pytest.mark.parametrize("said", ["2031-13", "spring", "31", "2031-02-32", "２０３１"])
def test_what_is_no_date_stays_words(said):
    assert date(said) == Literal(said)


@pytest.mark.parametrize(("value", "form"), [(0.8, "0.8"), (1.0, "1"), (0.856, "0.86"), (0.0, "0")])
def test_a_confidence_is_written_as_the_store_would(value, form):
    assert decimal(value).value == form


def test_what_no_file_may_hold_is_replaced_code_point_by_code_point():
    assert text("a\ud800b\x00c\u202ed").value == "a\ufffdb\ufffdc\u202ed"


def test_two_files_never_share_a_name():
    sources = ["a/b.txt", "a-b.txt", "a b.txt", "A-b.txt", "é.txt", "e.txt", "…", "..", "<script>", "a\nb", "a\\b"]
    names = [document_name(s) for s in sources]
    assert len(set(names)) == len(sources)
    assert all(re.fullmatch(r"[\w.-]+", n, re.ASCII) for n in names)


def test_a_name_can_be_read_and_is_never_empty():
    assert readable("The “Café” review") == "the-cafe-review"
    assert readable("5% cap") != readable("£5 cap")
    assert re.fullmatch("[0-9a-f]{8}", readable("日本"))
    assert len(readable("word " * 60)) <= 80


def test_a_hash_is_the_same_whatever_the_base():
    one, two = (Names(base).fact("role", NamedNode(f"{base}person/x"), "leader") for base in ("http://a/", "http://b/"))
    assert one.value.removeprefix("http://a/") == two.value.removeprefix("http://b/")


def test_a_name_that_the_text_never_writes_is_no_form_of_it(found):
    event = f"{DEFAULT_BASE}event/open-letter-on-library-hours"
    mentions = [n for n in instances(found, "onr:Mention") if objects(found, n, "onr:names") == {event}]
    assert event in {str(node.value) for node in instances(found, "onr:Event")}
    assert not mentions
