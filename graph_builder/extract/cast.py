"""The people and bodies that one document speaks of, and whom its words mean.

`cast_of` gathers them from the names; `Cast.who` says whom a noun phrase means: a name, a pronoun, a post
("the education secretary", "its chief executive"), a description ("the charity"), a spokesperson. Where
the document does not settle it, the answer is None.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graph_builder.extract import contexts, lexicon, naming, shapes
from graph_builder.extract.language import Paragraph, Text
from graph_builder.extract.organisations import Body, bodies, described, kind_of
from graph_builder.extract.people import Person, people
from graph_builder.extract.words import Candidate
from graph_builder.model import EntityType, Mention, Referent, Span
from graph_builder.names import fold, person_name, plain

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Cast", "Reference", "cast_of"]

PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
NEUTER = frozenset(["it", "its", "itself", "they", "them", "their"])
SPOKEN_FOR = frozenset(["spokesperson", "spokesman", "spokeswoman", "spokespeople", "representative"])
QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]?")


@dataclass(frozen=True, slots=True)
class Reference:
    """Whom some words mean."""

    referent: str
    words: Span
    form: str  # name · short · title · pronoun


@dataclass(slots=True)
class Post:
    """That someone holds a post, as far as the document has said so."""

    person: str
    words: frozenset[str]  # the content words of its titles
    head: str
    organisation: str | None
    at: int


@dataclass(slots=True)
class Cast:
    """Who is in a document. `said` and `hold` are told to it as the reading goes on."""

    text: Text
    referents: dict[str, Referent]
    mentions: list[Mention]
    author: str | None = None
    authors: tuple[str, ...] = ()
    voice: str | None = None
    posts: list[Post] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _spoken: list[tuple[int, str]] = field(default_factory=list)
    _quoted: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.mentions.sort(key=lambda m: m.span)
        self._starts = [m.span.start for m in self.mentions]
        words = self.text.document.text
        self._quoted = []
        for p in self.text.paragraphs:
            self._quoted += [m.span() for m in QUOTED.finditer(words, p.span.start, p.span.end)]

    # -- what is told to it -------------------------------------------------------------------------

    def said(self, referent: str, at: int) -> None:
        """Remember that this referent has just spoken."""
        self._spoken.append((at, referent))

    def hold(self, person: str, words: str, organisation: str | None, at: int) -> None:
        """Remember that this person holds a post, called so."""
        content = [w for w in re.findall(r"[\w’'-]+", words.casefold()) if w not in ("of", "for", "the", "and", "a", "at")]
        if content:
            head = next((w for w in content if w in lexicon.post_heads()), content[-1])
            self.posts.append(Post(person, frozenset(content), head, organisation, at))

    def join(self, referent: Referent, span: Span | None) -> None:
        """Take in someone whom the body's names did not give, and where the document names them, if it does."""
        self.referents[referent.id] = referent
        if span is not None and self.mention_at(span) is None:
            self.mentions.append(Mention(span, referent.id))
            self.__post_init__()

    # -- what it answers ----------------------------------------------------------------------------

    def mention_at(self, span: Span) -> Mention | None:
        """The name that stands there, if any."""
        i = bisect_right(self._starts, span.end - 1) - 1
        return self.mentions[i] if i >= 0 and self.mentions[i].span.meets(span) else None

    def mentions_in(self, span: Span) -> list[Mention]:
        """The names that lie inside, in order."""
        first = bisect_right(self._starts, span.start - 1)
        last = bisect_right(self._starts, span.end - 1)
        return [m for m in self.mentions[first:last] if m.span.end <= span.end]

    def chamber(self, name: str) -> str | None:
        """The referent of a chamber that a seat implies without naming it, from the register."""
        entry = lexicon.register_names().get(name)
        return self.registered(entry.iri) if entry is not None else None

    def registered(self, iri: str) -> str:
        """The referent of a body of the register, made where the document has not named it yet."""
        for referent in self.referents.values():
            if referent.known == iri:
                return referent.id
        entry = lexicon.entry(iri)
        key = self.next_id(EntityType.ORGANISATION)
        name = entry.name if entry is not None else iri
        self.referents[key] = Referent(key, EntityType.ORGANISATION, name, entry.kind if entry else None, known=iri)
        return key

    def next_id(self, sort: EntityType) -> str:
        """An id for one more person or body."""
        return f"{sort.value[0]}{sum(r.type is sort for r in self.referents.values()) + 1}"

    def is_person(self, referent: str) -> bool:
        """Whether this referent is a person."""
        return self.referents[referent].type is EntityType.PERSON

    def is_person_at(self, span: Span) -> bool:
        """Whether a person is named there."""
        mention = self.mention_at(span)
        return mention is not None and self.is_person(mention.referent)

    def quoted(self, at: int) -> bool:
        """Whether this place lies inside quotation marks."""
        i = bisect_right(self._quoted, (at, 1 << 60)) - 1
        return i >= 0 and self._quoted[i][0] <= at < self._quoted[i][1]

    def who(self, paragraph: Paragraph, token: Token) -> Reference | None:
        """Whom the noun phrase headed by `token` means, or None where the document does not settle it."""
        words = paragraph.span_of(token)
        mention = self.mention_at(words)
        if mention is not None:
            return Reference(mention.referent, mention.span, mention.form)
        if token.lower_ in PRONOUNS:
            found = self._pronoun(words.start, PRONOUNS[token.lower_])
            return Reference(found, words, "pronoun") if found else None
        if token.lower_ in NEUTER:
            found = self._neuter(paragraph, words.start)
            return Reference(found, words, "pronoun") if found else None
        if token.lower_ in ("who", "that", "which") and token.dep_ in ("nsubj", "nsubjpass"):
            head = token.head.head if token.head.dep_ == "relcl" else None
            return self.who(paragraph, head) if head is not None and head.i != token.i else None
        if token.pos_ in ("NOUN", "PROPN"):
            return self._description(paragraph, token)
        return None

    def _description(self, paragraph: Paragraph, token: Token) -> Reference | None:
        phrase = paragraph.doc[token.left_edge.i : token.i + 1]
        words = paragraph.span_of(phrase)
        apposed = [c for c in token.children if c.dep_ == "appos"]
        for child in apposed:
            mention = self.mention_at(paragraph.span_of(child))
            if mention is not None and self.is_person(mention.referent):
                return Reference(mention.referent, mention.span, mention.form)
        head = token.lemma_.casefold()
        if head in SPOKEN_FOR or token.lower_ in SPOKEN_FOR:
            return self._spokesperson(paragraph, token, words)
        owner = self._owner(paragraph, token)
        if token.lower_ in lexicon.post_heads() or head in lexicon.post_heads():
            found = self._holder(phrase.text, head, owner, words.start)
            if found:
                return Reference(found, words, "title")
        if head == "government" and phrase.text.casefold() in ("the government", "ministers and the government"):
            found = self._government()
            return Reference(found, words, "title") if found else None
        definite = phrase[0].lower_ in ("the", "this", "that", "our", "its", "their", "his", "her") or owner is not None
        found = self._body(phrase.text, head, words.start) if definite else None
        return Reference(found, words, "title") if found else None

    def _government(self) -> str | None:
        """ "The government" of a document about the country whose register is known; else nobody says which."""
        here = [r for r in self.referents.values() if r.known is not None]
        entry = lexicon.register_names().get("UK Government") or lexicon.register_names().get("UK government")
        return self.registered(entry.iri) if here and entry is not None else None

    def _owner(self, paragraph: Paragraph, token: Token) -> str | None:
        """The body that a possessive before the noun, or "of" after it, names: "its chief executive"."""
        for child in token.children:
            if child.dep_ == "poss":
                owner = self.who(paragraph, child)
                if owner and not self.is_person(owner.referent):
                    return owner.referent
            if child.dep_ == "prep" and child.lower_ in ("of", "for", "at"):
                for grandchild in child.children:
                    mention = self.mention_at(paragraph.span_of(grandchild))
                    if mention and not self.is_person(mention.referent):
                        return mention.referent
        return None

    def _spokesperson(self, paragraph: Paragraph, token: Token, words: Span) -> Reference | None:
        """The body that a spokesperson speaks for; nobody else is named."""
        reach = paragraph.doc[token.left_edge.i : min(token.right_edge.i + 1, token.i + 12)]
        named = [m for m in self.mentions_in(paragraph.span_of(reach)) if not self.is_person(m.referent)]
        if named:
            return Reference(named[0].referent, named[0].span, "title")
        for child in token.subtree:
            if child.i != token.i and child.dep_ in ("compound", "poss", "pobj", "nmod") and child.pos_ in ("NOUN", "PROPN"):
                found = self._body("the " + child.text, child.lemma_.casefold(), words.start)
                if found:
                    return Reference(found, words, "title")
        return None

    def _holder(self, phrase: str, head: str, owner: str | None, at: int) -> str | None:
        """The one person whose post the words describe, the last one named where several hold it."""
        content = {w for w in re.findall(r"[\w’'-]+", phrase.casefold()) if w not in ("the", "its", "their", "our", "then", "new")}
        for mention_word in list(content):
            if mention_word.endswith(("'s", "’s")):
                content.discard(mention_word)
        fits = [
            p
            for p in self.posts
            if (p.head == head or head in p.words) and content <= p.words | {head} and (owner is None or p.organisation in (None, owner))
        ]
        if owner is not None:
            fits = [p for p in fits if p.organisation == owner] or fits
        people = {p.person for p in fits}
        if len(people) == 1:
            return people.pop()
        before = [(self._last_named(p.person, at), p.person) for p in fits]
        before = [b for b in before if b[0] >= 0]
        return max(before)[1] if before else None

    def _last_named(self, referent: str, at: int) -> int:
        i = bisect_right(self._starts, at)
        return next((m.span.start for m in reversed(self.mentions[:i]) if m.referent == referent), -1)

    def _body(self, phrase: str, head: str, at: int) -> str | None:
        """The body last named before `at` that the common noun describes."""
        nouns = lexicon.body_descriptions()
        lowered = re.sub(r"^(?:the|this|that|our|its|their|his|her)\s+", "", phrase.casefold())
        kind = nouns.get(lowered) or nouns.get(head)
        i = bisect_right(self._starts, at - 1)
        seen: list[str] = []
        for mention in reversed(self.mentions[:i]):
            if mention.referent in seen or self.is_person(mention.referent):
                continue
            seen.append(mention.referent)
            body = self.referents[mention.referent]
            named = any(head == w for form in (body.name, *body.forms) for w in fold(form).split())
            if named or (kind is not None and kind == body.kind and kind != "political-party"):
                return mention.referent
        return None

    def _pronoun(self, at: int, gender: str) -> str | None:
        """The person last in view: the subject of this sentence or the one before, who may be a "he" or a "she"."""
        i = bisect_right(self._starts, at - 1)
        document = self.text.document.text
        paragraph_start = document.rfind("\n", 0, at)
        weights: dict[str, float] = {}
        inside = self.quoted(at)
        for distance, mention in enumerate(reversed(self.mentions[max(0, i - 14) : i])):
            person = self.referents[mention.referent]
            if person.type is not EntityType.PERSON or (person.gender and person.gender != gender):
                continue
            weight = 1.0 / (1 + distance) + (0.8 if mention.span.start > paragraph_start else 0.0)
            weight += 0.5 if person.gender == gender else 0.0
            weight -= 0.9 if self.quoted(mention.span.start) and not inside else 0.0
            weight += 0.7 if self._subject(mention) else 0.0
            weights[mention.referent] = max(weight, weights.get(mention.referent, -9.0))
        for spoken, referent in self._spoken[-1:]:
            person = self.referents[referent]
            if spoken <= at and at - spoken < 1200 and person.type is EntityType.PERSON and person.gender in (gender, None):
                newer = any(m.span.start > spoken and m.referent in weights and m.referent != referent for m in self.mentions[max(0, i - 6) : i])
                weights[referent] = weights.get(referent, 0.0) + (0.1 if newer else 0.9)
        if not weights:
            return None
        best = max(sorted(weights), key=lambda r: weights[r])
        if self.referents[best].gender is None:
            self.referents[best] = replace(self.referents[best], gender=gender)
        return best

    def _subject(self, mention: Mention) -> bool:
        paragraph = self._paragraph(mention.span)
        tokens = paragraph.tokens(mention.span) if paragraph else None
        return bool(tokens) and tokens.root.dep_ in ("nsubj", "nsubjpass")

    def _paragraph(self, span: Span) -> Paragraph | None:
        starts = [p.span.start for p in self.text.paragraphs]
        i = bisect_right(starts, span.start) - 1
        return self.text.paragraphs[i] if i >= 0 else None

    def _neuter(self, paragraph: Paragraph, at: int) -> str | None:
        """The body last in view, where one is named in this sentence or is what spoke last."""
        i = bisect_right(self._starts, at - 1)
        for mention in reversed(self.mentions[max(0, i - 4) : i]):
            if mention.span.start < paragraph.span.start:
                break
            if not self.is_person(mention.referent) and (self._subject(mention) or at - mention.span.end < 120):
                return mention.referent
        for spoken, referent in reversed(self._spoken[-1:]):
            if at - spoken < 800 and not self.is_person(referent):
                return referent
        return None


