"""One event stays one however it is told, and what happens every year is each year's own."""

import pytest

from graph_builder.model import Verdict


def test_the_same_label_and_date(debate):
    a, b = debate.pair()
    assert debate.one(
        a.event("Vote on the Lamps Bill", "vote", "2031-03-04"), b.event("Vote on the Lamps Bill", "vote", "2031-03-04")
    )


def test_a_month_holds_its_day(debate):
    a, b = debate.pair()
    left = a.event("Vote on the Lamps Bill at third reading", "vote", "2031-03")
    assert debate.one(left, b.event("Third reading vote on the Lamps Bill", "vote", "2031-03-04"))


def test_what_comes_round_every_year_stays_apart(debate):
    a, b = debate.pair()
    assert debate.apart(
        a.event("Annual meeting of the Lamplighters' Guild", "meeting", "2031-06-01"),
        b.event("Annual meeting of the Lamplighters' Guild", "meeting", "2032-06-03"),
    )


def test_a_meeting_without_a_date_may_be_of_either_year(debate):
    a, b, c = debate.page(), debate.page(), debate.page()
    label = "Annual meeting of the Sowerdale Lamplighters' Guild"
    first, second = a.event(label, "meeting", "2031-06-01"), b.event(label, "meeting", "2032-06-03")
    assert debate.apart(first, second, c.event(label, "meeting"))


def test_other_kinds_are_other_events(debate):
    a, b = debate.pair()
    assert debate.apart(a.event("Lamps Bill", "debate", "2031-03-04"), b.event("Lamps Bill", "vote", "2031-03-04"))


@pytest.mark.parametrize("kinds", [("launch", "announcement"), ("publication", "launch")])
def test_launch_publication_and_announcement_of_one_thing_on_one_day(debate, kinds):
    a, b = debate.pair()
    left = a.event("Launch of the Lamp Keepers' Charter", kinds[0], "2031-03-04")
    assert debate.one(left, b.event("Lamp Keepers' Charter published", kinds[1], "2031-03-04"))


def test_planned_and_later_happened_is_one(debate):
    a, b = debate.pair()
    left = a.event("Publication of the final report of the Lantern Inquiry", "publication", "2031")
    assert debate.one(left, b.event("Lantern Inquiry final report published", "publication", "2031-11-20"))


def appointed(page, name, label, start=None):
    return page.event(label, "appointment", start, (page.person(name), "appointee"))


def test_one_appointment_in_two_wordings(debate):
    a, b = debate.pair()
    left = appointed(a, "Ines Calder", "Ines Calder appointed Secretary of State for Canals", "2031-11-14")
    assert debate.one(left, appointed(b, "Ines Calder", "Ines Calder becomes canals secretary", "2031-11-14"))


def test_two_people_appointed_to_one_post_on_one_day_are_two_events(debate):
    a, b = debate.pair()
    left = appointed(a, "Ines Calder", "New canals commissioner appointed", "2031-11-14")
    assert debate.apart(left, appointed(b, "Ian Corder", "New canals commissioner appointed", "2031-11-14"))


def test_one_label_with_other_people_is_another_event(debate):
    a, b = debate.pair()
    left = a.event("Open letter", "letter", "2031-11", (a.body("Lamplighters' Guild"), "author"))
    assert debate.apart(left, b.event("Open letter", "letter", "2031-11", (b.body("Night Watch"), "author")))


def test_the_same_people_on_the_same_day_need_few_words_in_common(debate):
    a, b = debate.pair()
    left = a.event(
        "Meeting between Calder and Corder", "meeting", "2031-05-24", (a.person("Ines Calder"), "participant")
    )
    right = b.event("Calder meeting at the lock", "meeting", "2031-05-24", (b.person("Ines Calder"), "participant"))
    assert debate.one(left, right)


def test_a_label_that_says_no_more_than_its_kind_is_unsure_without_a_date(debate):
    a, b = debate.pair()
    left, right = a.event("Final report", "publication"), b.event("Final report", "publication")
    assert debate.apart(left, right)
    assert debate.judgement(left, right).verdict is Verdict.UNSURE


def test_two_reviews_of_one_subject_are_one(debate):
    a, b = debate.pair()
    left = a.event("Independent review of rural lamp lighting", "review")
    assert debate.one(left, b.event("Review into the lighting of lamps in rural England", "review"))


