# ruff: noqa: E501 - a pattern is one line, as it will be printed
"""Who speaks in an article, and for whom."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from training.invent.bodies import Body, invent_body
from training.invent.people import Person, invent_person

__all__ = ["Speaker", "invent_bodies", "invent_speakers"]

_KINDS = """charity charity charity charity professional-body professional-body company public-body public-body parliamentary-group local-authority
education media coalition inquiry political-party government-department government-department legislature government charity company""".split()


_POSTS = {
    "charity": "chief executive|director|founder|chair|policy manager|head of policy|trustee|patron|director of external affairs|co-founder",
    "professional-body": "general secretary|president|deputy general secretary|chief executive|national officer|chair|branch secretary",
    "company": "chief executive|chairman|managing director|finance director|founder|head of sustainability|chair",
    "public-body": "chief inspector|chief executive|chair|medical director|chief nurse|commissioner|director of strategy|chief constable",
    "parliamentary-group": "chair|vice-chair|former chair|co-chair|secretary|acting chair",
    "local-authority": "leader|deputy leader|cabinet member for housing|chief executive|mayor|director of children’s services|opposition leader",
    "education": "vice-chancellor|professor of economics|head teacher|principal|lecturer in social policy|reader in law|headteacher|bursar",
    "media": "editor|political editor|columnist|health correspondent|presenter|reporter",
    "coalition": "convener|coordinator|spokesperson|chair|campaign director",
    "inquiry": "chair|secretary|lead commissioner|panel member",
    "political-party": "leader|deputy leader|chief whip|health spokesperson|housing spokesman|leader in the Lords|candidate for mayor",
    "government-department": "minister of state|permanent secretary|junior minister|parliamentary under-secretary|special adviser",
    "legislature": "Speaker|clerk|Leader of the House|presiding officer",
    "government": "chief medical officer|prime minister|first minister|adviser|chief scientific adviser|skills minister|buses minister",
}


_MINISTERS = """education secretary|health secretary|transport secretary|home secretary|justice secretary|chancellor|farming minister|schools minister|housing minister
water minister|skills minister|care minister|shadow education secretary|shadow health secretary|shadow chancellor|shadow minister for rail|Lords minister|rivers minister
Secretary of State for Transport|Secretary of State for Health and Social Care|Minister of State for Schools|Parliamentary Under-Secretary of State for Buses
prime minister|first minister|deputy prime minister|leader of the opposition|children’s minister|minister for women|attorney general|immigration minister""".replace(
    "\n", "|"
).split("|")


@dataclass(slots=True)
class Speaker:
    """Someone who speaks in an article, what they speak for, and whether they have been introduced."""

    person: Person | None
    body: Body
    met: bool = False


def invent_bodies(rng: Random) -> list[Body]:
    """Four to nine bodies, charities first of all."""
    return [invent_body(rng, rng.choice(_KINDS)) for _ in range(rng.randint(4, 9))]


def invent_speakers(rng: Random, bodies: list[Body]) -> list[Speaker]:
    """Three to six: ministers, members of parliament, officers of these bodies, and bodies that speak themselves."""
    speakers = []
    for _ in range(rng.randint(3, 6)):
        draw = rng.random()
        body = rng.choice(bodies)
        if draw < 0.25:
            post = rng.choice(_MINISTERS)
            speakers.append(Speaker(invent_person(rng, post, politician=True), body))
        elif draw < 0.45:
            speakers.append(Speaker(invent_person(rng, "MP", politician=True), body))
        elif draw < 0.85:
            speakers.append(Speaker(invent_person(rng, rng.choice(_POSTS[body.kind].split("|"))), body))
        else:
            speakers.append(Speaker(None, body))
    return speakers
