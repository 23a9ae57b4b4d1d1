"""The bodies and posts that are known beforehand: those of `ontology/`, and those of the registers in use.

Which registers are in use is a property of the work that is going on, not of the process: `using` says so for
what runs inside it, and what is made from the register (`of_registers`) is made anew for others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, lru_cache, wraps
from typing import TypeVar

from graph_builder.resources import folder
from graph_builder.vocabulary.turtle import PREFIXES, Node, code_of, nodes

__all__ = ["Entry", "Known", "entry_of", "of_registers", "own_register", "register", "using"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A body or a post that the register knows."""

    iri: str
    type: str  # "organisation" or "post"
    name: str
    aliases: tuple[str, ...] = ()  # other names and short forms, none of which means anything else there
    kind: str | None = None  # a code of the scheme of organisation kinds
    members: tuple[str, ...] = ()  # nouns for its members: "Conservatives"
    adjectives: tuple[str, ...] = ()  # what places someone in it, before a post or in brackets: "Tory", "Lab"
    ambiguous: tuple[str, ...] = ()  # of all these forms, those that mean other things too: "Green"
    bracketed: tuple[str, ...] = ()  # of all these forms, those that mean it only in brackets: "Lab"
    organisation: str | None = None  # IRI of the body that a post belongs to
    written_out: bool = False  # of a post: whether its short forms are written out as its name
    post: str | None = None  # a code of the scheme of posts that a post is a case of
    parents: tuple[str, ...] = ()  # IRIs of the bodies it is a part of
    successors: tuple[str, ...] = ()  # IRIs of the bodies that took over its work
    start: str | None = None  # as precise as is known
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """The bodies and posts of the registers in use beside those of `ontology/`; the digest stands for all of them."""

    digest: str = ""  # nothing where there are none
    entries: tuple[Entry, ...] = field(default=(), compare=False, repr=False)


Made = TypeVar("Made")
_IN_USE: ContextVar[Known] = ContextVar("registers in use", default=Known())  # noqa: B039  (it is frozen)
BUILDS = 4  # builds whose knowledge is kept in one process


@contextmanager
def using(known: Known) -> Iterator[None]:
    """Inside it these bodies and posts are known too."""
    token = _IN_USE.set(known)
    try:
        yield
    finally:
        _IN_USE.reset(token)


def of_registers(make: Callable[[], Made]) -> Callable[[], Made]:
    """What it makes is kept for the registers in use, and made anew for others; it may ask for `register`."""

    @lru_cache(maxsize=BUILDS)
    def made(known: Known) -> Made:  # noqa: ARG001  (the key)
        return make()

    @wraps(make)
    def kept() -> Made:
        return made(_IN_USE.get())

    return kept


@of_registers
def register() -> tuple[Entry, ...]:
    """Every body and post of the registers in `ontology/`, in the order of the files, then those in use beside them."""
    return own_register() + _IN_USE.get().entries


@cache
def own_register() -> tuple[Entry, ...]:
    """Every body and post of the registers in `ontology/`, in the order of the files."""
    return tuple(entry_of(node) for node in nodes(folder("ontology") / "uk.ttl") if node.one("rdfs", "label"))


def entry_of(node: Node) -> Entry:
    """A body or a post as a register in the words of the ontology tells of it."""
    types = node.all("rdf", "type")
    return Entry(
        iri=node.iri,
        type="post" if f"{PREFIXES['onr']}KnownPost" in types else "organisation",
        name=node.required("rdfs", "label"),
        aliases=node.all("skos", "altLabel"),
        kind=code_of(node.one("org", "classification")),
        members=node.all("onr", "memberNoun"),
        adjectives=node.all("onr", "adjective"),
        ambiguous=node.all("onr", "ambiguousForm"),
        bracketed=node.all("onr", "bracketForm"),
        organisation=node.one("org", "postIn"),
        written_out=node.one("onr", "writtenOut") == "true",
        post=code_of(node.one("skos", "broadMatch")),
        parents=node.all("org", "subOrganizationOf"),
        successors=node.all("dcterms", "isReplacedBy"),
        start=node.one("schema", "foundingDate") or node.one("schema", "startDate"),
        end=node.one("schema", "dissolutionDate") or node.one("schema", "endDate"),
    )