# -- how the cast is gathered -----------------------------------------------------------------------


def cast_of(text: Text) -> Cast:
    """Everyone and every body that the document's names mean."""
    words = text.document.text
    proposed = naming.candidates(text)
    pairs = [pair for p in text.paragraphs for pair in shapes.initialisms(words, p, proposed)]
    for full, short in pairs:
        proposed += [Candidate(full, "organisation", 4.0, "initials"), Candidate(short, "organisation", 4.0, "initials")]
    names = naming.chosen(_settled(text, proposed))
    names = naming.chosen([*names, *_again(text, names)])
    short_forms = {fold(short.of(words)): fold(full.of(words)) for full, short in pairs}
    found_people = people((c.span, c.span.of(words)) for c in names if c.label == "person")
    named_bodies = [(c.span, c.span.of(words), c.known) for c in names if c.label == "organisation"]
    found_bodies = bodies(named_bodies, short_forms)
    for body in found_bodies:
        body.descriptions.update(k for span, _ in body.mentions if (k := described(words, span)))
    cast = _referents(text, found_people, found_bodies)
    for span, name in unnamed_bodies(text, cast):
        if not any(fold(name) == fold(r.name) for r in cast.referents.values()):
            key = cast.next_id(EntityType.ORGANISATION)
            kind = lexicon.body_descriptions().get(fold(name).split(" of ")[0].split(" led ")[0].split()[-1], "coalition")
            cast.join(Referent(key, EntityType.ORGANISATION, name, kind, (name,)), span)
    return cast


