"""The words of a document that may be names, by every voice that has a say.

The voices are the encoder or the language model's own recogniser, titles before names, letters after
them, the shapes of the names of bodies, and the register. Each proposes candidates; `chosen` keeps those
that do not overlap, the surest first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph_builder import names
from graph_builder.extract import lexicon
from graph_builder.extract.language import Paragraph, Text
from graph_builder.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Candidate", "Word", "bodies", "chosen", "initialisms", "known", "model_names", "titled", "words_of"]

WORD = re.compile(r"[^\W_]+(?:[.’'\-–][^\W_]+)*\.?")
LINKS = frozenset("of for and the on in to against with at &".split())
NO_NAMES = frozenset(["mum", "dad", "bill", "act", "madam", "house", "friend", "gentleman", "member", "parliament", "chair", "media", "health", "schools", "state", "skills", "social care", "government"])
LABELS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
LABELS |= {"NORP": "group", "EVENT": "event", "LAW": "work", "WORK_OF_ART": "work", "PRODUCT": "work"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that one voice takes for a name."""

    span: Span
    label: str  # person · organisation · place · group · event · work
    weight: float
    voice: str
    known: str | None = None  # IRI of a register entry


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
    found: list[Word] = []
    before = span.start
    for match in WORD.finditer(text, span.start, span.end):
        start, end, word = match.start(), match.end(), match.group()
        bare = word.rstrip(".")
        if word.endswith(".") and not (len(bare) == 1 or bare.casefold() in names.personal_titles()):
            word, end = bare, end - 1
        found.append(Word(word, start, end, text[before:start]))
        before = end
    return found


def without_possessive(text: str, span: Span) -> Span:
    """The span less a final "'s", and less a full stop that ends a sentence."""
    words = span.of(text)
    ending = re.search(r"(?:['’]s?|[,.;:]+)$", words)
    if ending and not re.search(r"\b[A-Z]\.$", words):
        inner = words[: ending.start()]
        # Names such as Barnardo's keep their ending unless they are followed by what is owned.
        return Span(span.start, span.start + len(inner)) if inner else span
    return span


