"""Many workers write the same bytes as one process, and a worker that dies costs only time."""

import re
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

SOURCE = "thropwick-last-bank.txt"
DOCUMENTS = Path(__file__).parent / "documents"
COMMAND = Path(sys.executable).with_name("onrecord")
NOTICE = """Library to lose {} hours a week

By Perrin Hallatrow

4 March 2031

Wendle Town Council will cut the hours of the town's library, it said on Monday.

“We have nothing else left to cut,” said Odile Marchbanks, the leader of the council.

Tobias Eversleigh, chair of the Friends of Wendle Library, opposed the plan and said that he would write to all.
"""
CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory) -> Path:
    """More documents than one process reads alone: one notice, as it was printed by many papers."""
    folder = tmp_path_factory.mktemp("archive")
    for i in range(44):
        (folder / f"paper-{i:02}.txt").write_text(NOTICE.format(10 + i), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def alone(onrecord, archive, tmp_path_factory) -> Path:
    """The archive's graph, read by one process."""
    graph = tmp_path_factory.mktemp("alone") / "graph"
    told = onrecord("build", archive, "--graph", graph)
    assert told.returncode == 0, told.stderr
    return graph


def workers_of(process: int) -> list[psutil.Process]:
    children = psutil.Process(process).children()
    return [child for child in children if any("spawn_main" in word for word in child.cmdline())]


def test_two_workers_write_the_same_bytes_although_one_is_killed(archive, alone, tmp_path, written):
    graph = tmp_path / "graph"
    command = [COMMAND, "build", str(archive), "--graph", str(graph), "--jobs", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as building:
        while not list((graph / "facts").glob("*.json")):
            assert building.poll() is None, building.communicate()
            time.sleep(0.05)
        workers = workers_of(building.pid)
        workers[0].kill()
        said, complaints = building.communicate()
    assert len(workers) == 2
    assert building.returncode == 0, complaints
    assert "44 new" in said
    assert written(graph) == written(alone)


def test_a_running_cluster_is_used_when_its_address_is_given(onrecord, archive, alone, tmp_path, written):
    graph = tmp_path / "graph"
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER, encoding="utf-8")
    command = [sys.executable, str(script)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as cluster:
        address = cluster.stdout.readline().strip()
        told = onrecord("build", archive, "--graph", graph, "--cluster", address)
        cluster.stdin.close()
        cluster.wait(timeout=60)
    assert told.returncode == 0, told.stderr
    assert re.match("tcp://127.0.0.1:", address)
    assert written(graph) == written(alone)


@pytest.fixture
def without_dask(tmp_path) -> dict[str, str]:
    """An environment in which Dask is not installed."""
    (tmp_path / "distributed.py").write_text("raise ImportError('not here')", encoding="utf-8")
    return {"PYTHONPATH": str(tmp_path)}


def test_a_handful_of_documents_starts_no_workers(onrecord, without_dask, tmp_path):
    told = onrecord("build", DOCUMENTS / SOURCE, "--graph", tmp_path / "graph", "--jobs", 2, env=without_dask)
    assert told.returncode == 0, told.stderr


def test_without_dask_the_message_says_what_to_install(onrecord, archive, without_dask, tmp_path):
    told = onrecord("build", archive, "--graph", tmp_path / "graph", "--jobs", 2, env=without_dask)
    assert told.returncode == 1
    assert told.stderr == "onrecord: several workers need Dask: pip install 'onrecord[cluster]'\n"


@pytest.mark.long
def test_a_cluster_that_does_not_answer_is_one_line(onrecord, tmp_path):
    told = onrecord("build", DOCUMENTS / SOURCE, "--graph", tmp_path / "graph", "--cluster", "tcp://127.0.0.1:9")
    assert told.returncode == 1
    assert told.stderr == "onrecord: no Dask scheduler answers at tcp://127.0.0.1:9\n"
