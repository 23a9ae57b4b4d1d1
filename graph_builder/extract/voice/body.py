"""Where words stand in a document's body, when only quotation marks and spaces may differ.

All kinds of single quotation marks and apostrophes are one, and so are all kinds of double ones; a run of spaces and
line breaks is one space; soft hyphens and other marks without width are nothing. Nothing else is made alike: a
quotation with another word, another letter or another dash does not stand there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from graph_builder.model import Document, Span

__all__ = ["WORD", "Body", "stem", "straight"]

SINGLE, DOUBLE = "‘’‚‛`´′ʼ＇", "“”„‟«»″＂"
MARKS = str.maketrans({**dict.fromkeys(SINGLE, "'"), **dict.fromkeys(DOUBLE, '"')})
NO_WIDTH = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
OUTER = " \"'"
BORDER = "\n"  # between paragraphs; as long as a space, so that a quotation may run over it
WORD = re.compile(r"[^\W_]+")
SHARED = 5  # letters that words of one stem begin with alike


@lru_cache(maxsize=8192)
def straight(words: str) -> str:
    """Words with straight quotation marks and single spaces."""
    return " ".join("".join(c for c in words if c not in NO_WIDTH).translate(MARKS).split())


@dataclass(frozen=True, slots=True)
class Body:
    """The words of a document's body, and where in its text each of them is."""

    document: Document
    plain: str  # paragraphs with straight quotation marks and single spaces, parted by BORDER
    places: Sequence[int] = field(repr=False)  # of each code point of `plain` in the document's text
    stems: frozenset[str] = field(repr=False)

    @classmethod
    def of(cls, document: Document) -> Body:
        """The body of a document."""
        letters: list[str] = []
        places: list[int] = []
        for paragraph in document.body:
            if letters and letters[-1] != BORDER:
                letters.append(BORDER)
                places.append(paragraph.start)
            start = len(letters)
            for at in range(paragraph.start, paragraph.end):
                letter = document.text[at]
                if letter in NO_WIDTH or (letter.isspace() and (len(letters) == start or letters[-1] == " ")):
                    continue
                letters.append(" " if letter.isspace() else letter.translate(MARKS))
                places.append(at)
        plain = "".join(letters)
        words = WORD.findall(f"{plain} {document.title or ''}")  # an event may be called as the document is
        return cls(document, plain, places, frozenset(map(stem, words)))

    def find(self, words: str) -> list[tuple[Span, ...]]:
        """Every place of a quotation: a span for each paragraph that it runs through."""
        wanted = straight(words)
        for each in dict.fromkeys((wanted, wanted.strip(OUTER))):
            if WORD.search(each):
                flat, found = self.plain.replace(BORDER, " "), []
                at = flat.find(each)
                while at >= 0:
                    found.append(self._spans(at, at + len(each)))
                    at = flat.find(each, at + 1)
                if found:
                    return found
        return []

    def _spans(self, start: int, end: int) -> tuple[Span, ...]:
        spans = []
        for run in self.plain[start:end].split(BORDER):
            stripped = start + len(run) - len(run.lstrip())
            last = start + len(run.rstrip())
            if last > stripped:
                spans.append(Span(self.places[stripped], self.places[last - 1] + 1))
            start += len(run) + 1
        return tuple(spans)

    def named(self, form: str) -> list[Span]:
        """Every place of a name, whatever its capitals, where it is no part of a longer word."""
        wanted = straight(form)
        if not WORD.search(wanted):
            return []
        pattern = rf"(?<!\w){re.escape(wanted)}(?!\w)"
        found = re.finditer(pattern, self.plain.replace(BORDER, "\0"), re.IGNORECASE)
        return [Span(self.places[m.start()], self.places[m.end() - 1] + 1) for m in found]

    def has(self, word: str) -> bool:
        """Whether a word, or another of its stem, stands in the body."""
        return stem(word) in self.stems


def stem(word: str) -> str:
    """The beginning of a word, which other forms of it share."""
    lowered = word.casefold()
    return lowered if lowered[:1].isdigit() else lowered[:SHARED]
