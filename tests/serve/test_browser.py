"""The pages in a real browser: nobody is kept out, the editor helps, and all works without scripts."""

from urllib.parse import urlencode

import pytest

pytestmark = pytest.mark.page
PAGES = {
    "home": "/",
    "search": "/search?q=ketteringham",
    "list": "/things/organisation",
    "person": "/id/person/imogen-charlton-rae",
    "document": "/id/document/counting-coppers-blog.md",
    "catalogue": "/query",
    "form": "/query/positions",
    "answer": "/query/record-of?who=charlton&go=1",
    "mistake": "/query?" + urlencode({"query": "SELECT ?a WHERE {\n  ?a nonsense\n}"}),
    "lost": "/nowhere",
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def visit(browser, server):
    """Opens a page of the server; in the end it must have asked nobody else, and complained of nothing."""
    contexts, asked, complaints = [], [], []

    def open_page(path: str, **options):
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(server.url.rstrip("/") + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith((server.url, "data:"))] == []
    assert [words for words in complaints if "status of 4" not in words] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_keeps_anybody_out_by_axes_rules(visit, axe, name, width, scheme):
    page = visit(PAGES[name], viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.evaluate(axe)
    found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scripts", [True, False])
def test_a_reader_gets_from_a_name_to_the_sentence_in_its_document(visit, scripts):
    page = visit("/", java_script_enabled=scripts)
    page.get_by_label("Find a person").fill("charlton")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Imogen Charlton-Rae", exact=True).click()
    page.locator(".fact").first.get_by_role("link", name="Why").click()
    assert page.locator("mark").inner_text() == "Before her election in 2019 she was a chartered surveyor in Morpeth."
    page.get_by_role("link", name="Access to cash: an update").first.click()
    assert "chartered surveyor" in page.locator(".evidence:target").inner_text()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_question_is_asked_by_its_form(visit, scripts):
    page = visit("/query", java_script_enabled=scripts)
    page.get_by_role("link", name="positions", exact=True).click()
    page.get_by_label("About").fill("levy")
    page.get_by_role("button", name="Ask").click()
    assert "levy" in page.locator("tbody tr").first.inner_text()
    with page.expect_download() as taken:
        page.get_by_role("link", name="CSV").click()
    assert taken.value.suggested_filename == "answer.csv"


def test_the_editor_completes_words_of_the_ontology_prefixes_and_names(visit):
    page = visit("/query")
    area = page.get_by_label("SPARQL")
    offers = page.get_by_role("option")
    area.fill("")
    area.press_sequentially("SELECT * WHERE { ?s onr:hold")
    offers.first.wait_for()
    assert "onr:holder" in offers.first.inner_text()
    area.press("Enter")
    area.press_sequentially(" person:imogen")
    page.get_by_role("option", name="Imogen Charlton-Rae").wait_for()
    area.press("Tab")
    area.press_sequentially(" }")
    assert area.input_value() == "SELECT * WHERE { ?s onr:holder person:imogen-charlton-rae }"
    area.press("Control+Enter")
    page.wait_for_selector("tbody tr")
    assert "/id/stance/" in page.locator("tbody a").first.get_attribute("href")


def test_the_editor_offers_names_inside_quotation_marks_and_escape_closes_the_offers(visit):
    page = visit("/query")
    area = page.get_by_label("SPARQL")
    area.fill("")
    area.press_sequentially('SELECT * { ?p foaf:name "noorani')
    page.get_by_role("option", name="Farida Noorani-Webb person").wait_for()
    area.press("Escape")
    assert page.get_by_role("option").count() == 0
    area.press_sequentially("-")
    page.get_by_role("option", name="Farida Noorani-Webb person").click()
    assert area.input_value() == 'SELECT * { ?p foaf:name "Farida Noorani-Webb'


def test_after_a_mistake_the_caret_stands_where_it_is(visit):
    page = visit(PAGES["mistake"])
    area = page.get_by_label("SPARQL")
    assert area.evaluate("a => document.activeElement === a")
    assert area.evaluate("a => a.value.slice(0, a.selectionStart)") == "SELECT ?a WHERE {\n  ?a nonsense"
    assert area.get_attribute("aria-invalid") == "true"


def test_the_network_page_and_a_picture_of_an_answer_draw_themselves(visit):
    for path in ("/network", "/picture?" + urlencode({"query": "SELECT * { ?s onr:holder ?o }"})):
        page = visit(path)
        page.wait_for_function("window.onrecord !== undefined")
        assert page.locator("canvas").count() > 0
