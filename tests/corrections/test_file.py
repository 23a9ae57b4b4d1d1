"""The file of corrections is read as a person wrote it, and only ever added to."""

import pytest

from graph_builder.corrections import append, entry, read_corrections
from graph_builder.decisions import Decision
from graph_builder.errors import CorrectionsError


@pytest.fixture
def file(tmp_path):
    """Where corrections are kept."""
    return tmp_path / "graph" / "corrections.yaml"


def write(file, text):
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return read_corrections(file)


def test_no_file_is_no_corrections(file):
    assert read_corrections(file) == ([], [])


def test_an_entry_says_who_and_why(file):
    [found], faults = write(file, "- same: [person/a-holt, Anna Marsh]\n  who: Jo\n  why: She married.\n")
    assert (found.decision, found.about, found.who, found.why) == (
        "same",
        ("person/a-holt", "Anna Marsh"),
        "Jo",
        "She married.",
    )
    assert not faults


def test_words_that_look_like_other_things_stay_words(file):
    [found], _ = write(file, "- rename: topic/no\n  to: no\n  why: 2031-03-04\n")
    assert (found.get("to"), found.why) == ("no", "2031-03-04")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("- same: [person/a]\n", "two names or more"),
        ("- same: person/a\n", "two names or more"),
        ("- reject: [role/1, role/2]\n", "one name"),
        ("- rename: person/a\n", "to"),
        ("- add: role\n  in: a.txt\n", "evidence"),
        ("- who: Jo\n", "no decision"),
        ("- same: [a, b]\n  reject: role/1\n", "or several"),
        ("- just words\n", "not a decision"),
        ("- reject: {a: b}\n", "not text"),
    ],
)
def test_an_entry_that_decides_nothing_is_named_and_the_rest_goes_on(file, text, complaint):
    entries, [fault] = write(file, text + "- reject: role/2\n")
    assert [e.about for e in entries] == [("role/2",)]
    assert fault.startswith("entry 1: ")
    assert complaint in fault


@pytest.mark.parametrize("text", ["- [", "same: [a, b]\n", "just words", "\x00", "- &a [*a]\n- *b\n", "[" * 3000])
def test_a_file_that_is_no_list_of_entries_is_one_clear_line(file, text):
    with pytest.raises(CorrectionsError) as error:
        write(file, text)
    assert str(file) in str(error.value)
    assert "\n" not in str(error.value)


def test_what_stands_there_stays_when_an_entry_is_added(file):
    write(file, "# ours\n- reject: role/1   # Jo, on Monday\n")
    append(file, [entry(Decision.SAME, ["person/zoë in a: b.txt", "x"], "Jo", "“both” are: 'her'")])
    assert file.read_text("utf-8").startswith("# ours\n- reject: role/1   # Jo, on Monday\n")
    (_, added), faults = read_corrections(file)
    assert (added.about, added.why) == (("person/zoë in a: b.txt", "x"), "“both” are: 'her'")
    assert not faults


def test_a_new_file_says_what_it_is(file):
    append(file, [entry(Decision.REJECT, ["role/1"], "Jo", "")])
    assert file.read_text("utf-8").startswith("# What people decided")
    assert len(read_corrections(file)[0]) == 1


def test_nothing_is_added_where_it_could_not_be_read_again(file):
    write(file, "[]")
    with pytest.raises(CorrectionsError, match="nothing can be added"):
        append(file, [entry(Decision.REJECT, ["role/1"], "Jo", "")])
    assert file.read_text("utf-8") == "[]"
    assert [f.name for f in file.parent.iterdir()] == ["corrections.yaml"]
