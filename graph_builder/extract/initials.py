"""Bodies by their initials alone: those that the document spells out somewhere, and those that act like a body."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from graph_builder.extract import lexicon, patterns
from graph_builder.extract.language import Text
from graph_builder.extract.words import LINKS, Candidate, words_of
from graph_builder.model import Span
from graph_builder.names import acronym_of, personal_titles, post_nominals

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["acting", "spelled"]

INITIALS = re.compile(r"(?<![\w&@#/.'’-])[A-Z]{3,7}(?![\w&/-]|\.\w)")
SHOUTED = re.compile(r"(?:[A-Z]{2,}[,;:]? |\d )$")  # what stands before initials in a line that is all in capitals
BELONGS = frozenset(["of", "at", "from", "for"])
SURE = 4  # letters that spell a name which no other voice takes for a body's


def spelled(text: Text, proposed: Iterable[Candidate]) -> Iterator[tuple[Span, Span]]:
    """Each use of initials with the one name in the document that they are the initials of."""
    words = text.document.text
    uses: dict[str, list[Span]] = defaultdict(list)
    for paragraph in text.paragraphs:
        for span in _initials(words, paragraph.span):
            uses[span.of(words)].append(span)
    taken = {c.span for c in proposed if c.label == "organisation"}
    names: dict[str, dict[str, Span]] = defaultdict(dict)
    for paragraph in text.paragraphs if uses else ():
        for letters, span in _runs(words, paragraph.span, uses.keys()):
            names[letters].setdefault(span.of(words), span)
    for letters, found in names.items():
        full = next(iter(found.values()))
        if len(found) == 1 and (full in taken or (len(letters) >= SURE and not _work(full.of(words)))):
            yield from ((full, short) for short in uses[letters])


def acting(text: Text) -> Iterator[Candidate]:
    """Initials that nothing explains and that do what bodies do: they say, own, or are what somebody is of."""
    known = lexicon.register_names()
    for paragraph in text.paragraphs:
        for span in _initials(text.document.text, paragraph.span):
            tokens = paragraph.tokens(span)
            if span.of(text.document.text) not in known and tokens is not None and _acts(tokens[-1]):
                yield Candidate(span, "organisation", 2.5, "initials")


def _initials(text: str, paragraph: Span) -> Iterator[Span]:
    """Words of capital letters alone, in no line of such, which may name a body."""
    for match in INITIALS.finditer(text, paragraph.start, paragraph.end):
        word, after = match.group(), text[match.end() : match.end() + 4]
        shouted = SHOUTED.search(text[max(paragraph.start, match.start() - 12) : match.start()])
        common = word in post_nominals() or word.casefold() in personal_titles() or word in lexicon.party_codes()
        none = patterns.name_words("nobody") | patterns.name_words("letters")
        if not (common or shouted or re.match(r" (?:[A-Z]{2}|\d)", after) or word.casefold() in none):
            yield Span(*match.span())


def _runs(text: str, paragraph: Span, wanted: Iterable[str]) -> Iterator[tuple[str, Span]]:
    """The runs of capitals, over small words, whose initials are wanted."""
    words = words_of(text, paragraph)
    every = frozenset(wanted)
    for first, word in enumerate(words):
        last, size = first, 0
        while word.capital and last < len(words) and size < 8 and (last == first or words[last].joined):
            if not (words[last].capital or (words[last].text in LINKS and last > first)):
                break
            last, size = last + 1, size + words[last].capital
            span = Span(word.start, words[last - 1].end)
            letters = acronym_of(span.of(text))
            if words[last - 1].capital and size > 2 and letters in every:
                yield letters, span


def _work(name: str) -> bool:
    """Whether a name is a law's, a paper's or a scheme's."""
    return name.rsplit(maxsplit=1)[-1].casefold() in patterns.name_words("work")


def _acts(token: Token) -> bool:
    """Whether a body is meant by where the word stands: it says or has done something, or somebody is of it."""
    head = token.head
    if token.dep_ == "nsubj":
        speaks = head.lemma_ in patterns.name_words("speaking") or head.lower_ in patterns.name_words("speaking")
        done = head.tag_ == "VBN" and any(c.dep_ == "dobj" for c in head.children)
        return speaks or (done and any(c.lower_ in ("has", "had") for c in head.children))
    if token.dep_ == "poss":
        return head.lower_ in lexicon.post_heads()
    if token.dep_ == "pobj" and head.lower_ in BELONGS:
        held = head.head
        return held.ent_type_ == "PERSON" or held.lower_ in lexicon.post_heads()
    return token.dep_ == "compound" and head.lower_ in lexicon.post_heads() and head.i > token.i
