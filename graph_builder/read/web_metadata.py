"""What a web page's head says of it: title, date, site, authors and address, each from the first place that has it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from graph_builder.read.byline import without_honours
from graph_builder.read.dateline import iso_date
from graph_builder.read.encoding import tidy
from graph_builder.read.layout import Metadata
from graph_builder.read.web_title import headline_and_site

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["metadata_of"]

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline")
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date.published", "publishdate",
    "pubdate", "publish-date", "publish_date", "publication_date", "published", "published_time",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
    "dc.date.created", "dcterms.created", "citation_publication_date", "citation_date",
    "govuk:first-published-at", "govuk:public-updated-at", "cxenseparse:recs:publishtime", "article.published",
    "date",
)  # fmt: skip
_SITES = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "citation_publisher",
    "twitter:site",
)
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "twitter:creator",
)
_ADDRESSES = ("og:url", "twitter:url", "parsely-link")
_SORTS = ("og:type", "article:section", "govuk:format", "section", "parsely-section", "dc.type", "genre")
_PUBLISHED = re.compile(r"\b(?:datePublished|published|pubdate|entry-date|dt-published)\b", re.IGNORECASE)
_NO_AUTHOR = re.compile(
    r"https?:|^@|@\w+\.|^(?:admin|administrator|editor|webmaster|staff|unknown|none|guest|web ?team)$", re.IGNORECASE
)
_DAY = re.compile(r"^\s*(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?=$|[T\s])")
_COMPACT = re.compile(r"^\s*(\d{4})(\d\d)(\d\d)(?:T|\d{6}|$)")
_NESTING = 8  # a page's JSON-LD deeper than this holds no headline


def metadata_of(root: HtmlElement) -> Metadata:
    """Everything that meta tags, JSON-LD, `<time>`, `<title>` and `<link>` say."""
    meta = _meta(root)
    linked = list(_linked_data(root))
    said = [tidy(str(item["headline"])) for item in linked if _is_article(item) and item.get("headline")]
    title, site = headline_and_site(root, [*(value for key in _TITLES for value in meta.get(key, [])), *said])
    return Metadata(
        title=title,
        published=_published(root, meta, linked),
        publisher=_publisher(meta, linked) or site,
        authors=_authors(meta, linked),
        url=_address(root, meta),
        language=_language(root),
        genre_words=tuple(word for key in _SORTS for word in meta.get(key, []))
        + tuple(str(item["@type"]) for item in linked if _is_article(item)),
    )


def _meta(root: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = tidy(element.get("content") or "")
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _first(meta: dict[str, list[str]], keys: tuple[str, ...]) -> str | None:
    return next((meta[key][0] for key in keys if key in meta), None)


def _linked_data(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """Every object in the page's JSON-LD, articles first."""
    items: list[dict[str, Any]] = []
    for element in root.iter("script"):
        if (element.get("type") or "").strip().lower() == "application/ld+json":
            try:
                items.extend(_objects(json.loads(element.text_content()), 0))
            except (json.JSONDecodeError, RecursionError):
                items.append({})  # broken JSON-LD is common; the page's other places still speak
    yield from sorted(items, key=lambda item: not _is_article(item))


def _objects(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _NESTING:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(key), depth + 1)


def _is_article(item: dict[str, Any]) -> bool:
    return bool(re.search(r"Article|Posting|Report|Review\b|Blog", str(item.get("@type", ""))))


def _day(text: str) -> str | None:
    """The day in a metadata value, which may carry a time of day."""
    for pattern in (_DAY, _COMPACT):
        match = pattern.match(text)
        if match:
            found = "-".join(part for part in match.groups() if part)
            return found if iso_date(found) or len(found) < 8 else None
    return iso_date(text)


def _published(root: HtmlElement, meta: dict[str, list[str]], linked: list[dict[str, Any]]) -> str | None:
    """The first day of publication that meta tags, JSON-LD or a marked `<time>` give."""
    said = [value for key in _DATES for value in meta.get(key, [])]
    said += [str(item["datePublished"]) for item in linked if item.get("datePublished")]
    said += [
        element.get("datetime") or tidy(element.text_content())
        for element in root.iter("time")
        if _PUBLISHED.search(f"{element.get('itemprop')} {element.get('class')} {' '.join(element.keys())}")
    ]
    return next((day for value in said if (day := _day(value))), None)


def _publisher(meta: dict[str, list[str]], linked: list[dict[str, Any]]) -> str | None:
    site = _first(meta, _SITES)
    if site and not site.startswith("@"):
        return site
    for item in linked:
        publisher = item.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name and not name.startswith("http"):
            return tidy(name)
    return None


def _authors(meta: dict[str, list[str]], linked: list[dict[str, Any]]) -> tuple[str, ...]:
    for key in _AUTHORS:
        names = [name for value in meta.get(key, []) for name in _names(value)]
        if names:
            return tuple(dict.fromkeys(names))
    for item in linked:
        if _is_article(item) and item.get("author"):
            authors = item["author"] if isinstance(item["author"], list) else [item["author"]]
            values = [a.get("name", "") if isinstance(a, dict) else a for a in authors]
            names = [name for value in values if isinstance(value, str) for name in _names(value)]
            if names:
                return tuple(dict.fromkeys(names))
    return ()


def _names(value: str) -> Iterator[str]:
    """The names in a metadata value; addresses, handles and login names are none."""
    for part in re.split(r"\s*(?:,|;|\band\b|&)\s*", re.sub(r"^\s*by\s+", "", tidy(value), flags=re.IGNORECASE)):
        if part and not _NO_AUTHOR.search(part):
            yield without_honours(part)


def _address(root: HtmlElement, meta: dict[str, list[str]]) -> str | None:
    """The page's own address: its canonical link, else what it tells other sites."""
    canonical = (e.get("href") or "" for e in root.iter("link") if (e.get("rel") or "").lower() == "canonical")
    said = [*canonical, *(address for key in _ADDRESSES for address in meta.get(key, []))]
    return next((address for address in said if address.startswith(("http://", "https://"))), None)


def _language(root: HtmlElement) -> str | None:
    match = re.match(r"[a-z]{2,3}", (root.get("lang") or "").lower())
    return match[0] if match else None
