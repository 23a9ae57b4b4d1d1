"""What people decide of names comes before what the names tell, and can be undone."""

import pytest

from graph_builder.decisions import Correction, Decision
from graph_builder.model import Verdict


def same(*names, why=""):
    return Correction(Decision.SAME, names, who="Jo", why=why)


def different(*names):
    return Correction(Decision.DIFFERENT, names, who="Jo")


def entity(found, someone):
    return found.entity_of[someone.page.source, someone.id]


@pytest.fixture
def two(debate):
    """One woman under two names."""
    a, b = debate.page("a.txt"), debate.page("b.txt")
    return a.person("Anna Holt"), b.person("Anna Marsh")


@pytest.mark.parametrize(
    "names",
    [
        ("person/anna-holt", "person/anna-marsh"),
        ("Anna Holt", "Anna Marsh"),
        ("person/anna-holt in a.txt", "https://w3id.org/onrecord/id/person/anna-marsh"),
        ("person:anna-holt", "anna marsh in b.txt"),
    ],
)
def test_two_names_are_one_when_a_person_says_so(debate, two, names):
    found = debate.identities(corrections=[same(*names, why="She married.")])
    left, right = (entity(found, who) for who in two)
    assert left is right
    assert (left.slug, left.aliases) == ("anna-holt", ("Anna Marsh",))
    [judged] = [j for j in found.judgements if j.decided]
    assert (judged.verdict, judged.reason, judged.decided.who) == (Verdict.SAME, "She married.", "Jo")
    assert ("anna-marsh", "anna-holt") in [(name, e.slug) for _, name, e in found.former]
    assert not found.unfit


def test_without_the_correction_they_are_two_again(debate, two):
    debate.identities(corrections=[same("person/anna-holt", "person/anna-marsh")])
    assert debate.apart(*two)


def test_one_name_is_two_people_when_a_person_says_so(debate):
    who = [debate.page(f"{at}.txt").person("Ian Corder") for at in "abc"]
    split = different("person/ian-corder in b.txt", "person/ian-corder")
    found = debate.identities(corrections=[split])
    assert [entity(found, w).slug for w in who] == ["ian-corder", "ian-corder-in-b", "ian-corder"]
    assert [j.verdict for j in found.judgements if j.decided] == [Verdict.DIFFERENT]


def test_who_might_be_either_of_two_told_apart_is_neither(debate):
    a, b, c = (debate.page(f"{at}.txt").person("Ian Corder") for at in "abc")
    found = debate.identities(corrections=[different("person/ian-corder in a.txt", "person/ian-corder in b.txt")])
    assert len({entity(found, who).slug for who in (a, b, c)}) == 3
    assert any(j.verdict is Verdict.UNSURE for j in found.judgements)


def test_a_name_that_only_a_correction_makes_is_understood(debate):
    who = [debate.page(f"{at}.txt").person("Ian Corder") for at in "ab"]
    lone = debate.page("d.txt").person("Tom Reeve")
    decided = [different("Ian Corder in a.txt", "Ian Corder in b.txt"), same("person/ian-corder-in-b", "Tom Reeve")]
    found = debate.identities(corrections=decided)
    assert entity(found, who[1]) is entity(found, lone)
    assert entity(found, who[0]) is not entity(found, lone)
    assert not found.unfit


def test_what_was_unsure_and_is_decided_is_no_longer_open(debate):
    a, b = debate.pair()
    a.role(a.person("Ian Corder"), "member", a.body("Hill Party", kind="political-party"))
    b.role(b.person("Ian Corder"), "member", b.body("Dale Party", kind="political-party"))
    for decision in (same, different):
        found = debate.identities(corrections=[decision(f"Ian Corder in {a.source}", f"Ian Corder in {b.source}")])
        assert not [j for j in found.judgements if j.verdict is Verdict.UNSURE]


def test_of_two_corrections_that_contradict_each_other_apart_wins_and_the_other_is_reported(debate, two):
    joined = same("Anna Holt", "Anna Marsh")
    found = debate.identities(corrections=[joined, different("Anna Holt", "Anna Marsh")])
    assert entity(found, two[0]) is not entity(found, two[1])
    assert found.unfit == ((joined, "another correction says that they are different"),)


