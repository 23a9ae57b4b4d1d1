"""A language model is heard beside the rules: what it says is in the graph, with who said it, at every rebuild."""

import json
import shutil

import pytest

from tests.voices.conftest import KEY
from tests.voices.serving import DOCUMENTS, Reply, facts, replayed

NOBODY = "http://127.0.0.1:9/v1"  # the discard port, where no server is


@pytest.fixture
def two(tmp_path):
    folder = tmp_path / "two"
    folder.mkdir()
    for name in ("thropwick-last-bank.txt", "tiller-trust-release.eml"):
        shutil.copy(DOCUMENTS / name, folder)
    return folder


def rows(onrecord, graph, sparql):
    done = onrecord("query", sparql, "--graph", graph, "--format", "json")
    assert done.returncode == 0, done.stderr
    return [{k: v["value"] for k, v in row.items()} for row in json.loads(done.stdout)["results"]["bindings"]]


def test_what_only_the_voice_says_is_in_the_graph_with_its_words(onrecord, build, server, two, tmp_path):
    done = build(two, server(replayed).address)
    assert done.returncode == 0, done.stderr
    found = rows(
        onrecord,
        tmp_path / "graph",
        """SELECT ?label ?quote { ?f onr:rule "voice/event" ; rdfs:label ?label ; onr:heardFrom/rdfs:label "parrot" ;
           onr:evidence/oa:hasSelector/oa:exact ?quote ; onr:inDocument/onr:fileName "thropwick-last-bank.txt" }""",
    )
    letter = (DOCUMENTS / "thropwick-last-bank.txt").read_text(encoding="utf-8")
    assert found
    assert all(row["quote"] in letter for row in found)


def test_what_both_say_is_surer_and_why_names_both(onrecord, build, server, two, tmp_path):
    onrecord("build", two, "--graph", tmp_path / "alone")
    build(two, server(replayed).address)
    asked = (
        "SELECT ?s ?c WHERE { ?s a onr:Statement ; onr:confidence ?c ; onr:rule ?r FILTER(?r != 'voice/statement') }"
    )
    alone = {r["s"]: float(r["c"]) for r in rows(onrecord, tmp_path / "alone", asked)}
    both = {r["s"]: float(r["c"]) for r in rows(onrecord, tmp_path / "graph", asked)}
    shared = alone.keys() & both.keys()
    assert len(shared) > 5
    assert all(both[s] >= alone[s] for s in shared)
    assert any(both[s] > alone[s] for s in shared)
    told = onrecord("why", "/".join(min(shared).split("/")[-2:]), "--graph", tmp_path / "graph").stdout
    assert "said by     the rules and parrot (prompt " in told


def test_a_rebuild_asks_nothing_and_gives_the_same_bytes_with_or_without_a_server(
    onrecord, build, server, two, tmp_path, written
):
    asked = server(replayed)
    build(two, asked.address)
    first = written(tmp_path / "graph")
    build(two, asked.address)
    assert len(asked.requests) == 2
    assert written(tmp_path / "graph") == first
    assert build(two, NOBODY).stderr == ""
    assert written(tmp_path / "graph") == first
    again = onrecord("build", "--graph", tmp_path / "graph")  # the voice of the last build, from what is kept
    assert "The voice parrot: 2 documents answered\n" in again.stdout
    assert written(tmp_path / "graph") == first


def test_without_the_voice_the_graph_is_as_if_there_had_been_none(onrecord, build, server, two, tmp_path, written):
    onrecord("build", two, "--graph", tmp_path / "alone")
    build(two, server(replayed).address)
    assert written(tmp_path / "graph")["graph.ttl"] != written(tmp_path / "alone")["graph.ttl"]
    onrecord("build", two, "--graph", tmp_path / "graph", "--voice", "none")
    assert written(tmp_path / "graph")["graph.ttl"] == written(tmp_path / "alone")["graph.ttl"]


def test_a_new_document_has_no_answer_until_the_voice_is_asked(onrecord, build, server, two, tmp_path):
    asked = server(replayed)
    build(two, asked.address)
    shutil.copy(DOCUMENTS / "shopkeeper-opinion.txt", two)
    told = onrecord("build", two, "--graph", tmp_path / "graph")
    assert told.returncode == 0
    assert "no answer: shopkeeper-opinion.txt: it was not asked" in told.stderr
    assert len(asked.requests) == 2
    assert build(two, asked.address).stderr == ""
    assert len(asked.requests) == 3


