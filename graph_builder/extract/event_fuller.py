"""What a bare noun stands for: "the consultation" is what the document elsewhere calls "the consultation on …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract.event_phrases import capital, phrase
from graph_builder.extract.happenings import Scene
from graph_builder.extract.language import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["described", "fuller", "measure"]

ABOUT = frozenset(["on", "into", "of", "about", "over", "against", "for"])
TELLING = 2  # words of a phrase that says no more than its noun
ROOM = 10
MEASURES = "scheme|plan|guarantee|standard|code|levy|pilot|trial|supplement|charge|fund|tax|duty|ban|programme"
MEASURE = re.compile(
    rf"\b(?!(?:The|This|That|A|An|Our|Its|Their|His|Her|In|On|Under|If|When)\b)"
    rf"(?:[A-Z][\w’'-]+ (?:(?:for|of|and|to|in|on) )?){{1,4}}(?:{MEASURES}|(?:{MEASURES.title()}))\b"
)


def described(scene: Scene, paragraph: Paragraph, noun: Token) -> str:
    """The noun's own phrase, or that of its fullest mention where it says little by itself."""
    own = _whole(scene, paragraph, noun)
    if len(own.split()) > TELLING:
        return capital(own)
    found = fuller(scene, paragraph, noun)
    if found is not None:
        return capital(_whole(scene, *found))
    about = measure(scene)
    return capital(f"{own} on the {about}" if about else own)


def _whole(scene: Scene, paragraph: Paragraph, noun: Token) -> str:
    """The noun's phrase, also with an "on …" that the parser hung on the verb."""
    own, on = phrase(scene, paragraph, noun, ROOM), _astray(noun)
    return own if on is None else f"{own} on {phrase(scene, paragraph, on, ROOM)}"


def _astray(noun: Token) -> Token | None:
    """What stands after an "on" that follows the noun and does not hang on it."""
    after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    if after.lower_ != "on" or after.dep_ != "prep" or after.head.i == noun.i:
        return None
    return next((g for g in after.children if g.dep_ == "pobj" and g.ent_type_ not in ("DATE", "TIME")), None)


def measure(scene: Scene) -> str:
    """The scheme, plan or law by name of which the document says most: "First Rung guarantee"."""
    text = scene.text.document.text
    named = Counter(m[0] for p in scene.text.paragraphs for m in MEASURE.finditer(text, p.span.start, p.span.end))
    often = named.most_common(2)
    alone = len(often) == 1 or (len(often) > 1 and often[0][1] > often[1][1])
    return often[0][0] if alone else ""


def fuller(scene: Scene, paragraph: Paragraph, noun: Token) -> tuple[Paragraph, Token] | None:
    """The mention of the same noun nearest before, else the first after, that says what it is about."""
    if any(c.lower_ in ("another", "other", "new", "second", "no") for c in noun.lefts):
        return None
    mentions = list(_mentions(scene, noun))
    at = paragraph.span_of(noun).start
    before = [(p, t) for p, t in mentions if p.span_of(t).start < at]
    after = [(p, t) for p, t in mentions if p.span_of(t).start > at]
    return before[-1] if before else after[0] if after else None


def _mentions(scene: Scene, noun: Token) -> Iterator[tuple[Paragraph, Token]]:
    """The places where the document says what the thing is about: "the consultation on the levy"."""
    for paragraph in scene.text.paragraphs:
        for token in paragraph.doc:
            same = token.lemma_.lower() == noun.lemma_.lower() and token.tag_ == noun.tag_
            if same and token.dep_ not in ("compound", "amod") and _told(token):
                yield paragraph, token


def _told(noun: Token) -> bool:
    """Whether something after the noun says what it is about, or a name before it."""
    after = any(c.dep_ == "prep" and c.lower_ in ABOUT and any(True for _ in c.children) for c in noun.rights)
    return (
        after
        or _astray(noun) is not None
        or sum(c.dep_ in ("compound", "amod") and c.pos_ == "PROPN" for c in noun.lefts) > 1
    )
