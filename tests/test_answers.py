"""What a question to the graph is answered with: for a person, for a program, in time, and when it is mistyped."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

WILD = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
READ = {"COLUMNS": "80"}
QUESTION = """# Who stands where?
#
# onrecord query mine --param topic=cash
#
# Group: positions

SELECT ?position ?name {
  VALUES ?topic { UNDEF }   # topic: words in the topic
  VALUES ?taking { UNDEF }   # stance: how they stand
  VALUES ?since { UNDEF }   # date: the earliest
  ?position a onr:Stance ; onr:holder/rdfs:label ?name ; onr:topic/rdfs:label ?label .
  FILTER(!BOUND(?topic) || CONTAINS(LCASE(?label), LCASE(STR(?topic))))
}
ORDER BY ?name ?position
"""


@pytest.fixture
def own(tmp_path):
    """A folder of one's own questions, one of them broken."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "mine.rq").write_text(QUESTION)
    (folder / "broken.rq").write_text("SELECT {")
    return folder


@pytest.fixture
def ask(onrecord, example):
    def asked(*arguments, **more):
        return onrecord("query", *arguments, "--graph", example, **more)

    return asked


def test_an_answer_says_how_many_rows_there_are_and_what_they_rest_on(ask):
    told = ask("positions", "--param", "about=recommendations", env=READ).stdout
    assert "\n2 rows, from 2 documents, found by the rule stance/verb/supports, confidence\n0.74.\n" in told
    assert "UK Government" in told
    assert "https://" not in told


def test_dates_are_plain_and_a_sentence_stands_under_its_row(ask):
    told = ask("timeline", "--param", "since=2024-04", "--first", 3, env=READ).stdout
    assert "4 Apr 2024" in told
    assert "Apr 2024  " in told
    assert "2024-04-04" not in told
    assert "    “I was in the room when Cash Still Counts was founded" in told
    assert "24 rows, from 7 documents." in told


@pytest.mark.parametrize("name", ["statements", "roles", "positions", "for-and-against", "record-of", "participants"])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_line_fits_the_terminal_and_no_word_is_broken(ask, name, width):
    told = ask(name, "--first", 5, env={"COLUMNS": str(width)}).stdout
    assert max(map(len, told.splitlines())) <= width
    sentences = {row["evidence"] for row in csv.DictReader(io.StringIO(ask(name, "--format", "csv").stdout))}
    assert any(sentence.split()[0] in told for sentence in sentences)
    assert "letter.docx" in told or "cash-still-counts-letter" not in told


def test_a_pipe_gets_each_row_on_one_line_as_the_graph_has_it(ask):
    told = ask("timeline", "--param", "since=2024-04").stdout
    assert "2024-04-04" in told
    assert len(told.splitlines()) == 24 + 3
    assert "rows" not in told


def test_evidence_puts_sentence_document_and_rule_under_each_row(ask):
    told = ask("positions", "--param", "about=recommendations", "--evidence").stdout
    assert (
        "    “Here's the short of it: the government has accepted eleven of Lady Ketteringham's fourteen "
        "recommendations and thrown away the three that mattered.”\n"
        "    Six hundred hubs and no key (counting-coppers-blog.md) · stance/verb/supports, confidence 0.74 · "
        "stance:5f44239c\n"
    ) in told
    assert "evidence" not in told.splitlines()[1]


def test_evidence_is_shown_for_any_question_whose_rows_name_facts(ask):
    told = ask("SELECT ?h { ?s a onr:Stance ; onr:holder ?h }", "--evidence", "--limit", 2).stdout
    assert "“" not in told, "these rows name none"
    told = ask("SELECT ?s { ?s a onr:Stance ; onr:hedged true }", "--evidence", env=READ).stdout
    assert told.count("“") >= 2
    assert "confidence" in told


def test_a_name_that_why_takes_is_told(ask, onrecord, example):
    told = ask("positions", "--param", "about=recommendations", env=READ).stdout
    fact = told.split("stance:")[1][:8]
    assert onrecord("why", f"stance:{fact}", "--graph", example).returncode == 0


@pytest.mark.parametrize(("name", "rows"), [("csv", 3), ("tsv", 3), ("json", 2), ("xml", 2)])
def test_a_limit_holds_in_every_format(ask, name, rows):
    told = ask("people", "--limit", 2, "--format", name).stdout
    if name in ("csv", "tsv"):
        assert len(told.splitlines()) == rows
    else:
        found = told.count("<result>") if name == "xml" else len(json.loads(told)["results"]["bindings"])
        assert found == rows


def test_a_limit_holds_for_graphs_and_says_so_for_readers(ask):
    told = ask("CONSTRUCT WHERE { ?s rdfs:label ?l }", "--limit", 3, "--format", "ntriples").stdout
    assert len(told.splitlines()) == 3
    assert "The first 2 rows, from" in ask("people", "--limit", 2, env=READ).stdout


