"""Invented articles carry an annotation that fits their text."""

from __future__ import annotations

import pytest

from training.invent.forms import invent_article
from training.invent.markup import capital, read_marks

ARTICLES = [invent_article(number) for number in range(60)]


def test_a_number_always_gives_the_same_article() -> None:
    assert invent_article(3) == ARTICLES[3]


def test_no_mark_is_left_in_the_text() -> None:
    assert not any(sign in article.text for article in ARTICLES for sign in "⟦⟧{}‹›")


def test_every_name_is_words_of_the_text() -> None:
    for article in ARTICLES:
        for name in article.names or ():
            words = name.span.of(article.text)
            assert words
            assert words == words.strip()


def test_every_organisation_has_a_kind() -> None:
    named = [name for article in ARTICLES for name in article.names or () if name.label == "ORG"]
    assert named
    assert all(name.kind for name in named)


def test_every_attribution_has_content() -> None:
    said = [a for article in ARTICLES for a in article.attributions or ()]
    assert len(said) > 100
    assert all(a.content for a in said)


def test_marks_may_stand_inside_marks() -> None:
    read = read_marks("⟦S1|⟦N:PER|Ada Holm⟧, a baker,⟧ ⟦Q1|said⟧ ⟦C1|it rained⟧.")
    assert read.text == "Ada Holm, a baker, said it rained."
    assert [s.of(read.text) for s in read.attributions[0].source] == ["Ada Holm, a baker,"]
    assert read.names[0].span.of(read.text) == "Ada Holm"


def test_a_mark_that_does_not_close_is_refused() -> None:
    with pytest.raises(ValueError, match="not closed"):
        read_marks("⟦S1|Ada")


def test_the_first_letter_is_found_inside_marks() -> None:
    assert capital("⟦S1|the baker⟧ said") == "⟦S1|The baker⟧ said"
    assert capital("“nobody,” she said") == "“Nobody,” she said"
