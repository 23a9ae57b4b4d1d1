"""What each name names, by the votes of all voices for all its places in the document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph_builder.extract import contexts, lexicon, patterns
from graph_builder.extract.language import Text
from graph_builder.extract.lone import others
from graph_builder.extract.words import LINKS, Candidate
from graph_builder.names import fold, particles, person_name

__all__ = ["settled"]

# Voices that say by the form alone what a name names: no vote changes that.
FIXED = frozenset(["title", "post", "code", "seat", "record", "bracket"])
WEAK = frozenset(["model", "encoder"])
HEARD = 1.5  # what the words around a name must weigh for it to stand on one weak voice
AUTHOR = 5.0  # what a byline gives to a name
GIVEN = 2.0  # what a given name that opens it gives to a name
CLEAR = 2.1  # what the encoder must give a single word for it to stand alone as a body


LETTERED = re.compile(r"[A-Z]{3,6}")  # initials that open the name of a branch: "NUBW Leek"


@dataclass(slots=True)
class Tally:
    """The votes for one name."""

    labels: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    around: dict[str, float] = field(default_factory=lambda: defaultdict(float))  # what the words beside it give
    voices: set[str] = field(default_factory=set)

    @property
    def label(self) -> str:
        """What the votes together say that it names."""
        return max(
            sorted({*self.labels, *self.around}),
            key=lambda label: self.labels.get(label, 0.0) + self.around.get(label, 0.0),
        )


def settled(text: Text, proposed: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates, each with the label that its votes give it, less those that stand on too little."""
    tallies = _tallies(text, proposed)
    _lone(text, proposed, tallies)
    for candidate in proposed:
        tally = tallies[_key(text, candidate)]
        if candidate.voice in FIXED:
            yield candidate
        elif not _doubtful(text, candidate, tally):
            label = tally.label
            yield Candidate(candidate.span, label, candidate.weight, candidate.voice, candidate.known, candidate.kind)


def _tallies(text: Text, proposed: Sequence[Candidate]) -> Mapping[str, Tally]:
    words = text.document.text
    found: dict[str, Tally] = defaultdict(Tally)
    for candidate in proposed:
        tally = found[_key(text, candidate)]
        tally.labels[candidate.label] += candidate.weight
        tally.voices.add(candidate.voice)
        if candidate.voice in ("model", "encoder"):
            for label, weight in contexts.votes(words, candidate.span).items():
                tally.around[label] += weight
                tally.labels[label] += 0.0
    sure = (c for c in proposed if c.voice in ("title", "letters", "record", "bracket") and c.label == "person")
    surnames = {fold(person_name(c.span.of(words)).surname) for c in sure} - {""}
    for key in {fold(name) for name in text.document.authors} & found.keys():
        found[key].labels["person"] += AUTHOR
    for candidate in proposed:
        tally = found[_key(text, candidate)]
        if candidate.voice in WEAK:
            _person_or_not(candidate.span.of(words), tally)
    for key, tally in found.items():
        if key.split(" ")[-1] in surnames and "organisation" in tally.labels:
            tally.labels["person"] += 2.5
    return found


def _lone(text: Text, proposed: Sequence[Candidate], tallies: Mapping[str, Tally]) -> None:
    """Single words that weak voices take for people or bodies get the label that longer names give them, or none."""
    words = text.document.text
    whole = [(c.span.of(words), tallies[_key(text, c)].label) for c in proposed if " " in c.span.of(words)]
    known = others(words, whole)
    for candidate in proposed:
        written, tally = candidate.span.of(words), tallies[_key(text, candidate)]
        if " " in written or not tally.voices <= WEAK or tally.label not in ("person", "organisation"):
            continue
        place = fold(written) in patterns.name_words("place")
        label = "place" if place else known.label(fold(written))
        if label is None and known.is_common(written) and max(tally.around.values(), default=0.0) < HEARD:
            label = "work"
        if label is not None:
            tally.labels[label] += 99.0


def _person_or_not(written: str, tally: Tally) -> None:
    """What the words of a name say for a person and against one."""
    if given := _given(written):
        tally.around["person"] = max(tally.around["person"], given)
    if "person" in tally.labels:
        _no_person(written, tally)


def _given(written: str) -> float:
    """What a given name before one or two other words says for a person: "Ada Pell"."""
    words = written.split()
    if not (1 < len(words) < 4 and words[-1][0].isupper() and patterns.is_given_name(fold(words[0]))):
        return 0.0
    return GIVEN if lexicon.kind_by_name(written) is None else 0.0


def _no_person(written: str, tally: Tally) -> None:
    """What the words of a name say against a person of that name: "Marlow Homes", "NUBW Leek", "the Tories"."""
    kind = lexicon.kind_by_name(written)
    if kind is not None and " " in written:
        tally.around["organisation"] = max(tally.around["organisation"], 3.0 if kind == "company" else 2.0)
    words = written.split()
    small = any(w in LINKS - particles() - {"of"} for w in words[1:-1])
    urging = len(words) > 1 and words[0].casefold() in patterns.name_words("urging")
    lettered = len(words) > 1 and bool(LETTERED.fullmatch(words[0])) and not written.isupper()
    if small or urging or lettered or written.casefold() in lexicon.party_words():
        tally.labels["organisation"] += tally.labels.pop("person")
        tally.around.pop("person", None)


def _key(text: Text, candidate: Candidate) -> str:
    written = candidate.span.of(text.document.text)
    return fold(" ".join(person_name(written).words) or written)


def _doubtful(text: Text, candidate: Candidate, tally: Tally) -> bool:
    """Whether only the parser's recogniser sees a name, or the encoder a single word, and little speaks for it."""
    if not text.reading.names or tally.around.get(tally.label, 0.0) >= HEARD:
        return False
    if candidate.voice == "model":
        return tally.voices == {"model"}
    written = candidate.span.of(text.document.text)
    alone = tally.voices == {"encoder"} and " " not in written and not written.isupper()
    return candidate.voice == "encoder" and alone and tally.label == "organisation" and candidate.weight < CLEAR
