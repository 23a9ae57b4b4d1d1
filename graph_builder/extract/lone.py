"""Single words that a voice takes for people or bodies: what other names of the document make of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph_builder.extract import lexicon, patterns
from graph_builder.names import fold, person_name

__all__ = ["Others", "others"]


@dataclass(frozen=True, slots=True)
class Others:
    """The longer names of a document by their words, and its words in lower case."""

    after: Mapping[str, frozenset[str]]  # the first word of a body's name, folded → what follows it
    of: frozenset[str]  # the last words of bodies "of" a place
    people: frozenset[str]  # the words of people's names
    common: frozenset[str]

    def label(self, word: str) -> str | None:
        """What a single folded word names where longer names have it: a person, a place, or a body for short."""
        if word in self.people:
            return "person"
        rests = self.after.get(word, frozenset())
        local = {each for rest in rests for each in rest.split()} & patterns.name_words("local")
        if word in self.of or local or len({rest.split()[0] for rest in rests}) > 1:
            return "place"
        return "organisation" if rests else None

    def is_common(self, written: str) -> bool:
        """Whether a word, as written, is a common noun elsewhere in the document, and no name that we know."""
        known = written in lexicon.register_names() or fold(written) in self.people
        return not known and written[1:].islower() and written.casefold() in self.common


def others(text: str, named: Iterable[tuple[str, str]]) -> Others:
    """What the longer names, given as written and with their labels, say of single words."""
    after: dict[str, set[str]] = defaultdict(set)
    of, people = set(), set()
    for written, label in named:
        words = fold(written).split()
        if label == "person":
            people |= set(fold(" ".join(person_name(written).words)).split())
        elif label == "organisation" and len(words) > 1:
            if words[1] not in ("of", "for", "on", "and", "in"):
                after[words[0]].add(" ".join(words[1:]))
            if words[-2] == "of":
                of.add(words[-1])
    common = frozenset(re.findall(r"(?<![\w’'-])[a-z][a-z-]+(?![\w-])", text))
    return Others({word: frozenset(rests) for word, rests in after.items()}, frozenset(of), frozenset(people), common)
