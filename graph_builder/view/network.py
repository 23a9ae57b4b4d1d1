"""The catalogue's answers become a page: the same claim of several documents is one fact, with all its sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256

from graph_builder.model import Document
from graph_builder.view.claims import Claim, claims
from graph_builder.view.model import Evidence, Link, PageData, PageFact
from graph_builder.view.texts import Texts
from graph_builder.view.things import Answers, Things, folded, sources
from graph_builder.view.words import stance_tone

__all__ = ["CONTRADICTED", "links", "page_data"]

TITLE = "Who stands where, and who says so"
CONTRADICTED = "contradicted"
_WORDS_ON_A_LINE = 3
_SORTS = ("stance", "role", "participation", "statement", "event")


def page_data(rows: Answers, title: str = TITLE, documents: Sequence[Document] = ()) -> PageData:
    """What the page shows, from the rows of the eight questions that the README calls the contract.

    `rows` maps the name of a question (`documents`, `people`, `organisations`, `roles`, `events`, `participants`,
    `statements`, `positions`) to its rows: column → text, "" or absent where unbound. Neither the order of the rows
    nor that of their columns matters. The columns `confidence`, `hedged`, `topicIs` (IRI of the thing that a topic is),
    `address`, `planned` and `cancelled` are used where a question has them. With the `documents` themselves, the page
    shows their texts with the evidence marked in them.
    """
    things = Things(rows)
    said = list(claims(rows, things))
    texts = Texts(documents, _quotes(said))
    facts = _contradicted(_facts(said, texts))
    return PageData(
        title=title,
        things=tuple(things),
        facts=facts,
        links=links(facts),
        sources=tuple(map(texts.of, sources(rows))),
    )


def _quotes(said: Iterable[Claim]) -> dict[str, set[str]]:
    """The sentences of each document that prove something."""
    quotes: dict[str, set[str]] = {}
    for claim in said:
        quotes.setdefault(claim.evidence.source, set()).add(claim.evidence.quote)
    return quotes


def _facts(said: Iterable[Claim], texts: Texts) -> tuple[PageFact, ...]:
    same: dict[tuple[str, ...], list[Claim]] = {}
    for claim in said:
        parts = (claim.sort, claim.subject, claim.words, claim.object, folded(claim.text), claim.when)
        same.setdefault(parts, []).append(claim)
    facts = [_fact(parts, group, texts) for parts, group in same.items()]
    return tuple(sorted(facts, key=lambda fact: (_SORTS.index(fact.sort), fact.date or "9999", fact.key)))


def _fact(parts: tuple[str, ...], group: list[Claim], texts: Texts) -> PageFact:
    """One fact of all the claims that say the same; a doubt stays only where no document is without it."""
    first = min(group, key=lambda claim: (claim.text, claim.evidence.source, claim.evidence.quote))
    evidence = sorted({claim.evidence for claim in group}, key=lambda e: (e.source, e.quote))
    surest = min(group, key=lambda claim: (len(claim.doubts), claim.doubts))
    return PageFact(
        key=sha256("\x1f".join(parts).encode()).hexdigest()[:12],
        sort=first.sort,
        subject=first.subject,
        words=first.words,
        object=first.object,
        text=first.text,
        when=first.when,
        date=first.date,
        until=first.until,
        stance=first.stance,
        evidence=tuple(map(texts.found, evidence)),
        doubts=surest.doubts,
        single=_one_source(evidence),
    )


def _contradicted(facts: tuple[PageFact, ...]) -> tuple[PageFact, ...]:
    """The facts, each with a doubt where another one says otherwise: on both sides of a topic, or at another time."""
    tones: dict[tuple[str, str], set[str]] = {}
    times: dict[str, set[str]] = {}
    for fact in facts:
        if fact.sort == "stance":
            tones.setdefault((fact.subject, fact.object), set()).add(stance_tone(fact.stance))
        elif fact.sort == "event" and fact.date:
            times.setdefault(fact.subject, set()).add(fact.date)

    def other(fact: PageFact) -> bool:
        if fact.sort == "stance":
            return {"for", "against"} <= tones[fact.subject, fact.object] and stance_tone(fact.stance) != "plain"
        at = times.get(fact.subject, ()) if fact.sort == "event" and fact.date else ()
        return not all(date.startswith(fact.date) or fact.date.startswith(date) for date in at)

    return tuple(replace(f, doubts=(*f.doubts, CONTRADICTED)) if other(f) else f for f in facts)


def links(facts: Iterable[PageFact]) -> tuple[Link, ...]:
    """The lines between things: everything that is said of one towards one other."""
    between: dict[tuple[str, str], list[PageFact]] = {}
    for fact in facts:
        if fact.object and fact.object != fact.subject:
            between.setdefault((fact.subject, fact.object), []).append(fact)
    return tuple(_link(ends, between[ends]) for ends in sorted(between))


def _link(ends: tuple[str, str], facts: list[PageFact]) -> Link:
    counted = Counter(fact.words for fact in facts)
    words = sorted(counted, key=lambda said: (-counted[said], said))
    more = f" · and {len(words) - _WORDS_ON_A_LINE} more" if len(words) > _WORDS_ON_A_LINE else ""
    tones = {stance_tone(fact.stance) for fact in facts if fact.stance} - {"plain"}
    return Link(
        key=f"{ends[0]}>{ends[1]}",
        source=ends[0],
        target=ends[1],
        words=" · ".join(words[:_WORDS_ON_A_LINE]) + more,
        facts=tuple(fact.key for fact in facts),
        tone=("mixed" if len(tones) > 1 else next(iter(tones))) if tones else "plain",
        doubtful=all(fact.doubts for fact in facts),
        single=_one_source([evidence for fact in facts for evidence in fact.evidence]),
    )


def _one_source(evidence: list[Evidence]) -> bool:
    return len({each.source for each in evidence}) <= 1
