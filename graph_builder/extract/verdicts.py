"""What people say of a thing: "the plan is timely", "I am worried by the levy", "called it “a ban in disguise”"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract import stance_cues
from graph_builder.extract.clauses import (
    asks,
    conditional,
    first_child,
    modals,
    negated,
    object_of,
    own_subject,
    subject_of,
    under,
)
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.stance_verbs import OPPOSITE
from graph_builder.extract.topics import phrase, verb_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.language import Paragraph

__all__ = ["verdicts"]

COPULAS = frozenset(["be", "seem", "feel", "look", "sound", "remain", "become"])
SIGHT = frozenset(["see", "hear", "learn", "read", "find", "say", "note"])
UNREAL = frozenset(["if", "unless", "whether"])
FORESEEN = frozenset(["would", "will", "could"])
JUDGED = frozenset(["right", "wrong", "mistaken", "foolish", "wise", "unwise", "correct"])
PRONOUNS = frozenset(["it", "this", "that", "they", "these", "those", "them"])


def verdicts(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """What the verb says, or somebody says by it, of a thing."""
    if asks(verb.sent.text) or under(verb, UNREAL):
        return
    if verb.tag_ == "VBN" and first_child(verb, "auxpass") is not None and felt_code(verb, verb) is not None:
        yield from moved(floor, paragraph, verb)
    elif verb.lemma_ in COPULAS:
        yield from judged(floor, paragraph, verb)
    elif verb.lemma_ in stance_cues.pattern("naming"):
        yield from named(floor, paragraph, verb)
    yield from ended(floor, paragraph, verb)
    yield from done(floor, paragraph, verb)


def judged(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "The levy is a mistake", "I am delighted by the choice", "she is wrong about the cost"."""
    predicate, subject = first_child(verb, "attr", "acomp", "oprd"), subject_of(verb)
    predicate = predicate if predicate is not None else first_child(verb, "prep")
    if predicate is None or subject is None or predicate.i < verb.i:
        return
    if (code := felt_code(verb, predicate)) is not None:
        about = felt_about(verb, predicate)
        if about is not None and about.tag_ == "VB" and about.dep_ == "xcomp":
            return  # "would be glad to come"
        denied = (negated(verb) and not raised(verb, predicate)) or any(c.lower_ == "less" for c in predicate.children)
        code = (
            OPPOSITE.get(code, "questions" if predicate.lower_ in ("persuaded", "convinced") else "")
            if denied
            else code
        )
        if code:
            yield Found(
                floor.holders(paragraph, subject),
                code,
                phrase(about) if about is not None else "",
                verb,
                "verdict/felt",
                modest(verb, predicate),
                denied,
                about,
            )
        return
    code = stance_cues.predicate(predicate) if predicate.dep_ != "prep" else None
    denied = negated(verb)
    if code is None or (denied and code not in OPPOSITE):
        yield from quoted(floor, paragraph, verb, subject, predicate)
        return
    code = OPPOSITE[code] if denied else code
    about = about_whom(floor, paragraph, verb, subject, predicate)
    if about is not None and not conditional(verb):
        yield Found(
            floor.judges(paragraph, verb),
            code,
            phrase(about),
            verb,
            "verdict/said",
            bool(modals(verb) & {"may", "might", "could"}),
            denied,
            about,
        )


