"""Whose words they are, and to whom they were said: from the word for the speaker to a referent of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from graph_builder import vocabulary
from graph_builder.extract.cast import Cast, Reference
from graph_builder.extract.language import Paragraph
from graph_builder.extract.narration import Frame
from graph_builder.extract.sayings import Saying
from graph_builder.extract.speech_verbs import Cue, source_of
from graph_builder.model import Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["FIRST_PERSON", "FIRST_PLURAL", "Speakers"]

FIRST_PERSON = frozenset(["i", "me", "my", "myself"])
FIRST_PLURAL = frozenset(["we", "us", "our", "ourselves"])
PLURAL = frozenset(["they", "them", "pair", "two", "both", "couple", "duo", "trio"])
PUBLISHING = frozenset(
    ["write", "publish", "issue", "release", "send", "sign", "produce", "agree", "post", "launch", "give"]
)
JOINING = re.compile(r",?\s+(?:and|&)\s+(?:[a-z]+\s+){0,3}")
TURNING = re.compile(r"[,;(]|\b(?:for|of|to|by|with|from|at|in|on|behind|near|whose|who|which|that|and)\b")
ADDRESS = 300  # code points above a salutation, where an address stands
SALUTATION = 60  # code points
REACH = 2000  # how far back, in code points, a plural pronoun looks for the people it means


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom something was said: a referent, or the words where they name none ("reporters")."""

    referent: str | None
    words: str | None


