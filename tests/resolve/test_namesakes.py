"""Two people of one name stay two, and what more it takes than the name to make them one."""

import pytest

from graph_builder.model import Verdict

MP = "Member of Parliament"
APART = "The lamps along the canal at {} went out on Monday, as {} said to the keepers of {} when they met at the {}."
ONE = "The lamps of Sowerdale went out on Monday, as {} said, and the wardens of Ketteringham and of Orme Lock agreed."


def test_a_plain_name_that_fits_two_stays_apart_from_both(debate):
    a, b, c = debate.page(), debate.page(), debate.page()
    east = a.role(a.person("Ian Corder"), MP, area="Harrowgate East")
    tarn = b.role(b.person("Ian Corder"), MP, area="Tarn Valley")
    plain = c.person("Ian Corder")
    assert debate.apart(east, tarn, plain)
    assert debate.judgement(east, plain).verdict is Verdict.UNSURE


def test_two_posts_at_one_time_that_one_person_seldom_holds_are_unsure(debate):
    a, b = debate.page(published="2031-03-04"), debate.page(published="2031-06-01")
    left = a.role(a.person("Ines Calder"), "chief executive", a.body("Lamplighters' Guild"))
    right = b.role(b.person("Ines Calder"), "headteacher", b.body("Otter House School"))
    assert debate.apart(left, right)
    assert debate.judgement(left, right).verdict is Verdict.UNSURE


def test_a_post_that_goes_beside_other_work_parts_nobody(debate):
    a, b = debate.page(published="2031-03-04"), debate.page(published="2031-06-01")
    left = a.role(a.person("Ines Calder"), MP, area="Tarn Valley")
    assert debate.one(left, b.role(b.person("Ines Calder"), "patron", b.body("Night Watch")))


def test_the_same_full_name_and_nothing_else_in_common_is_unsure(debate):
    a = debate.page(text=APART.format("Sowerdale", "Ines Calder", "Orme Lock", "Harbourne Arms"))
    b = debate.page(text=APART.format("Wendle", "Ines Calder", "Leek Basin", "Fordham Inn"))
    left, right = a.person("Ines Calder"), b.person("Ines Calder")
    assert debate.apart(left, right)
    assert debate.judgement(left, right).reason == "the same full name, but nothing else in common"


@pytest.mark.parametrize(("about", "one"), [("the canals", True), ("village schools", False)])
def test_the_same_full_name_is_one_person_where_both_lead_one_thing(debate, about, one):
    a = debate.page(text=APART.format("Sowerdale", "Ines Calder", "Orme Lock", "Harbourne Arms"))
    b = debate.page(text=APART.format("Wendle", "Ines Calder", "Leek Basin", "Fordham Inn"))
    left, right = a.person("Ines Calder"), b.person("Ines Calder")
    a.event("Independent review of the canals", "review", None, (left, "chair"))
    b.event(f"Ines Calder’s review of {about}", "review", None, (right, "chair"))
    assert debate.one(left, right) is one


def test_the_same_full_name_beside_the_same_names_is_one_person(debate):
    a, b = debate.page(text=ONE.format("Ines Calder")), debate.page(text=ONE.format("Ines Calder"))
    assert debate.one(a.person("Ines Calder"), b.person("Ines Calder"))


@pytest.mark.parametrize(
    "warning",
    ["Her namesake in the Lords was not there.", "She is no relation of the canals minister of the same name."],
)
def test_a_document_that_tells_of_a_namesake_joins_nobody_by_the_name_alone(debate, warning):
    a, b = debate.page(text=ONE.format("Ines Calder")), debate.page(text=ONE.format("Ines Calder") + " " + warning)
    left, right = a.person("Ines Calder"), b.person("Ines Calder")
    assert debate.apart(left, right)
    assert "namesake" in debate.judgement(left, right).reason


def test_ages_that_do_not_agree_are_two_people(debate):
    a = debate.page(text="Ian Corder, 34, was hurt on the towpath.", published="2031-03-04")
    b = debate.page(text="Ian Corder, 71, won a prize for his roses.", published="2031-03-09")
    left, right = a.named("Ian Corder"), b.named("Ian Corder")
    assert debate.apart(left, right)
    assert debate.judgement(left, right).verdict is Verdict.DIFFERENT


def test_a_member_of_the_commons_is_no_peer_of_that_time(debate):
    a, b = debate.page(published="2031-03-04"), debate.page(published="2031-03-09")
    left = a.role(a.person("Ian Corder", "Lord Corder", "Ian Corder"), "Member of the House of Lords")
    assert debate.apart(left, b.role(b.person("Ian Corder"), MP, area="Tarn Valley"))


