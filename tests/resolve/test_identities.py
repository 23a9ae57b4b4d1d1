"""Who is meant by whom depends on what the documents say, not on their order or number."""

import random
import time

import pytest

from graph_builder.graph.folder import GraphFolder
from graph_builder.model import EntityType
from graph_builder.resolve import resolve


@pytest.fixture
def crowd(debate):
    """Documents with namesakes, lesser names, acronyms and events, so that any order of joining would show."""
    for at in range(12):
        page = debate.page(f"{at:02}-{'zyx'[at % 3]}.txt")
        guild = page.body(*(["Guild of Lamp Keepers", "Guild of Lamp Keepers", "GLK"] if at % 3 else ["GLK"]))
        who = page.person("Ian Corder") if at % 2 else page.person("Corder", "Mr Corder", title="Mr")
        page.role(who, "chair" if at % 4 else "lamp adviser", guild)
        if at % 5 == 1:
            page.role(who, "Member of Parliament", area=f"Tarn {at}")
        page.event("Independent review of rural lamps", "review", ["2031", "2032", None][at % 3], (guild, "organiser"))
        page.topic(["lamp tax", "the lamp tax on barges", "review"][at % 3])
    return debate


def test_the_order_of_the_documents_makes_no_difference(crowd):
    assert crowd.identities() == crowd.identities(backwards=True)


def test_every_referent_is_an_entity_and_every_entity_has_its_own_name(crowd):
    found = crowd.identities()
    assert {(p.source, r.id) for p in crowd.pages for r in p.referents} == set(found.entity_of)
    names = [(e.type, e.slug) for e in found.entities]
    assert names == sorted(set(names), key=lambda n: (n[0].value, n[1]))
    assert {*found.entity_of.values(), *found.topics.values()} == set(found.entities)


def test_the_one_that_was_told_of_first_has_the_plain_name_for_ever(debate):
    first = debate.page("z.txt", published="2031-02")
    lone = first.role(first.person("Ian Corder"), "Member of Parliament", area="Harrowgate East")
    later = [debate.page("y.txt", published="2031-03-01"), debate.page("a.txt")]
    many = [p.role(p.person("Ian Corder"), "Member of Parliament", area="Tarn Valley") for p in later]
    assert [debate.entity(x).slug for x in (lone, *many)] == ["ian-corder", *["ian-corder-tarn-valley"] * 2]


def test_a_fuller_name_told_later_changes_the_label_and_not_the_name(debate):
    a, b = debate.page(published="2031-01"), debate.page(published="2031-02")
    guild = [p.body("Lamplighters' Guild") for p in (a, b)]
    short = a.role(a.person("Ines Calder"), "chair", guild[0])
    long = b.role(b.person("Ines Maria Calder", "Ines Maria Calder", "Ines Calder"), "chair", guild[1])
    assert debate.one(short, long)
    assert (debate.entity(long).slug, debate.entity(long).name) == ("ines-calder", "Ines Maria Calder")


def test_what_someone_was_called_while_less_was_known_leads_to_them(debate):
    a = debate.page("a.txt", published="2031-01")
    short = a.role(a.person("Calder", "Ms Calder", title="Ms"), "chair", a.body("Lamplighters' Guild"))
    assert debate.entity(short).slug == "calder"
    b = debate.page("b.txt", published="2031-02")
    b.role(b.person("Ines Calder"), "chair", b.body("Lamplighters' Guild"))
    assert debate.entity(short).slug == "ines-calder"
    former = {name: entity.slug for type_, name, entity in debate.identities().former if type_ is EntityType.PERSON}
    assert former["calder"] == "ines-calder"


def test_no_name_is_lost_when_documents_are_added(example):
    folder = GraphFolder(example)
    read = {source: folder.cached(key, source) for source, key in folder.manifest().items()}

    def resolved(sources):
        return resolve([read[s][1] for s in sources], {s: read[s][0] for s in sources})

    whole, choose = resolved(read), random.Random(4)  # noqa: S311  (the same every time)
    stay = {(e.type, e.slug) for e in whole.entities} | {(type_, name) for type_, name, _ in whole.former}
    for size in range(1, len(read)):
        part = resolved(choose.sample(sorted(read), size))
        assert {(e.type, e.slug) for e in part.entities} <= stay


