"""Stances that only the encoder sees: whose they are and what they are on, by the parse."""

import pytest

from graph_builder.extract.authorship import authorship
from graph_builder.extract.casting import cast_of
from graph_builder.extract.encoder import Standing
from graph_builder.extract.holders import Floor
from graph_builder.extract.language import parse
from graph_builder.extract.stands import Stands
from graph_builder.extract.statements import statements
from graph_builder.model import Document, Span, Statement

LEAD = "Ms Nadia Orme, the chief executive of the Fordham Bridge Trust, met Mr Tom Vale MP at the bridge on Monday. "


@pytest.fixture(scope="session")
def stood(language):
    """(holder, stance, topic) where the encoder would see a stance in the whole of some words."""

    def read(words, code, *, sure=0.9, genre="news"):
        whole = LEAD + words
        document = Document(source="a.txt", digest="", text=whole, body=(Span(0, len(whole)),), genre=genre)
        text = parse(document, language)
        cast = cast_of(text)
        authorship(text, cast)
        said = [s for s in statements(text, cast) if isinstance(s, Statement)]
        stands = Stands(Floor(text, cast, said), [Standing(Span(len(LEAD), len(whole)), code, sure, sure)])
        found = (f for p, s in text.sentences() for f in stands.beside(p, s, ()))
        return [(cast.referents[h].name, f.stance, f.topic) for f in found for h in f.holders]

    return read


def test_a_stand_in_quoted_words_is_the_speakers(stood):
    assert stood("“The toll robs the poor,” said Nadia Orme.", "opposes") == [("Nadia Orme", "opposes", "toll")]


def test_a_stand_in_the_papers_own_words_is_its_subjects(stood):
    assert stood("Tom Vale shook his head at the toll.", "opposes")[0][:2] == ("Tom Vale", "opposes")


def test_whose_argument_it_is_holds_it(stood):
    assert stood("Her argument is that tolls fall on the poor.", "opposes")[0][0] == "Nadia Orme"


def test_what_is_to_be_done_is_a_clause(stood):
    words = "“Ministers have to scrap the toll by May,” said Nadia Orme."
    assert stood(words, "calls-for")[0][1:] == ("calls-for", "Ministers having to scrap the toll by May")


def test_a_doubtful_stand_is_left_alone(stood):
    assert stood("“The toll robs the poor,” said Nadia Orme.", "opposes", sure=0.2) == []


def test_a_stand_that_is_nobodys_is_left_alone(stood):
    assert stood("The rain went on and the river rose.", "warns-of") == []
