"""Facts that carry less confidence than is wanted are left out, with what hangs on them."""

from graph_builder.model import EntityType, Event, Extraction, Participation, Referent, Span, Stance, Statement
from graph_builder.sure import surer

PLACE = Span(0, 5)


def said(confidence: float) -> Statement:
    return Statement(evidence=PLACE, rule="r", confidence=confidence, parts=(PLACE,), speaker="p1", form="direct")


def stance(statement: int) -> Stance:
    return Stance(
        evidence=PLACE, rule="r", confidence=0.9, holder="p1", stance="supports", topic="the levy", statement=statement
    )


FOUND = Extraction(
    source="a.txt",
    digest="0",
    referents=(
        Referent("p1", EntityType.PERSON, "Ada Orr"),
        Referent("e1", EntityType.EVENT, "Launch"),
        Referent("e2", EntityType.EVENT, "Vote"),
    ),
    events=(
        Event(evidence=PLACE, rule="r", confidence=0.5, event="e1"),
        Event(evidence=PLACE, rule="r", confidence=0.9, event="e2"),
    ),
    participations=(
        Participation(evidence=PLACE, rule="r", confidence=0.9, event="e1", agent="p1", role="speaker"),
        Participation(evidence=PLACE, rule="r", confidence=0.9, event="e2", agent="p1", role="voter"),
    ),
    statements=(said(0.4), said(0.8)),
    stances=(stance(0), stance(1)),
)


def test_only_sure_facts_stay_and_point_where_they_did():
    kept = surer(FOUND, 0.7)
    assert [s.confidence for s in kept.statements] == [0.8]
    assert [s.statement for s in kept.stances] == [None, 0]


def test_an_event_goes_with_its_account_and_those_who_took_part():
    kept = surer(FOUND, 0.7)
    assert [e.event for e in kept.events] == ["e2"]
    assert [p.role for p in kept.participations] == ["voter"]
    assert [r.id for r in kept.referents] == ["p1", "e2"]


def test_nothing_goes_where_nothing_is_wanted():
    assert surer(FOUND, 0.0) == FOUND
    assert len(FOUND.facts) - len(surer(FOUND, 0.7).facts) == 3
