"""From the items of an answer to facts, each held to the evidence: what the document does not bear out is refused.

A fact is taken only where its quoted words stand in the body, whoever it is about is named there, its dates are said
there, and its codes are ours. Titles of events, posts and topics are made of the document's words: no name and no
figure stands in them that the document lacks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from graph_builder.extract import lexicon
from graph_builder.extract.voice.answers import Item, said, texts
from graph_builder.extract.voice.body import WORD, Body, stem
from graph_builder.extract.voice.circle import AGENTS, Circle
from graph_builder.extract.voice.held import SMALL, Sentence, Taken, code
from graph_builder.extract.voice.refusals import Refused, Unproven
from graph_builder.model import (
    EntityType,
    Event,
    Extraction,
    Participation,
    Referent,
    Role,
    Span,
    Stance,
    Statement,
)
from graph_builder.names import fold

__all__ = ["take"]

PERSON, BODY, EVENT = EntityType.PERSON, EntityType.ORGANISATION, EntityType.EVENT
FEWEST = 3  # words of a quotation that shows a position
MEMBER = "member"


def take(found: Extraction, body: Body, answers: Sequence[dict[str, list[Item]]], around: Sentence) -> Taken:
    """What the answers to a document's parts say, beside what was found in it already."""
    taken = Taken(body, Circle.of(found, body), around)
    for section, how in SECTIONS.items():  # all names of all parts first
        for answer in answers:
            for item in answer[section]:
                try:
                    how(taken, item)
                except Unproven as why:
                    told = "; ".join(f"{k}: {v}" for k, v in item.items() if v)[:300]
                    taken.refused.append(Refused(found.source, section, told, str(why)))
    return taken


def _person(taken: Taken, item: Item) -> None:
    taken.circle.meet(item, PERSON)


def _organisation(taken: Taken, item: Item) -> None:
    taken.circle.meet(item, BODY)


def _post(taken: Taken, item: Item) -> None:
    person = taken.circle.who(said(item, "person"), PERSON)
    told, body = said(item, "organisation"), None
    if told:
        body = taken.circle.who(told, BODY)
    evidence = taken.evidence(item, [person])
    words = _post_words(taken, item, body, evidence)
    status = code(item, "status", "status", "current")
    taken.facts.append(
        Role(
            **taken.proof("role", evidence),
            person=person,
            post=lexicon.full_post(words),
            words=words,
            organisation=body,
            area=taken.place(item, "area"),
            status=status,
            start=taken.date(item, "start", evidence, future=status == "future"),
            end=taken.date(item, "end", evidence),
        )
    )


def _post_words(taken: Taken, item: Item, body: str | None, evidence: Span) -> str:
    """The words of the post, which stand in the quotation; a party's member is known by the party's name there."""
    post = said(item, "post")
    if post is None:
        raise Unproven("it names no post")
    quoted = evidence.of(taken.body.document.text)
    inside = fold(quoted)
    if re.search(rf"(?<!\w){re.escape(fold(post))}(?!\w)", inside):
        return post
    if fold(post) == MEMBER and body and _names_party(taken.circle.referents[body], inside):
        return MEMBER
    words: list[str] = re.findall(r"[^\s,;:.]+", quoted)
    short = next((word for word in words if fold(lexicon.full_post(word)) == fold(post)), None)
    if short is not None:
        return short  # "MP", where the voice has written it out
    stems = {stem(word) for word in WORD.findall(quoted)}
    if all(stem(word) in stems for word in WORD.findall(post) if len(word) > SMALL):
        return post  # "co-founder", of her who "founded" it
    raise Unproven(f"the post does not stand in the quoted words: {post}")


def _names_party(party: Referent, inside: str) -> bool:
    """Whether some words call a party, or somebody of it, by any of its names."""
    if party.kind != "political-party":
        return False
    names, known = {party.name, *party.forms}, lexicon.party_codes()
    entries = {known[name.casefold()] for name in names if name.casefold() in known}
    forms = {fold(form) for form in (*names, *(word for word, iri in known.items() if iri in entries))}
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", inside) for form in forms)


