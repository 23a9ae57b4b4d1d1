"""Who a post is said of: the person named beside it, or the subject of its clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph_builder.extract import patterns
from graph_builder.extract.cast import Cast
from graph_builder.extract.language import Paragraph
from graph_builder.model import Mention, Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["BE", "holders", "membership", "person_ending", "person_starting", "relative_heads"]

BE = frozenset(["be", "become", "remain"])


def person_ending(cast: Cast, at: int) -> Mention | None:
    """The person whose name ends there, or before letters that end there."""
    mention = cast.mention_at(Span(at - 1, at)) if at > 0 else None
    if mention is None and at > 4:  # letters between: "Edith Orme MP, chair of"
        words = cast.text.document.text[max(0, at - 12) : at]
        letters = re.search(r",?\s[A-Z]{2,4}$", words)
        mention = cast.mention_at(Span(at - len(letters.group()) - 1, at - len(letters.group()))) if letters else None
    return mention if mention and cast.is_person(mention.referent) else None


def person_starting(cast: Cast, at: int) -> Mention | None:
    """The person whose name begins there."""
    mention = cast.mention_at(Span(at, at + 1))
    return mention if mention and cast.is_person(mention.referent) and mention.span.start == at else None


def holders(paragraph: Paragraph, verb: Token, lemma: str, cast: Cast) -> list[str]:
    """Who holds the post that the verb speaks of: the object of "appointed", else the subject."""
    passive = any(c.dep_ == "auxpass" for c in verb.children) or verb.dep_ == "acl"
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    chosen = (
        objects
        if lemma in patterns.verbs_of_posts("appointing") and objects and not passive
        else [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    )
    if not chosen and verb.dep_ == "conj":
        return holders(paragraph, verb.head, lemma, cast)
    if not chosen and verb.dep_ in ("xcomp", "advcl") and verb.head.i != verb.i:
        return holders(paragraph, verb.head, "", cast) or relative_heads(paragraph, verb, cast)
    if not chosen and verb.dep_ == "acl":
        chosen = [verb.head]
    found: list[str] = []
    for token in chosen:
        for each in [token, *(c for c in token.children if c.dep_ == "conj")]:
            if each.lower_ == "they":
                found += _pair_before(paragraph, each, cast)
                continue
            if each.lower_ == "i" and not cast.quoted(paragraph.span_of(each).start):
                found += [by for by in (cast.lines.get(paragraph.number) or cast.author,) if by]
                continue
            reference = cast.who(paragraph, each)
            if reference and cast.is_person(reference.referent):
                found.append(reference.referent)
    return list(dict.fromkeys(found))


def _pair_before(paragraph: Paragraph, token: Token, cast: Cast) -> list[str]:
    """The people whom "they" means: all those named in this paragraph before it, where there are two to four."""
    before = Span(paragraph.span.start, paragraph.span_of(token).start)
    named = list(dict.fromkeys(m.referent for m in cast.mentions_in(before) if cast.is_person(m.referent)))
    return named if 2 <= len(named) <= 4 else []


def relative_heads(paragraph: Paragraph, token: Token, cast: Cast) -> list[str]:
    """Whom "who" stands for: the noun before it, and whoever "and" joins to it where the verb is plural."""
    head = token.head if token.dep_ in ("relcl", "xcomp") else None
    if head is None:
        return []
    if token.dep_ == "xcomp":
        return holders(paragraph, head, "", cast) or relative_heads(paragraph, head, cast)
    reference = cast.who(paragraph, head)
    while (reference is None or not cast.is_person(reference.referent)) and head.dep_ in ("appos", "conj"):
        head = head.head  # "Ann Lee, a former judge who sits on the committee"
        reference = cast.who(paragraph, head)
    if reference is None or not cast.is_person(reference.referent):
        return []
    plural = token.tag_ == "VBP" or any(c.lower_ in ("are", "were", "have") for c in token.children)
    other = joined_before(cast, reference.words) if plural else None
    return [other, reference.referent] if other else [reference.referent]


def joined_before(cast: Cast, words: Span) -> str | None:
    """The person whom "and" joins to a name from before it."""
    text = cast.text.document.text
    match = re.search(r"\s(?:and|&)\s(?:[A-Z]\w+['’]s )?$", text[max(0, words.start - 24) : words.start])
    other = person_ending(cast, words.start - len(match.group())) if match else None
    return other.referent if other else None


def membership(person: str, party: str, evidence: Span, rule: str, status: str = "current") -> Role:
    """That someone belongs to a party."""
    return Role(
        person=person, post="member", words="member", organisation=party, status=status, evidence=evidence, rule=rule
    )
