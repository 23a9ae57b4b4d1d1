"""A register is read whole or refused in one line; what hangs loose in it is counted and named."""

import json

import pytest

from graph_builder.errors import RegisterError
from graph_builder.registers import read_registers
from graph_builder.vocabulary.people import Membership, covers

BASE = "https://w3id.org/onrecord/id/"
PREFIXES = """@prefix onr: <https://w3id.org/onrecord/ontology#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix organisation-kind: <https://w3id.org/onrecord/organisation-kind#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix x: <https://register.example/> .
"""
MARTA = {"id": "m", "name": "Marta Quill"}
UK = "https://w3id.org/onrecord/uk#"


@pytest.fixture
def read(tmp_path):
    """Reads registers that are given as what a JSON file holds, or as Turtle."""

    def reads(*registers):
        files = []
        for at, told in enumerate(registers):
            turtle = isinstance(told, str)
            files.append(tmp_path / f"r{at}.{'ttl' if turtle else 'json'}")
            files[-1].write_text(PREFIXES + told if turtle else json.dumps(told), encoding="utf-8")
        return read_registers(files, BASE)

    return reads


def names(register):
    return [entry.name for entry in register.known.entries]


def test_a_membership_of_popolo_is_a_seat_a_post_and_a_party_with_their_dates(read):
    register = read(
        {
            "persons": [MARTA | {"gender": "female", "other_names": [{"name": "Marty Quill"}]}],
            "organizations": [{"id": "o", "name": "Bellford Assembly", "classification": "legislature"}],
            "areas": [{"id": "a", "name": "Bellford North"}],
            "posts": [{"id": "p", "label": "Lantern Minister", "organization_id": "o"}],
            "memberships": [
                {
                    "person_id": "m",
                    "organization_id": "o",
                    "area_id": "a",
                    "role": "member",
                    "start_date": "2029-05-03",
                },
                {"person_id": "m", "post_id": "p", "start_date": "2030", "end_date": "9999-12-31"},
            ],
        }
    )
    (person,) = register.people
    assert (person.name, person.aliases, person.gender) == ("Marta Quill", ("Marty Quill",), "f")
    body = f"{BASE}register/r0/organisation/o"
    assert person.memberships == (
        Membership(body, None, "Bellford North", "2029-05-03"),
        Membership(body, "Lantern Minister", None, "2030"),
    )
    assert names(register) == ["Bellford Assembly", "Lantern Minister"]


def test_what_publishers_write_inside_a_membership_or_in_a_term_is_understood(read):
    register = read(
        {
            "persons": [{"id": "m", "other_names": [{"note": "Main", "given_name": "Marta", "family_name": "Quill"}]}],
            "organizations": [{"id": "o", "name": "Bellford Assembly"}],
            "events": [{"id": "term/3", "start_date": "2029-05-03", "end_date": "2033-05-01"}],
            "memberships": [
                {
                    "person_id": "m",
                    "organization_id": "o",
                    "area": {"name": "Bellford North"},
                    "legislative_period_id": "term/3",
                }
            ],
        }
    )
    assert register.people[0].name == "Marta Quill"
    assert register.people[0].memberships[0].area == "Bellford North"
    assert register.people[0].memberships[0].end == "2033-05-01"


def test_a_body_that_the_ontology_knows_is_that_body_and_no_second(read):
    register = read(
        {
            "persons": [MARTA],
            "organizations": [{"id": "l", "name": "Labour", "classification": "party"}],
            "memberships": [{"person_id": "m", "organization_id": "l"}],
        }
    )
    assert register.people[0].memberships[0].organisation == f"{UK}labour-party"
    assert not register.known.entries


def test_what_hangs_loose_is_counted_and_named(read):
    told = {
        "persons": [MARTA, {"id": "nameless"}],
        "memberships": [{"person_id": "x"}, {"person_id": "m", "role": "clerk", "area_id": "gone"}],
    }
    reasons = [skipped.reason for skipped in read(told).skipped]
    assert reasons == [
        "links to areas that are not there: 1 (gone)",
        "memberships of persons who are not there: 1 (x)",
        "persons without a name or an id: 1 (nameless)",
    ]


def test_turtle_tells_of_people_their_posts_seats_and_dates(read):
    register = read(
        """x:m a foaf:Person ; rdfs:label "Marta Quill" ; skos:altLabel "Marty Quill" ; foaf:gender "female" .
        x:o a onr:KnownBody ; rdfs:label "Lantern Board" ; org:classification organisation-kind:public-body .
        x:p a onr:KnownPost ; rdfs:label "Lantern Commissioner" ; org:postIn x:o .
        [ a org:Membership ; org:member x:m ; org:role x:p ; org:organization x:o ; schema:startDate "2030" ] .
        [ a org:Membership ; org:member x:m ; onr:postWords "member" ; onr:area "Bellford North" ] ."""
    )
    (person,) = register.people
    assert person.iri == "https://register.example/m"
    assert set(person.memberships) == {
        Membership("https://register.example/o", "Lantern Commissioner", None, "2030"),
        Membership(None, None, "Bellford North"),
    }
    assert names(register) == ["Lantern Board", "Lantern Commissioner"]


