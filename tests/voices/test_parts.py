"""A long document is asked about in parts, and no fact is lost or doubled at a seam."""

import json
import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from graph_builder.extract.voice.parts import APART, parts_of
from graph_builder.model import Document, Span
from tests.voices.serving import Reply, facts

PARAGRAPHS = st.lists(st.text(alphabet="ab cd.", min_size=1, max_size=150).filter(str.strip), min_size=1, max_size=20)


def page(paragraphs):
    body, at = [], 0
    for paragraph in paragraphs:
        body.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Document(source="a.txt", digest="0", text="\n\n".join(paragraphs), body=tuple(body))


@given(PARAGRAPHS)
def test_no_part_is_too_long_and_every_two_neighbours_stand_together_in_one(paragraphs):
    parts = parts_of(page(paragraphs), longest=400)
    assert all(len(part) <= 400 for part in parts)
    told = [" ".join(p.split()) for p in paragraphs]
    for left, right in pairwise(told):
        assert any(f"{left}{APART}{right}" in part for part in parts)
    assert all(any(one in part.split(APART) for part in parts) for one in told)


@given(st.lists(st.text(alphabet="abc", min_size=1, max_size=12), min_size=1, max_size=400))
def test_a_paragraph_longer_than_a_part_is_cut_at_spaces_and_overlaps(words):
    parts = parts_of(page([" ".join(words)]), longest=200)
    assert all(len(part) <= 200 for part in parts)
    for first in range(len(words) - 1):
        pair = f"{words[first]} {words[first + 1]}"
        assert any(pair in part for part in parts)


def test_a_short_document_is_one_part_and_an_empty_one_none():
    assert parts_of(page(["One.", "Two."])) == ["One.\n\nTwo."]
    assert parts_of(Document(source="a.txt", digest="0", text="", body=())) == []


def test_nothing_is_lost_or_doubled_where_parts_of_a_document_overlap(build, server, letter, onrecord, tmp_path):
    said = [
        f"“Bridge number {n} must stay open for all of us,” said Nadia Orme. " + "It rained. " * 90
        for n in range(100, 140)
    ]
    folder = letter("An open letter\n\n2 March 2031\n\n" + "\n\n".join(said))

    def listening(text, _before):
        heard = re.findall(r"“(Bridge number \d+ must stay open for all of us),”", text)
        spoken = [{"speaker": "Nadia Orme", "words": [words], "form": "direct", "to": None} for words in heard]
        stands = [
            {"holder": "Nadia Orme", "stance": "calls-for", "topic": f"bridge number {w.split()[2]} open", "quote": w}
            for w in heard
        ]
        return Reply(facts(people=[{"name": "Nadia Orme", "also": []}], statements=spoken, positions=stands))

    asked = server(listening)
    done = build(folder, asked.address)
    assert done.stderr == ""
    assert len(asked.requests) > 3
    asking = "SELECT ?text WHERE {{ ?s a onr:{} ; onr:heardFrom [] ; {} ?text }}"
    for kind, words in (("Statement", "schema:text"), ("Stance", "onr:topic/rdfs:label")):
        found = onrecord("query", asking.format(kind, words), "--graph", tmp_path / "graph", "--format", "json")
        texts = [row["text"]["value"] for row in json.loads(found.stdout)["results"]["bindings"]]
        numbers = [int(re.search(r"\d+", text).group()) for text in texts]
        assert sorted(numbers) == list(range(100, 140)), kind
