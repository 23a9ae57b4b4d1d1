"""Whom words mean that are no names: pronouns, posts ("its chief executive"), descriptions, spokespeople.

Where the document does not settle it, the answer is None: nobody is given words on a guess.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from graph_builder.extract import lexicon, patterns, written
from graph_builder.extract.pronouns import PRONOUNS, neuter, own_subject, pronoun
from graph_builder.model import Span
from graph_builder.names import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.cast import Cast, Reference
    from graph_builder.extract.language import Paragraph

__all__ = ["who"]

NEUTER = frozenset(["it", "its", "itself", "they", "them", "their"])
GROUPS = frozenset(["coalition", "parliamentary-group"])  # bodies that "the group" means without more words
JOINED = frozenset(["charity", "professional-body"])  # and those that it means where there is none of these
POINTING = frozenset(["the", "this", "that", "our", "its", "their", "his", "her"])


def who(cast: Cast, paragraph: Paragraph, token: Token) -> Reference | None:
    """Whom the noun phrase headed by `token` means, or None where the document does not settle it."""
    words = paragraph.span_of(token)
    mention = cast.mention_at(words)
    if mention is not None:
        return cast.refer(mention.referent, mention.span, mention.form)
    if token.lower_ in PRONOUNS:
        gender = PRONOUNS[token.lower_]
        found = own_subject(cast, paragraph, token, gender) or pronoun(cast, paragraph, token, gender)
        return cast.refer(found, words, "pronoun") if found else None
    if token.lower_ in NEUTER:
        found = neuter(cast, paragraph, words.start)
        return cast.refer(found, words, "pronoun") if found else None
    if token.lower_ in ("who", "that", "which") and token.dep_ in ("nsubj", "nsubjpass"):
        verb = token.head
        while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
            verb = verb.head  # "whose shop is small and who is a trustee"
        head = verb.head if verb.dep_ == "relcl" else None
        return who(cast, paragraph, head) if head is not None and head.i != token.i else None
    if token.pos_ in ("NOUN", "PROPN"):
        return description(cast, paragraph, token)
    return None


def description(cast: Cast, paragraph: Paragraph, token: Token) -> Reference | None:
    """Whom a common noun with its modifiers means: a spokesperson, the holder of a post, a body."""
    phrase = paragraph.doc[token.left_edge.i : token.i + 1]
    words = paragraph.span_of(phrase)
    apposed = [c for c in token.children if c.dep_ == "appos"]
    for child in apposed:
        mention = cast.mention_at(paragraph.span_of(child))
        if mention is not None and cast.is_person(mention.referent):
            return cast.refer(mention.referent, mention.span, mention.form)
    head = token.lemma_.casefold()
    if patterns.stand_ins("spokesperson") & {head, token.lower_}:
        return spokesperson(cast, paragraph, token, words)
    owner = owner_of(cast, paragraph, token)
    found: str | None = None
    if token.lower_ in lexicon.post_heads() or head in lexicon.post_heads():
        found = holder(cast, phrase.text, head, owner, words.start) or about_before(cast, paragraph, token)
    if found is None and head in patterns.stand_ins("paper") and phrase[0].lower_ in ("the", "this"):
        found = written.writer(cast, head, words.start)
    found = found or body_meant(cast, paragraph, token, owner)
    return cast.refer(found, words, "title") if found else None


def body_meant(cast: Cast, paragraph: Paragraph, token: Token, owner: str | None) -> str | None:
    """The body that a common noun means: the government, one described so, or the one whose board it is."""
    phrase, head = paragraph.doc[token.left_edge.i : token.i + 1], token.lemma_.casefold()
    at = paragraph.span_of(phrase).start
    if head == "government" and phrase.text.casefold() in ("the government", "ministers and the government"):
        return government(cast)
    definite = phrase[0].lower_ in POINTING or owner is not None
    found = described_body(cast, phrase.text, head, at) if definite else None
    if found is None and phrase[0].lower_ in ("the", "its") and head in patterns.stand_ins("own-organ"):
        return owner or neuter(cast, paragraph, at)
    return found


def about_before(cast: Cast, paragraph: Paragraph, token: Token) -> str | None:
    """Whom "the minister" means right behind a sentence about one person, where nobody's post is known to be that."""
    first = token.sent.start
    if token.left_edge.lower_ != "the" or token.dep_ not in ("nsubj", "nsubjpass") or first == 0:
        return None
    before = paragraph.doc[first - 1].sent
    subject = next((t for t in before if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ == "ROOT"), None)
    mention = cast.mention_at(paragraph.span_of(subject)) if subject is not None else None
    if mention is None or not cast.is_person(mention.referent) or cast.quoted(mention.span.start):
        return None
    held = [p for p in cast.posts if p.person == mention.referent]
    plain = all(p.words & {"member", "mp", "msp", "peer"} for p in held)
    alike = [p.status for p in held if token.lemma_.casefold() in p.words]
    return mention.referent if "former" not in alike and (plain or alike) else None


def government(cast: Cast) -> str | None:
    """The government of the country whose bodies the document names; else nobody says which is meant."""
    here = [r for r in cast.referents.values() if r.known is not None]
    entry = lexicon.register_names().get("UK Government") or lexicon.register_names().get("UK government")
    return cast.registered(entry.iri) if here and entry is not None else None


