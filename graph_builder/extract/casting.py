"""How a document's cast is gathered: its names, settled by vote, found again, and joined to people and bodies."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph_builder.extract import initials, lexicon, naming, patterns, shapes
from graph_builder.extract.cast import Cast
from graph_builder.extract.headed import letterhead
from graph_builder.extract.kinship import told_apart
from graph_builder.extract.language import Text
from graph_builder.extract.organisations import Body, bodies, described, kind_of
from graph_builder.extract.owned import join_owned
from graph_builder.extract.people import Person, people
from graph_builder.extract.renamed import join_renamed
from graph_builder.extract.voting import settled
from graph_builder.extract.words import Candidate
from graph_builder.model import EntityType, Mention, Referent, Span
from graph_builder.names import fold, person_name, plain

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["cast_of"]


AGAIN = 0.5  # the weight of a single word that is a name elsewhere


def cast_of(text: Text) -> Cast:
    """Everyone and every body that the document's names mean."""
    words = text.document.text
    proposed = naming.candidates(text)
    pairs = [pair for p in text.paragraphs for pair in shapes.initialisms(words, p, proposed)]
    pairs += [pair for pair in initials.spelled(text, proposed) if pair not in pairs]
    for full, short in pairs:
        proposed += [
            Candidate(full, "organisation", 4.0, "initials"),
            Candidate(short, "organisation", 4.0, "initials"),
        ]
    proposed += initials.acting(text)
    common = {span.of(words) for p in text.paragraphs for span in shapes.common_initials(words, p)}
    names = naming.chosen(settled(text, [c for c in proposed if c.span.of(words) not in common]))
    names = naming.chosen([*names, *_apart_from(names, _again(text, names))])
    names += letterhead(text, names)
    short_forms = {fold(short.of(words)): fold(full.of(words)) for full, short in pairs}
    named = [(c.span, c.span.of(words)) for c in names if c.label == "person"]
    somebody = [(span, written) for span, written in named if _names_somebody(written)]
    found_people = people(somebody, told_apart(text, somebody))
    found_bodies = _bodies_named(text, proposed, names, short_forms)
    _called_by_publisher(text, found_bodies)
    cast = _referents(text, found_people, found_bodies)
    join_renamed(text, cast)
    join_owned(text, cast)
    _join_unnamed(text, cast)
    return cast


def _bodies_named(
    text: Text, proposed: Sequence[Candidate], names: Sequence[Candidate], short_forms: Mapping[str, str]
) -> list[Body]:
    """The bodies that the names mean, with what the words beside them and the encoder say of their kinds."""
    words = text.document.text
    known = {c.span: c.known for c in proposed if c.known is not None}
    kinds = {c.span: c.kind for c in proposed if c.kind is not None}
    named = [(c.span, c.span.of(words), c.known or known.get(c.span)) for c in names if c.label == "organisation"]
    found = bodies([(span, form, _unless_explained(form, iri, short_forms)) for span, form, iri in named], short_forms)
    for body in found:
        body.guesses.update(kind for span, _ in body.mentions if (kind := kinds.get(span)))
        body.descriptions.update(k for span, _ in body.mentions if (k := described(words, span)))
    return found


def _unless_explained(written: str, known: str | None, short_forms: Mapping[str, str]) -> str | None:
    """The register's entry of a name, but not of an acronym that the document explains as another body's."""
    full, entry = short_forms.get(fold(written)), lexicon.entry(known)
    if full is None or entry is None or full == fold(written):
        return known
    return known if full in map(fold, (entry.name, *entry.aliases)) else None


def _join_unnamed(text: Text, cast: Cast) -> None:
    """Take bodies into the cast that act and have no name."""
    for span, name in unnamed_bodies(text, cast):
        if not any(fold(name) == fold(r.name) for r in cast.referents.values()):
            key = cast.next_id(EntityType.ORGANISATION)
            kind = lexicon.body_descriptions().get(
                fold(name).split(" of ")[0].split(" led ")[0].split()[-1], "coalition"
            )
            cast.join(Referent(key, EntityType.ORGANISATION, name, kind, (name,)), span)


def _names_somebody(written: str) -> bool:
    """Whether the words are more than a title: "Lady" by itself is nobody's name."""
    name = person_name(written)
    return bool(name.words or name.place)


