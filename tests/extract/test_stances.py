"""Where people stand: each construction on a sentence of its own, about people and a levy that do not exist."""

from typing import NamedTuple

import pytest

from graph_builder.model import Stance

WHO = (
    "Dr Ada Orme chairs the Ferry Users' League. Sir Tom Vale is the transport minister. "
    "The Harbour Trust, a charity, runs the quays."
)


class Row(NamedTuple):
    """A stance as a reader would tell it."""

    holder: str
    stance: str
    topic: str
    fact: Stance


@pytest.fixture(scope="session")
def stands(read):
    """The stances of one sentence, read after a paragraph that says who is who."""

    def rows(sentence: str, **known: object) -> list[Row]:
        found = read(f"{WHO}\n\n{sentence}", **known)
        names = {r.id: r.name for r in found.referents}
        return [Row(names[s.holder], s.stance, s.topic, s) for s in found.stances]

    return rows


@pytest.mark.parametrize(
    ("sentence", "stance", "topic"),
    [
        ("Ada Orme welcomed the ferry levy.", "supports", "ferry levy"),
        ("Ada Orme gave her backing to the ferry levy.", "supports", "ferry levy"),
        ("Ada Orme threw her weight behind the ferry levy.", "supports", "ferry levy"),
        ("Ada Orme is a long-standing supporter of the ferry levy.", "supports", "ferry levy"),
        ("Backed by Ada Orme, the levy will start in May.", "supports", "levy"),
        ("“The levy is a good idea,” said Ada Orme.", "supports", "levy"),
        ("Ada Orme said she was delighted with the levy.", "supports", "levy"),
        ("Ada Orme was among those who voted against the levy.", "opposes", "levy"),
        ("Ada Orme refused to back the levy.", "opposes", "levy"),
        ("Ada Orme described the levy as unworkable.", "opposes", "levy"),
        ("Ada Orme called the levy “a toll on growing up”.", "opposes", "levy"),
        ("Ada Orme said that the levy was “a toll on growing up”.", "opposes", "levy"),
        ("The levy was opposed by Ada Orme.", "opposes", "levy"),
        ("The levy drew criticism from Ada Orme.", "opposes", "levy"),
        ("Ada Orme has been a fierce critic of the levy.", "opposes", "levy"),
        ("“We don't want a levy,” said Ada Orme.", "opposes", "levy"),
        ("Ada Orme said ministers were wrong to introduce the levy.", "opposes", "introducing the levy"),
        ("Ada Orme accused ministers of ignoring the islands.", "opposes", "ministers ignoring the islands"),
        ("Ada Orme called for the levy to be scrapped.", "calls-for", "levy being scrapped"),
        ("Ada Orme urged the minister to scrap the levy.", "calls-for", "scrapping the levy"),
        ("Ada Orme argued that ministers should scrap the levy.", "calls-for", "ministers scrapping the levy"),
        ("Ada Orme would like to see a new ferry.", "calls-for", "new ferry"),
        ("“What we need is a new ferry,” said Ada Orme.", "calls-for", "new ferry"),
        ("“Ministers have to buy a new ferry,” said Ada Orme.", "calls-for", "Ministers buying a new ferry"),
        ("“It is time for a new ferry,” said Ada Orme.", "calls-for", "new ferry"),
        ("Ada Orme tabled an amendment to scrap the levy.", "calls-for", "scrapping the levy"),
        ("Ada Orme promised to publish the timetable.", "commits-to", "publishing the timetable"),
        ("Ada Orme said she would publish the timetable.", "commits-to", "publishing the timetable"),
        ("“We'll publish the timetable by May,” said Ada Orme.", "commits-to", "publishing the timetable by May"),
        ("Ada Orme promised that no sailing would be cut.", "commits-to", "no sailing"),
        ("Ada Orme warned that the islands would empty.", "warns-of", "islands emptying"),
        ("Ada Orme expressed concern over the timetable.", "warns-of", "timetable"),
        ("Ada Orme is not convinced by the levy.", "questions", "levy"),
        ("Ada Orme cast doubt on the figures.", "questions", "figures"),
    ],
)
def test_a_construction_tells_where_somebody_stands(stands, sentence, stance, topic):
    assert [(row.holder, row.stance) for row in stands(sentence)][:1] == [("Ada Orme", stance)]
    assert stands(sentence)[0].topic.startswith(topic)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Orme stopped short of endorsing the levy.",
        "Did Ada Orme welcome the levy?",
        "If Ada Orme backs the levy, it will pass.",
        "Ada Orme chairs a committee that runs ferries.",
        "“I will see,” said Ada Orme.",
    ],
)
def test_what_is_no_stance_is_left_alone(stands, sentence):
    assert stands(sentence) == []