def titled(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """People named with a title before the name: "Dame Ngozi", "Baroness Sethi of Harrow", "Mr de Souza"."""
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
        if last > i:
            peer = titles[words[i - 1].text.rstrip(".").casefold()] in names.PEERAGE
            end = _with_place(words, last) if peer else last
            span = without_possessive(text, Span(words[first].start, words[end - 1].end))
            yield Candidate(span, "person", 6.0, "title")
            i = end


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
        particle = word.text in names.PARTICLES and i + 1 < len(words) and words[i + 1].capital
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
    """People named with letters or a seat after the name: "Greg Smith MP", "Ann Lee (Pendle East) (Lab)"."""
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
    return any(w in lexicon.party_words() for w in run)


def model_names(paragraph: Paragraph) -> Iterator[Candidate]:
    """What the language model's recogniser takes for names, without "the" and possessive endings."""
    doc: Doc = paragraph.doc
    for entity in doc.ents:
        label = LABELS.get(entity.label_)
        if label is None or not any(c.isupper() for c in entity.text):
            continue
        first, last = entity.start, entity.end
        while first < last and (doc[first].lower_ in ("the", "a", "an") or not doc[first].text[0].isalnum()):
            first += 1
        while last > first and (doc[last - 1].text in ("'s", "’s", "’", "'") or not doc[last - 1].text[0].isalnum()):
            last -= 1
        if last > first and _namelike(doc[first:last].text):
            yield Candidate(paragraph.span_of(doc[first:last]), label, 1.0, "model")


def _namelike(words: str) -> bool:
    """Whether the words can be a name at all: no brackets, and more than a noun of a post or a sort of body."""
    if re.search(r"[()\[\]|>“”\"]", words):
        return False
    rest = [w for w in words.casefold().split() if w not in lexicon.post_words() and w not in lexicon.body_heads()]
    return bool(rest) and words.casefold() not in NO_NAMES


def bodies(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """Bodies named by a word that only bodies' names have: "Royal College of …", "… County Council"."""
    words = words_of(text, paragraph.span)
    heads = lexicon.body_heads()
    i = 0
    while i < len(words):
        if words[i].capital and words[i].text.casefold() in heads:
            first, last = _body_start(words, i), _body_end(words, i)
            if last - first >= 2:
                span = without_possessive(text, Span(words[first].start, words[last - 1].end))
                yield Candidate(span, "organisation", 2.5, "shape")
            i = max(i + 1, last)
        else:
            i += 1


def _body_start(words: Sequence[Word], head: int) -> int:
    """The index of the first word: capitals before the head, also over "and", and over commas after "the"."""
    heads = lexicon.body_heads()
    i = head
    while i > 0:
        before = words[i - 1]
        if words[i].joined and before.capital and before.text.casefold() not in lexicon.sentence_openers():
            i -= 1
        elif words[i].joined and before.text in ("and", "&") and i > 1 and words[i - 2].capital and words[i - 1].joined:
            first = _run_start(words, i - 2)
            if any(w.text.casefold() in heads for w in words[first : i - 1]) or not _after_the(words, first):
                break
            i = first
        else:
            break
    return i


def _run_start(words: Sequence[Word], at: int) -> int:
    """The first of the capitals that end at `at`, over the commas of a list: "Housing, Communities and …"."""
    while at > 0 and words[at - 1].capital and (words[at].joined or words[at].gap == ", "):
        at -= 1
    return at


def _after_the(words: Sequence[Word], first: int) -> bool:
    return first == 0 or words[first - 1].text.casefold() in ("the", "a", "an", "our", "its", "new") or words[first].gap in (", ", ". ")


def _body_end(words: Sequence[Word], head: int) -> int:
    """The index after the last word: capitals, and "of", "for" … and a list that "and" closes."""
    i = head + 1
    while i < len(words):
        word = words[i]
        if word.joined and word.capital:
            i += 1
        elif word.text in LINKS and word.gap == " ":
            k = i + 1
            while k < len(words) and words[k].text in LINKS and words[k].gap == " ":
                k += 1
            if k >= len(words) or not words[k].capital or words[k].gap != " " or (word.text == "and" and _new_body(words, k)):
                break
            if word.text in ("in", "at", "with", "to") and i == head + 1:
                break
            i = k + 1
        elif word.gap == ", " and word.capital and (closed := _list_end(words, i)):
            i = closed
        else:
            break
    return i


def _new_body(words: Sequence[Word], at: int) -> bool:
    """Whether another body's name begins here: "the Treasury and Kirklees Council"."""
    run = []
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
    ends = {c.span.end: c.span for c in found if c.label != "person"}
    for match in BRACKETED.finditer(text, paragraph.span.start, paragraph.span.end):
        short = match.group(1)
        if sum(c.isupper() for c in short) < 2:
            continue
        full = ends.get(match.start()) or _spelled_out(text, paragraph.span, match.start(), short)
        if full:
            yield full, Span(match.start(1), match.end(1))


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
        yield Candidate(Span(match.start(), match.end()), "organisation", 3.0, "register", iri)


def candidates(text: Text) -> list[Candidate]:
    """Every candidate of every voice."""
    found: list[Candidate] = []
    words = text.document.text
    for paragraph in text.paragraphs:
        found += titled(words, paragraph)
        found += lettered(words, paragraph)
        found += model_names(paragraph)
        found += bodies(words, paragraph)
        found += known(words, paragraph.span)
    return found


def chosen(found: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that do not overlap, preferring weight and then length, in order of place."""
    kept: list[Candidate] = []
    taken: list[Span] = []
    for candidate in sorted(found, key=lambda c: (-c.weight, c.span.start - c.span.end, c.span.start, c.voice)):
        if not any(candidate.span.meets(span) for span in taken):
            kept.append(candidate)
            taken.append(candidate.span)
    return sorted(kept, key=lambda c: c.span)
