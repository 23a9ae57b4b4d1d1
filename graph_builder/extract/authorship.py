"""Who says "I" and "we" outside quotation marks: the authors of a first-person document, or the body behind it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from graph_builder.extract import lexicon
from graph_builder.extract.cast import Cast
from graph_builder.extract.language import Text
from graph_builder.extract.signatures import HOUSES, employer, headed, signatories, speaker_named
from graph_builder.model import EntityType, Referent, Span
from graph_builder.names import fold, person_name

__all__ = ["authorship"]

FIRST = re.compile(r"\b(?:I|we|We|my|My|our|Our|me|us)\b")
BODIES = frozenset(["parliamentary-group", "inquiry"])
# Genres that tell of others: a name near their head or end is no signature.
REPORTS = frozenset(
    ["news", "explainer", "parliamentary-questions", "event-report", "committee-report", "press-release"]
)
# Genres whose "we" may be the body whose page it is.
OWN = frozenset(["op-ed", "blog", "personal-page", "news", "press-release", "event-report", None])
SPEAKING = frozenset(["public-body", "government-department", "local-authority", "company"])
JOINT = re.compile(
    r"\b(?:[Ww]e|[Ww]riting|write) (?:write )?(?:as members of|on behalf of|are writing on behalf of) (?=\S)"
)
BIO = 240  # a longer last paragraph is no line about the author


def authorship(text: Text, cast: Cast) -> None:
    """Tell the cast who its authors are, where the document speaks in the first person."""
    document = text.document
    named = tuple(a for name in _names(text) if (a := _author(text, cast, name)))
    if not _first_person(text, cast):
        cast.reporters = frozenset(named)
        return
    cast.voice = _voice(text, cast, named)
    signed = signatories(text, cast) if document.genre == "open-letter" else speaker_named(text, cast)
    authors = signed or named or (() if document.genre in REPORTS else _signed(text, cast))
    cast.authors = tuple(a for a in authors if a != cast.voice)
    cast.author = cast.authors[0] if len(cast.authors) == 1 else None


def _voice(text: Text, cast: Cast, named: tuple[str, ...]) -> str | None:
    """The body for which "we" is said: by what the words say, the head of the paper, or whose page it is."""
    genre, joint = text.document.genre, _joint(text, cast)
    if genre == "committee-report":
        source = joint or _behind(text, cast) or next(headed(text, cast), None)
        return source or employer(text, cast, named) or _most_named(cast)
    if genre == "open-letter":
        return joint or _publisher(text, cast) or next(headed(text, cast), None)
    found = _publisher(text, cast) if genre in OWN else None
    return found if found is not None and cast.referents[found].kind in HOUSES | SPEAKING else None


def _names(text: Text) -> Iterator[str]:
    """The names of the authors: those that the document gives, else the person whose site it is."""
    yield from text.document.authors
    site = text.document.publisher or ""
    if not text.document.authors and person_name(site).letters and len(person_name(site).words) > 1:
        yield site


def _first_person(text: Text, cast: Cast) -> bool:
    """Whether "I" or "we" stands outside quotation marks at least twice."""
    words = text.document.text
    places = (m.start() for p in text.paragraphs for m in FIRST.finditer(words, p.span.start, p.span.end))
    return sum(not cast.quoted(at) for at in places) >= 2


def _author(text: Text, cast: Cast, name: str) -> str | None:
    """The referent of an author, made where the body never names them; a first name in a signature is theirs."""
    wanted = person_name(name)
    people = [r for r in cast.referents.values() if r.type is EntityType.PERSON]
    found = next((r.id for r in people if fold(person_name(r.name).full) == fold(wanted.full)), None)
    if found is None:
        alike = [r.id for r in people if wanted.surname and fold(person_name(r.name).surname) == fold(wanted.surname)]
        found = alike[0] if len(alike) == 1 and not wanted.given else _made(text, cast, name)
    if found is not None and wanted.given:
        for referent in people:
            if referent.id != found and fold(referent.name) == fold(wanted.given[0]):
                cast.absorb(referent.id, found)
    return found


def _made(text: Text, cast: Cast, name: str) -> str | None:
    wanted = person_name(name)
    if _named(cast, name) is not None:
        return None
    if not 2 <= len(wanted.words) <= 4 or any(w.casefold() in lexicon.body_heads() for w in wanted.words):
        return None
    key = cast.next_id(EntityType.PERSON)
    title = next(iter(wanted.titles), None)
    at = text.document.text.find(name)
    place = Span(at, at + len(name)) if at >= 0 else None
    cast.join(Referent(key, EntityType.PERSON, wanted.full, forms=(name,), title=title), place)
    return key


def _behind(text: Text, cast: Cast) -> str | None:
    """The committee or inquiry that a report names as its author, made where the body never names it."""
    for name in (*text.document.authors, text.document.publisher or ""):
        if lexicon.kind_by_name(name) not in BODIES:
            continue
        found = _named(cast, name)
        if found is not None:
            return found
        key, at = cast.next_id(EntityType.ORGANISATION), text.document.text.find(name)
        place = Span(at, at + len(name)) if at >= 0 else None
        cast.join(Referent(key, EntityType.ORGANISATION, name, lexicon.kind_by_name(name), (name,)), place)
        return key
    return None


def _named(cast: Cast, name: str) -> str | None:
    """The body of the cast with this name."""
    bodies = (r for r in cast.referents.values() if r.type is EntityType.ORGANISATION)
    return next((r.id for r in bodies if fold(name) in {fold(r.name), *map(fold, r.forms)}), None)


def _publisher(text: Text, cast: Cast) -> str | None:
    """The body whose page it is, where the text names it and it is no newspaper."""
    for name in (*text.document.authors, text.document.publisher or ""):
        found = _named(cast, name) if name else None
        if found is not None and cast.referents[found].kind != "media":
            return found
    return None


def _signed(text: Text, cast: Cast) -> tuple[str, ...]:
    """Who signs: a name that is a line by itself near head or end, or that begins the lines about the author."""
    words, paragraphs = text.document.text, text.paragraphs
    signed: list[str] = []
    for paragraph in (*paragraphs[:4], *paragraphs[-4:]):
        named = [m for m in cast.mentions_in(paragraph.span) if cast.is_person(m.referent)]
        if len(named) != 1:
            continue
        alone = len(paragraph.span.of(words).replace(named[0].span.of(words), "").strip(" .,–—-")) <= 3
        about = named[0].span.start == paragraph.span.start and paragraph.span.end - paragraph.span.start < BIO
        if alone or (about and paragraph in paragraphs[-2:]):
            signed.append(named[0].referent)
    return tuple(dict.fromkeys(signed))


def _joint(text: Text, cast: Cast) -> str | None:
    """The body that "we write as members of" or "on behalf of" names."""
    words = text.document.text
    for paragraph in text.paragraphs:
        for match in JOINT.finditer(words, paragraph.span.start, paragraph.span.end):
            reach = Span(match.end(), min(match.end() + 80, paragraph.span.end))
            near = [m for m in cast.mentions_in(reach) if not cast.is_person(m.referent)]
            if near:
                return near[0].referent
    return None


def _most_named(cast: Cast) -> str | None:
    """The committee or inquiry that the document names most."""
    counts = Counter(m.referent for m in cast.mentions if cast.referents[m.referent].kind in BODIES)
    return min(counts, key=lambda r: (-counts[r], r)) if counts else None
