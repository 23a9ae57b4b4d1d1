"""A topic is one in all its wordings, and what only points is another in each document."""

import pytest


@pytest.mark.parametrize(
    "words",
    [
        "closure of canal locks",
        "the closures of canal locks",
        "canal lock closure",
        "canal locks' closure",
        "Closure of our canal locks",
    ],
)
def test_articles_order_number_and_possessives_make_no_other_topic(debate, words):
    a, b = debate.pair()
    assert debate.one(a.topic("the closure of canal locks"), b.topic(words))


def test_bringing_a_thing_in_is_about_the_thing(debate):
    a, b = debate.pair()
    assert debate.one(a.topic("introducing a lamp tax"), b.topic("the lamp tax"))


def test_not_doing_a_thing_is_another_topic(debate):
    a, b = debate.pair()
    assert debate.apart(a.topic("closing the locks"), b.topic("not closing the locks"))


def test_a_word_that_only_points_is_another_topic_in_each_document(debate):
    a, b = debate.pair()
    assert debate.apart(a.topic("the plan"), b.topic("the plan"))


def test_a_subject_of_one_word_is_one_topic(debate):
    a, b = debate.pair()
    assert debate.one(a.topic("conscription"), b.topic("Conscription"))


def test_a_pointing_word_is_the_one_event_of_its_document_that_it_may_mean(debate):
    a, b = debate.pair()
    a.event("Independent review of rural lamp lighting", "review")
    b.event("Independent review of rural lamp lighting", "review")
    assert debate.one(a.topic("the review"), b.topic("an independent review of rural lamp lighting"))


def test_a_topic_that_is_a_body_is_the_body_under_any_name(debate):
    a, b = debate.pair()
    left = a.body("Guild of Lamp Keepers", "Guild of Lamp Keepers", "GLK")
    assert debate.one(a.topic("the Guild", about=left), b.topic("GLK", about=b.body("GLK")))


def test_what_a_body_does_is_not_the_body(debate):
    a, b = debate.pair()
    body = a.body("Harbourne Mutual")
    assert debate.apart(
        a.topic("Harbourne Mutual closing its counter", about=body),
        b.topic("Harbourne", about=b.body("Harbourne Mutual")),
    )


def test_a_wording_with_a_pronoun_is_another_topic_in_each_document(debate):
    a, b = debate.pair()
    assert debate.apart(a.topic("putting it right by the spring"), b.topic("putting it right by the spring"))


def test_a_shorter_wording_is_the_only_longer_one_of_the_same_head(debate):
    a, b = debate.pair()
    assert debate.one(a.topic("lamp tax"), b.topic("lamp tax on rural households"))


def test_a_shorter_wording_of_two_longer_ones_is_neither(debate):
    a, b, c = debate.page(), debate.page(), debate.page()
    assert debate.apart(a.topic("lamp tax"), b.topic("lamp tax on rural households"), c.topic("lamp tax for barges"))


def test_a_consultation_on_a_thing_is_not_the_thing(debate):
    a, b = debate.pair()
    assert debate.apart(a.topic("lock closures"), b.topic("government consultation on lock closures"))


def test_two_things_joined_are_not_one_of_them(debate):
    a, b = debate.pair()
    assert debate.apart(a.topic("two-year notice period"), b.topic("two-year notice period and a regulator"))


def test_the_label_is_the_commonest_wording_and_the_rest_are_aliases(debate):
    a, b, c = debate.page(), debate.page(), debate.page()
    a.topic("the closure of canal locks"), b.topic("closure of canal locks")
    entity = debate.entity(c.topic("canal lock closure"))
    assert (entity.name, entity.slug) == ("closure of canal locks", "closure-of-canal-locks")
    assert entity.aliases == ("canal lock closure",)


def test_what_is_only_pointed_at_goes_by_the_name_of_the_thing(debate):
    page = debate.page()
    page.event("Independent review of rural lamp lighting", "review")
    entity = debate.entity(page.topic("the review"))
    assert (entity.name, entity.aliases) == ("Independent review of rural lamp lighting", ("review",))
