"""The names of bodies: what is an acronym, a branch or a description, and which names can be only one body's own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from graph_builder.names import acronym_of, fold

__all__ = [
    "CHAMBERS",
    "COMMON",
    "LEGAL",
    "OTHER_BODY",
    "PLACES",
    "SMALL",
    "TRADING",
    "branch_keys",
    "branch_of",
    "is_acronym",
    "letters",
    "ordinary",
    "own_names",
    "owner_of",
    "turned",
    "unnamed",
]

SMALL = frozenset("a an and at by for from in of on the to with".split())
# What many bodies are called for short: alone, such a word names another body in each document.
COMMON = frozenset(
    """academy administration agency alliance assembly association authority bank bench board bureau cabinet campaign
    centre chamber charity church city club coalition college commission committee community company consortium
    corporation council county court department district executive federation forum foundation friends fund
    government group guild hospital house inquiry institute institution league library local ministry national
    network office opposition panel parliament partnership party police practice press primary public regulator
    review royal school secretariat service society state taskforce team trade tribunal trust
    union university""".split()
)
PLACES = frozenset(
    """britain british cymru east eastern england english europe european great ireland irish london midlands north
    northern scotland scottish south southern uk wales welsh west western yorkshire""".split()
)
# Words that make another body out of a body's name: "Durham University" and its students' union.
OTHER_BODY = COMMON | PLACES | frozenset("conference youth women students staff action international global".split())
CHAMBERS = frozenset("house of commons lords parliament parliamentary uk".split())


LEGAL = frozenset("inc limited llp ltd plc".split())
# Words that a company's name may be used without.
TRADING = frozenset(
    """airports associates buses consulting developments energy estates foods homes housing inc insurance
    limited llp ltd media mutual partners plc properties railway railways solicitors stores trains water""".split()
)
# Words that with the commoner ones above make names that many bodies have.
ORDINARY = frozenset(
    """primary secondary junior infant high grammar comprehensive nursery community memorial village town parish
    civic central green riverside hillside parkside grange lodge manor oak park hill neighbourhood residents
    tenants advice food""".split()
)
# A branch in brackets or by that word: "Night Watch (Leek)", "the Leek branch of Night Watch".
BRANCH = re.compile(
    r"(?P<whole>[^(),]+?)(?: \([A-Z][^()]*\)|['’]?s? [A-Z][\w ]* [Bb]ranch|, [A-Z][\w ]* [Bb]ranch)$"
    r"|(?:the )?[A-Z][\w ]* [Bb]ranch of (?:the )?(?P<other>.+)$"
)


def turned(name: str) -> str:
    """The other form of a university's folded name: "university of leek" and "leek university"; or nothing."""
    words = name.split()
    if words[:2] == ["university", "of"] and len(words) > 2:
        return " ".join([*words[2:], "university"])
    return f"university of {' '.join(words[:-1])}" if words[1:] and words[-1] == "university" else ""


OWNED = re.compile(r"(?P<given>[A-Z][\w’'-]+) (?:.+ )?(?P<surname>[A-Z][\w’'-]+?)['’]s (?P<noun>[a-z ]+)")
PLACE = r"(?P<place>[A-Z][\w’'-]+(?: (?:and |of |the |upon )?[A-Z][\w’'-]+){0,2})"
PART = r"(?:branch|section|arm|wing|region|division|office|Branch|Section|Region|Division|Office)"
BRANCHES = tuple(
    map(
        re.compile,
        (
            rf"(?:[Tt]he |[Ii]ts |[Aa] )?{PLACE} {PART} of (?:the )?(?P<body>.+)",
            rf"(?:[Tt]he )?(?P<body>.+?)(?:['’]s|['’]|,) {PLACE} {PART}",
            rf"(?:[Tt]he )?(?P<body>[^()]+) \({PLACE}\)",
            r"(?:[Tt]he )?(?P<body>.+) (?P<place>Cymru|Wales|Scotland|England|Northern Ireland)",
            rf"(?P<body>[A-Z]{{3,7}}) {PLACE}",
        ),
    )
)
NATIONS = {"cymru": "wales", "welsh": "wales", "scottish": "scotland", "english": "england"}


@lru_cache(maxsize=50_000)
def ordinary(name: str) -> bool:
    """Whether many bodies of different places have such a name: "St Mary's School", "Friends of the Library"."""
    words = fold(name).split()
    return words[:1] in (["st"], ["saint"], ["friends"], ["save"]) or set(words) <= COMMON | ORDINARY | SMALL


def branch_of(name: str) -> str:
    """The folded name of the body that this one is a branch of: of "NUBW Wales", "nubw"; or nothing."""
    if match := BRANCH.match(name):
        return fold(match["whole"] or match["other"])
    words = fold(name).split()
    size = len(words)
    while size and words[size - 1] in PLACES | {"and"}:
        size -= 1
    return " ".join(words[:size]) if 0 < size < len(words) and not set(words[:size]) <= COMMON else ""


def branch_keys(name: str) -> frozenset[str]:
    """A branch's body and place, folded, whichever way they are told: "Rowers' Union Cymru" as "rowers union|wales".

    Also with the initials of the body in place of its name.
    """
    found = next((match for pattern in BRANCHES if (match := pattern.fullmatch(name))), None)
    if found is None:
        return frozenset()
    body, place = found["body"], fold(found["place"])
    place = NATIONS.get(place, place)
    wholes = {fold(body), acronym_of(body).casefold() if len(acronym_of(body)) > 2 else ""} - {""}
    return frozenset(f"{whole}|{place}" for whole in wholes if not set(whole.split()) <= COMMON)


def owner_of(name: str) -> tuple[str, str, str] | None:
    """Of a body told by whose it is, the owner's first and last names and the noun: "Ada Orme's foundation"."""
    found = OWNED.fullmatch(name)
    return (fold(found["given"]), fold(found["surname"]), found["noun"]) if found else None


def own_names(forms: Iterable[str]) -> frozenset[str]:
    """Of a body's names those that can be only its own, folded: the first, and others of two words or more."""
    found = set()
    for at, form in enumerate(forms):
        words = fold(form).split()
        if unnamed(form) and words[:1] in (["a"], ["an"]):
            del words[0]
        described = unnamed(form) and len(set(words) - SMALL) < 3
        if (
            words
            and not is_acronym(form)
            and not described
            and not set(words) <= COMMON
            and (at == 0 or len(words) > 1)
        ):
            found.add(" ".join(words))
    return frozenset(found)


@lru_cache(maxsize=50_000)
def unnamed(name: str) -> bool:
    """Whether a body has no name, only a description: "alliance of anglers and farmers"."""
    return not any(c.isupper() for c in name)


@lru_cache(maxsize=50_000)
def is_acronym(name: str) -> bool:
    """Whether a name is nothing but capital letters: "NUBW", "N.U.T."."""
    bare = name.replace(".", "")
    return bare.isupper() and bare.isalnum() and 2 <= len(bare) <= 8


@lru_cache(maxsize=50_000)
def letters(name: str) -> str:
    """An acronym without its full stops, or the initials of a name."""
    return name.replace(".", "") if is_acronym(name) else acronym_of(name)
