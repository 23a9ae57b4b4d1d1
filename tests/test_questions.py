"""Every question of the catalogue is a file that says what it asks, and SPARQL that any tool answers alike."""

import re
from pathlib import Path

import pytest
from pyoxigraph import Literal as Said
from pyoxigraph import Store
from rdflib import Graph

from graph_builder.graph.catalogue import GROUPS, PLAIN, Question, questions
from graph_builder.graph.folder import GraphFolder
from graph_builder.graph.phrasings import phrasings
from graph_builder.graph.store import open_store
from graph_builder.vocabulary.codes import schemes

CATALOGUE = questions()
PAGE = Path(__file__).parent.parent / "docs" / "questions.md"


@pytest.fixture(scope="module")
def store(example) -> Store:
    """The example's store."""
    return open_store(GraphFolder(example))


@pytest.fixture(scope="module")
def memory(store) -> Graph:
    """The same triples in rdflib."""
    return Graph().parse(data="".join(f"{quad.triple} .\n" for quad in store), format="nt")


def test_every_question_stands_in_a_group_and_every_group_has_some():
    assert {question.group for question in CATALOGUE.values()} == set(GROUPS)


@pytest.mark.parametrize("question", CATALOGUE.values(), ids=CATALOGUE)
def test_a_question_says_what_it_asks(question):
    assert question.help.endswith(("?", ".", "first.", "`"))
    assert question.example.startswith(f"onrecord query {question.name}")
    assert phrasings(question)
    given = re.findall(r"--param (\w+)=", question.example)
    assert set(given) <= {parameter.name for parameter in question.parameters}
    for parameter in question.parameters:
        assert parameter.type in (*PLAIN, *schemes())
        assert parameter.help


@pytest.mark.parametrize("question", CATALOGUE.values(), ids=CATALOGUE)
def test_another_engine_gives_the_same_rows(question, store, memory):
    ours = [tuple(_plain(term) for term in row) for row in _asked(store, question)]
    theirs = [tuple("" if term is None else str(term) for term in row) for row in memory.query(question.text)]
    assert sorted(ours) == sorted(theirs)


@pytest.mark.parametrize("question", CATALOGUE.values(), ids=CATALOGUE)
def test_every_row_is_told_once(question, store):
    rows = [tuple(map(str, row)) for row in _asked(store, question)]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("question", [q for q in CATALOGUE.values() if q.parameters], ids=lambda q: q.name)
def test_a_value_of_a_parameter_leaves_rows_out(question, store):
    every = {tuple(map(str, row)) for row in _asked(store, question)}
    for parameter in question.parameters:
        value = "0.1" if parameter.type == "number" else "2999" if parameter.name == "since" else "0 such thing"
        some = {
            tuple(map(str, row))
            for row in store.query(question.bind({parameter.name: value}), use_default_graph_as_union=True)
        }
        assert some < every or not every, parameter.name


def test_the_page_of_questions_is_what_the_files_say():
    assert PAGE.read_text(encoding="utf-8") == page(), "python tests/test_questions.py writes it anew"


def _asked(store: Store, question: Question):
    return store.query(question.text, use_default_graph_as_union=True)


def _plain(term) -> str:
    return "" if term is None else term.value if isinstance(term, Said) else str(term).strip("<>")


def page() -> str:
    """The catalogue as a page of documentation."""
    lines = [TOP]
    for group in GROUPS:
        lines.append(f"## {group.capitalize()}\n")
        for question in (q for q in CATALOGUE.values() if q.group == group):
            lines.append(f"### {question.name}\n\n{question.help}\n")
            if question.parameters:
                lines.append("| Parameter | Type | |\n|---|---|---|")
                lines += [f"| `{p.name}` | {p.type} | {_told(p)} |" for p in question.parameters]
                lines.append("")
            lines.append(f"    {question.example}\n")
            lines.append("Plainly: " + " · ".join(f"*{_readable(p)}*" for p in phrasings(question)[:3]) + "\n")
    return "\n".join(lines).rstrip() + "\n"


def _told(parameter) -> str:
    default = "" if parameter.default == "UNDEF" else f" (default: {parameter.default.strip(chr(34))})"
    return f"{parameter.help}{default}"


def _readable(phrasing: str) -> str:
    """One way to put it: of several words the first, and what may be missing left out."""
    phrase = phrasing.partition("->")[0].strip()
    while re.search(r"[\[(]", phrase):
        phrase = re.sub(r"\[[^\[\]()]*\]", "", phrase)
        phrase = re.sub(r"\(([^\[\]()|]*)(?:\|[^\[\]()]*)?\)", r"\1", phrase)
    return re.sub(r"\{(\w+)\}", r"‹\1›", re.sub(r"\s+", " ", phrase)).strip()


TOP = """# What can be asked

The catalogue: each question is a file in `queries/`, asked by its name with `onrecord query NAME`, or in plain English
with `onrecord ask`. Every parameter may be left out; one that is given twice may be either. Words are found in any
case, and names of people and bodies by any form that the graph knows. A date is a day, a month or a year.

`onrecord ask "who opposes the levy?"` finds the question by rules. A file says in its head how it may be put
(`# Asked: who {taking} {about}`: a word in braces is a value of that parameter, `(a|b)` is either, `[a]` may be
missing, and `-> taking=opposes` tells a value besides). Names, topics and events are looked up in the graph, stances
are known by the verbs of `ontology/kinds.ttl`, and *since March 2031*, *in 2031* or *between 2030 and 2032* are dates.
It shows the question that it chose. Where several fit equally well it shows them all, and where none does it says so
and shows the nearest; then nothing is answered, and the exit code is 1.

This page is written from the files: `python tests/test_questions.py`.
"""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
