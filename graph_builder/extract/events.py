"""What happened or will happen: each event of a document once, however many sentences tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph_builder import vocabulary
from graph_builder.extract.cast import Cast
from graph_builder.extract.dates import When
from graph_builder.extract.event_clauses import clause_events
from graph_builder.extract.event_documents import document_events
from graph_builder.extract.event_headings import heading_events
from graph_builder.extract.event_nouns import noun_events
from graph_builder.extract.event_parts import bodies_in, unique
from graph_builder.extract.event_reviews import named_reviews
from graph_builder.extract.happenings import Happening, Scene
from graph_builder.extract.language import Text
from graph_builder.model import EntityType, Event, Participation, Referent, Role, Statement
from graph_builder.names import fold

__all__ = ["events"]

SMALL = frozenset(
    "a an the of on in into for to and or by at from with as s its his her their our new this that between".split()
)
KINDRED = [
    frozenset(["launch", "publication", "announcement"]),
    frozenset(["meeting", "debate", "speech"]),
    frozenset(["review", "launch"]),
    frozenset(["vote", "legislation"]),
]
ITSELF = ("Following ", "Above ", "This ")  # how a document points to itself
HEADING = 2  # words of a heading that is too short to stand alone: "Commons vote"
WHOSE = {  # by whom two events of a kind are told apart
    "appointment": "appointee",
    "resignation": "subject",
    "parliamentary-question": "asker",
    "letter": "author",
}
ENOUGH = 0.6  # share of the shorter label's words that the longer one has


def events(
    text: Text, cast: Cast, said: Sequence[Statement], held: Sequence[Role]
) -> Iterator[Referent | Event | Participation]:
    """The events of the document: for each its referent, what is said of its time, and who took part."""
    scene = Scene(text, cast, said, held)
    for number, each in enumerate(_joined(_found(scene)), 1):
        known = {r for r, _ in each.parts}
        for body, role in bodies_in(scene, each.label, each.kind):
            each.parts += [(body, role)] if body not in known else []
            each.proofs.setdefault(body, each.evidence)
        yield from _facts(_closed(each, text), f"e{number}")


def _found(scene: Scene) -> Iterator[Happening]:
    yield from document_events(scene)
    yield from heading_events(scene)
    for paragraph, sentence in scene.text.sentences():
        for verb in (t for t in sentence if t.pos_ in ("VERB", "AUX")):
            yield from clause_events(scene, paragraph, verb)
        for noun in (t for t in sentence if t.pos_ in ("NOUN", "PROPN")):
            yield from noun_events(scene, paragraph, noun)
    yield from named_reviews(scene)


def _closed(each: Happening, text: Text) -> Happening:
    """The close of it, where nothing but its end is told."""
    if each.when is not None or each.until is None:
        return each
    first, _, rest = each.label.partition(" ")
    small = first.lower() in vocabulary.cues("event-kind", vocabulary.Cue.NOUN) or first.lower() in text.document.text
    each.forms.append(each.label)
    each.label = f"Close of the {first.lower() if small else first}{' ' if rest else ''}{rest}"
    each.when, each.until = When(each.evidence, each.until), None
    return each


def _facts(each: Happening, key: str) -> Iterator[Referent | Event | Participation]:
    forms = tuple(dict.fromkeys(f for f in each.forms if f != each.label))
    yield Referent(key, EntityType.EVENT, each.label, each.kind, forms)
    yield Event(
        event=key,
        start=each.when.iso if each.when else None,
        end=each.until,
        place=each.place,
        planned=each.planned,
        cancelled=each.cancelled,
        evidence=each.evidence,
        rule=each.rule,
        confidence=each.confidence,
    )
    for agent, role in unique(each.parts):
        yield Participation(
            event=key, agent=agent, role=role, evidence=each.proofs[agent], rule=each.rule, confidence=each.confidence
        )


def _joined(found: Iterator[Happening]) -> list[Happening]:
    """The happenings, those that tell one event made one: the surest date, everyone in it, every name of it."""
    kept: list[Happening] = []
    for each in found:
        each.proofs = {agent: each.evidence for agent, _ in each.parts}
        same = next((k for k in kept if _same(k, each)), None)
        if same is None:
            each.forms.append(each.label)
            kept.append(each)
            continue
        same.forms.append(each.label)
        if len(same.label.split()) <= (HEADING if same.rule == "event/heading" else 1):
            same.label = each.label
        if each.when is not None and (same.when is None or _closer(each.when.iso, same.when.iso)):
            same.when, same.evidence = each.when, each.evidence
        same.until = same.until or each.until
        same.place = same.place or each.place
        same.cancelled = same.cancelled or each.cancelled
        same.parts += [p for p in each.parts if p[0] not in {r for r, _ in same.parts}]
        same.proofs = each.proofs | same.proofs
    return kept


def _same(left: Happening, right: Happening) -> bool:
    """One kind, dates that agree, and most words of the shorter label in the longer."""
    if left.kind != right.kind and not any({left.kind, right.kind} <= kin for kin in KINDRED):
        return False
    if left.when and right.when and not _agree(left.when.iso, right.when.iso):
        return False
    if _of_others(left, right):
        return False
    if left.kind == right.kind and _told_again(left, right):
        return True
    a, b = _words(left.label), _words(right.label)
    shared = len(a & b)
    if (
        left.when
        and right.when
        and left.kind == right.kind
        and {p[0] for p in left.parts} & {p[0] for p in right.parts}
    ):
        return shared > 0
    return bool(shared) and shared >= ENOUGH * min(len(a), len(b)) and (shared > 1 or min(len(a), len(b)) == 1)


def _told_again(left: Happening, right: Happening) -> bool:
    """Whether the text points back: below a timeline's heading, or to itself: "the following letter was delivered"."""
    if left.rule.startswith("event/document"):
        return right.label.startswith(ITSELF)
    return left.rule == "event/heading" and left.when == right.when


def _of_others(left: Happening, right: Happening) -> bool:
    """Whether the two are about different people: two appointments, two questions, two letters."""
    if left.rule == right.rule == "event/document/written-question":
        return True  # each stands by itself, also where one member put two
    role = WHOSE.get(left.kind)
    ours, theirs = ({r for r, each in side.parts if each == role} for side in (left, right))
    return bool(ours and theirs) and not ours & theirs


def _closer(date: str, other: str) -> bool:
    """Whether a date says more precisely what the other one says."""
    return date != other and date.startswith(other)


def _agree(left: str, right: str) -> bool:
    return left.startswith(right) or right.startswith(left)


def _words(label: str) -> set[str]:
    return set(fold(label).split()) - SMALL
