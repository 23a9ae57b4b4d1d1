"""A web page's headline, told from its `<title>`, its `<h1>` and what it tells other sites; and the site's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph_builder.read.encoding import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

__all__ = ["headline_and_site"]

_SEPARATOR = re.compile(r"\s+[|–—·•»-]\s+|\s*\|\s*")
_LONGEST_NAME = 6  # words


def headline_and_site(root: HtmlElement, said: Sequence[str]) -> tuple[str | None, str | None]:
    """The headline as the page shows it, and the site's name where `<title>` adds it to the headline.

    `said` are the titles of meta tags and JSON-LD, which are taken where no heading is the headline.
    """
    element = root.find(".//title")
    whole = tidy(element.text_content()) if element is not None else ""
    bare, site = _without_site(whole)
    headings = [text for h1 in root.iter("h1") if (text := tidy(h1.text_content())) and _key(text) != _key(site or "")]
    agreed = next((h for h in headings if any(_key(h) in _key(title) for title in (whole, *said))), None)
    shown = agreed or (headings[0] if len(headings) == 1 else None)
    if shown:
        return shown, None if _key(shown) == _key(whole) else _before(whole, shown) or site
    if said:
        return said[0].removesuffix(site or "").rstrip(" |–—-·"), site
    return bare or None, site


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _before(whole: str, shown: str) -> str | None:
    """The site's name where it stands before the headline: "Marlbury Mercury: Court date set"."""
    name = whole.removesuffix(shown).rstrip(" :|–—-·»")
    return name if name != whole and 0 < len(name.split()) <= _LONGEST_NAME else None


def _without_site(whole: str) -> tuple[str, str | None]:
    """A title without the site's name: what follows its last separator, where that is a short name.

    Sections may stand between: "Headline | Politics | The Post".
    """
    matches = list(_SEPARATOR.finditer(whole))
    if not matches:
        return whole, None
    name = whole[matches[-1].end() :].strip()
    head = whole[: matches[-1].start()].strip()
    if not name[:1].isupper() or len(name.split()) > _LONGEST_NAME or len(head) <= len(name):
        return whole, None
    if all("|" in match.group() for match in matches):
        head = whole[: matches[0].start()].strip()
    return head, name
