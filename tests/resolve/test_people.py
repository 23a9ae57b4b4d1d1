"""One person stays one over all documents, and two people never become one."""

import pytest

from graph_builder.model import Verdict

MP = "Member of Parliament"


def test_the_same_full_name_is_one_person(debate):
    a, b = debate.pair()
    left, right = a.person("Ines Calder"), b.person("Ines Calder", "Ms Calder")
    assert debate.one(left, right)
    assert debate.judgement(left, right).reason == "the same full name"


def test_accents_capitals_and_letters_make_no_other_person(debate):
    a, b = debate.pair()
    assert debate.one(a.person("Zoë Marlitt"), b.person("ZOE MARLITT", "ZOE MARLITT OBE"))


def test_members_for_different_seats_are_two(debate):
    a, b = debate.pair()
    left = a.role(a.person("Ian Corder"), MP, area="Harrowgate East")
    right = b.role(b.person("Ian Corder"), MP, area="Tarn Valley")
    assert debate.apart(left, right)
    assert debate.judgement(left, right).verdict is Verdict.DIFFERENT


def test_a_seat_in_short_is_the_same_seat(debate):
    a, b = debate.pair()
    left = a.role(a.person("Ian Corder"), MP, area="Tarn Valley")
    assert debate.one(left, b.role(b.person("Ian Corder"), MP, area="Tarn Valley and Sowerdale"))


def test_a_plain_name_goes_to_the_one_who_holds_the_same_post(debate):
    a, b, c = debate.page(), debate.page(), debate.page()
    east = a.role(a.role(a.person("Ian Corder"), MP, area="Harrowgate East"), "leader", a.body("Lamplighters' Guild"))
    tarn = b.role(b.person("Ian Corder"), MP, area="Tarn Valley")
    third = c.role(c.person("Ian Corder"), "leader", c.body("Lamplighters' Guild"))
    assert debate.one(east, third)
    assert debate.apart(east, tarn)


def test_different_parties_without_a_body_in_common_are_unsure(debate):
    a, b = debate.pair()
    left = a.role(a.person("Ian Corder"), "member", a.body("Hill Party", kind="political-party"))
    right = b.role(b.person("Ian Corder"), "member", b.body("Dale Party", kind="political-party"))
    assert debate.apart(left, right)
    assert debate.judgement(left, right).verdict is Verdict.UNSURE


def test_who_changed_party_is_known_by_the_body_that_they_lead(debate):
    a, b = debate.pair()
    left, right = a.person("Ian Corder"), b.person("Ian Corder")
    for page, who, party in ((a, left, "Hill Party"), (b, right, "Dale Party")):
        page.role(who, "member", page.body(party, kind="political-party"))
        page.role(who, "chair", page.body("Lamplighters' Guild", kind="charity"))
    assert debate.one(left, right)


def test_a_changed_job_makes_no_other_person_where_the_former_one_is_told(debate):
    a, b = debate.page(published="2031-03-04"), debate.page(published="2035-06-01")
    left = a.role(a.person("Ines Calder"), "chief executive", a.body("Lamplighters' Guild"))
    right = b.role(b.person("Ines Calder"), "director", b.body("Night Watch"))
    b.role(right, "chief executive", b.body("Lamplighters' Guild"), status="former")
    assert debate.one(left, right)
    assert debate.judgement(left, right).reason == (
        "the same full name, and the same post in the same body at the same date"
    )


def test_sir_and_dame_of_one_name_are_two(debate):
    a, b = debate.pair()
    left, right = a.person("Robin Vane", "Sir Robin Vane"), b.person("Robin Vane", "Dame Robin Vane")
    assert debate.apart(left, right)


def test_a_pronoun_alone_parts_nobody(debate):
    a, b = debate.pair()
    assert debate.one(a.person("Robin Vane", gender="f"), b.person("Robin Vane", gender="m"))


