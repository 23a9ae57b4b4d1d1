"""Triples in the formats that other programs read; each gives the same bytes for the same triples."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import IO, Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from graph_builder.graph.namespaces import STANDARD
from graph_builder.graph.turtle import FIRST, RDF_TYPE, STRING, Shortener, by_subject, header, turtle_blocks

__all__ = ["write_jsonld", "write_ntriples", "write_rdfxml", "write_triples"]

NATIVE = {  # literals that JSON has itself
    STANDARD["xsd"] + "boolean": re.compile("true|false"),
    STANDARD["xsd"] + "integer": re.compile(r"0|-?[1-9]\d{0,14}"),
}
SORTED = 20_000  # triples
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_triples(triples: Iterable[Triple], out: IO[bytes], name: str, prefixes: Mapping[str, str]) -> None:
    """Write triples in `turtle`, `ntriples`, `rdfxml` or `jsonld`.

    Up to SORTED of them are put in order first; more are written as they come, so that none has to be kept.
    """
    coming = iter(triples)
    first = list(islice(coming, SORTED + 1))
    if len(first) > SORTED:
        _stream(chain(first, coming), out, name, prefixes)
    elif name == "turtle":
        names = Shortener(prefixes)
        blocks = list(turtle_blocks(first, names))
        used = {p: prefixes[p] for p in names.used}
        out.writelines(line.encode() for line in chain(header(used) if used else (), blocks))
    else:
        write = {"ntriples": write_ntriples, "rdfxml": write_rdfxml, "jsonld": write_jsonld}[name]
        write([first], out, prefixes)


def _stream(triples: Iterable[Triple], out: IO[bytes], name: str, prefixes: Mapping[str, str]) -> None:
    form = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES, "jsonld": RdfFormat.JSON_LD}
    if name == "rdfxml":
        declared = {k: v for k, v in prefixes.items() if k != "rdf"}
        serialize((_for_xml(t) for t in triples), out, RdfFormat.RDF_XML, prefixes=declared)
    else:
        serialize(triples, out, form[name], prefixes=None if name == "ntriples" else dict(prefixes))


def write_ntriples(parts: Iterable[Iterable[Triple]], out: IO[bytes], _prefixes: Mapping[str, str]) -> None:
    """One line a triple; each part is sorted, and the parts stay in their order."""
    for part in parts:
        out.writelines(f"{line} .\n".encode() for line in sorted({str(triple) for triple in part}))


def write_rdfxml(parts: Iterable[Iterable[Triple]], out: IO[bytes], prefixes: Mapping[str, str]) -> None:
    """RDF/XML; a code point that XML cannot hold becomes U+FFFD."""
    triples = (_for_xml(t) for part in parts for _, group in by_subject(part) for t in sorted(group, key=str))
    serialize(triples, out, RdfFormat.RDF_XML, prefixes={k: v for k, v in prefixes.items() if k != "rdf"})


def write_jsonld(parts: Iterable[Iterable[Triple]], out: IO[bytes], prefixes: Mapping[str, str]) -> None:
    """JSON-LD with a context of the prefixes: one node object a line."""
    out.write(b'{"@context": ' + json.dumps(dict(sorted(prefixes.items()))).encode() + b',\n "@graph": [')
    for number, node in enumerate(_nodes(parts, Shortener(prefixes))):
        out.write((",\n" if number else "\n").encode() + json.dumps(node, ensure_ascii=False).encode())
    out.write(b"\n]}\n")


def _nodes(parts: Iterable[Iterable[Triple]], names: Shortener) -> Iterator[dict[str, Any]]:
    for part in parts:
        for subject, group in by_subject(part):
            node: dict[str, Any] = {"@id": _id(subject, names)}
            for triple in sorted(group, key=lambda t: (FIRST.get(t.predicate.value, 2), str(t))):
                if triple.predicate.value == RDF_TYPE:
                    node.setdefault("@type", []).append(_id(triple.object, names))
                else:
                    node.setdefault(_id(triple.predicate, names), []).append(_value(triple.object, names))
            yield {key: values[0] if len(values) == 1 else values for key, values in node.items()} | {
                "@id": node["@id"]
            }


def _id(term: Any, names: Shortener) -> str:
    return (names.short(term.value) or term.value) if isinstance(term, NamedNode) else str(term)


def _value(term: Any, names: Shortener) -> Any:
    if not isinstance(term, Literal):
        return {"@id": _id(term, names)}
    kind = term.datatype.value
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if kind in NATIVE and NATIVE[kind].fullmatch(term.value):
        return json.loads(term.value)
    return term.value if kind == STRING else {"@value": term.value, "@type": _id(term.datatype, names)}


def _for_xml(triple: Triple) -> Triple:
    said = triple.object
    if not isinstance(said, Literal) or not NOT_IN_XML.search(said.value):
        return triple
    language = said.language
    clean = NOT_IN_XML.sub("\ufffd", said.value)
    literal = Literal(clean, language=language) if language else Literal(clean, datatype=said.datatype)
    return Triple(triple.subject, triple.predicate, literal)
