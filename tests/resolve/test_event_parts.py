"""What is told of a review, and of what came of it, is told of one review and of its parts."""

import pytest

REVIEW = "Independent review of rural lamp lighting"


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Launch of the review of rural lamp lighting", "launch"),
        ("Publication of the interim report of the rural lamp lighting review", "publication"),
        ("Government response to the independent review of rural lamp lighting", "publication"),
    ],
)
def test_what_comes_of_a_review_is_a_part_of_it_in_whichever_document(debate, label, kind):
    a, b = debate.pair()
    whole, part, beside = a.event(REVIEW, "review"), b.event(label, kind, "2031-05"), a.event(label, kind, "2031-05-02")
    assert debate.entity(part).part_of == debate.entity(beside).part_of == debate.entity(whole).slug
    assert debate.entity(whole).part_of is None


def test_a_report_by_whoever_chairs_the_one_review_is_a_part_of_it(debate):
    a, b = debate.pair()
    whole = a.event(REVIEW, "review", "2030", (a.person("Ros Tarn"), "chair"))
    report = b.event("Publication of the final report", "publication", "2031-05", (b.person("Ros Tarn"), "author"))
    assert debate.entity(report).part_of == debate.entity(whole).slug


def test_the_report_of_another_review_is_no_part_of_it(debate):
    a, b = debate.pair()
    a.event(REVIEW, "review")
    assert debate.entity(b.event("Publication of the canal dredging review", "publication")).part_of is None


@pytest.mark.parametrize(
    "label",
    ["Publication of the Tarn report", "Launch of the Tarn review", "Publication of Ros Tarn's final report on lamps"],
)
def test_a_report_that_goes_by_the_chair_of_a_review_is_a_part_of_it(debate, label):
    a, b = debate.pair()
    whole = a.event(REVIEW, "review", "2030", (a.person("Ros Tarn"), "chair"))
    assert debate.entity(b.event(label, "publication", "2031-05")).part_of == debate.entity(whole).slug


def test_the_report_of_the_same_chair_on_another_subject_is_no_part_of_it(debate):
    a, b = debate.pair()
    a.event(REVIEW, "review", "2030", (a.person("Ros Tarn"), "chair"))
    report = b.event("Publication of the Tarn review of canal dredging", "publication", "2031-05")
    assert debate.entity(report).part_of is None


def test_the_report_of_a_review_that_is_named_as_a_body_is_a_part_of_the_review(debate):
    a, b = debate.pair()
    whole = a.event(REVIEW, "review", "2030")
    body = b.body("Independent Review of Rural Lamp Lighting", kind="inquiry")
    report = b.event("Publication of Bright Lanes", "publication", "2031-05", (body, "author"))
    assert debate.entity(report).part_of == debate.entity(whole).slug


def test_where_no_document_tells_of_the_review_as_an_event_none_is_made(debate):
    page = debate.page()
    body = page.body("Independent Review of Rural Lamp Lighting", kind="inquiry")
    report = page.event("Publication of Bright Lanes", "publication", "2031-05", (body, "author"))
    assert debate.entity(report).part_of is None


def test_the_close_of_a_consultation_is_a_part_of_it_and_nothing_is_a_part_of_its_close(debate):
    a, b = debate.pair()
    whole = a.event("Consultation on rural lamp lighting", "review", "2031-01-10")
    close = b.event("Close of the consultation on rural lamp lighting", "review", "2031-04-14")
    opened = b.event("Publication of the consultation on rural lamp lighting", "publication", "2031-01-10")
    assert debate.entity(close).part_of == debate.entity(opened).part_of == debate.entity(whole).slug


def test_one_word_in_common_makes_no_part(debate):
    a, b = debate.pair()
    a.event("Review of courts", "review", "2030", (a.person("Ros Tarn"), "chair"))
    report = b.event("Publication of the inquiry into legal aid in rural courts", "publication", "2031-05")
    assert debate.entity(report).part_of is None


def test_a_consultation_and_its_close_are_two_events(debate):
    a, b = debate.pair()
    whole = a.event("Consultation on rural lamp lighting in winter", "review")
    assert debate.apart(whole, b.event("Close of the consultation on rural lamp lighting in winter", "review"))


@pytest.mark.parametrize(("published", "one"), [("2031-11-01", True), ("2035-05-01", False)])
def test_a_review_that_is_only_told_by_its_chair_is_one_for_some_time(debate, published, one):
    a, b = debate.page(published="2031-05-01"), debate.page(published=published)
    left, right = (p.event("Ros Tarn's review", "review", None, (p.person("Ros Tarn"), "chair")) for p in (a, b))
    assert debate.one(left, right) if one else debate.apart(left, right)


def test_a_response_that_names_only_the_title_of_a_review_is_a_part_of_it(debate):
    a, b = debate.pair()
    whole = a.event("Review led by Ros Tarn", "review", None, (a.person("Ros Tarn"), "chair"), forms=("Bright Lanes",))
    answer = b.event("Publication of the Government response to Bright Lanes", "publication", "2031-05")
    other = b.event("Publication of the Government response to Bright Futures", "publication", "2031-05")
    assert debate.entity(answer).part_of == debate.entity(whole).slug
    assert debate.entity(other).part_of is None


def test_a_response_to_the_review_of_a_peer_is_a_part_of_it_by_its_subject(debate):
    a, b = debate.pair()
    whole = a.event("Lord Tarn of Cawley’s review of lamps", "review", None, (a.person("Lord Tarn of Cawley"), "chair"))
    answer = b.event("Publication of the Government response to the Independent Review of Lamps", "publication", "2031")
    assert debate.entity(answer).part_of == debate.entity(whole).slug


@pytest.mark.parametrize(("published", "one"), [("2032-11-01", True), ("2036-05-01", False)])
def test_a_review_of_a_subject_without_a_date_is_one_for_some_years(debate, published, one):
    a, b = debate.page(published="2031-05-01"), debate.page(published=published)
    assert debate.one(a.event(REVIEW, "review"), b.event(REVIEW, "review")) is one
