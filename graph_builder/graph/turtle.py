"""Turtle as a person likes to read and compare it: one subject a block, prefixed, sorted, the same bytes each time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from graph_builder.graph.namespaces import STANDARD

__all__ = ["Shortener", "by_subject", "header", "turtle_blocks"]

LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
RDF_TYPE = STANDARD["rdf"] + "type"
FIRST = {RDF_TYPE: 0, STANDARD["rdfs"] + "label": 1}  # what a thing is, and its name, before all that is said of it
BARE = {  # literals that Turtle writes without quotation marks
    STANDARD["xsd"] + "integer": re.compile(r"[+-]?\d+"),
    STANDARD["xsd"] + "decimal": re.compile(r"[+-]?\d*\.\d+"),
    STANDARD["xsd"] + "boolean": re.compile("true|false"),
}
STRING = STANDARD["xsd"] + "string"
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}

Term = NamedNode | BlankNode | Literal | Triple


class Shortener:
    """IRIs as prefixed names where they can be."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = prefixes
        self._by_namespace = {namespace: prefix for prefix, namespace in prefixes.items()}
        self.used: set[str] = set()

    def short(self, iri: str) -> str | None:
        """`person:ada-nwosu`, or None where no prefix fits or the rest would have to be escaped."""
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._by_namespace.get(iri[:cut])
        if prefix is None or not LOCAL.fullmatch(iri, cut):
            return None
        self.used.add(prefix)
        return f"{prefix}:{iri[cut:]}"

    def term(self, term: Term) -> str:
        """A term in Turtle."""
        if isinstance(term, NamedNode):
            return self.short(term.value) or str(term)
        if isinstance(term, Literal):
            return self._literal(term)
        return str(term)

    def _literal(self, literal: Literal) -> str:
        kind = literal.datatype.value
        if kind in BARE and BARE[kind].fullmatch(literal.value):
            return literal.value
        quoted = '"' + CONTROL.sub(_escaped, literal.value.replace("\\", "\\\\").replace('"', '\\"')) + '"'
        if literal.language:
            return f"{quoted}@{literal.language}"
        return quoted if kind == STRING else f"{quoted}^^{self.term(literal.datatype)}"


def header(prefixes: Mapping[str, str]) -> Iterator[str]:
    """The declarations of the prefixes, and an empty line."""
    for prefix, namespace in sorted(prefixes.items()):
        yield f"@prefix {prefix}: <{namespace}> .\n"
    yield "\n"


def by_subject(triples: Iterable[Triple]) -> Iterator[tuple[Term, list[Triple]]]:
    """Triples, each once, together with the others of their subject, and the subjects in order."""
    ordered = sorted(set(triples), key=lambda t: str(t.subject))
    return ((subject, list(group)) for subject, group in groupby(ordered, key=lambda t: t.subject))


def turtle_blocks(triples: Iterable[Triple], names: Shortener) -> Iterator[str]:
    """One block of text for each subject, with an empty line after it."""
    for subject, group in by_subject(triples):
        said: dict[str, list[str]] = {}
        for triple in sorted(group, key=lambda t: (FIRST.get(t.predicate.value, 2), t.predicate.value)):
            predicate = "a" if triple.predicate.value == RDF_TYPE else names.term(triple.predicate)
            said.setdefault(predicate, []).append(names.term(triple.object))
        lines = [f"{predicate} {' , '.join(sorted(objects))}" for predicate, objects in said.items()]
        yield f"{names.term(subject)} " + " ;\n    ".join(lines) + " .\n\n"


def _escaped(found: re.Match[str]) -> str:
    return ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}"
