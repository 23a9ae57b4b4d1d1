"""Two names of one that a document gives as such: "Anna Marsh (née Holt)", "OneVoice, formerly the Speech Society"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from graph_builder.extract import lexicon
from graph_builder.extract.cast import Cast
from graph_builder.extract.language import Paragraph, Text
from graph_builder.extract.patterns import name_words
from graph_builder.extract.translated import join_translated
from graph_builder.model import EntityType, Mention, Referent, Span
from graph_builder.names import PersonName, fold, person_name

__all__ = ["join_renamed"]

LONGEST = 90  # characters between two names of one
# Words that may stand between a name and what joins it to another.
FILLING = frozenset(
    """which who and is was were has have had been will would be then first until in since last this from on later mp
    msp year month january february march april may june july august september october november december the a now
    today officially formally also itself registered england wales scotland company charity soon week autumn spring
    summer winter new number is""".split()
)
MAIDEN = ("née", "nee", "né", "born")
MAIDEN_NAME = re.compile(r",? \(?(?:née|nee|né|born) (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?=[),.;])")
# A new sentence about the body that was just named: ". The Trust, known until 2027 as".
AGAIN = re.compile(r"(?s).{0,40}[.;]\s+The ([A-Z]\w+)")
# Names of two times: "known until 2027 as", "is from this week".
TIMED = re.compile(
    r"\b(?:known|called) (?:until|before|up to|since|from) [\w ]{3,24}? as\b"
    r"|\bis (?:from|as of|since) [\w ]{3,24}?(?= the $)"
)
AND_THEN = re.compile(r" s?he\b")  # "as Ann Lee she had led"
# Words that give one person a wholly other name, of which no part need be the same.
OTHERWISE = re.compile(
    r"(?i)(?:\b(?:s?he|who) (?:is still|was still|remains|is really|(?:writes|wrote|publish(?:es|ed)|performs) as)"
    r"|\b(?:writing|publishing|performing) as"
    r"|whose real name (?:is|was)|known professionally as|under the pen name(?: of)?)"
    r" (?:dr |professor |dame |sir )?$"
)
BEFORE = 40  # characters before a name in which its cue stands


def join_renamed(text: Text, cast: Cast) -> None:
    """Make one of each two referents of the cast that the document tells to be one under two names."""
    for paragraph in text.paragraphs:
        join_translated(text, cast, paragraph)
        for mention in cast.mentions_in(paragraph.span):
            _add_maiden_name(text, cast, mention)
        named = list(cast.mentions_in(paragraph.span))
        people = [m for m in named if cast.is_person(m.referent)]  # "who sat in the Commons as Ann Lee"
        for left, right in dict.fromkeys((*pairwise(named), *pairwise(people))):
            if left.referent in cast.referents and right.referent in cast.referents:
                _join_two(text, cast, left, right)
        _join_by_given_name(text, cast, paragraph)


def _add_maiden_name(text: Text, cast: Cast, mention: Mention) -> None:
    """The name of birth in brackets behind a full name, which may be taken for no name by itself: "(née Holt)"."""
    match = MAIDEN_NAME.match(text.document.text, mention.span.end)
    referent = cast.referents.get(mention.referent)
    if match is None or referent is None or referent.type is not EntityType.PERSON:
        return
    name = person_name(referent.name)
    words = match["name"].split()
    born = " ".join(words if len(words) > 1 else [*name.given[:1], *words])
    if name.given and born not in referent.forms:
        cast.referents[referent.id] = replace(referent, forms=(*referent.forms, born))


def _join_two(text: Text, cast: Cast, left: Mention, right: Mention) -> None:
    """Join two names that stand beside each other, and a cue between them."""
    one, other = cast.referents[left.referent], cast.referents[right.referent]
    cue = _cue(_of_subject(one, text.document.text[left.span.end : right.span.start]))
    if cue is None and _told_of_a_peer(text, left, right):
        cue = "former"
    if cue is None or one.id == other.id or one.type is not other.type:
        return
    if one.type is EntityType.PERSON:
        _join_people(cast, one, other, cue)
    elif cue != "then" and not (one.known and other.known) and fold(one.name) != fold(other.name):
        absorb(cast, other, one)


def _of_subject(one: Referent, between: str) -> str:
    """The words between two names without those up to the noun by which a new sentence means the first of them."""
    again = AGAIN.match(between) if one.type is EntityType.ORGANISATION else None
    return between[again.end() :] if again and fold(again[1]) in fold(one.name).split() else between


def _cue(between: str) -> str | None:
    """The words that join two names, where nothing else stands between them."""
    between = TIMED.sub("now known as", between)
    if len(between) > LONGEST or re.search(r"[.!?]\s", between) or "\n\n" in between:
        return None
    words = _undescribed(re.findall(r"[^\W_]+", between.casefold()))
    for size in range(min(5, len(words)), 0, -1):
        cue = " ".join(words[-size:])
        if cue in _cues():
            rest = words[:-size]
            return cue if all(word in FILLING or word.isdigit() for word in rest) else None
    return None


def _undescribed(words: list[str]) -> list[str]:
    """The words before a name without those that tell what its bearer is: "known as the former Labour MP"."""
    telling = lexicon.post_words() | lexicon.party_words() | {"the", "former", "one-time", "actor", "actress"}
    end = len(words)
    while end and words[end - 1] in telling:
        end -= 1
    return words[:end]


def _told_of_a_peer(text: Text, left: Mention, right: Mention) -> bool:
    """Whether a name is told of a peer as the earlier one: "Lord Pell, the former Labour MP John Orme, said"."""
    words = text.document.text
    between = words[left.span.end : right.span.start]
    peer, name = (person_name(mention.span.of(words)) for mention in (left, right))
    told = _undescribed(re.findall(r"\w+", between.casefold()))
    former = between.startswith((", the former ", " (the former ")) and not told
    listed = re.match(r",? (?:and|or)\b|, (?:the |an? )?[A-Z]", words[right.span.end : right.span.end + 12])
    closed = words[right.span.end : right.span.end + 1] in {",", ")"}
    return bool(former and closed and not listed and peer.peer and not peer.given and name.given and not name.peer)


@cache
def _cues() -> frozenset[str]:
    return name_words("once-called")


def _join_people(cast: Cast, one: Referent, other: Referent, cue: str) -> None:
    """Two names of a person share the given name or the surname, or one is a peerage; a maiden name may stand alone."""
    left, right = person_name(one.name), person_name(other.name)
    if cue in MAIDEN and left.given and not right.given and len(right.words) == 1:
        maiden = " ".join([*left.given, *right.words])
        cast.referents[other.id] = replace(other, forms=(*other.forms, maiden))
        absorb(cast, cast.referents[other.id], one)
    elif (_given(left) and _given(left) == _given(right)) or (cue != "then" and (left.peer or right.peer)):
        absorb(cast, other, one)


def _join_by_given_name(text: Text, cast: Cast, paragraph: Paragraph) -> None:
    """Join a name behind a cue to the one person before it who has the given name: "… was elected as Bethan Lacey"."""
    for mention, referent in list(_called(text, cast, paragraph)):
        name = person_name(referent.name)
        before = dict.fromkeys(m.referent for m in cast.mentions if m.span.start < mention.span.start)
        alike = [
            other
            for r in before
            if (other := cast.referents.get(r)) is not None
            and other.id != referent.id
            and other.type is EntityType.PERSON
            and _given(person_name(other.name)) == _given(name)
            and fold(person_name(other.name).surname) != fold(name.surname)
        ]
        if len(alike) == 1 and referent.id in cast.referents and referent.id not in before:
            absorb(cast, referent, alike[0])
    for mention, referent in list(_otherwise(text, cast, paragraph)):
        earlier = cast.mentions_in(Span(paragraph.span.start, mention.span.start))
        people = dict.fromkeys(m.referent for m in earlier if cast.is_person(m.referent))
        if len(people) == 1 and referent.id in cast.referents and referent.id not in people:
            absorb(cast, referent, cast.referents[next(iter(people))])


def _otherwise(text: Text, cast: Cast, paragraph: Paragraph) -> Iterator[tuple[Mention, Referent]]:
    """The full names right behind words that give anybody another name: "she writes as", "she is still"."""
    for mention in cast.mentions_in(paragraph.span):
        referent = cast.referents.get(mention.referent)
        if referent is None or referent.type is not EntityType.PERSON or not _given(person_name(referent.name)):
            continue
        lead = text.document.text[max(paragraph.span.start, mention.span.start - BEFORE) : mention.span.start]
        if OTHERWISE.search(lead):
            yield mention, referent


def _called(text: Text, cast: Cast, paragraph: Paragraph) -> Iterator[tuple[Mention, Referent]]:
    """The full names of people right behind words that give another name of somebody."""
    for mention in cast.mentions_in(paragraph.span):
        referent = cast.referents.get(mention.referent)
        if referent is None or referent.type is not EntityType.PERSON or not _given(person_name(referent.name)):
            continue
        lead = text.document.text[max(paragraph.span.start, mention.span.start - BEFORE) : mention.span.start]
        acting = lead.casefold().endswith(" as ") and AND_THEN.match(text.document.text, mention.span.end)
        if _behind_cue().search(lead) or acting:
            yield mention, referent


@cache
def _behind_cue() -> re.Pattern[str]:
    cues = sorted(name_words("still-called"), key=lambda word: (-len(word), word))
    return re.compile(rf"(?i)(?<![\w-])(?:{'|'.join(map(re.escape, cues))}) (?:(?:dame|sir|dr|the|mr|mrs|ms|miss) )?$")


def _given(name: PersonName) -> str:
    return fold(name.given[0]) if name.given and name.surname else ""


def absorb(cast: Cast, other: Referent, into: Referent) -> None:
    """Make the two one, under the name of the second; what a register or the text knows of either is kept."""
    kept = cast.referents[into.id]
    kind = other.kind if kept.kind in (None, "other") or (other.known and not kept.known) else kept.kind
    gender = kept.gender or other.gender
    cast.referents[into.id] = replace(kept, kind=kind, gender=gender, known=kept.known or other.known)
    cast.absorb(other.id, into.id)
