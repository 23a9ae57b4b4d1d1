import pytest

from graph_builder.view.words import date_words, event_words, joined, participation_words, role_words, span_words


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2024", "2024"),
        ("2024-06", "June 2024"),
        ("2024-06-02", "2 June 2024"),
        ("2024-13", "2024-13"),
        ("spring 2024", "spring 2024"),
        ("", ""),
    ],
)
def test_a_date_is_as_precise_as_it_was_given(iso, words):
    assert date_words(iso) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2021", "2023-05", "2021 to May 2023"),
        ("2021-03-04", "2021-03-04", "4 March 2021"),
        ("2021", "", "from 2021"),
        ("", "2023", "until 2023"),
        ("", "", ""),
    ],
)
def test_an_end_that_nobody_gave_is_left_open(start, end, words):
    assert span_words(start, end) == words


@pytest.mark.parametrize(
    ("kind", "start", "end", "words"),
    [
        ("letter", "2021-03-04", "", "4 March 2021"),
        ("review", "2021-03", "", "from March 2021"),
        ("meeting", "2021-03-04", "2021-03-06", "4 March 2021 to 6 March 2021"),
    ],
)
def test_only_what_lasts_is_said_to_be_from_its_first_day(kind, start, end, words):
    assert event_words(kind, start, end) == words


@pytest.mark.parametrize(
    ("role", "status", "area", "body", "words"),
    [
        ("chief executive", "current", "", "charity", "chief executive of"),
        ("chief executive", "former", "", "charity", "former chief executive of"),
        ("member", "current", "", "political-party", "member of"),
        ("Member of Parliament", "current", "Marlow", "legislature", "Member of Parliament for Marlow in"),
        ("Secretary of State for Culture", "current", "", "government-department", "Secretary of State for Culture at"),
        ("spokeswoman", "current", "", "charity", "spokeswoman for"),
        ("adviser", "future", "", "public-body", "next adviser to"),
        ("teacher", "former", "", "", "former teacher"),
        ("", "current", "", "charity", " of"),
    ],
)
def test_a_post_reads_as_words_before_the_body(role, status, area, body, words):
    assert role_words(role, status, area, body) == words


def test_a_letter_is_sent_and_a_review_is_led():
    assert participation_words("addressee", "letter") == "was sent"
    assert participation_words("chair", "review") == "led"
    assert participation_words("chair", "meeting") == "chaired"
    assert participation_words("unheard-of", "meeting") == "took part in"


def test_a_list_reads_as_a_sentence():
    assert [joined(list("abc")), joined(list("ab")), joined(["a"]), joined([])] == ["a, b and c", "a and b", "a", ""]
