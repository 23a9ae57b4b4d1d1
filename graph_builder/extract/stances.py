"""Where people and bodies stand: each stance from a construction, its cue words from `ontology/kinds.ttl`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph_builder.extract.antecedents import Antecedents
from graph_builder.extract.cast import Cast
from graph_builder.extract.demands import demands
from graph_builder.extract.divisions import division_stances
from graph_builder.extract.doubts import precepts, questions
from graph_builder.extract.echoes import echoed
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.idioms import idioms
from graph_builder.extract.language import Paragraph, Text
from graph_builder.extract.listed_demands import listed_stances
from graph_builder.extract.needs import needs
from graph_builder.extract.orders import orders
from graph_builder.extract.papers import paper_stances
from graph_builder.extract.perils import perils
from graph_builder.extract.promises import promises
from graph_builder.extract.refusals import refusals
from graph_builder.extract.rhetoric import rhetoric
from graph_builder.extract.stance_nouns import noun_stances
from graph_builder.extract.stance_verbs import verb_stances
from graph_builder.extract.stands import Stands
from graph_builder.extract.topic_settling import bare_deed, settled
from graph_builder.extract.topics import is_vague
from graph_builder.extract.verdicts import verdicts
from graph_builder.extract.wishes import wishes
from graph_builder.model import Stance, Statement
from graph_builder.names import fold

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["stances"]

VERB_RULES = (verb_stances, demands, orders, needs, promises, verdicts, rhetoric, wishes, perils, refusals, precepts)
UNCOUNTED = 0.6


def stances(text: Text, cast: Cast, said: Sequence[Statement]) -> Iterator[Stance]:
    """The stances that the document tells, in its own order; one for each holder, stance and topic."""
    floor, before = Floor(text, cast, said), Antecedents(text, cast)
    seen: set[tuple[str, str, str]] = set()
    stands = Stands(floor, text.reading.standings)
    for paragraph, sentence in text.sentences():
        cued = tuple(told(floor, paragraph, sentence))
        for found in (*cued, *stands.beside(paragraph, sentence, cued)):
            each = settled(before, paragraph, found)
            if is_vague(each.topic) and not bare_deed(each):
                continue
            before.remember(paragraph, each.token, each.topic)
            for holder in each.holders:
                if (key := (holder, each.stance, fold(each.topic))) not in seen and not itself(
                    cast, holder, each.topic
                ):
                    seen.add(key)
                    yield stance(floor, paragraph, each, holder)


def told(floor: Floor, paragraph: Paragraph, sentence: Tokens) -> Iterator[Found]:
    """Every stance of a sentence, with those who are said to share it; a question that tells no other asks."""
    found: list[Found] = []
    for token in sentence:
        if token.pos_ in ("VERB", "AUX"):
            found += echoed(floor, paragraph, token, found)
        found += read(floor, paragraph, token)
    kept = list(distinct(iter(found)))
    yield from kept or distinct(questions(floor, paragraph, sentence)) or ()
    if not kept:
        yield from distinct(idioms(floor, paragraph, sentence))


def foretold(verb: Token, seen: set[tuple[int, str]]) -> bool:
    """Whether "warned that it would collapse" or "rejected it, which would fail" has told the peril already."""
    aside = any(t.dep_ == "relcl" for t in (verb, *verb.ancestors))
    codes = ("warns-of", "opposes") if aside else ("warns-of",)
    return any((over.i, code) in seen for over in verb.ancestors for code in codes)


def read(floor: Floor, paragraph: Paragraph, token: Token) -> Iterator[Found]:
    """Every stance whose cue this token is."""
    if token.pos_ in ("VERB", "AUX"):
        for rule in VERB_RULES:
            yield from rule(floor, paragraph, token)
    yield from division_stances(floor, paragraph, token)
    yield from listed_stances(floor, paragraph, token)
    if token.pos_ == "NOUN":
        yield from noun_stances(floor, paragraph, token)
        yield from paper_stances(floor, paragraph, token)


def distinct(found: Iterator[Found]) -> Iterator[Found]:
    """At most one stance of each sort from one word."""
    seen: set[tuple[int, str]] = set()
    for each in found:
        if each.rule == "noun/commits-to" and any(
            a.i == at and stance != "warns-of" for a in each.token.ancestors for at, stance in seen
        ):
            continue  # "called on it to keep its promise" is no promise of hers
        if each.rule == "peril/foreseen" and foretold(each.token, seen):
            continue
        if each.holders and each.topic != "-" and (each.token.i, each.stance) not in seen:
            seen.add((each.token.i, each.stance))
            yield each


def itself(cast: Cast, referent: str, topic: str) -> bool:
    """Whether the topic is no more than the name of a person, body or event."""
    return fold(topic) in {fold(n) for n in (cast.referents[referent].name, *cast.referents[referent].forms)}


def stance(floor: Floor, paragraph: Paragraph, found: Found, holder: str) -> Stance:
    """The stance with its evidence: the sentence that it stands in."""
    at = paragraph.span_of(found.token)
    within = next((n for n in reversed(floor.statements_at(at.start)) if floor.said[n].speaker == holder), None)
    topic = floor.cast.mention_at(paragraph.span_of(found.topic_token)) if found.topic_token is not None else None
    own = within is not None or (floor.narrated(paragraph, found.token) and holder in floor.writers(found.token))
    basis = "voted" if found.rule in ("verb/vote", "verb/division") else "said" if own else "reported"
    behalf = found.on_behalf_of or (floor.said[within].on_behalf_of if within is not None else None)
    return Stance(
        holder=holder,
        stance=found.stance,
        topic=found.topic,
        topic_referent=topic.referent if topic and itself(floor.cast, topic.referent, found.topic) else None,
        hedged=found.hedged,
        negated=found.negated,
        basis=basis,
        statement=within,
        on_behalf_of=behalf,
        evidence=floor.text.sentence_at(at),
        rule=f"stance/{found.rule}",
        confidence=UNCOUNTED,
    )
