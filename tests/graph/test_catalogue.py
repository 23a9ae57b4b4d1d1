"""A question is a file, and stays one that any tool can read."""

import pytest

from graph_builder.errors import QueryError, UnknownName
from graph_builder.graph.catalogue import from_file, question, questions
from graph_builder.graph.query import answer

FILE = """# Who is it?
# And where?
#
# onrecord query who --param name=Ada

SELECT ?name {
  VALUES ?named { UNDEF }   # part of a name
  VALUES ?top { "x" }  # something with a default
  VALUES ?fixed { 1 2 }
  ?s rdfs:label ?name
  FILTER(!BOUND(?named) || STR(?name) = STR(?named))
}
"""
HOSTILE = ['"', "\\", '"} } #', "a\nb", "' ; DROP", "<script>", "\u202e", "{ UNDEF }", "\\1 \\g<0>", "\ud800"]


@pytest.fixture
def who(tmp_path):
    (tmp_path / "who.rq").write_text(FILE)
    return from_file(tmp_path / "who.rq")


def test_the_first_comment_is_help_and_then_an_example(who):
    assert (who.name, who.help, who.example) == ("who", "Who is it? And where?", "onrecord query who --param name=Ada")


def test_parameters_are_the_values_with_a_comment(who):
    assert [tuple(p) for p in who.parameters] == [
        ("named", "UNDEF", "part of a name", "text"),
        ("top", '"x"', "something with a default", "text"),
    ]


def test_nothing_bound_is_the_file_as_it_stands(who):
    assert who.bind({}) == FILE


def test_several_values_are_alternatives(who):
    assert 'VALUES ?named { "a" "b" }   # part' in who.bind({"named": ["a", "b"]})


def test_an_address_is_bound_as_an_iri(who):
    assert "{ <https://example.org/a> }" in who.bind({"named": "https://example.org/a"})
    assert '{ "https://example.org/a b" }' in who.bind({"named": "https://example.org/a b"})


def test_an_unknown_parameter_names_the_file_and_the_known_ones(who):
    with pytest.raises(QueryError, match=r"who\.rq: no parameter 'nmae'; it has named, top"):
        who.bind({"nmae": "x"})


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_is_never_more_than_a_value(who, store, value):
    bound = who.bind({"named": value, "top": value})
    assert list(answer(store, bound).rows()) == []
    assert bound.count("VALUES") == 3


def test_a_value_can_hold_anything_that_a_label_holds(who, store):
    assert list(answer(store, who.bind({"named": "Zoë O'Hara", "top": "1"})).rows()) == [("Zoë O'Hara",)] * 2


def test_a_question_that_is_not_there_is_told_from_those_that_are():
    with pytest.raises(UnknownName, match="did you mean positions"):
        question("postions")
    with pytest.raises(UnknownName):
        question("../queries/people")


def test_the_eight_of_the_contract_come_first():
    assert list(questions())[:3] == ["documents", "people", "organisations"]


def test_a_file_that_is_not_there_is_said_plainly(tmp_path):
    with pytest.raises(QueryError, match="cannot be read"):
        from_file(tmp_path / "no.rq")
    (tmp_path / "bad.rq").write_bytes(b"\xff")
    with pytest.raises(QueryError, match="not UTF-8"):
        from_file(tmp_path / "bad.rq")
