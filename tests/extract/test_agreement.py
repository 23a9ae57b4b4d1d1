"""Rules and encoder on the same words: the rules stand, surer; what only the encoder sees is taken with care."""

import re
from dataclasses import dataclass
from functools import cache

from graph_builder.extract.casting import cast_of
from graph_builder.extract.language import Language, load_language, parse
from graph_builder.extract.statements import statements
from graph_builder.model import Document, Span, Statement, Unattributed

LEAD = "Ms Nadia Orme, the chief executive of the Fordham Bridge Trust, met Mr Tom Vale MP at the bridge on Monday.\n"


@cache
def language() -> Language:
    return load_language()


def read(words: str, attributions=()) -> list[tuple[Statement | Unattributed, str | None]]:
    """What is said in a text whose lines are its paragraphs, each with the speaker's name."""
    body = tuple(Span(*m.span()) for m in re.finditer(r"\S[^\n]*", words))
    text = parse(Document(source="a.txt", digest="", text=words, body=body), language())
    cast = cast_of(text)
    return [_named(found, cast) for found in statements(text, cast, attributions)]


def _named(found, cast):
    return (found, cast.referents[found.speaker].name) if isinstance(found, Statement) else (found, None)


def said(words: str, lead: str = LEAD) -> list[tuple[str, str, str]]:
    """(speaker, form, words) of every statement after the first paragraph, which names everybody."""
    whole = lead + words
    return [
        (name, found.form, " … ".join(part.of(whole) for part in found.parts))
        for found, name in read(whole)
        if name is not None and found.parts[0].start >= len(lead)
    ]


@dataclass(frozen=True)
class Seen:
    """What an encoder might see."""

    source: tuple[Span, ...]
    cue: Span | None
    content: tuple[Span, ...]
    probability: float = 0.9


def seen(whole: str, source: str, cue: str, content: str) -> Seen:
    spans = [Span(at := whole.index(words, len(LEAD)), at + len(words)) for words in (source, cue, content)]
    return Seen((spans[0],), spans[1], (spans[2],))


def test_where_the_encoder_sees_the_same_words_the_rules_stand_and_are_surer():
    whole = LEAD + "Nadia Orme said that the bridge was safe."
    alone = [f for f, name in read(whole) if name]
    both = [f for f, name in read(whole, [seen(whole, "Nadia Orme", "said", "that the bridge was safe")]) if name]
    assert [f.parts for f in both] == [f.parts for f in alone]
    assert both[0].confidence > alone[0].confidence


def test_a_clause_that_only_the_encoder_sees_is_taken_with_less_confidence():
    whole = LEAD + "Nadia Orme made it clear that the bridge is safe."
    assert [f for f, name in read(whole) if name] == []
    found = [f for f, name in read(whole, [seen(whole, "Nadia Orme", "made it clear", "the bridge is safe")]) if name]
    assert [(f.rule, f.parts[0].of(whole)) for f in found] == [("statement/learned", "the bridge is safe")]
    assert found[0].confidence < 0.8


def test_what_the_encoder_takes_for_a_wish_is_no_statement():
    whole = LEAD + "Nadia Orme wants a wider bridge."
    assert [f for f, name in read(whole, [seen(whole, "Nadia Orme", "wants", "a wider bridge")]) if name] == []


def test_a_participle_beside_a_name_is_not_the_words_of_whoever_is_named_there():
    whole = LEAD + "A group wrote to Tom Vale calling for the council to open the bridge."
    found = read(whole, [seen(whole, "Tom Vale", "calling for", "the council to open the bridge")])
    assert "Tom Vale" not in [name for _, name in found]
