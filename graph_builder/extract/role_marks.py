"""Roles that marks beside a name tell: seats and parties in brackets, letters, titles, a party's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph_builder.extract import lexicon, patterns
from graph_builder.extract.cast import Cast
from graph_builder.extract.language import Paragraph, Text
from graph_builder.extract.role_people import membership, person_ending, person_starting
from graph_builder.model import Mention, Role, Span
from graph_builder.names import person_name

__all__ = ["mark_roles"]

BRACKET = re.compile(r"\s?\(([^()]{2,60})\)")
CHAMBERS = {"MP": "House of Commons", "MSP": "Scottish Parliament", "MS": "Senedd", "MLA": "Northern Ireland Assembly"}
SEAT = re.compile(r"[\w\s’'&.–—-]+")
LETTERS = re.compile(r",?\s(MP|MSP|MS|MLA|MEP|TD)\b(?! for)")


@dataclass(frozen=True, slots=True)
class Marks:
    """What brackets after a name say, and where they end."""

    end: int
    seat: str | None = None
    independent: bool = False
    party: str | None = None  # IRI of the register's entry
    post: str = "member"


def mark_roles(text: Text, paragraph: Paragraph, cast: Cast) -> Iterator[Role]:
    """The roles that marks beside the names of a paragraph tell."""
    for mention in cast.mentions_in(paragraph.span):
        if cast.is_person(mention.referent):
            evidence = text.sentence_at(mention.span)
            yield from _bracketed(text, paragraph, cast, mention)
            yield from _lettered(text, cast, mention, evidence)
            yield from _titled(text, cast, mention, evidence)
            yield from _seated(text, cast, mention, evidence)
        elif cast.referents[mention.referent].kind == "political-party":
            yield from _member(text, cast, mention)


def _member(text: Text, cast: Cast, party: Mention) -> Iterator[Role]:
    """A member by what stands beside the party's name: "Labour's Kit Hale", "Ann Lee, the Lib Dem who objected"."""
    words, end = text.document.text, party.span.end
    after = re.match(r"(?:['’]s?)? (?:([a-z]+),? )?", words[end : end + 24])
    noun = after.group(1) if after else None
    beside = after is not None and (noun is None or noun in patterns.nouns_of_posts("comrade"))
    person = person_starting(cast, end + after.end()) if after and beside else None
    if person is None:
        side = re.search(r"(?: of|, for|, from)(?: the)? $", words[max(0, party.span.start - 11) : party.span.start])
        person = person_ending(cast, party.span.start - len(side.group())) if side else None
    if person is None and re.match(r"(?: who|,|\.)", words[end : end + 4]):
        before = re.search(r", (?:the|a) $", words[max(0, party.span.start - 6) : party.span.start])
        person = person_ending(cast, party.span.start - len(before.group())) if before else None
    if person is not None:
        yield membership(person.referent, party.referent, text.sentence_at(party.span), "role/party-name")


def _opening(words: str, mention: Mention) -> int:
    """Where brackets after a name may begin: past letters, past a bracket that holds the name, past a post."""
    at = mention.span.end
    if letters := re.match(r"(?:,?\s[A-Z]{2,4}\b)*", words[at : at + 16]):
        at += letters.end()
    if words[at : at + 1] == ")" and words[mention.span.start - 1 : mention.span.start] == "(":
        return at + 1
    post = re.match(r", [A-Z][^()\n;:]{3,90}(?= \([^()]+\) \(([^()]+)\))", words[at : at + 200])
    return at + post.end() if post and _party(post.group(1)) else at


def _party(piece: str) -> str | None:
    return lexicon.party_codes().get(piece.casefold().rstrip("."))


def _marks(words: str, mention: Mention, end: int) -> Marks:
    """The brackets after a name, letters between them and it passed over."""
    at = _opening(words, mention)
    seat = party = None
    post, independent = "member", False
    while match := BRACKET.match(words, at, end):
        for piece in (p.strip() for p in re.split(r"[,;]", match.group(1))):
            if code := _party(piece):
                party = code
            elif piece.casefold() in patterns.name_words("independent"):
                independent = True
            elif set(re.findall(r"[\w-]+", piece.casefold())) & lexicon.post_heads():
                post = piece.casefold()
            elif seat is None and piece[:1].isupper() and not piece.isupper() and SEAT.fullmatch(piece):
                seat = piece
        at = match.end()
    return Marks(at, seat, independent, party, post)


def _local(text: Text, cast: Cast, mention: Mention) -> bool:
    """Whether somebody sits on a council: by their title, or by the post that stands before the name or was told."""
    words, start = text.document.text, mention.span.start
    if {"Councillor", "Cllr"} & set(person_name(mention.span.of(words)).titles):
        return True
    if re.search(r"(?:[Cc]ouncil|[Cc]ouncillor|[Cc]abinet member)\b[\w\s]{0,40}$", words[max(0, start - 60) : start]):
        return True
    return any(p.person == mention.referent and p.words & {"councillor", "cllr", "alderman"} for p in cast.posts)


