"""Which kind of event a verb tells or a noun names, by the cues of the scheme of event kinds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from graph_builder import vocabulary
from graph_builder.vocabulary import Concept
from graph_builder.vocabulary import Cue as Sort

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["asks", "is_object_of", "is_speech", "kind_of", "noun_kind", "promised", "takes", "unreal", "verb_kind"]

OFFICE = frozenset(["make", "name"])  # with somebody and a post: "was made minister"
UNREAL = frozenset(["could", "might", "may", "can", "must", "should"])
TURNING = frozenset(["out", "in", "on", "over", "back", "away", "through"])  # particles that make another verb
BESIDE = frozenset(["prt", "dobj", "prep", "advmod", "acomp", "attr", "oprd", "dative", "agent", "xcomp"])
LONGEST = 4  # words of a noun cue


def kind_of(code: str) -> Concept:
    """All that the scheme says of a kind."""
    return vocabulary.concept("event-kind", code)


def verb_kind(verb: Token, thing: Token | None) -> str | None:
    """The kind of event that a verb tells of a thing, or None: the cue of most words has it."""
    if verb.lemma_ in OFFICE and any(c.dep_ == "oprd" and c.pos_ in ("NOUN", "PROPN") for c in verb.children):
        return "appointment"
    found = [*_fitting(verb, Sort.VERB), *_fitting(verb, Sort.TAKING_VERB)]
    if thing is not None:
        found += [(size, code) for size, code in _fitting(verb, Sort.OBJECT_VERB) if is_object_of(thing, code)]
    return max(found, key=lambda each: each[0], default=(0, None))[1]


def takes(verb: Token, code: str) -> bool:
    """Whether the verb's subject is the one whom an event of the kind befalls: "become", "take over"."""
    sizes = [size for size, fit in _fitting(verb, Sort.TAKING_VERB) if fit == code]
    return bool(sizes) and max(sizes) >= max((s for s, fit in _fitting(verb, Sort.VERB) if fit == code), default=0)


def is_object_of(thing: Token, code: str) -> bool:
    """Whether the noun is one of those that make a verb of many senses tell an event of the kind."""
    return not {thing.lemma_.lower(), thing.lower_}.isdisjoint(kind_of(code).words(Sort.OBJECT))


def noun_kind(noun: Token) -> str | None:
    """The kind of event that a noun names, by the longest of its cues that ends with it."""
    before = [t.lower_ for t in noun.doc[max(0, noun.i - LONGEST + 1) : noun.i]]
    for last in (noun.lemma_.lower(), noun.lower_):
        words = [*before, last]
        for size in range(len(words), 0, -1):
            if kind := _nouns().get(" ".join(words[-size:])):
                return kind
    return None


def is_speech(verb: Token) -> bool:
    """Whether the verb only tells that something was said."""
    return verb.lemma_.lower() in vocabulary.cues("speech", Sort.VERB)


def wished(verb: Token) -> bool:
    """Whether somebody only asks for what the verb tells: "urged ministers to publish"."""
    if verb.dep_ not in ("xcomp", "ccomp", "advcl") or not any(c.lower_ == "to" for c in verb.children):
        return False
    return asks(verb.head)


def asks(verb: Token) -> bool:
    """Whether the verb asks for what is not yet there: "call for", "urge", "demand"."""
    lemma = verb.lemma_.lower()
    return any(vocabulary.cues("stance", sort).get(lemma) == "calls-for" for sort in (Sort.VERB, Sort.ADDRESSEE_VERB))


def promised(verb: Token) -> bool:
    """Whether the verb says that its subject will do something: "promise", "pledge"."""
    return vocabulary.cues("stance", Sort.VERB).get(verb.lemma_.lower()) == "commits-to"


def unreal(verb: Token) -> bool:
    """Whether the verb tells what did not happen, might, or is only asked for."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if auxiliaries & UNREAL or wished(verb) or (verb.dep_ == "acl" and "to" in auxiliaries):
        return True
    asked = verb.sent.root.i == verb.i and verb.sent.text.rstrip(' ”"’').endswith("?")
    conditional = any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in verb.children)
    return asked or conditional or any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)


def _fitting(verb: Token, sort: Sort) -> Iterator[tuple[int, str]]:
    """The cues of one sort that the verb begins and the words beside it end, each with its number of words."""
    beside: frozenset[str] | None = None
    lemma = verb.lemma_.lower()
    if verb.lower_ == lemma + "ed" and lemma not in _verbs(sort):
        lemma += "e"  # the parser's "fin" of "fined"
    for rest, code in _verbs(sort).get(lemma, ()):
        if rest and beside is None:
            beside = _beside(verb)
        if not rest and any(c.dep_ == "prt" and c.lower_ in TURNING for c in verb.children):
            continue  # "rule out" is no "rule"
        if not rest or (beside is not None and rest <= beside):
            yield len(rest) + 1, code


def _beside(verb: Token) -> frozenset[str]:
    """The words that may belong to the verb: its particles and objects, and the objects of its prepositions."""
    near = [c for c in verb.children if c.dep_ in BESIDE]
    near += [g for c in near for g in c.children if g.dep_ in ("pobj", "prep", "advmod", "dobj", "compound", "amod")]
    return frozenset(word for t in near for word in (t.lower_, t.lemma_.lower()))


@cache
def _verbs(sort: Sort) -> Mapping[str, list[tuple[frozenset[str], str]]]:
    """Verb cues by their first word: the words that must stand beside it, and the kind."""
    found: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
    for concept in sorted(vocabulary.concepts("event-kind"), key=lambda each: each.precedence):
        for cue in concept.words(sort):
            first, *rest = cue.lower().split()
            found[first].append((frozenset(w for w in rest if w not in ("a", "the")), concept.code))
    return found


@cache
def _nouns() -> Mapping[str, str]:
    return {word.lower(): code for word, code in vocabulary.cues("event-kind", Sort.NOUN).items()}
