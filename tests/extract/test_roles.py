"""Posts held and parties belonged to, a test for each construction that says so."""

import pytest


def roles(read, text: str, **known) -> set[tuple]:
    """Who holds what, where, for which place, and when."""
    found = read(text, **known)
    names = {r.id: r.name for r in found.referents}
    return {(names[r.person], r.post, names.get(r.organisation or ""), r.area, r.status) for r in found.roles}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Tessa Quillfeather, chief executive of the Harbour Trust, agreed.",
            ("Tessa Quillfeather", "chief executive", "Harbour Trust", None, "current"),
        ),
        (
            "Tessa Quillfeather, a former director of the Harbour Trust, agreed.",
            ("Tessa Quillfeather", "director", "Harbour Trust", None, "former"),
        ),
        (
            "Tessa Quillfeather, who chairs the Harbour Trust, agreed.",
            ("Tessa Quillfeather", "chair", "Harbour Trust", None, "current"),
        ),
        (
            "The Harbour Trust was founded by Tessa Quillfeather.",
            ("Tessa Quillfeather", "founder", "Harbour Trust", None, "current"),
        ),
        (
            "Fisheries minister Tessa Quillfeather agreed.",
            ("Tessa Quillfeather", "Fisheries minister", None, None, "current"),
        ),
        (
            "Mrs Quillfeather is the Conservative MP for North Wrexley.",
            ("Mrs Quillfeather", "Member of Parliament", "House of Commons", "North Wrexley", "current"),
        ),
        (
            "Mrs Quillfeather is the Conservative MP for North Wrexley.",
            ("Mrs Quillfeather", "member", "Conservative Party", None, "current"),
        ),
        (
            "Tessa Quillfeather (North Wrexley) (Lab): Will the Minister meet me?",
            ("Tessa Quillfeather", "Member of Parliament", "House of Commons", "North Wrexley", "current"),
        ),
        (
            "Tessa Quillfeather (North Wrexley) (Lab): Will the Minister meet me?",
            ("Tessa Quillfeather", "member", "Labour Party", None, "current"),
        ),
        (
            "Lord Quill, who speaks on fisheries for the Liberal Democrats, agreed.",
            ("Lord Quill", "fisheries spokesperson", "Liberal Democrats", None, "current"),
        ),
    ],
)
def test_each_construction_gives_its_role(read, text, role):
    assert role in roles(read, text)


def test_a_possessive_names_the_body_of_the_post(read):
    text = "The Harbour Trust has doubts. Its director, Tessa Quillfeather, said so on Monday."
    assert ("Tessa Quillfeather", "director", "Harbour Trust", None, "current") in roles(read, text)


def test_two_posts_that_and_joins_are_both_held_at_the_body_named_last(read):
    text = "Tessa Quillfeather, founder and chief executive of the Harbour Trust, agreed."
    assert {
        ("Tessa Quillfeather", "founder", "Harbour Trust", None, "current"),
        ("Tessa Quillfeather", "chief executive", "Harbour Trust", None, "current"),
    } <= roles(read, text)


def test_two_people_who_chair_together_are_co_chairs(read):
    text = "Ada Pell and Ivo Wren, who together chair the Harbour Forum, agreed."
    assert {(name, "co-chair", "Harbour Forum", None, "current") for name in ("Ada Pell", "Ivo Wren")} <= roles(
        read, text
    )


def test_the_date_of_a_founding_is_kept(read):
    found = read("Tessa Quillfeather founded the Harbour Trust in 2013.")
    assert [r.start for r in found.roles if r.post == "founder"] == ["2013"]


def test_every_role_has_its_sentence(read):
    text = "It rained. Tessa Quillfeather, chief executive of the Harbour Trust, agreed. It stopped."
    found = read(text)
    assert {r.evidence.of(text) for r in found.roles} == {
        "Tessa Quillfeather, chief executive of the Harbour Trust, agreed."
    }


def test_a_title_that_goes_on_with_what_is_no_part_of_it_ends_there(read):
    text = "Ada Pell, head of research with young carers from remote islands, agreed."
    assert ("Ada Pell", "head of research", None, None, "current") in roles(read, text)
