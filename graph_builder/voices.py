"""A language model as a further voice: asked once about each document, kept, and joined with what the rules found.

An answer is kept in the graph folder under a name made from the words that were sent, the model, the version of the
prompt and the settings. A later build asks only what has no answer yet, and one that is not to ask uses what is there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from graph_builder.errors import VoiceError
from graph_builder.extract.voice.answers import Item, items_of
from graph_builder.extract.voice.asking import Question, ask_all
from graph_builder.extract.voice.body import Body
from graph_builder.extract.voice.compared import Both, Standing, compared
from graph_builder.extract.voice.cost import Budget, tokens
from graph_builder.extract.voice.joined import LeftOut, join
from graph_builder.extract.voice.parts import LONGEST, parts_of
from graph_builder.extract.voice.prompt import version
from graph_builder.extract.voice.refusals import Refused
from graph_builder.extract.voice.server import Answered, Ear, Server
from graph_builder.extract.voice.taking import take
from graph_builder.graph.evidence import sentence_at
from graph_builder.graph.fact_names import FactNames
from graph_builder.graph.folder import GraphFolder, fact_key
from graph_builder.model import Document, Extraction, Fact, Skipped

__all__ = ["Heard", "Plan", "Voice", "hear", "plan"]

Read = Mapping[str, tuple[Document, Extraction]]
SETTINGS = {"temperature": "0", "longest part": str(LONGEST)}


@dataclass(frozen=True, slots=True)
class Voice:
    """The voice of a build: its model, how it is asked (None: not at all), and what that may cost."""

    model: str
    server: Server | None = None
    budget: Budget = field(default_factory=Budget)
    told: Callable[[int, int], object] = lambda done, of: None  # noqa: ARG005  (nobody listens)


@dataclass(frozen=True, slots=True)
class Heard:
    """What became of asking a voice."""

    model: str
    prompt: str
    answered: tuple[str, ...]  # sources with an answer
    unanswered: tuple[Skipped, ...]  # sources without, and why
    asked: int  # requests answered in this build
    tokens_asked: int
    tokens_told: int
    cost: float | None
    taken: Mapping[str, int]  # facts of the voice, by kind, and how many of them the rules have too
    agreed: Mapping[str, int]
    standing: Mapping[str, float]
    refused: tuple[Refused, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build would ask."""

    documents: int
    answered: int
    questions: int
    tokens_asked: int
    tokens_told: int


def key_of(text: str, model: str) -> str:
    """The name under which the answer about some words is kept."""
    settings = (f"{name}={value}" for name, value in sorted(SETTINGS.items()))
    return fact_key(text, "voice", model, version(), *settings)


def plan(documents: Mapping[str, Document], folder: GraphFolder, model: str) -> Plan:
    """How many questions about these documents have no answer yet, and how long they and their answers are about."""
    parts = {source: parts_of(document) for source, document in documents.items()}
    wanting = {s: [t for t in texts if folder.answer(key_of(t, model)) is None] for s, texts in parts.items()}
    new = {text for texts in wanting.values() for text in texts}
    counts = [tokens(text) for text in sorted(new)]
    return Plan(
        len(documents),
        sum(not w for w in wanting.values()),
        len(new),
        sum(c[0] for c in counts),
        sum(c[1] for c in counts),
    )


def hear(voice: Voice, folder: GraphFolder, read: Read) -> tuple[dict[str, tuple[Document, Extraction]], Heard]:
    """The documents with what rules and voice together found in them, and what became of asking."""
    parts = {source: parts_of(document) for source, (document, _) in read.items()}
    reasons, asked = _ask(voice, folder, parts, {s: d.digest for s, (d, _) in read.items()})
    standing, both, unanswered = Standing(), {}, []
    for source, (document, found) in read.items():
        answers, missing = _answers(folder, voice.model, parts[source])
        if missing:
            unanswered.append(Skipped(source, next((reasons[k] for k in missing if k in reasons), "it was not asked")))
        elif answers:
            both[source] = compared(found, take(found, Body.of(document), answers, sentence_at), standing)
    names = {source: FactNames.of(each.found).name for source, each in both.items()}
    joined = {source: join(each, standing, voice.model, names[source]) for source, each in both.items()}
    result = {s: (d, joined[s][0] if s in joined else found) for s, (d, found) in read.items()}
    budget = voice.budget
    return result, Heard(
        model=voice.model,
        prompt=version(),
        answered=tuple(both),
        unanswered=tuple(unanswered),
        asked=asked,
        tokens_asked=budget.asked,
        tokens_told=budget.told,
        cost=budget.spent,
        taken=_counted(both, lambda b: [*b.pairs.values(), *b.new]),
        agreed=_counted(both, lambda b: list(b.pairs.values())),
        standing={kind: standing.of(kind) for kind in sorted(standing.right)},
        refused=tuple(r for b in both.values() for r in b.taken.refused),
        left_out=tuple(out for _, left in joined.values() for out in left),
    )


def _counted(both: Mapping[str, Both], facts: Callable[[Both], Iterable[Fact]]) -> dict[str, int]:
    return dict(sorted(Counter(type(f).__name__.lower() for b in both.values() for f in facts(b)).items()))


def _ask(
    voice: Voice, folder: GraphFolder, parts: Mapping[str, list[str]], digests: Mapping[str, str]
) -> tuple[dict[str, str], int]:
    """Ask what has no answer; why each question that has none still has none, and how many were answered."""
    of = {key_of(text, voice.model): (source, text) for source, texts in parts.items() for text in texts}
    new = [Question(key, text) for key, (_, text) in of.items() if folder.answer(key) is None]
    if not new:
        return {}, 0
    if voice.server is None:
        return {}, 0
    if not voice.server.address:
        raise VoiceError("the voice has no address: set ONRECORD_LLM_ADDRESS, or address under [voice] in the settings")

    def keep(question: Question, answered: Answered) -> None:
        source, _ = of[question.key]
        folder.keep_answer(question.key, _kept(voice.model, digests[source], answered))

    reasons: dict[str, str] = {}
    for done, (question, reason) in enumerate(ask_all(new, Ear.of(voice.server), voice.budget, keep), start=1):
        voice.told(done, len(new))
        if reason is not None:
            reasons[question.key] = reason
    return reasons, len(new) - len(reasons)


def _kept(model: str, digest: str, answered: Answered) -> dict[str, object]:
    """What is kept of an answer: what it depends on, and its words as they came."""
    cost = {"asked": answered.asked, "told": answered.told}
    return {
        "document": digest,
        "model": model,
        "prompt": version(),
        "settings": SETTINGS,
        "tokens": cost,
        "cut": answered.cut,
        "answer": answered.text,
    }


def _answers(folder: GraphFolder, model: str, parts: list[str]) -> tuple[list[dict[str, list[Item]]], list[str]]:
    """The answers about a document's parts, and the keys of those that are missing."""
    answers, missing = [], []
    for text in parts:
        key = key_of(text, model)
        kept = folder.answer(key)
        items = items_of(kept["answer"]) if kept else None
        if items is None:
            missing.append(key)
        else:
            answers.append(items)
    return answers, missing
