"""What a document's own words tell of its people beside their names: other names, warnings of namesakes, ages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from functools import cache

from graph_builder import vocabulary
from graph_builder.model import Document, EntityType, Extraction, Referent, Span
from graph_builder.names import GENERATIONS, fold, person_name, personal_titles
from graph_builder.resolve.body_names import COMMON, PLACES
from graph_builder.resolve.offices import month
from graph_builder.resolve.subject import subject
from graph_builder.resolve.wording import content
from graph_builder.vocabulary import Cue

__all__ = ["Beside"]

NAME = re.compile(r"(?<=[a-z,;:] )[“\"‘(]?([A-Z][A-Za-zÀ-ÿ’'-]{2,})")  # a capital where no sentence begins
LOWER = re.compile(r"\b[a-zà-ÿ]{3,}\b")
WORDED = 80  # characters of a document that tells something
UNRELATED = re.compile(r"(?: MP)?,? \(?(?:and |who is )?(?:no relation|not related|unrelated)\b", re.IGNORECASE)
GENERATION = re.compile(rf",? \(?({'|'.join(sorted(GENERATIONS, key=len, reverse=True))})\b", re.IGNORECASE)
AGE = re.compile(r",? (?:who is |aged )?\(?([1-9]\d)\)?(?=[,.;)]| who\b| years)")
# An age further behind the name, where what is told with it is news; and a death, told as one.
OLD = re.compile(
    r"[^.;!?\n\d“\"]{0,60}\b(?:died|yesterday|(?:last|this) (?:week|month|year|spring|summer|autumn|winter))\b"
    r"[^.;!?\n\d“\"]{0,40}? (?:aged|at|at the age of) ([1-9]\d)\b(?! (?:years|months))"
)
DIED = re.compile(r",? (?:who |has |had |who has )?died\b")
SPOUSES = frozenset(["wife", "husband", "widow", "widower"])
KIN = {"f": "kinswoman", "m": "kinsman"}
GIVEN = {"f": "feminine", "m": "masculine"}
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

    def __init__(self, document: Document, extraction: Extraction) -> None:
        self._document = document
        people = (r for r in extraction.referents if r.type is EntityType.PERSON)
        self._surnames = Counter(fold(person_name(r.name).surname) for r in people)
        self._text = document.text
        self._spans: dict[str, list[Span]] = defaultdict(list)
        for mention in extraction.mentions:
            self._spans[mention.referent].append(mention.span)
        self._names = _names(self._text)
        self._starts = [span.start for span in document.body]
        people_spans = [span for r in extraction.referents for span in self._spans[r.id] if r.type is EntityType.PERSON]
        named = {self._number(span.start) for span in people_spans}
        behind = [match.span() for span in people_spans if (match := UNRELATED.match(self._text, span.end))]
        warned = {n: _said(_without(self._text, span, behind)) for n, span in enumerate(document.body)}
        self._namesakes = {n: said for n, said in warned.items() if said}
        self._of_anybody = {phrase for n, said in self._namesakes.items() if n not in named for phrase in said}

    @property
    def worded(self) -> set[str]:
        """Something, where the document has words enough that names beside another would be among them."""
        return {"worded"} if len(self._text) >= WORDED else set()

    def names(self, referent: Referent) -> set[str]:
        """The words of other names in the document, without those of this one."""
        own = " ".join((referent.name, *referent.forms))
        return self._names - set(fold(own).split()) - {_bare(word) for word in own.split()}

    def subject(self, referent: Referent) -> frozenset[str]:
        """The rarer words about this one's name, without the name's own."""
        own = {word for form in (referent.name, *referent.forms) for word in content(form)}
        return subject(self._text, self._spans[referent.id]) - own

    def namesakes(self, referent: Referent) -> set[str]:
        """What warns that another has the name, in a paragraph that names this one, or that names nobody.

        Where the document itself names another of the surname, that one is who is meant.
        """
        if self._others(referent):
            return set()
        spans = self._spans[referent.id]
        near = (self._namesakes.get(self._number(span.start), set()) for span in spans)
        right_behind = {"no relation"} if any(UNRELATED.match(self._text, span.end) for span in spans) else set()
        return self._of_anybody.union(right_behind, *near)

    def kin(self, referent: Referent) -> set[str]:
        """The unnamed relatives who may share the name, of whom a paragraph that names this one speaks.

        Somebody's own husband or wife has another given name: "her brother's wife" may have it.
        """
        if self._others(referent):
            return set()
        found = ((m[0].casefold(), (m["kin"] or m["also"]).casefold()) for m in _kin().finditer(self._near(referent)))
        spoken_of = {kin for said, kin in found if kin not in SPOUSES or said.startswith(("'", "’"))}
        gender = _gender(referent)
        return spoken_of & frozenset().union(*(_words(how) for g, how in KIN.items() if gender in (None, g)))

    def fate(self, referent: Referent) -> dict[str, frozenset[str]]:
        """What a paragraph that names a body tells of its end or of its beginning."""
        said = " ".join(self._near(referent).casefold().replace("’", "'").split())
        return {how: frozenset(phrase for phrase in _words(how) if phrase in said) for how in ("ended", "begun")}

    def _near(self, referent: Referent) -> str:
        """The paragraphs that name a referent."""
        numbers = {self._number(span.start) for span in self._spans[referent.id]}
        return "\n".join(self._document.body[n].of(self._text) for n in sorted(numbers) if n >= 0)

    def _others(self, referent: Referent) -> bool:
        """Whether another of the surname is named."""
        return self._surnames[fold(person_name(referent.name).surname)] > 1

    def generation(self, referent: Referent) -> set[str]:
        """Which of two who share a name is meant, where words behind it say so: "the younger"."""
        behind = (GENERATION.match(self._text, span.end) for span in self._spans[referent.id])
        return {GENERATIONS[match[1].casefold()] for match in behind if match}

    def born(self, referent: Referent) -> set[str]:
        """The year of birth, as an age beside the name tells it."""
        if not self._document.published:
            return set()
        year = int(self._document.published[:4])
        spans = self._spans[referent.id]
        ages = (how.match(self._text, span.end) for span in spans for how in (AGE, OLD))
        return {str(year - int(match[1])) for match in ages if match}

    def died(self, referent: Referent) -> set[str]:
        """The month of a document that tells of the death."""
        told = any(DIED.match(self._text, span.end) for span in self._spans[referent.id])
        return {str(at) for at in [month(self._document.published)] if told and at is not None}

    def _number(self, at: int) -> int:
        """Which paragraph stands there; -1 where none does."""
        return bisect_right(self._starts, at) - 1


def _without(text: str, paragraph: Span, behind: list[tuple[int, int]]) -> str:
    """A paragraph without the words that stand right behind a name and are about its bearer alone."""
    said = paragraph.of(text)
    for start, end in behind:
        if paragraph.start <= start < paragraph.end:
            said = said.replace(text[start:end], " ")
    return said


def _said(paragraph: str) -> set[str]:
    """The words of a namesake in a paragraph."""
    folded = " ".join(paragraph.casefold().replace("’", "'").split())
    return {phrase for phrase in _words("namesake") if phrase in folded}


def _names(text: str) -> set[str]:
    """Words that stand with a capital amid a sentence, and never without one."""
    found = {_bare(word) for word in NAME.findall(text)}
    return found - {fold(word) for word in LOWER.findall(text)} - EVERYWHERE - COMMON - PLACES - _titles()


def _bare(word: str) -> str:
    """A word without the end of a possessive."""
    return fold(re.sub(r"[’']s?$", "", word))


@cache
def _titles() -> frozenset[str]:
    return frozenset(word for title in personal_titles() for word in title.split())


def _gender(referent: Referent) -> str | None:
    """Whether somebody is a woman or a man, as titles, pronouns or the given name tell."""
    name = person_name(referent.name)
    told = referent.gender or person_name(f"{referent.title or ''} {referent.name}").gender
    first = fold(name.given[0]) if name.given else ""
    return told or next((g for g, how in GIVEN.items() if first in _words(how)), None)


@cache
def _kin() -> re.Pattern[str]:
    kin = "|".join(sorted(_words("kinswoman") | _words("kinsman"), key=lambda word: (-len(word), word)))
    return re.compile(
        rf"(?i)(?:\b(?:his|her|my|their|whose|own)|['’]s)(?: [a-z]+)? (?P<kin>{kin})\b|\b(?P<also>{kin}),? also\b"
    )


def _words(how: str) -> frozenset[str]:
    return vocabulary.words("name-pattern", how, Cue.WORD)
