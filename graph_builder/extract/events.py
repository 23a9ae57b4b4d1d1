"""What happened or will happen: dated clauses, nouns that name events, and the event that a document itself is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph_builder.extract import event_cues
from graph_builder.extract.cast import Cast
from graph_builder.extract.clauses import agent_of, conjuncts, is_passive, noun_phrase, object_of, subject_of, tidy
from graph_builder.extract.dates import When, dates_in
from graph_builder.extract.language import Paragraph, Text
from graph_builder.model import EntityType, Event, Participation, Referent, Span, Statement
from graph_builder.names import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["events"]

AHEAD = frozenset(["will", "shall", "'ll", "’ll", "to"])
SMALL = frozenset("a an the of on in into for to and or by at from with as s its his her their our new this that".split())


@dataclass(slots=True)
class Happening:
    """An event as one place of the document tells it."""

    kind: str
    label: str
    evidence: Span
    rule: str
    when: When | None = None
    until: str | None = None
    planned: bool = False
    parts: list[tuple[str, str]] = field(default_factory=list)  # referent, role
    confidence: float = 0.7
    forms: list[str] = field(default_factory=list)


def events(text: Text, cast: Cast, said: Sequence[Statement]) -> Iterator[Referent | Event | Participation]:
    """The events of the document, each told once: what it is, when, and who took part."""
    found: list[Happening] = list(document_events(text, cast, said))
    for paragraph, sentence in text.sentences():
        for token in sentence:
            if token.pos_ in ("VERB", "AUX"):
                found += _clause(text, cast, paragraph, token)
            elif token.pos_ in ("NOUN", "PROPN"):
                found += _named(text, cast, paragraph, token)
    for number, each in enumerate(_joined(found), 1):
        yield from _facts(each, f"e{number}")


def _facts(each: Happening, key: str) -> Iterator[Referent | Event | Participation]:
    forms = tuple(dict.fromkeys(f for f in each.forms if f != each.label))
    yield Referent(key, EntityType.EVENT, each.label, each.kind, forms)
    start = each.when.iso if each.when else None
    yield Event(event=key, start=start, end=each.until, planned=each.planned, evidence=each.evidence, rule=each.rule, confidence=each.confidence)
    for agent, role in dict.fromkeys(each.parts):
        yield Participation(event=key, agent=agent, role=role, evidence=each.evidence, rule=each.rule, confidence=each.confidence)


# -- clauses: "The charity was founded in 1987 by …" -------------------------------------------------


def _clause(text: Text, cast: Cast, paragraph: Paragraph, verb: Token) -> Iterator[Happening]:
    kind = event_cues.verb_kind(verb)
    when, until = _when(text, paragraph, verb)
    if any(c.dep_ == "neg" for c in verb.children) or (cast.quoted(paragraph.span_of(verb).start) and (when is None or kind is None)):
        return
    if when is None and kind not in event_cues.STRONG:
        return
    if kind is None and (event_cues.is_speech(verb) or verb.lemma_ in ("be", "have", "do", "say", "tell")):
        return
    if any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in verb.children):
        return
    frame = event_cues.FRAMES[kind or "other"]
    passive = is_passive(verb)
    subject = subject_of(verb)
    doer, done = (agent_of(verb), subject) if passive else (subject, object_of(verb))
    parts = _parts(cast, paragraph, verb, doer, done, kind or "other")
    if kind in event_cues.STRONG and when is None and not parts:
        return
    if kind == "founding" and not any(role == "subject" and not cast.is_person(r) for r, role in parts):
        kind = "launch" if when is not None else None
        frame = event_cues.FRAMES["launch"]
        if kind is None:
            return
    if kind in ("appointment", "resignation") and not any(cast.is_person(r) for r, _ in parts):
        return
    if kind == "letter" and (len({role for _, role in parts}) < 2 and when is None):
        return
    if kind is None and not parts:
        return
    label = _label(cast, paragraph, verb, done, kind or "other", frame, parts)
    planned = bool({c.lower_ for c in verb.children if c.dep_ == "aux"} & AHEAD)
    if label:
        yield Happening(kind or "other", label, text.sentence_at(paragraph.span_of(verb)), f"event/clause/{kind or 'other'}", when, until, planned, parts)


def _parts(cast: Cast, paragraph: Paragraph, verb: Token, doer: Token | None, done: Token | None, kind: str) -> list[tuple[str, str]]:
    frame = event_cues.FRAMES[kind]
    subject_role = "appointee" if kind == "appointment" and verb.lemma_ in ("become", "succeed", "replace", "take", "start", "join") else frame.subject
    found = [(r, subject_role) for r in _who(cast, paragraph, doer)]
    if not (kind == "appointment" and subject_role == "appointee"):
        found += [(r, frame.object) for r in _who(cast, paragraph, done)]
    for child in verb.children:
        if child.dep_ in ("prep", "dative") and child.lower_ in ("to", "with", "alongside", "before"):
            inner = next((g for g in child.children if g.dep_ == "pobj"), None)
            role = frame.subject if child.lower_ in ("with", "alongside") else frame.to
            found += [(r, role) for r in _who(cast, paragraph, inner)]
    return found


def _who(cast: Cast, paragraph: Paragraph, token: Token | None) -> list[str]:
    if token is None:
        return []
    found = [cast.who(paragraph, each) for each in conjuncts(token)]
    for each in conjuncts(token):
        found += [cast.who(paragraph, c) for c in each.children if c.dep_ == "appos" and c.ent_type_]
    if token.lower_ == "i" and cast.author and not cast.quoted(paragraph.span_of(token).start):
        return [cast.author]
    return list(dict.fromkeys(r.referent for r in found if r is not None))


def _label(cast: Cast, paragraph: Paragraph, verb: Token, done: Token | None, kind: str, frame: event_cues.Frame, parts: Sequence[tuple[str, str]]) -> str:
    names = {role: cast.referents[r].name for r, role in reversed(parts)}
    thing = names.get("subject") if kind == "founding" else noun_phrase(done) if done is not None and done.pos_ != "PRON" else None
    if frame.label and thing:
        return frame.label.format(object=thing)
    if kind == "letter" and "author" in names and "addressee" in names:
        return f"Letter from {names['author']} to {names['addressee']}"
    if kind == "letter" and "addressee" in names:
        return f"Letter to {names['addressee']}"
    people = [cast.referents[r].name for r, role in parts]
    if kind == "meeting" and len(people) > 1 and verb.lemma_ == "meet":
        return f"Meeting between {people[0]} and {people[1]}"
    return _told(cast, paragraph, verb)


def _told(cast: Cast, paragraph: Paragraph, verb: Token) -> str:
    """The clause itself, from subject to object, pronouns replaced by names, times left out."""
    doc = verb.doc
    subject = subject_of(verb)
    who = cast.who(paragraph, subject) if subject is not None else None
    lead = cast.referents[who.referent].name if who else noun_phrase(subject) if subject is not None and subject.pos_ != "PRON" else ""
    last = verb.right_edge.i + 1
    for child in verb.children:
        timed = child.dep_ == "npadvmod" or (child.dep_ == "prep" and child.lower_ in ("on", "in", "by", "since", "from", "until", "after", "before", "at", "during") and _dated(child))
        if child.i > verb.i and (timed or child.dep_ in ("advcl", "cc", "conj", "parataxis") or child.text in ";:—–"):
            last = min(last, child.left_edge.i if child.dep_ != "cc" else child.i)
    words = doc[verb.i : min(last, verb.i + 12)].text
    label = tidy(f"{lead} {words}")
    return label[:1].upper() + label[1:] if lead else ""


def _dated(prep: Token) -> bool:
    return any(t.ent_type_ in ("DATE", "TIME") for t in prep.subtree)


# -- when ------------------------------------------------------------------------------------------


def _when(text: Text, paragraph: Paragraph, head: Token) -> tuple[When | None, str | None]:
    """The date that is said of a verb or noun, and the end where a stretch of time is said."""
    sentence = paragraph.span_of(head.sent)
    future = _looks_ahead(head)
    found = [w for w in dates_in(text.document.text, sentence, text.document.published, future=future) if _governs(paragraph, head, w)]
    found = [w for w in found if not w.since]
    if not found:
        return None, None
    until = found[1].iso if len(found) > 1 and re.search(r"\b(?:to|and|until|–|-)\s*$", text.document.text[found[0].span.end : found[1].span.start]) else None
    return found[0], until


def _looks_ahead(head: Token) -> bool:
    verb = head if head.pos_ in ("VERB", "AUX") else next((t for t in head.ancestors if t.pos_ in ("VERB", "AUX")), head)
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return bool(auxiliaries & {"will", "shall", "'ll", "’ll"}) or (verb.tag_ in ("VBZ", "VBP") and not auxiliaries)


def _governs(paragraph: Paragraph, head: Token, when: When) -> bool:
    """Whether the date hangs on this verb or noun, not on another between them."""
    tokens = paragraph.tokens(when.span)
    if tokens is None:
        return False
    token = tokens.root
    for _ in range(6):
        above = token.head
        if above.i == head.i:
            return True
        if above.i == token.i or (above.pos_ in ("VERB",) and above.i != head.i) or (above.pos_ == "AUX" and above.lemma_ == "be"):
            return False
        if above.pos_ in ("NOUN", "PROPN") and event_cues.noun_kind(above) and above.i != head.i:
            return False
        token = above
    return False


# -- nouns: "the meeting on 20 August", "the independent review of …" ---------------------------------


def _named(text: Text, cast: Cast, paragraph: Paragraph, noun: Token) -> Iterator[Happening]:
    kind = event_cues.noun_kind(noun)
    if kind is None or noun.dep_ in ("compound", "poss", "amod", "nmod") or cast.mention_at(paragraph.span_of(noun)) is not None:
        return
    when, until = _when(text, paragraph, noun)
    if when is None and noun.dep_ in ("nsubj", "nsubjpass", "dobj") and noun.head.pos_ in ("VERB", "AUX") and event_cues.verb_kind(noun.head) in (None, "other", "launch"):
        when, until = _when(text, paragraph, noun.head)
    phrase = noun_phrase(noun)
    parts = _noun_parts(cast, paragraph, noun, kind)
    substantial = len(phrase.split()) > 2 and any(c.dep_ == "prep" for c in noun.children)
    if when is None and not (kind == "review" and substantial) and not (kind in ("letter", "legislation", "campaign") and parts):
        return
    if cast.quoted(paragraph.span_of(noun).start) and not parts:
        return
    label = phrase[:1].upper() + phrase[1:]
    if kind == "letter" and parts and not substantial:
        label = label + " " + " ".join(f"{'from' if role == 'author' else 'to'} {cast.referents[r].name}" for r, role in parts[:2])
    planned = _looks_ahead(noun)
    yield Happening(kind, label, text.sentence_at(paragraph.span_of(noun)), f"event/noun/{kind}", when, until, planned, parts, 0.65)


def _noun_parts(cast: Cast, paragraph: Paragraph, noun: Token, kind: str) -> list[tuple[str, str]]:
    """Who takes part, by possessive and preposition: "her letter to", "the report by", "the review led by"."""
    frame = event_cues.FRAMES[kind]
    found: list[tuple[str, str]] = []
    for child in noun.children:
        if child.dep_ == "poss":
            found += [(r, "chair" if kind == "review" and cast.is_person(r) else frame.subject) for r in _who(cast, paragraph, child)]
        elif child.dep_ == "prep":
            inner = next((g for g in child.children if g.dep_ == "pobj"), None)
            role = {"by": frame.subject, "from": frame.subject, "to": frame.to, "with": frame.subject, "between": frame.subject}.get(child.lower_)
            if role and (kind in ("letter", "meeting", "speech", "publication", "review", "campaign") or child.lower_ == "by"):
                found += [(r, role) for r in _who(cast, paragraph, inner)]
        elif child.dep_ == "acl" and child.tag_ == "VBN":
            agent = agent_of(child)
            role = "chair" if child.lemma_ in ("lead", "chair", "head") else frame.subject
            found += [(r, role) for r in _who(cast, paragraph, agent)]
    if noun.dep_ == "dobj" and noun.head.lemma_ in ("hold", "lead", "write", "send", "publish", "launch", "organise", "host", "table", "conduct", "chair", "start", "begin", "issue", "run"):
        role = "chair" if noun.head.lemma_ == "chair" else frame.subject
        found += [(r, role) for r in _who(cast, paragraph, subject_of(noun.head))]
    return found


# -- the document itself ------------------------------------------------------------------------------


def document_events(text: Text, cast: Cast, said: Sequence[Statement]) -> Iterator[Happening]:
    """What the document is: an open letter, a report that came out, a round of oral questions."""
    document = text.document
    if not text.paragraphs:
        return
    first = text.sentence_at(Span(text.paragraphs[0].span.start, text.paragraphs[0].span.start + 1))
    when = When(first, document.published) if document.published else None
    if document.genre == "open-letter":
        yield _letter(text, cast, first, when)
    elif document.genre == "committee-report" and document.title and cast.voice:
        yield Happening("publication", f"Publication of {document.title}", first, "event/document", when, parts=[(cast.voice, "author")], confidence=0.9)
    elif document.genre == "parliamentary-questions":
        lines = [s for s in said if "speaker-line" in s.rule or "speaker_line" in s.rule or "contribution" in s.rule]
        asked = [s.speaker for s in lines if "?" in s.parts[-1].of(document.text)]
        answered = [s.speaker for s in lines if s.speaker not in asked]
        busiest = max(dict.fromkeys(answered), key=answered.count, default=None)
        parts = [(r, "asker") for r in dict.fromkeys(asked)] + ([(busiest, "answerer")] if busiest else [])
        if parts:
            yield Happening("parliamentary-question", document.title or "Oral questions", first, "event/document", when, parts=parts, confidence=0.8)


def _letter(text: Text, cast: Cast, first: Span, when: When | None) -> Happening:
    """The open letter that the document is, with whoever is written to at its head and signs at its end."""
    paragraphs = text.paragraphs
    greeting = next((i for i, p in enumerate(paragraphs) if p.span.of(text.document.text).startswith("Dear ")), 0)
    closing = next((i for i, p in enumerate(paragraphs) if re.match(r"(?i)yours (?:sincerely|faithfully|truly)|signed|(?:kind|best) (?:regards|wishes)", p.span.of(text.document.text))), len(paragraphs))
    head = [m.referent for p in paragraphs[: greeting + 1] if not re.match(r"(?i)cc|copy", p.span.of(text.document.text)) for m in cast.mentions_in(p.span) if cast.is_person(m.referent)]
    foot = []
    for p in paragraphs[closing + 1 :]:
        for start in _lines(text.document.text, p.span):
            named = cast.mentions_in(start)
            people = [m.referent for m in named if cast.is_person(m.referent)]
            foot += people or [m.referent for m in named[:1]]
    parts = [(cast.voice, "author")] if cast.voice else [(a, "author") for a in cast.authors]
    parts += [(r, "signatory") for r in dict.fromkeys(foot)] + [(r, "addressee") for r in dict.fromkeys(head)]
    addressees = " and ".join(cast.referents[r].name for r in list(dict.fromkeys(head))[:2])
    label = f"Open letter to {addressees}" if addressees else text.document.title or "Open letter"
    forms = [text.document.title] if text.document.title else []
    return Happening("letter", label, first, "event/document", when, parts=parts, confidence=0.9, forms=forms)


def _lines(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    for line in span.of(text).splitlines(keepends=True):
        yield Span(at, at + len(line))
        at += len(line)


# -- one event told in several places -------------------------------------------------------------------


def _joined(found: Sequence[Happening]) -> list[Happening]:
    """The happenings, those that tell one event made one: the fullest name, the surest date, everyone in it."""
    kept: list[Happening] = []
    for each in found:
        same = next((k for k in kept if _same(k, each)), None)
        if same is None:
            each.forms.append(each.label)
            kept.append(each)
            continue
        same.forms.append(each.label)
        if same.when is None or (each.when is not None and each.when.iso.startswith(same.when.iso)):
            same.when, same.until = each.when or same.when, same.until or each.until
        same.parts += [p for p in each.parts if p[0] not in {r for r, _ in same.parts}]
    return kept


def _same(left: Happening, right: Happening) -> bool:
    if left.kind != right.kind and not {left.kind, right.kind} <= {"launch", "publication", "announcement"}:
        return False
    if left.when and right.when and not (left.when.iso.startswith(right.when.iso) or right.when.iso.startswith(left.when.iso)):
        return False
    a, b = set(fold(left.label).split()) - SMALL, set(fold(right.label).split()) - SMALL
    shared = len(a & b)
    return bool(shared) and (shared >= 0.6 * min(len(a), len(b)) and (shared > 1 or min(len(a), len(b)) == 1))
