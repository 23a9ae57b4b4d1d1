"""Codes as people say them: the stances by their verbs in every form, the kinds by their names in both numbers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from graph_builder.vocabulary.codes import Concept, Cue, concepts

__all__ = ["code_words"]

BE = ("is", "are", "was", "were", "be", "been")
AFTER_FEELING = ("about", "by", "with", "at", "of", "to", "over", "that")
# verbs whose past is not made with -ed
PASTS = dict(
    told.split(":")
    for told in (
        "fight:fought seek:sought make:made take:took,taken give:gave,given put:put set:set speak:spoke,spoken"
        " stand:stood come:came,come go:went,gone get:got have:had see:saw,seen swear:swore,sworn rise:rose,risen"
        " draw:drew,drawn throw:threw,thrown cast:cast bid:bid hit:hit beg:begged hold:held stick:stuck think:thought"
        " find:found bring:brought say:said tell:told leave:left lay:laid lead:led feel:felt know:knew,known"
        " strike:struck let:let lose:lost keep:kept fall:fell,fallen forbid:forbade,forbidden"
    ).split()
)
DOUBLED = frozenset("b d g m n p r t".split())


@cache
def code_words(scheme: str) -> dict[str, str]:
    """The code that each form of words means; of two codes that share one, the first in the file's order."""
    said: dict[str, str] = {}
    for concept in concepts(scheme):
        for words in _stance(concept) if scheme == "stance" else _kind(concept):
            said.setdefault(words.casefold(), concept.code)
    return said


def _stance(concept: Concept) -> Iterator[str]:
    yield concept.code
    for cue in concept.words(Cue.VERB):
        verb, _, rest = cue.partition(" ")
        yield from (f"{form} {rest}".strip() for form in _forms(verb))
    for feeling in concept.words(Cue.FELT):
        yield from (f"{be} {feeling} {after}" for be in BE for after in AFTER_FEELING)
    for cue in concept.words(Cue.PREDICATE):
        yield from (f"{be} {cue}" for be in BE if cue.rpartition(" ")[2] in AFTER_FEELING)


def _kind(concept: Concept) -> Iterator[str]:
    named = (concept.code, concept.label, *concept.alternatives)
    for words in (*named, *concept.words(Cue.DESCRIPTION), *concept.words(Cue.NOUN)):
        yield words
        yield _plural(words)


def _forms(verb: str) -> tuple[str, ...]:
    """Every form of a verb: opposes, opposed, opposing."""
    if verb == "be":
        return BE
    third = _plural(verb) if verb not in ("have", "go", "do") else {"have": "has", "go": "goes", "do": "does"}[verb]
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    past = f"{verb[:-1]}ied" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else f"{stem}ed"
    twice = verb + verb[-1] if verb[-1] in DOUBLED and verb[-2:-1] in "aeiou" and len(verb) > 2 else stem
    pasts = PASTS.get(verb, past).split(",")
    return (verb, third, *pasts, f"{stem}ing", f"{twice}ed", f"{twice}ing")


def _plural(word: str) -> str:
    """The plural of a noun, and the third person of a verb."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return f"{word}es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"
