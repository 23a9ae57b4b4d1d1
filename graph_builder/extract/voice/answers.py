"""What a voice answered, as lists of items, however it is wrapped.

An answer should be one JSON object. Prose and code fences around it, thoughts before it, commas too many, and an end
that was cut off do no harm: the items that are whole are kept. What is no JSON at all is no answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from graph_builder.extract.voice.prompt import SECTIONS

__all__ = ["Item", "items_of", "said", "texts"]

Item = Mapping[str, Any]
THOUGHTS = re.compile(r"(?s)\A.*</(?:think|thinking|reasoning)>")
MOST = 1000  # items of a section: more of one part of a document is a model that repeats itself
LONGEST = 20_000  # characters of a value
DECODER = json.JSONDecoder(strict=False)  # line breaks inside strings are forgiven


def items_of(answer: str) -> dict[str, list[Item]] | None:
    """The items of each section, or None where the answer holds none and is not an object of empty sections."""
    words = THOUGHTS.sub("", answer)
    try:
        found = _whole(words)
        sections = found if found is not None else _torn(words)
    except RecursionError:  # brackets nested without end
        return None
    if sections is None:
        return None
    found_items: dict[str, list[Item]] = {}
    for name in SECTIONS:
        items: list[Item] = [i for i in _listed(sections.get(name)) if isinstance(i, dict)]
        found_items[name] = items[:MOST]
    return found_items


def _whole(words: str) -> Mapping[str, Any] | None:
    """The first object in the words that has a section."""
    for brace in re.finditer(r"\{", words):
        try:
            found, _ = DECODER.raw_decode(words, brace.start())
        except json.JSONDecodeError:
            return None  # torn: what stands inside is only a part
        inside: list[dict[str, Any]] = [found, *(v for v in found.values() if isinstance(v, dict))]
        for each in inside:  # some models wrap it once more: {"answer": {…}}
            if any(isinstance(each.get(name), list) for name in SECTIONS):
                return each
        if not found:
            return None
    return None


def _torn(words: str) -> Mapping[str, Any] | None:
    """The whole items of each section of an object that is not whole."""
    found: dict[str, list[Any]] = {}
    for name in SECTIONS:
        for start in re.finditer(rf'(?<!\\)"{name}"\s*:\s*\[', words):
            found.setdefault(name, []).extend(_run(words, start.end()))
    return found or None


def _run(words: str, at: int) -> list[Any]:
    """The items that stand one after the other from here on."""
    items = []
    while begin := re.compile(r"[\s,]*(?=\{)").match(words, at):
        try:
            item, at = DECODER.raw_decode(words, begin.end())
        except json.JSONDecodeError:
            break
        items.append(item)
    return items


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def said(item: Item, name: str) -> str | None:
    """A value as text, or None where there is none; figures are text too."""
    value = item.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
        return None
    return value.strip()


def texts(item: Item, name: str) -> list[str]:
    """A list of texts; a single text is a list of one."""
    value = item.get(name)
    values = value if isinstance(value, list) else [value]
    return [v.strip() for v in values if isinstance(v, str) and v.strip() and len(v) <= LONGEST]
