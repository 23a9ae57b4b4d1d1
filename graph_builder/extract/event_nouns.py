"""Events that a noun names: "the meeting on 4 May", "the independent review of …", "an open letter to …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from graph_builder.extract.clauses import is_passive
from graph_builder.extract.dates import When
from graph_builder.extract.event_dates import is_planned, looks_ahead, place_of, when_of, year_before
from graph_builder.extract.event_deadlines import CLOSING, OPEN
from graph_builder.extract.event_entries import of_entry
from graph_builder.extract.event_headings import section_date
from graph_builder.extract.event_kinds import asks, is_speech, noun_kind, promised, unreal, verb_kind
from graph_builder.extract.event_parts import parts_of_noun
from graph_builder.extract.event_phrases import capital, clause, phrase
from graph_builder.extract.event_reviews import named_review
from graph_builder.extract.happenings import Happening, Part, Scene, led_by, objects_of
from graph_builder.extract.language import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["noun_events"]

PARTS_OF_NAMES = frozenset(["compound", "poss", "amod", "nmod"])
HOLDING = frozenset(["hold", "host", "organise", "chair", "convene", "lead", "secure", "call"])
GOING = frozenset(["come", "go", "join", "attend", "speak", "appear", "announce", "meet", "gather"])
CONDUCTED = frozenset(["conduct", "carry", "hold", "undertake", "commission", "do"])
LOOKING = frozenset(["scrutiny", "evaluation", "assessment"])  # an act that need not be an event
ENDING = frozenset(["complete", "conclude", "finish"])
# words inside a title
WITHIN = frozenset(["a", "an", "and", "at", "for", "from", "in", "of", "on", "the", "to", "with"])
LED = frozenset(["inquiry", "review"])
CROWD = 20  # events of a number that no one of them is meant
UNDERGOING = frozenset(["have", "receive", "get", "undergo", "face"])
HAPPENING = frozenset(
    ["be", "hold", "take", "happen", "occur", "follow", "last", "begin", "start", "open", "see", "convene", "attend"]
)


def noun_events(scene: Scene, paragraph: Paragraph, noun: Token) -> Iterator[Happening]:
    """The event that a noun names, where it has a date, or is a review of something, or a letter of someone."""
    kind = noun_kind(noun)
    if kind is None or _no_event(scene, paragraph, noun, kind):
        return
    when, until = _when(scene, paragraph, noun, kind)
    parts = parts_of_noun(scene, paragraph, noun, kind)
    words = phrase(scene, paragraph, noun)
    whole = len(words.split()) > 2 and any(
        c.dep_ == "prep" or (led_by(c) and kind != "court-case") for c in noun.children
    )
    if (when is None or _numbered(when, kind, parts)) and not _stands(noun, kind, parts, whole=whole):
        return
    at = paragraph.span_of(noun).start
    if (scene.cast.quoted(at) and not parts) or (kind == "publication" and when is None):
        return
    place = place_of(scene, paragraph, noun) or place_of(scene, paragraph, noun.head)
    label = _alone(
        scene, paragraph, noun, _label(scene, words, parts, whole=whole), place if kind != "publication" else None
    )
    if len(label.split()) < 2 and not parts:
        return
    planned, rule = is_planned(scene, noun, when), f"event/noun/{kind}"
    evidence = scene.sentence(paragraph, noun)
    called = _title_before(scene, paragraph, noun)
    if name := named_review(scene, words, paragraph.span_of(noun).start):
        label = name
    yield Happening(
        kind, label, evidence, rule, when, until, place, planned, parts=parts, confidence=0.65, forms=called
    )


def _title_before(scene: Scene, paragraph: Paragraph, noun: Token) -> list[str]:
    """The title that a review has, where the noun only explains it: "Open Gates, the review led by Dame Ada"."""
    first = min([noun, *noun.lefts], key=lambda t: t.i)
    words = noun.doc[noun.sent.start : max(first.i - 1, noun.sent.start)]
    comma = first.i > noun.sent.start and first.nbor(-1).text == ","
    if noun_kind(noun) != "review" or first.lower_ not in ("the", "a", "an") or not comma:
        return []
    title = list(takewhile(lambda t: t.text[:1].isupper() or t.lower_ in WITHIN, reversed(words)))[::-1]
    while title and not title[0].text[:1].isupper():
        title = title[1:]
    named = any(scene.cast.is_person_at(paragraph.span_of(t)) for t in title)
    return ["".join(t.text_with_ws for t in title).strip()] if len(title) > 1 and not named else []


def _no_event(scene: Scene, paragraph: Paragraph, noun: Token, kind: str) -> bool:
    """Whether the noun is a part of a name or a date, one of a crowd, or of a thing whose end the verb tells."""
    if noun.ent_type_ == "DATE" or noun.dep_ in PARTS_OF_NAMES or _many(noun):
        return True
    ended = noun.lemma_.lower() in OPEN and any(c.dep_ == "relcl" and c.lemma_ in CLOSING for c in noun.children)
    off = kind in ("campaign", "protest") and _called_off(noun)
    return ended or off or scene.cast.mention_at(paragraph.span_of(noun)) is not None


def _alone(scene: Scene, paragraph: Paragraph, noun: Token, label: str, place: str | None) -> str:
    """The label, with its place or from its clause where it is a single word."""
    if len(label.split()) < 2 and place:
        label = f"{label} in {place}"
    if len(label.split()) < 2 and noun_kind(noun) == "incident" and noun.dep_ == "nsubj":
        label = clause(scene, paragraph, noun.head)
    return label


def _many(noun: Token) -> bool:
    """Whether figures count many of them, or number a session by its years."""
    counts = [c.text.replace(",", "") for c in noun.children if c.dep_ in ("nummod", "appos", "npadvmod")]
    after = noun.nbor(1).text if noun.i + 1 < len(noun.doc) else ""
    session = noun.text == "Session" and after[:2] in ("19", "20")
    return session or (noun.tag_ == "NNS" and any(c.isdigit() and int(c) > CROWD for c in counts))


def _called_off(noun: Token) -> bool:
    verb = noun.head
    return noun.dep_ == "dobj" and verb.lemma_ == "call" and any(c.lower_ == "off" for c in verb.children)


def _numbered(when: When, kind: str, parts: Sequence[Part]) -> bool:
    """Whether the year only tells one report from others: "Fourth Report of Session 2023-24"."""
    return kind == "publication" and len(when.iso) == len("2024") and not any(r == "author" for _, r in parts)


def _stands(noun: Token, kind: str, parts: Sequence[Part], *, whole: bool) -> bool:
    """Whether the noun names an event without a date: a review of something, a letter or campaign of someone."""
    over = [t for t in noun.ancestors if t.pos_ in ("VERB", "AUX")]
    if kind == "review" and over and over[0].lemma_ in ENDING and noun.dep_ == "dobj":
        over = over[1:]  # what somebody is to finish has begun
    imagined = any("would" in {c.lower_ for c in t.children} for t in over[:1])
    if imagined or any(unreal(t) or (asks(t) and kind != "letter") for t in over):
        return False
    if kind == "review" and (noun.lemma_.lower() in LOOKING or (noun.tag_ == "NNS" and not parts)):
        return False
    if kind == "court-case":
        return len(parts) > 1 or (whole and (bool(parts) or noun.lemma_.lower() == "inquest"))
    if kind == "letter":
        return any(role in ("author", "signatory", "addressee") for _, role in parts)
    if kind == "announcement":
        return len(parts) > 1 and any(c.lower_ == "joint" for c in noun.children)
    by_leader = noun.lemma_.lower() in LED and any(role == "chair" for _, role in parts)
    return (kind == "review" and (whole or by_leader)) or (kind in ("legislation", "campaign") and bool(parts))


def _gone_to(scene: Scene, paragraph: Paragraph, noun: Token) -> tuple[When | None, str | None]:
    """The day of a gathering that somebody goes to or speaks at: "Come to the public meeting that I'm holding on"."""
    held = next((c for c in noun.children if c.dep_ == "relcl" and c.lemma_ in HOLDING), None)
    near = [*noun.children, *(c for g in objects_of(noun, "of") for c in g.children)]
    done = next((c for c in near if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ in CONDUCTED), None)
    if done is not None:
        return when_of(scene, paragraph, done)
    if held is not None:
        return when_of(scene, paragraph, held, ahead=looks_ahead(held))
    going = noun.head.head
    if going.lemma_ in GOING and noun.head.lower_ in ("to", "at", "for", "during"):
        return when_of(scene, paragraph, going)
    return None, None


def _when(scene: Scene, paragraph: Paragraph, noun: Token, kind: str) -> tuple[When | None, str | None]:
    """The noun's own date, or that of the verb that only says that it happened."""
    when, until = of_entry(scene, paragraph, *when_of(scene, paragraph, noun))
    when = when or year_before(paragraph, noun)
    if when is not None:
        return when, until
    when, until = _gone_to(scene, paragraph, noun)
    if when is not None or noun.head.pos_ not in ("VERB", "AUX"):
        return when, until
    return of_entry(scene, paragraph, *_by_verb(scene, paragraph, noun, kind))


