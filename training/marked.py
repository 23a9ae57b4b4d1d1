"""Documents of our own with their facts marked in place: the format, its check, and what it is turned into.

    python -m training.marked check FOLDER          say what is wrong in any file; exit 1 if anything is
    python -m training.marked export FOLDER TARGET  each document as plain text beside its facts (STEM.gold.json), and CROSS.json

`training/corpus/README.md` describes the marks.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph_builder.extract.tagging.tags import Attributed, Named
from graph_builder.model import Span
from training.invent.markup import Annotated

__all__ = ["Mark", "Marked", "annotated", "facts", "read_marked", "troubles"]

ATTRIBUTES = {  # tag -> (wanted, allowed beside them)
    "person": ({"id"}, {"name", "aka", "opt"}),
    "org": ({"id"}, {"kind", "name", "aka", "opt"}),
    "place": (set(), set()),
    "work": (set(), set()),
    "role": ({"of", "post"}, {"at", "area", "status", "start", "end", "aka", "opt"}),
    "event": ({"id"}, {"kind", "label", "aka", "start", "end", "place", "with", "opt"}),
    "say": ({"id"}, {"by", "to", "form", "opt"}),
    "by": ({"say"}, set()),
    "cue": ({"say"}, set()),
    "stance": ({"by", "code", "topic"}, {"aka", "negated", "hedged", "opt"}),
}
CODES = {
    "kind of org": "political-party government government-department legislature parliamentary-group local-authority public-body charity "
    "professional-body coalition company media education inquiry other",
    "kind of event": "review appointment resignation launch publication letter parliamentary-question debate vote legislation speech meeting "
    "campaign protest election founding court-case funding announcement incident other",
    "part in event": "organiser chair member author signatory addressee speaker asker answerer appointee appointer founder publisher sponsor "
    "subject voter participant",
    "code of stance": "supports opposes calls-for commits-to warns-of questions",
    "status of role": "current former future",
    "form of say": "direct reported mixed",
    "layout": "txt md html",
}
HEAD = {"debate", "form", "layout", "title", "published", "publisher", "authors"}
_TAG = re.compile(rf'<(/?)({"|".join(ATTRIBUTES)})((?:\s+[a-z]+(?:="[^"]*")?)*)\s*>')
_ATTRIBUTE = re.compile(r'([a-z]+)(?:="([^"]*)")?')
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its tag, its attributes, and which characters of the plain text it covers."""

    tag: str
    attributes: dict[str, str]
    span: Span

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")


@dataclass(frozen=True, slots=True)
class Marked:
    """One document: its head, its plain text, its marks in the order in which they open, and what could not be read."""

    stem: str
    head: dict[str, str]
    text: str
    marks: tuple[Mark, ...]
    unread: tuple[str, ...] = ()

    def of(self, *tags: str) -> Iterator[Mark]:
        return (m for m in self.marks if m.tag in tags)

    def words(self, mark: Mark) -> str:
        return self.text[mark.span.start : mark.span.end]


@dataclass(slots=True)
class _Reading:
    plain: str = ""
    open: dict[str, list[tuple[int, dict[str, str]]]] = field(default_factory=lambda: defaultdict(list))
    marks: list[Mark] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def tag(self, closes: bool, tag: str, attributes: str) -> None:
        if not closes:
            self.open[tag].append((len(self.plain), {m[1]: m[2] or "" for m in _ATTRIBUTE.finditer(attributes)}))
        elif self.open[tag]:
            start, found = self.open[tag].pop()
            self.marks.append(Mark(tag, found, Span(start, len(self.plain))))
        else:
            self.unread.append(f"</{tag}> closes nothing, after “{self.plain[-40:]}”")


