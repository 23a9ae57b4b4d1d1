"""Documents in, graph out: what a build reads, keeps, says, and never breaks."""

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

LETTER = "Open letter on the library\n\n2 March 2031\n\n“We want it back,” said Oriel Tansley, chair of its friends.\n"
DOCUMENTS = Path(__file__).parent / "documents"
COMMAND = Path(sys.executable).with_name("onrecord")


@pytest.fixture
def folder(tmp_path):
    """Two of the example documents in a folder, and one of another kind that nobody can read."""
    documents = tmp_path / "documents"
    documents.mkdir()
    for name in ("thropwick-last-bank.txt", "ketteringham-review.html"):
        shutil.copy(DOCUMENTS / name, documents)
    (documents / "accounts.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    return documents


def test_a_file_that_cannot_be_read_is_named_and_the_rest_goes_on(onrecord, folder, tmp_path):
    told = onrecord("build", folder, "--graph", tmp_path / "graph")
    assert told.returncode == 0
    assert told.stderr.startswith("skipped: accounts.xls: ")
    assert len(told.stderr.splitlines()) == 1
    assert "Documents in the graph: 2 (2 new, 1 skipped)" in told.stdout


def test_where_nothing_can_be_read_the_old_graph_stays_and_the_exit_code_is_3(onrecord, folder, tmp_path, written):
    graph = tmp_path / "graph"
    onrecord("build", folder, "--graph", graph)
    before = written(graph)
    told = onrecord("build", folder / "accounts.xls", "--graph", graph)
    assert told.returncode == 3
    assert written(graph) == before
    assert "Hilda Storey" in onrecord("query", "people", "--graph", graph).stdout


def test_a_second_build_says_what_is_new_changed_unchanged_and_gone(onrecord, folder, tmp_path):
    graph = tmp_path / "graph"
    onrecord("build", folder, "--graph", graph)
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    with (folder / "ketteringham-review.html").open("a", encoding="utf-8") as page:
        page.write("<!-- corrected -->\n")
    told = onrecord("build", folder, "--graph", graph, "--verbose")
    assert "3 (1 new, 1 changed, 1 unchanged, 1 skipped)" in told.stdout
    assert "known already: thropwick-last-bank.txt" in told.stderr
    assert "read: letter.txt" in told.stderr
    (folder / "thropwick-last-bank.txt").unlink()
    told = onrecord("build", folder, "--graph", graph)
    assert "2 (2 unchanged, 1 no longer among them, 1 skipped)" in told.stdout
    assert "Baljit Sandher" not in onrecord("query", "people", "--graph", graph).stdout
    report = json.loads((graph / "report.json").read_text(encoding="utf-8"))
    assert report["removed"] == ["thropwick-last-bank.txt"]


def test_a_build_without_paths_reads_those_of_the_last_build(onrecord, folder, tmp_path):
    onrecord("build", folder, "--graph", tmp_path / "graph")
    told = onrecord("build", "--graph", tmp_path / "graph")
    assert "2 (2 unchanged, 1 skipped)" in told.stdout


def test_the_standard_input_is_a_document(onrecord, tmp_path):
    told = onrecord("build", "-", "--graph", tmp_path / "graph", input=LETTER)
    assert told.returncode == 0, told.stderr
    assert "Oriel Tansley" in onrecord("query", "people", "--graph", tmp_path / "graph").stdout


def test_the_same_documents_give_the_same_bytes_in_any_order_and_hash_seed(onrecord, example, tmp_path, written):
    paths = sorted(DOCUMENTS.iterdir(), reverse=True)
    told = onrecord("build", *paths, "--graph", tmp_path / "graph", env={"PYTHONHASHSEED": "7"})
    assert told.returncode == 0, told.stderr
    assert written(tmp_path / "graph") == written(example)


def test_a_rebuild_from_what_was_kept_gives_the_same_bytes(onrecord, example, tmp_path, written):
    graph = tmp_path / "graph"
    shutil.copytree(example, graph, symlinks=True)
    told = onrecord("build", DOCUMENTS, "--graph", graph)
    assert "10 unchanged" in told.stdout
    assert written(graph) == written(example)


def test_documents_added_changed_and_removed_give_the_bytes_of_a_build_from_nothing(onrecord, tmp_path, written):
    folder, graph = tmp_path / "documents", tmp_path / "graph"
    folder.mkdir()
    names = ("charlton-rae-cash-update.txt", "shopkeeper-opinion.txt", "tiller-trust-release.eml")

    def built_like_new():
        onrecord("build", folder, "--graph", graph)
        fresh = tmp_path / f"fresh-{len(list(tmp_path.iterdir()))}"
        onrecord("build", folder, "--graph", fresh)
        return written(graph) == written(fresh)

    for name in names:
        shutil.copy(DOCUMENTS / name, folder)
        assert built_like_new()
    text = (folder / names[1]).read_text(encoding="utf-8")
    (folder / names[1]).write_text(text.replace("Owen Tranter-Pugh", "Owain Tranter-Pugh"), encoding="utf-8")
    assert built_like_new()
    (folder / names[0]).unlink()
    assert built_like_new()


def test_the_base_of_the_names_is_a_setting(onrecord, folder, tmp_path):
    config = tmp_path / "config"
    (config / "onrecord").mkdir(parents=True)
    (config / "onrecord" / "settings.toml").write_text('base = "https://data.example.org/"\n', encoding="utf-8")
    graph, question = tmp_path / "graph", ["query", "people", "--format", "csv"]
    onrecord("build", folder, "--graph", graph, env={"XDG_CONFIG_HOME": str(config)})
    assert "https://data.example.org/person/hilda-storey" in onrecord(*question, "--graph", graph).stdout
    onrecord("build", folder, "--graph", graph, "--base", "https://other.example/")
    assert "https://other.example/person/hilda-storey" in onrecord(*question, "--graph", graph).stdout


@pytest.mark.parametrize("mistake", ['colour = "red"', "base = 3", "base ="])
def test_a_mistake_in_the_settings_is_one_line(onrecord, folder, tmp_path, mistake):
    (tmp_path / "onrecord").mkdir()
    (tmp_path / "onrecord" / "settings.toml").write_text(mistake, encoding="utf-8")
    told = onrecord("build", folder, "--graph", tmp_path / "graph", env={"XDG_CONFIG_HOME": str(tmp_path)})
    assert told.returncode == 1
    assert len(told.stderr.splitlines()) == 1
    assert "settings.toml" in told.stderr


def test_a_language_model_that_is_not_there_is_one_line(onrecord, folder, tmp_path):
    told = onrecord("build", folder, "--graph", tmp_path / "graph", "--model", "en_nosuch")
    assert told.returncode == 1
    assert len(told.stderr.splitlines()) == 1
    assert "en_nosuch" in told.stderr


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_build_that_is_stopped_leaves_the_old_graph_whole(onrecord, example, tmp_path, sign, written):
    graph = tmp_path / "graph"
    shutil.copytree(example, graph, symlinks=True)
    shutil.rmtree(graph / "facts")
    command = [COMMAND, "build", str(DOCUMENTS), "--graph", str(graph)]
    listening = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}  # a background shell ignores it
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **listening) as building:
        facts = graph / "facts"
        while not (facts.is_dir() and any(facts.glob("*.json"))):
            assert building.poll() is None, "it ended before it could be stopped"
            time.sleep(0.01)
        building.send_signal(sign)
        said = building.communicate()[1]
    assert building.returncode == (-sign if sign == signal.SIGKILL else 128 + sign)
    assert len(said.splitlines()) == (0 if sign == signal.SIGKILL else 1)
    assert written(graph) == written(example)
    assert "Hilda Storey" in onrecord("query", "people", "--graph", graph).stdout
    again = onrecord("build", DOCUMENTS, "--graph", graph)
    assert again.returncode == 0, again.stderr
    assert written(graph) == written(example)


def test_the_turtle_is_read_by_another_library_and_holds_every_statement(onrecord, example):
    from rdflib import Graph

    many = "PREFIX onr: <https://w3id.org/onrecord/ontology#> SELECT (COUNT(*) AS ?n) WHERE { ?s a onr:Statement }"
    told = onrecord("query", many, "--graph", example, "--format", "csv")
    ((count,),) = Graph().parse(example / "graph.ttl").query(many)
    assert int(count) == int(told.stdout.split()[-1]) > 0


def test_two_builds_of_one_graph_do_not_meet(onrecord, folder, tmp_path):
    import fcntl

    graph = tmp_path / "graph"
    graph.mkdir()
    with (graph / ".lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        told = onrecord("build", folder, "--graph", graph)
    assert told.returncode == 1
    assert "another build" in told.stderr
    assert [path.name for path in graph.iterdir()] == [".lock"]
