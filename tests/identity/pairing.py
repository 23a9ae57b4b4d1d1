"""Hard pairs of names, read through the whole way, and what became of each: joined, apart or not found.

`python -m tests.identity.pairing [FILE]` prints a table by kind and each pair that is not right. A pair is two short
texts and the name in each. Each pair is resolved by itself; then all texts of the file together, as one corpus, where
the names of different pairs may be joined only if they are the same name.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from graph_builder.extract import extract_facts, load_language
from graph_builder.extract.language import Language
from graph_builder.model import Document, Entity, EntityType, Extraction, Identities, Referent
from graph_builder.names import fold, person_name
from graph_builder.read import read_document
from graph_builder.resolve import resolve
from graph_builder.resolve.wording import content

__all__ = ["Corpus", "Outcome", "Pair", "outcomes", "pairs_in", "table"]

PAIRS = Path(__file__).with_name("pairs.toml")
ALIKE = 0.3  # the least share of words in common by which an event is taken for the one that is asked for


@dataclass(frozen=True)
class Pair:
    """Two texts, a name in each, and whether they mean the same."""

    id: str
    about: str
    kind: str
    type: EntityType
    texts: tuple[str, str]
    names: tuple[str, str]
    same: bool
    settled: bool  # False: the texts do not settle it, so that the two must stay apart
    whole: int | None  # the side of which the other is a part

    @property
    def joins(self) -> bool:
        """Whether a careful reader joins the two."""
        return self.same and self.settled

    def source(self, side: int) -> str:
        """What the corpus calls one of its texts."""
        return f"{self.id}-{'ab'[side]}.txt"


@dataclass(frozen=True)
class Corpus:
    """Every text of the pairs as it was read, and what was found in it."""

    documents: Mapping[str, Document]
    extractions: Mapping[str, Extraction]

    def identities(self, sources: Iterable[str]) -> Identities:
        """Who is meant by whom in some of them."""
        chosen = list(sources)
        return resolve([self.extractions[s] for s in chosen], {s: self.documents[s] for s in chosen})


@dataclass
class Outcome:
    """What became of a pair."""

    pair: Pair
    found: str  # joined · apart · not found
    part: bool = False  # whether one was found to be a part of the other
    reasons: list[str] = field(default_factory=list)

    @property
    def wrong(self) -> bool:
        """Two made one that are not, or that no reader could be sure of."""
        return self.found == "joined" and not self.pair.joins

    @property
    def missed(self) -> bool:
        """One left as two, found or not."""
        return self.found != "joined" and self.pair.joins

    @property
    def right(self) -> bool:
        """As a careful reader has it, parts with it."""
        return not self.wrong and not self.missed and (self.part or self.pair.whole is None)


def pairs_in(file: Path) -> list[Pair]:
    """The pairs of a file."""
    tables = tomllib.loads(file.read_text(encoding="utf-8"))["pair"]
    return [_pair(number, each) for number, each in enumerate(tables, 1)]


def _pair(number: int, table: Mapping[str, Any]) -> Pair:
    sides = (table["left"], table["right"])
    return Pair(
        f"{number:03}",
        table["about"],
        table["kind"],
        EntityType(table["type"]),
        (sides[0]["text"], sides[1]["text"]),
        (sides[0]["name"], sides[1]["name"]),
        table["same"],
        table["settled"],
        ("left", "right").index(table["part_of"]) if "part_of" in table else None,
    )


def read(pairs: Sequence[Pair], language: Language | None = None) -> Corpus:
    """Every text of the pairs, each from a file of its own."""
    language = language or load_language()
    documents: dict[str, Document] = {}
    with tempfile.TemporaryDirectory() as folder:
        for pair in pairs:
            for side, text in enumerate(pair.texts):
                file = Path(folder) / pair.source(side)
                file.write_text(text.strip() + "\n", encoding="utf-8")
                documents[pair.source(side)] = read_document(file, pair.source(side))
    return Corpus(documents, {source: extract_facts(d, language) for source, d in documents.items()})


def outcomes(pairs: Sequence[Pair], corpus: Corpus, *, together: bool = False) -> list[Outcome]:
    """What became of each pair: by itself, or among all the others."""
    everything = corpus.identities(corpus.documents) if together else None
    return [_outcome(p, corpus, everything or corpus.identities([p.source(0), p.source(1)])) for p in pairs]


def strangers(pairs: Sequence[Pair], corpus: Corpus) -> list[tuple[str, str]]:
    """Names of different pairs that were joined in the whole corpus, and are neither one name nor of the register."""
    found = corpus.identities(corpus.documents)
    meant: dict[tuple[str, str], list[tuple[str, Referent]]] = {}
    pair_of = {p.source(side): p.id for p in pairs for side in (0, 1)}
    for source, extraction in sorted(corpus.extractions.items()):
        for referent in extraction.referents:
            entity = found.entity_of[source, referent.id]
            if entity.known is None:
                meant.setdefault((entity.type, entity.slug), []).append((source, referent))
    joined: list[tuple[str, str]] = []
    for accounts in meant.values():
        for (source, one), (other, two) in pairwise(accounts):
            if pair_of[source] != pair_of[other] and not _names(one) & _names(two):
                joined.append((f"{source}: {one.name}", f"{other}: {two.name}"))
    return joined


def table(found: Iterable[Outcome]) -> str:
    """How many pairs of each kind were right, joined wrongly and missed, and of these not read by either text."""
    counts: dict[str, Counter[str]] = {}
    for each in found:
        for kind in (each.pair.kind, "all"):
            row = counts.setdefault(kind, Counter())
            row.update(["pairs"] + [w for w in ("right", "wrong", "missed") if getattr(each, w)])
            row["of one"] += each.pair.joins
            row["not read"] += each.missed and each.found == "not found"
            row["parts"] += each.pair.whole is not None
            row["parts found"] += each.pair.whole is not None and each.part
    columns = ("pairs", "of one", "right", "wrong", "missed", "not read", "parts", "parts found")
    width = max([len(kind) for kind in counts], default=4)
    kinds = [*(k for k in counts if k != "all"), "all"]
    rows = [(" " * width, columns), *((f"{k:<{width}}", [counts[k][c] for c in columns]) for k in kinds)]
    return "\n".join(f"{head}{''.join(f'{cell:>13}' for cell in row)}" for head, row in rows)


def _outcome(pair: Pair, corpus: Corpus, identities: Identities) -> Outcome:
    sides = [_meant(corpus.extractions[pair.source(i)], pair.names[i], pair) for i in (0, 1)]
    left, right = sides
    if left is None or right is None:
        return Outcome(pair, "not found")
    mine, yours = (identities.entity_of[pair.source(i), r.id] for i, r in ((0, left), (1, right)))
    joined = (mine.type, mine.slug) == (yours.type, yours.slug)
    keys = {(pair.source(0), left.id), (pair.source(1), right.id)}
    reasons = [f"{j.verdict.value}: {j.reason}" for j in identities.judgements if {j.left, j.right} == keys]
    part = pair.whole is not None and _is_part((mine, yours)[1 - pair.whole], (mine, yours)[pair.whole])
    return Outcome(pair, "joined" if joined else "apart", part, reasons)


def _is_part(part: Entity, whole: Entity) -> bool:
    return part.slug != whole.slug and part.part_of == whole.slug


def _meant(extraction: Extraction, name: str, pair: Pair) -> Referent | None:
    """The referent that a name of a text means."""
    these = [r for r in extraction.referents if r.type is pair.type]
    if pair.type is EntityType.EVENT:
        best = max(these, key=lambda r: _alike(r, name), default=None)
        return best if best is not None and _alike(best, name) >= ALIKE else None
    wanted = _bare(name)
    return next((r for r in these if wanted in (_bare(r.name), fold(r.name))), None) or next(
        (r for r in these if wanted in _names(r)), None
    )


def _names(referent: Referent) -> set[str]:
    return {_bare(form) for form in (referent.name, *referent.forms)} | {fold(referent.name)}


def _bare(name: str) -> str:
    """A name without what may stand before it."""
    taken = person_name(name)
    return fold(taken.full) if taken.titles and taken.full else fold(name)


def _alike(referent: Referent, label: str) -> float:
    """The share of words in common of an event's closest label."""
    wanted = content(label)
    labels = [content(form) for form in (referent.name, *referent.forms)]
    return max(2 * len(wanted & words) / (len(wanted) + len(words)) for words in labels)


