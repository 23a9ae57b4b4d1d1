"""When and where a verb or a noun says that something happened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph_builder.extract.dates import When, dates_in
from graph_builder.extract.happenings import Scene, prepositions
from graph_builder.extract.language import Paragraph
from graph_builder.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["date_before", "is_planned", "looks_ahead", "place_of", "when_of", "year_before"]

AHEAD = frozenset(["will", "shall", "'ll", "’ll", "must", "should", "to", "would"])
TIMES = frozenset(
    (
        "end start beginning middle summer spring autumn winter month week day year "
        "evening morning afternoon night close turn course noon time"
    ).split()
)
JOINED = re.compile(r"^\s*(?:(?:to|and|until|or)\b|[-–—])", re.IGNORECASE)
PENDING = frozenset(
    ["due", "expected", "set", "scheduled", "planned", "expect", "plan", "schedule", "hope", "intend", "aim"]
)
PROPOSING = frozenset(["propose", "consider", "suggest", "recommend", "include", "involve"])  # "proposals include …"
ARRANGING = frozenset(["call", "arrange", "schedule", "plan", "organise", "book", "fix", "set", "convene"])
YEAR = re.compile(r"(?:19|20)\d\d")
BACK = 2  # paragraphs before a vote in which its day may be named
STEPS = 6  # words between a date and what it dates
PLACES = frozenset(["GPE", "FAC", "LOC"])


def when_of(scene: Scene, paragraph: Paragraph, head: Token, *, ahead: bool = False) -> tuple[When | None, str | None]:
    """The date that is said of a verb or noun, and the end where a stretch of time is said."""
    document = scene.text.document
    british = document.language.casefold() == "en-gb"
    sentence = paragraph.span_of(head.sent)
    future = ahead or looks_ahead(head)
    every = list(dates_in(document.text, sentence, document.published, future=future, british=british))
    for number, when in enumerate(every):
        if not _governs(paragraph, head, when) or _lasting(paragraph, head, when):
            continue
        after = every[number + 1] if number + 1 < len(every) else None
        joined = after is not None and JOINED.search(document.text[when.span.end : after.span.end])
        return when, after.iso if joined and after is not None and after.iso >= when.iso else None
    return None, None


def date_before(scene: Scene, paragraph: Paragraph, verb: Token) -> When | None:
    """The one day that the sentences before name, where they and this one tell of one sitting."""
    if verb.tag_ not in ("VBD", "VBN"):
        return None
    near = scene.text.paragraphs[max(0, paragraph.number - BACK) : paragraph.number + 1]
    start, end = near[0].span.start, paragraph.span_of(verb.sent).start
    document = scene.text.document
    said = [w for w in dates_in(document.text, Span(start, end), document.published) if not w.until]
    days = {w.iso for w in said}
    return said[0] if len(days) == 1 and len(said[0].iso) == len("2024-01-01") else None


def year_before(paragraph: Paragraph, noun: Token) -> When | None:
    """The year that stands before a noun as a part of its name: "a 2022 study"."""
    for word in noun.lefts:
        if YEAR.fullmatch(word.text) and word.dep_ in ("nummod", "compound", "amod", "nmod", "npadvmod"):
            return When(paragraph.span_of(word), word.text)
    return None


def _lasting(paragraph: Paragraph, head: Token, when: When) -> bool:
    """Whether the date is only the beginning of a state that lasts: "since 2019"; not "since 2019, when she left"."""
    tokens = paragraph.tokens(when.span)
    if tokens is None or not when.since or (head.dep_ == "relcl" and head.head.i == tokens.root.i):
        return False
    return any(t.lower_ == "since" for t in paragraph.doc[max(0, tokens.start - 1) : tokens.end])


def looks_ahead(head: Token) -> bool:
    """Whether the verb speaks of the future: "will", or a plain present."""
    verb = (
        head if head.pos_ in ("VERB", "AUX") else next((t for t in head.ancestors if t.pos_ in ("VERB", "AUX")), head)
    )
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if verb.lemma_ in ARRANGING and _for_a_day(verb):
        return True
    if "have" in auxiliaries or "has" in auxiliaries or "been" in auxiliaries:
        return False
    if auxiliaries & AHEAD:
        above = verb.head
        return not (
            "to" in auxiliaries
            and verb.dep_ in ("xcomp", "advcl")
            and _past(above)
            and above.lemma_.lower() not in PENDING
        )
    if verb.tag_ in ("VBZ", "VBP"):
        return not auxiliaries
    return bool(auxiliaries & {"is", "are", "am", "'m", "’m", "'re", "’re"}) and verb.tag_ in ("VBN", "VBG")


def _for_a_day(verb: Token) -> bool:
    """Whether the day comes after the arranging: "has called a meeting for Monday"."""
    within = [t for t in verb.subtree if t.lower_ == "for" and t.i > verb.i]
    return any(g.ent_type_ == "DATE" for t in within for g in t.children)


def is_planned(scene: Scene, head: Token, when: When | None) -> bool:
    """Whether it was still to come when the document came out; by the verb where the dates don't tell."""
    published = scene.text.document.published
    if when is not None and published:
        size = min(len(published), len(when.iso))
        if when.iso[:size] != published[:size]:
            return when.iso[:size] > published[:size]
    deed = head.head if head.dep_ == "dobj" else head  # "is to undertake a review"
    if deed.tag_ == "VBG" and deed.head.lemma_ in PROPOSING:
        return True
    return looks_ahead(deed) and not (deed.tag_ in ("VBZ", "VBP") or deed.pos_ not in ("VERB", "AUX"))


