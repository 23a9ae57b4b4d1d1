"""What a web page's head says of it: title, date, site, authors and address, each from the first place that gives it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from graph_builder.read.byline import without_honours
from graph_builder.read.dateline import iso_date
from graph_builder.read.encoding import tidy
from graph_builder.read.layout import Metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["metadata_of"]

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline")
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date.published", "publishdate", "pubdate", "publish-date", "publish_date", "publication_date", "published", "published_time",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created", "citation_publication_date", "citation_date", "govuk:first-published-at",
    "govuk:public-updated-at", "cxenseparse:recs:publishtime", "article.published", "date",
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
_SEPARATOR = re.compile(r"\s+[|–—·•»:-]\s+|\s*\|\s*")
_DAY = re.compile(r"^\s*(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?=$|[T\s])")
_COMPACT = re.compile(r"^\s*(\d{4})(\d\d)(\d\d)(?:T|\d{6}|$)")
_NESTING = 8  # a page's JSON-LD deeper than this holds no headline


def metadata_of(root: HtmlElement) -> Metadata:
    """Everything that meta tags, JSON-LD, `<time>`, `<title>` and `<link>` say."""
    meta = _meta(root)
    linked = list(_linked_data(root))
    titles = _titles(meta, linked)
    title, suffix = _headline(root, titles)
    return Metadata(
        title=title,
        published=_published(root, meta, linked),
        publisher=_publisher(meta, linked) or suffix,
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


def _titles(meta: dict[str, list[str]], linked: list[dict[str, Any]]) -> list[str]:
    said = [tidy(str(item["headline"])) for item in linked if _is_article(item) and item.get("headline")]
    return [title for key in _TITLES for title in meta.get(key, [])] + said


def _headline(root: HtmlElement, titles: list[str]) -> tuple[str | None, str | None]:
    """The headline, and the site's name where it stands behind the headline in `<title>`."""
    headings = [text for h1 in root.iter("h1") if (text := tidy(h1.text_content()))]
    element = root.find(".//title")
    whole = tidy(element.text_content()) if element is not None else ""
    for heading in headings:
        start = _key(whole).find(_key(heading))
        if start == 0 and len(_key(heading)) > 8 and len(_key(whole)) > len(_key(heading)):
            return heading, _suffix(whole, heading)
    bare, suffix = _without_suffix(whole)
    agreed = next((h for h in headings if any(_key(h) == _key(t) for t in (*titles, whole, bare))), None)
    if agreed:
        return agreed, suffix if _key(agreed) == _key(bare) else None
    if titles:
        return _without_suffix(titles[0])[0] if not suffix or not titles[0].endswith(suffix) else titles[
            0
        ].removesuffix(suffix).rstrip(" |–—-·"), suffix
    if len(headings) == 1:
        return headings[0], suffix
    return bare or None, suffix


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _suffix(whole: str, heading: str) -> str | None:
    parts = _SEPARATOR.split(whole)
    return (
        parts[-1] if len(parts) > 1 and _key(parts[-1]) not in _key(heading) and len(parts[-1].split()) <= 6 else None
    )


def _without_suffix(whole: str) -> tuple[str, str | None]:
    """A title without the site's name: what follows its last " | " or " - ", where that is a short name."""
    matches = list(re.finditer(r"\s+[|–—·•-]\s+|\s*\|\s*", whole))
    if not matches:
        return whole, None
    last = matches[-1]
    name = whole[last.end() :].strip()
    head = whole[: last.start()].strip()
    if head and name and len(name.split()) <= 6 and name[:1].isupper() and len(head) > len(name):
        # section names often stand between headline and site: "Headline | Politics | The Post"
        if len(matches) > 1 and "|" in last.group():
            head = whole[: matches[0].start()].strip() if "|" in matches[0].group() else head
        return head, name
    return whole, None


def _day(text: str) -> str | None:
    """The day in a metadata value, which may carry a time of day."""
    for pattern in (_DAY, _COMPACT):
        match = pattern.match(text)
        if match:
            found = "-".join(part for part in match.groups() if part)
            return found if iso_date(found) or len(found) < 8 else None
    return iso_date(text)


def _published(root: HtmlElement, meta: dict[str, list[str]], linked: list[dict[str, Any]]) -> str | None:
    for value in (value for key in _DATES for value in meta.get(key, [])):
        if found := _day(value):
            return found
    for item in linked:
        if item.get("datePublished") and (found := _day(str(item["datePublished"]))):
            return found
    for element in root.iter("time"):
        marks = f"{element.get('itemprop') or ''} {element.get('class') or ''} {'pubdate' if element.get('pubdate') is not None else ''}".lower()
        if (
            any(mark in marks for mark in ("datepublished", "published", "pubdate", "entry-date"))
            and "updated" not in marks.split()
        ):
            found = _day(element.get("datetime") or tidy(element.text_content()))
            if found:
                return found
    return None


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
        if (
            part
            and not re.search(r"https?:|^@|@\w+\.", part)
            and part.lower()
            not in {"admin", "administrator", "editor", "webmaster", "staff", "unknown", "none", "guest"}
        ):
            yield without_honours(part)


def _address(root: HtmlElement, meta: dict[str, list[str]]) -> str | None:
    for element in root.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and (element.get("href") or "").startswith(
            ("http://", "https://")
        ):
            return element.get("href")
    address = _first(meta, _ADDRESSES)
    return address if address and address.startswith(("http://", "https://")) else None


def _language(root: HtmlElement) -> str | None:
    match = re.match(r"[a-z]{2,3}", (root.get("lang") or "").lower())
    return match[0] if match else None
