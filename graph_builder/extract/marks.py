"""Marks by which names are told apart: titles of posts, names of laws and papers, parties and seats in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graph_builder import names
from graph_builder.extract import lexicon, patterns
from graph_builder.extract.language import Paragraph
from graph_builder.extract.shapes import body_end
from graph_builder.extract.words import Candidate, Word, words_of
from graph_builder.model import Span
from graph_builder.vocabulary import of_registers

__all__ = [
    "named_before_brackets",
    "party_adjectives",
    "party_codes",
    "seat_before",
    "seats",
    "seats_before",
    "titles_of_posts",
    "works",
]

POST = re.compile(
    r"\b(?:(?:Shadow )?(?:Secretary of State|Minister of State|Parliamentary Under-Secretary of State|Minister"
    r"|Secretary)|Member of Parliament|Member|Under-Secretary of State) (?:for|of) (?:the )?(?=[A-Z])"
)


@cache
def _office() -> re.Pattern[str]:
    """An office with its field or its place: "Victims' Commissioner for", "Mayor of"."""
    heads = "|".join(sorted(noun.capitalize() for noun in patterns.nouns_of_posts("office")))
    return re.compile(rf"\b(?:[A-Z][\w’']+ ){{0,2}}(?:{heads}) (?:for|of) (?:the )?(?=[A-Z])")


def titles_of_posts(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """Titles of posts with a field or a seat: "Secretary of State for Work and Pensions" is no body."""
    whole = paragraph.span.start, paragraph.span.end
    for match in (*POST.finditer(text, *whole), *_office().finditer(text, *whole)):
        words = words_of(text, Span(match.end(), paragraph.span.end))
        end = body_end(words, 0, linked=True) if words else 0
        end -= 2 if _name_at_end(words, end, text) else 0
        if end:
            yield Candidate(Span(match.start(), words[end - 1].end), "post", 7.0, "post")
    for match in COUNSEL.finditer(text, *whole):
        yield Candidate(Span(*match.span()), "post", 7.0, "post")
    for match in (*_subject().finditer(text, *whole), *_desk().finditer(text, *whole)):
        yield Candidate(Span(*match.span(1)), "post", 7.0, "post")


COUNSEL = re.compile(r"\b(?:King|Queen)['’]s Counsel\b")
CAPITALS = r"[A-Z][\w’'-]+(?:(?: | and | & )[A-Z][\w’'-]+){0,3}"


@cache
def _subject() -> re.Pattern[str]:
    """A field of study or work after its post: "Reader in Criminal Justice", "head of Land Policy at"."""
    taught = "|".join(sorted(patterns.nouns_of_posts("subject")))
    led = "|".join(sorted(patterns.nouns_of_posts("field")))
    body = r"(?= at | for |, (?:the )?(?:[A-Z][\w’'-]+ ){0,4}(?:of|Trust|Council|Board|Service|University|College)\b)"
    return re.compile(rf"((?i:\b(?:{taught}) (?:of|in)) {CAPITALS}|(?i:\b(?:{led}) of) {CAPITALS}{body})")


@cache
def _desk() -> re.Pattern[str]:
    """A journalist's post: "By Ann Lee, Home Affairs Correspondent"."""
    nouns = "|".join(sorted(noun.capitalize() for noun in patterns.nouns_of_posts("desk")))
    return re.compile(rf"(?:^|(?<=, )|(?<=\n)|(?<=[|·] ))({CAPITALS} (?:{nouns}))\b", re.MULTILINE)


def _name_at_end(words: Sequence[Word], end: int, text: str) -> bool:
    """Whether the last two of three or more capitals are rather a name: "Secretary for Transport Ann Lee said"."""
    last = words[end - 3 : end]
    plain = len(last) == 3 and all(w.capital and w.gap in ("", " ") for w in last)
    return plain and bool(re.match(r" (?:[a-z]|MP\b|MSP\b)", text[words[end - 1].end : words[end - 1].end + 4]))


