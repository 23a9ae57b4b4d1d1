"""What a person types, what they see, and how the command ends."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
COMMANDS = ("build", "query", "queries", "show", "why", "review", "view", "export", "check", "info")


def answer(onrecord, question, graph):
    told = onrecord("query", question, "--graph", graph, "--format", "json")
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout)["results"]["bindings"]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_has_an_example(onrecord, command):
    told = onrecord(command, "--help")
    assert told.returncode == 0
    assert f"onrecord {command}" in told.stdout.split("Example")[1]


def test_the_bare_command_says_how_to_begin(onrecord):
    told = onrecord()
    assert told.returncode == 0
    assert "onrecord build documents" in told.stdout
    assert all(command in told.stdout for command in COMMANDS)


def test_a_question_answers_the_same_in_every_format(onrecord, example):
    rows = answer(onrecord, "people", example)
    names = [row["name"]["value"] for row in rows]
    assert "Imogen Charlton-Rae" in names
    csv = onrecord("query", "people", "--graph", example, "--format", "csv").stdout.splitlines()
    tsv = onrecord("query", "people", "--graph", example, "--format", "tsv").stdout.splitlines()
    assert len(csv) == len(tsv) == len(names) + 1


def test_the_environment_names_the_graph(onrecord, example):
    told = onrecord("query", "people", env={"ONRECORD_GRAPH": str(example)})
    assert "Imogen Charlton-Rae" in told.stdout


def test_sparql_needs_no_prefixes(onrecord, example):
    told = onrecord("query", "ASK { ?p a foaf:Person ; foaf:name 'Imogen Charlton-Rae' }", "--graph", example)
    assert told.stdout == "true\n"


def test_sparql_comes_from_the_standard_input_too(onrecord, example):
    told = onrecord("query", "-", "--graph", example, input="SELECT (COUNT(*) AS ?n) WHERE { ?p a foaf:Person }")
    assert int(told.stdout.split()[-1]) > 20


def test_a_file_of_rdf_can_be_asked(onrecord, example):
    people = "SELECT ?name WHERE { ?p a foaf:Person ; foaf:name ?name } ORDER BY ?name"
    from_file = onrecord("query", people, "--file", example / "graph.ttl", "--format", "csv")
    from_store = onrecord("query", people, "--graph", example, "--format", "csv")
    assert from_file.stdout == from_store.stdout
    assert len(from_file.stdout.splitlines()) > 20


def test_a_construct_is_answered_in_turtle(onrecord, example):
    told = onrecord("query", "CONSTRUCT { ?p foaf:name ?n } WHERE { ?p foaf:name ?n }", "--graph", example)
    assert "foaf:name" in told.stdout


def test_a_mistake_in_sparql_shows_where_it_is(onrecord, example):
    told = onrecord("query", "SELECT ?name WHERE { ?p foaf:name }", "--graph", example)
    assert told.returncode == 1
    assert "^" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["query", "nosuch"], 1),
        (["query", "people", "--param", "nosuch=1"], 1),
        (["query", "people", "--param", "nosuch"], 2),
        (["query", "people", "--format", "nosuch"], 1),
        (["query", "people", "--nosuch"], 2),
        (["query"], 2),
        (["nosuch"], 2),
        (["build"], 2),
        (["build", "nosuch.txt"], 1),
        (["build", "--base", "debate", "."], 2),
        (["show", "Nobody at all"], 1),
        (["why", "statement/nosuch"], 1),
        (["export", "nosuch"], 1),
    ],
)
def test_a_mistake_is_one_line_and_an_exit_code(onrecord, example, arguments, code, tmp_path):
    graph = tmp_path / "graph" if arguments[0] == "build" else example
    told = onrecord(*arguments, env={"ONRECORD_GRAPH": str(graph)})
    assert told.returncode == code
    assert len(told.stderr.strip().splitlines()) == 1
    assert told.stdout == ""


def test_where_there_is_no_graph_the_message_says_how_to_make_one(onrecord, tmp_path):
    told = onrecord("query", "people", "--graph", tmp_path)
    assert told.returncode == 1
    assert "onrecord build" in told.stderr


def test_a_name_is_matched_kindly(onrecord, example):
    told = onrecord("show", "imogen charlton-rae", "--graph", example)
    assert told.returncode == 0
    assert told.stdout.startswith("Imogen Charlton-Rae")
    assert "charlton-rae-cash-update.txt" in told.stdout


def test_a_name_in_a_question_is_matched_kindly(onrecord, example):
    told = onrecord("query", "statements", "--param", "who=hethérsett CAROLINE", "--graph", example, "--format", "csv")
    assert "Caroline Hethersett" in told.stdout


def test_several_matches_are_listed(onrecord, example):
    told = onrecord("show", "e", "--graph", example)
    assert told.returncode == 1
    assert len(told.stderr.splitlines()) > 3


def test_every_fact_can_be_asked_for_its_proof(onrecord, example):
    rows = answer(onrecord, "statements", example)
    fact = rows[0]["statement"]["value"]
    for name in (fact, "/".join(fact.split("/")[-2:])[:-4]):
        told = onrecord("why", name, "--graph", example)
        assert told.returncode == 0, told.stderr
        assert rows[0]["source"]["value"] in told.stdout
        assert "confidence" in told.stdout


def test_the_catalogue_lists_every_question(onrecord):
    files = {path.stem for path in (HERE.parent / "queries").glob("*.rq")}
    told = onrecord("queries").stdout
    assert files <= {line.split()[0] for line in told.splitlines() if line.startswith("  ")}
    assert "SELECT" in onrecord("queries", "people").stdout


def test_the_page_can_open_on_one_person(onrecord, example):
    told = onrecord("view", "--graph", example, "--focus", "Imogen Charlton-Rae")
    assert told.stdout.strip().endswith("graph.html#at=person%2Fimogen-charlton-rae")


def test_a_page_of_a_part_leaves_the_whole_page_alone(onrecord, example, tmp_path):
    whole = (example / "graph.html").read_bytes()
    asked = tmp_path / "people.rq"
    asked.write_text("# Who is there?\nSELECT ?who WHERE { ?who a foaf:Person }\n", encoding="utf-8")
    for options in (["--focus", "Imogen Charlton-Rae", "--depth", "1"], ["--topic", "cash"], ["--query", asked]):
        told = onrecord("view", "--graph", example, "--output", tmp_path / "part.html", *options)
        assert told.returncode == 0, told.stderr
        assert " things and " in told.stderr
        assert (tmp_path / "part.html").stat().st_size < len(whole)
    assert (example / "graph.html").read_bytes() == whole


def test_a_part_that_nobody_can_mean_is_refused_in_one_line(onrecord, example):
    for options, words in ((["--kinds", "bears"], "there are people"), (["--from", "soon"], "2021-01-31")):
        told = onrecord("view", "--graph", example, *options)
        assert (told.returncode, told.stderr.count("\n")) == (2, 1)
        assert words in told.stderr


@pytest.mark.parametrize("name", ["turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml", "graphml", "gexf"])
def test_the_graph_is_exported(onrecord, example, name, tmp_path):
    file = tmp_path / "graph.out"
    told = onrecord("export", name, "--graph", example, "--output", file)
    assert told.returncode == 0, told.stderr
    assert "Imogen Charlton-Rae" in file.read_text(encoding="utf-8")


def test_the_default_export_is_the_turtle_beside_the_store(onrecord, example):
    assert onrecord("export", "--graph", example).stdout == (example / "graph.ttl").read_text(encoding="utf-8")


def test_tables_are_exported_into_a_folder(onrecord, example, tmp_path):
    assert onrecord("export", "csv", "--graph", example, "--output", tmp_path / "tables").returncode == 0
    assert (tmp_path / "tables" / "people.csv").read_text(encoding="utf-8").startswith("person,name,mention,source")


def test_the_example_graph_conforms(onrecord, example):
    told = onrecord("check", "--graph", example)
    assert told.returncode == 0, told.stdout


def test_the_whole_is_described(onrecord, example):
    told = onrecord("info", "--graph", example).stdout
    assert "en_core_web_sm" in told
    assert "people" in told


def test_the_shell_completes_the_names_of_questions(onrecord):
    asked = {"_ONRECORD_COMPLETE": "complete_bash", "COMP_WORDS": "onrecord query posi", "COMP_CWORD": "2"}
    assert onrecord(env=asked).stdout.split() == ["positions"]


def test_a_reader_that_stops_reading_is_no_error(example):
    ours = Path(sys.executable).with_name("onrecord")
    command = f"'{ours}' query statements --graph '{example}' --format csv; echo $? >&2"
    with subprocess.Popen(["sh", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as asked:
        asked.stdout.close()
        assert asked.stderr.read().strip() == "0"


@pytest.mark.parametrize(("environment", "bold"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_is_for_terminals_that_want_it(onrecord, example, environment, bold):
    ours, theirs = pty.openpty()
    question = ["query", "people", "--graph", example, "--first", 1]
    told = onrecord(*question, env=environment, capture_output=False, stdout=theirs)
    os.close(theirs)
    seen = os.read(ours, 10_000).decode()
    os.close(ours)
    assert told.returncode == 0
    assert ("\x1b[" in seen) is bold
    assert "\x1b[" not in onrecord(*question).stdout


def test_a_cold_question_loads_no_library_but_typer_and_the_store(example):
    code = "from graph_builder.cli import main; main()"
    command = [sys.executable, "-X", "importtime", "-c", code, "query", "people", "--format", "tsv"]
    told = subprocess.run([*command, "--graph", str(example)], capture_output=True, text=True, check=True).stderr
    loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in told.splitlines()}
    heavy = {"rdflib", "rich", "spacy", "networkx", "pyvis", "numpy", "pydantic", "platformdirs", "tomllib", "jinja2"}
    heavy |= {"prompt_toolkit", "httpx", "starlette"}
    assert not heavy & loaded
    assert {"typer", "pyoxigraph"} <= loaded


def test_why_says_of_somebody_why_the_names_are_one(onrecord, example):
    told = onrecord("why", "lady ketteringham", "--graph", example).stdout
    assert told.startswith("Baroness Ketteringham of Wooler  (person)  person/baroness-ketteringham-of-wooler\n")
    assert "  • counting-coppers-blog.md: Lady Ketteringham\n" in told
    assert "Taken for one\n" in told
    bank = onrecord("why", "Northern & Borders Bank", "--graph", example).stdout
    assert "NBB (acronym defined in brackets)" in bank


@pytest.mark.parametrize("command", ["show", "why"])
def test_a_name_that_an_entity_had_before_leads_to_it(onrecord, example, command):
    now = onrecord(command, "person/baroness-ketteringham-of-wooler", "--graph", example)
    before = onrecord(command, "person/lady-ketteringham", "--graph", example)
    assert before.returncode == 0
    assert before.stdout == now.stdout


def test_why_of_nobody_is_one_line(onrecord, example):
    told = onrecord("why", "Nobody Such", "--graph", example)
    assert (told.returncode, told.stderr.count("\n")) == (1, 1)