@dataclass(slots=True)
class Speakers:
    """Who is speaking, sentence by sentence; it remembers who spoke together and who wrote what."""

    cast: Cast
    together: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    spoken: tuple[int, str] = (-1, "")  # where somebody spoke last, and who
    last: tuple[Span, ...] = ()  # what was said last
    written: dict[str, tuple[Reference, ...]] = field(default_factory=dict)

    def see(self, frame: Frame) -> None:
        """Take note of the people that a sentence names together and of what it says that somebody wrote."""
        self.note_names(frame)
        for token in frame.own():
            if token.dep_ == "conj":
                self.note_pair(frame, token)
            elif token.lemma_ in document_nouns() and token.dep_ in ("dobj", "attr", "nsubjpass", "pobj"):
                self.note_author(frame, token)

    def note_pair(self, frame: Frame, token: Token) -> None:
        """Remember people who are named together, as the parse has it."""
        named = (self.name_at(frame.paragraph, t) for t in (*token.conjuncts, token))
        self.note(frame.paragraph.span_of(token).start, [m for m in named if m is not None])

    def note_names(self, frame: Frame) -> None:
        """Remember people whose names "and" joins, with no more than a word or two of description between."""
        names = self.cast.mentions_in(frame.span)
        for before, after in pairwise(names):
            if JOINING.fullmatch(frame.text.document.text, before.span.end, after.span.start):
                self.note(after.span.start, [before, after])

    def note(self, at: int, named: Sequence[Mention]) -> None:
        """Remember these people as named together, if they are people and more than one."""
        people = tuple(dict.fromkeys(m.referent for m in named if self.cast.is_person(m.referent)))
        if len(people) > 1:
            self.together.append((at, people))

    def name_at(self, paragraph: Paragraph, token: Token) -> Mention | None:
        """The name that a token is part of, or that it stands beside: "Ann Orr, the chair"."""
        mention = self.cast.mention_at(paragraph.span_of(token))
        if mention is None and token.dep_ == "appos":
            return self.cast.mention_at(paragraph.span_of(token.head))
        return mention

    def note_author(self, frame: Frame, token: Token) -> None:
        """Remember who wrote the letter or published the report that the sentence speaks of."""
        verb = token.head
        if verb.lemma_ in PUBLISHING and (source := source_of(verb)) is not None and source.i != token.i:
            found = tuple(self.each(frame.paragraph, source))
            if found:
                self.written[token.lemma_] = found

    def of(self, saying: Saying, first_person: str | None = None) -> list[Reference]:
        """Everyone who said it, none where the document does not settle it; `first_person` is who says "I"."""
        if saying.source is None:
            return []
        paragraph, token = saying.frame.paragraph, saying.source
        if token.lower_ in FIRST_PERSON | FIRST_PLURAL:
            return self.narrator(paragraph, token, first_person)
        if token.lower_ in PLURAL and (people := self.pair(paragraph.span_of(token).start)):
            return [Reference(p, paragraph.span_of(token), "pronoun") for p in people]
        if token.lower_ == "you":
            found = self.called(saying.frame) or self.saluted(paragraph.span_of(token))
            return [found] if found is not None else []
        everyone = list(self.each(paragraph, token)) or list(self.beside(saying.frame, token))
        if not everyone and saying.cue is not None and saying.cue.token.tag_ == "VBG":
            main = source_of(token.sent.root)  # "…, saying that": the subject of the whole sentence
            everyone = list(self.each(paragraph, main)) if main is not None else []
        if not any(self.cast.is_person(r.referent) for r in everyone):
            everyone = list(self.leading(saying.named)) or everyone
        return list({r.referent: r for r in reversed(everyone)}.values())[::-1]

    def leading(self, named: Sequence[Span]) -> Iterator[Reference]:
        """The people that a speaker's words begin with or set beside a post: "Ann Orr of the trust"."""
        words = self.cast.text.document.text
        for span in named:
            for mention in self.cast.mentions_in(span):
                before, after = words[span.start : mention.span.start], words[mention.span.end : span.end]
                leads = before.rstrip().endswith(",") or not TURNING.search(before)
                if self.cast.is_person(mention.referent) and leads and not after.startswith(("’s", "'s", "’ ", "' ")):
                    yield Reference(mention.referent, mention.span, mention.form)
                    break

    def narrator(self, paragraph: Paragraph, token: Token, first_person: str | None) -> list[Reference]:
        """Who says "I" or "we" outside quotation marks."""
        plural = token.lower_ in FIRST_PLURAL
        who = first_person or (self.cast.voice if plural and self.cast.voice else self.cast.author)
        return [Reference(who, paragraph.span_of(token), "pronoun")] if who else []

    def called(self, frame: Frame) -> Reference | None:
        """Whom the sentence calls by name or title between commas: "you said, Minister, that"."""
        for token in frame.own():
            after = token.right_edge.i + 1
            if token.pos_ in ("PROPN", "NOUN") and token.left_edge.i > frame.first and after < frame.end:
                sides = frame.paragraph.doc[token.left_edge.i - 1].text, frame.paragraph.doc[after].text
                found = self.cast.who(frame.paragraph, token) if sides == (",", ",") else None
                if found is not None and self.cast.is_person(found.referent):
                    return found
        return None

    def saluted(self, you: Span) -> Reference | None:
        """The one person to whom a letter is addressed: "Dear Ms Orr", or who is named right above "Dear Minister"."""
        text = self.cast.text
        openings = [p.span for p in text.paragraphs if p.span.of(text.document.text).startswith("Dear ")]
        before = [span for span in openings if span.end <= you.start and span.end - span.start < SALUTATION]
        reach = (before[-1], Span(max(0, before[-1].start - ADDRESS), before[-1].start)) if before else ()
        found = ({m.referent for m in self.cast.mentions_in(span) if self.cast.is_person(m.referent)} for span in reach)
        named = next((people for people in found if people), set())
        return Reference(named.pop(), you, "pronoun") if len(named) == 1 else None

    def said(self, referent: str, at: int, parts: Sequence[Span]) -> None:
        """Remember who has spoken, unless it is only told in somebody else's words: "she said that he had agreed"."""
        if not any(whole.covers(part) for whole in self.last for part in parts):
            self.spoken, self.last = (at, referent), tuple(parts)
            self.cast.said(referent, at)

    def pair(self, at: int) -> tuple[str, ...]:
        """The people last named together, if that was not long ago and nobody else has spoken since."""
        if not self.together or at - self.together[-1][0] > REACH:
            return ()
        place, people = self.together[-1]
        return people if self.spoken[0] < place or self.spoken[1] in people else ()

    def each(self, paragraph: Paragraph, token: Token) -> Iterator[Reference]:
        """Whom a noun phrase and those coordinated with it mean."""
        for part in sorted((token, *token.conjuncts), key=lambda t: t.i):
            found = self.apposed(paragraph, part) or self.cast.who(paragraph, part)
            if found is None:
                continue
            if found.form != "pronoun" and part == token:
                yield from self.before(paragraph, found)
            yield found

    def before(self, paragraph: Paragraph, reference: Reference) -> Iterator[Reference]:
        """Who else is named right before somebody, joined by "and": the parse may not see it in long names."""
        names = self.cast.mentions_in(Span(paragraph.span.start, reference.words.start))
        words, start = self.cast.text.document.text, reference.words.start
        for mention in reversed(names):
            joint = words[mention.span.end : start].strip()
            if joint not in (("and", "&") if start == reference.words.start else (",",)):
                return
            if self.cast.is_person(mention.referent) and self.cast.is_person(reference.referent):
                yield Reference(mention.referent, mention.span, mention.form)
            start = mention.span.start

    def apposed(self, paragraph: Paragraph, token: Token) -> Reference | None:
        """The person named beside a title: "its chair, Ann Orr", "Ann Orr, the chair who", "Ann Orr MP"."""
        mention = self.cast.mention_at(paragraph.span_of(token))
        beside = [token.head] if token.dep_ == "appos" and not self.inside(paragraph, token.head) else []
        if mention is None:
            beside += [c for c in token.children if c.dep_ == "appos"]
            beside += [c for c in token.children if c.dep_ == "compound" and token.pos_ == "PROPN"]
            beside += named_after(token)
        if mention is not None and self.cast.is_person(mention.referent):
            return None
        for other in beside:
            words = paragraph.span_of(paragraph.doc[other.left_edge.i : other.i + 1])
            for named in (self.cast.mention_at(paragraph.span_of(other)), *self.cast.mentions_in(words)):
                if named is not None and self.cast.is_person(named.referent):
                    return Reference(named.referent, named.span, named.form)
        return None

    def inside(self, paragraph: Paragraph, token: Token) -> bool:
        """Whether a token lies inside quotation marks."""
        return self.cast.quoted(paragraph.span_of(token).start)

    def beside(self, frame: Frame, token: Token) -> Iterator[Reference]:
        """Whom a thing that speaks belongs to: "his modelling", "the charity's report", "the letter"."""
        for child in token.children:
            whose = child.head.head.head if child.lower_ == "whose" and child.head.head.dep_ == "relcl" else child
            if child.dep_ == "poss" and (found := self.cast.who(frame.paragraph, whose)) is not None:
                yield found
                return
            if child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
                found = next((r for c in child.children if (r := self.cast.who(frame.paragraph, c)) is not None), None)
                if found is not None:
                    yield found
                    return
        for reference in self.written.get(token.lemma_, ()):
            yield Reference(reference.referent, frame.paragraph.span_of(token), "title")

    def addressee(self, frame: Frame, cue: Cue) -> Addressee | None:
        """To whom it was said, where the tag says so."""
        token = listener(cue)
        if token is None:
            return None
        found = self.cast.who(frame.paragraph, token)
        if token.lower_ in FIRST_PERSON | FIRST_PLURAL:
            return Addressee(self.cast.author, None) if self.cast.author else None
        words = frame.paragraph.doc[token.left_edge.i : token.i + 1].text
        if found is None and token.pos_ == "PRON":
            return None
        return Addressee(found.referent if found else None, None if found else words)


def named_after(title: Token) -> Iterator[Token]:
    """The names that the parse hangs on the last word of a title: "the MP for Fordham, Ann Orr, said"."""
    for child in title.children:
        if child.dep_ == "prep":
            yield from (g for c in child.children for g in c.children if g.dep_ == "appos" and g.i > c.i)


@cache
def document_nouns() -> frozenset[str]:
    """Nouns for what somebody writes or says: "letter", "report", "statement"."""
    return frozenset(noun for noun in vocabulary.cues("speech", vocabulary.Cue.NOUN) if " " not in noun)


def listener(cue: Cue) -> Token | None:
    """The word for whoever is spoken to: the object of "told", or what follows "to"."""
    for child in cue.token.children:
        if child.i < cue.token.i:
            continue
        if (
            child.dep_ in ("dobj", "dative")
            and cue.fits("addressee-object")
            and child.pos_ in ("NOUN", "PROPN", "PRON")
        ):
            return child
        if child.dep_ in ("prep", "dative") and child.lower_ == "to" and cue.fits("addressee-to"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None
