"""Phrases that name a post: "a former permanent secretary at the Treasury", "Labour's care minister"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph_builder.extract import lexicon, patterns
from graph_builder.extract.cast import Cast
from graph_builder.extract.language import Paragraph
from graph_builder.extract.marks import seat_before
from graph_builder.extract.post_complements import TIMES, complement, designated
from graph_builder.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["PostPhrase", "post_phrases"]

Seat = tuple[int, str]  # the first token of a place before a post, and the place
MARKS = frozenset(["-", "–", "'s", "’s", "’", "'"])
OWNERS = frozenset(["its", "their", "our", "his", "her", "my", "your"])


@dataclass(frozen=True, slots=True)
class PostPhrase:
    """A post as the text words it, and what the phrase says about it."""

    paragraph: Paragraph
    first: int  # token index of the first word of the phrase, with determiner or owner
    last: int  # token index after its last word
    head: int
    words: str  # the title itself: "permanent secretary", "director of operations"
    status: str
    organisation: str | None
    party: str | None
    area: str | None

    @property
    def span(self) -> Span:
        """Where the phrase stands in the document."""
        return self.paragraph.span_of(self.paragraph.doc[self.first : self.last])


@dataclass(slots=True)
class Before:
    """What stands before the noun of a post."""

    status: str = "current"
    party: str | None = None
    organisation: str | None = None
    area: str | None = None
    title: list[Token] = field(default_factory=list)  # words that belong to the title


def post_phrases(paragraph: Paragraph, cast: Cast) -> Iterator[PostPhrase]:
    """Every phrase of a paragraph that names a post, in order; joint posts ("founder and chair") are two."""
    heads = lexicon.post_heads()
    reached = 0
    for token in paragraph.doc:
        singular = token.lower_ if token.lower_ in heads else token.lemma_.casefold()
        named = cast.mention_at(paragraph.span_of(token)) is not None
        inner = named or token.pos_ in ("VERB", "AUX") or _inner(paragraph, token, cast)
        field = token.i < reached and paragraph.doc[token.i - 1].lower_ in ("of", "for", "and")
        named_so = singular in heads or _known_from(paragraph.doc, token.i) < token.i
        if named_so and not inner and not field and not _addressed(paragraph.doc, token.i):
            phrase = _phrase(paragraph, token, singular, cast)
            reached = phrase.last
            yield phrase


def _addressed(doc: Doc, head: int) -> bool:
    """Whether the post is only how somebody is spoken to: "Mr Speaker", "Madam Deputy Speaker"."""
    before = {token.lower_.rstrip(".") for token in doc[max(0, head - 2) : head]}
    named = head + 1 < len(doc) and doc[head + 1].text == "("
    return bool(before & {"mr", "madam", "dear"}) and not named


def _inner(paragraph: Paragraph, token: Token, cast: Cast) -> bool:
    """Whether the word is only a modifier inside a longer post: the "executive" of "executive director"."""
    if token.i + 1 >= len(paragraph.doc):
        return False
    after = paragraph.doc[token.i + 1]
    longer = token.dep_ in ("compound", "amod", "nmod") and 1 < token.head.i - token.i < 4
    if longer and token.head.lower_ in lexicon.post_heads() and "," not in paragraph.doc[token.i : token.head.i].text:
        return cast.mention_at(paragraph.span_of(token.head)) is None
    if token.lower_ == "chief" and after.text[:1].isupper() and not cast.is_person_at(paragraph.span_of(after)):
        return True
    if _known_from(paragraph.doc, after.i) <= token.i:
        return True
    if after.lower_ in lexicon.post_heads() or after.lemma_.casefold() in lexicon.post_heads():
        return cast.mention_at(paragraph.span_of(after)) is None
    return after.text in MARKS and not designated(paragraph.doc, token.i)


def _phrase(paragraph: Paragraph, head: Token, singular: str, cast: Cast) -> PostPhrase:
    seat = _seat_before(paragraph, head, singular, cast)
    first = _start(paragraph, head, cast, seat)
    before = _before(paragraph, first, head, cast, seat)
    after = complement(paragraph, head, cast, singular)
    if singular in patterns.nouns_of_posts("placed") and head.text.islower() and _place_only(before.title):
        before.area, before.title = " ".join(t.text for t in before.title), []
    title = [*(t.text for t in _without_origin(before.title)), singular if head.tag_ == "NNS" else head.text]
    organisation = before.organisation or after.organisation
    shadow = any(t.lower_ == "shadow" for t in before.title)
    chamber = organisation is not None and cast.referents[organisation].kind == "legislature"
    if (organisation is None or chamber) and before.party and (singular in patterns.nouns_of_posts("party") or shadow):
        organisation = before.party
    return PostPhrase(
        paragraph,
        first,
        after.end,
        head.i,
        _spaced(" ".join(title) + after.words),
        "future"
        if designated(paragraph.doc, head.i)
        else "former"
        if _was(paragraph.doc, first, after.end)
        else before.status,
        organisation,
        after.party or before.party,
        after.area or before.area,
    )


def _place_only(title: list[Token]) -> bool:
    """Whether only a place stands before the noun: "Greater Kell mayor"."""
    return bool(title) and all(t.pos_ == "PROPN" and t.text[:1].isupper() for t in title)


def _seat_before(paragraph: Paragraph, head: Token, singular: str, cast: Cast) -> Seat | None:
    """The tokens of the place that stands before a seat, and the place: "the Kell South MP"."""
    if singular not in lexicon.seat_posts():
        return None
    words = cast.text.document.text
    place = seat_before(words, paragraph.span_of(head).start, paragraph.span.start)
    tokens = paragraph.tokens(place) if place is not None else None
    return (tokens.start, place.of(words)) if tokens is not None and place is not None else None


def _owned_from(paragraph: Paragraph, first: int, head: Token) -> int:
    """The token after "'s", where a common noun before it says whose the post is: "the board's medical director"."""
    doc = paragraph.doc
    ends = [i for i in range(first + 1, head.i) if doc[i].text in ("'s", "’s", "’", "'")]
    owner = doc[ends[-1] - 1].lemma_.casefold() if ends else ""
    owning = owner in lexicon.body_descriptions() or owner in patterns.nouns_of_posts("owner")
    return ends[-1] + 1 if owning else first


def _before(paragraph: Paragraph, first: int, head: Token, cast: Cast, seat: Seat | None) -> Before:
    """The status, the party, the body and the words of the title that stand before the noun."""
    found = Before(area=seat[1] if seat is not None else None)
    inside = _owned_from(paragraph, first, head)
    if inside > first:
        owner = cast.who(paragraph, paragraph.doc[inside - 2])
        if owner is not None and not cast.is_person(owner.referent):
            _belongs(cast, owner.referent, found)
    for token in paragraph.doc[inside : head.i if seat is None else seat[0]]:
        mention = cast.mention_at(paragraph.span_of(token))
        if mention is not None and not cast.is_person(mention.referent):
            _belongs(cast, mention.referent, found)
        elif token.lower_ in lexicon.status_words():
            found.status = lexicon.status_words()[token.lower_]
        elif token.lower_ in ("its", "their", "our"):
            owner = cast.who(paragraph, token)
            if owner is not None and not cast.is_person(owner.referent):
                _belongs(cast, owner.referent, found)
        elif (
            token.dep_ != "det"
            and token.lower_ not in OWNERS | {"new", "own"}
            and (token.text not in MARKS or found.title)
        ):
            found.title.append(token)
    return found


def _without_origin(title: list[Token]) -> list[Token]:
    """The words of a title less where its holder is from: "Leek-born economist" is an economist."""
    last = next((n for n in reversed(range(len(title))) if title[n].lower_ in ("born", "based", "trained")), None)
    return title if last is None else title[last + 1 :]


def _belongs(cast: Cast, body: str, found: Before) -> None:
    referent = cast.referents[body]
    sure = referent.known is not None or patterns.name_words("party") & set(referent.name.casefold().split())
    if referent.kind == "political-party" and sure:
        found.party = body
    else:
        found.organisation = body


def _spaced(words: str) -> str:
    """The words of a title as they are written: no space before a comma, an apostrophe or a hyphen."""
    closed = re.sub(r"\s+(?=[,’']s?\b|,)", "", words)
    return re.sub(r"\s*([-–])\s*", r"\1", closed).strip()


def _was(doc: Doc, first: int, last: int) -> bool:
    """Whether the words beside the phrase put it in the past: "then the minister", "the minister of the day"."""
    before = doc[first - 1].lower_ if first > 0 else ""
    if (
        last + 1 < len(doc)
        and doc[last].lower_ == "before"
        and doc[last + 1].lower_ in ("he", "she", "they", "becoming")
    ):
        return True  # "an engineer before she was a minister"
    if last + 1 < len(doc) and doc[last].lower_ == "until" and doc[last + 1].lower_ in ("he", "she", "they"):
        return True
    if last + 1 < len(doc) and doc[last].lower_ == "under":
        return doc[last + 1].pos_ in ("NUM", "PROPN")  # "a minister under two prime ministers"
    if doc[max(0, first - 2) : first].text.casefold() == "until then":
        return False
    if doc[max(0, first - 2) : first].text.casefold() in ("predecessor as", "forerunner as"):
        return True
    return (
        before in ("then", "formerly", "previously", "once")
        or doc[max(first, last - 3) : last].text.casefold() in TIMES
    )


def _start(paragraph: Paragraph, head: Token, cast: Cast, seat: Seat | None) -> int:
    """The token where the phrase begins: determiner, owner or first modifier."""
    doc, i = paragraph.doc, _known_from(paragraph.doc, int(head.i)) if seat is None else seat[0]
    while i > head.sent.start:
        before = doc[i - 1]
        mention = cast.mention_at(paragraph.span_of(before))
        if mention is not None:
            if cast.is_person(mention.referent):
                break
            start = paragraph.tokens(mention.span)
            i = start.start if start is not None else i - 1
        elif before.dep_ == "det" or before.lower_ in OWNERS:
            return i - 1
        elif _modifies(paragraph, before, head, cast):
            i -= 1
        else:
            break
    return i


def _known_from(doc: Doc, head: int) -> int:
    """The token where the longest title begins that the ontology knows: "police and crime commissioner"."""
    if doc[head].lower_ not in lexicon.ends_of_titles():
        return head
    sizes = range(min(head, 4), 0, -1)
    return next((head - n for n in sizes if doc[head - n : head + 1].text.casefold() in lexicon.post_titles()), head)


def _modifies(paragraph: Paragraph, word: Token, head: Token, cast: Cast) -> bool:
    """Whether a word before the noun belongs to the phrase: "senior", the "and" of "children and families"."""
    earlier = paragraph.doc[word.i - 1] if word.i > head.sent.start else None
    if word.lower_ == "and":
        joins = earlier is not None and earlier.dep_ in ("nmod", "compound", "amod", "conj", "nsubj", "pobj")
        plain = joins and earlier is not None and earlier.pos_ in ("NOUN", "ADJ", "PROPN")
        free = plain and earlier is not None and cast.mention_at(paragraph.span_of(earlier)) is None
        field = free and earlier is not None and earlier.lower_ not in lexicon.post_heads()
        return bool(field and head.lower_ in patterns.nouns_of_posts("fields"))
    if word.pos_ == "NOUN" and word.lower_ in lexicon.post_heads() and earlier is not None and earlier.text == ",":
        return False
    if word.tag_ == "VBN" and earlier is not None and earlier.text in MARKS:
        return True  # "a Leek-born economist"
    after = paragraph.doc[word.i + 1]
    if after.text in ("-", "–") and not word.whitespace_ and not after.whitespace_:
        return True  # "Under-Secretary"
    return word.text in MARKS or word.pos_ in ("ADJ", "NOUN", "PROPN") or word.lower_ in lexicon.status_words()
