"""`onrecord review` in a real terminal, and corrections from file to graph."""

import os
import re
import shutil
from pathlib import Path

import pytest

from graph_builder.corrections import read_corrections


@pytest.fixture
def graph(example, tmp_path):
    """A graph of one's own."""
    return shutil.copytree(example, tmp_path / "graph", symlinks=True)


DOCUMENTS = Path(__file__).parent / "documents"


def test_a_person_decides_names_and_facts_in_a_terminal_and_the_next_build_heeds_it(onrecord, in_terminal, graph):
    terminal = in_terminal("review", "--graph", graph, "--who", "Jo Reader", "--first", 3)
    shown = terminal.until("[q]uit")
    assert "do both mean one?" in shown
    assert shown.count("“") >= 2, "evidence of both sides"
    terminal.type("x")
    terminal.until("one of s, d, l, q")
    terminal.until("[q]uit")
    terminal.type("s")
    terminal.until("Why?")
    terminal.type("it is one report")
    terminal.until("[q]uit")
    terminal.type("d")
    terminal.until("Why?")
    terminal.type("")
    asked = terminal.until("Is that what it says?")
    assert "confidence" in asked
    terminal.type("n")
    terminal.until("Why?")
    terminal.type("not hers")
    terminal.until("Is that what it says?")
    terminal.type("q")
    terminal.until("3 decisions in ")
    assert terminal.ended() == 0

    entries, faults = read_corrections(graph / "corrections.yaml")
    assert not faults
    assert [(e.decision, e.who, e.why) for e in entries] == [
        ("same", "Jo Reader", "it is one report"),
        ("different", "Jo Reader", "read in both documents"),
        ("reject", "Jo Reader", "not hers"),
    ]
    built = onrecord("build", DOCUMENTS, "--graph", graph)
    assert "fits nothing" not in built.stderr
    turtle = (graph / "graph.ttl").read_text("utf-8")
    assert not re.search(rf"(?m)^{entries[2].about[0].replace('/', ':')} a ", turtle)
    assert "prov:invalidated" in turtle
    told = onrecord("why", entries[0].about[0].split(" in ")[0], "--graph", graph).stdout
    assert "it is one report (decided by Jo Reader)" in told
    assert onrecord("query", "who-is-who", "--param", "that=unsure", "--graph", graph).stdout.count("\n") <= 3
    assert onrecord("check", "--graph", graph).returncode == 0


def test_what_was_decided_before_is_not_asked_again_and_stopping_loses_nothing(in_terminal, graph):
    terminal = in_terminal("review", "--graph", graph, "--who", "Jo", "--first", 1)
    first = terminal.until("[q]uit")
    terminal.type("d")
    terminal.until("Why?")
    terminal.type("")
    terminal.until("[q]uit")
    os.write(terminal.keys, b"\x03")
    terminal.until("1 decision in ")
    terminal.ended()
    again = in_terminal("review", "--graph", graph, "--who", "Jo", "--first", 1)
    assert again.until("[q]uit").split("  A  ")[1] != first.split("  A  ")[1]
    again.type("q")
    again.ended()


def test_corrections_survive_a_rebuild_from_nothing_and_say_so_in_their_provenance(onrecord, tmp_path):
    decided = tmp_path / "ours.yaml"
    decided.write_text(
        "- add: role\n  in: thropwick-last-bank.txt\n  evidence: Tiller Trust\n  person: Tiller Trust\n  post: x\n"
        "- rename: organisation/tiller-trust\n  to: The Tiller Trust (charity no. 1)\n  who: Jo\n  why: register\n"
        "- reject: role/0000000000000000\n  says: nothing any more\n- nonsense: 1\n",
        encoding="utf-8",
    )
    documents = [DOCUMENTS / name for name in ("thropwick-last-bank.txt", "tiller-trust-release.eml")]
    graphs = [tmp_path / "one", tmp_path / "two"]
    for graph in graphs:
        built = onrecord("build", *documents, "--graph", graph, "--corrections", decided)
        assert built.returncode == 0
        assert built.stderr.count("correction that fits nothing: entry ") == 2, built.stderr
        assert "nothing any more" in built.stderr
    again = onrecord("build", "--graph", graphs[0])
    assert "entry 3" in again.stderr, "the file of the last build is heeded again"
    one, two = ((graph / "graph.ttl").read_bytes() for graph in graphs)
    assert one == two
    assert 'rdfs:label "The Tiller Trust (charity no. 1)"' in one.decode()
    assert "onr:decided correction:" in one.decode()
    rows = onrecord("query", "corrections", "--graph", graphs[0], "--format", "csv").stdout
    assert "nothing any more" in rows
    assert onrecord("check", "--graph", graphs[0]).returncode == 0


def test_a_broken_file_of_corrections_stops_the_build_and_leaves_the_graph(onrecord, graph, written):
    before = written(graph)
    (graph / "corrections.yaml").write_text("- same: [", encoding="utf-8")
    built = onrecord("build", DOCUMENTS, "--graph", graph)
    assert built.returncode == 1
    assert built.stderr.startswith("onrecord: the corrections in ")
    assert built.stderr.count("\n") == 1
    assert written(graph) == before
