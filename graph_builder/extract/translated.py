"""Two names of a body side by side in two languages, and branches told by what they are a branch of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph_builder.extract.cast import Cast
from graph_builder.extract.language import Paragraph, Text
from graph_builder.extract.local_names import welsh
from graph_builder.model import EntityType, Mention

__all__ = ["join_translated"]

# What may stand between two names of one: "Undeb y Wawr (UW), the Dawn Union,".
BETWEEN = re.compile(
    r"(?: \([A-Z]{2,8}\))?(?:,| \(|,? or| /)?(?: ?in (?:English|Welsh),?)? ?(?:the )?(?:[“\"‘])?", re.IGNORECASE
)
BRACKETED = re.compile(r"[A-Z]{2,8}")
BRANCH = re.compile(
    r",? (?:which is |who are )?((?:the|its|a) [A-Z]\w+ (?:branch|section|arm|wing|region) of) (?:the )?"
)


CALLED_US = re.compile(
    r"(?:\b[Ww]e are|\bcalls? us|\bknown? us as|\bcall ourselves|\bknow us as|\bour initials,?)(?: the)? [“\"‘']?$"
)


def join_translated(text: Text, cast: Cast, paragraph: Paragraph) -> None:
    """Make one of a body's Welsh and English names, and call a branch also by what it is a branch of."""
    words = text.document.text
    _join_called_us(cast, paragraph)
    for left, inner, right in list(_beside(cast, paragraph)):
        ids = dict.fromkeys(m.referent for m in (right, *inner, left))
        if len(ids) < 2 or not all(each in cast.referents for each in ids):
            continue
        between = words[left.span.end : right.span.start]
        if not inner and (told := BRANCH.fullmatch(between)):
            _call(cast, left, f"{told[1]} {cast.referents[right.referent].name}")
        elif BETWEEN.fullmatch(between) and between.strip() and _one_is_welsh(words, left, right):
            _merge(cast, list(ids))


def _join_called_us(cast: Cast, paragraph: Paragraph) -> None:
    """Make initials one with the body that was named last, where somebody says that they are theirs: "we are UW"."""
    words = cast.text.document.text
    last: Mention | None = None
    for mention in cast.mentions_in(paragraph.span):
        if mention.referent not in cast.referents or cast.is_person(mention.referent):
            continue
        ours = CALLED_US.search(words[max(paragraph.span.start, mention.span.start - 30) : mention.span.start])
        if (
            ours
            and last is not None
            and BRACKETED.fullmatch(mention.span.of(words))
            and last.referent in cast.referents
        ):
            _merge(cast, list(dict.fromkeys((last.referent, mention.referent))))
        elif " " in mention.span.of(words):
            last = mention


def _beside(cast: Cast, paragraph: Paragraph) -> Iterator[tuple[Mention, list[Mention], Mention]]:
    """Each two mentions of bodies side by side, and the initials in brackets between them if there are any."""
    words = cast.text.document.text
    found = [m for m in cast.mentions_in(paragraph.span) if not cast.is_person(m.referent)]
    for at, left in enumerate(found[:-1]):
        inner = found[at + 1 : at + 2] if BRACKETED.fullmatch(found[at + 1].span.of(words)) else []
        if at + len(inner) + 1 < len(found):
            yield left, inner, found[at + len(inner) + 1]


def _one_is_welsh(words: str, left: Mention, right: Mention) -> bool:
    return welsh(left.span.of(words)) != welsh(right.span.of(words))


def _call(cast: Cast, branch: Mention, written: str) -> None:
    """One more name of a branch."""
    referent = cast.referents[branch.referent]
    if written not in referent.forms:
        cast.referents[referent.id] = replace(referent, forms=(*referent.forms, written))


def _merge(cast: Cast, ids: list[str]) -> None:
    """Make them one, unless a register knows two of them."""
    bodies = [cast.referents[each] for each in ids]
    if sum(body.known is not None for body in bodies) > 1 or any(b.type is not EntityType.ORGANISATION for b in bodies):
        return
    into = next((b for b in bodies if b.known), bodies[0])
    for body in bodies:
        if body.id != into.id and body.id in cast.referents:
            cast.absorb(body.id, into.id)