def test_a_million_rows_cost_no_more_memory_than_a_thousand(example):
    def peak(rows, name):
        question = "SELECT * WHERE { ?a ?b ?c . ?d a foaf:Person . ?e a onr:Stance }"
        command = [Path(sys.executable).with_name("onrecord"), "query", question, "--format", name]
        process = subprocess.Popen([*command, "--limit", str(rows), "--graph", str(example)], stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0
        return used.ru_maxrss / 1024

    for name in ("json", "csv"):
        assert peak(1_000_000, name) < peak(1_000, name) + 16, "megabytes"


def test_a_wild_question_stops_at_its_limit_with_one_line(ask, tmp_path):
    told = ask(WILD, "--timeout", 0.5)
    assert (told.returncode, told.stdout) == (124, "")
    assert told.stderr.startswith("onrecord: stopped after 0.5 s; ")
    assert told.stderr.count("\n") == 1
    told = ask(WILD, "--timeout", 0.5, "--output", tmp_path / "answer.csv", "--format", "csv")
    assert told.returncode == 124
    assert list(tmp_path.iterdir()) == []


def test_a_question_in_time_is_answered_as_without_a_limit(ask):
    assert ask("people", "--timeout", 60).stdout == ask("people").stdout
    assert ask("nosuch", "--timeout", 60).stderr == ask("nosuch").stderr


def test_ctrl_c_stops_a_wild_question_at_once(in_terminal, example):
    for more in ((), ("--timeout", 600)):
        terminal = in_terminal("query", WILD, "--verbose", "--graph", example, *more)
        terminal.until("?l }")
        terminal.press("\x03")
        assert terminal.ended() == -signal.SIGINT


def test_a_question_is_explained_with_what_fits_its_patterns_and_what_it_cost(ask):
    told = ask("positions", "--param", "about=pay", "--explain").stdout
    assert 'VALUES ?about { "pay" }' in told
    assert "        114  ?position rdf:type onr:Stance\n" in told
    assert "seconds of CPU to the last of" in told
    strange = ask("SELECT * { ?s a ?t LATERAL { ?s rdfs:label ?l } }", "--explain", "--limit", 2)
    assert strange.returncode == 0
    assert "Cost" in strange.stdout


def test_a_mistyped_term_is_remarked_upon_and_the_question_still_answered(ask):
    told = ask("SELECT ?s { ?s a onr:Statment }", "--format", "csv")
    assert told.stderr == "onrecord: line 1: nothing in the graph is called onr:Statment; did you mean onr:Statement?\n"
    assert (told.returncode, told.stdout) == (0, "s\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["postions"], "did you mean positions"),
        (["positions", "--param", "abuot=x"], "did you mean about?"),
        (["positions", "--format", "jsn"], "did you mean json?"),
        (["SELECT * { ?s a foa:Person }"], "did you mean foaf:?"),
    ],
)
def test_what_is_mistyped_gets_a_suggestion(ask, arguments, words):
    told = ask(*arguments)
    assert told.returncode == 1
    assert words in told.stderr


def test_sparql_is_read_from_a_pipe_where_no_question_is_given(ask):
    assert ask(input="ASK { ?s a foaf:Person }").stdout == "true\n"
    told = ask(input="")
    assert (told.returncode, told.stderr.count("\n")) == (2, 1)
    assert "say what to ask" in told.stderr


def test_ones_own_questions_join_the_catalogue(onrecord, ask, own):
    told = ask("mine", "--param", "topic=cash", "--queries", own)
    assert "Federation of Village Traders" in told.stdout
    assert told.stdout == ask("mine", "--param", "topic=cash", env={"ONRECORD_QUERIES": str(own)}).stdout
    listed = onrecord("queries", "--queries", own)
    assert listed.returncode == 0
    assert "\n  mine  (topic= taking= since=)\n      Who stands where?\n" in listed.stdout
    assert listed.stderr.startswith(f"onrecord: {own / 'broken.rq'} is left out: line 1: ")
    one = onrecord("queries", "mine", "--queries", own).stdout
    assert one.startswith("mine  (positions)\n    Who stands where?\n      topic   topic   words in the topic\n")
    assert str(own) in one
    assert one.rstrip().endswith("ORDER BY ?name ?position")


@pytest.mark.parametrize(
    ("param", "words"),
    [("since=2024-13", "is no date"), ("taking=suports", "did you mean supports?")],
)
def test_values_are_checked_by_type(ask, own, param, words):
    told = ask("mine", "--queries", own, "--param", param)
    assert (told.returncode, told.stderr.count("\n")) == (1, 1)
    assert words in told.stderr


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("--param t", ["topic=", "taking="]),
        ("--param taking=s", ["taking=supports"]),
        ("--param topic=legal", ["topic=legal right to pay in cash"]),
        ("--format j", ["json", "jsonld"]),
    ],
)
def test_the_shell_completes_parameters_values_and_formats(onrecord, example, own, typed, proposed):
    line = f"onrecord query mine {typed}"
    asked = {"_ONRECORD_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(line.split()) - 1)}
    graph = {"ONRECORD_GRAPH": str(example), "ONRECORD_QUERIES": str(own)}
    assert onrecord(env={**asked, **graph}).stdout.splitlines() == proposed


def test_bash_itself_completes_a_value_with_spaces_after_its_sign(example, own, tmp_path):
    """Bash takes `topic=legal` apart at the sign; what it does with the answer, only it can say."""
    script = tmp_path / "script"
    script.write_text(
        'eval "$(onrecord --show-completion bash)"\n'
        "COMP_WORDS=(onrecord query mine --param topic = legal)\nCOMP_CWORD=6\n"
        '_onrecord_completion onrecord\nprintf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    place = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": place, "ONRECORD_GRAPH": str(example), "ONRECORD_QUERIES": str(own)}
    told = subprocess.run(["bash", "--norc", script], env=environment, capture_output=True, text=True, check=True)
    assert told.stdout.splitlines() == [r"legal\ right\ to\ pay\ in\ cash"]
