"""Bodies told by whose they are: "Ada Orme's foundation", "the union's Leek branch"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph_builder.extract.cast import Cast
from graph_builder.extract.language import Text
from graph_builder.model import EntityType, Referent, Span
from graph_builder.names import fold, plain

__all__ = ["join_owned"]

GIVEN = re.compile(r"['’]s (?P<noun>foundation|charity|charitable trust)\b(?! [A-Z])")
BRANCH = re.compile(
    r"\b[Tt]he (?P<noun>union|charity|party|society|association|federation|trust|league)['’]s"
    r" (?P<place>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}) branch\b"
)


@dataclass(frozen=True, slots=True)
class Owned:
    """A body without a name of its own: where it stands, its kind, and another way to tell it."""

    span: Span
    kind: str
    also: tuple[str, ...] = ()


def join_owned(text: Text, cast: Cast) -> None:
    """Take into the cast the bodies that are told by their founder or by the whole that they are a part of."""
    for each in (*_founded(text, cast), *_branches(text, cast)):
        written = plain(each.span.of(text.document.text))
        known = next((r for r in cast.referents.values() if written in r.forms), None)
        key = known.id if known else cast.next_id(EntityType.ORGANISATION)
        made = known or Referent(key, EntityType.ORGANISATION, written, each.kind, (written, *each.also))
        cast.join(made, each.span)


def _founded(text: Text, cast: Cast) -> Iterator[Owned]:
    """The foundation or charity that bears nobody's name but is somebody's."""
    words = text.document.text
    for mention in list(cast.mentions):
        match = GIVEN.match(words, mention.span.end)
        if match and cast.is_person(mention.referent) and " " in mention.span.of(words):
            yield Owned(Span(mention.span.start, match.end()), "charity")


def _branches(text: Text, cast: Cast) -> Iterator[Owned]:
    """The branch, at a place, of the one body of the document that a noun means."""
    for paragraph in text.paragraphs:
        for match in BRANCH.finditer(text.document.text, paragraph.span.start, paragraph.span.end):
            wholes = [r for r in cast.referents.values() if _is_a(r, match["noun"])]
            if len(wholes) == 1:
                also = f"{wholes[0].name}, {match['place']} branch"
                yield Owned(Span(*match.span()), wholes[0].kind or "other", (also,))


def _is_a(referent: Referent, noun: str) -> bool:
    """Whether a body's name holds the noun."""
    return referent.type is EntityType.ORGANISATION and noun in fold(referent.name).split()