def test_the_graph_says_which_model_was_heard_with_which_prompt(onrecord, build, server, two, tmp_path, report):
    build(two, server(replayed).address)
    (voice,) = rows(
        onrecord,
        tmp_path / "graph",
        "SELECT ?model ?prompt { [] prov:wasAssociatedWith ?v . "
        "?v a onr:Voice ; rdfs:label ?model ; onr:prompt ?prompt }",
    )
    assert voice == {"model": "parrot", "prompt": report()["prompt"]}
    assert onrecord("check", "--graph", tmp_path / "graph").returncode == 0


def test_another_model_is_asked_anew(build, server, two):
    asked = server(replayed)
    build(two, asked.address)
    build(two, asked.address, "--voice", "other")
    assert [request["model"] for request in asked.requests].count("other") == 2


def test_only_the_body_is_sent(build, server, two):
    asked = server(replayed)
    build(two, asked.address)
    words = json.dumps(asked.requests, ensure_ascii=False)
    assert "THROPWICK will lose its only bank" in words
    for aside in ("light rain", "Subscribe from", "Public Notices", "Undisclosed", "Rosalind Achterberg", "/two"):
        assert aside not in words
    assert "thropwick-last-bank" not in words  # not even what the file is called


def test_the_key_goes_to_the_server_and_nowhere_else(build, server, two, tmp_path):
    def echoing(text, before):
        good = f"You are {KEY}.\n{replayed(text).words}"
        return Reply(good) if "THROPWICK" in text else Reply(status=400 + 100 * (before == 0), body=f'"{KEY}"')

    asked = server(echoing)
    done = build(two, asked.address)
    assert "no answer: tiller-trust-release.eml: the server answers 400: " in done.stderr
    assert {headers["authorization"] for headers in asked.headers} == {f"Bearer {KEY}"}
    assert "THROPWICK" in json.dumps(asked.requests)
    assert KEY not in done.stdout + done.stderr
    for file in (p for p in (tmp_path / "graph").rglob("*") if p.is_file()):
        assert KEY.encode() not in file.read_bytes()


def test_what_the_rules_say_against_the_voice_is_told_by_why(onrecord, build, server, letter, tmp_path):
    page = letter(
        "Nadia Orme, the chair of the Fordham Trust, met Tom Vale, the mayor of Fordham, on Monday.\n\n"
        "“The bridge must stay open,” said Nadia Orme.\n\n“Nobody wants it closed,” Tom Vale said.\n"
    )
    people = [{"name": n, "also": []} for n in ("Nadia Orme", "Tom Vale")]
    words = ["The bridge must stay open", "Nobody wants it closed"]
    wrong = [{"speaker": "Tom Vale", "words": [w], "form": "direct", "to": None} for w in words]
    done = build(page, server(lambda *_: Reply(facts(people=people, statements=wrong))).address)
    assert done.returncode == 0, done.stderr
    held = rows(
        onrecord,
        tmp_path / "graph",
        "SELECT ?s ?who ?dissent { ?s schema:text 'The bridge must stay open,' ; "
        "prov:wasAttributedTo/foaf:name ?who ; onr:dissent ?dissent }",
    )
    assert [(h["who"], h["dissent"]) for h in held] == [
        ("Nadia Orme", "parrot says instead: Tom Vale: The bridge must stay open")
    ]
    told = onrecord("why", "/".join(held[0]["s"].split("/")[-2:]), "--graph", tmp_path / "graph").stdout
    assert "said by     the rules\n" in told
    assert "dissent     parrot says instead: Tom Vale" in told


def test_what_the_rules_alone_found_and_a_good_voice_does_not_is_left_out_and_why_says_so(
    onrecord, build, server, tmp_path, report
):
    onrecord("build", DOCUMENTS, "--graph", tmp_path / "graph")
    build(DOCUMENTS, server(replayed).address)
    out = next(o for o in report()["left_out"] if o["kind"] == "positions")
    told = onrecord("why", out["fact"], "--graph", tmp_path / "graph")
    assert told.returncode == 1
    assert f"{out['fact']} was left out: the rules say {out['says']}" in told.stderr
    assert "parrot" in told.stderr
