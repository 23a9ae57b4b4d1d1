"""Each further name of one says in words why the document's reading took it for that one's."""

import pytest

from graph_builder.model import EntityType, Referent
from graph_builder.resolve.forms import told_as_one


def why(name, form, text, sort=EntityType.PERSON, **more):
    referent = Referent("x1", sort, name, forms=(name, form), **more)
    return dict(told_as_one(referent, text))[form]


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ("Calder", "surname after full name in the same document"),
        ("Ms Calder", "title and surname"),
        ("Rosalind", "given name after full name"),
        ("Dame Rosalind", "title and given name"),
        ("Dame Rosalind Calder", "the full name with a title"),
        ("R. Calder", "initial and surname"),
        ("Ros Calder", "short form of the given name"),
        ("Baroness Calder", "title of peerage and surname"),
    ],
)
def test_a_lesser_name_of_a_person(form, reason):
    assert why("Rosalind Calder", form, f"Rosalind Calder spoke. Later {form} left.") == reason


def test_a_surname_in_a_headline_stands_before_the_full_name():
    text = "Calder quits\n\nRosalind Calder has quit."
    assert why("Rosalind Calder", "Calder", text) == "surname before full name in the same document"


def test_a_name_that_somebody_had_before():
    text = "Anna Marsh, formerly Anna Holt, was there."
    assert why("Anna Marsh", "Anna Holt", text) == "a name that the document gives as its former one"


@pytest.mark.parametrize(
    ("name", "form", "text", "reason"),
    [
        ("Guild of Lamp Keepers", "GLK", "The Guild of Lamp Keepers (GLK) met.", "acronym defined in brackets"),
        ("Guild of Lamp Keepers", "GLK", "The Guild of Lamp Keepers met. GLK rose.", "acronym of its initials"),
        ("Orme Rivers Trust", "Orme Rivers", "Orme Rivers Trust met. Orme Rivers rose.", "short form of the name"),
        (
            "Reading Fund",
            "Books Together",
            "The Reading Fund, formerly Books Together, met.",
            "a name that the document gives as its former one",
        ),
        (
            "Books Together",
            "Reading Fund",
            "Books Together, now known as the Reading Fund, met.",
            "a name that the document gives as its present one",
        ),
    ],
)
def test_another_name_of_a_body(name, form, text, reason):
    assert why(name, form, text, EntityType.ORGANISATION) == reason


def test_a_name_that_the_register_has():
    commons = "https://w3id.org/onrecord/uk#house-of-commons"
    found = why("House of Commons", "Commons", "The Commons sat.", EntityType.ORGANISATION, known=commons)
    assert found == "the register's other name of it"


def test_the_fullest_name_needs_no_reason():
    assert told_as_one(Referent("p1", EntityType.PERSON, "Ines Calder", forms=("Ines Calder",)), "Ines Calder") == []