def test_a_department_and_the_government_hold_one_review(debate):
    a, b = debate.pair()
    held_by = [
        (p.body(name, kind=kind), "organiser")
        for p, name, kind in ((a, "Department for Canals", "government-department"), (b, "UK Government", "government"))
    ]
    left = a.event("Independent review of rural lamp lighting", "review", None, held_by[0])
    assert debate.one(left, b.event("Review into the lighting of rural lamps", "review", None, held_by[1]))


def test_two_reviews_of_two_subjects_are_two(debate):
    a, b = debate.pair()
    left = a.event("Independent review of rural lamp lighting", "review")
    assert debate.apart(left, b.event("Independent review of rural canal dredging", "review"))


def test_two_events_of_one_document_stay_two(debate):
    page = debate.page()
    who = page.person("Ines Calder")
    left = page.event("Ines Calder resigned from the Guild", "resignation", None, (who, "subject"))
    assert debate.apart(
        left, page.event("Ines Calder resigned from the council", "resignation", None, (who, "subject"))
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vote on the Lamps and Canals Bill at second reading", "Vote on the Lamps and Canals Bill at third reading"),
        ("Interim report of the Lantern Inquiry into wharves", "Final report of the Lantern Inquiry into wharves"),
    ],
)
def test_two_stages_are_two_events(debate, one, other):
    a, b = debate.pair()
    assert debate.apart(a.event(one, "publication", "2031"), b.event(other, "publication", "2031"))


REVIEW = "Independent review of rural lamp lighting"


def test_two_reviews_of_one_subject_under_two_chairs_are_unsure(debate):
    a, b = debate.pair()
    left = a.event(REVIEW, "review", None, (a.person("Ros Tarn"), "chair"))
    right = b.event(REVIEW, "review", None, (b.person("Ian Corder"), "chair"))
    assert debate.apart(left, right)
    assert debate.judgement(left, right).verdict is Verdict.UNSURE


def test_what_is_told_years_apart_without_a_date_is_unsure(debate):
    a, b = debate.page(published="2031-05-01"), debate.page(published="2034-05-01")
    label = "Meeting of the Sowerdale Lamplighters' Guild"
    assert debate.apart(a.event(label, "meeting"), b.event(label, "meeting"))


MEETING = "Annual meeting of the Sowerdale Lamplighters' Guild"


def test_yearly_meetings_without_a_date_stay_apart_unless_told_in_the_same_weeks(debate):
    days = ("2031-06-10", "2031-06-20", "2032-01-10")
    first, second, third = (debate.page(published=day).event(MEETING, "meeting") for day in days)
    assert debate.one(first, second)
    assert debate.apart(first, third)


@pytest.mark.parametrize(("published", "one"), [("2031-06-10", True), ("2032-02-01", False), ("2031-05-20", False)])
def test_a_yearly_meeting_without_a_date_is_that_of_the_weeks_before_the_document(debate, published, one):
    a, b = debate.page(published="2031-06-03"), debate.page(published=published)
    left, right = a.event(MEETING, "meeting", "2031-06-01"), b.event(MEETING, "meeting")
    assert debate.one(left, right) if one else debate.apart(left, right)


def letter(page, label, start=None, by="Ines Calder"):
    return page.event(label, "letter", start, (page.person(by), "author"), (page.person("Ian Corder"), "addressee"))


def test_letters_of_the_same_two_without_a_day_stay_apart(debate):
    a, b = debate.page(published="2031-06-03"), debate.page(published="2031-11-03")
    label = "Letter from Ines Calder to Ian Corder"
    assert debate.apart(letter(a, label, "2031-05-20"), letter(b, label))
    assert debate.apart(letter(debate.page(published="2032-02-01"), label, "2031"), letter(b, label))


def test_letters_about_the_same_thing_without_a_day_are_one(debate):
    a, b = debate.page(published="2031-06-03"), debate.page(published="2031-11-03")
    label = "Letter from Ines Calder to Ian Corder about the broken lock gates"
    assert debate.one(letter(a, label, "2031-05-20"), letter(b, label))


@pytest.mark.parametrize(("subject", "one"), [("the broken gates of the lock", True), ("the price of oil", False)])
def test_letters_whose_sentences_tell_of_the_same_thing_are_one(debate, subject, one):
    label = "Letter from Ines Calder to Ian Corder"
    a = debate.page(published="2031-06-03", text="Calder wrote to Corder about the lock and its broken gates.")
    b = debate.page(published="2031-11-03", text=f"Ines Calder's letter to Ian Corder about {subject} went unread.")
    left, right = letter(a, label, "2031-05-20"), letter(b, label)
    assert debate.one(left, right) if one else debate.apart(left, right)