def _past(verb: Token) -> bool:
    """Whether the verb, or the one that its adjective hangs on, is in the past: "was pleased"."""
    return any(t.tag_ == "VBD" for t in (verb, *verb.children, verb.head))


def _governs(paragraph: Paragraph, head: Token, when: When) -> bool:
    """Whether the date hangs on this verb or noun, or on its object, by prepositions and words of time only."""
    tokens = paragraph.tokens(when.span)
    if tokens is None:
        return False
    token = tokens.root
    if head.dep_ in ("relcl", "advcl") and token.i == head.head.i:
        return any(c.lower_ == "when" for c in head.children)
    before = paragraph.doc[tokens.start - 1] if tokens.start else token
    if before.dep_ == "prep" and before.head.i == head.i and before.i < head.i and before.lower_ in ("on", "in"):
        return True  # the parser may have taken the date for a part of the name after it
    return _reaches(token, head)


def _reaches(token: Token, head: Token) -> bool:
    """Whether the way up from a date to `head` leads only over prepositions and words of time."""
    for _ in range(STEPS):
        above = token.head
        if above.i in (head.i, token.i):
            return above.i == head.i
        if not _of_time(above):
            return _lent(head, above, token)
        token = above
    return False


def _of_time(token: Token) -> bool:
    return (
        token.dep_ in ("prep", "pcomp", "dative", "agent")
        or token.lemma_.lower() in TIMES
        or token.ent_type_ in ("DATE", "TIME")
    )


def _lent(head: Token, above: Token, below: Token) -> bool:
    """Whether a date that hangs on `above` is also that of `head`: its object's, or that of "is due to publish"."""
    if above.pos_ in ("NOUN", "PROPN") and head.pos_ == "VERB":
        prepositional = below.dep_ == "prep" and below.lower_ not in ("of", "for", "to", "from", "with")
        return (
            (prepositional or below.dep_ == "npadvmod")
            and above.dep_ in ("dobj", "attr", "pobj", "oprd")
            and _verb_over(above).i == head.i
        )
    if head.pos_ in ("NOUN", "PROPN") and above.pos_ in ("NOUN", "PROPN"):
        leading = ("on", "in", "at", "for") if head.head.lemma_ in ARRANGING else ("on", "in", "at")
        return below.dep_ == "prep" and below.lower_ in leading and _within(above, head)
    if head.dep_ == "xcomp" and head.head.i == above.i:
        return above.lemma_.lower() in PENDING
    return above.lemma_.lower() in PENDING and above.dep_ in ("acomp", "oprd") and above.head.i == head.i


def _within(noun: Token, head: Token) -> bool:
    """Whether the noun only says where or with whom: "the speech to members in Dunmouth on 3 May"."""
    for above in noun.ancestors:
        if above.i == head.i:
            return True
        if above.dep_ not in ("prep", "pobj"):
            return False
    return False


def _verb_over(noun: Token) -> Token:
    """The nearest verb above a noun."""
    return next((t for t in noun.ancestors if t.pos_ in ("VERB", "AUX")), noun)


def place_of(scene: Scene, paragraph: Paragraph, head: Token) -> str | None:
    """The place that "in", "at" or "outside" puts the event in, in the text's own words."""
    for preposition in prepositions(head, "in", "at", "outside", "near"):
        for noun in (g for g in preposition.children if g.dep_ == "pobj"):
            words = _name_at(noun)
            mention = scene.cast.mention_at(paragraph.span_of(noun))
            if noun.ent_type_ in PLACES and words and (mention is None or not scene.cast.is_person(mention.referent)):
                return words
    return None


def _name_at(noun: Token) -> str:
    """The name that the noun is a part of."""
    name = next((e for e in noun.doc.ents if e.start <= noun.i < e.end), None)
    return "" if name is None else re.sub(r"^[Tt]he\s+", "", name.text).strip()