LETTERS = re.compile(r"\b(?:MP|MSP|MLA|MEP|TD|AM)s?\b(?! for)")
PLACE = re.compile(r"[A-Z][\w’'-]*(?:(?: and | upon | of the | of | the | in | & | )[A-Z][\w’'-]*)*$")
NAMED = re.compile(r"(?:MP|MSP|MLA|MEP|TD|AM) [A-Z][\w’'-]+ [A-Z]")
POINTED = re.compile(r"(?:\bthe|\bour|\byour|\blocal|\bneighbouring|['’]s?) $", re.IGNORECASE)


def seat_before(text: str, at: int, start: int) -> Span | None:
    """The place that stands before the letters at `at`: "Kell South MP Ann Lee", "the Kell South MP"."""
    found = PLACE.search(text, max(start, at - 70), max(start, at - 1)) if LETTERS.match(text, at) else None
    if found is None or text[at - 1 : at] != " ":
        return None
    words = words_of(text, Span(*found.span()))
    while words and (size := _no_place(words)):
        words = words[size:]
    if not words or words[0].text in ("And", "Of"):
        return None
    owned = POINTED.search(text[max(0, words[0].start - 14) : words[0].start])
    if not (owned or NAMED.match(text, at)) or any(_names_somebody(word.text) for word in words):
        return None
    return Span(words[0].start, at - 1)


def _no_place(words: Sequence[Word]) -> int:
    """How many words before a seat say whose or what kind it is, and not where: "Lib Dem", "Former", "Scottish"."""
    for size in (3, 2):
        if len(words) >= size and " ".join(w.text for w in words[:size]).casefold() in lexicon.party_codes():
            return size
    lowered = words[0].text.casefold()
    known = lowered in lexicon.party_words() or lowered in lexicon.status_words()
    return int(known or lowered in lexicon.sentence_openers() or lowered in patterns.name_words("no-seat"))


def _names_somebody(word: str) -> bool:
    """Whether a word before a seat is part of a title or of a body's name: "the Treasury minister Ann Lee MP"."""
    lowered = word.casefold().rstrip(".")
    posts = lexicon.post_words() | lexicon.body_heads()
    return lowered in names.personal_titles() or lowered in posts or word in lexicon.register_names()


