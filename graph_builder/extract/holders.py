"""Who holds a stance: whoever a subject names, a list of names, or whoever says "I" and "we" at that place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph_builder.extract import stand_ins
from graph_builder.extract.cast import Cast
from graph_builder.extract.clauses import conjuncts, first_child, own_subject, subject_of
from graph_builder.extract.enumerations import listed, nominal
from graph_builder.extract.language import Paragraph, Text
from graph_builder.extract.speaker_lines import contributions
from graph_builder.model import Mention, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["FIRST", "Floor", "Found"]

FIRST = frozenset(["i", "we", "us", "me", "my", "our"])
TELLING = frozenset(
    "say tell argue believe think claim insist feel add maintain note suggest warn write reply contend complain".split()
)
# Genres that tell of others, and those whose authors speak for themselves; only a "we" may be a body's there.
TOLD = frozenset(["news", "explainer", "event-report"])
PERSONAL = frozenset(["op-ed", "blog", "personal-page"])
RECORDS = frozenset(["parliamentary-questions"])
NEAR = 90  # code points in which a name follows a "by"
BEFORE_NAMES = (stand_ins.among, stand_ins.all_of, stand_ins.together, stand_ins.sayer)
AFTER_NAMES = (stand_ins.subject_before, stand_ins.behind)


@dataclass(frozen=True, slots=True)
class Found:
    """A stance as a rule finds it, before it is known where it stands."""

    holders: tuple[str, ...]
    stance: str
    topic: str  # empty or vague where only an antecedent can say what is meant, "-" where there is none
    token: Token
    rule: str
    hedged: bool = False
    negated: bool = False
    topic_token: Token | None = None
    on_behalf_of: str | None = None


class Floor:
    """Who speaks where in a document, and whom the subjects of its clauses mean."""

    def __init__(self, text: Text, cast: Cast, said: Sequence[Statement]) -> None:
        self.text, self.cast, self.said = text, cast, said
        self.parts = sorted((part.start, part.end, i) for i, s in enumerate(said) if s.speaker for part in s.parts)
        self.starts = [p[0] for p in self.parts]
        self.labels = {c.paragraphs[0]: c.label for c in contributions(text, cast)}
        self.record = frozenset(n for c in contributions(text, cast) for n in c.paragraphs)

    def statements_at(self, at: int) -> list[int]:
        """The statements whose words cover this place, the innermost last."""
        i = bisect_right(self.starts, at)
        return [n for start, end, n in self.parts[max(0, i - 8) : i] if start <= at < end]

    def told_by_others(self, paragraph: Paragraph, token: Token) -> bool:
        """Whether the words are a reporter's, who takes no stance."""
        return self.narrated(paragraph, token) and self.text.document.genre in TOLD and self.teller(token) is None

    def debated(self, paragraph: Paragraph) -> bool:
        """Whether the paragraph is what somebody says in the record of a debate."""
        return self.text.document.genre in RECORDS or (
            paragraph.number in self.record and self.text.document.genre not in TOLD | PERSONAL
        )

    def narrated(self, paragraph: Paragraph, token: Token) -> bool:
        """Whether the words at this place are the document's own, nobody's speech."""
        at = paragraph.span_of(token).start
        return not self.statements_at(at) and not self.cast.quoted(at) and paragraph.number not in self.record

    def speakers(self, paragraph: Paragraph, token: Token) -> tuple[str, ...]:
        """Who says "I" or "we" at this place: the speakers of the words, else the authors of the document."""
        within = self.statements_at(paragraph.span_of(token).start)
        if within:
            parts = self.said[within[-1]].parts
            return tuple(
                dict.fromkeys(s for n in within if self.said[n].parts == parts and (s := self.said[n].speaker))
            )
        if not self.narrated(paragraph, token):
            return ()
        teller = self.teller(token)
        return self.holders(paragraph, teller) if teller is not None else self.writers(token)

    def teller(self, token: Token) -> Token | None:
        """The subject of the verb of saying or thinking that the words stand under, though it made no statement."""
        for verb in (token, *token.ancestors):
            if verb.dep_ == "ccomp" and verb.head.lemma_ in TELLING:
                subject = subject_of(verb.head)
                if subject is not None and subject.lower_ not in FIRST:
                    return subject
            if verb.dep_ == "ccomp" and (owner := stand_ins.owner_of_view(verb.head)) is not None:
                return owner
        return None

    def writers(self, token: Token) -> tuple[str, ...]:
        """Who writes the sentence: the body behind the document, or its authors."""
        cast, genre = self.cast, self.text.document.genre
        authors = cast.authors or ((cast.author,) if cast.author else ())
        if genre in RECORDS:
            return () if self.record else authors  # words that no speaker was found for are not the record's own
        words = {t.lower_ for t in token.sent}
        joint = bool(words & {"we", "our", "us"})
        alone = not joint and (genre in PERSONAL or bool(words & {"i", "my"}))
        if (
            cast.voice is None
            or (genre in TOLD and not joint)
            or (alone and (authors or not cast.is_person(cast.voice)))
        ):
            return authors
        return (cast.voice,)

    def holders(self, paragraph: Paragraph, subject: Token | None) -> tuple[str, ...]:
        """Whom a subject means; several where it is a list."""
        tokens = conjuncts(subject) if subject is not None else []
        return tuple(dict.fromkeys(holder for token in tokens for holder in self.meant(paragraph, token)))

    def meant(self, paragraph: Paragraph, token: Token) -> tuple[str, ...]:
        """Whom one word of a subject means."""
        token = stand_ins.example(self, paragraph, token)
        label = self.labels.get(paragraph.number)
        if token.lower_ in FIRST:
            return stand_ins.we_at(self, paragraph, token) or self.speakers(paragraph, token)
        if label is not None and paragraph.span_of(token).start < label.end:
            return stand_ins.after_label(self, paragraph, label)
        ways = (*BEFORE_NAMES, Floor.bearers, *AFTER_NAMES)
        return next((found for way in ways if (found := way(self, paragraph, token))), ())

    def bearers(self, paragraph: Paragraph, token: Token) -> tuple[str, ...]:
        """Whom a name, or a word that refers to a name, means."""
        if (mention := self.named(paragraph, token)) is not None:
            if not self.cast.is_person(mention.referent) and (person := self.titled(paragraph, token)) is not None:
                return (person.referent,)
            return tuple(m.referent for m in listed(self.cast, paragraph, mention))
        reference = self.cast.who(paragraph, token)
        if reference is None or (token.lower_ == "they" and self.crowd(token, reference.referent, paragraph)):
            return ()
        return (reference.referent,)

    def named(self, paragraph: Paragraph, token: Token) -> Mention | None:
        """The name that the token is part of, stands right before ("the charity Last Post") or is explained by."""
        here = self.cast.mention_at(paragraph.span_of(token))
        if here is not None or token.pos_ not in ("NOUN", "PROPN"):
            return here
        end = paragraph.span_of(token).end
        after = self.cast.mentions_in(Span(end, min(end + NEAR, paragraph.span.end)))
        if after and self.text.document.text[end : after[0].span.start].strip() == "":
            return after[0]
        apposed = first_child(token, "appos")
        return self.cast.mention_at(paragraph.span_of(apposed)) if apposed is not None else None

    def titled(self, paragraph: Paragraph, token: Token) -> Mention | None:
        """The person who stands after the name of an office that is also a body: "the Rail Ombudsman, Ada Orme,"."""
        for child in token.children:
            if child.dep_ == "appos" and (found := self.cast.mention_at(paragraph.span_of(child))) is not None:
                return found if self.cast.is_person(found.referent) else None
        return None

    def crowd(self, token: Token, referent: str, paragraph: Paragraph) -> bool:
        """Whether "they" in a clause that describes a thing means people who stand nearer than the body."""
        if token.head.dep_ != "relcl" or self.cast.is_person(referent):
            return False
        before = reversed(token.doc[token.sent.start : token.i])
        last = next((t for t in before if t.tag_ in ("NNS", "NNPS")), None)
        here = self.cast.mention_at(paragraph.span_of(last)) if last is not None else None
        return last is not None and here is None

    def judges(self, paragraph: Paragraph, verb: Token) -> tuple[str, ...]:
        """Who judges what the clause says: whoever "for Ms Orr" names before it, else who says it."""
        first = own_subject(verb)
        leads = [
            c for c in verb.children if c.dep_ == "prep" and c.lower_ == "for" and first is not None and c.i < first.i
        ]
        named = first_child(leads[0], "pobj") if leads else None
        return self.holders(paragraph, named) or self.speakers(paragraph, verb)

    def agents(self, paragraph: Paragraph, verb: Token) -> tuple[str, ...]:
        """Those named right after the "by" of a passive whose agent the parser did not see."""
        by = next((t for t in paragraph.doc[verb.i + 1 : verb.i + 6] if t.lower_ == "by"), None)
        if by is None:
            return ()
        end = paragraph.span_of(by).end
        near = self.cast.mentions_in(Span(end, min(end + NEAR, paragraph.span.end)))
        if not near or not nominal(paragraph, Span(end + 1, near[0].span.start)):
            return ()
        return tuple(dict.fromkeys(m.referent for m in listed(self.cast, paragraph, near[0])))

    def on_behalf_of(self, paragraph: Paragraph, verb: Token) -> str | None:
        """The body in whose name it is held: "on behalf of the parents' council"."""
        behalf = next((t for t in verb.subtree if t.lower_ == "behalf"), None)
        lead = first_child(behalf, "prep") if behalf is not None else None
        whom = first_child(lead, "pobj") if lead is not None else None
        reference = self.cast.who(paragraph, whom) if whom is not None else None
        return reference.referent if reference is not None else None