UNNAMED = frozenset(["coalition", "alliance", "consortium"])


def unnamed_bodies(text: Text, cast: Cast) -> Iterator[tuple[Span, str]]:
    """Bodies that act without a name: "a coalition of charities working with …" as the subject or agent of a clause."""
    for paragraph in text.paragraphs:
        for token in paragraph.doc:
            if token.lemma_ not in UNNAMED or token.dep_ not in ("nsubj", "nsubjpass", "pobj") or token.text[0].isupper():
                continue
            if token.dep_ == "pobj" and token.head.lower_ not in ("by", "from"):
                continue
            if not any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children) or any(c.dep_ == "appos" for c in token.children):
                continue
            last = next((c.left_edge.i for c in token.children if c.i > token.i and c.dep_ in ("relcl", "punct")), token.right_edge.i + 1)
            first = next((t.i for t in paragraph.doc[token.left_edge.i : token.i + 1] if t.dep_ != "det"), token.i)
            span = paragraph.span_of(paragraph.doc[first:last])
            if cast.mention_at(span) is None:
                yield span, plain(span.of(text.document.text))


def _settled(text: Text, proposed: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates, each with the label that all the votes for its words in this document give it."""
    words = text.document.text
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for candidate in proposed:
        written = candidate.span.of(words)
        votes[_key(written)][candidate.label] += candidate.weight
        if candidate.voice == "model":
            votes[_key(written)].update(contexts.votes(words, candidate.span))
    surnames = {fold(person_name(c.span.of(words)).surname) for c in proposed if c.voice in ("title", "letters")} - {""}
    for key, tally in votes.items():
        if key.split(" ")[-1] in surnames and "organisation" in tally and "known" not in tally:
            tally["person"] += 2.5
    for candidate in proposed:
        tally = votes[_key(candidate.span.of(words))]
        label = max(sorted(tally), key=lambda k: tally[k])
        yield replace(candidate, label=label) if candidate.voice not in ("title", "post", "code") else candidate


def _key(written: str) -> str:
    return fold(" ".join(person_name(written).words) or written)


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
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(s).replace("'", "['’]") for s in longest) + r")(?![\w-])")
    for paragraph in text.paragraphs:
        for match in pattern.finditer(words, paragraph.span.start, paragraph.span.end):
            like = surfaces[match.group().replace("’", "'")] if match.group().replace("’", "'") in surfaces else None
            if like is not None:
                yield replace(like, span=Span(*match.span()), weight=0.5, voice="again")


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
