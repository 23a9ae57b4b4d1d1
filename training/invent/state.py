# ruff: noqa: E501 - a pattern is one line, as it will be printed
"""Invented bodies of the state and of politics, and the institutions that every British text names."""

from __future__ import annotations

from random import Random

from training.invent.body import CAUSES, NATIONS, Body, acronym, cited, pick
from training.invent.markup import mark
from training.invent.people import PARTIES, invent_person, place

__all__ = ["council", "department", "government", "group", "inquiry", "legislature", "party", "public"]

_PARTY_WORDS = "Democratic Liberal Progressive National Unionist Socialist People’s Radical Reform Social Christian Civic Rural Workers’".split()
_DEPARTMENTS = {
    "Department for Education": "DfE",
    "Department of Health and Social Care": "DHSC",
    "Department for Transport": "DfT",
    "Department for Work and Pensions": "DWP",
    "Department for Environment, Food and Rural Affairs": "Defra",
    "Department for Levelling Up, Housing and Communities": "DLUHC",
    "Ministry of Housing, Communities and Local Government": "MHCLG",
    "Department for Culture, Media and Sport": "DCMS",
    "Department for Business and Trade": "DBT",
    "Department for Science, Innovation and Technology": "DSIT",
    "Department for Energy Security and Net Zero": "DESNZ",
    "Ministry of Justice": "MoJ",
    "Ministry of Defence": "MoD",
    "Home Office": "",
    "Cabinet Office": "",
    "Treasury": "",
    "HM Treasury": "",
    "Foreign Office": "",
    "Scotland Office": "",
    "Northern Ireland Office": "NIO",
    "Department for Infrastructure": "DfI",
    "Department for Rivers and Coasts": "DRC",
    "Ministry for Food Supply": "",
    "Department of Rural Life": "DRL",
}


def public(rng: Random) -> Body:
    """A regulator, an agency, a court, a police force or a part of the health service."""
    cause, town = pick(rng, CAUSES), place(rng)
    name, the, short = rng.choice(
        [
            (f"Office for {cause}", True, "Of" + cause.split()[0].lower()),
            (f"{cause} Commission", True, ""),
            (f"{cause} Agency", True, ""),
            (
                f"{town} {rng.choice(['Hospitals', 'University Hospitals', 'Community Health', 'Mental Health'])} NHS {rng.choice(['Trust', 'Foundation Trust'])}",
                False,
                "",
            ),
            (f"NHS {rng.choice(['England', 'Scotland', 'Wales', town])}", False, ""),
            (f"{town} {rng.choice(['Police', 'Constabulary'])}", False, ""),
            (f"{town} Integrated Care Board", True, "ICB"),
            (f"{pick(rng, NATIONS)} {cause} Authority", True, ""),
            (f"{cause} Ombudsman", True, ""),
            (f"{cause} Inspectorate", True, ""),
            ("Ofsted", False, ""),
            ("Ofwat", False, ""),
            ("Ofcom", False, ""),
            ("Care Quality Commission", True, "CQC"),
            ("Environment Agency", True, ""),
            ("National Audit Office", True, "NAO"),
            ("Office for National Statistics", True, "ONS"),
            ("High Court", True, ""),
            ("Court of Appeal", True, ""),
            ("Supreme Court", True, ""),
            ("Charity Commission", True, ""),
            ("Electoral Commission", True, ""),
            (f"{cause} England", False, ""),
            (f"Commissioner for {cause}", True, ""),
            (f"{town} {rng.choice(['Fire and Rescue Service', 'Combined Court', 'Coroner’s Court'])}", False, ""),
            ("Health and Safety Executive", True, "HSE"),
            ("Natural England", False, ""),
            ("Network Rail", False, ""),
            ("Crown Prosecution Service", True, "CPS"),
        ]
    )
    short = short or (acronym(name) if the and len(name.split()) > 2 and rng.random() < 0.4 else "")
    return cited(
        rng,
        (name, "public-body", short, the),
        ["regulator", "watchdog", "agency", "body", "trust", "inspectorate", "force"],
    )


def group(rng: Random) -> Body:
    """A committee or an all-party group."""
    cause, other = pick(rng, CAUSES), pick(rng, CAUSES)
    name, short = rng.choice(
        [
            (f"{cause} Committee", ""),
            (f"{cause} Select Committee", ""),
            (f"{cause} and {other} Committee", ""),
            ("Public Accounts Committee", "PAC"),
            (f"All-Party Parliamentary Group on {cause}", "APPG"),
            (f"All-Party Parliamentary Group for {cause} and {other}", "APPG"),
            (f"APPG on {cause}", ""),
            (f"APPG for {cause}", ""),
            (f"Lords {cause} Committee", ""),
            (f"House of Lords {cause} Committee", ""),
            (f"Commons {cause} Committee", ""),
            (f"Joint Committee on {cause}", ""),
            ("Backbench Business Committee", ""),
            (f"{cause} Research Group", ""),
            ("Women and Equalities Committee", ""),
            (f"Senedd {cause} Committee", ""),
            (f"all-party parliamentary group on {cause.lower()}", ""),
            (f"{cause} Bill Committee", ""),
        ]
    )
    return cited(
        rng, (name, "parliamentary-group", short, True), ["committee", "group", "cross-party group", "all-party group"]
    )


