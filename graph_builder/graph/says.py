"""What a fact says, in one line for a person."""

from __future__ import annotations

from collections.abc import Callable

from pyoxigraph import NamedNode

from graph_builder.graph.look import Look
from graph_builder.graph.safety import safe

__all__ = ["FACTS", "says"]


def says(look: Look, fact: NamedNode) -> str:
    """The line; the fact's own name where it is of no kind known here."""
    line = FACTS.get(look.kind(fact))
    return safe(line(look, fact)) if line else look.short(fact)


def _role(look: Look, fact: NamedNode) -> str:
    post = f"{look.label(look.thing(fact, 'org:member'))}: {look.label(look.thing(fact, 'org:role'))}"
    if body := look.thing(fact, "org:organization"):
        post += f", {look.label(body)}"
    if area := look.text(fact, "onr:area"):
        post += f", for {area}"
    status = look.code(fact, "onr:status")
    notes = [*([status] if status != "current" else []), *_when(look, fact)]
    return post + (f" ({', '.join(notes)})" if notes else "")


def _account(look: Look, fact: NamedNode) -> str:
    notes = [*_when(look, fact), look.text(fact, "onr:place")]
    notes += [word for word in ("planned", "cancelled") if look.is_true(fact, f"onr:{word}")]
    told = ", ".join(note for note in notes if note)
    return look.label(fact) + (f" ({told})" if told else "")


def _participation(look: Look, fact: NamedNode) -> str:
    agent, event = look.label(look.thing(fact, "onr:agent")), look.label(look.thing(fact, "onr:event"))
    return f"{agent}: {look.label(look.thing(fact, 'onr:participantRole'))} of {event}"


def _statement(look: Look, fact: NamedNode) -> str:
    named = look.thing(fact, "prov:wasAttributedTo")
    speaker = look.label(named) if named else look.text(look.thing(fact, "onr:speakerWords"), "schema:text")
    addressee = look.thing(fact, "onr:addressee")
    heard = look.label(addressee) if addressee else look.text(fact, "onr:addresseeWords")
    words = look.text(fact, "schema:text")
    quoted = words if look.code(fact, "onr:form") == "reported" else f"“{words}”"
    return f"{speaker}{f' to {heard}' if heard else ''}: {quoted}"


def _stance(look: Look, fact: NamedNode) -> str:
    holder = look.label(look.thing(fact, "onr:holder"))
    stance = look.code(fact, "onr:stance").replace("-", " ")
    hedged = " (hedged)" if look.is_true(fact, "onr:hedged") else ""
    return f"{holder} {stance} {look.label(look.thing(fact, 'onr:topic'))}{hedged}"


def _mention(look: Look, fact: NamedNode) -> str:
    return f"“{look.text(fact, 'onr:form')}” names {look.label(look.thing(fact, 'onr:names'))}"


def _unattributed(look: Look, fact: NamedNode) -> str:
    words = look.text(look.thing(fact, "onr:words"), "schema:text")
    return f"“{words}” has no speaker: {look.text(fact, 'onr:reason')}"


def _when(look: Look, fact: NamedNode) -> list[str]:
    start, end = look.text(fact, "schema:startDate"), look.text(fact, "schema:endDate")
    if start and end and start != end:
        return [f"{start} to {end}"]
    return [start] if start else [f"until {end}"] if end else []


FACTS: dict[str, Callable[[Look, NamedNode], str]] = {
    "role": _role,
    "account": _account,
    "participation": _participation,
    "statement": _statement,
    "stance": _stance,
    "mention": _mention,
    "unattributed": _unattributed,
}