def test_whoever_is_urged_to_promise_has_promised_nothing(stands):
    rows = stands("Ada Orme called for the Harbour Trust to commit to a new ferry.")
    assert {(row.holder, row.stance) for row in rows} == {("Ada Orme", "calls-for")}


def test_everyone_in_a_list_holds_the_stance(stands):
    rows = stands("The levy was welcomed by the Harbour Trust and the Ferry Users' League.")
    assert {row.holder for row in rows} == {"Harbour Trust", "Ferry Users' League"}
    rows = stands("Ada Orme and Tom Vale welcomed the levy.")
    assert {row.holder for row in rows} == {"Ada Orme", "Tom Vale"}


def test_the_one_who_says_that_she_will_is_the_one_who_promises(stands):
    rows = stands("Ada Orme thanked the crews and said that she would meet them.")
    assert ("Ada Orme", "commits-to") in {(row.holder, row.stance) for row in rows}


def test_a_pronoun_is_told_as_what_it_stands_for(stands):
    rows = stands("The ferry levy starts in May. Ada Orme opposes it.")
    assert [(row.stance, row.topic) for row in rows] == [("opposes", "ferry levy")]


def test_a_guarded_welcome_is_hedged_and_a_refusal_is_marked_as_negated(stands):
    assert stands("Ada Orme gave a guarded welcome to the levy.")[0].fact.hedged
    assert stands("Ada Orme would support a smaller levy.")[0].fact.hedged
    assert stands("Ada Orme does not support the levy.")[0].fact.negated
    assert not stands("Ada Orme supports the levy.")[0].fact.hedged


def test_a_vote_is_a_stance_that_was_voted(stands):
    assert stands("Ada Orme voted against the levy.")[0].fact.basis == "voted"


def test_it_is_said_on_whose_behalf(stands):
    row = stands("On behalf of the Harbour Trust, Ada Orme asked for a new ferry.")[0]
    assert row.holder == "Ada Orme"
    assert row.fact.on_behalf_of is not None


def test_no_topic_is_a_bare_pronoun_or_longer_than_twelve_words(stands):
    rows = stands(
        "Ada Orme demanded a full and independent public inquiry into the way in which the ferry levy was first "
        "proposed, costed, announced and collected by the minister. Tom Vale rejected it."
    )
    assert all(len(row.topic.split()) <= 12 and row.topic.casefold() not in ("it", "that") for row in rows)


def test_a_committee_recommends_as_we_and_its_list_of_orders_is_what_it_wants(read):
    text = (
        "We write on behalf of the Ferry Users' League about the levy that was announced in May.\n\n"
        "We ask the minister for two things:\n\n"
        "Publish the timetable for next winter.\n\nScrap the levy for islanders.\n\n"
        "Our members have waited long enough for an answer."
    )
    found = read(text, genre="open-letter")
    wanted = [s for s in found.stances if s.stance == "calls-for"]
    assert {s.topic for s in wanted} >= {"publishing the timetable for next winter"}
    assert {s.basis for s in wanted} == {"said"}  # by those who write


@pytest.mark.parametrize(
    ("sentence", "stance", "topic"),
    [
        ("Ada Orme is opposed to the levy.", "opposes", "levy"),
        ("Ada Orme said she was right behind the night boat.", "supports", "night boat"),
        ("“I'm all for a levy on cruise ships,” said Ada Orme.", "supports", "levy on cruise ships"),
        ("Ada Orme signed a petition against the levy.", "opposes", "levy"),
        ("Ada Orme spoke at a rally in support of the crews.", "supports", "crews"),
        ("“Two extra boats are not enough,” said Ada Orme.", "opposes", "Two extra boats"),
        ("Ada Orme does not believe the levy is fair.", "opposes", "levy"),
        ("“I do not think the levy will work,” said Ada Orme.", "opposes", "levy"),
        ("Ada Orme branded the levy a disgrace.", "opposes", "levy"),
        ("“There should be no levy on pupils,” said Ada Orme.", "opposes", "levy on pupils"),
        ("“There must be an inquiry into the sinking,” said Ada Orme.", "calls-for", "inquiry into the sinking"),
        ("Ada Orme ruled out a levy on freight.", "opposes", "levy on freight"),
        ("Ada Orme criticised Tom Vale for axing the late boat.", "opposes", "Tom Vale axing the late boat"),
        ("“How can it be right to charge pupils for the crossing?” said Ada Orme.", "opposes", "charging pupils"),
        ("“Why should islanders pay twice?” asked Ada Orme.", "opposes", "islanders paying twice"),
        ("“Why not run a smaller boat in winter?” asked Ada Orme.", "calls-for", "running a smaller boat"),
        ("“Let's bring back the night boat,” said Ada Orme.", "calls-for", "bringing back the night boat"),
        ("Ada Orme would rather keep the old ferry than lease a new one.", "calls-for", "keeping the old ferry"),
        ("“What islanders need is a boat that runs on time,” said Ada Orme.", "calls-for", "boat"),
        ("“I'd have the harbour buy the boats,” said Ada Orme.", "calls-for", "harbour buying the boats"),
        ("“We ask that the slipway be kept open,” said Ada Orme.", "calls-for", "slipway being kept open"),
        (
            "“It's time ministers listened to islanders,” said Ada Orme.",
            "calls-for",
            "ministers listening to islanders",
        ),
        ("Ada Orme told Tom Vale to scrap the levy.", "calls-for", "scrapping the levy"),
        ("Ada Orme wants the sale of any unlit boat made a crime.", "calls-for", "sale of any unlit boat made a crime"),
        ("Ada Orme is campaigning to save the slipway.", "calls-for", "saving the slipway"),
        ("Ada Orme joined calls for a fare freeze.", "calls-for", "fare freeze"),
        ("Tom Vale faced calls from Ada Orme to freeze fares.", "calls-for", "freezing fares"),
        ("An open letter to Tom Vale calling for a freeze was signed by Ada Orme.", "calls-for", "freeze"),
        ("“The levy risks driving families away,” said Ada Orme.", "warns-of", "levy driving families away"),
        ("Ada Orme is determined to cut waiting times.", "commits-to", "cutting waiting times"),
    ],
)
def test_a_stance_may_be_told_in_passing_as_a_question_or_a_wish(stands, sentence, stance, topic):
    assert [(row.holder, row.stance) for row in stands(sentence)][:1] == [("Ada Orme", stance)]
    assert stands(sentence)[0].topic.startswith(topic)