def test_what_many_are_called_is_named_after_the_document(debate):
    page = debate.page("autumn/minutes.txt")
    assert debate.entity(page.body("Council")).slug == "council-in-minutes"
    assert debate.entity(page.topic("the plan")).slug == "plan-in-minutes"


def test_files_of_one_name_in_many_folders_are_counted(debate):
    councils = [debate.page(f"{at}/minutes.txt").body("Council") for at in range(3)]
    slugs = [debate.entity(council).slug for council in councils]
    assert slugs == ["council-in-minutes", "council-in-minutes-2", "council-in-minutes-3"]


def test_many_files_of_one_name_cost_no_more_each(debate):
    for at in range(6000):
        debate.page(f"{at}/minutes.txt").body("Council")
    assert seconds(debate) < 3  # which counting each from the beginning would exceed


def test_a_namesake_of_whom_nothing_is_told_is_named_after_the_document(debate):
    a, b = debate.page("agenda.txt"), debate.page("minutes.txt")
    slugs = [debate.entity(page.person("Ian Corder")).slug for page in (a, b, a)]
    assert slugs == ["ian-corder", "ian-corder", "ian-corder-in-agenda"]


def test_events_of_one_label_are_named_by_their_dates(debate):
    a, b = debate.pair()
    first = a.event("General election", "election", "2031-07-04")
    second = b.event("General election", "election", "2035-05-02")
    assert debate.entity(first).slug == "general-election"
    assert debate.entity(second).slug == "general-election-2035-05-02"


def test_another_document_leaves_the_names_as_they_are(crowd):
    before = {side: e.slug for side, e in crowd.identities().entity_of.items()}
    page = crowd.page("new.txt")
    page.person("Ian Corder Jr"), page.body("Guild of Lamp Keepers"), page.event("Vote on lamps", "vote", "2031")
    after = {side: e.slug for side, e in crowd.identities().entity_of.items()}
    assert {side: after[side] for side in before} == before


def test_a_name_in_capitals_is_written_like_others(debate):
    assert debate.entity(debate.page().person("INES CALDER-VOSS")).name == "Ines Calder-Voss"


def test_nothing_is_no_identities(debate):
    assert debate.identities().entities == ()


def corpus(debate, documents):
    """Documents of which each has its own people, bodies and events, and some that many have."""
    for at in range(documents):
        page = debate.page(f"{at:05}.txt")
        hill = page.body("Hill Party", kind="political-party", known="https://example.org/hill")
        guild = page.body(f"Guild of Trade {at % (documents // 5)}", kind="charity")
        page.body("Council", kind="local-authority"), page.body(f"National Society {at}")
        member = page.role(page.person(f"Ian Corder{at % 97}"), "Member of Parliament", area=f"Seat {at % 650}")
        page.role(member, "member", hill)
        chair = page.role(page.person(f"Ines {chr(97 + at % 26)}alder Smith"), "chair", guild)
        page.person("Smith", "Mr Smith"), page.person(f"Owner Number{at}")
        page.event("General election", "election", f"20{at % 60 + 10}-05-06", (hill, "participant"))
        page.event(f"Meeting of Trade {at} guilds", "meeting", None, (chair, "speaker"))
        page.event("Annual meeting of the lamp keepers", "meeting", f"20{at % 60 + 10}-{at % 12 + 1:02}-01")
        page.topic("the plan"), page.topic(f"tax on trade {at % (documents // 5)}"), page.topic("tax on trade")
    pages = [p.extraction() for p in debate.pages]
    return debate, pages


def seconds(debate):
    start = time.process_time()
    debate.identities()
    return time.process_time() - start


def test_the_cost_grows_with_the_documents_and_no_faster(debate):
    few = type(debate)()
    corpus(few, 250)
    corpus(debate, 2000)
    assert seconds(debate) < 8 * 2.5 * max(seconds(few), 0.1)


def test_the_labels_of_a_large_corpus_are_few(debate):
    corpus(debate, 500)
    found = debate.identities()
    assert sum(e.type is EntityType.ORGANISATION and e.name.startswith("Guild") for e in found.entities) == 100
