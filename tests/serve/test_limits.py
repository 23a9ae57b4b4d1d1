"""What one question may cost: time, rows and memory; and that it ends when nobody waits for it."""

import asyncio
import http.client
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from urllib.parse import urlencode, urlsplit

import httpx
import pytest

from graph_builder.serve.counting import Counted
from graph_builder.serve.frames import Frame, packed_job
from graph_builder.serve.pool import Limits, Pool
from graph_builder.serve.refusals import Refused

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
LONG = "SELECT * { ?a ?b ?c . ?d ?e ?f }"  # rows come at once, and for ever
ASK = {"query": "ASK {}"}


def sent(server, query: str) -> socket.socket:
    """A connection on which a question was asked and nothing was read."""
    where = urlsplit(server.url)
    asking = socket.create_connection((where.hostname, where.port))
    target = "/sparql?" + urlencode({"query": query})
    asking.sendall(f"GET {target} HTTP/1.1\r\nHost: {where.netloc}\r\n\r\n".encode())
    return asking


@pytest.fixture
def small(serving, example, eventually):
    """A server with one process, which is there."""
    with serving(example, "--workers", "1") as running:
        assert eventually(lambda: len(running.workers()) == 1)
        yield running


def test_a_question_that_takes_too_long_is_stopped_and_the_next_is_answered(serving, example, eventually):
    with serving(example, "--workers", "1", "--timeout", "0.5") as server:
        before = {p.pid for p in server.workers()}
        answer = httpx.get(server.sparql, params={"query": ENDLESS}, timeout=20)
        assert answer.status_code == 503
        assert "longer than 0.5 seconds" in answer.text
        assert "Retry-After" not in answer.headers  # the same question would take as long again
        assert httpx.get(server.sparql, params=ASK).json()["boolean"] is True
        assert eventually(lambda: len(server.workers()) == 1)
        assert before.isdisjoint(p.pid for p in server.workers())


@pytest.mark.parametrize("limits", [Limits(60, processes=1, waiting=0), Limits(1, processes=1)])
def test_a_question_that_finds_nobody_free_is_told_to_come_again(example, limits):
    def job(sparql: str) -> bytes:
        return packed_job("query", query=sparql, default=[], named=[], format="", accept="")

    async def taken(_frame: Frame) -> None:
        pass

    async def ask_beside_another() -> Refused:
        pool = Pool(example, limits)
        await pool.start()
        process = pool._idle.get_nowait()  # as another question would
        try:
            with pytest.raises(Refused) as refused:
                await pool.answer(job("ASK {}"), taken)
        finally:
            pool._idle.put_nowait(process)
            await pool.stop()
        return refused.value

    with ThreadPoolExecutor(1) as beside:  # a browser that other tests have open keeps a loop in this thread
        refused = beside.submit(lambda: asyncio.run(ask_beside_another())).result()
    assert refused.status == 503
    assert dict(refused.headers)["retry-after"]


def test_an_answer_that_breaks_off_is_not_taken_for_whole(serving, example):
    with serving(example, "--workers", "1", "--timeout", "1") as server:
        where = urlsplit(server.url)
        asking = http.client.HTTPConnection(where.hostname, where.port, timeout=20)
        asking.request("GET", "/sparql?" + urlencode({"query": LONG}))
        answer = asking.getresponse()
        assert answer.status == 200
        with pytest.raises((http.client.IncompleteRead, ConnectionError)):
            answer.read()
        asking.close()


def test_a_client_that_goes_away_ends_its_question(small, eventually):
    before = {p.pid for p in small.workers()}
    with sent(small, ENDLESS):
        busy = small.workers()[0]
        assert eventually(lambda: busy.cpu_times().user > 0.3)
    assert eventually(lambda: before.isdisjoint(p.pid for p in small.workers()) and len(small.workers()) == 1)
    assert httpx.get(small.sparql, params=ASK, timeout=20).json()["boolean"] is True


def test_an_answer_is_only_worked_on_as_fast_as_it_is_read(small, eventually):
    with sent(small, LONG) as asking:
        assert asking.recv(100).startswith(b"HTTP/1.1 200")
        worker = small.workers()[0]
        used = [-1.0]

        def rests() -> bool:
            used.append(sum(worker.cpu_times()[:2]))
            return used[-1] == used[-10:][0]

        assert eventually(rests)  # the process waits until somebody reads
        assert worker.memory_info().rss < 300_000_000


def test_a_question_that_would_fill_the_memory_ends_alone(serving, example):
    with serving(example, "--workers", "1", "--memory", "256") as server:
        sparql = "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?d ?e ?f"
        answer = httpx.get(server.sparql, params={"query": sparql}, timeout=60)
        assert answer.status_code == 500
        assert "memory" in answer.text
        assert httpx.get(server.sparql, params=ASK, timeout=20).json()["boolean"] is True


def test_an_answer_with_too_many_rows_is_refused_and_never_cut(serving, example):
    with serving(example, "--workers", "1", "--rows", "10") as server:
        for kind in ("json", "xml", "csv", "tsv"):
            for limit, status in ((10, 200), (11, 403)):
                sparql = f"SELECT * {{ ?s ?p ?o }} LIMIT {limit}"
                answer = httpx.get(server.sparql, params={"query": sparql, "format": kind})
                assert answer.status_code == status, (kind, limit)
        assert "add LIMIT 10" in answer.text
        for kind in ("turtle", "ntriples", "rdfxml", "jsonld"):
            for limit, status in ((10, 200), (11, 403)):
                sparql = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }} LIMIT {limit}"
                answer = httpx.get(server.sparql, params={"query": sparql, "format": kind})
                assert answer.status_code == status, (kind, limit)
        assert httpx.get(server.sparql, params=ASK).json()["boolean"] is True


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
@pytest.mark.parametrize(
    ("media", "text"),
    [
        ("json", b'{"results":{"bindings":[{"a":{"value":"}},{"}},{"a":{"value":"},{\\""}},{"b":{"value":"x"}}]}}'),
        ("xml", b"<results><result><b>&lt;result></b></result><result></result><result></result></results>"),
        ("tsv", b'?a\n"x\\n"\n<b>\n"c"\n'),
        ("csv", b'a,b\r\n"two\r\nlines",2\r\n"a ""quoted""\n word",\r\nlast,3\r\n'),
    ],
)
def test_rows_are_counted_whatever_their_values_are_and_however_they_are_cut(size, media, text):
    if media == "json":
        text = text.replace(b'"}},{"}}', b'"}}')  # a value cannot have a quotation mark that is not escaped
    pieces = [text[i : i + size] for i in range(0, len(text), size)]
    whole, short = BytesIO(), Counted(BytesIO(), media, 2)
    enough = Counted(whole, media, 3)
    for piece in pieces:
        enough.write(piece)
    assert whole.getvalue() == text
    with pytest.raises(Refused, match="more than 2 rows"):
        short.writelines(pieces)


def test_many_clients_at_once_all_get_their_answers(server):
    answers: list[int] = []

    def ask() -> None:
        with httpx.Client(timeout=60) as client:
            answers.extend(client.get(server.sparql, params=ASK).status_code for _ in range(10))

    threads = [threading.Thread(target=ask) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [200] * 120
