# ruff: noqa: E501 - a pattern is one line, as it will be printed
"""Invented bodies that people make for themselves: charities, unions, companies, schools, papers, coalitions."""

from __future__ import annotations

from random import Random

from training.invent.body import CAUSES, NATIONS, THINGS, TRADES, WORDS, Body, acronym, cited, initials, pick
from training.invent.people import invent_person, place

__all__ = ["charity", "coalition", "company", "education", "media", "professional"]


_AIMS = "Protection Advancement Study Relief Preservation Promotion Welfare Prevention Education".split()
_KEPT = """Rural_Life Old_Buildings Seabirds Working_Families Historic_Ships Young_Readers Cruelty_to_Donkeys Distressed_Seafarers
Dry_Stone_Walls Public_Footpaths Small_Farms Blind_Pupils Night_Workers Lighthouses Industrial_Disease""".split()


def charity(rng: Random) -> Body:
    """A charity, campaign, foundation or think tank."""
    cause, word, surname = (
        pick(rng, CAUSES),
        pick(rng, WORDS if rng.random() < 0.5 else THINGS),
        invent_person(rng).last,
    )
    nouns = ["charity", "campaign group", "foundation", "think tank", "charity", "campaign"]
    names = [
        (word, False),
        (word, False),
        (word, False),
        (f"{word} UK", False),
        (f"{cause} {rng.choice(['Trust', 'Foundation', 'Alliance UK'])}", True),
        (f"The {word} Trust", False),
        (f"{word} {rng.choice(['Trust', 'Foundation', 'Project', 'Fund', 'Network', 'Scotland', 'Cymru'])}", True),
        (f"{surname}'s", False),
        (f"{surname}’s", False),
        (f"{surname} Foundation", True),
        (f"Campaign for {cause}", True),
        (f"Centre for {cause}{rng.choice(['', ' Research', ' and Policy', ' and Justice'])}", True),
        (f"{cause} Action", False),
        (f"Institute for {cause}", True),
        (f"{cause} First", False),
        (f"Friends of {place(rng)} {rng.choice(['Library', 'Park', 'Station'])}", True),
        (f"Action on {cause}", False),
        (f"{invent_person(rng).first} {surname} {rng.choice(['Trust', 'Foundation'])}", True),
        (f"Society for {cause}", True),
        (f"{word} & {pick(rng, WORDS)}", False),
        (f"{place(rng)} {cause} Partnership", True),
        (f"{cause} Matters", False),
        (f"St {rng.choice(['Oswald', 'Aidan', 'Winifred', 'Piran', 'Columba'])}'s Hospice", False),
        (f"{pick(rng, NATIONS)} {cause} {rng.choice(['Trust', 'Forum', 'Charity'])}", True),
        (word.upper() if " " not in word else word, False),
        (f"Save Our {rng.choice(['Buses', 'Rivers', 'Libraries', 'Dentists', 'Playing Fields', 'Station'])}", False),
        (f"{cause} and {pick(rng, CAUSES)} Trust", True),
        (f"{word} for {rng.choice(['Families', 'Women', 'Young People', 'Children', 'All'])}", False),
        (f"Society for the {pick(rng, _AIMS)} of {pick(rng, _KEPT)}", True),
        (f"{pick(rng, NATIONS)} Association for the {pick(rng, _AIMS)} of {pick(rng, _KEPT)}", True),
        (
            f"Campaign to {rng.choice(['Protect', 'Save', 'Reopen', 'Restore'])} {place(rng)} {rng.choice(['Hospital', 'Line', 'Moor'])}",
            True,
        ),
        (f"{rng.choice(['Turn', 'Mend', 'Rattle', 'Share', 'Hold', 'Light', 'Open'])} the {pick(rng, THINGS)}", False),
        (f"Voices of {place(rng)}", False),
        (f"Mothers Against {rng.choice(['Speeding', 'Knives', 'Mould', 'Closures'])}", False),
        (f"Citizens for {cause}", False),
        (f"People’s {cause} Trust", True),
        (f"{word}.org", False),
        (f"{word.split()[0]}{rng.choice(['Up', 'On', 'Aid', 'Line', 'Works', 'Net', 'UK'])}", False),
        (f"{pick(rng, THINGS)} Centre for {cause}", True),
        (f"Council for the {pick(rng, _AIMS)} of {pick(rng, _KEPT)}", True),
        (f"{word} in {place(rng)}", False),
        (
            f"{rng.choice(['Women', 'Young People', 'Workers', 'Parents', 'Carers'])} of {place(rng)} {rng.choice(['United', 'Together'])}",
            False,
        ),
        (initials(rng), False),
        (f"The {pick(rng, THINGS)} {rng.choice(['Society', 'Centre', 'Project', 'House', 'Collective'])}", True),
    ]
    name, the = rng.choice(names)
    name = name.removeprefix("The ") if rng.random() < 0.9 else name
    short = acronym(name) if len(name.split()) > 2 and rng.random() < 0.5 else ""
    return cited(rng, (name, "charity", short, the or name.startswith(f"{word} Trust")), nouns)


