"""A long document in parts that overlap at borders of paragraphs, so that nothing is lost where one ends.

Any two neighbouring paragraphs stand together in some part. A paragraph that is longer than a part is cut at spaces,
with the end of each piece repeated at the beginning of the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph_builder.model import Document

__all__ = ["LONGEST", "parts_of"]

LONGEST = 12_000  # characters of a part, about 3,000 tokens: small models forget the beginning of longer ones
OVERLAP = 1_000  # characters of the paragraphs that end one part and begin the next; one paragraph at least
APART = "\n\n"


def parts_of(document: Document, longest: int = LONGEST) -> list[str]:
    """The words of the body, in parts of at most so many characters; a short document is one part."""
    paragraphs = [" ".join(p.of(document.text).split()) for p in document.body]
    pieces = [piece for p in paragraphs if p for piece in _pieces(p, longest // 2)]
    return [APART.join(run) for run in _runs(pieces, longest)]


def _pieces(paragraph: str, longest: int) -> Iterator[str]:
    """A paragraph, cut at spaces where it is too long."""
    overlap = min(OVERLAP, longest // 4)
    while len(paragraph) > longest:
        cut = paragraph.rfind(" ", overlap + 1, longest)
        cut = cut if cut > 0 else longest
        yield paragraph[:cut]
        again = paragraph.find(" ", cut - overlap, cut)
        paragraph = paragraph[(again if again > 0 else cut - overlap) :].lstrip()
    yield paragraph


def _runs(pieces: Sequence[str], longest: int) -> Iterator[Sequence[str]]:
    """Runs of pieces that are no longer than that, each beginning with the last pieces of the one before."""
    first = 0
    while first < len(pieces):
        end, length = first + 1, len(pieces[first])
        while end < len(pieces) and length + len(APART) + len(pieces[end]) <= longest:
            length += len(APART) + len(pieces[end])
            end += 1
        yield pieces[first:end]
        if end == len(pieces):
            return
        back, repeated = end - 1, len(pieces[end - 1])
        while back - 1 > first and repeated + len(pieces[back - 1]) <= min(OVERLAP, longest // 8):
            back -= 1
            repeated += len(pieces[back])
        first = max(back, first + 1)
