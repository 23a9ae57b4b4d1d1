"""Who signs a letter, and the body that stands at the head of a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph_builder.extract import lexicon
from graph_builder.extract.cast import Cast
from graph_builder.extract.language import Text, trimmed
from graph_builder.model import EntityType, Referent, Span
from graph_builder.names import fold, person_name

__all__ = ["HOUSES", "employer", "headed", "signatories", "speaker_named"]

# The line that closes a letter, after which names stand.
CLOSING = re.compile(
    r"^\W*(?:yours\b.{0,30}|sincerely|faithfully|signed|signatories|the undersigned|(?:signed|co-signed) by"
    r"|(?:with )?(?:(?:my|our|very|every|kind|kindest|best|warm|warmest|good|many|real|great|deep|sincere|all) )*"
    r"(?:regards|wishes|thanks|respect|affection|love|gratitude|solidarity|sorrow)"
    r"|in (?:hope|solidarity|sorrow|friendship|anger)(?: .{0,20})?)\W*$",
    re.IGNORECASE,
)
COPIES = re.compile(r"^\W*(?:copies|copied|cc|c\.c\.|copy|enc)\b", re.IGNORECASE)
LEADING = re.compile(r"^[\W\d]*(?:[A-Z][\w.]*\s+){0,4}$")  # before a name: bullets, titles
ISSUED = re.compile(
    r"\b(?:[Ii]ssued|[Pp]ublished|[Pp]repared|[Ss]ubmitted|[Pp]roduced|[Ww]ritten) (?:jointly )?by (?:the )?"
)
SPOKEN = re.compile(r"\b(?:speech|address|lecture|remarks|transcript|delivered)\b", re.IGNORECASE)
PARTS = re.compile(r"\s*[|(·•]\s*|\s+[–—]\s+|,\s")
REACH = 90  # code points after "issued by" in which the body stands
WORKS = re.compile(
    r"\b(?:at|for|of|with) (?:the )?(?P<body>(?:[A-Z]\w+ )*"
    r"(?:Institute|Foundation|Centre|Center|Trust|Society|Forum|Commission))\b"
)
HOUSES = frozenset(["charity", "education", "professional-body", "coalition", "inquiry", "other"])
NOT_WRITING = frozenset(["media", "legislature", "political-party"])
OPENING = 40  # code points at the start of a line in which its subject is named
BIOS = 6  # paragraphs at the end of a paper that may be about its authors
HEAD = 5  # paragraphs of a page's head


def signatories(text: Text, cast: Cast) -> tuple[str, ...]:
    """The people whose names begin the lines after the close of a letter, in their order."""
    close = next((i for i, p in enumerate(text.paragraphs) if CLOSING.match(p.span.of(text.document.text))), None)
    lines = [] if close is None else list(_lines(text, text.paragraphs[close].span.end))
    found: list[str] = []
    for line in lines:
        if COPIES.match(line.of(text.document.text)):
            break
        signer = _signer(text, cast, line)
        if signer is None and found and not cast.mentions_in(line):
            continue
        found += [signer] if signer is not None else []
    return tuple(dict.fromkeys(found))


def _lines(text: Text, start: int) -> Iterator[Span]:
    """The lines of the body from a place on."""
    for paragraph in text.paragraphs:
        at = paragraph.span.start
        for line in paragraph.span.of(text.document.text).splitlines(keepends=True):
            if at >= start:
                yield trimmed(text.document.text, Span(at, at + len(line)))
            at += len(line)


def _signer(text: Text, cast: Cast, line: Span) -> str | None:
    """The person whose name begins the line; a first name alone is theirs who bears it."""
    named = next((m for m in cast.mentions_in(line) if cast.is_person(m.referent)), None)
    if named is None or not LEADING.match(text.document.text[line.start : named.span.start]):
        return None
    own = person_name(cast.referents[named.referent].name)
    if len(own.words) > 1:
        return named.referent
    people = [r for r in cast.referents.values() if r.type is EntityType.PERSON and r.id != named.referent]
    alike = [r.id for r in people if (given := person_name(r.name).given) and fold(given[0]) == fold(own.full)]
    return alike[0] if len(alike) == 1 else named.referent


def headed(text: Text, cast: Cast) -> Iterator[str]:
    """The bodies that the head of a paper gives as its source: "Issued by …", or a line with their name."""
    words = text.document.text
    first = text.paragraphs[min(HEAD, len(text.paragraphs)) - 1].span.end if text.paragraphs else 0
    for match in ISSUED.finditer(words, 0, first):
        name = PARTS.split(words[match.end() : match.end() + REACH].splitlines()[0])[0].rstrip(".")
        found = _body(cast, name) or _made(cast, name, match.end())
        yield from [found] if found is not None else []
    for line in words[:first].splitlines():
        if not line.rstrip().endswith((".", ":", "?", "!")):
            found = _body(cast, PARTS.split(line.strip())[0])
            yield from [found] if found is not None and cast.referents[found].kind not in NOT_WRITING else []


def _body(cast: Cast, name: str) -> str | None:
    """The body of the cast that goes by this name."""
    bodies = (r for r in cast.referents.values() if r.type is EntityType.ORGANISATION)
    return next((r.id for r in bodies if " " in name and fold(name) in {fold(f) for f in (r.name, *r.forms)}), None)


def _made(cast: Cast, name: str, at: int) -> str | None:
    """The body of this name, put into the cast, where its words say that it is one."""
    kind = lexicon.kind_by_name(name)
    if kind is None or kind == "media" or not name[:1].isupper() or len(name.split()) < 2:
        return None
    key = cast.next_id(EntityType.ORGANISATION)
    cast.join(Referent(key, EntityType.ORGANISATION, name, kind, (name,)), Span(at, at + len(name)))
    return key


def employer(text: Text, cast: Cast, authors: Sequence[str]) -> str | None:
    """The body that the lines about the authors of a paper say they work at: "directs policy at the Institute"."""
    words = text.document.text
    for paragraph in text.paragraphs[-BIOS:]:
        opening = cast.mentions_in(Span(paragraph.span.start, min(paragraph.span.start + OPENING, paragraph.span.end)))
        if not any(m.referent in authors for m in opening):
            continue
        for match in WORKS.finditer(words, paragraph.span.start, paragraph.span.end):
            named = [r for r in cast.referents.values() if r.kind in HOUSES and r.name.endswith(match["body"])]
            if len(named) == 1:
                return named[0].id
    return None


def speaker_named(text: Text, cast: Cast) -> tuple[str, ...]:
    """Who gives a speech: the one person named in the lines at the head of its transcript."""
    words = text.document.text
    if not SPOKEN.search(text.document.title or ""):
        return ()
    head = [p.span for p in text.paragraphs[:HEAD] if not p.span.of(words).rstrip().endswith((".", "?", "!"))]
    named = tuple(dict.fromkeys(m.referent for s in head for m in cast.mentions_in(s) if cast.is_person(m.referent)))
    return named if len(named) == 1 else ()
