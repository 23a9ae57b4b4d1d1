"""Turns of phrase that give somebody's words: epithets, lists, estimates, nouns that are voiced, quotations alone."""

import pytest


def said(read, text, **known):
    """(speaker or the words that describe them, words) of every statement."""
    found = read(text, **known)
    names = {r.id: r.name for r in found.referents}
    words = ((s.speaker_words.of(text) if s.speaker_words else None) for s in found.statements)
    parts = [" … ".join(p.of(text) for p in s.parts) for s in found.statements]
    return [(names.get(s.speaker, w), p) for s, w, p in zip(found.statements, words, parts, strict=True)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ms Nadia Orme called the closure a blow to the town.", "the closure a blow to the town"),
        ("Ms Nadia Orme puts the cost at £3m a year.", "the cost at £3m a year"),
        ("Ms Nadia Orme expressed disappointment that the pier had closed.", "the pier had closed"),
        ("Ms Nadia Orme spoke. Her argument is that the pier should stay.", "the pier should stay"),
        ("Ms Nadia Orme wished to know why the pier had been shut.", "why the pier had been shut"),
    ],
)
def test_a_turn_of_phrase_gives_words(read, text, words):
    assert said(read, text) == [("Nadia Orme", words)]


def test_a_name_and_a_thought_are_no_epithet(read):
    assert said(read, "Ms Nadia Orme named the boat Rex. She considers the plan dead.") == []


def test_a_verb_behind_a_quotation_goes_on_with_its_subject(read):
    text = "Ms Nadia Orme called the vote “an act of folly” and predicted that visitors would stay away."
    assert said(read, text) == [
        ("Nadia Orme", "the vote “an act of folly”"),
        ("Nadia Orme", "visitors would stay away"),
    ]


def test_each_item_of_a_list_is_what_somebody_found(read):
    text = "Mr Tom Vale has published a study. He finds that:\n\n- one pier in five is shut;\n\n"
    text += "- two in five have lost their roofs.\n\nThe study cost £4,000."
    assert said(read, text) == [
        ("Tom Vale", "one pier in five is shut"),
        ("Tom Vale", "two in five have lost their roofs"),
    ]


def test_a_quotation_behind_a_sentence_about_somebody_is_theirs(read):
    text = "Ms Nadia Orme was waiting by the door. “At last they have listened to us.” Will it hold? “It will have to.”"
    assert said(read, text) == [
        ("Nadia Orme", "At last they have listened to us."),
        ("Nadia Orme", "It will have to."),
    ]


def test_a_name_behind_a_dash_signs_the_quotation_before_it(read):
    text = "Reaction\n\n“It is the first plan that has met a boat.” – Nadia Orme, Harbour Trust"
    assert said(read, text) == [("Nadia Orme", "It is the first plan that has met a boat.")]


def test_what_the_author_thinks_is_no_statement_and_what_the_author_said_is(read):
    text = "I think that the pier should stay. I hope she listens. I told the council that the pier was safe."
    assert [words for _, words in said(read, text, authors=("Nadia Orme",))] == ["the pier was safe"]


def test_who_asks_is_not_who_answers(read):
    text = "Mr Tom Vale waited. Asked by Dr Kim Moss whether it was late, he said: “It is early, and I have time.”"
    assert ("Tom Vale", "It is early, and I have time.") in said(read, text)


def test_a_given_name_tells_he_from_she(read):
    text = "Margaret Orme met Stephen Vale on the pier. “It was cold out there,” she said. “It was fine,” he said."
    assert [who for who, _ in said(read, text)] == ["Margaret Orme", "Stephen Vale"]


def test_she_replied_is_who_was_written_to(read):
    text = "Ms Rita Moss wrote to Ms Nadia Orme on Monday asking her to intervene. She replied that it was too late."
    assert said(read, text)[-1] == ("Nadia Orme", "it was too late")


def test_the_minister_right_behind_a_sentence_about_somebody_is_they(read):
    text = "Ms Nadia Orme stayed for an hour. The minister said that the pier was safe."
    assert said(read, text) == [("Nadia Orme", "the pier was safe")]


def test_a_question_put_to_a_body_is_not_its_own(read):
    text = "The Harbour Trust, asked whether it would pay, said that it would not."
    assert [words for _, words in said(read, text)] == ["it would not"]


def test_a_share_of_people_is_nobody(read):
    assert said(read, "61% say the pier should stay.") == []


def test_you_in_a_letter_is_who_is_named_above_the_salutation(read):
    head = "Ms Rita Moss MP\n\nThe Old Customs House\n\nDear Minister,\n\n"
    text = f"{head}You told the Harbour Trust that piers “must pay”."
    assert said(read, text) == [("Rita Moss", "piers “must pay”")]
