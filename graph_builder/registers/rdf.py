"""A register in the words of our ontology: known bodies and posts, people and memberships; and a graph that we built.

Of a graph that OnRecord built, people and organisations are taken with their names, and each role with its dates.
What was current, former or yet to come at a document's date says no more than that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graph_builder.errors import RegisterError
from graph_builder.registers.source import Found, Source, names_a_body
from graph_builder.vocabulary import Entry
from graph_builder.vocabulary.people import KnownPerson, Membership
from graph_builder.vocabulary.registers import entry_of
from graph_builder.vocabulary.turtle import PREFIXES, Node, code_of

__all__ = ["read_rdf"]

WANTED = {  # the properties that are read; a graph says much else
    "rdf": ("type",),
    "rdfs": ("label",),
    "foaf": ("name", "gender"),
    "skos": ("altLabel", "broadMatch"),
    "org": ("classification", "member", "organization", "role", "memberOf", "postIn", "subOrganizationOf"),
    "dcterms": ("isReplacedBy", "issued"),
    "schema": ("startDate", "endDate", "foundingDate", "dissolutionDate", "gender"),
    "onr": (
        *("postWords", "area", "status", "inDocument", "known", "memberNoun", "adjective"),
        *("ambiguousForm", "bracketForm", "writtenOut"),
    ),
}
PROPERTIES = frozenset(PREFIXES[prefix] + name for prefix, names in WANTED.items() for name in names)
GENDERS = {"female": "f", "f": "f", "male": "m", "m": "m"}
PLAIN = "member"  # a role that is no post


def read_rdf(source: Source) -> Found:
    """What an RDF file tells; what has no name, or hangs loose, is skipped and named."""
    file = _File(source, _nodes(source))
    return Found(entries=list(file.entries()), people=list(file.people()))


def _nodes(source: Source) -> dict[str, Node]:
    """What the file says of each subject by the properties that matter, in its own order."""
    from pyoxigraph import BlankNode, RdfFormat, Triple, parse

    def name(node: Any) -> str:
        return f"_:{node.value}" if isinstance(node, BlankNode) else str(node.value)

    kind = RdfFormat.from_extension(source.path.suffix.lower().lstrip("."))
    found: dict[str, dict[str, list[str]]] = {}
    try:
        for quad in parse(path=str(source.path), format=kind):
            named = quad.predicate.value
            if named in PROPERTIES and not isinstance(quad.subject, Triple) and not isinstance(quad.object, Triple):
                found.setdefault(name(quad.subject), {}).setdefault(named, []).append(name(quad.object))
    except (SyntaxError, ValueError) as error:
        raise RegisterError(f"the register {source.path} is damaged: {error}") from error
    return {iri: Node(iri, {name: tuple(dict.fromkeys(v)) for name, v in said.items()}) for iri, said in found.items()}


@dataclass(slots=True)
class _File:
    """An RDF file by its subjects."""

    source: Source
    nodes: Mapping[str, Node]
    types: dict[str, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.types = {iri: frozenset(node.all("rdf", "type")) for iri, node in self.nodes.items()}

    def entries(self) -> Iterator[Entry]:
        """Each known body and post as it is told, each other organisation by the names that can be only its own."""
        for node in self._of("onr:KnownBody", "onr:KnownPost"):
            if node.one("rdfs", "label"):
                yield self._own(entry_of(node))
            else:
                self.source.leave("bodies or posts without a label", node.iri)
        for node in self._of("org:Organization", "org:FormalOrganization", but="onr:KnownBody"):
            names = _names(node)
            if not names:
                self.source.leave("bodies or posts without a label", node.iri)
                continue
            kind, parents = code_of(node.one("org", "classification")), node.all("org", "subOrganizationOf")
            dates = node.one("schema", "foundingDate"), node.one("schema", "dissolutionDate")
            told = Entry(node.iri, "organisation", names[0], names_a_body(names[1:]), kind, parents=parents)
            yield self._own(replace(told, start=dates[0], end=dates[1]))

    def people(self) -> Iterator[KnownPerson]:
        """Each person with a name and an IRI, with every membership."""
        held = self._held()
        for node in self._of("foaf:Person", "onr:KnownPerson"):
            names = _names(node)
            if not names or node.iri.startswith("_:"):
                self.source.leave("people without a name or an IRI", names[0] if names else node.iri)
                continue
            gender = GENDERS.get((node.one("foaf", "gender") or node.one("schema", "gender") or "").casefold())
            memberships = tuple(dict.fromkeys(held.get(node.iri, ())))
            yield KnownPerson(self._iri(node.iri), names[0], tuple(names[1:]), gender, memberships)

    def _held(self) -> dict[str, list[Membership]]:
        """The memberships of each person; a plain org:memberOf only where there is no fuller one in that body."""
        found: dict[str, list[Membership]] = {}
        for node in self._of("org:Membership", "onr:Role"):
            for person in node.all("org", "member"):
                if person not in self.nodes:
                    self.source.leave("memberships of persons who are not there", person)
                else:
                    found.setdefault(person, []).append(self._membership(node))
        for who in self._of("foaf:Person", "onr:KnownPerson"):
            told = {membership.organisation for membership in found.get(who.iri, ())}
            bodies = (self._iri(body) for body in who.all("org", "memberOf"))
            found.setdefault(who.iri, []).extend(Membership(body) for body in bodies if body not in told)
        return found

    def _membership(self, node: Node) -> Membership:
        body, post, words = node.one("org", "organization"), node.one("org", "role"), node.one("onr", "postWords")
        titled = self.nodes.get(post or "")
        label = (titled and titled.one("rdfs", "label")) or words
        start, end = self._dates(node)
        area = node.one("onr", "area")
        return Membership(body and self._iri(body), None if label == PLAIN else label, area, start, end)

    def _dates(self, node: Node) -> tuple[str | None, str | None]:
        """When a role began and ended; at a document's date a former one had ended, one to come had not begun."""
        start, end = node.one("schema", "startDate"), node.one("schema", "endDate")
        status = code_of(node.one("onr", "status"))
        document = self.nodes.get(node.one("onr", "inDocument") or "")
        issued = document.one("dcterms", "issued") if document else None
        if status == "former" and end is None:
            return start, issued
        return (issued, end) if status == "future" and start is None else (start, end)

    def _of(self, *types: str, but: str = "") -> Iterator[Node]:
        """The subjects of these types, each once."""
        wanted, unwanted = {_full(type_) for type_ in types}, {_full(but)} if but else set()
        for iri, node in self.nodes.items():
            if self.types[iri] & wanted and not self.types[iri] & unwanted:
                yield node

    def _iri(self, iri: str) -> str:
        """What a thing goes by in a graph that has this register: what it was known as before, if it was."""
        node = self.nodes.get(iri)
        return self.source.iri("entry", (node.one("onr", "known") if node else None) or iri)

    def _own(self, entry: Entry) -> Entry:
        """The entry with every IRI as it goes by in the graph."""
        return replace(
            entry,
            iri=self._iri(entry.iri),
            organisation=entry.organisation and self._iri(entry.organisation),
            parents=tuple(map(self._iri, entry.parents)),
            successors=tuple(map(self._iri, entry.successors)),
        )


def _full(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def _names(node: Node) -> Sequence[str]:
    """Every name that a person or a body is given, the label first."""
    return list(dict.fromkeys([*node.all("rdfs", "label"), *node.all("foaf", "name"), *node.all("skos", "altLabel")]))
