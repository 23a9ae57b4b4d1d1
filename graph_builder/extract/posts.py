"""Phrases that name a post: "a former permanent secretary at the Department for Work", "Labour's care minister"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph_builder.extract import lexicon
from graph_builder.extract.cast import Cast
from graph_builder.extract.language import Paragraph
from graph_builder.model import EntityType, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["PostPhrase", "post_phrases"]

LEADS = frozenset(["of", "for", "at", "with", "in", "to", "on", "from"])
TIMES = frozenset(["of the day", "at the time", "of the time"])
FORMAL = frozenset(["secretary", "minister", "professor", "whip", "undersecretary", "under-secretary"])


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
    deputy: bool = False

    @property
    def span(self) -> Span:
        """Where the phrase stands in the document."""
        return self.paragraph.span_of(self.paragraph.doc[self.first : self.last])


def post_phrases(paragraph: Paragraph, cast: Cast) -> Iterator[PostPhrase]:
    """Every phrase of a paragraph that names a post, in order; joint posts ("founder and chair") are two."""
    heads = lexicon.post_heads()
    doc = paragraph.doc
    for token in doc:
        word = token.lower_
        singular = word if word in heads else token.lemma_.casefold()
        if singular not in heads or cast.mention_at(paragraph.span_of(token)) is not None:
            continue
        if token.pos_ in ("VERB", "AUX") or _inner(doc, token, cast, paragraph):
            continue
        yield _phrase(paragraph, token, singular, cast)


def _inner(doc: Doc, token: Token, cast: Cast, paragraph: Paragraph) -> bool:
    """Whether the word is only a modifier inside a longer post: the "executive" of "executive director"."""
    nxt = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if nxt is None:
        return False
    heads = lexicon.post_heads()
    if nxt.lower_ in heads or nxt.lemma_.casefold() in heads:
        return cast.mention_at(paragraph.span_of(nxt)) is None
    return nxt.text in ("-", "–") or (nxt.text in ("'s", "’s", "’", "'"))


def _phrase(paragraph: Paragraph, head: Token, singular: str, cast: Cast) -> PostPhrase:
    doc = paragraph.doc
    first = _modifiers(paragraph, head, cast)
    status, party, organisation, begin = "current", None, None, first
    kept: list[Token] = []
    for token in doc[first : head.i]:
        mention = cast.mention_at(paragraph.span_of(token))
        code = lexicon.status_words().get(token.lower_)
        if mention is not None and cast.referents[mention.referent].type is EntityType.ORGANISATION:
            if cast.referents[mention.referent].kind == "political-party":
                party = mention.referent
            else:
                organisation = mention.referent
        elif code is not None:
            status = code
        elif token.dep_ == "det" or token.lower_ in ("its", "their", "our", "his", "her", "new", "own", "my"):
            if token.lower_ in ("its", "their", "our"):
                owner = cast.who(paragraph, token)
                organisation = owner.referent if owner and not cast.is_person(owner.referent) else organisation
        elif token.text not in ("'s", "’s", "’", "'", "-", "–") or kept:
            kept.append(token)
    last, tail, owner_after, area = _complement(paragraph, head, cast, singular)
    if _was(paragraph.doc, begin, last):
        status = "former"
    words = (
        " ".join(t.text for t in kept) + (" " if kept else "") + (singular if head.tag_ == "NNS" else head.text) + tail
    )
    words = (
        words.replace(" - ", "-")
        .replace(" – ", "–")
        .replace(" ,", ",")
        .replace(" ’s", "’s")
        .replace(" 's", "'s")
        .replace(" ’ ", "’ ")
        .strip()
    )
    return PostPhrase(paragraph, begin, last, head.i, words, status, owner_after or organisation, party, area)


def _was(doc: Doc, first: int, last: int) -> bool:
    """Whether the words beside the phrase put it in the past: "then the minister", "the minister of the day"."""
    before = doc[first - 1].lower_ if first > 0 else ""
    after = doc[max(first, last - 3) : last].text.casefold()
    return before in ("then", "formerly", "previously", "once") or after in TIMES


def _modifiers(paragraph: Paragraph, head: Token, cast: Cast) -> int:
    """The token where the phrase begins: determiner, owner or first modifier."""
    doc = paragraph.doc
    i = head.i
    while i > head.sent.start:
        before = doc[i - 1]
        mention = cast.mention_at(paragraph.span_of(before))
        if mention is not None:
            if cast.is_person(mention.referent):
                break
            start = paragraph.tokens(mention.span)
            i = start.start if start is not None else i - 1
            continue
        if before.dep_ == "det" or before.lower_ in ("its", "their", "our", "his", "her", "my"):
            return int(before.i)
        if (
            before.text in ("-", "–", "'s", "’s", "’", "'")
            or before.pos_ in ("ADJ", "NOUN", "PROPN")
            or before.lower_ in lexicon.status_words()
        ):
            if (
                before.pos_ == "NOUN"
                and before.lower_ in lexicon.post_heads()
                and before.i > 0
                and doc[before.i - 1].text == ","
            ):
                break
            i -= 1
            continue
        if (
            before.lower_ == "and"
            and before.i > head.sent.start
            and doc[before.i - 1].dep_ in ("nmod", "compound", "amod", "conj", "nsubj", "pobj")
            and doc[before.i - 1].lower_ not in lexicon.post_heads()
            and doc[before.i - 1].pos_ in ("NOUN", "ADJ", "PROPN")
            and cast.mention_at(paragraph.span_of(doc[before.i - 1])) is None
            and head.lower_ in FORMAL
        ):
            i -= 1
            continue
        break
    return i


def _complement(
    paragraph: Paragraph, head: Token, cast: Cast, singular: str
) -> tuple[int, str, str | None, str | None]:
    """Where the phrase ends, what its "of" and "for" add to the title, its body and its area."""
    doc = paragraph.doc
    i, tail, area = head.i + 1, "", None
    end = head.sent.end
    while i < end and doc[i].lower_ in LEADS:
        k = i + 1
        while k < end and (doc[k].dep_ == "det" or doc[k].lower_ in ("the", "a", "an")):
            k += 1
        if k >= end:
            break
        if doc[i].lower_ == "on" and doc[k].ent_type_ == "DATE":
            break
        while (
            k + 1 < end
            and doc[k].lower_ in lexicon.body_descriptions()
            and cast.mention_at(paragraph.span_of(doc[k + 1])) is not None
        ):
            k += 1  # "of the charity X"
        mention = cast.mention_at(paragraph.span_of(doc[k]))
        if mention is not None and not cast.is_person(mention.referent):
            tokens = paragraph.tokens(mention.span)
            stop = tokens.end if tokens is not None else k + 1
            if stop + 1 < end and doc[stop].lower_ == "in" and doc[stop + 1].text[:1].isupper():
                far = _noun_run(paragraph, stop + 1, cast)
                return far, tail, mention.referent, doc[stop + 1 : far].text or None
            return stop, tail, mention.referent, area
        if mention is not None:
            break
        stop = _noun_run(paragraph, k, cast)
        if stop == k:
            break
        said = doc[k:stop].text
        if doc[i].lower_ == "in" and doc[k].text[:1].isupper():
            return stop, tail, None, said
        if f"{doc[i].lower_} {doc[i + 1 : stop].text.casefold()}" in TIMES:
            return stop, tail, None, area
        if singular in lexicon.seat_posts() and doc[i].lower_ == "for" and doc[k].text[:1].isupper():
            return stop, tail, None, said
        if doc[i].lower_ in ("of", "for", "at", "on") and not (doc[i].lower_ == "at" and not tail):
            described = cast.who(paragraph, doc[stop - 1]) if doc[k - 1].lower_ == "the" else None
            if described and not cast.is_person(described.referent):
                return stop, tail, described.referent, area
            if doc[stop - 1].lemma_.casefold() in lexicon.body_descriptions() and doc[i + 1].lower_ in (
                "a",
                "an",
                "the",
            ):
                return stop, tail, None, area  # a body, but nobody says which
            tail += f" {doc[i].text} {doc[k:stop].text}"
        elif doc[i].lower_ in ("in", "from"):
            break
        i = stop
    return i, tail, None, area


def _noun_run(paragraph: Paragraph, start: int, cast: Cast) -> int:
    """The token after a short run of nouns, adjectives and "and" that begins at `start`."""
    doc = paragraph.doc
    i = start
    while i < len(doc) and i - start < 9:
        token = doc[i]
        if cast.mention_at(paragraph.span_of(token)) is not None:
            break
        capital_list = (
            token.text == ","
            and i + 1 < len(doc)
            and doc[i + 1].text[:1].isupper()
            and doc[start].text[:1].isupper()
            and _closes(doc, i + 1)
        )
        if token.pos_ in ("NOUN", "ADJ", "PROPN", "NUM") or token.text in ("-", "–", "&", "'s", "’s") or capital_list:
            i += 1
        elif (
            token.lower_ == "and"
            and i + 1 < len(doc)
            and doc[i + 1].pos_ in ("NOUN", "PROPN", "ADJ")
            and cast.mention_at(paragraph.span_of(doc[i + 1])) is None
            and doc[i + 1].text[:1].isupper() == doc[start].text[:1].isupper()
            and doc[i + 1].lower_ not in lexicon.post_heads()
        ):
            i += 1
        else:
            break
    while i > start and not doc[i - 1].text[0].isalnum():
        i -= 1
    return i


def _closes(doc: Doc, start: int) -> bool:
    """Whether a list of capitals from here on is closed by "and" and a capital: "Food and Rural Affairs"."""
    for i in range(start, min(start + 6, len(doc) - 1)):
        if doc[i].lower_ == "and":
            return bool(doc[i + 1].text[:1].isupper())
        if not doc[i].text[:1].isupper() and doc[i].text != ",":
            return False
    return False