def _called_by_publisher(text: Text, found: Sequence[Body]) -> None:
    """A paper that calls itself by the last word of its name gets the whole: "she told the Gazette"."""
    publisher = plain(text.document.publisher or "")
    last = fold(publisher).split()[-1:]
    for body in found:
        if body.known is None and [fold(body.name)] == last and fold(body.name) != fold(publisher):
            body.name = publisher
            body.descriptions["media"] += 1


ACTING = frozenset(["by", "from", "after", "before"])
FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])


def unnamed_bodies(text: Text, cast: Cast) -> Iterator[tuple[Span, str]]:
    """Bodies that act without a name: "a coalition of charities working with …" as the subject or agent of a clause."""
    for paragraph in text.paragraphs:
        for token in paragraph.doc:
            if token.lemma_ in patterns.stand_ins("unnamed-body") and _acts(token):
                span = paragraph.span_of(_described_span(token))
                if cast.mention_at(span) is None:
                    yield span, plain(span.of(text.document.text))


def _acts(token: Token) -> bool:
    """Whether an unnamed body is said to do something, and to be of something."""
    acts = token.dep_ in ("nsubj", "nsubjpass") or (token.dep_ == "pobj" and token.head.lower_ in ACTING)
    of = any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children)
    return acts and of and token.is_lower and not any(c.dep_ == "appos" for c in token.children)


def _described_span(token: Token) -> Tokens:
    """The noun without its article, up to the first comma, "which" or finite verb."""
    doc, last = token.doc, token.i + 1
    first = next((t.i for t in doc[token.left_edge.i : token.i + 1] if t.dep_ != "det"), token.i)
    while last < token.sent.end and not doc[last].is_punct and doc[last].tag_ not in FINITE | {"WDT", "WP"}:
        last += 1
    return doc[first:last]


def _again(text: Text, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """The same names wherever else they stand: what is a name once is a name throughout the document."""
    words = text.document.text
    surfaces: dict[str, Candidate] = {}
    for c in names:
        written = plain(c.span.of(words))
        if c.label in ("person", "organisation") and (" " in written or c.weight >= 2 or written.isupper()):
            surfaces.setdefault(written, c)
        if c.label == "person" and (surname := person_name(written).surname) and len(surname) > 2:
            surfaces.setdefault(surname, replace(c, weight=0.9))
    if not surfaces:
        return
    longest = sorted(surfaces, key=lambda s: (-len(s), s))
    pattern = re.compile(
        r"(?<![\w-])(?:" + "|".join(re.escape(s).replace("'", "['’]") for s in longest) + r")(?![\w-])"
    )
    for paragraph in text.paragraphs:
        for match in pattern.finditer(words, paragraph.span.start, paragraph.span.end):
            like = surfaces.get(match.group().replace("’", "'"))
            if like is not None:
                weight = like.weight if " " in match.group() else AGAIN
                yield replace(like, span=Span(*match.span()), weight=weight, voice="again")


def _apart_from(names: Sequence[Candidate], again: Iterable[Candidate]) -> Iterator[Candidate]:
    """Those found again that are no part of a longer name."""
    starts = [c.span.start for c in names]
    for each in again:
        i = bisect_right(starts, each.span.start) - 1
        if i < 0 or not names[i].span.covers(each.span) or names[i].span == each.span:
            yield each


def _referents(text: Text, found_people: Sequence[Person], found_bodies: Sequence[Body]) -> Cast:
    referents: dict[str, Referent] = {}
    mentions: list[Mention] = []
    for i, person in enumerate(found_people, 1):
        key = f"p{i}"
        title = next((t for t in person.name.titles), None)
        gender = next(iter(person.genders)) if len(person.genders) == 1 else None
        name = person.name.full or " ".join(person.forms[:1])
        if len(person.name.words) == 1 and not person.name.peer:
            name = " ".join([*person.name.titles, *person.name.words])
        forms = tuple(dict.fromkeys(plain(f) for f in person.forms))
        referents[key] = Referent(key, EntityType.PERSON, name, forms=forms, title=title, gender=gender)
        mentions += [Mention(span, key, form) for span, form in person.mentions]
    for i, body in enumerate(found_bodies, 1):
        key = f"o{i}"
        forms = tuple(dict.fromkeys(body.forms))
        referents[key] = Referent(key, EntityType.ORGANISATION, body.name, kind_of(body), forms, known=body.known)
        mentions += [Mention(span, key, form) for span, form in body.mentions]
    return Cast(text, referents, mentions)
