"""Who said what: one construction at a time, on sentences about an invented bridge and the people who argue over it."""

import pytest

from graph_builder.model import Unattributed

LEAD = "Ms Nadia Orme, the chief executive of the Fordham Bridge Trust, met Mr Tom Vale MP at the bridge on Monday.\n"


@pytest.mark.parametrize(
    "words",
    [
        "“The bridge is closed,” said Nadia Orme.",
        "“The bridge is closed,” Nadia Orme said on Tuesday.",
        "Nadia Orme said: “The bridge is closed,”",
        "Nadia Orme, who has led the trust since 2019, said: “The bridge is closed,”",
        "Nadia Orme told reporters, “The bridge is closed,”",
        "‘The bridge is closed,’ said Nadia Orme.",
        '"The bridge is closed," said Nadia Orme.',
        "Nadia Orme said:\n“The bridge is closed,”",
        "“The bridge is closed,” — Nadia Orme",
        "Nadia Orme, of the trust: “The bridge is closed,”",
    ],
)
def test_a_quotation_belongs_to_the_name_in_its_tag_wherever_the_tag_stands(said, words):
    assert said(words) == [("Nadia Orme", "direct", "The bridge is closed,")]


def test_a_quotation_that_its_tag_interrupts_is_one_statement(said):
    words = "“The bridge,” Nadia Orme said, “will open in May.” He left."
    assert said(words) == [("Nadia Orme", "direct", "The bridge, … will open in May.")]


def test_a_quotation_that_goes_on_after_its_tag_is_one_statement(said):
    words = "“The bridge is closed,” said Nadia Orme. “It will open in May. We hope.”"
    assert said(words) == [("Nadia Orme", "direct", "The bridge is closed, … It will open in May. We hope.")]


def test_a_quotation_opened_again_in_the_next_paragraph_is_one_statement_with_a_part_for_each(said):
    words = "Nadia Orme said: “The bridge is closed.\n“It will open in May.”\nMr Vale agreed."
    assert said(words) == [("Nadia Orme", "direct", "The bridge is closed. … It will open in May.")]


def test_the_tag_may_stand_after_the_last_of_several_paragraphs(said):
    words = "“The bridge is closed.\n“It will open in May,” Nadia Orme said."
    assert said(words) == [("Nadia Orme", "direct", "The bridge is closed. … It will open in May,")]


def test_what_is_quoted_inside_a_quotation_is_the_outer_speakers(said):
    words = "“They asked me, ‘Is it safe?’ and I said yes,” said Nadia Orme."
    assert said(words) == [("Nadia Orme", "direct", "They asked me, ‘Is it safe?’ and I said yes,")]


def test_a_paragraph_of_quotation_after_the_speakers_own_is_more_of_her_words(said):
    words = "“The bridge is closed,” said Nadia Orme.\n“We shall open it again in May, come what may.”"
    assert [name for name, _, _ in said(words)] == ["Nadia Orme", "Nadia Orme"]


def test_a_block_of_words_announced_by_a_colon_needs_no_marks(said):
    words = "Nadia Orme said:\nThe bridge is closed, and it will open again in May.\nNobody else spoke."
    assert said(words) == [("Nadia Orme", "direct", "The bridge is closed, and it will open again in May.")]


@pytest.mark.parametrize(
    "words",
    [
        "Nadia Orme said that the bridge would open in May.",
        "Nadia Orme said the bridge would open in May.",
        "Nadia Orme told reporters that the bridge would open in May.",
        "Nadia Orme argued the bridge would open in May.",
        "Nadia Orme warned in a letter that the bridge would open in May.",
        "Nadia Orme has denied that the bridge would open in May.",
        "According to Nadia Orme, the bridge would open in May.",
        "It was announced by Nadia Orme that the bridge would open in May.",
    ],
)
def test_reported_speech_is_the_clause_without_its_tag(said, words):
    assert said(words) == [("Nadia Orme", "reported", "the bridge would open in May")]


@pytest.mark.parametrize(
    "words",
    [
        "The bridge would open in May, said Nadia Orme.",
        "The bridge would open in May, Nadia Orme announced on Tuesday.",
        "The bridge would open in May, according to Nadia Orme.",
    ],
)
def test_what_is_reported_may_come_before_its_tag(said, words):
    assert said(words) == [("Nadia Orme", "reported", "The bridge would open in May")]


def test_somebodys_words_may_be_given_by_a_phrase_or_a_noun(said):
    assert said("It was, in the words of Nadia Orme, “a farce from start to finish”.") == [
        ("Nadia Orme", "mixed", "It was … a farce from start to finish")
    ]
    assert said("Nadia Orme’s claim that the bridge is safe was tested.") == [
        ("Nadia Orme", "reported", "the bridge is safe")
    ]


def test_a_participle_at_the_end_announces_the_subjects_words(said):
    words = (
        "Nadia Orme called the plan a “great chance” for a “tired” town, saying:\n“We shall build it by the spring.”"
    )
    assert said(words)[-1] == ("Nadia Orme", "direct", "We shall build it by the spring.")


def test_the_date_in_the_tag_is_when_it_was_said(heard):
    found = [f for f, name in heard(LEAD + "Nadia Orme said on 4 May 2023 that the bridge was safe.") if name]
    assert [f.said for f in found] == ["2023-05-04"]


def test_a_tag_in_the_middle_leaves_two_parts(said):
    assert said("The bridge, Nadia Orme said, would open in May.") == [
        ("Nadia Orme", "reported", "The bridge … would open in May")
    ]


def test_a_reported_question_is_a_statement(said):
    assert said("Nadia Orme asked whether the bridge was safe.") == [
        ("Nadia Orme", "reported", "whether the bridge was safe")
    ]


