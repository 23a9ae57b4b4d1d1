"""Stances that several hold, or that one holds on several things: letters, lists, echoes, and what a debate asks."""

import pytest

WHO = (
    "Dr Ada Orme chairs the Ferry Users' League. Sir Tom Vale is the transport minister. "
    "The Harbour Trust, a charity, runs the quays."
)
LETTER = (
    "An open letter to the minister\n\nDear Sir Tom,\n\n"
    "We write as people who live on the islands. We oppose the ferry levy.\n\n"
    "We ask that you withdraw the levy; that an engineer inspect the pier; and that the islands be given a vote.\n\n"
    "Yours sincerely,\n\nDr Ada Orme, harbour doctor\n\nNadia Petrov, fisherwoman\n\nand forty others\n\n"
    "Copies: Sir Tom Vale"
)


@pytest.fixture(scope="session")
def rows(read):
    """Who holds what on what, in a whole text."""

    def told(text: str, **known: object) -> list[tuple[str, str, str]]:
        found = read(text, **known)
        names = {r.id: r.name for r in found.referents}
        return [(names[s.holder], s.stance, s.topic) for s in found.stances]

    return told


def test_all_who_sign_a_letter_hold_what_it_says(rows):
    found = rows(LETTER, genre="open-letter")
    assert {h for h, stance, topic in found if stance == "opposes" and topic == "ferry levy"} == {
        "Ada Orme",
        "Nadia Petrov",
    }


def test_each_clause_of_what_is_asked_is_a_demand_of_its_own(rows):
    found = rows(LETTER, genre="open-letter")
    wanted = [topic for holder, stance, topic in found if holder == "Ada Orme" and stance == "calls-for"]
    assert len(wanted) == 3


def test_a_first_name_under_a_letter_is_theirs_who_bears_it(rows):
    text = (
        "Professor Lena Hartwell has left the board.\n\nDear Sir Tom,\n\nI oppose the ferry levy. "
        "I shall miss my colleagues.\n\nWith best wishes,\n\nLena"
    )
    assert ("Lena Hartwell", "opposes", "ferry levy") in rows(text, genre="open-letter")


def test_the_items_of_a_list_are_wanted_by_whoever_leads_it_in(rows):
    text = (
        f"{WHO}\n\nThe Harbour Trust is calling for:\n\n• a new slipway at Northness;\n\n"
        "• a register of moorings; and\n\n• a harbour commissioner."
    )
    found = [r for r in rows(text) if r[0] == "Harbour Trust"]
    assert [topic for _, stance, topic in found if stance == "calls-for"] == [
        "new slipway at Northness",
        "register of moorings",
        "harbour commissioner",
    ]


def test_a_statement_issued_by_a_body_speaks_with_its_voice(rows):
    text = (
        "Issued by the Northern Quays Alliance, 3 May\n\nWe write as people who fish.\n\n"
        "We welcome the new slipway.\n\nSigned\n\nDr Ada Orme, chair"
    )
    assert ("Northern Quays Alliance", "supports", "new slipway") in rows(text, genre="open-letter")


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Ada Orme supports the levy, and so does the Harbour Trust.", ("Harbour Trust", "supports", "levy")),
        (
            "Her view, Ada Orme's, is known. Ada Orme's argument is that ministers should scrap the levy.",
            ("Ada Orme", "calls-for", "ministers scrapping the levy"),
        ),
        ("Ada Orme said: “You don't mend a harbour by closing the quay.”", ("Ada Orme", "opposes", "closing the quay")),
        ("Ada Orme said the islands would lose their boats.", ("Ada Orme", "warns-of", "islands losing their boats")),
        ("“There is no excuse for the levy,” said Ada Orme.", ("Ada Orme", "opposes", "levy")),
        ("Every penny, Tom Vale promised, would go on the quays.", ("Tom Vale", "commits-to", "going on the quays")),
        (
            "“The accounts will be published in May,” said Tom Vale.",
            ("Tom Vale", "commits-to", "being published in May"),
        ),
        (
            "The Harbour Trust agreed, by nine votes to two, to give back the bell.",
            ("Harbour Trust", "commits-to", "giving back the bell"),
        ),
        ("Ada Orme's plea was for a second boat.", ("Ada Orme", "calls-for", "second boat")),
        (
            "Ada Orme said the minister was “hiding behind the tide tables”.",
            ("Ada Orme", "opposes", "minister hiding behind the tide tables"),
        ),
    ],
)
def test_a_construction_tells_where_somebody_stands(rows, sentence, row):
    found = rows(f"{WHO}\n\n{sentence}")
    assert any(r[:2] == row[:2] and row[2] in r[2] for r in found), found


def test_what_is_warned_of_is_told_once(rows):
    found = rows(f"{WHO}\n\nAda Orme warned that the quay would collapse.")
    assert [r[1] for r in found if r[0] == "Ada Orme"] == ["warns-of"]


def test_a_question_of_a_debate_asks_or_demands(rows):
    text = (
        f"{WHO}\n\nDr Ada Orme: Where will the money for the second boat come from?\n\n"
        "Sir Tom Vale: From the fund.\n\nDr Ada Orme: When will the Minister repair the quay?\n\nSir Tom Vale: Soon."
    )
    found = rows(text, genre="parliamentary-questions")
    assert any(r[:2] == ("Ada Orme", "questions") for r in found)
    assert ("Ada Orme", "calls-for", "repairing the quay") in found


def test_a_question_that_nobody_is_said_to_ask_is_nobodys(rows):
    assert rows(f"{WHO}\n\nWhere will the money come from?") == []
