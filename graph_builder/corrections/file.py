"""The file of corrections: YAML, a list of entries, each with one decision, who made it and why.

    - same: [person/anna-holt, person/anna-marsh]
      who: Jo Reader
      why: She married in 2031, as the trust's page says.
    - different: [person/ian-corder in harbour.txt, person/ian-corder in ferry.txt]
    - rename: person/a-holt
      to: Anna Holt
    - kind: organisation/lantern-trust
      to: charity
    - reject: stance/0eb7570b4bcad19b
    - confirm: role/5e5417cb915c93bc
    - add: role
      in: harbour.txt
      evidence: Ines Calder chairs the Guild.
      person: Ines Calder
      post: chair
      organisation: Lamplighters' Guild

Every value is text, whatever it looks like: no, 1.0 and 2031 stay what was written.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from graph_builder.decisions import Correction, Decision
from graph_builder.errors import CorrectionsError

__all__ = ["append", "entry", "read_corrections"]

HEAD = "# What people decided about this graph. Every build heeds it; edit it freely, or use: onrecord review\n\n"
NEEDED = {Decision.RENAME: ("to",), Decision.KIND: ("to",), Decision.ADD: ("in", "evidence")}
OF_TWO = (Decision.SAME, Decision.DIFFERENT)


def read_corrections(file: Path) -> tuple[list[Correction], list[str]]:
    """The entries of a file in its order, and a line for each that says no decision; none where there is no file.

    Raises CorrectionsError where the file is no YAML, or no list: what people decided is never left out unsaid.
    """
    try:
        found = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  (only text, lists, mappings)
    except FileNotFoundError:
        return [], []
    except (OSError, UnicodeDecodeError) as error:
        raise CorrectionsError(f"the corrections in {file} cannot be read: {error}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise CorrectionsError(f"the corrections in {file} are not YAML: {_where(error)}; mend the file") from error
    if not isinstance(found or [], list):
        raise CorrectionsError(f"the corrections in {file} are not a list: begin each entry with “- ”")
    entries: list[Correction] = []
    faults: list[str] = []
    for place, each in enumerate(found or [], start=1):
        try:
            entries.append(_correction(each, place))
        except ValueError as error:
            faults.append(f"entry {place}: {error}")
    return entries, faults


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "nested too deeply"
    return f"line {mark.line + 1}: {problem}" if mark else str(problem)


def _correction(found: object, place: int) -> Correction:
    """One entry; ValueError says what is wrong with it."""
    if not isinstance(found, dict):
        raise ValueError("is not a decision with its parts")  # noqa: TRY004  (what the file says, not a type)
    decisions = [Decision.ADD] if Decision.ADD in found else [d for d in Decision if d.value in found]
    if len(decisions) != 1:
        raise ValueError(f"says no decision, or several: one of {', '.join(Decision)}")
    decision = decisions[0]
    about = found[decision.value]
    names = tuple(about) if isinstance(about, list) else (about,)
    rest = {str(k): v for k, v in found.items() if k not in (decision.value, "who", "why")}
    if not all(isinstance(v, str) for v in (*names, *rest.values(), found.get("who", ""), found.get("why", ""))):
        raise ValueError("holds something that is not text")
    if not all(names) or (decision in OF_TWO) != (len(names) > 1):
        raise ValueError(f"{decision} wants {'two names or more' if decision in OF_TWO else 'one name'}")
    if wanting := [name for name in NEEDED.get(decision, ()) if not rest.get(name)]:
        raise ValueError(f"{decision} wants {' and '.join(wanting)} too")
    told = tuple(sorted(rest.items()))
    return Correction(decision, names, told, str(found.get("who", "")), str(found.get("why", "")), place)


def entry(decision: Decision, about: Iterable[str], who: str, why: str, **told: str) -> dict[str, object]:
    """An entry to be written."""
    names = list(about)
    first: dict[str, object] = {decision.value: names if decision in OF_TWO else names[0]}
    return first | told | {name: value for name, value in (("who", who), ("why", why)) if value}


def append(file: Path, entries: Iterable[Mapping[str, object]]) -> None:
    """Add entries at the file's end; what stands there stays as it is, and the file is never half written."""
    written = "".join(yaml.safe_dump([dict(e)], sort_keys=False, allow_unicode=True, width=110) for e in entries)
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        before = file.read_text("utf-8") if file.exists() else HEAD
        beside.write_text(before.rstrip("\n") + ("\n" if before.strip() else "") + written, "utf-8")
        _whole(beside)
        beside.replace(file)
    except OSError as error:
        raise CorrectionsError(f"{file} cannot be written: {error.strerror or error}") from error
    finally:
        beside.unlink(missing_ok=True)


def _whole(file: Path) -> None:
    try:
        read_corrections(file)
    except CorrectionsError as error:
        raise CorrectionsError(f"nothing can be added after what stands there: {error}") from error
