"""Rules and encoder on the same words: the rules stand, surer; what only the encoder sees is taken with care."""

from dataclasses import dataclass

from graph_builder.model import Span

LEAD = "Ms Nadia Orme, the chief executive of the Fordham Bridge Trust, met Mr Tom Vale MP at the bridge on Monday.\n"


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


def test_where_the_encoder_sees_the_same_words_the_rules_stand_and_are_surer(heard):
    whole = LEAD + "Nadia Orme said that the bridge was safe."
    alone = [f for f, name in heard(whole) if name]
    both = [f for f, name in heard(whole, [seen(whole, "Nadia Orme", "said", "that the bridge was safe")]) if name]
    assert [f.parts for f in both] == [f.parts for f in alone]
    assert both[0].confidence > alone[0].confidence


def test_a_clause_that_only_the_encoder_sees_is_taken_with_less_confidence(heard):
    whole = LEAD + "Nadia Orme made it clear that the bridge is safe."
    assert [f for f, name in heard(whole) if name] == []
    found = [f for f, name in heard(whole, [seen(whole, "Nadia Orme", "made it clear", "the bridge is safe")]) if name]
    assert [(f.rule, f.parts[0].of(whole)) for f in found] == [("statement/learned", "the bridge is safe")]
    assert found[0].confidence < 0.8


def test_what_the_encoder_takes_for_a_wish_is_no_statement(heard):
    whole = LEAD + "Nadia Orme wants a wider bridge."
    assert [f for f, name in heard(whole, [seen(whole, "Nadia Orme", "wants", "a wider bridge")]) if name] == []


def test_a_participle_beside_a_name_is_not_the_words_of_whoever_is_named_there(heard):
    whole = LEAD + "A group wrote to Tom Vale calling for the council to open the bridge."
    found = heard(whole, [seen(whole, "Tom Vale", "calling for", "the council to open the bridge")])
    assert "Tom Vale" not in [name for _, name in found]
