"""What is kept between builds."""

import json
import os
import subprocess
import sys

import pytest

from graph_builder.errors import GraphError
from graph_builder.graph.folder import GraphFolder, fact_key


def test_what_was_kept_comes_back_exactly(empty, debate):
    for page, facts in debate.read:
        empty.keep(page.digest, page, facts)
        assert empty.cached(page.digest, page.source) == (page, facts)


def test_the_same_bytes_under_another_name_are_that_document(empty, debate):
    page, facts = debate.read[0]
    empty.keep("key", page, facts)
    again, found = empty.cached("key", "copy.txt")
    assert (again.source, found.source, again.text) == ("copy.txt", "copy.txt", page.text)


def test_a_text_with_any_code_point_comes_back(empty, debate):
    _, facts = debate.read[0]
    page = debate.page("x.txt", "head\n\r\n\x00\u202e\U0001f600\x85 tail\u2028")
    empty.keep("key", page, facts)
    assert empty.cached("key", "x.txt")[0].text == page.text


def test_half_written_facts_are_no_facts(empty, debate):
    page, facts = debate.read[0]
    empty.keep("key", page, facts)
    (empty.facts / "key.json").write_text('{"text": "')
    assert empty.cached("key", page.source) is None


def test_another_version_of_the_extractor_is_another_key():
    assert fact_key("digest", "1") != fact_key("digest", "2")
    assert fact_key("ab", "c") != fact_key("a", "bc")


def test_finishing_drops_what_the_graph_no_longer_needs(empty, debate):
    for page, facts in debate.read:
        empty.keep(page.digest, page, facts)
    kept, _ = debate.read[0]
    (empty.texts / ".half.txt.123").write_text("")
    empty.finish({kept.source: kept.digest}, {"read": 1})
    assert [f.stem for f in empty.facts.iterdir()] == [kept.digest]
    assert len(list(empty.texts.iterdir())) == 1
    assert empty.read_report() == {"read": 1}
    assert [d.source for d in empty.documents()] == [kept.source]


def test_a_failed_write_leaves_the_old_file(empty):
    def broken():
        yield b"new"
        raise RuntimeError

    empty.write_bytes(empty.turtle, [b"old"])
    with pytest.raises(RuntimeError):
        empty.write_bytes(empty.turtle, broken())
    assert empty.turtle.read_bytes() == b"old"
    assert [f.name for f in empty.path.iterdir()] == ["graph.ttl"]


def test_a_second_build_is_told_to_wait(empty):
    script = (
        "import sys; from pathlib import Path; from graph_builder.graph.folder import GraphFolder\n"
        "with GraphFolder(Path(sys.argv[1])).lock(): print('locked', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", script, empty.path]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as first:
        assert first.stdout.readline() == b"locked\n"
        with pytest.raises(GraphError, match="another build is writing"), empty.lock():
            pass
        first.kill()
    with empty.lock():  # the lock went with its process
        pass


def test_a_damaged_manifest_is_said_plainly(empty):
    empty.write_bytes(empty.path / "manifest.json", [b"{"])
    with pytest.raises(GraphError, match="damaged"):
        empty.manifest()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_said_plainly(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(GraphError, match="cannot be written"), GraphFolder(tmp_path / "graph").lock():
        pass


def test_a_folder_below_a_file_is_said_plainly(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(GraphError, match="cannot be written"), GraphFolder(tmp_path / "file" / "graph").lock():
        pass


def test_facts_can_be_read_by_people(empty, debate):
    page, facts = debate.read[0]
    empty.keep("key", page, facts)
    kept = json.loads((empty.facts / "key.json").read_text())
    assert kept["extraction"]["roles"][0]["post"] == "leader"
    assert kept["document"]["title"] == page.title
