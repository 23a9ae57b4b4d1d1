"""A post that stands for somebody just named: "Ann Lee told ministers so. The MP for Leek has drafted a bill"."""

from __future__ import annotations

from graph_builder.extract.cast import Cast
from graph_builder.extract.language import Text
from graph_builder.extract.posts import PostPhrase
from graph_builder.extract.role_neighbours import Link
from graph_builder.model import Mention, Span

__all__ = ["standing_for"]


def standing_for(text: Text, phrase: PostPhrase, cast: Cast) -> Link | None:
    """The one person named before a definite post that opens a sentence as its subject, and tells of them what is new.

    New is a body or a place that the document has not named yet: a post in one that it has may be somebody else's.
    """
    if not _opens(phrase) or not _new(text, phrase, cast):
        return None
    named = dict.fromkeys(m.referent for m in _before(text, phrase, cast) if cast.is_person(m.referent))
    if len(named) != 1:
        return None
    person = next(iter(named))
    head = phrase.paragraph.doc[phrase.head].lower_
    another = any(held.person == person and head not in held.words for held in cast.posts)
    return None if another else Link((person,), "role/standing-for")


def _opens(phrase: PostPhrase) -> bool:
    """Whether the phrase is the subject that its sentence begins with: "The MP for Leek, who …"."""
    doc = phrase.paragraph.doc
    head, first = doc[phrase.head], doc[phrase.first]
    subject = head.dep_ in ("nsubj", "nsubjpass") and head.tag_ not in ("NNS", "NNPS")
    return subject and phrase.status == "current" and first.text == "The" and bool(first.is_sent_start)


def _new(text: Text, phrase: PostPhrase, cast: Cast) -> bool:
    """Whether the phrase names a body or a place that is not named before it."""
    before = text.document.text[: phrase.span.start]
    if phrase.area:
        return phrase.area not in before
    mentions = (m for m in cast.mentions if m.referent == phrase.organisation)
    first = min((m.span.start for m in mentions), default=-1)
    return phrase.organisation is not None and first >= phrase.span.start


def _before(text: Text, phrase: PostPhrase, cast: Cast) -> list[Mention]:
    """The names before the phrase in its paragraph, or in the one before where it opens its own."""
    number, start = phrase.paragraph.number, phrase.span.start
    here = cast.mentions_in(Span(phrase.paragraph.span.start, start))
    if phrase.first > 0 or not number:
        return list(here)
    return list(cast.mentions_in(text.paragraphs[number - 1].span))
