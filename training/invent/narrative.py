# ruff: noqa: E501 - a pattern is one line, as it will be printed
"""Sentences in which nobody speaks: who is what, what happened when, who belongs where."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from training.invent.bodies import invent_body
from training.invent.markup import capital, mark
from training.invent.naming import politician
from training.invent.people import PARTIES, Person, invent_person, place
from training.invent.scene import Scene

__all__ = ["MONTHS", "NARRATIVE", "headline", "narrative", "told"]

NARRATIVE = """{org} was founded in {year} by {person} and {person}.
{org} was set up in {year} to help {whom} in {place} and {place}.
{person} was appointed {post} of {org} in {month}.
{person} will succeed {person} as {post} of {org} on {day} {month}.
{person}, who stood down as {post} of {org} last year, now chairs {org}.
{person} resigned from {org} in {month} {year} after {problem}.
{Minister} {person} published {act} on {day} {month}.
{Act} had its second reading in {house} on {day} {month} {year}.
MPs voted by {small} to {small} against the amendment tabled by {person}.
{Peer} tabled an amendment to {act} on {day} {month}.
The amendment was supported by {peer}, {peer} and {peer}.
The members of {org} are {org}, {org}, {org} and {org}.
The signatories include {org}, {org}, {org}, {org} and {org}.
Among those at the meeting were {org}, {org} and {org}.
{person} met {person} and officials from {org} in {place} on {day} {month}.
{person} is the {partyadj} candidate in {seat}.
{person} has been MP for {seat} since {year}.
{mp} chairs {org}.
{mp} and {mp} co-chair {org}.
{org} is based in {place} and employs {number} people.
{org} runs {small} centres in {place}, {place} and {place}.
{org} and {org} are to merge, creating the largest {noun1} in {place}.
{org}, {org} and {org} formed {org} in {year}.
The {event} takes place in {place} from {day} to {day} {month}.
The {event} was opened by {person}.
{person} spoke at the {event} in {place} last {weekday}.
About {number} people marched through {place} on {weekday}.
The consultation on {thing} closes on {day} {month}.
The hearing, before {person}, was adjourned until {weekday}.
{org} launched a judicial review against {org} at the {court}.
{person} graduated from {uni} in {year} and worked for {org}.
{person} lives in {place} with {pos} partner, {first}, and two dogs.
{person} studied law at {uni} before joining {org} as {post}.
{person} left {org} to found {org}.
{org} has received {money} from {org}.
{org} was fined {money} by {org} in {year}.
{first} and {person} set up {org} at their kitchen table.
The couple, {first} and {person}, run a farm near {place}.
{person}, {age}, has worked as a nurse in {place} for {small} years.
{person}’s sister, {person}, works for {org}.
No date has been set for the inquiry, which {person} is to chair.
{peer} and {person} sit on the panel alongside {person} of {org}.
The panel: {person} ({org}), {person} ({org}) and {peer}.
{person} was first elected in {year}, when {pos} majority in {seat} was {small}.
{partyadj} councillor {person} lost the {place} by-election to {person} ({partyadj}).
{partyadj} and {partyadj} councillors walked out of the meeting of {council}.
{party} took control of {council} in {year}.
{person} was made a dame in {year} for services to {field}.
The {job} {person} was once called “{scareword}” by a rival.
Talk of “{scareword}” dominated the afternoon.
The report, “{report}”, runs to {small} pages.
{org}’s report, {reportwork}, was published in {month}.
Its report, {reportwork}, draws on interviews with {small} of {whom}.
{person}’s book, {reportwork}, is published by {org}.
It was a long day in {place}, and the rain did not let up.
The timetable has slipped twice since {year}.
Nothing was decided at the meeting in {place}.
The figures for {month} are due out next week.
In all, {number} of {whom} took part in the pilot.
The scheme covers {place}, {place} and parts of {place}.
A vote is expected before the summer recess.
The building on {place} Road has stood empty since {year}.
Until {year}, {field} in {place} was run by {council}.
{org} publishes its annual report in {month}.
{dept} is responsible for {field} in England.
Responsibility for {field} passed from {dept} to {dept} in {year}.
{person}, a former {post} of {org}, is a trustee of {org}.
Also on the panel were {person}, {post} of {org}; {person}, {post} at {org}; and {person} of {uni}.
{person} ({partyadj}) and {person} ({partyadj}) abstained.
{person} replaced {person} as {minister} in the {month} reshuffle.
The {minister}, {person}, visited {org} in {place} on {weekday}.
{org} has given evidence to {org} on {field}.
{org} (formerly {org}) has {number} members.
The award went to {person} of {org}, with {person} second.
The campaign is run by {person} from a shed in {place}.
{person} and {surname} had known each other since their time at {org}.
{org} represents {number} of {whom} across the UK.
{org}’s members voted to strike in {month}.
Strikes by members of {org} will hit services in {place} on {day} {month}.
A statue of {person} stands outside {place} Town Hall.
The {pub} in {place} was full by seven.""".split("\n")


_EVENTS = "General Election|{year} general election|{place} by-election|{cause} Summit|National {cause} Week|{place} Festival|Party Conference|{cause} Day|{cause} Conference {year}|Great {place} Show|Battle of {place}|Queen’s Speech|Spring Statement|Autumn Budget|{place} Marathon|Second World War|World {cause} Day|{cause} Awards".split(
    "|"
)


MONTHS = "January February March April May June July August September October November December".split()


_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


_HEADS = """{Field}: {whom} demand {ask}|{org} calls for {ask}|MPs attack {thing}|“{judged}”: {org} on {thing}|{surname} under fire over {thing}|{org} launches {report}
What next for {field}?|Ministers promise {ask}|{place} {whom} fight {thing}|{surname}: {thing} is {judged}|{org} responds to {thing}|{person} to lead {org}|Why {thing} matters
{org} appoints {person}|Joint letter on {thing}|{org} joins {org}|{act}: what you need to know|News|Press release|Comment""".replace(
    "\n", "|"
).split("|")


def _work(rng: Random, scene: Scene) -> str:
    field = scene.matter.field.removeprefix("the ").title()
    return rng.choice(
        [
            "Paying the Price",
            "Out in the Cold",
            "Beyond the Waiting Room",
            "Lost in Transit",
            f"{field}: A Way Forward",
            f"Fixing {field}",
            "Two Steps Back",
            "Whose Land?",
            "Closing Time",
            "Small Print",
            f"Ten Years of {field}",
            "On Hold",
            "The Cost of Doing Nothing",
        ]
    )


def _minister(rng: Random) -> str:
    return rng.choice(
        [
            "transport secretary",
            "health minister",
            "Environment Secretary",
            "schools minister",
            "Chancellor",
            "Home Secretary",
            "shadow housing secretary",
        ]
    )


def _politician(rng: Random, peer: bool) -> Person:
    while True:
        person = invent_person(rng, politician=True)
        if person.peer == peer:
            return person


def _slots(scene: Scene) -> dict[str, Callable[[], str]]:
    rng, matter = scene.rng, scene.matter
    person = lambda: invent_person(rng)  # noqa: E731 - one line each reads best here
    kinds = [
        "charity",
        "charity",
        "professional-body",
        "company",
        "public-body",
        "local-authority",
        "education",
        "parliamentary-group",
        "coalition",
        "media",
        "inquiry",
    ]

    def org() -> str:
        body = rng.choice(scene.bodies) if rng.random() < 0.25 else invent_body(rng, rng.choice(kinds))
        return rng.choice([body.ref(), body.ref(), body.defined(rng), body.introduced(rng)])

    def event() -> str:
        cause = rng.choice(
            ["Housing", "Nursing", "Rivers", "Reading", "Carers", "Farming", "Climate", "Libraries", "Rail"]
        )
        return mark("N:EVENT", rng.choice(_EVENTS).format(year=rng.randint(1945, 2029), place=place(rng), cause=cause))

    return {
        "org": org,
        "person": lambda: person().full(rng),
        "surname": lambda: mark("N:PER", person().last),
        "first": lambda: mark("N:PER", person().first),
        "place": lambda: mark("N:LOC", place(rng)),
        "seat": lambda: mark("N:LOC", person().seat),
        "year": lambda: str(rng.randint(1968, 2029)),
        "month": lambda: rng.choice(MONTHS),
        "day": lambda: str(rng.randint(1, 28)),
        "weekday": lambda: rng.choice(_DAYS),
        "whom": lambda: matter.whom,
        "problem": lambda: matter.problem,
        "thing": lambda: matter.thing,
        "field": lambda: matter.field,
        "Field": lambda: capital(matter.field),
        "ask": lambda: matter.ask,
        "act": lambda: matter.act,
        "Act": lambda: capital(matter.act),
        "house": lambda: scene.one_of("legislature").ref(),
        "small": lambda: str(rng.randint(3, 400)),
        "number": lambda: f"{rng.randint(1, 90)},{rng.randint(100, 999)}",
        "peer": lambda: _politician(rng, peer=True).bare(),
        "Peer": lambda: _politician(rng, peer=True).bare(),
        "mp": lambda: politician(rng, _politician(rng, peer=False)).rstrip(","),
        "noun1": lambda: rng.choice(["charity", "landlord", "union", "supplier"]),
        "event": event,
        "court": lambda: mark("N:ORG/public-body", "High Court"),
        "uni": lambda: scene.one_of("education").ref(),
        "pos": lambda: rng.choice(["his", "her"]),
        "money": lambda: f"£{rng.randint(2, 900)}{rng.choice(['m', 'bn', ',000', ' million'])}",
        "age": lambda: str(rng.randint(19, 90)),
        "partyadj": lambda: mark("N:ORG/political-party", PARTIES[rng.choice(list(PARTIES))][0]),
        "party": lambda: mark("N:ORG/political-party", PARTIES[rng.choice(list(PARTIES))][3]),
        "council": lambda: scene.one_of("local-authority").ref(),
        "job": lambda: rng.choice(
            ["broadcaster", "barrister", "actor", "footballer", "novelist", "economist", "vicar"]
        ),
        "dept": lambda: scene.one_of("government-department").ref(),
        "scareword": lambda: rng.choice(
            [
                "the safe pair of hands",
                "red tape",
                "a cliff edge",
                "taking back control",
                "growth",
                "the lost generation",
            ]
        ),
        "report": lambda: _work(rng, scene),
        "reportwork": lambda: mark("N:WORK", _work(rng, scene)),
        "minister": lambda: _minister(rng),
        "Minister": lambda: capital(_minister(rng)),
        "post": lambda: rng.choice(
            ["chief executive", "chair", "director", "general secretary", "head of policy", "president", "trustee"]
        ),
        "judged": lambda: matter.judged(rng),
        "pub": lambda: mark(
            "N:LOC",
            f"{rng.choice(['Red Lion', 'Old Ship', 'Queen Anne', 'Lord Nelson', 'Robin Hood', 'Duke of Kent'])}",
        ),
    }


def told(scene: Scene, templates: list[str]) -> str:
    """One of the templates with its slots filled."""
    slots = _slots(scene)
    template = scene.rng.choice(templates)
    return re.sub(r",+([,.;:)])", r"\1", capital(re.sub(r"\{(\w+)\}", lambda m: slots[m[1]](), template)))


def narrative(scene: Scene) -> str:
    """One to three sentences."""
    return " ".join(told(scene, NARRATIVE) for _ in range(scene.rng.choice([1, 1, 2, 2, 3])))


def headline(scene: Scene) -> str:
    """A headline, without a full stop."""
    head = told(scene, _HEADS)
    return head.rstrip(".")