def _bracketed(text: Text, paragraph: Paragraph, cast: Cast, mention: Mention) -> Iterator[Role]:
    """Seats and parties in brackets after a name: "(Kell East) (Lab)", "(Con, Tavistock South)"."""
    words, person = text.document.text, mention.referent
    marks = _marks(words, mention, paragraph.span.end)
    speaking = words[marks.end : marks.end + 1] == ":"
    if marks.party is None and not (marks.seat and (speaking or marks.independent)):
        return
    evidence = text.sentence_at(mention.span)
    if marks.party is not None:
        yield membership(person, cast.registered(marks.party), evidence, "role/bracket/party")
    local = _local(text, cast, mention)
    name = person_name(mention.span.of(words))
    if name.peer and not name.given:
        return  # "Lord Pell (Con) (Maiden Speech)": a peer has no seat
    if marks.seat and not local:
        yield _post(
            person, "Member of Parliament", evidence, "bracket/seat", cast.chamber("House of Commons"), marks.seat
        )
    elif marks.seat:
        yield _post(person, "councillor", evidence, "bracket/seat", None, marks.seat)
    alone = not words[marks.end : paragraph.span.end].strip()
    if cast.voice and text.document.genre == "committee-report" and alone:
        yield _post(person, marks.post, evidence, "bracket/committee", cast.voice)


def _lettered(text: Text, cast: Cast, mention: Mention, evidence: Span) -> Iterator[Role]:
    """Seats that letters after a name tell: "Greg Hale MP"."""
    words = text.document.text
    inside = re.search(r"(?=( \w+)$)", mention.span.of(words))
    letters = LETTERS.match(words, mention.span.end, mention.span.end + 7)
    if letters is None and inside is not None:
        letters = LETTERS.match(words, mention.span.start + inside.start(1))
    if letters:
        chamber = cast.chamber(CHAMBERS.get(letters.group(1), ""))
        yield _post(mention.referent, lexicon.full_post(letters.group(1)), evidence, "letters", chamber)


def _titled(text: Text, cast: Cast, mention: Mention, evidence: Span) -> Iterator[Role]:
    """Offices that a title tells: councillors, peers, and professors of a university that stands beside them."""
    words, person = text.document.text, mention.referent
    name = person_name(mention.span.of(words))
    if {"Councillor", "Cllr"} & set(name.titles):
        yield _post(person, "councillor", evidence, "title")
    office = bool(name.words) and name.words[0].casefold() in lexicon.post_words()  # "Lord Chancellor"
    if name.peer in ("Lord", "Baroness") and name.words and not name.given and not office:
        yield _post(person, "Member of the House of Lords", evidence, "title/peer", cast.chamber("House of Lords"))
    for title in name.titles:
        if title in lexicon.titles_of_office() and name.surname and not _a_body(name.words):
            yield _post(person, _written(mention.span.of(words), name.words[0]), evidence, "title/office")
    rank = re.search(r"((?:[A-Z][a-z]+ ){0,2}Chief )$", words[max(0, mention.span.start - 30) : mention.span.start])
    if rank and name.titles and f"chief {name.titles[0]}".casefold() in lexicon.post_titles():
        yield _post(person, f"{rank.group(1)}{name.titles[0]}".lower(), evidence, "title/rank")
    after = re.match(r",? (?:(?:of|at|from) )?(?:the )?(?=[A-Z])", words[mention.span.end : mention.span.end + 12])
    if "Professor" in name.titles and after:
        at = mention.span.end + after.end()
        body = cast.mention_at(Span(at, at + 1))
        if body is not None and cast.referents[body.referent].kind == "education":
            yield _post(person, "professor", evidence, "title", body.referent)


def _seated(text: Text, cast: Cast, mention: Mention, evidence: Span) -> Iterator[Role]:
    """Who is "in the chair", and whom an article makes one of a party: "Ann Lee, a Green"."""
    after = text.document.text[mention.span.end : mention.span.end + 50]
    if re.match(r",? (?:was )?in the [Cc]hair\b(?! of)", after):
        yield _post(mention.referent, "chair", evidence, "in-the-chair", cast.voice)
    belongs = re.match(r", an? ([A-Z]\w+(?: [A-Z]\w+)?)(?=,| and\b|\.|;)", after)
    party = _party(belongs.group(1)) if belongs else None
    if party is not None:
        yield membership(mention.referent, cast.registered(party), evidence, "role/party-noun")


def _a_body(words: tuple[str, ...]) -> bool:
    """Whether what stands after the title makes it the name of a body: "Justice Committee"."""
    return words[-1].casefold() in lexicon.body_heads()


def _written(mention: str, first: str) -> str:
    """A title of office as it is written before the name: "Chief Inspector Orr" → chief inspector."""
    lead = mention.partition(first)[0].partition(",")[0].strip()
    return "judge" if lead.endswith("Justice") else lead.lower()


def _post(  # noqa: PLR0913, PLR0917 - a role has so many parts
    person: str, post: str, evidence: Span, rule: str, organisation: str | None = None, area: str | None = None
) -> Role:
    """A role as a mark tells it."""
    words = {"Member of Parliament": "MP", "councillor": "Cllr"}.get(post, post)
    return Role(
        person=person,
        post=post,
        words=words,
        organisation=organisation,
        area=area,
        evidence=evidence,
        rule=f"role/{rule}",
        confidence=0.9,
    )
