"""The values of a question's parameters: checked by their types, written as the graph writes them, and proposed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from pyoxigraph import Literal, NamedNode, Store

from graph_builder.errors import QueryError
from graph_builder.graph.catalogue import IRI, Parameter, Question
from graph_builder.graph.namespaces import CODES, STANDARD

__all__ = ["checked", "fitting", "proposals"]

DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
LABELLED = {  # the classes whose labels are the values of each type
    "person": ("foaf:Person",),
    "organisation": ("org:Organization",),
    "name": ("foaf:Person", "org:Organization"),
    "event": ("onr:Event",),
    "topic": ("onr:Topic",),
}
TYPE, LABEL, FILE = (NamedNode(STANDARD[p] + n) for p, n in (("rdf", "type"), ("rdfs", "label"), ("onr", "fileName")))


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
        yield from sorted({label for kind in LABELLED.get(parameter.type, ()) for label in _labels(store, kind)})


def _labels(store: Store, kind: str) -> Iterator[str]:
    prefix, _, local = kind.partition(":")
    for quad in store.quads_for_pattern(None, TYPE, NamedNode(STANDARD[prefix] + local), None):
        for label in store.quads_for_pattern(quad.subject, LABEL, None, None):
            yield _text(label.object)


def _text(term: object) -> str:
    return term.value if isinstance(term, Literal) else ""
