"""The store is whole, or it is the one before."""

import shutil
import subprocess
import sys

import pytest
from pyoxigraph import NamedNode, Quad, Store

from graph_builder.errors import GraphError, QueryError
from graph_builder.graph.folder import GraphFolder
from graph_builder.graph.namespaces import DEFAULT_BASE
from graph_builder.graph.store import base_of, load_file, open_store, replace_store


def some(*names):
    return [Quad(*(NamedNode(f"http://example.org/{n}") for n in (name, "p", "o", "g"))) for name in names]


def subjects(store):
    return {q.subject.value.rpartition("/")[2] for q in store}


def count(store, what):
    rows = store.query(f"SELECT ({what} AS ?n) {{ ?s ?p ?o }}", use_default_graph_as_union=True)
    return int(next(iter(rows))["n"].value)


def test_no_triple_is_counted_twice_over_all_graphs(store):
    everything = count(store, "COUNT(*)")
    rows = store.query("SELECT DISTINCT ?s ?p ?o { ?s ?p ?o }", use_default_graph_as_union=True)
    assert everything == sum(1 for _ in rows) == len(store)


def test_a_folder_without_a_graph_says_how_to_make_one(empty):
    with pytest.raises(GraphError, match="onrecord build"):
        open_store(empty)


def test_a_reader_keeps_the_store_that_it_opened(empty):
    with empty.lock():
        replace_store(empty, some("old"))
        reader = open_store(empty)
        replace_store(empty, some("new"))
    assert subjects(reader) == {"old"}
    assert subjects(open_store(empty)) == {"new"}


def test_a_build_that_fails_leaves_the_store_before(empty):
    def failing():
        yield from some("new")
        raise ValueError("broken")

    with empty.lock():
        replace_store(empty, some("old"))
        with pytest.raises(ValueError, match="broken"):
            replace_store(empty, failing())
        assert subjects(open_store(empty)) == {"old"}
        replace_store(empty, some("newest"))
    assert subjects(open_store(empty)) == {"newest"}


def test_no_more_than_two_stores_are_kept(empty):
    with empty.lock():
        for name in "abcd":
            replace_store(empty, some(name))
    assert len(list((empty.path / ".stores").iterdir())) == 2


def test_the_store_opens_at_its_plain_path(folder):
    assert len(Store.read_only(str(folder.store))) > 0


def test_a_copied_folder_can_be_read_and_built_again(empty, tmp_path):
    with empty.lock():
        replace_store(empty, some("old"))
    copy = GraphFolder(tmp_path / "copy")
    shutil.copytree(empty.path, copy.path)  # follows the link
    assert subjects(open_store(copy)) == {"old"}
    with copy.lock():
        replace_store(copy, some("new"))
    assert subjects(open_store(copy)) == {"new"}


def test_a_damaged_store_is_said_plainly(empty):
    with empty.lock():
        replace_store(empty, some("a"))
    for file in empty.store.resolve().iterdir():
        file.write_bytes(b"?")
    with pytest.raises(GraphError, match="build the graph again"):
        open_store(empty)


def test_a_store_says_what_its_names_begin_with(store):
    assert base_of(store) == DEFAULT_BASE
    assert base_of(Store()) == DEFAULT_BASE


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.ttl", "<a:a> <a:b>", "not well formed"),
        ("x.doc", "", "not a known kind"),
        ("missing.ttl", None, "cannot be read"),
    ],
)
def test_a_file_that_is_no_graph_is_said_plainly(tmp_path, name, content, message):
    if content is not None:
        (tmp_path / name).write_text(content)
    with pytest.raises(QueryError, match=message):
        load_file(tmp_path / name)


def test_a_build_that_is_killed_leaves_the_store_before_and_no_lock(empty):
    script = (
        "import sys; from pathlib import Path; from pyoxigraph import NamedNode, Quad\n"
        "from graph_builder.graph.folder import GraphFolder\n"
        "from graph_builder.graph.store import replace_store\n"
        "def endless():\n"
        "    for n in range(10**9):\n"
        "        yield Quad(*(NamedNode(f'http://example.org/{n}') for _ in range(4)))\n"
        "        if n == 1000: print('writing', flush=True); sys.stdin.read()\n"
        "folder = GraphFolder(Path(sys.argv[1]))\n"
        "with folder.lock(): replace_store(folder, endless())"
    )
    with empty.lock():
        replace_store(empty, some("old"))
    command = [sys.executable, "-c", script, empty.path]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as build:
        assert build.stdout.readline() == b"writing\n"
        build.kill()
    assert subjects(open_store(empty)) == {"old"}
    with empty.lock():
        replace_store(empty, some("new"))
    assert subjects(open_store(empty)) == {"new"}


def test_asking_from_cold_loads_nothing_that_is_slow_to_load():
    script = (
        "import sys; import typer, pyoxigraph; before = set(sys.modules)\n"
        "from graph_builder.graph import catalogue, folder, query, store\n"
        "catalogue.question('people').bind({})\n"
        "print(*sorted(m for m in set(sys.modules) - before if not m.startswith('graph_builder.graph')))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {
        "graph_builder",
        "graph_builder.errors",
        "graph_builder.resources",
        "__future__",
    }
