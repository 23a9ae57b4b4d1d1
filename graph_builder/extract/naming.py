"""The words of a document that may be names, by every voice that has a say.

The voices are the encoder or the language model's own recogniser, titles before names, letters after
them, the shapes of the names of bodies, and the register. Each proposes candidates; `chosen` keeps those
that do not overlap, the surest first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from graph_builder.extract import introduced, lexicon, local_names, marks, partial, shapes, titled
from graph_builder.extract.encoded import encoded
from graph_builder.extract.language import Paragraph, Text
from graph_builder.extract.record_lines import speaker_names
from graph_builder.extract.words import Candidate, namelike
from graph_builder.model import Span
from graph_builder.vocabulary import of_registers

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["candidates", "chosen"]

LABELS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
LABELS |= {"NORP": "group", "EVENT": "event", "LAW": "work", "WORK_OF_ART": "work", "PRODUCT": "work"}


def model_names(paragraph: Paragraph) -> Iterator[Candidate]:
    """What the language model's recogniser takes for names, without "the" and possessive endings."""
    doc: Doc = paragraph.doc
    for entity in doc.ents:
        label = LABELS.get(entity.label_)
        if label is None or not any(c.isupper() for c in entity.text):
            continue
        first, last = entity.start, entity.end
        while (
            last - first > 1 and any(t.text in ("'s", "’s") for t in doc[first:last]) and doc[last - 1].text.isupper()
        ):
            last = next(t.i for t in doc[first:last] if t.text in ("'s", "’s"))
        while first < last and (doc[first].lower_ in ("the", "a", "an") or not doc[first].text[0].isalnum()):
            first += 1
        while last > first and (doc[last - 1].text in ("'s", "’s", "’", "'") or not doc[last - 1].text[0].isalnum()):
            last -= 1
        if last > first and namelike(doc[first:last].text):
            yield Candidate(paragraph.span_of(doc[first:last]), label, 1.0, "model")


FIRST = re.compile(r"(?<![\w-])\w+")


@of_registers
def _register_forms() -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """The names of the register's bodies by their first word, longest first, and the entry of each name.

    A register may know many thousand bodies: only those whose first word a text has are looked for.
    """
    entries = {form: entry.iri for form, entry in lexicon.register_names().items()}
    starting: dict[str, list[str]] = defaultdict(list)
    for name in sorted(entries, key=lambda name: (-len(name), name)):
        if first := FIRST.match(name):
            starting[first.group()].append(name)
    return {first: tuple(names) for first, names in starting.items()}, entries


@lru_cache(maxsize=10_000)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """One expression over names."""
    joined = "|".join(re.escape(n).replace("'", "['’]").replace(r"\ and\ ", r"\ (?:and|&)\ ") for n in names)
    return re.compile(rf"(?:{joined})(?![\w-])")


def known(text: str, span: Span) -> Iterator[Candidate]:
    """Bodies that the register names, in any of the forms that it gives them."""
    forms, entries = _register_forms()
    end = span.start
    for word in FIRST.finditer(text, span.start, span.end):
        names = forms.get(word.group()) if word.start() >= end else None
        match = names and _any_of(names).match(text, word.start(), span.end)
        if not match:
            continue
        end = match.end()
        written = match.group().replace("’", "'")
        iri = entries.get(written) or entries.get(written.replace(" & ", " and "))
        if iri is not None:
            yield Candidate(Span(match.start(), match.end()), "organisation", 2.4, "register", iri)


WIDE = frozenset(["shape", "encoder", "described"])  # voices whose longer names are to be trusted


PRONOUN = re.compile(r"^(?:I|We|You|They|He|She|It)(?:['’]\w+)?$|^[A-Z]\w+ I$")


def candidates(text: Text) -> list[Candidate]:
    """Every candidate of every voice."""
    found: list[Candidate] = []
    words = text.document.text
    for paragraph in text.paragraphs:
        found += titled.titled(words, paragraph)
        found += titled.bynamed(words, paragraph)
        found += titled.lettered(words, paragraph)
        found += model_names(paragraph)
        found += shapes.bodies(words, paragraph)
        found += shapes.lowered(words, paragraph)
        found += local_names.local_bodies(words, paragraph)
        found += introduced.described_bodies(words, paragraph)
        found += marks.named_before_brackets(words, paragraph)
        found += marks.titles_of_posts(words, paragraph)
        found += marks.works(words, paragraph)
        found += marks.seats(words, paragraph)
        found += marks.seats_before(words, paragraph)
        found += marks.party_codes(words, paragraph)
        found += marks.party_adjectives(words, paragraph)
        found += known(words, paragraph.span)
    found += encoded(text)
    found += (Candidate(span, "person", 6.0, "record") for span in speaker_names(text))
    plain = [each for each in found if not PRONOUN.search(each.span.of(words))]
    return list(partial.completed(words, plain))


def chosen(found: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that do not overlap, preferring weight and then length, in order of place.

    A longer name of a body counts for as much as a shorter one inside it: half a name is worse than none.
    """
    kept: list[Candidate] = []
    starts: list[int] = []
    for candidate in sorted(
        widened(found), key=lambda c: (-c.weight, c.span.start - c.span.end, c.span.start, c.voice)
    ):
        i = bisect_right(starts, candidate.span.start)
        clear = (i == 0 or kept[i - 1].span.end <= candidate.span.start) and (
            i == len(kept) or candidate.span.end <= starts[i]
        )
        if clear:
            kept.insert(i, candidate)
            starts.insert(i, candidate.span.start)
    return kept


def widened(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates, a body's with the weight of the weightiest of its kind that it covers."""
    ordered = sorted(found, key=lambda c: (c.span.start, -c.span.end))
    for n, candidate in enumerate(ordered):
        weight = candidate.weight
        if candidate.label == "organisation" and candidate.voice in WIDE:
            for inner in ordered[n + 1 :]:
                if inner.span.start >= candidate.span.end:
                    break
                within = inner.label in ("organisation", "place") and inner.voice not in ("code", "seat")
                if within and candidate.span.covers(inner.span):
                    weight = max(weight, inner.weight)
        yield replace(candidate, weight=weight)
