"""Answers are read however they are wrapped, and whole items are kept of those that were cut off."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.extract.voice.answers import items_of
from tests.voices.serving import facts, recorded

STATEMENTS = [
    {"speaker": who, "words": [f"“{who}” {{[said]}} so"], "form": "direct", "to": None} for who in ("Ann", "Bob")
]
PLAIN = facts(people=[{"name": "Ann", "also": []}], statements=STATEMENTS)
WRAPPED = {
    "plain": PLAIN,
    "fenced": f"```json\n{PLAIN}\n```",
    "prose": f"Here is what I found {{as you asked}}:\n\n{PLAIN}\n\nI hope that helps! {{}}",
    "thoughts": f'<think>The sections are {{"people": [{{"name": "Nobody"}}]}}, aren\'t they?</think>{PLAIN}',
    "wrapped": json.dumps({"facts": json.loads(PLAIN)}),
    "commas": PLAIN.replace("}]", "},]"),
    "spread": json.dumps(json.loads(PLAIN), indent=4),
    "line breaks in strings": PLAIN.replace("so", "so\n"),
}


@pytest.mark.parametrize("how", WRAPPED)
def test_an_answer_is_read_however_it_is_wrapped(how):
    found = items_of(WRAPPED[how])
    assert [s["speaker"] for s in found["statements"]] == ["Ann", "Bob"]
    assert [p["name"] for p in found["people"]] == ["Ann"]
    assert found["events"] == []


@pytest.mark.parametrize(
    "words", ["", "No.", "{}", "[]", "null", "[" * 5000, '{"a":' * 5000, '{"people": "Ann"}', "{" * 99]
)
def test_what_holds_no_facts_is_no_answer(words):
    assert items_of(words) is None


@given(st.integers(min_value=0, max_value=10_000))
def test_of_an_answer_that_is_cut_off_the_whole_items_are_kept(cut):
    whole = items_of(recorded("thropwick-last-bank"))
    words = recorded("thropwick-last-bank")[:cut]
    found = items_of(words)
    for section, items in (found or {}).items():
        assert items == whole[section][: len(items)]
    ends = words.count("},\n")
    assert sum(len(items) for items in (found or {}).values()) >= ends


@given(st.text())
def test_any_words_are_read_or_refused(words):
    found = items_of(words)
    assert found is None or set(found) == {"people", "organisations", "posts", "events", "statements", "positions"}


def test_sections_inside_a_quotation_are_words_and_no_sections():
    hostile = [{"speaker": "Ann", "words": ['"people": [{"name": "Nobody"}]'], "form": "direct", "to": None}]
    torn = facts(statements=hostile)[:-3]
    assert (items_of(torn) or {"people": []})["people"] == []
