"""As many documents of the invented country as are wanted: a number and a seed always give the same ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from benchmarks.invented.deeds import label, tell
from benchmarks.invented.names import WHAT, WHICH, WHOLE, WHOM, Favourites
from benchmarks.invented.paper import Paper
from benchmarks.invented.people import Naming, named
from benchmarks.invented.world import YEARS, Body, Matter, Person, invent
from graph_builder.names import fold

__all__ = ["invented"]

STANCES = (("backed", "supports"), ("opposed", "opposes"), ("called for", "calls-for"), ("warned of", "warns-of"))
SAID = ("that nobody had been asked", "that it was a matter of trust", "that families would pay for it")


def invented(documents: int, seed: int = 7) -> Iterator[Paper]:
    """Each of the documents."""
    matters = Favourites(invent(documents, seed).matters, 3)
    for number in range(documents):
        yield _paper(number, matters, Random(f"{seed} {number}"))  # noqa: S311 - no secret


def _paper(number: int, matters: Favourites[Matter], rng: Random) -> Paper:
    """A document of one matter, in which someone of another may appear."""
    matter = matters.pick(rng)
    day = date(rng.choice(YEARS), rng.randint(1, 12), rng.randint(1, 28))
    paper = Paper(f"{number // 500:03}/{number:05}.txt", day.isoformat())
    paper.write(f"{matter.place} waits for an answer")
    paper.write(f"Published {day.day} {day:%B %Y}")
    happened = [h for h in matter.happenings if h.date <= paper.date]
    for event in rng.sample(happened, min(len(happened), rng.choice((0, 1, 1, 2)))):
        tell(paper, event, rng)
    cast = Favourites(matter.people, 3).several(rng, rng.randint(2, 5))
    if rng.random() < 0.25:
        cast.append(rng.choice(matters.pick(rng).people))
    for person in cast:
        _speaks(paper, person, matter, rng)
    for body in Favourites(matter.bodies[1:], 3).several(rng, rng.randint(1, 3)):
        _acts(paper, body, matter, rng)
    return paper


def _speaks(paper: Paper, person: Person, matter: Matter, rng: Random) -> None:
    """A person is named, and perhaps named again, unless the paper has someone of that name already."""
    if person.key in paper.referents or f"{person.first} {person.last}" in paper.text:
        return
    naming = named(person, paper.year, rng)
    alone = person.last not in paper.text
    if not alone and person.first not in naming.form:
        return
    verb, stance = rng.choice(STANCES)
    topic = _topic(matter, rng)
    span = paper.write(f"{naming.words} {verb} {topic}.")
    paper.ways[person.key] = naming.way
    told = naming.enter(paper, span)
    paper.stance(span, told, stance, topic.removeprefix("the "))
    if naming.way == "name before and peerage":
        _again(paper, naming, naming.later)
    elif alone and rng.random() < 0.4:
        _again(paper, naming, naming.later if rng.random() < 0.7 else person.last)


def _topic(matter: Matter, rng: Random) -> str:
    """One of the matter's, or one that few speak of, in few or many words."""
    if rng.random() < 0.5:
        return rng.choice(matter.topics)
    words = f"a {rng.choice(WHICH)} {rng.choice(WHAT)}"
    if rng.random() < 0.3:
        words = f"{rng.choice(WHOLE)} the {rng.choice(WHAT)}"
    words += f" for {rng.choice(WHOM)}" if rng.random() < 0.5 else ""
    return f"{words} in {matter.place}" if rng.random() < 0.4 else words


def _again(paper: Paper, naming: Naming, form: str) -> None:
    span = paper.write(f"{form} said {SAID[len(paper.lines) % len(SAID)]}.")
    naming.form = form
    naming.roles = []
    naming.enter(paper, span)


def _acts(paper: Paper, body: Body, matter: Matter, rng: Random) -> None:
    """A body takes a stance, by its name, its acronym, or both."""
    name = label(body, paper.year)
    draw = rng.random()
    forms = [name]
    if body.short and draw < 0.35:
        forms = [name, body.short]
    elif body.short and draw < 0.55:
        forms = [body.short]
    elif len(body.names) > 1 and paper.year >= body.names[1][0] and draw < 0.25:
        forms = [name, body.names[0][1]]
    elif body.kind == "company" and draw < 0.15:
        forms = [name.split()[0] + " " + name.split()[1]]
    if any(paper.names.get(fold(f), body.key) != body.key for f in forms):
        return
    verb, stance = rng.choice(STANCES)
    topic = _topic(matter, rng)
    article = "" if body.kind in ("company", "local-authority") or body.whole or forms == [body.short] else "The "
    aside = "" if len(forms) == 1 else f" ({forms[1]})" if forms[1] == body.short else f", formerly the {forms[1]},"
    span = paper.write(f"{article}{forms[0]}{aside} {verb} {topic}.")
    for form in forms:
        told = paper.body(body, form)
    paper.stance(span, told, stance, topic.removeprefix("the "))
