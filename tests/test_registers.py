"""What is known before reading, from the command to the graph."""

import ast
import json
import shutil
from pathlib import Path

import pytest

from graph_builder.extract import extract_facts, load_language
from graph_builder.model import Document, Span
from graph_builder.vocabulary import Entry, register, using
from graph_builder.vocabulary.people import known_of

MEMBERS = Path(__file__).parent / "registers" / "members.json"
PACKAGE = Path(__file__).parent.parent / "graph_builder"
STORY = """Lantern levy criticised

4 March 2031

Marta Quill, the MP for Bellford North, said: “The lantern levy is a mistake.”

The Lantern Yard welcomed it. “We are glad,” said Ian Corder, who chairs LanYard.
"""
YARD = "https://register.example/yard"


@pytest.fixture
def story(tmp_path):
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY, encoding="utf-8")
    return folder


def popolo(path, **more):
    told = {
        "persons": [{"id": "m", "name": "Marta Quill"}, {"id": "n", "name": "Nobody Mentioned"}],
        "organizations": [{"id": YARD, "name": "Lantern Yard", "other_names": [{"name": "LanYard"}]}],
        "memberships": [{"person_id": "m", "organization_id": YARD, "area": {"name": "Bellford North"}}],
    }
    path.write_text(json.dumps(told | more), encoding="utf-8")
    return path


def known_to(graph):
    report = (graph / "graph.ttl").read_text(encoding="utf-8")
    return {line.split("<")[1].split(">")[0] for line in report.splitlines() if "onr:known <" in line}


def test_only_who_is_mentioned_comes_into_the_graph_and_twice_the_same(onrecord, story, tmp_path, written):
    graph, people = tmp_path / "graph", popolo(tmp_path / "people.json")
    told = onrecord("build", story, "--graph", graph, "--register", people)
    assert told.returncode == 0, told.stderr
    marta = "https://w3id.org/onrecord/id/register/people/person/m"
    assert {YARD, marta} <= known_to(graph)
    quads = onrecord("export", "nquads", "--graph", graph).stdout
    assert "Nobody Mentioned" not in quads
    triples = [line.rpartition(" <")[0] for line in quads.splitlines()]
    assert len(triples) == len(set(triples))
    assert "conforms" in onrecord("check", "--graph", graph).stdout
    onrecord("build", story, "--graph", tmp_path / "again", "--register", people)
    assert written(tmp_path / "again")["graph.ttl"] == written(graph)["graph.ttl"]


def test_a_build_without_registers_uses_those_of_the_last_and_none_leaves_them(onrecord, story, tmp_path):
    graph, people = tmp_path / "graph", popolo(tmp_path / "people.json")
    onrecord("build", story, "--graph", graph, "--register", people)
    assert json.loads((graph / "report.json").read_text(encoding="utf-8"))["registers"] == [str(people)]
    told = onrecord("build", "--graph", graph, "--verbose")
    assert "known already: a.txt" in told.stderr
    assert YARD in known_to(graph)
    onrecord("build", "--graph", graph, "--register", "none")
    assert YARD not in known_to(graph)


def test_other_bodies_are_read_with_and_other_people_are_not(onrecord, story, tmp_path):
    graph, people = tmp_path / "graph", popolo(tmp_path / "people.json")
    onrecord("build", story, "--graph", graph, "--register", people)
    popolo(people, persons=[{"id": "m", "name": "Marta Quill"}])
    assert "known already: a.txt" in onrecord("build", "--graph", graph, "--verbose").stderr
    popolo(people, organizations=[{"id": YARD, "name": "Lantern Yard"}])
    assert "read: a.txt" in onrecord("build", "--graph", graph, "--verbose").stderr


def test_a_register_that_cannot_be_used_ends_the_build_and_leaves_the_graph(onrecord, story, tmp_path, written):
    graph = tmp_path / "graph"
    onrecord("build", story, "--graph", graph)
    before = written(graph)
    told = onrecord("build", "--graph", graph, "--register", tmp_path / "gone.ttl")
    assert told.returncode == 1
    assert told.stderr.count("\n") == 1
    assert "gone.ttl cannot be read: there is no such file" in told.stderr
    assert written(graph) == before


def test_what_of_a_register_is_not_used_is_said(onrecord, story, tmp_path):
    people = popolo(tmp_path / "people.json", memberships=[{"person_id": "gone"}])
    told = onrecord("build", story, "--graph", tmp_path / "graph", "--register", people)
    assert "memberships of persons who are not there: 1 (gone)" in told.stderr


def test_a_graph_is_a_register_for_the_next(onrecord, story, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    onrecord("build", story, "--graph", first)
    told = onrecord("build", story, "--graph", second, "--register", first)
    assert told.returncode == 0, told.stderr
    assert "https://w3id.org/onrecord/id/register/first/person/marta-quill" in known_to(second)
    third = tmp_path / "third"
    onrecord("build", story, "--graph", third, "--register", second)
    assert "https://w3id.org/onrecord/id/register/first/person/marta-quill" in known_to(third)


def test_members_of_the_example_are_who_the_documents_mean(onrecord, tmp_path):
    documents = tmp_path / "documents"
    documents.mkdir()
    shutil.copy(Path(__file__).parent / "documents" / "treasury-oral-questions.txt", documents)
    told = onrecord("build", documents, "--graph", tmp_path / "graph", "--register", MEMBERS)
    assert told.returncode == 0, told.stderr
    assert told.stderr == ""
    why = onrecord("query", "who-is-who", "--graph", tmp_path / "graph", "--format", "csv").stdout
    assert "the register's entry of the same full name, who sat for the same place" in why


def test_what_one_build_knew_the_next_in_the_process_does_not():
    text = "The levy was welcomed by the Wexcombe Tallow. The Wexcombe Tallow said that it was glad.\n"
    document = Document("a.txt", "0" * 64, text, (Span(0, len(text) - 1),))
    language = load_language(None)
    tallow = known_of([Entry("https://register.example/tallow", "organisation", "Wexcombe Tallow", kind="charity")])

    def known():
        return {referent.known for referent in extract_facts(document, language).referents}

    assert "https://register.example/tallow" not in known()
    with using(tallow):
        assert "https://register.example/tallow" in known()
        assert register()[-1].name == "Wexcombe Tallow"
    assert "https://register.example/tallow" not in known()


def functions():
    """Each function of the package by module and name: its decorators, and the names that it calls or reads."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                decorators = {name for d in node.decorator_list for name in names_in(d)}
                yield path.stem, node.name, decorators, {n for line in node.body for n in names_in(line)}


def names_in(tree):
    """The names that a piece of code uses: `lexicon.party_words` as it stands, `party_words` alone."""
    dotted = {
        f"{n.value.id}.{n.attr}" for n in ast.walk(tree) if isinstance(n, ast.Attribute) and hasattr(n.value, "id")
    }
    return dotted | {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def test_nothing_that_is_made_once_is_made_from_the_registers_in_use():
    every = list(functions())
    known = {(module, name) for module, name, decorators, _ in every if "of_registers" in decorators}
    assert known
    size = 0
    while size != len(known):
        size = len(known)
        dotted, alone = {f"{module}.{name}" for module, name in known}, known
        known |= {
            (module, name)
            for module, name, _, used in every
            if used & dotted or any((module, each) in alone for each in used)
        }
    once = {(module, name) for module, name, decorators, _ in every if decorators & {"cache", "lru_cache"}}
    assert known & once <= {("registers", "made")}
