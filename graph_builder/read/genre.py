"""What sort of document it is, from its metadata and its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph_builder.read.furniture import plain
from graph_builder.read.head import Head
from graph_builder.read.judge import Line
from graph_builder.read.layout import Reading

__all__ = ["genre_of"]

# Tried in this order: the more a cue binds, the earlier it stands.
_CUES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("press-release", ("press release", "for immediate release", "notes to editors", "note to editors", "media release", "news release", "press notice", "media contact")),
    ("parliamentary-questions", ("oral answers to questions", "written question", "written answer", "written answers", "asked by", "tabled on", "hansard")),
    ("open-letter", ("open letter", "yours faithfully", "yours sincerely", "dear secretary of state", "dear minister", "dear prime minister")),
    ("committee-report", ("report of session", "conclusions and recommendations", "formal minutes", "select committee report")),
    ("event-report", ("event write-up", "event report", "event round-up", "event summary", "panel discussion", "conference report")),
    ("personal-page", ("thank you for contacting me", "my constituents", "my constituency", "my surgeries", "as your mp", "as your local")),
    ("explainer", ("explainer", "a timeline", "explained", "what you need to know", "everything you need to know", "a guide to", "q&a", "q and a", "what is", "factcheck", "fact check")),
    ("op-ed", ("opinion", "comment", "op-ed", "viewpoint", "guest column", "writes in a personal capacity", "opinionnewsarticle", "columnist")),
    ("blog", ("blog", "blogposting", "blog post", "substack")),
    ("news", ("newsarticle", "reporter", "correspondent", "news", "reporting by", "additional reporting")),
)  # fmt: skip
_FIRST_PERSON = re.compile(r"\bI\b")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?")


def genre_of(reading: Reading, lines: Sequence[Line], out: Sequence[bool], head: Head, authors: tuple[str, ...]) -> str | None:
    """A code of the scheme `genre`, or None where nothing tells."""
    return _from_words(" ".join(reading.metadata.genre_words)) or _from_page(lines, out, head, authors)


def _from_words(words: str) -> str | None:
    said = f" {plain(words)} "
    return next((code for code, cues in _CUES if any(f" {cue} " in said for cue in cues)), None) if words else None


def _from_page(lines: Sequence[Line], out: Sequence[bool], head: Head, authors: tuple[str, ...]) -> str | None:
    above = " | ".join(line.block.text for line in lines[: head.start + 6] if line.words < 40)
    body = [line.block.text for i, line in enumerate(lines) if i >= head.start and not out[i]]
    edges = " | ".join([above, *(text for text in body if len(text) < 60), *body[:2], *body[-2:]])
    said = f" {re.sub(r'[|,.:;()“”]', ' ', plain(edges))} "
    said = f" {' '.join(said.split())} "
    for code, cues in _CUES[:6]:
        if any(f" {cue} " in said for cue in cues):
            return code
    own = _QUOTED.sub(" ", " ".join(body))
    personal = len(_FIRST_PERSON.findall(own)) >= 3
    top = f" {' '.join(re.sub(r'[|,.:;()]', ' ', plain(above)).split())} "
    for code, cues in _CUES[6:]:
        if code in {"op-ed", "blog"} and not personal:
            continue
        if any(f" {cue} " in top for cue in cues):
            return code
    if personal:
        return "op-ed" if authors else "blog"
    return "news" if any(mark in " ".join(body) for mark in "“\"") else None
