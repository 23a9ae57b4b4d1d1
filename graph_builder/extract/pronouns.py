"""Whom "he", "she" and "it" mean: whoever the sentence, or the one before, is about.

The subject goes on as the subject; a gender is known from titles, from what the text says and from pronouns that
were settled before; who reports is never meant.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from graph_builder.extract import patterns
from graph_builder.model import EntityType, Mention
from graph_builder.names import fold, person_name

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.cast import Cast
    from graph_builder.extract.language import Paragraph

__all__ = ["PRONOUNS", "neuter", "own_subject", "pronoun"]

PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
REACH = 1200  # how long, in code points, whoever spoke last stays in view
ANSWERS = frozenset(["answer", "reply", "response"])  # "in reply to Ann Orr"
OPENING = 40  # code points at the beginning of a paragraph, where "it" goes on with the one before
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
    others = set_apart(cast, paragraph, token)
    weights = {who: weight for who, weight in in_view(cast, paragraph, at, gender).items() if who not in others}
    answered = addressed_before(cast, paragraph, token) - others
    if len(answered) == 1 and all(may_be(cast, who, gender) for who in answered):
        weights |= {who: weights.get(who, 0.5) + 2.0 for who in answered}
    continued = same_before(cast, paragraph, token, gender)
    if continued is not None and continued not in others:
        weights[continued] = weights.get(continued, 0.5) + 1.2
    spoken, referent = next((s for s in reversed(cast.spoken) if s[0] <= at), (-1, ""))
    if spoken >= 0 and at - spoken < REACH and may_be(cast, referent, gender) and referent not in others:
        i = bisect_right(cast.starts, at - 1)
        recent = cast.mentions[max(0, i - 6) : i]
        newer = any(m.span.start > spoken and m.referent in weights and m.referent != referent for m in recent)
        weights[referent] = weights.get(referent, 0.0) + (0.1 if newer else 0.9)
    best = max(sorted(weights), key=lambda r: weights[r], default=None)
    if best is not None and not cast.quoted(at):
        gendered(cast, best, gender)
    return best


def set_apart(cast: Cast, paragraph: Paragraph, token: Token) -> set[str]:
    """Whom the subject cannot be, for its own clause sets them beside it: "Asked by Ann Orr why, he said"."""
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return set()
    before = [c for c in token.head.children if c.right_edge.i < token.i]
    asked = [g for c in before if c.dep_ == "advcl" and c.tag_ == "VBN" for g in c.children if g.dep_ == "agent"]
    answers = [c for c in before if c.dep_ == "prep" and any(g.lemma_ in ANSWERS for g in c.children)]
    partners = [g for c in (*asked, *answers) for g in c.subtree if g.dep_ == "pobj" and g.lemma_ not in ANSWERS]
    named = (cast.mention_at(paragraph.span_of(p)) for p in partners)
    return {m.referent for m in named if m is not None}


def addressed_before(cast: Cast, paragraph: Paragraph, token: Token) -> set[str]:
    """To whom the sentence before says that something was written or put, where "she replied" answers it."""
    if token.dep_ != "nsubj" or token.head.lemma_ not in patterns.words_of_answering() or token.sent.start == 0:
        return set()
    before = paragraph.doc[token.sent.start - 1].sent
    put = [t for t in before if t.dep_ in ("dobj", "dative", "pobj") and asked_at(t)]
    named = (cast.mention_at(paragraph.span_of(t)) for t in put)
    return {m.referent for m in named if m is not None and cast.is_person(m.referent)}


def asked_at(token: Token) -> bool:
    """Whether somebody is written to or asked: the object of "asked", or what follows "to" behind "wrote"."""
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "to" else token.head
    return verb.pos_ == "VERB" and verb.lemma_ in patterns.words_of_asking()


def in_view(cast: Cast, paragraph: Paragraph, at: int, gender: str) -> dict[str, float]:
    """The people named before a pronoun whom it may mean, the likelier the nearer and the more in the foreground."""
    i = bisect_right(cast.starts, at - 1)
    inside = cast.quoted(at)
    people = [m for m in reversed(cast.mentions[max(0, i - 20) : i]) if may_be(cast, m.referent, gender)]
    people = [m for m in people if inside or not cast.quoted(m.span.start)]
    weights: dict[str, float] = {}
    for distance, mention in enumerate(people[:12]):
        weight = 1.0 / (1 + distance) + (0.8 if mention.span.start >= paragraph.span.start else 0.0)
        person = cast.referents[mention.referent]
        weight += 0.4 if person.gender == gender else 0.15 if by_name(person.name) == gender else 0.0
        weight += 0.7 if is_subject(cast, mention) or opens_sentence(cast, mention) else 0.0
        weights[mention.referent] = max(weight, weights.get(mention.referent, -9.0))
    return {who: weight for who, weight in weights.items() if weight > 0}


def may_be(cast: Cast, referent: str, gender: str) -> bool:
    """Whether this is a person who may be a "he" or a "she", and not the one who reports."""
    person = cast.referents[referent]
    if person.type is not EntityType.PERSON or referent in cast.reporters or referent == cast.floor:
        return False
    return (person.gender or by_name(person.name)) in (gender, None)


@lru_cache(maxsize=10_000)
def by_name(name: str) -> str | None:
    """Whether a name is a woman's or a man's, as far as its first given name tells."""
    given = person_name(name).given
    first = fold(given[0]) if given else ""
    kinds = (("f", "feminine"), ("m", "masculine"))
    return next((gender for gender, kind in kinds if first and first in patterns.name_words(kind)), None)


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
    return subject_above(cast, paragraph) if at - paragraph.span.start < OPENING else None


def subject_above(cast: Cast, paragraph: Paragraph) -> str | None:
    """The body that the paragraph before is about: the subject of its last sentence that has a name for one."""
    above = cast.text.paragraphs[paragraph.number - 1] if paragraph.number else None
    bodies = [m for m in cast.mentions_in(above.span) if not cast.is_person(m.referent)] if above is not None else []
    subjects = [m for m in bodies if is_subject(cast, m) and not cast.quoted(m.span.start)]
    return subjects[-1].referent if subjects else None


def _party(cast: Cast, mention: Mention) -> bool:
    """Whether the mention only says of which party someone is: "the Labour leader"."""
    words = cast.text.document.text
    after = words[mention.span.end : mention.span.end + 1]
    return cast.referents[mention.referent].kind == "political-party" and after == " "
