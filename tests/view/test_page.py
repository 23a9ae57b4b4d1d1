import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from graph_builder.view.network import page_data
from graph_builder.view.page import page_html, write_page

PACKAGE = Path(__file__).parents[2]
WRITE = (
    "import json, sys; from graph_builder.view.network import page_data; from graph_builder.view.page import page_html;"
    "sys.stdout.buffer.write(page_html(page_data(json.load(sys.stdin))).encode())"
)


def contents(html):
    return json.loads(re.search(r'id="data">(.*?)</script>', html, re.DOTALL)[1])


def test_the_same_graph_gives_the_same_bytes_whatever_the_hash_seed(debate):
    def made(seed):
        rows = json.dumps(debate).encode()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(PACKAGE)}
        ran = subprocess.run(
            [sys.executable, "-c", WRITE], input=rows, env=environment, capture_output=True, check=True
        )
        return ran.stdout

    first = made("1")
    assert first == made("2")
    assert first.decode() == page_html(page_data(debate))


def test_nothing_that_a_document_says_becomes_markup(hostile):
    html = page_html(page_data(hostile))
    assert "<img" not in html
    assert "<script>window.hurt" not in html
    assert "{{ 7*7 }}" in json.dumps(contents(html))
    tags = re.findall(r"<(script|style|svg|link|iframe|object|base)\b", html.split("<script>")[0])
    plain = re.findall(r"<(script|style|svg|link|iframe|object|base)\b", page_html(page_data({})).split("<script>")[0])
    assert tags.count("script") == plain.count("script") == 2


def test_the_title_is_text_too():
    html = page_html(page_data({}, title="</title><script>window.hurt=1</script>"))
    assert "<script>window.hurt" not in html


def test_the_page_names_no_other_place(debate):
    html = page_html(page_data(debate))
    head = html.split("<script>")[0]
    assert not re.search(r"""(src|href)=["']?(https?:)?//""", head)
    assert "sourceMappingURL" not in html


def test_the_policy_lets_only_these_scripts_run(debate):
    html = page_html(page_data(debate))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    assert policy.startswith("default-src &#39;none&#39;")
    assert "unsafe" not in policy
    assert policy.count("sha256-") == 3


def test_a_page_is_written_whole_or_not_at_all(debate, tmp_path):
    path = tmp_path / "graph.html"
    path.write_text("the page before")
    with pytest.raises(AttributeError):
        write_page(None, path)
    assert path.read_text() == "the page before"
    write_page(page_data(debate), path)
    assert path.read_bytes().startswith(b"<!doctype html>")
    assert list(tmp_path.iterdir()) == [path]


def test_an_empty_graph_says_what_to_do():
    assert "onrecord build FOLDER" in page_html(page_data({}))


def test_documents_without_a_fact_are_not_called_unread(debate):
    html = page_html(page_data({"documents": debate["documents"]}))
    assert "The documents were read" in html
    assert "onrecord build FOLDER" not in html


def test_importing_the_page_does_not_import_what_draws_it():
    code = "import sys, graph_builder.view.page; sys.exit(any(m in sys.modules for m in ('pyvis', 'numpy', 'IPython')))"
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE)}
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 0