def seats_before(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """Places before the letters of a seat: "Kell South MP Ann Lee" is one person, and Kell South is none."""
    for match in LETTERS.finditer(text, paragraph.span.start, paragraph.span.end):
        place = seat_before(text, match.start(), paragraph.span.start)
        if place is not None:
            yield Candidate(place, "place", 7.5, "seat")


def works(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """Laws, papers, schemes and days, by the last word of their names: "the Harbours Bill", "a Day of Prayer"."""
    words = words_of(text, paragraph.span)
    for i, word in enumerate(words):
        if word.capital and word.text.casefold() in patterns.name_words("work"):
            first = i
            while (
                first > 0
                and words[first].joined
                and words[first - 1].capital
                and words[first - 1].text.casefold() not in lexicon.sentence_openers()
            ):
                first -= 1
            last = i + 1
            if last + 1 < len(words) and words[last].text in ("of", "on") and words[last + 1].capital:
                last += 2
            if first < i or last > i + 1:
                yield Candidate(Span(words[first].start, words[last - 1].end), "work", 2.6, "work")


SEAT = re.compile(r"\b(?:MP|MSP|MLA|Member of Parliament|councillor|candidate|member) for (?:the )?(?=[A-Z])")


def seats(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """Seats after "MP for": capitals, also over "and"; of a name that follows with no comma, the last two words."""
    for match in SEAT.finditer(text, paragraph.span.start, paragraph.span.end):
        words = words_of(text, Span(match.end(), paragraph.span.end))
        end = 1
        while end < len(words) and (
            (words[end].capital and words[end].joined)
            or (words[end].text in ("and", "of", "upon") and end + 1 < len(words) and words[end + 1].capital)
            or _and_the(words, end)
        ):
            end += 2 if _and_the(words, end) else 1
        named = end > 3 and end < len(words) and words[end].gap == " " and words[end].text.islower()
        last = words[end - 3] if named and words[end - 1].text != "and" else words[end - 1]
        yield Candidate(Span(words[0].start, last.end), "place", 5.0, "seat")


def _and_the(words: Sequence[Word], at: int) -> bool:
    """Whether "and the" joins another part of the seat's name: "Kell and the Moors"."""
    return [w.text for w in words[at : at + 2]] == ["and", "the"] and at + 2 < len(words) and words[at + 2].capital


CODES = re.compile(r"\(([^()]{2,60})\)")


def party_codes(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """Parties in brackets after a name, and seats beside them: "(Lab)", "(Con, Kell South)", "(Labour; Kell East)"."""
    for match in CODES.finditer(text, paragraph.span.start, paragraph.span.end):
        at = match.start(1)
        pieces = re.split(r"([,;]\s*)", match.group(1))
        places = []
        for piece in pieces:
            iri = lexicon.party_codes().get(piece.strip().casefold())
            if iri is not None:
                yield Candidate(Span(at, at + len(piece)), "organisation", 8.0, "code", iri)
            elif piece.strip().casefold() in patterns.name_words("independent"):
                yield Candidate(Span(at, at + len(piece)), "group", 8.0, "code")
            elif piece[:1].isupper():
                places.append(Span(at, at + len(piece)))
            at += len(piece)
        coded = any(lexicon.party_codes().get(p.strip().casefold()) for p in pieces)
        after = text[match.end() : match.end() + 24]
        party = re.match(r"\s?\(([^()]+)\)", after)
        sits = after.startswith(":") or (party is not None and party.group(1).casefold() in lexicon.party_codes())
        office = text[paragraph.span.start : match.start()].startswith(("The ", "Mr Speaker", "Madam "))
        for place in places:
            if coded or (not office and sits):
                yield Candidate(place, "place", 8.0, "code")


BEFORE_POLICE = re.compile(r"\b([A-Z]\w+(?: [A-Z]\w+)?)(?= police and crime commissioner)")
POLITICIAN = (
    r"(?= (?:MP|MSP|MS|MEP|AM|peer|councillor|candidate|leader|deputy leader|co-leader|spokes\w+|group|activist|member"
    r"|who)\b)"
)


@of_registers
def _party_word() -> re.Pattern[str]:
    """Forms of parties that are common words too, also in the plural, before a politician."""
    return re.compile(rf"\b((?:{'|'.join(map(re.escape, lexicon.party_adjectives()))})s?){POLITICIAN}")


def party_adjectives(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """Parties whose adjective is a common word, before a politician: "the Green MP"."""
    whole = paragraph.span.start, paragraph.span.end
    for match in (*_party_word().finditer(text, *whole), *BEFORE_POLICE.finditer(text, *whole)):
        iri = lexicon.party_codes().get(match.group(1).casefold())
        if iri is not None:
            yield Candidate(Span(*match.span(1)), "organisation", 6.0, "code", iri)


def named_before_brackets(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """People named before a seat or a party in brackets: "Ada Pell (North Wrexley) (Lab)"."""
    words = words_of(text, paragraph.span)
    for match in CODES.finditer(text, paragraph.span.start, paragraph.span.end):
        rest = text[match.end() : match.end() + 12]
        coded = any(lexicon.party_codes().get(p.strip().casefold()) for p in re.split(r"[,;]", match.group(1)))
        if not coded and not re.match(r"\s?\((?:Con|Lab|LD|SNP|Green|PC|DUP|Ind|Reform)", rest):
            continue
        last = next((i for i in reversed(range(len(words))) if words[i].end <= match.start()), None)
        if last is None or text[words[last].end : match.start()].strip():
            continue
        first = last
        while first > 0 and last - first < 3 and words[first - 1].capital and words[first].gap == " ":
            if words[first - 1].text.endswith(("'s", "’s")):
                break
            first -= 1
        double = coded and "-" in words[last].text
        if words[first].capital and (last > first or double):
            yield Candidate(Span(words[first].start, words[last].end), "person", 5.0, "bracket")
