"""Sayings without a verb: "according to the council", "the council's claim that", "“…” was her verdict"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from graph_builder import vocabulary
from graph_builder.extract.narration import Frame, Quoted
from graph_builder.extract.sayings import Saying, form_of, parts_of, widened, words_between, words_of
from graph_builder.extract.speech_verbs import antecedent, source_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["accordings", "estimates", "nouns", "owned_noun", "verdicts"]

VERDICTS = frozenset(
    "verdict view motto slogan assessment summary phrase line mantra judgment judgement opinion refrain plea "
    "prediction response message conclusion answer advice thought epitaph".split()
)
OFFERED = frozenset(
    [
        "make",
        "voice",
        "give",
        "advance",
        "offer",
        "raise",
        "put",
        "send",
        "express",
        "repeat",
        "issue",
        "sound",
        "register",
    ]
)
GROUNDS = frozenset(["ground", "grounds", "basis"])
RECKONING = frozenset(["reckoning", "account", "estimate", "calculation", "calculations", "admission", "estimation"])
NEAR = 8  # tokens between "was" and the noun that says what the quotation was


def accordings(frame: Frame) -> Iterator[Saying]:
    """What the sentence gives as somebody's words or findings: "according to the council", "in her words"."""
    doc = frame.paragraph.doc
    for token in frame.own():
        words = phrase_at(frame, token)
        source = next((t for t in doc[words - 1].children if t.dep_ == "pobj"), None) if words else None
        first, end = token.i, min(source.right_edge.i + 1, frame.end) if source is not None else 0
        if source is None and (named := possessive(frame, token)) is not None:
            source, words, end = named[0], token.i + 1, named[1].i + 1
        if source is None:
            continue
        end = min([end, *(q.first for q in frame.quoted if q.first > source.i)])
        ranges = [r for r in ((frame.first, first), (end, frame.end)) if any(words_between(frame, *r))]
        parts, form = parts_of(frame, ranges), form_of(frame, ranges)
        if parts:
            place = frame.place(first, words)
            yield Saying(frame, "statement/according-to", 0.85, parts, form, None, source, words=place)


