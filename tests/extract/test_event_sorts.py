"""Consultations, votes with their figures, works that come out, money, records, and what is no event."""

import pytest

THURSDAY = "2024-05-16"

TOLD = [
    # a consultation is one event with two ends
    (
        "The ministry's consultation on ferry fares opened on 4 March. The consultation closes on 7 June.",
        ("review", "2024-03-04", "2024-06-07", "consultation on ferry fares"),
    ),
    (
        "The Pilot Fares scheme, on which the Harbour Office is consulting until 7 June, would cap fares.",
        ("review", "2024-06-07", None, "Pilot Fares scheme"),
    ),
    (
        "The consultation, which ran from January to March, drew 900 replies about the Harbour Light levy.",
        ("review", "2024-01", "2024-03", "Harbour Light levy"),
    ),
    ("In a ballot that closed on Tuesday, the porters chose to strike.", ("vote", "2024-05-14", None, "ballot")),
    # votes told by their figures
    (
        "Denholm Council's planning committee refused the application on 2 May by 8 votes to 5.",
        ("vote", "2024-05-02", None, "refuses the application"),
    ),
    (
        "By seven votes to four, Denholm Council asked ministers on 2 May to call in the plan.",
        ("vote", "2024-05-02", None, "call in the plan"),
    ),
    ("The amendment on fares fell by 31 votes to 50.", ("vote", None, None, "amendment on fares")),
    # works and papers that come out
    (
        "Porters have asked for it since the Lantern Trust published Waiting for a Berth in 2021.",
        ("publication", "2021", None, "Waiting for a Berth"),
    ),
    ("The Pits Committee reported on 21 March.", ("publication", "2024-03-21", None, "Pits Committee")),
    (
        "She sat on the Tolls Commission, whose report appeared last month.",
        ("publication", "2024-04", None, "Tolls Commission"),
    ),
    # money
    ("Harle Marine will receive £90,000 over three years.", ("funding", None, None, "£90,000 for Harle Marine")),
    (
        "On Tuesday Joan Reed pledged £14 million for a relief vessel.",
        ("funding", "2024-05-14", None, "£14 million for relief vessel"),
    ),
    # what was announced in a clause
    (
        "Landlords will not have to register until 2027, the Housing Office announced last night.",
        ("announcement", "2024-05-15", None, "Landlords will not have to register"),
    ),
    # a strike that begins is a strike, a case that is begun a case
    ("The dock strike began on Monday.", ("protest", "2024-05-13", None, "strike")),
    (
        "Last month the Quiet Bay Group began judicial review proceedings against Denholm Council.",
        ("court-case", "2024-04", None, "judicial review"),
    ),
    # entries of a timeline
    (
        "1991 – Tankers stay out.\n\n9 May 2023 – The port applies to lift the ban. It is late.\n\n4 March 2024 – Yes.",
        ("other", "2023-05-09", None, "port applies"),
    ),
]
NOTHING = [
    "I will write to the chief executive.",
    "I bought a cottage in Harle in 2006.",
    "In 2023, 1,940 events took place at the university.",
    "Every berth that closes in June is a family without work.",
    "She said that 212 flats were awaiting repair in April.",
    "Joan Reed, who retired to Harle to write, has a boat.",
]


@pytest.fixture(scope="module")
def told(read):
    """Of each event of a text: kind, start, end, label."""

    def of(text):
        found = read(text, published=THURSDAY)
        label = {r.id: r for r in found.referents}
        return [(label[e.event].kind, e.start, e.end, label[e.event].name) for e in found.events]

    return of


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_the_event_is_told_with_its_kind_its_days_and_its_words(told, text, event):
    found = told(text)
    assert any(each[:3] == event[:3] and event[3].casefold() in each[3].casefold() for each in found), found


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_a_state_a_figure_or_an_aside_is_no_event(told, text):
    assert told(text) == []


MINUTES = """Minutes of the meeting of the Harbour Committee held on 14 March 2024

Present: Ada Pell (Chair), Kit Hale, Joan Reed. Apologies: Owen Marl.

The Committee noted the report."""


def test_those_present_took_part_in_the_meeting_that_was_minuted_and_those_who_sent_apologies_did_not(read):
    found = read(MINUTES, published=THURSDAY, title="Harbour Committee")
    names = {r.id: r.name for r in found.referents}
    parts = {names[p.agent]: p.role for p in found.participations}
    assert parts["Ada Pell"] == "chair"
    assert "Kit Hale" in parts
    assert "Owen Marl" not in parts


def test_a_transcript_is_the_speech_of_whoever_gave_it(read):
    text = "Delivered on: 14 May 2024 (Transcript of the speech, as delivered)\n\nJoan Reed MP\n\nThank you all."
    found = read(text, published=THURSDAY, title="Ferries Minister speech at Harle College")
    names = {r.id: r for r in found.referents}
    assert [(names[e.event].kind, e.start) for e in found.events] == [("speech", "2024-05-14")]
    assert [names[p.agent].name for p in found.participations] == ["Joan Reed"]
