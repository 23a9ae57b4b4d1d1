"""What follows the noun of a post: "of operations", "for Building Safety", "of the Harbour Trust in Leek"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph_builder.extract import lexicon, patterns
from graph_builder.extract.cast import Cast
from graph_builder.extract.language import Paragraph
from graph_builder.model import EntityType, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["TIMES", "complement", "designated"]

LEADS = frozenset(["of", "for", "at", "with", "in", "to", "on", "from", "near"])
TITLED_BY = frozenset(["of", "for", "at", "on", "to"])
TIMES = frozenset(["of the day", "at the time", "of the time"])
LONGEST = 9  # words in one part


@dataclass(frozen=True, slots=True)
class Complement:
    """Where the phrase ends, the words that belong to the title, and the body and place of the post."""

    end: int
    words: str = ""
    organisation: str | None = None
    area: str | None = None
    party: str | None = None


def complement(paragraph: Paragraph, head: Token, cast: Cast, singular: str) -> Complement:
    """What the prepositions after the noun add, read one after the other until one adds nothing."""
    found, end = Complement(head.i + (3 if designated(paragraph.doc, head.i) else 1)), head.sent.end
    while found.end < end and paragraph.doc[found.end].lower_ in LEADS and found.organisation is None:
        further = _part(paragraph, found, cast, singular, end)
        if further is None or further.end <= found.end:
            break
        found = further
        if found.area is not None:
            break
    return found


def designated(doc: Doc, head: int) -> bool:
    """Whether the post is still to begin: "chair-designate", "mayor-elect"."""
    return doc[head + 1 : head + 3].text.casefold() in ("-designate", "-elect", "–designate", "–elect")


def _part(paragraph: Paragraph, before: Complement, cast: Cast, singular: str, end: int) -> Complement | None:
    """The complement with one more prepositional phrase, or None where that is no part of the post."""
    doc, lead = paragraph.doc, before.end
    first = _first_word(paragraph, lead, end, cast)
    if first is None:
        return None
    mention = cast.mention_at(paragraph.span_of(doc[first]))
    crime = doc[lead].lower_ == "for" and doc[lead - 2].lower_ == "crime"  # police and crime commissioner
    placed = crime or (doc[lead].lower_ == "of" and singular in patterns.nouns_of_posts("placed"))
    if mention is not None and placed and _may_be_place(mention, cast):
        tokens = paragraph.tokens(mention.span)
        return _of_place(paragraph, before, first, tokens.end if tokens is not None else first + 1, cast)
    if mention is not None:
        return None if cast.is_person(mention.referent) else _at_body(paragraph, before, mention, end, cast)
    stop = noun_run(paragraph, first, cast)
    if stop == first or doc[first].like_num:
        return None
    named = _described(paragraph, stop, cast) or _owned(paragraph, stop, cast) if stop + 1 < end else None
    if named is not None:
        return _at_body(paragraph, before, named, end, cast)
    return _in_place(paragraph, before, singular, (first, stop), cast) or _titled(
        paragraph, before, (first, stop), cast
    )


def _may_be_place(mention: Mention, cast: Cast) -> bool:
    """Whether a name is no body that anything but its place in the text tells: "Mayor of Greater Kell"."""
    body = cast.referents[mention.referent]
    worded = lexicon.body_heads() & set(body.name.casefold().split())
    return body.type is EntityType.ORGANISATION and body.known is None and not worded and body.kind != "education"


def _in_place(
    paragraph: Paragraph, before: Complement, singular: str, run: tuple[int, int], cast: Cast
) -> Complement | None:
    """A place, or a discipline that stands like one: "GP in Leek", "MP for Kell and the Moors", "reader in law"."""
    doc, (first, stop) = paragraph.doc, run
    lead = doc[before.end].lower_
    if lead == "of" and singular in patterns.nouns_of_posts("placed"):
        return _of_place(paragraph, before, first, stop, cast)
    if lead == "in" and singular in patterns.nouns_of_posts("discipline"):
        return Complement(stop, f"{before.words} in {doc[first:stop].text}")
    elected = singular in lexicon.seat_posts() or doc[before.end - 2].lower_ == "crime"
    seat = lead in ("in", "from", "near") or (lead == "for" and elected)
    if not seat or not doc[first].text[:1].isupper():
        return None
    if doc[stop : stop + 2].text == "and the" and doc[stop + 2 : stop + 3].text[:1].isupper():
        stop = noun_run(paragraph, stop + 2, cast)
    return Complement(stop, before.words, None, doc[first:stop].text)


def _owned(paragraph: Paragraph, stop: int, cast: Cast) -> Mention | None:
    """The body that a common noun owns: "of the government's Harbour Panel"."""
    doc = paragraph.doc
    mention = cast.mention_at(paragraph.span_of(doc[stop + 1])) if doc[stop].text in ("'s", "’s", "’") else None
    return None if mention is None or cast.is_person(mention.referent) else mention


def _described(paragraph: Paragraph, stop: int, cast: Cast) -> Mention | None:
    """The body whose description has just been read: "of the tool-lending charity Spokes"."""
    mention = cast.mention_at(paragraph.span_of(paragraph.doc[stop]))
    body = mention is not None and not cast.is_person(mention.referent)
    party = mention is not None and cast.referents[mention.referent].kind == "political-party"
    return mention if body and not party and paragraph.doc[stop - 1].text[:1].islower() else None


def _of_place(paragraph: Paragraph, before: Complement, first: int, stop: int, cast: Cast) -> Complement:
    """An office held for a place, which is no part of its title: "Rector of Kell with Upper Orme"."""
    doc = paragraph.doc
    if not doc[first].text[:1].isupper():
        return Complement(stop, before.words)
    while stop + 1 < len(doc) and doc[stop].lower_ in ("with", "and") and doc[stop + 1].text[:1].isupper():
        if cast.is_person_at(paragraph.span_of(doc[stop + 1])):
            break
        stop += 2
        while stop < len(doc) and doc[stop].pos_ == "PROPN" and doc[stop].text[:1].isupper():
            stop += 1
    return Complement(stop, before.words, None, doc[first:stop].text)


def _first_word(paragraph: Paragraph, lead: int, end: int, cast: Cast) -> int | None:
    """The first word after the preposition, its article, and "charity" before a charity's name."""
    doc, first = paragraph.doc, lead + 1
    while first < end and (doc[first].dep_ == "det" or doc[first].lower_ in ("the", "a", "an")):
        first += 1
    if first >= end or (doc[lead].lower_ in ("on", "in", "from", "for") and doc[first].ent_type_ in ("DATE", "TIME")):
        return None
    while (
        first + 1 < end
        and doc[first].lower_ in lexicon.body_descriptions()
        and cast.mention_at(paragraph.span_of(doc[first + 1])) is not None
    ):
        first += 1
    return first


