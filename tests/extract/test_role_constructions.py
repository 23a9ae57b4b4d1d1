"""Posts by the ways in which British debate says them: seats, disciplines, places, changes, lists and brackets."""

import pytest


def roles(read, text: str) -> set[tuple]:
    """Who holds what, where, for which place, and when."""
    found = read(text)
    names = {r.id: r.name for r in found.referents}
    return {(names[r.person], r.post, names.get(r.organisation or ""), r.area, r.status) for r in found.roles}


COMMONS = "House of Commons"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Wexley South MP Ada Pell agreed.", ("Ada Pell", "Member of Parliament", COMMONS, "Wexley South", "current")),
        (
            "Ada Pell, the Wexley South MP, agreed.",
            ("Ada Pell", "Member of Parliament", COMMONS, "Wexley South", "current"),
        ),
        (
            "Orme and Vale MP Ada Pell agreed.",
            ("Ada Pell", "Member of Parliament", COMMONS, "Orme and Vale", "current"),
        ),
        (
            "Ada Pell, who has held Wexley since 2019, agreed.",
            ("Ada Pell", "Member of Parliament", COMMONS, "Wexley", "current"),
        ),
        (
            "Ada Pell, Minister for Piers (Wexley South) (Conservative): No.",
            ("Ada Pell", "Member of Parliament", COMMONS, "Wexley South", "current"),
        ),
        (
            "Council leader Ada Pell (Lib Dem, Quay Ward) agreed.",
            ("Ada Pell", "councillor", None, "Quay Ward", "current"),
        ),
        ("Greater Orme mayor Ada Pell agreed.", ("Ada Pell", "mayor", None, "Greater Orme", "current")),
        (
            "The Revd Ada Pell, Rector of Vale with Upper Orme, agreed.",
            ("Ada Pell", "rector", None, "Vale with Upper Orme", "current"),
        ),
        ("Ada Pell, a dairy farmer from Leek, agreed.", ("Ada Pell", "dairy farmer", None, "Leek", "current")),
    ],
)
def test_a_place_is_the_area_of_a_post_and_no_part_of_its_title(read, text, role):
    assert role in roles(read, text)


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Ada Pell, Reader in Public Law, agreed.", "Reader in Public Law"),
        (
            "Ada Pell, Professor of Building Physics at the University of Leeds, agreed.",
            "Professor of Building Physics",
        ),
        ("Ada Pell, Head of Land Policy, Harbour Trust, agreed.", "Head of Land Policy"),
        (
            "The Parliamentary Under-Secretary of State for Transport (Ada Pell): No.",
            "Parliamentary Under-Secretary of State for Transport",
        ),
        ("Ada Pell, Vale's Labour police and crime commissioner, agreed.", "police and crime commissioner"),
        ("Mr Tom Reeve, a dinner lady's son, thanked Ada Pell, a former dinner lady.", "dinner lady"),
    ],
)
def test_a_title_is_read_whole(read, text, post):
    assert post.casefold() in {role[1].casefold() for role in roles(read, text)}


@pytest.mark.parametrize(
    ("text", "post", "status"),
    [
        ("Ada Pell, the treasurer, stepped down on Friday.", "treasurer", "former"),
        ("Ada Pell, a rivers minister under two prime ministers, agreed.", "rivers minister", "former"),
        ("Ada Pell, who as rivers minister sank the pier, agreed.", "rivers minister", "former"),
        ("Ada Pell, until 2021 the director of the Harbour Trust, agreed.", "director", "former"),
        ("Ada Pell, who has chaired the Harbour Trust since 2019, agreed.", "chair", "current"),
        ("Ada Pell takes over as director in May.", "director", "future"),
        ("Ada Pell, chair-designate of the Harbour Trust, agreed.", "chair", "future"),
        ("Ada Pell declared an interest as a governor of Orme School.", "governor", "current"),
    ],
)
def test_the_sentence_tells_whether_the_post_is_held(read, text, post, status):
    assert ("Ada Pell", post, status) in {(role[0], role[1], role[4]) for role in roles(read, text)}


def test_who_succeeds_comes_to_the_post_and_who_was_succeeded_held_it(read):
    text = "Our chair, Ms Ada Pell, is tired. Ms Pell will be succeeded by Mr Tom Reeve."
    assert ("Tom Reeve", "chair", None, None, "future") in roles(read, text)
    text = "Ms Ada Pell was named director of the Harbour Trust, succeeding Mr Tom Reeve."
    assert ("Tom Reeve", "director", "Harbour Trust", None, "former") in roles(read, text)


def test_a_post_said_of_several_is_held_by_each(read):
    found = roles(read, "Our trustees, Ms Ada Pell, Mr Tom Reeve and Dr Uma Moss, agreed.")
    assert {role[0] for role in found if role[1] == "trustee"} == {"Ada Pell", "Tom Reeve", "Uma Moss"}


def test_the_members_that_a_sentence_lists_belong_to_the_body(read):
    text = "The members of the Harbour Commission were Ms Ada Pell; Mr Tom Reeve, a vet; and Dr Uma Moss (Chair)."
    members = {role[0] for role in roles(read, text) if role[1:3] == ("member", "Harbour Commission")}
    assert members == {"Ada Pell", "Tom Reeve"}


def test_the_leader_of_a_partys_group_does_not_lead_the_party(read):
    found = roles(read, "Ada Pell, leader of the Labour group, agreed.")
    assert ("Ada Pell", "leader of the Labour group", None, None, "current") in found
    assert ("Ada Pell", "member", "Labour Party", None, "current") in found


@pytest.mark.parametrize(
    "text",
    [
        "Ms Ada Pell: Mr Speaker, the pier is open.",
        "In answer to Ms Ada Pell, the director confirmed that the pier was open.",
        "The Justice Committee opened an inquiry.",
        "My neighbour's boy, Tom Reeve, agreed.",
    ],
)
def test_no_post_where_none_is_said(read, text):
    assert roles(read, text) == set()


def test_a_secretary_to_a_minister_is_not_the_minister(read):
    found = roles(read, "Ms Ada Pell resigned as private secretary to the Defence Secretary, Mr Tom Reeve.")
    assert ("Ada Pell", "private secretary", None, None, "former") in found
    assert {role[1] for role in found if role[0] == "Tom Reeve"} == {"Secretary of State for Defence"}


def test_whose_the_post_is_stands_before_it_as_a_common_noun(read):
    text = "The Harbour Trust met. The trust's finance director, Ada Pell, agreed."
    assert ("Ada Pell", "finance director", "Harbour Trust", None, "current") in roles(read, text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "It would cost jobs, Ines Calder told ministers yesterday. The MP for Upper Orme, who is new, has a plan.",
            ("Ines Calder", "Member of Parliament", COMMONS, "Upper Orme", "current"),
        ),
        (
            "Ines Calder had to read the letter twice. The founder of Orme Community Hydro has been made an OBE.",
            ("Ines Calder", "founder", "Orme Community Hydro", None, "current"),
        ),
    ],
)
def test_a_post_told_of_the_one_just_named_is_theirs(read, text, role):
    assert role in roles(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "Ines Calder attacked the Harbour Trust. The chief executive of the Harbour Trust said that she was wrong.",
        "Ines Calder met Tom Orme on the quay. The MP for Upper Orme was not amused.",
        "Lord Pell (Con) (Maiden Speech): My Lords, we agree.",
    ],
)
def test_a_post_that_may_be_anothers_is_given_to_nobody(read, text):
    assert not {role for role in roles(read, text) if role[1] in {"Member of Parliament", "chief executive"}}
