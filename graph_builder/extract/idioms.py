"""Stances told by idioms: "there is no excuse for delay", "the jury is out", "unless action is taken"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from graph_builder import vocabulary
from graph_builder.extract import stance_cues
from graph_builder.extract.clauses import asks, first_child, own_subject
from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.topics import phrase
from graph_builder.vocabulary import Cue

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from graph_builder.extract.language import Paragraph

__all__ = ["idioms"]

LEADING = frozenset("of for to that about over with on against by from into".split())


@cache
def _idioms() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Idioms of several words by their first, the longest before the others."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for cue, code in vocabulary.cues("stance", Cue.PHRASE).items():
        first, *rest = cue.casefold().split()
        if rest:
            found.setdefault(first, []).append((tuple(rest), code))
    return {first: tuple(sorted(rest, key=lambda r: (-len(r[0]), r))) for first, rest in found.items()}


def idioms(floor: Floor, paragraph: Paragraph, sentence: Span) -> Iterator[Found]:
    """The stance of the first idiom of a sentence, held by whoever says or writes it."""
    met = next(((token, *found) for token in sentence if (found := met_at(token)) is not None), None)
    if met is None or asks(met[0]) or floor.told_by_others(paragraph, met[0]):
        return
    token, last, code = met
    wrongs = code == "opposes" and token.pos_ == "VERB"  # "they ignore the needs of carers" is not against carers
    about = token if wrongs else about_what(token, last)
    noun = about if about is not None and about.pos_ not in ("VERB", "AUX") else None
    words = phrase(about) if about is not None else ""
    if noun is not None and floor.cast.is_person_at(paragraph.span_of(noun)):
        return  # "I have nothing against Mr Vale"
    yield Found(floor.speakers(paragraph, token), code, words, token, f"idiom/{code}", topic_token=noun)


def met_at(token: Token) -> tuple[Token, str] | None:
    """The last word of the longest idiom that begins here, and its stance."""
    for form in dict.fromkeys((token.lower_, token.lemma_.lower())):
        for rest, code in _idioms().get(form, ()):
            last = stance_cues.following(token, rest)
            if last is not None and last.i < token.sent.end:
                return last, code
    return None


def about_what(first: Token, last: Token) -> Token | None:
    """What an idiom is on: what its last word leads to, else the subject of its clause."""
    if last.lower_ in LEADING:
        inner = first_child(last, "pobj", "pcomp") or (last.head if last.dep_ in ("mark", "aux") else None)
        if inner is not None:
            return inner
    verb = next((t for t in (first, *first.ancestors) if t.pos_ in ("VERB", "AUX")), None)
    return own_subject(verb) if verb is not None else None
