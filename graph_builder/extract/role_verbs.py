"""Roles that a verb says: "who chairs the league", "founded the charity in 2013", "speaks on fisheries for"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract import lexicon
from graph_builder.extract.cast import Cast
from graph_builder.extract.dates import dates_in
from graph_builder.extract.language import Paragraph, Text
from graph_builder.extract.role_people import holders, membership, relative_heads
from graph_builder.model import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["verb_roles"]

UNNAMED = frozenset(["committee", "group", "panel", "board", "commission", "taskforce", "forum", "review", "inquiry"])


def verb_roles(text: Text, paragraph: Paragraph, cast: Cast) -> Iterator[Role]:
    """The roles that the verbs of a paragraph say."""
    for token in paragraph.doc:
        if token.pos_ == "VERB":
            yield from _held(text, paragraph, token, cast)
            yield from _speaks_for(text, paragraph, token, cast)
            yield from _sits_on(text, paragraph, token, cast)
            yield from _represents(text, paragraph, token, cast)


def _held(text: Text, paragraph: Paragraph, verb: Token, cast: Cast) -> Iterator[Role]:
    post = lexicon.post_verbs().get(verb.lemma_.casefold())
    if post is None:
        return
    people, things = _sides(paragraph, verb, cast)
    body = next((b for thing in things if (b := _body_of(paragraph, thing, cast))), None)
    unnamed = any(t.lemma_.casefold() in UNNAMED and t.pos_ == "NOUN" for t in things) and verb.lemma_ in (
        "chair",
        "lead",
    )
    if not people or (body is None and not unnamed):
        return
    evidence = text.sentence_at(paragraph.span_of(verb))
    lasting = post in ("founder", "co-founder")
    dates = dates_in(text.document.text, evidence, text.document.published) if lasting else ()
    for person in people:
        yield Role(
            person=person,
            post="co-chair" if post == "chair" and len(people) > 1 else post,
            words=verb.text,
            organisation=body,
            status="current" if lasting else _status(verb),
            start=next((w.iso for w in dates), None),
            evidence=evidence,
            rule="role/verb",
        )


def _sides(paragraph: Paragraph, verb: Token, cast: Cast) -> tuple[list[str], list[Token]]:
    """Who does what the verb says, and to what, whether it is active or passive."""
    if _passive(verb):
        things = [c for c in verb.children if c.dep_ == "nsubjpass"]
        if not things and verb.dep_ in ("acl", "relcl"):
            things = [verb.head]
        agents = [g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]
        agents += [c for agent in agents for c in agent.children if c.dep_ == "appos"]  # "by two mothers, A and B"
        found = [cast.who(paragraph, each) for agent in agents for each in (agent, *agent.conjuncts)]
        named = dict.fromkeys(r.referent for r in found if r and cast.is_person(r.referent))
        return list(named), things
    related = relative_heads(paragraph, verb, cast) if verb.dep_ == "relcl" else []
    people = related or holders(paragraph, verb, "", cast) or relative_heads(paragraph, verb, cast)
    return people, [c for c in verb.children if c.dep_ == "dobj"]


def _passive(verb: Token) -> bool:
    return any(c.dep_ in ("auxpass", "agent") for c in verb.children) or (verb.dep_ == "acl" and verb.tag_ == "VBN")


def _status(verb: Token) -> str:
    """What the verb's form says of the time of the post."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if verb.dep_ == "xcomp" and verb.head.lower_ == "used":
        return "former"
    if verb.dep_ == "advcl" and "to" in auxiliaries:
        return "future"
    if _passive(verb):
        return "former" if auxiliaries & {"was", "were"} else "current"
    if verb.tag_ == "VBN" and auxiliaries & {"has", "have"}:
        return "current"
    if verb.tag_ in ("VBD", "VBN"):
        return "former"
    return "future" if auxiliaries & {"will", "shall"} else "current"


def _sits_on(text: Text, paragraph: Paragraph, verb: Token, cast: Cast) -> Iterator[Role]:
    """Who "sits on" or "serves on" a committee is one of its members."""
    if verb.lemma_ not in ("sit", "serve", "join"):
        return
    if verb.lemma_ == "join":
        yield from _joins_board(text, paragraph, verb, cast)
        return
    seats = [g for c in verb.children if c.dep_ == "prep" and c.lower_ == "on" for g in c.children if g.dep_ == "pobj"]
    body = next((b for seat in seats if (b := _body_of(paragraph, seat, cast))), None)
    people = holders(paragraph, verb, "", cast) or relative_heads(paragraph, verb, cast)
    if body is None:
        return
    evidence = text.sentence_at(paragraph.span_of(verb))
    for person in people:
        yield Role(
            person=person,
            post="member",
            words=f"{verb.text} on",
            organisation=body,
            status=_status(verb),
            evidence=evidence,
            rule="role/sits-on",
        )


