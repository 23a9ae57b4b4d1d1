"""Who wrote it: names in a byline, as they stand there, without titles of courtesy being touched."""

from __future__ import annotations

import re

__all__ = ["authors_of", "bio_names", "is_name", "leading_byline"]

_BY = re.compile(
    r"^\s*(?:(?:words|written|posted|published|story|report|reporting|text|authored|article|blog|a guest post)\s+by|by|author|authors|guest post by|from)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_PARTICLE = {
    "de",
    "del",
    "della",
    "der",
    "di",
    "da",
    "dos",
    "van",
    "von",
    "den",
    "la",
    "le",
    "al",
    "bin",
    "ibn",
    "ap",
    "of",
    "y",
    "ten",
    "ter",
    "st",
}
_TITLE = {
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "baroness",
    "baron",
    "mr",
    "mrs",
    "ms",
    "miss",
    "rev",
    "revd",
    "cllr",
    "councillor",
    "rt",
    "hon",
    "the",
    "canon",
    "bishop",
    "judge",
    "viscount",
    "earl",
}
_AFTER = {
    "mp",
    "mbe",
    "obe",
    "cbe",
    "kc",
    "qc",
    "ms",
    "msp",
    "phd",
    "md",
    "frs",
    "jp",
    "dl",
    "am",
    "td",
    "tor",
    "jr",
    "dbe",
    "kbe",
    "cb",
    "mep",
    "mla",
}
_NAME_WORD = re.compile(r"^(?:[A-ZÀ-ÖØ-Þ]\.?|(?:[A-ZÀ-ÖØ-Þ][\w’'.]*)(?:-[A-Za-zÀ-ÿ][\w’']*)*)$")
_NOT_NAMES = {
    "news", "press", "release", "opinion", "comment", "home", "about", "contact", "report", "summary", "introduction", "background", "conclusion", "editorial", "letter", "letters", "office",
    "politics", "read", "more", "share", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "house", "commons", "lords", "council", "committee", "parliament", "department",
    "ministry", "government", "university", "society", "association", "trust", "foundation", "charity", "party", "team", "staff", "service", "agency", "act", "bill", "review", "commission", "question", "questions",
    "answers", "debate", "debates", "our", "your", "my", "what", "why", "how", "who", "this", "a", "an", "in", "on", "to", "for", "is", "are", "was", "statement", "response", "update", "membership", "campaign", "reporter", "correspondent",
    "editor", "minister", "secretary", "chief", "executive", "director", "officer", "policy", "national", "local", "public", "session", "evidence", "conclusions", "recommendations", "hall", "westminster", "street", "road", "palace", "square", "centre", "school", "college", "hospital", "church", "county", "city", "town", "volume", "column", "labour", "conservative", "conservatives",
    "liberal", "democrat", "democrats", "green", "greens", "independent", "services", "and", "first", "second", "members", "steps", "next", "formal", "minutes", "group",
}  # fmt: skip
_SPLIT = re.compile(r"\s*(?:,|;|\band\b|&)\s*")
_BIO = re.compile(
    r"(?:^|(?<=[.!?]\s))(?P<name>(?:[\w’'.-]+ ){1,5}?)(?:is|are|was|has been|works as|writes|chairs|leads|runs|co-founded|founded|teaches|served)\b"
)


def is_name(words: str) -> bool:
    """Whether the words look like one person's name: two to six words, each with a capital, none a word of offices."""
    parts = words.replace("\u00a0", " ").strip(" ,.").split()
    core = [p for p in parts if p.lower().strip(".,") not in _TITLE | _AFTER]
    if not 1 <= len(core) <= 5 or not 2 <= len(parts) <= 7:
        return False
    if any(p.lower() in _NOT_NAMES for p in core) or any(c.isdigit() for c in words):
        return False
    # one word of its own needs a title before it: "Baroness Tyler"
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
    match = _BY.match(line)
    if not match or len(line) > 200:
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
