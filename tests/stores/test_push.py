"""The graph goes to another store: only what changed, to whoever may send it, and whole whatever breaks."""

import pytest

from graph_builder.errors import ServerError
from graph_builder.graph import remote as remotes
from graph_builder.graph.push import Sent, planned, taken_as_there
from graph_builder.graph.push import push as push_graph
from graph_builder.graph.remote import Remote

USER, PASSWORD, TOKEN = "ada", "open sesame: ünicode", "dG9rZW4tZm9y.a~test"


@pytest.fixture
def push(storehouse, monkeypatch):
    """Sends a store to the storehouse."""
    monkeypatch.setattr(remotes, "PAUSE", 0.001)

    def send(store, everything=False, patience=20.0) -> Sent:
        storehouse.put.clear()
        storehouse.asked.clear()
        with Remote(storehouse.address, patience) as remote:
            return push_graph(store, remote, lambda *_: None, everything)

    return send


def sent(storehouse) -> list[str]:
    """The graphs that were put, but for the one that says what was sent."""
    return [name for name in storehouse.put if name != "pushed"]


def test_every_graph_arrives_and_what_all_refer_to_comes_first(debate, push, storehouse):
    assert push(debate(letter="meals roads", news="rivers")) == Sent(sent=3, triples=4, unchanged=0, removed=0)
    assert sent(storehouse) == ["identities", "document/letter", "document/news"]
    assert storehouse.graph("document/letter") == {"meals", "roads"}


def test_a_second_push_sends_nothing(debate, push, storehouse):
    push(debate(letter="meals"))
    assert push(debate(letter="meals")) == Sent(sent=0, triples=0, unchanged=2, removed=0)
    assert storehouse.asked == {"GET": 1}


def test_only_what_changed_is_sent_and_what_is_gone_is_removed(debate, push, storehouse):
    push(debate(letter="meals", news="rivers", speech="roads"))
    assert push(debate(letter="meals", news="rivers lakes")) == Sent(sent=1, triples=2, unchanged=2, removed=1)
    assert sent(storehouse) == ["document/news"]
    assert storehouse.graph("document/news") == {"rivers", "lakes"}
    assert not storehouse.graph("document/speech")
    assert push(debate(letter="meals", news="rivers lakes")).unchanged == 3


def test_a_store_that_was_wiped_gets_everything_again(debate, push, storehouse):
    push(debate(letter="meals"))
    storehouse.store.clear()
    assert push(debate(letter="meals")).sent == 2


def test_everything_is_sent_again_where_it_is_wanted(debate, push):
    push(debate(letter="meals"))
    assert push(debate(letter="meals"), everything=True).sent == 2


def test_after_a_bulk_load_only_what_changes_later_is_sent(debate, push, storehouse):
    with Remote(storehouse.address, 20.0) as remote:
        assert taken_as_there(debate(letter="meals", news="rivers"), remote) == 3
    assert push(debate(letter="meals", news="lakes")) == Sent(sent=1, triples=1, unchanged=2, removed=0)
    assert sent(storehouse) == ["document/news"]


def test_other_graphs_in_the_store_are_left_alone(debate, push, storehouse):
    storehouse.store.update(
        "INSERT DATA { GRAPH <http://other.example/> { <http://a.example/> <http://b.example/> 1 } }"
    )
    push(debate(letter="meals"))
    push(debate(news="rivers"))
    assert storehouse.store.query("ASK { GRAPH <http://other.example/> { ?s ?p 1 } }")


def test_a_plan_says_what_would_be_sent_and_sends_nothing(debate, push, storehouse):
    push(debate(letter="meals", news="rivers"))
    storehouse.asked.clear()
    with Remote(storehouse.address, 20.0) as remote:
        plan = planned(debate(letter="meals", speech="roads"), remote)
    assert [name.rpartition("/")[2] for name in (*plan.send, *plan.remove)] == ["speech", "news"]
    assert storehouse.asked == {"GET": 1}


@pytest.mark.parametrize("way", ["basic", "digest"])
def test_user_and_password_go_along_in_the_way_the_store_asks_for(debate, push, storehouse, monkeypatch, way):
    storehouse.asks_for = way
    monkeypatch.setenv("ONRECORD_STORE_USER", USER)
    monkeypatch.setenv("ONRECORD_STORE_PASSWORD", PASSWORD)
    assert push(debate(letter="meals", news="rivers")).sent == 3
    assert storehouse.graph("document/news") == {"rivers"}


def test_a_token_goes_along(debate, push, storehouse, monkeypatch):
    storehouse.asks_for = "bearer"
    monkeypatch.setenv("ONRECORD_STORE_TOKEN", TOKEN)
    assert push(debate(letter="meals")).sent == 2


@pytest.mark.parametrize("way", ["basic", "digest", "bearer"])
def test_a_store_that_asks_who_we_are_is_told_of_plainly(debate, push, storehouse, way):
    storehouse.asks_for = way
    with pytest.raises(ServerError, match=r"asks who you are: set ONRECORD_STORE_USER .* in the environment \(401\)"):
        push(debate(letter="meals"))


@pytest.mark.parametrize("way", ["basic", "digest"])
def test_a_wrong_password_is_told_of_without_it(debate, push, storehouse, monkeypatch, way):
    storehouse.asks_for = way
    monkeypatch.setenv("ONRECORD_STORE_USER", USER)
    monkeypatch.setenv("ONRECORD_STORE_PASSWORD", "mistaken")
    with pytest.raises(ServerError, match="does not accept what ONRECORD_STORE_USER and") as told:
        push(debate(letter="meals"))
    assert "mistaken" not in str(told.value)


