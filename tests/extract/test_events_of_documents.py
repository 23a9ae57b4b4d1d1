"""Events that a document itself is or lists: timelines, letters, write-ups."""

import pytest

TIMELINE = """Fares in Dunmouth: how we got here

3 March 2023: A review is announced

The transport department names Ada Pell as chair of the Fares Review.

20 March 2023: An early quarrel

Omar Blake becomes transport secretary. Two days later Joan Reed is made buses minister.
"""

LETTER = """Open letter on bus fares

Dear Ada Pell,

We write as people who cannot afford to get to work, and we ask you to act before the winter.

Yours sincerely,

Omar Blake, Chief Executive, Fen Society

Joan Reed, Dunmouth
"""


@pytest.fixture(scope="module")
def events(read):
    """The label, start and participants of each event of a text."""

    def of(text, **known):
        found = read(text, **known)
        name = {r.id: r.name for r in found.referents}
        took = {
            e.event: {(name[p.agent], p.role) for p in found.participations if p.event == e.event} for e in found.events
        }
        return {(name[e.event], e.start): took[e.event] for e in found.events}

    return of


def test_a_timeline_s_heading_that_names_an_event_is_one(events):
    assert ("A review is announced", "2023-03-03") in events(TIMELINE, published="2024-05-16")


def test_what_stands_under_a_dated_heading_in_the_present_has_its_date(events):
    found = events(TIMELINE, published="2024-05-16")
    assert ("Appointment of Omar Blake as transport secretary", "2023-03-20") in found


def test_days_later_are_counted_from_the_heading(events):
    found = events(TIMELINE, published="2024-05-16")
    assert ("Appointment of Joan Reed as buses minister", "2023-03-22") in found


def test_an_open_letter_has_its_addressee_and_everyone_who_signs_it(events):
    found = events(LETTER, published="2024-05-16", genre="open-letter", title="Open letter on bus fares")
    parts = found["Open letter to Ada Pell", "2024-05-16"]
    assert {("Ada Pell", "addressee"), ("Omar Blake", "signatory"), ("Joan Reed", "signatory")} <= parts


WRITE_UP = """Who pays for buses?

On Wednesday evening a full room in Dunmouth heard four speakers. The debate was chaired by our director, Dr Ada Pell.

Omar Blake said: “Fares have doubled in this county in ten years.”

Joan Reed said: “The money was there and it was spent elsewhere.”

Canon Hugh Hall said: “My parish has no bus on any day of the week.”
"""


def test_a_write_up_is_the_event_it_tells_of_with_its_chair_and_those_who_spoke(events):
    found = events(WRITE_UP, published="2024-05-17", title="Who pays for buses?", genre="event-report")
    parts = found["Who pays for buses?", "2024-05-15"]
    assert {("Ada Pell", "chair"), ("Omar Blake", "speaker"), ("Joan Reed", "speaker")} <= parts
