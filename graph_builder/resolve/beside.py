"""What a document's own words tell of its people beside their names: other names, warnings of namesakes, ages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from graph_builder import vocabulary
from graph_builder.model import Document, Mention, Referent
from graph_builder.names import fold, personal_titles
from graph_builder.resolve.bodies import COMMON, PLACES
from graph_builder.vocabulary import Cue

__all__ = ["Beside"]

NAME = re.compile(r"(?<=[a-z,;:] )[“\"‘(]?([A-Z][A-Za-zÀ-ÿ’'-]{2,})")  # a capital where no sentence begins
LOWER = re.compile(r"\b[a-zà-ÿ]{3,}\b")
AGE = re.compile(r",? (?:who is |aged )?\(?([1-9]\d)\)?(?=[,.;)]| who\b| years)")
# Words with a capital that documents of any debate have.
EVERYWHERE = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december and the but for commons lords member members mps mp chair chairman
    chief executive labour conservative conservatives liberal democrat democrats green greens united kingdom
    england scotland wales ireland britain london minister ministers secretary state prime director professor
    president general treasury whitehall westminster downing parliamentary local royal white paper sir dame lord
    lady baroness act bill hansard majesty select standing all-party nhs ofsted bbc brexit christmas easter lib
    dem street road high house hall""".split()
)


class Beside:
    """One document's words beside the names of its people."""

    def __init__(self, document: Document, mentions: Iterable[Mention]) -> None:
        self._document = document
        self._text = document.text
        self._spans = defaultdict(list)
        for mention in mentions:
            self._spans[mention.referent].append(mention.span)
        self._names = _names(self._text)
        self._starts = [span.start for span in document.body]
        folded = f" {' '.join(self._text.casefold().replace('’', chr(39)).split())} "
        self._namesakes = {phrase for phrase in _words("namesake") if phrase in folded}

    def names(self, referent: Referent) -> set[str]:
        """The words of other names in the document, without those of this one."""
        own = {word for form in (referent.name, *referent.forms) for word in fold(form).split()}
        return self._names - own

    def warnings(self, referent: Referent) -> set[str]:
        """What warns that another may be meant: words of a namesake anywhere, kin in a paragraph that names this one."""
        near = " ".join(self._paragraph(span.start) for span in self._spans[referent.id])
        return self._namesakes | {match["kin"].casefold() for match in _kin().finditer(near)}

    def born(self, referent: Referent) -> set[str]:
        """The year of birth, as an age beside the name tells it."""
        if not self._document.published:
            return set()
        year = int(self._document.published[:4])
        ages = (AGE.match(self._text, span.end) for span in self._spans[referent.id])
        return {str(year - int(match[1])) for match in ages if match}

    def _paragraph(self, at: int) -> str:
        i = bisect_right(self._starts, at) - 1
        return self._document.body[i].of(self._text) if i >= 0 else ""


def _names(text: str) -> set[str]:
    """Words that stand with a capital amid a sentence, and never without one."""
    found = {fold(re.sub(r"[’']s?$", "", word)) for word in NAME.findall(text)}
    return found - {fold(word) for word in LOWER.findall(text)} - EVERYWHERE - COMMON - PLACES - _titles()


@cache
def _titles() -> frozenset[str]:
    return frozenset(word for title in personal_titles() for word in title.split())


@cache
def _kin() -> re.Pattern[str]:
    kin = "|".join(sorted(_words("kin"), key=len, reverse=True))
    return re.compile(rf"(?i)(?:\b(?:his|her|my|their|whose|own)|['’]s)(?: [a-z]+)? (?P<kin>{kin})\b")


def _words(how: str) -> frozenset[str]:
    return vocabulary.words("name-pattern", how, Cue.WORD)
