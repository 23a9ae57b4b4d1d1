"""Servers that are slow, broken, busy or missing cost what they cost, and never the build."""

import json
import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from tests.voices.conftest import KEY
from tests.voices.serving import EMPTY, Reply, facts

pytestmark = pytest.mark.long
OPEN = "“The bridge at {0} must stay open,” said Nadia Orme, the chair of the {0} Trust.\n"
TOWNS = ("Fordham", "Leek", "Marlow")
QUICK = "[voice]\ntimeout = 0.5\ntries = 1\nparallel = 1\n"


def answer(text, *_):
    """What a good voice says of one of our letters."""
    town = next(t for t in TOWNS if t in text)
    words = {"speaker": "Nadia Orme", "words": [f"The bridge at {town} must stay open"], "form": "direct", "to": None}
    return Reply(facts(people=[{"name": "Nadia Orme", "also": []}], statements=[words]))


@pytest.fixture
def letters(letter):
    return letter(*(OPEN.format(town) for town in TOWNS))


def only_leek(reply, times=99):
    """A server that replies so about one letter, so many times."""
    return lambda text, before: reply if "Leek" in text and before < times else answer(text)


BROKEN = {
    "nothing": Reply(""),
    "prose": Reply("I am sorry, but I cannot help with that."),
    "brackets": Reply("[" * 100_000),
    "no chat": Reply(body="<html>502</html>"),
    "no choices": Reply(body='{"choices": null}'),
    "not found": Reply(status=413, body="too long"),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_answer_costs_one_document_and_is_asked_again(how, build, server, letters, settings, report):
    asked = server(only_leek(BROKEN[how], times=2))
    done = build(letters, asked.address, env=settings(QUICK))
    assert done.returncode == 0
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("no answer: letter-2.txt: ")
    assert set(report()["answered"]) == {"letter-1.txt", "letter-3.txt"}
    mended = server(answer)
    assert build(letters, mended.address, env=settings(QUICK)).stderr == ""
    assert ["Leek" in text for text in mended.texts] == [True]


@pytest.mark.parametrize(
    "busy",
    [Reply(status=429, headers={"Retry-After": "1"}), Reply(status=500), Reply(status=503)],
    ids=lambda r: r.status,
)
def test_a_busy_server_is_asked_again_and_then_answers(busy, build, server, letters):
    asked = server(only_leek(busy, times=2))
    assert build(letters, asked.address).stderr == ""
    assert sum("Leek" in text for text in asked.texts) == 3


def test_a_server_that_is_too_slow_is_waited_for_so_long_and_no_longer(build, server, letters, settings):
    hold = threading.Event()

    def slow(text, _before):
        if "Leek" in text:
            hold.wait(60)
        return answer(text)

    done = build(letters, server(slow).address, env=settings(QUICK))
    hold.set()
    assert done.returncode == 0
    assert done.stderr == "no answer: letter-2.txt: no answer within 0.5 seconds\n"


def test_a_server_that_refuses_the_key_is_asked_no_more(build, server, letters, settings):
    asked = server(lambda *_: Reply(status=401, body=json.dumps({"error": {"message": f"wrong key {KEY}"}})))
    done = build(letters, asked.address, env=settings(QUICK))
    assert done.returncode == 0
    assert len(asked.requests) == 1
    lines = done.stderr.splitlines()
    assert len(lines) == 3
    assert {line.split(": ", 2)[2] for line in lines} == {"the server refuses the key (401): set ONRECORD_LLM_KEY"}


def test_where_no_server_is_the_rules_are_heard_alone(build, letters, settings):
    done = build(letters, "http://user:secret@127.0.0.1:9/v1", env=settings(QUICK))
    assert done.returncode == 0
    assert "no answer: letter-1.txt: no server answers at http://127.0.0.1:9/v1" in done.stderr
    assert "secret" not in done.stderr + done.stdout
    assert "Documents in the graph: 3" in done.stdout


def test_what_a_server_does_not_understand_is_left_out_of_the_next_requests(build, server, letters, settings):
    def old(text, before):
        request = asked.requests[-1]
        for name in ("response_format", "temperature"):
            if name in request:
                return Reply(status=400, body=json.dumps({"error": {"message": f"unknown field {name}"}}))
        return answer(text, before)

    asked = server(old)
    assert build(letters, asked.address, env=settings(QUICK)).stderr == ""
    assert [sorted(set(r) & {"response_format", "temperature"}) for r in asked.requests] == [
        ["response_format", "temperature"],
        ["temperature"],
        [],
        [],
        [],
    ]


def test_no_more_requests_run_at_a_time_than_are_allowed(build, server, letters, settings):
    def lingering(text, before):
        time.sleep(0.3)
        return answer(text, before)

    asked = server(lingering)
    build(letters, asked.address, env=settings("[voice]\nparallel = 2\n"))
    assert asked.most == 2


def test_ctrl_c_keeps_what_was_answered(onrecord, build, server, letters, settings, tmp_path, written):
    onrecord("build", letters, "--graph", tmp_path / "graph")
    before = written(tmp_path / "graph")
    hold, waiting = threading.Event(), threading.Event()

    def stuck(text, _before):
        if "Leek" in text:
            waiting.set()
            hold.wait(60)
        return answer(text)

    asked = server(stuck)
    command = [sys.executable, "-c", "import sys; from graph_builder.cli import main; sys.exit(main())"]
    command += ["build", str(letters), "--graph", str(tmp_path / "graph"), "--voice", "parrot"]
    environment = {**os.environ, **settings("[voice]\nparallel = 1\n"), "ONRECORD_LLM_ADDRESS": asked.address}
    # wherever the tests were started, this process hears Ctrl-C as one at a terminal does
    heard = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.default_int_handler)}
    with subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, **heard
    ) as run:
        assert waiting.wait(120)
        run.send_signal(signal.SIGINT)
        _, stderr = run.communicate(timeout=60)
    hold.set()
    assert run.returncode == 130
    assert "stopped; the graph that is there is whole" in stderr
    assert written(tmp_path / "graph") == before
    assert len(list((tmp_path / "graph" / "voices").glob("*.json"))) == 1
    again = server(answer)
    build(letters, again.address)
    assert ["Fordham" in text for text in again.texts].count(True) == 0
    assert len(again.texts) == 2


def test_the_library_is_asked_for_in_one_line_and_only_where_something_is_to_be_asked(build, server, letters, tmp_path):
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "openai.py").write_text("raise ImportError('hidden')\n", encoding="utf-8")
    without = {"PYTHONPATH": os.pathsep.join(filter(None, (str(hidden), os.environ.get("PYTHONPATH"))))}
    asked = server(answer)
    done = build(letters, asked.address, env=without)
    assert done.returncode == 1
    assert done.stderr == "onrecord: a voice needs the library openai: pip install 'onrecord[llm]'\n"
    assert build(letters, asked.address).returncode == 0
    assert build(letters, asked.address, env=without).stderr == ""


def test_a_voice_without_an_address_is_asked_nothing(build, letters):
    done = build(letters, "")
    assert done.returncode == 1
    assert done.stderr.startswith("onrecord: the voice has no address: set ONRECORD_LLM_ADDRESS")


def test_an_answer_without_facts_is_an_answer(build, server, letters):
    asked = server(lambda *_: Reply(json.dumps(EMPTY)))
    assert build(letters, asked.address).stderr == ""
    assert build(letters, asked.address).stderr == ""
    assert len(asked.requests) == 3
