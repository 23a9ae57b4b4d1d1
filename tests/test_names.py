"""How names are taken apart and compared."""

import pytest

from graph_builder.names import acronym_of, fold, may_be_short_for, person_name, plain, slug


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("The Lamplighters’ Guild", "lamplighters guild"),
        ("Lamps & Locks", "lamps and locks"),
        ("Zoë  O'Hara", "zoe ohara"),
        ("Calder-Voss's", "calder-voss"),
        ("The", "the"),
        ("…", ""),
    ],
)
def test_case_accents_articles_and_punctuation_make_no_other_name(written, folded):
    assert fold(written) == folded


def test_a_possessive_ending_is_no_part_of_a_name():
    assert [plain(n) for n in ("Corder's", "the Guilds’", "Ines Calder,")] == ["Corder", "the Guilds", "Ines Calder"]


@pytest.mark.parametrize(
    ("written", "titles", "full", "surname"),
    [
        ("Professor Dame Ines Calder OBE", ("Professor", "Dame"), "Ines Calder", "Calder"),
        ("the Rt Hon. Ian Corder MP", ("Right Honourable",), "Ian Corder", "Corder"),
        ("Rt Revd Ian Corder", ("Right Reverend",), "Ian Corder", "Corder"),
        ("Revd Ines Calder", ("Reverend",), "Ines Calder", "Calder"),
        ("Cllr Pickle", ("Councillor",), "Pickle", "Pickle"),
        ("Maria de Souza", (), "Maria de Souza", "de Souza"),
        ("Jan van der Berg III", (), "Jan van der Berg", "van der Berg"),
        ("Sir Iain", ("Sir",), "Iain", ""),
        ("Baroness Ketter of Wold", ("Baroness",), "Baroness Ketter of Wold", "Ketter"),
        ("Lady Ketter", ("Lady",), "Lady Ketter", "Ketter"),
        ("the Earl of Wold", ("Earl",), "Earl of Wold", ""),
    ],
)
def test_titles_letters_and_peerages(written, titles, full, surname):
    name = person_name(written)
    assert (name.titles, name.full, name.surname) == (titles, full, surname)


@pytest.mark.parametrize(
    ("written", "generation"),
    [
        ("Ian Corder Jr", "junior"),
        ("Ian Corder Jr.", "junior"),
        ("Ian Corder the Younger", "junior"),
        ("Ian Corder Senior MP", "senior"),
        ("Ian Corder", ""),
        ("Senior", ""),
    ],
)
def test_the_elder_and_the_younger(written, generation):
    assert person_name(written).generation == generation


@pytest.mark.parametrize(("written", "gender"), [("Mr Corder", "m"), ("Dr Calder", None), ("Professor Dame Ines", "f")])
def test_some_titles_tell_a_gender(written, gender):
    assert person_name(written).gender == gender


@pytest.mark.parametrize(
    ("short", "long"), [("r", "rosalind"), ("ros", "rosalind"), ("bill", "william"), ("meg", "margaret")]
)
def test_what_a_given_name_may_be_short_for(short, long):
    assert may_be_short_for(short, long)


@pytest.mark.parametrize(
    ("short", "long"), [("ro", "rosalind"), ("ian", "diane"), ("bill", "robert"), ("rosalind", "ros")]
)
def test_what_a_given_name_is_not_short_for(short, long):
    assert not may_be_short_for(short, long)


def test_an_acronym_is_made_of_the_words_with_capitals():
    assert acronym_of("Guild of Lamp Keepers") == "GLK"


def test_a_slug_is_ascii_and_never_empty():
    assert slug("Zoë O'Hara-Łuc") == "zoe-ohara-uc"
    assert slug("漢字")
    assert slug("…")
    assert slug("漢字") != slug("字漢")


def test_a_long_name_is_cut_and_stays_its_own():
    one, two = slug("lamp " * 40 + "one"), slug("lamp " * 40 + "two")
    assert len(one) <= 80
    assert one != two
    assert one.startswith("lamp-lamp")
