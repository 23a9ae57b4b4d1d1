"""Bodies that the text itself calls bodies: "the charity Open Locks", "Tidewater, a think tank"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph_builder.extract import lexicon, organisations, patterns
from graph_builder.extract.language import Paragraph
from graph_builder.extract.shapes import TIMES
from graph_builder.extract.words import LINKS, Candidate, Word, without_possessive, words_of
from graph_builder.model import Span

__all__ = ["described_bodies"]

LONGEST_NAME = 7


def described_bodies(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """Bodies that a common noun introduces or explains: "the charity Open Locks", "Tidewater, a think tank"."""
    words = words_of(text, paragraph.span)
    nouns = lexicon.body_descriptions()
    for i, word in enumerate(words[:-1]):
        lower = word.text.casefold()
        pair = f"{words[i - 1].text.casefold()} {lower}" if i else lower
        known = (lower in nouns or pair in nouns) and lower not in patterns.name_words("loose")
        if known and not word.capital and words[i + 1].capital and words[i + 1].gap == " ":
            end = _name_run(words, i + 1)
            yield Candidate(_span(text, words, i + 1, end), "organisation", 3.2, "described")
    for i, word in enumerate(words):
        if word.capital and (i == 0 or not (words[i - 1].capital and word.joined)):
            end = _name_run(words, i)
            if end < len(words) and organisations.described(text, _span(text, words, i, end), surely=True):
                first = i + 1 if word.text.casefold() in lexicon.sentence_openers() and end > i + 1 else i
                while first < end and not words[first].capital and first > i:
                    first += 1
                if words[first].text.casefold() in TIMES:
                    continue
                yield Candidate(_span(text, words, first, end), "organisation", 3.2, "described")


def _name_run(words: Sequence[Word], start: int) -> int:
    """The index after a run of capitals, over small words between two of them: "Rowers of the Sound"."""
    i = start + 1
    while i < len(words) and i - start < LONGEST_NAME:
        if words[i].capital and words[i].joined:
            i += 1
            continue
        if i == start + 1 and _pair(words, i):
            i += 2
            continue
        k = i
        while k < len(words) and words[k].text in LINKS - {"and", "at", "with"} and words[k].gap == " ":
            k += 1
        if not (i < k < len(words) and words[k].capital and words[k].gap == " "):
            break
        i = k + 1
    return i


def _pair(words: Sequence[Word], at: int) -> bool:
    """Whether a name is two single words that "and" joins: "the grocer Orme and Pike"."""
    if words[at].text != "and" or at + 1 >= len(words) or not words[at + 1].capital or words[at + 1].gap != " ":
        return False
    return at + 2 >= len(words) or not (words[at + 2].capital and words[at + 2].joined)


def _span(text: str, words: Sequence[Word], start: int, end: int) -> Span:
    return without_possessive(text, Span(words[start].start, words[end - 1].end))
