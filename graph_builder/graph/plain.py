"""Documents and what was found in them as plain JSON values, and exactly back again.

A span is a pair of offsets; a field that has its default value is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, TypeVar

from graph_builder.model import (
    Document,
    EntityType,
    Event,
    Extraction,
    Mention,
    Participation,
    Referent,
    Role,
    Span,
    Stance,
    Statement,
    Unattributed,
)

__all__ = ["document_from", "extraction_from", "plain"]

Value = TypeVar("Value")
KINDS = {
    "referents": Referent,
    "mentions": Mention,
    "roles": Role,
    "events": Event,
    "participations": Participation,
    "statements": Statement,
    "stances": Stance,
    "unattributed": Unattributed,
}
SPANS = frozenset({"span", "evidence", "speaker_words", "cue"})
RUNS_OF_SPANS = frozenset({"parts", "body"})


def plain(value: object) -> Any:
    """A value of the model as lists, dictionaries, strings and numbers."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, EntityType):
        return value.value
    if is_dataclass(value):
        pairs = ((f, getattr(value, f.name)) for f in fields(value))
        return {f.name: plain(v) for f, v in pairs if f.default is MISSING or v != f.default}
    if isinstance(value, tuple):
        return [plain(v) for v in value]
    return value


def document_from(kept: dict[str, Any], text: str) -> Document:
    """The document that was made plain, with its text."""
    return _value(Document, {**kept, "text": text})


def extraction_from(kept: dict[str, Any]) -> Extraction:
    """The extraction that was made plain."""
    found: dict[str, Any] = {name: tuple(_value(kind, v) for v in kept.get(name, ())) for name, kind in KINDS.items()}
    rest = {name: kept[name] for name in ("unheard", "model") if name in kept}
    return Extraction(source=kept["source"], digest=kept["digest"], **rest, **found)


def _value(kind: type[Value], kept: dict[str, Any]) -> Value:
    return kind(**{name: _field(name, v) for name, v in kept.items()})


def _field(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in SPANS:
        return Span(*value)
    if name in RUNS_OF_SPANS:
        return tuple(Span(*v) for v in value)
    if name == "type":
        return EntityType(value)
    return tuple(value) if isinstance(value, Iterable) and not isinstance(value, str) else value
