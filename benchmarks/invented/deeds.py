"""How papers tell of events: in several wordings, with the day, the month, the year or no date at all."""

from __future__ import annotations

from datetime import date
from random import Random

from benchmarks.invented.paper import Paper
from benchmarks.invented.world import COMMONS, Body, Happening, Person
from graph_builder.model import EntityType

__all__ = ["label", "tell", "when"]


def when(day: str, size: int) -> str:
    """A date in words, as precise as so many characters of it: " on 4 March 2033", " in March 2033", " in 2033"."""
    written = date.fromisoformat(day)
    return {10: f" on {written.day} {written:%B %Y}", 7: f" in {written:%B %Y}", 4: f" in {written:%Y}"}.get(size, "")


def tell(paper: Paper, happening: Happening, rng: Random) -> None:
    """A sentence of the event is in the paper."""
    size = rng.choices((10, 7, 4, 0), (60, 18, 7, 15))[0]
    told = when(happening.date, size)
    start = happening.date[:size] or None
    match happening.kind:
        case "vote":
            _vote(paper, happening, (told, start), rng)
        case "letter":
            _letter(paper, happening, (told, start))
        case "meeting":
            _meeting(paper, happening, (told, start))
        case _:
            _review(paper, happening, (told, start), rng)


def _agent(paper: Paper, who: Person | Body | None) -> str:
    if isinstance(who, Person):
        return paper.name(who, EntityType.PERSON, label(who, paper.year))
    assert isinstance(who, Body)  # noqa: S101 - such an event has one
    return paper.body(who)


def label(who: Person | Body, year: int) -> str:
    """What someone is called in the name of an event."""
    if isinstance(who, Body):
        return who.name(year)
    return who.full if year < who.peer_since else f"{'Lady' if who.gender == 'f' else 'Lord'} {who.last}"


def _article(who: Person | Body, year: int) -> str:
    named = label(who, year)
    plain = isinstance(who, Person) or who.whole or who.kind in ("company", "local-authority")
    return named if plain else f"the {named}"


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]


def _vote(paper: Paper, it: Happening, dated: tuple[str, str | None], rng: Random) -> None:
    """A division, by its stage or only by its bill."""
    staged = rng.random() < 0.7
    stage = f" at {it.stage}" if staged else ""
    line = f"MPs voted by {rng.randint(260, 340)} to {rng.randint(150, 259)} for the {it.subject}{stage}{dated[0]}."
    span = paper.write(line)
    event = paper.event(it, f"Vote on {it.subject}{stage}", dated[1], span)
    paper.part(span, event, paper.body(COMMONS, "Commons"), "voter")


def _letter(paper: Paper, it: Happening, dated: tuple[str, str | None]) -> None:
    """Who wrote to whom."""
    assert it.by is not None and it.to is not None  # noqa: S101, PT018
    by, to = _article(it.by, paper.year), _article(it.to, paper.year)
    span = paper.write(_capital(f"{by} wrote to {to}{dated[0]} about {it.subject}."))
    event = paper.event(it, f"Letter from {label(it.by, paper.year)} to {label(it.to, paper.year)}", dated[1], span)
    paper.part(span, event, _agent(paper, it.by), "author")
    paper.part(span, event, _agent(paper, it.to), "addressee")


def _meeting(paper: Paper, it: Happening, dated: tuple[str, str | None]) -> None:
    """What comes round every year."""
    assert isinstance(it.by, Body)  # noqa: S101
    span = paper.write(f"The annual meeting of {_article(it.by, paper.year)} took place{dated[0]}.")
    event = paper.event(it, f"Annual meeting of the {it.by.name(paper.year)}", dated[1], span)
    paper.part(span, event, paper.body(it.by), "organiser")


def _review(paper: Paper, it: Happening, dated: tuple[str, str | None], rng: Random) -> None:
    """The launch of a review, its interim report, or its final one."""
    assert isinstance(it.by, Body) and isinstance(it.to, Person)  # noqa: S101, PT018
    review = Body(f"{it.by.key}/review", "inquiry", ((0, it.subject),))
    if it.stage == "launch":
        by = it.by.name(paper.year)
        span = paper.write(f"The {by} launched the {it.subject}, chaired by {it.to.full},{dated[0]}.")
        event = paper.event(it, it.subject, dated[1], span)
        paper.part(span, event, paper.body(it.by), "organiser")
        paper.part(span, event, paper.name(it.to, EntityType.PERSON, it.to.full), "chair")
        return
    noun = rng.choice(["report", "findings"]) if it.stage == "final" else "report"
    span = paper.write(f"The {it.stage} {noun} of the {it.subject} was published{dated[0]}.".replace("s was", "s were"))
    event = paper.event(it, f"Publication of {it.stage} {noun} of the {it.subject}", dated[1], span)
    paper.part(span, event, paper.body(review), "author")
