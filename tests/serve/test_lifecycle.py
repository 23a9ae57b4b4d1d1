"""The server's life: it starts, is well, writes its log, sees a new build, and stops in good order."""

import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time

import httpx
import psutil
import pytest

PEOPLE = {"query": "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?p a foaf:Person }"}
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d onr:fileName ?f . ?g dcterms:issued ?i }"


def people(server) -> int:
    return int(httpx.get(server.sparql, params=PEOPLE).json()["results"]["bindings"][0]["n"]["value"])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_it_and_all_of_its_processes(serving, example, number):
    with serving(example, "--workers", "2") as server:
        assert httpx.get(server.url + "health").json()["status"] == "ok"
        family = server.workers()
        assert len(family) == 2
        assert server.stop(number) == 0
        assert psutil.wait_procs(family, timeout=10)[1] == []
    assert "Traceback" not in server.log.read_text()


def test_a_stop_lets_an_answer_end(serving, example, eventually):
    answers = []
    with serving(example, "--workers", "1") as server:
        assert eventually(lambda: len(server.workers()) == 1)
        busy = server.workers()[0]
        ask = threading.Thread(
            target=lambda: answers.append(httpx.get(server.sparql, params={"query": SLOW}, timeout=30))
        )
        before = busy.cpu_times().user
        ask.start()
        assert eventually(lambda: busy.cpu_times().user > before + 0.1 or not ask.is_alive())
        assert server.stop() == 0
        ask.join()
    assert answers[0].status_code == 200


def test_the_processes_end_also_where_the_server_is_killed(serving, example, eventually):
    with serving(example, "--workers", "2") as server:
        assert eventually(lambda: len(server.workers()) == 2)
        family = server.workers()
        with socket.create_connection(("127.0.0.1", httpx.URL(server.url).port)) as asking:
            asking.sendall(f"GET /sparql?query={httpx.QueryParams({'q': ENDLESS})['q']!r} HTTP/1.1\r\n\r\n".encode())
            server.stop(signal.SIGKILL)
        assert psutil.wait_procs(family, timeout=10)[1] == []


def test_a_process_that_dies_is_replaced(serving, example, eventually):
    with serving(example, "--workers", "1") as server:
        assert eventually(lambda: len(server.workers()) == 1)
        server.workers()[0].kill()
        time.sleep(0.2)
        assert people(server) > 10
        assert len(server.workers()) == 1


def test_it_serves_while_a_new_build_is_made_and_moves_to_it(serving, onrecord, tmp_path):
    documents = tmp_path / "documents"
    documents.mkdir()
    one = "Jo Farrow, the leader of Wexcombe Council, said: “The library will stay open.”\n"
    (documents / "one.txt").write_text(one)
    graph = tmp_path / "graph"
    assert onrecord("build", documents, "--graph", graph).returncode == 0
    with serving(graph, "--workers", "2") as server:
        assert people(server) == 1
        before = httpx.get(server.url + "health").json()["store"]
        asked = {"query": "Farrow"}
        assert "Jo Farrow" in httpx.get(server.url + "search", params={"q": asked["query"]}).text
        (documents / "two.txt").write_text("Ada Pell, a member of Wexcombe Council, said: “It should close.”\n")
        failures = []
        building = threading.Thread(
            target=lambda: failures.append(onrecord("build", documents, "--graph", graph).stderr)
        )
        building.start()
        while building.is_alive():
            assert people(server) in (1, 2)
        building.join()
        assert people(server) == 2
        assert httpx.get(server.url + "health").json()["store"] != before
        assert "Ada Pell" in httpx.get(server.url + "search", params={"q": "pell"}).text
        shutil.rmtree(graph)
        gone = httpx.get(server.sparql, params=PEOPLE)
        assert gone.status_code == 503
        assert "onrecord build" in gone.text


def test_each_request_is_a_line_of_the_log_and_none_can_forge_one(serving, example):
    with serving(example, "--workers", "1") as server:
        httpx.get(server.sparql, params={"query": "ASK {}"})
        with socket.create_connection(("127.0.0.1", httpx.URL(server.url).port)) as asking:
            asking.sendall(b'GET /search?q=a%0d%0a\x7f"forged HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
            asking.recv(100)
        httpx.get(server.url + "search", params={"q": 'x\n2031-01-01T00:00:00 127.0.0.1 "GET /forged" 200'})
        server.stop()
        lines = server.log.read_text().splitlines()
    form = re.compile(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d 127\.0\.0\.1 "[A-Z]+ /[!-~]*" \d{3} \d+ \d+')
    assert all(form.fullmatch(line) for line in lines), lines
    assert any("/sparql?query=ASK" in line for line in lines)


def test_quiet_writes_no_lines(serving, example):
    with serving(example, "--workers", "1", "--quiet") as server:
        httpx.get(server.url)
        server.stop()
        assert server.log.read_text() == ""


def test_a_port_that_is_taken_and_a_graph_that_is_not_there_are_said_in_one_line(onrecord, example, tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = onrecord("serve", "--graph", example, "--port", taken.getsockname()[1])
    assert done.returncode == 1
    assert re.fullmatch(r"onrecord: cannot serve at .*choose another with --port\n", done.stderr)
    nowhere = onrecord("serve", "--graph", tmp_path / "none")
    assert nowhere.returncode == 1
    assert "onrecord build PATH" in nowhere.stderr
    elsewhere = onrecord("serve", "--graph", example, "--host", "no-such-host.invalid")
    assert elsewhere.returncode == 1
    assert "no address of this machine" in elsewhere.stderr


def test_nothing_that_serves_is_loaded_for_a_question(example):
    listing = "import sys; from graph_builder.cli import main; main(); print(*sys.modules)"
    asked = ["query", "ASK {}", "--graph", str(example)]
    done = subprocess.run([sys.executable, "-c", listing, *asked], capture_output=True, text=True, check=True)
    assert not {"starlette", "uvicorn", "jinja2", "asyncio"} & set(done.stdout.split())
