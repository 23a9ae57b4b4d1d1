"""The graph in a Python program and in a notebook; as a program, this writes down what the guide's example prints."""

import ast
import json
import re
import subprocess
import sys
import tempfile
from dataclasses import FrozenInstanceError
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest

from graph_builder import Graph
from graph_builder.errors import GraphError, OnRecordError, QueryError, UnknownName
from graph_builder.notebook import Table

ROOT = Path(__file__).parent.parent.parent
GUIDE = (ROOT / "docs" / "python.md").read_text("utf-8")
HOSTILE = "<script>alert(1)</script>\u202e\"' onload=x <img src=x onerror=alert(1)>&amp;"


@pytest.fixture(scope="module")
def graph(example):
    return Graph(example)


def python(code: str, **more) -> str:
    """What a program prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, **more)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_six_lines_of_the_guide_run_and_print_what_it_says(tmp_path):
    code, printed = re.findall(r"```(?:python|text)\n(.*?)```", GUIDE, re.DOTALL)[:2]
    assert len(code.strip().splitlines()) <= 6
    (tmp_path / "documents").symlink_to(ROOT / "tests" / "documents")
    assert python(code, cwd=tmp_path) == printed


def test_every_other_example_of_the_guide_runs(example, tmp_path):
    for code in re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)[1:]:
        python(f"from graph_builder import Graph\ngraph = Graph({str(example)!r})\n{code}", cwd=tmp_path)


def test_the_package_alone_brings_nothing_with_it():
    loaded = json.loads(python("import sys, json, graph_builder; print(json.dumps(sorted(sys.modules)))"))
    assert not {name.partition(".")[0] for name in loaded} & {
        "pyoxigraph",
        "spacy",
        "rdflib",
        "pandas",
        "httpx",
        "numpy",
    }
    assert [name for name in loaded if name.startswith("graph_builder")] == ["graph_builder"]


def test_the_package_has_no_other_names():
    import graph_builder

    assert {"Graph", "build", "__version__"} <= set(dir(graph_builder))
    with pytest.raises(AttributeError, match="has no attribute 'grph'"):
        _ = graph_builder.grph


def test_a_question_gives_rows_with_the_columns_as_attributes(graph):
    rows = graph.positions(about="cash")
    assert rows
    assert all("cash" in row.topic.lower() for row in rows)
    assert {type(row.confidence) for row in rows} == {float}
    assert {type(row.hedged) for row in rows} == {bool}
    assert rows[0].position.startswith("https://w3id.org/onrecord/id/stance/")
    with pytest.raises(FrozenInstanceError):
        rows[0].topic = "another"


def test_numbers_are_numbers_dates_are_text_and_nothing_is_none(graph):
    assert {type(start) for start in graph.statements().column("start")} == {int}
    assert {type(end) for end in graph.events().column("end")} == {str, type(None)}


def test_a_name_is_found_however_it_is_written(graph):
    assert graph.statements(who="IMOGEN CHARLTON-RAE").rows == graph.statements(who="Imogen Charlton-Rae").rows


def test_several_values_fit_any_of_them(graph):
    taking = graph.positions(taking=["supports", "opposes"]).column("stance")
    assert set(taking) == {"supports", "opposes"}


def test_a_column_may_be_called_what_python_has_a_word_for(graph):
    met = graph.query("who-met-whom")
    assert "as" in met.columns
    assert met[0].as_


def test_sparql_is_answered_too(graph):
    (row,) = graph.query("SELECT (COUNT(*) AS ?many) WHERE { ?person a foaf:Person }")
    assert row.many == len(set(graph.people().column("person")))
    assert graph.query("ASK { ?x onr:supports ?y }")[0].answer is True
    triples = graph.query("CONSTRUCT { ?x onr:supports ?y } WHERE { ?x onr:supports ?y }")
    assert triples.columns == ("subject", "predicate", "object")


def test_a_table_is_a_sequence(graph):
    people = graph.people()
    assert len(people[:3]) == 3
    assert people[:3][0] == people[0]
    assert people[-1] in people
    assert repr(people).splitlines()[-1] == f"… {len(people) - 20} more"


def test_a_table_becomes_a_data_frame(graph):
    frame = graph.positions().to_pandas()
    assert isinstance(frame, pd.DataFrame)
    assert list(frame.columns) == list(graph.positions().columns)
    assert frame["confidence"].dtype == "float64"


def test_without_pandas_all_else_works(example, tmp_path):
    (tmp_path / "pandas.py").write_text("raise ImportError('not here')\n")
    code = f"""
