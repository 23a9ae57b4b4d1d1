"""Members by a list that a heading or a sentence opens: "Members of the Committee", "The members were Ann Lee …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph_builder.extract.cast import Cast
from graph_builder.extract.coreference import described_body
from graph_builder.extract.language import Paragraph, Text
from graph_builder.model import Mention, Role, Span

__all__ = ["list_roles"]

HEADING = re.compile(
    r"(?:the )?(?:current |former )?(member|trustee|patron)(?:s|ship)\b(?: of [^.;:]{3,80})?(?: (?:are|were|is))?:?",
    re.IGNORECASE,
)
OPENING = re.compile(r"\b[Tt]he (?:other |current )?(member|trustee|patron)s (?:of [^.:;]{3,80} )?(?:are|were):? ")
BODY = re.compile(
    r"\b(?:the|this|our) (?:\w+ )?(committee|group|panel|board|commission|inquiry|task ?force|trust)\b", re.IGNORECASE
)
BEFORE = re.compile(r"(?:^|: |; |, |\band |\b(?:are|were) )(?:the |The )?(?:\w+\.? ){0,2}$")
LINE = 120  # characters; a longer paragraph is no line of a list
CHAIR = re.compile(r"[^;\n]{0,60}\((?:the )?(?:vice-|co-|deputy )?chair(?:man|woman)?\b", re.IGNORECASE)


def list_roles(text: Text, paragraph: Paragraph, cast: Cast) -> Iterator[Role]:
    """The members that a list names, at a heading of its own or in a sentence."""
    words = paragraph.span.of(text.document.text)
    heading = HEADING.fullmatch(words.strip()) if len(words) < LINE else None
    opening = OPENING.search(words)
    if heading is not None:
        body = _body(words, paragraph.span, cast)
        for line in _lines(text, paragraph, cast):
            yield from _members(text, cast, line, body, heading.group(1).lower())
    elif opening is not None:
        start = paragraph.span.start + opening.start()
        whole = Span(start, paragraph.span.end)
        yield from _members(text, cast, whole, _body(opening.group(), whole, cast), opening.group(1))


def _body(words: str, span: Span, cast: Cast) -> str | None:
    """The body that the heading names, or means by a noun, or in whose voice the document speaks."""
    reach = Span(span.start, span.start + len(words))
    named = [m.referent for m in cast.mentions_in(reach) if not cast.is_person(m.referent)]
    if named:
        return named[0]
    noun = BODY.search(words)
    found = described_body(cast, noun.group(), noun.group(1).casefold(), span.end) if noun else None
    return found or cast.voice


def _lines(text: Text, heading: Paragraph, cast: Cast) -> Iterator[Span]:
    """The lines below a heading, as long as each begins with a person."""
    for paragraph in text.paragraphs[heading.number + 1 :]:
        people = [m for m in cast.mentions_in(paragraph.span) if cast.is_person(m.referent)]
        begins = people and people[0].span.start - paragraph.span.start < 8
        several = len(people) > 2 and ";" in paragraph.span.of(text.document.text)
        if not begins or (paragraph.span.end - paragraph.span.start > LINE and not several):
            return
        yield paragraph.span


def _members(text: Text, cast: Cast, span: Span, body: str | None, post: str) -> Iterator[Role]:
    """A role for everybody who stands in the list, but for whoever chairs."""
    words = text.document.text
    if body is None and post == "member":
        return
    for mention in cast.mentions_in(span):
        if cast.is_person(mention.referent) and BEFORE.search(words[span.start : mention.span.start]):
            if CHAIR.match(words[mention.span.end : span.end]):
                continue
            yield _role(text, mention, body, post)


def _role(text: Text, mention: Mention, body: str | None, post: str) -> Role:
    after = text.document.text[mention.span.end : mention.span.end + 12]
    return Role(
        person=mention.referent,
        post=post,
        words=post,
        organisation=body,
        status="former" if after.startswith(" (until") else "current",
        evidence=text.sentence_at(mention.span),
        rule="role/list",
    )
