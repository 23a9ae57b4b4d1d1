"""How well identities agree with who is meant: B-cubed and pairwise precision and recall, and wrong joins."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.invented.paper import Paper
from graph_builder.model import Document, EntityType, Extraction, Identities, Referent, Span
from graph_builder.names import fold

__all__ = ["Meant", "by_entity", "meant", "scores"]

Side = tuple[str, str]
Meant = Mapping[Side, str]  # who is meant by each (source, referent id)
SORTS = {EntityType.PERSON: "p", EntityType.ORGANISATION: "b", EntityType.EVENT: "e"}  # how their keys begin


def meant(
    papers: Sequence[Paper], extractions: Sequence[Extraction], documents: Mapping[str, Document]
) -> dict[Side, str]:
    """Who is meant by what was really read: people and bodies by their names, events by the sentence that tells them.

    What names nobody, or more than one, is left out.
    """
    read = {e.source: e for e in extractions}
    found = {}
    for paper in papers:
        extraction = read[paper.source]
        deeds = _deeds(paper, extraction, documents[paper.source].text)
        for referent in extraction.referents:
            keys = deeds.get(referent.id, set()) if referent.type is EntityType.EVENT else _named(paper, referent)
            if len(keys) == 1:
                found[paper.source, referent.id] = keys.pop()
    return found


def _named(paper: Paper, referent: Referent) -> set[str]:
    """Everyone of its sort whom one of its names means."""
    forms = (fold(form) for form in (referent.name, *referent.forms))
    keys = {paper.names[form] for form in forms if form in paper.names}
    return {key for key in keys if key[0] == SORTS[referent.type] and not key.endswith("/review")}


def _deeds(paper: Paper, extraction: Extraction, text: str) -> dict[str, set[str]]:
    """The events that the sentences tell which its events were found in."""
    lines = {span.of(paper.text): it for span, it in paper.told.items()}
    places = {(at := text.find(line), at + len(line)): it for line, it in lines.items()}
    kinds = {r.id: r.kind for r in extraction.referents}
    found: dict[str, set[str]] = defaultdict(set)
    for event in extraction.events:
        for (start, end), it in places.items():
            if Span(start, end).meets(event.evidence) and kinds[event.event] == it.kind:
                found[event.event].add(it.key)
    return found


def by_entity(identities: Identities, truth: Meant, type_: EntityType) -> dict[str, list[Side]]:
    """The sides of each entity of that type of which is known who is meant."""
    found: dict[str, list[Side]] = defaultdict(list)
    for side, entity in identities.entity_of.items():
        if entity.type is type_ and truth.get(side, " ")[0] == SORTS[type_] and not truth[side].endswith("/review"):
            found[entity.slug].append(side)
    return found


def scores(identities: Identities, truth: Meant) -> Iterator[str]:
    """A line for each type."""
    yield "              mentions  meant  found   B-cubed P     R    pairs P     R   wrong joins"
    for type_ in SORTS:
        found = by_entity(identities, truth, type_)
        cells = Counter((slug, truth[side]) for slug, sides in found.items() for side in sides)
        whole: Counter[str] = Counter(truth[side] for sides in found.values() for side in sides)
        number = sum(cells.values()) or 1
        precision = sum(n * n / len(found[slug]) for (slug, _), n in cells.items()) / number
        recall = sum(n * n / whole[key] for (_, key), n in cells.items()) / number
        both = _pairs(cells.values())
        right, told = both / (_pairs(map(len, found.values())) or 1), both / (_pairs(whole.values()) or 1)
        wrong = sum(len({truth[side] for side in sides}) > 1 for sides in found.values())
        yield (
            f"{type_.value:13} {number:8,} {len(whole):6,} {len(found):6,}"
            f"      {precision:.3f} {recall:.3f}      {right:.3f} {told:.3f}   {wrong:,}"
        )


def _pairs(sizes: object) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)  # type: ignore[attr-defined]
