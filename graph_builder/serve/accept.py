"""Which of the formats on offer a client would rather have, by RFC 9110."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

__all__ = ["GRAPHS", "PAGE", "ROWS", "Media", "chosen", "named", "preferred"]


class Media(NamedTuple):
    """A format, what it is called in a link, and the media types that stand for it."""

    name: str
    types: tuple[str, ...]  # the first is its own

    def content_type(self, asked: str = "") -> str:
        """What the answer's header says: the type that was asked for, if it is one of these."""
        kind = asked if asked in self.types else self.types[0]
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


ROWS = (
    Media("json", ("application/sparql-results+json", "application/json")),
    Media("xml", ("application/sparql-results+xml", "application/xml", "text/xml")),
    Media("csv", ("text/csv",)),
    Media("tsv", ("text/tab-separated-values",)),
)
GRAPHS = (
    Media("turtle", ("text/turtle", "application/x-turtle")),
    Media("ntriples", ("application/n-triples", "text/plain")),
    Media("rdfxml", ("application/rdf+xml", "application/xml", "text/xml")),
    Media("jsonld", ("application/ld+json", "application/json")),
)
PAGE = Media("html", ("text/html", "application/xhtml+xml"))
NAMES = {  # in `format=`, also as other endpoints and their clients write it
    "ttl": "turtle",
    "n3": "turtle",
    "nt": "ntriples",
    "n-triples": "ntriples",
    "rdf": "rdfxml",
    "rdf+xml": "rdfxml",
    "json-ld": "jsonld",
    "srj": "json",
    "srx": "xml",
}
OF_THE_OTHER_KIND = {"json": "jsonld", "xml": "rdfxml"}  # a client that says `json` may have asked for a graph


class Range(NamedTuple):
    """A part of an Accept header."""

    type: str
    quality: float

    def fits(self, kind: str) -> int:
        """How closely it names a media type: 0 not at all, 1 as anything, 2 as text/*, 3 itself."""
        if self.type == kind:
            return 3
        if self.type == "*/*":
            return 1
        return 2 if self.type.endswith("/*") and kind.startswith(self.type[:-1]) else 0


def named(name: str, offered: Sequence[Media]) -> Media | None:
    """The format of this name; None where there is none among these."""
    name = NAMES.get(name.lower(), name.lower())
    names = {media.name: media for media in offered}
    return names.get(name) or names.get(OF_THE_OTHER_KIND.get(name, ""))


def chosen(accept: str, offered: Sequence[Media]) -> tuple[Media, str] | None:
    """The format that is liked best, and its content type; of equals the first on offer; None where none will do."""
    ranges = _ranges(accept)
    if not ranges:
        return offered[0], offered[0].content_type()
    best: tuple[float, Media, str] | None = None
    for media in offered:
        quality, kind = max((_quality(kind, ranges), -i, kind) for i, kind in enumerate(media.types))[::2]
        if quality > 0 and (best is None or quality > best[0]):
            best = quality, media, media.content_type(kind)
    return best and best[1:]


def preferred(accept: str, media: Media, others: Iterable[Media]) -> bool:
    """Whether a format is asked for by name, and liked better than any of the others, as by a person's browser."""
    ranges = _ranges(accept)
    asked = max((r.quality for r in ranges if r.type in media.types), default=0.0)
    return asked > 0 and all(asked > _quality(kind, ranges, least=2) for other in others for kind in other.types)


def _ranges(accept: str) -> list[Range]:
    ranges = []
    for part in accept.split(","):
        kind, *parameters = (p.strip() for p in part.split(";"))
        quality = next((p[2:] for p in parameters if p.lower().startswith("q=")), "1")
        if kind:
            ranges.append(Range(kind.lower() if kind != "*" else "*/*", _number(quality)))
    return ranges


def _number(text: str) -> float:
    try:
        return min(1.0, max(0.0, float(text)))
    except ValueError:
        return 0.0


def _quality(kind: str, ranges: Iterable[Range], least: int = 1) -> float:
    """What the closest range says of a media type."""
    closest, quality = least - 1, 0.0
    for r in ranges:
        fits = r.fits(kind)
        if fits > closest:
            closest, quality = fits, r.quality
    return quality
