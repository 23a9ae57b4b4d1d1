"""Marks in a text: how they are written, and the reading of them; `training/corpus/README.md` describes them."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph_builder.model import Span

__all__ = ["ATTRIBUTES", "Mark", "Marked", "listed", "read_marked"]

ATTRIBUTES: dict[str, tuple[frozenset[str], frozenset[str]]] = {  # tag -> (wanted, allowed beside them)
    tag: (frozenset(wanted.split()), frozenset(allowed.split()))
    for tag, wanted, allowed in (
        ("person", "id", "name aka opt"),
        ("org", "id", "kind name aka opt"),
        ("place", "", ""),
        ("work", "", ""),
        ("role", "of post", "at area status start end aka opt"),
        ("event", "id", "kind label aka start end place with opt"),
        ("say", "id", "by to form opt"),
        ("by", "say", ""),
        ("cue", "say", ""),
        ("stance", "by code topic", "aka negated hedged opt"),
    )
}
_TAG = re.compile(rf'<(/?)({"|".join(ATTRIBUTES)})((?:\s+[a-z]+(?:="[^"]*")?)*)\s*>')
_ATTRIBUTE = re.compile(r'([a-z]+)(?:="([^"]*)")?')
_AWAY = re.compile(r"(?is)<!--.*?-->|<(head|nav|aside|footer|script|style|form|header)\b.*?</\1>")
_BLOCK = re.compile(
    r"(?i)</?(?:p|div|li|ul|ol|h\d|br|tr|td|th|section|article|blockquote|dt|dd|figure|figcaption|main)\b[^>]*>"
)
_OTHER = re.compile(rf"</?(?!(?:{'|'.join(ATTRIBUTES)})\b)[a-zA-Z!][^>]*>")
_LEAD = re.compile(r"(?m)^(?:#+|[-*>+]|\d+\.)\s+")
_EMPHASIS = re.compile(r"(?<!\w)(\*\*|__|\*|_)(?=\S)|(?<=\S)(\*\*|__|\*|_)(?!\w)")


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its tag, its attributes, and which characters of the plain text it covers."""

    tag: str
    attributes: dict[str, str]
    span: Span

    def get(self, name: str) -> str:
        """The value of an attribute, empty where it has none."""
        return self.attributes.get(name, "")


@dataclass(frozen=True, slots=True)
class Marked:
    """One document: its head, its plain text, its marks in the order in which they open, and what could not be read."""

    stem: str
    head: dict[str, str]
    text: str
    marks: tuple[Mark, ...]
    unread: tuple[str, ...] = ()

    def of(self, *tags: str) -> Iterator[Mark]:
        """The marks with one of these tags."""
        return (m for m in self.marks if m.tag in tags)

    def words(self, mark: Mark) -> str:
        """What a mark covers."""
        return mark.span.of(self.text)


@dataclass(slots=True)
class _Reading:
    plain: str = ""
    open: dict[str, list[tuple[int, dict[str, str]]]] = field(default_factory=lambda: defaultdict(list))
    marks: list[Mark] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def tag(self, closes: bool, tag: str, attributes: str) -> None:
        """Open or close a mark at the end of what was read."""
        if not closes:
            self.open[tag].append((len(self.plain), {m[1]: m[2] or "" for m in _ATTRIBUTE.finditer(attributes)}))
        elif self.open[tag]:
            start, found = self.open[tag].pop()
            self.marks.append(Mark(tag, found, Span(start, len(self.plain))))
        else:
            self.unread.append(f"</{tag}> closes nothing, after “{self.plain[-40:]}”")


def read_marked(path: Path, *, bare: bool = False) -> Marked:
    """A marked document, `bare` without its page's markup, a paragraph a line.

    Marks may overlap: a closing tag closes the latest mark of its name.
    """
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    body = _bare(body) if bare else body
    reading, at = _Reading(), 0
    for found in _TAG.finditer(body):
        reading.plain += body[at : found.start()]
        reading.tag(bool(found[1]), found[2], found[3])
        at = found.end()
    reading.plain += body[at:]
    still = (f"<{tag}> is not closed: “{reading.plain[s : s + 40]}”" for tag, o in reading.open.items() for s, _ in o)
    lines = {k.strip(): v.strip() for k, _, v in (line.partition(":") for line in head.splitlines() if line.strip())}
    order = sorted(reading.marks, key=lambda m: (m.span.start, -m.span.end))
    return Marked(path.name.split(".")[0], lines, reading.plain, tuple(order), (*reading.unread, *still))


def _bare(body: str) -> str:
    """The words of a page or of Markdown, our own marks kept."""
    if re.search(r"(?i)<(?:html|body|p)\b", body):
        body = _OTHER.sub("", _BLOCK.sub("\n", _AWAY.sub("\n", body)))
        return re.sub(r"\s*\n\s*", "\n", html.unescape(body))
    return _LEAD.sub("", _EMPHASIS.sub("", body))


def listed(text: str) -> list[str]:
    """The values of an attribute that holds several: "A|B"."""
    return [t.strip() for t in text.split("|") if t.strip()]