@pytest.mark.parametrize(
    "sentence",
    [
        "The letter to Tom Vale calls for a fare freeze.",
        "Tom Vale has until June to reply to the league.",
        "“The forecast is careful but thin,” said Ada Orme.",
        "“We have to move on,” said Ada Orme.",
        "Ada Orme said the fare trial had been extended and it would run until May.",
        "Ada Orme insisted that the boat had sailed on time.",
        "“I am sometimes asked whether I back the levy,” said Ada Orme.",
    ],
)
def test_what_is_due_mixed_or_over_tells_no_stance(stands, sentence):
    assert stands(sentence) == []


def test_a_refusal_told_of_ones_members_is_against_what_they_are_asked_to_do(stands):
    (row,) = stands("The Harbour Trust has said that its members will not collect fares.")
    assert (row.holder, row.stance, row.topic) == ("Harbour Trust", "opposes", "collecting fares")


def test_a_minister_promises_what_he_says_will_be_done(stands):
    (row,) = stands("Tom Vale told the meeting that a ferries Bill would be brought forward in the spring.")
    assert (row.holder, row.stance) == ("Tom Vale", "commits-to")


def test_those_listed_on_a_side_of_a_division_voted_so(stands):
    rows = stands("The committee divided on paragraph 4 (night boat). Ayes, 1: Ada Orme. Noes, 1: Sir Tom Vale.")
    assert {(row.holder, row.stance, row.topic, row.fact.basis) for row in rows} == {
        ("Ada Orme", "supports", "night boat", "voted"),
        ("Tom Vale", "opposes", "night boat", "voted"),
    }


def test_one_body_welcomes_what_another_condemns_in_one_passive(stands):
    rows = stands("The levy was welcomed by the Harbour Trust but criticised by Ada Orme.")
    assert {(row.holder, row.stance) for row in rows} == {("Harbour Trust", "supports"), ("Ada Orme", "opposes")}


def test_a_group_is_told_by_the_body_that_it_includes(stands):
    (row,) = stands("A coalition of groups including the Harbour Trust has called for a fare freeze.")
    assert (row.holder, row.stance) == ("Harbour Trust", "calls-for")


def test_a_pledge_that_others_are_to_keep_is_not_the_callers(stands):
    rows = stands("The Harbour Trust called on the council to keep to its pledge of dredging the quay.")
    assert {(row.holder, row.stance) for row in rows} == {("Harbour Trust", "calls-for")}


def test_what_is_said_on_a_part_of_a_name_is_not_on_the_body_itself(stands):
    rows = stands("Ada Pell criticised the Harbour Trust's plan. She backed the Harbour Trust.")
    assert [(row.topic, row.fact.topic_referent is None) for row in rows] == [
        ("Harbour Trust's plan", True),
        ("Harbour Trust", False),
    ]


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("Spending on piers comes at the expense of repairs.", "Spending on piers"),
        ("A leaflet is no substitute for a boat.", "leaflet"),
        ("Ministers ignore the needs of islanders.", "Ministers ignoring the needs of islanders"),
    ],
)
def test_nobody_is_against_those_who_are_wronged(stands, said, topic):
    assert [t for _, code, t in (s[:3] for s in stands(f"“{said}” said Ada Orme.")) if code == "opposes"] == [topic]
