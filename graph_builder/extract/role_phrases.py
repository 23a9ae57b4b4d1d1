"""Roles from phrases that name a post: beside a name, or said of a subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from graph_builder.extract import lexicon
from graph_builder.extract.cast import Cast
from graph_builder.extract.dates import dates_in
from graph_builder.extract.language import Paragraph, Text
from graph_builder.extract.patterns import nouns_of_posts, verbs_of_posts
from graph_builder.extract.posts import PostPhrase, post_phrases
from graph_builder.extract.role_changes import dated, gives_up, predecessors
from graph_builder.extract.role_epithets import standing_for
from graph_builder.extract.role_neighbours import Link, beside
from graph_builder.extract.role_people import BE, holders, membership
from graph_builder.model import Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["phrase_roles"]

# Ways, of the scheme `post-pattern`, in which a verb says who holds a post.
DATED = re.compile(r"\W*(?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:19|20)\d\d\b|\W*\d{1,2} [A-Z][a-z]+\b")
TELLING = ("appointing", "leaving", "working", "moving")

OWNER = re.compile(r"^[A-Z][\w-]*['’]s\s+")  # "Vale's police commissioner"


def _role(text: Text, cast: Cast, person: str, phrase: PostPhrase, link: Link) -> Iterator[Role]:
    """The role that a post phrase gives a person, and the party that it names."""
    evidence = text.sentence_at(phrase.span)
    if phrase.party:
        status = "current" if phrase.status == "future" else phrase.status
        yield membership(person, phrase.party, evidence, f"{link.rule}/party", status)
    post, organisation = lexicon.full_post(OWNER.sub("", phrase.words)), phrase.organisation
    if phrase.words.casefold() == "member" and phrase.area:
        post = "Member of Parliament"  # "the member for North Wrexley"
    if post == "Member of Parliament":
        organisation = cast.chamber("House of Commons")
    elif post == "Member of the House of Lords":
        organisation = cast.chamber("House of Lords")
    if post.casefold() == "member" and organisation is None:
        return
    start, end = _dates(text, evidence, phrase)
    role = Role(
        person=person,
        post=post,
        words=phrase.words,
        organisation=organisation,
        area=phrase.area,
        status=link.status or phrase.status,
        start=start,
        end=end,
        evidence=evidence,
        rule=link.rule,
    )
    yield dated(role, text.document.published)


def _dates(text: Text, evidence: Span, phrase: PostPhrase) -> tuple[str | None, str | None]:
    """The dates of office that stand right behind the phrase: "from 2019 to 2021", "since March"."""
    reach = Span(phrase.span.end, min(evidence.end, phrase.span.end + 40))
    words = text.document.text[reach.start : reach.end]
    if years := re.match(r",?\s\(?(\d{4})\s?[–-]\s?(\d{4})\b", words):
        return years.group(1), years.group(2)
    if not re.match(r"\s*,?\s*\(?(?:since|from|until|between|with effect from)\b", words):
        return None, None
    found = list(dates_in(text.document.text, reach, text.document.published))[:2]
    start = next((w.iso for w in found if not w.until), None)
    end = next((w.iso for w in found if w.until), found[1].iso if len(found) == 2 else None)
    return (None if start == end else start), end


def phrase_roles(text: Text, paragraph: Paragraph, cast: Cast) -> Iterator[Role]:
    """The roles that the post phrases of a paragraph give to people."""
    found = list(_phrase_roles(text, paragraph, cast))
    yield from found
    yield from predecessors(paragraph, found, cast)


def _phrase_roles(text: Text, paragraph: Paragraph, cast: Cast) -> Iterator[Role]:
    phrases = list(post_phrases(paragraph, cast))
    links = _links(text, paragraph, phrases, cast)
    for n, found in links.items():
        phrase, link = phrases[n], found
        head = paragraph.doc[phrase.head]
        if any(t.lemma_.casefold() in verbs_of_posts("removing") for t in islice(head.ancestors, 3)):
            link = replace(found, status="former")
        shared = n + 1 in links and phrases[n + 1].status == phrase.status
        if phrase.organisation is None and shared and _joined(paragraph, phrase, phrases[n + 1]):
            phrase = replace(phrase, organisation=phrases[n + 1].organisation)
        if phrase.organisation is None:
            phrase = replace(phrase, organisation=_trailing_body(text, phrase, cast))
        if phrase.organisation is None and phrase.area is None:
            phrase = replace(phrase, area=_trailing_place(text, phrase, cast))
        for person in link.people:
            if link.status is None and phrase.status == "current" and gives_up(paragraph, head, person, cast):
                phrase = replace(phrase, status="former")
            yield from _role(text, cast, person, phrase, link)


def _links(text: Text, paragraph: Paragraph, phrases: list[PostPhrase], cast: Cast) -> dict[int, Link]:
    """The link of each phrase that has one; phrases that are one description share it."""
    links: dict[int, Link] = {}
    for n, phrase in enumerate(phrases):
        link = beside(text, phrase, cast) or _predicate(paragraph, phrase, cast) or standing_for(text, phrase, cast)
        if link is None and n - 1 in links and _joined(paragraph, phrases[n - 1], phrase):
            link = links[n - 1]
        if link is not None:
            links[n] = link
    for n in reversed(range(len(phrases) - 1)):
        if n + 1 in links and n not in links and _joined(paragraph, phrases[n], phrases[n + 1]):
            links[n] = links[n + 1]
    return links


def _joined(paragraph: Paragraph, left: PostPhrase, right: PostPhrase) -> bool:
    """Whether two phrases are one description: "founder and chief executive", "a peer, and chair of …"."""
    between = paragraph.doc[left.last : right.first].text.strip(" ,")
    heads = paragraph.doc[left.head], paragraph.doc[right.head]
    articles = paragraph.doc[left.first].lower_, paragraph.doc[right.first].lower_
    if articles[0] in ("a", "an") and articles[1] == "the" and between == "and":
        return False  # "a vet and the area's MSP, Ann Lee"
    if heads[1].tag_ in ("NNS", "NNPS") and heads[0].tag_ not in ("NNS", "NNPS"):
        return False  # "the member for Leek, and ministers feared a defeat"
    between = re.sub(
        r"\b(?:now|previously|formerly|then|also|later|currently|once|himself|herself)$", "", between
    ).strip()
    joining = between in ("and", "", "&", "and a", "and the", ";")
    return joining and left.last <= right.first <= left.last + 3


def _trailing_place(text: Text, phrase: PostPhrase, cast: Cast) -> str | None:
    """The place after a comma, in a signature that is a line of its own: "Jo Bell, GP, Leek"."""
    paragraph, words = phrase.paragraph.span, text.document.text
    line = paragraph.of(words)
    place = re.match(r", ((?:[A-Z][\w’'-]+ ?){1,3})(?=$|[,;\n])", words[phrase.span.end : paragraph.end])
    if place is None or len(line) > 120 or line.endswith((".", ":")) or not line[:1].isupper():
        return None
    span = Span(phrase.span.end + place.start(1), phrase.span.end + place.end(1))
    posted = lexicon.post_heads() & set(place.group(1).casefold().split())
    return None if posted or cast.mention_at(span) is not None else place.group(1).strip()


def _trailing_body(text: Text, phrase: PostPhrase, cast: Cast) -> str | None:
    """The body after a comma, as in a signature: "Jo Bell, Director, Fair Fares"."""
    words = text.document.text
    match = re.match(r",\s(?:the\s)?", words[phrase.span.end : phrase.span.end + 6])
    mention = cast.mention_at(Span(phrase.span.end + match.end(), phrase.span.end + match.end() + 1)) if match else None
    if (
        mention
        and not cast.is_person(mention.referent)
        and re.match(r"\s*(?:$|[,.;)\n])", words[mention.span.end : mention.span.end + 2])
    ):
        return mention.referent
    return None


def _predicate(paragraph: Paragraph, phrase: PostPhrase, cast: Cast) -> Link | None:
    """The subject of "is", "became", "was appointed", "stood down as", "as a former doctor, I …" the post."""
    head = paragraph.doc[phrase.head]
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        return _named_by(paragraph, head.head, cast)
    if paragraph.doc[max(0, phrase.first - 2) : phrase.first].text.casefold() == "who as":
        who = cast.who(paragraph, paragraph.doc[phrase.first - 2])
        past = who is not None and cast.is_person(who.referent)
        return Link((who.referent,), "role/as", "former") if who is not None and past else None
    verb = _verb_of(head)
    lemma = verb.lemma_.casefold() if verb is not None else ""
    if verb is None:
        return None
    if lemma == "take" and head.dep_ != "pobj":
        return None
    if lemma not in BE and not any(lemma in verbs_of_posts(code) for code in TELLING):
        return _as(paragraph, phrase, verb, cast)
    people = tuple(holders(paragraph, verb, lemma, cast))
    rule = "role/copula" if lemma in BE else "role/appointment"
    status = _status(verb, lemma, phrase.status)
    if lemma == "become" and status == "future" and _chronicle(cast.text):
        status = None
    return Link(people, rule, status) if people else None


def _chronicle(text: Text) -> bool:
    """Whether the document tells what happened under dates, so that its present tense is the past."""
    lines = (p.span.of(text.document.text) for p in text.paragraphs)
    return sum(bool(DATED.match(line)) for line in lines) > 2


def _as(paragraph: Paragraph, phrase: PostPhrase, verb: Token, cast: Cast) -> Link | None:
    """Who does something "as" the holder of a post: "who as harbours minister sank it", "two years as a whip"."""
    lead = paragraph.doc[phrase.head].head
    if lead.lower_ != "as" or phrase.first > lead.i + 2:
        return None
    noun = lead.head.lemma_.casefold()
    relative = verb.tag_ == "VBD" and verb.dep_ == "relcl" and noun not in nouns_of_posts("interest")
    past = noun in nouns_of_posts("spell") or relative
    people = tuple(holders(paragraph, verb, "", cast))
    return Link(people, "role/as", "former" if past else phrase.status) if people else None


def _named_by(paragraph: Paragraph, verb: Token, cast: Cast) -> Link | None:
    """Who the post is said to be: "Its chair is Jo Bell"."""
    said = next((c for c in verb.children if c.dep_ == "attr"), None)
    mention = cast.mention_at(paragraph.span_of(said)) if said is not None else None
    if mention is None or not cast.is_person(mention.referent):
        return None
    return Link((mention.referent,), "role/copula", _tense(verb, "current"))


def _verb_of(head: Token) -> Token | None:
    """The verb that says the post of its subject or object, directly or by "as" and "to"."""
    first = head.head if head.dep_ == "conj" else head
    if first.dep_ == "pobj":
        lead = first.head
        if lead.lower_ == "as" and lead.head.lemma_.casefold() in nouns_of_posts("spell"):
            return next((t for t in lead.ancestors if t.pos_ == "VERB"), None)
        if lead.lower_ == "as" and lead.head.lemma_.casefold() in nouns_of_posts("interest"):
            return next((t for t in lead.ancestors if t.pos_ == "VERB"), None)
        named = lead.lower_ == "as" or (lead.lower_ == "to" and lead.head.lemma_ in verbs_of_posts("appointing"))
        return lead.head if named else None
    return first.head if first.dep_ in ("attr", "oprd", "dobj", "acomp", "xcomp", "ccomp", "appos") else None


def _status(verb: Token, lemma: str, said: str) -> str | None:
    """What the verb's form says of the time of the post."""
    if lemma == "be":
        return "former" if verb.dep_ == "xcomp" and verb.head.lower_ == "used" else _tense(verb, said)
    if lemma in verbs_of_posts("leaving"):
        return "former" if verb.tag_ in ("VBD", "VBN") else said
    if lemma in verbs_of_posts("working") and verb.tag_ == "VBD":
        return "former"
    if lemma == "speak":
        return said
    present = lemma in ("become", "take") and verb.tag_ in ("VBZ", "VBP", "VBG")  # "takes over as chair"
    ahead = present or any(c.lower_ in ("will", "to", "shall") for c in verb.children if c.dep_ == "aux")
    return "future" if ahead else None


def _tense(verb: Token, status: str) -> str:
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if any(c.dep_ == "mark" and c.lower_ == "before" for c in verb.children):
        return status  # "an engineer before she was a minister"
    if auxiliaries & {"will", "shall"}:
        return "future"
    had = "had" in auxiliaries and verb.lemma_ == "be"
    return "former" if had or verb.lower_ in ("was", "were") else status
