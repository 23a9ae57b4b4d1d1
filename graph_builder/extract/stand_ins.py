"""Words that stand in for whoever holds a stance: pronouns, "those who", papers, the labels of a record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph_builder.extract import stance_cues
from graph_builder.extract.clauses import first_child, own_subject, subject_of
from graph_builder.extract.enumerations import listed
from graph_builder.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.holders import Floor
    from graph_builder.extract.language import Paragraph

__all__ = [
    "MOVING",
    "after_label",
    "all_of",
    "among",
    "behind",
    "example",
    "owner_of_view",
    "sayer",
    "subject_before",
    "together",
    "we_at",
]

GENDERS = {"he": "m", "she": "f"}
WHOLE = frozenset(["all", "both", "each"])
PLURAL = frozenset(["they", "both", "pair"])
NEAR = 300  # how far back, in code points, "they" and "it" look for names
BODIES = frozenset(["inquiry", "parliamentary-group"])
PAPERS = frozenset(
    "report review letter paper response manifesto submission petition motion amendment statement briefing".split()
)
MOVING = frozenset(
    "propose move table sign second publish write issue launch send start bring organise deliver".split()
)


def we_at(floor: Floor, paragraph: Paragraph, token: Token) -> tuple[str, ...]:
    """The body in "we at Left Bank Carers"."""
    ahead = paragraph.doc[token.i + 1 : token.i + 4]
    if token.lower_ != "we" or not ahead or ahead[0].lower_ not in ("at", "in"):
        return ()
    body = next((m for t in ahead[1:] if (m := floor.cast.mention_at(paragraph.span_of(t))) is not None), None)
    return (body.referent,) if body is not None and not floor.cast.is_person(body.referent) else ()


def among(floor: Floor, paragraph: Paragraph, token: Token) -> tuple[str, ...]:
    """Who is meant by "who" in "she was among those who voted against it"."""
    group = token.head.head if token.lower_ == "who" and token.head.dep_ == "relcl" else token
    lead = group.head if group.dep_ == "pobj" else group
    verb = lead.head.head if lead.head.dep_ in ("attr", "pobj") else lead.head
    if lead.lower_ not in ("among", "of", "amongst") or verb.lemma_ != "be":
        return ()
    return () if floor.cast.mention_at(paragraph.span_of(group)) else floor.holders(paragraph, own_subject(verb))


def example(floor: Floor, paragraph: Paragraph, token: Token) -> Token:
    """The name in "a coalition of groups including the Harbour Trust", the word itself where no such group stands."""
    if token.pos_ != "NOUN" or floor.cast.mention_at(paragraph.span_of(token)) is not None:
        return token
    lead = next((t for t in token.subtree if t.lower_ == "including" and t.i > token.i), None)
    named = first_child(lead, "pobj", "dobj") if lead is not None else None
    return named if named is not None and named.pos_ == "PROPN" else token


def all_of(floor: Floor, paragraph: Paragraph, token: Token) -> tuple[str, ...]:
    """Who is meant by "all of us"."""
    lead = first_child(token, "prep") if token.lower_ in WHOLE else None
    whole = first_child(lead, "pobj") if lead is not None else None
    return floor.holders(paragraph, whole) if whole is not None else ()


def sayer(floor: Floor, paragraph: Paragraph, token: Token) -> tuple[str, ...]:
    """Who is meant by "she" in "Ms Orr said that she would sign": the one who says it."""
    if (
        token.lower_ not in ("he", "she", "it")
        or token.head.dep_ != "ccomp"
        or token.dep_ not in ("nsubj", "nsubjpass")
    ):
        return ()
    teller = subject_of(token.head.head) if token.head.head.pos_ == "VERB" else None
    if teller is None or teller.i == token.i or teller.pos_ == "PRON":
        return ()
    found, cast = floor.holders(paragraph, teller), floor.cast
    if len(found) != 1:
        return ()
    if cast.is_person(found[0]) is (token.lower_ in GENDERS):
        return found if cast.referents[found[0]].gender in (GENDERS.get(token.lower_), None) else ()
    bodies = {p.organisation for p in cast.posts if p.person == found[0] and p.organisation is not None}
    return tuple(bodies) if token.lower_ == "it" and len(bodies) == 1 else ()  # "its chair said that it would sign"


def together(floor: Floor, paragraph: Paragraph, token: Token) -> tuple[str, ...]:
    """Those who were last named together, shortly before "they"."""
    at, cast = paragraph.span_of(token).start, floor.cast
    if token.lower_ not in PLURAL or cast.quoted(at):
        return ()
    for mention in reversed(cast.mentions_in(Span(max(0, at - NEAR), at))):
        place = next((p for p in floor.text.paragraphs if p.span.covers(mention.span)), None)
        if place is not None and cast.is_person(mention.referent):
            run = tuple(dict.fromkeys(m.referent for m in listed(cast, place, mention)))
            if len(run) > 1:
                return run
    return ()


def subject_before(floor: Floor, paragraph: Paragraph, token: Token) -> tuple[str, ...]:
    """The body that was the subject shortly before "it"."""
    at, cast = paragraph.span_of(token).start, floor.cast
    for mention in reversed(cast.mentions_in(Span(max(0, at - NEAR), at))) if token.lower_ == "it" else ():
        place = next((p for p in floor.text.paragraphs if p.span.covers(mention.span)), None)
        tokens = place.tokens(mention.span) if place is not None else None
        if tokens is not None and not cast.is_person(mention.referent) and tokens.root.dep_ in ("nsubj", "nsubjpass"):
            return (mention.referent,)
    return ()


def after_label(floor: Floor, paragraph: Paragraph, label: Span) -> tuple[str, ...]:
    """Who is named right where the words after a speaker's label begin; the label is no subject of theirs."""
    words, near = floor.text.document.text, Span(label.end, min(label.end + 90, paragraph.span.end))
    for mention in floor.cast.mentions_in(near):
        if re.fullmatch(r"[^:]*:\s*", words[label.end : mention.span.start]):
            return (mention.referent,)
    return ()


def owner_of_view(verb: Token) -> Token | None:
    """Whose view it is, in "her argument is that …", "the union's fear was that …"."""
    subject = own_subject(verb)
    if verb.lemma_ != "be" or subject is None or subject.lemma_.lower() not in stance_cues.pattern("view"):
        return None
    owner = first_child(subject, "poss")
    lead = next((c for c in subject.children if c.dep_ == "prep" and c.lower_ in ("of", "from")), None)
    return owner if owner is not None else first_child(lead, "pobj") if lead is not None else None


def behind(floor: Floor, paragraph: Paragraph, token: Token) -> tuple[str, ...]:
    """Who speaks in a paper: "her amendment", "the committee's report", "a letter from the union"."""
    if token.lemma_ not in PAPERS:
        return ()
    leads = [c for c in token.children if c.dep_ in ("prep", "agent") and c.lower_ in ("of", "by", "from")]
    owners = [first_child(token, "poss"), *(first_child(c, "pobj") for c in leads)]
    for owner in owners:
        if owner is not None and owner.lemma_ not in PAPERS:
            return floor.holders(paragraph, owner)
    if token.dep_ == "dobj" and token.head.lemma_ in MOVING:
        return floor.holders(paragraph, subject_of(token.head))
    if token.lemma_ not in ("report", "review"):
        return ()
    at, cast = paragraph.span_of(token).start, floor.cast
    named = {m.referent for m in cast.mentions if m.span.start < at and cast.referents[m.referent].kind in BODIES}
    return tuple(named) if len(named) == 1 else ()
