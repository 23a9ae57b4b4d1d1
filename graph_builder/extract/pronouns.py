"""Whom "he", "she" and "it" mean: whoever the sentence, or the one before, is about.

The subject goes on as the subject; a gender is known from titles, from what the text says and from pronouns that
were settled before; who reports is never meant.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from graph_builder.model import EntityType, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.cast import Cast
    from graph_builder.extract.language import Paragraph

__all__ = ["PRONOUNS", "neuter", "own_subject", "pronoun"]

PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
REACH = 1200  # how long, in code points, whoever spoke last stays in view
FIRST = 4  # tokens at the beginning of a sentence, where its subject stands


def own_subject(cast: Cast, paragraph: Paragraph, token: Token, gender: str) -> str | None:
    """The subject of the verb over a clause in which "he" or "she" is the subject: "Ann Orr says that she is …"."""
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubjpass") or verb.dep_ not in ("ccomp", "advcl"):
        return None
    subject = next((c for c in verb.head.children if c.dep_ == "nsubj" and c.i < token.i), None)
    mention = cast.mention_at(paragraph.span_of(subject)) if subject is not None else None
    if mention is None or not cast.is_person(mention.referent):
        return None
    if not may_be(cast, mention.referent, gender):
        return None
    gendered(cast, mention.referent, gender)
    return mention.referent


def pronoun(cast: Cast, paragraph: Paragraph, token: Token, gender: str) -> str | None:
    """The person last in view: the subject of this sentence or the one before, who may be a "he" or a "she"."""
    at = paragraph.span_of(token).start
    weights = in_view(cast, paragraph, at, gender)
    continued = same_before(cast, paragraph, token, gender)
    if continued is not None:
        weights[continued] = weights.get(continued, 0.5) + 1.2
    spoken, referent = next((s for s in reversed(cast.spoken) if s[0] <= at), (-1, ""))
    if spoken >= 0 and at - spoken < REACH and may_be(cast, referent, gender):
        i = bisect_right(cast.starts, at - 1)
        recent = cast.mentions[max(0, i - 6) : i]
        newer = any(m.span.start > spoken and m.referent in weights and m.referent != referent for m in recent)
        weights[referent] = weights.get(referent, 0.0) + (0.1 if newer else 0.9)
    best = max(sorted(weights), key=lambda r: weights[r], default=None)
    if best is not None:
        gendered(cast, best, gender)
    return best


def in_view(cast: Cast, paragraph: Paragraph, at: int, gender: str) -> dict[str, float]:
    """The people named before a pronoun whom it may mean, the likelier the nearer and the more in the foreground."""
    i = bisect_right(cast.starts, at - 1)
    inside = cast.quoted(at)
    people = [m for m in reversed(cast.mentions[max(0, i - 20) : i]) if may_be(cast, m.referent, gender)]
    people = [m for m in people if inside or not cast.quoted(m.span.start)]
    weights: dict[str, float] = {}
    for distance, mention in enumerate(people[:12]):
        weight = 1.0 / (1 + distance) + (0.8 if mention.span.start >= paragraph.span.start else 0.0)
        weight += 0.4 if cast.referents[mention.referent].gender == gender else 0.0
        weight += 0.7 if is_subject(cast, mention) or opens_sentence(cast, mention) else 0.0
        weights[mention.referent] = max(weight, weights.get(mention.referent, -9.0))
    return {who: weight for who, weight in weights.items() if weight > 0}


def may_be(cast: Cast, referent: str, gender: str) -> bool:
    """Whether this is a person who may be a "he" or a "she", and not the one who reports."""
    person = cast.referents[referent]
    if person.type is not EntityType.PERSON or referent in cast.reporters or referent == cast.floor:
        return False
    return person.gender in (gender, None)


def gendered(cast: Cast, referent: str, gender: str) -> None:
    """Remember that this person is a "he" or a "she"."""
    if cast.referents[referent].gender is None:
        cast.referents[referent] = replace(cast.referents[referent], gender=gender)


def same_before(cast: Cast, paragraph: Paragraph, token: Token, gender: str) -> str | None:
    """Whom the subject of an earlier sentence of the paragraph means, if nobody came since."""
    for earlier in reversed(paragraph.doc[: token.sent.start]):
        place = paragraph.span_of(earlier)
        same = PRONOUNS.get(earlier.lower_) == gender and earlier.dep_ in ("nsubj", "nsubjpass")
        if same and cast.quoted(place.start) == cast.quoted(paragraph.span_of(token).start):
            found = cast.who(paragraph, earlier)
            return found.referent if found is not None and may_be(cast, found.referent, gender) else None
        if earlier.dep_ == "nsubj" and earlier.pos_ == "NOUN" and not cast.quoted(place.start):
            found = cast.who(paragraph, earlier)  # "The councillor was not impressed."
            if found is not None and may_be(cast, found.referent, gender):
                return found.referent
        mention = cast.mention_at(place)
        if mention is None or not may_be(cast, mention.referent, gender):
            continue
        if is_subject(cast, mention) or earlier.i < earlier.sent.start + FIRST:
            return None
    return None


def is_subject(cast: Cast, mention: Mention) -> bool:
    """Whether the name is the subject of its clause."""
    paragraph = cast.text.paragraph_at(mention.span)
    tokens = paragraph.tokens(mention.span) if paragraph else None
    if tokens is None:
        return False
    root = tokens.root.head if tokens.root.dep_ == "appos" else tokens.root
    return root.dep_ in ("nsubj", "nsubjpass")


def opens_sentence(cast: Cast, mention: Mention) -> bool:
    """Whether a sentence begins with the name, and so is about it: "For Ann Orr the news was good"."""
    paragraph = cast.text.paragraph_at(mention.span)
    tokens = paragraph.tokens(mention.span) if paragraph else None
    if tokens is None or (tokens.root.dep_ == "pobj" and tokens.root.head.lower_ != "for"):
        return False  # "Asked by Ann Orr whether …"
    return tokens.start - tokens[0].sent.start < FIRST


def neuter(cast: Cast, paragraph: Paragraph, at: int) -> str | None:
    """The body last in view: the last subject of this paragraph, else one named just before, else what spoke last."""
    i = bisect_right(cast.starts, at - 1)
    near = [m for m in cast.mentions[max(0, i - 6) : i] if m.span.start >= paragraph.span.start]
    bodies = [m for m in reversed(near) if not cast.is_person(m.referent) and not _party(cast, m)]
    subjects = [m for m in bodies if is_subject(cast, m)]
    close = [m for m in bodies if at - m.span.end < 120]
    for mention in (*subjects, *close):
        return mention.referent
    for spoken, referent in reversed(cast.spoken[-1:]):
        if at - spoken < 800 and not cast.is_person(referent):
            return referent
    return None


def _party(cast: Cast, mention: Mention) -> bool:
    """Whether the mention only says of which party someone is: "the Labour leader"."""
    words = cast.text.document.text
    after = words[mention.span.end : mention.span.end + 1]
    return cast.referents[mention.referent].kind == "political-party" and after == " "
