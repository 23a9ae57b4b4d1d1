"""Topics that say the same in several wordings are one; what only points at something else stays in its document.

Wordings are the same where their content words are, in any order and number. One that is an event's or a body's name is
that one's topic. A shorter wording is a longer one's only where there is but one such, with the same head.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from graph_builder.decisions import Correction, Decision
from graph_builder.model import Entity, EntityType, Extraction, Judgement
from graph_builder.resolve.body_names import COMMON
from graph_builder.resolve.decided import OF_NAMES, Decided, Known
from graph_builder.resolve.judge import Side
from graph_builder.resolve.naming import Called, Dates, Named, Naming, named
from graph_builder.resolve.wording import content, head, reads_well, without_article

__all__ = ["topics"]

# Words that point at what was told before: alone, they mean something else in each document.
POINTING = frozenset(
    """action agreement amendment approach arrangement ban bill body both call cap case change claim clause commitment
    committee consultation council deadline deal decision demand design draft everyone everything evidence fund
    government guarantee guidance him her hub idea inquiry it law legislation letter levy list measure minister
    money motion move nothing offer one plan pledge policy power process programme progress project promise
    proposal provision publication recommendation reform registration remit report request resource response
    rest result review rule scheme something start step suggestion survey system target task them thing trial us
    veto vote way work""".split()
)
BODIES = frozenset(
    "commission committee council fund government inquiry panel review scheme".split()
)  # may be pointed at
LOOKED_AT = 200  # topics with a word that are compared: a wording of commoner words fits too many
LIGHT = re.compile(
    "(?:bringing (?:in|forward)|conducting|creating|establishing|having|holding|introducing|launching|setting up"
    "|undertaking) ",
    re.IGNORECASE,
)
POINTS = re.compile(r"\b(?:he|her|him|it|me|she|so|them|these|they|this|those|us|you)\b", re.IGNORECASE)
Words = frozenset[str]


@dataclass(slots=True)
class Topic:
    """Wordings that say the same, and the thing that they name, if they name one."""

    key: tuple[str, ...]
    focus: Entity | None = None
    wordings: Counter[str] = field(default_factory=Counter)
    told: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))  # wordings by document
    sides: set[Side] = field(default_factory=set)  # source and words
    contents: set[Words] = field(default_factory=set)

    def take(self, other: Topic) -> None:
        """Everything of another topic that says the same."""
        self.wordings += other.wordings
        self.sides |= other.sides
        for source, wordings in other.told.items():
            self.told[source] += wordings

    @property
    def sources(self) -> set[str]:
        """The documents that speak of it."""
        return set(self.told)


def topics(
    extractions: Iterable[Extraction], entity_of: Mapping[Side, Entity], dates: Dates, decided: Decided
) -> tuple[Mapping[Side, Entity], Naming, list[Judgement]]:
    """The topic of each document's wording, as an entity; what the topics were called before; what people decided."""
    found: dict[tuple[str, ...], Topic] = {}
    for extraction in extractions:
        things = _things(extraction, entity_of)
        for stance in extraction.stances:
            meant = entity_of.get((extraction.source, stance.topic_referent or ""))
            focus = meant if meant and _names(stance.topic, meant) else things.get(_said(stance.topic))
            key = _key(extraction.source, stance.topic, focus)
            topic = found.setdefault(key, Topic(key, focus))
            topic.wordings[without_article(stance.topic)] += 1
            topic.told[extraction.source][without_article(stance.topic)] += 1
            topic.sides.add((extraction.source, stance.topic))
            topic.contents.add(_said(stance.topic))
    kept = _with_shorter(sorted(found.values(), key=lambda t: t.key))
    topic_of, naming = _with_names(kept, dates)
    forms = {side: (side[1],) for side in topic_of}
    known = [Known(EntityType.TOPIC, topic_of, forms, naming.former)]
    settled: dict[Correction, list[frozenset[Side]]] = {}
    while new := decided.settle(OF_NAMES, settled, known):
        settled |= new
        for correction, sides in new.items():
            kept = _redone(kept, correction, sides)
            decided.amiss.pop(correction, None)
        topic_of, naming = _with_names(kept, dates)
        known.append(Known(EntityType.TOPIC, topic_of, forms, naming.former))
    return decided.called(topic_of, known), naming, list(decided.judgements(settled))


def _with_names(kept: Sequence[Topic], dates: Dates) -> tuple[Mapping[Side, Entity], Naming]:
    naming = named([_named(topic, dates) for topic in kept])
    sides = zip(kept, naming.entities, strict=True)
    return {side: entity for topic, entity in sides for side in sorted(topic.sides)}, naming


def _redone(kept: Sequence[Topic], each: Correction, meant: Sequence[frozenset[Side]]) -> list[Topic]:
    """The topics as a person wants them: those that are the same as one, or what is another taken out of the first."""
    if each.decision is Decision.DIFFERENT:
        others = frozenset[Side]().union(*(sides - meant[0] or sides for sides in meant[1:]))
        return [part for topic in kept for part in _parted(topic, others) if part.sides]
    those = [topic for topic in kept if any(topic.sides & sides for sides in meant)]
    for other in those[1:]:
        those[0].take(other)
    return [topic for topic in kept if topic not in those[1:]]


def _parted(topic: Topic, others: frozenset[Side]) -> Iterator[Topic]:
    """A topic, as two where some of its wordings are to be another."""
    if not topic.sides & others:
        yield topic
        return
    for at, sides in enumerate((topic.sides - others, topic.sides & others)):
        part = Topic((*topic.key, *("apart" for _ in range(at))), topic.focus)
        for source, words in sorted(sides):
            wording = without_article(words)
            part.told[source][wording] = part.wordings[wording] = topic.told[source][wording]
            part.sides.add((source, words))
            part.contents.add(_said(words))
        yield part


