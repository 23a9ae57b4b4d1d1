"""The graph sent to another store by the Graph Store Protocol: one PUT for each named graph that is not there yet.

What was sent is written down in the other store itself, as a graph of digests beside the graphs: so a store that was
wiped is known to be empty, and a push from another machine knows of this one. A graph that is about to be sent is
first written down as unfinished; whatever breaks off, the next push sends it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse

from graph_builder.errors import ServerError
from graph_builder.graph.namespaces import STANDARD
from graph_builder.graph.remote import Remote
from graph_builder.graph.store import base_of

__all__ = ["Plan", "Sent", "planned", "push", "taken_as_there"]

ACCEPT = "application/n-triples, text/turtle;q=0.8, application/rdf+xml;q=0.3"
DIGEST = NamedNode(STANDARD["schema"] + "sha256")
UNFINISHED = "unfinished"
AT_LEAST = 1 << 20  # bytes that are sent before what was sent is written down again
SHARE = 8  # … or this many times as many as writing it down takes
GONE = frozenset({404, 410})
NO_GRAPH_STORE = frozenset({404, 405, 406, 501})
FIRST = ("ontology", "register", "identities")  # what documents refer to is there before them


@dataclass(frozen=True, slots=True)
class Plan:
    """What a push has to do: names of graphs."""

    send: tuple[str, ...]
    unchanged: tuple[str, ...]
    remove: tuple[str, ...]  # those of an earlier push that the graph no longer has


@dataclass(frozen=True, slots=True)
class Sent:
    """What a push did: counts of graphs, and of the triples sent."""

    sent: int
    triples: int
    unchanged: int
    removed: int


Told = Callable[[int], object]  # of each graph that is done: how many there are to do


def planned(store: Store, remote: Remote, everything: bool = False) -> Plan:
    """What a push would do now; with `everything`, as if nothing had been sent before."""
    return _Push(store, remote).plan(everything)


def push(store: Store, remote: Remote, told: Told, everything: bool = False) -> Sent:
    """Bring another store up to this one.

    Raises ServerError where the other one fails; what is there then is whole graph by graph, and another push goes on.
    """
    work = _Push(store, remote)
    plan = work.plan(everything)
    triples = work.carry_out(plan, told)
    return Sent(len(plan.send), triples, len(plan.unchanged), len(plan.remove))


def taken_as_there(store: Store, remote: Remote) -> int:
    """Write down in the other store that it has these very graphs, as after a bulk load; says how many they are."""
    return _Push(store, remote).take_as_there()


class _Push:
    """One push: what the other store holds, as far as it is written down there, and what is here."""

    def __init__(self, store: Store, remote: Remote) -> None:
        self._store, self._remote = store, remote
        self._graphs = f"{base_of(store)}graph/"
        self._record = f"{self._graphs}pushed"
        self._there: dict[str, str] = {}
        self._here: dict[str, str] = {}

    def plan(self, everything: bool) -> Plan:
        self._here = {graph: sha256(_written(self._store, graph)).hexdigest() for graph in self._names()}
        self._there = self._written_down()
        same = {g for g, digest in self._here.items() if not everything and self._there.get(g) == digest}
        return Plan(
            send=tuple(g for g in self._here if g not in same),
            unchanged=tuple(g for g in self._here if g in same),
            remove=tuple(sorted(self._there.keys() - self._here.keys())),
        )

    def take_as_there(self) -> int:
        """Write down what is here as what is there."""
        self.plan(everything=True)
        self._there |= self._here
        self._write_down()
        return len(self._here)

    def carry_out(self, plan: Plan, told: Told) -> int:
        """Send and remove, and say how many triples were sent."""
        if not (plan.send or plan.remove):
            return 0
        self._there |= dict.fromkeys(plan.send, UNFINISHED)
        self._write_down()
        triples = since = 0
        steps = len(plan.send) + len(plan.remove)
        try:
            for graph in plan.send:
                body = _written(self._store, graph)
                self._ask("PUT", graph, body)
                self._there[graph] = self._here[graph]
                triples, since = triples + body.count(b"\n"), since + len(body)
                told(steps)
                if since >= max(AT_LEAST, SHARE * len(self._digests())):
                    self._write_down()
                    since = 0
            for graph in plan.remove:
                self._ask("DELETE", graph)
                del self._there[graph]
                told(steps)
        except BaseException:
            with suppress(ServerError):  # the first trouble is the one to tell; what is not written down is sent again
                self._write_down()
            raise
        self._write_down()
        return triples

    def _names(self) -> list[str]:
        """The graphs here, those first that the others refer to."""
        found = [g.value for g in self._store.named_graphs() if isinstance(g, NamedNode)]
        first = {self._graphs + name: place for place, name in enumerate(FIRST)}
        return sorted(found, key=lambda g: (first.get(g, len(first)), g))

    def _written_down(self) -> dict[str, str]:
        response = self._remote.send("GET", {"graph": self._record}, {"Accept": ACCEPT})
        if response.status_code in GONE or response.status_code == 204:
            return {}
        if response.status_code != 200:
            raise self._remote.refusal(response, f"to show {self._record}")
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        form = RdfFormat.from_media_type(kind)
        if form is None:
            raise ServerError(f"{self._remote.url} answered with {kind or 'no kind'}: is it a Graph Store address?")
        try:
            quads = list(parse(response.content, form, base_iri=self._remote.url))
        except (SyntaxError, ValueError) as error:
            raise ServerError(f"{self._remote.url} answered what cannot be read as {kind}: {error}") from error
        return {q.subject.value: q.object.value for q in quads if q.predicate == DIGEST and _digest(q.object)}

    def _digests(self) -> bytes:
        return b"".join(
            f"{NamedNode(graph)} {DIGEST} {Literal(digest)} .\n".encode()
            for graph, digest in sorted(self._there.items())
        )

    def _write_down(self) -> None:
        self._ask("PUT", self._record, self._digests())

    def _ask(self, method: str, graph: str, body: bytes = b"") -> None:
        # N-Triples are Turtle, and Turtle is what every store reads
        kind = {"Content-Type": "text/turtle"} if method == "PUT" else {}
        response = self._remote.send(method, {"graph": graph}, kind, body)
        if not (response.is_success or (method == "DELETE" and response.status_code in GONE)):
            refused = self._remote.refusal(response, f"{method} of {graph}")
            wrong = response.status_code in NO_GRAPH_STORE
            raise ServerError(f"{refused}; is it an address for the Graph Store Protocol?") if wrong else refused


def _digest(term: object) -> bool:
    return isinstance(term, Literal)


def _written(store: Store, graph: str) -> bytes:
    """A graph as N-Triples, the same bytes for the same triples."""
    return "".join(_lines(store, graph)).encode()


def _lines(store: Store, graph: str) -> Iterator[str]:
    triples = (str(quad.triple) for quad in store.quads_for_pattern(None, None, None, NamedNode(graph)))
    return (f"{line} .\n" for line in sorted(triples))
