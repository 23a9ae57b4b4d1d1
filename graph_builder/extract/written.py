"""Who wrote "the letter": the words of a paper are those of whoever is said to have written it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph_builder.extract import patterns
from graph_builder.extract.clauses import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.cast import Cast
    from graph_builder.extract.language import Paragraph

__all__ = ["writer"]


def writer(cast: Cast, paper: str, at: int) -> str | None:
    """Who wrote "the letter": whoever was last said to have written, sent or published one."""
    if not cast.papers:
        papers = patterns.stand_ins("paper")
        cast.papers = {word: [] for word in papers}
        for paragraph in cast.text.paragraphs:
            for token in paragraph.doc:
                if token.lemma_.casefold() in papers and (by := _written_by(cast, paragraph, token)):
                    cast.papers[token.lemma_.casefold()].append((paragraph.span_of(token).start, by))
    before = [by for place, by in cast.papers[paper] if place < at]
    anyone = {by for found in cast.papers.values() for place, by in found if place < at}
    return before[-1] if before else anyone.pop() if len(anyone) == 1 else None


def _written_by(cast: Cast, paragraph: Paragraph, paper: Token) -> str | None:
    """Who is said to have written a paper: the subject of "wrote a letter", the owner, the one after "from"."""
    verb = paper.head
    if paper.dep_ == "dobj" and verb.lemma_ in patterns.writing_verbs():
        subject = subject_of(verb)
        writers = [subject] if subject is not None else []
    else:
        writers = [c for c in paper.children if c.dep_ == "poss"]
        writers += [g for c in paper.children if c.dep_ == "prep" and c.lower_ in ("from", "by") for g in c.children]
    found = (cast.who(paragraph, each) for each in writers)
    by = next((reference.referent for reference in found if reference), None)
    return by or _of_body(cast, paragraph, paper)


def _of_body(cast: Cast, paragraph: Paragraph, paper: Token) -> str | None:
    """The body that a paper is said to be of: "the interim report of the Orme commission"."""
    of = (g for c in paper.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children)
    named = (cast.mention_at(paragraph.span_of(each)) for each in of if each.dep_ == "pobj")
    return next((m.referent for m in named if m is not None and not cast.is_person(m.referent)), None)