def test_two_of_one_surname_whom_a_document_tells_apart_stay_two(debate):
    a, b = debate.pair()
    janet, trevor = a.person("Janet Pickle"), a.person("Trevor Pickle")
    lone = b.person("Pickle", "Mrs Pickle", title="Mrs")
    assert debate.apart(janet, trevor, lone)
    assert debate.judgement(janet, lone).verdict is Verdict.UNSURE


def test_a_surname_alone_is_unsure(debate):
    a, b = debate.pair()
    left, right = a.person("Ines Calder"), b.person("Calder", "Ms Calder")
    assert debate.apart(left, right)
    assert debate.judgement(left, right).reason == "the same surname"


def test_a_surname_with_the_same_post_in_the_same_body_is_the_person(debate):
    a, b = debate.pair()
    left = a.role(a.person("Ines Calder"), "chair", a.body("Lamplighters' Guild"))
    right = b.role(b.person("Calder", "Ms Calder"), "chair", b.body("Lamplighters' Guild"))
    assert debate.one(left, right)
    assert debate.judgement(left, right).reason == "the same surname, and the same post in the same body"


def test_a_surname_beside_the_body_of_the_only_one_is_the_person(debate):
    a, b = debate.pair()
    left = a.role(a.person("Lyle Farmoor"), "chief executive", a.body("Sowerdale Water"))
    b.body("Sowerdale Water")
    assert debate.one(left, b.person("Farmoor", "Mr Farmoor"))


def test_a_surname_with_another_post_is_not(debate):
    a, b = debate.pair()
    left = a.role(a.person("Lyle Farmoor"), "chief executive", a.body("Sowerdale Water"))
    b.body("Sowerdale Water")
    assert debate.apart(left, b.role(b.person("Farmoor", "Mr Farmoor"), "lock-keeper"))


def test_the_paper_that_a_document_appeared_in_ties_nobody(debate):
    a, b = debate.page(), debate.page(publisher="Sowerdale Echo")
    left = a.role(a.person("Lyle Farmoor"), "editor", a.body("Sowerdale Echo"))
    b.body("Sowerdale Echo")
    assert debate.apart(left, b.person("Farmoor", "Mr Farmoor"))


def test_a_minister_is_no_tie_but_the_canals_minister_is(debate):
    a, b, c = debate.page(), debate.page(), debate.page()
    full = a.role(a.person("Ines Calder"), "canals minister")
    assert debate.apart(full, b.role(b.person("Calder"), "minister"))
    assert debate.one(full, c.role(c.person("Calder"), "canals minister"))


def test_what_a_lesser_name_brings_leads_no_further(debate):
    a, b, c = debate.page(), debate.page(), debate.page()
    full = a.role(a.person("Ines Calder"), "chair", a.body("Lamplighters' Guild"))
    middle = b.role(b.role(b.person("Calder"), "chair", b.body("Lamplighters' Guild")), "patron", b.body("Night Watch"))
    far = c.role(c.person("Calder"), "patron", c.body("Night Watch"))
    assert debate.one(full, middle)
    assert debate.apart(full, far)


@pytest.mark.parametrize(("long", "short"), [("Rosalind Tarn", "Ros Tarn"), ("William Tarn", "Bill Tarn")])
def test_a_short_given_name_with_a_tie_is_the_person(debate, long, short):
    a, b = debate.pair()
    full = a.role(a.person(long), "chair", a.body("Canals Committee"))
    assert debate.one(full, b.role(b.person(short), "chair", b.body("Canals Committee")))


@pytest.mark.parametrize(("long", "short"), [("Rosalind Tarn", "Ros Tarn"), ("William Tarn", "Bill Tarn")])
def test_a_short_given_name_without_a_tie_is_unsure(debate, long, short):
    a, b = debate.pair()
    full = a.role(a.person(long), "chair", a.body("Canals Committee"))
    other = b.role(b.person(short), "keeper", b.body("Otter House"))
    assert debate.apart(full, other)
    assert debate.judgement(full, other).verdict is Verdict.UNSURE


