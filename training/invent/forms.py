# ruff: noqa: E501 - a pattern is one line, as it will be printed
"""Whole articles: news, press releases, letters, debates, questions, first-person pages, lists and timelines."""

from __future__ import annotations

from random import Random

from training.invent import quoted, reported
from training.invent.bodies import invent_body
from training.invent.markup import Annotated, capital, house_style, mark, read_marks
from training.invent.narrative import MONTHS, NARRATIVE, headline, narrative, told
from training.invent.people import PARTIES, Person, invent_person, place
from training.invent.scene import Scene, invent_scene, listed

__all__ = ["invent_article"]


def _speech(scene: Scene) -> str:
    rng = scene.rng
    draw = rng.random()
    if draw < 0.1:
        return scene.joint()
    if draw < 0.2:
        return scene.nobody()
    speaker = rng.choice(scene.speakers)
    first = scene.speak(speaker)
    if rng.random() < 0.4:
        between = rng.choice([" ", "\n\n"])
        return first + between + scene.speak(speaker, quoted.LATER)
    return first


def _paragraphs(scene: Scene, count: int) -> list[str]:
    rng = scene.rng
    found = []
    for _ in range(count):
        draw = rng.random()
        paragraph = _speech(scene) if draw < 0.62 else narrative(scene)
        if draw > 0.9:
            paragraph = f"{narrative(scene)} {_speech(scene)}"
        found.append(paragraph)
    return found


def _news(scene: Scene) -> list[str]:
    rng = scene.rng
    out = [headline(scene)] if rng.random() < 0.7 else []
    if rng.random() < 0.4:
        out.append(
            f"By {mark('N:PER', f'{invent_person(rng).first} {invent_person(rng).last}')}"
            + rng.choice(["", ", political editor", f", {scene.one_of('media').bare()}"])
        )
    if rng.random() < 0.3:
        out.append(f"{rng.randint(1, 28)} {rng.choice(MONTHS)} {rng.randint(2015, 2028)}")
    return out + _paragraphs(scene, rng.randint(5, 11))


def _release(scene: Scene) -> list[str]:
    rng = scene.rng
    out = [
        rng.choice(["PRESS RELEASE", "For immediate release", "News release", "Press notice"]),
        headline(scene),
        *_paragraphs(scene, rng.randint(3, 6)),
    ]
    out += [scene.speak(s, quoted.DIRECT) for s in rng.sample(scene.speakers, min(3, len(scene.speakers)))]
    out += [rng.choice(["ENDS", "-ends-", "Ends", "Notes to editors"])]
    body = rng.choice(scene.bodies)
    out += [f"{i + 1}. {narrative(scene)}" for i in range(rng.randint(1, 3))]
    return [
        *out,
        f"About {body.bare()}",
        told(scene, NARRATIVE),
        f"Contact: {mark('N:PER', f'{invent_person(rng).first} {invent_person(rng).last}')}, press office, 020 7946 0{rng.randint(100, 999)}",
    ]


def _seat_line(rng: Random, person: Person) -> str:
    name = (
        person.title + " " if person.title in {"Dr", "Sir", "Dame", "Ms", "Mr", "Mrs"} and rng.random() < 0.6 else ""
    ) + person.bare()
    if person.peer:
        return (
            f"{person.bare()} ({mark('N:ORG/political-party', PARTIES[person.party][1])})"
            if rng.random() < 0.6
            else person.bare()
        )
    return f"{name} ({mark('N:LOC', person.seat)}) ({mark('N:ORG/political-party', PARTIES[person.party][1])})"


def _line(scene: Scene, person: Person, minister: bool) -> str:
    rng = scene.rng
    scene.said += 2
    number = scene.said
    words = " ".join(scene.matter.words(rng, rng.randint(2, 6)))
    if rng.random() < 0.5:
        words = (
            rng.choice(
                [
                    f"I thank my hon. Friend for {scene.matter.noun(rng)}. ",
                    "I am grateful to the hon. Lady. ",
                    f"Will the Minister {scene.matter.deed(rng)}? ",
                    f"Does the right hon. Gentleman agree that {scene.matter.fact(rng)}? ",
                    "I beg to move. ",
                    f"My constituents in {mark('N:LOC', place(rng))} know this. ",
                ]
            )
            + words
        )
    source = person.bare() if minister and rng.random() < 0.5 else _seat_line(rng, person)
    if minister and rng.random() < 0.6:
        post = rng.choice(
            [
                "The Minister of State",
                "The Secretary of State for Transport",
                "The Parliamentary Under-Secretary of State for Rivers",
                "The Minister for Skills",
                "The Prime Minister",
            ]
        )
        source = f"{post} ({person.bare()})"
    return f"{mark(f'S{number}', source)}{mark(f'Q{number}', ':')} {mark(f'C{number}', words)}"


def _debate(scene: Scene) -> list[str]:
    rng = scene.rng
    out = [
        capital(scene.matter.field),
        rng.choice(["House of Commons", "House of Lords", "Westminster Hall", "Oral Answers to Questions"]),
    ]
    people = [invent_person(rng, politician=True) for _ in range(4)]
    if rng.random() < 0.5:
        scene.said += 2
        ask = f"To ask {rng.choice(['Her Majesty’s Government', 'the Secretary of State for Health and Social Care', 'the Minister for Rivers'])} {scene.matter.fact(rng)}."
        out.append(
            f"{mark(f'S{scene.said}', _seat_line(rng, people[0]))}{mark(f'Q{scene.said}', ':')} {mark(f'C{scene.said}', ask)}"
        )
    return out + [_line(scene, people[i % 4], minister=i % 4 == 1) for i in range(rng.randint(4, 8))]