@pytest.mark.parametrize(
    "names", [("Anna Holt", "Nobody Such"), ("Anna Holt", "Anna Marsh in c.txt"), ("event/anna-holt", "Anna Marsh")]
)
def test_a_correction_that_finds_nobody_is_reported(debate, two, names):
    found = debate.identities(corrections=[same(*names)])
    assert entity(found, two[0]) is not entity(found, two[1])
    [(_, why)] = found.unfit
    assert "nothing is called" in why


def test_a_name_that_several_bear_means_none_of_them(debate):
    debate.page("a.txt").body("Ferry Forum")
    debate.page("b.txt").event("Ferry Forum", "meeting", "2031-03-04")
    lone = debate.page("c.txt")
    east, tarn = debate.page("d.txt"), debate.page("e.txt")
    for page, seat in ((east, "Harrowgate East"), (tarn, "Tarn Valley")):
        page.role(page.person("Ian Corder"), "Member of Parliament", area=seat)
    lone.person("Tom Reeve")
    found = debate.identities(corrections=[same("Ian Corder", "Tom Reeve")])
    assert len(found.unfit) == 1


def test_a_new_label_leaves_the_name_of_the_entity_alone(debate, two):
    renamed = Correction(Decision.RENAME, ("person/anna-holt",), (("to", "Dame Anna Holt"),))
    found = entity(debate.identities(corrections=[renamed]), two[0])
    assert (found.slug, found.name, found.aliases) == ("anna-holt", "Dame Anna Holt", ("Anna Holt",))
    assert found.decided == (renamed,)


def test_a_body_is_of_the_kind_that_a_person_says(debate):
    body = debate.page("a.txt").body("Lantern Trust", kind="company")
    found = debate.identities(
        corrections=[Correction(Decision.KIND, ("organisation/lantern-trust",), (("to", "charity"),))]
    )
    assert entity(found, body).kind == "charity"


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(("name", "to"), [("organisation/lantern-trust", "club"), ("person/anna-holt", "charity")])
def test_a_kind_that_there_is_not_is_reported(debate, name, to):
    debate.page("c.txt").body("Lantern Trust", kind="company")
    found = debate.identities(corrections=[Correction(Decision.KIND, (name,), (("to", to),))])
    assert "is no kind of it" in found.unfit[0][1]


def test_a_party_by_correction_is_a_party_to_its_members(debate):
    a, b = debate.pair()
    who = [p.role(p.person("Ian Corder"), "member", p.body(n)) for p, n in ((a, "Hill Folk"), (b, "Dale Folk"))]
    parties = [
        Correction(Decision.KIND, (f"organisation/{n}-folk",), (("to", "political-party"),)) for n in ("hill", "dale")
    ]
    found = debate.identities(corrections=parties)
    assert entity(found, who[0]) is not entity(found, who[1])


def test_topics_are_joined_and_parted_too(debate):
    a, b, c = (debate.page(f"{at}.txt") for at in "abc")
    levy, charge, again = a.topic("the ferry levy"), b.topic("a charge on boats"), c.topic("the ferry levy")
    found = debate.identities(corrections=[same("topic/ferry-levy", "topic/charge-on-boats")])
    assert len({found.topics[t.page.source, t.id].slug for t in (levy, charge, again)}) == 1
    found = debate.identities(corrections=[different("topic/ferry-levy", "topic/ferry-levy in c.txt")])
    assert found.topics[a.source, levy.id].slug != found.topics[c.source, again.id].slug
    assert not found.unfit


@pytest.mark.usefixtures("two")
def test_the_order_of_the_documents_makes_no_difference_to_corrections(debate):
    decided = [same("Anna Holt", "Anna Marsh"), Correction(Decision.RENAME, ("Anna Holt",), (("to", "A. H."),))]
    assert debate.identities(corrections=decided) == debate.identities(backwards=True, corrections=decided)