def possessive(frame: Frame, token: Token) -> tuple[Token, Token] | None:
    """Whose words they are, and the noun, in a phrase such as "in her words", "for Ann Orr, it is “…”"."""
    noun = next((c for c in token.children if c.dep_ == "pobj"), None) if token.lower_ == "in" else None
    main = subject_of(token.sent.root) if token.i == frame.first else None
    opens = token.lower_ == "for" and token.i == frame.first and bool(frame.quoted)
    opens = opens and not (main is not None and main.pos_ == "PROPN")  # "For Labour, Ann Orr called it “…”"
    named = next((c for c in token.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None) if opens else None
    if (
        named is not None
        and named.right_edge.i + 1 < frame.end
        and token.nbor(named.right_edge.i + 1 - token.i).lower_ in (",", "it", "this", "that")
    ):
        return named, named.right_edge
    if token.lower_ == "by":
        noun = next((c for c in token.children if c.lower_ in RECKONING), None)
    elif noun is None or noun.lower_ not in ("words", "view", "opinion", "telling", "account", "judgment", "judgement"):
        return None
    if noun is None:
        return None
    source = next((c for c in noun.children if c.dep_ == "poss" or (c.dep_ == "nsubj" and c.i < noun.i)), None)
    return (source, noun) if source is not None else None


def phrase_at(frame: Frame, token: Token) -> int:
    """The token after a phrase like "according to" that begins at `token`; 0 where none does."""
    for phrase in phrases().get(token.lower_, ()):
        end = token.i + len(phrase)
        if end < frame.end and all(t.lower_ == w for t, w in zip(token.doc[token.i : end], phrase, strict=True)):
            return end
    return 0


@cache
def phrases() -> dict[str, list[tuple[str, ...]]]:
    """The phrases before the name of whoever says it, by their first words; each ends in a preposition."""
    known = (tuple(phrase.split()) for phrase in vocabulary.cues("speech", vocabulary.Cue.PHRASE))
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(w for w in known if len(w) > 1 and w[-1] in ("to", "of")):
        found.setdefault(words[0], []).append(words)
    return found


def nouns(frame: Frame) -> Iterator[Saying]:
    """What a noun gives as somebody's words: "her warning that", "the claim by the council that"."""
    for token in frame.own():
        if token.pos_ != "NOUN" or token.lemma_.lower() not in speech_nouns() | GROUNDS | voiced():
            continue
        clause = clause_under(token) or clause_said(token)
        source = owner(token) or giver(token) if token.lower_ not in GROUNDS else grounded(token)
        if clause is None or source is None or clause.i >= frame.end:
            continue
        ranges = [widened(frame, (max(clause.left_edge.i, token.i + 1), min(clause.right_edge.i + 1, frame.end)))]
        parts, form = parts_of(frame, ranges), form_of(frame, ranges)
        if parts:
            place = frame.place(token.i, token.i + 1)
            yield Saying(frame, "statement/noun", 0.7, parts, form, None, source, words=place)


@cache
def speech_nouns() -> frozenset[str]:
    """Nouns for what somebody says: "claim", "warning"."""
    return frozenset(vocabulary.cues("speech", vocabulary.Cue.NOUN))


@cache
def voiced() -> frozenset[str]:
    """Nouns for what somebody feels or holds, which tell of speech where it is voiced: "dismay", "case"."""
    return vocabulary.words("speech-pattern", "voiced", vocabulary.Cue.NOUN)


def estimates(frame: Frame) -> Iterator[Saying]:
    """What somebody says that a thing comes to: "puts the cost at £3m"."""
    for token in frame.own():
        if token.lemma_ not in ("put", "estimate", "reckon", "set") or token.pos_ != "VERB":
            continue
        thing = next((c for c in token.children if c.dep_ == "dobj" and c.i > token.i), None)
        at = next(
            (c for c in token.children if c.dep_ == "prep" and c.lower_ == "at" and thing and c.i > thing.i), None
        )
        sums = [c for c in at.children if c.dep_ in ("pobj", "pcomp")] if at is not None else []
        source = source_of(token)
        if thing is None or at is None or source is None or not any(t.like_num for s in sums for t in s.subtree):
            continue
        ranges = [widened(frame, (thing.left_edge.i, min(at.right_edge.i + 1, frame.end)))]
        if parts := parts_of(frame, ranges):
            place = frame.place(token.i, token.i + 1)
            yield Saying(frame, "statement/estimate", 0.75, parts, form_of(frame, ranges), None, source, words=place)


def marked(clause: Token) -> bool:
    """Whether "that" begins a clause of its own, and does not stand for the noun before it."""
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def owner(noun: Token) -> Token | None:
    """Whose words the noun says they are: a possessive, or what follows "by" or "from"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
        if child.dep_ == "acl" and child.lemma_ in OFFERED:
            by = next((c for c in child.children if c.dep_ == "agent"), None)
            return next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    return None


def giver(noun: Token) -> Token | None:
    """Who voices what a noun names: the subject of "gave an assurance that", "expressed disappointment that"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in OFFERED or any(c.dep_ in ("neg", "auxpass") for c in verb.children):
        return None
    over = verb
    while subject_of(over) is None and over.dep_ in ("conj", "xcomp") and over.head.i < over.i:
        over = over.head
    subject = subject_of(over)
    return antecedent(subject) if subject is not None else None


def clause_said(noun: Token) -> Token | None:
    """The clause that "is" sets equal to a noun for what is said: "her argument is that boats come late"."""
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in OFFERED:  # "expressed dismay that", whatever the parse hangs it on
        return next((c for c in verb.children if c.dep_ == "ccomp" and c.left_edge.i == noun.i + 1 and marked(c)), None)
    if noun.dep_ != "nsubj" or verb.lemma_ != "be" or verb.i < noun.i:
        return None
    return next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and marked(c)), None)


