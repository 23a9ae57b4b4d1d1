"""Who wrote it: names in a byline, as they stand there, without titles of courtesy being touched."""

from __future__ import annotations

import re

from graph_builder.read.furniture import furniture

__all__ = ["authors_of", "bio_names", "is_name", "leading_byline"]

_BY = re.compile(
    r"^\s*(?:(?:words|analysis|interview|written|posted|published|story|report|reporting|text|authored|article|blog"
    r"|guest post)\s+by|by|authors?|from)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_LONGEST = 200  # characters of a byline
_PARTICLE = frozenset(("al ap bin da de del della den der di dos ibn la le of st ten ter van von y").split())
_TITLE = frozenset(
    (
        "baron baroness bishop canon cllr councillor dame dr earl hon judge lady lord miss mr mrs ms prof"
        " professor rev revd rt sir the viscount"
    ).split()
)
_AFTER = frozenset(("am cb cbe dbe dl frs jp jr kbe kc mbe md mep mla mp ms msp obe phd qc td tor").split())
_NAME_WORD = re.compile(r"^(?:[A-ZÀ-ÖØ-Þ]\.?|(?:[A-ZÀ-ÖØ-Þ][\w’'.]*)(?:-[A-Za-zÀ-ÿ][\w’']*)*)$")
_SPLIT = re.compile(r"\s*(?:,|;|\band\b|&)\s*")
_BIO = re.compile(
    r"(?:^|(?<=[.!?]\s))(?P<name>(?:[\w’'.-]+ ){1,5}?)"
    r"(?:is|are|was|has been|works as|writes|chairs|leads|runs|co-founded|founded|teaches|served)\b"
)


def is_name(words: str) -> bool:
    """Whether the words look like one person's name: two to six words, each with a capital, none a word of offices."""
    if len(words) > _LONGEST:
        return False
    parts = words.replace("\u00a0", " ").strip(" ,.").split()
    core = [p for p in parts if p.lower().strip(".,") not in _TITLE | _AFTER]
    if not 1 <= len(core) <= 5 or not 2 <= len(parts) <= 7:
        return False
    if any(p.lower() in furniture().nameless for p in core) or any(c.isdigit() for c in words):
        return False
    # one word of its own needs a title before it: "Baroness Orme"
    if len(core) == 1 and parts[0].lower().strip(".") not in _TITLE - {"the"}:
        return False
    capitals = [p for p in core if p.lower() not in _PARTICLE]
    return (
        bool(capitals)
        and core[0] in capitals
        and core[-1] in capitals
        and all(_NAME_WORD.match(p) for p in capitals)
        and not all(p.isupper() and len(p) > 3 for p in capitals)
    )


def leading_byline(line: str) -> str | None:
    """What follows "By", "Words by", "Author:" at the start of a line, where a name follows; else None."""
    match = _BY.match(line) if len(line) <= _LONGEST else None
    if not match:
        return None
    rest = line[match.end() :]
    return rest if authors_of(rest) else None


def authors_of(words: str) -> tuple[str, ...]:
    """The names at the start of a byline: "Ann Bell and Cy Dale, Health Editor" gives two; an office ends them."""
    names: list[str] = []
    for part in _SPLIT.split(words.strip()):
        bare = re.split(r"\s+[|·•–—-]\s+|\s+\(|\s+(?:for|in|at|@)\s", part)[0].strip()
        if bare.isupper():
            bare = " ".join(w if len(w) < 3 else w.title() for w in bare.split())
        if not is_name(bare):
            break
        names.append(bare.strip(" ,."))
    return tuple(names)


def without_honours(name: str) -> str:
    """The name without courtesy titles and letters after it, as an author is listed."""
    parts = name.split()
    while parts and parts[-1].lower().strip(".,") in _AFTER:
        parts.pop()
    while len(parts) > 2 and parts[0].lower().strip(".") in _TITLE - {
        "lord",
        "lady",
        "baroness",
        "baron",
        "viscount",
        "earl",
    }:
        parts.pop(0)
    return " ".join(parts).strip(",")


def bio_names(paragraph: str) -> tuple[str, ...]:
    """The people of whom a closing paragraph says who they are: "Ann Bell is a nurse. Cy Dale is …"."""
    found = (match["name"].strip() for match in _BIO.finditer(paragraph.replace("\u00a0", " ")))
    return tuple(dict.fromkeys(name for name in found if is_name(name)))