def test_an_initial_needs_a_tie(debate):
    a, b, c = debate.page(), debate.page(), debate.page()
    full = a.role(a.person("Ines Calder"), "chair", a.body("Lamplighters' Guild"))
    assert debate.one(full, b.role(b.person("I. Calder"), "chair", b.body("Lamplighters' Guild")))
    assert debate.apart(full, c.person("I. Calder"))


def test_other_middle_initials_are_other_people(debate):
    a, b = debate.pair()
    left = a.role(a.person("Ian A. Corder"), "chair", a.body("Lamplighters' Guild"))
    assert debate.apart(left, b.role(b.person("Ian B. Corder"), "chair", b.body("Lamplighters' Guild")))


def test_a_middle_name_left_out_needs_a_tie(debate):
    a, b, c = debate.page(), debate.page(), debate.page()
    full = a.role(a.person("Ines Maud Calder"), "member", a.body("Hill Party", kind="political-party"))
    assert debate.apart(full, b.person("Ines Calder"))
    del debate.pages[1]
    assert debate.one(full, c.role(c.person("Ines Calder"), "member", c.body("Hill Party", kind="political-party")))


def test_other_given_names_are_other_people_whatever_they_share(debate):
    a, b = debate.pair()
    left = a.role(a.person("Catherine Tarn"), "chair", a.body("Lamplighters' Guild"))
    assert debate.apart(left, b.role(b.person("Cathal Tarn"), "chair", b.body("Lamplighters' Guild")))


def test_before_and_after_a_peerage_where_one_document_gives_both(debate):
    a, b, c = debate.page(), debate.page(), debate.page()
    both = a.person("Rupert Lasque", "Sir Rupert Lasque", "Lord Lasque")
    assert debate.one(both, b.person("Rupert Lasque", "Sir Rupert Lasque"), c.person("Lord Lasque"))


def test_before_and_after_a_peerage_where_none_does_is_unsure(debate):
    a, b = debate.pair()
    left, right = a.person("Rupert Lasque", "Sir Rupert Lasque"), b.person("Lord Lasque")
    assert debate.apart(left, right)
    assert debate.judgement(left, right).verdict is Verdict.UNSURE


def test_a_peer_with_and_without_the_place_is_one(debate):
    a, b, c = debate.page(), debate.page(), debate.page()
    full = a.person("Baroness Ketter of Wold")
    assert debate.one(full, b.person("Lady Ketter"), c.person("Baroness Ketter"))


def test_peers_of_different_places_are_two(debate):
    a, b = debate.pair()
    assert debate.apart(a.person("Lord Ketter of Wold"), b.person("Lord Ketter of Tarn"))


def test_a_lord_and_a_lady_are_two(debate):
    a, b = debate.pair()
    assert debate.apart(a.person("Lord Ketter"), b.person("Lady Ketter"))


def test_a_peer_without_a_place_who_may_be_either_is_neither(debate):
    a, b, c = debate.page(), debate.page(), debate.page()
    assert debate.apart(a.person("Lord Ketter of Wold"), b.person("Lord Ketter of Tarn"), c.person("Lord Ketter"))


def test_a_married_name_is_not_guessed(debate):
    a, b = debate.pair()
    assert debate.apart(a.person("Ines Calder"), b.person("Ines Calder-Voss"))


def test_a_married_name_in_the_same_post_is_the_person(debate):
    a, b = debate.pair()
    left = a.role(a.person("Ines Calder"), "chief executive", a.body("Lamplighters' Guild"))
    assert debate.one(left, b.role(b.person("Ines Calder-Voss"), "chief executive", b.body("Lamplighters' Guild")))


def test_both_names_that_one_document_gives_of_one_are_known_in_all(debate):
    a, b, c = debate.page(), debate.page(), debate.page()
    both = a.person("Anna Marsh", "Anna Marsh", "Anna Holt")
    assert debate.one(both, b.person("Anna Marsh"), c.person("Anna Holt"))
