"""Values of parameters: checked by type, written as the graph writes them, and proposed."""

import pytest

from graph_builder.errors import QueryError
from graph_builder.graph.catalogue import Parameter, from_file
from graph_builder.graph.parameters import checked, fitting, proposals

FILE = """# Anything?
#
# onrecord query any

SELECT ?s {
  VALUES ?since { UNDEF }   # date: the earliest
  VALUES ?taking { UNDEF }   # stance: how they stand
  VALUES ?least { UNDEF }   # number: of documents
  VALUES ?who { UNDEF }   # person: who it is
  VALUES ?word { UNDEF }   # a word
  ?s ?p ?o
}
"""


@pytest.fixture
def anything(tmp_path):
    (tmp_path / "any.rq").write_text(FILE)
    return from_file(tmp_path / "any.rq")


@pytest.mark.parametrize("value", ["2024", "2024-05", "2024-02-29"])
def test_a_date_may_be_of_any_precision(store, anything, value):
    checked(store, anything, {"since": [value]})


@pytest.mark.parametrize("value", ["2024-13", "2023-02-29", "24", "May 2024", ""])
def test_what_is_no_date_is_told_how_to_write_one(store, anything, value):
    with pytest.raises(QueryError, match=r"since: .* is no date; write 2024, 2024-05 or 2024-05-31"):
        checked(store, anything, {"since": [value]})


def test_a_number_is_a_number(store, anything):
    checked(store, anything, {"least": ["3"]})
    with pytest.raises(QueryError, match="is no number"):
        checked(store, anything, {"least": ["three"]})


@pytest.mark.parametrize("asked", [True, False])
def test_a_code_is_one_of_its_scheme_with_or_without_a_graph_to_look_in(store, anything, asked):
    checked(store if asked else None, anything, {"taking": ["supports", "https://example.org/any#thing"]})
    with pytest.raises(QueryError, match=r"'suports' is no stance; there are supports, .*; did you mean supports\?"):
        checked(store if asked else None, anything, {"taking": ["suports"]})


def test_names_become_those_of_the_graph_and_words_stay(store, anything):
    found = fitting(store, anything, {"who": ["ADA nwosu", "zoe", "Nobody"], "word": ["ADA"]})
    assert found == {"who": ["Ada Nwosu", "Zoë O'Hara", "Nobody"], "word": ["ADA"]}


@pytest.mark.parametrize("written", ["o'hara", "OHara", "Zoe\u0308 O’Hara", "ohara zoë", "zo"])
def test_a_name_is_found_however_its_marks_are_written(store, anything, written):
    assert fitting(store, anything, {"who": [written]}) == {"who": ["Zoë O'Hara"]}


def test_values_are_proposed_by_type(store):
    def proposed(kind):
        return list(proposals(store, Parameter("x", "UNDEF", "", kind)))

    assert proposed("person") == ["Ada Nwosu", "Jozef Ilves", "Zoë O'Hara"]
    assert set(proposed("person")) < set(proposed("name"))
    assert proposed("document") == ["news.txt", "post/letter one.md"]
    assert proposed("stance")[:2] == ["supports", "opposes"]
    assert proposed("topic")
    assert proposed("text") == proposed("date") == []
