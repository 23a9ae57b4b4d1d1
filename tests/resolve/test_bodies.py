"""One organisation stays one under all its names; a branch, a namesake and a successor stay what they are."""

import pytest

from graph_builder.model import Verdict

REGISTER = "https://w3id.org/onrecord/uk#"


def test_the_article_and_the_ampersand_make_no_other_body(debate):
    a, b = debate.pair()
    assert debate.one(a.body("The Lamplighters & Wardens' Guild"), b.body("Lamplighters and Wardens’ Guild"))


def test_one_entry_of_the_register_is_one_body(debate):
    a, b = debate.pair()
    left = a.body("Department for Canals", "DfC", known=REGISTER + "canals")
    assert debate.one(left, b.body("Department for Canals", "canals department", known=REGISTER + "canals"))


def test_a_name_that_the_register_has_is_its_entry(debate):
    a, b = debate.pair()
    left = a.body("Department for Canals", "DfC", known=REGISTER + "canals")
    assert debate.one(left, b.body("Department for Canals"))
    assert debate.entity(left).known == REGISTER + "canals"


def test_a_department_renamed_is_another_entry(debate):
    a, b = debate.pair()
    left = a.body("Department for Canals", known=REGISTER + "canals")
    right = b.body("Department for Canals and Rivers", known=REGISTER + "canals-and-rivers")
    assert debate.apart(left, right)


def test_one_document_may_give_a_body_twice(debate):
    page = debate.page()
    left = page.body("Department for Canals", known=REGISTER + "canals")
    assert debate.one(left, page.body("Department for Canals"))


def test_an_acronym_that_one_document_explains(debate):
    a, b = debate.pair()
    full, short = a.body("Guild of Lamp Keepers", "Guild of Lamp Keepers", "GLK"), b.body("GLK")
    assert debate.one(full, short)
    assert debate.judgement(full, short).reason == "an acronym that a document explains"


def test_an_acronym_with_full_stops(debate):
    a, b = debate.pair()
    assert debate.one(a.body("Guild of Lamp Keepers", "Guild of Lamp Keepers", "GLK"), b.body("G.L.K."))


def test_an_acronym_that_two_documents_explain_differently_is_neither(debate):
    a, b, c = debate.page(), debate.page(), debate.page()
    one = a.body("Guild of Lamp Keepers", "Guild of Lamp Keepers", "GLK")
    two = b.body("Greater Lark Kennels", "Greater Lark Kennels", "GLK")
    short = c.body("GLK")
    assert debate.apart(one, two, short)
    assert {debate.judgement(x, short).verdict for x in (one, two)} == {Verdict.UNSURE}


def test_bodies_with_one_acronym_are_not_one(debate):
    a, b = debate.pair()
    one = a.body("Guild of Lamp Keepers", "Guild of Lamp Keepers", "GLK")
    assert debate.apart(one, b.body("Greater Lark Kennels", "Greater Lark Kennels", "GLK"))


def test_three_initials_that_nobody_explains_are_unsure(debate):
    a, b = debate.pair()
    full, short = a.body("Guild of Lamp Keepers"), b.body("GLK")
    assert debate.apart(full, short)
    assert debate.judgement(full, short).verdict is Verdict.UNSURE


def test_a_company_without_its_last_word(debate):
    a, b = debate.pair()
    assert debate.one(a.body("Marrow Wharfside Homes", kind="company"), b.body("Marrow Wharfside", kind="other"))


def test_a_company_with_and_without_limited(debate):
    a, b = debate.pair()
    assert debate.one(a.body("Wild Otters Ltd", kind="company"), b.body("Wild Otters", kind="other"))


def test_a_first_word_alone_is_unsure(debate):
    a, b = debate.pair()
    full, lone = a.body("Harbourne Mutual", kind="company"), b.body("Harbourne")
    assert debate.apart(full, lone)
    assert debate.judgement(full, lone).verdict is Verdict.UNSURE


def test_a_first_word_alone_is_the_body_that_the_same_person_leads(debate):
    a, b = debate.pair()
    full, lone = a.body("Harbourne Mutual", kind="company"), b.body("Harbourne")
    a.role(a.person("Ines Calder"), "chief executive", full), b.role(b.person("Ines Calder"), "chief executive", lone)
    assert debate.one(full, lone)


def test_the_friends_are_those_whom_the_same_person_chairs(debate):
    a, b, c = debate.page(), debate.page(), debate.page()
    full, short = a.body("Friends of Otter Library", kind="charity"), b.body("Friends")
    a.role(a.person("Ines Calder"), "chair", full), b.role(b.person("Ines Calder"), "chair", short)
    assert debate.one(full, short)
    assert debate.apart(full, c.body("Friends"))


def test_a_branch_is_a_part_and_not_the_body(debate):
    a, b = debate.pair()
    whole, branch = a.body("Lamp Keepers Together", "Lamp Keepers Together", "LKT"), b.body("LKT England")
    assert debate.apart(whole, branch)
    assert debate.entity(branch).part_of == debate.entity(whole).slug


def test_a_local_branch_with_a_place_in_its_name_is_unsure(debate):
    a, b = debate.pair()
    whole, local = a.body("Lamps Together", kind="charity"), b.body("Lamps Together Sowerdale", kind="charity")
    assert debate.apart(whole, local)


def test_a_university_and_its_students_are_two(debate):
    a, b = debate.pair()
    assert debate.apart(a.body("Sowerdale University"), b.body("Sowerdale University Students' Union"))


