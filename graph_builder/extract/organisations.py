"""Which names of bodies in one document mean the same body, and what kind of body each is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph_builder.extract import lexicon
from graph_builder.extract.patterns import name_words
from graph_builder.model import Span
from graph_builder.names import acronym_of, fold, plain

__all__ = ["Body", "bodies", "described", "kind_of"]

LINKS = frozenset(["of", "for", "the", "and", "on", "in", "to", "against"])
NATIONS = frozenset(["england", "scotland", "wales", "cymru", "northern ireland", "uk", "europe", "international"])


@dataclass(slots=True)
class Body:
    """One body of a document while its names are being gathered."""

    name: str
    mentions: list[tuple[Span, str]] = field(default_factory=list)  # where, and the form: name · short
    forms: list[str] = field(default_factory=list)
    known: str | None = None
    descriptions: Counter[str] = field(default_factory=Counter)  # kinds that the text's own words say
    guesses: Counter[str] = field(default_factory=Counter)  # kinds that the encoder takes it for

    def take(self, span: Span, written: str) -> None:
        """Add one more mention."""
        self.mentions.append((span, "name" if fold(written) == fold(self.name) else "short"))
        if written not in self.forms:
            self.forms.append(written)


def bodies(found: Iterable[tuple[Span, str, str | None]], short_forms: Mapping[str, str]) -> list[Body]:
    """The bodies that these mentions, given as place, words and register entry, mean; first named first.

    `short_forms` says which name each short form in brackets stands for, both folded.
    """
    cast: list[Body] = []
    mentions = sorted(found, key=lambda m: m[0])
    for span, written, known in sorted(mentions, key=lambda m: (-len(fold(m[1]).split()), m[0])):
        body = _same(cast, written, known, short_forms)
        if body is None:
            body = Body(plain(written), known=known)
            cast.append(body)
        body.known = body.known or known
        body.take(span, written)
    for body in cast:
        body.mentions.sort()
        body.forms.sort(key=lambda form: (-len(form), form))
        entry = lexicon.entry(body.known) if body.known else None
        if entry is not None:
            body.name = entry.name
        elif not re.match(r"(?i)the\s", body.name):
            body.name = plain(body.name)
    return sorted(cast, key=lambda b: b.mentions[0])


def _same(cast: list[Body], written: str, known: str | None, short_forms: Mapping[str, str]) -> Body | None:
    key = fold(written)
    full = short_forms.get(key, key)
    for body in cast:
        if known and body.known == known:
            return body
        if full in {fold(form) for form in body.forms} or full == fold(body.name):
            return body
    if known:
        return None
    alike = [b for b in cast if _shortens(key, written, b.name)]
    return alike[0] if len(alike) == 1 else None


def _shortens(key: str, written: str, name: str) -> bool:
    """Whether the words are a short form of the name: its initials, or its first or last words."""
    full = fold(name).split()
    words = key.split()
    if written.isupper() and len(written) > 1 and len(words) == 1:
        return acronym_of(name).upper() == written.upper() and len(full) > 1
    if len(words) >= len(full) or not words or words[-1] in NATIONS or full[-1] in NATIONS:
        return False
    if full[len(words)] == "and" and full[len(words) + 1 :][:1] != ["the"]:
        return False  # "Office for Rivers" is no short form of "Office for Rivers and Reservoirs"
    generic = lexicon.body_heads()
    if all(word in generic for word in words):
        return False
    return full[: len(words)] == words or (
        full[-len(words) :] == words and len(full) - len(words) == 1 and len(full) < 4
    )


INTRODUCED = re.compile(r"([a-z’'-]+(?: [a-z-]+)?(?: [a-z-]+)?) (?:called |named )?[\"“‘']?$")
EXPLAINED = re.compile(
    r"(?:\s\([^)]{2,12}\))?, (?:a|an|the|one of the|which is an?|our) ((?:[A-Z]\w+ ){0,2}[a-z][^,.;:()]{2,70})"
)
TAIL = re.compile(r"\b(?:for|of|that|which|who|in|on|with|and|behind|set|founded|run|at|based|formed|made)\b")


def described(text: str, span: Span, *, surely: bool = False) -> str | None:
    """The kind that the words around a name say outright: "the charity X", "X, a think tank,".

    Where it is to be sure, nouns are left out that before a name mean people or papers as often: "the broadcaster X".
    """
    lead = INTRODUCED.search(text[max(0, span.start - 60) : span.start])
    loose = surely and lead is not None and lead.group(1).split()[-1] in name_words("loose")
    if lead and not loose and (kind := _described_by(lead.group(1).split())):
        return kind
    tail = EXPLAINED.match(text[span.end : span.end + 100])
    return _described_by(TAIL.split(tail.group(1))[0].split()) if tail else None


def _described_by(words: list[str]) -> str | None:
    """The kind that the last words of a description mean, the most of them that mean one."""
    kinds = lexicon.body_descriptions()
    ends = (
        " ".join(words[-size:]).casefold().replace("’", "").replace("'", "") for size in (3, 2, 1) if len(words) >= size
    )
    return next((kinds[end] for end in ends if end in kinds), None)


def kind_of(body: Body) -> str:
    """The code of the body's kind: what the register knows, what the text says, what its name or the encoder tells."""
    entry = lexicon.entry(body.known) if body.known else None
    if entry is not None and entry.kind:
        return entry.kind
    if body.descriptions:
        return body.descriptions.most_common(1)[0][0]
    longest = max([body.name, *body.forms], key=len)
    guess = body.guesses.most_common(1)[0][0] if body.guesses else None
    branch = lexicon.register_names().get(longest.split()[-1])  # "Leek Unison"
    by_branch = branch.kind if branch else None
    told = lexicon.kind_by_name(longest) or by_branch or _firm(longest) or guess
    return told or lexicon.kind_by_name(_raised(longest)) or "other"


def _raised(name: str) -> str:
    """A name with capitals throughout: "Leek magistrates' court"."""
    return " ".join(word if word in LINKS else word[:1].upper() + word[1:] for word in name.split())


def _firm(name: str) -> str | None:
    """A company where a name is nothing but two others: "Orme & Pike"."""
    return "company" if re.fullmatch(r"[A-Z][\w’'-]+ & [A-Z][\w’'-]+", name) else None
