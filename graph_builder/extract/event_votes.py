"""Votes that are told by their figures, whatever the verb: "refused the plan by 8 votes to 5", "it fell, 31 to 50"."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from graph_builder.extract.clauses import agent_of, is_passive, object_of, subject_of
from graph_builder.extract.dates import When
from graph_builder.extract.event_dates import date_before, when_of
from graph_builder.extract.event_parts import house_of, parts_of_noun
from graph_builder.extract.event_phrases import ENDS, capital, clause, phrase, tidied
from graph_builder.extract.event_proceedings import FIGURE, TALLY, telling
from graph_builder.extract.happenings import Happening, Scene
from graph_builder.extract.language import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["counted"]

COUNT = re.compile(
    rf"(?i)\b{FIGURE} votes? to {FIGURE}\b|\bby {FIGURE}(?: to |[-–]){FIGURE}\b(?! (?:per|years|weeks|months|days))|"
    rf"[,(] ?{FIGURE}(?: to |[-–]){FIGURE}(?=[,.;)])|\bvot(?:ed?|es) {FIGURE}(?: to |[-–]){FIGURE}\b|"
    rf"\bby {FIGURE} (?:\w+ )?to {FIGURE}(?=[.,;)])"
)
MEASURED = frozenset(["fall", "fail", "pass", "defeat", "carry", "lose", "negative", "succeed"])
GAINED = frozenset(["win", "beat", "score", "lose", "finish", "lead", "draw"])  # a game or an election, with figures
ROOM = 9


def counted(scene: Scene, paragraph: Paragraph, verb: Token, when: When | None) -> Happening | None:
    """The vote whose figures stand in the verb's own clause; its day may be that of the sitting told before."""
    if not _owns(verb) or (verb.lemma_ in GAINED and _thing(verb) is None):
        return None
    doer = agent_of(verb) if is_passive(verb) else subject_of(verb)
    label, thing = _label(scene, paragraph, verb), _thing(verb)
    if not label:
        return None
    end = None
    if when is None:
        when, end = when_of(scene, paragraph, verb)
    when = when or date_before(scene, paragraph, verb)
    voters = [(r, "voter") for r in scene.who(paragraph, doer)] if doer is not None and doer is not thing else []
    owners = parts_of_noun(scene, paragraph, thing, "vote") if thing is not None else []
    ours = scene.cast.voice if any(t.lower_ in ("we", "our") for t in verb.subtree) else None
    voters = voters or _owners(scene, paragraph, doer) or house_of(scene, doer) or ([(ours, "voter")] if ours else [])
    parts = [*voters, *owners]
    found = telling(scene, paragraph, verb, when, ("vote", label, parts))
    found.until = end
    return found


def _owns(verb: Token) -> bool:
    """Whether figures of a vote stand in this verb's clause, and in no clause within it."""
    start = verb.sent.start_char
    for match in COUNT.finditer(verb.sent.text):
        if TALLY.search(match[0]) is None and "-" not in match[0] and "–" not in match[0]:
            continue
        figures = verb.doc.char_span(start + match.start(), start + match.end(), alignment_mode="expand")
        above = [figures.root, *figures.root.ancestors] if figures is not None else []
        nearest = next((t for t in above if t.pos_ in ("VERB", "AUX")), None)
        if nearest is not None and nearest.i == verb.i:
            return verb.lemma_ != "vote" or re.search(r"\d[-–]\d", match[0]) is not None
    return False


def _thing(verb: Token) -> Token | None:
    thing = subject_of(verb) if is_passive(verb) or verb.lemma_ in ("fall", "fail", "pass") else object_of(verb)
    return None if thing is None or thing.pos_ == "PRON" or thing.like_num else thing


def _label(scene: Scene, paragraph: Paragraph, verb: Token) -> str:
    """What was voted on: the thing that fell or was carried, or else the clause without its figures."""
    thing = _thing(verb)
    if verb.lemma_ in MEASURED or is_passive(verb):
        return f"Vote on {phrase(scene, paragraph, thing)}" if thing is not None else ""
    lead = clause(scene, paragraph, verb)
    task = next((c for c in verb.rights if c.dep_ in ("xcomp", "advcl", "ccomp") and c.pos_ == "VERB"), None)
    if task is None or not any(c.lower_ == "to" for c in task.lefts):
        return lead if thing is not None else ""
    rest = itertools.takewhile(
        lambda t: t.text not in ENDS, verb.doc[task.i : min(task.right_edge.i + 1, task.i + ROOM)]
    )
    done = tidied("".join(t.text_with_ws for t in rest))
    who = subject_of(verb)
    by = phrase(scene, paragraph, who, ROOM) if who is not None and who.pos_ != "PRON" else ""
    named = scene.names(scene.who(paragraph, who)) or by or scene.names([r for r, _ in _owners(scene, paragraph, who)])
    many = who is not None and who.tag_ in ("NNS", "NNPS")
    return capital(f"{named} {'vote' if many else 'votes'} to {done}") if named else ""


def _owners(scene: Scene, paragraph: Paragraph, doer: Token | None) -> list[tuple[str, str]]:
    """The body whose members, trustees or committee vote."""
    if doer is None:
        return []
    near = [c for c in doer.children if c.dep_ in ("poss", "compound")]
    near += [g for c in doer.children if c.lower_ == "of" for g in c.children]
    return [(r, "voter") for c in near for r in scene.who(paragraph, c) if not scene.cast.is_person(r)]
