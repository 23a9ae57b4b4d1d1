"""Which words name bodies, which of them name the same body, and of what kind it is."""

import pytest

from graph_builder.extract.organisations import Body, kind_of


def bodies(read, text: str, **known) -> dict[str, str | None]:
    """Each body's name and kind, for those that the text itself names."""
    found = read(text, **known)
    named = {m.referent for m in found.mentions}
    return {r.name: r.kind for r in found.referents if r.type == "organisation" and r.id in named}


def test_an_acronym_in_brackets_is_the_body_before_it(read):
    text = "The Guild of Ferry Pilots (GFP) has written to ministers. The GFP wants talks."
    assert bodies(read, text) == {"Guild of Ferry Pilots": "professional-body"}


def test_a_list_that_and_closes_is_one_name(read):
    text = "She chairs the All-Party Parliamentary Group on Harbours, Piers and Coastal Towns."
    assert list(bodies(read, text)) == ["All-Party Parliamentary Group on Harbours, Piers and Coastal Towns"]


def test_two_bodies_joined_by_and_are_two(read):
    text = "Evidence came from the Federation of Rope Makers and Wrexley County Council."
    assert set(bodies(read, text)) == {"Federation of Rope Makers", "Wrexley County Council"}


def test_a_committee_may_have_commas_in_its_name(read):
    text = "Members of the Fisheries, Harbours and Coastal Towns Committee met on Monday."
    assert bodies(read, text) == {"Fisheries, Harbours and Coastal Towns Committee": "parliamentary-group"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The charity Open Locks said that it was glad.", "Open Locks", "charity"),
        ("Tidewater, a think tank, published the figures.", "Tidewater", "charity"),
        ("The figures came from the University of Wrexley.", "University of Wrexley", "education"),
        ("He works for Wrexley Borough Council.", "Wrexley Borough Council", "local-authority"),
        ("It was set up by the Ministry of Justice.", "Ministry of Justice", "government-department"),
        ("The Wrexley Gazette had the story first.", "Wrexley Gazette", "media"),
    ],
)
def test_the_kind_is_in_the_name_or_in_the_words_beside_it(read, text, name, kind):
    assert bodies(read, text)[name] == kind


def test_parties_are_known_by_their_adjectives_and_codes(read):
    text = "The Green MP Ada Pell and Lib Dem peer Lord Marsh asked Ivo Wren (North Wrexley) (Con): Why?"
    assert {"Green Party", "Liberal Democrats", "Conservative Party"} <= {
        name.replace(" of England and Wales", "") for name in bodies(read, text)
    }


def test_a_bill_a_paper_and_a_post_are_no_bodies(read):
    text = "The Secretary of State for Transport said that the Harbours Bill would follow the Green Paper."
    assert not {"Harbours Bill", "Green Paper", "State for Transport"} & set(bodies(read, text))


def test_a_coalition_without_a_name_is_known_by_what_it_is(read):
    text = "A coalition of charities working with sailors has written to the minister. The coalition wants a review."
    found = read(text)
    (coalition,) = [r for r in found.referents if r.kind == "coalition"]
    assert coalition.name == "coalition of charities working with sailors"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Prison Cooks' Guild", "professional-body"),
        ("National Alliance of Surveyors", "professional-body"),
        ("Council for Honest Maps", "charity"),
        ("Wrexley Residents' Group", "charity"),
        ("Homes for Wrexley", "charity"),
        ("Independent Rivers Commission", "inquiry"),
        ("Wrexley Lettings", "company"),
        ("Orme & Pike", "company"),
        ("HMP Wrexley", "public-body"),
        ("Wrexley Health Centre", "public-body"),
        ("Wrexley Unison", "professional-body"),
    ],
)
def test_the_form_and_the_last_words_of_a_name_tell_its_kind(name, kind):
    assert kind_of(Body(name, forms=[name])) == kind


def test_a_body_that_the_register_writes_hm_may_be_written_out(read):
    text = "The findings go to His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services."
    assert list(bodies(read, text)) == ["HM Inspectorate of Constabulary and Fire and Rescue Services"]
