import random

from graph_builder.view.network import page_data
from graph_builder.view.page import summary


def only(facts):
    (fact,) = facts
    return fact


def test_what_two_documents_say_is_one_fact_with_two_sentences(debate):
    data = page_data(debate)
    fact = only(f for f in data.facts if f.words == "Secretary of State for Culture at")
    assert [e.source for e in fact.evidence] == ["bill-launch.html", "levy-row.eml"]
    assert not fact.single
    assert fact.when == "from July 2030"


def test_the_order_of_the_rows_changes_nothing(debate):
    before = page_data(debate)
    for rows in debate.values():
        random.Random(7).shuffle(rows)  # noqa: S311
    assert page_data(debate) == before


def test_parallel_facts_are_one_line_with_its_words(debate):
    first = debate["positions"][0]
    debate["positions"] += [{**first, "stance": "calls-for", "evidence": "Pass it, she urged."}]
    line = only(k for k in page_data(debate).links if k.key == "person/maud-ellery>topic/public-libraries-bill")
    assert line.words == "calls for · supports"
    assert len(line.facts) == 2
    assert line.tone == "for"


def test_someone_on_both_sides_is_neither_for_nor_against(debate):
    debate["positions"] += [{**debate["positions"][0], "stance": "opposes", "evidence": "She opposed it."}]
    line = only(k for k in page_data(debate).links if k.key == "person/maud-ellery>topic/public-libraries-bill")
    assert line.tone == "mixed"


def test_a_warning_is_not_opposition(debate):
    line = only(k for k in page_data(debate).links if k.target == "topic/unfunded-duties")
    assert (line.words, line.tone) == ("warns of", "plain")


def test_a_hedged_position_is_in_doubt_until_a_document_states_it_plainly(debate):
    def doubts():
        data = page_data(debate)
        return only(f.doubts for f in data.facts if f.subject == "person/yusra-haddad" and f.sort == "stance")

    assert doubts() == ("hedged",)
    hedged = only(row for row in debate["positions"] if row["hedged"] == "true")
    debate["positions"].append({**hedged, "hedged": "false", "source": "levy-row.eml"})
    assert doubts() == ()


def test_a_fact_that_was_found_unsurely_says_so(debate):
    fact = only(f for f in page_data(debate).facts if f.words == "former chief librarian of")
    assert fact.doubts == ("unsure reading, 55%",)


def test_a_topic_that_is_an_event_is_not_drawn_twice(debate):
    data = page_data(debate)
    assert "topic/closure-of-saltby-library" not in {thing.key for thing in data.things}
    assert only(k for k in data.links if k.key.endswith("opal>event/closure-of-saltby-library")).tone == "for"


def test_a_topic_goes_by_its_commonest_spelling_however_it_is_written(debate):
    for row in debate["positions"][:1]:
        row["topic"] = "The public LIBRARIES bill"
    labels = {thing.key: thing.label for thing in page_data(debate).things}
    assert labels["topic/public-libraries-bill"] == "the Public Libraries Bill"


def test_a_party_is_told_from_other_organisations(debate):
    kinds = {thing.label: thing.kind for thing in page_data(debate).things}
    assert (kinds["Union Party"], kinds["Readers Together"]) == ("party", "organisation")


def test_the_parts_of_a_statement_stand_together(debate):
    fact = only(f for f in page_data(debate).facts if f.sort == "statement" and f.subject == "person/pell-okonjo")
    assert fact.text == "“They took the books first … then the chairs”"


def test_reported_words_stand_without_quotation_marks(debate):
    fact = only(f for f in page_data(debate).facts if f.sort == "statement" and f.subject == "person/hamish-rook")
    assert fact.text == "no volunteer should be asked to run a service alone"


def test_an_event_keeps_the_names_that_documents_give_it(debate):
    other = {**debate["events"][0], "label": "the Farrant inquiry", "source": "levy-row.eml"}
    debate["events"].append(other)
    event = only(t for t in page_data(debate).things if t.key == "event/farrant-review-of-public-libraries")
    assert event.label == "Farrant review of public libraries"
    assert event.aliases == ("the Farrant inquiry",)
    assert event.when == "November 2030 to September 2031"


def test_someone_whom_no_question_describes_is_shown_by_the_name_in_the_fact(debate):
    holder = {"holder": "https://example.org/id/person/new-face", "holderName": "New Face"}
    debate["positions"].append({**debate["positions"][0], **holder})
    assert "New Face" in {thing.label for thing in page_data(debate).things if thing.kind == "person"}


def test_two_names_that_end_alike_stay_two_things(debate):
    debate["people"].append({"person": "https://elsewhere.example/person/maud-ellery", "name": "Maud Ellery, another"})
    named = [thing.label for thing in page_data(debate).things if thing.label.startswith("Maud Ellery")]
    assert sorted(named) == ["Maud Ellery", "Maud Ellery, another"]


def test_only_a_web_address_becomes_a_link(hostile):
    addresses = {source.address for source in page_data(hostile).sources}
    assert addresses == {"", "https://courier.example/libraries"}


def test_the_sentence_on_top_says_what_was_read_and_from_when(debate):
    assert summary(page_data(debate)) == (
        "Read from 6 documents published between 3 February 2031 and September 2031 (1 without a date): "
        "18 people, 3 parties, 16 organisations, 10 events and 6 topics; 87 facts, each with its sentence."
    )


def test_nothing_read_is_said_in_a_sentence():
    assert summary(page_data({})) == "No document has been read yet."