def test_letters_of_two_writers_to_one_minister_are_two(debate):
    a, b = debate.pair()
    left = letter(a, "Letter from Ines Calder to Ian Corder", "2031-05-20")
    assert debate.apart(left, letter(b, "Letter from Tess Howe to Ian Corder", "2031-05-20", by="Tess Howe"))


def voted(page, label, start, kind="legislature", name="House of Commons"):
    return page.event(label, "vote", start, (page.body(name, kind=kind), "voter"))


@pytest.mark.parametrize("start", ["2031-03-04", "2031-03", None])
@pytest.mark.parametrize(
    "labels",
    [
        ("Vote on the Lamps Bill at second reading", "Vote on the Canals and Ferries Bill at second reading"),
        ("Vote on Lamps and Canals Bill", "Vote on Canals and Ferries Bill"),
    ],
)
def test_a_chamber_that_votes_on_everything_ties_no_two_votes(debate, labels, start):
    a, b = debate.pair()
    assert debate.apart(*(voted(page, label, start) for page, label in zip((a, b), labels, strict=True)))


def test_a_vote_at_a_stage_that_comes_once_needs_no_date(debate):
    a, b = debate.page(published="2031-03-05"), debate.page(published="2031-12-05")
    label = "Vote on the Lamps Bill at second reading"
    assert debate.one(voted(a, label, "2031-03-04"), voted(b, label, None))


def test_a_vote_without_a_stage_and_a_date_may_be_of_either_reading(debate):
    a, b = debate.page(published="2031-03-05"), debate.page(published="2031-12-05")
    assert debate.apart(
        voted(a, "Vote on the Lamps Bill at second reading", "2031-03-04"), voted(b, "Vote on the Lamps Bill", None)
    )


def test_two_resignations_of_one_man_in_one_month_are_two(debate):
    a, b = debate.pair()
    left, right = (
        page.event(
            f"Resignation of Ian Corder as {post}", "resignation", "2031-05", (page.person("Ian Corder"), "subject")
        )
        for page, post in ((a, "chair of the Lantern Trust"), (b, "treasurer of the Canal Board"))
    )
    assert debate.apart(left, right)
    assert debate.judgement(left, right).verdict is Verdict.UNSURE


RALLY = "Rally against water meters on Castle Green"


def test_a_planned_rally_and_the_rally_that_was_held_are_one(debate):
    a, b = debate.pair()
    planned = a.event(RALLY, "protest", "2031-05-03", planned=True)
    assert debate.one(planned, b.event("Rally on Castle Green against water meters", "protest", "2031-05-03"))


def test_a_planned_rally_and_the_news_that_it_is_called_off_are_one(debate):
    a, b = debate.pair()
    planned = a.event(RALLY, "protest", "2031-05-03", planned=True)
    assert debate.one(planned, b.event(RALLY, "protest", "2031-05-03", cancelled=True))


@pytest.mark.parametrize("held", ["2031-05-03", "2031-05", "2031-06-14", None])
def test_a_rally_that_was_called_off_is_not_one_that_was_held(debate, held):
    a, b = debate.page(text="The rally was cancelled."), debate.page()
    off = a.event(RALLY, "protest", "2031-05-03", cancelled=True)
    assert debate.apart(off, b.event(RALLY, "protest", held))


def test_a_rally_that_was_put_off_is_the_one_that_was_held_later(debate):
    a, b = debate.page(text="The rally was postponed because of the snow."), debate.page()
    off = a.event(RALLY, "protest", "2031-01-20", cancelled=True)
    assert debate.one(off, b.event(RALLY, "protest", "2031-04-15"))


def test_what_comes_round_and_was_put_off_is_not_that_of_the_next_year(debate):
    a, b = debate.page(text="The meeting was postponed because of the snow."), debate.page()
    off = a.event(MEETING, "meeting", "2031-01-20", cancelled=True)
    assert debate.apart(off, b.event(MEETING, "meeting", "2032-01-22"))


def test_a_going_that_names_no_post_weeks_after_one_that_does_may_be_another(debate):
    posts = ("Resignation of Ines Calder as chair of Ferry Forum", "Resignation of Ines Calder")
    days = ("2031-03-06", "2031-03-28")
    pages = [debate.page(published=day) for day in days]
    chairs = [page.person("Ines Calder") for page in pages]
    goings = [
        page.event(label, "resignation", start, (who, "subject"))
        for page, label, start, who in zip(pages, posts, ("2031-03-05", None), chairs, strict=True)
    ]
    assert debate.apart(*goings)
    assert debate.judgement(*goings).verdict is Verdict.UNSURE
