"""A part of a page: what is near something, of some kinds, from a time, or about a topic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph_builder.view.model import KINDS, PageData, PageFact, Thing
from graph_builder.view.network import links
from graph_builder.view.things import folded
from graph_builder.view.words import date_words, joined

__all__ = ["Part", "part_of"]


@dataclass(frozen=True, slots=True)
class Part:
    """What is wanted of a page; whatever is left empty leaves nothing out."""

    around: frozenset[str] = frozenset()  # keys of things
    asked: str = ""  # what those things are, in words
    depth: int = 1  # steps from them
    kinds: frozenset[str] = frozenset()  # codes of KINDS
    since: str = ""  # ISO; a fact without a date stays
    until: str = ""
    topic: str = ""  # words in a topic, an event or a statement


def part_of(data: PageData, wanted: Part) -> PageData:
    """The facts that are wanted, with their things, lines and documents, and a sentence that says what was left out."""
    facts = [fact for fact in data.facts if _is_then(fact, wanted)]
    if wanted.topic:
        facts = _about(facts, data.things, folded(wanted.topic))
    if wanted.kinds:
        kept = {thing.key for thing in data.things if thing.kind in wanted.kinds}
        facts = [fact for fact in facts if fact.subject in kept and (not fact.object or fact.object in kept)]
    things = {key for fact in facts for key in (fact.subject, fact.object)} - {""}
    if wanted.around:
        near = _near(wanted.around, facts, wanted.depth)
        facts = [fact for fact in facts if fact.subject in near and (not fact.object or fact.object in near)]
        things = near
    cited = {evidence.source for fact in facts for evidence in fact.evidence}
    found = replace(
        data,
        things=tuple(thing for thing in data.things if thing.key in things),
        facts=tuple(facts),
        links=links(facts),
        sources=tuple(source for source in data.sources if source.key in cited),
    )
    return replace(found, part=_sentence(wanted, found, data))


def _is_then(fact: PageFact, wanted: Part) -> bool:
    """Whether it may be of that time: a month counts where some day of it may be meant."""
    if not fact.date:
        return True
    late_enough = (fact.until or fact.date) + "\uffff" >= wanted.since
    return late_enough and (not wanted.until or fact.date[: len(wanted.until)] <= wanted.until)


def _about(facts: Sequence[PageFact], things: Iterable[Thing], words: str) -> list[PageFact]:
    """Facts about a topic or event of these words or with them in a statement, and the posts of everybody in those."""
    named = {t.key for t in things if t.kind in {"topic", "event"} and words in folded(t.label)}
    about = {f.key for f in facts if {f.subject, f.object} & named or words in folded(f.text)}
    people = {key for fact in facts if fact.key in about for key in (fact.subject, fact.object)}
    return [fact for fact in facts if fact.key in about or (fact.sort == "role" and fact.subject in people)]


def _near(around: frozenset[str], facts: Sequence[PageFact], depth: int) -> set[str]:
    near = set(around)
    for _ in range(depth):
        near |= {
            key for f in facts if f.object and (f.subject in near or f.object in near) for key in (f.subject, f.object)
        }
    return near


def _sentence(wanted: Part, found: PageData, whole: PageData) -> str:
    names = {kind.code: kind.plural.lower() for kind in KINDS}
    steps = f"{wanted.depth} step{'' if wanted.depth == 1 else 's'}"
    parts = [
        f"{f'within {steps} of ' if wanted.depth else ''}{wanted.asked}" if wanted.asked else "",
        joined([names[kind.code] for kind in KINDS if kind.code in wanted.kinds]),
        f"about “{wanted.topic}”" if wanted.topic else "",
        f"from {date_words(wanted.since)}" if wanted.since else "",
        f"until {date_words(wanted.until)}" if wanted.until else "",
        "or without a date" if wanted.since or wanted.until else "",
    ]
    what = ", ".join(part for part in parts if part)
    counts = (
        f"{len(found.things):,} of {len(whole.things):,} things and {len(found.facts):,} of {len(whole.facts):,} facts"
    )
    return f"A part of the graph: {what}; {counts}."
