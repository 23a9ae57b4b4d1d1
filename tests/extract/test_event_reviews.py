"""Reviews as events: who leads them, the names they go by, and the answer to them that a document is."""

import pytest


@pytest.fixture(scope="module")
def reviews(read):
    """Label, other names, and who took part as what, of each review and publication of a text."""

    def of(text, **known):
        found = read(text, published="2031-05-14", **known)
        name = {r.id: r.name for r in found.referents}
        told = [r for r in found.referents if r.kind in ("review", "publication") and r.id.startswith("e")]
        took = {r.id: {(name[p.agent], p.role) for p in found.participations if p.event == r.id} for r in told}
        return {r.name: (r.forms, took[r.id]) for r in told}

    return of


@pytest.mark.parametrize("led", ["led", "chaired", "headed"])
def test_whoever_leads_a_review_is_in_its_chair(reviews, led):
    found = reviews(f"The review, {led} by the crossbench peer Baroness Tarn of Cawley, heard from 900 people.")
    assert [took for _, took in found.values()] == [{("Baroness Tarn of Cawley", "chair")}]


def test_the_title_that_stands_before_a_review_is_a_name_of_it(reviews):
    found = reviews("On 28 March you published a reply to Bright Lanes, the review led by Dame Ada Pell.")
    assert "Bright Lanes" in found["Review led by Ada Pell"][0]


def test_a_name_before_a_review_is_no_title_of_it(reviews):
    found = reviews("Nothing came of what was said by Omar Blake, the review led by Dame Ada Pell being secret.")
    assert not any("Blake" in form for forms, _ in found.values() for form in forms)


def test_a_review_that_is_named_as_a_body_is_an_event_under_its_name(reviews):
    text = "The Independent Review of Rural Lamps will visit ten villages. It will be led by Sir Omar Blake."
    assert reviews(text)["Independent Review of Rural Lamps"][1] == {("Omar Blake", "chair")}


def test_a_body_that_is_no_review_is_no_event(reviews):
    assert not reviews("The Commission on Rural Lamps will visit ten villages. It will be led by Sir Omar Blake.")


def test_what_an_inquiry_is_into_stays_in_its_name(reviews):
    found = reviews("Professor Ada Pell has six more months to finish her inquiry into bathing in rivers.")
    assert "Ada Pell’s inquiry into bathing in rivers" in found


def test_a_government_s_response_is_a_publication(reviews):
    text = "Government response to the Independent Review of Rural Lamps\n\nThe Government accepts 17 of 22 proposals."
    found = reviews(text, title="Government response to the Independent Review of Rural Lamps")
    assert "Publication of the Government response to the Independent Review of Rural Lamps" in found


def test_a_response_is_laid_before_the_house(reviews):
    found = reviews("I am today laying before the House the Government's response to Dame Ada Pell's review of lamps.")
    assert any(label.startswith("Publication of Government's response to Ada Pell's review") for label in found), found
