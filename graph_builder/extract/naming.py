"""The words of a document that may be names, by every voice that has a say.

The voices are the encoder or the language model's own recogniser, titles before names, letters after
them, the shapes of the names of bodies, and the register. Each proposes candidates; `chosen` keeps those
that do not overlap, the surest first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from graph_builder import names
from graph_builder.extract import introduced, lexicon, marks, shapes
from graph_builder.extract.encoded import encoded
from graph_builder.extract.language import Paragraph, Text
from graph_builder.extract.record_lines import speaker_names
from graph_builder.extract.words import Candidate, Word, namelike, without_possessive, words_of
from graph_builder.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["candidates", "chosen"]

LABELS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
LABELS |= {"NORP": "group", "EVENT": "event", "LAW": "work", "WORK_OF_ART": "work", "PRODUCT": "work"}


def titled(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """People named with a title before the name: "Dame Edith", "Baroness Orme of Kell", "Mr de Souza"."""
    words = words_of(text, paragraph.span)
    titles = names.personal_titles()
    i = 0
    while i < len(words):
        if not words[i].capital or words[i].text.rstrip(".").casefold() not in titles:
            i += 1
            continue
        first = i
        while i < len(words) and words[i].capital and words[i].text.rstrip(".").casefold() in titles:
            if i > first and not words[i].joined:
                break
            i += 1
        last = _name_end(words, i)
        if _is_body(words, i, last) or (last > i and words[i].gap not in (" ", "  ", "\n", ". ")):
            continue
        if last > i:
            peer = titles[words[i - 1].text.rstrip(".").casefold()] in names.peerage()
            end = _with_place(words, last) if peer else last
            span = without_possessive(text, Span(words[first].start, words[end - 1].end))
            if names.person_name(span.of(text)).words:
                yield Candidate(span, "person", 6.0, "title")
            i = end


def _is_body(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether what follows a title of office is the name of a body: "Justice Committee"."""
    office = names.personal_titles().get(words[start - 1].text.rstrip(".").casefold()) in lexicon.titles_of_office()
    return end > start and office and words[end - 1].text.casefold() in lexicon.body_heads()


def _name_end(words: Sequence[Word], start: int) -> int:
    """The index after the last word of a person's name that begins at `start`."""
    i = start
    posts = lexicon.post_words()
    while i < len(words) and i - start < 5:
        word = words[i]
        if i > start and word.gap not in (" ", "\n"):
            break
        if i > start and words[i - 1].text.endswith(("'s", "’s")):
            break
        particle = word.text in names.particles() and i + 1 < len(words) and words[i + 1].capital
        if not (word.capital or particle) or word.text.casefold() in posts:
            break
        if word.text in names.post_nominals():
            break
        i += 1
    return i


def _with_place(words: Sequence[Word], end: int) -> int:
    """The index after "of Place" where that follows a peer's name."""
    if end + 1 < len(words) and words[end].text == "of" and words[end + 1].capital and words[end + 1].gap == " ":
        end += 2
        while end < len(words) and words[end].gap == " " and words[end].text in ("St", "Upper", "Lower"):
            end += 1
    return end


def lettered(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """People named with letters or a seat after the name: "Kit Hale MP", "Ann Lee (Kell East) (Lab)"."""
    words = words_of(text, paragraph.span)
    for i, word in enumerate(words):
        if word.text not in names.post_nominals() or word.gap not in (" ", ", "):
            continue
        first = i
        while first > 0 and i - first < 4 and words[first - 1].capital and (first == i or words[first].gap == " "):
            first -= 1
        run = [w.text.casefold() for w in words[first:i]]
        if 2 <= len(run) <= 4 and not any(w in lexicon.post_words() for w in run) and not _party_inside(run):
            yield Candidate(Span(words[first].start, words[i - 1].end), "person", 3.0, "letters")


def _party_inside(run: Sequence[str]) -> bool:
    ends = " ".join(run[-2:]) in lexicon.party_codes() or " ".join(run[:2]) in lexicon.party_codes()
    return ends or any(w in lexicon.party_words() for w in run)


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


@cache
def _register_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    """One expression over every name of the register's bodies, longest first, and the entry of each."""
    entries = {form: entry.iri for form, entry in lexicon.register_names().items()}
    longest = sorted(entries, key=lambda name: (-len(name), name))
    joined = "|".join(re.escape(name).replace("'", "['’]") for name in longest)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])"), entries


def known(text: str, span: Span) -> Iterator[Candidate]:
    """Bodies that the register names, in any of the forms that it gives them."""
    pattern, entries = _register_pattern()
    for match in pattern.finditer(text, span.start, span.end):
        iri = entries.get(match.group().replace("’", "'"))
        if iri is None:
            continue
        yield Candidate(Span(match.start(), match.end()), "organisation", 2.4, "register", iri)


WIDE = frozenset(["shape", "encoder", "described"])  # voices whose longer names are to be trusted


PRONOUN = re.compile(r"(?:I|We|You|They|He|She|It)(?:['’]\w+)?")


def candidates(text: Text) -> list[Candidate]:
    """Every candidate of every voice."""
    found: list[Candidate] = []
    words = text.document.text
    for paragraph in text.paragraphs:
        found += titled(words, paragraph)
        found += lettered(words, paragraph)
        found += model_names(paragraph)
        found += shapes.bodies(words, paragraph)
        found += introduced.described_bodies(words, paragraph)
        found += marks.named_before_brackets(words, paragraph)
        found += marks.titles_of_posts(words, paragraph)
        found += marks.fields(words, paragraph)
        found += marks.works(words, paragraph)
        found += marks.seats(words, paragraph)
        found += marks.seats_before(words, paragraph)
        found += marks.party_codes(words, paragraph)
        found += marks.party_adjectives(words, paragraph)
        found += known(words, paragraph.span)
    found += encoded(text)
    found += (Candidate(span, "person", 6.0, "record") for span in speaker_names(text))
    return [each for each in found if not PRONOUN.fullmatch(each.span.of(words))]


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
                if inner.label == "organisation" and inner.voice != "code" and candidate.span.covers(inner.span):
                    weight = max(weight, inner.weight)
        yield replace(candidate, weight=weight)
