"""Whole pages of many layouts give what a person would take from them: `pages/pages.toml` says what."""

import tomllib
from pathlib import Path

import pytest

from graph_builder.model import Document
from graph_builder.read import read_document

PAGES = Path(__file__).with_name("pages")
EXPECTED = tomllib.loads((PAGES / "pages.toml").read_text(encoding="utf-8"))
every_page = pytest.mark.parametrize("name", sorted(EXPECTED))


def page(name: str) -> Document:
    return read_document(PAGES / name, name)


def body(document: Document) -> list[str]:
    return [span.of(document.text) for span in document.body]


def test_every_page_has_its_expectations():
    assert sorted(EXPECTED) == sorted(path.name for path in PAGES.iterdir() if path.suffix != ".toml")


@every_page
def test_a_page_says_its_own_title_date_publisher_and_authors(name):
    document, expected = page(name), EXPECTED[name]
    assert document.title == expected.get("title")
    assert document.published == expected.get("published")
    assert document.authors == tuple(expected.get("authors", ()))
    assert document.url == expected.get("url")
    if "publisher" in expected:
        assert document.publisher == expected["publisher"]
    if "genre" in expected:
        assert document.genre == expected["genre"]


@every_page
def test_the_whole_article_is_body(name):
    expected, paragraphs = EXPECTED[name], body(page(name))
    assert paragraphs[0].startswith(expected.get("begins", ""))
    assert paragraphs[-1].endswith(expected.get("ends", ""))
    for words in expected.get("has", ()):
        assert any(words in paragraph for paragraph in paragraphs), words


@every_page
def test_nothing_around_the_article_is_body(name):
    paragraphs = body(page(name))
    for words in EXPECTED[name].get("lacks", ()):
        assert not any(words in paragraph for paragraph in paragraphs), words


@every_page
def test_body_spans_stand_in_order_and_apart(name):
    document = page(name)
    for before, after in zip(document.body, document.body[1:], strict=False):
        assert before.end <= after.start
    assert all(span.of(document.text).strip() == span.of(document.text) != "" for span in document.body)


@every_page
def test_a_page_reads_the_same_twice(name):
    assert page(name) == page(name)
