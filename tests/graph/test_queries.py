"""Every question of the catalogue has help, binds, and answers; the columns of eight are a contract."""

import re
import shlex
from itertools import pairwise

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from graph_builder.graph.catalogue import questions
from graph_builder.graph.find import kindly
from graph_builder.graph.namespaces import DEFAULT_BASE, STANDARD
from graph_builder.graph.query import answer

COLUMNS = {
    "documents": "document title published publisher author source",
    "people": "person name mention source",
    "organisations": "organisation name kind mention source",
    "roles": "person personName role organisation organisationName area status start end source evidence",
    "events": "event label kind start end place source evidence",
    "participants": "event label agent agentName role source",
    "statements": "statement speaker speakerName text form addressee addresseeName said source start end "
    "speakerStart speakerEnd",
    "positions": "position holder holderName stance topic evidence said source",
}
ALL = questions()
EMPTY = {  # in so small a debate; test_golden holds that each has an answer in a larger one
    *(
        "agree",
        "changed-positions",
        "comings-and-goings",
        "contested",
        "disagree",
        "event-parts",
        "family-of",
        "least-sure",
    ),
    *(
        "known-to-registers",
        "moved",
        "parties-on",
        "party-tally",
        "planned",
        "successions",
        "told-differently",
        "views-of",
    ),
}


def rows(store, name, **values):
    found = answer(store, ALL[name].bind(kindly(store, ALL[name], {k: [v] for k, v in values.items()})))
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows(iris=True)]


def values(found, *columns):
    return [tuple(row[c] for c in columns) for row in found]


def test_there_are_at_least_forty():
    assert len(ALL) >= 40


@pytest.mark.parametrize("name", COLUMNS)
def test_the_columns_of_the_contract_come_first_and_in_order(store, name):
    wanted = tuple(COLUMNS[name].split())
    assert answer(store, ALL[name].bind({})).columns[: len(wanted)] == wanted


@pytest.mark.parametrize("name", ALL)
def test_it_has_help_and_an_example_that_names_it_and_its_own_parameters(name):
    question = ALL[name]
    assert question.help
    words = shlex.split(question.example)
    assert words[:3] == ["onrecord", "query", name]
    given = [word.partition("=")[0] for before, word in pairwise(words) if before == "--param"]
    assert set(given) <= {p.name for p in question.parameters}


@pytest.mark.parametrize("name", ALL)
def test_it_declares_what_it_uses_so_that_any_tool_can_read_it(name):
    text = ALL[name].text
    declared = set(re.findall(r"^PREFIX ([\w-]+):", text, re.MULTILINE))
    body = re.sub(r'"[^"\n]*"|<[^>\n]*>|#.*|^PREFIX.*', "", text, flags=re.MULTILINE)
    assert set(re.findall(r"(?<![\w?-])([a-z][\w-]*):[\w]", body)) == declared


@pytest.mark.parametrize("name", ALL)
def test_it_answers_with_and_without_its_parameters(store, name):
    assert rows(store, name) or name in EMPTY
    for parameter in ALL[name].parameters:
        nothing = "0000" if parameter.name == "until" else "no such thing"
        assert rows(store, name, **{parameter.name: nothing}) == []


@pytest.mark.parametrize("name", ALL)
def test_it_keeps_slow_words_off_its_way(name):
    text = ALL[name].text
    assert "NOT EXISTS" not in text, "Oxigraph tries it row by row"
    assert "ORDER BY" in text
    after = text.partition("BIND(")[2].partition("ORDER BY")[0].splitlines()[1:]
    assert {line.split("(")[0].split()[0] for line in after} <= {"BIND", "FILTER", "}", "GROUP", "HAVING"}, (
        "Oxigraph joins what stands after a BIND without an index"
    )


def test_codes_are_codes_and_sources_are_files(store):
    assert values(rows(store, "organisations"), "kind", "source")[0] == ("charity", "news.txt")
    assert {row["stance"] for row in rows(store, "positions")} == {"supports", "opposes"}


def test_there_is_one_row_for_each_statement_with_its_first_and_last_word(store):
    said = rows(store, "statements", who="nwosu")
    assert values(said, "text", "start", "end") == [
        ("Every branch will stay open, … but not every day.", "124", "193"),
    ]
    assert values(said, "addresseeName", "speakerStart", "form") == [("reporters", "154", "direct")]


def test_there_is_one_row_for_each_person_form_and_document(store):
    assert values(rows(store, "people", named="ilves"), "mention", "source") == [
        ("Jozef Ilves", "news.txt"),
        ("Jozef Ilves", "post/letter one.md"),
        ("Mr Ilves", "post/letter one.md"),
    ]


def test_names_in_parameters_need_no_accents(store):
    assert values(rows(store, "people", named="ZOE"), "name") == [("Zoë O'Hara",)]


def test_what_was_said_about_something_is_found_by_its_sentence_too(store):
    assert values(rows(store, "who-said-what-about", about="ilves has"), "speaker") == [("Jozef Ilves",)]


def test_signatories_did_not_meet_each_other(store):
    met = values(rows(store, "who-met-whom"), "name", "otherName")
    assert met == [("Ada Nwosu", "Jozef Ilves"), ("Ada Nwosu", "Zoë O'Hara")]


def test_a_timeline_can_be_cut_by_dates_of_any_precision(store):
    assert len(rows(store, "timeline", since="2031")) == 1
    assert len(rows(store, "timeline", until="2031")) == 1
    assert rows(store, "timeline", since="2031-04") == []


def test_someone_speaks_for_a_body_by_post_or_on_its_behalf(store):
    assert values(rows(store, "speaks-for", organisation="readers"), "speaker", "as") == [
        ("Jozef Ilves", "director"),
        ("Jozef Ilves", "on its behalf"),
    ]


def test_a_hedged_position_says_so(store):
    found = rows(store, "for-and-against", about="sundays")
    assert values(found, "for", "against") == [("Jozef Ilves (hedged)", "")]


def test_two_people_share_an_event(store):
    assert values(rows(store, "in-common", one="nwosu", other="hara"), "sharing", "how", "otherHow") == [
        ("event", "addressee", "signatory")
    ]


def test_who_is_named_twice_is_found_once(store):
    roles = ALL["roles"]
    meant = kindly(store, roles, {"who": ["Ada Nwosu", "ada nwosu", "Ada"]})
    assert meant == {"who": ["Ada Nwosu"]}
    apart = Store()
    apart.extend(
        Quad(NamedNode(f"{DEFAULT_BASE}person/{n}"), NamedNode(STANDARD[prefix] + name), thing)
        for n, label in enumerate(("Ann Lee", "Ann Leeson", "Jo Lee"))
        for prefix, name, thing in (
            ("rdfs", "label", Literal(label)),
            ("rdf", "type", NamedNode(STANDARD["foaf"] + "Person")),
        )
    )
    assert kindly(apart, roles, {"who": ["Lee", "Ann Leeson"], "standing": ["current"]}) == {
        "who": ["Ann Lee", "Jo Lee"],
        "standing": ["current"],
    }
