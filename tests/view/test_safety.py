"""Nothing in a document runs, whatever field it comes in by, and the page asks nobody for anything."""

import re

import pytest

from graph_builder.view.network import page_data
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
WHO = "https://example.org/id/person/maud-ellery"


def poisoned(debate, field, words):
    """The debate with those words in one field."""
    first = {table: rows[0] for table, rows in debate.items()}
    if field == "title":
        first["documents"]["title"] = words
    elif field == "label":
        for rows in debate.values():
            for row in rows:
                row.update({k: words for k, v in row.items() if v == "Maud Ellery"})
    elif field == "alias":
        debate["people"].append({**first["people"], "mention": words})
    elif field == "role":
        first["roles"]["role"] = first["participants"]["role"] = first["positions"]["stance"] = words
    elif field == "quotation":
        first["statements"].update(text=words, evidence=words)
        first["positions"].update(evidence=words, topic=words)
    elif field == "document name":
        old = first["documents"]["source"]
        for rows in debate.values():
            for row in rows:
                row.update({k: words for k, v in row.items() if v == old})
    elif field == "date":
        first["documents"]["published"] = first["positions"]["said"] = first["events"]["start"] = words
    elif field == "heading":
        first["events"].update(label=words, kind=words, place=words)
        first["documents"].update(publisher=words, author=words, address=words)
        first["organisations"].update(name=words, kind=words)
    return debate


def drive(page):
    """Every control of the page, and everything that opens."""
    for view in VIEWS:
        page.locator(f"[data-view={view}]").click()
        for key in ("person/maud-ellery", None):
            page.evaluate("key => onrecord.go(key)", key)
        for box in page.locator(f"#view-{view} select").all():
            for value in box.locator("option").evaluate_all("all => all.map((e) => e.value)"):
                box.select_option(value)
    page.locator("[data-view=positions]").click()
    page.evaluate("document.querySelectorAll('.cell, .sort').forEach((e) => e.isConnected && e.click())")
    page.locator("[data-view=timeline]").click()
    page.evaluate(
        "document.querySelectorAll('.item, .heap, .undated button').forEach((e) => e.isConnected && e.click())"
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
    page.evaluate("Promise.all([onrecord.csv(), onrecord.svg(), onrecord.png()])")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.locator("#more-filters summary").click()
    for box in page.locator("#filters input[type=checkbox]").all():
        box.set_checked(not box.is_checked())
        box.set_checked(not box.is_checked())
    page.locator("#theme").click()
    page.locator("#all").click()
    page.locator("#link").click()


@pytest.mark.parametrize("field", ["title", "label", "alias", "role", "quotation", "document name", "date", "heading"])
def test_nothing_runs_and_nothing_is_injected_from_any_field(visit, fresh_debate, field):
    plain = None
    for words in PAYLOADS:
        rows = poisoned(fresh_debate(), field, words)
        html = page_html(page_data(rows))
        assert not re.search(r"<(img|iframe|math|base|svg onload|a href=javascript)", html)
        if words == PAYLOADS[0]:
            seen = visit(rows)
            drive(seen.page)
        else:
            seen = visit(rows, "#view=table")
            for view in (*VIEWS[1:], "network"):
                seen.page.locator(f"[data-view={view}]").click()
                seen.page.evaluate("key => onrecord.go(key)", "person/maud-ellery")
        assert seen.page.evaluate("window.hurt") is None
        kinds = "[...new Set([...document.querySelectorAll('*')].map((e) => e.tagName.toLowerCase()))].sort()"
        assert not {"img", "iframe", "math", "base", "object", "link"} & set(seen.page.evaluate(kinds))
        assert seen.page.evaluate("[...document.links].every((a) => /^(https?|file):/.test(a.href))")
        assert [c for c in seen.complaints if "clipboard" not in c.lower()] == []
        assert [url for url in seen.requests if not url.startswith(("file:", "blob:"))] == []
        plain = plain or seen.page.evaluate("document.scripts.length")
        assert seen.page.evaluate("document.scripts.length") == plain


def test_the_page_asks_nobody_for_anything_while_every_control_is_used(visit, debate):
    seen = visit(debate)
    drive(seen.page)
    assert [url for url in seen.requests if not url.startswith(("file:", "blob:"))] == []
    assert [c for c in seen.complaints if "clipboard" not in c.lower()] == []


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
