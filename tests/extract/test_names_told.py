"""What tells the name of a person from that of a body, a place or a paper: words beside it, in it and elsewhere."""

import pytest


def named(read, text: str, sort: str) -> set[str]:
    """The names of one sort of referent that the text itself gives."""
    found = read(text)
    told = {m.referent for m in found.mentions}
    return {r.name for r in found.referents if r.type == sort and r.id in told}


@pytest.mark.parametrize(
    "text",
    [
        "Evidence was given to the Justice Committee on Tuesday.",
        "She is president of the Guild of Master Thatchers.",
        "Sir – I was glad to read your report on the tram.",
        "Reserved seats on the Benches were empty.",
    ],
)
def test_a_title_that_is_no_title_names_nobody(read, text):
    assert not named(read, text, "person")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dr Joris van der Bolt wrote the report.", "Joris van der Bolt"),
        ("Lord Harker of Kings Wendle dissented from this paragraph.", "Lord Harker of Kings Wendle"),
        ("The secretary, Alwyn M. Trask, signed the letter.", "Alwyn M. Trask"),
        ("Robert “Bob” Harkness, who left last year, was not there.", "Robert “Bob” Harkness"),
        ("The union wrote to Cabinet Secretary for Transport Isla Drummond on Monday.", "Isla Drummond"),
        ("A teacher called Morwenna found me a book about boats.", "Morwenna"),
        ("In the chair was the broadcaster Ottilie Renwick.", "Ottilie Renwick"),
        ("My caseworkers Ruth Ellacott and Owen Pryce are in the office.", "Ruth Ellacott"),
    ],
)
def test_a_person_is_named_whole(read, text, name):
    assert name in named(read, text, "person")


def test_a_surname_with_its_particle_alone_is_the_person_named_before(read):
    text = "Professor Lena de Groot Marsh was in the chair. In closing, Professor de Groot Marsh thanked the speakers."
    assert named(read, text, "person") == {"Lena de Groot Marsh"}


@pytest.mark.parametrize(
    "text",
    [
        "The county’s Wendle South MP, Miriam Trask, visited the flats.",
        "Wendle Valley MP Imogen Trask quit on Tuesday.",
        "Among them is Imogen Trask, the Lib Dem MP.",
    ],
)
def test_what_stands_before_mp_may_be_a_seat_or_a_party(read, text):
    assert len(named(read, text, "person")) == 1


def test_whoever_signs_gives_the_post_and_then_the_body(read):
    text = "Ida Kettle, Chief Executive, Hearthwise\n\nDr Omar Bell, President, Rural Health Faculty"
    assert named(read, text, "person") == {"Ida Kettle", "Omar Bell"}


def test_a_ship_is_nobody(read):
    assert not named(read, "Sailings were cut after the MV Loch Tarran lost an engine.", "person")


def test_a_word_that_begins_a_bodys_name_is_that_body_for_short(read):
    text = (
        "Tarnside Mobility runs the scooters. Officials said that Tarnside had until March. Tarnside would not comment."
    )
    assert not named(read, text, "person")


@pytest.mark.parametrize(
    "text",
    [
        "The petition is run by Save Orme Births, and they will meet on Friday.",
        "Members of Pellhurst Magistrates' Court came to see it.",
        "Councillors in Pellhurst and District Youth League shirts sang outside.",
        "The case was heard at Pellhurst crown court on Monday.",
        "He runs learning at HMP Pellhurst.",
    ],
)
def test_a_body_is_named_whole(read, text):
    names = {
        "Save Orme Births",
        "Pellhurst Magistrates' Court",
        "Pellhurst and District Youth League",
        "Pellhurst crown court",
        "HMP Pellhurst",
    }
    assert named(read, text, "organisation") & names


@pytest.mark.parametrize(
    "text",
    [
        "By Isla Trask, Home Affairs Correspondent",
        "Tobias Renn is Reader in Public Law and writes for a living.",
        "The use of live facial recognition (LFR) was condemned. LFR is everywhere.",
        "She is a King’s Counsel and was once a judge.",
        "Councillors voted for Option C on Tuesday.",
    ],
)
def test_posts_subjects_and_common_words_are_no_bodies(read, text):
    assert not named(read, text, "organisation")