def test_what_was_current_in_a_document_of_an_earlier_graph_has_no_dates_and_what_was_former_had_ended(read):
    register = read(
        f"""<{BASE}person/m> a foaf:Person ; rdfs:label "Marta Quill" .
        <{BASE}organisation/o> a org:Organization ; rdfs:label "Lantern Board" ; skos:altLabel "Board" .
        <{BASE}document/d> <http://purl.org/dc/terms/issued> "2031-03-04" .
        x:r a onr:Role ; org:member <{BASE}person/m> ; org:organization <{BASE}organisation/o> ; onr:inDocument
            <{BASE}document/d> ; onr:postWords "chair" ; onr:status <https://w3id.org/onrecord/status#former> ."""
    )
    (person,) = register.people
    assert person.iri == f"{BASE}register/r0/person/m"
    assert person.memberships == (Membership(f"{BASE}register/r0/organisation/o", "chair", None, None, "2031-03-04"),)
    (board,) = register.known.entries
    assert board.aliases == ()  # "Board" is what many are called


def test_who_was_known_before_goes_by_what_they_were_known_as(read):
    register = read(f'<{BASE}person/m> a foaf:Person ; rdfs:label "Marta Quill" ; onr:known x:m .')
    assert register.people[0].iri == "https://register.example/m"


def test_a_name_that_two_bodies_share_is_the_name_of_neither(read):
    bodies = 'x:a a onr:KnownBody ; rdfs:label "Lantern Board" . x:b a onr:KnownBody ; rdfs:label "Lantern Board" .'
    register = read(bodies)
    assert len(register.entries) == 2
    assert names(register) == []


def test_one_entry_of_two_files_has_what_both_say(read):
    register = read(
        'x:m a foaf:Person ; rdfs:label "Marta Quill" .',
        'x:m a foaf:Person ; rdfs:label "Marta Quill" ; skos:altLabel "Marty Quill" .',
    )
    (person,) = register.people
    assert person.aliases == ("Marty Quill",)


def test_the_digest_is_of_bodies_and_posts_and_not_of_people(read):
    body = 'x:o a onr:KnownBody ; rdfs:label "Lantern Board" .'
    alone, peopled = read(body), read(body + ' x:m a foaf:Person ; rdfs:label "Marta Quill" .')
    assert alone.known.digest == peopled.known.digest != ""
    assert read(body.replace("Board", "Bench")).known.digest != alone.known.digest
    assert read('x:m a foaf:Person ; rdfs:label "Marta Quill" .').known.digest == ""


@pytest.mark.parametrize(
    ("name", "told", "message"),
    [
        ("gone.ttl", None, "there is no such file"),
        ("people.csv", "id,name\n", "of an unknown kind"),
        ("people.json", "{", "is no JSON"),
        ("people.json", "[]", "is no Popolo file"),
        ("people.json", '{"persons": {}}', "is no Popolo file"),
        ("people.json", '{"persons": []}', "names no body, no post and no person"),
        ("people.ttl", "x:m a .", "is damaged"),
        ("people.ttl", "", "names no body, no post and no person"),
    ],
)
def test_a_file_that_is_no_register_is_refused_in_one_line(tmp_path, name, told, message):
    file = tmp_path / name
    if told is not None:
        file.write_text(told, encoding="utf-8")
    with pytest.raises(RegisterError, match=message) as refused:
        read_registers([file], BASE)
    assert len(str(refused.value).splitlines()) == 1


def test_a_folder_without_a_graph_is_no_register(tmp_path):
    with pytest.raises(RegisterError, match="it is no graph folder"):
        read_registers([tmp_path], BASE)


@pytest.mark.parametrize(
    ("start", "end", "date", "held"),
    [
        (None, None, "2031-03-04", True),
        ("2031-03-04", None, "2031-03-04", True),
        ("2031-03-05", None, "2031-03-04", False),
        ("2029", "2031", "2031-03-04", True),
        ("2029", "2030-12", "2031-03-04", False),
        ("2032", "2033", None, True),
    ],
)
def test_a_membership_is_held_at_a_date_as_far_as_its_dates_say(start, end, date, held):
    assert covers(start, end, date) is held
