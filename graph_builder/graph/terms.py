"""Values of the model as RDF terms: names for things, names for facts, literals."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from pyoxigraph import Literal, NamedNode

from graph_builder.graph.namespaces import SCHEMES
from graph_builder.vocabulary import Namespace

__all__ = [
    "Names",
    "address",
    "boolean",
    "concept",
    "date",
    "decimal",
    "document_name",
    "hashed",
    "integer",
    "readable",
    "term",
    "text",
]

MAY_NOT_BE_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
DATE_FORMS = (
    (re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"), "date"),
    (re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])"), "gYearMonth"),
    (re.compile(r"[0-9]{4}"), "gYear"),
)
LONGEST_READABLE = 80
SPELLED_OUT = {
    "&": " and ",
    "%": " per cent ",
    "£": " pounds ",
    "€": " euros ",
    "$": " dollars ",
    "+": " plus ",
    "#": " number ",
}


@lru_cache(maxsize=1024)
def term(name: str) -> NamedNode:
    """The IRI of a prefixed name: `term("foaf:Person")`.

    Raises AttributeError for what the ontology does not declare, so that no misspelt word comes into a graph.
    """
    prefix, _, local = name.partition(":")
    return NamedNode(Namespace(prefix)[local])


@lru_cache(maxsize=1024)
def concept(scheme: str, code: str) -> NamedNode:
    """The concept of a scheme that has this code."""
    return NamedNode(SCHEMES[scheme] + "".join(c if c.isalnum() and c.isascii() else "-" for c in code))


def text(value: str) -> Literal:
    """A plain literal; each code point that no XML file may hold becomes U+FFFD, so that offsets still hold."""
    return Literal(MAY_NOT_BE_IN_XML.sub("\ufffd", value))


def decimal(value: float) -> Literal:
    """A number with at most two digits after the point, in the form that the store itself would write."""
    return Literal(f"{value:.2f}".rstrip("0").rstrip("."), datatype=term("xsd:decimal"))


def integer(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=term("xsd:integer"))


def boolean(value: bool) -> Literal:
    """True or false."""
    return Literal("true" if value else "false", datatype=term("xsd:boolean"))


def date(value: str) -> Literal:
    """A year, a month or a day, typed as what it is; anything else stays the words it is."""
    kind = next((kind for form, kind in DATE_FORMS if form.fullmatch(value)), None)
    return Literal(value, datatype=term(f"xsd:{kind}")) if kind else text(value)


def address(value: str) -> Literal | NamedNode:
    """A web address as an IRI, or as a literal where it would be none."""
    if re.fullmatch(r"https?://[^\s<>\"{}|\\^`\x00-\x20\ud800-\udfff]+", value):
        try:
            return NamedNode(value)
        except ValueError:
            return text(value)
    return text(value)


def readable(words: str) -> str:
    """Words as the last part of an IRI: lower-case ASCII letters, digits and hyphens, at most 80 of them.

    A hash stands in for what is cut off, or for words that have nothing such in them.
    """
    spelled = "".join(SPELLED_OUT.get(c, c) for c in words)
    bare = unicodedata.normalize("NFKD", spelled).casefold().replace("'", "").replace("’", "")
    slug = re.sub(r"[^a-z0-9]+", "-", "".join(c for c in bare if not unicodedata.combining(c))).strip("-")
    if slug and len(slug) <= LONGEST_READABLE:
        return slug
    return f"{slug[:60].rstrip('-')}-{hashed(words)[:8]}".lstrip("-")


def hashed(*parts: object) -> str:
    """Sixteen hexadecimal digits that stand for the parts and their order."""
    said = "\x1f".join("" if p is None else str(p) for p in parts)
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Names:
    """How the data's own IRIs are made: readable names for things, hashes of what they say for facts."""

    base: str

    def thing(self, kind: str, local: str) -> NamedNode:
        """`{base}person/anna-example`."""
        return NamedNode(f"{self.base}{kind}/{local}")

    def named(self, short: str) -> NamedNode:
        """`{base}role/0123456789abcdef` of `role/0123456789abcdef`."""
        return NamedNode(f"{self.base}{short}")

    def fact(self, kind: str, *parts: object) -> NamedNode:
        """`{base}role/0123456789abcdef`, the same for the same parts whatever the base."""
        bare = (p.value.removeprefix(self.base) if isinstance(p, NamedNode) else p for p in parts)
        return NamedNode(f"{self.base}{kind}/{hashed(kind, *bare)}")

    def document(self, source: str) -> NamedNode:
        """The document that was read from `source`."""
        return self.thing("document", document_name(source))

    def graph(self, name: str) -> NamedNode:
        """The named graph `name`: `identities`, `document/letter.txt`."""
        return self.thing("graph", name)


def document_name(source: str) -> str:
    """A file's path as the last part of an IRI; two paths never share one.

    A path that is not made of letters, digits, `_`, `-` and inner dots alone gets a hash of itself at its end.
    """
    if re.fullmatch(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?", source):
        return source
    bare = unicodedata.normalize("NFKD", source).encode("ascii", "ignore").decode()
    return f"{re.sub(r'[^A-Za-z0-9_]+', '-', bare).strip('-')[:60]}-{hashed(source)[:8]}".lstrip("-")
