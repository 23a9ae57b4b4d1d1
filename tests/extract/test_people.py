"""Which words name people, and which of them name the same person."""

import pytest


def people(read, text: str, **known) -> dict[str, set[str]]:
    """Each person's name, and the forms in which the text names them."""
    found = read(text, **known)
    return {r.name: set(r.forms) for r in found.referents if r.type == "person"}


def test_a_surname_alone_is_the_person_named_before(read):
    found = people(read, "Martha Okonjo runs the group. Okonjo said that it would close in May.")
    assert found == {"Martha Okonjo": {"Martha Okonjo", "Okonjo"}}


def test_a_title_with_a_surname_is_the_person_named_before(read):
    found = people(read, "The plan was drawn up by Peter Ashgrove MP. Mr Ashgrove said that it was ready.")
    assert list(found) == ["Peter Ashgrove"]


def test_titles_of_honour_are_no_part_of_a_name(read):
    found = people(read, "Professor Dame Lindiwe Harcastle spoke first. Dame Lindiwe was cheered.")
    assert list(found) == ["Lindiwe Harcastle"]


def test_a_peerage_is_the_name_that_a_peer_goes_by(read):
    found = people(read, "Baroness Tollgate of Wem opened the debate. Lady Tollgate asked for more time.")
    assert list(found) == ["Baroness Tollgate of Wem"]


def test_two_people_with_one_surname_stay_two(read):
    text = "Cllr Ann Draycott spoke for the motion. Cllr Hugh Draycott, her brother, spoke against it."
    assert set(people(read, text)) == {"Ann Draycott", "Hugh Draycott"}


def test_a_title_tells_two_people_of_one_surname_apart(read):
    text = "Sir Hugh Draycott met Mrs Ann Draycott in Leek. Mrs Draycott left early."
    assert people(read, text)["Ann Draycott"] == {"Mrs Ann Draycott", "Mrs Draycott"}


@pytest.mark.parametrize(
    "name", ["Rosa de Souza", "Emrys ap Rhys", "Fiona McAlpine-Reed", "Seán O'Callagher", "Nadia bin Karim"]
)
def test_names_keep_their_particles_hyphens_and_apostrophes(read, name):
    assert list(people(read, f"The inquiry was led by Dr {name}, a retired doctor.")) == [name]


def test_a_knight_is_called_by_the_given_name(read):
    found = people(read, "Sir Desmond Farley has resigned. Sir Desmond had held the post since 2019.")
    assert list(found) == ["Desmond Farley"]


def test_letters_after_a_name_are_no_part_of_it(read):
    assert list(people(read, "The letter was signed by Gwen Hartop MP on Friday.")) == ["Gwen Hartop"]


def test_a_post_with_capitals_is_nobodys_name(read):
    text = "The Secretary of State for Work and Pensions told the House that she agreed."
    assert not people(read, text)


def test_a_charity_that_is_named_like_a_person_is_a_charity(read):
    text = "Molly Farrant, the housing charity, welcomed the plan. The charity Molly Farrant was founded in 1971."
    found = read(text)
    assert [(r.type, r.name, r.kind) for r in found.referents if r.name == "Molly Farrant"] == [
        ("organisation", "Molly Farrant", "charity")
    ]


def test_i_and_what_i_have_are_no_names(read):
    found = read("Some of you have written, and I promised to report. The Harbour League, the alliance I’ve run, met.")
    assert {r.name for r in found.referents if r.id[0] in "po"} == {"Harbour League"}
