"""Reported speech: what the clauses of the parse give as somebody's words, under a verb of saying or around its tag."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graph_builder import vocabulary
from graph_builder.extract.narration import Frame
from graph_builder.extract.sayings import Range, widened
from graph_builder.extract.speech_tags import Tag, tag_of
from graph_builder.extract.speech_verbs import SUBJECTS, Cue, cue_at, pattern, subtree

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["clause_of", "finite"]

COMPLEMENTS = frozenset(["ccomp", "xcomp"])
ADVERBIAL = frozenset(["before", "after", "when", "while", "as", "because", "since", "until", "although", "though"])
ASIDE = frozenset(["advcl", "conj", "cc"])
FEWEST = 2  # words of what somebody calls a thing


def clause_of(frame: Frame, cue: Cue) -> list[Range]:
    """What was said, as far as a clause gives it: under the verb, or around its tag; empty where none does."""
    tag = tag_of(frame, cue)
    apart = tag.first > frame.first and (frame.paragraph.doc[tag.first - 1].is_punct or frame.within(tag.first - 1))
    apart = apart and not doc_stop(frame, tag.first - 1)
    before = next((c for c in cue.token.children if c.dep_ == "ccomp" and c.i < tag.first), None)
    told_of = any(c.dep_ == "dobj" and c.i > cue.token.i for c in cue.token.children)
    before = None if told_of and not cue.fits("addressee-object") else before  # "…, the council revealed 26 cases"
    after = [c for c in bearing(cue).children if c.dep_ in COMPLEMENTS and c.i > cue.last and told(cue, c)]
    after = after or unmarked(frame, cue)
    goes_on = any(
        c.dep_ == "xcomp" and c.i > cue.last for c in cue.token.children
    )  # "…, the committee expects to hear"
    if before is None and (cue.token.dep_ == "parataxis" or (not after and not goes_on and postposed(frame, cue, tag))):
        before = cue.token.head
    outright = any(c.lower_ == "that" for child in after for c in child.children)
    outright = outright or any(child.left_edge.i == tag.end for child in after)
    if before is not None and apart and not outright and (finite(before) or not after):
        return around(frame, cue, tag, before)
    if not after:
        return phrased(frame, cue)
    if not outright and (cue.manner == "utter" or cue.fits("quotation-only")):
        return []
    ranges = [below(frame, cue, child) for child in after]
    return [widened(frame, (min(a for a, _ in ranges), max(b for _, b in ranges)))]


def unmarked(frame: Frame, cue: Cue) -> list[Token]:
    """A clause without "that" which the parse hangs on whoever was told: "told the meeting she would resign"."""
    if not cue.fits("addressee-object") or cue.manner != "tell":
        return []
    objects = (c for c in cue.token.children if c.dep_ in ("dobj", "dative") and c.i > cue.token.i)
    objects = (c for c in objects if not c.lower_.endswith("thing"))
    clauses = (g for c in objects for g in c.children if g.dep_ in ("relcl", "acl") and finite(g))
    return [g for g in clauses if g.left_edge.dep_ in SUBJECTS and g.left_edge.pos_ == "PRON" and g.i < frame.end][:1]


def told(cue: Cue, clause: Token) -> bool:
    """Whether a clause under a verb of saying is what was said, and not when, why or what it was said of."""
    if any(c.dep_ == "mark" and c.lower_ in ADVERBIAL for c in clause.children):
        return False
    if cue.manner in ("deny", "accept", "judge") and clause.left_edge.i and clause.left_edge.nbor(-1).text == ":":
        return False  # "disagreed: …" gives the reasons
    if clause.dep_ == "ccomp" and finite(clause):
        return True
    asked = cue.fits("to-infinitive") and cue.fits("addressee-object") and cue.verb in pattern("urging")
    return asked and any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)


def finite(clause: Token) -> bool:
    """Whether a clause has a verb with a tense, or is a question, or begins with "that"."""
    tensed = ("VBZ", "VBD", "VBP", "MD")
    asks = any(t.tag_ in ("WP", "WRB", "WDT", "WP$") or t.lower_ in ("whether", "if") for t in clause.lefts)
    asks = asks or any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    return (
        asks
        or clause.tag_ in tensed
        or any(c.tag_ in tensed for c in clause.children if c.dep_ in ("aux", "auxpass", "cop"))
    )


def bearing(cue: Cue) -> Token:
    """The verb that the clause hangs on: "know" in "wants to know whether"."""
    last = cue.token.doc[cue.last]
    return last if last.pos_ == "VERB" else cue.token


def below(frame: Frame, cue: Cue, clause: Token) -> Range:
    """The clause under the verb, and a clause coordinated with the verb that goes on with the same subject."""
    first, end = clause.left_edge.i, clause.right_edge.i + 1
    if clause.dep_ == "xcomp":
        first = min([first, *(c.left_edge.i for c in cue.token.children if c.dep_ == "dobj" and c.i < clause.i)])
    subject = next((c.lower_ for c in clause.children if c.dep_ in SUBJECTS and c.pos_ == "PRON"), None)
    for other in cue.token.children:
        again = [c.lower_ for c in other.children if c.dep_ in SUBJECTS or c.lower_ == "that"]
        if other.dep_ == "conj" and other.i > clause.i and ("that" in again or (subject and subject in again)):
            end = max(end, other.right_edge.i + 1)
    first, end = max(first, cue.last + 1), min(end, frame.end)
    return first, min([end, *(cut for t in frame.paragraph.doc[first:end] if (cut := aside_at(frame, t, clause)))])


def aside_at(frame: Frame, token: Token, clause: Token) -> int | None:
    """Where a clause with its own verb of saying begins that the parse has drawn into another's: ", adding that"."""
    if token.i <= clause.i or frame.within(token.i) is not None:
        return None
    subject = next((c for c in token.children if c.dep_ in SUBJECTS), None)
    if subject is not None:  # "announced that it will close, and who would not say when"
        again = subject.lower_ == "who" and subject.nbor(-1).lower_ in ("and", "but") and subject.i - 1 > clause.i
        return subject.i - 1 if again and token.dep_ != "relcl" else None
    if token.dep_ == "conj" and token.head == clause and token.tag_ in ("VBD", "VBZ") and voices(token):
        return token.nbor(-1).i if token.nbor(-1).dep_ == "cc" else token.i
    cue, before = cue_at(token), token.nbor(-1)
    comma = before.dep_ == "cc" and before.nbor(-1).text in (",", "’", "”", '"', "'")
    holds = any(c.dep_ == "ccomp" or c.i in [q.first for q in frame.quoted] for c in token.children)
    holds = holds or (comma and any(c.dep_ in ("xcomp", "dobj") and c.i > token.i for c in token.children))
    if cue is None or not holds:
        return None
    if token.tag_ == "VBG" and before.text == ",":
        return before.i
    joined = before.dep_ == "cc" and token.dep_ == "conj" and token.head == clause and token.tag_ in ("VBD", "VBZ")
    return before.i if joined else None


