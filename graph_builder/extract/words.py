"""Words and what stands between them, and the candidates for names that are made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph_builder import names
from graph_builder.extract import lexicon, patterns
from graph_builder.model import Span

__all__ = ["LINKS", "Candidate", "Word", "namelike", "without_possessive", "words_of"]

WORD = re.compile(r"[^\W_]+(?:[.’'\-–][^\W_]+)*\.?")
NUMBERED = re.compile(r"[A-Z][a-z]+ (?:[A-Z]|\d{1,3}|[IVX]+)")  # "Option C", "Schedule 4"
INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
LINKS = frozenset("of for and the on in to against with at &".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that one voice takes for a name."""

    span: Span
    label: str  # person · organisation · place · group · event · work
    weight: float
    voice: str
    known: str | None = None  # IRI of a register entry
    kind: str | None = None  # code of the kind of organisation that the voice takes it for


@dataclass(frozen=True, slots=True)
class Word:
    """A word and what stands between it and the word before."""

    text: str
    start: int
    end: int
    gap: str

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital, or a number inside a name."""
        return self.text[0].isupper()

    @property
    def joined(self) -> bool:
        """Whether only a space, an ampersand or a full stop after a title stands before it."""
        return self.gap in (" ", "  ", " & ", "\n", "-", "’ ", "' ")


def words_of(text: str, span: Span) -> list[Word]:
    """The words of a stretch of text, in order; a final full stop stays only with initials and titles."""
    return list(_words(text, span))


@lru_cache(maxsize=1024)  # every voice of names asks for the same paragraphs
def _words(text: str, span: Span) -> tuple[Word, ...]:
    found: list[Word] = []
    before = span.start
    for match in WORD.finditer(text, span.start, span.end):
        start, end, word = match.start(), match.end(), match.group()
        bare = word.rstrip(".")
        kept = INITIALS.fullmatch(word) or bare.casefold() in names.personal_titles()
        if word.endswith(".") and not kept:
            word, end = bare, end - 1
        found.append(Word(word, start, end, text[before:start]))
        before = end
    return tuple(found)


def without_possessive(text: str, span: Span) -> Span:
    """The span less a final "'s", and less a full stop that ends a sentence."""
    words = span.of(text)
    ending = re.search(r"(?:['’]s?|[,.;:]+)$", words)
    if ending and not re.search(r"\b[A-Z]\.$", words):
        inner = words[: ending.start()]
        # Names such as Barnardo's keep their ending unless they are followed by what is owned.
        return Span(span.start, span.start + len(inner)) if inner else span
    return span


def namelike(words: str) -> bool:
    """Whether the words can be a name at all: no brackets, and more than a noun of a post or a sort of body."""
    if re.search(r"[()\[\]|>“”\"]|^(?:I|We|You|They|He|She|It)['’]", words):
        return False
    if not (
        words[0].isupper()
        or (
            words.split(maxsplit=1)[0] in names.particles()
            and words.rsplit(maxsplit=1)[-1][0].isupper()
            and words.split()[1][:1].isupper()
        )
    ):
        return False
    rest = [w for w in words.casefold().split() if w not in lexicon.post_words() and w not in lexicon.body_heads()]
    if all(w.rstrip(",") in names.post_nominals() for w in words.split()) or NUMBERED.fullmatch(words):
        return False
    return bool(rest) and words.casefold() not in patterns.name_words("nobody")