def read_marked(path: Path) -> Marked:
    """A marked document. Marks may overlap: a closing tag closes the latest one of its name."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    reading, at = _Reading(), 0
    for found in _TAG.finditer(body):
        reading.plain += body[at : found.start()]
        reading.tag(bool(found[1]), found[2], found[3])
        at = found.end()
    reading.plain += body[at:]
    still = [f"<{tag}> is not closed: “{reading.plain[s : s + 40]}”" for tag, spans in reading.open.items() for s, _ in spans]
    lines = dict((k.strip(), v.strip()) for k, _, v in (line.partition(":") for line in head.splitlines() if line.strip()))
    order = sorted(reading.marks, key=lambda m: (m.span.start, -m.span.end))
    return Marked(path.name.split(".")[0], lines, reading.plain, tuple(order), (*reading.unread, *still))


def troubles(document: Marked) -> list[str]:
    """What is wrong with the marks, a line each; empty when nothing is."""
    found = [*document.unread, *(f"head: no line “{k}:”" for k in sorted(HEAD - document.head.keys()))]
    found += [f"head: unknown line “{k}:”" for k in sorted(document.head.keys() - HEAD)]
    if document.head.get("layout") not in CODES["layout"].split():
        found.append("head: layout is txt, md or html")
    known = {m.get("id") for m in document.of("person", "org")}
    said = {m.get("id") for m in document.of("say")}
    for mark in document.marks:
        where = f"<{mark.tag}> “{document.words(mark)[:50]}”: "
        found += [where + t for t in _troubles_of(mark, document.words(mark), known, said, document.head.get("layout") == "html")]
    for group, tag, key in (("kind of org", "org", "kind"), ("kind of event", "event", "kind"), ("form of say", "say", "form")):
        firsts = {m.get("id"): m for m in reversed(list(document.of(tag)))}
        having = {m.get("id") for m in document.of(tag) if m.get(key) in CODES[group].split()}
        found += [f"<{tag} id={i}>: its first mark needs {key}=…, one of: {CODES[group]}" for i in firsts if i not in having]
    found += [f"<event id={m.get('id')}>: no mark of it has a label" for m in document.of("event") if not _first(document, "event", m.get("id"), "label")]
    return found


def _troubles_of(mark: Mark, words: str, known: set[str], said: set[str], markup: bool) -> Iterator[str]:
    wanted, allowed = ATTRIBUTES[mark.tag]
    yield from (f"no {a}=" for a in sorted(wanted - mark.attributes.keys()))
    yield from (f"unknown attribute {a}=" for a in sorted(mark.attributes.keys() - wanted - allowed))
    if not words.strip() or words != words.strip():
        yield "covers nothing, or begins or ends with a space"
    if "\n\n" in words and mark.tag != "say":
        yield "goes over a paragraph's end"
    if markup and re.search(r"</?(p|div|li|h\d|br)\b", words):
        yield "goes over a block of the page's own markup"
    codes = {"code": "code of stance", "status": "status of role"}
    yield from (f"{a}= is one of: {CODES[c]}" for a, c in codes.items() if mark.get(a) and mark.get(a) not in CODES[c].split())
    yield from (f"{a}= is a date: 2024, 2024-05 or 2024-05-03" for a in ("start", "end") if mark.get(a) and not _DATE.fullmatch(mark.get(a)))
    people = [mark.get(a) for a in ("of",) if mark.get(a)]
    if mark.tag in {"say", "stance"}:
        people += [b for b in mark.get("by").split() if not b.startswith("!")]
    people += [p.partition(":")[0].strip() for p in mark.get("with").split(";") if p.strip()]
    yield from (f"“{p}” is the id of no person or org marked here" for p in people if p not in known)
    parts = [p.partition(":")[2].strip() for p in mark.get("with").split(";") if p.strip()]
    yield from (f"with=: “{p}” is not one of: {CODES['part in event']}" for p in parts if p not in CODES["part in event"].split())
    if mark.tag in {"by", "cue"}:
        yield from (f"“{s}” is the id of no <say>" for s in mark.get("say").split() if s not in said)


def _first(document: Marked, tag: str, identifier: str, name: str) -> str:
    return next((m.get(name) for m in document.of(tag) if m.get("id") == identifier and m.get(name)), "")


@dataclass(frozen=True, slots=True)
class _Gold:
    """The facts of one document as the script that scores wants them."""

    document: Marked

    def names(self, tag: str) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        for mark in self.document.of(tag):
            words = " ".join(re.sub(r"<[^>]+>", "", self.document.words(mark)).split())
            item = found.setdefault(mark.get("id"), {"name": mark.get("name") or words, "aliases": []})
            item["name"] = mark.get("name") or item["name"]
            item["aliases"] += [a for a in [words, *_listed(mark.get("aka"))] if a not in item["aliases"]]
            if mark.get("kind"):
                item["kind"] = mark.get("kind")
            if "opt" in mark.attributes:
                item["optional"] = True
        for item in found.values():
            item["aliases"] = [a for a in item["aliases"] if a != item["name"]]
        return found

    def called(self, identifier: str) -> str:
        every = {**self.names("person"), **self.names("org")}
        return str(every[identifier]["name"]) if identifier in every else identifier.removeprefix("!").replace("_", " ")

    def roles(self) -> Iterator[dict[str, Any]]:
        for mark in self.document.of("role"):
            body = mark.get("at")
            yield {
                "person": self.called(mark.get("of")),
                "role": mark.get("post"),
                "aliases": _listed(mark.get("aka")),
                "organisation": self.called(body) if body else None,
                "area": mark.get("area") or None,
                "status": mark.get("status") or "current",
                "start": mark.get("start") or None,
                "end": mark.get("end") or None,
                **_optional(mark),
            }

    def events(self) -> Iterator[dict[str, Any]]:
        grouped: dict[str, list[Mark]] = defaultdict(list)
        for mark in self.document.of("event"):
            grouped[mark.get("id")].append(mark)
        for marks in grouped.values():
            joined = Mark("event", {k: v for m in reversed(marks) for k, v in m.attributes.items()}, marks[0].span)
            parts = (p.partition(":") for m in marks for p in m.get("with").split(";") if p.strip())
            with_ = list(dict.fromkeys((w.strip(), a.strip()) for w, _, a in parts))
            yield {
                "label": joined.get("label"),
                "aliases": [*_listed(joined.get("aka")), *dict.fromkeys(self.document.words(m) for m in marks)],
                "kind": joined.get("kind"),
                "start": joined.get("start") or None,
                "end": joined.get("end") or None,
                "place": joined.get("place") or None,
                "participants": [{"who": self.called(w), "as": a} for w, a in with_],
                **_optional(joined),
            }

    def statements(self) -> Iterator[dict[str, Any]]:
        grouped: dict[str, list[Mark]] = defaultdict(list)
        for mark in self.document.of("say"):
            grouped[mark.get("id")].append(mark)
        for marks in grouped.values():
            joined = Mark("say", {k: v for m in reversed(marks) for k, v in m.attributes.items()}, marks[0].span)
            text = max((self.document.words(m) for m in marks), key=len)
            for speaker in joined.get("by").split() or ["!"]:
                to = joined.get("to")
                yield {
                    "speaker": self.called(speaker) or None,
                    "text": text.strip("“”‘’\"' "),
                    "form": joined.get("form"),
                    "addressee": self.called(to) if to else None,
                    **_optional(joined),
                }

    def positions(self) -> Iterator[dict[str, Any]]:
        for mark in self.document.of("stance"):
            for holder in mark.get("by").split():
                yield {
                    "holder": self.called(holder),
                    "stance": mark.get("code"),
                    "topic": mark.get("topic"),
                    "aliases": _listed(mark.get("aka")),
                    "evidence": self.document.words(mark),
                    **_optional(mark),
                }


def _listed(text: str) -> list[str]:
    return [t.strip() for t in text.split("|") if t.strip()]


def _optional(mark: Mark) -> dict[str, bool]:
    return {"optional": True} if "opt" in mark.attributes else {}


def facts(document: Marked) -> dict[str, Any]:
    """The document's facts as one dictionary, as in the `.gold.json` files of `tests/marked`."""
    gold, head = _Gold(document), document.head
    authors = [a.strip() for a in head["authors"].split(";") if a.strip()]
    return {
        "document": {k: head[k] or None for k in ("title", "published", "publisher")} | {"authors": authors},
        "people": list(gold.names("person").values()),
        "organisations": list(gold.names("org").values()),
        "roles": list(gold.roles()),
        "events": list(gold.events()),
        "statements": list(gold.statements()),
        "positions": list(gold.positions()),
    }