def _joins_board(text: Text, paragraph: Paragraph, verb: Token, cast: Cast) -> Iterator[Role]:
    """Who "joined the board of" a body is a member of its board."""
    board = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ == "board"), None)
    if board is None:
        return
    of = [g for c in board.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
    owners = [*of, *(c for c in board.children if c.dep_ in ("poss", "compound"))]
    body = next((b for owner in owners if (b := _body_of(paragraph, owner, cast))), None)
    for person in holders(paragraph, verb, "", cast) or relative_heads(paragraph, verb, cast):
        yield Role(
            person=person,
            post="board member",
            words="board",
            organisation=body,
            status="future" if verb.tag_ == "VBG" or _status(verb) == "future" else "current",
            evidence=text.sentence_at(paragraph.span_of(verb)),
            rule="role/board",
        )


def _is_taken(paragraph: Paragraph, seat: Token, cast: Cast) -> bool:
    """Whether what is held is somebody or something else known by name; a lone word may be a seat for all that."""
    mention = cast.mention_at(paragraph.span_of(seat))
    if mention is None:
        return False
    referent = cast.referents[mention.referent]
    return referent.known is not None or " " in mention.span.of(cast.text.document.text)


def _represents(text: Text, paragraph: Paragraph, verb: Token, cast: Cast) -> Iterator[Role]:
    """Who "represents" or "has held" a seat sits in Parliament, or on the council where that was said before."""
    seat = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "PROPN"), None)
    leads = {c.lower_: g for c in verb.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"}
    held = verb.lemma_ == "hold" and leads.keys() & {"since", "for"}
    if seat is None or not (verb.lemma_ == "represent" or held) or _is_taken(paragraph, seat, cast):
        return
    area = paragraph.doc[seat.left_edge.i : seat.i + 1].text
    party = cast.mention_at(paragraph.span_of(leads["for"])) if "for" in leads else None
    evidence = text.sentence_at(paragraph.span_of(verb))
    for person in holders(paragraph, verb, "", cast) or relative_heads(paragraph, verb, cast):
        local = any(p.person == person and "councillor" in p.words for p in cast.posts)
        yield Role(
            person=person,
            post="councillor" if local else "Member of Parliament",
            words=verb.text,
            organisation=None if local else cast.chamber("House of Commons"),
            area=area,
            evidence=evidence,
            rule="role/represents",
        )
        if party is not None and cast.referents[party.referent].kind == "political-party":
            yield membership(person, party.referent, evidence, "role/represents/party")


def _speaks_for(text: Text, paragraph: Paragraph, verb: Token, cast: Cast) -> Iterator[Role]:
    """Who "speaks on fisheries for" a party is its spokesperson, and one of its members."""
    if verb.lemma_ != "speak":
        return
    leads = {c.lower_: g for c in verb.subtree if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"}
    party = cast.mention_at(paragraph.span_of(leads["for"])) if "for" in leads else None
    if party is None or cast.is_person(party.referent):
        return
    politics = cast.referents[party.referent].kind == "political-party"
    if not politics and verb.tag_ != "VBG":
        return
    people = [*holders(paragraph, verb, "", cast)] or relative_heads(paragraph, verb, cast)
    field = leads["on"].text if "on" in leads else ""
    evidence = text.sentence_at(paragraph.span_of(verb))
    for person in people:
        yield Role(
            person=person,
            post=f"{field} spokesperson".strip(),
            words="speaks for",
            organisation=party.referent,
            evidence=evidence,
            rule="role/speaks-for",
        )
        if politics:
            yield membership(person, party.referent, evidence, "role/speaks-for/party")


def _body_of(paragraph: Paragraph, token: Token, cast: Cast) -> str | None:
    """The body that an object names, also in apposition: "the rowing charity Slipway"."""
    if token.lower_ in ("which", "that") and token.head.dep_ == "relcl":
        token = token.head.head
    for each in [token, *(c for c in token.children if c.dep_ in ("appos", "compound"))]:
        mention = cast.mention_at(paragraph.span_of(each))
        if mention and not cast.is_person(mention.referent):
            return mention.referent
    reference = cast.who(paragraph, token)
    return reference.referent if reference and not cast.is_person(reference.referent) else None
