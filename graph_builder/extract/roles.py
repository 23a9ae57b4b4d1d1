"""Posts held and parties belonged to, each from a construction that ties a person to a post."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.extract.cast import Cast
from graph_builder.extract.language import Text
from graph_builder.extract.role_changes import successors
from graph_builder.extract.role_lists import list_roles
from graph_builder.extract.role_marks import mark_roles
from graph_builder.extract.role_phrases import phrase_roles
from graph_builder.extract.role_verbs import verb_roles
from graph_builder.model import Role

__all__ = ["roles"]

KINDS = (mark_roles, phrase_roles, verb_roles, list_roles)


def roles(text: Text, cast: Cast) -> Iterator[Role]:
    """The roles that the document gives its people; what a fuller row says is not said again."""
    found = list(_found(text, cast))
    for role in found:
        if not any(_says_more(other, role) for other in found):
            yield role


def _says_more(fuller: Role, role: Role) -> bool:
    """Whether the first says all that the second says, and a body, a seat or more of a title besides."""
    if fuller is role or fuller.person != role.person or fuller.status != role.status:
        return False
    same_post = fuller.post.casefold() == role.post.casefold()
    more = (fuller.organisation, fuller.area) != (role.organisation, role.area)
    return same_post and more and role.organisation in (None, fuller.organisation) and role.area in (None, fuller.area)


def _found(text: Text, cast: Cast) -> Iterator[Role]:
    """Each role as it is found, told to the cast, so that "the minister" finds her further on."""
    seen: set[tuple[str, str, str | None, str | None, str]] = set()
    known: list[Role] = []
    for paragraph in text.paragraphs:
        said = [role for each in KINDS for role in each(text, paragraph, cast)]
        said += successors(text, paragraph, (*known, *said), cast)
        known += said
        for role in sorted(said, key=lambda r: (r.evidence, r.post, r.person, r.rule)):
            key = (role.person, role.post.casefold(), role.organisation, role.area, role.status)
            if key not in seen:
                seen.add(key)
                words = f"{role.words} {role.post}"
                cast.hold(role.person, words, role.organisation, role.evidence.start, role.status)
                yield role