def clause_under(noun: Token) -> Token | None:
    """The clause that says what was said, or, whatever the parse hangs it on, what the grounds were."""
    if noun.lower_ in GROUNDS and noun.i + 2 < len(noun.doc) and noun.nbor().lower_ == "that":
        return noun.nbor().head if noun.nbor().head.i > noun.i else None
    return next((c for c in noun.children if c.dep_ in ("acl", "ccomp") and marked(c)), None)


def grounded(noun: Token) -> Token | None:
    """Who gives the reasons: the subject of the verb of "opposed it on the ground that"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "on" else None
    while verb is not None and verb.pos_ != "VERB" and verb.head.i != verb.i:
        verb = verb.head
    subject = subject_of(verb) if verb is not None and verb.pos_ == "VERB" else None
    return antecedent(subject) if subject is not None else None


def owned_noun(token: Token) -> bool:
    """Whether a noun for what is said says whose words they are: "the suggestion, made by the council"."""
    return token.pos_ == "NOUN" and token.lemma_.lower() in speech_nouns() | VERDICTS and owner(token) is not None


def verdicts(frame: Frame) -> Iterator[tuple[Quoted, Saying]]:
    """Quotations that a noun or "how" gives to somebody: "“…” was how she put it", "her verdict was “…”"."""
    for quoted in frame.quoted:
        found = verdict_after(frame, quoted) or verdict_before(frame, quoted)
        if found is not None and words_of(quoted):
            word, source = found
            place = frame.place(word.i, word.i + 1)
            parts = list(words_of(quoted))
            yield quoted, Saying(frame, "statement/verdict", 0.85, parts, "direct", None, source, words=place)


def verdict_after(frame: Frame, quoted: Quoted) -> tuple[Token, Token] | None:
    """The word after a quotation that says what it was, and whose: "was how Ann Orr described it"."""
    doc = frame.paragraph.doc
    k = next((i for i in range(quoted.end, frame.end) if not doc[i].is_punct), frame.end)
    if k + 1 < frame.end and doc[k].lower_ in ("that", "this", "such", "so"):
        k += 1  # "“…” – that was her message"
    if k >= frame.end or doc[k].lemma_ not in ("be", "come"):
        return None
    for token in doc[k + 1 : min(k + NEAR, frame.end)]:
        if token.lower_ == "how":
            verb = next(
                (t for t in doc[token.i + 1 : frame.end] if t.pos_ == "VERB" and subject_of(t) is not None), None
            )
            subject = subject_of(verb) if verb is not None else None
            return (token, subject) if subject is not None else None
        if token.pos_ == "NOUN" and token.lemma_.lower() in speech_nouns() | VERDICTS:
            source = owner(token) or belonging(token, frame.end)
            return (token, source) if source is not None else None
    return None


def belonging(noun: Token, end: int) -> Token | None:
    """Whose a noun is that "of" or "from" follows, whatever the parse hangs it on."""
    after = noun.doc[noun.i + 1 : end]
    if len(after) < 2 or after[0].lower_ not in ("of", "from"):
        return None
    return next((c for c in after[0].children if c.dep_ == "pobj"), None)


def verdict_before(frame: Frame, quoted: Quoted) -> tuple[Token, Token] | None:
    """The noun right before a quotation that says whose it is: "her message was “…”"."""
    doc, k = frame.paragraph.doc, quoted.first - 1
    while k > frame.first and doc[k].text in (",", ":"):
        k -= 1
    if k <= frame.first or doc[k].lemma_ != "be":
        return None
    noun = subject_of(doc[k])
    if noun is None or noun.lemma_.lower() not in speech_nouns() | VERDICTS:
        return None
    source = owner(noun) or belonging(noun, k)
    return (noun, source) if source is not None else None
