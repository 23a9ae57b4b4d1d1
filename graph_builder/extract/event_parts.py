"""Who takes part in an event and as what: by the place of their name about the verb or noun of the event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from graph_builder.extract.clauses import agent_of, is_passive, object_of, subject_of
from graph_builder.extract.event_kinds import kind_of, takes
from graph_builder.extract.happenings import Part, Scene, Told, antecedent, led, objects_of
from graph_builder.extract.language import Paragraph
from graph_builder.model import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["bodies_in", "house_of", "parts_of_noun", "parts_of_verb", "unique"]

DONE_BY = frozenset(
    [
        "hold",
        "lead",
        "write",
        "send",
        "publish",
        "launch",
        "organise",
        "host",
        "table",
        "conduct",
        "chair",
        "start",
        "begin",
        "issue",
        "run",
        "call",
        "convene",
        "deliver",
        "give",
        "open",
        "make",
        "move",
        "propose",
        "sign",
        "set",
    ]
)
SEEN = frozenset(["see", "obtain", "receive", "read", "view", "leak"])
TELLING = frozenset(["tell", "urge", "ask", "warn", "call", "say", "write", "inform", "invite"])
BESIDE = ("with", "alongside")
TO = ("to", "before")
HOLDING = frozenset(["hold", "host", "convene", "organise", "stage"])
OWNED = ("vote", "publication", "legislation")  # whoever's motion, report or bill it is takes part
MEMBERS = {  # whose members they are: the kind of body, and words of its name
    "councillor": ("local-authority", ""),
    "council": ("local-authority", ""),
    "peer": ("legislature", "Lords"),
    "lord": ("legislature", "Lords"),
    "mp": ("legislature", "Commons"),
    "msp": ("legislature", "Scottish"),
    "trustee": ("charity", "Trust"),
}
CALLED_BY = frozenset(["meeting", "vote", "review", "debate", "court-case"])
ABOUT = frozenset(
    [
        "letter",
        "meeting",
        "speech",
        "publication",
        "review",
        "campaign",
        "debate",
        "vote",
        "legislation",
        "protest",
        "court-case",
    ]
)


def unique(parts: Iterable[Part]) -> list[Part]:
    """Each referent once, in the first role that was found for it."""
    found: dict[str, str] = {}
    for referent, role in parts:
        found.setdefault(referent, role)
    return list(found.items())


def bodies_in(scene: Scene, label: str, kind: str) -> Iterator[Part]:
    """The bodies by whose names an event of a house, a committee or a court is called: "Justice Committee inquiry"."""
    if kind not in CALLED_BY:
        return
    rest = label
    bodies = [r for r in scene.cast.referents.values() if r.type is EntityType.ORGANISATION and " " in r.name]
    for body in sorted(bodies, key=lambda r: (-len(r.name), r.id)):
        match = re.search(rf"(?<![\w-]){re.escape(body.name)}(?![\w-])", rest)
        if match is not None and match[0] != label:
            rest = rest[: match.start()] + "·" + rest[match.end() :]
            yield body.id, kind_of(kind).places["subject"]


def house_of(scene: Scene, noun: Token | None, role: str = "voter") -> list[Part]:
    """The body whose members act, where the document has one such: "councillors"; peers and MPs only in a vote."""
    word = noun.lemma_.lower() if noun is not None else ""
    sort, words = MEMBERS.get(word, ("", "")) if role == "voter" or word == "council" else ("", "")
    found = [r for r in scene.cast.referents.values() if sort and r.kind == sort and words in r.name]
    return [(found[0].id, role)] if len(found) == 1 else []


def parts_of_verb(scene: Scene, told: Told) -> list[Part]:
    """Those who take part in what a verb tells."""
    paragraph, verb, kind, doer, done = told.paragraph, told.verb, told.kind or "other", told.doer, told.done
    places = kind_of(kind).places
    taking = takes(verb, kind)
    found: list[Part] = []
    if taking and is_passive(verb):
        return unique((r, places["object"]) for r in scene.who(paragraph, doer))
    doing = "organiser" if verb.lemma_ in HOLDING else places["object" if taking else "subject"]
    found += _doing(scene, told, doing)
    if done is not None and kind in OWNED:
        found += [part for part in parts_of_noun(scene, paragraph, done, kind) if part[1] == "author"]
    if not taking and "object" in places:
        found += [(r, places["object"]) for r in scene.who(paragraph, done)]
    elif verb.lemma_ == "join" and done is not None:
        joined = [*scene.who(paragraph, done), *_bodies(scene, paragraph, done)]
        found += [(r, places["subject"]) for r in joined if not scene.cast.is_person(r)]
    for noun in objects_of(verb, *BESIDE):
        found += [(r, places["subject"]) for r in scene.who(paragraph, noun)]
    for noun in objects_of(verb, *TO):
        found += [(r, places["to"]) for r in scene.who(paragraph, noun)]
    if kind == "resignation":
        return unique(_leaving(scene, paragraph, verb, found))
    if kind == "appointment":
        found += ((r, places["subject"]) for r in _body(scene, paragraph, verb))
    return unique(found)


def _doing(scene: Scene, told: Told, role: str) -> list[Part]:
    """Whoever does it, or the house whose members do; and the person under whom it is done, in the chair."""
    found = [(r, role) for r in scene.who(told.paragraph, told.doer)]
    found = found or house_of(scene, told.doer, role if told.kind != "vote" else "voter")
    over = [r for n in objects_of(told.verb, "under") for r in scene.who(told.paragraph, n)]
    return [*found, *((r, "chair") for r in over if scene.cast.is_person(r))]


def _leaving(scene: Scene, paragraph: Paragraph, verb: Token, found: list[Part]) -> Iterator[Part]:
    """Whoever leaves, and the body that parts with them: "the trust has parted ways with its director"."""
    company = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ == "company"), None)
    beside = [] if company is None else [r for noun in objects_of(company, "with") for r in scene.who(paragraph, noun)]
    for referent, _ in [*((r, "") for r in beside), *found]:
        yield referent, "subject" if scene.cast.is_person(referent) else "participant"


def _body(scene: Scene, paragraph: Paragraph, verb: Token) -> Iterator[str]:
    """The body whose post it is: "becomes general secretary of the union", "chair of the trust"."""
    for post in (c for c in verb.children if c.dep_ in ("attr", "oprd")):
        yield from _bodies(scene, paragraph, post)
    for post in objects_of(verb, "as"):
        yield from _bodies(scene, paragraph, post)
    for post in objects_of(verb, "of"):
        yield from (r for r in scene.who(paragraph, post) if not scene.cast.is_person(r))


def _bodies(scene: Scene, paragraph: Paragraph, post: Token) -> Iterator[str]:
    for owner in (c for c in post.children if c.dep_ == "poss"):
        yield from (r for r in scene.who(paragraph, owner) if not scene.cast.is_person(r))
    for noun in objects_of(post, "of", "at", "for"):
        mention = scene.cast.mention_at(paragraph.span_of(noun))
        if mention is not None and not scene.cast.is_person(mention.referent):
            yield mention.referent


def parts_of_noun(scene: Scene, paragraph: Paragraph, noun: Token, kind: str) -> list[Part]:
    """Those who take part in what a noun names: "her letter to", "the report by", "the review led by"."""
    places = kind_of(kind).places
    found: list[Part] = []
    for child in noun.children:
        if child.dep_ == "poss":
            found += [(r, _owner(scene, r, kind)) for r in scene.who(paragraph, child)]
        elif child.dep_ == "compound":
            mention = scene.cast.mention_at(paragraph.span_of(child))
            if mention is not None and kind in ("publication", "meeting", "letter"):
                found.append((mention.referent, _owner(scene, mention.referent, kind)))
        elif child.dep_ == "prep":
            found += _after(scene, paragraph, child, kind)
        elif child.dep_ in ("acl", "relcl") and child.lemma_ not in SEEN and (child.tag_ == "VBN" or is_passive(child)):
            found += [(r, led().get(child.lemma_, places["subject"])) for r in scene.who(paragraph, agent_of(child))]
            found += [(r, places["to"]) for g in objects_of(child, "to") for r in scene.who(paragraph, g)]
    return unique([*found, *_by_verb(scene, paragraph, noun, kind), *_during(scene, paragraph, noun, kind)])


def _after(scene: Scene, paragraph: Paragraph, preposition: Token, kind: str) -> Iterator[Part]:
    """Whoever stands after a preposition of the event's noun."""
    places = kind_of(kind).places
    word = preposition.lower_
    role = {
        "by": places["subject"],
        "from": places["subject"],
        "with": places["subject"],
        "between": places["subject"],
        "to": places["to"],
        "against": "subject" if kind == "court-case" else None,
    }.get(word)
    if word == "of" and kind in ("meeting", "publication"):
        role = "organiser" if kind == "meeting" else "author"
    if role is None or (kind not in ABOUT and word != "by"):
        return
    for noun in (g for g in preposition.children if g.dep_ == "pobj"):
        yield from ((r, role) for r in scene.who(paragraph, noun) if word != "of" or not scene.cast.is_person(r))


