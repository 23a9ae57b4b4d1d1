"""Who voted how, as a record of a division lists them: "Ayes, 4: Ms Orr, Mr Vale and two others. Noes, 2: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph_builder.extract.holders import Floor, Found
from graph_builder.extract.topics import tidy
from graph_builder.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph_builder.extract.language import Paragraph

__all__ = ["division_stances"]

SIDE = re.compile(r"\b(?P<side>Ayes|Noes|For|Against|Content|Not Content)\b[\s,(]*\d*\)?\s*:\s*(?P<names>[^.;\n]+)")
STANCES = {"ayes": "supports", "for": "supports", "content": "supports"}
QUESTION = re.compile(
    r"\b(?:divided|division|vote[ds]?)\b[^.\n]{0,20}?\b(?:on|upon|over)\s+(?P<what>[^.:\n]+)|"
    r"\bQuestion put, [Tt]hat (?P<that>[^.:\n]+)"
)


def division_stances(floor: Floor, paragraph: Paragraph, token: Token) -> Iterator[Found]:
    """The stance of everyone listed on a side of a division, whose list begins at this word."""
    if token.lower_ not in ("ayes", "noes", "for", "against", "content"):
        return
    words, start = floor.text.document.text, paragraph.span_of(token).start
    listed = SIDE.match(words, start, paragraph.span.end)
    put = [*QUESTION.finditer(words, max(0, start - 400), start)]
    if listed is None or not put:
        return
    names = floor.cast.mentions_in(Span(listed.start("names"), listed.end("names")))
    holders = tuple(dict.fromkeys(m.referent for m in names if floor.cast.is_person(m.referent)))
    code = STANCES.get(listed["side"].casefold(), "opposes")
    yield Found(holders, code, subject_put(put[-1]), token, "verb/division")


def subject_put(put: re.Match[str]) -> str:
    """What was put to the vote; of "paragraph 8 (the fund)", the fund."""
    what = put["what"] or put["that"] or ""
    inside = re.search(r"\(([^()]*[a-z]{3}[^()]*)\)", what)
    return tidy(inside[1] if inside is not None else " ".join(what.split()[:12]))
