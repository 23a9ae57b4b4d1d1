"""How often each way of finding a fact is right, counted on marked documents.

    python -m training.trust EVALUATE GOLD=DOCUMENTS ... > graph_builder/extract/trust.json

EVALUATE is the script that scores facts (`evaluate.py`); each GOLD folder holds STEM.gold.json of the texts in its
DOCUMENTS folder. A fact that the script calls wrong is wrong, every other is right. Of each rule the file keeps what
share was right, drawn towards the share of its kind where few were counted, and the mean of what the rule itself says.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from graph_builder.extract.language import Language, load_language
from graph_builder.extract.reading import read_facts
from graph_builder.model import Document, Extraction, Identities
from graph_builder.read import read_document
from graph_builder.read.sources import files
from graph_builder.resolve import resolve

DRAWN = 6  # as many facts of its kind's share are added to what a rule has
SAID = {"roles": "role", "events": "event", "statements": "speaker", "positions": "stance"}
TABLES = ("documents", "people", "organisations", "roles", "events", "participants", "statements", "positions")
Row = dict[str, Any]


def tables(extractions: list[Extraction], documents: Mapping[str, Document], same: Identities) -> dict[str, list[Row]]:
    """The rows of the core questions, each fact with its rule and what the rule says of its own confidence."""
    found: dict[str, list[Row]] = {name: [] for name in TABLES}
    for extraction in extractions:
        document = documents[extraction.source]
        for name, row in _rows(extraction, document, same):
            found[name].append({k: v for k, v in row.items() if v not in (None, "")} | {"source": extraction.source})
    return found


def _rows(found: Extraction, document: Document, same: Identities) -> Iterator[tuple[str, Row]]:
    def who(referent: str | None, role: str) -> Row:
        entity = same.entity_of[found.source, referent] if referent else None
        return {role: f"{entity.type.value}/{entity.slug}", f"{role}Name": entity.name} if entity else {}

    text = document.text
    yield "documents", {"title": document.title, "published": document.published}
    for mention in found.mentions:
        named = who(mention.referent, "name")
        sort = named["name"].partition("/")[0]
        if mention.form in ("name", "short") and sort in ("person", "organisation"):
            table = {"person": "people", "organisation": "organisations"}[sort]
            kind = same.entity_of[found.source, mention.referent].kind
            row = {sort: named["name"], "name": named["nameName"], "mention": mention.span.of(text), "kind": kind}
            yield table, row
    for role in found.roles:
        post = {"role": role.post, "area": role.area, "status": role.status, "fact": role}
        yield "roles", who(role.person, "person") | who(role.organisation, "organisation") | post
    for event in found.events:
        entity = same.entity_of[found.source, event.event]
        told = {"event": entity.slug, "label": entity.name, "kind": entity.kind, "start": event.start, "fact": event}
        yield "events", told
    for part in found.participations:
        yield "participants", who(part.agent, "agent") | {"event": same.entity_of[found.source, part.event].slug}
    for said in found.statements:
        described = said.speaker_words.of(text) if said.speaker_words else ""
        words = " … ".join(part.of(text) for part in said.parts)
        yield "statements", {"speakerName": described} | who(said.speaker, "speaker") | {"text": words, "fact": said}
    for stance in found.stances:
        held = {"stance": stance.stance, "topic": stance.topic, "evidence": stance.evidence.of(text), "fact": stance}
        yield "positions", who(stance.holder, "holder") | held


def shown(table: str, row: Row) -> list[str]:
    """How the script names a row when it is wrong; of a speaker it may give the name that the document prefers."""
    get = row.get
    if table == "roles":
        who, body = get("personName"), get("organisationName")
        return [f"role: {who} | {get('role')} | {body} | {get('area')} | {get('status')}"]
    if table == "events":
        return [f"event: {get('label')} | {get('kind')} | {get('start')}"]
    if table == "positions":
        return [f"stance: {get('holderName')} {get('stance')} {get('topic')}"]
    return [str(row["text"])[:90]]


def wrong(evaluate: Path, gold: Path, documents: Path, found: Mapping[str, list[Row]]) -> set[str]:
    """What the script calls wrong, without the document's name."""
    with TemporaryDirectory() as place:
        for name, rows in found.items():
            bindings = [{k: {"value": v} for k, v in row.items() if k != "fact"} for row in rows]
            Path(place, f"{name}.json").write_text(json.dumps({"results": {"bindings": bindings}}), encoding="utf-8")
        command = [
            sys.executable,
            str(evaluate),
            str(gold),
            "--documents",
            str(documents),
            "--facts",
            place,
            "--misses",
        ]
        lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return {line.partition(": wrong   ")[2] for line in lines if ": wrong   " in line}


def counted(language: Language, evaluate: Path, gold: Path, documents: Path) -> Iterator[tuple[str, str, float, bool]]:
    """Of every fact of a set: its kind, its rule, what the rule says of its confidence, and whether it is right."""
    read = {source: read_document(path, source) for path, source in files([str(documents)]) if _is_text(path)}
    extractions = [read_facts(document, language) for document in read.values()]
    found = tables(extractions, read, resolve(extractions, read))
    bad = wrong(evaluate, gold, documents, found)
    spoken = {line.removeprefix("speaker: ").partition(": ")[2] for line in bad if line.startswith("speaker: ")}
    for table in SAID:
        for row in found[table]:
            missed = any(s in (spoken if table == "statements" else bad) for s in shown(table, row))
            yield table, row["fact"].rule, row["fact"].confidence, not missed


def _is_text(path: Path) -> bool:
    return path.suffix in (".txt", ".md", ".html", ".docx", ".eml", ".pdf") and path.name not in (
        "README.md",
        "SCHEMA.md",
    )


def main() -> None:
    """Print the table."""
    evaluate, language = Path(sys.argv[1]), load_language()
    seen: dict[str, dict[str, list[tuple[float, bool]]]] = defaultdict(lambda: defaultdict(list))
    for pair in sys.argv[2:]:
        gold, _, documents = pair.partition("=")
        for table, rule, raw, right in counted(language, evaluate, Path(gold), Path(documents or gold)):
            seen[table][rule].append((raw, right))
    trust: dict[str, list[float]] = {}
    for rules in seen.values():
        every = [right for facts in rules.values() for _, right in facts]
        share = sum(every) / len(every)
        for rule, facts in sorted(rules.items()):
            right = (sum(r for _, r in facts) + DRAWN * share) / (len(facts) + DRAWN)
            trust[rule] = [round(right, 3), round(sum(raw for raw, _ in facts) / len(facts), 3)]
    print(json.dumps(dict(sorted(trust.items())), indent=1))


if __name__ == "__main__":
    main()
