"""People told by what stands at their names: a title before, letters or a seat after, a byname inside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph_builder import names
from graph_builder.extract import lexicon
from graph_builder.extract.language import Paragraph
from graph_builder.extract.words import Candidate, Word, without_possessive, words_of
from graph_builder.model import Span

__all__ = ["bynamed", "lettered", "titled"]

TITLE = 6.0  # the weight of a name that its title gives
LETTERS = 3.0


def titled(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """People named with a title before the name: "Dame Edith", "Baroness Orme of Kell", "Mr de Souza"."""
    words = words_of(text, paragraph.span)
    titles = names.personal_titles()
    i = 0
    while i < len(words):
        first, i = i, _titles_end(words, i)
        if i == first:
            i += 1
            continue
        last = _name_end(words, i)
        if last > i and not _of_body(words, first, i, last):
            peer = titles[_bare(words[i - 1])] in names.peerage()
            end = _with_place(words, last) if peer else last
            span = without_possessive(text, Span(words[first].start, words[end - 1].end))
            if names.person_name(span.of(text)).words:
                yield Candidate(span, "person", TITLE, "title")
            i = end


def _bare(word: Word) -> str:
    return word.text.rstrip(".").casefold()


def _titles_end(words: Sequence[Word], start: int) -> int:
    """The index after the titles that begin at `start`; an initial inside a name ("Ann M. Lee") is none."""
    i = start
    while i < len(words) and words[i].capital and _bare(words[i]) in names.personal_titles():
        if i > start and not words[i].joined:
            break
        if len(_bare(words[i])) == 1 and i > 0 and words[i - 1].capital and words[i].gap == " ":
            break
        i += 1
    return i


def _of_body(words: Sequence[Word], first: int, start: int, end: int) -> bool:
    """Whether the title is a word of a body's name: "the Justice Committee", "Guild of Master Masons"."""
    heads = lexicon.body_heads()
    last = words[end - 1].text.casefold().removesuffix("'s").removesuffix("’s")
    if last in heads and (end - start > 1 or _bare(words[start - 1]) in lexicon.offices_as_titles()):
        return True
    within = first > 1 and words[first - 1].text in ("of", "for") and words[first].gap == " "
    return within and words[first - 2].capital and words[first - 2].text.casefold() in heads


def _name_end(words: Sequence[Word], start: int) -> int:
    """The index after the last word of a person's name that begins at `start`."""
    i = start
    posts = lexicon.post_words()
    while i < len(words) and i - start < 6:
        word = words[i]
        if word.gap not in (" ", "\n") or (i > start and words[i - 1].text.endswith(("'s", "’s"))):
            break
        if not (word.capital or _particle(words, i)) or word.text.casefold() in posts:
            break
        if word.text in names.post_nominals():
            break
        i += 1
    return i


def _particle(words: Sequence[Word], at: int) -> bool:
    """Whether a small word here leads to a capital over nothing but such words: "van der Meulen"."""
    while at < len(words) and words[at].text in names.particles():
        at += 1
        if at < len(words) and words[at].capital and words[at].gap == " ":
            return True
    return False


def _with_place(words: Sequence[Word], end: int) -> int:
    """The index after "of Place" where that follows a peer's name: "of Kell", "of Kings Orme"."""
    if not (end + 1 < len(words) and words[end].text == "of" and words[end + 1].capital and words[end + 1].gap == " "):
        return end
    end += 2
    while end < len(words) and words[end].capital and words[end].gap == " " and not _no_place(words[end]):
        end += 1
    return end


def _no_place(word: Word) -> bool:
    low = _bare(word)
    known = lexicon.post_words() | lexicon.party_words() | lexicon.sentence_openers()
    return low in known or word.text in names.post_nominals() or low in names.personal_titles()


def lettered(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """People named with letters after the name ("Kit Hale MP"), and seats that stand there: "the Kell South MP"."""
    words = words_of(text, paragraph.span)
    for i, word in enumerate(words):
        if word.text not in names.post_nominals() or word.gap not in (" ", ", "):
            continue
        first = i
        while first > 0 and i - first < 4 and words[first - 1].capital and (first == i or words[first].gap == " "):
            first -= 1
        seat = _seat(words, first, i)
        first += first < i and words[first].text == "The"
        run = [w.text.casefold() for w in words[first:i]]
        party = " ".join(run) in lexicon.party_codes() or any(w in lexicon.party_words() for w in run)
        if run and not party and not any(w in lexicon.post_words() for w in run) and (seat or 2 <= len(run) <= 4):
            span = Span(words[first].start, words[i - 1].end)
            yield Candidate(span, "place" if seat else "person", LETTERS, "letters")


def _seat(words: Sequence[Word], first: int, letters: int) -> bool:
    """Whether the capitals before "MP" are a seat: after an article or a possessive, or with the name to follow."""
    if words[letters].gap != " " or words[letters].text not in ("MP", "MSP", "MS", "MLA", "TD", "MEP"):
        return False
    before = words[first - 1].text if first else ""
    if words[first].text == "The" or (before.casefold() in ("the", "its") and words[first].gap == " "):
        return True
    if before.endswith(("'s", "’s")) and words[first].gap == " ":
        return True
    after = words[letters + 1] if letters + 1 < len(words) else None
    named = after is not None and after.capital and after.gap == " " and not _no_place(after)
    return named and letters - first <= 3


BYNAME = re.compile(r"[A-Z][\w’'-]+ [“\"‘'(][A-Z][\w’'-]+[”\"’')] [A-Z][\w’'-]+")


def bynamed(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """People with a byname between given name and surname: "Robert “Bob” Orr"."""
    for match in BYNAME.finditer(text, paragraph.span.start, paragraph.span.end):
        first, byname, _ = match.group().split(" ")
        plainly = byname[0] in "“\"‘'" and first.casefold() not in lexicon.sentence_openers() | lexicon.post_words()
        if plainly:
            yield Candidate(Span(*match.span()), "person", TITLE, "title")
