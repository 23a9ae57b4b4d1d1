"""What a voice is asked: `ontology/voice.md` with the schemes of `ontology/kinds.ttl` filled in, and the form of an
answer.

A new kind in the ontology is thereby known to every voice. The version is a hash of all that is asked, so that an
answer to another prompt is another answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import Any

from graph_builder import vocabulary
from graph_builder.resources import folder

__all__ = ["SECTIONS", "messages", "prompt", "schema", "version"]

FILE = "voice.md"
SECTIONS = ("people", "organisations", "posts", "events", "statements", "positions")
FENCE = "====="
TEXT: dict[str, Any] = {"type": "string"}
PERHAPS: dict[str, Any] = {"type": ["string", "null"]}
TEXTS: dict[str, Any] = {"type": "array", "items": TEXT}
FLAG: dict[str, Any] = {"type": "boolean"}


@cache
def prompt() -> str:
    """The instructions, with a line for each code of each scheme that they name."""
    template = (folder("ontology") / FILE).read_text(encoding="utf-8")
    return re.sub(r"\{\{([a-z-]+)\}\}", lambda match: _lines(match[1]), template)


def _lines(scheme: str) -> str:
    return "\n".join(f"- {each.code}: {each.definition}" for each in vocabulary.concepts(scheme))


@cache
def version() -> str:
    """The first twelve digits of the hash of all that is asked."""
    return sha256(f"{prompt()}\0{json.dumps(schema(), sort_keys=True)}\0{FENCE}".encode()).hexdigest()[:12]


def messages(text: str) -> list[dict[str, str]]:
    """The prompt, and the words of the document between two lines that no line of it can be.

    The lines end with a digest of the words themselves, which no document can hold of itself.
    """
    mark = f"{FENCE} {sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
    shown = text.encode("utf-8", "replace").decode()
    return [{"role": "system", "content": prompt()}, {"role": "user", "content": f"{mark}\n{shown}\n{mark}"}]


@cache
def schema() -> Mapping[str, Any]:
    """The JSON schema of an answer; every part is required, as strict servers want, and null where it is not said."""
    return _object(
        people=_list(_object(name=TEXT, also=TEXTS)),
        organisations=_list(_object(name=TEXT, also=TEXTS, kind=_code("organisation-kind"))),
        posts=_list(
            _object(
                person=TEXT,
                post=TEXT,
                organisation=PERHAPS,
                area=PERHAPS,
                status=_code("status"),
                start=PERHAPS,
                end=PERHAPS,
                quote=TEXT,
            )
        ),
        events=_list(_event()),
        statements=_list(_object(speaker=TEXT, words=TEXTS, form=_code("statement-form"), to=PERHAPS)),
        positions=_list(_object(holder=TEXT, stance=_code("stance"), topic=TEXT, quote=TEXT)),
    )


def _event() -> dict[str, Any]:
    part = {"who": TEXT, "as": _code("participant-role")}
    return _object(
        label=TEXT,
        kind=_code("event-kind"),
        start=PERHAPS,
        end=PERHAPS,
        place=PERHAPS,
        planned=FLAG,
        cancelled=FLAG,
        participants=_list(_object(**part)),
        quote=TEXT,
    )


def _object(**parts: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": parts, "required": list(parts), "additionalProperties": False}


def _list(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


def _code(scheme: str) -> dict[str, Any]:
    return {"type": "string", "enum": [each.code for each in vocabulary.concepts(scheme)]}