def owner_of(cast: Cast, paragraph: Paragraph, token: Token) -> str | None:
    """The body that a possessive before the noun, or "of" after it, names: "its chief executive"."""
    for child in token.children:
        if child.dep_ == "poss":
            owner = who(cast, paragraph, child)
            if owner and not cast.is_person(owner.referent):
                return owner.referent
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "at"):
            for grandchild in child.children:
                mention = cast.mention_at(paragraph.span_of(grandchild))
                if mention and not cast.is_person(mention.referent):
                    return mention.referent
    return None


def spokesperson(cast: Cast, paragraph: Paragraph, token: Token, words: Span) -> Reference | None:
    """The body that a spokesperson speaks for; nobody else is named."""
    reach = paragraph.doc[token.left_edge.i : min(token.right_edge.i + 1, token.i + 12)]
    named = [m for m in cast.mentions_in(paragraph.span_of(reach)) if not cast.is_person(m.referent)]
    if named:
        return cast.refer(named[0].referent, named[0].span, "title")
    for child in token.subtree:
        if (
            child.i != token.i
            and child.dep_ in ("compound", "poss", "pobj", "nmod")
            and child.pos_ in ("NOUN", "PROPN")
        ):
            found = described_body(cast, "the " + child.text, child.lemma_.casefold(), words.start)
            if found:
                return cast.refer(found, words, "title")
    before = [
        t for t in paragraph.doc[: token.left_edge.i] if t.lemma_.casefold() in patterns.stand_ins("spokesperson")
    ]
    again = spokesperson(cast, paragraph, before[-1], words) if before else None
    if again is not None:
        return cast.refer(again.referent, words, "title")
    alone = not any(c.dep_ in ("prep", "compound", "poss", "nmod", "amod") for c in token.children)
    near = [m for m in cast.mentions_in(Span(paragraph.span.start, words.start)) if not cast.is_person(m.referent)]
    found = neuter(cast, paragraph, words.start) if alone and near else None
    return cast.refer(found, words, "title") if found else None


def holder(cast: Cast, phrase: str, head: str, owner: str | None, at: int) -> str | None:
    """The one person whose post the words describe, the last one named where several hold it."""
    content = {w for w in re.findall(r"[\w’'-]+", phrase.casefold()) if w not in ("the", "its", "their", "our", "new")}
    for mention_word in list(content):
        if mention_word.endswith(("'s", "’s")):
            content.discard(mention_word)
    earlier = patterns.nouns_of_posts("earlier")
    fits = [
        p
        for p in cast.posts
        if (p.head == head or head in p.words)
        and content - earlier <= p.words | {head}
        and (owner is None or p.organisation in (None, owner))
    ]
    past = content & earlier
    fits = [p for p in fits if past or p.status == "current"]
    if owner is not None:
        fits = [p for p in fits if p.organisation == owner] or fits
    if not fits and head == "minister" and content == {"minister"}:
        fits = [
            p
            for p in cast.posts
            if p.status == "current" and "secretary" in p.words and not p.words & patterns.nouns_of_posts("clerk")
        ]
    people = {p.person for p in fits}
    if len(people) == 1:
        return people.pop()
    before = [(cast.last_named(p.person, at), p.person) for p in fits]
    before = [b for b in before if b[0] >= 0]
    return max(before)[1] if before else None


def described_body(cast: Cast, phrase: str, head: str, at: int) -> str | None:
    """The body that the noun describes: by its own name the last one before `at`, by its kind the one named most."""
    nouns = lexicon.body_descriptions()
    lowered = re.sub(r"^(?:the|this|that|our|its|their|his|her)\s+", "", phrase.casefold())
    kind = nouns.get(lowered) or nouns.get(head)
    i = bisect_right(cast.starts, at - 1)
    before = Counter(m.referent for m in reversed(cast.mentions[:i]) if not cast.is_person(m.referent))
    named = next((b for b in before if _called(cast, b, lowered, head)), None) or _named_later(cast, i, lowered, head)
    if named is not None or (cast.voice and _called(cast, cast.voice, lowered, head)):
        return named or cast.voice
    if head in patterns.stand_ins("any-body") and (joint := _joint(cast, before, lowered)) is not None:
        return joint
    if kind in (None, "political-party"):
        return None
    return max((b for b in before if cast.referents[b].kind == kind), key=before.__getitem__, default=None)


def _named_later(cast: Cast, i: int, lowered: str, head: str) -> str | None:
    """The one body named further on whose name holds the noun."""
    after = dict.fromkeys(m.referent for m in cast.mentions[i:] if not cast.is_person(m.referent))
    later = [b for b in after if head in lexicon.body_heads() and _called(cast, b, lowered, head)]
    return later[0] if len(later) == 1 else None


def _called(cast: Cast, body: str, lowered: str, head: str) -> bool:
    """Whether the body's own name holds the noun, or it is a group that goes by no name."""
    referent = cast.referents[body]
    if head == "group" and referent.kind in GROUPS and len(lowered.split()) < 3:
        return True
    return any(head in fold(form).split() for form in (referent.name, *referent.forms))


def _joint(cast: Cast, before: Iterable[str], lowered: str) -> str | None:
    """The body that a noun for any body means: a group that goes by no name of its own, else one that people join."""
    kinds = [GROUPS] if " " in lowered else [GROUPS, JOINED]
    found = (b for wanted in kinds for b in before if cast.referents[b].kind in wanted)
    return next(found, None)
