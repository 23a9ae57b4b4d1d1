"""Who stands beside a phrase that names a post: before it, after it, in the line above."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph_builder.extract import lexicon
from graph_builder.extract.cast import Cast
from graph_builder.extract.language import Text
from graph_builder.extract.posts import PostPhrase
from graph_builder.extract.role_people import person_ending, person_starting
from graph_builder.model import Mention, Span

__all__ = ["Link", "beside"]

AGE = r"(?:, \d{1,3})?(?: \([^()]{1,40}\))*"
WHEN = "now|then|also|at present|formerly|once|previously|currently|later|himself|herself|who is|and"
SINCE = rf"(?:(?:{WHEN}|until(?: \w+){{1,3}}|for \w+ years) )?"


@dataclass(frozen=True, slots=True)
class Link:
    """Who a post phrase is said of, and by which construction; a status where the construction tells one."""

    people: tuple[str, ...]
    rule: str
    status: str | None = None


def beside(text: Text, phrase: PostPhrase, cast: Cast) -> Link | None:
    """The people who stand beside the phrase: before it after a comma, or after it."""
    words = text.document.text
    lead, previous = _before(text, phrase, cast)
    gap, following = _after(words, phrase, cast)
    prenominal = following is not None and "," not in gap and "(" not in gap
    other = following is not None and "and" in lead.split() and gap.startswith(",")  # "and the coroner, Ann Lee,"
    if following is not None and (prenominal or other or previous is None):
        people = _with_others(words, phrase, cast, following, forward=True)
        return Link(people, "role/prenominal" if prenominal else "role/apposition") if people else None
    if previous is not None:
        people = _with_others(words, phrase, cast, previous, forward=False)
        status = "former" if "until" in lead else None
        return Link(people, "role/apposition", status) if people else None
    return None


def _before(text: Text, phrase: PostPhrase, cast: Cast) -> tuple[str, Mention | None]:
    """The words that tie the phrase to a person before it, and the person."""
    words, start = text.document.text, phrase.span.start
    doc, head = phrase.paragraph.doc, phrase.paragraph.doc[phrase.head]
    if head.dep_ in ("nsubj", "nsubjpass") and phrase.last < len(doc) and doc[phrase.last].pos_ in ("VERB", "AUX"):
        return "", None  # "In answer to Ann Lee, the director confirmed"
    capital = words[start : start + 1].isupper()
    comma = rf"{AGE}(?:,| –| -|:| ?\({'|[ ]*' + chr(92) + 'n' if capital else ''})[ ]*{SINCE}$"
    lead = re.search(comma, words[max(0, start - 90) : start])
    if lead is None and phrase.party and words[start - 1 : start] == " ":
        return "", person_ending(cast, start - 1)  # "Ada Pell Conservative MP for North Wrexley"
    found = person_ending(cast, start - len(lead.group()) if lead else -1)
    return lead.group() if lead else "", found or _line_before(text, phrase, cast)


def _after(words: str, phrase: PostPhrase, cast: Cast) -> tuple[str, Mention | None]:
    """What stands between the phrase and a person after it, and the person."""
    end = _after_body(words, _after_date(words, phrase.span.end), cast)
    gap = re.match(r"(?:[ ]?[,:]?[ ]?[ (]|,[ ])(?:the )?(?=\S)", words[end : end + 7])
    if gap is None or _holds_another(phrase):
        return "", None
    at = end + gap.end()
    party = cast.mention_at(Span(at, at + 1))
    if party is not None and cast.referents[party.referent].kind == "political-party":
        owned = re.match("['’]s ", words[party.span.end : party.span.end + 3])
        at = party.span.end + 3 if owned else at  # "The MP for Kell, Labour's Ann Lee"
    return gap.group(), person_starting(cast, at)


def _holds_another(phrase: PostPhrase) -> bool:
    """Whether the phrase ends with the post of somebody else: "private secretary to the Defence Secretary, Ann Lee"."""
    ending = phrase.paragraph.doc[phrase.head + 1 : phrase.last]
    return any(token.lower_ == "to" for token in ending) and ending[-1].lower_ in lexicon.post_heads()


def _line_before(text: Text, phrase: PostPhrase, cast: Cast) -> Mention | None:
    """The person named in the line above, where the post is a line of its own, as in addresses and signatures."""
    number, words = phrase.paragraph.number, text.document.text
    line = phrase.paragraph.span.of(words)
    if not number or phrase.first > 0 or len(line) > 100 or line.startswith("Dear ") or line.endswith((".", "?", "!")):
        return None
    above = text.paragraphs[number - 1].span
    named = [m for m in cast.mentions_in(above) if cast.is_person(m.referent)]
    return named[0] if len(named) == 1 and above.end - above.start < 60 else None


def _after_date(words: str, end: int) -> int:
    """The end of the phrase and of the time since when it holds: "Our chair since 2015, Ann Lee"."""
    since = re.match(r" (?:since|for) (?:\w+ ){0,3}\w+(?=, [A-Z])", words[end : end + 40])
    return end + since.end() if since else end


def _after_body(words: str, end: int, cast: Cast) -> int:
    """The end of the phrase and of a body after a comma: "The Minister of State, Home Office (Baroness Orr)"."""
    comma = re.match(r", (?:the )?", words[end : end + 6])
    body = cast.mention_at(Span(end + comma.end(), end + comma.end() + 1)) if comma else None
    bracket = (
        body is not None and not cast.is_person(body.referent) and words[body.span.end : body.span.end + 2] == " ("
    )
    return body.span.end if bracket and body is not None else end


def _with_others(words: str, phrase: PostPhrase, cast: Cast, mention: Mention, *, forward: bool) -> tuple[str, ...]:
    """The person, and whoever is listed with them where the post is said of several: one alone cannot hold "chairs"."""
    if phrase.paragraph.doc[phrase.head].tag_ not in ("NNS", "NNPS"):
        return (mention.referent,)
    people = [mention.referent]
    while mention is not None:
        other = _next(words, cast, mention) if forward else _last(words, cast, mention)
        if other is None or other.referent in people:
            break
        people.append(other.referent)
        mention = other
    return tuple(people if forward else reversed(people)) if len(people) > 1 else ()


def _next(words: str, cast: Cast, mention: Mention) -> Mention | None:
    """The person listed after another."""
    rest = words[mention.span.end : mention.span.end + 60]
    link = re.match(r"(?:,? [A-Z]{2,4}\b)?(?: \([^()]*\))?(?:, and |,? (?:and|&) |, )", rest)
    return person_starting(cast, mention.span.end + link.end()) if link else None


def _last(words: str, cast: Cast, mention: Mention) -> Mention | None:
    """The person listed before another."""
    start = mention.span.start
    link = re.search(r"(?:, and |,? (?:and|&) |, )$", words[max(0, start - 8) : start])
    return person_ending(cast, start - len(link.group())) if link else None
