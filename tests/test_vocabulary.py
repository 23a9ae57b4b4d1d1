"""The ontology as Python: closed namespaces, codes with their cues, and the register."""

import subprocess
import sys

import pytest

from graph_builder.vocabulary import FOAF, ONR, Cue, Entry, concept, concepts, cues, register, schemes, words


def known(name: str) -> Entry:
    return next(entry for entry in register() if entry.name == name)


def test_a_term_is_its_iri():
    assert ONR.evidence == "https://w3id.org/onrecord/ontology#evidence"
    assert FOAF["Person"] == "http://xmlns.com/foaf/0.1/Person"


@pytest.mark.parametrize(("vocabulary", "name"), [(ONR, "evidense"), (FOAF, "nmae")])
def test_a_typo_raises_and_says_where_terms_are_declared(vocabulary, name):
    with pytest.raises(AttributeError, match=r"not declared in ontology/onrecord\.ttl"):
        getattr(vocabulary, name)


def test_the_codes_of_a_scheme_come_in_the_order_of_the_file():
    codes = "supports opposes calls-for commits-to warns-of questions".split()
    assert [c.code for c in concepts("stance")] == codes
    assert [c.code for c in concepts("statement-form")] == ["direct", "reported", "mixed"]


def test_a_scheme_or_a_code_that_is_not_there_is_a_key_error():
    assert "stance" in schemes()
    with pytest.raises(KeyError):
        concepts("stances")
    with pytest.raises(KeyError):
        concept("stance", "likes")


def test_for_and_against_are_told_by_polarity():
    assert [concept("stance", code).polarity for code in ("supports", "opposes", "questions")] == [1, -1, 0]


@pytest.mark.parametrize(
    ("word", "sort", "code"),
    [
        ("welcome", Cue.VERB, "supports"),
        ("criticise", Cue.VERB, "opposes"),
        ("criticize", Cue.VERB, "opposes"),
        ("urge", Cue.ADDRESSEE_VERB, "calls-for"),
        ("pledge", Cue.NOUN, "commits-to"),
        ("golden opportunity", Cue.PREDICATE, "supports"),
        ("worried about", Cue.PREDICATE, "warns-of"),
        ("remain to be seen", Cue.PHRASE, "questions"),
    ],
)
def test_a_cue_tells_the_stance(word, sort, code):
    assert cues("stance", sort)[word] == code


def test_where_two_kinds_share_a_cue_the_lower_precedence_has_it():
    heads = cues("organisation-kind", Cue.HEAD)
    assert heads["Ministry"] == "government-department"
    assert heads["Royal College"] == "professional-body"


def test_a_title_tells_gender_and_letters_tell_the_post():
    assert concept("personal-title", "baroness").gender == "f"
    assert concept("personal-title", "dr").gender is None
    assert concept("post", concept("personal-title", "mp").related or "").label == "Member of Parliament"


def test_a_party_has_what_places_somebody_in_it():
    party = known("Liberal Democrats")
    assert party.kind == "political-party"
    assert {"Lib Dem", "LD"} <= set(party.adjectives)
    assert "Lib Dems" in party.members


def test_a_form_that_is_a_common_word_is_told_apart_from_one_that_stands_in_brackets():
    assert known("Green Party of England and Wales").ambiguous == ("Green",)
    assert known("Labour Party").bracketed == ("Lab",)


def test_what_people_are_is_no_post_that_they_hold():
    assert not concept("post", "witness").held
    assert concept("post", "minister").held


def test_some_titles_of_office_stand_before_a_name_and_tell_the_post():
    assert concept("personal-title", "inspector").before_name
    assert concept("personal-title", "inspector").tells_post
    assert concept("personal-title", "saint").before_name is False
    assert concept("personal-title", "chancellor").before_name is None


def test_the_words_of_one_concept_are_asked_for_by_their_sort():
    assert "appoint" in words("post-pattern", "appointing", Cue.VERB)
    assert not words("post-pattern", "appointing", Cue.NOUN)
    with pytest.raises(KeyError):
        words("post-pattern", "anointing", Cue.VERB)


def test_a_renamed_department_names_who_took_over():
    old = known("Department for Levelling Up, Housing and Communities")
    assert "DLUHC" in old.aliases
    assert (old.start, old.end) == ("2021-09", "2024-07")
    assert old.successors == (known("Ministry of Housing, Communities and Local Government").iri,)


def test_a_ministerial_post_has_its_short_forms_and_its_department():
    post = known("Secretary of State for Education")
    assert post.type == "post"
    assert "education secretary" in post.aliases
    assert post.organisation == known("Department for Education").iri


def test_nothing_heavy_is_imported_to_read_the_vocabulary():
    code = (
        "import sys; from graph_builder import vocabulary as v; before = set(sys.modules); "
        "v.register(); v.concepts('stance'); "
        "sys.exit(int('rdflib' in sys.modules or 'pyoxigraph' in before))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
