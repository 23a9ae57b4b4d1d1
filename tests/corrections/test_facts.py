"""Facts that people reject are gone, those that they confirm say so, and those that they add have their proof."""

import pytest

from graph_builder.corrections import Decided
from graph_builder.decisions import Correction, Decision
from graph_builder.graph.fact_names import FactNames
from graph_builder.model import Document, EntityType, Extraction, Referent, Role, Span, Stance, Statement

TEXT = "Ferry fares\n\nInes Calder chairs the Lamplighters'  Guild. She calls the fare a scandal, says Tam Orr."
DOCUMENT = Document("ferry.txt", "0", TEXT, (Span(13, len(TEXT)),))
HERE = Span(13, 53)
ROLE = Role(evidence=HERE, rule="r", person="p1", post="chair", words="chair", organisation="o1")
SAID = Statement(evidence=HERE, rule="r", parts=(HERE,), speaker="p1", form="direct")
STANCE = Stance(evidence=HERE, rule="r", holder="p1", stance="opposes", topic="the fare", statement=0)
FOUND = Extraction(
    "ferry.txt",
    "0",
    (
        Referent("p1", EntityType.PERSON, "Ines Calder", forms=("Ines Calder",)),
        Referent("o1", EntityType.ORGANISATION, "Lamplighters' Guild"),
    ),
    roles=(ROLE,),
    statements=(SAID,),
    stances=(STANCE,),
)
NAME = FactNames.of(FOUND).name


def put(*corrections):
    decided = Decided.of(corrections)
    return decided.put_to(FOUND, DOCUMENT, NAME), dict(decided.unfit)


def added(fact, **told):
    return Correction(Decision.ADD, (fact,), tuple(sorted({"in": "ferry.txt", **told}.items())))


@pytest.mark.parametrize("name", [NAME(ROLE), NAME(ROLE).replace("/", ":"), f"<https://example.org/id/{NAME(ROLE)}>"])
def test_a_rejected_fact_is_gone_however_it_is_named(name):
    found, unfit = put(Correction(Decision.REJECT, (name,)))
    assert not found.roles
    assert found.stances
    assert not unfit


def test_a_stance_outlives_the_statement_that_it_was_taken_from():
    found, _ = put(Correction(Decision.REJECT, (NAME(SAID),)))
    assert not found.statements
    assert found.stances[0].statement is None


def test_a_confirmed_fact_says_by_whom():
    decision = Correction(Decision.CONFIRM, (NAME(STANCE),), who="Jo")
    found, _ = put(decision)
    assert found.stances[0].decided == decision
    assert found.roles[0].decided is None


def test_a_fact_that_is_no_longer_there_is_reported_with_what_it_said():
    gone = Correction(Decision.REJECT, ("role/0000000000000000",), (("says", "Tam Orr: chair"),))
    found, unfit = put(gone)
    assert found == FOUND
    assert "Tam Orr: chair" in unfit[gone]


def test_an_added_fact_stands_on_words_of_the_document():
    decision = added("role", evidence="Calder chairs the Lamplighters' Guild", person="Ines Calder", post="trustee")
    found, unfit = put(decision)
    role = found.roles[-1]
    assert not unfit
    assert (role.person, role.post, role.decided) == ("p1", "trustee", decision)
    assert role.evidence.of(TEXT) == "Calder chairs the Lamplighters'  Guild"


def test_somebody_who_was_not_found_is_put_in_where_the_document_names_them():
    found, _ = put(added("stance", evidence="says Tam Orr", holder="Tam Orr", stance="opposes", topic="the fare"))
    assert found.referents[-1].name == "Tam Orr"
    assert found.stances[-1].holder == found.referents[-1].id


def test_an_event_and_who_took_part_in_it_can_be_added():
    event = added("event", evidence="Ferry fares", label="Fare review", kind="review", start="2031-03")
    part = added("participation", evidence="Ferry fares", event="Fare review", agent="Ines Calder", **{"as": "chair"})
    found, unfit = put(event, part)
    assert not unfit
    assert (found.events[0].start, found.participations[0].role) == ("2031-03", "chair")
    assert found.participations[0].event == found.events[0].event


@pytest.mark.parametrize(
    ("decision", "complaint"),
    [
        (added("role", evidence="Ines Calder leads", person="Ines Calder", post="chair"), "do not stand in ferry.txt"),
        (
            added("role", evidence="Ferry fares", person="Bel Quist", post="chair"),
            "do not stand in ferry.txt: Bel Quist",
        ),
        (added("role", evidence="Ferry fares", person="Ines Calder"), "wants post"),
        (added("stance", evidence="Ferry fares", holder="Ines Calder", stance="likes", topic="x"), "none of supports"),
        (added("role", evidence="Ferry fares", person="Ines Calder", post="chair", start="May"), "a date is"),
        (added("rumour", evidence="Ferry fares"), "what can be added is role"),
        (
            added("role", evidence="Ferry fares", person="Ines Calder", post="x", **{"in": "b.txt"}),
            "no document is called b.txt",
        ),
    ],
)
def test_an_addition_that_the_document_does_not_bear_out_is_reported(decision, complaint):
    found, unfit = put(decision)
    assert found == FOUND
    assert complaint in unfit[decision]