def moved(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "We were disappointed by the answer", where the parser sees a passive."""
    code, about, denied = felt_code(verb, verb) or "", felt_about(verb, verb), negated(verb)
    code = OPPOSITE.get(code, code if code == "questions" else "") if denied else code
    if code:
        yield Found(
            floor.holders(paragraph, subject_of(verb)),
            code,
            phrase(about) if about is not None else "",
            verb,
            "verdict/felt",
            modest(verb, verb),
            denied,
            about,
        )


def raised(verb: Token, predicate: Token) -> bool:
    """Whether "not" only raises it: "could not be more pleased"."""
    return bool(modals(verb) & {"could", "can"}) and any(c.lower_ == "more" for c in predicate.children)


def felt_code(verb: Token, predicate: Token) -> str | None:
    """The stance of a feeling; "less persuaded" questions."""
    if predicate.lower_ in ("persuaded", "convinced"):
        doubted = negated(verb) or any(
            c.lower_ in ("less", "hardly", "yet") for c in [*predicate.children, *verb.children]
        )
        return "questions" if doubted else None
    return stance_cues.felt(predicate)


def felt_about(verb: Token, predicate: Token) -> Token | None:
    """What a feeling is about: "by the answer", "to see the fee go", "that the post is empty"."""
    reach = [
        c
        for c in (*predicate.children, *verb.children)
        if c.dep_ in ("prep", "agent", "ccomp", "xcomp", "advcl") and c.i > predicate.i
    ]
    for child in sorted(reach, key=lambda c: c.i):
        inner = first_child(child, "pobj", "pcomp") if child.dep_ in ("prep", "agent") else child
        if inner is not None:
            return object_of(inner) or inner if inner.lemma_ in SIGHT else inner
    return None


def modest(verb: Token, predicate: Token) -> bool:
    """Whether the feeling is hedged."""
    return any(
        c.lower_ in ("less", "yet", "quite", "rather", "slightly", "somewhat") for c in predicate.children
    ) or bool(modals(verb) & {"would", "may", "might"})


def about_whom(floor: Floor, paragraph: Paragraph, verb: Token, subject: Token, predicate: Token) -> Token | None:
    """What a verdict is on: its subject, or what "it is wrong to" and "she is right to" lead to."""
    clause = next(
        (
            c
            for c in [*predicate.children, *verb.children]
            if c.dep_ in ("ccomp", "xcomp", "csubj", "advcl") and c.i > predicate.i and c.pos_ in ("VERB", "AUX")
        ),
        None,
    )
    led = next(
        (
            g
            for c in predicate.children
            if c.dep_ == "prep" and c.lower_ in ("about", "on", "over")
            for g in c.children
            if g.dep_ in ("pobj", "pcomp")
        ),
        None,
    )
    if subject.lower_ in ("it", "there") and clause is not None:
        return clause
    if predicate.lower_ in JUDGED and (led is not None or clause is not None):
        return led if led is not None else clause
    if subject.lower_ in PRONOUNS:
        return subject
    if subject.pos_ == "PRON" or floor.cast.is_person_at(paragraph.span_of(subject)):
        return None
    return subject


def quoted(floor: Floor, paragraph: Paragraph, verb: Token, subject: Token, predicate: Token) -> Iterator[Found]:
    """As in "She said that a pause would be “a ban with a badge”": words worth quoting that are no cue are mostly against."""
    if (
        verb.lemma_ != "be"
        or not opens(predicate)
        or floor.cast.quoted(paragraph.span_of(verb).start)
        or negated(verb)
        or predicate.dep_ != "attr"
    ):
        return
    if subject.pos_ == "PRON" or floor.cast.is_person_at(paragraph.span_of(subject)):
        return
    within = floor.statements_at(paragraph.span_of(verb).start)
    if within:
        yield Found(
            floor.speakers(paragraph, verb),
            tone(predicate),
            phrase(subject),
            verb,
            "verdict/quoted",
            topic_token=subject,
        )


def opens(predicate: Token) -> bool:
    """Whether a quotation opens where the predicate begins."""
    first = next(
        (t for t in predicate.doc[max(0, predicate.i - 4) : predicate.i] if t.text in '“"‘'), predicate.left_edge
    )
    return first.text in "“\"‘'" or (first.i > 0 and first.nbor(-1).text in "“\"‘'")


def tone(predicate: Token) -> str:
    """For, where a superlative or a "first" says so; else against."""
    praised = any(t.tag_ in ("JJS", "RBS") or t.lower_ in ("last", "only", "first") for t in predicate.subtree)
    praised = praised or any(t.lower_ in ("everything", "best") for t in predicate.subtree)
    return "supports" if praised else "opposes"


def named(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "Called it a disgrace", "dismissed the offer as a stunt", "describes that as “a tax on thrift”"."""
    predicate = first_child(verb, "oprd", "attr", "acomp")
    lead = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" and c.i > verb.i), None)
    if predicate is None and lead is not None:
        predicate = first_child(lead, "pobj", "amod", "pcomp", "acomp")
    about = object_of(verb)
    clause = first_child(verb, "ccomp", "xcomp")
    if (
        predicate is None
        and clause is not None
        and own_subject(clause) is not None
        and clause.pos_ in ("NOUN", "ADJ", "PROPN")
    ):
        predicate, about = clause, own_subject(clause)
    if predicate is None and about is not None:
        predicate = quoted_after(about)
    if (
        predicate is None
        or about is None
        or about.i == predicate.i
        or (lead is None and verb.lemma_ in ("see", "welcome", "attack", "condemn"))
    ):
        return
    code = stance_cues.predicate(predicate) or (
        ("opposes" if tone(predicate) == "opposes" else "supports") if opens(predicate) else None
    )
    if stance_cues.verb(verb) is not None or code is None or negated(verb):
        return
    yield Found(
        floor.holders(paragraph, subject_of(verb)), code, phrase(about), verb, "verdict/named", topic_token=about
    )


def done(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "The levy punishes the young", "ministers have ignored us": what is said to do harm, or good."""
    code, subject = stance_cues.deed(verb), own_subject(verb)
    if (
        code is None
        or subject is None
        or verb.dep_ in ("relcl", "advcl")
        or (floor.narrated(paragraph, verb) and not modals(verb) & FORESEEN)
    ):
        return
    if negated(verb):
        code = OPPOSITE[code] if code == "supports" else ""
    if not code or (subject.pos_ == "PRON" and subject.lower_ not in ("it", "this", "that")):
        return
    actor = floor.cast.mention_at(paragraph.span_of(subject)) is not None or subject.tag_ in ("NNS", "NNP", "NNPS")
    topic = verb_phrase(verb) if actor else phrase(subject)
    yield Found(
        floor.speakers(paragraph, verb),
        code,
        topic,
        verb,
        "verdict/deed",
        bool(modals(verb) & {"may", "might", "could"}),
        negated(verb),
        subject,
    )


def quoted_after(about: Token) -> Token | None:
    """The noun of a quotation that stands right after the object, where the parser lost the way: "called it “a …”"."""
    doc, at = about.doc, about.right_edge.i + 1
    if at + 1 >= len(doc) or doc[at].text not in '“"‘':
        return None
    return next(
        (t for t in doc[at + 1 : at + 6] if t.pos_ in ("NOUN", "ADJ", "PROPN") and t.dep_ not in ("amod", "compound")),
        None,
    )


def ended(floor: Floor, paragraph: Paragraph, verb: Token) -> Iterator[Found]:
    """As in "The offer falls short", "the plan does not go far enough"."""
    found, subject = stance_cues.verdict(verb), own_subject(verb)
    if found is None or subject is None:
        return
    if (subject.pos_ == "PRON" and subject.lower_ not in PRONOUNS) or floor.cast.is_person_at(
        paragraph.span_of(subject)
    ):
        return
    yield Found(
        floor.judges(paragraph, verb),
        found[0],
        phrase(subject),
        verb,
        "verdict/ended",
        bool(modals(verb) & {"may", "might", "could"}),
        topic_token=subject,
    )