def test_half_of_a_login_is_told_of(debate, push, monkeypatch):
    monkeypatch.setenv("ONRECORD_STORE_USER", USER)
    with pytest.raises(ServerError, match="belong together"):
        push(debate(letter="meals"))
    monkeypatch.setenv("ONRECORD_STORE_PASSWORD", PASSWORD)
    monkeypatch.setenv("ONRECORD_STORE_TOKEN", TOKEN)
    with pytest.raises(ServerError, match="set one of them"):
        push(debate(letter="meals"))


def test_a_token_does_not_leave_this_machine_unencrypted(debate, monkeypatch):
    monkeypatch.setenv("ONRECORD_STORE_TOKEN", TOKEN)
    with Remote("http://store.example/data", 5.0) as remote, pytest.raises(ServerError, match="unencrypted"):
        planned(debate(letter="meals"), remote)


def test_a_password_in_the_address_is_refused_and_not_repeated():
    with pytest.raises(ServerError, match="leave user and password out of the address") as told:
        Remote("http://ada:sesame@127.0.0.1/data", 5.0)
    assert "sesame" not in str(told.value)


def test_a_store_that_fails_keeps_what_it_took_and_another_push_goes_on(debate, push, storehouse):
    storehouse.trouble = lambda _method, graph: 500 if graph == "document/news" else None
    store = debate(letter="meals", news="rivers", speech="roads")
    with pytest.raises(ServerError, match=r"refused PUT of .*graph/document/news \(500\): out of shelves$"):
        push(store)
    assert sent(storehouse) == ["identities", "document/letter"]
    storehouse.trouble = lambda *_: None
    assert push(store) == Sent(sent=2, triples=2, unchanged=2, removed=0)
    assert storehouse.graph("document/news") == {"rivers"}


def test_a_connection_that_breaks_once_is_made_again(debate, push, storehouse):
    broken = ["cut", "cut"]
    storehouse.trouble = lambda _method, graph: broken.pop() if broken and graph == "document/news" else None
    assert push(debate(letter="meals", news="rivers")).sent == 3
    assert storehouse.graph("document/news") == {"rivers"}


def test_a_store_that_is_busy_is_asked_again(debate, push, storehouse):
    busy = [503, 503]
    storehouse.trouble = lambda method, _graph: busy.pop() if busy and method == "PUT" else None
    assert push(debate(letter="meals")).sent == 2


def test_a_connection_that_stays_broken_is_told_of(debate, push, storehouse):
    storehouse.trouble = lambda _method, graph: "cut" if graph == "document/news" else None
    with pytest.raises(ServerError, match="cannot be reached, 4 times"):
        push(debate(letter="meals", news="rivers"))
    storehouse.trouble = lambda *_: None
    assert push(debate(letter="meals", news="rivers")).sent == 1


def test_a_store_that_does_not_answer_is_not_waited_for_for_ever(debate, push, storehouse):
    storehouse.trouble = lambda _method, graph: "hang" if graph == "document/news" else None
    with pytest.raises(ServerError, match=r"gave no answer within 0\.5 seconds"):
        push(debate(letter="meals", news="rivers"), patience=0.5)


def test_what_was_being_sent_when_it_broke_is_never_taken_for_sent(debate, push, storehouse):
    push(debate(letter="meals"))

    def arrives_and_then_all_breaks(*_):
        return "cut" if "document/letter" in storehouse.put else None

    storehouse.trouble = arrives_and_then_all_breaks
    with pytest.raises(ServerError):
        push(debate(letter="roads"))
    assert storehouse.graph("document/letter") == {"roads"}
    storehouse.trouble = lambda *_: None
    push(debate(letter="meals"))
    assert storehouse.graph("document/letter") == {"meals"}


def test_a_store_that_has_moved_gets_neither_graph_nor_password(debate, push, storehouse):
    storehouse.trouble = lambda *_: 302
    with pytest.raises(ServerError, match=r"has moved to http://elsewhere\.example/data"):
        push(debate(letter="meals"))


def test_what_is_no_store_is_told_of(debate, push, storehouse):
    storehouse.trouble = lambda *_: 404
    with pytest.raises(ServerError, match=r"\(404\): .*; is it an address for the Graph Store Protocol\?"):
        push(debate(letter="meals"))
    for address in ("ftp://store.example/", "store.example/data", "http://", "http://[::1"):
        with pytest.raises(ServerError, match="no address of a server"):
            Remote(address, 5.0)


def test_the_command_pushes_and_says_what_it_did(example, storehouse, onrecord):
    first, second = (onrecord("push", storehouse.address, "--graph", example) for _ in range(2))
    assert first.stdout.startswith("Graphs: sent 13 (")
    assert second.stdout == "Graphs: sent 0, unchanged 13, removed 0\n"
    again = onrecord("push", storehouse.address, "--graph", example, "--all", "--dry-run").stdout.splitlines()
    assert again[0] == "would send https://w3id.org/onrecord/id/graph/ontology"
    assert again[-1] == "Graphs: to send 13, unchanged 0, to remove 0"


def test_the_command_fails_with_one_line(example, storehouse, onrecord):
    storehouse.asks_for = "digest"
    failed = onrecord("push", storehouse.address, "--graph", example)
    assert failed.returncode == 1
    assert failed.stderr.count("\n") == 1
    assert not failed.stdout
