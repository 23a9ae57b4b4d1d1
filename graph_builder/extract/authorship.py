"""Who says "I" and "we" outside quotation marks: the authors of a first-person document, or the body behind it."""

from __future__ import annotations

import re
from collections import Counter

from graph_builder.extract import lexicon
from graph_builder.extract.cast import Cast
from graph_builder.extract.language import Text
from graph_builder.model import EntityType, Referent, Span
from graph_builder.names import fold, person_name

__all__ = ["authorship"]

FIRST = re.compile(r"\b(?:I|we|We|my|My|our|Our|me|us)\b")
COMMITTEE = frozenset(["parliamentary-group", "inquiry"])
LETTER = frozenset(["open-letter"])
JOINT = re.compile(
    r"\b(?:[Ww]e|[Ww]riting|write) (?:write )?(?:as members of|on behalf of|as|are writing on behalf of) (?=\S)"
)


def authorship(text: Text, cast: Cast) -> None:
    """Tell the cast who its authors are, where the document speaks in the first person."""
    document = text.document
    authors = tuple(a for name in document.authors if (a := _author(text, cast, name)))
    behind = next((b for name in (*document.authors, document.publisher or "") if (b := _body(text, cast, name))), None)
    if not _first_person(text, cast):
        cast.reporters = frozenset(authors)
        return
    if document.genre == "committee-report" or (not authors and document.genre != "personal-page"):
        cast.voice = _joint(text, cast) or (behind if document.genre == "committee-report" else None) or _voice(cast)
    elif document.genre in LETTER:
        cast.voice = _joint(text, cast)
    cast.authors = authors or _signed(text, cast)
    cast.author = cast.authors[0] if len(cast.authors) == 1 else None


def _first_person(text: Text, cast: Cast) -> bool:
    """Whether "I" or "we" stands outside quotation marks at least twice."""
    words = text.document.text
    places = (m.start() for p in text.paragraphs for m in FIRST.finditer(words, p.span.start, p.span.end))
    return sum(not cast.quoted(at) for at in places) >= 2


def _author(text: Text, cast: Cast, name: str) -> str | None:
    """The referent of an author, made where the body never names them."""
    wanted = person_name(name)
    for referent in cast.referents.values():
        if referent.type is EntityType.PERSON and fold(person_name(referent.name).full) == fold(wanted.full):
            return referent.id
    alike = [
        r.id
        for r in cast.referents.values()
        if r.type is EntityType.PERSON and wanted.surname and fold(person_name(r.name).surname) == fold(wanted.surname)
    ]
    if len(alike) == 1 and not wanted.given:
        return alike[0]
    if not 2 <= len(wanted.words) <= 4 or any(w.casefold() in lexicon.body_heads() for w in wanted.words):
        return None
    key = cast.next_id(EntityType.PERSON)
    at = text.document.text.find(name)
    cast.join(
        Referent(key, EntityType.PERSON, wanted.full, forms=(name,), title=next(iter(wanted.titles), None)),
        Span(at, at + len(name)) if at >= 0 else None,
    )
    return key


def _body(text: Text, cast: Cast, name: str) -> str | None:
    """The committee or inquiry that a document names as its author, made where the body never names it."""
    if lexicon.kind_by_name(name) not in COMMITTEE:
        return None
    for referent in cast.referents.values():
        if referent.type is EntityType.ORGANISATION and fold(referent.name) == fold(name):
            return referent.id
    key = cast.next_id(EntityType.ORGANISATION)
    at = text.document.text.find(name)
    cast.join(
        Referent(key, EntityType.ORGANISATION, name, lexicon.kind_by_name(name), (name,)),
        Span(at, at + len(name)) if at >= 0 else None,
    )
    return key


def _signed(text: Text, cast: Cast) -> tuple[str, ...]:
    """The people who sign at the end: named in the last lines, alone or with a post."""
    signed: list[str] = []
    for paragraph in text.paragraphs[-3:]:
        words = paragraph.span.of(text.document.text)
        named = [m for m in cast.mentions_in(paragraph.span) if cast.is_person(m.referent)]
        if len(words) < 60 and len(named) == 1:
            signed.append(named[0].referent)
    return tuple(dict.fromkeys(signed))


def _joint(text: Text, cast: Cast) -> str | None:
    """The body that "we write as members of" or "on behalf of" names."""
    words = text.document.text
    for paragraph in text.paragraphs:
        for match in JOINT.finditer(words, paragraph.span.start, paragraph.span.end):
            near = [
                m
                for m in cast.mentions_in(Span(match.end(), min(match.end() + 80, paragraph.span.end)))
                if not cast.is_person(m.referent)
            ]
            if near:
                return near[0].referent
    return None


def _voice(cast: Cast) -> str | None:
    """The committee or inquiry that the document names most."""
    counts = Counter(m.referent for m in cast.mentions if cast.referents[m.referent].kind in COMMITTEE)
    return min(counts, key=lambda r: (-counts[r], r)) if counts else None
