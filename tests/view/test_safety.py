"""Nothing in a document runs, whatever field it comes in by, and the page asks nobody for anything."""

import re

import pytest

from graph_builder.view.network import TITLE, page_data
from graph_builder.view.page import page_html

pytestmark = pytest.mark.page

PAYLOADS = (
    "</script><script>window.hurt=1</script>",
    "<img src=x onerror=window.hurt=1>",
    "\"><svg onload=window.hurt=1> href='javascript:window.hurt=1'",
    "<a href=javascript:window.hurt=1>href</a>",
    "<style>*{display:none}</style><link rel=stylesheet href=//x.example/a.css>",
    "<iframe srcdoc='<script>parent.hurt=1</script>'></iframe>",
    "{{ 7*7 }}{% raw %}${window.hurt=1}`]]><!--\u2028",
    "&lt;img src=x onerror=window.hurt=1&gt;&#x3c;b&#x3e;",
    "<details open ontoggle=window.hurt=1><math><mtext></style>",
    "__proto__<base href=//x.example/><meta http-equiv=refresh content=0;//x.example>\u202e",
)
VIEWS = ("network", "positions", "timeline", "table", "sources")
FIELDS = {  # field: the columns of each table that it is
    "title": {"documents": "title"},
    "label": {
        "people": "name",
        "roles": "personName organisationName",
        "positions": "holderName",
        "statements": "speakerName addresseeName",
        "organisations": "name",
    },
    "alias": {"people": "mention", "organisations": "mention"},
    "role": {"roles": "role area status", "positions": "stance", "participants": "role"},
    "quotation": {
        "roles": "evidence",
        "events": "evidence",
        "participants": "evidence",
        "positions": "evidence topic",
        "statements": "evidence text",
    },
    "document name": dict.fromkeys(
        ("documents", "people", "organisations", "roles", "events", "participants", "positions", "statements"), "source"
    ),
    "date": {
        "documents": "published",
        "roles": "start end",
        "events": "start end",
        "positions": "said",
        "statements": "said",
    },
    "heading": {
        "documents": "publisher author address",
        "organisations": "kind",
        "events": "label kind place",
        "participants": "label",
    },
}


def said(i):
    """A row for every table: a small debate of its own, in a document of its own."""
    who, body, event = (f"https://example.org/id/{sort}/x{i}" for sort in ("person", "organisation", "event"))
    shared = {"source": f"x{i}.txt", "evidence": f"She said so, {i}.", "confidence": "0.9"}
    person = {"personName": f"Person {i}", "organisation": body, "organisationName": f"Body {i}"}
    speaker = {"speaker": who, "speakerName": f"Person {i}", "addressee": body, "addresseeName": f"Body {i}"}
    return {
        "documents": {"title": f"Title {i}", "published": f"2031-02-{i + 1:02}", "publisher": "P", "author": "A"}
        | shared,
        "people": {"person": who, "name": f"Person {i}", "mention": f"P. {i}"} | shared,
        "organisations": {"organisation": body, "name": f"Body {i}", "kind": "charity", "mention": f"B. {i}"} | shared,
        "roles": {"person": who, "role": "chair", "status": "current", "start": "2031", "end": "2032"}
        | person
        | shared,
        "events": {"event": event, "label": f"Event {i}", "kind": "vote", "start": "2031-03", "place": "Saltby"}
        | shared,
        "participants": {"event": event, "label": f"Event {i}", "agent": who, "agentName": "P", "role": "chair"}
        | shared,
        "positions": {"holder": who, "holderName": f"Person {i}", "stance": "supports", "topic": f"Matter {i}"}
        | shared,
        "statements": {"text": f"So {i}", "form": "direct", "said": "2031-03"} | speaker | shared,
    }


def poisoned(debate, field):
    """The debate with ten more of everything, in which that field tries to break out."""
    for i, words in enumerate(PAYLOADS):
        for table, row in said(i).items():
            columns = FIELDS[field].get(table, "").split()
            debate[table].append(row | dict.fromkeys(columns, words))
    return debate


