"""The invented country is always the same, and who is meant in its documents is known of every name."""

from benchmarks.identity import perfect, resolved
from benchmarks.invented.papers import invented
from benchmarks.scores import meant, scores
from graph_builder.model import EntityType

PAPERS = list(invented(60))


def test_a_number_and_a_seed_always_give_the_same_documents():
    again = list(invented(60))
    assert [p.text for p in again] == [p.text for p in PAPERS]
    assert perfect(again) == perfect(PAPERS)


def test_another_seed_gives_another_country():
    assert [p.text for p in invented(60, seed=8)] != [p.text for p in PAPERS]


def test_who_is_meant_is_known_of_every_referent_of_every_document():
    for paper in PAPERS:
        assert {r.id for r in paper.extraction().referents} == set(paper.meant())
        assert len(paper.meant()) == len(paper.referents)


def test_every_name_is_in_the_text_and_every_fact_has_its_sentence():
    for paper in PAPERS:
        facts = (*paper.roles, *paper.events, *paper.parts, *paper.stances)
        assert {f.evidence for f in facts} <= set(paper.lines)
        named = [r for r in paper.referents.values() if r.type is not EntityType.EVENT and not r.known]
        assert all(form in paper.text for r in named for form in r.forms)


def test_who_is_meant_is_found_again_by_names_and_sentences():
    extractions, documents = perfect(PAPERS)
    truth = {(p.source, key): who for p in PAPERS for key, who in p.meant().items()}
    found = meant(PAPERS, extractions, documents)
    assert found.items() <= truth.items()
    scored = {side for side, who in truth.items() if who[0] in "pe" and not who.endswith("/review")}
    assert len(scored & found.keys()) >= 0.95 * len(scored)


def test_the_scores_have_a_line_for_each_type():
    _, identities = resolved(*perfect(PAPERS))
    truth = {(p.source, key): who for p in PAPERS for key, who in p.meant().items()}
    assert [line.split()[0] for line in scores(identities, truth)][1:] == ["person", "organisation", "event"]
