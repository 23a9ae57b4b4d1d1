"""What a large register costs: `python benchmarks/registers.py [PEOPLE [MEMBERSHIPS]]`, as a rule 50,000 and 100,000.

An invented register is written as Popolo JSON and as Turtle. For each: seconds to read it; what it adds to the joining
of invented documents that mention nobody in it, and of documents that mention some; and the peak of memory. The names
are put together from syllables.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from graph_builder.model import Document, EntityType, Extraction, Referent, Role, Span
from graph_builder.registers import read_registers
from graph_builder.resolve import resolve

BASE = "https://register.example/id/"
SYLLABLES = "bar bel cor dan del fen gar hol jor kel lan mar nor pel quin ras sel tan vor wen".split()
DOCUMENTS, NAMED = 1000, 5  # invented documents, and people in each
LIMIT = 30.0  # seconds that reading may take

TURTLE = """@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix onr: <https://w3id.org/onrecord/ontology#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix r: <https://register.example/> .
"""


def name(chance: random.Random) -> str:
    """An invented given name and surname."""
    given, surname = ("".join(chance.choices(SYLLABLES, k=k)).capitalize() for k in (2, 3))
    return f"{given} {surname}"


def popolo(people: int, memberships: int, chance: random.Random) -> dict[str, list[dict[str, str]]]:
    """An invented register."""
    years = range(1950, 2040)
    return {
        "persons": [{"id": f"p{i}", "name": name(chance)} for i in range(people)],
        "organizations": [{"id": f"o{i}", "name": f"{name(chance)} Assembly"} for i in range(200)],
        "areas": [{"id": f"a{i}", "name": name(chance)} for i in range(2000)],
        "memberships": [
            {
                "person_id": f"p{chance.randrange(people)}",
                "organization_id": f"o{chance.randrange(200)}",
                "area_id": f"a{chance.randrange(2000)}",
                "start_date": f"{(year := chance.choice(years))}-05-01",
                "end_date": f"{year + 5}-04-30",
            }
            for _ in range(memberships)
        ],
    }


def turtle(told: dict[str, list[dict[str, str]]]) -> Iterator[str]:
    """The same register in the words of the ontology."""
    yield TURTLE
    areas = {area["id"]: area["name"] for area in told["areas"]}
    for person in told["persons"]:
        yield f'r:{person["id"]} a foaf:Person ; rdfs:label "{person["name"]}" .\n'
    for body in told["organizations"]:
        yield f'r:{body["id"]} a onr:KnownBody ; rdfs:label "{body["name"]}" .\n'
    for at, held in enumerate(told["memberships"]):
        yield (
            f"r:m{at} a org:Membership ; org:member r:{held['person_id']} ; "
            f"org:organization r:{held['organization_id']} ; "
            f'onr:area "{areas[held["area_id"]]}" ; schema:startDate "{held["start_date"]}" ; '
            f'schema:endDate "{held["end_date"]}" .\n'
        )


def invented(names: list[str]) -> tuple[list[Extraction], dict[str, Document]]:
    """Documents of one day, each with some people who hold a post."""
    extractions, documents = [], {}
    for at in range(DOCUMENTS):
        source, here = f"{at}.txt", [names[(at * NAMED + i) % len(names)] for i in range(NAMED)]
        people = tuple(Referent(f"p{i}", EntityType.PERSON, n, forms=(n,)) for i, n in enumerate(here))
        roles = tuple(Role(evidence=Span(0, 1), rule="", person=p.id, post="clerk", words="clerk") for p in people)
        extractions.append(Extraction(source, "", referents=people, roles=roles))
        documents[source] = Document(source, "", "-", (), published="2030-06-01")
    return extractions, documents


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """The shortest of some runs."""
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        spent.append(time.perf_counter() - began)
    return min(spent)


def main() -> int:
    """Print what each costs; 1 where reading takes too long."""
    people, memberships = (int(a) for a in (*sys.argv[1:3], *("50000", "100000")[len(sys.argv) - 1 :]))
    told = popolo(people, memberships, random.Random(20310304))  # noqa: S311  (the same names each time)
    slow = 0
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / "people.json", Path(folder) / "people.ttl"]
        files[0].write_text(json.dumps(told), encoding="utf-8")
        files[1].write_text("".join(turtle(told)), encoding="utf-8")
        for file in files:
            spent = seconds(lambda file=file: read_registers([file], BASE))  # type: ignore[misc]
            slow += spent > LIMIT
            print(f"{spent:8.2f} s  to read {file.name}, {file.stat().st_size / 1e6:.0f} MB")
        register = read_registers(files[:1], BASE)
    strangers = [f"{n.split()[0]} Oakhurst{at}" for at, n in enumerate(p["name"] for p in told["persons"][:4000])]
    members = [person["name"] for person in told["persons"][:4000]]
    for what, names in (("mention nobody in it", strangers), ("mention 4,000 people in it", members)):
        extractions, documents = invented(names)
        bare = seconds(lambda e=extractions, d=documents: resolve(e, d))  # type: ignore[misc]
        whole = seconds(lambda e=extractions, d=documents: resolve(e, d, register))  # type: ignore[misc]
        cost = f"{bare:.2f} s without: {whole / bare:.1f} times"
        print(f"{whole:8.2f} s  to join {DOCUMENTS:,} documents that {what}; {cost}")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB at the peak")
    return int(bool(slow))


if __name__ == "__main__":
    sys.exit(main())