def annotated(document: Marked) -> Annotated:
    """The document as the encoder learns from it: names with their kinds, and who says what."""
    labels = {"person": "PER", "org": "ORG", "place": "LOC", "work": "WORK"}
    kinds = {m.get("id"): m.get("kind") for m in document.of("org") if m.get("kind")}
    names = [Named(m.span, labels[m.tag], kinds.get(m.get("id"))) for m in document.of(*labels)]
    parts: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for mark in document.of("say", "by", "cue"):
        for statement in mark.get("id" if mark.tag == "say" else "say").split():
            parts[statement][mark.tag].append(mark.span)
    attributions = (Attributed(*(tuple(sorted(p[tag])) for tag in ("by", "cue", "say"))) for p in parts.values())
    return Annotated(document.text, tuple(sorted(names, key=lambda n: n.span)), tuple(attributions))


def _same_across(documents: list[Marked]) -> list[dict[str, Any]]:
    """Who and what is the same in several documents of one debate: what has the same id there."""
    found: dict[tuple[str, str, str], dict[str, list[str]]] = defaultdict(dict)
    types = {"person": "person", "org": "organisation", "event": "event"}
    for document in documents:
        gold = _Gold(document)
        for tag, kind in types.items():
            for mark in document.of(tag):
                key = "label" if tag == "event" else "name"
                words = _first(document, "event", mark.get("id"), key) if tag == "event" else gold.called(mark.get("id"))
                found[document.head["debate"], kind, mark.get("id")][document.stem] = [words]
    return [
        {"type": kind, "name": min(v[0] for v in where.values()), "documents": [{"file": f, "as": v} for f, v in where.items()]}
        for (_, kind, _), where in found.items()
        if len(where) > 1
    ]


def export(folder: Path, target: Path) -> int:
    """Write every document of the folder as text and facts; returns how many."""
    documents = [read_marked(p) for p in sorted(folder.glob("*.marked"))]
    target.mkdir(parents=True, exist_ok=True)
    for document in documents:
        (target / f"{document.stem}.{document.head['layout']}").write_text(document.text, encoding="utf-8")
        told = json.dumps(facts(document), ensure_ascii=False, indent=1)
        (target / f"{document.stem}.gold.json").write_text(told + "\n", encoding="utf-8")
    (target / "CROSS.json").write_text(json.dumps(_same_across(documents), ensure_ascii=False, indent=1), encoding="utf-8")
    return len(documents)


def check(folder: Path) -> int:
    """Print what is wrong; returns how many lines that took."""
    found = [f"{p.name}: {t}" for p in sorted(folder.glob("*.marked")) for t in troubles(read_marked(p))]
    print("\n".join(found) or f"{len(list(folder.glob('*.marked')))} documents, nothing wrong")
    return len(found)


if __name__ == "__main__":
    if sys.argv[1:2] == ["check"]:
        sys.exit(bool(check(Path(sys.argv[2]))))
    print(export(Path(sys.argv[2]), Path(sys.argv[3])), "documents")
