"""Whether two referents of different documents are the same, and why: one judgement at a time.

Unsure stays apart. A judgement looks only at the two it is about, never at what either was joined with.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph_builder.model import Referent, Verdict
from graph_builder.names import PersonName, acronym_of, fold, person_name

__all__ = ["Known", "judge_bodies", "judge_events", "judge_people"]


@dataclass(frozen=True, slots=True)
class Known:
    """A referent and what its document says of it that helps to tell who it is."""

    referent: Referent
    source: str
    ties: frozenset[str] = frozenset()  # folded names of bodies and posts
    parties: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    start: str | None = None
    end: str | None = None


Judged = tuple[Verdict, str]


def judge_people(left: Known, right: Known) -> Judged:
    """Two people: the same full name, unless party or seat contradict; a shorter form only with a shared tie."""
    if left.areas and right.areas and not left.areas & right.areas:
        return Verdict.DIFFERENT, "they sit for different places"
    a, b = _name(left.referent), _name(right.referent)
    if a.gender and b.gender and a.gender != b.gender:
        return Verdict.DIFFERENT, "their titles differ"
    shared = bool(left.ties & right.ties)
    contradicted = bool(left.parties and right.parties and not left.parties & right.parties)
    if fold(a.full) == fold(b.full) and len(fold(a.full).split()) > 1:
        if contradicted and not shared:
            return Verdict.UNSURE, "the same full name, but different parties"
        return Verdict.SAME, "the same full name"
    if set(map(fold, left.referent.forms)) & {fold(f) for f in right.referent.forms if len(fold(f).split()) > 1}:
        return (Verdict.SAME, "one document gives both names") if not contradicted else (Verdict.UNSURE, "different parties")
    return _shorter_name(a, b, shared, contradicted)


def _shorter_name(a: PersonName, b: PersonName, shared: bool, contradicted: bool) -> Judged:
    if not a.surname or fold(a.surname) != fold(b.surname):
        return Verdict.DIFFERENT, "different names"
    if a.peer and b.peer and fold(a.peer) == fold(b.peer) and not (a.place and b.place and a.place != b.place):
        return Verdict.SAME, "the same peerage"
    if a.given and b.given:
        first, second = sorted((fold(a.given[0]).rstrip("."), fold(b.given[0]).rstrip(".")), key=len)
        if second.startswith(first) and shared and not contradicted:
            return Verdict.SAME, "a short form of the same name, and the same post or body"
        if second.startswith(first):
            return Verdict.UNSURE, "the same surname, and one given name may be short for the other"
        return Verdict.DIFFERENT, "different given names"
    if shared and not contradicted:
        return Verdict.SAME, "the same surname, and the same post or body"
    return Verdict.UNSURE, "the same surname"


def _name(referent: Referent) -> PersonName:
    named = person_name(referent.name)
    titles = (referent.title,) if referent.title and referent.title not in named.titles else ()
    return PersonName((*titles, *named.titles), named.words, named.place, named.letters)


def judge_bodies(left: Known, right: Known) -> Judged:
    """Two bodies: the same entry of the register, the same name, or an acronym that spells the other's name."""
    a, b = left.referent, right.referent
    if a.known and b.known:
        return (Verdict.SAME, "the same entry of the register") if a.known == b.known else (Verdict.DIFFERENT, "different entries of the register")
    if fold(a.name) == fold(b.name):
        return Verdict.SAME, "the same name"
    long_a, long_b = _long_forms(a.forms), _long_forms(b.forms)
    if long_a & long_b:
        return Verdict.SAME, "one document gives both names"
    shorts = {f for f in (*a.forms, *b.forms) if f.isupper() and len(f) > 2}
    for short in sorted(shorts):
        if short in a.forms and short in b.forms and not (long_a and long_b):
            return Verdict.SAME, "the same acronym, explained by one of them"
        if any(acronym_of(n) == short for n in (a.name, b.name)) and (short in (a.name, b.name)):
            return Verdict.SAME, "the acronym of the other's name"
    x, y = sorted((fold(a.name).split(), fold(b.name).split()), key=len)
    if len(x) > 1 and y[: len(x)] == x and a.kind == b.kind:
        return Verdict.SAME, "a short form of the other's name"
    if x and y[: len(x)] == x:
        return Verdict.UNSURE, "one name begins like the other"
    return Verdict.DIFFERENT, "different names"


def _long_forms(forms: Iterable[str]) -> set[str]:
    return {fold(f) for f in forms if len(fold(f).split()) > 1}


SMALL = frozenset("a an the of on in into for to and or by at from with as s its his her their our new".split())


def judge_events(left: Known, right: Known) -> Judged:
    """Two events: one kind, dates that agree, and labels that say the same."""
    a, b = left.referent, right.referent
    if a.kind != b.kind:
        return Verdict.DIFFERENT, "different kinds of event"
    if left.start and right.start and not (left.start.startswith(right.start) or right.start.startswith(left.start)):
        return Verdict.DIFFERENT, "different dates"
    best = max((_alike(x, y) for x in (a.name, *a.forms) for y in (b.name, *b.forms)), default=0.0)
    if best >= 0.75 or (a.kind == "review" and _same_subject(a, b)):
        return Verdict.SAME, "the same kind, dates that agree, and the same words"
    if best >= 0.5:
        return Verdict.UNSURE, "the same kind, dates that agree, and some of the same words"
    return Verdict.DIFFERENT, "different words"


# What any review is called: two reviews need more in common than these.
GENERIC = frozenset("review inquiry enquiry consultation investigation independent public national bold new major final interim".split())


def _same_subject(left: Referent, right: Referent) -> bool:
    """Whether two reviews look into the same thing: three words of their subjects, and most of the shorter's."""
    for x in (left.name, *left.forms):
        for y in (right.name, *right.forms):
            a, b = set(fold(x).split()) - SMALL - GENERIC, set(fold(y).split()) - SMALL - GENERIC
            if len(a & b) >= 3 and len(a & b) >= 0.6 * min(len(a), len(b)):
                return True
    return False


def _alike(left: str, right: str) -> float:
    """The share of content words that two labels have in common (Dice)."""
    a, b = set(fold(left).split()) - SMALL, set(fold(right).split()) - SMALL
    return 2 * len(a & b) / (len(a) + len(b)) if a and b and len(a & b) > 1 else float(a == b and bool(a))