def voices(verb: Token) -> bool:
    """Whether a verb gives more of somebody's words by a noun: "and gave an assurance that"."""
    nouns = (
        c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in vocabulary.cues("speech", vocabulary.Cue.NOUN)
    )
    return any(g.left_edge.lower_ == "that" for noun in nouns for g in noun.children if g.dep_ in ("acl", "ccomp"))


def around(frame: Frame, cue: Cue, tag: Tag, clause: Token) -> list[Range]:
    """What the tag leaves of its sentence: "Boats come late, she said; the tide does not wait"."""
    whole = cue.token.dep_ in ("ROOT", "parataxis", "ccomp") or clause.dep_ == "ROOT" or clause == cue.token.head
    start = frame.first if whole else max(clause.left_edge.i, frame.first)
    stops = [i for i in range(start, min(tag.first, clause.i)) if doc_stop(frame, i)]
    start = stops[-1] + 1 if stops else start
    ranges = [(start, tag.first)] if start < tag.first else []
    aside = {
        i
        for child in cue.token.children
        if child.dep_ in ASIDE and child.i > cue.token.i and child.i != clause.i
        for i in range(*subtree(child))
    }
    if tag.end < frame.end and frame.paragraph.doc[tag.end].text in (",", ";", ":", "-", "–", "—"):
        end = tag.end
        while end < frame.end and (end not in aside or frame.within(end) is not None):
            end += 1
        ranges.append((tag.end, end))
    return ranges


