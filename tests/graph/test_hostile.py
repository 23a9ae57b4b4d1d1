"""Documents may hold anything; no name, quotation or file name breaks a graph, a format or a page of text."""

import io
from dataclasses import replace

import pytest
from rdflib import Graph

from graph_builder.graph.catalogue import questions
from graph_builder.graph.check import check
from graph_builder.graph.describe import describe, find, why
from graph_builder.graph.export import FORMATS, export
from graph_builder.graph.folder import GraphFolder
from graph_builder.graph.query import ROW_FORMATS, answer
from graph_builder.graph.store import open_store, replace_store
from graph_builder.graph.write import quads
from graph_builder.model import Entity, EntityType, Extraction, Identities, Mention, Referent, Role, Span, Stance

NASTY = 'Ann "Q" O\'B\\r\n<script>alert(1)</script>\x1b[31m\u202eevil\ud800\x00 & {}'
SOURCE = 'a "b"\\<c>\n\u202e#?%/é.txt'
PARSED_AS = {"turtle": "turtle", "ntriples": "nt", "rdfxml": "xml", "jsonld": "json-ld"}


@pytest.fixture(scope="module")
def nasty(tmp_path_factory, debate):
    text = f"Head\n{NASTY} opposes {NASTY}."
    page = replace(debate.page(SOURCE, "Head\n" + "x" * 9), text=text, body=(Span(5, len(text)),), title=NASTY)
    page = replace(page, publisher=NASTY, authors=(NASTY,), url=f"https://example.org/{NASTY}", digest="0" * 64)
    everything = Span(5, len(text))
    facts = Extraction(
        SOURCE,
        page.digest,
        referents=(Referent("p1", EntityType.PERSON, NASTY, forms=(NASTY,)),),
        mentions=(Mention(Span(5, 5 + len(NASTY)), "p1"),),
        roles=(Role(evidence=everything, rule=NASTY, person="p1", post=NASTY, words=NASTY, area=NASTY, start=NASTY),),
        stances=(Stance(evidence=everything, rule="x", holder="p1", stance="opposes", topic=NASTY),),
    )
    who = Entity("ann", EntityType.PERSON, NASTY, aliases=(NASTY + "!",))
    what = Entity("nasty", EntityType.TOPIC, NASTY)
    identities = Identities((who, what), {(SOURCE, "p1"): who}, topics={(SOURCE, NASTY): what})
    folder = GraphFolder(tmp_path_factory.mktemp("nasty"))
    with folder.lock():
        folder.keep("0" * 64, page, facts)
        replace_store(folder, quads([page], [facts], identities))
        folder.finish({SOURCE: "0" * 64}, {})
    return folder


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader of JSON-LD uses it
@pytest.mark.parametrize("name", [n for n in FORMATS if n in PARSED_AS])
def test_every_format_can_be_read(nasty, name):
    out = io.BytesIO()
    export(nasty, name, out)
    assert len(Graph().parse(data=out.getvalue(), format=PARSED_AS[name])) > 30


@pytest.mark.parametrize("name", questions())
def test_every_question_answers_in_every_format(nasty, name):
    store = open_store(nasty)
    for kind in ROW_FORMATS:
        out = io.BytesIO()
        answer(store, questions()[name].bind({})).write(out, kind)
        assert out.getvalue().decode()


def test_what_is_shown_is_on_one_line_and_safe(nasty):
    store = open_store(nasty)
    shown = [cell for name in questions() for row in answer(store, questions()[name].bind({})).rows() for cell in row]
    about = describe(store, find(store, "evil")[0].iri)
    shown += [about.label, *about.aliases]
    shown += [words for section in about.sections for i in section.items for words in (i.text, i.evidence, i.source)]
    found = why(nasty, about.sections[0].items[0].fact)
    shown += [found.says, found.sentence, found.document, found.source, found.rule]
    assert not [words for words in shown if set(words) & set("\n\r\x1b\x00\u202e\ud800")]


def test_offsets_still_hold_and_only_the_date_is_at_fault(nasty):
    (fault,) = check(nasty)
    assert "The start of a role is one date" in fault
