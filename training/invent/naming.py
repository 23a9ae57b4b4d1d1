"""How an article names somebody: in full, with post, party or body, where they are new, and in short afterwards."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from training.invent.markup import mark
from training.invent.people import PARTIES, Person

if TYPE_CHECKING:
    from training.invent.cast import Speaker
    from training.invent.scene import Scene

__all__ = ["named", "politician"]


def named(scene: Scene, speaker: Speaker) -> str:
    """The speaker as the article would have it at this place."""
    rng = scene.rng
    if not speaker.met:
        speaker.met = True
        return _introduced(scene, speaker)
    if speaker.person is None:
        return rng.choice(
            [
                speaker.body.later(rng),
                f"the {speaker.body.noun}",
                "it",
                "the spokesperson",
                speaker.body.later(rng),
                "a spokesperson",
            ]
        )
    if scene.last is speaker and rng.random() < 0.45:
        return speaker.person.pronoun
    if rng.random() < 0.08:
        return rng.choice(
            [
                "the minister",
                "the MP",
                "the campaigner",
                f"the {speaker.person.post}",
                "the peer",
                "the former teacher",
            ]
        )
    return speaker.person.short(rng)


def _introduced(scene: Scene, speaker: Speaker) -> str:
    """The speaker at first mention, with post and body in one of the press's many orders."""
    rng, body, person = scene.rng, speaker.body, speaker.person
    if person is None:
        return rng.choice(
            [
                f"a spokesperson for {body.ref()}",
                f"a {body.bare()} spokesman",
                f"a {body.bare()} spokeswoman",
                body.ref(),
                body.ref(),
                body.cited,
                f"a spokesman for {body.ref()}",
                f"{body.bare()}’s spokesperson",
                f"{body.ref()}",
                f"the {body.noun} {body.bare()}",
                f"a {body.bare()} source",
            ]
        )
    name, post = person.full(rng), person.post
    if post.endswith(("secretary", "minister", "chancellor", "Minister")) or post.startswith(
        ("Secretary", "Minister", "Parl", "shadow")
    ):
        party = mark("N:ORG/political-party", PARTIES[person.party][0])
        return rng.choice(
            [
                f"{post} {name}",
                f"the {post}, {name},",
                f"{name}, the {post},",
                f"{party}’s {post}, {name},",
                f"the {post} {name}",
            ]
        )
    if ("MP" in person.letters and rng.random() < 0.6) or (person.peer and rng.random() < 0.6):
        return politician(rng, person)
    forms = [
        f"{name}, {post} of {body.ref()},",
        f"{name}, the {post} of {body.introduced(rng)},",
        f"{body.bare()} {post} {name}",
        f"{body.bare()}’s {post}, {name},",
        f"{name}, {post} at {body.ref()},",
        f"{name}, from {body.introduced(rng)},",
        f"the {body.noun}’s {post}, {name},",
        f"its {post}, {name},",
        f"{name}, {body.bare()}’s {post},",
        f"{name}, who chairs {body.ref()},",
        f"the {post} of {body.ref()}, {name},",
        f"{name} of {body.ref()}",
        f"{name}, {post} of {body.defined(rng)},",
        f"{name}, founder and {post} of {body.ref()},",
        f"{name}, former {post} of {body.ref()},",
        f"{name}",
        f"{post} {name}",
        f"{name}, {post},",
        f"{name} ({post}, {body.bare()})",
        f"the former {body.bare()} {post} {name}",
        f"{name}, acting {post} of {body.ref()}",
        f"{name}, who is {post} of both {body.ref()} and {scene.one_of('charity').ref()},",
        f"{name}, {post} for {body.ref()},",
    ]
    return rng.choice(forms)


def politician(rng: Random, person: Person) -> str:
    """An MP or a peer with party and seat."""
    name = person.full(rng)
    party, letters = PARTIES[person.party][0], PARTIES[person.party][1]
    marked, seat = mark("N:ORG/political-party", party), mark("N:LOC", person.seat)
    if person.peer:
        return rng.choice(
            [
                f"the {marked} peer {name}",
                f"{marked} peer {name}",
                f"{name}, the crossbench peer,",
                f"{name}, a former minister,",
                name,
                f"{name}, a {marked} peer,",
            ]
        )
    return rng.choice(
        [
            f"{marked} MP {name}",
            f"the {marked} MP for {seat}, {name},",
            f"{name}, the {marked} MP for {seat},",
            f"{name}, MP for {seat},",
            f"{name} ({letters})",
            f"{name}, {marked} MP for {seat},",
            f"{marked}’s {name}",
            f"{seat} MP {name}",
            f"the MP {name}",
            f"{name}, a {marked} backbencher,",
            f"{name} ({party}, {seat})",
            f"former {marked} minister {name}",
            f"{name}, who represents {seat} for {marked},",
            f"local MP {name}",
            f"veteran {marked} backbencher {name}",
        ]
    )
