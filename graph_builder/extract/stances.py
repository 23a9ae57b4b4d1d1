"""Where people and bodies stand: each stance from a construction, its cue words from `ontology/kinds.ttl`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph_builder.extract import stance_cues
from graph_builder.extract.cast import Cast
from graph_builder.extract.clauses import (
    agent_of,
    complements,
    conjuncts,
    is_passive,
    modals,
    negated,
    noun_phrase,
    object_of,
    subject_of,
    verb_phrase,
)
from graph_builder.extract.language import Paragraph, Text
from graph_builder.model import Stance, Statement
from graph_builder.names import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["stances"]

FIRST = frozenset(["i", "we", "us", "me", "my", "our"])
FINITE = frozenset(["ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis", "pcomp", "acl"])
OPPOSITE = {"supports": "opposes", "opposes": "supports"}
EMPTY = re.compile(r"^$|^(?:not )?\w+ing(?: (?:it|this|that|so|them|not|all|more))?$|^\w+ (?:things|points|questions)$", re.IGNORECASE)
VAGUE = frozenset("it this that they them he she i we you there what which who one something anything nothing everything people thing way".split())


@dataclass(frozen=True, slots=True)
class Found:
    """A stance as a rule finds it, before it is known where it stands."""

    holders: tuple[str, ...]
    stance: str
    topic: str
    token: Token
    rule: str
    confidence: float
    hedged: bool = False
    negated: bool = False
    topic_token: Token | None = None


def stances(text: Text, cast: Cast, said: Sequence[Statement]) -> Iterator[Stance]:
    """The stances that the document tells, in the order in which it tells them."""
    reader = Reader(text, cast, said)
    seen: set[tuple[str, str, str]] = set()
    for paragraph, sentence in text.sentences():
        if sentence.text.rstrip(" ”\"’'").endswith("?"):
            continue
        found = [f for token in sentence for f in reader.read(paragraph, token)]
        for each in found:
            for holder in each.holders:
                key = (holder, each.stance, fold(each.topic))
                if key not in seen and fold(each.topic) not in VAGUE and not EMPTY.search(each.topic):
                    seen.add(key)
                    yield reader.stance(paragraph, each, holder)


class Reader:
    """Who speaks where in the document, so that "we" has a meaning."""

    def __init__(self, text: Text, cast: Cast, said: Sequence[Statement]) -> None:
        self.text, self.cast = text, cast
        parts = sorted((part.start, part.end, i) for i, s in enumerate(said) for part in s.parts)
        self.parts, self.starts, self.said = parts, [p[0] for p in parts], said

    def statement_at(self, at: int) -> list[int]:
        """The statements whose words cover this place, the innermost last."""
        i = bisect_right(self.starts, at)
        return [n for start, end, n in self.parts[max(0, i - 8) : i] if start <= at < end]

    def stance(self, paragraph: Paragraph, found: Found, holder: str) -> Stance:
        """The stance with its evidence: the sentence that it stands in."""
        at = paragraph.span_of(found.token)
        statement = next((n for n in reversed(self.statement_at(at.start)) if self.said[n].speaker == holder), None)
        topic = self.cast.mention_at(paragraph.span_of(found.topic_token)) if found.topic_token is not None else None
        basis = "voted" if found.token.lemma_ == "vote" else "said" if statement is not None else "reported"
        return Stance(
            holder=holder, stance=found.stance, topic=found.topic, topic_referent=topic.referent if topic else None,
            hedged=found.hedged, negated=found.negated, basis=basis, statement=statement,
            evidence=self.text.sentence_at(at), rule=f"stance/{found.rule}", confidence=found.confidence,
        )

    def speakers(self, paragraph: Paragraph, token: Token) -> tuple[str, ...]:
        """Who says "I" or "we" at this place: the speakers of the words, else the authors of the document."""
        within = self.statement_at(paragraph.span_of(token).start)
        if within:
            innermost = self.said[within[-1]]
            return tuple(dict.fromkeys(self.said[n].speaker for n in within if self.said[n].parts == innermost.parts))
        if self.cast.quoted(paragraph.span_of(token).start):
            return ()
        if self.cast.voice:
            return (self.cast.voice,)
        return self.cast.authors or ((self.cast.author,) if self.cast.author else ())

    def holders(self, paragraph: Paragraph, subject: Token | None) -> tuple[str, ...]:
        """Whom a subject means; several where it is a list."""
        if subject is None:
            return ()
        found: list[str] = []
        for token in conjuncts(subject):
            if token.lower_ in FIRST:
                found += self.speakers(paragraph, token)
                continue
            reference = self.cast.who(paragraph, token)
            if reference is not None:
                found.append(reference.referent)
            found += [m.referent for c in token.children if c.dep_ == "appos" and reference is None and (m := self.cast.mention_at(paragraph.span_of(c)))]
        return tuple(dict.fromkeys(found))

    def read(self, paragraph: Paragraph, token: Token) -> Iterator[Found]:
        """Every stance whose cue this token is."""
        if token.pos_ in ("VERB", "AUX"):
            yield from self._verb(paragraph, token)
            yield from self._demand(paragraph, token)
            yield from self._promise(paragraph, token)
            yield from self._predicate(paragraph, token)
        elif token.pos_ == "NOUN":
            yield from self._noun(paragraph, token)

    # -- "welcomed the review", "urged ministers to act", "voted against the motion" ------------------

    def _verb(self, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
        cue = stance_cues.verb(verb)
        if cue is None or verb.dep_ not in FINITE | {"xcomp"} or any(c.lower_ in ("if", "unless") and c.dep_ == "mark" for c in verb.children):
            return
        if verb.dep_ == "xcomp" and verb.head.lemma_ not in stance_cues.CARRIERS:
            return
        if "to" in modals(verb) and verb.dep_ != "xcomp":
            return  # what someone is asked to do, or what something is for
        passive = is_passive(verb)
        doer = agent_of(verb) if passive else subject_of(verb)
        if verb.dep_ == "acl" and verb.tag_ != "VBN":
            doer = subject_of(verb.head) if verb.head.dep_ in ("dobj", "pobj") and False else verb.head
        holders = self.holders(paragraph, doer)
        if not holders:
            return
        topic, noun = self._topic(verb, cue, passive)
        if not topic or (noun is not None and stance_cues.serves(verb, noun)):
            return
        stance, denied = cue.code, negated(verb) or stance_cues.reversed_by(verb)
        if denied:
            if stance not in ("supports",):
                return
            stance = "opposes"
        hedged = bool(modals(verb) & {"would", "could", "might", "may"}) or any(c.dep_ == "advcl" and any(m.lower_ in ("if", "unless") for m in c.children) for c in verb.children)
        yield Found(holders, stance, topic, verb, f"verb/{cue.code}", 0.8 if cue.strong else 0.6, hedged, denied, noun)

    def _topic(self, verb: Token, cue: stance_cues.Cue, passive: bool) -> tuple[str, Token | None]:
        if passive:
            subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
            subject = subject if subject is not None else (verb.head if verb.dep_ in ("acl", "relcl") else None)
            return (noun_phrase(subject), subject) if subject is not None else ("", None)
        if cue.particle is not None:
            inner = next((c for c in cue.particle.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is not None and not cue.addressee:
                return (verb_phrase(inner), None) if inner.dep_ == "pcomp" and inner.pos_ == "VERB" else (noun_phrase(inner), inner)
        clause = next((c for c in complements(verb) if c.pos_ in ("VERB", "AUX")), None)
        obj = object_of(verb)
        if cue.addressee:
            if clause is None and obj is not None:
                clause = next((c for c in obj.children if c.dep_ in ("acl", "relcl") and c.pos_ == "VERB"), None)
            return (verb_phrase(clause), None) if clause is not None and clause.tag_ == "VB" else ("", None)
        if obj is not None and obj.i > verb.i:
            return noun_phrase(obj), obj
        if clause is not None and cue.code in ("calls-for", "commits-to", "warns-of", "questions"):
            return verb_phrase(clause), None
        return "", None

    # -- "the Government should legislate …" in someone's words ----------------------------------------

    def _demand(self, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
        needed = modals(verb) & {"must", "should", "ought"}
        if not needed or negated(verb) or verb.sent.text.rstrip(" ”\"’'").endswith("?"):
            return
        if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "that") for c in verb.children) and verb.dep_ in ("advcl", "relcl"):
            return
        subject = subject_of(verb)
        if subject is None or subject.lower_ in ("i", "you") or verb.dep_ in ("advcl", "relcl", "acl"):
            return
        holders = self.speakers(paragraph, verb)
        topic = verb_phrase(verb)
        if holders and topic:
            yield Found(holders, "calls-for", topic, verb, "demand/modal", 0.7)

    # -- "we will respond before the summer" in someone's words ----------------------------------------

    def _promise(self, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
        if verb.pos_ != "VERB" or not modals(verb) & {"will", "'ll", "’ll", "shall"} or negated(verb) or verb.lemma_ in stance_cues.IDLE:
            return
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if subject is None or subject.lower_ != "we" or verb.dep_ not in ("ROOT", "conj", "ccomp", "parataxis"):
            return
        holders = self.speakers(paragraph, verb)
        if holders:
            yield Found(holders, "commits-to", verb_phrase(verb, subject=False), verb, "promise/will", 0.6)

    # -- "the review is timely", "I am concerned about the levy", "called it a disgrace" ----------------

    def _predicate(self, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
        naming = verb.lemma_ in stance_cues.NAMING
        if verb.lemma_ != "be" and not naming:
            return
        predicate = next((c for c in verb.children if c.dep_ in ("attr", "acomp", "oprd")), None)
        if predicate is None and naming:
            lead = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as"), None)
            predicate = next((c for c in lead.children if c.dep_ in ("pobj", "amod")), None) if lead is not None else None
        code = stance_cues.predicate(predicate) if predicate is not None else None
        if code is None or predicate is None:
            return
        subject = subject_of(verb)
        if naming:
            holders, about = self.holders(paragraph, subject), object_of(verb)
            if about is None:
                about = next((c for c in predicate.children if c.dep_ in ("nsubj",)), None)
        else:
            holders, about = self._felt(paragraph, verb, subject, predicate)
        if not holders or about is None:
            return
        denied = negated(verb)
        if denied:
            code = OPPOSITE.get(code, "")
        topic = verb_phrase(about) if about.pos_ in ("VERB", "AUX") else noun_phrase(about)
        if code and topic:
            yield Found(holders, code, topic, verb, "predicate", 0.65, negated=denied, topic_token=about)

    def _felt(self, paragraph: Paragraph, verb: Token, subject: Token | None, predicate: Token) -> tuple[tuple[str, ...], Token | None]:
        """Who judges, and what: "I am concerned about X" is mine on X; "X is timely" is the speaker's on X."""
        if subject is None:
            return (), None
        reach = [c for c in predicate.children if c.dep_ in ("prep", "ccomp", "xcomp")] + [c for c in verb.children if c.dep_ in ("prep", "ccomp", "xcomp") and c.i > predicate.i]
        for child in reach if stance_cues.felt(predicate) else []:
            inner = child if child.dep_ != "prep" else next((g for g in child.children if g.dep_ in ("pobj", "pcomp")), None)
            if inner is not None:
                if inner.lemma_ in ("see", "hear", "learn", "read") and (seen := object_of(inner)) is not None:
                    inner = seen
                return self.holders(paragraph, subject), inner
        if stance_cues.felt(predicate):
            return (), None
        if subject.lower_ in ("it", "this", "that", "there"):
            clause = next((c for c in [*predicate.children, *verb.children] if c.dep_ in ("ccomp", "xcomp", "csubj", "advcl") and c.i > predicate.i), None)
            return (self.speakers(paragraph, verb), clause) if clause is not None and clause.pos_ == "VERB" else ((), None)
        if subject.pos_ == "PRON" or self.cast.is_person_at(paragraph.span_of(subject)):
            return (), None
        return self.speakers(paragraph, verb), subject

    # -- "its support for the plan", "expressed concern about the levy" ---------------------------------

    def _noun(self, paragraph: Paragraph, noun: Token) -> Iterator[Found]:
        code = stance_cues.noun(noun)
        if code is None:
            return
        about = self._about(noun, code)
        if about is None:
            return
        holders: tuple[str, ...] = ()
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if owner is not None:
            holders = self.holders(paragraph, owner)
        elif noun.dep_ == "dobj" and noun.head.lemma_ in stance_cues.LIGHT:
            if negated(noun.head):
                return
            holders = self.holders(paragraph, subject_of(noun.head))
        topic = verb_phrase(about) if about.pos_ == "VERB" else noun_phrase(about)
        if holders and topic:
            yield Found(holders, code, topic, noun, f"noun/{code}", 0.65, topic_token=about)

    def _about(self, noun: Token, code: str) -> Token | None:
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in stance_cues.ABOUT[code]:
                return next((g for g in child.children if g.dep_ in ("pobj", "pcomp")), None)
            if child.dep_ in ("acl", "ccomp") and code in ("commits-to", "calls-for", "warns-of") and child.i > noun.i:
                return child
        return None


