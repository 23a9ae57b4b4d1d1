"""What a document's own words tell of its names: two names of one, and one name of two."""

import pytest

from graph_builder.model import EntityType


def forms(read, text, sort=EntityType.PERSON):
    """The names of each referent of one sort that the text names."""
    found = read(text)
    return [set(r.forms) for r in found.referents if r.type is sort and r.forms]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Marsh, formerly Anna Holt, has been elected chair of the Night Watch. She spoke to the keepers.",
        "Anna Marsh (née Holt) has been elected chair of the Night Watch. She spoke to the keepers.",
        "Anna Marsh told ministers to act. The MP for Tarn, who was elected as Anna Holt, drafted the bill.",
        "Anna Marsh has left the Night Watch. Some of the keepers still call her Anna Holt.",
        "Anna Holt, now known as Anna Marsh, spoke for the keepers of the lamps on Monday.",
    ],
)
def test_two_names_of_one_person(read, text):
    assert any({"Anna Marsh", "Anna Holt"} <= each for each in forms(read, text))


@pytest.mark.parametrize(
    "text",
    [
        "Lord Cressage, who as Martin Tibbett led the Quay Workers' Union, spoke in the debate.",
        "John Marlow, now Lord Cressage, said that peers would resist the bill.",
    ],
)
def test_a_peer_and_the_name_before(read, text):
    assert any(len(each) == 2 for each in forms(read, text))


@pytest.mark.parametrize(
    "text",
    [
        "The Rivers and Canals Society, formerly the Society of Lock Keepers, gave grants to forty schools.",
        "The Society of Lock Keepers was renamed the Rivers and Canals Society in January 2031.",
        "The Society of Lock Keepers will be known as the Rivers and Canals Society from today.",
        "The Rivers and Canals Society, which was then called the Society of Lock Keepers, gave grants.",
    ],
)
def test_a_body_that_was_renamed_is_one(read, text):
    both = {"Rivers and Canals Society", "Society of Lock Keepers"}
    assert any(
        both <= {form.removeprefix("The ") for form in each} for each in forms(read, text, EntityType.ORGANISATION)
    )


@pytest.mark.parametrize(
    "text",
    [
        "The Society of Lock Keepers merged with the Canal Wardens' Guild in January. Both will keep their offices.",
        "The Rivers Authority replaces the Society of Lock Keepers, which was wound up at Christmas.",
        "The Society of Lock Keepers wrote to the Canal Wardens' Guild, formerly its rival, on Monday.",
    ],
)
def test_a_body_that_merged_or_came_after_is_another(read, text):
    assert len(forms(read, text, EntityType.ORGANISATION)) >= 2


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Tom Bevan, the transport minister, spoke. Tom Bevan, a bus driver and no relation, disagreed.", 2),
        ("Ian Corder, who founded Corder Mills, has sold it. His son, Ian Corder, will stay as a manager.", 2),
        ("Lord Corder, who founded Corder Mills, has died. His son, James Corder, paid tribute to him.", 2),
        ("Alan Bevan, leader of Tarn Council, spoke. The other Mr Bevan, a grocer, said shops would close.", 2),
        ("Ian Corder spoke on Monday. Mr Corder said that his son would stay at the mill.", 1),
        ("Frances Tunnard, the MP, will chair it. She should not be confused with Frances Tunnard, the writer.", 2),
    ],
)
def test_kin_and_namesakes_are_others(read, text, people):
    assert len(forms(read, text)) == people


def test_one_of_a_couple_is_not_two_people(read):
    text = "Sarah Khan opened the hall. Tom Orme and his wife, Sarah Khan, then left. Ms Khan was tired."
    assert len(forms(read, text)) == 2


def test_a_name_that_ends_before_and_is_no_short_form(read):
    text = "The Office for Rivers began work. Parliament abolished the old Office for Rivers and Reservoirs last year."
    assert len(forms(read, text, EntityType.ORGANISATION)) == 2


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Baroness Quill, who sat in the Commons as Ines Calder, agreed.", "Ines Calder"),
        ("Lord Pell, the former Labour MP John Calder, agreed.", "John Calder"),
        ("Baroness Orme, better known as the actress Ines Calder, agreed.", "Ines Calder"),
        ("Ines Calder, known professionally as Josie Holt, agreed.", "Josie Holt"),
        ("Ines Holt, who now goes by Ines Marsh, agreed.", "Ines Marsh"),
        ("Ines Calder married in 2030; as Ines Holt she had led the strike.", "Ines Holt"),
        ("Ines Calder teaches law at the University of Leeds, where she is still Josie Holt.", "Josie Holt"),
    ],
)
def test_another_name_that_is_told_as_such_is_a_form_of_the_first(read, text, other):
    people = [r for r in read(text).referents if r.type.value == "person"]
    assert len(people) == 1
    assert other in people[0].forms


def test_a_former_member_listed_behind_a_peer_is_somebody_else(read):
    found = read("Lord Pell, the former Labour MP John Calder, and the actress Joan Orme were there.")
    assert len([r for r in found.referents if r.type.value == "person"]) == 3
