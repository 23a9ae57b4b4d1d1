"""The shapes of names: of bodies, by words that only their names have; of posts, laws and papers, which are no bodies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from graph_builder.extract import lexicon, organisations
from graph_builder.extract.language import Paragraph
from graph_builder.extract.words import LINKS, Candidate, Word, without_possessive, words_of
from graph_builder.model import Span

__all__ = [
    "bodies",
    "described_bodies",
    "initialisms",
    "named_before_brackets",
    "party_codes",
    "titles_of_posts",
    "works",
]


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
    return (
        first == 0
        or words[first - 1].text.casefold() in ("the", "a", "an", "our", "its", "new")
        or words[first].gap in (", ", ". ")
    )


def _body_end(words: Sequence[Word], head: int) -> int:
    """The index after the last word: capitals, and "of", "for" … and a list that "and" closes."""
    i, linked = head + 1, False
    while i < len(words):
        word = words[i]
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
                or (word.text == "and" and _new_body(words, k))
            ):
                break
            if (
                word.text in ("in", "at", "with")
                or (word.text == "on" and words[k].text.casefold() in TIMES)
                or (word.text == "to" and not linked)
            ):
                break
            i, linked = k + 1, True
        elif word.gap == ", " and word.capital and (closed := _list_end(words, i)):
            i = closed
        else:
            break
    return i


TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split()
)


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


POST = re.compile(
    r"\b(?:(?:Shadow )?(?:Secretary of State|Minister of State|Parliamentary Under-Secretary of State|Minister|Secretary)"
    r"|Member of Parliament|Member|Under-Secretary of State) (?:for|of) (?:the )?(?=[A-Z])"
)


def titles_of_posts(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """Titles of posts with a field or a seat: "Secretary of State for Work and Pensions" is no body."""
    for match in POST.finditer(text, paragraph.span.start, paragraph.span.end):
        words = words_of(text, Span(match.end(), paragraph.span.end))
        end = _body_end(words, 0) if words else 0
        if end:
            yield Candidate(Span(match.start(), words[end - 1].end), "post", 7.0, "post")


WORKS = frozenset(
    """paper bill act allowance framework guarantee scheme strategy code charter order plan programme report reform index award
    prize day week month day manifesto amendment directive regulations budget pledge orders credit benefit tax levy""".split()
)


def works(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """Laws, papers, schemes and days, by the last word of their names: "the Remediation Bill", "a Day of Action"."""
    words = words_of(text, paragraph.span)
    for i, word in enumerate(words):
        if word.capital and word.text.casefold() in WORKS:
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


CODES = re.compile(r"\(([^()]{2,60})\)")


def party_codes(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """Parties in brackets after a name, and seats beside them: "(Lab)", "(Con, Mary Tavy)", "(Labour; Slough East)"."""
    for match in CODES.finditer(text, paragraph.span.start, paragraph.span.end):
        at = match.start(1)
        pieces = re.split(r"([,;]\s*)", match.group(1))
        places = []
        for piece in pieces:
            iri = lexicon.party_codes().get(piece.strip().casefold())
            if iri is not None:
                yield Candidate(Span(at, at + len(piece)), "organisation", 8.0, "code", iri)
            elif piece[:1].isupper():
                places.append(Span(at, at + len(piece)))
            at += len(piece)
        coded = any(lexicon.party_codes().get(p.strip().casefold()) for p in pieces)
        after = text[match.end() : match.end() + 8]
        for place in places:
            if coded or re.match(r"\s?\((?:Con|Lab|LD|SNP|Green)|:", after):
                yield Candidate(place, "place", 8.0, "code")


PARTY_WORD = re.compile(
    r"\b(Greens?|Independent|Alliance|Reform)(?= (?:MP|MSP|MS|MEP|AM|peer|councillor|candidate|leader|deputy leader|co-leader|spokes\w+|group|activist|baroness|member)\b)"
)


def party_adjectives(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """Parties whose adjective is a common word, before a politician: "the Green MP"."""
    for match in PARTY_WORD.finditer(text, paragraph.span.start, paragraph.span.end):
        iri = lexicon.party_codes().get(match.group(1).casefold())
        if iri is not None:
            yield Candidate(Span(*match.span(1)), "organisation", 6.0, "code", iri)


LONGEST_NAME = 7


def described_bodies(text: str, paragraph: Paragraph) -> Iterator[Candidate]:
    """Bodies that a common noun introduces or explains: "the charity Open Locks", "Tidewater, a think tank"."""
    words = words_of(text, paragraph.span)
    nouns = lexicon.body_descriptions()
    for i, word in enumerate(words[:-1]):
        lower = word.text.casefold()
        pair = f"{words[i - 1].text.casefold()} {lower}" if i else lower
        known = lower in nouns or pair in nouns
        if known and not word.capital and words[i + 1].capital and words[i + 1].gap == " ":
            end = _name_run(words, i + 1)
            yield Candidate(_span(text, words, i + 1, end), "organisation", 3.2, "described")
    for i, word in enumerate(words):
        if word.capital and (i == 0 or not (words[i - 1].capital and word.joined)):
            end = _name_run(words, i)
            if end < len(words) and organisations.described(text, _span(text, words, i, end)):
                first = i + 1 if word.text.casefold() in lexicon.sentence_openers() and end > i + 1 else i
                yield Candidate(_span(text, words, first, end), "organisation", 3.2, "described")


def _name_run(words: Sequence[Word], start: int) -> int:
    """The index after a run of capitals, over small words between two of them: "Students on the Move"."""
    i = start + 1
    while i < len(words) and i - start < LONGEST_NAME:
        if words[i].capital and words[i].joined:
            i += 1
            continue
        k = i
        while k < len(words) and words[k].text in LINKS - {"and", "at", "with"} and words[k].gap == " ":
            k += 1
        if not (i < k < len(words) and words[k].capital and words[k].gap == " "):
            break
        i = k + 1
    return i


def _span(text: str, words: Sequence[Word], start: int, end: int) -> Span:
    return without_possessive(text, Span(words[start].start, words[end - 1].end))


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
            first -= 1
        if words[first].capital and last > first:
            yield Candidate(Span(words[first].start, words[last].end), "person", 5.0, "bracket")
