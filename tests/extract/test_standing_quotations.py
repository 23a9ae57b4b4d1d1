"""Quotations without a verb of saying: verdicts, messages, signatures, sentences that go on with what was said."""

import pytest


def said(read, text, **known):
    """(speaker, form, words) of every statement."""
    found = read(text, **known)
    names = {r.id: r.name for r in found.referents}
    return [(names[s.speaker], s.form, " … ".join(p.of(text) for p in s.parts)) for s in found.statements]


LEAD = "Ms Nadia Orme leads the town and Mr Tom Vale the anglers. "


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“A waste of good slate” was how Ms Nadia Orme described the roof.", "A waste of good slate"),
        ("“We are not going back,” was the reply from Ms Nadia Orme.", "We are not going back,"),
        ("“The pier must go” – that was the message from Ms Nadia Orme.", "The pier must go"),
        ("The verdict of Ms Nadia Orme was “a bridge for ducks”.", "a bridge for ducks"),
        ("Ms Nadia Orme was in no doubt: “The pier must go.”", "The pier must go."),
    ],
)
def test_a_noun_or_how_gives_a_quotation_to_somebody(read, text, words):
    assert said(read, text) == [("Nadia Orme", "direct", words)]


def test_her_verdict_is_hers(read):
    text = "Ms Nadia Orme has run the ferry since 2011. “An insult to every tenant” was her verdict on the plan."
    assert said(read, text) == [("Nadia Orme", "direct", "An insult to every tenant")]


def test_in_her_words_and_for_him_give_words_too(read):
    text = "Ms Nadia Orme closed the pier. In her words, “habit holds it up”. For Mr Tom Vale, it is “a free seat”."
    assert said(read, text) == [
        ("Nadia Orme", "direct", "habit holds it up"),
        ("Tom Vale", "mixed", "it is “a free seat”"),
    ]


def test_a_quotation_with_a_name_in_the_line_below_is_theirs(read):
    text = (
        "Mr Tom Vale was sorry. “We did our best,” he said.\n\nThe pier will close.\n\n"
        "“It has served us for a century and it is tired.”\n\n— Ms Nadia Orme, leader of the council"
    )
    assert said(read, text)[-1] == ("Nadia Orme", "direct", "It has served us for a century and it is tired.")


def test_a_heading_below_a_quotation_signs_nothing(read):
    text = LEAD + "\n\n“It has served us for a century and it is tired.”\n\nTom Vale and the pier"
    assert said(read, text) == []


def test_a_sentence_that_names_nobody_goes_on_with_what_was_said(read):
    text = (
        "Ms Nadia Orme was sad. The new boats, she said, were slow. At £9 a crossing it was “a tax on the islanders”."
    )
    assert said(read, text)[-1] == ("Nadia Orme", "mixed", "At £9 a crossing it was “a tax on the islanders”")


def test_a_sentence_about_somebody_else_does_not(read):
    text = "The new boats, Ms Nadia Orme said, were slow. Mr Tom Vale thought it “a tax on the islanders”."
    assert ("Nadia Orme", "mixed") not in [row[:2] for row in said(read, text)]


def test_grounds_are_the_words_of_whoever_gives_them(read):
    text = (
        "Mr Vale resigned in May after Ms Nadia Orme, who had resisted a ban on the ground that "
        "boats should “steer their own course”, lost her seat."
    )
    assert said(read, text) == [("Nadia Orme", "mixed", "boats should “steer their own course”")]


def test_a_suggestion_made_by_somebody_is_theirs_and_not_of_those_who_reject_it(read):
    text = LEAD + "The council rejects the suggestion, made by Mr Tom Vale, that piers would be “lost to the sea”."
    assert [row for row in said(read, text) if "lost" in row[2]] == [
        ("Tom Vale", "mixed", "piers would be “lost to the sea”")
    ]


def test_a_tag_inside_a_verb_leaves_the_clause_whole(read):
    text = "Ms Nadia Orme resigned. She had, she said, given her word to the town."
    assert said(read, text) == [("Nadia Orme", "reported", "She had, she said, given her word to the town")]


def test_what_was_told_needs_no_that(read):
    text = "Ms Nadia Orme told the meeting she would not resign, and promised to mend the pier."
    assert said(read, text)[0] == ("Nadia Orme", "reported", "she would not resign")


def test_you_in_a_letter_is_whoever_it_is_addressed_to(read):
    text = "Dear Ms Orme,\n\nYou told the meeting in May that the pier “would outlive us all”. You closed it."
    assert said(read, text) == [("Ms Orme", "mixed", "the pier “would outlive us all”")]


def test_the_seat_of_a_member_is_not_who_speaks(read):
    text = "The MP for Fordham, Labour's Nadia Orme, who sits on the Rivers Committee, said that she would ask him."
    assert said(read, text) == [("Nadia Orme", "reported", "she would ask him")]


def test_asked_if_she_would_tells_what_she_was_asked(read):
    text = "Asked if she would resign, Ms Nadia Orme was blunt. She said: “I have a pier to mend.”"
    assert said(read, text) == [("Nadia Orme", "direct", "I have a pier to mend.")]