def drive(page):
    """Every control of the page, and everything that opens."""
    for view in VIEWS:
        page.locator(f"[data-view={view}]").click()
        for key in ("person/maud-ellery", None):
            page.evaluate("key => onrecord.go(key)", key)
        page.evaluate("Promise.all([onrecord.csv(), onrecord.svg()])")
        page.evaluate("['beforeprint', 'afterprint'].forEach((name) => dispatchEvent(new Event(name)))")
        for box in page.locator(f"#view-{view} select").all():
            for value in box.locator("option").evaluate_all("all => all.map((e) => e.value)"):
                box.select_option(value)
    page.locator("[data-view=positions]").click()
    page.evaluate("document.querySelectorAll('.cell, .sort').forEach((e) => e.isConnected && e.click())")
    page.locator("[data-view=timeline]").click()
    page.evaluate(
        "document.querySelectorAll('.item, button.heap, .undated button').forEach((e) => e.isConnected && e.click())"
    )
    page.evaluate("onrecord.go(null)")
    page.locator("[data-view=table]").click()
    page.evaluate("document.querySelectorAll('#table button').forEach((e) => e.isConnected && e.click())")
    page.evaluate("onrecord.go(null)")
    page.locator("[data-view=sources]").click()
    for i in range(page.locator("#documents button").count()):
        page.locator("#documents button").nth(i).click()
        page.evaluate("document.querySelectorAll('.evidence').forEach((e) => e.isConnected && e.click())")
    page.evaluate("['maud', 'script', 'img', '<', 'zz', ''].forEach((words) => onrecord.find(words))")
    page.locator("[data-view=network]").click()
    page.evaluate("onrecord.png()")
    page.locator("#more-filters summary").click()
    for box in page.locator("#filters input[type=checkbox]").all():
        box.set_checked(not box.is_checked())
        box.set_checked(not box.is_checked())
    page.locator("#theme").click()
    page.locator("#all").click()
    page.locator("#link").click()


def quiet(seen):
    """Whether the page asked for nothing but itself, and complained of nothing but a clipboard that it may not use."""
    asked = [url for url in seen.requests if not url.startswith(("file:", "blob:"))]
    return not asked and not [words for words in seen.complaints if "clipboard" not in words.lower()]


@pytest.mark.parametrize("field", FIELDS)
def test_nothing_runs_and_nothing_is_injected_from_any_field(visit, debate, field):
    rows = poisoned(debate, field)
    title = " ".join(PAYLOADS) if field == "heading" else TITLE
    assert not re.search(r"<(img|iframe|math|base|svg onload|a href=javascript)", page_html(page_data(rows, title)))
    seen = visit(rows, title=title)
    page = seen.page
    scripts = page.evaluate("document.scripts.length")
    drive(page)
    for view in VIEWS:
        page.locator(f"[data-view={view}]").click()
        for key in page.evaluate("onrecord.shown().filter((key) => /x\\d$/.test(key))"):
            page.evaluate("key => onrecord.go(key)", key)
    assert page.evaluate("window.hurt") is None
    tags = "[...new Set([...document.querySelectorAll('*')].map((e) => e.tagName.toLowerCase()))]"
    assert not {"img", "iframe", "math", "base", "object", "link"} & set(page.evaluate(tags))
    assert page.evaluate("[...document.links].every((a) => /^(https?|file):/.test(a.href))")
    assert page.evaluate("document.scripts.length") == scripts
    assert quiet(seen)


def test_the_page_asks_nobody_for_anything_while_every_control_is_used(visit, debate):
    seen = visit(debate)
    drive(seen.page)
    assert quiet(seen)


def test_the_policy_stops_what_would_get_in_otherwise(visit, debate):
    page = visit(debate).page
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "window.hurt = 1";
      document.body.append(script);
      const image = document.createElement("img");
      image.src = "https://x.example/a.png";
      document.body.append(image);
    }""")
    page.wait_for_timeout(100)
    assert page.evaluate("window.hurt") is None
