"""Posts that change hands: who gives one up, who comes to one, and who had it before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph_builder.extract.cast import Cast
from graph_builder.extract.language import Paragraph, Text
from graph_builder.extract.patterns import verbs_of_posts
from graph_builder.extract.role_people import holders
from graph_builder.model import Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["dated", "gives_up", "predecessors", "successors"]

PARTICLES = frozenset(["down", "aside", "back"])  # "stood down", "stepping aside"
LASTING = frozenset(["member", "Member of Parliament", "Member of the House of Lords", "founder"])
NAMED = frozenset(["role/appointment", "role/copula", "role/apposition", "role/prenominal"])


def gives_up(paragraph: Paragraph, head: Token, person: str, cast: Cast) -> bool:
    """Whether the sentence goes on to say that the person leaves: "Ann Lee, the treasurer, stepped down"."""
    for verb in head.sent:
        leaving = verb.pos_ == "VERB" and verb.lemma_ in verbs_of_posts("leaving") and verb.lemma_ != "sack"
        if leaving and verb.dep_ != "advcl" and _for_good(verb) and person in holders(paragraph, verb, "", cast):
            return True
    return False


def _for_good(verb: Token) -> bool:
    """Whether the verb tells of an end that has come, and of no other post: "resigned as a trustee" is one."""
    ahead = any(c.lower_ in ("will", "to", "would", "may", "not", "n't") for c in verb.children)
    other = any(c.lower_ in ("as", "from") or c.dep_ == "dobj" for c in verb.children)
    down = verb.lemma_ not in ("stand", "step") or any(c.lower_ in PARTICLES for c in verb.children)
    dated = any(c.ent_type_ == "DATE" for c in verb.subtree)
    return down and not ahead and not other and (verb.tag_ == "VBD" or (verb.tag_ == "VBZ" and not dated))


def dated(role: Role, published: str | None) -> Role:
    """The role with the status that its dates give it, seen from the day of the document."""
    if published is None:
        return role
    if role.start is not None and role.start > published[: len(role.start)]:
        return replace(role, status="future")
    if role.end is not None and role.end < published[: len(role.end)]:
        return replace(role, status="former")
    return role


def predecessors(paragraph: Paragraph, found: Iterable[Role], cast: Cast) -> Iterator[Role]:
    """Who held a post before somebody who succeeds them in it: "named chair, succeeding Ivor Pell"."""
    roles = [role for role in found if role.rule in NAMED and role.post not in LASTING]
    for verb in paragraph.doc:
        if verb.pos_ != "VERB" or verb.lemma_ not in ("succeed", "replace"):
            continue
        for past in (c for c in verb.children if c.dep_ == "dobj"):
            before = cast.mention_at(paragraph.span_of(past))
            if before is None or not cast.is_person(before.referent):
                continue
            sentence = Span(paragraph.span_of(verb.sent).start, paragraph.span_of(verb.sent).end)
            said = [r for r in roles if sentence.meets(r.evidence) and r.person != before.referent]
            own = [r for r in roles if sentence.meets(r.evidence) and r.person == before.referent]
            if said and not own:
                yield replace(
                    said[0], person=before.referent, status="former", start=None, end=None, rule="role/succession"
                )


def successors(text: Text, paragraph: Paragraph, known: Sequence[Role], cast: Cast) -> Iterator[Role]:
    """Who comes to the post that somebody was said to hold: "She will be succeeded by Ivor Pell"."""
    for verb in paragraph.doc:
        if verb.pos_ != "VERB" or verb.lemma_ not in ("succeed", "replace"):
            continue
        agents = [g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]
        new = next((r.referent for a in agents if (r := cast.who(paragraph, a)) and cast.is_person(r.referent)), None)
        old = holders(paragraph, verb, "", cast)
        held = [r for r in known if r.person in old and r.post not in LASTING]
        if new is None or not held:
            continue
        ahead = any(c.lower_ in ("will", "to", "shall") for c in verb.children)
        evidence = text.sentence_at(paragraph.span_of(verb))
        status = "future" if ahead else "current"
        yield replace(
            held[-1], person=new, status=status, start=None, end=None, evidence=evidence, rule="role/succession"
        )