def council(rng: Random) -> Body:
    """A council or a combined authority."""
    town = place(rng)
    name, the = rng.choice(
        [
            (f"{town} City Council", False),
            (f"{town} Council", False),
            (f"{town} Borough Council", False),
            (f"{town} County Council", False),
            (f"{town} and {place(rng)} Council", False),
            (f"{town} Combined Authority", True),
            (f"London Borough of {town}", True),
            (f"{town} District Council", False),
            (f"{town} Town Council", False),
            (f"Greater {town} Combined Authority", True),
            (f"{town} Metropolitan Borough Council", False),
            (f"{town} Council", False),
        ]
    )
    return cited(rng, (name, "local-authority", "", the), ["council", "authority", "local authority"])


def inquiry(rng: Random) -> Body:
    """A review, a commission or an inquiry."""
    cause, surname = pick(rng, CAUSES), invent_person(rng).last
    name = rng.choice(
        [
            f"{surname} Review",
            f"{surname} Inquiry",
            f"{surname} Commission",
            f"Independent Review of {cause}",
            f"Independent Inquiry into {cause}",
            f"{cause} Inquiry",
            f"Royal Commission on {cause}",
            f"Commission on {cause}",
            f"Independent Commission on the Future of {cause}",
            f"{cause} Taskforce",
            f"{cause} Review",
            f"{place(rng)} Hospital Inquiry",
            f"Advisory Panel on {cause}",
        ]
    )
    return cited(rng, (name, "inquiry", "", True), ["inquiry", "review", "commission", "panel"])


def _small_party(rng: Random) -> Body:
    """One that nobody has heard of."""
    first, aim = rng.choice(_PARTY_WORDS), rng.choice(_PARTY_WORDS)
    form = rng.choice(["Party", "Alliance", "Union", "Movement", "Front", "League", "Coalition"])
    name = rng.choice(
        [
            f"{first} {form}",
            f"{first} {aim} {form}",
            f"{first} {form} of {place(rng)}",
            f"Movement for the {rng.choice(['North', 'Left', 'Centre', 'Regions', 'Fens'])}",
            f"{form} for {pick(rng, CAUSES)}",
            f"{place(rng)} {rng.choice(['First', 'Together', 'Independents'])}",
            f"{first} {form} – {aim} {form}",
            f"{rng.choice(['Democrats', 'Liberals', 'Socialists', 'Christians'])} for {place(rng)}",
        ]
    )
    short = acronym(name) if len(name.split()) > 2 and rng.random() < 0.6 else ""
    return cited(rng, (name, "political-party", short, form in name), ["party"])


def party(rng: Random) -> Body:
    """A political party."""
    if rng.random() < 0.4:
        return _small_party(rng)
    adjective, _, full, short, *_ = PARTIES[rng.choice(list(PARTIES))]
    name = rng.choice([full, short, full, f"Scottish {full}" if adjective == "Labour" else full])
    plain = name in {
        "SNP",
        "Labour Party",
        "Green Party",
        "Conservative Party",
        "DUP",
        "Fairness Party",
    } or name.endswith(("s", "Party", "Alliance"))
    return cited(rng, (name, "political-party", "", plain and name != "Plaid Cymru"), ["party"])


def department(rng: Random) -> Body:
    """A department of state."""
    name = rng.choice(list(_DEPARTMENTS))
    return cited(
        rng, (name, "government-department", _DEPARTMENTS[name], not name.startswith("HM")), ["department", "ministry"]
    )


def legislature(rng: Random) -> Body:
    """A parliament or one of its houses."""
    name, the = rng.choice(
        [
            ("House of Commons", True),
            ("House of Lords", True),
            ("Commons", True),
            ("Lords", True),
            ("Parliament", False),
            ("Senedd", True),
            ("Scottish Parliament", True),
            ("Holyrood", False),
            ("Westminster", False),
            ("Northern Ireland Assembly", True),
            ("Stormont", False),
            ("Welsh Parliament", True),
            ("London Assembly", True),
        ]
    )
    return Body(
        name,
        "legislature",
        "",
        the,
        "House" if "ord" in name or "ommon" in name else "parliament",
        ("the " if the else "") + mark("N:ORG/legislature", name),
    )


def government(rng: Random) -> Body:
    """A whole government."""
    name = rng.choice(
        [
            "UK government",
            "Scottish Government",
            "Welsh Government",
            "Government",
            "Government",
            "UK Government",
            "British government",
            "Northern Ireland Executive",
            "Irish government",
            "Scottish government",
            "Westminster Government",
        ]
    )
    return Body(name, "government", "", True, "government", "the " + mark("N:ORG/government", name))
