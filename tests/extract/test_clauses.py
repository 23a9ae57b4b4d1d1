"""What the parser says of a clause, and how it is told as a topic."""

import pytest

from graph_builder.extract.clauses import agent_of, is_passive, modals, negated, object_of, subject_of
from graph_builder.extract.topics import gerund, is_vague, noun_phrase, tidy, verb_phrase


@pytest.fixture(scope="session")
def word(language):
    """A word of a sentence, parsed."""

    def find(sentence: str, text: str):
        return next(token for token in language.pipeline(sentence) if token.text == text)

    return find


def test_a_verb_shares_the_subject_of_the_verb_it_is_joined_to(word):
    assert subject_of(word("Ada Orme read the letter and signed it.", "signed")).text == "Orme"


def test_a_passive_has_an_agent_and_no_object(word):
    verb = word("The levy was rejected by the league.", "rejected")
    assert is_passive(verb)
    assert agent_of(verb).text == "league"
    assert object_of(verb) is None


@pytest.mark.parametrize("sentence", ["She did not sign it.", "She never signed it.", "Nobody signed it."])
def test_a_verb_is_denied_by_not_never_and_nobody(word, sentence):
    assert negated(word(sentence, "sign" if "sign " in sentence else "signed"))


def test_shortened_auxiliaries_are_given_in_full(word):
    assert "will" in modals(word("We'll sign it.", "sign"))


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("publish", "publishing"), ("close", "closing"), ("cut", "cutting"), ("agree", "agreeing"), ("die", "dying")],
)
def test_a_verb_has_its_ing_form(lemma, form):
    assert gerund(lemma) == form


def test_a_noun_phrase_leaves_its_article_and_its_clauses_behind(word):
    sentence = "She welcomed the new ferry for islanders, which starts in May."
    assert noun_phrase(word(sentence, "ferry")) == "new ferry for islanders"


def test_a_clause_is_told_as_an_action(word):
    sentence = "She urged ministers to publish the timetable before winter."
    assert verb_phrase(word(sentence, "publish")) == "publishing the timetable before winter"


@pytest.mark.parametrize("words", ["it", "doing so", "four things", ""])
def test_words_that_name_nothing_by_themselves_are_vague(words):
    assert is_vague(words)


def test_a_topic_ends_in_no_small_word_and_holds_no_odd_quotation_mark():
    assert tidy("the levy on ferries and of the") == "levy on ferries"
    assert tidy("“a toll on growing up") == "toll on growing up"