def doc_stop(frame: Frame, i: int) -> bool:
    """Whether a new clause begins after this token, whatever the parse says."""
    return frame.paragraph.doc[i].text in (":", ";") and frame.within(i) is None


def postposed(frame: Frame, cue: Cue, tag: Tag) -> bool:
    """Whether the tag ends its sentence, where the parse takes it for an adverbial: "…, the council said on Friday"."""
    marked = any(c.dep_ in ("mark", "cc", "advmod") and c.i < cue.token.i for c in cue.token.children)
    subject = any(c.dep_ in SUBJECTS and c.pos_ != "PRON" for c in cue.token.children)
    whole = all(t.is_punct for t in frame.paragraph.doc[tag.end : frame.end])
    return cue.token.dep_ in ("advcl", "conj", "dep") and subject and whole and not marked and tag.first > frame.first


def phrased(frame: Frame, cue: Cue) -> list[Range]:
    """What was said, where a phrase gives it: "described it as timely", "accused the board of dithering"."""
    verb = cue.token
    aside = [c.left_edge.i for c in verb.children if c.dep_ in ("advcl", "conj") and c.i > verb.i]
    end = min([verb.right_edge.i + 1, frame.end, *aside])
    for child in verb.children:
        written = next((c for c in child.children if c.dep_ == "pobj" and child.lower_ in ("in", "at")), None)
        if written is not None and (clause := that_clause(written)) is not None:
            return [widened(frame, (clause.left_edge.i, min(clause.right_edge.i + 1, frame.end)))]
        if child.dep_ == "prep" and child.i > verb.i and child.lower_ == "of" and cue.fits("of-phrase"):
            return [widened(frame, (child.i + 1, min(child.right_edge.i + 1, frame.end)))]
        if (named := epithet(cue, child)) is not None:
            return [widened(frame, (named[0], min(named[1], frame.end)))]
        if child.dep_ == "dobj" and child.i > verb.i and cue.verb in as_verbs():
            after = [t for t in verb.doc[child.i + 1 : end] if t.lower_ == "as"]
            if after and not any(t.pos_ == "VERB" for t in verb.doc[child.i : after[0].i]):
                return [widened(frame, (child.left_edge.i, end))]
    return []


def epithet(cue: Cue, part: Token) -> Range | None:
    """A thing and what somebody calls it, without a name among it: "called the vote a step in the dark"."""
    if not cue.fits("naming") or cue.verb in pattern("thought") or part.i < cue.token.i:
        return None
    if part.dep_ == "oprd":
        thing, named = next((c for c in cue.token.children if c.dep_ == "dobj" and c.i < part.i), None), part
    elif part.dep_ == "ccomp" and not finite(part) and part.pos_ in ("NOUN", "ADJ"):
        thing, named = next((c for c in part.children if c.dep_ in SUBJECTS), None), part
    else:
        return None
    words = cue.token.doc[named.left_edge.i : named.right_edge.i + 1]
    if (
        thing is None
        or thing.i < cue.token.i
        or words[0].pos_ == "PROPN"
        or named.pos_ == "PROPN"
        or len(words) < FEWEST
    ):
        return None
    end = words.end
    for child in cue.token.children:
        end = child.right_edge.i + 1 if child.dep_ == "prep" and child.left_edge.i == end else end
    return thing.left_edge.i, end


def that_clause(noun: Token) -> Token | None:
    """The clause that the parse hangs on a noun though the verb of saying has it: "said in a letter that"."""
    for child in noun.children:
        if child.dep_ in ("acl", "relcl", "ccomp") and child.left_edge.lower_ == "that" and finite(child):
            if child.left_edge.dep_ != "mark" and noun.lemma_ not in vocabulary.cues("speech", vocabulary.Cue.NOUN):
                continue  # "in a debate that she led"
            return child
    return None


@cache
def as_verbs() -> frozenset[str]:
    """Verbs that give a thing a name with "as"."""
    return frozenset(vocabulary.concept("speech-pattern", "naming").words(vocabulary.Cue.AS_VERB))
