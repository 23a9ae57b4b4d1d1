"""A byline gives the names of its authors and nothing else."""

import pytest

from graph_builder.read.byline import authors_of, bio_names, is_name, leading_byline, without_honours


@pytest.mark.parametrize(
    "words",
    [
        "Ann Bell",
        "Siân O’Hara-Pell",
        "Baroness Orme",
        "Dr Ann Bell MP",
        "J. R. Hartnell",
        "Willem van der Berg",
        "Bill Hall",
    ],
)
def test_a_name_is_recognised(words):
    assert is_name(words)


@pytest.mark.parametrize(
    "words",
    ["Press Release", "Read Next", "West Marlbury Council", "Ann", "House of Commons", "the pool", "Monday Morning"],
)
def test_other_capitals_are_no_name(words):
    assert not is_name(words)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Bell", ("Ann Bell",)),
        ("By Ann Bell, Health Correspondent", ("Ann Bell",)),
        ("Words by Ann Bell and Cy Dale", ("Ann Bell", "Cy Dale")),
        ("BY ANN BELL", ("Ann Bell",)),
        ("By Ann Bell in Marlbury", ("Ann Bell",)),
    ],
)
def test_the_names_in_a_byline_are_its_authors(line, names):
    assert authors_of(leading_byline(line)) == names


def test_a_sentence_that_begins_with_by_is_no_byline():
    assert leading_byline("By Monday the water had gone.") is None


def test_honours_and_courtesy_titles_are_left_out_of_an_authors_name():
    assert without_honours("Dr Ann Bell MBE") == "Ann Bell"
    assert without_honours("Baroness Orme") == "Baroness Orme"


def test_a_closing_paragraph_introduces_its_people():
    assert bio_names("Ann Bell is a nurse. Baroness Hale is a peer. They are friends.") == ("Ann Bell", "Baroness Hale")
