"""Who and what the page is about, found in the answers of the catalogue's questions."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graph_builder.view.model import Source, Thing
from graph_builder.view.words import coded, date_words, event_words

__all__ = ["Answers", "Row", "Things", "folded", "sources"]

Row = Mapping[str, str]
Answers = Mapping[str, Sequence[Row]]


def folded(text: str) -> str:
    """A name without case, accents, punctuation and a leading article: how two spellings are compared."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.sub(r"^(?:the|an?) (?=.)", "", " ".join(re.findall(r"\w+", plain)))


def sources(answers: Answers) -> tuple[Source, ...]:
    """Every document, in order of publication; one that a fact names but no row describes goes by its file's name."""
    found: dict[str, Source] = {}
    for row in answers.get("documents", ()):
        name = row.get("source", "")
        known = found.get(name) or _source(row)
        author = row.get("author", "")
        authors = {*known.authors, author} - {""}
        found[name] = replace(known, authors=tuple(sorted(authors)))
    named = {row["source"] for rows in answers.values() for row in rows if row.get("source")}
    every = found | {name: Source(name, name) for name in named - set(found)}
    return tuple(sorted(every.values(), key=lambda s: (s.published or "9999", s.title, s.key)))


def _source(row: Row) -> Source:
    address = row.get("address", "")
    published = row.get("published", "")
    return Source(
        key=row.get("source", ""),
        title=row.get("title") or row.get("source", ""),
        published=published,
        published_words=date_words(published),
        publisher=row.get("publisher", ""),
        # A link to anywhere else (javascript:, file:) has no place on a page that is passed on.
        address=address if re.match(r"https?://", address) else "",
    )


class Things:
    """The things of a graph by IRI, and its topics by their words; it grows while the answers are read."""

    def __init__(self, answers: Answers) -> None:
        self._keys: dict[str, str] = {}  # IRI → key
        self._taken: set[str] = set()
        self._things: dict[str, Thing] = {}
        self._kinds: dict[str, str] = {}  # key → code of the finer kind
        self._by_name: dict[str, str] = {}  # folded name → key, for topics that are things
        for thing_iri, thing, code in _described(answers):
            key = self._key(thing_iri)
            self._things[key] = replace(thing, key=key)
            self._kinds[key] = code
        for key in sorted(self._things):
            if self._things[key].kind != "person":
                self._by_name.setdefault(folded(self._things[key].label), key)
        self._topic_labels = _topic_labels(answers)

    def __iter__(self) -> Iterator[Thing]:
        """Every thing, by kind of key and name."""
        return iter(self._things[key] for key in sorted(self._things))

    def kind_code(self, key: str) -> str:
        """The code of a thing's finer kind: an organisation kind or an event kind; `other` where nothing says."""
        return self._kinds.get(key) or "other"

    def named(self, iri: str, name: str) -> str:
        """The key of a thing that a fact names; one that no question described is known by its IRI and name alone."""
        key = self._key(iri)
        if key not in self._things:
            sort = key.split("/", maxsplit=1)[0]
            kind = sort if sort in {"person", "event", "topic"} else "organisation"
            self._things[key] = Thing(key, kind, name or key)
        return key

    def topic(self, words: str, about: str = "") -> str:
        """The key of what a stance is about: a thing known already, or else a topic of those words."""
        if about:
            return self.named(about, words)
        plain = folded(words)
        if plain in self._by_name:
            return self._by_name[plain]
        key = "topic/" + (plain.replace(" ", "-") or "unnamed")
        self._things.setdefault(key, Thing(key, "topic", self._topic_labels.get(plain, words)))
        return key

    def _key(self, iri: str) -> str:
        """`person/ada-lovell` of `https://…/person/ada-lovell`; the whole IRI where another one took that."""
        short = "/".join(re.split(r"[/#]", iri)[-2:])
        if iri not in self._keys:
            self._keys[iri] = iri if short in self._taken else short
            self._taken.add(self._keys[iri])
        return self._keys[iri]


def _described(answers: Answers) -> Iterator[tuple[str, Thing, str]]:
    for iri, rows in _grouped(answers.get("people", ()), "person"):
        yield iri, Thing("", "person", rows[0].get("name") or iri, _aliases(rows)), ""
    for iri, rows in _grouped(answers.get("organisations", ()), "organisation"):
        code = re.split(r"[/#]", rows[0].get("kind", ""))[-1]
        kind = "party" if code == "political-party" else "organisation"
        detail = "" if code in {"other", "political-party"} else coded(code)
        yield iri, Thing("", kind, rows[0].get("name") or iri, _aliases(rows), detail), code
    called = {row.get("event", ""): row.get("label", "") for row in answers.get("participants", ())}
    for iri, rows in _grouped(answers.get("events", ()), "event"):
        code = re.split(r"[/#]", rows[0].get("kind", ""))[-1]
        detail = "" if code == "other" else coded(code)
        # Each document has its own name for an event; its participants' rows have the one that all share.
        labels = Counter(row["label"] for row in rows if row.get("label"))
        label = called.get(iri) or min(labels, key=lambda name: (-labels[name], len(name), name), default=iri)
        yield iri, Thing("", "event", label, tuple(sorted(set(labels) - {label})), detail, _when(code, rows)), code


def _grouped(rows: Iterable[Row], column: str) -> Iterator[tuple[str, list[Row]]]:
    """The rows of each IRI, both sorted: the engine's order says nothing."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.get(column, ""), []).append(row)
    for iri in sorted(set(groups) - {""}):
        yield iri, sorted(groups[iri], key=lambda row: sorted(row.items()))


def _aliases(rows: list[Row]) -> tuple[str, ...]:
    name = rows[0].get("name", "")
    return tuple(sorted({row["mention"] for row in rows if row.get("mention", name) not in {name, ""}}))


def _when(kind: str, rows: list[Row]) -> str:
    """The time that most documents give, the most precise of those; a document that gives none has no say."""
    times = Counter((row.get("start", ""), row.get("end", "")) for row in rows if row.get("start") or row.get("end"))
    if not times:
        return ""
    start, end = min(times, key=lambda time: (-times[time], -len(time[0]), time))
    return event_words(kind, start, end)


def _topic_labels(answers: Answers) -> dict[str, str]:
    """The spelling of each topic that most rows use."""
    spellings: dict[str, Counter[str]] = {}
    for row in answers.get("positions", ()):
        words = row.get("topic", "")
        spellings.setdefault(folded(words), Counter())[words] += 1
    return {plain: min(seen, key=lambda words: (-seen[words], len(words), words)) for plain, seen in spellings.items()}
