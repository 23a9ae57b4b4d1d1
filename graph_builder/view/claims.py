"""What each document says, one claim for each row of the catalogue's answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph_builder.view.model import Evidence
from graph_builder.view.things import Answers, Row, Things
from graph_builder.view.words import date_words, event_words, participation_words, role_words, span_words, stance_words

__all__ = ["Claim", "claims"]

# Below this share of right facts, the way a fact was found is worth a warning.
_SURE = 0.7


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact as one document states it; its parts are those of a PageFact."""

    sort: str
    subject: str
    words: str
    evidence: Evidence
    object: str = ""
    text: str = ""
    when: str = ""
    date: str = ""
    until: str = ""
    stance: str = ""
    doubts: tuple[str, ...] = ()


def claims(answers: Answers, things: Things) -> Iterator[Claim]:
    """Every claim of every document."""
    yield from (_role(row, things) for row in answers.get("roles", ()))
    yield from (_event(row, things) for row in answers.get("events", ()))
    yield from _participations(answers, things)
    yield from (_statement(row, things) for row in answers.get("statements", ()) if row.get("speaker"))
    yield from (_stance(row, things) for row in answers.get("positions", ()))


def _role(row: Row, things: Things) -> Claim:
    body = things.named(row["organisation"], row.get("organisationName", "")) if row.get("organisation") else ""
    role, status, area = row.get("role", ""), row.get("status", ""), row.get("area", "")
    words = role_words(role, status.rsplit("#", 1)[-1], area, things.kind_code(body) if body else "")
    start, end = row.get("start", ""), row.get("end", "")
    return Claim(
        sort="role",
        subject=things.named(row.get("person", ""), row.get("personName", "")),
        words=words,
        evidence=_evidence(row),
        object=body,
        when=span_words(start, end),
        date=start or end,
        until=end if start else "",
        doubts=_doubts(row),
    )


def _event(row: Row, things: Things) -> Claim:
    start, end, place = row.get("start", ""), row.get("end", ""), row.get("place", "")
    planned = "planned" if _true(row, "planned") else ""
    event = things.named(row.get("event", ""), row.get("label", ""))
    return Claim(
        sort="event",
        subject=event,
        words="cancelled" if _true(row, "cancelled") else planned,
        evidence=_evidence(row),
        text=f"in {place}" if place else "",
        when=event_words(things.kind_code(event), start, end),
        date=start or end,
        until=end if start else "",
        doubts=_doubts(row),
    )


def _participations(answers: Answers, things: Things) -> Iterator[Claim]:
    # A question that gives participants no sentence of their own leaves them the event's, from the same document.
    told = {(row.get("event", ""), row.get("source", "")): row for row in answers.get("events", ())}
    for row in answers.get("participants", ()):
        event = things.named(row.get("event", ""), row.get("label", ""))
        account = told.get((row.get("event", ""), row.get("source", "")), {})
        start, end = account.get("start", ""), account.get("end", "")
        yield Claim(
            sort="participation",
            subject=things.named(row.get("agent", ""), row.get("agentName", "")),
            words=participation_words(row.get("role", "").rsplit("#", 1)[-1], things.kind_code(event)),
            evidence=_evidence(row if row.get("evidence") else {**row, "evidence": account.get("evidence", "")}),
            object=event,
            when=event_words(things.kind_code(event), start, end),
            date=start or end,
            until=end if start else "",
            doubts=_doubts(row),
        )


def _statement(row: Row, things: Things) -> Claim:
    to, to_name = row.get("addressee", ""), row.get("addresseeName", "")
    words = f"told {'' if to else to_name}".strip() if to or to_name else "said"
    # Reported words are the reporter's: quotation marks would put them into the speaker's mouth.
    reported = row.get("form", "").endswith("reported")
    text = " ".join(row.get("text", "").split())
    said = row.get("said", "")
    return Claim(
        sort="statement",
        subject=things.named(row.get("speaker", ""), row.get("speakerName", "")),
        words=words,
        evidence=_evidence(row),
        object=things.named(to, to_name) if to else "",
        text=text if reported else f"“{text}”",
        when=date_words(said),
        date=said,
        doubts=_doubts(row),
    )


def _stance(row: Row, things: Things) -> Claim:
    said = row.get("said", "")
    stance = row.get("stance", "").rsplit("#", 1)[-1]
    return Claim(
        sort="stance",
        subject=things.named(row.get("holder", ""), row.get("holderName", "")),
        words=stance_words(stance),
        evidence=_evidence(row),
        object=things.topic(row.get("topic", ""), row.get("topicIs", "")),
        when=date_words(said),
        date=said,
        stance=stance,
        doubts=_doubts(row),
    )


def _evidence(row: Row) -> Evidence:
    return Evidence(row.get("source", ""), " ".join(row.get("evidence", "").split()))


def _doubts(row: Row) -> tuple[str, ...]:
    hedged = ("hedged",) if _true(row, "hedged") else ()
    share = row.get("confidence", "")
    return (*hedged, f"unsure reading, {float(share):.0%}") if share and float(share) < _SURE else hedged


def _true(row: Row, column: str) -> bool:
    return row.get(column, "") in {"true", "1"}
