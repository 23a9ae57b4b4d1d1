"""Questions put to ministers: an oral session that a document records, and questions that a report tells of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract.clauses import object_of, subject_of
from graph_builder.extract.dates import When
from graph_builder.extract.event_dates import when_of
from graph_builder.extract.happenings import Happening, Part, Scene
from graph_builder.extract.language import Paragraph
from graph_builder.model import Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["asked_in_prose", "oral_questions"]

HOUSE = re.compile(
    r"\b(?:Parliament|House of (?:Commons|Lords)|the (?:Commons|Lords|House|chamber)|Holyrood|"
    r"Senedd|Hansard|(?:Prime|First) Minister[’']s Questions|PMQs|oral questions|question time|written question)\b"
)
CHAIR = re.compile(r"^(?:Order\b|I call\b|I remind\b|We (?:come|move) (?:now )?to\b)")
MINISTER = re.compile(r"(?m)^The [^()\n:]{3,120} \((?P<name>[^()\n]{3,60})\)\s*(?:\([^)\n]*\)\s*)?:")
SHORTEST = 12  # characters of a turn that counts
NEAR = 1200  # characters after a question in which its answer is looked for
INTERROGATIVES = frozenset(["what", "why", "when", "whether", "how", "if", "which", "who"])


def oral_questions(scene: Scene, first: Span, when: When | None) -> Iterator[Happening]:
    """The session that the document records: who asked, who answered and who was in the chair."""
    document = scene.text.document
    turns = [s for s in scene.said if s.form == "direct" and _spoken(scene, s)]
    chairs = {s.speaker for s in turns if s.speaker and CHAIR.match(s.parts[0].of(document.text))}
    counted = Counter(s.speaker for s in turns if s.speaker and s.speaker not in chairs)
    answering = list(dict.fromkeys([*_ministers(scene), *(r for r, _ in counted.most_common(1))]))
    asking = [r for r in counted if r not in answering]
    if not asking:
        return
    parts: list[Part] = [(r, "asker") for r in asking] + [(r, "answerer") for r in answering if r in counted]
    parts += [(r, "chair") for r in sorted(chairs)]
    label = "Oral questions" + (f": {document.title}" if document.title else "")
    yield Happening(
        "parliamentary-question", label, first, "event/document/questions", when, parts=parts, confidence=0.9
    )


def _spoken(scene: Scene, said: Statement) -> bool:
    """Whether it is a turn in the record, not words that someone quotes in theirs."""
    return sum(p.end - p.start for p in said.parts) >= SHORTEST and not scene.cast.quoted(said.parts[0].start)


def _ministers(scene: Scene) -> Iterator[str]:
    """Those whom the record introduces by their post: "The Minister for Buses (Ada Pell):"."""
    for match in MINISTER.finditer(scene.text.document.text):
        named = scene.cast.mentions_in(Span(*match.span("name")))
        yield from (m.referent for m in named[:1] if scene.cast.is_person(m.referent) and "Speaker" not in match[0])


def asked_in_prose(scene: Scene, paragraph: Paragraph, verb: Token) -> Happening | None:
    """A question, with whoever answers it: "In Parliament, Ada Pell asked the education secretary what steps …"."""
    if verb.lemma_ != "ask" or not any(t.lower_ in INTERROGATIVES for t in verb.subtree if t.i > verb.i):
        return None
    subject = subject_of(verb)
    asking = [r for r in scene.who(paragraph, subject) if scene.cast.is_person(r)]
    if subject is None:  # the parser may have lost it among names and posts before the verb
        sentence = scene.sentence(paragraph, verb)
        before = scene.cast.mentions_in(Span(sentence.start, paragraph.span_of(verb).start))
        asking = [m.referent for m in before if scene.cast.is_person(m.referent)][-1:]
    around = scene.text.document.text[max(0, paragraph.span.start - NEAR // 2) : paragraph.span.end]
    if len(asking) != 1 or not HOUSE.search(around):
        return None
    answering = [r for r in scene.who(paragraph, object_of(verb)) if scene.cast.is_person(r)] or list(
        _answer(scene, paragraph, verb, asking[0])
    )
    if not answering or answering[0] == asking[0]:
        return None
    label = f"Parliamentary question by {scene.name(asking[0])} to {scene.name(answering[0])}"
    parts = [(asking[0], "asker"), (answering[0], "answerer")]
    when, _ = when_of(scene, paragraph, verb)
    return Happening(
        "parliamentary-question",
        label,
        scene.sentence(paragraph, verb),
        "event/turn/question",
        when,
        parts=parts,
        confidence=0.85,
    )


def _answer(scene: Scene, paragraph: Paragraph, verb: Token, asking: str) -> Iterator[str]:
    """Whoever speaks next with a word of answering."""
    text, at = scene.text.document.text, paragraph.span_of(verb).end
    after = [s for s in scene.said if at < s.parts[0].start < at + NEAR and s.cue is not None and s.speaker != asking]
    for said in sorted(after, key=lambda s: s.parts[0].start)[:1]:
        if (
            said.speaker
            and said.cue is not None
            and said.cue.of(text).casefold().startswith(("repli", "respon", "answer"))
        ):
            yield said.speaker
