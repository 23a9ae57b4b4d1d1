"""Timelines whose headings are dates, and what is told of nothing that happened."""

import pytest

THURSDAY = "2024-05-16"


TIMELINE = """How it went

September 2019

The Tarn Federation in Hull bans vans at its five depots.

19 February 2023

Ada Pell publishes guidance. It has no legal force.

20 May 2023

Under pressure from her own side, she promises to put a duty into the Roads Bill. The Porters Union votes the \
following weekend, by 71 per cent to 29, to boycott the scheme.

4 July 2023

Labour wins the general election. Joan Reed becomes roads secretary the next day.

28 August 2023

The Porters Union calls off its boycott after the ministry gives in."""


@pytest.fixture(scope="module")
def told(read):
    """Of each event of a text: kind, start, label."""

    def of(text):
        found = read(text, published=THURSDAY)
        label = {r.id: r for r in found.referents}
        return [(label[e.event].kind, e.start, label[e.event].name) for e in found.events]

    return of


@pytest.mark.parametrize(
    "event",
    [
        ("legislation", "2019-09", "Tarn Federation bans vans at its five depots"),
        ("publication", "2023-02-19", "Publication of guidance by Ada Pell"),
        ("announcement", "2023-05-20", "Ada Pell promises to put a duty into the Roads Bill"),
        ("vote", "2023-05", "Porters Union votes to boycott the scheme"),
        ("election", "2023-07-04", "Labour Party wins the general election"),
        ("appointment", "2023-07-05", "Appointment of Joan Reed as roads secretary"),
        ("other", "2023-08-28", "Porters Union calls off its boycott"),
    ],
)
def test_a_date_that_is_a_heading_dates_what_stands_below_it(told, event):
    assert event in told(TIMELINE)


@pytest.mark.parametrize(
    "text",
    [
        "The council might be refused leave to appeal in June.",
        "The bill would return if the minister asked for it.",
        "Joan Reed has written to the paper.",
        "The firm runs the line, starting in January.",
    ],
)
def test_what_only_might_be_or_is_no_event_is_left_out(told, text):
    assert told(text) == []
