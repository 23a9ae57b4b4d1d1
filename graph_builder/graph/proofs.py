"""What an answer rests on: the sentence, document, rule and confidence of each fact that its rows name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pyoxigraph import NamedNode, Store

from graph_builder.graph.look import Look

__all__ = ["Proof", "Proofs", "concluded"]

SHORT = 8  # digits of a fact's name, which are enough to tell it from any other


class Proof(NamedTuple):
    """One fact's sentence, and how it was found there."""

    fact: str  # as `onrecord why` takes it
    sentence: str
    source: str  # the document's file
    title: str  # of the document; empty where it has none
    rule: str
    confidence: float | None


class Proofs:
    """The proofs of the facts of one store, each looked up once."""

    def __init__(self, store: Store, base: str) -> None:
        self._look = Look(store, base)
        self._found: dict[NamedNode, Proof | None] = {}

    def of(self, row: Iterable[object]) -> list[Proof]:
        """The proofs of what a row names; nothing where it names no fact."""
        nodes = dict.fromkeys(t for t in row if isinstance(t, NamedNode) and t.value.startswith(self._look.base))
        return [proof for node in nodes if (proof := self._proof(node))]

    def _proof(self, node: NamedNode) -> Proof | None:
        if node not in self._found:
            look, sentence = self._look, self._look.quote(node)
            document = look.thing(node, "onr:inDocument")
            told = look.text(node, "onr:confidence")
            self._found[node] = (
                sentence
                and Proof(
                    fact=self.short(node),
                    sentence=sentence,
                    source=look.source(node),
                    title=look.text(document, "dcterms:title"),
                    rule=look.text(node, "onr:rule"),
                    confidence=float(told) if told else None,
                )
            ) or None
        return self._found[node]

    def short(self, node: NamedNode) -> str:
        """`stance:5f44239c`."""
        kind, _, local = self._look.short(node).partition("/")
        return f"{kind}:{local[:SHORT]}"


def concluded(proofs: Sequence[Proof], named: Iterable[str] = ()) -> str:
    """One line on how an answer came about: documents, which an answer may also name itself, rules, how sure they are.

    Empty where nothing is known of that.
    """
    sources = {p.source for p in proofs} or set(named) - {""}
    rules = sorted({p.rule for p in proofs if p.rule})
    sure = sorted(p.confidence for p in proofs if p.confidence is not None)
    parts = []
    if sources:
        parts.append("from 1 document" if len(sources) == 1 else f"from {len(sources)} documents")
    if rules:
        parts.append(f"found by {f'the rule {rules[0]}' if len(rules) == 1 else f'{len(rules)} rules'}")
    if sure:
        parts.append(f"confidence {sure[0]:g}" + (f" to {sure[-1]:g}" if sure[-1] != sure[0] else ""))
    return ", ".join(parts)
