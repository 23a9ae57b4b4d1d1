"""What a date in a text means, and when it means none."""

import pytest

from graph_builder.extract.dates import dates_in
from graph_builder.model import Span

THURSDAY = "2024-05-16"


def read(words: str, published: str | None = THURSDAY, **how: bool) -> list[str]:
    return [when.iso for when in dates_in(words, Span(0, len(words)), published, **how)]


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("on 20 June 2024", ["2024-06-20"]),
        ("on the 10th of May 2023", ["2023-05-10"]),
        ("Jan. 14, 2023", ["2023-01-14"]),
        ("dated 2023-11-21", ["2023-11-21"]),
        ("in June 2022", ["2022-06"]),
        ("founded in 1987", ["1987"]),
        ("by spring 2024", ["2024"]),
        ("in the autumn of 2023", ["2023"]),
        ("the 31st of April 2023", []),
        ("in the 1980s", []),
        ("2,019 people and 2019 per cent", []),
    ],
)
def test_a_date_with_its_year_is_read_as_precisely_as_it_is_said(words, dates):
    assert read(words, None) == dates


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("between 2 and 9 May 2031", ["2031-05-02", "2031-05-09"]),
        ("from 4 to 6 March", ["2024-03-04", "2024-03-06"]),
        ("from 2019 to 2021", ["2019", "2021"]),
        ("in 2019-20", ["2019", "2020"]),
        ("between November and January 2024", ["2023-11", "2024-01"]),
        ("between July and October", ["2023-07", "2023-10"]),
        ("between October 2023 and January 2024", ["2023-10", "2024-01"]),
    ],
)
def test_a_stretch_of_time_is_two_dates(words, dates):
    assert read(words) == dates


@pytest.mark.parametrize(
    ("words", "past", "ahead"),
    [
        ("on Tuesday 7 May", ["2024-05-07"], ["2025-05-07"]),
        ("on January 4", ["2024-01-04"], ["2025-01-04"]),
        ("in September", ["2023-09"], ["2024-09"]),
        ("on Wednesday evening", ["2024-05-15"], ["2024-05-22"]),
        ("in the autumn", ["2023"], ["2024"]),
    ],
)
def test_a_date_without_a_year_is_the_nearest_one_that_the_verb_allows(words, past, ahead):
    assert read(words) == past
    assert read(words, future=True) == ahead


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("last Thursday", ["2024-05-09"]),
        ("next Thursday", ["2024-05-23"]),
        ("until Friday", ["2024-05-17"]),
        ("this morning", ["2024-05-16"]),
        ("yesterday", ["2024-05-15"]),
        ("last month", ["2024-04"]),
        ("next month", ["2024-06"]),
        ("at the end of this month", ["2024-05"]),
        ("by the end of the year", ["2024"]),
        ("in May last year", ["2023-05"]),
        ("on 3 June last year", ["2023-06-03"]),
        ("last June", ["2023-06"]),
        ("its March report", ["2024-03"]),
        ("March's vote", ["2024-03"]),
        ("this summer", ["2024"]),
        ("last autumn", ["2023"]),
        ("have until 28 June to reply", ["2024-06-28"]),
    ],
)
def test_a_relative_date_is_counted_from_the_document_s_own(words, dates):
    assert read(words) == dates


@pytest.mark.parametrize(
    "words",
    [
        "a week on Tuesday",
        "Tuesday week",
        "every Friday",
        "on Thursdays",
        "last week",
        "recently",
        "last spring",
        "we may vote",
    ],
)
def test_what_names_no_one_day_or_season_is_no_date(words):
    assert read(words) == []


def test_without_the_document_s_date_nothing_relative_is_read():
    assert read("on Tuesday, last month, in June and yesterday", None) == []


def test_a_document_dated_by_its_month_only_gives_no_days_that_are_counted_from_it():
    assert read("yesterday and on Tuesday", "2024-05") == []
    assert read("in March and last year", "2024-05") == ["2024-03", "2023"]


def test_a_date_in_figures_is_read_where_one_order_is_possible_or_the_document_is_british():
    assert read("13/11/2024 and 11/13/2024") == ["2024-11-13", "2024-11-13"]
    assert read("04/11/2024") == []
    assert read("04/11/2024", british=True) == ["2024-11-04"]


def test_a_limit_and_a_beginning_are_told_from_the_time_itself():
    words = "by 3 June, since 2019 and on 4 June"
    assert [(w.until, w.since) for w in dates_in(words, Span(0, len(words)), THURSDAY, future=True)] == [
        (True, False),
        (False, True),
        (False, False),
    ]
