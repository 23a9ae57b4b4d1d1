"""What the stance that a verb tells is on: its object, its clause, or what its preposition leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph_builder.extract import stance_cues
from graph_builder.extract.clauses import (
    complements,
    first_child,
    is_passive,
    modals,
    object_of,
    own_subject,
    subject_of,
)
from graph_builder.extract.topics import LONGEST, noun_phrase, phrase, verb_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["VOTES", "asked", "topic_of"]

CONTENT = frozenset(["calls-for", "commits-to", "warns-of", "questions"])  # stances that a clause may be the topic of
VOTES = frozenset(["vote", "abstain"])
MANDATIVE = frozenset(["must", "should", "ought", "to"])
FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
# What a "on" or a "for" belongs to, though the parser may hang it on the verb: "ruled out a levy on freight".
IMPOSED = frozenset(
    "levy tax tariff toll ban limit cap charge fee duty restriction curb crackdown vote inquiry moratorium freeze plan "
    "proposal report policy guidance fund funding scheme licence rule law bill motion clause".split()
)
TIMES = frozenset(["DATE", "TIME"])


def topic_of(verb: Token, cue: stance_cues.Cue) -> tuple[str, Token | None]:
    """What the stance is on, "-" where it can be on nothing, and the noun that says it, where it is one."""
    if cue.addressee or cue.infinitive:
        clause = asked(verb)
        errand = cue.last is not None and clause is not None and stance_cues.verb(clause) is not None
        return ("-" if clause is None or errand else verb_phrase(clause, subject=False)), None  # "wrote to protest"
    if is_passive(verb):
        subject = own_subject(verb) or (verb.head if verb.dep_ in ("acl", "relcl") else subject_of(verb))
        return of_whom(verb, subject) if subject is not None else ("-", None)
    inner, thanked = after(cue.last) if cue.last is not None else None, object_of(verb)
    if inner is not None and thanked is not None and inner.tag_ == "VBG" and thanked.i < inner.i:
        return f"{phrase(thanked)} {phrase(inner)}", thanked  # "thanked the crews for staying"
    if inner is not None:
        return phrase(inner), inner if inner.pos_ not in ("VERB", "AUX") else None
    return object_topic(verb, cue)


def object_topic(verb: Token, cue: stance_cues.Cue) -> tuple[str, Token | None]:
    """The topic of a verb in the active: its clause, its object, or the noun that its clause belongs to."""
    clause, obj = next(complements(verb), None), object_of(verb)
    if clause is not None and cue.code in CONTENT and (obj is None or clause.i > obj.i):
        return ("-" if cue.code == "calls-for" and indicative(clause) else phrase(clause)), None
    if verb.dep_ in ("csubj", "csubjpass"):  # "what we oppose is a ban"
        obj = first_child(verb.head, "attr", "xcomp", "ccomp") or verb.head
    own = own_subject(verb)
    if obj is None and verb.dep_ == "relcl" and own is not None and own.lower_ not in ("who", "which", "that"):
        obj = verb.head  # "the levy that she opposed"
    if obj is not None:
        return of_whom(verb, obj)
    if clause is not None and cue.code == "opposes":
        return opposed_clause(verb, clause)
    return ("" if (cue.last is not None and cue.code != "commits-to") or verb.lemma_ in VOTES else "-"), None


def of_whom(verb: Token, obj: Token) -> tuple[str, Token | None]:
    """What somebody is blamed, praised or accused for: "accused her of selling it twice"."""
    leads = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("of", "for", "over") and c.i > obj.i]
    leads += [c for c in obj.children if c.lower_ == "for" and first_child(c, "pcomp") is not None]
    inner = first_child(leads[0], "pcomp", "pobj") if leads else None
    if inner is None or (inner.pos_ != "VERB" and obj.pos_ != "PRON"):
        return whole_object(verb, obj), obj
    return (phrase(inner), None) if obj.pos_ == "PRON" else (f"{phrase(obj)} {phrase(inner)}", obj)


def whole_object(verb: Token, obj: Token) -> str:
    """The object with the "on …" or "for …" after it that the parser hung on the verb."""
    words = noun_phrase(obj)
    lead = next((c for c in verb.children if c.dep_ == "prep" and c.i == obj.right_edge.i + 1), None)
    inner = first_child(lead, "pobj") if lead is not None else None
    if lead is None or inner is None or obj.lemma_ not in IMPOSED or lead.lower_ not in ("on", "for"):
        return words
    more = f"{words} {lead.text} {noun_phrase(inner)}"
    return words if inner.ent_type_ in TIMES or len(more.split()) > LONGEST else more


def indicative(clause: Token) -> bool:
    """Whether a clause under "insist" or "suggest" says what is, and not what should be."""
    if own_subject(clause) is None or modals(clause) & MANDATIVE:
        return False
    return any(t.tag_ in FINITE for t in (clause, *clause.children) if t is clause or t.dep_ in ("aux", "auxpass"))


def opposed_clause(verb: Token, clause: Token) -> tuple[str, Token | None]:
    """What a clause is against: what it says, or what it says it of, "complained that it was a stunt"."""
    own = own_subject(clause)
    if any(t.text == ":" for t in verb.doc[verb.i : clause.i]):
        return "-", None  # "disagreed: his own work had found …"
    return (
        (phrase(own), own)
        if own is not None and own.pos_ == "PRON" and clause.lemma_ == "be"
        else (phrase(clause), None)
    )


def after(last: Token) -> Token | None:
    """What a preposition or a particle at the end of a cue leads to."""
    if last.dep_ == "mark":
        return last.head  # "called for the list to be cut"
    inner = first_child(last, "pobj", "pcomp", "dobj")
    if inner is not None:
        clause = next(
            (
                c
                for c in last.head.children
                if c.dep_ in ("advcl", "xcomp", "ccomp") and c.i > inner.i and "to" in modals(c)
            ),
            None,
        )
        return clause if clause is not None and own_subject(clause) is not None else inner
    clause = next(
        (c for c in last.head.children if c.dep_ in ("advcl", "xcomp", "ccomp") and c.i > last.i and "to" in modals(c)),
        None,
    )
    return clause if clause is not None and own_subject(clause) is not None else None


def asked(verb: Token) -> Token | None:
    """The clause that says what the addressee is to do."""
    clause = next(
        (
            c
            for c in verb.children
            if c.dep_ in ("xcomp", "ccomp", "advcl") and c.tag_ in ("VB", "VBN") and c.i > verb.i and "to" in modals(c)
        ),
        None,
    )
    if clause is not None:
        return clause
    return next(
        (
            t
            for t in verb.subtree
            if t.i > verb.i and t.tag_ == "VB" and "to" in modals(t) and t.dep_ in ("acl", "relcl", "advcl", "xcomp")
        ),
        None,
    )
