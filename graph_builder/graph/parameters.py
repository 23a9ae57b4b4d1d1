"""The values of a question's parameters: checked by their types, written as the graph writes them, and proposed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Store

from graph_builder.errors import QueryError
from graph_builder.graph.catalogue import IRI, Parameter, Question
from graph_builder.graph.namespaces import CODES, STANDARD
from graph_builder.graph.safety import safe
from graph_builder.graph.store import base_of

__all__ = ["Name", "checked", "fitting", "named", "names_in", "proposals"]

DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
LABELLED = {
    "person": NamedNode(STANDARD["foaf"] + "Person"),
    "organisation": NamedNode(STANDARD["org"] + "Organization"),
    "event": NamedNode(STANDARD["onr"] + "Event"),
    "topic": NamedNode(STANDARD["onr"] + "Topic"),
}
TYPE, LABEL, FILE = (NamedNode(STANDARD[p] + n) for p, n in (("rdf", "type"), ("rdfs", "label"), ("onr", "fileName")))


class Name(NamedTuple):
    """What something in the graph is called."""

    kind: str  # of LABELLED
    label: str
    short: str  # as a question writes its IRI: person:ada-nwosu


def checked(store: Store | None, question: Question, values: Mapping[str, Sequence[str]]) -> None:
    """That every value is one of its parameter's type.

    Raises QueryError, with one line that says what it should be.
    """
    for parameter in question.parameters:
        for value in values.get(parameter.name, ()):
            if not re.fullmatch(IRI, value):
                _check(store, parameter, value)


def _check(store: Store | None, parameter: Parameter, value: str) -> None:
    if parameter.type == "date" and not _is_date(value):
        raise QueryError(f"{parameter.name}: {value!r} is no date; write 2024, 2024-05 or 2024-05-31")
    if parameter.type == "number" and not NUMBER.fullmatch(value):
        raise QueryError(f"{parameter.name}: {value!r} is no number; write 3 or 0.8")
    if parameter.type in CODES and not _is_code(store, parameter.type, value):
        from difflib import get_close_matches

        known = _codes(parameter.type)
        if value not in known:
            near = get_close_matches(value, known, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise QueryError(f"{parameter.name}: {value!r} is no {parameter.type}; there are {', '.join(known)}{hint}")


def _is_date(value: str) -> bool:
    parts = DATE.fullmatch(value)
    try:
        return parts is not None and bool(date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1)))
    except ValueError:
        return False


def _is_code(store: Store | None, scheme: str, value: str) -> bool:
    if store is None or not re.fullmatch(r"[\w-]+", value):
        return False
    return any(True for _ in store.quads_for_pattern(NamedNode(CODES[scheme] + value), None, None, None))


def _codes(scheme: str) -> list[str]:
    from graph_builder.vocabulary import concepts

    return [concept.code for concept in concepts(scheme)]


def fitting(store: Store, question: Question, values: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The values, with the names among them as the graph writes them.

    Raises QueryError for a value that is not of its parameter's type.
    """
    from graph_builder.graph.find import kindly

    checked(store, question, values)
    return kindly(store, question, values)


def proposals(store: Store | None, parameter: Parameter) -> Iterator[str]:
    """The values that a parameter can sensibly have, for whoever is typing one; none for words, dates and numbers."""
    if parameter.type in CODES:
        yield from _codes(parameter.type)
    elif store is not None and parameter.type == "document":
        yield from sorted({_text(quad.object) for quad in store.quads_for_pattern(None, FILE, None, None)})
    elif store is not None:
        kinds = tuple(kind for kind in LABELLED if named(parameter, kind))
        yield from sorted({name.label for name in names_in(store, kinds)})


def named(parameter: Parameter, kind: str) -> bool:
    """Whether names of this kind, of LABELLED, are values of the parameter."""
    return parameter.type == kind or (parameter.type == "name" and kind in ("person", "organisation"))


def names_in(store: Store, kinds: Iterable[str] = LABELLED) -> Iterator[Name]:
    """The labels of all things of some kinds that the documents name."""
    base = base_of(store)
    for kind in kinds:
        for quad in store.quads_for_pattern(None, TYPE, LABELLED[kind], None):
            if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(base):
                short = quad.subject.value.removeprefix(base).replace("/", ":", 1)
                for label in store.quads_for_pattern(quad.subject, LABEL, None, None):
                    yield Name(kind, _text(label.object), short)


def _text(term: object) -> str:
    return safe(term.value) if isinstance(term, Literal) else ""