def main(arguments: Sequence[str]) -> int:
    """The table by kind of the file that is given, and each pair that is not right; 1 where a join is wrong."""
    pairs = pairs_in(Path(arguments[0]) if arguments else PAIRS)
    corpus = read(pairs)
    alone, together = outcomes(pairs, corpus), outcomes(pairs, corpus, together=True)
    sys.stdout.write("\n".join(_report(alone, together, strangers(pairs, corpus))) + "\n")
    return any(each.wrong for each in (*alone, *together))


def _report(alone: Sequence[Outcome], together: Sequence[Outcome], joined: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield from ("each pair by itself", table(alone), "", "all texts as one corpus", table(together), "")
    for each in alone:
        if not each.right:
            yield f"{each.pair.id} {each.pair.kind}: {each.pair.about}: {_what(each)}; {'; '.join(each.reasons)}"
    for before, after in zip(alone, together, strict=True):
        if before.found != after.found:
            yield f"{before.pair.id} {before.pair.about}: by itself {before.found}, among the others {_what(after)}"
    yield from (f"joined across pairs: {one}  =  {other}" for one, other in joined)


def _what(each: Outcome) -> str:
    judged = "wrongly joined" if each.wrong else "missed" if each.missed else "right"
    return f"{judged}, {each.found}" + ("" if each.part or each.pair.whole is None else ", not found to be a part")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
