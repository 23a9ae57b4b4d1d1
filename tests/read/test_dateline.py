"""A dateline gives the day that it names, as precise as its words and no more."""

import pytest

from graph_builder.read.dateline import dateline, iso_date


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("16 October 2024", "2024-10-16"),
        ("Friday 7 February 2025, 5.00am", "2025-02-07"),
        ("Friday, 22nd November 2024", "2024-11-22"),
        ("Published on 28 March 2025", "2025-03-28"),
        ("For immediate release: Tuesday 17 October 2023", "2023-10-17"),
        ("EMBARGOED UNTIL 00:01 Monday 3 June 2024", "2024-06-03"),
        ("June 3, 2024", "2024-06-03"),
        ("Posted on Jun 03, 2024 by Ann Bell", "2024-06-03"),
        ("2024-06-03T09:00:00Z", "2024-06-03"),
        ("the 3rd day of June 2024", "2024-06-03"),
        ("25/12/2023", "2023-12-25"),
        ("March 2025", "2025-03"),
        ("Sept 2021", "2021-09"),
    ],
)
def test_a_date_is_read_as_written(words, date):
    assert iso_date(words) == date


@pytest.mark.parametrize(
    "words", ["03/04/2024", "31 June 2024", "in 2024", "Monday", "10 hours ago", "version 1.2.2024b"]
)
def test_a_day_that_is_not_certain_is_not_taken(words):
    assert iso_date(words) is None


def test_a_sentence_around_a_date_is_no_dateline():
    assert dateline("She resigned on 3 May 2024 after a vote of the council.") is None


def test_an_update_is_not_the_publication():
    assert dateline("Last updated: 2 July 2024").later
    assert dateline("Published 1 July 2024 · Updated 2 July 2024").date == "2024-07-01"


def test_what_stands_beside_the_date_is_kept():
    assert dateline("Friday 20 June 2025 | Ann Bell, Press Officer").rest == "Ann Bell, Press Officer"
    assert dateline("Ann Bell · 2 September 2024 · 4 min read").rest == "Ann Bell"
