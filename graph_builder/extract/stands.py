"""Stances that only the encoder sees: words that take a stand without a cue that a rule knows.

The encoder says which words and which stance; whose they are and what they are on is read off the parse, as for the
rules. Where a rule has found something in the same words, the rule's finding stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph_builder.extract import lexicon, stance_cues
from graph_builder.extract.clauses import first_child, negated, object_of, subject_of
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.speech_verbs import cue_at
from graph_builder.extract.stance_topics import topic_of
from graph_builder.extract.topics import is_vague, noun_phrase, phrase, verb_phrase
from graph_builder.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from graph_builder.extract.encoder import Standing
    from graph_builder.extract.language import Paragraph

__all__ = ["Stands"]

TAKEN = 0.7  # how sure the encoder must be that a sentence takes a stand
CODED = 0.6  # and how much of that must be for one stance
SHARE = 0.4  # of a sentence that takes a stand, or of the stand that lies in it
OWN = frozenset(
    ["op-ed", "blog", "personal-page", "open-letter", "press-release", "committee-report"]
)  # who writes, holds
DEEDS = frozenset(["calls-for", "commits-to"])  # stances on something to be done


class Stands:
    """What the encoder sees of stances in one document, sentence by sentence."""

    def __init__(self, floor: Floor, standings: Sequence[Standing]) -> None:
        self.floor = floor
        self.left = [s for s in standings if s.taken >= TAKEN and s.probability >= CODED * s.taken]

    def beside(self, paragraph: Paragraph, sentence: Tokens, found: Sequence[Found]) -> Iterator[Found]:
        """The stances of a sentence that no rule has found."""
        whole = paragraph.span_of(sentence)
        told = [paragraph.span_of(f.token) for f in found]
        for standing in self.left:
            words = Span(max(standing.span.start, whole.start), min(standing.span.end, whole.end))
            if words.end <= words.start or not fits(words, standing.span, whole) or any(words.covers(t) for t in told):
                continue
            tokens = paragraph.tokens(words)
            if tokens is not None and len(tokens) and (each := self.of(paragraph, tokens.root, standing)) is not None:
                yield each

    def of(self, paragraph: Paragraph, root: Token, standing: Standing) -> Found | None:
        """The stance that the words headed by a token take; None where it is nobody's."""
        root = told_in(root)
        holders = self.bearers(paragraph, root)
        if not holders:
            return None
        topic, noun = subject_matter(root, standing.code)
        rule = f"learned/{standing.code}"
        return Found(holders, standing.code, topic, root, rule, negated=negated(root), topic_token=noun)

    def bearers(self, paragraph: Paragraph, root: Token) -> tuple[str, ...]:
        """Whose stand it is: the speaker's, or in the document's own words its subject's or its author's."""
        floor = self.floor
        if not floor.narrated(paragraph, root):
            return floor.speakers(paragraph, root)
        own, subject = floor.text.document.genre in OWN, subject_of(root)
        acts = cue_at(root) is not None or stance_cues.verb(root) is not None or not own
        found = floor.holders(paragraph, subject) if subject is not None and acts else ()
        found = found or (floor.holders(paragraph, told) if (told := floor.teller(root)) is not None else ())
        return found or (floor.speakers(paragraph, root) if own else self.owners(paragraph, root))

    def owners(self, paragraph: Paragraph, root: Token) -> tuple[str, ...]:
        """Whose words or feelings a sentence is about: "her argument is that", else the one person it names."""
        for noun in (subject_of(root), first_child(root, "attr", "dobj", "pobj")):
            whose = first_child(noun, "poss") if noun is not None else None
            if whose is not None and (found := self.floor.holders(paragraph, whose)):
                return found
        cast, sentence = self.floor.cast, paragraph.span_of(root.sent)
        named = {m.referent for m in cast.mentions_in(sentence) if cast.is_person(m.referent)}
        return tuple(named) if len(named) == 1 else ()


def fits(words: Span, standing: Span, sentence: Span) -> bool:
    """Whether enough of a stand lies in a sentence for it to be its evidence."""
    size = words.end - words.start
    return size >= SHARE * (standing.end - standing.start) or size >= SHARE * (sentence.end - sentence.start)


def told_in(root: Token) -> Token:
    """The head of what is said, where the root only says that it is said."""
    if cue_at(root) is None or stance_cues.verb(root) is not None:
        return root
    clauses = (c for c in root.children if c.dep_ in ("ccomp", "parataxis") and c.pos_ in ("VERB", "AUX"))
    return next(clauses, root)


def subject_matter(root: Token, code: str) -> tuple[str, Token | None]:
    """What the stand is on, empty where only an antecedent can say."""
    cue = stance_cues.verb(root) if root.pos_ == "VERB" else None
    if cue is not None:
        topic, noun = topic_of(root, cue)
        if topic not in ("-", ""):
            return topic, noun
    if root.pos_ not in ("VERB", "AUX"):
        return noun_phrase(root), root
    if code in DEEDS and root.lemma_ != "be":
        return verb_phrase(root, subject=code == "calls-for"), None
    subject, other = subject_of(root), object_of(root) or first_child(root, "attr")
    if subject is not None and subject.lower_ in ("it", "this", "that") and root.lemma_ == "be":
        return "", None  # "it is a hobby" is on whatever was spoken of
    judged = subject is not None and subject.pos_ == "NOUN" and subject.lemma_ not in lexicon.post_heads()
    for noun in (subject, other) if judged else (other, subject):  # "the toll robs the poor" is on the toll
        if noun is not None and not is_vague(phrase(noun)):
            return phrase(noun), noun
    return "", None
