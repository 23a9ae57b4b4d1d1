"""What a text tells of as an event: its kind, its label, its day, and who takes part."""

import pytest

THURSDAY = "2024-05-16"


@pytest.fixture(scope="module")
def told(read):
    """Of each event of a text: kind, label, start, end."""

    def of(text, **known):
        found = read(text, published=THURSDAY, **known)
        label = {r.id: r for r in found.referents}
        return [(label[e.event].kind, label[e.event].name, e.start, e.end) for e in found.events]

    return of


@pytest.fixture(scope="module")
def parts(read):
    """Who takes part in the events of a text, as what."""

    def of(text, **known):
        found = read(text, published=THURSDAY, **known)
        name = {r.id: r.name for r in found.referents}
        return {(name[p.agent], p.role) for p in found.participations}

    return of


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Ada Pell, who was promoted to Secretary of State for Housing last Thursday, spoke first.",
            ("appointment", "Appointment of Ada Pell as Secretary of State for Housing", "2024-05-09", None),
        ),
        (
            "Ada Pell was made housing minister on 3 May.",
            ("appointment", "Appointment of Ada Pell as housing minister", "2024-05-03", None),
        ),
        ("Joan Reed will step down in December.", ("resignation", "Departure of Joan Reed", "2024-12", None)),
        (
            "The Housing Alliance published its final report on Tuesday.",
            ("publication", "Publication of final report of Housing Alliance", "2024-05-14", None),
        ),
        (
            "The Government's response is due by 21 July.",
            ("publication", "Government's response due", "2024-07-21", None),
        ),
        (
            "Harbours have until 28 June to send their maps.",
            ("other", "Deadline for harbours to send their maps", "2024-06-28", None),
        ),
        (
            "The consultation closes on 7 June.",
            ("review", "Close of the consultation", "2024-06-07", None),
        ),
        (
            "A motion to adopt the accounts was defeated on 30 April by 41 votes.",
            ("vote", "Vote on motion to adopt the accounts", "2024-04-30", None),
        ),
        (
            "Councillors voted 31 to 24 last night to keep the pool open.",
            ("vote", "Councillors vote 31 to 24 to keep the pool open", "2024-05-15", None),
        ),
        (
            "A ban on gas boilers comes into force on 1 September 2025.",
            ("legislation", "Ban on gas boilers comes into force", "2025-09-01", None),
        ),
        (
            "The High Court ruled in February 2023 that the ban was unlawful.",
            ("court-case", "High Court rules that the ban was unlawful", "2023-02", None),
        ),
        (
            "Three hundred people marched through Dunmouth on Saturday 11 May.",
            ("protest", "Three hundred people march through Dunmouth", "2024-05-11", None),
        ),
        (
            "The library closed in 2012.",
            ("other", "Library closes", "2012", None),
        ),
        (
            "The poll was carried out online between 3 and 6 May by Opal Research.",
            ("other", "Poll carried out online by Opal Research", "2024-05-03", "2024-05-06"),
        ),
        (
            "The review held eleven hearings between July and October.",
            ("meeting", "Eleven hearings", "2023-07", "2023-10"),
        ),
        (
            "The decision will go to full council on 5 June.",
            ("meeting", "Full council considers decision", "2024-06-05", None),
        ),
    ],
)
def test_a_clause_that_says_what_happened_and_when_is_an_event(told, text, event):
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council should publish the report by 3 June.",
        "She urged ministers to open the centre in September.",
        "The minister did not resign in March.",
        "If the council closes the pool in June, we will march.",
        "Joan Reed has led the charity since 2016.",
        "Did the minister open the centre on 3 May?",
        "We need a plan to end closures by 2027.",
    ],
)
def test_what_is_denied_asked_for_or_lasts_is_no_event(told, text):
    assert told(text) == []


def test_an_event_that_was_called_off_is_marked_and_keeps_the_day_it_was_planned_for(read):
    found = read("The rally in Dunmouth on Saturday has been called off.", published=THURSDAY)
    assert (found.events[0].start, found.events[0].cancelled) == ("2024-05-18", True)


def test_what_was_still_to_come_when_the_document_came_out_is_planned(read):
    found = read("The centre opened on 3 May. The library will open on 3 June.", published=THURSDAY)
    assert [e.planned for e in found.events] == [False, True]


def test_the_day_of_publication_is_not_the_time_of_an_event(told):
    assert [start for _, _, start, _ in told("Joan Reed has resigned as chair of the Marsh Trust.")] == [None]


def test_a_participle_after_a_comma_tells_of_the_report_not_of_the_body_beside_it(told):
    text = "The charity welcomed the interim report of the Hartley commission, published this morning."
    assert ("publication", "Publication of interim report of the Hartley commission", THURSDAY, None) in told(text)


def test_those_who_set_a_body_up_are_its_founders(parts):
    text = "The Home Repairs Trust was founded in 1902 by Canon Hugh Pell."
    assert parts(text) == {("Hugh Pell", "founder"), ("Home Repairs Trust", "subject")}


def test_evidence_has_its_speakers_and_the_body_that_hears_it(told, parts):
    text = "Joan Reed told the Housing Committee on 3 May that rents had doubled."
    assert told(text)[0][:3] == ("meeting", "Evidence of Joan Reed to Housing Committee", "2024-05-03")
    assert {("Joan Reed", "speaker"), ("Housing Committee", "organiser")} <= parts(text)


def test_a_letter_without_a_date_needs_its_writer_and_its_addressee(told):
    assert told("Joan Reed has written to Ada Pell, the minister.") == [
        ("letter", "Letter from Joan Reed to Ada Pell", None, None)
    ]
    assert told("Joan Reed has written to the paper.") == []


def test_each_who_asks_in_parliament_puts_a_question_of_their_own(read):
    text = (
        "In Parliament, Omar Blake asked Ada Pell which harbours the government would keep. "
        "Joan Reed then asked why the map was lost.\n\n"
        "Ada Pell responded: “We will look at it with great care this month.”"
    )
    found = read(text, published=THURSDAY)
    kinds = [r.kind for r in found.referents if r.kind == "parliamentary-question"]
    assert len(kinds) == 2


def test_two_people_given_a_post_on_one_day_are_two_appointments(told):
    text = "Ada Pell became chair of the Marsh Trust on 3 May. Joan Reed became chair of the Fen Society on 3 May."
    assert len(told(text)) == 2


def test_one_event_told_twice_is_one(told):
    text = "The Marsh Trust published its annual report on 3 May. The annual report was published on 3 May."
    assert len(told(text)) == 1
