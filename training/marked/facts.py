"""What the marks of a document say, as the facts that scores are counted on and as what the encoder learns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from graph_builder.extract.tagging.tags import Attributed, Named, Stood
from graph_builder.model import Span
from training.invent.markup import Annotated
from training.marked.format import Mark, Marked, listed

__all__ = ["annotated", "facts", "same_across"]

Item = dict[str, Any]
LABELS = {"person": "PER", "org": "ORG", "place": "LOC", "work": "WORK"}
TYPES = {"person": "person", "org": "organisation", "event": "event"}


def facts(document: Marked) -> Item:
    """The document's facts as one dictionary, as in the `.gold.json` files of `tests/marked`."""
    gold, head = _Gold(document), document.head
    authors = [a.strip() for a in head["authors"].split(";") if a.strip()]
    return {
        "document": {k: head[k] or None for k in ("title", "published", "publisher")} | {"authors": authors},
        "people": list(gold.named("person").values()),
        "organisations": list(gold.named("org").values()),
        "roles": list(gold.roles()),
        "events": list(gold.events()),
        "statements": list(gold.statements()),
        "positions": list(gold.positions()),
    }


@dataclass(frozen=True, slots=True)
class _Gold:
    document: Marked

    def named(self, tag: str) -> dict[str, Item]:
        """Every person or body by its id: its name, its other forms, its kind."""
        found: dict[str, Item] = {}
        for mark in self.document.of(tag):
            words = " ".join(re.sub(r"<[^>]+>", "", self.document.words(mark)).split())
            item = found.setdefault(mark.get("id"), {"name": words, "aliases": []})
            item["name"] = mark.get("name") or item["name"]
            item["aliases"] += [a for a in (words, *listed(mark.get("aka"))) if a not in item["aliases"]]
            item |= {"kind": mark.get("kind")} if mark.get("kind") else {}
            item |= _optional(mark)
        for item in found.values():
            item["aliases"] = [a for a in item["aliases"] if a != item["name"]]
        return found

    def called(self, identifier: str) -> str:
        """The name of what has this id; other words stand for themselves, "!a_neighbour" for somebody described."""
        every = {**self.named("person"), **self.named("org")}
        return str(every[identifier]["name"]) if identifier in every else identifier.removeprefix("!").replace("_", " ")

    def roles(self) -> Iterator[Item]:
        """Each post and party."""
        for mark in self.document.of("role"):
            yield {
                "person": self.called(mark.get("of")),
                "role": mark.get("post"),
                "aliases": listed(mark.get("aka")),
                "organisation": self.called(mark.get("at")) if mark.get("at") else None,
                "area": mark.get("area") or None,
                "status": mark.get("status") or "current",
                "start": mark.get("start") or None,
                "end": mark.get("end") or None,
                **_optional(mark),
            }

    def events(self) -> Iterator[Item]:
        """Each event, with all that its marks say of it."""
        for joined, marks in self._joined("event"):
            parts = (p.partition(":") for m in marks for p in m.get("with").split(";") if p.strip())
            taking = dict.fromkeys((who.strip(), part.strip()) for who, _, part in parts)
            yield {
                "label": joined.get("label"),
                "aliases": [*listed(joined.get("aka")), *dict.fromkeys(self.document.words(m) for m in marks)],
                "kind": joined.get("kind"),
                "start": joined.get("start") or None,
                "end": joined.get("end") or None,
                "place": joined.get("place") or None,
                "participants": [{"who": self.called(who), "as": part} for who, part in taking],
                **_optional(joined),
            }

    def statements(self) -> Iterator[Item]:
        """Each statement by its longest part, one row for each of those who said it."""
        for joined, marks in self._joined("say"):
            text = max((self.document.words(m) for m in marks), key=len)
            for speaker in joined.get("by").split() or ["!"]:
                yield {
                    "speaker": self.called(speaker) or None,
                    "text": text.strip("“”‘’\"' "),
                    "form": joined.get("form"),
                    "addressee": self.called(joined.get("to")) if joined.get("to") else None,
                    **_optional(joined),
                }

    def positions(self) -> Iterator[Item]:
        """Each stance, one row for each of those who hold it."""
        for mark in self.document.of("stance"):
            for holder in mark.get("by").split():
                yield {
                    "holder": self.called(holder),
                    "stance": mark.get("code"),
                    "topic": mark.get("topic"),
                    "aliases": listed(mark.get("aka")),
                    "evidence": self.document.words(mark),
                    **_optional(mark),
                }

    def _joined(self, tag: str) -> Iterator[tuple[Mark, list[Mark]]]:
        """All marks with one id as one, the first to say something deciding."""
        grouped: dict[str, list[Mark]] = defaultdict(list)
        for mark in self.document.of(tag):
            grouped[mark.get("id")].append(mark)
        for marks in grouped.values():
            attributes = {k: v for m in reversed(marks) for k, v in m.attributes.items()}
            yield Mark(tag, attributes, marks[0].span), marks


def _optional(mark: Mark) -> Item:
    return {"optional": True} if "opt" in mark.attributes else {}


def annotated(document: Marked) -> Annotated:
    """A bare document as the encoder learns from it: names and kinds, who says what, where a stand is taken."""
    kinds = {m.get("id"): m.get("kind") for m in document.of("org") if m.get("kind")}
    names = [Named(m.span, LABELS[m.tag], kinds.get(m.get("id"))) for m in document.of(*LABELS)]
    parts: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for mark in document.of("say", "by", "cue"):
        for statement in mark.get("id" if mark.tag == "say" else "say").split():
            parts[statement][mark.tag].append(mark.span)
    said = (Attributed(*(tuple(sorted(p[tag])) for tag in ("by", "cue", "say"))) for p in parts.values())
    stood = tuple(Stood(m.span, m.get("code")) for m in document.of("stance"))
    return Annotated(document.text, tuple(sorted(names, key=lambda n: n.span)), tuple(said), stood)


def same_across(documents: Iterable[Marked]) -> list[Item]:
    """Who and what is the same in several documents of one debate: what has the same id there."""
    found: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
    for document in documents:
        gold, debate = _Gold(document), document.head["debate"]
        labels = {e.get("id"): e.get("label") for e, _ in gold._joined("event")}  # noqa: SLF001 - of this module
        for mark in document.of(*TYPES):
            key = mark.get("id")
            found[debate, TYPES[mark.tag], key][document.stem] = labels.get(key) or gold.called(key)
    return [
        {"type": kind, "name": min(names.values()), "documents": [{"file": f, "as": [n]} for f, n in names.items()]}
        for (_, kind, _), names in found.items()
        if len(names) > 1
    ]
