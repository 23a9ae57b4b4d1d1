"""Records of debates, interviews and written questions: whose words stand after a name."""

import re

from graph_builder.extract.language import parse
from graph_builder.extract.record_lines import speaker_names
from graph_builder.model import Document, Span

RECORD = """Ms Nadia Orme MP and Mr Tom Vale MP spoke on Monday.
3. Nadia Orme (Fordham East) (Lab): What steps he is taking to open the bridge at Fordham. [900123]
The Minister for Bridges (Tom Vale): I thank my hon. Friend. The bridge will open in May.
It has been closed since the flood, and I regret that very much.
Nadia Orme: The Fordham Bridge Trust says that it could open now. Does he agree?
Tom Vale: I do not."""


def test_in_a_record_everything_after_the_name_is_the_speakers_own(said):
    assert said(RECORD, "") == [
        ("Nadia Orme", "direct", "What steps he is taking to open the bridge at Fordham."),
        (
            "Tom Vale",
            "direct",
            (
                "I thank my hon. Friend. The bridge will open in May. … "
                "It has been closed since the flood, and I regret that very much."
            ),
        ),
        ("Nadia Orme", "direct", "The Fordham Bridge Trust says that it could open now. Does he agree?"),
        ("Fordham Bridge Trust", "reported", "it could open now"),
        ("Tom Vale", "direct", "I do not."),
    ]


def test_in_a_record_each_speaker_answers_the_one_before(heard):
    found = [(name, f.addressee) for f, name in heard(RECORD) if name and f.rule == "statement/speaker-line"]
    assert [addressee is not None for _, addressee in found] == [False, True, True, True]


def test_labels_of_a_page_are_no_speakers(said):
    words = "Contact: Nadia Orme\nNotes: Nadia Orme is free for interviews.\nTreasurer: Tom Vale"
    assert said(words) == []


def test_a_written_question_is_the_members_and_the_answer_the_ministers(said):
    words = (
        "Ms Nadia Orme MP (Fordham East)\n"
        "To ask the Secretary of State for Bridges, what estimate he has made of the cost of the bridge. [12345]\n"
        "Answered by\nMr Tom Vale\nOn 4 May 2023\n"
        "We have made no estimate of the cost of the bridge at Fordham, which belongs to the county, not to us."
    )
    assert [(name, text[:12]) for name, _, text in said(words, "")] == [
        ("Nadia Orme", "To ask the S"),
        ("Tom Vale", "We have made"),
    ]


def test_a_record_tells_by_its_form_who_its_speakers_are(language):
    body = tuple(Span(*m.span()) for m in re.finditer(r"\S[^\n]*", RECORD))
    text = parse(Document(source="a.txt", digest="", text=RECORD, body=body), language)
    assert {span.of(RECORD) for span in speaker_names(text)} == {"Nadia Orme", "Tom Vale"}
