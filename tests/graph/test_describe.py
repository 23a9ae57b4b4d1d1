"""What is known of one thing, and what proves one fact."""

import pytest

from graph_builder.errors import UnknownName
from graph_builder.graph.describe import describe, find, why
from graph_builder.graph.info import info


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Jozef Ilves", "Jozef Ilves"),
        ("mr ilves", "Jozef Ilves"),
        ("ILVES", "Jozef Ilves"),
        ("zoe o'hara", "Zoë O'Hara"),
        ("the readers first", "Readers First"),
        ("person/ada-nwosu", "Ada Nwosu"),
        ("person:ada-nwosu", "Ada Nwosu"),
        ("https://w3id.org/onrecord/id/person/ada-nwosu", "Ada Nwosu"),
        ("shorter sundays", "shorter Sundays"),
        ("wexc", "Wexcombe Council"),
    ],
)
def test_a_name_is_matched_kindly(store, name, label):
    assert [match.label for match in find(store, name)] == [label]


def test_what_several_go_by_lists_them_all_people_first(store):
    assert [m.label for m in find(store, "o")] == ["Ada Nwosu", "Jozef Ilves", "Zoë O'Hara", "Wexcombe Council"]


@pytest.mark.parametrize("name", ["nobody", "", "  ", "person/", "role/x", "<script>", "\n"])
def test_what_nothing_goes_by_finds_nothing(store, name):
    assert find(store, name) == []


def test_everything_on_a_person_is_shown_with_evidence(store):
    about = describe(store, find(store, "ilves")[0].iri)
    titles = [section.title for section in about.sections]
    assert titles == ["Posts", "Took part in", "Positions", "Said", "Named"]
    assert all(item.evidence and item.source and item.fact for section in about.sections for item in section.items)


def test_everything_on_an_event_a_topic_and_a_body(store):
    def titles(name):
        return [section.title for section in describe(store, find(store, name)[0].iri).sections]

    assert titles("open letter on library hours")[:2] == ["What the documents say of it", "Who took part"]
    assert titles("topic/library-hours") == ["Where people stand on it"]
    assert titles("readers first") == ["Who holds or held posts there", "Positions", "Positions on its behalf", "Named"]


def test_a_thing_that_is_not_there_is_said_plainly(store):
    with pytest.raises(UnknownName):
        describe(store, "https://w3id.org/onrecord/id/person/nobody")


def test_a_fact_is_shown_in_its_paragraph(folder, store):
    (stance,) = describe(store, find(store, "readers first")[0].iri).sections[1].items
    found = why(folder, stance.fact)
    assert found.sentence == "Readers First, a charity, opposes the cut."
    assert found.after.startswith(" Its director")
    assert (found.source, found.rule, found.confidence) == ("news.txt", "stance/verb", "0.8")
    assert found.model == "test-model 1.0"
    assert found.says == "Readers First opposes cut"


def test_a_fact_goes_by_any_form_and_beginning_of_its_name(folder, store):
    full = describe(store, find(store, "readers first")[0].iri).sections[1].items[0].fact
    for name in (full, full.replace("/", ":"), full[:12], f"https://w3id.org/onrecord/id/{full}", f"<{full}>"):
        assert why(folder, name).fact == full


@pytest.mark.parametrize("name", ["role/ffffffffffffffff", "person/ada-nwosu", "nonsense", "", "role/", "role/<"])
def test_a_fact_that_is_not_there_is_said_plainly(folder, name):
    with pytest.raises(UnknownName, match="no fact is called"):
        why(folder, name)


def test_every_kind_of_fact_can_be_proved(folder, store):
    facts = store.query(
        "SELECT ?f { ?f onr:inDocument ?d }",
        prefixes={"onr": "https://w3id.org/onrecord/ontology#"},
        use_default_graph_as_union=True,
    )
    kinds = set()
    for fact in facts:
        found = why(folder, fact["f"].value)
        assert found.sentence
        assert found.says != found.fact
        kinds.add(found.kind)
    assert kinds == {"role", "account", "participation", "statement", "stance", "mention", "unattributed"}


def test_the_graph_is_counted_and_says_what_was_left_open(folder):
    found = info(folder)
    assert found.counts["people"] == 3
    assert found.counts["organisations"] == 2, "those of the register are not counted"
    assert found.unattributed == ("news.txt: “Nobody asked us,” has no speaker: no speaker near the words",)
    assert found.unsure == ("Ada Nwosu: surname only (news.txt#p1, post/letter one.md#p1)",)
    assert found.version == "0.0.test"
