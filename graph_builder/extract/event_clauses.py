"""Events that a clause tells: "The charity was founded in 1987 by …", "wrote to us last week"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph_builder.extract import event_cues
from graph_builder.extract.clauses import agent_of, is_passive, noun_phrase, object_of, subject_of, tidy
from graph_builder.extract.dates import When, dates_in
from graph_builder.extract.happenings import Happening, Scene, antecedent, capital
from graph_builder.extract.language import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["clause_events", "looks_ahead", "when_of"]

AHEAD = frozenset(["will", "shall", "'ll", "’ll", "to"])
STATES = frozenset(["be", "have", "do", "say", "tell", "run", "live", "work", "serve", "remain", "stay", "continue", "spend", "need", "mean", "cost", "include"])
TIMES = frozenset("end start beginning middle summer spring autumn winter month week day year evening morning afternoon night close turn course noon".split())
LIGHT = frozenset(["deliver", "submit", "give", "hold", "make", "present", "produce", "conduct", "lead", "chair", "complete", "finish", "return", "run", "send", "issue", "lodge", "commission"])


def clause_events(scene: Scene, paragraph: Paragraph, verb: Token) -> Iterator[Happening]:
    """The event that a verb tells, if it tells one that belongs on a timeline."""
    if any(c.dep_ == "neg" or (c.dep_ == "mark" and c.lower_ in ("if", "unless")) for c in verb.children):
        return
    when, until = when_of(scene, paragraph, verb)
    kind = event_cues.verb_kind(verb)
    at = paragraph.span_of(verb)
    if scene.cast.quoted(at.start) and (when is None or kind is None):
        return
    evidence = list(_evidence_given(scene, paragraph, verb, when))
    if evidence:
        yield from evidence
        return
    subject, done = subject_of(verb), object_of(verb)
    passive = is_passive(verb)
    if passive:
        subject, done = agent_of(verb), subject
    subject, done = _apposed(subject), _apposed(done)
    if kind in (None, "other") and done is not None and (verb.lemma_ in LIGHT or kind == "other") and event_cues.noun_kind(done):
        kind = event_cues.noun_kind(done) if verb.lemma_ in LIGHT else kind
    if kind == "publication":
        done = _published(done)
        if done is None:
            return
    happening = _told(scene, paragraph, verb, kind, when, subject, done)
    if happening is not None:
        happening.until = until
        happening.planned = bool({c.lower_ for c in verb.children if c.dep_ == "aux"} & AHEAD)
        yield happening


def _apposed(token: Token | None) -> Token | None:
    """The name that a common noun describes: "Fair Fares, a campaign set up by …" is Fair Fares."""
    if token is None:
        return None
    token = antecedent(token)
    return token.head if token.dep_ == "appos" and token.head.pos_ == "PROPN" and token.pos_ == "NOUN" else token


def _published(done: Token | None) -> Token | None:
    """What came out: a report, not the body whose report it is."""
    while done is not None:
        if event_cues.noun_kind(done) in ("publication", "letter", "review") or done.lemma_.lower() in event_cues.PAPERS:
            return done
        done = done.head.head if done.dep_ == "pobj" and done.head.dep_ == "prep" and done.head.lower_ in ("of", "by") else None
    return None


def _told(scene: Scene, paragraph: Paragraph, verb: Token, kind: str | None, when: When | None, doer: Token | None, done: Token | None) -> Happening | None:
    if when is None and kind not in event_cues.STRONG and not _tabled(verb, done):
        return None
    if kind is None and (event_cues.is_speech(verb) or verb.lemma_ in STATES):
        return None
    parts = _parts(scene, paragraph, verb, kind or "other", doer, done)
    kind = _settled(scene, verb, kind, when, parts)
    if kind is None or (when is None and not parts) or (kind == "other" and not parts and done is None):
        return None
    label = _label(scene, paragraph, verb, kind, doer, done, parts)
    at = scene.text.sentence_at(paragraph.span_of(verb))
    return Happening(kind, label, at, f"event/clause/{kind}", when, parts=parts) if label else None


def _tabled(verb: Token, done: Token | None) -> bool:
    return verb.lemma_ == "table" and done is not None and done.lemma_.lower() in ("amendment", "motion", "bill")


def _settled(scene: Scene, verb: Token, kind: str | None, when: When | None, parts: Sequence[tuple[str, str]]) -> str | None:
    """The kind after a look at who takes part: only bodies are founded, only people appointed."""
    people = any(scene.cast.is_person(r) for r, _ in parts)
    if kind == "founding" and not any(role == "subject" and not scene.cast.is_person(r) for r, role in parts):
        return "launch" if when is not None else None
    if kind in ("appointment", "resignation") and not people:
        return None
    if kind == "letter" and when is None and len({role for _, role in parts}) < 2:
        return None
    if verb.lemma_ == "join" and kind == "appointment" and not any(not scene.cast.is_person(r) for r, _ in parts) and when is None:
        return None
    return kind or ("other" if parts and when is not None and not when.until else None)


def _parts(scene: Scene, paragraph: Paragraph, verb: Token, kind: str, doer: Token | None, done: Token | None) -> list[tuple[str, str]]:
    frame = event_cues.FRAMES[kind]
    taking = kind == "appointment" and verb.lemma_ in event_cues.TAKING
    if taking and is_passive(verb) and verb.lemma_ in ("succeed", "replace"):
        return [(r, "appointee") for r in scene.who(paragraph, doer)]
    found = [(r, "appointee" if taking else frame.subject) for r in scene.who(paragraph, doer)]
    if not taking:
        found += [(r, frame.object) for r in scene.who(paragraph, done)]
    for child in verb.children:
        if child.dep_ in ("prep", "dative") and child.lower_ in ("to", "with", "alongside", "before"):
            inner = next((g for g in child.children if g.dep_ == "pobj"), None)
            found += [(r, frame.subject if child.lower_ in ("with", "alongside") else frame.to) for r in scene.who(paragraph, inner)]
    return list(dict.fromkeys(found))


def _evidence_given(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Iterator[Happening]:
    """ "told the committee on 14 January that …": evidence given to a body that takes it."""
    if when is None or verb.lemma_ != "tell":
        return
    heard = [r for r in scene.who(paragraph, object_of(verb)) if scene.cast.referents[r].kind in ("parliamentary-group", "inquiry")]
    spoke = scene.who(paragraph, subject_of(verb))
    if heard and spoke:
        label = f"{scene.name(spoke[0])} gives evidence to {scene.name(heard[0])}"
        at = scene.text.sentence_at(paragraph.span_of(verb))
        yield Happening("meeting", label, at, "event/clause/evidence", when, parts=[*((r, "speaker") for r in spoke), (heard[0], "organiser")])


# -- what it is called ------------------------------------------------------------------------------


def _label(scene: Scene, paragraph: Paragraph, verb: Token, kind: str, doer: Token | None, done: Token | None, parts: Sequence[tuple[str, str]]) -> str:
    names = {role: scene.name(r) for r, role in reversed(parts)}
    everyone = [scene.name(r) for r, _ in parts]
    usable = done is not None and done.pos_ != "PRON"
    thing = names.get("subject") if kind == "founding" else scene.thing(paragraph, done) if usable and done is not None else None
    frame = event_cues.FRAMES[kind]
    if frame.label and thing:
        return frame.label.format(object=thing)
    if kind == "letter" and verb.lemma_ == "write":
        return f"Letter from {names.get('author', 'unnamed authors')} to {names['addressee']}" if "addressee" in names else ""
    if verb.lemma_ == "meet" and len(everyone) > 1:
        return f"Meeting between {everyone[0]} and {everyone[1]}"
    if verb.lemma_ == "visit" and thing:
        return f"Visit to {thing}" if not everyone else f"Visit by {everyone[0]} to {thing}"
    if verb.lemma_ in ("respond", "reply"):
        inner = next((g for c in verb.children if c.dep_ == "prep" and c.lower_ == "to" for g in c.children), None)
        who = everyone[0] if everyone else noun_phrase(doer) if doer is not None and doer.pos_ != "PRON" else ""
        return f"{capital(who)} response to {noun_phrase(inner)}" if inner is not None and who else ""
    return told(scene, paragraph, verb)


def told(scene: Scene, paragraph: Paragraph, verb: Token) -> str:
    """The clause itself, from subject to object, pronouns replaced by names, times left out."""
    doc, subject = verb.doc, subject_of(verb)
    who = scene.who(paragraph, subject)
    noun = antecedent(subject) if subject is not None else None
    lead = scene.name(who[0]) if who else noun_phrase(noun) if noun is not None and noun.pos_ != "PRON" else ""
    last = verb.right_edge.i + 1
    for child in verb.children:
        timed = child.dep_ == "npadvmod" or (child.dep_ == "prep" and any(t.ent_type_ in ("DATE", "TIME") for t in child.subtree) and child.lower_ not in ("of", "to"))
        if child.i > verb.i and (timed or child.dep_ in ("advcl", "cc", "conj", "parataxis") or child.text in ";:—–"):
            last = min(last, child.left_edge.i if child.dep_ != "cc" else child.i)
    label = tidy(f"{lead} {doc[verb.i : min(last, verb.i + 12)].text}")
    return capital(label) if lead else ""


# -- when -------------------------------------------------------------------------------------------


def when_of(scene: Scene, paragraph: Paragraph, head: Token) -> tuple[When | None, str | None]:
    """The date that is said of a verb or noun, and the end where a stretch of time is said."""
    document = scene.text.document
    sentence = paragraph.span_of(head.sent)
    found = [w for w in dates_in(document.text, sentence, document.published, future=looks_ahead(head)) if not w.since and _governs(paragraph, head, w)]
    if not found:
        return None, None
    joined = len(found) > 1 and re.search(r"\b(?:to|and|until|–|-)\s*$", document.text[found[0].span.end : found[1].span.start])
    return found[0], found[1].iso if joined else None


def looks_ahead(head: Token) -> bool:
    """Whether the verb speaks of the future: "will", or a plain present."""
    verb = head if head.pos_ in ("VERB", "AUX") else next((t for t in head.ancestors if t.pos_ in ("VERB", "AUX")), head)
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    ahead = bool(auxiliaries & {"will", "shall", "'ll", "’ll", "must", "should", "to"})
    return ahead or (verb.tag_ in ("VBZ", "VBP") and not auxiliaries) or bool(auxiliaries & {"is", "are"} and verb.tag_ in ("VBN", "VBG") and not auxiliaries & {"been"})


def _governs(paragraph: Paragraph, head: Token, when: When) -> bool:
    """Whether the date hangs on this verb or noun, with nothing but prepositions and words of time between."""
    tokens = paragraph.tokens(when.span)
    if tokens is None:
        return False
    token = tokens.root
    if head.dep_ in ("relcl", "advcl") and token.i == head.head.i and any(c.lower_ == "when" for c in head.children):
        return True
    for _ in range(6):
        above = token.head
        if above.i == head.i:
            return True
        if above.i == token.i or not (above.dep_ in ("prep", "pcomp", "dative", "agent") or above.lemma_.lower() in TIMES or above.ent_type_ in ("DATE", "TIME")):
            return False
        token = above
    return False