def _letter(scene: Scene) -> list[str]:
    rng = scene.rng
    to = invent_person(rng, politician=True)
    out = [
        f"Dear {rng.choice([to.bare(), f'{to.title} ' + mark('N:PER', to.last) if not to.peer else to.bare(), 'Prime Minister', 'Secretary of State', 'Editor', 'Minister'])},"
    ]
    for _ in range(rng.randint(3, 6)):
        pattern = rng.choice(reported.FIRST_PERSON)
        out.append(
            scene.fill(pattern, "") + " " + rng.choice([" ".join(scene.matter.words(rng, 2)), narrative(scene), ""])
        )
    out.append(rng.choice(["Yours sincerely,", "Yours faithfully,", "Signed:", "Yours,"]))
    for _ in range(rng.randint(1, 9)):
        body, person = (
            invent_body(
                rng, rng.choice(["charity", "charity", "professional-body", "education", "coalition", "company"])
            ),
            invent_person(rng),
        )
        post = rng.choice(
            [
                "Chief Executive",
                "chief executive",
                "Director",
                "General Secretary",
                "Chair",
                "CEO",
                "Professor of Law",
                "Founder",
            ]
        )
        sign = rng.choice(
            [
                "{n}, {p}, {o}",
                "{n}, {p} of {o}",
                "{n}\n{p}, {o}",
                "{n} – {p}, {o}",
                "{n}, {o}",
                "{n} ({p}, {o})",
                "{o}",
                "{n}\n{p}\n{o}",
            ]
        )
        out.append(sign.format(n=person.full(rng), p=post, o=body.bare() if "," in sign else body.ref()))
    return out


def _page(scene: Scene) -> list[str]:
    """First person: a blog, an op-ed, a candidate's page."""
    rng = scene.rng
    out = [headline(scene)]
    ways = [
        lambda: " ".join(scene.matter.words(rng, 3)),
        lambda: narrative(scene),
        lambda: scene.fill(rng.choice(reported.FIRST_PERSON), ""),
        scene.speak,
    ]
    out += [" ".join(rng.choice(ways)() for _ in range(rng.randint(1, 3))) for _ in range(rng.randint(4, 8))]
    person, body = (
        rng.choice([s.person for s in scene.speakers if s.person] or [invent_person(rng)]),
        rng.choice(scene.bodies),
    )
    bio = [
        f"{person.full(rng)} is {person.post or 'director'} of {body.ref()}.",
        f"{person.full(rng)} is the MP for {mark('N:LOC', person.seat)}.",
        f"{person.full(rng)} writes for {scene.one_of('media').ref()}.",
    ]
    return [*out, rng.choice(bio)]


def _list(scene: Scene) -> list[str]:
    """Members, panels, timelines and events: names with little around them."""
    rng = scene.rng
    out = [headline(scene)]
    for _ in range(rng.randint(4, 10)):
        person, body = (
            invent_person(rng, politician=rng.random() < 0.4),
            invent_body(
                rng, rng.choice(["charity", "professional-body", "company", "public-body", "education", "coalition"])
            ),
        )
        out.append(
            rng.choice(
                [
                    lambda p=person, b=body: f"{rng.choice(['•', '-', '*', '–'])} {p.full(rng)}, {b.bare()}",
                    lambda p=person: _seat_line(rng, p),
                    lambda b=body: b.bare(),
                    lambda: (
                        f"{rng.randint(1, 28)} {rng.choice(MONTHS)} {rng.randint(2012, 2028)}: {told(scene, NARRATIVE)}"
                    ),
                    lambda: f"{rng.choice(MONTHS)} {rng.randint(2012, 2028)} – {narrative(scene)}",
                    lambda p=person: (
                        f"{rng.choice(['Chair', 'Vice-chair', 'Officers', 'Speaker', 'Host', 'Author'])}: {p.full(rng)}"
                    ),
                    lambda: (
                        "The members are "
                        + listed(
                            rng,
                            [
                                invent_body(
                                    rng, rng.choice(["charity", "professional-body", "education", "company"])
                                ).ref()
                                for _ in range(rng.randint(4, 9))
                            ],
                        )
                        + "."
                    ),
                    lambda p=person, b=body: (
                        f"{p.full(rng)} is {rng.choice(['chief executive', 'chair', 'a trustee', 'director'])} of {b.ref()}. {narrative(scene)}"
                    ),
                ]
            )()
        )
    return out


def _committee(scene: Scene) -> list[str]:
    rng = scene.rng
    out = [headline(scene), *_paragraphs(scene, rng.randint(2, 4))]
    for i in range(rng.randint(3, 8)):
        draw = rng.random()
        out.append(
            f"{i + 1}. "
            + (
                scene.nobody()
                if draw < 0.3
                else scene.speak(patterns=reported.REPORTED)
                if draw < 0.6
                else scene.fill(rng.choice(reported.FIRST_PERSON), "")
            )
        )
    return out


_FORMS = [_news, _news, _news, _news, _release, _release, _debate, _letter, _page, _page, _list, _committee]


def invent_article(seed: int) -> Annotated:
    """The article that belongs to this number, always the same."""
    rng = Random(seed)  # noqa: S311 - nothing here is secret
    scene = invent_scene(rng)
    paragraphs = rng.choice(_FORMS)(scene)
    gap = rng.choice(["\n\n", "\n", "\n\n"])
    return read_marks(house_style(rng, gap.join(paragraphs)))