def professional(rng: Random) -> Body:
    """A union, a professional body or a trade association."""
    trade, cause = pick(rng, TRADES), pick(rng, CAUSES)
    union = [
        "union",
        "union",
        "teaching union" if "each" in trade else "trade union",
        "professional body",
        "trade body",
        "membership body",
    ]
    name, the = rng.choice(
        [
            (f"{pick(rng, NATIONS)} Union of {trade}", True),
            (f"{pick(rng, NATIONS)} Association of {trade}", True),
            (f"Royal College of {trade}", True),
            (f"Association of {trade} and {pick(rng, TRADES)}", True),
            (f"{trade}' Union", True),
            (f"Federation of {trade}", True),
            (f"Chartered Institute of {cause}", True),
            (f"{cause} Federation", True),
            (f"{pick(rng, NATIONS)} {cause} Association", True),
            (f"Institute of {trade}", True),
            (f"{cause} Industry Council", True),
            (f"Association of Directors of {cause}", True),
            (f"Confederation of {cause}", True),
            (f"Society of {trade}", True),
            (rng.choice(["Unify", "Concord", "Solidaire", "Rankandfile", "Workright"]), False),
            (f"Local {cause} Association", True),
            (initials(rng), True),
            (initials(rng), False),
            (f"{trade} Together", False),
            (f"{pick(rng, NATIONS)} Council for {trade} and {pick(rng, TRADES)}", True),
            (f"Guild of {trade}", True),
            (f"{trade} of {place(rng)} Association", True),
            (f"{pick(rng, NATIONS)} Chamber of {rng.choice(['Trade', 'Shipping', 'Commerce'])}", True),
        ]
    )
    return cited(
        rng,
        (name, "professional-body", acronym(name) if len(name.split()) > 2 and rng.random() < 0.7 else "", the),
        union,
    )


def company(rng: Random) -> Body:
    """A firm."""
    surname, cause = invent_person(rng).last, pick(rng, CAUSES)
    word = pick(rng, WORDS if rng.random() < 0.5 else THINGS)
    name = rng.choice(
        [
            f"{word} {rng.choice(['Water', 'Energy', 'Rail', 'Homes', 'Capital', 'Foods', 'Group', 'plc', 'Ltd', 'Buses', 'Care', 'Dental', 'Partners'])}",
            f"{surname} & {rng.choice(['Sons', 'Co', 'Partners', invent_person(rng).last])}",
            f"{surname} {rng.choice(['Homes', 'Group', 'Holdings', 'plc'])}",
            f"{word}{rng.choice(['tech', 'link', 'co', 'serve', 'via'])}",
            f"{place(rng)} {rng.choice(['Water', 'Buses', 'Steel', 'Ferries', 'Power'])}",
            f"{surname}s",
            f"{cause} Solutions",
            f"{word}",
            f"{surname} {invent_person(rng).last} LLP",
            f"{word} Education Group",
        ]
    )
    return cited(
        rng,
        (name, "company", "", False),
        ["company", "firm", "developer", "supplier", "operator", "consultancy", "retailer"],
    )


def education(rng: Random) -> Body:
    """A university, college or school."""
    town, surname = place(rng), invent_person(rng).last
    name, the = rng.choice(
        [
            (f"University of {town}", True),
            (f"{town} University", False),
            (f"{town} College", False),
            (f"{surname} Academy", False),
            (f"{town} Metropolitan University", False),
            (
                f"St {rng.choice(['Hilda', 'Alban', 'Cuthbert', 'Mary', 'Bede'])}'s {rng.choice(['School', 'Primary', 'College'])}",
                False,
            ),
            (f"{town} Grammar School", False),
            (f"{pick(rng, WORDS)} Academies Trust", True),
            (f"{town} High School", False),
            (f"King {surname} School", False),
            (f"{surname} Business School", False),
            ("Open University", True),
            (f"{town} School of Economics", True),
            (f"{surname} Primary School", False),
        ]
    )
    return cited(rng, (name, "education", "", the), ["university", "school", "college", "trust"])


def media(rng: Random) -> Body:
    """A paper, a broadcaster or a website."""
    town, word = place(rng), pick(rng, WORDS)
    name, the = rng.choice(
        [
            ("BBC", True),
            ("BBC", True),
            ("BBC News", False),
            ("BBC Radio 4", False),
            ("ITV", False),
            ("Sky News", False),
            ("Channel 4 News", False),
            ("PA Media", False),
            (f"{town} Gazette", True),
            (f"{town} Echo", True),
            (f"{town} Evening Post", True),
            (f"{town} Live", False),
            (f"Daily {word}", True),
            (f"Sunday {word}", True),
            (f"{word} Magazine", False),
            (f"{word} FM", False),
            (f"{rng.choice(CAUSES).replace('_', ' ')} Today", False),
            (f"{rng.choice(CAUSES).replace('_', ' ')} Weekly", False),
            (f"{town} Post", True),
            (f"{town} Courier", True),
            ("Guardian", True),
            ("Times", True),
            (f"BBC Radio {town}", False),
            ("LBC", False),
            ("Times Radio", False),
            (f"{word} News", False),
        ]
    )
    return cited(rng, (name, "media", "", the), ["newspaper", "broadcaster", "paper", "website", "magazine", "station"])


def coalition(rng: Random) -> Body:
    """An alliance of others."""
    cause, word = pick(rng, CAUSES), pick(rng, WORDS)
    name, the = rng.choice(
        [
            (f"{cause} Alliance", True),
            (f"{cause} Coalition", True),
            (f"Alliance for {cause}", True),
            (f"Coalition for {cause}", True),
            (f"{word} Coalition", True),
            (f"End {cause} Poverty Coalition", True),
            (f"{cause} Consortium", True),
            (f"Together for {cause}", False),
            (f"{word} Alliance", True),
            (f"{cause} Action Network", True),
            (f"Stop the {rng.choice(['Cuts', 'Closures', 'Bypass', 'Sell-Off'])} Coalition", True),
            (f"Fair {cause} Campaign Alliance", True),
        ]
    )
    return cited(
        rng,
        (name, "coalition", acronym(name) if rng.random() < 0.3 else "", the),
        ["coalition", "alliance", "umbrella group", "network"],
    )