def _things(extraction: Extraction, entity_of: Mapping[Side, Entity]) -> dict[Words, Entity]:
    """What a document's own names of events and bodies mean, and the pointing words that one of them alone may mean."""
    named: dict[Words, set[Entity]] = defaultdict(set)
    pointed: dict[EntityType, dict[Words, set[Entity]]] = defaultdict(lambda: defaultdict(set))
    for referent in extraction.referents:
        if referent.type is EntityType.PERSON:
            continue  # no topic is a name of a person but through the referent that the reader found
        entity = entity_of[extraction.source, referent.id]
        may = POINTING if referent.type is EntityType.EVENT else BODIES
        for form in (referent.name, *referent.forms):
            words = content(form)
            if len(words) > 1:
                named[words].add(entity)
                for word in words & may & {head(form), referent.kind}:
                    pointed[referent.type][frozenset([word])].add(entity)
    ranked = (pointed[EntityType.ORGANISATION], pointed[EntityType.EVENT], named)
    return {words: next(iter(one)) for meant in ranked for words, one in meant.items() if len(one) == 1}


@lru_cache(maxsize=200_000)
def _said(words: str) -> Words:
    """The content words of a topic: having it, holding it or bringing it in is no other topic."""
    bare = without_article(words)
    return content(without_article(LIGHT.sub("", bare)) if LIGHT.match(bare) else bare)


def _names(words: str, thing: Entity) -> bool:
    """Whether words say no more than a thing's name, or only point at it: "NBB", and not "NBB closing its door"."""
    said = _said(words)
    return len(said) == 1 or any(said <= content(form) for form in (thing.name, *thing.aliases))


def _key(source: str, words: str, focus: Entity | None) -> tuple[str, ...]:
    """What wordings of one topic share: the thing, or the content words; of what only points, the document too."""
    if focus is not None:
        return "thing", focus.type.value, focus.slug
    said = _said(words)
    return ("pointing", source, *sorted(said)) if _only_points(words) else ("words", *sorted(said))


def _only_points(words: str) -> bool:
    """Whether words mean something only in their document: nothing but pointing words, or a pronoun among them."""
    return _said(words) <= POINTING | COMMON or bool(POINTS.search(words))


def _with_shorter(found: Sequence[Topic]) -> list[Topic]:
    """The topics, with those of a shorter wording taken into the one longer that they must mean."""
    holding: dict[str, list[Topic]] = defaultdict(list)
    for topic in found:
        for word in sorted({word for said in topic.contents for word in said}):
            holding[word].append(topic)
    longer = {topic.key: _longer(topic, holding) for topic in found}
    kept: dict[tuple[str, ...], Topic] = {t.key: t for t in found if longer[t.key] is None}
    for topic in found:
        whole = longer[topic.key]
        while whole is not None and longer[whole.key] is not None:
            whole = longer[whole.key]
        if whole is not None:
            kept[whole.key].take(topic)
    return list(kept.values())


def _longer(topic: Topic, holding: Mapping[str, Sequence[Topic]]) -> Topic | None:
    """The one topic whose wording holds all of this one's words and more, about the same head."""
    said = next(iter(topic.contents))
    if topic.key[0] != "words" or len(said) < 2:
        return None
    among = min((holding[word] for word in sorted(said)), key=len)
    if len(among) > LOOKED_AT:
        return None
    fitting = [t for t in among if t is not topic and any(_holds(words, said) for words in _plainly(t))]
    if not any(head(w) == head(next(iter(topic.wordings))) for t in fitting for w in t.wordings):
        return None
    near = [t for t in fitting if t.sources & topic.sources] or fitting
    widest = [t for t in near if not any(_within(t, other) for other in near if other is not t)]
    return widest[0] if len(widest) == 1 and _same_head(widest[0], topic) else None


def _holds(words: Words, said: Words) -> bool:
    return said < words and len(words) <= 3 * len(said)


def _plainly(topic: Topic) -> Iterator[Words]:
    """What its wordings say, but for those that join two things."""
    return (_said(wording) for wording in topic.wordings if " and " not in wording and " or " not in wording)


def _within(topic: Topic, other: Topic) -> bool:
    return any(a < b for a in topic.contents for b in other.contents)


def _same_head(left: Topic, right: Topic) -> bool:
    return bool({head(w) for w in left.wordings} & {head(w) for w in right.wordings})


def _named(topic: Topic, dates: Dates) -> Named:
    """It under its commonest wording that reads well; what is only ever pointed at goes by the thing's own name."""
    label = _label(topic, topic.wordings)
    entity = Entity(
        "", EntityType.TOPIC, label, aliases=tuple(sorted(set(topic.wordings) - {label})), focus=topic.focus
    )
    called = [
        Called(_label(topic, wordings), min(side for side in topic.sides if side[0] == source), dates.get(source))
        for source, wordings in topic.told.items()
    ]
    called.sort(key=lambda one: one.first)
    aliases = topic.focus.aliases if topic.focus else ()  # under one of which the thing may have gone before
    others = tuple(replace(called[0], name=alias) for alias in aliases)
    return Named(entity, tuple(called), others, local=topic.key[0] == "pointing")


def _label(topic: Topic, wordings: Counter[str]) -> str:
    label = min(wordings, key=lambda w: (_only_points(w), not reads_well(w), -wordings[w], len(w), w))
    return topic.focus.name if topic.focus is not None and _only_points(label) else label