def _by_verb(scene: Scene, paragraph: Paragraph, noun: Token, kind: str) -> tuple[When | None, str | None]:
    """The date of the verb that says that it happened, that it befell somebody, or that it is promised."""
    verb = noun.head
    subject = noun.dep_ in ("nsubj", "nsubjpass", "attr")
    plain = not is_speech(verb) and verb_kind(verb, noun) in (None, "other", "launch")
    if subject and plain and (verb.lemma_ in HAPPENING or is_passive(verb)):
        return when_of(scene, paragraph, verb)
    if subject and verb.tag_ == "VBD" and (kind == "incident" or (kind == "publication" and is_speech(verb))):
        return when_of(scene, paragraph, verb)
    if noun.dep_ == "dobj" and verb.lemma_ in UNDERGOING and kind in ("debate", "meeting", "vote", "review"):
        return when_of(scene, paragraph, verb)
    if noun.dep_ == "dobj" and promised(verb):
        return when_of(scene, paragraph, verb, ahead=True)
    if noun.sent.root.i in (verb.i, noun.i) and noun.sent.root.tag_ in ("VBZ", "VBP"):
        return section_date(scene, paragraph, noun.sent.text), None
    return None, None


def _label(scene: Scene, words: str, parts: Sequence[Part], *, whole: bool) -> str:
    """The noun phrase, with whoever takes part where it names nobody yet."""
    label = capital(words)
    if label.startswith("Report "):
        return f"Publication of the {words[:1].lower()}{words[1:]}"
    if whole:
        return label
    if label == "Interview" and parts:
        return f"Interview with {scene.name(parts[0][0])}"
    new = [(r, role) for r, role in parts[:2] if scene.name(r) not in label]
    by, to = ([r for r, role in new if (role == "addressee") is addressed] for addressed in (False, True))
    return label + (f" by {scene.names(by)}" if by else "") + (f" to {scene.names(to)}" if to else "")
