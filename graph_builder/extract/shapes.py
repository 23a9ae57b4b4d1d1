"""The shapes of the names of bodies, by words that only such names have: "Royal College of …", "… County Council"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from graph_builder import names
from graph_builder.extract import lexicon, patterns
from graph_builder.extract.language import Paragraph
from graph_builder.extract.words import LINKS, Candidate, Word, without_possessive, words_of
from graph_builder.model import Span

__all__ = ["bodies", "body_end", "common_initials", "initialisms", "lowered"]


def bodies(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """Bodies named by a word that only bodies' names have: "Royal College of …", "… County Council"."""
    words = words_of(text, paragraph.span)
    heads = lexicon.body_heads()
    i = 0
    while i < len(words):
        if words[i].capital and words[i].text.casefold() in heads:
            first, last = _body_start(words, i), body_end(words, i)
            if last - first >= 2:
                span = without_possessive(text, Span(words[first].start, words[last - 1].end))
                yield Candidate(span, "organisation", 2.5, "shape")
            i = max(i + 1, last)
        else:
            i += 1


@cache
def _lower() -> re.Pattern[str]:
    """A place, and in lower case what body it has: "Leek magistrates' court", "Kell and Wick police"."""
    nouns = sorted(patterns.name_words("lower"), key=lambda noun: (-len(noun), noun))
    joined = "|".join(re.escape(noun).replace("'", "['’]") for noun in nouns)
    place = r"[A-Z][\w-]+(?: and [A-Z][\w-]+| [A-Z][\w-]+)?"
    return re.compile(rf"(?<![A-Za-z’'-] )(?<![\w’'-])({place}) (?:{joined})\b|(?<=[a-z] )({place}) (?:{joined})\b")


def lowered(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """Bodies named by a place and common nouns: "Leek crown court" as newspapers write it."""
    for match in _lower().finditer(text, paragraph.span.start, paragraph.span.end):
        words = (match.group(1) or match.group(2)).split()
        low = words[0].casefold()
        known = lexicon.party_words() | lexicon.sentence_openers() | lexicon.post_words() | lexicon.body_heads()
        if low not in known | patterns.name_words("nobody") | TIMES and low not in names.personal_titles():
            yield Candidate(Span(*match.span()), "organisation", 2.5, "shape")


def _body_start(words: Sequence[Word], head: int) -> int:
    """The index of the first word: capitals before the head, also over "and", and over commas after "the"."""
    heads = lexicon.body_heads()
    i = head
    while i > 0:
        before = words[i - 1]
        if words[i].joined and before.capital and not _outside(before):
            i -= 1
        elif words[i].joined and before.text in ("and", "&") and i > 1 and words[i - 2].capital and words[i - 1].joined:
            first = _run_start(words, i - 2)
            if words[i].text in WITH_PLACE:
                i = first
                continue
            if any(w.text.casefold() in heads for w in words[first : i - 1]) or not _after_the(words, first):
                break
            i = first
        else:
            break
    return i


WITH_PLACE = frozenset(["District", "Districts", "Borough", "Surrounding"])  # "Leek and District Youth League"


def _outside(word: Word) -> bool:
    """Whether a capital before a name is no part of it: the first word of a sentence, "my Friend's"."""
    low = word.text.casefold()
    opens = low in lexicon.sentence_openers() and (low in ARTICLES or word.gap not in (" ", "\n"))
    return opens or low.removesuffix("'s").removesuffix("’s") in patterns.name_words("nobody")


ARTICLES = frozenset(["the", "a", "an", "our", "its", "his", "her", "their", "my", "your", "dear"])


def _run_start(words: Sequence[Word], at: int) -> int:
    """The first of the capitals that end at `at`, over the commas of a list: "Housing, Communities and …"."""
    while at > 0 and words[at - 1].capital and (words[at].joined or words[at].gap == ", "):
        at -= 1
    return at


def _after_the(words: Sequence[Word], first: int) -> bool:
    return (
        first == 0
        or words[first - 1].text.casefold() in ("the", "a", "an", "our", "its", "new")
        or words[first].gap in (", ", ". ")
    )


def body_end(words: Sequence[Word], head: int, *, linked: bool = False) -> int:
    """The index after the last word: capitals, and "of", "for" … and then a list that "and" closes.

    `linked`: such a small word stands before the first already.
    """
    i = head + 1
    while i < len(words):
        word = words[i]
        if linked and words[i - 1].text.endswith(("'s", "’s")) and not _new_body(words, i):
            break  # what follows is owned: "the Ministry of Justice's Remote Pilot"
        if word.joined and word.capital:
            i += 1
        elif word.text in ("and", "&") and not linked and words[i - 1].text.casefold() in lexicon.body_heads():
            break  # the head ends the name: what "and" joins to it is another
        elif word.text in LINKS and word.gap == " ":
            k = i + 1
            while k < len(words) and words[k].text in LINKS and words[k].gap == " ":
                k += 1
            if (
                k >= len(words)
                or not words[k].capital
                or words[k].gap != " "
                or (word.text in ("and", "&") and (_new_body(words, k) or _person_begins(words[k])))
            ):
                break
            if (
                word.text in ("in", "at", "with")
                or (word.text == "on" and words[k].text.casefold() in TIMES)
                or (word.text == "to" and not linked)
            ):
                break
            i, linked = k + 1, True
        elif linked and word.gap == ", " and word.capital and (closed := _list_end(words, i)):
            i = closed
        else:
            break
    return i


def _person_begins(word: Word) -> bool:
    return word.text == "The" or word.text.rstrip(".").casefold() in names.personal_titles()


TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)


