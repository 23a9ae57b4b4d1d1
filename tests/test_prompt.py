"""The prompt of `onrecord query`, in a real terminal."""

from contextlib import suppress

import pytest

WILD = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "home"
    folder.mkdir()
    return {"HOME": str(folder), "XDG_STATE_HOME": str(folder / "state")}


@pytest.fixture
def prompt(in_terminal, example, home):
    terminal = in_terminal("query", "--graph", example, env=home)
    terminal.until("onrecord>")
    return terminal


def test_questions_are_asked_one_after_the_other_until_ctrl_d(prompt):
    prompt.type("positions about=recommendations")
    assert "UK Government" in prompt.until("2 rows, from 2 documents")
    prompt.until("onrecord>")
    prompt.type("ASK { ?s a foaf:Person }")
    prompt.until("true")
    prompt.until("onrecord>")
    prompt.press("\x04")
    assert prompt.ended() == 0


def test_a_question_over_several_lines_is_asked_when_it_is_whole(prompt):
    prompt.type("SELECT (COUNT(*) AS ?people)")
    prompt.type("WHERE {")
    prompt.type("?p a foaf:Person }")
    prompt.until("39")
    prompt.until("onrecord>")
    prompt.type("quit")
    assert prompt.ended() == 0


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("posi\t", "tions"),
        ("positions ab\t", "out="),
        ("SELECT * { ?s a foaf:Pers\t", "on"),
        ("SELECT * { ?someone a foaf:Person ; ?some\t", "one"),
        ("SELECT * { ?s onr:holder Toby\t", "Toby Allardyce"),
        ('SELECT * { ?s foaf:name "Toby\t', "Toby Allardyce"),
    ],
)
def test_tab_completes_questions_parameters_terms_variables_and_names(prompt, typed, completed):
    prompt.press(typed)
    prompt.until(completed)
    prompt.press("\x03\x04")
    assert prompt.ended() == 0


def test_a_mistake_puts_the_cursor_where_it_is_so_that_it_can_be_mended(prompt):
    prompt.type("SELECT (COUNT(*) AS ?people) { ?s a foa:Person }")
    prompt.until("did you mean foaf:?")
    prompt.press("\x1b[3~" * 3)  # the key Delete, at the place of the mistake
    prompt.type("foaf")
    prompt.until("39")
    prompt.until("onrecord>")
    prompt.type("postions")
    prompt.until("did you mean positions")
    prompt.press("\x03\x04")
    assert prompt.ended() == 0


def test_ctrl_c_stops_the_question_and_the_prompt_goes_on(in_terminal, example, home):
    terminal = in_terminal("query", "--graph", example, "--verbose", env=home)
    terminal.until("onrecord>")
    terminal.type(WILD)
    for _ in range(20):
        with suppress(AssertionError):
            terminal.until("stopped", seconds=2)
            break
        assert terminal.process.poll() is None
        terminal.press("\x03")
        if terminal.seen.rstrip().endswith("onrecord>"):  # the key came before the question ran, and took its line
            terminal.seen = ""
            terminal.type(WILD)
    else:
        pytest.fail(terminal.seen)
    terminal.until("onrecord>")
    terminal.press("\x04")
    assert terminal.ended() == 0


def test_what_was_asked_is_remembered(in_terminal, example, home, tmp_path):
    for keys in ("people named=Toby\r", "\x1b[A"):
        terminal = in_terminal("query", "--graph", example, env=home)
        terminal.until("onrecord>")
        terminal.press(keys)
        terminal.until("people named=Toby")
        if keys.endswith("\r"):
            terminal.until("rows, from")
            terminal.until("onrecord>")
        terminal.press("\x03\x04")
        assert terminal.ended() == 0
    assert list((tmp_path / "home").rglob("onrecord/questions"))


def test_where_there_is_no_graph_the_prompt_says_so_at_once(in_terminal, tmp_path, home):
    terminal = in_terminal("query", "--graph", tmp_path / "nosuch", env=home)
    terminal.until("there is no graph in")
    assert terminal.ended() == 1
