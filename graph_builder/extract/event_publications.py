"""Papers that come out: "published Deep Water in 2021", "whose report appeared last month", "they reported in May"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph_builder.extract.clauses import agent_of, is_passive, object_of, subject_of
from graph_builder.extract.dates import When, dates_in
from graph_builder.extract.event_fuller import described
from graph_builder.extract.event_kinds import is_object_of
from graph_builder.extract.event_parts import parts_of_noun
from graph_builder.extract.event_phrases import phrase
from graph_builder.extract.event_proceedings import telling
from graph_builder.extract.happenings import Happening, Part, Scene, antecedent
from graph_builder.extract.language import Paragraph
from graph_builder.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["appeared", "published", "reported"]

PUBLISHING = frozenset(["publish", "republish", "release"])
APPEARING = frozenset(["appear", "come", "go"])
NEAR = 30  # characters after a title in which its date stands
CLOSE = 5
CAPITAL = r"(?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][\w’'-]*"  # noqa: E501 - a pattern is read whole
SMALL = r"(?:a|an|the|of|for|to|and|in|on|from|at|or|with|by|my|our|your)"
TITLE = re.compile(
    rf"\s+(?:(?:a|the|its|their|our|his|her) (?:\w+ ){{0,2}}(?:report|paper|study|book|pamphlet|review),? )?[“\"‘]?"
    rf"(?P<title>{CAPITAL}(?:,? (?:{SMALL} ){{0,3}}{CAPITAL}|: {CAPITAL}){{1,9}})"
)


def published(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """A work by its name, or any paper that is to come out: "published Deep Water in 2021"."""
    if verb.lemma_ not in PUBLISHING:
        return None
    name, end = _title(scene, paragraph, verb)
    when = _after(scene, paragraph, end) if when is None and name else when
    if when is None:
        return None
    thing = subject_of(verb) if is_passive(verb) else object_of(verb)
    if thing is not None and not name and (is_object_of(thing, "publication") or thing.pos_ != "NOUN"):
        return None  # told like any other paper
    if not name and (thing is None or verb.dep_ in ("relcl", "acl")):
        return None
    doer = agent_of(verb) if is_passive(verb) else subject_of(verb)
    parts: list[Part] = [(r, "author") for r in scene.who(paragraph, doer)]
    label = name or (phrase(scene, paragraph, thing) if thing is not None else "")
    return telling(scene, paragraph, verb, when, ("publication", f"Publication of {label}", parts))


def _title(scene: Scene, paragraph: Paragraph, verb: Token) -> tuple[str, int]:
    """The name of a work that follows the verb, which is no name of anybody, and where it ends."""
    text, at = scene.text.document.text, paragraph.span_of(verb).end
    match = TITLE.match(text, at, paragraph.span.end)
    if match is None or is_passive(verb):
        return "", at
    named = [m for m in scene.cast.mentions_in(paragraph.span) if m.span.start == match.start("title")]
    return ("" if any(scene.cast.is_person(m.referent) for m in named) else match["title"]), match.end()


def _after(scene: Scene, paragraph: Paragraph, at: int) -> When | None:
    """The date that stands right after a title, which the parser may have taken for a part of it."""
    document = scene.text.document
    dates = dates_in(document.text, Span(at, min(at + NEAR, paragraph.span.end)), document.published)
    return next((w for w in dates if w.span.start - at <= CLOSE), None)


def appeared(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """The paper whose verb only says that it is out: "whose report appeared last month"."""
    thing = subject_of(verb)
    thing = None if thing is None else antecedent(thing)
    if verb.lemma_ not in APPEARING or when is None or thing is None or not is_object_of(thing, "publication"):
        return None
    if verb.lemma_ != "appear" and not any(c.lower_ in ("out", "up") for c in verb.children):
        return None
    label = f"Publication of {described(scene, paragraph, thing)}"
    parts = parts_of_noun(scene, paragraph, thing, "publication")
    return telling(scene, paragraph, verb, when, ("publication", label, parts))


def reported(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """Its report: "The Pits Committee reported on 21 February", "we report by the end of May"."""
    doer = subject_of(verb)
    if verb.lemma_ != "report" or when is None or doer is None or is_passive(verb) or verb.tag_ == "VBG":
        return None
    if any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return None  # whose task it is, which is told elsewhere
    if any(c.dep_ in ("dobj", "ccomp", "prt") for c in verb.children):
        return None
    who = scene.who(paragraph, doer)
    if not who and doer.pos_ == "PRON":
        return None
    by = scene.names(who) or phrase(scene, paragraph, doer, 7)
    label = f"Publication of the report of {by}"
    return telling(scene, paragraph, verb, when, ("publication", label, [(r, "author") for r in who]))