def _new_body(words: Sequence[Word], at: int) -> bool:
    """Whether another body's name begins here: "the Treasury and Kell Council"."""
    run: list[str] = []
    while at < len(words) and words[at].capital and (not run or words[at].joined):
        run.append(words[at].text.casefold())
        at += 1
    return any(w in lexicon.body_heads() for w in run)


def _list_end(words: Sequence[Word], at: int) -> int:
    """The index after ", B and C" where that continues a name, else 0: only capitals, closed by "and"."""
    i, commas = at, 0
    while i < len(words) and commas < 3:
        while i < len(words) and words[i].capital and (words[i].joined or (words[i].gap == ", " and i == at)):
            if words[i].text.casefold() in lexicon.body_heads():
                return 0
            i += 1
        if i < len(words) and words[i].text == "and" and i + 1 < len(words) and words[i + 1].capital:
            return 0 if _new_body(words, i + 1) else i + 1
        if i < len(words) and words[i].gap == ", " and words[i].capital:
            commas, at = commas + 1, i
            i += 1
            continue
        return 0
    return 0


BRACKETED = re.compile(r"\s\((?:the\s)?[“\"'‘]?([A-Z][A-Za-z&\-]{1,12})[”\"'’]?\)")


def initialisms(text: str, paragraph: Paragraph, found: Iterable[Candidate]) -> Iterator[tuple[Span, Span]]:
    """Pairs of a body's name and the short form in brackets after it: "Care Quality Commission (CQC)"."""
    ends = {c.span.end: c for c in sorted(found, key=lambda c: -c.span.start) if c.label != "person"}
    for match in BRACKETED.finditer(text, paragraph.span.start, paragraph.span.end):
        short, named = match.group(1), ends.get(match.start())
        spelled = _spelled_out(text, paragraph.span, match.start(), short)
        if sum(c.isupper() for c in short) < 2 and spelled is None:
            continue
        full = named.span if named is not None and named.label != "work" else spelled
        if full and full.of(text).split()[-1].casefold() not in patterns.name_words("work"):
            yield full, Span(match.start(1), match.end(1))


def common_initials(text: str, paragraph: Paragraph) -> Iterator[Span]:
    """Short forms in brackets that stand for common words: "live facial recognition (LFR)"."""
    for match in BRACKETED.finditer(text, paragraph.span.start, paragraph.span.end):
        letters = [c.lower() for c in match.group(1) if c.isupper()]
        before = words_of(text, Span(paragraph.span.start, match.start()))[-len(letters) :]
        if len(letters) > 1 and [w.text[0] for w in before] == letters:
            yield Span(match.start(1), match.end(1))


def _spelled_out(text: str, paragraph: Span, end: int, short: str) -> Span | None:
    """The words before `end` whose capitals spell the short form."""
    words = words_of(text, Span(paragraph.start, end))
    letters = [c for c in short.upper() if c.isalpha()]
    i = len(words)
    while letters and i > 0:
        i -= 1
        word = words[i].text
        if word[0].upper() == letters[-1] and word[0].isupper():
            letters.pop()
        elif word.casefold() not in LINKS:
            return None
    return Span(words[i].start, words[-1].end) if not letters and i < len(words) else None
