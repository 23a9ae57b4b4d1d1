"""Topics that say the same in several wordings are one; what only points at something else stays in its document.

Wordings are the same where their content words are, in any order and number. One that is an event's or a body's name is
that one's topic. A shorter wording is a longer one's only where there is but one such, with the same head.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from graph_builder.model import Entity, EntityType, Extraction
from graph_builder.resolve.bodies import COMMON
from graph_builder.resolve.judge import Side
from graph_builder.resolve.naming import Named, with_slugs
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
    sides: set[Side] = field(default_factory=set)  # source and words
    contents: set[Words] = field(default_factory=set)

    def take(self, other: Topic) -> None:
        """Everything of another topic that says the same."""
        self.wordings += other.wordings
        self.sides |= other.sides

    @property
    def sources(self) -> set[str]:
        """The documents that speak of it."""
        return {source for source, _ in self.sides}


def topics(extractions: Iterable[Extraction], entity_of: Mapping[Side, Entity]) -> dict[tuple[str, str], Entity]:
    """The topic of each document's wording, as an entity."""
    found: dict[tuple[str, ...], Topic] = {}
    for extraction in extractions:
        things = _things(extraction, entity_of)
        for stance in extraction.stances:
            meant = entity_of.get((extraction.source, stance.topic_referent or ""))
            focus = meant if meant and _names(stance.topic, meant) else things.get(_said(stance.topic))
            key = _key(extraction.source, stance.topic, focus)
            topic = found.setdefault(key, Topic(key, focus))
            topic.wordings[without_article(stance.topic)] += 1
            topic.sides.add((extraction.source, stance.topic))
            topic.contents.add(_said(stance.topic))
    kept = _with_shorter(sorted(found.values(), key=lambda t: t.key))
    named = with_slugs([_named(topic) for topic in kept])
    return {side: entity for topic, entity in zip(kept, named, strict=True) for side in sorted(topic.sides)}


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


def _named(topic: Topic) -> Named:
    """It under its commonest wording that reads well; what is only ever pointed at goes by the thing's own name."""
    counts = topic.wordings
    label = min(counts, key=lambda w: (_only_points(w), not reads_well(w), -counts[w], len(w), w))
    if topic.focus is not None and _only_points(label):
        label = topic.focus.name
    entity = Entity("", EntityType.TOPIC, label, aliases=tuple(sorted(set(counts) - {label})), focus=topic.focus)
    return Named(entity, len(topic.sources), min(topic.sides), local=topic.key[0] == "pointing")