def _event(taken: Taken, item: Item) -> None:
    evidence = taken.evidence(item)
    label, kind = taken.title(item, "label"), code(item, "kind", "event-kind")
    planned = item.get("planned") is True
    fact = Event(
        **taken.proof("event", evidence),
        event=f"ve{len(taken.events) + 1}",
        start=taken.date(item, "start", evidence, future=planned),
        end=taken.date(item, "end", evidence, future=planned),
        place=taken.place(item, "place"),
        planned=planned,
        cancelled=item.get("cancelled") is True,
    )
    taken.events[fact.event] = Referent(fact.event, EVENT, label, kind, (label,) if taken.body.named(label) else ())
    taken.facts.append(fact)
    parts = item.get("participants")
    for part in parts if isinstance(parts, list) else ():
        if isinstance(part, dict):
            _participation(taken, fact, part)


def _participation(taken: Taken, event: Event, part: Item) -> None:
    try:
        agent = taken.circle.who(said(part, "who"), *AGENTS)
        role = code(part, "as", "participant-role", "participant")
    except Unproven as why:
        told = f"{said(part, 'who')} as {said(part, 'as')} in {taken.events[event.event].name}"
        taken.refused.append(Refused(taken.body.document.source, "participants", told, str(why)))
        return
    proof = taken.proof("participation", event.evidence)
    taken.facts.append(Participation(**proof, event=event.event, agent=agent, role=role))


def _statement(taken: Taken, item: Item) -> None:
    speaker, described = _speaker(taken, item)
    parts: list[Span] = []
    for words in texts(item, "words"):
        places = taken.body.find(words)
        if not places:
            raise Unproven("its words do not stand in the document")
        after = parts[-1].end if parts else 0
        parts.extend(next((p for p in places if p[0].start >= after), places[0]))
    if not parts:
        raise Unproven("it has no words")
    parts = sorted(set(parts))
    told, addressee = said(item, "to"), None
    if told:
        addressee = next(iter(_perhaps(taken, told)), None)
        if addressee is None and not taken.body.named(told):
            raise Unproven(f"{told} does not stand in the document")
    text = taken.body.document
    evidence = Span(taken.around(text, parts[0]).start, max(parts[-1].end, taken.around(text, parts[0]).end))
    taken.facts.append(
        Statement(
            **taken.proof("statement", evidence),
            parts=tuple(parts),
            speaker=speaker,
            form=code(item, "form", "statement-form"),
            speaker_words=described,
            addressee=addressee,
            addressee_words=told if addressee is None else None,
        )
    )


def _speaker(taken: Taken, item: Item) -> tuple[str | None, Span | None]:
    """Who spoke: a referent, or the words that describe somebody whom nobody names ("officials")."""
    told = said(item, "speaker")
    try:
        return taken.circle.who(told, *AGENTS), None
    except Unproven:
        places = taken.body.named(told) if told and not any(c.isupper() for c in told) else []
        if not places:
            raise
        words = taken.body.find(next(iter(texts(item, "words")), ""))
        near = words[0][0].start if words else 0
        return None, min(places, key=lambda place: abs(place.start - near))


def _perhaps(taken: Taken, name: str) -> Iterator[str]:
    try:
        yield taken.circle.who(name, *AGENTS)
    except Unproven:
        return


def _position(taken: Taken, item: Item) -> None:
    holder = taken.circle.who(said(item, "holder"), *AGENTS)
    evidence = taken.evidence(item, [holder])
    if len(evidence.of(taken.body.document.text).split()) < FEWEST:
        raise Unproven("it quotes too little to show a position")
    stance, topic = code(item, "stance", "stance"), taken.title(item, "topic")
    about = next(iter(_perhaps(taken, topic)), None)
    proof = taken.proof("stance", evidence)
    taken.facts.append(Stance(**proof, holder=holder, stance=stance, topic=topic, topic_referent=about))


SECTIONS: dict[str, Callable[[Taken, Item], None]] = {
    "people": _person,
    "organisations": _organisation,
    "posts": _post,
    "events": _event,
    "statements": _statement,
    "positions": _position,
}
