"""Marked documents: what the marks are read as, what is found wrong with them, and the corpus itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.marked.check import troubles
from training.marked.facts import annotated, facts
from training.marked.format import read_marked

CORPUS = Path(__file__).parents[2] / "training" / "corpus"
HEAD = "debate: wells\nform: news\nlayout: {}\ntitle: Wells\npublished: 2024-05-03\npublisher:\nauthors: Bo Lunt\n---\n"
TEXT = (
    '<person id="orr">Ada Orr</person>, <role of="orr" post="chair" at="well">chair of '
    '<org id="well" kind="charity">Well Aware</org></role>, backed the plan. “<say id="s" by="orr" form="direct">It is '
    'late</say>,” <by say="s">she</by> <cue say="s">said</cue>, “<stance by="orr" code="supports" topic="the plan">'
    '<say id="s">but it is what we asked for</say></stance>.”'
)


@pytest.fixture
def marked(tmp_path):
    def write(text: str, layout: str = "txt", **options):
        file = tmp_path / "wells-news.marked"
        file.write_text(HEAD.format(layout) + text, encoding="utf-8")
        return read_marked(file, **options)

    return write


def test_the_marks_become_facts(marked) -> None:
    found = facts(marked(TEXT))
    assert found["people"] == [{"name": "Ada Orr", "aliases": []}]
    assert found["organisations"][0]["kind"] == "charity"
    assert (found["roles"][0]["role"], found["roles"][0]["organisation"]) == ("chair", "Well Aware")
    assert found["statements"] == [
        {"speaker": "Ada Orr", "text": "but it is what we asked for", "form": "direct", "addressee": None}
    ]
    assert found["positions"][0]["stance"] == "supports"
    assert found["document"]["authors"] == ["Bo Lunt"]


def test_a_page_is_read_without_its_markup(marked) -> None:
    page = f"<html><head><title>Wells</title></head><body><nav>Home</nav><p>{TEXT}</p></body></html>"
    told = annotated(marked(page, "html", bare=True))
    assert told.text.strip().startswith("Ada Orr, chair of Well Aware, backed the plan.")
    assert [(n.span.of(told.text), n.label) for n in told.names or ()] == [("Ada Orr", "PER"), ("Well Aware", "ORG")]
    said = (told.attributions or ())[0]
    assert [s.of(told.text) for s in (*said.source, *said.cue)] == ["she", "said"]
    assert [s.span.of(told.text) for s in told.stances or ()] == ["but it is what we asked for"]


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ('<person id="orr">Ada Orr', "is not closed"),
        ('<person id="orr">Ada Orr </person>', "ends with a space"),
        ('<org id="well">Well Aware</org>', "needs kind="),
        ('<org id="well" kind="club">Well Aware</org>', "needs kind="),
        ('<stance by="orr" code="supports" topic="it">Yes</stance>', "is the id of no person"),
        ('<person id="orr" age="3">Ada Orr</person>', "unknown attribute age="),
        ('<say id="s" form="loud">Yes</say>', "form= is one of"),
        ('<event id="e" kind="vote" start="May">the vote</event>', "is a date"),
    ],
)
def test_what_is_wrong_is_said(marked, text, trouble) -> None:
    assert any(trouble in line for line in troubles(marked(text)))


def test_nothing_is_wrong_with_the_corpus() -> None:
    files = sorted(CORPUS.glob("**/*.marked"))
    assert len(files) > 100
    assert [(f.name, t) for f in files for t in troubles(read_marked(f))] == []