import sys; sys.path.insert(0, {str(tmp_path)!r})
from graph_builder import Graph
rows = Graph({str(example)!r}).people()
try:
    rows.to_pandas()
except Exception as error:
    print(type(error).__name__, error, len(rows) > 0)
"""
    assert python(code) == "OnRecordError pandas is not installed: pip install 'onrecord[pandas]' True\n"


class Tags(HTMLParser):
    """What tags and attributes a page has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found = set()
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.found |= {tag, *(name for name, _ in attributes)}


def test_nothing_from_a_document_is_more_than_text_in_a_notebook():
    page = Table([HOSTILE, "b"], [(HOSTILE, 1), (None, True)], HOSTILE)._repr_html_()
    assert Tags(page).found == {"table", "caption", "thead", "tbody", "tr", "th", "td", "scope"}
    assert "\u202e" not in page


def test_one_thing_is_shown_with_its_evidence(graph):
    about = graph.show("charlton-rae")
    assert about.label == "Imogen Charlton-Rae"
    fact = about.sections[0].items[0]
    assert graph.why(fact.fact).sentence.startswith(fact.evidence[:20])
    assert Tags(about._repr_html_()).found <= {"h3", "h4", "p", "ul", "li", "blockquote", "small"}
    with pytest.raises(UnknownName, match="may be any of"):
        graph.show("tiller")
    with pytest.raises(UnknownName, match="nothing in the graph"):
        graph.show("nobody at all")


def test_the_graph_is_taken_away_and_seen(graph, tmp_path):
    assert graph.export(tmp_path / "debate.nq").read_bytes().count(b"\n") > 30_000
    assert graph.view(tmp_path / "page.html").read_text("utf-8").startswith("<!doctype html>")
    for wrong in (tmp_path / "debate.txt", tmp_path / "debate"):
        with pytest.raises(UnknownName, match="name a format"):
            graph.export(wrong)
    with pytest.raises(GraphError, match="there is no folder"):
        graph.view(tmp_path / "nowhere" / "page.html")


def test_the_graph_tells_what_is_in_it(graph, example):
    assert graph.counts["documents"] == len(graph.report["new"]) == 10
    assert Tags(graph._repr_html_()).found == {"table", "caption", "thead", "tbody", "tr", "th", "td", "scope"}
    assert ast.literal_eval(repr(graph).removeprefix("Graph(").removesuffix(")")) == str(example)


def test_mistakes_are_told_as_the_command_tells_them(graph, tmp_path):
    with pytest.raises(UnknownName, match="did you mean positions"):
        graph.query("postions")
    with pytest.raises(QueryError, match="no parameter 'of'"):
        graph.positions(of="cash")
    with pytest.raises(QueryError, match="line 1"):
        graph.query("SELECT ?x WHERE { ?x }")
    with pytest.raises(GraphError, match="there is no graph"):
        Graph(tmp_path)
    with pytest.raises(OnRecordError, match="there is no column"):
        graph.people().column("nmae")


def write_down() -> None:
    """Puts what the guide's example prints now into the guide."""
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "documents").symlink_to(ROOT / "tests" / "documents")
        printed = python(re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)[0], cwd=place)
    page = re.sub(r"(?<=```text\n).*?(?=```)", lambda _: printed, GUIDE, count=1, flags=re.DOTALL)
    (ROOT / "docs" / "python.md").write_text(page, "utf-8")


if __name__ == "__main__":
    write_down()