def _at_body(paragraph: Paragraph, before: Complement, mention: Mention, end: int, cast: Cast) -> Complement:
    """The post is held at a body that is named, and perhaps in a place: "of the Clee Trust in Kell"."""
    doc = paragraph.doc
    tokens = paragraph.tokens(mention.span)
    stop = tokens.end if tokens is not None else before.end + 2
    if group := _party_group(paragraph, before, mention, stop, cast):
        return group
    if stop + 1 < end and doc[stop].lower_ == "in" and doc[stop + 1].text[:1].isupper():
        far = noun_run(paragraph, stop + 1, cast)
        return Complement(far, before.words, mention.referent, doc[stop + 1 : far].text or None)
    return Complement(stop, before.words, mention.referent)


def _party_group(
    paragraph: Paragraph, before: Complement, mention: Mention, stop: int, cast: Cast
) -> Complement | None:
    """A party's group on a council or in opposition: "leader of the Labour group" is no leader of the party."""
    doc, words = paragraph.doc, mention.span.of(cast.text.document.text)
    if " group" in words.casefold():
        iri = lexicon.party_codes().get(words.casefold().partition(" group")[0])
        return Complement(stop, f"{before.words} of the {words}", party=cast.registered(iri)) if iri else None
    grouped = stop < len(doc) and doc[stop].lower_ in ("group", "opposition")
    if not grouped or cast.referents[mention.referent].kind != "political-party":
        return None
    title = "opposition" if doc[stop].lower_ == "opposition" else f"{words} {doc[stop].text}"
    return Complement(stop + 1, f"{before.words} of the {title}", party=mention.referent)