def test_two_of_one_name_in_one_document_stay_two(debate):
    page = debate.page()
    assert debate.apart(page.person("Ian Corder"), page.person("Ian Corder"))


def test_father_and_son_stay_two(debate):
    a, b = debate.pair()
    father, son = a.person("Ian Corder", "Ian Corder Sr"), b.person("Ian Corder", "Ian Corder Jr")
    plain = debate.page().person("Ian Corder")
    assert debate.apart(father, son, plain)


def test_a_post_held_at_the_same_date_is_a_tie_and_years_later_a_successor(debate):
    a, b, c = debate.page(published="2031-03-04"), debate.page(published="2031-05-09"), debate.page(published="2044-01")
    chair = a.role(a.person("Ines Calder"), "chair", a.body("Lamplighters' Guild"))
    then = b.role(b.person("Calder", "Ms Calder"), "chair", b.body("Lamplighters' Guild"))
    later = c.role(c.person("Calder", "Ms Calder"), "chair", c.body("Lamplighters' Guild"))
    assert debate.one(chair, then)
    assert debate.judgement(chair, then).reason == (
        "the same surname, and the same post in the same body at the same date"
    )
    assert debate.apart(chair, later)


def test_two_of_one_surname_in_one_police_force_are_two(debate):
    a, b = debate.pair()
    left = a.role(a.person("Nadia Khan"), "superintendent", a.body("Tarn Police", kind="public-body"))
    right = b.role(b.person("Khan", "Sergeant Khan"), "sergeant", b.body("Tarn Police", kind="public-body"))
    other = debate.page()
    third = other.role(other.person("Khan"), "superintendent", other.body("Tarn Police", kind="public-body"))
    assert debate.apart(left, right, third)


def test_two_posts_of_one_small_body_are_two_people_of_a_surname(debate):
    a, b = debate.pair()
    founder = a.role(a.person("Ida Tennick"), "founder", a.body("Lido Friends", kind="charity"))
    assert debate.apart(
        founder, b.role(b.person("Tennick", "Mrs Tennick"), "treasurer", b.body("Lido Friends", kind="charity"))
    )


def test_the_post_of_another_body_is_no_tie(debate):
    a, b = debate.pair()
    left = a.role(a.person("Ines Calder"), "director of lamps", a.body("Lamplighters' Guild"))
    assert debate.apart(left, b.role(b.person("Calder"), "director of lamps", b.body("Night Watch")))


def test_a_title_that_is_inherited_is_unsure_in_another_year(debate):
    a = debate.page(published="2024-03-04", text=ONE.format("the Earl of Carrowmore"))
    b = debate.page(published="2031-03-04", text=ONE.format("the Earl of Carrowmore"))
    assert debate.apart(a.person("Earl of Carrowmore"), b.person("Earl of Carrowmore"))


SUBJECT = "Weavers fear for the heritage looms, said {}, who has kept the jacquard cards in order since the flood."
LIKE = "A heritage loom was mended by {} in spite of the flood that took the jacquard cards of other weavers."


@pytest.mark.parametrize(
    ("left", "right"),
    [("Ines Calder", "Ines Calder"), ("Rob Calder", "Robert Calder"), ("Ines Rose Calder", "Rose Calder")],
)
def test_names_alike_beside_the_same_rare_subject_are_one_person(debate, left, right):
    a, b = debate.page(text=SUBJECT.format(left)), debate.page(text=LIKE.format(right))
    assert debate.one(a.named(left), b.named(right))


def test_a_surname_alone_is_tied_to_nobody_by_the_subject(debate):
    a, b = debate.page(text=SUBJECT.format("Ines Calder")), debate.page(text=LIKE.format("Calder"))
    assert debate.apart(a.named("Ines Calder"), b.named("Calder"))


def test_somebodys_brother_stays_apart_in_spite_of_the_subject_but_a_wife_has_another_name(debate):
    a = debate.page(text=SUBJECT.format("Ian Corder"))
    b = debate.page(text=LIKE.format("Ian Corder") + " Ian Corder's brother looked on.")
    c = debate.page(text=LIKE.format("Ian Corder") + " Ian Corder and his wife looked on.")
    left = a.named("Ian Corder")
    assert debate.apart(left, b.named("Ian Corder"))
    assert debate.one(left, c.named("Ian Corder"))


def test_who_had_died_holds_no_post_years_later(debate):
    a = debate.page(text="Ian Corder died on Sunday. " + SUBJECT.format("he"), published="2019-03-04")
    b = debate.page(text=LIKE.format("Ian Corder"), published="2028-03-04")
    left, right = a.named("Ian Corder"), b.role(b.named("Ian Corder"), "councillor")
    assert debate.apart(left, right)
    assert debate.judgement(left, right).verdict is Verdict.UNSURE