def test_a_foundation_is_not_the_bank_that_it_is_named_after(debate):
    a, b = debate.pair()
    left = a.body("Harbourne Savings", kind="company")
    assert debate.apart(left, b.body("Harbourne Savings Foundation", kind="charity"))


def test_what_many_are_called_is_another_in_each_document(debate):
    a, b = debate.pair()
    assert debate.apart(a.body("Council", kind="local-authority"), b.body("Council", kind="local-authority"))


def test_a_coalition_without_a_name_is_the_same_only_by_the_same_description(debate):
    a, b, c, d = (debate.page() for _ in range(4))
    one = a.body("alliance of pilots and lamp keepers", kind="coalition")
    same, other = b.body("an alliance of pilots and lamp keepers", kind="coalition"), c.body("alliance of charities")
    assert debate.one(one, same)
    assert debate.apart(one, other, d.body("alliance of charities"))


def test_a_committee_with_and_without_its_chamber(debate):
    a, b = debate.pair()
    assert debate.one(a.body("Commons Canals Committee"), b.body("Canals Committee"))


def test_the_kind_is_what_most_documents_say(debate):
    a, b, c = debate.page(), debate.page(), debate.page()
    a.body("Night Watch", kind="other"), b.body("Night Watch", kind="other")
    assert debate.entity(c.body("Night Watch", kind="charity")).kind == "charity"


TOLD = "The lamps of {} went out on Monday, said a spokesman for {}, and the wardens of {} agreed with him at length."


def test_an_acronym_with_nothing_else_in_common_is_unsure(debate):
    a = debate.page(text=TOLD.format("Sowerdale", "the Guild", "Orme Lock"))
    b = debate.page(text=TOLD.format("Wendle", "GLK", "Leek Basin"))
    full, short = a.body("Guild of Lamp Keepers", "Guild of Lamp Keepers", "GLK"), b.body("GLK")
    assert debate.apart(full, short)
    assert debate.judgement(full, short).verdict is Verdict.UNSURE


def test_an_acronym_beside_the_same_names_is_the_body_that_a_document_explains(debate):
    a = debate.page(text=TOLD.format("Sowerdale", "the Guild", "Ketteringham"))
    b = debate.page(text=TOLD.format("Sowerdale", "GLK", "Ketteringham"))
    assert debate.one(a.body("Guild of Lamp Keepers", "Guild of Lamp Keepers", "GLK"), b.body("GLK"))


def test_an_ordinary_name_in_another_town_is_unsure(debate):
    a = debate.page(text=TOLD.format("Sowerdale", "the school", "Orme Lock"))
    b = debate.page(text=TOLD.format("Wendle", "the school", "Leek Basin"))
    assert debate.apart(a.body("St Mary's Primary School"), b.body("St Mary's Primary School"))


def test_a_university_whose_name_is_turned_about(debate):
    a, b = debate.pair()
    assert debate.one(a.body("University of Sowerdale"), b.body("Sowerdale University"))


def test_a_name_that_goes_on_with_and_is_another_body(debate):
    a, b = debate.pair()
    whole = a.body("Office for Rivers and Reservoirs", kind="company")
    assert debate.apart(whole, b.body("Office for Rivers", kind="company"))


def test_a_body_under_its_former_name(debate):
    a, b = debate.pair()
    both = a.body("Reading Fund", "Reading Fund", "Books Together")
    assert debate.one(both, b.body("Books Together"))


def test_a_branch_in_brackets_is_a_part(debate):
    a, b = debate.pair()
    whole, branch = a.body("Hedgehog Rescue"), b.body("Hedgehog Rescue (Tavy Valley)")
    assert debate.apart(whole, branch)
    assert debate.entity(branch).part_of == debate.entity(whole).slug


WORDED = "the keepers of the locks went on strike on a wet day, and nobody who was there could say for how long. "


def test_an_acronym_of_the_register_that_another_body_has_is_nobodys(debate):
    a, b = debate.pair()
    a.text = b.text = WORDED
    a.body("Canal Keepers' Alliance", "Canal Keepers' Alliance", "CKA")
    left = b.body("Canal Kinship Authority", "CKA", known=REGISTER + "canal-kinship-authority")
    assert debate.entity(left).known is None


def test_the_end_of_a_name_is_the_body_where_one_person_holds_a_post_in_both(debate):
    a, b = debate.pair()
    left, right = a.body("Orme Harbour Trust"), b.body("Harbour Trust")
    a.role(a.person("Ines Calder"), "clerk", left)
    b.role(b.person("Ines Calder"), "clerk", right)
    assert debate.one(left, right)


def test_a_branch_is_one_whichever_way_round_it_is_told(debate):
    a, b = debate.pair()
    left = a.body("Undeb y Rhwyfwyr Cymru", "Undeb y Rhwyfwyr Cymru", "the Welsh section of the Rowers' Union")
    assert debate.one(left, b.body("Rowers' Union Cymru"))


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("Tarn Miller’s Fund", "Tarn Millers’ Fund", False),
        ("Tarn Millers’ Fund", "Tarn Millers' Fund", True),
        ("Tarn Miller’s Fund", "Tarn Miller's Fund", True),
    ],
)
def test_the_fund_of_one_is_not_surely_that_of_several(debate, left, right, one):
    a = debate.page(text=f"The crew of the boat at Sowerdale had a new bell from {left} on Monday, said its cox, Omar.")
    b = debate.page(text=f"A roof for the old houses by Wendle church was paid for by {right}, as the vicar told us.")
    assert debate.one(a.body(left), b.body(right)) is one