def _by_verb(scene: Scene, paragraph: Paragraph, noun: Token, kind: str) -> Iterator[Part]:
    """The subject of the verb that holds, leads or writes it."""
    verb = antecedent(noun).head
    if noun.dep_ == "dobj" and verb.lemma_ in DONE_BY:
        role = led().get(verb.lemma_, _organiser(kind))
        yield from ((r, role) for r in scene.who(paragraph, subject_of(verb)))
    elif noun.dep_ == "nsubjpass" and verb.lemma_ in DONE_BY:
        yield from ((r, led().get(verb.lemma_, _organiser(kind))) for r in scene.who(paragraph, agent_of(verb)))


def _during(scene: Scene, paragraph: Paragraph, noun: Token, kind: str) -> Iterator[Part]:
    """Whoever speaks in it: "she ruled this out in an interview on Sunday"."""
    if kind == "announcement" and noun.dep_ == "pobj" and noun.head.lower_ == "in":
        yield from ((r, "organiser") for r in scene.who(paragraph, subject_of(noun.head.head)))
    if kind == "letter" and noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.lemma_ in TELLING:
        verb = noun.head.head
        yield from ((r, "author") for r in scene.who(paragraph, subject_of(verb)))
        if verb.lemma_ != "say":
            yield from ((r, "addressee") for r in scene.who(paragraph, object_of(verb)))
    if kind == "speech" and noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "during"):
        yield from ((r, "speaker") for r in scene.who(paragraph, subject_of(noun.head.head)))


def _organiser(kind: str) -> str:
    return "organiser" if kind in ("meeting", "debate", "campaign", "protest") else kind_of(kind).places["subject"]


def _owner(scene: Scene, referent: str, kind: str) -> str:
    """What the one is whose event it is: the chair of a review if a person, the organiser of a meeting if a body."""
    person = scene.cast.is_person(referent)
    if kind == "review" and person:
        return "chair"
    if kind == "vote":
        return "author"
    return kind_of(kind).places["subject"] if person else _organiser(kind)
