"""Quotation marks of every make, whole and broken."""

import re
from functools import cache
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from graph_builder.extract.language import Language, load_language, parse
from graph_builder.extract.quotation_marks import pairs
from graph_builder.extract.quotations import quotations
from graph_builder.model import Document, Span


@cache
def language() -> Language:
    return load_language()


def found(words: str) -> list[str]:
    """The quotations of a text whose lines are its paragraphs; pieces are joined by a bar."""
    body = tuple(Span(*m.span()) for m in re.finditer(r"\S[^\n]*", words))
    text = parse(Document(source="a.txt", digest="", text=words, body=body), language())
    return [" | ".join(span.of(words) for span in quotation.words) for quotation in quotations(text)]


def test_curly_and_straight_marks_are_paired():
    assert found("“We shall wait,” said Ms Orme.") == ["We shall wait,"]
    assert found('"We shall wait," said Ms Orme. "And then?"') == ["We shall wait,", "And then?"]


def test_single_marks_are_told_from_apostrophes():
    assert found("‘We won’t wait,’ said Ms Orme, ‘it’s the children’s bridge.’") == [
        "We won’t wait,",
        "it’s the children’s bridge.",
    ]
    assert found("'We won't wait,' said Ms Orme.") == ["We won't wait,"]


def test_the_apostrophe_of_a_plural_does_not_end_a_quotation():
    assert found("‘The parents’ groups know that,’ he said.") == ["The parents’ groups know that,"]
    assert found("'The teachers' union won't accept it,' she said.") == ["The teachers' union won't accept it,"]


def test_possessives_and_clipped_words_alone_are_no_quotations():
    assert found("The boys' school and the girls' school merged in the '90s.") == []
    assert found("’Tis the parents’ turn, and the teachers’.") == []


def test_what_is_quoted_inside_a_quotation_belongs_to_it():
    assert found("“They told me, ‘You’re too early,’ and left.”") == ["They told me, ‘You’re too early,’ and left."]
    assert found("‘They said “no” to all of it,’ she wrote.") == ["They said “no” to all of it,"]
    assert found("‘They’ve ‘had enough’, I think,’ he said.") == ["They’ve ‘had enough’, I think,"]


def test_a_quotation_that_every_paragraph_opens_again_is_one():
    words = "“First we asked.\n“Then we begged.\n“Then we paid,” said Ms Orme. “Twice.”"
    assert found(words) == ["First we asked. | Then we begged. | Then we paid,", "Twice."]


def test_single_marks_may_run_over_paragraphs_too():
    assert found("‘First we asked.\n‘Then we begged.’") == ["First we asked. | Then we begged."]


def test_a_forgotten_closing_mark_spoils_nothing_else():
    assert found('"We will fight, she said. "And win."') == ["We will fight, she said.", "And win."]
    assert found("She spoke.\n“We will fight.\nThe rest is told.\n“Good,” he said.") == ["We will fight.", "Good,"]


def test_a_mark_opened_in_mid_sentence_and_never_closed_ends_with_its_sentence():
    assert found("He called it the “biggest con in the county and left. Then he ate.") == [
        "biggest con in the county and left."
    ]


def test_a_closing_mark_without_an_opening_one_is_passed_over():
    assert found("We will fight,” she said. “And win.”") == ["And win."]


def test_inches_and_feet_are_no_quotations():
    assert found('The pipe is 6" wide and the man is 5\'2" tall.') == []


def test_marks_that_point_the_wrong_way_are_read_by_where_they_stand():
    assert found("”We asked,” he said.") == ["We asked,"]
    assert found("``We asked,'' he said.") == ["We asked,"]


def test_a_block_quotation_in_markdown_may_be_opened_again():
    assert found("> “First we asked.\n> “Then we begged.”") == ["First we asked. | Then we begged."]


@given(st.text(alphabet="ab. ,?\"'“”‘’s1", max_size=60))
def test_whatever_the_marks_the_pairs_are_in_order_and_apart(words):
    found_pairs = pairs(words)
    for pair in found_pairs:
        assert 0 <= pair.start < pair.inside <= pair.outside <= pair.end <= len(words)
    assert all(a.end <= b.start for a, b in pairwise(found_pairs))