def test_a_quotation_within_reported_speech_makes_it_mixed_and_keeps_its_marks(said):
    assert said("Nadia Orme said the bridge would “not open before May”.") == [
        ("Nadia Orme", "mixed", "the bridge would “not open before May”")
    ]
    assert said("The bridge would “not open before May”, Nadia Orme said.") == [
        ("Nadia Orme", "mixed", "The bridge would “not open before May”")
    ]


def test_giving_something_a_name_says_it_of_that_thing(said):
    assert said("Nadia Orme called the plan “a ferry in disguise”.") == [
        ("Nadia Orme", "mixed", "the plan “a ferry in disguise”")
    ]
    assert said("Nadia Orme described the plan as worse than nothing.") == [
        ("Nadia Orme", "reported", "the plan as worse than nothing")
    ]


def test_accusing_and_urging_give_words_too(said):
    assert said("Nadia Orme accused the county of “robbing the ferry to pay the bridge”.") == [
        ("Nadia Orme", "direct", "robbing the ferry to pay the bridge")
    ]
    assert said("Nadia Orme urged ministers to open the bridge.") == [
        ("Nadia Orme", "reported", "ministers to open the bridge")
    ]


def test_two_verbs_of_saying_make_two_statements(said):
    words = "Nadia Orme said the bridge was safe, adding that it would open in May."
    assert said(words) == [
        ("Nadia Orme", "reported", "the bridge was safe"),
        ("Nadia Orme", "reported", "it would open in May"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Nadia Orme did not say whether the bridge would open.",
        "Nadia Orme declined to say whether the bridge would open.",
        "Nadia Orme declined to comment.",
        "Nadia Orme may say that the bridge is safe.",
        "If Nadia Orme says that the bridge is safe, it will open.",
        "Nadia Orme is understood to own the bridge.",
        "The bridge, which cost £4m, is called the “Long Fellow”.",
        "Nadia Orme chairs the “Bridges for All” campaign.",
        "Nadia Orme walked over the so-called ‘singing bridge’.",
        "Nadia Orme welcomed the plan.",
    ],
)
def test_what_nobody_said_is_no_statement(said, words):
    assert said(words) == []


def test_a_quotation_without_a_speaker_is_named_as_such(heard):
    found = [f for f, _ in heard("The wall is painted.\n“We shall never let them take the bridge away from us.”")]
    assert [type(f) for f in found] == [Unattributed]
    assert "speech tag" in found[0].reason


def test_a_pronoun_is_whoever_was_named(said):
    words = "Nadia Orme opened the fair. “The bridge is closed,” she said."
    assert said(words) == [("Nadia Orme", "direct", "The bridge is closed,")]


def test_a_spokesperson_speaks_for_the_body(said):
    words = "A spokesperson for the Fordham Bridge Trust said the bridge was safe."
    assert said(words) == [("Fordham Bridge Trust", "reported", "the bridge was safe")]


def test_the_name_after_whose_is_the_one_who_says_it(said):
    words = "The plan was welcomed by the Fordham Bridge Trust, whose chief executive, Nadia Orme, said it was sound."
    assert said(words) == [("Nadia Orme", "reported", "it was sound")]


def test_two_people_who_speak_together_have_said_it_each(said):
    lead = LEAD
    words = "“We asked for a bridge,” Nadia Orme and Tom Vale said."
    assert said(words, lead) == [
        ("Nadia Orme", "direct", "We asked for a bridge,"),
        ("Tom Vale", "direct", "We asked for a bridge,"),
    ]


def test_they_are_the_two_who_were_named_together(said):
    words = "Nadia Orme and Tom Vale wrote a letter. “We asked for a bridge,” they said."
    assert {name for name, _, _ in said(words)} == {"Nadia Orme", "Tom Vale"}


def test_the_addressee_is_a_referent_or_the_words_for_one(heard):
    whole = LEAD + "Nadia Orme told Tom Vale that the bridge was safe. She told reporters that it would open."
    found = [f for f, name in heard(whole) if name]
    assert found[0].addressee is not None
    assert found[1].addressee is None
    assert found[1].addressee_words == "reporters"


def test_cue_and_speaker_words_are_where_the_text_has_them(heard):
    whole = LEAD + "“The bridge is closed,” said Ms Orme."
    found = next(f for f, name in heard(whole) if name)
    assert found.cue.of(whole) == "said"
    assert found.speaker_words.of(whole).endswith("Orme")
    assert found.evidence.of(whole) == "“The bridge is closed,” said Ms Orme."


def test_only_saying_so_much_is_saying_it(said):
    assert said("Nadia Orme would only say that the bridge was safe.") == [
        ("Nadia Orme", "reported", "the bridge was safe")
    ]
    assert said("Nadia Orme recommends that the county close the bridge.") == [
        ("Nadia Orme", "reported", "the county close the bridge")
    ]


@pytest.mark.parametrize(
    ("words", "described"),
    [
        ("Two officials said that the bridge was safe.", "Two officials"),
        ("“The bridge is safe,” said a woman from the quay.", "a woman from the quay"),
        ("Many said that the bridge was safe.", "Many"),
        ("Engineers, who checked it in May, said that the bridge was safe.", "Engineers"),
    ],
)
def test_somebody_described_and_not_named_can_speak(heard, words, described):
    spoken = [f for f, name in heard(LEAD + words) if name is None]
    assert [(f.speaker, f.speaker_words.of(LEAD + words)) for f in spoken] == [(None, described)]


def test_what_half_the_country_is_said_to_be_is_no_statement(heard):
    spoken = [f for f, _ in heard(LEAD + "Half the country is said to be closed.")]
    assert not [f for f in spoken if not isinstance(f, Unattributed)]