def _titled(paragraph: Paragraph, before: Complement, run: tuple[int, int], cast: Cast) -> Complement | None:
    """The words belong to the title, unless they describe a body: "of operations", but "of the charity"."""
    doc, (first, stop) = paragraph.doc, run
    lead, article = doc[before.end].lower_, doc[first - 1].lower_
    somebody = lead == "to" and doc[stop - 1].lower_ in lexicon.post_heads()  # whose secretary or adviser it is
    if somebody or doc[before.end : stop].text.casefold() in TIMES:
        return Complement(stop, before.words)
    if lead not in TITLED_BY:
        return None
    reference = cast.who(paragraph, doc[stop - 1]) if article == "the" else None
    if reference is not None and not cast.is_person(reference.referent):
        return Complement(stop, before.words, reference.referent)
    if lead == "at":
        return Complement(stop, before.words) if article == "the" and doc[stop : stop + 1].text == "," else None
    if article in ("a", "an", "the") and doc[stop - 1].lemma_.casefold() in lexicon.body_descriptions():
        return Complement(stop, before.words)  # a body, but nobody says which
    words = doc[before.end : stop].text if doc[first].text[:1].isupper() else f"{lead} {doc[first:stop].text}"
    return Complement(stop, f"{before.words} {words}")


def noun_run(paragraph: Paragraph, start: int, cast: Cast) -> int:
    """The token after a short run of nouns, adjectives and "and" that begins at `start`."""
    doc, i = paragraph.doc, start
    while i < len(doc) and i - start < LONGEST and cast.mention_at(paragraph.span_of(doc[i])) is None:
        token = doc[i]
        plain = token.pos_ in ("NOUN", "ADJ", "PROPN", "NUM") or token.text in ("-", "–", "&", "'s", "’s")
        if not (plain or _list_goes_on(doc, i, start) or _and_goes_on(paragraph, i, start, cast)):
            break
        i += 1
    while i > start and not doc[i - 1].text[0].isalnum():
        i -= 1
    return i


def _and_goes_on(paragraph: Paragraph, i: int, start: int, cast: Cast) -> bool:
    """Whether "and" joins a further word of the same case to the run: "Health and Social Care"."""
    doc = paragraph.doc
    if doc[i].lower_ != "and" or i + 1 >= len(doc):
        return False
    after = doc[i + 1]
    same_case = after.text[:1].isupper() == doc[start].text[:1].isupper()
    named = cast.mention_at(paragraph.span_of(after)) is not None
    post = _post_follows(doc, i + 1)
    return after.pos_ in ("NOUN", "PROPN", "ADJ") and same_case and not named and not post


def _post_follows(doc: Doc, i: int) -> bool:
    """Whether another post begins there: "and retired circuit judge"."""
    for token in doc[i : i + 4]:
        if token.lower_ in lexicon.post_heads() or token.lower_ in lexicon.status_words():
            return True
        if token.pos_ not in ("ADJ", "NOUN", "PROPN"):
            return False
    return False


def _list_goes_on(doc: Doc, i: int, start: int) -> bool:
    """Whether a comma stands between capitals of a list that "and" closes: "Environment, Food and Rural Affairs"."""
    if doc[i].text != "," or not doc[start].text[:1].isupper():
        return False
    for token in doc[i + 1 : min(i + 7, len(doc) - 1)]:
        if token.lower_ == "and":
            return bool(doc[token.i + 1].text[:1].isupper())
        if not token.text[:1].isupper() and token.text != ",":
            return False
    return False
