"""Money that is given or promised: "will receive £90,000", "pledged £14 million for a relief vessel"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph_builder.extract.clauses import agent_of, is_passive, object_of, subject_of
from graph_builder.extract.dates import When
from graph_builder.extract.event_phrases import phrase
from graph_builder.extract.event_proceedings import telling
from graph_builder.extract.happenings import Happening, Part, Scene, objects_of
from graph_builder.extract.language import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["money"]

TAKING = frozenset(["receive", "get", "secure", "win", "raise"])
GIVING = frozenset(
    ["award", "give", "pledge", "provide", "allocate", "grant", "promise", "announce", "commit", "donate"]
)
SUM = re.compile(r"[£$€]\s?\d[\d,.]*(?:\s?(?:million|billion|bn|m|k)\b)?")
FUNDS = frozenset(["fund", "grant", "funding", "package", "round", "money", "cash", "investment"])


def money(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """A sum of money, who gives it and who gets it; told with a day, or as what somebody will get."""
    if verb.lemma_ not in TAKING | GIVING:
        return None
    passive = is_passive(verb)
    thing, doer = (subject_of(verb), agent_of(verb)) if passive else (object_of(verb), subject_of(verb))
    if passive and object_of(verb) is not None:
        thing = object_of(verb)  # "was awarded £3m"
    match = SUM.search(_words(thing)) if thing is not None else None
    if thing is None or match is None or not (_is_sum(thing) or thing.lemma_ in FUNDS):
        return None
    taking = verb.lemma_ in TAKING
    given = [r for n in objects_of(verb, "to", "for") for r in scene.who(paragraph, n)]
    gains = subject_of(verb) if taking or (passive and subject_of(verb) is not thing) else _dative(verb, thing)
    got = [*scene.who(paragraph, gains), *given]
    gave = [] if taking or (passive and agent_of(verb) is None) else scene.who(paragraph, doer)
    if not got and not gave:
        return None
    if when is None and not (taking and any(c.lower_ == "will" for c in verb.children)):
        return None
    aim = next(iter(objects_of(verb, "for", "to")), None) or next(iter(objects_of(thing, "for", "to")), None)
    use = scene.names(got) or (phrase(scene, paragraph, aim, 8) if aim is not None else "")
    parts: list[Part] = [*((r, "sponsor") for r in gave), *((r, "subject") for r in got)]
    return telling(scene, paragraph, verb, when, ("funding", f"{match[0]} for {use}" if use else match[0], parts))


def _words(thing: Token) -> str:
    return (
        thing.doc[thing.left_edge.i : thing.i + 1].text
        + " "
        + (thing.nbor(1).text if thing.i + 1 < len(thing.doc) else "")
    )


def _is_sum(thing: Token) -> bool:
    return thing.ent_type_ == "MONEY" or thing.like_num


def _dative(verb: Token, thing: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "dative" and c.i != thing.i), None)
